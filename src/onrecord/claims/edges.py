"""From the words of a claim to its spans: without conjunctions and marks of punctuation at the edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.claims.words import Words
from onrecord.spans import Span

__all__ = ["parts_of", "trimmed"]

_MARKS = frozenset(",;:–—()[]…“”\"'‘’«».!?-*#•|")

_CLOSING = {"”": "“", "’": "‘", ")": "(", "]": "[", "»": "«"}


def trimmed(words: Words, held: Sequence[int]) -> list[int]:
    """``held`` without conjunctions, "that" and marks at its edges."""
    first = 0
    while first < len(held) and not words.inside[held[first]]:
        word = held[first]
        that = words.low[word] == "that" and words.relation[word] == "mark"
        if words.low[word] not in _MARKS and words.part[word] != "CCONJ" and not that:
            break
        first += 1
    return _without_marks(words, held[first:])


def parts_of(words: Words, held: Sequence[int], reach: Mapping[int, int]) -> tuple[Span, ...]:
    """The spans of the runs of consecutive words in ``held``; ``reach`` is where the figure ends that a word begins."""
    runs: list[list[int]] = []
    for word in held:
        if runs and word == runs[-1][-1] + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    spans: list[Span] = []
    for run in runs:
        if kept := _without_marks(words, run):
            end = max(_closed(words, run, kept), *(reach.get(word, 0) for word in kept))
            if spans and words.starts[kept[0]] < spans[-1].end:  # a figure that reaches over a gap
                spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
            else:
                spans.append(Span(words.starts[kept[0]], end))
    return tuple(spans)


def _closed(words: Words, run: Sequence[int], kept: Sequence[int]) -> int:
    """Where ``kept`` ends, with the mark after it that closes a quotation or a bracket opened in it."""
    end = words.ends[kept[-1]]
    following = kept[-1] + 1
    if following <= run[-1]:
        said = words.text[words.starts[kept[0]] : end]
        opening = _CLOSING.get(words.low[following])
        if opening and said.count(opening) > said.count(words.low[following]):
            return words.ends[following]
    return end


def _without_marks(words: Words, run: Sequence[int]) -> list[int]:
    first, last = 0, len(run)
    while first < last and words.low[run[first]] in _MARKS and not words.inside[run[first]]:
        first += 1
    while first < last and words.low[run[last - 1]] in _MARKS and not words.inside[run[last - 1]]:
        last -= 1
    return list(run[first:last])
