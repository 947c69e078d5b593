"""Where the parts of an attribution begin and end: rules on word ranges.

What the linker tags is a little ragged at the edges; these rules are about form only (paragraphs, punctuation, days),
the same for every text. What quotation marks say of the edges is in :mod:`onrecord.reader.quoted`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.quotes import paragraphs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.reader.words import Words

__all__ = ["cut", "paragraph_numbers", "trim", "undated", "whole"]

Range = tuple[int, int]

_EDGES = frozenset([",", ";", ":", "-", "–", "—"])
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = frozenset([*_WEEK, "today", "yesterday"])


def paragraph_numbers(words: Words) -> NDArray[np.int64]:
    """The number of the paragraph that each word stands in."""
    return np.searchsorted([start for start, _ in paragraphs(words.text)], words.starts, side="right")


def cut(parts: list[Range], paragraph: NDArray[np.int64]) -> list[Range]:
    """Parts split where a paragraph ends."""
    out = []
    for start, end in parts:
        edges = [start, *(np.flatnonzero(np.diff(paragraph[start:end])) + start + 1).tolist(), end]
        out += list(pairwise(edges))
    return out


def whole(source: list[Range], cue: Range) -> list[Range]:
    """A source is one stretch of words (in PolNeAR train all but 9 of 18,359): gaps of a word or two are closed, and
    of what is still apart the longest is kept."""
    joined: list[Range] = []
    for start, end in source:
        near = joined and start - joined[-1][1] <= 2 and not joined[-1][1] <= cue[0] < start
        joined[-1:] = [(joined[-1][0], end)] if near else [*joined[-1:], (start, end)]
    return [max(joined, key=lambda part: part[1] - part[0])] if joined else []


def trim(words: Words, parts: list[Range]) -> list[Range]:
    """Parts without marks at their edges; a part without a letter or digit is left out."""
    out = []
    for start, end in parts:
        while start < end and _mark(words, start) in _EDGES:
            start += 1
        while start < end and _mark(words, end - 1) in _EDGES:
            end -= 1
        if any(words.text[words.starts[word]].isalnum() for word in range(start, end)):
            out.append((start, end))
    return out


def undated(words: Words, cue: Range) -> Range:
    """The cue without the day that ends it: "said Friday" is "said", the day is when it was said."""
    start, end = cue
    if end - start > 1 and _mark(words, end - 1).lower() in _DAYS:
        end -= 2 if end - start > 2 and _mark(words, end - 2).lower() == "on" else 1
    return start, end


def _mark(words: Words, word: int) -> str:
    return words.text[words.starts[word] : words.ends[word]]
