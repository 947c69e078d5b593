"""What stands inside each masked name: which words of it name whom, their parts of speech, and how they hang together.

A small network reads a name's own pieces and what the encoder says of the place where it stands; nothing it finds goes
back to the encoder.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.labels import MENTION_TAGS, PARTS
from onrecord.reader.words import MASKED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.reader.masking import Masked
    from onrecord.reader.words import Words

__all__ = ["LONGEST", "Names", "Tree", "grouped", "mentions", "names", "read", "unfolded"]

LONGEST = 32
"""Pieces of a name that are read; words beyond them are no names."""


@dataclass(frozen=True, slots=True)
class Names:
    """The masked names of some words side by side, padded to the longest.

    ``pieces``, ``case``: int64 ``(names, length)``; ``mask``: int32 ``(names, length)``, 1 where there is a piece;
    ``units``: int64 ``(names,)``, which of the encoder's words each name is; ``firsts``: int64 ``(names, words)``,
    where the first piece of each of a name's words is, -1 where there is no word, or none that is read; ``starts``:
    int64 ``(names,)``, a name's first word in the text.
    """

    pieces: NDArray[np.int64]
    case: NDArray[np.int64]
    mask: NDArray[np.int32]
    units: NDArray[np.int64]
    firsts: NDArray[np.int64]
    starts: NDArray[np.int64]

    def only(self, rows: NDArray[np.int64]) -> Names:
        """Some of the names, padded to the longest of them."""
        mask, firsts = self.mask[rows], self.firsts[rows]
        length, most = int(mask.sum(1).max(initial=1)), int((firsts >= 0).sum(1).max(initial=1))
        cut = (self.pieces[rows, :length], self.case[rows, :length], mask[:, :length])
        return Names(*cut, self.units[rows], firsts[:, :most], self.starts[rows])


def grouped(found: Names) -> list[NDArray[np.int64]]:
    """The rows of ``found`` in groups of like length, so that little is padding: most names are short, a few long."""
    lengths = found.mask.sum(1)
    limits = [0, *_LENGTHS, LONGEST]
    groups = (np.flatnonzero((lengths > low) & (lengths <= high)) for low, high in pairwise(limits))
    return [group for group in groups if len(group)]


_LENGTHS = (2, 4, 8)


def names(words: Words, masked: Masked, window: tuple[int, int] | None = None) -> Names:
    """The names of ``masked``, of its words ``window`` only where that is given, as arrays.

    ``words`` are the text's own.
    """
    piece = np.append(words.first, len(words.pieces))
    low, high = window or (0, len(masked.words))
    chosen = masked.names[slice(*masked.named.searchsorted((low, high)).tolist())]
    length = max((min(int(piece[end] - piece[start]), LONGEST) for start, end in chosen), default=1)
    most = max((end - start for start, end in chosen), default=1)
    shape = (len(chosen), length)
    pieces, case, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int32)
    firsts = np.full((len(chosen), most), -1, np.int64)
    for row, (start, end) in enumerate(chosen):
        size = min(int(piece[end] - piece[start]), length)
        pieces[row, :size] = words.pieces[piece[start] : piece[start] + size]
        case[row, :size] = np.repeat(words.case[start:end], np.diff(piece[start : end + 1]))[:size]
        mask[row, :size] = 1
        places = words.first[start:end] - piece[start]
        firsts[row, : end - start] = np.where(places < size, places, -1)
    starts = np.array([start for start, _ in chosen], np.int64)
    return Names(pieces, case, mask, masked.unit[starts] if len(starts) else starts, firsts, starts)


@dataclass(frozen=True, slots=True)
class Tree:
    """Parts of speech, relations and heads of words (indices; a root is its own head), arrays of one length."""

    parts: NDArray[np.int8]
    relations: NDArray[np.int8]
    heads: NDArray[np.int32]


def unfolded(masked: Masked, outer: Tree, inner: Iterable[tuple[Names, Tree]]) -> Tree:
    """The tree of a text's own words, from that of the encoder's words and those inside names.

    ``outer``: a row for each word of ``masked.words``; ``inner``: rows ``(names, words)`` as ``Names.firsts`` has them,
    heads counted within the name. The word of a name that is its own head stands for the name: it hangs where the name
    does, and what hangs on the name hangs on it.
    """
    unit = masked.unit
    first = np.flatnonzero(np.diff(unit, prepend=-1))
    tops = first.copy()
    tree = Tree(outer.parts[unit], outer.relations[unit], np.zeros(len(unit), np.int32))
    for found, trees in inner:
        for row, (start, places) in enumerate(zip(found.starts.tolist(), found.firsts, strict=True)):
            count = int((places >= 0).sum())
            own = trees.heads[row, :count]
            alone = own == np.arange(count)
            top = int(alone.argmax())
            tops[unit[start]] = start + top
            size = int(unit.searchsorted(unit[start], side="right")) - start
            heads, parts, relations = (x[start : start + size] for x in (tree.heads, tree.parts, tree.relations))
            heads[:] = start + top
            heads[:count][~alone] = start + own[~alone]
            parts[:count] = trees.parts[row, :count]
            stays = np.arange(count) != top
            relations[:count][stays] = trees.relations[row, :count][stays]
    tree.heads[tops] = tops[outer.heads]
    plain = masked.words.case[unit] != MASKED
    tree.heads[plain] = tops[outer.heads[unit[plain]]]
    return tree


def read(found: Names, scores: NDArray[np.float32], pairs: NDArray[np.float32]) -> tuple[NDArray[np.float32], Tree]:
    """What the network for names says of the words of names: scores of the tags of names, and their trees.

    ``scores``: ``(names, length, tags)``, a row a piece, the tags of names, parts of speech and relations beside each
    other; ``pairs``: what each piece gives as a dependent, and as a head. Rows of the result are ``(names, words)``.
    """
    rows = np.arange(len(found.firsts))[:, None]
    places = np.maximum(found.firsts, 0)
    there = found.firsts >= 0
    tags, parts, relations = np.split(scores[rows, places], np.cumsum([MENTION_TAGS, len(PARTS)]).tolist(), axis=2)
    left, right = np.split(pairs[rows, places], 2, axis=2)
    arcs = np.where(there[:, None], left @ right.transpose(0, 2, 1), np.float32(-1e4))
    return tags, Tree(
        parts.argmax(2).astype(np.int8), relations.argmax(2).astype(np.int8), arcs.argmax(2).astype(np.int32)
    )


def mentions(
    masked: Masked, outer: NDArray[np.float32], inner: Iterable[tuple[Names, NDArray[np.float32]]]
) -> NDArray[np.float32]:
    """Scores of the tags of names for a text's own words, from those of the encoder's words and those inside names.

    Words of a name too long to be read are outside.
    """
    out = outer[masked.unit]
    out[masked.words.case[masked.unit] == MASKED] = _NO_NAME
    for found, scores in inner:
        for start, places, rows in zip(found.starts.tolist(), found.firsts, scores, strict=True):
            count = int((places >= 0).sum())
            out[start : start + count] = rows[:count]
    return out


_NO_NAME = np.array([10.0] + [0.0] * (MENTION_TAGS - 1), np.float32)
