"""Times that the text says in several pieces."""

from __future__ import annotations

import pytest

from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.question import context


@pytest.mark.parametrize(
    ("when", "lo", "hi"),
    [
        ("in the June quarter of 2021", "2021-04-01", "2021-06-30"),
        ("in the April-to-June period of 2021", "2021-04-01", "2021-06-30"),
        ("in the December 2021 quarter", "2021-10-01", "2021-12-31"),
        ("in the third quarter, July to September 2021,", "2021-07-01", "2021-09-30"),
        ("in the second half of May 2021", "2021-05-16", "2021-05-31"),
        ("in the May quarter of 2021", None, None),
        ("in June 2021", "2021-06-01", "2021-06-30"),
    ],
)
def test_they_are_one(when: str, lo: str | None, hi: str | None) -> None:
    record = read_document(from_text(f"Elsin had 300 boats {when}.", published="2022-02-05"))
    times = context(record, record.claims[0]).times
    spans = {(time.lo, time.hi) for time in times}
    assert spans == {(lo, hi)} if lo else ("2021-03-01", "2021-05-31") not in spans
