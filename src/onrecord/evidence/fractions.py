"""What a figure is a part of: the words for the whole of a share, and whether one figure is part of another."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.question import Asked, Context
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["FRACTION", "fraction", "of_hundred", "part_of", "whole_of", "within_its_own"]

FRACTION = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b|\d/\d|[½⅓⅔¼¾]"
)


def of_hundred(found: Context) -> list[Asked]:
    """The share in "of every 100 babies born in 2022, 56 were": the second figure in per cent."""
    if len(found.quantities) != 2 or not found.quantities[0].of:
        return []
    heads, quantity = found.quantities
    assert heads.of is not None  # noqa: S101 (just looked at)
    share = replace(quantity, unit="%", unit_name=None)
    dated = [t for t in found.times if t.kind in ("date", "time")]
    rest = phrasing.AFTER_NOUN.match(found.text[: quantity.span.start], heads.of.span.end)
    whole = Span(heads.of.span.start, rest.end() if rest else heads.of.span.end)
    return [Asked("share", share, dated[0] if dated else None, whole=whole)] if len(dated) < 2 else []


def whole_of(found: Context, quantity: Quantity) -> Span | None:
    """The words for what a figure is a share of: "all visitors", "the water it needed", "the need"."""
    if quantity.share_of is not None:
        span = quantity.share_of.span
        more = phrasing.NEEDED.match(found.after(span)) or phrasing.THAT_IT.match(found.after(span))
        rest = phrasing.AFTER_NOUN.match(found.text[: found.claim.span.end], span.end)
        end = span.end + more.end() if more else rest.end() if rest else span.end
        names = _NAMES.match(found.text[: found.claim.span.end], end)
        # What is said of it begins after its time: "of the boats that left Elsin in May were sold"
        dated = [t.span.end for t in found.times if t.kind == "date" and span.start < t.span.start < end]
        return Span(span.start, min(dated, default=names.end() if names else end))
    if quantity.of and phrasing.ONE_IN.search(found.words(quantity.span)):
        return Span(quantity.span.end - len(found.words(quantity.span).split()[-1]), quantity.of.span.end)
    if quantity.unit != "%" and not fraction(found, quantity):
        return None
    if needed := phrasing.OF_NEED.match(found.after(quantity.span)):
        return Span(quantity.span.end + needed.start(1), quantity.span.end + needed.end(1))
    start, text = found.claim.span.start, found.raw[: quantity.span.start - found.claim.span.start]
    match = phrasing.SHARE_BEFORE.search(text) or phrasing.SHARE_FIRST.search(text)
    group = next((g for g, words in enumerate(match.groups(), 1) if words), 1) if match else 1
    return Span(start + match.start(group), start + match.end(group)) if match else None


def within_its_own(found: Context, whole: Span) -> tuple[Time, Time] | None:
    """The time of the part and that of the whole, where the first lies inside the second: "August alone had 16 % of its
    visitors of 2023"."""
    dated = [t for t in found.times if t.kind == "date" and t.lo and t.hi]
    own = [t for t in dated if whole.start <= t.span.start <= whole.end + _NEAR]
    rest = [t for t in dated if t not in own]
    if len(own) != 1 or len(rest) != 1:
        return None
    part, longer = rest[0], own[0]
    for lo, hi in ((part.lo, part.hi), *((other.lo, other.hi) for other in part.alternatives)):
        inside = lo and hi and (longer.lo or "") <= lo and hi <= (longer.hi or "")
        if inside and (lo, hi) != (longer.lo, longer.hi):
            return replace(part, lo=lo, hi=hi, alternatives=()), longer
    return None


_NAMES = re.compile(
    r"(?:,\s(?:the\s)?[A-Z][\w’-]{0,30}(?:\s[A-Z][\w’-]{0,30}){0,4}){0,12},?\sand\s(?:the\s)?"
    r"[A-Z][\w’-]{0,30}(?:\s[A-Z][\w’-]{0,30}){0,4}"
)
_NEAR = 12  # characters between what a share is of and when that was


def part_of(found: Context, part: Quantity, whole: Quantity) -> bool:
    """Whether the text between two figures makes the second the whole of the first: "18 of 36"."""
    return part.span.end <= whole.span.start and bool(
        phrasing.OF.fullmatch(found.unnamed[part.span.end : whole.span.start])
    )


def fraction(found: Context, quantity: Quantity) -> bool:
    ends = [end for end in (quantity.lower, quantity.upper) if end is not None]
    small = bool(ends) and all(0 < end < 1 for end in ends)
    return small and (quantity.unit_name is None or bool(FRACTION.search(found.words(quantity.span))))
