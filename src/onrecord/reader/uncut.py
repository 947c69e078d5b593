"""Spans that cut no name in two: a source, cue or content that ends inside a name goes on to the name's end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reader.findings import Finding, Mention
from onrecord.spans import Span, overlap

__all__ = ["uncut"]


def uncut(found: Sequence[Finding], names: Sequence[Mention]) -> tuple[Finding, ...]:
    """``found`` with each edge that lies inside one of ``names`` (in text order) moved to the name's edge.

    A name is taken whole by the source before the content; where it would run into another part of the attribution
    the edge stays.
    """
    starts = [name.span.start for name in names]
    return tuple(_whole(finding, names, starts) for finding in found)


def _whole(finding: Finding, names: Sequence[Mention], starts: list[int]) -> Finding:
    fixed = [*finding.cue, *finding.content]
    source = tuple(_wide(span, names, starts, fixed) for span in finding.source)
    fixed = [*source, *finding.cue]
    content = [*finding.content]
    for i, span in enumerate(content):
        content[i] = _wide(span, names, starts, [*fixed, *content[:i], *content[i + 1 :]])
    return replace(finding, source=source, content=tuple(content))


def _wide(span: Span, names: Sequence[Mention], starts: list[int], others: Sequence[Span]) -> Span:
    wide = Span(_edge(span.start, names, starts).start, _edge(span.end, names, starts).end)
    return span if any(overlap(wide, other) for other in others) else wide


def _edge(offset: int, names: Sequence[Mention], starts: list[int]) -> Span:
    """The name that ``offset`` lies inside of; else nothing, at the offset."""
    place = bisect_right(starts, offset) - 1
    if place >= 0 and names[place].span.start < offset < names[place].span.end:
        return names[place].span
    return Span(offset, offset)
