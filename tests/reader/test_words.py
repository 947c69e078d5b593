"""Words cover a text in order, with the features that the vocabulary loses."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.reader import quotes
from onrecord.reader.words import CASES, GAPS, STATES, split


def test_words_are_runs_of_letters_and_single_marks(tokenizer: Tokenizer) -> None:
    words = split("The U.S. harbour-master said: “No.”", tokenizer)
    pieces = [words.text[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
    assert pieces == ["The", "U", ".", "S", ".", "harbour", "-", "master", "said", ":", "“", "No", ".", "”"]


def test_case(tokenizer: Tokenizer) -> None:
    words = split("the Port NATO 3 A", tokenizer)
    assert words.case.tolist() == [0, 1, 2, 3, 1]


def test_gap_tells_attached_spaced_and_new_line(tokenizer: Tokenizer) -> None:
    words = split("One, two\n\nthree\nfour", tokenizer)
    assert words.gap.tolist() == [2, 0, 1, 2, 2]


def test_state_follows_the_quotation_marks(tokenizer: Tokenizer) -> None:
    words = split("He said “go on” twice", tokenizer)
    expected = [quotes.OUTSIDE] * 2 + [quotes.OPENING] + [quotes.INSIDE] * 2 + [quotes.CLOSING, quotes.OUTSIDE]
    assert words.state.tolist() == expected


def test_a_chunk_too_long_for_prose_is_one_word(tokenizer: Tokenizer) -> None:
    words = split("see " + "a,b" * 2000 + " there", tokenizer)
    assert len(words) == 3
    assert words.ends[1] - words.starts[1] == 6000


def test_lone_surrogates_are_read(tokenizer: Tokenizer) -> None:
    assert len(split("a \ud800 b", tokenizer)) >= 2


def test_no_words_in_nothing(tokenizer: Tokenizer) -> None:
    assert len(split("", tokenizer)) == len(split(" \n ", tokenizer)) == 0


@given(st.text(max_size=200))
def test_offsets_are_in_order_and_features_in_range(tokenizer: Tokenizer, text: str) -> None:
    words = split(text, tokenizer)
    spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert len(words.first) == len(words.case) == len(words.gap) == len(words.state) == len(words)
    for values, count in ((words.case, CASES), (words.gap, GAPS), (words.state, STATES)):
        assert all(0 <= v < count for v in values.tolist())


def test_characters_without_blanks_are_glued(tokenizer) -> None:
    words = split("U.S. 港口 met Venn's 3rd", tokenizer)
    glued = [words.text[s:e] for s, e, g in zip(words.starts, words.ends, words.glued(), strict=True) if g]
    assert glued == ["口"]
