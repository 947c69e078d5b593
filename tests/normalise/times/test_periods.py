"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.times.periods import Period, add, holding, part, quarter_of, season, sub, year_of

UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
DAYS = st.dates(date(2100, 1, 1), date(7900, 12, 31))


def span(first: str, last: str, grain: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last), grain)


@given(DAYS, st.sampled_from(UNITS))
def test_a_unit_holds_its_day_and_only_its_own(day: date, unit: str) -> None:
    period = holding(day, unit)
    assert period.first <= period.last
    assert holding(period.last, unit) == period
    if unit != "weekend":
        assert period.first <= day <= period.last


@given(DAYS, st.sampled_from(UNITS), st.integers(-20, 20))
def test_a_step_there_and_back_stays_within_the_unit(day: date, unit: str, count: int) -> None:
    first = holding(day, unit).first
    assert holding(add(add(first, count, unit), -count, unit), unit) == holding(day, unit)


def test_the_day_of_the_month_is_cut() -> None:
    assert add(date(2024, 3, 31), -1, "month") == date(2024, 2, 29)
    assert add(date(2024, 2, 29), 1, "year") == date(2025, 2, 28)


@given(DAYS, st.integers(-400, 400))
def test_working_days_are_counted_one_by_one(day: date, count: int) -> None:
    there, step = day, (count > 0) - (count < 0)
    while there.weekday() > 4 and count:
        there -= timedelta(step)
    for _ in range(abs(count)):
        there += timedelta(step)
        while there.weekday() > 4:
            there += timedelta(step)
    if count:
        assert add(day, count, "workday") == there


@given(DAYS, st.sampled_from(("month", "quarter", "year")))
def test_the_last_weekend_of_a_period_begins_inside_it(day: date, unit: str) -> None:
    whole = holding(day, unit)
    found = sub(whole, "weekend", -1)
    assert found is not None
    assert found.first.weekday() == 5
    assert whole.last - timedelta(7) < found.first <= whole.last


def test_beyond_the_calendar_is_an_error() -> None:
    with pytest.raises(OverflowError):
        add(date(2024, 1, 1), 8000, "year")


def test_seasons_and_quarters() -> None:
    assert season(2022, 24) == span("2022-12-01", "2023-02-28", "season")
    assert quarter_of(2023, 4) == span("2023-10-01", "2023-12-31", "quarter")
    assert quarter_of(2023, 2, 6) == span("2023-07-01", "2023-12-31", "half")


@pytest.mark.parametrize(
    ("unit", "number", "count", "first", "last"),
    [
        ("week", 1, 1, "2018-01-01", "2018-01-07"),
        ("week", -1, 1, "2018-12-24", "2018-12-30"),
        ("month", 1, 9, "2018-01-01", "2018-09-30"),
        ("month", -1, 3, "2018-10-01", "2018-12-31"),
        ("quarter", 2, 1, "2018-04-01", "2018-06-30"),
        ("day", -1, 1, "2018-12-31", "2018-12-31"),
    ],
)
def test_runs_inside_a_year(unit: str, number: int, count: int, first: str, last: str) -> None:
    found = sub(year_of(2018), unit, number, count)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_a_run_outside_is_none() -> None:
    assert sub(holding(date(2018, 5, 1), "month"), "week", 9) is None


@pytest.mark.parametrize(
    ("which", "first", "last"),
    [
        ("early", "2020-01-01", "2020-06-30"),
        ("late", "2020-07-01", "2020-12-31"),
        ("mid", "2020-05-01", "2020-08-31"),
        ("start", "2020-01-01", "2020-01-31"),
        ("end", "2020-12-01", "2020-12-31"),
    ],
)
def test_parts_of_a_year(which: str, first: str, last: str) -> None:
    found = part(year_of(2020), which)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@given(DAYS, st.sampled_from(UNITS[3:]), st.sampled_from(("early", "late", "mid", "start", "end")))
def test_a_part_lies_inside_its_whole(day: date, unit: str, which: str) -> None:
    whole = holding(day, unit)
    found = part(whole, which)
    assert whole.first <= found.first <= found.last <= whole.last
