"""Spans that cut no name or date in two: a source or content that ends inside one goes on to its end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reader.findings import Finding
from onrecord.spans import Span, overlap

__all__ = ["uncut"]


def uncut(found: Sequence[Finding], wholes: Sequence[Span]) -> tuple[Finding, ...]:
    """``found`` with each edge that lies inside one of ``wholes`` (in text order) moved to its edge.

    What is whole is taken by the source before the content; where it would run into another part of the attribution
    the edge stays.
    """
    starts = [whole.start for whole in wholes]
    return tuple(_whole(finding, wholes, starts) for finding in found)


def _whole(finding: Finding, wholes: Sequence[Span], starts: list[int]) -> Finding:
    fixed = [*finding.cue, *finding.content]
    source = tuple(_wide(span, wholes, starts, fixed) for span in finding.source)
    fixed = [*source, *finding.cue]
    content = [*finding.content]
    for i, span in enumerate(content):
        content[i] = _wide(span, wholes, starts, [*fixed, *content[:i], *content[i + 1 :]])
    return replace(finding, source=source, content=tuple(content))


def _wide(span: Span, wholes: Sequence[Span], starts: list[int], others: Sequence[Span]) -> Span:
    wide = Span(_edge(span.start, wholes, starts).start, _edge(span.end, wholes, starts).end)
    return span if any(overlap(wide, other) for other in others) else wide


def _edge(offset: int, wholes: Sequence[Span], starts: list[int]) -> Span:
    """The whole that ``offset`` lies inside of; else nothing, at the offset."""
    place = bisect_right(starts, offset) - 1
    if place >= 0 and wholes[place].start < offset < wholes[place].end:
        return wholes[place]
    return Span(offset, offset)
