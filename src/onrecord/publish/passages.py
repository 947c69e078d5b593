"""A text cut into the paragraphs in which it is shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.spans import Span

__all__ = ["clip", "passage_at", "passages"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def passages(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text`` without the white space round them, in order.

    Together they hold all that is not white space. Blank lines divide paragraphs;
    a text without blank lines has one paragraph a line.
    """
    rows = [Span(*match.span()) for match in _LINE.finditer(text)]
    if any(after.start - before.end > 1 for before, after in pairwise(rows)):
        rows = list(_joined(rows))
    return tuple(_trimmed(text, row) for row in rows)


def _joined(rows: Sequence[Span]) -> Iterator[Span]:
    """Rows with nothing but one line break between them, as one."""
    start, end = rows[0]
    for row in rows[1:]:
        if row.start - end > 1:
            yield Span(start, end)
            start = row.start
        end = row.end
    yield Span(start, end)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def passage_at(starts: Sequence[int], offset: int) -> int:
    """The index of the passage that holds ``offset``, or of the last before it; ``starts`` are theirs."""
    return max(bisect_right(starts, offset) - 1, 0)


def clip(span: Span, all_passages: Sequence[Span], starts: Sequence[int]) -> Span:
    """``span`` without what lies between passages at its two ends; empty where nothing else is in it."""
    if not all_passages:
        return Span(0, 0)
    first = all_passages[passage_at(starts, span.start)]
    following = bisect_right(starts, span.start)
    start = max(span.start, first.start)
    if start >= first.end and following < len(starts):
        start = starts[following]
    last = all_passages[passage_at(starts, max(span.end - 1, 0))]
    end = min(span.end, last.end)
    return Span(start, end) if start < end else Span(min(start, last.end), min(start, last.end))
