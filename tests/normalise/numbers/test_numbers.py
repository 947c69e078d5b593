"""Numbers as people write them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.numbers import numbers


def values(text: str) -> list[float]:
    return [value for _, _, value in numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventeen", 17),
        ("twenty-eight thousand six hundred and forty-two", 28642),
        ("one hundred and six", 106),
        ("a hundred", 100),
        ("one thousand and five hundred", 1500),
        ("two million three hundred thousand", 2300000),
        ("2 million 300 thousand", 2300000),
        ("3 hundred and 21", 321),
        ("2.3 million", 2.3e6),
        ("1.5bn", 1.5e9),
        ("5k", 5000),
        ("35 lakh", 3.5e6),
        ("1 crore", 1e7),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("quarter million", 250000),
        ("three million and a half", 3.5e6),
        ("one and a half", 1.5),
        ("two and three quarters", 2.75),
        ("10 1/2", 10.5),
        ("1½", 1.5),
        ("½", 0.5),
        ("1/16", 0.0625),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("one fifth", 0.2),
        ("one in five", 0.2),
        ("seven out of ten", 0.7),
        ("1 in 12", 1 / 12),
        ("tens of thousands", 20000),
        ("hundreds of millions", 2e8),
        ("dozens", 24),
        ("several hundred", 300),
        ("a few thousand", 3000),
        ("five point seven", 5.7),
        ("two hundred point seventy-one", 200.71),
        ("minus five", -5),
        ("-5.5", -5.5),
        (".001", 0.001),
        ("1 209 000", 1209000),
        ("1\u202f234\u202f567.89", 1234567.89),
        ("1.5e6", 1.5e6),
        ("12e-1", 1.2),
        ("1.3 × 10⁶", 1.3e6),
        ("6.2x10^-4", 6.2e-4),
        ("٣٬٥٠٠", 3500),
        ("tenfold", 10),
        ("12-fold", 12),
        ("twice", 2),
        ("two-and-a-half", 2.5),
        ("1-in-5", 0.2),
    ],
)
def test_one_number(text: str, value: float) -> None:
    assert values(text) == pytest.approx([value])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one hundred and six hundred", [100, 600]),
        ("between 100 and 200", [100, 200]),
        ("3 200 and 2019 300", [3200, 2019, 300]),
        ("two and three", [2, 3]),
        ("$35m of grain, 35 m of rope", [35e6, 35]),
        ("5 in 10 minutes", [5, 10]),
        ("won 3 in 2009", [3, 2009]),
    ],
)
def test_several_numbers(text: str, wanted: list[float]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MMXXIV",
        "1e999",
        "9" * 400,
        "the first half",
        "a third party",
        "a quarter earlier",
        "a baker's dozen",
    ],
)
def test_no_number(text: str) -> None:
    assert values(text) == []


def test_separators_follow_the_text() -> None:
    assert values("1.209 camiones y 3,5 barcos") == [1209, 3.5]
    assert values("1.209 trucks and 3.5 boats") == [1.209, 3.5]


def test_spans_are_exact() -> None:
    text = "Some twenty-two boats, 2.3 million fish."
    assert [text[a:b] for a, b, _ in numbers(text)] == ["twenty-two", "2.3 million"]


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = [*ONES.split(), "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int) -> str:
    """``n`` below a billion in words."""
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            link = " and " if 0 < rest < 100 else " "
            return spelled(n // size) + f" {name}" + (link + spelled(rest) if rest else "")
    raise AssertionError(n)


@given(st.integers(0, 10**9 - 1))
def test_words_round_trip(n: int) -> None:
    assert values(spelled(n)) == [n]


@given(st.text(alphabet="0123456789.,-/ eE×^½⅓٣۵ %$kmbn", max_size=60))
def test_any_digits_give_values_in_order_or_none(text: str) -> None:
    found = numbers(text)
    assert all(0 <= a < b <= len(text) and abs(value) < float("inf") for a, b, value in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
