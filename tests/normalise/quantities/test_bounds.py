"""Bounds with open and closed ends, negation included."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.record import Quantity


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("less than 5 boats", "<5 boat"),
        ("fewer than 5 boats", "<5 boat"),
        ("under 5 boats", "<5 boat"),
        ("below 5 boats", "<5 boat"),
        ("up to 5 boats", "≤5 boat"),
        ("at most 5 boats", "≤5 boat"),
        ("no more than 5 boats", "≤5 boat"),
        ("not more than 5 boats", "≤5 boat"),
        ("a maximum of 5 boats", "≤5 boat"),
        ("as many as 5 boats", "≤5 boat"),
        ("more than 5 boats", ">5 boat"),
        ("over 5 boats", ">5 boat"),
        ("exceeding 5 boats", ">5 boat"),
        ("in excess of 5 boats", ">5 boat"),
        ("at least 5 boats", "≥5 boat"),
        ("no fewer than 5 boats", "≥5 boat"),
        ("not less than 5 boats", "≥5 boat"),
        ("a minimum of 5 boats", "≥5 boat"),
        ("5 boats or more", "≥5 boat"),
        ("5 or more boats", "≥5 boat"),
        ("5 boats or fewer", "≤5 boat"),
        ("nearly 5 boats", "~5 boat"),
        ("almost 5 boats", "~5 boat"),
        ("about 5 boats", "~5 boat"),
        ("some 5 boats", "~5 boat"),
        ("roughly 5 boats", "~5 boat"),
        ("5 boats or so", "~5 boat"),
        ("more than just 5 boats", ">5 boat"),
        ("at least another 5 boats", "≥5 boat"),
        ("more than an estimated 5 boats", "~>5 boat"),
        ("dozens of boats", "~≥24 boat"),
        ("hundreds of boats", "~≥200 boat"),
        ("tens of thousands of boats", "~≥20000 boat"),
        ("a couple of boats", "~2 boat"),
        ("several boats", "~≥3 boat"),
        ("> 5 kg", ">5 kg"),
        ("≤ 5 kg", "≤5 kg"),
        (">= 5 kg", "≥5 kg"),
        ("5+ boats", "≥5 boat"),
        ("200-odd boats", "~200 boat"),
        ("not a single boat", "0 boat"),
        ("not one boat", "0 boat"),
    ],
)
def test_bounds(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(f"The harbour saw {text}.") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The number does not exceed 1200.", "≤1200 -"),
        ("The number doesn't exceed 1200.", "≤1200 -"),
        ("The number has never exceeded 1,200.", "≤1200 -"),
        ("The number cannot exceed 1,200.", "≤1200 -"),
        ("The number exceeds 1,200.", ">1200 -"),
        ("The number surpassed 1,200.", ">1200 -"),
        ("The number has not reached 1,200.", "<1200 -"),
        ("The number has not yet reached 1,200.", "<1200 -"),
        ("The number has yet to reach 1,200.", "<1200 -"),
        ("The number reached 1,200.", "1200 -"),
        ("The rate did not fall below 7%.", "≥7 %"),
        ("The rate is not below 7%.", "≥7 %"),
        ("The rate is not over 7%.", "≤7 %"),
    ],
)
def test_negation(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("more than 10 and less than 20", "(10..20) -"),
        ("at most 100 and at least 20 apples", "20..100 apple"),
        ("above 1000 and below 1500", "(1000..1500) -"),
        ("greater than 30 and less than or equal to 40", "(30..40 -"),
        ("between 3 and 5 boats", "3..5 boat"),
        ("from 3 to 5 boats", "3..5 boat"),
        ("3–5 boats", "3..5 boat"),
        ("less than 5000 or equal", "≤5000 -"),
    ],
)
def test_both_ends(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(f"It holds {text}") == [wanted]


def test_ends_that_contradict_each_other_stay_apart(written: Callable[..., list[str]]) -> None:
    assert written("More than 40 and less than 10 are not the same.") == [">40 -", "<10 -"]


def test_the_bound_is_part_of_the_span(only: Callable[[str], Quantity]) -> None:
    text = "The number of trucks does not exceed 1200, the mayor said."
    span = only(text).span
    assert text[span.start : span.end] == "does not exceed 1200"


def test_a_minimum_wage_is_a_wage(written: Callable[..., list[str]]) -> None:
    assert written("They support a $15 minimum wage.") == ["15 USD"]
    assert written("They want $15 minimum.") == ["≥15 USD"]
    assert written("They want $15 plus tax.") == ["15 USD"]


def test_over_a_time_is_during(written: Callable[..., list[str]]) -> None:
    assert written("They pay $30 billion over 10 years.") == ["3e+10 USD", "10 a"]
    assert written("It lasted for over 10 years.") == [">10 a"]


@pytest.mark.parametrize("text", ["<>30", "=>30", "=<30"])
def test_signs_that_are_no_order(text: str, written: Callable[..., list[str]]) -> None:
    assert all(line[0] not in "<>≤≥" for line in written(text))
