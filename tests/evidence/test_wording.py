"""Words as they are compared: forms of one, those that never narrow, and where a name stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evidence.wording import contents, covers, finds, frequencies, name_words, needed, same_word, words
from onrecord.spans import Span


def of(text: str) -> list[str]:
    return [word.low for word in words(text, [Span(0, len(text))])]


def test_words_are_folded_with_their_places() -> None:
    text = "Port Élsin’s year-on-year rate"
    found = words(text, [Span(0, len(text))])
    assert [word.low for word in found] == ["port", "elsin", "year", "on", "year", "rate"]
    assert [text[word.span.start : word.span.end] for word in found][:2] == ["Port", "Élsin’s"]


def test_only_the_words_in_the_spans() -> None:
    assert [word.low for word in words("one two three", [Span(0, 3), Span(8, 13)])] == ["one", "three"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("entered", "entering"),
        ("lorries", "lorry"),
        ("enrolment", "enrolled"),
        ("visitors", "visitor"),
        ("delivered", "received"),
    ],
)
def test_forms_of_one_word(a: str, b: str) -> None:
    assert same_word(a, b) and same_word(b, a)


@pytest.mark.parametrize(("a", "b"), [("rain", "train"), ("import", "export"), ("north", "south")])
def test_other_words(a: str, b: str) -> None:
    assert not same_word(a, b)


@given(st.text("abcdeginrst", min_size=1, max_size=9), st.text("abcdeginrst", min_size=1, max_size=9))
def test_sameness_goes_both_ways(a: str, b: str) -> None:
    assert same_word(a, a)
    assert same_word(a, b) == same_word(b, a)


def test_what_narrows_is_left() -> None:
    text = "The total number of elderly visitors rose to 40 in May"
    assert [word.low for word in contents(words(text, [Span(0, len(text))]))] == ["elderly", "visitors"]


def test_a_label_needs_its_words_less_those_for_figures() -> None:
    text = "number of boats that left the port"
    assert [word.low for word in needed(words(text, [Span(0, len(text))]))] == ["boats", "left", "port"]


def test_every_word_of_a_label_must_be_there() -> None:
    assert covers(["boat", "leave"], of("Forty boats were leaving"))
    assert not covers(["boat", "sink"], of("Forty boats were leaving"))


def test_a_name_stands_together() -> None:
    found = words("Elsin port is not Port Elsin", [Span(0, 28)])
    assert finds("Port Elsin", found) == [4]
    assert finds("", found) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("the People’s Bay", "In the People’s Bay it rained."),
        ("Marks & Tarn", "Marks & Tarn sold it."),
        ("Sana‘a", "They came to Sana‘a."),
        ("St. Elsin’s", "St. Elsin’s quay"),
        ("Port Elsin", "PORT ELSIN’S VISITORS"),
        ("U.S.", "The U.S.’s visitors"),
    ],
)
def test_a_name_is_read_as_the_text_is(name: str, text: str) -> None:
    assert len(finds(name, words(text, [Span(0, len(text))]))) == 1
    assert name_words(name) == tuple(of(name.removeprefix("the ")))


def test_how_often_is_a_word_for_time() -> None:
    assert "monthly" in frequencies() and "visitors" not in frequencies()


def test_a_name_of_function_words_needs_its_capitals():
    said = "It gave us 300 boats, and the US gave 40."
    found = words(said, [Span(0, len(said))])
    assert [found[i].span.start for i in finds("US", found)] == [said.index("US")]
