"""Figures of how often something came about are no factors, and what became of a thing narrows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evidence.making import write
from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.checking import check
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store
from onrecord.evidence.wording import contents, words
from onrecord.spans import Span


def _series(prop: str, column: str, sort: str) -> dict[str, str]:
    return {"name": column, "property": prop, "column": column, "unit": "1", "sort": sort}


def _pack(folder: Path) -> Path:
    series = [_series("callouts", "calls", "flow"), _series("volunteers", "people", "stock")]
    table: dict[str, Any] = {
        "name": "lifeboat",
        "path": "lifeboat.csv",
        "schema": {
            "fields": [
                {"name": "month", "type": "yearmonth"},
                *({"name": name, "type": "integer"} for name in ("calls", "people")),
            ]
        },
        "onrecord": {
            "producer": "Brannoch Lifeboat Society",
            "confirmed": True,
            "entities": {"constant": "Brannoch"},
            "periods": {"grain": "month", "column": "month"},
            "series": series,
        },
    }
    return write(folder, table, name="lifeboat", lifeboat_csv="month,calls,people\n2023-05,14,60\n2023-06,28,61\n")


def _result(folder: Path, text: str) -> str:
    with Store([read_pack(_pack(folder))]) as store:
        record = check(read_document(from_text(text, published="2023-07-20")), store, store.packs)
        return record.results[0].result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Brannoch crew was called out 28 times in June 2023.", "consistent"),
        ("The Brannoch crew was called out 38 times in June 2023.", "inconsistent"),
        ("The Brannoch crew scrambled 28 times last month.", "consistent"),
        ("Brannoch had three times as many callouts in June 2023 as in May 2023.", "inconsistent"),
        ("Brannoch had two times as many callouts in June 2023 as in May 2023.", "consistent"),
        ("The volunteers of Brannoch trained 61 times in June 2023.", "not_checked"),
    ],
)
def test_times_count_what_came_about_unless_they_compare(tmp_path: Path, text: str, expected: str) -> None:
    assert _result(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("300 matches were called off", ["matches", "called"]),
        ("300 visitors were kept out", ["visitors", "kept"]),
        ("the town paid back a loan", ["town", "paid", "back", "loan"]),
        ("the number of visitors went up", ["visitors"]),
    ],
)
def test_a_plain_verb_with_the_particle_of_a_fate_narrows(text: str, left: list[str]) -> None:
    assert [word.low for word in contents(words(text, [Span(0, len(text))]))] == left
