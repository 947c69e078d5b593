"""The query forms of one series: what each computes, and the working that shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.memory import Row, day, exactly, months, quantity, subject
from onrecord.evidence.asked import Asked
from onrecord.evidence.calendar import days
from onrecord.evidence.forms import computed
from onrecord.evidence.model import Coverage, Entities
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period
from onrecord.evidence.query import Missing
from onrecord.evidence.subject import Subject
from onrecord.evidence.two_values import between
from onrecord.record import Interval, QueryForm


def period(edtf: str, **changes: Any) -> Period:
    found = days(edtf)
    assert found
    return Period(*found, "stated", **changes)


def outcomes(
    form: QueryForm,
    own: Subject,
    edtf: str,
    text: str = "40 visitors",
    *,
    base: str | None = None,
    claimed: tuple[Interval, ...] = exactly(40),
    open: bool = False,
    **asked: Any,
) -> list[Outcome | Missing]:
    figure = None if form in ("rank", "record", "trend", "comparison") else quantity(text)
    item = Asked(form, figure, **asked)
    return list(computed(item, own, period(edtf, open=open), period(base) if base else None, claimed))


def only(found: list[Outcome | Missing]) -> Outcome:
    [one] = found
    assert isinstance(one, Outcome), one
    return one


def reason(found: list[Outcome | Missing]) -> str:
    [one] = found
    assert isinstance(one, Missing), one
    return one.reason


# One value


def test_a_flow_over_several_periods_is_their_sum() -> None:
    found = only(outcomes("level", subject(months(2023, 10, 20, 30)), "2023-01/2023-03"))
    assert (found.form, found.number) == ("sum", 60)
    assert found.working == "Jan–Mar 2023: 10 + 20 + 30 = 60 (Tarn Office); claimed 40; 48 % above"


def test_a_rate_over_several_periods_may_be_its_mean_or_its_last_value() -> None:
    mean, last = outcomes("level", subject(months(2023, 4, 5, 9), unit="%", sort="rate"), "2023-01/2023-03", "40 %")
    assert isinstance(mean, Outcome) and isinstance(last, Outcome)
    assert (mean.form, mean.number, mean.assumed) == ("mean", 6, ("the mean of the period is meant",))
    assert (last.form, last.number, last.lo) == ("level", 9, day("2023-03-01"))


def test_by_a_day_is_all_of_a_flow_so_far_and_the_last_value_of_a_stock() -> None:
    rows = months(2023, 10, 20, 30)
    flow, month = outcomes("level", subject(rows), "2023-02-28", open=True)
    assert isinstance(flow, Outcome) and isinstance(month, Outcome)
    assert (month.number, month.assumed) == (20.0, ("or else, the month up to 2023-02-28 is meant",))
    assert (flow.number, flow.lo) == (30, day("2023-01-01"))
    stock = only(outcomes("level", subject(rows, sort="stock"), "2023-03-12", open=True))
    assert (stock.number, stock.hi) == (20, day("2023-02-28"))
    assert reason(outcomes("level", subject(rows), "2022-02-28", open=True)) == "outside_coverage"


@pytest.mark.parametrize(("form", "number"), [("mean", 20), ("maximum", 30), ("minimum", 10)])
def test_mean_greatest_and_least(form: QueryForm, number: float) -> None:
    assert only(outcomes(form, subject(months(2023, 10, 20, 30)), "2023-01/2023-03")).number == number


def test_by_a_longer_unit_than_the_tables_sums_are_compared() -> None:
    days_ = [(f"2023-{m:02d}-{d:02d}", float(m)) for m in (1, 2) for d in range(1, 32 if m == 1 else 29)]
    own = subject(days_, table={"grain": "day"})
    found = only(outcomes("maximum", own, "2023-01/2023-02", grain="month"))
    assert found.number == 56
    assert found.working.startswith("Jan–Feb 2023, greatest of 2 months (31, 56) = 56")
    stock = subject(days_, sort="stock", table={"grain": "day"})
    assert reason(outcomes("maximum", stock, "2023-01/2023-02", grain="month")) == "no_period"


def test_another_unit_that_converts_and_one_that_does_not() -> None:
    own = subject(months(2023, 12), unit="t")
    found = only(outcomes("level", own, "2023-01", "12,000 kg", claimed=(Interval(11_500, 12_500),)))
    assert found.claimed == (Interval(11.5, 12.5),)
    assert reason(outcomes("level", own, "2023-01", "12,000 km")) == "unit_mismatch"


# By time


def test_a_figure_a_day_is_the_flow_over_its_days() -> None:
    found = only(outcomes("per_day", subject(months(2023, 310)), "2023-01", "10 visitors a day"))
    assert found.number == 10
    assert "310 ÷ 31 days = 10 a day" in found.working


def test_a_total_from_a_rate_a_day() -> None:
    own = subject([("2023-11-24/2023-11-30", 170)], per="d", sort="rate", rounding=10, table={"grain": "period"})
    found = only(outcomes("level", own, "2023-11-24/2023-11-30"))
    assert (found.form, found.number, found.half) == ("sum", 1190, 35)
    weekly = subject([("2023-11-24/2023-11-30", 170)], per="wk", sort="rate", table={"grain": "period"})
    assert reason(outcomes("level", weekly, "2023-11-24/2023-11-30")) == "unit_mismatch"


@pytest.mark.parametrize(("per", "value", "each"), [("d", 70, 70), ("wk", 490, 70), ("mo", 10_000, 328.54)])
def test_what_was_usual_is_by_the_day(per: str, value: float, each: float) -> None:
    own = subject([("2022", value)], per=per, sort="rate", role="baseline", table={"grain": "year"})
    found = only(outcomes("per_day", own, "2022", usual=True, over=2))
    assert found.number == pytest.approx(each, abs=0.01)
    assert "claimed 40 in 2 days = 20 a day" in found.working


def test_working_days_are_no_fixed_number_of_days() -> None:
    own = subject([("2022", 500)], per="{workday}", sort="rate", role="baseline", table={"grain": "year"})
    assert reason(outcomes("per_day", own, "2022", usual=True, over=2)) == "unit_mismatch"


# Two values

YEARS = [*months(2022, 10, 20, 30), *months(2023, 15, 20, 15)]


def test_changes_in_number_percent_and_as_a_factor() -> None:
    own = subject(YEARS)
    assert only(outcomes("change", own, "2023-01", base="2022-01")).number == 5
    found = only(outcomes("change_percent", own, "2023-01", "50 %", base="2022-01"))
    assert found.number == 50
    assert found.working.startswith("Jan 2022: 10; Jan 2023: 15; change 50 %")
    assert only(outcomes("factor", own, "2023-01", "1.5 times", base="2022-01")).number == 1.5


def test_a_fall_is_claimed_as_a_positive_figure() -> None:
    found = only(outcomes("change_percent", subject(YEARS), "2023-03", "50 %", base="2022-03", sign=-1))
    assert (found.number, found.against) == (50, "Mar 2022")


def test_of_a_rate_per_cent_may_be_points() -> None:
    rate = subject(YEARS, unit="%", sort="rate")
    percent, points = outcomes("change_percent", rate, "2023-01", "50 %", base="2022-01")
    assert isinstance(percent, Outcome) and isinstance(points, Outcome)
    assert (percent.number, points.number, points.unit) == (50, 5, "pp")
    assert reason(outcomes("change_points", subject(YEARS), "2023-01", "5 %", base="2022-01")) == "unit_mismatch"


def test_a_change_from_nought_has_no_ratio() -> None:
    own = subject(months(2023, 0, 5))
    assert reason(outcomes("change_percent", own, "2023-02", "50 %", base="2023-01")) == "no_value"
    assert only(outcomes("change", own, "2023-02", base="2023-01")).number == 5


def test_without_a_base_the_unit_before_and_the_year_before_are_supposed() -> None:
    before, year = outcomes("change", subject(YEARS), "2023-02")
    assert isinstance(before, Outcome) and isinstance(year, Outcome)
    assert (before.number, before.assumed) == (5, ("the change is from the month before",))
    assert (year.number, year.assumed) == (0, ("the change is from a year before",))
    assert only(outcomes("change", subject(YEARS), "2023-02", earlier="year")).assumed == ()


def test_a_comparison_that_is_not_read_is_not_supposed() -> None:
    assert reason(outcomes("change", subject(YEARS), "2023-02", unread=True)) == "no_period"


def test_the_ends_of_a_stretch() -> None:
    found = only(outcomes("change", subject(YEARS), "2022-01/2022-03", ends=True))
    assert (found.number, found.against) == (20, "Jan 2022")
    assert reason(outcomes("change", subject(YEARS), "2022-01", ends=True)) == "no_period"


@pytest.mark.parametrize(("sign", "held"), [(1, True), (-1, False)])
def test_more_or_less(sign: int, held: bool) -> None:
    found = only(outcomes("comparison", subject(YEARS), "2023-01", base="2022-01", sign=sign))
    assert (found.held, found.number) == (held, None)


def test_a_difference_within_the_rounding_is_open_and_none_is_neither() -> None:
    rounded = subject(months(2023, 10, 11), rounding=2)
    assert only(outcomes("comparison", rounded, "2023-02", base="2023-01", sign=1)).held is None
    same = subject(months(2023, 10, 10))
    assert only(outcomes("comparison", same, "2023-02", base="2023-01", sign=1)).held is False


def test_two_entities_of_one_series() -> None:
    rows = [*months(2023, 10, entity="Tarn"), *months(2023, 4, entity="Elsin")]
    own = subject(rows, table={"entities": Entities(column="town")})
    [found] = between(Asked("comparison", sign=1), own, replace(own, entity="Elsin"), period("2023-01"), ())
    assert isinstance(found, Outcome)
    assert found.held is True
    assert found.working.startswith("Elsin, Jan 2023: 4; Tarn, Jan 2023: 10")


# A series


def test_the_highest_since_counts_from_after_that_time() -> None:
    own = subject(months(2023, 90, 20, 30, 40))
    since = only(outcomes("rank", own, "2023-04", base="2023-01", sign=1))
    assert since.held is True
    assert "highest of the 2 months before, since Feb 2023: 30 (Mar 2023), so place 1" in since.working
    every = only(outcomes("record", own, "2023-04", sign=1))
    assert every.held is False
    assert every.assumed == ("the record is that of the series, which begins with Jan 2023",)


def test_the_second_highest_and_the_lowest() -> None:
    own = subject(months(2023, 90, 20, 30, 40))
    assert only(outcomes("rank", own, "2023-04", sign=1, place=2)).held is True
    assert only(outcomes("rank", own, "2023-04", sign=-1)).held is False


def test_a_tie_and_a_rounding_leave_the_first_place_open() -> None:
    assert only(outcomes("rank", subject(months(2023, 40, 40)), "2023-02", sign=1)).held is None
    near = subject(months(2023, 41, 40), rounding=2)
    assert only(outcomes("rank", near, "2023-02", sign=1)).held is None
    assert only(outcomes("rank", subject(months(2023, 41, 40)), "2023-02", sign=1)).held is False


def test_rounding_is_in_what_one_of_the_file_is_worth() -> None:
    near = subject(months(2023, 4.1, 4.0), rounding=0.2, scale=1000)
    assert only(outcomes("rank", near, "2023-02", sign=1)).held is None


def test_a_rank_needs_something_to_compare_with() -> None:
    own = subject(months(2023, 90, 20))
    assert reason(outcomes("rank", own, "2023-01", sign=1)) == "outside_coverage"
    assert reason(outcomes("rank", own, "2023-02", base="2020-01", sign=1)) == "outside_coverage"
    assert reason(outcomes("rank", own, "2023-02-03/2023-02-05", sign=1)) == "no_period"
    gap: list[Row] = [("2023-01", 1), ("2023-03", 3)]
    assert reason(outcomes("rank", subject(gap), "2023-03", sign=1)) == "data_fault"


def test_rising_in_every_month() -> None:
    own = subject(months(2023, 1, 2, 3, 3))
    assert only(outcomes("trend", own, "2023-01/2023-03", sign=1)).held is True
    assert only(outcomes("trend", own, "2023-01/2023-04", sign=1)).held is False
    assert only(outcomes("trend", subject(months(2023, 1, 2, 2), rounding=1), "2023-01/2023-03", sign=1)).held is None
    assert reason(outcomes("trend", own, "2023-01", sign=1)) == "no_period"


def test_a_trend_outside_the_table_says_so() -> None:
    covered = subject(months(2023, 1, 2), table={"coverage": Coverage("2023-01-01", "2023-12-31")})
    assert reason(outcomes("trend", covered, "2019-01/2019-03", sign=1)) == "outside_coverage"
    assert reason(outcomes("trend", subject(months(2023, 1)), "2019-01/2019-03", sign=1)) == "outside_coverage"


def test_in_how_many_months_a_bound_held() -> None:
    own = subject(months(2023, 1, 20, 30, 3))
    over = outcomes(
        "count", own, "2023-01/2023-04", "more than 10 visitors", claimed=(Interval(10, None, True),), count=2
    )
    found = only(over)
    assert (found.number, found.claimed) == (2, (Interval(2, 2),))
    assert "2 of 4 months have more than 10" in found.working


def test_a_form_of_no_series_is_no_query() -> None:
    assert reason(outcomes("parts", subject(YEARS), "2023-01")) == "no_value"


# Properties


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=12), st.integers(2, 9))
def test_what_grows_with_every_value_grows_alike(values: list[int], factor: int) -> None:
    """Ratios stay, levels and changes are multiplied: the order of things does not depend on the unit."""
    own, times = subject(months(2023, *map(float, values))), subject(months(2023, *(float(v * factor) for v in values)))
    last = f"2023-{len(values):02d}"
    for form, text, power in (("level", "40 visitors", 1), ("change", "40 visitors", 1), ("factor", "4 times", 0)):
        found = [only(outcomes(form, each, last, text, base="2023-01")) for each in (own, times)]  # type: ignore[arg-type]
        assert found[0].number is not None
        assert found[1].number == pytest.approx(found[0].number * factor**power)
    ranks = [only(outcomes("rank", each, last, sign=1)).held for each in (own, times)]
    assert ranks[0] == ranks[1]


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=8))
def test_up_and_down_are_never_both(values: list[int]) -> None:
    own = subject(months(2023, *map(float, values)))
    edtf = f"2023-01/2023-{len(values):02d}"
    held = [only(outcomes("trend", own, edtf, sign=sign)).held for sign in (1, -1)]
    assert held.count(True) <= 1
