"""Sentences as trees of words: which word each hangs on, by what relation, and its part of speech.

Labels are those of Universal Dependencies 2 (de Marneffe et al. 2021), with the words of a token beyond its first
("1", ",", "200") hanging on that first one as ``part``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.labels import PARTS, RELATIONS
from onrecord.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Syntax"]


@dataclass(frozen=True, eq=False)
class Syntax:
    """The words of one text, arrays of length ``n``.

    ``starts``, ``ends``: code point offsets; ``parts``, ``relations``: indices of the labels; ``heads``: the word each
    hangs on, itself for the root of a sentence.
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    parts: NDArray[np.int8]
    relations: NDArray[np.int8]
    heads: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.starts)

    def words(self, span: Span) -> range:
        """The words that share a character with ``span``."""
        # Looked up as what the arrays hold; else the whole array would be copied into another type each time.
        low = int(self.ends.searchsorted(np.int32(span.start), side="right"))
        return range(low, max(low, int(self.starts.searchsorted(np.int32(span.end), side="left"))))

    def low(self, word: int) -> str:
        """The word in lower case."""
        return self.text[self.starts[word] : self.ends[word]].lower()

    def part(self, word: int) -> str:
        """The part of speech, such as ``NOUN``."""
        return PARTS[self.parts[word]]

    def relation(self, word: int) -> str:
        """The relation to the head, such as ``nsubj``; ``root`` for a root."""
        return RELATIONS[self.relations[word]] if self.heads[word] != word else "root"

    def children(self, word: int) -> list[int]:
        """The words that hang on ``word``, in text order."""
        order, first = self._children
        return [int(child) for child in order[first[word] : first[word + 1]] if child != word]

    @cached_property
    def _children(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        order = np.argsort(self.heads, kind="stable")
        return order, np.searchsorted(self.heads[order], np.arange(len(self) + 1))

    def top(self, words: Collection[int]) -> int | None:
        """The first of ``words`` that hangs on none of them; None where there are none."""
        held = set(words)
        return next((w for w in words if int(self.heads[w]) not in held or self.heads[w] == w), None)
