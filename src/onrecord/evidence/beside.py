"""The words of a claim that are of a later figure alone: "473 nights, 148 by foreigners", "… and 40 in Tarn"."""

from __future__ import annotations

import re

from onrecord.evidence.question import Context
from onrecord.record import Quantity
from onrecord.spans import Span

__all__ = ["beside"]

_AND = re.compile(r"\band\b[^,;.]{0,60}$")
_HEDGES = r"(?:(?:some|about|only|just|nearly|almost|over|around|roughly|with|and|but|including)\s{1,4}){0,4}"
_BARE = re.compile(rf"[,;:(–—]\s{{0,4}}{_HEDGES}$")
_PLACED = re.compile(
    r"\s{1,4}(?:alone\s{1,4}|just\s{1,4}|only\s{1,4})?(?:by|in|at|from|for|on|to|during|through|via)\s"
)
_END = re.compile(r"[,;:)–—.](?!\d)")


def beside(found: Context, own: Quantity | None) -> list[Span]:
    """What figures after ``own`` are of, where "and" sets them beside it ("and an area of 450 km2"), or where a mark
    does and what follows says of which part they are (", 148 by foreigners")."""
    spans: list[Span] = []
    later = [q for q in found.quantities if own and q.span.start >= own.span.end]
    for other in later:
        assert own is not None  # noqa: S101 (else there are no later ones)
        between = found.unnamed[own.span.end : other.span.start]
        if match := _AND.search(between):
            end = other.span.end
            if _PLACED.match(found.unnamed[end:]):
                close = _END.search(found.unnamed, end, found.claim.span.end)
                end = close.start() if close else found.claim.span.end
            spans.append(Span(own.span.end + match.start(), end))
        elif (bare := _BARE.search(between)) and (own.of or _PLACED.match(found.unnamed[other.span.end :])):
            following = min(
                (q.span.start for q in later if q.span.start >= other.span.end), default=found.claim.span.end
            )
            close = _END.search(found.unnamed, other.span.end, following)
            spans.append(Span(own.span.end + bare.start(), close.start() if close else following))
    return spans
