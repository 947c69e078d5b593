"""Numbers inside time expressions."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times
from onrecord.normalise.times.numbers import century_of, full_year


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("twenty-four hours", "PT24H"),
        ("a hundred days", "P100D"),
        ("two hundred and ten years", "P210Y"),
        ("two thousand years", "P2000Y"),
        ("2 1/2 years", "P2Y6M"),
        ("1,200 days", "P1200D"),
        ("2.5 hours", "PT2H30M"),
        ("2½ years", "P2Y6M"),
        ("a couple of weeks", "P2W"),
        ("fifteen months", "P15M"),
    ],
)
def test_amounts(text: str, duration: str) -> None:
    assert [time.duration for time in times(text)] == [duration]


@pytest.mark.parametrize(
    ("two", "near", "year"),
    [(23, 2023, 2023), (98, 2023, 1998), (43, 2023, 2043), (44, 2023, 1944), (5, 1998, 2005)],
)
def test_two_figures_take_the_nearest_century(two: int, near: int, year: int) -> None:
    assert full_year(two, near) == year


def test_centuries_begin_at_round_years() -> None:
    assert century_of(20) == 1900
