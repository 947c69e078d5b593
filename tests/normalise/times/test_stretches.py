"""Stretches of time that end with a date, that run ahead, and points some time away."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times
from onrecord.record import Time

MAY = "2024-05-14"


def only(text: str, published: str | None = MAY) -> Time:
    (found,) = times(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "written", "lo", "hi", "value"),
    [
        ("Profit for the year ended March 31 rose.", "the year ended March 31", "2023-04-01", "2024-03-31", "P1Y"),
        (
            "Sales in the nine months ended Sept. 30, 2023 fell.",
            "the nine months ended Sept. 30, 2023",
            "2023-01-01",
            "2023-09-30",
            "P9M",
        ),
        (
            "In the quarter ended Dec. 31 it lost money.",
            "the quarter ended Dec. 31",
            "2023-10-01",
            "2023-12-31",
            "2023-Q4",
        ),
        (
            "Its fourth quarter ended Aug. 26 was poor.",
            "fourth quarter ended Aug. 26",
            "2023-05-27",
            "2023-08-26",
            "P3M",
        ),
        (
            "the fiscal year ending June 30, 2023",
            "the fiscal year ending June 30, 2023",
            "2022-07-01",
            "2023-06-30",
            "P1Y",
        ),
    ],
)
def test_a_stretch_that_ended_with_a_date(text: str, written: str, lo: str, hi: str, value: str) -> None:
    found = only(text)
    assert (text[slice(*found.span)], found.lo, found.hi, found.timex.value) == (written, lo, hi, value)


def test_the_ends_of_such_a_stretch_can_be_had_apart() -> None:
    text = "Profit for the year ended March 31 rose."
    found = times(text, MAY, ends=True)
    assert [text[slice(*each.span)] for each in found] == ["the year", "March 31"]
    assert (found[0].lo, found[0].hi) == ("2023-04-01", "2024-03-31")


def test_without_a_publication_date_its_end_is_open() -> None:
    found = only("Profit for the year ended March 31 rose.", None)
    assert (found.lo, found.hi, found.duration, found.reason) == (None, None, "P1Y", "publication date unknown")


def test_within_a_time_runs_from_the_publication_where_the_clause_points_ahead() -> None:
    found = only("The mill will be rebuilt within nine months.")
    assert (found.lo, found.hi, found.duration, found.anchor) == ("2024-05-14", "2025-02-14", "P9M", "published")
    past = only("The mill was rebuilt within nine months.")
    assert (past.kind, past.lo, past.duration) == ("duration", None, "P9M")


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("It has answered over the past four working days.", "2024-05-08", "2024-05-13"),
        ("It will answer within five working days.", "2024-05-14", "2024-05-21"),
    ],
)
def test_working_days_leave_out_weekends(text: str, lo: str, hi: str) -> None:
    found = only(text)
    assert (found.lo, found.hi) == (lo, hi)


@pytest.mark.parametrize(
    ("text", "lo", "hi", "value"),
    [
        ("The road will open in two to three weeks.", "2024-05-28", "2024-06-04", "FUTURE_REF"),
        ("The bridge fell two or three years ago.", "2021-01-01", "2022-12-31", "PAST_REF"),
    ],
)
def test_a_span_of_points_is_an_interval(text: str, lo: str, hi: str, value: str) -> None:
    found = only(text)
    assert (found.lo, found.hi, found.timex.value) == (lo, hi, value)


@pytest.mark.parametrize(
    ("text", "lo", "hi", "mod"),
    [
        ("It fell less than a week ago.", "2024-05-07", "2024-05-14", "AFTER"),
        ("It will open in less than two weeks.", "2024-05-14", "2024-05-28", "BEFORE"),
        ("It fell more than a week ago.", "2024-05-07", "2024-05-07", "BEFORE"),
        ("It fell about a week ago.", "2024-05-07", "2024-05-07", "APPROX"),
    ],
)
def test_a_point_less_than_a_time_away_lies_between(text: str, lo: str, hi: str, mod: str) -> None:
    found = only(text)
    assert (found.lo, found.hi, found.timex.mod) == (lo, hi, mod)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("Sales fell in the latest quarter.", "2024-01-01", "2024-03-31"),
        ("Prices rose in the most recent month.", "2024-04-01", "2024-04-30"),
    ],
)
def test_the_latest_unit_is_the_last_whole_one(text: str, lo: str, hi: str) -> None:
    found = only(text)
    assert (found.lo, found.hi) == (lo, hi)


def test_the_latest_period_is_the_one_the_text_speaks_of() -> None:
    quarter, period = times("Sales fell in the first quarter. Costs rose in the latest period.", MAY)
    assert (period.lo, period.hi, period.anchor) == (quarter.lo, quarter.hi, "t1")
    assert only("Costs rose in the latest period.").reason == "no earlier time in the text to count from"


def test_the_quarter_of_another_year_is_the_one_the_text_speaks_of() -> None:
    *_, other = times("Sales rose in the third quarter of 2023 from the 2022 quarter.", MAY)
    assert other.edtf == "2022-35"


def test_the_quarter_is_the_one_reported_on_and_not_one_it_is_compared_with() -> None:
    *_, quarter = times(
        "Sales rose in the first quarter of 2024 from the first quarter of 2023. In the quarter it grew.", MAY
    )
    assert quarter.edtf == "2024-33"


def test_from_a_year_to_the_present() -> None:
    found = only("Mayor of Ostra (2013 – present)")
    assert (found.lo, found.hi) == ("2013-01-01", "2024-05-14")


def test_a_range_from_29_february_ends_in_the_same_year() -> None:
    found = only("The fair ran from 29 February to 3 March.", "2023-05-14")
    assert (found.lo, found.hi) == ("2020-02-29", "2020-03-03")


def test_a_range_from_today_runs_ahead() -> None:
    found = only("The fair runs from today to June 2.")
    assert (found.lo, found.hi) == ("2024-05-14", "2024-06-02")
