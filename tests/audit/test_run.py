"""One document through swaps, with a reader that needs no model."""

from __future__ import annotations

from dataclasses import replace

import fakes
from onrecord.audit import Names, Report, Swap, audit_swap
from onrecord.documents import from_text
from onrecord.record import Document, Record

BRILL = Names("person", name=("Ana Brill",))
TARN = Names("person", name=("Bo Tarn",))
URI = Names("person", name=("Uri Vos",))
PLACES = (Names("place", name=("Velland",)), Names("place", name=("Osten",)))
DOCUMENT = from_text("“We wait,” said Ana Brill. “So do we,” said Bo Tarn.", id="d1", published="2024-05-03")


def partial(document: Document) -> Record:
    """A reader that overlooks what Bo Tarn says."""
    return fakes.without(fakes.read(document), "Bo Tarn")


def test_a_fair_reader_gives_the_same_record():
    (audited,) = audit_swap(DOCUMENT, [Swap((BRILL, TARN))], read=fakes.read)
    assert audited.compared is not None
    assert audited.compared.same
    assert [side.record.document.text for side in audited.sides] == [
        DOCUMENT.text,
        "“We wait,” said Bo Tarn. “So do we,” said Ana Brill.",
    ]
    assert audited.sides[1].record.document.published == DOCUMENT.published


def test_a_reader_that_overlooks_one_actor_is_found_out():
    (audited,) = audit_swap(DOCUMENT, [Swap((BRILL, TARN))], read=partial)
    assert audited.compared.counts["attributions"].share == 0
    assert {difference.cause for difference in audited.compared.differences} == {"found"}


def test_where_nothing_is_swapped_nothing_is_compared():
    (audited,) = audit_swap(DOCUMENT, [Swap(PLACES)], read=fakes.read)
    assert (audited.compared, audited.skipped) == (None, "the text has none of the names")
    (planted,) = audit_swap(DOCUMENT, [Swap(PLACES)], plant=True, read=fakes.read)
    assert planted.skipped == "the text names no place to take the place of"
    (taken,) = audit_swap(DOCUMENT, [Swap((BRILL, URI))], plant=True, read=fakes.read)
    assert taken.skipped == "the text has one of the names already"


def test_planted_actors_take_the_places_and_then_change_them():
    swap = Swap((URI, Names("person", name=("陳美玲",))))
    (audited,) = audit_swap(DOCUMENT, [swap], plant=True, read=fakes.read)
    assert [side.record.document.text for side in audited.sides] == [
        "“We wait,” said Uri Vos. “So do we,” said 陳美玲.",
        "“We wait,” said 陳美玲. “So do we,” said Uri Vos.",
    ]
    assert audited.compared.same


def test_places_can_be_given():
    swap = Swap((URI, Names("person", name=("Ulla Mer",))))
    (audited,) = audit_swap(DOCUMENT, [swap], plant=True, places=[TARN], read=fakes.read)
    assert audited.sides[1].record.document.text == "“We wait,” said Ana Brill. “So do we,” said Ulla Mer."


def test_a_rotation_is_compared_for_each_turn_and_the_document_is_read_once():
    read = []

    def reader(document: Document) -> Record:
        read.append(document.text)
        return fakes.read(document)

    turns = list(audit_swap(DOCUMENT, [Swap((BRILL, TARN, URI)), Swap((BRILL, URI))], read=reader))
    assert [audited.turns for audited in turns] == [1, 2, 1]
    assert len(read) == 4
    assert read.count(DOCUMENT.text) == 1
    assert all(audited.compared.same for audited in turns)


def test_the_title_changes_with_the_text():
    titled = replace(DOCUMENT, title="Ana Brill waits")
    (audited,) = audit_swap(titled, [Swap((BRILL, TARN))], read=fakes.read)
    assert audited.sides[1].record.document.title == "Bo Tarn waits"


def test_a_report_adds_up_and_counts_what_was_skipped_apart():
    swaps = [Swap((BRILL, TARN)), Swap(PLACES)]
    report = Report.of(audit_swap(DOCUMENT, swaps, read=partial))
    data = report.to_dict()
    assert data["total"]["records"] == {"same": 0, "all": 1, "per_cent": 0.0}
    assert data["total"]["attributions"] == {"same": 0, "all": 2, "per_cent": 0.0}
    assert data["total"]["times"] == {"same": 0, "all": 0, "per_cent": None}
    assert [(each["swap"], each["attributions"]["all"]) for each in data["swaps"]] == [
        ("Ana Brill ↔ Bo Tarn", 2),
        ("Velland ↔ Osten", 0),
    ]
    assert data["actors"] == [{"actor": "Ana Brill", "attributions": {"same": 0, "all": 2, "per_cent": 0.0}}]
    assert data["skipped"] == [{"reason": "the text has none of the names", "count": 1}]
    assert data["causes"] == [{"kind": "attributions", "cause": "found", "count": 2}]
    assert [(each["document"], each["kind"]) for each in data["differences"]] == [("d1", "attributions")] * 2
    assert report.below(50) == ["all", "Ana Brill ↔ Bo Tarn"]
    assert report.below(0) == []
