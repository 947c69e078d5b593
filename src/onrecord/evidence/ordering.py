"""How claims put things in an order without a figure: ranks, records, trends and plain comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.evidence import phrasing
from onrecord.evidence.in_period import in_period
from onrecord.evidence.model import Grain
from onrecord.evidence.moments import Moments, stretch
from onrecord.evidence.periods import parse_day, pieces, shifted
from onrecord.evidence.question import Asked, Context, Scoped
from onrecord.evidence.superlatives import JUDGED, LEAST, ORDINALS, PLACES, RANK, denies_more
from onrecord.record import Time

__all__ = ["back", "direction", "more_or_less", "without_figure"]

_ANY_UNIT = re.compile(
    rf"\b(more|higher|fewer|less|lower)\b.{{0,50}}?\bthan (?:in |on )?any (?:other |previous "
    rf"|earlier )?{phrasing.UNIT}\b"
)
# Of one season or day of the week only: the others take no part
_FOR_ANY = re.compile(
    r"\b(?:for|of|in) (?:any|an?) (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|spring|summer|autumn|winter|first|second|third|fourth|\w+day|weekend)\b"
    r"|\bfor the time of year\b"
)
# Said with a number of its own, which nothing here reads
_TIMES_OVER = re.compile(r"\b(?:doubl|tripl|trebl|quadrupl|halv|half|twice|thrice)\w*\b|\bfold\b")
_UNIT_WAS = re.compile(
    rf"\b(?:{phrasing.HIGHEST}|{phrasing.LOWEST})[- ](?:single[- ])?(?:[a-z]+ )?{phrasing.UNIT}\b.{{0,60}}\bsince\b"
    r".{2,40}?\b(?:was|came|fell|is|has been)\b"
)
_OF_YEAR = re.compile(r"\bof (?:the|that|this) (month|quarter|year)\b")
_EVER = re.compile(
    r"\bon record\b|\brecord\b|\b(?:records|measurements|counting|the series) (?:began|start\w*|begins?)\b"
    r"|\bever\b|\ball time\b"
)
# "in five years", "a five-year low"
_IN_YEARS = re.compile(
    rf"\b(?:in|for|of)\s+(?:the\s+(?:last|past)\s+|more than\s+|over\s+)?(\d+"
    rf"|{phrasing.COUNT_WORDS})\s+{phrasing.UNIT}s\b"
)
_YEARS_HIGH = re.compile(rf"\b(\d+|{phrasing.COUNT_WORDS})-{phrasing.UNIT}\s+(high|low|peak)\b")
_BLURRED = re.compile(r"\b(?:nearly|almost|about|around|some|roughly|close to)\s+$")

_NOT_JUDGED_MORE = phrasing.COMPARATIVES_MORE.replace("|better", "").replace("more|", "")
_NOT_JUDGED_LESS = phrasing.COMPARATIVES_LESS.replace("|worse", "").replace("less|", "")
_MOVE = f"(?:{phrasing.UP}|{phrasing.DOWN})"
_AFTER = "day after day|week after week|month after month|quarter after quarter|year after year"
_BY = (
    "day by day|week by week|month by month|quarter by quarter|year by year|day on day|week on week|month on month"
    "|quarter on quarter|year on year"
)
_EVERY = re.compile(
    rf"\b{_MOVE}\s+(?:\w+ly\s+)?(?:in\s+|with\s+)?(?:every|each)\s+(?:single\s+|successive\s+"
    rf"|consecutive\s+)?{phrasing.UNIT}\b"
    rf"|\b{_MOVE}\s+(?:\w+ly\s+)?({_AFTER}|{_BY})\b"
    rf"|\b{_MOVE}\s+for\s+\w+\s+(?:consecutive|straight|successive)\s+{phrasing.UNIT}s?\b"
    rf"|\b{_MOVE}\s+(?:\w+ly\s+)?(?:steadily|continuously|continually|consistently|uninterruptedly"
    rf"|without (?:interruption|a break|exception))\b"
)
# The same without its verb beside it, where the claim has no figure
_THROUGHOUT = re.compile(
    rf"\b(?:in\s+)?(?:every|each)\s+(?:single\s+|successive\s+|consecutive\s+)?{phrasing.UNIT}\b|\b({_AFTER}|{_BY})\b"
    rf"|\bfor\s+\w+\s+{phrasing.UNIT}s\s+(?:running|in a row|in succession|straight)\b"
    rf"|\b(?:steadily|continuously|continually|consistently|without (?:interruption|a break|exception))\b"
    rf"|\b{phrasing.UNIT}-on-(?:day|week|month|quarter|year)\b.*\b(?:throughout|every|each)\b"
)
_MORE_EVERY = re.compile(
    rf"^(?!.*\b(?:than|as)\b).*\b({phrasing.COMPARATIVES})\b[^,;]*\b(?:every|each)(?: single)? {phrasing.UNIT}\b"
)
# "for the fifth month running", "for a third straight year"
_RUNNING = re.compile(
    rf"\bfor\s+(?:the|a|an)\s+({ORDINALS})\s+(?:(?:consecutive|straight|successive)\s+{phrasing.UNIT}\b"
    rf"|{phrasing.UNIT}\s+(?:running|in a row|in succession|straight)\b)"
)


# "got steadily cheaper", "has become busier"; of better and worse one must know what they are of
_GOT = re.compile(
    r"\b(?:got|gets?|getting|gotten|grew|grows?|growing|grown|became|becomes?|becoming|turned|went|gone|going)"
    r"(?: (?:\w{1,12}ly|ever|a little|a bit|much|far|still|even|and)){0,2}"
    rf" (?:({_NOT_JUDGED_MORE})|({_NOT_JUDGED_LESS}))\b(?! than)"
)

_UNIT_BY_UNIT = re.compile(r"\b(day|week|month|quarter|year) (?:by|after) \1\b")


def direction(low: str) -> int:
    """Which way something moves: 1 up, -1 down, 0 where that is not said or only how fast it does."""
    if got := _GOT.search(low):
        return 1 if got[1] else -1
    match = None if phrasing.SLOWED.search(low) else phrasing.MOVED.search(low)
    return 0 if match is None else 1 if match[1] else -1


def without_figure(found: Context, moments: Moments, made: Sequence[Asked]) -> Iterator[Asked]:
    """What the claim asks besides its figures ``made``."""
    low, main, since = found.low, moments.when, moments.since
    if trend := _trend(found, moments, bool(made)):
        yield from trend
        return
    if not any(item.form in ("maximum", "minimum", "count") for item in made):
        best = in_period(found, moments) or _record(found, moments)
        if best:
            yield best
            return
    if made and all(item.form == "level" for item in made) and (beside := _BESIDE.search(_text(found))):
        sign = 1 if beside[1] else -1
        yield Asked("comparison", None, main, moments.base, moments.earlier, sign=sign)
    if _ANY_UNIT.search(low):
        return
    if made or phrasing.PASSIVE.search(low) or _TIMES_OVER.search(low) or denies_more(found):
        return
    base = moments.base
    if (base or phrasing.THAN.search(low)) and (phrasing.MORE.search(low) or phrasing.LESS.search(low)):
        sign = more_or_less(low)
        yield Asked("comparison", None, main, base, moments.earlier, sign=sign, unread=moments.unread)
        return
    if sign := direction(low):
        ends = not (base or moments.earlier or moments.joined) and bool(main and stretch(found.words(main.span)))
        since = base or since
        yield Asked("comparison", None, main, since, moments.earlier, ends, sign, unread=moments.unread, moved=True)


def _record(found: Context, moments: Moments) -> Asked | None:
    low, main, since = found.low, moments.when, moments.since
    if _FOR_ANY.search(low):
        return None
    rank, record = RANK.search(low), phrasing.RECORD.search(low)
    back = _since_years(found, main)
    # "the highest since a year earlier", not "the highest of all, up from 300 a year earlier"
    if rank and (since or back or (moments.earlier and "since" in low) or _EVER.search(low)):
        sign = -1 if rank[2] in LEAST else 1
        place, judged = PLACES.get(rank[1] or "", 1), rank[2] in JUDGED
        # "its busiest week since July was the one to 3 May": none until now was busier
        scoped: Scoped = "all" if since and _UNIT_WAS.search(low) else ""
        return Asked("rank", None, main, sign=sign, place=place, since=since or back, judged=judged, scoped=scoped)
    any_unit = _ANY_UNIT.search(low)
    if any_unit and not since and main and "any other" in any_unit[0] and not _EVER.search(low):
        around = _OF_YEAR.search(low)
        sign = 1 if any_unit[1] in ("more", "higher") else -1
        inside = phrasing.UNITS[around[1]] if around else None
        return Asked("rank", None, main, sign=sign, scoped="any", inside=inside)
    if any_unit and (since or _EVER.search(low)):
        scoped = "all" if "any other" in any_unit[0] else ""
        sign = 1 if any_unit[1] in ("more", "higher") else -1
        return Asked("rank", None, main, sign=sign, since=since, scoped=scoped)
    if back and (high := _YEARS_HIGH.search(found.raw)):
        return Asked("rank", None, main, sign=-1 if high[3] == "low" else 1, since=back)
    if record and "on record" not in low:
        return Asked("record", None, main, sign=-1 if "low" in record.groups() else 1, since=since)
    return None


def _since_years(found: Context, main: Time | None) -> Time | None:
    """The time that "in five years" or "a five-year high" counts from."""
    match = _YEARS_HIGH.search(found.raw) or (_IN_YEARS.search(found.raw) if RANK.search(found.low) else None)
    if match is None or _BLURRED.search(found.raw[: match.start(1)]):
        return None
    many = int(match[1]) if match[1].isdigit() else phrasing.NUMBERS[match[1]]
    return back(main, phrasing.UNITS[match[2]], many)


def back(main: Time | None, unit: Grain, many: int) -> Time | None:
    """``main`` so many units earlier; None where it is not known."""
    lo, hi = parse_day(main.lo if main else None), parse_day(main.hi if main else None)
    moved = shifted(lo, hi, unit, -many) if lo and hi else None
    if main is None or moved is None:
        return None
    return replace(main, lo=moved[0].isoformat(), hi=moved[1].isoformat(), alternatives=())


# "had 300, well ahead of Elsin"
_BESIDE = re.compile(
    rf"(?:,|\b(?:was|were|is|stood))\s*(?:(?:well|far|just|some way|narrowly|comfortably)\s+)*(?:(ahead of"
    rf"|above|(?:{phrasing.COMPARATIVES_MORE}) than)"
    rf"|(?:behind|below|short of|(?:{phrasing.COMPARATIVES_LESS}) than))\s+(?:(?:that|those)\s+)?(?:(?:of"
    rf"|in|at)\s+)?(?=[A-Z]|\d{{4}}|(?:the|a) (?:year|month|week|quarter))"
)


def _text(found: Context) -> str:
    return found.unnamed[found.claim.span.start : found.claim.span.end]


def _trend(found: Context, moments: Moments, figures: bool) -> list[Asked]:
    """A trend that the claim states; empty where it states none."""
    low, main = found.low, moments.whole or moments.when
    if _SAVE.search(low):
        return []
    if (row := _IN_A_ROW.search(low)) and direction(low) and main:
        many = int(row[1]) if row[1].isdigit() else phrasing.NUMBERS[row[1]]
        unit = phrasing.UNITS[row[2]]
        first = back(main, unit, many) if _one(main, unit) else None
        if first:
            return [Asked("trend", None, replace(first, hi=main.hi), grain=unit, sign=direction(low), ends=True)]
    if running := _RUNNING.search(low):
        unit = phrasing.UNITS[running[2] or running[3]]
        sign = direction(low)
        first = back(main, unit, PLACES[running[1]])
        if not sign or first is None or main is None or not _one(main, unit):
            return []
        return [Asked("trend", None, replace(first, hi=main.hi), grain=unit, sign=sign, ends=True)]
    every = _EVERY.search(low)
    more = _MORE_EVERY.search(low)
    if more and not figures and not direction(low):
        unit, sign = phrasing.UNITS[more[2]], 1 if re.match(phrasing.COMPARATIVES_MORE, more[1]) else -1
        return [Asked("trend", None, main or moments.since, grain=unit, sign=sign, ends=True, since=moments.since)]
    if every is None and not figures and direction(low):
        every = _THROUGHOUT.search(low)
    if every is None:
        return []
    if not (direction(every[0]) or direction(low)):
        return []
    named = " ".join(group for group in every.groups() if group)
    sign = direction(every[0]) or direction(low)
    grain = phrasing.UNITS.get(named.split(" ")[0]) if named else None
    if by := _UNIT_BY_UNIT.search(low):
        grain = phrasing.UNITS[by[1]]  # "quarter by quarter, it fell steadily"
    if moments.base and main and not stretch(found.words(main.span)):
        earlier = moments.base.lo and main.lo and moments.base.lo < main.lo
        main = replace(main, lo=moments.base.lo, alternatives=()) if earlier else main
    if " on " in named and not (main and stretch(found.words(main.span))):
        return []  # "rose month on month" alone is a comparison with the month before
    return [Asked("trend", None, main or moments.since, grain=grain, sign=sign, ends=True, since=moments.since)]


# "four years running": so many steps up to the time that is named
_IN_A_ROW = re.compile(
    rf"\b(\d+|{phrasing.COUNT_WORDS})\s+(?:consecutive\s+|straight\s+|successive\s+)?{phrasing.UNIT}s"
    r"(?:\s+(?:running|in a row|in succession|straight))?\b"
    r"(?:(?<=running)|(?<=in a row)|(?<=in succession)|(?<=straight))"
)
# "in every month but May", "in each quarter after the first"
_SAVE = re.compile(
    rf"\b(?:every|each|all)\b[^,;]*\b(?:except|bar|but|apart from|save|other than|after the (?:{ORDINALS}|first))\b"
)


def _one(time: Time, unit: Grain) -> bool:
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    parts = pieces(lo, hi, unit) if isinstance(lo, date) and isinstance(hi, date) else None
    return parts is not None and len(parts) == 1


def more_or_less(low: str) -> int:
    """Which way a comparison goes: by the last such word before "than", else the first."""
    before, than, _ = low.partition(" than ")
    more = [m.start() for m in (phrasing.HIGHER if than else phrasing.MORE).finditer(before)]
    less = [m.start() for m in (phrasing.LOWER if than else phrasing.LESS).finditer(before)]
    if not than:
        return 1 if min(more, default=len(low)) <= min(less, default=len(low)) else -1
    return 1 if max(more, default=-1) >= max(less, default=-1) else -1
