"""Hostile input: a value or no quantity, never an exception, in linear time."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.quantities import quantities
from onrecord.record import Quantity

WORDS = [
    "one",
    "two",
    "half",
    "a",
    "third",
    "of",
    "the",
    "dozens",
    "more",
    "than",
    "less",
    "not",
    "exceed",
    "does",
    "between",
    "and",
    "to",
    "from",
    "5",
    "1,200",
    "2.5",
    "2019",
    "%",
    "$",
    "€",
    "per",
    "cent",
    "million",
    "trucks",
    "people",
    "day",
    "-",
    "–",
    "(",
    ")",
    ",",
    ".",
    ";",
    ":",
    "/",
    "+",
    "<",
    ">",
    "=",
    "≤",
    "that",
    "the",
    "same",
    "number",
    "what",
    "was",
    "rose",
    "fell",
    "by",
    "up",
    "down",
    "compared",
    "with",
    "km",
    "kg",
    "s",
    "in",
    "out",
    "ten",
    "every",
    "hundred",
    "times",
    "as",
    "many",
    "twice",
    "old",
    "year",
    "aged",
    "Ana",
    "Gate",
    "½",
    "٣٬٥٠٠",
    "1e999",
    "e",
    "\n",
    "no",
    "send",
    "5th",
    "tenth",
    "place",
    "higher",
    "lower",
    "against",
    "well",
    "short",
    "call",
    "+",
    "0",
    "20",
    "°",
    "′",
    "N",
    "ft",
    "in",
    "lb",
    "oz",
    "dollars",
    "cents",
    "each",
    "share",
    "at",
    "rate",
    "average",
    "went",
    "from",
    "every",
    "double",
    "halved",
    "hundred",
    "or",
    "six",
]


def check(text: str, found: tuple[Quantity, ...]) -> None:
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        ends = [end for end in (quantity.lower, quantity.upper) if end is not None]
        assert ends
        assert all(math.isfinite(end) for end in ends)
        for phrase in (quantity.of, quantity.share_of, quantity.compared):
            assert phrase is None or text[phrase.span.start : phrase.span.end] == phrase.text
            assert phrase is None or not (phrase.text.startswith("-") or phrase.text.endswith("-"))
    assert [quantity.id for quantity in found] == [f"n{k}" for k in range(1, len(found) + 1)]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_mixture_of_the_grammar_s_words(text: str) -> None:
    check(text, quantities(text))


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_the_same_without_blanks(text: str) -> None:
    check(text, quantities(text))


@given(st.lists(st.sampled_from(["5", "-", " ", "well", "year", "trucks", "of", "the", "is", "%", ". "]), max_size=30))
def test_hyphens_anywhere(parts: list[str]) -> None:
    text = "".join(parts)
    check(text, quantities(text))


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text, quantities(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9" * 400 + " trucks", []),
        ("1e999 trucks", []),
        ("MMXXIV", []),
        ("٣٬٥٠٠", [3500.0]),
        ("½", [0.5]),
        ("(" * 10_000 + "5 trucks" + ")" * 10_000, [5.0]),
        ("", []),
        ("\x00 5\ud800 trucks", [5.0]),
    ],
)
def test_odd_numbers(text: str, wanted: list[float]) -> None:
    found = quantities(text)
    check(text, found)
    assert [quantity.lower for quantity in found] == wanted


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "5 ",
        "5-",
        "5-trucks-",
        "1,",
        "1e",
        "five ",
        "one and ",
        "more than ",
        "5% of ",
        "5 trucks that ",
        "(",
        "$",
        "per 5 ",
        "half a ",
        "5 to ",
    ],
)
def test_time_grows_with_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit)) + "5 trucks"
        start = time.process_time()
        quantities(text)
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(20_000), seconds(160_000)
    assert large < 20 * small + 0.5


def test_a_megabyte_of_prose() -> None:
    sentence = "The number of trucks that entered the port in May does not exceed 1,200, the mayor said. "
    start = time.process_time()
    assert len(quantities(sentence * 10_000)) == 10_000
    assert time.process_time() - start < 20
