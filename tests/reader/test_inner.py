"""What stands inside masked names, put back beside what the encoder says of their places."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader import inner
from onrecord.reader.labels import MENTION_TAGS, PARTS, RELATIONS
from onrecord.reader.masking import Masked, masked
from onrecord.reader.session import session
from onrecord.reader.words import Words, split

TEXT = "In March the Port Board of Quell said that Marisol Venn left."


def made(text: str) -> tuple[Words, Masked]:
    words = split(text, session().tokenizer)
    return words, masked(words, frozenset())


def test_names_come_as_their_pieces_with_their_places() -> None:
    words, unnamed = made(TEXT)
    found = inner.names(words, unnamed)
    assert [TEXT[words.starts[a] : words.ends[b - 1]] for a, b in unnamed.names] == [
        "the Port Board of Quell",
        "Marisol Venn",
    ]
    assert found.starts.tolist() == [2, 9]
    assert found.units.tolist() == [2, 5]
    piece = np.append(words.first, len(words.pieces))
    for row, (start, end) in enumerate(unnamed.names):
        pieces = words.pieces[piece[start] : piece[end]].tolist()
        assert found.pieces[row, : len(pieces)].tolist() == pieces
        assert found.mask[row].sum() == len(pieces)
        assert found.firsts[row, : end - start].tolist() == (words.first[start:end] - piece[start]).tolist()
        assert (found.firsts[row, end - start :] == -1).all()


def test_names_of_a_window_are_those_whose_unit_lies_in_it() -> None:
    words, unnamed = made(TEXT)
    assert inner.names(words, unnamed, (3, 7)).starts.tolist() == [9]
    empty = inner.names(words, unnamed, (0, 2))
    assert empty.pieces.shape == (0, 1)


def test_a_name_too_long_to_read_ends_where_reading_does() -> None:
    words, unnamed = made("Qzj" * 30 + " Venn left.")
    found = inner.names(words, unnamed)
    assert found.pieces.shape[1] == inner.LONGEST
    assert found.firsts[0].tolist() == [0, -1]


def tree(parts: list[int], relations: list[int], heads: list[int]) -> inner.Tree:
    return inner.Tree(np.array(parts, np.int8), np.array(relations, np.int8), np.array(heads, np.int32))


def test_a_tree_is_unfolded_at_the_word_that_stands_for_the_name() -> None:
    words, unnamed = made("We met Marisol Venn today.")
    assert unnamed.unit.tolist() == [0, 1, 2, 2, 3, 4]
    outer = tree([1, 2, 3, 4, 5], [10, 11, 12, 13, 14], [1, 1, 1, 2, 1])
    inside = inner.Tree(*(np.array([row], kind) for row, kind in (([6, 7], np.int8), ([8, 9], np.int8), ([1, 1], int))))
    found = inner.unfolded(unnamed, outer, [(inner.names(words, unnamed), inside)])
    assert found.heads.tolist() == [1, 1, 3, 1, 3, 1]
    assert found.parts.tolist() == [1, 2, 6, 7, 4, 5]
    assert found.relations.tolist() == [10, 11, 8, 12, 13, 14]


@pytest.mark.parametrize("heads", [[0, 0, 0], [1, 2, 2], [1, 0, 0], [0, 1, 2]])
def test_every_word_of_a_name_hangs_in_it_but_for_one(heads: list[int]) -> None:
    words, unnamed = made("left Ada Marisol Venn")
    outer = tree([0, 0], [0, 0], [0, 0])
    zeros = np.zeros((1, 3), np.int8)
    inside = inner.Tree(zeros, zeros, np.array([heads]))
    found = inner.unfolded(unnamed, outer, [(inner.names(words, unnamed), inside)])
    assert found.heads[0] == 0
    assert sorted(int(head) for head in found.heads[1:] if head == 0) == [0]
    assert set(found.heads[1:].tolist()) <= {0, 1, 2, 3}


def test_what_the_network_says_is_taken_at_the_first_piece_of_each_word() -> None:
    words, unnamed = made("Marisol Venn left.")
    found = inner.names(words, unnamed)
    length = found.pieces.shape[1]
    scores = np.zeros((1, length, MENTION_TAGS + len(PARTS) + len(RELATIONS)), np.float32)
    second = int(found.firsts[0, 1])
    scores[0, 0, 1] = scores[0, second, 2] = 5
    scores[0, second, MENTION_TAGS + 3] = scores[0, second, MENTION_TAGS + len(PARTS) + 4] = 5
    pairs = np.zeros((1, length, 4), np.float32)
    pairs[0, [0, second]] = [[1, 0, 1, 0], [1, 0, 0, 1]]
    tags, trees = inner.read(found, scores, pairs)
    assert tags[0].argmax(1).tolist() == [1, 2]
    assert (trees.parts[0, 1], trees.relations[0, 1]) == (3, 4)
    assert trees.heads[0].tolist() == [0, 0]
    whole = inner.mentions(unnamed, np.ones((3, MENTION_TAGS), np.float32), [(found, tags)])
    assert whole[:2].argmax(1).tolist() == [1, 2]
    assert (whole[2:] == 1).all()
