"""How claims give one period its place among others: "August was its best month", "output peaked on 3 May"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.model import Grain
from onrecord.evidence.moments import Moments
from onrecord.evidence.periods import parse_day, pieces, shifted
from onrecord.evidence.question import Asked, Context, Scoped
from onrecord.evidence.superlatives import (
    ANY_TIME,
    JUDGED,
    LEAST,
    OTHER_THING,
    PLACES,
    RANK,
    UNIT_WORD,
    dated_of,
    denial,
    denial_of_unit,
    ever,
    sign_of,
    spent_on,
)
from onrecord.record import Time
from onrecord.spans import Span

__all__ = ["in_period"]

_OF_UNIT = re.compile(
    r"\bof (?:the|that|this) (?:(?:calendar|whole|same) )?(week|month|quarter|year)\b|\bof (?:the"
    r"|its) (half[- ]year|season|period)\b"
    r"|\b(?:this|that) (week|month|quarter|year)\b"
)
# The unit that has the record: "its busiest month", "the month with the most visitors"
_BEST_UNIT = re.compile(
    rf"\b({phrasing.HIGHEST}|{phrasing.LOWEST}|top|peak|record)[- ](?:single[- ])?(?:[a-z]+ )?{phrasing.UNIT}\b"
    rf"|\b{phrasing.UNIT} (?:with|that had|which had|that saw|of) the ({phrasing.HIGHEST}|{phrasing.LOWEST})\b"
)
_PEAKED = re.compile(
    r"\b(?:peaked|topped out|maxed out|(?:hit|reached|attained|touched) (?:its|their|a"
    r"|the) (?:\w+ )?(?:peak|high|highest(?: point| level)?|maximum|height))\b"
    r"|\b(bottomed out|troughed|(?:hit|reached|touched) (?:its|their|a|the) (?:\w+ )?(?:low|trough|nadir"
    r"|lowest(?: point| level)?|minimum|bottom|floor))\b"
    r"|\b(?:peak|high|high point|high-water mark|maximum|summit) (?:[^,;#]{1,40} )?"
    r"(?:came|was reached|was hit|was (?=in|on)|fell|occurred)\b"
    r"|\b(low|trough|low point|low-water mark|minimum|nadir|bottom)"
    r" (?:[^,;#]{1,40} )?(?:came|was reached|was hit|was (?=in|on)|fell|occurred)\b"
)
# "at its fullest in March", "at their lowest"
_AT_ITS = re.compile(
    rf"\bat (?:its|their|the|his|her) (?:very |all-time )?(?:(height|peak|{phrasing.HIGHEST}|zenith)"
    rf"|{phrasing.LOWEST}|nadir|bottom|emptiest)\b"
    rf"|\b(?:was|were|stood|proved) (?:at )?(?:(fullest|busiest|highest|dearest|wettest|hottest)"
    rf"|(?:emptiest|quietest|lowest|cheapest|driest|coldest)) (?=(?:in|on) )"
)


_SHORT: tuple[Grain, ...] = ("day", "month", "quarter")

# "not since records began in 2014": of all that is known, which had no such first value
_BEGAN = re.compile(
    r"\bsince (?:the )?(?:records?|counting|counts?|measurements?|measuring|statistics|figures|data|series|monitoring)"
    r" (?:begins?|began|started?|starts|were first)\b"
)


def _recorded(found: Context) -> bool:
    """Whether the words after the claim say since when: "were the highest since records began"."""
    end = found.claim.span.end
    return bool(
        re.match(
            r"\W{0,3}(?:since|ever since) (?:records|measurements|counting) (?:began|started)",
            found.unnamed[end : end + 40],
        )
    )


def in_period(found: Context, moments: Moments) -> Asked | None:
    """The rank of one period among those of a longer one, or among all that there are where the claim names none:
    "August was its best month of 2022", "no month had more than August", "output peaked on 3 May"."""
    low, dated = found.low, dated_of(found)
    if of_unit := denial_of_unit(found):
        return _no_unit(found, of_unit, dated)
    match = denial(found)
    if match and (not match[1] or UNIT_WORD.match(match[1])):
        return _never(found, match, dated)
    if moments.base or moments.since or moments.earlier or (ANY_TIME.search(low) and not dated):
        return None
    best, peaked, rank = _BEST_UNIT.search(low), _PEAKED.search(low), RANK.search(low)
    if rank and OTHER_THING.search(low[rank.end() :]):
        return None
    inner, outer = _inner(found, dated)
    if inner is None:
        return None
    unit = _OF_UNIT.search(low)
    inside: Grain | None = None
    if unit and not outer:
        if unit[2]:
            return None
        inside = phrasing.UNITS[unit[1] or unit[3]]
    judged, at_its = False, _AT_ITS.search(low)
    if at_its and not best and (not found.quantities or (not outer and any(_one(inner, g) for g in _SHORT))):
        return Asked(
            "rank",
            None,
            inner,
            sign=1 if at_its[1] or at_its[2] else -1,
            within=outer,
            inside=inside,
            scoped="" if ever(low) else "any",
            judged=any(word in JUDGED for word in at_its[0].split()),
            spent=spent_on(found, at_its[0]),
        )
    if best:
        word = best[1] or best[4]
        sign, judged = -1 if word in LEAST else 1, word in JUDGED
    elif peaked and not found.quantities and not phrasing.RECORD.search(low):
        sign = -1 if peaked[1] or peaked[2] else 1
    elif rank and (outer or inside or _recorded(found)):
        sign, judged = -1 if rank[2] in LEAST else 1, rank[2] in JUDGED
    else:
        return None
    place = PLACES.get((rank[1] if rank else None) or "", 1)
    grain = phrasing.UNITS[best[2] or best[3]] if best else None
    if grain and not _one(inner, grain):
        return None  # "its best month of 2022": the month is not told
    return Asked(
        "rank",
        None,
        inner,
        sign=sign,
        place=place,
        grain=grain,
        within=outer,
        inside=inside,
        scoped="" if ever(low) or _recorded(found) else "any",
        judged=judged,
    )


def _no_unit(found: Context, match: re.Match[str], dated: list[Time]) -> Asked | None:
    """The rank of "had no emptier day than 9 May", "has never had a better quarter than the first of 2023"."""
    at = found.claim.span.start
    since = next((t for t in dated if phrasing.SINCE.search(found.before(t.span))), None)
    inner, outer = _inner(found, [t for t in dated if t is not since])
    grain, judged = phrasing.UNITS[match["unit"]], match["more"] in ("better", "worse")
    than = found.raw.rfind(" than ")
    if inner is None or not _one(inner, grain) or (outer and since) or inner.span.start - at < than:
        return None
    scoped: Scoped = "all" if since else _scope_of(found.low, "no" if match["no"] else "never")
    made = Asked("rank", None, inner, sign=sign_of(match), grain=grain, within=outer, scoped=scoped, since=since)
    return replace(made, judged=judged, spent=spent_on(found, match["more"]))


def _never(found: Context, match: re.Match[str], dated: list[Time]) -> Asked | None:
    first = match[0].partition(" ")[0]
    if match[0].startswith("not since"):
        inside = [t for t in dated if t.span.start < found.claim.span.start + match.start("more")]
        rest = [t for t in dated if t not in inside]
        if len(inside) != 1 or len(rest) > 1:
            return None
        made = Asked(
            "rank",
            None,
            rest[0] if rest else None,
            sign=sign_of(match),
            since=inside[0],
            reached=not _BEGAN.search(found.low),
        )
        return replace(made, spent=spent_on(found, match["more"])) if rest else None
    since = next((t for t in dated if phrasing.SINCE.search(found.before(t.span))), None)
    inner, outer = _inner(found, [t for t in dated if t is not since])
    if inner is None or (outer and since):
        return None
    unit = phrasing.UNITS.get(match[1] or "")
    scoped: Scoped = "all" if since else _scope_of(found.low, first)
    judged = match["more"] in ("better", "worse")
    sign = sign_of(match)
    made = Asked("rank", None, inner, sign=sign, grain=unit, within=outer, scoped=scoped, since=since, judged=judged)
    return replace(made, spent=spent_on(found, match["more"]))


def _scope_of(low: str, first: str) -> Scoped:
    """What a denial is of: "has never had more" of all that is known, "had never had more" of what was before."""
    if first == "never":
        return (
            "all"
            if re.search(r"\b(?:has|have) (?:never|not)\b|\bha(?:s|ve)n['’]t\b|\bnever (?:has|have)\b", low)
            else ""
        )
    return "any" if first in ("no", "not", "none") else ""


def _inner(found: Context, dated: list[Time]) -> tuple[Time | None, Time | None]:
    """Of one or two times, the shorter one and the one that holds it; a month without a year is one of that year."""
    if len(dated) == 1:
        return dated[0], None
    if len(dated) != 2:
        return None, None
    outer, inner = sorted(dated, key=_days)
    outer, inner = inner, outer
    inner = _moved(found, inner, outer)
    if inner.lo and inner.hi and outer.lo and outer.hi and outer.lo <= inner.lo and inner.hi <= outer.hi:
        return inner, outer
    return None, None


def _one(time: Time, grain: Grain) -> bool:
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    return bool(lo and hi and len(pieces(lo, hi, grain) or ()) == 1)


def _days(time: Time) -> int:
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    return (hi - lo).days if lo and hi else 0


def _moved(found: Context, inner: Time, outer: Time) -> Time:
    """``inner`` in the year of ``outer``, where it names no year itself."""
    lo, hi, first, last = (parse_day(day) for day in (inner.lo, inner.hi, outer.lo, outer.hi))
    if not (lo and hi and first and last) or re.search(r"\d{4}|['’]\d\d", _at(found, inner.span)):
        return inner
    moved = shifted(lo, hi, "year", first.year - lo.year) if first.year == last.year else None
    return replace(inner, lo=moved[0].isoformat(), hi=moved[1].isoformat(), alternatives=()) if moved else inner


def _at(found: Context, span: Span) -> str:
    return found.text[span.start : span.end]
