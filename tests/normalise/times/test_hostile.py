"""Hostile and odd texts: a value or no time, never an exception, in time that grows with the text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.times import times

WORDS = """
    the a last next this that past two 3 31 12 99 1998 2019 '98 9999 400 May March Tuesday Sunday week weeks
    day
    days year years century decade quarter first second of in on at from to until and between before after ago
    later earlier noon a.m. pm 5:30 10/18 10/18/2023 2021-02-30 early mid late end every each morning night
    Christmas Ramadan winter BC AD fiscal Q3 H1 1990s '60s half couple few several many - – , / . said will
    ½ o'clock hundred thousand
"""
SOUP = st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=25).map(" ".join)
PUBLISHED = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat) | st.just("2023-12")


@given(SOUP, PUBLISHED, st.booleans(), st.booleans())
def test_any_mixture_of_words_gives_times_in_order(text: str, published: str | None, refer: bool, ends: bool) -> None:
    found = times(text, published, references=refer, ends=ends)
    before = 0
    for number, each in enumerate(found, 1):
        assert each.id == f"t{number}"
        assert before <= each.span.start < each.span.end <= len(text)
        before = each.span.end
        assert (each.lo is None) == (each.hi is None)
        assert each.lo is None or each.reason is None
        assert each.lo is None or each.hi is None or each.lo.startswith("-") or each.lo <= each.hi


@given(SOUP, st.just("2023-12-01"))
def test_every_value_is_edtf_to_another_program(text: str, published: str) -> None:
    for each in times(text, published):
        for value in (each.edtf, *(other.edtf for other in each.alternatives)):
            assert value is None or str(parse_edtf(value))


@given(st.text(max_size=60), PUBLISHED)
def test_any_text_gives_times_inside_it(text: str, published: str | None) -> None:
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in times(text, published))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 400,
        "1e999 days",
        "(" * 10_000 + "May" + ")" * 10_000,
        "٣٬٥٠٠ days ago",
        "½",
        "MMXXIV",
        "99999 centuries ago",
        "in 9999 years",
        "the year 9999 and 9999 years later",
        "1 January 0001 and a century earlier",
        "00/00/0000",
        "2021-13-45",
        "25:99",
        "the 99th week of 2020",
        "May " * 500,
        "\x00\ud800 Tuesday",
    ],
)
def test_odd_numbers_raise_nothing(text: str) -> None:
    for published in (None, "0001-01-01", "9999-12-31", "2023-12-01", "nonsense"):
        assert all(each.span.end <= len(text) for each in times(text, published))


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "the ",
        "May ",
        "1-",
        "12:",
        "two ",
        "hundred ",
        "last ",
        "1998 ",
        "'",
        "first week of ",
        "\n \t",
        "1,000,",
        "a.",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            times(text, "2023-12-01")
            best = min(best, time.process_time() - start)
        return best

    seconds(1000)
    assert seconds(40_000) < 6 * seconds(10_000) + 0.05


def test_a_megabyte_is_read_in_seconds() -> None:
    text = "The council met on Tuesday and again two weeks later, with 1,209 people in 14 halls. " * 12_000
    start = time.process_time()
    found = times(text, "2023-12-01")
    assert len(found) == 24_000
    assert time.process_time() - start < 20
