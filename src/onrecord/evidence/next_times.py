"""Times that are told from another time of the claim: "as on the Monday before", "than the day after"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.evidence.periods import parse_day, shifted
from onrecord.evidence.phrasing import UNITS
from onrecord.record import Time
from onrecord.spans import Span

__all__ = ["told_from", "weekday_before"]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(rf"(?:the )?({'|'.join(_DAYS)})( before(?:hand)?)?")
_PREVIOUS = re.compile(r"\bthe (?:previous|preceding) $")
_THE = re.compile(r"\bthe $")
_BEFORE_IT = re.compile(r"\s{1,3}before(?:hand)?\b(?! (?:the|that|last|christmas|easter))")
_AFTER = re.compile(
    r"[^.;?!]{0,90}?\b(?:as|than|from|on) (?P<what>the (?P<unit>day|week|month|quarter|year)"
    r" (?:after|afterwards|following|that followed))(?=\W*$|[.,;)]|\s+(?:in|at|and)\b)"
)
_REACH = 120  # characters after a time in which another may be told from it


def told_from(time: Time, words: Callable[[Span], str]) -> Iterator[Time]:
    """The time that the words after ``time`` compare it with, one unit later: "eight times as many as the day after";
    nothing where there is none. ``words`` is what a span of the text reads, in lower case."""
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    match = _AFTER.match(words(Span(time.span.end, time.span.end + _REACH)))
    if match is None or time.kind != "date" or not lo or not hi:
        return
    unit = UNITS[match["unit"]]
    moved = shifted(lo, hi, unit, 1)
    if moved and (hi - lo).days <= {"day": 0, "week": 6, "month": 30, "quarter": 92, "year": 366}.get(unit, 0):
        span = Span(time.span.end + match.start("what"), time.span.end + match.end("what"))
        lo_iso, hi_iso = moved[0].isoformat(), moved[1].isoformat()
        yield replace(time, id=f"{time.id}~", span=span, alternatives=(), lo=lo_iso, hi=hi_iso)


def weekday_before(time: Time, others: Sequence[Time], words: Callable[[Span], str]) -> Time:
    """``time``, where it is "the Monday before": the last one before the nearest day of ``others``, which stand before
    it, and not before the day of publication."""
    match = _DAY.fullmatch(words(time.span))
    before, after = (
        words(Span(max(0, time.span.start - 20), time.span.start)),
        words(Span(time.span.end, time.span.end + 30)),
    )
    said = _PREVIOUS.search(before) or (_THE.search(before) and _BEFORE_IT.match(after))
    if match is None or not (match[2] or said):
        return time
    days = [one for other in others if other.lo == other.hi and (one := parse_day(other.lo))]
    if not days:
        return time
    back = (days[-1].weekday() - _DAYS.index(match[1]) - 1) % 7 + 1
    iso = (days[-1] - timedelta(back)).isoformat()
    return replace(time, lo=iso, hi=iso, alternatives=())
