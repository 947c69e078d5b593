"""A quotation belongs to one content whole, or to none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.reader.quoted import Quoted, quoted, snap, subtract, union
from onrecord.reader.words import split

RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda x: (x[0], x[0] + x[1])), max_size=6)


def test_most_of_a_quotation_takes_all_of_it() -> None:
    quotations = Quoted([(5, 20)], [13], [False])
    assert snap([(7, 18)], [(22, 23)], quotations) == [(5, 20)]


def test_a_little_of_a_long_quotation_is_given_up() -> None:
    quotations = Quoted([(5, 20)], [13], [False])
    assert snap([(0, 8)], [(22, 23)], quotations) == [(0, 5)]


def test_a_little_of_a_short_one_stays() -> None:
    quotations = Quoted([(5, 10)], [3], [False])
    assert snap([(0, 6)], [(22, 23)], quotations) == [(0, 6)]


def test_a_quotation_around_the_cue_is_left_alone() -> None:
    quotations = Quoted([(0, 30)], [28], [False])
    assert snap([(10, 28)], [(5, 6)], quotations) == [(10, 28)]


def test_quotations_of_words_with_their_chains(tokenizer: Tokenizer) -> None:
    words = split("He said:\n\n“One two.\n\n“Three,” she added. “Four.”", tokenizer)
    found = quoted(words)
    texts = [words.text[words.starts[a] : words.ends[b - 1]] for a, b in found.ranges]
    assert texts == ["“One two.", "“Three,”", "“Four.”"]
    assert found.chains == [[0, 1], [2]]


def test_touching() -> None:
    quotations = Quoted([(0, 5), (8, 12), (20, 30)], [3, 2, 8], [False] * 3)
    assert list(quotations.touching((4, 9))) == [0, 1]
    assert list(quotations.touching((12, 20))) == []
    assert list(quotations.touching((29, 50))) == [2]


@given(RANGES, RANGES)
def test_union_and_subtract_are_set_operations(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> None:
    cells = lambda ranges: {i for start, end in ranges for i in range(start, end)}  # noqa: E731
    assert cells(union([*a, *b])) == cells(a) | cells(b)
    assert cells(subtract(union(a), union(b))) == cells(a) - cells(b)
