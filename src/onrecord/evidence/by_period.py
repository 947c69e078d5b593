"""Query forms over a series period by period: a rank or record, in how many it held, whether it rose in every one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from onrecord.evidence.asked import Asked
from onrecord.evidence.measures import claimed_words, number_words
from onrecord.evidence.model import Grain
from onrecord.evidence.outcome import Outcome, figure, in_series_unit, listed_words
from onrecord.evidence.periods import Period, around_of, parse_day, pieces, shifted, words_for
from onrecord.evidence.query import Missing, Rows, days_of, gapless, outside
from onrecord.evidence.subject import Subject
from onrecord.evidence.verdict import holds
from onrecord.record import Interval

__all__ = ["count", "ranks", "steps", "trend"]

_LATE = 31  # days before the day of publication that the last value of a series still is of what is "so far"
_WEEK = 7
_LISTED = 24  # values of a trend that the working spells out: two years of months


@dataclass(frozen=True, slots=True)
class _Part:
    """The value of one unit of the calendar; ``width`` is by how much rounding may have moved it in all."""

    lo: date
    hi: date
    number: float
    width: float


def ranks(item: Asked, subject: Subject, period: Period, since: Period | None) -> Iterator[Outcome | Missing]:
    """The place of one period's value among others: those before it, from ``since`` on or else all that the series has;
    those of the longer period that the claim names; or, where it leaves that open, each of these and the year's.

    A tie, and a difference that rounding may have made, leave the first place open.
    """
    span, size = subject.span(), _size(subject, period)
    if span is None:
        yield Missing("outside_coverage", f"{subject.table.path} has no values")
    elif size is None:
        words = f"{words_for(period.lo, period.hi)} is not one period of {subject.table.path}"
        yield Missing("no_period", words)
    elif since is None and (item.within or item.inside or item.scoped):
        for lo, hi in _scopes(item, span, period):
            yield _place(item, subject, period, lo, hi, size, named=item.within is not None)
    else:
        hi = min(span[1], item.known or span[1]) if item.scoped == "all" else period.hi
        starts = [_start(subject, span, period, since, size)]
        if since and since.lo < since.hi and len(pieces(since.lo, since.hi, size) or (0, 0)) > 1:
            # "the busiest week since July": whether July's own weeks count is open
            starts.append(max(since.lo, span[0]))
        for lo_or in starts:
            if isinstance(lo_or, Missing):
                yield lo_or
            elif item.reached and since and (less := _not_reached(item, subject, period, since)) is not None:
                yield less
            else:
                yield _place(item, subject, period, lo_or, max(hi, period.hi), size, named=since is not None)
                now = min(span[1], item.known or span[1])
                if since and item.place > 1 and now > period.hi and item.scoped != "all":
                    # "was the second-highest since May": of those up to it, or of all up to now
                    yield _place(item, subject, period, lo_or, now, size, named=True)


def _not_reached(item: Asked, subject: Subject, period: Period, since: Period) -> Outcome | Missing | None:
    """What refutes "not since May had so many" where May had fewer; None where it had as many."""
    then, now = subject.value(since.lo, since.hi), subject.value(period.lo, period.hi)
    if isinstance(then, Missing) or isinstance(now, Missing):
        return then if isinstance(then, Missing) else now if isinstance(now, Missing) else None
    sign, apart = item.sign or 1, then.half + now.half
    if (then.number - now.number) * sign >= 0:
        return None
    held = None if abs(then.number - now.number) <= apart else False
    ends = f"{words_for(since.lo, since.hi)}: {number_words(then.number)}"
    working = (
        f"{ends}; {words_for(period.lo, period.hi)}: {number_words(now.number)} ({subject.producer}); "
        f"claimed as {'many' if sign > 0 else 'few'} then"
    )
    days, against = (period.lo, period.hi), words_for(since.lo, since.hi)
    return Outcome(item.form, None, 0.0, (), working, (now, then), subject.series.unit, *days, against, (), held)


def _scopes(item: Asked, span: tuple[date, date], period: Period) -> list[tuple[date, date]]:
    """The days that a rank is among: those named, the unit of the calendar around it, else what may be meant."""
    if item.within:
        lo, hi = parse_day(item.within.lo), parse_day(item.within.hi)
        known = item.known
        if lo and hi and known and period.hi <= span[1] < hi and known <= hi and (known - span[1]).days <= _LATE:
            hi = span[1]  # "of the winter so far": up to the last that the series has
        return [(lo, hi)] if lo and hi else []
    grains: tuple[Grain, ...] = (item.inside,) if item.inside else ("year",)
    around = [ends for grain in grains if (ends := around_of(period.lo, grain)) and ends != (period.lo, period.hi)]
    if item.inside:
        return around
    span = (span[0], max(period.hi, min(span[1], item.known or span[1])))
    cut = [(max(lo, span[0]), min(hi, span[1])) for lo, hi in around]
    return list(dict.fromkeys([*cut, span])) if item.scoped == "any" else [span]


def _place(
    item: Asked, subject: Subject, period: Period, lo: date, hi: date, size: Grain, *, named: bool
) -> Outcome | Missing:
    lo = _first_whole(lo, size)
    found = _parts(subject, lo, hi, size, cut=item.within is None)
    if isinstance(found, Missing):
        return found
    parts, rows = found
    now = next((part for part in parts if (part.lo, part.hi) == (period.lo, period.hi)), None)
    others = [part for part in parts if part is not now]
    if now is None or not others:
        return Missing("outside_coverage", f"there is no {size} to compare with between {lo} and {hi}")
    sign = item.sign or 1
    ordered = sorted(others, key=lambda part: part.number * sign, reverse=True)
    above = [part for part in ordered if part.number * sign > now.number * sign]
    held: bool | None = len(above) == item.place - 1
    tied = any(part.number == now.number for part in others) and len(above) < item.place
    near = item.place == 1 and all(abs(part.number - now.number) < (part.width + now.width) / 2 for part in above)
    if tied or (not held and near):  # a tie: whether it is the highest depends on rounding, or on what one calls that
        held = None
    top, name = ordered[0], "highest" if sign > 0 else "lowest"
    start, end = words_for(others[0].lo, others[0].hi), words_for(others[-1].lo, others[-1].hi)
    which = f"{size}s before, since {start}" if hi == period.hi else f"other {size}s from {start} to {end}"
    working = (
        f"{words_for(now.lo, now.hi)}: {number_words(now.number)}; {name} of the {len(others)} {which}: "
        f"{number_words(top.number)} ({words_for(top.lo, top.hi)}), so place {len(above) + 1} "
        f"({subject.producer}); claimed {'' if item.place == 1 else f'place {item.place}, '}{name}"
    )
    notes = () if named else (f"the record is that of the series, which begins with {start}",)
    values, against = (rows.value(now.number, now.width / 2, latest=True),), f"every {size} since {start}"
    unit = subject.series.unit
    return Outcome(item.form, None, 0.0, (), working, values, unit, now.lo, now.hi, against, notes, held)


def count(item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]) -> Outcome | Missing:
    """In how many units of a period the value was what is claimed: "more than 20 mm on nine days"."""
    wanted = in_series_unit(item, subject, claimed)
    if isinstance(wanted, Missing):
        return wanted
    grain = item.grain or subject.table.periods.grain
    found = _parts(subject, period.lo, period.hi, grain)
    if isinstance(found, Missing):
        return found
    parts, rows = found
    assert item.count is not None  # noqa: S101 (asked so)
    number = float(sum(holds(wanted[0], part.number) for part in parts))
    if (parts[0].lo, parts[-1].hi) != (period.lo, period.hi) and grain == "week":
        near = timedelta(_WEEK - 1)  # weeks that lie only partly in the time that is told may count or not
        wide = _parts(subject, period.lo - near, period.hi + near, grain)
        if not isinstance(wide, Missing) and number != sum(holds(wanted[0], part.number) for part in wide[0]):
            return Missing("no_period", f"{words_for(period.lo, period.hi)} is not of whole weeks")
    stated = len(parts) - item.count if item.rest else item.count
    working = (
        f"{words_for(period.lo, period.hi)}: {number_words(number)} of {len(parts)} {grain}s have "
        f"{claimed_words(figure(item))} ({subject.words}); claimed {stated}"
    )
    exact = (Interval(float(stated), float(stated)),)
    return Outcome("count", number, 0.0, exact, working, (rows.value(number, 0.0),), "1", period.lo, period.hi)


def steps(item: Asked, subject: Subject, period: Period) -> Outcome | Missing:
    """In how many units of a period the value was higher, or lower, than in the unit before."""
    grain = item.grain or subject.table.periods.grain
    units = pieces(period.lo, period.hi, grain)
    before = shifted(*units[0], grain) if units else None
    if before is None:
        return Missing("no_period", f"{words_for(period.lo, period.hi)} is not of whole {grain}s")
    found = _parts(subject, before[0], period.hi, grain)
    if isinstance(found, Missing):
        return found
    parts, rows = found
    moves = [(b.number - a.number) * (item.sign or 1) for a, b in pairwise(parts)]
    number = float(sum(move > 0 for move in moves))
    stated = len(moves) - (item.count or 0) if item.rest else item.count or 0
    # a step within the rounding may be none
    open_ = bool(parts[0].width) and any(0 < abs(move) < parts[0].width for move in moves)
    way = "more" if (item.sign or 1) > 0 else "less"
    working = (
        f"{words_for(period.lo, period.hi)}: {number_words(number)} of {len(moves)} {grain}s have {way} than the "
        f"{grain} before ({subject.words}); claimed {stated}"
    )
    values, days = (rows.value(number, 0.0),), (period.lo, period.hi)
    if open_:
        return Outcome("count", None, 0.0, (), working, values, "1", *days, None, (), None)
    return Outcome("count", number, 0.0, (Interval(float(stated), float(stated)),), working, values, "1", *days)


def trend(item: Asked, subject: Subject, period: Period) -> Outcome | Missing:
    """Whether the value rose, or fell, in every unit of a period; steps within the rounding leave it open."""
    grain = item.grain or subject.table.periods.grain
    found = _parts(subject, period.lo, period.hi, grain)
    if isinstance(found, Missing):
        return found
    parts, rows = found
    if len(parts) < 2:
        return Missing("no_period", f"{words_for(period.lo, period.hi)} is not of several {grain}s")
    sign = item.sign or 1
    steps = [(b.number - a.number) * sign for a, b in pairwise(parts)]
    held: bool | None = all(step > 0 for step in steps)
    if not held and all(step > -part.width for step, part in zip(steps, parts, strict=False)) and parts[0].width:
        held = None
    direction, kept = "rose" if sign > 0 else "fell", sum(step > 0 for step in steps)
    working = (
        f"{words_for(period.lo, period.hi)} by the {grain}: {listed_words([p.number for p in parts], _LISTED)}: "
        f"{direction} {kept} of {len(steps)} times ({subject.producer}); claimed {direction} every {grain}"
    )
    values, unit = (rows.value(parts[-1].number, parts[-1].width / 2),), subject.series.unit
    return Outcome("trend", None, 0.0, (), working, values, unit, period.lo, period.hi, None, (), held)


def _parts(
    subject: Subject, lo: date, hi: date, grain: Grain, *, cut: bool = False
) -> tuple[list[_Part], Rows] | Missing:
    """The values of whole units of ``grain`` from ``lo`` to ``hi``, each complete; ``cut``: as far as they go."""
    if cut:
        hi = _last_whole(lo, hi, grain)
    found = outside(subject.table, lo, hi) or subject.values(lo, hi)
    if isinstance(found, Missing):
        return found
    units = pieces(lo, hi, grain)
    if grain == "period" or (units is None and grain == "week" and subject.table.periods.grain == "period"):
        units = [days for row in found.rows if (days := days_of(row))]
        if grain == "week" and any((last - first).days != _WEEK - 1 for first, last in units):
            units = None
    if not units:
        return Missing("no_period", f"{words_for(lo, hi)} is not of whole {grain}s")
    if not found.rows:
        return Missing("outside_coverage", f"{subject.table.path} has no row between {lo} and {hi}")
    made: list[_Part] = []
    for first, last in units:
        inside = [row for row in found.rows if (days := days_of(row)) and first <= days[0] and days[1] <= last]
        if not gapless(inside, first, last) or (len(inside) > 1 and subject.series.sort != "flow"):
            return Missing("data_fault", f"{subject.table.path} has no whole value for {words_for(first, last)}")
        width = subject.series.rounding * subject.series.scale * len(inside)
        made.append(_Part(first, last, sum(row.value or 0.0 for row in inside), width))
    return made, found


def _size(subject: Subject, period: Period) -> Grain | None:
    """The unit of the calendar that ``period`` is just one of, the table's own before longer ones."""
    if subject.table.periods.grain == "period":
        found = subject.values(period.lo, period.hi)
        days = [days_of(row) for row in found.rows] if not isinstance(found, Missing) else []
        if days == [(period.lo, period.hi)]:
            return "period"
    grains: Sequence[Grain] = (subject.table.periods.grain, "month", "quarter", "year")
    return next((grain for grain in grains if len(pieces(period.lo, period.hi, grain) or ()) == 1), None)


