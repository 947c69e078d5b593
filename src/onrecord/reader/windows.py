"""Windows: what the encoder reads at once.

Whole paragraphs are packed into windows of at most ``limit`` pieces; a paragraph longer than that is cut after a
sentence where there is one in the window's second half. Windows do not overlap: the linker works on the document's
states joined together, so an attribution may reach over a window's edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from onrecord.reader.words import Words

__all__ = ["LIMIT", "windows"]

LIMIT = 254
"""Pieces in a window, without the two marks at its ends."""

_STOPS = frozenset('.?!”"')


def windows(words: Words, limit: int = LIMIT, first_limit: int | None = None) -> list[tuple[int, int]]:
    """Word ranges ``[start, end)`` that cover ``words`` in order.

    ``first_limit`` makes the first window shorter: training moves the cuts with it from epoch to epoch.
    """
    total = len(words)
    piece = np.append(words.first, len(words.pieces))
    breaks = np.append(np.flatnonzero(words.gap == 2), total)
    out: list[tuple[int, int]] = []
    start = 0
    while start < total:
        room = first_limit if first_limit and not out else limit
        # The furthest word boundary that still fits; always at least one word.
        reach = max(int(np.searchsorted(piece, piece[start] + room, side="right")) - 1, start + 1)
        end = min(reach, total)
        if end < total:
            at = int(np.searchsorted(breaks, end, side="right")) - 1
            end = int(breaks[at]) if breaks[at] > start else _sentence_end(words, start, end)
        out.append((start, end))
        start = end
    return out


def _sentence_end(words: Words, start: int, end: int) -> int:
    for i in range(end - 1, start + (end - start) // 2, -1):
        if words.text[words.ends[i - 1] - 1] in _STOPS and words.gap[i]:
            return i
    return end
