"""Times that the text says in several pieces."""

from __future__ import annotations

import pytest

import onrecord
from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.question import context
from onrecord.evidence.said_times import in_one


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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("No quarter was worse than the second of 2021.", ("2021-04-01", "2021-06-30")),
        ("Its best quarter of 2021 for boats was the third.", ("2021-07-01", "2021-09-30")),
        ("January's quietest night in Tarn was the 16th.", ("2024-01-16", "2024-01-16")),
        ("It was the second of 2021 in that week of the year.", ("2021-01-01", "2021-12-31")),
    ],
)
def test_a_number_alone_is_of_the_quarter_or_month_around_it(text: str, days: tuple[str, str]) -> None:
    times = onrecord.times(text, published="2024-02-10")
    found = in_one(times, lambda span: text[span.start : span.end].lower())
    assert days in [(time.lo, time.hi) for time in found]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 9 January 2024 it had twice as many as on the Friday before.", ("2024-01-05", "2024-01-05")),
        ("On 9 January 2024 it had twice as many as the day after.", ("2024-01-10", "2024-01-10")),
        ("In May 2021 more came than the month after.", ("2021-06-01", "2021-06-30")),
        ("Boats came in 3 of the 9 weeks since May 2021.", ("2021-05-01", "2021-05-01")),
    ],
)
def test_a_time_that_is_told_from_another(text: str, days: tuple[str, str]) -> None:
    times = onrecord.times(text, published="2024-02-10")
    found = in_one(times, lambda span: text[span.start : span.end].lower())
    assert days in [(time.lo, time.hi) for time in found]
