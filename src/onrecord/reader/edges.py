"""Where the parts of an attribution begin and end: rules on word ranges.

What the linker tags is a little ragged at the edges; these rules are about form only (paragraphs, punctuation, days),
the same for every text. What quotation marks say of the edges is in :mod:`onrecord.reader.quoted`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.quotes import OPENING, OUTSIDE, paragraphs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.reader.words import Words

__all__ = ["cut", "paragraph_numbers", "sentence_numbers", "trim", "undated", "whole"]

Range = tuple[int, int]

_STOPS = frozenset([".", "!", "?"])
_EDGES = frozenset([",", ";", ":", "-", "–", "—"])
_LEADING_ON = frozenset(["and", "but", "or"])
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = frozenset([*_WEEK, "today", "yesterday"])


def paragraph_numbers(words: Words) -> NDArray[np.int64]:
    """The number of the paragraph that each word stands in."""
    return np.searchsorted([start for start, _ in paragraphs(words.text)], words.starts, side="right")


def sentence_numbers(words: Words, paragraph: NDArray[np.int64]) -> NDArray[np.int64]:
    """The number of the sentence that each word stands in; a sentence inside a quotation ends nothing.

    In doubt a sentence goes on: a stop after one capital or a short capitalised word may end an abbreviation.
    """
    ends = np.zeros(len(words), np.int64)
    ends[1:] = np.diff(paragraph) > 0
    stops = np.flatnonzero((words.case == 3) & (words.state == OUTSIDE))
    for word in stops[(stops > 0) & (stops < len(words) - 1)].tolist():
        starts = words.gap[word + 1] and (words.case[word + 1] in (1, 2) or words.state[word + 1] == OPENING)
        if starts and not _short(words, word - 1) and _mark(words, word) in _STOPS:
            ends[word + 1] = 1
    return np.cumsum(ends)


def cut(parts: list[Range], paragraph: NDArray[np.int64]) -> list[Range]:
    """Parts split where one paragraph (or sentence, by its numbers) ends."""
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
    """Parts without marks at their edges, nor a conjunction that leads on; one without letter or digit is left out."""
    out = []
    for start, end in parts:
        while start < end and _mark(words, start) in _EDGES:
            start += 1
        while start < end and _loose(words, end - 1):
            end -= 1
        if any(words.text[words.starts[word]].isalnum() for word in range(start, end)):
            out.append((start, end))
    return out


def _loose(words: Words, word: int) -> bool:
    """Whether a part should not end with ``word``: a comma, an unquoted full stop that ends no abbreviation, "and"."""
    mark = _mark(words, word)
    if mark in _EDGES or mark in _LEADING_ON:
        return True
    return mark == "." and bool(words.state[word] == OUTSIDE) and not _short(words, word - 1)


def _short(words: Words, word: int) -> bool:
    """A capital or a short capitalised word, which a full stop may abbreviate."""
    return word >= 0 and words.ends[word] - words.starts[word] <= 3 and words.case[word] in (1, 2)


def undated(words: Words, cue: Range) -> Range:
    """The cue without the day that ends it: "said Friday" is "said", the day is when it was said."""
    start, end = cue
    if end - start > 1 and _mark(words, end - 1).lower() in _DAYS:
        end -= 2 if end - start > 2 and _mark(words, end - 2).lower() == "on" else 1
    return start, end


def _mark(words: Words, word: int) -> str:
    return words.text[words.starts[word] : words.ends[word]]
