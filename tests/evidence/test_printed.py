"""The sets that figures as printed stand for."""

from __future__ import annotations

from itertools import pairwise
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.memory import quantity
from onrecord.evidence.printed import counted, printed
from onrecord.evidence.verdict import holds
from onrecord.record import Interval


def sets(text: str) -> tuple[Interval, ...]:
    found = quantity(text)
    return printed(text[found.span.start : found.span.end], found, text[: found.span.start])


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("4.2 %", [(4.15, 4.25)]),
        ("4 %", [(3.5, 4.5)]),
        ("1,234 boats", [(1233.5, 1234.5)]),
        ("1,200 boats", [(1150, 1250)]),
        ("300 boats", [(295, 305), (270, 330)]),
        ("1.2 million people", [(1_150_000, 1_250_000)]),
        ("about 100 boats", [(90, 110)]),
        ("about 35,000 boats", [(31_500, 38_500)]),
        ("about 35,100 boats", [(34_047, 36_153)]),
        ("some 41.5 % of the boats", [(40.255, 42.745)]),
        ("about 150 boats", [(135, 165)]),
        ("exactly 1,200 boats", [(1199.5, 1200.5)]),
        ("a third of the boats", [(0.3, 11 / 30)]),
    ],
)
def test_a_figure_stands_for_what_would_be_printed_so(text: str, ends: list[tuple[float, float]]) -> None:
    found = [(one.lower, one.upper) for one in sets(text)]
    for (lower, upper), (low, high) in zip(found, ends, strict=False):
        assert lower is not None and upper is not None
        assert isclose(lower, low, rel_tol=1e-3) and isclose(upper, high, rel_tol=1e-3)
    assert len(found) == len(ends)


def test_nearly_stays_below() -> None:
    [near] = sets("nearly 100 boats")
    assert not holds(near, 100)
    assert holds(near, 99.9) and holds(near, 90)
    [close] = sets("nearly 35,100 boats")
    assert holds(close, 34_200) and not holds(close, 35_100) and not holds(close, 33_000)


def test_a_bound_is_read_as_it_stands_and_as_rounded() -> None:
    close, wide = sets("at most 1,200 boats")
    assert (close.lower, close.upper, close.upper_open) == (None, 1200, False)
    assert wide.upper == 1250


def test_a_bound_to_its_last_digit_has_one_reading() -> None:
    assert sets("fewer than 1,234 boats") == (Interval(None, 1234, upper_open=True),)


def test_a_range_is_read_to_the_last_digit_of_its_ends_and_as_rounded() -> None:
    close, wide = sets("between 150 and 170 boats")
    assert (close.lower, close.upper) == (149.5, 170.5)
    assert holds(wide, 174) and not holds(wide, 177)


def test_just_over_is_near() -> None:
    near = sets("It had just over 100 boats")[0]
    assert holds(near, 104) and not holds(near, 150) and not holds(near, 99)


NUMBERS = st.integers(1, 9_999_999).map(lambda n: f"{n:,}") | st.tuples(st.integers(0, 999), st.integers(0, 99)).map(
    lambda pair: f"{pair[0]}.{pair[1]:02d}"
)


@given(NUMBERS, st.sampled_from(["", "about ", "exactly ", "at least ", "no more than "]))
def test_sets_hold_the_figure_and_each_is_within_the_next(written: str, before: str) -> None:
    found = sets(f"It was {before}{written} tonnes")
    value = float(written.replace(",", ""))
    assert found
    assert all(holds(one, value) for one in found)
    for inner, outer in pairwise(found):
        assert outer.lower is None or (inner.lower is not None and outer.lower <= inner.lower)
        assert outer.upper is None or (inner.upper is not None and outer.upper >= inner.upper)


@given(st.integers(1, 999_999))
def test_no_reading_of_a_plain_number_is_wider_than_a_tenth_either_way(number: int) -> None:
    last = sets(f"It was {number:,} tonnes")[-1]
    assert last.lower is not None and last.upper is not None
    assert last.upper - last.lower <= max(1.0, 0.2 * number) + 1e-9


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1,209 boats", True),
        ("two hundred boats", False),
        ("1.2 million boats", False),
        ("about 1,209 boats", False),
        ("1,209 boats a day", False),
        ("4.2 tonnes", False),
    ],
)
def test_a_count_to_the_unit_may_be_that_very_number(text: str, count: bool) -> None:
    found = quantity(text)
    assert counted(text[found.span.start : found.span.end], found) is count