def _start(
    subject: Subject, span: tuple[date, date], period: Period, since: Period | None, size: Grain
) -> date | Missing:
    """The first day of what ``period`` is compared with, in a series of the days ``span``."""
    lo = date.fromordinal(since.hi.toordinal() + 1) if since else _first_whole(span[0], size)
    if lo >= period.lo:
        return Missing("outside_coverage", f"there is no {size} to compare with between {lo} and {period.lo}")
    if lo < span[0]:
        return Missing("outside_coverage", f"{subject.table.path} begins on {span[0]}, after {lo}")
    return lo


def _last_whole(lo: date, hi: date, grain: Grain) -> date:
    """The last day of the last whole unit of ``grain`` up to ``hi``."""
    if grain == "week":
        return hi - timedelta(((hi - lo).days + 1) % 7)
    if grain not in ("month", "quarter", "year"):
        return hi
    ends = around_of(hi, grain)
    return hi if ends[1] == hi else ends[0] - timedelta(1)


def _first_whole(day: date, grain: Grain) -> date:
    """The first day of the first whole unit of ``grain`` from ``day`` on."""
    if grain not in ("month", "quarter", "year"):
        return day
    while not (day.day == 1 and (grain != "year" or day.month == 1) and (grain != "quarter" or day.month % 3 == 1)):
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day
