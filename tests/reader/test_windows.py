"""Windows cover the words once, in order, and keep paragraphs whole where they can."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.reader.batches import batch
from onrecord.reader.windows import windows
from onrecord.reader.words import split

SENTENCE = "The council met in the old hall and agreed on the new fees. "


@pytest.mark.parametrize("limit", [16, 64, 254])
def test_windows_partition_the_words_within_the_limit(tokenizer: Tokenizer, limit: int) -> None:
    words = split("\n\n".join(SENTENCE * n for n in (1, 9, 2, 40, 1)), tokenizer)
    ranges = windows(words, limit)
    assert ranges[0][0] == 0
    assert ranges[-1][1] == len(words)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(ranges))
    sizes = [words.first[end - 1] - words.first[start] + 1 for start, end in ranges]
    assert max(sizes) <= limit


def test_paragraphs_stay_whole(tokenizer: Tokenizer) -> None:
    words = split("\n\n".join([SENTENCE * 3] * 6), tokenizer)
    for start, _ in windows(words, 100):
        assert words.gap[start] == 2


def test_a_long_paragraph_is_cut_after_a_sentence(tokenizer: Tokenizer) -> None:
    words = split(SENTENCE * 30, tokenizer)
    for _, end in windows(words, 60):
        assert words.text[words.ends[end - 1] - 1] == "."


def test_a_first_limit_moves_the_cuts(tokenizer: Tokenizer) -> None:
    words = split(SENTENCE * 60, tokenizer)
    assert windows(words, 100, 40)[0][1] < windows(words, 100)[0][1]


@given(st.text(alphabet="ab .\n“”", max_size=300), st.integers(1, 40))
def test_any_text_is_covered(tokenizer: Tokenizer, text: str, limit: int) -> None:
    words = split(text, tokenizer)
    assert [i for start, end in windows(words, limit) for i in range(start, end)] == list(range(len(words)))


def test_a_batch_says_where_each_word_begins(tokenizer: Tokenizer) -> None:
    words = split("\n\n".join([SENTENCE * 3] * 4), tokenizer)
    made = batch(words, windows(words, 60))
    flat = made.inputs.reshape(-1, made.inputs.shape[-1])
    assert flat[made.places, 0].tolist() == words.pieces[words.first].tolist()
    assert flat[made.places, 1].tolist() == words.case.tolist()
    assert flat[made.places, 2].tolist() == words.gap.tolist()
    assert flat[made.places, 3].tolist() == words.state.tolist()
    assert (made.mask.sum(1) - 2).sum() == len(words.pieces)
