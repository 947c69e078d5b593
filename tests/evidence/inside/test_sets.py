"""Sums of sets of values: whatever the numbers were, the result holds theirs."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.evidence.inside.sets import difference, meet, point, product, quotient, scaled, total
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
