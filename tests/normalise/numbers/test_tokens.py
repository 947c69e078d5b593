"""Tokens with offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.numbers.tokens import tokenise


def test_digit_runs_words_and_signs() -> None:
    tokens = tokenise("Ana’s $1,209.5m – 20%")
    assert tokens.words == ["Ana’s", "$", "1,209.5", "m", "–", "20", "%"]
    assert tokens.low[0] == "ana's"


def test_gaps_and_edges() -> None:
    tokens = tokenise("5  km")
    assert tokens.gap(1) == 2
    assert tokens.gap(0) == tokens.gap(2) == 1
    assert tokens.word(-1) == tokens.word(2) == ""
    assert tokens.digits(0)
    assert not tokens.digits(1)


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    tokens = tokenise("one two three", 4, 7)
    assert (tokens.words, tokens.starts, tokens.ends) == (["two"], [4], [7])


@given(st.text())
def test_tokens_are_the_text_without_its_blanks(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[a:b] == word for a, b, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True))
    assert "".join(tokens.words) == "".join(text.split())
