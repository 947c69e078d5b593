"""Printed figures as sets of values, and sums of such sets: whatever the numbers were, the result holds theirs."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.api import quantities
from onrecord.evidence.inside.sets import difference, meet, point, printed, product, quotient, scaled, total
from onrecord.record import Interval

NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12).map(float),
    st.floats(-1e12, 1e12, allow_nan=False),
    st.decimals(-(10**6), 10**6, places=3).map(float),
)


@st.composite
def sets(draw: st.DrawFn) -> tuple[Interval, float]:
    """A set, perhaps without a bound or an end, and a number in it."""
    low, inside, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    lower = draw(st.sampled_from([low, None]))
    upper = draw(st.sampled_from([high, None]))
    lower_open = lower is not None and lower < inside and draw(st.booleans())
    upper_open = upper is not None and inside < upper and draw(st.booleans())
    return Interval(lower, upper, lower_open, upper_open), inside


def holds(a: Interval, value: Fraction) -> bool:
    low, high = (None if end is None else Fraction(end) for end in (a.lower, a.upper))
    above = low is None or low < value or (low == value and not a.lower_open)
    return above and (high is None or value < high or (value == high and not a.upper_open))


@given(st.lists(sets(), min_size=1, max_size=6))
def test_a_total_holds_every_sum(parts):
    assert holds(total(each for each, _ in parts), sum((Fraction(value) for _, value in parts), Fraction(0)))


@given(sets(), sets())
def test_a_difference_and_a_product_hold_theirs(a, b):
    assert holds(difference(a[0], b[0]), Fraction(a[1]) - Fraction(b[1]))
    assert holds(product(a[0], b[0]), Fraction(a[1]) * Fraction(b[1]))


@given(sets(), sets())
def test_a_quotient_holds_every_quotient(a, b):
    assume(b[1] != 0)
    assert holds(quotient(a[0], b[0]), Fraction(a[1]) / Fraction(b[1]))


@given(sets(), NUMBERS)
def test_a_scaled_set_holds_every_product(a, factor):
    assert holds(scaled(a[0], factor), Fraction(a[1]) * Fraction(factor))


@given(sets(), sets())
def test_sets_with_a_number_in_common_meet(a, b):
    if holds(a[0], Fraction(b[1])):
        assert meet(a[0], b[0])
        assert meet(b[0], a[0])


def test_exact_numbers_stay_exact():
    assert total([point(700.0), point(500.0)]) == point(1200.0)
    assert total([Interval(1.0, None, True), point(2.0)]) == Interval(3.0, None, True)
    assert difference(Interval(1.0, 2.0, True), point(1.0)) == Interval(0.0, 1.0, True)
    assert product(Interval(-2.0, 3.0), Interval(4.0, 5.0)) == Interval(-10.0, 15.0)
    assert quotient(point(1.0), Interval(0.0, 2.0)) == Interval(None, None)
    assert quotient(point(8.0), Interval(2.0, None)) == Interval(0.0, 4.0)


def test_what_only_touches_meets_unless_an_end_is_left_out():
    assert meet(Interval(0.0, 1.0), Interval(1.0, 2.0))
    assert not meet(Interval(0.0, 1.0, upper_open=True), Interval(1.0, 2.0))
    assert not meet(Interval(0.0, 1.0), Interval(1.1, 2.0))
    assert meet(point(0.1 + 0.2), point(0.3))


def readings(text: str) -> list[tuple[float | None, float | None]]:
    (quantity,) = quantities(text)
    return [(each.lower, each.upper) for each in printed(text, quantity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,209 boats came.", [(1209, 1209)]),
        ("1,200 boats came.", [(1200, 1200), (1150, 1250)]),
        ("20 boats came.", [(20, 20), (15, 25)]),
        ("Two hundred boats came.", [(200, 200), (150, 250)]),
        ("It costs $1.5m.", [(1_450_000, 1_550_000)]),
        ("It costs $1.20.", [(1.195, 1.205)]),
        ("It costs $2 million.", [(1_999_999.5, 2_000_000.5), (1_500_000, 2_500_000)]),
        ("It weighs 5 tonnes.", [(4.5, 5.5)]),
        ("33% of the boats came.", [(32.5, 33.5)]),
        ("30% of the boats came.", [(29.5, 30.5), (25, 35)]),
        ("3.0% of the boats came.", [(2.95, 3.05)]),
        ("More than 1,000 boats came.", [(1000, None)]),
        ("About 1,000 boats came.", [(900, 1100), (500, 1500)]),
        ("About 1,200 boats came.", [(1080, 1320)]),
        ("Nearly 1,209 boats came.", [(1088.1, 1209)]),
        ("From 3 to 5 boats came.", [(3, 5)]),
        ("A quarter of the boats came.", [(0.24995, 0.25005), (0.2, 0.3)]),
        ("The number of boats doubled.", [(1.99995, 2.00005), (1.6, 2.4)]),
    ],
)
def test_what_is_printed_stands_for_what_would_be_printed_so(text, expected):
    assert readings(text) == [pytest.approx(each) for each in expected]


@given(st.integers(1, 10**7), st.sampled_from(["", "about ", "nearly ", "at least ", "less than "]))
def test_each_reading_holds_the_one_before(number, bound):
    text = f"There were {bound}{number:,} boats."
    (quantity,) = quantities(text)
    found = printed(text, quantity)
    assert found
    for a, b in pairwise(found):
        assert (b.lower or 0) <= (a.lower or 0) <= (a.upper or 0) <= (b.upper or 0)


@given(st.decimals("0.1", "9999", places=2), st.integers(0, 2))
def test_a_rounded_number_stands_for_the_number(value, places):
    text = f"There were {round(value, places):,} tonnes of fish."
    found = quantities(text)
    assume(len(found) == 1 and round(value, places) > 0)
    widest = printed(text, found[0])[-1]
    assert meet(widest, point(float(value)))
