"""One series divided by another: shares, and figures per head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.memory import Memory, day, exactly, months, pack, quantity, series, table
from onrecord.evidence.asked import Asked
from onrecord.evidence.model import Series
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period
from onrecord.evidence.query import Missing
from onrecord.evidence.shares import per_head, share
from onrecord.evidence.subject import Subject
from onrecord.record import Interval

JAN = Period(day("2023-01-01"), day("2023-01-31"), "stated")
RAIN = series(name="rain", property="rain", unit="t")


def pair(part: float, whole: float, of: Series = RAIN, first: Series = RAIN) -> tuple[Subject, Subject]:
    store = Memory()
    a = store.add(table(first, name="part"), months(2023, part))
    grain = "month" if of.per is None else "year"
    b = store.add(
        table(of, name="whole", grain=grain, producer="Lake Board"), [("2023-01" if of.per is None else "2023", whole)]
    )
    lake = pack(a, b)
    return Subject(store, lake, a, first, "Tarn"), Subject(store, lake, b, of, "Tarn")


def made(found: Outcome | Missing) -> Outcome:
    assert isinstance(found, Outcome), found
    return found


def test_a_share_in_per_cent() -> None:
    part, whole = pair(20, 80)
    found = made(share(Asked("share", quantity("25 %")), part, whole, JAN, (Interval(24.5, 25.5),)))
    assert (found.number, found.unit, found.against) == (25, "%", "rain")
    assert found.working == "Jan 2023: 20 (Tarn Office) ÷ 80 (Lake Board) × 100 = 25 %; claimed 25 %"


def test_the_second_value_is_of_the_whole() -> None:
    part, whole = pair(20, 80)
    found = made(share(Asked("share", quantity("25 %")), part, whole, JAN, (Interval(24.5, 25.5),)))
    assert found.whole == whole
    assert [value.number for value in found.values] == [20, 80]


def test_a_fraction_is_claimed_in_per_cent() -> None:
    part, whole = pair(20, 80)
    found = made(share(Asked("share", quantity("a quarter of the rain")), part, whole, JAN, (Interval(0.225, 0.275),)))
    [claimed] = found.claimed
    assert (claimed.lower, claimed.upper) == pytest.approx((22.5, 27.5))


@pytest.mark.parametrize(("per", "percent"), [("d", 20 / (2 * 31) * 100), ("wk", 20 / (2 * 31 / 7) * 100)])
def test_a_need_by_time_is_that_of_the_days(per: str, percent: float) -> None:
    part, whole = pair(20, 2, replace(RAIN, per=per, sort="rate", role="need"))
    found = made(share(Asked("share", quantity("25 %")), part, whole, JAN, exactly(25)))
    assert found.number == pytest.approx(percent)


def test_rounding_of_both_reaches_the_share() -> None:
    part, whole = pair(20, 80, replace(RAIN, rounding=4), replace(RAIN, rounding=2))
    found = made(share(Asked("share", quantity("25 %")), part, whole, JAN, exactly(25)))
    assert found.half == pytest.approx(25 * 2 / 80 + 1 / 80 * 100)


def test_what_does_not_divide() -> None:
    part, whole = pair(20, 80, replace(RAIN, unit="m3"))
    found = share(Asked("share", quantity("25 %")), part, whole, JAN, exactly(25))
    assert isinstance(found, Missing) and found.reason == "unit_mismatch"
    part, whole = pair(20, 0)
    found = share(Asked("share", quantity("25 %")), part, whole, JAN, exactly(25))
    assert isinstance(found, Missing) and found.reason == "no_value"
    part, whole = pair(20, 500, replace(RAIN, per="{workday}", sort="rate"))
    found = share(Asked("share", quantity("25 %")), part, whole, JAN, exactly(25))
    assert isinstance(found, Missing) and found.reason == "unit_mismatch"


PEOPLE = series(name="people", property="inhabitants", sort="stock", role="population")


def heads(people: str, period: Period = JAN, text: str = "16 visitors per 1,000 inhabitants") -> Outcome | Missing:
    store = Memory()
    a = store.add(table(series(), name="part"), months(2023, 200))
    b = store.add(table(PEOPLE, name="people", grain="year"), [(people, 12_500)])
    lake = pack(a, b)
    subjects = Subject(store, lake, a, series(), "Tarn"), Subject(store, lake, b, PEOPLE, "Tarn")
    return per_head(Asked("per_head", quantity(text)), *subjects, period, exactly(16))


def test_a_figure_per_thousand_heads_of_the_year() -> None:
    found = made(heads("2023"))
    assert found.number == 16
    assert "× 1,000 = 16" in found.working


def test_people_of_another_year_do_not_count() -> None:
    found = heads("2019")
    assert isinstance(found, Missing) and found.reason == "outside_coverage"


def test_per_what_is_no_head() -> None:
    found = heads("2023", text="16 visitors per day")
    assert isinstance(found, Missing) and found.reason == "unit_mismatch"
