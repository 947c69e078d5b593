"""Text to tokens: only runs with a word of time are kept."""

from __future__ import annotations

import pytest

from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.tokens import clusters


def symbols(text: str) -> list[list[str]]:
    return [[token.symbol for token in cluster] for cluster in clusters(text)]


def test_runs_without_a_word_of_time_are_left_out() -> None:
    assert clusters("the first of two at the door") == []
    assert len(clusters("on Tuesday the mayor spoke in May.")) == 2


def test_a_paragraph_ends_a_run() -> None:
    assert len(clusters("May\n\nTuesday")) == 2
    assert len(clusters("3\nMay")) == 1


@pytest.mark.parametrize(
    ("text", "is_year"),
    [
        ("in 1998 it", True),
        ("(1998)", True),
        ("1200 trucks", False),
        ("2000 people", False),
        ("the 2008 elections", True),
        ("number 1998", False),
        ("exceed 1200", False),
        ("in 1066", True),
        ("$1998", False),
        ("1998%", False),
        ("since 2001.", True),
        ("third quarter of 2020 remains", True),
        ("the year 2020 remains", True),
        ("half of 2000 trucks", False),
        ("last year 2000 trucks", False),
    ],
)
def test_four_figures_are_a_year_by_their_neighbours(text: str, is_year: bool) -> None:
    marks = [mark for line in symbols(f"Tuesday {text}") for mark in line]
    assert (symbol("YEAR") in marks) is is_year


def test_a_feast_is_one_token() -> None:
    (cluster,) = clusters("New Year's Eve 2023")
    assert [token.value for token in cluster] == ["new year's eve", 2023, None]
    assert cluster[-1].symbol == symbol("STOP")


def test_a_run_that_a_mark_closes_says_so() -> None:
    for text, closed in (("on the twelfth.", True), ("in May floods", False), ("in May” he said", True)):
        (cluster,) = clusters(text)
        assert (cluster[-1].symbol == symbol("STOP")) is closed


def test_spans_are_those_of_the_text() -> None:
    text = "Sept. 30 at 5 p.m."
    (cluster,) = clusters(text)
    assert [text[token.start : token.end] for token in cluster] == ["Sept.", "30", "at", "5", "p.m.", ""]
