"""The benchmark of properties: its texts, its pack and its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpora
import properties
from onrecord.documents import from_text
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store
from onrecord.record import Check, Quantity, Reading, Record
from onrecord.spans import Span

SHARED = corpora.SHARED
needs_shared = pytest.mark.skipif(not (SHARED / properties.FOLDER).exists(), reason="needs the shared data sets")

TEXT = "Varnmoor has 4,120 inhabitants."
ROW = {"property": "population", "location": "Varnmoor", "claimed_value": 4120.0, "is_claim_of_property": 1}


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (
            "<location>Varnmoor</location> has <number><number>4</number></number> towns -LRB- 2 old -RRB- .",
            "Varnmoor has 4 towns (2 old).",
        ),
        ("Varnmoor 's rate , at 3 % , is low .", "Varnmoor's rate, at 3%, is low."),
        ("It cost $ 3 , `` too much '' .", "It cost $3, “too much”."),
    ],
)
def test_marks_go_and_brackets_come(text: str, cleaned: str) -> None:
    assert properties.clean(text) == cleaned


def checked(property: str, entity: str, value: float) -> Record:
    quantity = Quantity("q1", Span(13, 18), value, value)
    reading = Reading("level", property, "Knowledge base", quantity="q1", entity=entity)
    check = Check("k1", "c1", reading, "not_checked", "no_period", None, None, (), "")
    return Record(from_text(TEXT), quantities=(quantity,), checks=(check,))


def test_a_row_is_identified_by_property_country_and_number_together() -> None:
    assert properties.identified(checked("population", "Varnmoor", 4120), ROW)
    assert not properties.identified(checked("net migration", "Varnmoor", 4120), ROW)
    assert not properties.identified(checked("population", "Ostavia", 4120), ROW)
    assert not properties.identified(checked("population", "Varnmoor", 4121), ROW)
    assert not properties.identified(Record(from_text(TEXT)), ROW)


def test_precision_and_recall() -> None:
    no = ROW | {"is_claim_of_property": 0}
    found = properties.score([(ROW, True), (ROW, False), (no, True), (no, False), (ROW, True)])
    assert (found["precision"], found["recall"], found["yes"]) == (66.7, 66.7, 3)
    assert properties.score([(no, False)])["precision"] is None


@needs_shared
def test_the_knowledge_base_is_a_pack(tmp_path: Path) -> None:
    pack = read_pack(properties.write_pack(SHARED, tmp_path / "countries"))
    (table,) = pack.tables
    assert len(table.series) == len(properties.PROPERTIES) == 24
    with Store([pack]) as store:
        assert store.faults(pack, table) == ()
        ((count,),) = store.run(pack, table, "SELECT count(*) FROM countries WHERE population IS NOT NULL")
    assert count == 175


@needs_shared
def test_every_row_with_a_label_has_a_property_of_the_pack() -> None:
    rows = properties.labelled(SHARED)
    assert len(rows) == 3538
    assert {row["property"] for row in rows} <= set(properties.PROPERTIES)
