"""Figures in the units of series, and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.memory import quantity
from onrecord.evidence.measures import claimed_words, distance_words, in_unit, number_words
from onrecord.record import Interval


def test_intervals_in_another_unit() -> None:
    [km] = in_unit((Interval(1000, 2000),), "m", "km") or ()
    assert (km.lower, km.upper) == pytest.approx((1, 2))
    [percent] = in_unit((Interval(0.25, None),), "1", "%") or ()
    assert (percent.lower, percent.upper) == (25, None)
    assert in_unit((Interval(1, 2),), "kg", "kg") == (Interval(1, 2),)


@pytest.mark.parametrize(("unit", "to"), [("kg", "m"), ("EUR", "USD"), ("%", "kg")])
def test_what_does_not_convert(unit: str, to: str) -> None:
    assert in_unit((Interval(1, 2),), unit, to) is None


@given(st.floats(-1e6, 1e6), st.sampled_from([("kg", "t"), ("km", "m"), ("mm", "cm")]))
def test_there_and_back_is_the_same(number: float, units: tuple[str, str]) -> None:
    there = in_unit((Interval(number, number),), *units)
    assert there
    [back] = in_unit(there, units[1], units[0]) or ()
    assert back.lower == pytest.approx(number, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1200, "1,200"), (0.1 + 0.2, "0.3"), (3007.87, "3,007.9"), (426.14, "426.1"), (4.9113, "4.911"), (-0.8, "-0.8")],
)
def test_numbers_as_people_write_them(number: float, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at most 1,200 boats", "at most 1,200"),
        ("fewer than 1,200 boats", "less than 1,200"),
        ("at least 4.2 %", "at least 4.2 %"),
        ("about 30 km", "about 30 km"),
        ("between 200 and 300 boats", "200 to 300"),
        ("40 boats", "40"),
    ],
)
def test_what_was_claimed_in_words(text: str, words: str) -> None:
    assert claimed_words(quantity(text)) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1209, "0.75 % above"),
        (900, "10 % below"),
        (1100, None),
        (2388, "99 % above"),
        (2398, "100 % above"),
        (9000, "7,800 above"),
    ],
)
def test_how_far_outside(number: float, words: str | None) -> None:
    assert distance_words(Interval(1000, 1200), number) == words


def test_outside_nought_has_no_share() -> None:
    assert distance_words(Interval(None, 0), 57) == "57 above"
