"""Datelines: found where they are, and not where a sentence has a date."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.dateline import LANGUAGES, dates_in, find_dateline, find_dates

FOUND = [
    "EASTMERE, 3 May 2024 –",
    "EASTMERE, May 3, 2024 (Wire) -- The board met.",
    "EASTMERE (3 May 2024) — The board met.",
    "EASTMERE, Norland – May 3, 2024 – The board met.",
    "Eastmere, Norland: May 3, 2024 – The board met.",
    "Board denies delay\n\nEASTMERE, Norland, May 3, 2024 /Wire/ -- The board met.",
    "3 May 2024",
    "MAY 3, 2024",
    "[3 May 2024]",
    "Friday, May 3, 2024\nThe board met.",
    "NEW PORT, Fri 3 May 2024 -",
    "RAS el-Marra, 3 May 2024 –",
    "Villa do Mar, Norland, 3 May 2024 –",
    "Eastmere-upon-Tay, 3 May 2024 –",
    "Port d'Azur, 3 May 2024 –",
    "Eastmere, the 3rd of May 2024",
    "3 May 2024, 10:30 am",
    "Date: 3 May 2024",
    "Published: 2024-05-03",
    "Published on 3 May 2024 at 10:00",
    "FOR IMMEDIATE RELEASE\n\nMay 3, 2024\n\nThe board met.",
    "May 3, 2024 | Press release",
    "Press Release | 3rd May 2024",
    "EASTMERE,\u00a03\u00a0May\u00a02024\u00a0– The board met.",
]

NOT_FOUND = [
    "",
    "On 3 May 2024 the minister said so.",
    "EASTMERE, May 3 – The board met.",
    "EASTMERE – The board met.",
    "The board said on May 3, 2024 – a Friday – that it had met.",
    "The strike of May 3, 2024: what we know",
    "Rallies planned for Saturday, May 3, 2024",
    "May 3, 2024 marked the end of the talks.",
    "The port, closed on 3 May 2024, reopened.",
    "Brussels, 3.5.2024",
    "3/5/2024",
    "Eastmere, 30 February 2024 –",
    "Eastmere 3 May 2024 -",
    "line\n" * 20 + "3 May 2024",
    "x " * 200 + "3 May 2024",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_dateline_is_found(text: str) -> None:
    assert find_dateline(text) == "2024-05-03"


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_date_that_is_no_dateline_is_left_alone(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("Eastmere, 13.5.2024", "2024-05-13"), ("5/5/2024", "2024-05-05"), ("5/13/2024", "2024-05-13")],
)
def test_numbers_only_where_they_can_be_read_one_way(text: str, edtf: str) -> None:
    assert find_dateline(text) == edtf


@given(st.dates(datetime.date(1000, 1, 1)), st.sampled_from(["EASTMERE, {}", "{} | News", "Date: {}"]))
def test_every_day_written_with_every_month_name(day: datetime.date, frame: str) -> None:
    for name in LANGUAGES["en"].months[day.month - 1]:
        for form in (f"{day.day} {name.title()} {day.year}", f"{name.upper()}. {day.day}, {day.year}"):
            assert find_dateline(frame.format(form)) == day.isoformat()


@given(st.text(max_size=200) | st.text("0123456789 ,./-–()mayMAYſİ\n", max_size=200))
def test_any_text_gives_a_day_or_none(text: str) -> None:
    found = find_dateline(text)
    assert found is None or datetime.date.fromisoformat(found)


def test_letters_that_only_look_like_a_month() -> None:
    assert find_dateline("3 ſeptember 2024") is None


def test_dates_in_a_text_with_their_places() -> None:
    text = "It met on 3 May 2024 and on 2024-06-07, not on 3/5/2024."
    assert dates_in(text) == {"2024-05-03", "2024-06-07"}
    assert [text[slice(*dated.span)] for dated in find_dates(text)] == ["3 May 2024", "2024-06-07"]


@pytest.mark.parametrize("piece", ["3 ", "3.5.", "may ", "( ", "/", "- ", "A, ", "1-", "the "])
def test_time_does_not_grow_faster_than_the_text(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    began = time.perf_counter()
    assert find_dateline(text) is None
    assert dates_in(text) == frozenset()
    assert time.perf_counter() - began < 2
