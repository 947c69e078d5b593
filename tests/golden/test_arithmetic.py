"""Statements written for this test, with the sums that they hold.

`python -m tests.golden.test_arithmetic` writes the files anew; read the difference before keeping it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.api import read_document
from onrecord.documents import from_text
from onrecord.record import Attribution
from onrecord.spans import Span

CASES = sorted((Path(__file__).parent / "arithmetic").iterdir())


def found(case: Path) -> str:
    from onrecord.evidence.inside import arithmetic

    text = (case / "text.txt").read_text(encoding="utf-8")
    document = replace(from_text(text, published="2024-05-14"), language="en")
    record = read_document(document, only=("quantities", "times", "arithmetic"))
    if case.name == "repeated":
        record = replace(record, attributions=tuple(quoted(text)))
    words = {item.id: text[slice(*item.span)] for item in (*record.quantities, *record.times)}
    rows = replace(record, arithmetic=arithmetic(record)).to_dict()["arithmetic"]
    for row in rows:
        row["text"] = [words[id] for id in (*row["quantities"], *row["times"])]
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def quoted(text: str) -> list[Attribution]:
    """What stands in quotation marks, as one speaker's."""
    opening = [n for n, mark in enumerate(text) if mark == "“"]
    spans = [Span(n + 1, text.index("”", n)) for n in opening]
    return [Attribution(f"q{k}", (), (), (span,), "a1", "direct", "statement", "state") for k, span in enumerate(spans)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_arithmetic(case: Path) -> None:
    assert found(case) == (case / "arithmetic.json").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in CASES:
        (each / "arithmetic.json").write_text(found(each), encoding="utf-8")
