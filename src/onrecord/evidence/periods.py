"""The third gate: which days a claim is about, and how that is known.

A time of the claim itself comes first, then one carried from its sentence. Where the claim states none, what the
document offers becomes readings of their own, each with what it supposes.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.evidence.model import Grain
from onrecord.record import PeriodBasis, Record, Time
from onrecord.spans import Span

__all__ = ["Period", "around_of", "grain_of", "of_time", "parse_day", "pieces", "shifted", "words_for"]

_BEFORE = re.compile(r"\b(\w{1,30}(?:\s{1,9}\w{1,30})?)\s{1,9}(?:the\s{1,9})?$")
_SINCE = frozenset({"since", "from"})
_ALL = re.compile(r"\b(?:all|right|halfway|half-way|straight) through\W{1,2}(?:the )?$")
_UNTIL = frozenset({"by", "until", "till", "up to", "as of", "through", "to"})


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, how they are known, and what is supposed where the text does not say."""

    lo: date
    hi: date
    basis: PeriodBasis
    assumed: str | None = None
    time: str | None = None
    open: bool = False  # counts up to its end from wherever the series begins
    so_far: bool = False  # counts up to the day of publication


def parse_day(iso: str | None) -> date | None:
    """An ISO 8601 day; None for anything else."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def of_time(
    record: Record, time: Time, basis: PeriodBasis, published: date | None, *, plain: bool = False
) -> Iterator[Period]:
    """The readings of one time of the text as days, the one that was chosen first.

    "Since", "by" and their like open it to one side, unless it is to be taken ``plain``. A reading that begins after
    the day of publication is left out where another does not: what is told has happened.
    """
    readings = [(time.lo, time.hi), *((other.lo, other.hi) for other in time.alternatives)]
    spans = [(lo, hi) for lo, hi in ((parse_day(lo), parse_day(hi)) for lo, hi in readings) if lo and hi]
    past = [pair for pair in spans if not published or pair[0] <= published]
    word = "" if plain else _word_before(record.document.text, time.span)
    so_far = _is_so_far(record.document.text, time.span)
    for lo, hi in dict.fromkeys(past or spans):
        if so_far and published and lo <= published <= hi:
            yield Period(lo, published, basis, f"up to the day of publication, {published}", time.id, so_far=True)
        elif word == "through" and _throughout(record.document.text, time.span, pieces(lo, hi, "month")):
            yield Period(lo, hi, basis, None, time.id)
        elif word in _SINCE and not _ranged(record.document.text, time):
            if published and published >= lo:
                yield Period(lo, published, basis, f"up to the day of publication, {published}", time.id, so_far=True)
        elif word in _UNTIL:
            yield Period(hi, hi, basis, None, time.id, open=True)
        else:
            yield Period(lo, hi, basis, None, time.id)


def _word_before(text: str, span: Span) -> str:
    match = _BEFORE.search(text[max(0, span.start - 30) : span.start].lower())
    if not match:
        return ""
    two = match[1].split()
    return " ".join(two) if " ".join(two) in _UNTIL else two[-1]


def _throughout(text: str, span: Span, months: list[tuple[date, date]] | None) -> bool:
    """Whether "through" is said of all of a time: "through the summer", "all through May"; "through May" may be of all
    that goes up to its end."""
    return bool(months) and (
        len(months or ()) > 1 or bool(_ALL.search(text[max(0, span.start - 16) : span.start].lower()))
    )


def _is_so_far(text: str, span: Span) -> bool:
    """Whether a time is told up to now only: "so far this winter", "this year to date"."""
    before, after = text[max(0, span.start - 12) : span.start].lower(), text[span.end : span.end + 10].lower()
    return bool(re.search(r"\bso far\W{1,3}$", before) or re.match(r"\W{1,2}(?:so far|to date)\b", after))


def _ranged(text: str, time: Time) -> bool:
    """Whether "from" opens a range that the time holds whole: "from 24 to 30 November"."""
    return bool(re.search(r"\b(?:to|until|till|through|and)\b|[-–—]", text[time.span.start : time.span.end]))


def grain_of(lo: date, hi: date) -> Grain:
    """The largest unit of the calendar that the days from ``lo`` to ``hi`` are whole ones of."""
    if lo.day == 1 and (hi + timedelta(1)).day == 1:
        if lo.month == 1 and hi.month == 12:
            return "year"
        return "quarter" if lo.month % 3 == 1 and hi.month % 3 == 0 else "month"
    return "day"


def around_of(day: date, grain: Grain) -> tuple[date, date]:
    """The unit of the calendar that ``day`` is in; a week begins on Monday (ISO 8601)."""
    if grain not in ("month", "quarter", "year"):
        monday = day - timedelta(day.weekday() if grain == "week" else 0)
        return monday, monday + timedelta(6 if grain == "week" else 0)
    step = {"month": 1, "quarter": 3, "year": 12}[grain]
    first = date(day.year, (day.month - 1) // step * step + 1, 1)
    month = first.month - 1 + step
    return first, date(day.year + month // 12, month % 12 + 1, 1) - timedelta(1)


def pieces(lo: date, hi: date, grain: Grain) -> list[tuple[date, date]] | None:
    """The days from ``lo`` to ``hi`` as whole units of ``grain``; None where they are not whole ones.

    Weeks are any seven days that begin on ``lo``.
    """
    if grain == "day":
        return [(lo + timedelta(i),) * 2 for i in range((hi - lo).days + 1)] if hi >= lo else None
    if grain == "week":
        count, over = divmod((hi - lo).days + 1, 7)
        starts = [lo + timedelta(7 * i) for i in range(count)]
        return None if over else [(start, start + timedelta(6)) for start in starts]
    step = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if step is None:
        return None
    found, start = [], lo
    if lo.day != 1 or (lo.month - 1) % step:
        return None
    while start <= hi:
        month = start.month - 1 + step
        following = date(start.year + month // 12, month % 12 + 1, 1)
        found.append((start, following - timedelta(1)))
        start = following
    return found if found and found[-1][1] == hi else None


def shifted(lo: date, hi: date, grain: Grain, by: int = -1) -> tuple[date, date] | None:
    """The period of the same length ``by`` units of ``grain`` away: the month before, the same months a year before;
    None where there is no such unit, or where the calendar ends (years 1 to 9999)."""
    try:
        return _shifted(lo, hi, grain, by)
    except (ValueError, OverflowError):
        return None


def _shifted(lo: date, hi: date, grain: Grain, by: int) -> tuple[date, date] | None:
    if grain in ("day", "week"):
        step = timedelta(by * (1 if grain == "day" else 7))
        return lo + step, hi + step
    unit = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if unit is None:
        return None
    months = by * unit
    whole = (hi + timedelta(1)).day == 1

    def moved(day: date, *, last: bool) -> date:
        total = day.year * 12 + day.month - 1 + months
        year, month = divmod(total, 12)
        length = monthrange(year, month + 1)[1]
        return date(year, month + 1, length if last and whole else min(day.day, length))

    return moved(lo, last=False), moved(hi, last=True)


def words_for(lo: date, hi: date) -> str:
    """A period as people write it: "24–30 Nov 2023", "June 2022", "2021", "Jan–Jun 2021"."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
    a, b = months[lo.month - 1], months[hi.month - 1]
    grain = grain_of(lo, hi)
    if lo == hi:
        return f"{lo.day} {a} {lo.year}"
    if grain == "year":
        return str(lo.year) if lo.year == hi.year else f"{lo.year}–{hi.year}"
    if grain in ("month", "quarter"):
        if (lo.year, lo.month) == (hi.year, hi.month):
            return f"{a} {lo.year}"
        return f"{a}–{b} {hi.year}" if lo.year == hi.year else f"{a} {lo.year} – {b} {hi.year}"
    if (lo.year, lo.month) == (hi.year, hi.month):
        return f"{lo.day}–{hi.day} {a} {lo.year}"
    return (
        f"{lo.day} {a} – {hi.day} {b} {hi.year}"
        if lo.year == hi.year
        else f"{lo.day} {a} {lo.year} – {hi.day} {b} {hi.year}"
    )
