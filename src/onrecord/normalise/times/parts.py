"""Units from an anchor, parts and runs of times, ranges, clock times and sets, on the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from onrecord.normalise.times.context import COMPARED, Context
from onrecord.normalise.times.nodes import (
    At,
    Clock,
    Date,
    Edge,
    Every,
    Length,
    Node,
    Nth,
    Part,
    Range,
    Unit,
    Vague,
)
from onrecord.normalise.times.periods import Period, add, holding, part, sub
from onrecord.normalise.times.placing import (
    NOTHING_BEFORE,
    OUTSIDE,
    VAGUE,
    anchor_day,
    dated,
    place,
    placer,
    unresolved,
)
from onrecord.normalise.times.values import Value, clock_text, edtf, iso_duration, point, vague_duration

__all__: list[str] = []


@placer(Unit)
def _unit(node: Unit, context: Context) -> Value:
    if node.unit == "period":
        named = context.last(("quarter", "half", "month", "season"))
        if named:
            return dated(named[1], named[0], reading="calendar")
        return unresolved("XXXX-XX-XX", context, NOTHING_BEFORE)
    old = context.last_bc() if node.back else None
    if old and node.unit != "year":
        return unresolved("XXXX-XX-XX", context, OUTSIDE)
    if old:
        return replace(place(Date(year=old[1] - node.shift, bc=True), context), anchor=old[0])
    last = _told_anchor(node, context)
    if last:
        return dated(
            _moved(holding(last[1].first if node.shift <= 0 else last[1].last, node.unit), node),
            last[0],
            reading=_reading(node.unit),
        )
    if context.tells and node.back and not node.bare and context.earlier:
        return unresolved("XXXX-XX-XX", context, NOTHING_BEFORE)
    day = anchor_day(context, node.unit)
    if day is None:
        return unresolved("XXXX-XX-XX", context)
    here = _latest(day, node, context) if node.bare else holding(day, node.unit)
    return dated(_moved(here, node), "published", reading=_reading(node.unit))


def _latest(day: date, node: Unit, context: Context) -> Period:
    """What "the weekend" and "the quarter" name: the latest one, unless the clause points ahead."""
    here = holding(day, node.unit)
    if (
        node.unit not in ("weekend", "quarter")
        or context.lean > 0
        or (context.lean == 0 and day.weekday() > 2 and node.unit == "weekend")
        or (node.unit == "weekend" and here.first <= day)
    ):
        return here
    return holding(add(here.first, -1, node.unit), node.unit)


def _reading(unit: str) -> Any:
    return "point" if unit in ("day", "night") else "calendar"


def _told_anchor(node: Unit, context: Context) -> tuple[str, Period] | None:
    if not node.back:
        return None
    finer = {
        "day": ("day",),
        "week": ("day", "week"),
        "weekend": ("day", "week", "weekend"),
        "month": ("day", "week", "month"),
        "quarter": ("quarter",),
    }.get(node.unit)
    own = context.published
    last = _reported(context) if node.bare and node.unit == "quarter" and not context.tells else context.last(finer)
    if last and own and node.bare and node.unit == "year" and not context.tells and last[1].first.year > own.last.year:
        return None
    return last


def _reported(context: Context) -> tuple[str, Period] | None:
    """The quarter a report is about: of those it names the latest that has begun, others are compared with it."""
    own = context.published
    begun = [
        (period, name)
        for name, period, _ in context.earlier[-12:]
        if period.grain == "quarter" and (own is None or period.first <= own.last)
    ]
    return max(begun)[::-1] if begun else None


def _moved(period: Period, node: Unit) -> Period:
    if not node.shift:
        return period
    return holding(add(period.first, node.shift, node.unit), node.unit)


_MODS = {
    "early": "START",
    "earlier": "START",
    "start": "START",
    "mid": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
}


@placer(Part)
def _part(node: Part, context: Context) -> Value:
    whole = place(node.node, context)
    if whole.period is None or whole.kind != "date":
        return replace(whole, mod=_MODS[node.which])
    period = _part_period(whole.period, node.which, context.day)
    if whole.period.first == whole.period.last:
        return replace(whole, mod=_MODS[node.which])
    return replace(whole, period=period, mod=_MODS[node.which], alternatives=())


def _part_period(whole: Period, which: str, day: date | None) -> Period:
    """ "Earlier this year" ends and "later this year" begins at the day of publication, if inside."""
    if which in ("earlier", "later"):
        if day and whole.first < day < whole.last:
            return Period(whole.first, day, "day") if which == "earlier" else Period(day, whole.last, "day")
        which = "early" if which == "earlier" else "late"
    return part(whole, which)


@placer(Nth)
def _nth(node: Nth, context: Context) -> Value:
    whole = place(node.node, context)
    if whole.period is None:
        return unresolved("XXXX-XX-XX", context, whole.reason)
    if node.weekday is not None:
        found = _nth_weekday(whole.period, node.weekday, node.number)
    else:
        found = sub(whole.period, node.unit, node.number, node.count)
    if found is None:
        return unresolved("XXXX-XX-XX", context, OUTSIDE)
    value = dated(found, whole.anchor, reading="calendar")
    if node.count == 1:
        return replace(value, alternatives=_seven_days(node, whole, found))
    duration = iso_duration(Length(((float(node.count), node.unit),)))
    return replace(value, timex=duration or value.timex, duration=duration, alternatives=_weeks(node, whole))


def _weeks(node: Nth, whole: Value) -> tuple[Value, ...]:
    """ "The first 11 weeks of 2020" counted from the first day of the year, and not by ISO 8601."""
    if node.unit != "week" or node.number != 1 or whole.period is None:
        return ()
    last = whole.period.first + timedelta(7 * node.count - 1)
    return (dated(Period(whole.period.first, last, "day"), whole.anchor, reading="rolling"),)


def _seven_days(node: Nth, whole: Value, found: Period) -> tuple[Value, ...]:
    """ "The first week of April" as seven days from the first of the month, and not from a Monday."""
    period = whole.period
    if node.unit != "week" or period is None or whole.grain != "month" or node.number > 4:
        return ()
    first = period.first + timedelta(7 * (node.number - 1)) if node.number > 0 else period.last - timedelta(6)
    days = Period(first, first + timedelta(6), "day")
    return () if days[:2] == found[:2] else (dated(days, whole.anchor, reading="rolling"),)


def _nth_weekday(period: Period, weekday: int, number: int) -> Period | None:
    if number > 0:
        day = period.first + timedelta((weekday - period.first.weekday()) % 7 + 7 * (number - 1))
    else:
        day = period.last - timedelta((period.last.weekday() - weekday) % 7)
    return point(day) if period.first <= day <= period.last else None


@placer(Edge)
def _edge(node: Edge, context: Context) -> Value:
    day = place(node.node, context)
    if not day.period:
        return day
    if node.unit == "weekend":
        return dated(_long_weekend(day.period.first), day.anchor, reading="calendar")
    return dated(holding(day.period.first, node.unit), day.anchor, reading="calendar")


def _long_weekend(day: date) -> Period:
    """The weekend of a feast, stretched to a feast on the Monday after or on the two days before it."""
    if day.weekday() == 0:
        return Period(day - timedelta(2), day, "day")
    week = holding(day, "weekend")
    return Period(day, week.last, "day") if day.weekday() in (3, 4) else week


@placer(Range)
def _range(node: Range, context: Context) -> Value:
    if not (_swaps(node.first) and _swaps(node.last)):
        return _in_order(node, context)
    # "5/3/2022 to 12/3/2022": both days first, or both months
    found = [
        value
        for first, last in ((node.first, node.last), (_swapped(node.first), _swapped(node.last)))
        if (value := _in_order(Range(first, last), context)).period
    ]
    return replace(found[0], alternatives=tuple(found[1:])) if found else _in_order(node, context)


def _swaps(node: Node) -> bool:
    return isinstance(node, Date) and (node.swapped or (node.day is not None and node.day == node.month))


def _swapped(node: Node) -> Node:
    return replace(node, month=node.day, day=node.month) if isinstance(node, Date) else node


def _in_order(node: Range, context: Context) -> Value:
    last = place(node.last, context)
    first = place(node.first, _before(last, node.first, context))
    if first.period and last.period and (_leaps(node.first) or first.period.first > last.period.last):
        last = place(node.last, _after(first, node.last, context))
    if first.bounds or last.bounds:
        return _old_range(first, last, context)
    if first.period is None or last.period is None or first.period.first > last.period.last:
        return unresolved(first.timex, context, first.reason or last.reason or OUTSIDE)
    grain = first.grain if first.grain == last.grain else "day"
    period = Period(first.period.first, last.period.last, "day")
    whole = grain in _JOINED and not (first.mod or last.mod)
    written = f"{first.edtf}/{last.edtf}" if whole else edtf(period)
    value = Value("date", first.timex, period, written, grain, anchor=first.anchor)
    if not (first.clock and last.clock):
        return value
    return replace(value, kind="time", clock=f"{first.clock}/{last.clock}")


def _old_range(first: Value, last: Value, context: Context) -> Value:
    """A range that begins before the year 1, which no calendar day here can hold."""
    low, high = first.bounds, last.bounds or _days(last)
    if low is None or high is None or _year(low[0]) > _year(high[1]):
        return unresolved(first.timex, context, OUTSIDE)
    return Value("date", first.timex, None, f"{first.edtf}/{last.edtf}", first.grain, bounds=(low[0], high[1]))


def _days(value: Value) -> tuple[str, str] | None:
    return (value.period.first.isoformat(), value.period.last.isoformat()) if value.period else None


def _year(day: str) -> int:
    return int(day.rsplit("-", 2)[0])


# Grains that EDTF allows as the ends of an interval.
_JOINED = ("month", "season", "year", "decade", "century")


def _before(last: Value, first: Node, context: Context) -> Context:
    """The context of a range's start: its missing fields are those of the latest time before the end."""
    bare = isinstance(first, Date) and first.year is None and first.year_shift is None and first.direction is None
    if last.period is None or not bare or context.tells:
        return context
    return Context(point(last.period.first), False, -1, [], context.at, strict=True)


