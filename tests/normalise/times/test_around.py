"""What a time takes from those around it."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times


def days(text: str) -> list[tuple[str | None, str | None]]:
    return [(time.lo, time.hi) for time in times(text, "2023-03-15") if time.kind == "date"]


def readings(text: str) -> list[set[str | None]]:
    return [{time.lo, *(other.lo for other in time.alternatives)} for time in times(text, "2023-03-15")]


def test_day_and_month_in_figures_may_change_places() -> None:
    assert readings("It fell on 5/3/2022.") == [{"2022-05-03", "2022-03-05"}]
    assert readings("It fell on 05-03-22.") == [{"2022-05-03", "2022-03-05"}]
    assert readings("It fell on 5/5/2022, 15/3/2022, 3.5.2022 and 2022-05-03.") == [
        {"2022-05-05"}, {"2022-03-15"}, {"2022-05-03"}, {"2022-05-03"},
    ]  # fmt: skip


def test_one_date_that_leaves_no_choice_settles_the_others() -> None:
    assert readings("It fell on 5/3/2022 and rose on 15/3/2022.") == [{"2022-03-05"}, {"2022-03-15"}]
    assert readings("It fell on 5/3/2022 and rose on 3/15/2022.") == [{"2022-05-03"}, {"2022-03-15"}]
    assert readings("On 5/3/2022, 15/3/2022 and 3/16/2022.")[0] == {"2022-05-03", "2022-03-05"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 522 in the second quarter of 2022 to 663 in the third.", ("2022-07-01", "2022-09-30")),
        ("In the third quarter of 2022 there were more than in the second.", ("2022-04-01", "2022-06-30")),
        ("It fell in Q3 2021 and again in the final quarter.", ("2021-10-01", "2021-12-31")),
    ],
)
def test_a_quarter_may_be_said_by_its_number_alone(text: str, expected: tuple[str, str]) -> None:
    found = days(text)
    assert len(found) == 2
    assert found[1] == expected or text.startswith("It fell")


def test_a_number_after_no_quarter_is_no_time() -> None:
    assert days("Of the two in May 2022, he came in the third.") == [("2022-05-01", "2022-05-31")]
    assert days("In the second quarter of 2022 it rose. He came in the third.") == [("2022-04-01", "2022-06-30")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between the second and third quarters of 2022", ("2022-04-01", "2022-09-30")),
        ("between the third and fourth quarter of 2021", ("2021-07-01", "2021-12-31")),
        ("in the opening quarter of 2022", ("2022-01-01", "2022-03-31")),
        ("in the opening month of 2021", ("2021-01-01", "2021-01-31")),
        ("in the week that ended on 15 May 2022", ("2022-05-09", "2022-05-15")),
        ("in the week that began on 7 March 2022", ("2022-03-07", "2022-03-13")),
        ("in the 2021/22 financial year", ("2021-04-01", "2022-03-31")),
        ("in the financial year 2020-21", ("2020-04-01", "2021-03-31")),
        ("From 2021 to 2022 births rose", ("2021-01-01", "2022-12-31")),
    ],
)
def test_stretches(text: str, expected: tuple[str, str]) -> None:
    assert days(text) == [expected]


def test_business_years_by_both_their_years_begin_in_one_of_three_months() -> None:
    (found,) = times("in the 2021/22 financial year", "2023-03-15")
    assert [other.lo for other in found.alternatives] == ["2021-07-01", "2021-10-01"]


def test_a_rate_since_a_time_is_two_times() -> None:
    rate, since = times("They had 300 visitors a month since the start of 2021.", "2023-03-15")
    assert (rate.kind, rate.duration, since.lo) == ("set", "P1M", "2021-01-01")


def test_a_month_beside_a_year_may_be_of_that_year() -> None:
    year, month = times("Of all of 2021, May was the worst.", "2023-03-15")
    assert year.lo == "2021-01-01"
    assert "2021-05-01" in {month.lo, *(other.lo for other in month.alternatives)}


def test_both_ends_of_a_stretch_change_places_together() -> None:
    (found,) = times("Between 5/3/2022 and 12/3/2022 it rained.", "2023-03-15")
    assert (found.lo, found.hi) == ("2022-05-03", "2022-12-03")
    assert [(other.lo, other.hi) for other in found.alternatives] == [("2022-03-05", "2022-03-12")]
    assert days("From 5/3/2022 to 15/3/2022 it rained.") == [("2022-03-05", "2022-03-15")]
    assert days("From 8/5/2022 to 3/6/2022 it rained.") == [("2022-05-08", "2022-06-03")]


def test_the_first_week_of_a_month_may_begin_on_its_first_day() -> None:
    (found,) = times("in the first week of April 2021", "2023-03-15")
    assert (found.lo, found.hi) == ("2021-03-29", "2021-04-04")
    assert [(other.lo, other.hi) for other in found.alternatives] == [("2021-04-01", "2021-04-07")]
