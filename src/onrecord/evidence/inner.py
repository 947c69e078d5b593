"""A part of a time that is told by its place in it: "82 of them in the first week", of two weeks in January."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.evidence.periods import parse_day, pieces
from onrecord.evidence.phrasing import COUNT_WORDS, NUMBERS, UNITS
from onrecord.record import Time

__all__ = ["inner_time"]

_INNER = re.compile(
    rf"\b(?:in|during|over|on|for|within) (?:the|its|their) (?:very )?(?:(first|opening)|(last|closing|final))"
    rf"(?: (\d{{1,2}}|{COUNT_WORDS}))? (day|week|month|quarter|year)s?\b(?! of\b)"
)
_HALF = re.compile(r"\b(?:in|during|over) (?:the|its) (first|second|last) half\b(?! of\b)")


def inner_time(low: str, outer: Time) -> Time | None:
    """The days of ``outer`` that the words ``low`` say: its first week, its last two months, its second half; None
    where they say none, or where it is not longer than what they say."""
    lo, hi = parse_day(outer.lo), parse_day(outer.hi)
    if lo is None or hi is None:
        return None
    ends: tuple[date, date] | None = None
    if match := _INNER.search(low):
        many = int(match[3]) if (match[3] or "").isdigit() else NUMBERS.get(match[3] or "", 1)
        units = pieces(lo, hi, UNITS[match[4]])
        if match[4] == "week" and not units and (hi - lo).days + 1 > 7 * many:
            span = timedelta(7 * many - 1)
            ends = (lo, lo + span) if match[1] else (hi - span, hi)
        elif units and len(units) > many:
            ends = (units[0][0], units[many - 1][1]) if match[1] else (units[-many][0], units[-1][1])
    elif half := _HALF.search(low):
        months = pieces(lo, hi, "month")
        if months and len(months) % 2 == 0:
            middle = len(months) // 2
            part = months[:middle] if half[1] == "first" else months[middle:]
            ends = part[0][0], part[-1][1]
        elif (hi - lo).days % 2 == 1 and not months:
            middle_day = lo + timedelta(((hi - lo).days + 1) // 2)
            ends = (lo, middle_day - timedelta(1)) if half[1] == "first" else (middle_day, hi)
    return replace(outer, lo=ends[0].isoformat(), hi=ends[1].isoformat(), alternatives=()) if ends else None
