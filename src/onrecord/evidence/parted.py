"""A claim of a whole and of a part of it, as one claim each: "2,233 burglaries, 1,493 of them in Aldham"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence.question import Context
from onrecord.spans import Span

__all__ = ["parted"]

_HEDGES = r"(?:(?:some|about|only|just|nearly|almost|over|more than|fewer than|around|an? \w+|with|and|but)\s+)*"
_OF_IT = re.compile(r"\s+(?:[a-z]+\s+){0,2}of\s+(?:it|them|these|those|which|whom|that)\b")
_LEADING = re.compile(
    rf"[,;(–—]?\s*\b(?:including|among them|of (?:which|whom|these|those|them|that)|of this)\W+{_HEDGES}$"
)
_BARE = re.compile(rf"[,;:(–—]\s*{_HEDGES}$|\s+(?:and|but|with)\s+{_HEDGES}$")
_OF_WHOLE = re.compile(r"^\W*(?:out )?of (?:the|its|all|their|our|a total of|x[\w]*['’]s|\W*#|\d)")
_COMMA = re.compile(r",\s")


def parted(found: Context) -> list[Context]:
    """The claim, or where it gives a whole and a part of it, each with its own words; what the part is of is said by
    the whole, and so is when, if it does not say."""
    for whole, part in zip(found.quantities, found.quantities[1:], strict=False):
        if whole.unit in ("%", "pp") or part.unit in ("%", "pp"):
            continue
        at = _cut(found, whole.span.end, part.span)
        if at is not None:
            first, second = _clipped(found, found.claim.span.start, at), _clipped(found, at, found.claim.span.end)
            if first is None or second is None:
                continue
            dated = tuple(t.id for t in first.times if t.kind in ("date", "time"))
            if dated and not any(t.kind in ("date", "time") for t in second.times):
                second = replace(second, claim=replace(second.claim, carried_times=dated))
            if part.unit == "1" and part.of is None and whole.unit != "1":
                named = replace(part, unit=whole.unit, unit_name=whole.unit_name)
                second = replace(second, quantities=tuple(named if q is part else q for q in second.quantities))
            return [first, *parted(second)]
    return [found]


def _cut(found: Context, after: int, part: Span) -> int | None:
    """Where the words of the part begin, between the figure of the whole, which ends at ``after``, and its own."""
    between = found.unnamed[after : part.start].lower()
    if lead := _LEADING.search(between):
        return after + lead.start()
    if _OF_IT.match(found.after(part)):
        bare = _BARE.search(between)
        return after + bare.start() if bare else None
    if _OF_WHOLE.match(found.raw) and (commas := list(_COMMA.finditer(between))):
        return after + commas[-1].start()
    return None


def _clipped(found: Context, start: int, end: int) -> Context | None:
    parts = tuple(
        Span(max(p.start, start), min(p.end, end)) for p in found.claim.parts if p.start < end and start < p.end
    )
    if not parts:
        return None
    quantities = tuple(q for q in found.quantities if start <= q.span.start < end)
    times = tuple(t for t in found.times if start <= t.span.start < end)
    claim = replace(
        found.claim,
        span=Span(parts[0].start, parts[-1].end),
        parts=parts,
        quantities=tuple(q.id for q in quantities),
        times=tuple(t.id for t in times),
    )
    return replace(found, claim=claim, quantities=quantities, times=times)
