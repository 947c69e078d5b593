"""Days that claims are about: readings of a time, whole units of the calendar, and the words for them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.memory import day, record
from onrecord.evidence.model import Grain
from onrecord.evidence.periods import Period, grain_of, of_time, pieces, shifted, words_for

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
GRAINS: list[Grain] = ["day", "week", "month", "quarter", "year"]


def read(text: str, *, published: str = "2024-02-10", plain: bool = False) -> list[Period]:
    made = record(text, published=published)
    [time] = [time for time in made.times if time.lo]
    return list(of_time(made, time, "stated", day(published), plain=plain))


def test_since_reaches_to_the_day_of_publication() -> None:
    [period] = read("Tarn had 40 visitors since August 2023.")
    assert (period.lo, period.hi, period.so_far) == (day("2023-08-01"), day("2024-02-10"), True)


def test_by_a_day_is_open_before_it() -> None:
    [period] = read("Tarn had 40 visitors by 3 August 2023.")
    assert (period.hi, period.open) == (day("2023-08-03"), True)


def test_from_opens_a_range_only_where_the_time_has_one_end() -> None:
    [ranged] = read("Tarn had 40 visitors from 3 to 8 August 2023.")
    assert (ranged.lo, ranged.hi, ranged.open, ranged.so_far) == (day("2023-08-03"), day("2023-08-08"), False, False)
    [plain] = read("Visitors to Tarn went down from August 2023.", plain=True)
    assert (plain.lo, plain.hi) == (day("2023-08-01"), day("2023-08-31"))


def test_what_is_told_lies_before_the_day_of_publication() -> None:
    found = read("Tarn had 40 visitors in August.")
    assert found[0].hi == day("2023-08-31")
    assert all(period.lo <= day("2024-02-10") for period in found)


@pytest.mark.parametrize(
    ("lo", "hi", "grain"),
    [
        ("2023-01-01", "2023-12-31", "year"),
        ("2023-04-01", "2023-06-30", "quarter"),
        ("2023-05-01", "2023-06-30", "month"),
        ("2024-02-01", "2024-02-29", "month"),
        ("2023-02-01", "2023-02-27", "day"),
    ],
)
def test_the_largest_unit_that_days_are_whole_ones_of(lo: str, hi: str, grain: Grain) -> None:
    assert grain_of(day(lo), day(hi)) == grain


@given(DAYS, st.integers(0, 800), st.sampled_from(GRAINS))
def test_pieces_follow_one_another_and_fill_the_days(lo: date, length: int, grain: Grain) -> None:
    hi = lo + timedelta(length)
    found = pieces(lo, hi, grain)
    if found is None:
        assert grain != "day"
        return
    assert found == [] or (found[0][0], found[-1][1]) == (lo, hi)
    assert all(a[1] + timedelta(1) == b[0] for a, b in pairwise(found))


def test_days_that_are_no_whole_units_have_no_pieces() -> None:
    assert pieces(day("2023-01-15"), day("2023-03-14"), "month") is None
    assert pieces(day("2023-01-01"), day("2023-02-28"), "quarter") is None
    assert pieces(day("2023-01-01"), day("2023-01-10"), "week") is None


@given(DAYS, st.sampled_from(GRAINS), st.integers(-30, 30))
def test_a_whole_unit_moves_to_a_whole_unit(start: date, grain: Grain, by: int) -> None:
    first = start.replace(day=1)
    whole = {"quarter": (first.month - 1) // 3 * 3 + 1, "year": 1}.get(grain, first.month)
    lo = first.replace(month=whole)
    length = {"day": timedelta(0), "week": timedelta(6)}.get(grain)
    if length is not None:
        hi = lo + length
    else:
        months = {"month": 1, "quarter": 3, "year": 12}[grain]
        total = lo.year * 12 + lo.month - 1 + months
        hi = date(total // 12, total % 12 + 1, 1) - timedelta(1)
    moved = shifted(lo, hi, grain, by)
    assert moved is not None
    assert len(pieces(*moved, grain) or []) == 1
    assert shifted(*moved, grain, -by) == (lo, hi)


def test_where_the_calendar_ends_nothing_is_shifted() -> None:
    assert shifted(day("0001-03-01"), day("0001-03-31"), "year") is None
    assert shifted(date(1, 1, 1), date(1, 1, 1), "day") is None
    assert shifted(day("2023-01-01"), day("2023-02-03"), "period") is None


@pytest.mark.parametrize(
    ("lo", "hi", "words"),
    [
        ("2023-11-24", "2023-11-30", "24–30 Nov 2023"),
        ("2022-06-01", "2022-06-30", "June 2022"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2019-01-01", "2021-12-31", "2019–2021"),
        ("2021-01-01", "2021-06-30", "Jan–June 2021"),
        ("2021-11-01", "2022-01-31", "Nov 2021 – Jan 2022"),
        ("2021-12-30", "2022-01-02", "30 Dec 2021 – 2 Jan 2022"),
        ("2021-05-30", "2021-06-02", "30 May – 2 June 2021"),
        ("2021-05-30", "2021-05-30", "30 May 2021"),
    ],
)
def test_words_for_days(lo: str, hi: str, words: str) -> None:
    assert words_for(day(lo), day(hi)) == words
