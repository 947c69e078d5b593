"""The edges of an attribution's parts, on word ranges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.reader.edges import cut, paragraph_numbers, sentence_numbers, trim, undated, whole
from onrecord.reader.words import split


def test_paragraph_numbers(tokenizer: Tokenizer) -> None:
    words = split("One two.\n\nThree\nfour.\n\nFive", tokenizer)
    assert paragraph_numbers(words).tolist() == [1, 1, 1, 2, 2, 2, 3]


def test_sentences_end_outside_quotations_and_not_after_abbreviations(tokenizer: Tokenizer) -> None:
    words = split("“One. Two,” Dr. Dorn said. “Three.” Four U.S. boats left.\n\nFive", tokenizer)
    numbers = sentence_numbers(words, paragraph_numbers(words))
    starts = [words.text[words.starts[i] :][:4] for i in range(1, len(words)) if numbers[i] > numbers[i - 1]]
    assert starts == ["“Thr", "Five"]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=20).map(sorted), st.data())
def test_cutting_loses_no_word_and_crosses_no_edge(numbers: list[int], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(numbers) - 1))
    end = data.draw(st.integers(start + 1, len(numbers)))
    paragraph = np.array(numbers)
    parts = cut([(start, end)], paragraph)
    assert [i for a, b in parts for i in range(a, b)] == list(range(start, end))
    assert all(len(set(numbers[a:b])) == 1 for a, b in parts)


@pytest.mark.parametrize(
    ("source", "cue", "expected"),
    [
        ([], (5, 6), []),
        ([(0, 3)], (5, 6), [(0, 3)]),
        ([(0, 3), (4, 5)], (6, 7), [(0, 5)]),
        ([(0, 3), (9, 10)], (5, 6), [(0, 3)]),
        ([(4, 5), (6, 8)], (5, 6), [(6, 8)]),
    ],
)
def test_a_source_is_one_stretch(source: list, cue: tuple[int, int], expected: list) -> None:
    assert whole(source, cue) == expected


def test_marks_at_the_edges_are_left_out(tokenizer: Tokenizer) -> None:
    words = split(", the pier – and : “ the boats ” ;", tokenizer)
    assert trim(words, [(0, 4)]) == [(1, 3)]
    assert trim(words, [(5, 11)]) == [(6, 10)]
    assert trim(words, [(5, 7), (3, 4)]) == []
    words = split("it left Mr. Dorn, but", tokenizer)
    assert trim(words, [(0, len(words))]) == [(0, 5)]
    words = split("it left the U.S.", tokenizer)
    assert trim(words, [(0, len(words))]) == [(0, len(words))]
    words = split("it left.", tokenizer)
    assert trim(words, [(0, len(words))]) == [(0, 2)]


def test_a_cue_ends_before_its_day(tokenizer: Tokenizer) -> None:
    words = split("said on Tuesday", tokenizer)
    assert undated(words, (0, 3)) == (0, 1)
    assert undated(words, (2, 3)) == (2, 3)
    assert undated(split("called on everyone", tokenizer), (0, 2)) == (0, 2)
    assert undated(split("reported Friday", tokenizer), (0, 2)) == (0, 1)