def _leaps(node: Node) -> bool:
    """Whether a date fixes its year by its day: 29 February."""
    return isinstance(node, Date) and node.year is None and (node.month, node.day) == (2, 29)


def _after(first: Value, last: Node, context: Context) -> Context:
    """The context of a range's end: its missing fields are those of the first time on or after the start."""
    if first.period is None or not isinstance(last, Date) or last.year is not None or last.year_shift is not None:
        return context
    anchor = point(first.period.first)
    return Context(anchor, False, 1, [], context.at, strict=True)


_HALF_DAY = 43200


@placer(At)
def _at(node: At, context: Context) -> Value:
    day = place(node.day, context) if node.day is not None else _clock_day(context)
    clock = node.clock
    written = clock_text(clock.start, clock.precise)
    tail = clock.daypart if clock.precise == "daypart" else written
    if clock.precise == "daypart":
        written = clock_text(clock.start, "minute")
    end = clock_text(clock.end, clock.precise) if clock.end is not None and clock.precise != "daypart" else None
    base = day.timex if day.period is None or day.period.first == day.period.last else "XXXX-XX-XX"
    value = replace(
        day,
        kind="time",
        timex=f"{base}T{tail}",
        grain=clock.precise,
        clock=f"{written}/{end}" if end else written,
    )
    if clock.precise == "daypart":
        return replace(value, clock=None)
    if day.edtf and day.period and day.period.first == day.period.last and clock.start < 86400:
        seconds = clock_text(clock.start, "second")
        value = replace(value, edtf=f"{day.edtf}T{seconds}" if end is None else day.edtf)
    other = (
        replace(clock, start=(clock.start + _HALF_DAY) % 86400, sure=True)
        if not clock.sure and clock.end is None
        else None
    )
    if other is None:
        return replace(value, alternatives=())
    return replace(value, alternatives=(_at(At(node.day, other), context),))


def _clock_day(context: Context) -> Value:
    last = context.last(("day",), COMPARED)
    if last:
        return dated(last[1], last[0])
    day = anchor_day(context, "day")
    return dated(point(day), "published") if day else unresolved("XXXX-XX-XX", context)


@placer(Every)
def _every(node: Every, context: Context) -> Value:
    return Value("set", node.timex, duration=node.duration)


@placer(Vague)
def _vague(node: Vague, context: Context) -> Value:
    written = vague_duration(Length(((None, node.unit),))) if node.unit else node.timex
    return Value("date", written, reason=VAGUE)


@placer(Clock)
def _clock(node: Clock, context: Context) -> Value:
    return _at(At(None, node), context)
