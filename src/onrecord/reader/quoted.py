"""What quotation marks say about where a content begins and ends.

In PolNeAR train, of the closed quotations of eight words or more that a content touches, 99 % lie in it whole: a
quotation belongs to one content or to none. So a content that holds most of a quotation gets all of it, and one that
holds a little of it loses that; a quotation that goes on in the next paragraph keeps its speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from onrecord.reader.words import Words

__all__ = ["LONG", "Quoted", "quoted", "snap", "subtract", "union"]

Range = tuple[int, int]

LONG = 5
"""Words in a quotation that is a statement rather than a term or a title."""


class Quoted:
    """The outermost quotations of a text as word ranges, marks included; ``chains`` joins those that go on."""

    def __init__(self, ranges: list[Range], inner: list[int], continues: list[bool]) -> None:
        self.ranges, self.inner = ranges, inner
        self.starts = [start for start, _ in ranges]
        self.chains: list[list[int]] = []
        for i, goes_on in enumerate(continues):
            if goes_on and self.chains and self.chains[-1][-1] == i - 1:
                self.chains[-1].append(i)
            else:
                self.chains.append([i])

    def touching(self, part: Range) -> range:
        """Indices of the quotations that share a word with ``part``."""
        low = max(bisect_left(self.starts, part[0]) - 1, 0)
        while low < len(self.ranges) and self.ranges[low][1] <= part[0]:
            low += 1
        return range(low, bisect_left(self.starts, part[1]))


def quoted(words: Words) -> Quoted:
    """The outermost quotations of ``words``."""
    outer = [q for q in words.quotations if q.depth == 0]
    ranges = [
        (int(a), int(b))
        for a, b in zip(
            np.searchsorted(words.starts, [q.span.start for q in outer]),
            np.searchsorted(words.starts, [q.span.end for q in outer]),
            strict=True,
        )
    ]
    inner = [b - a - bool(q.opening) - bool(q.closing) for (a, b), q in zip(ranges, outer, strict=True)]
    return Quoted(ranges, inner, [q.continues for q in outer])


def snap(content: list[Range], others: list[Range], quotations: Quoted) -> list[Range]:
    """``content`` with every quotation it touches taken whole or left out.

    ``others``: the cue and the source; a quotation that holds the cue is the attribution's surroundings and stays.
    """
    out = content
    for i in sorted({i for part in content for i in quotations.touching(part)}):
        held = quotations.ranges[i]
        if any(part[0] < held[1] and held[0] < part[1] for part in others):
            continue
        covered = sum(max(0, min(b, held[1]) - max(a, held[0])) for a, b in out)
        if 2 * covered >= held[1] - held[0]:
            out = union([*out, held])
        elif quotations.inner[i] > LONG:
            out = subtract(out, [held])
    return out or content


def union(ranges: list[Range]) -> list[Range]:
    """Sorted ranges, those that touch or overlap joined."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def subtract(ranges: list[Range], taken: list[Range]) -> list[Range]:
    """What is left of ``ranges`` without ``taken``."""
    out = ranges
    for c, d in taken:
        out = [part for a, b in out for part in ((a, min(b, c)), (max(a, d), b)) if part[0] < part[1]]
    return out
