"""Durations, stretches from an anchor, and points a duration away, on the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from onrecord.normalise.times.context import COMPARED, Context
from onrecord.normalise.times.nodes import At, Date, Ended, Feast, InTime, Lasting, Length, Rolling, Shifted
from onrecord.normalise.times.periods import MONTHS_OF, Period, add, holding
from onrecord.normalise.times.placing import (
    COARSE,
    EVENT,
    NOTHING_BEFORE,
    OUTSIDE,
    UNPUBLISHED,
    VAGUE,
    anchor_day,
    dated,
    place,
    placer,
    unresolved,
)
from onrecord.normalise.times.values import Value, clock_text, edtf, iso_duration, point, vague_duration

__all__: list[str] = []


@placer(Length)
def _length(node: Length, context: Context) -> Value:
    duration = iso_duration(node)
    return Value(
        "duration",
        duration or vague_duration(node),
        duration=duration,
        mod=node.mod,
        reason=None if duration else VAGUE,
    )


@placer(Rolling)
def _rolling(node: Rolling, context: Context) -> Value:
    amount, unit = node.length.amounts[0]
    duration = iso_duration(node.length)
    if duration is None or amount is None:
        return Value("duration", vague_duration(node.length), reason=VAGUE, mod=node.length.mod)
    day, anchor = anchor_day(context, unit), "published"
    told = context.last() if context.tells and node.sign > 0 else None
    if told:
        anchor, day = told[0], told[1].last
    if day is None:
        return Value("duration", duration, duration=duration, reason=COARSE if context.published else UNPUBLISHED)
    period = _stretch(node.length, node.sign, day)
    if unit in _HOURS and anchor == "published" and context.moment:
        return _rolling_hours(node, context.moment, duration)
    whole = _whole_units(int(amount), unit, node.sign, day) if amount == int(amount) and unit in _CALENDAR else None
    others = (dated(whole, anchor, reading="calendar"),) if whole else ()
    return Value(
        "date",
        duration,
        period,
        edtf(period),
        "day",
        duration,
        anchor=anchor,
        reading="rolling",
        alternatives=others,
    )


def _rolling_hours(node: Rolling, moment: datetime, duration: str) -> Value:
    seconds = sum((amount or 0) * 86400 / _HOURS[unit] for amount, unit in node.length.amounts if unit in _HOURS)
    ends = sorted((moment, moment + node.sign * timedelta(seconds=seconds)))
    period = Period(ends[0].date(), ends[1].date(), "day")
    clock = "/".join(end.strftime("%H:%M:%S").removesuffix(":00") for end in ends)
    written = Value("time", duration, period, edtf(period), "minute", duration, anchor="published", reading="rolling")
    return replace(written, clock=clock)


_CALENDAR = ("week", "month", "quarter", "year", "decade", "century", "weekend")

_HOURS = {"hour": 24, "minute": 1440, "second": 86400}


def _stretch(length: Length, sign: int, day: date) -> Period:
    """The days of a stretch up to the day before ``day``, or from the day after it; hours touch the day
    itself."""
    other = day
    hours = False
    for amount, unit in length.amounts:
        if unit in _HOURS:
            days = int(-(-(amount or 0) // _HOURS[unit]))
            other, hours = (
                other + sign * timedelta(days if days > 1 or (unit == "hour" and amount and amount >= 24) else 0),
                True,
            )
        else:
            other = _step(other, sign * (amount or 0), unit)
    if hours:
        return Period(min(day, other), max(day, other), "day")
    if sign < 0:
        return Period(other, day - timedelta(1), "day")
    return Period(day + timedelta(1), other, "day")


def _step(day: date, amount: float, unit: str) -> date:
    """``day`` moved by an amount that need not be whole."""
    whole = int(amount)
    day = add(day, whole, unit)
    rest = amount - whole
    if not rest:
        return day
    if unit in MONTHS_OF:
        return add(day, round(rest * MONTHS_OF[unit]), "month")
    return day + timedelta(round(rest * {"week": 7, "fortnight": 14}.get(unit, 1)))


def _whole_units(count: int, unit: str, sign: int, day: date) -> Period | None:
    here = holding(day, unit)
    if sign < 0:
        first = holding(add(here.first, -count, unit), unit)
        return Period(first.first, here.first - timedelta(1), unit if count == 1 else "day")
    last = holding(add(here.first, count, unit), unit)
    return Period(here.last + timedelta(1), last.last, unit if count == 1 else "day")


@placer(Lasting)
def _lasting(node: Lasting, context: Context) -> Value:
    start = place(node.node, context)
    duration = iso_duration(node.length)
    if start.period is None:
        return replace(start, duration=duration)
    first, seconds = start.period.first, 0
    for amount, unit in node.length.amounts:
        if unit in _HOURS:
            seconds += int((amount or 0) * 86400 / _HOURS[unit])
        else:
            first = _step(first, amount or 0, unit)
    if seconds and start.clock and isinstance(node.node, At):
        end = clock_text((node.node.clock.start + seconds) % 86400, node.node.clock.precise)
        return replace(start, clock=f"{start.clock}/{end}", duration=duration, edtf=edtf(start.period), alternatives=())
    last = max(first - timedelta(1), start.period.first)
    period = Period(start.period.first, last, "day")
    if node.calendar:
        return _whole(period, node.length, start.anchor)
    return dated(period, start.anchor, duration=duration, reading="rolling")


def _whole(period: Period, length: Length, anchor: str) -> Value:
    """A stretch as the unit of the calendar that it is, or as its days."""
    duration = iso_duration(length)
    (amount, unit), *rest = length.amounts
    single = amount == 1 and not rest and unit in MONTHS_OF.keys() | {"week"}
    whole = holding(period.first, unit) if single else period
    if whole[:2] == period[:2] and whole.grain != "day":
        return dated(whole, anchor, reading="calendar", duration=duration)
    value = dated(period, anchor, reading="calendar", duration=duration)
    return replace(value, timex=duration or value.timex)


@placer(InTime)
def _in_time(node: InTime, context: Context) -> Value:
    if node.within:
        ahead = context.lean > 0 and node.length.mod is None
        value = _rolling(Rolling(node.length, 1), context) if ahead else _length(node.length, context)
        if not value.period or not context.day or value.clock:
            return replace(value, alternatives=())
        period = value.period._replace(first=context.day)  # from today on
        return replace(value, period=period, edtf=edtf(period), alternatives=())
    if context.lean >= 0 and not context.stretch:
        return _shifted(Shifted(node.length, 1), context)
    return _length(node.length, context)


@placer(Ended)
def _ended(node: Ended, context: Context) -> Value:
    """The stretch that ends with the last day of a time, as a quarter or year where it is one of the calendar."""
    end = place(node.node, context)
    duration = iso_duration(node.length)
    if end.period is None:
        return replace(end, duration=duration)
    first = end.period.last + timedelta(1)
    for amount, unit in node.length.amounts:
        first = _step(first, -(amount or 0), unit)
    period = Period(first, end.period.last, "day")
    value = _whole(period, node.length, end.anchor)
    return value if value.grain == "quarter" else replace(value, timex=duration or end.timex)


@placer(Shifted)
def _shifted(node: Shifted, context: Context) -> Value:
    duration = iso_duration(node.length)
    unit = node.length.amounts[-1][1]
    if node.anchor == "event":
        return Value(
            "duration",
            duration or vague_duration(node.length),
            duration=duration,
            anchor="event",
            reason=EVENT,
        )
    if duration is None:
        return Value("date", "FUTURE_REF" if node.sign > 0 else "PAST_REF", reason=VAGUE)
    if node.length.upper is not None and len(node.length.amounts) == 1:
        return _between(node, context)
    if node.length.mod is not None:
        return _bounded(node, context)
    old = context.last_bc() if node.anchor == "text" else None
    if old:
        return _from_bc(node, old, context)
    anchor = _shift_anchor(node, unit, context)
    if anchor is None:
        reason = NOTHING_BEFORE if node.anchor == "text" else None
        return replace(unresolved("XXXX-XX-XX", context, reason), duration=duration)
    name, period = anchor
    first = _walk(period.first, node)
    if unit in _HOURS:
        return _hours_away(node, name, first, context, duration)
    if (period.grain in ("month", "quarter", "season", "half") and unit in ("year", "decade", "century")) or (
        period.grain == "month" and unit == "month"
    ):
        return dated(_like(period, first), name, duration=duration)
    period_then = _grained(first, unit, node)
    exact = (dated(point(first), name),) if period_then.grain != "day" and period.grain == "day" else ()
    return dated(period_then, name, duration=duration, alternatives=exact)


def _between(node: Shifted, context: Context) -> Value:
    """ "two to three weeks ago": from the one point to the other."""
    (_, unit), upper = node.length.amounts[0], node.length.upper
    near, far = (
        _shifted(replace(node, length=replace(node.length, amounts=((amount, unit),), upper=None)), context)
        for amount in (node.length.amounts[0][0], upper)
    )
    if near.period is None or far.period is None:
        return near
    ends = sorted((near.period, far.period))
    period = Period(ends[0].first, ends[1].last, "day")
    written = "FUTURE_REF" if node.sign > 0 else "PAST_REF"
    return replace(dated(period, near.anchor, duration=near.duration), timex=written)


# How the words before a duration bound the point it leads to, back in time; ahead the first two change places.
_BOUNDS = {"LESS_THAN": "AFTER", "EQUAL_OR_LESS": "AFTER", "MORE_THAN": "BEFORE", "EQUAL_OR_MORE": "BEFORE"}


def _bounded(node: Shifted, context: Context) -> Value:
    """ "less than a week ago": between then and the anchor; "more than a week ago" keeps its point and says so."""
    mod = node.length.mod or ""
    plain = replace(node, length=replace(node.length, mod=None))
    value, bound = _shifted(plain, context), _BOUNDS.get(mod, mod)
    if node.sign > 0:
        bound = {"AFTER": "BEFORE", "BEFORE": "AFTER"}.get(bound, bound)
    anchor = _shift_anchor(plain, node.length.amounts[-1][1], context)
    if value.period and anchor and mod in ("LESS_THAN", "EQUAL_OR_LESS") and value.grain in ("day", "month", "year"):
        ends = sorted((value.period, anchor[1]))
        period = Period(ends[0].first, ends[1].last, "day")
        value = replace(value, period=period, edtf=edtf(period), grain="day", alternatives=())
    return replace(value, mod=bound)


def _from_bc(node: Shifted, old: tuple[str, int], context: Context) -> Value:
    """Years from a year BC; there is no year 0."""
    amount, unit = node.length.amounts[0]
    years = (amount or 0) * MONTHS_OF.get(unit, 0) / 12
    if len(node.length.amounts) > 1 or not years or years != int(years):
        return unresolved("XXXX-XX-XX", context, OUTSIDE)
    year = old[1] - node.sign * int(years)
    there = Date(year=year, bc=True) if year > 0 else Date(year=1 - year)
    return replace(place(there, context), anchor=old[0], duration=iso_duration(node.length))


def _hours_away(node: Shifted, name: str, day: date, context: Context, duration: str) -> Value:
    """A point hours or minutes away, to the minute where the publication is known to the minute."""
    if name != "published" or context.moment is None:
        return dated(point(day), name, duration=duration)
    moment = context.moment
    for amount, unit in node.length.amounts:
        step = {"hour": 3600, "minute": 60, "second": 1}.get(unit, 0) * (amount or 0)
        moment += (
            timedelta(seconds=node.sign * step)
            if step
            else _step(moment.date(), node.sign * (amount or 0), unit) - moment.date()
        )
    clock = moment.strftime("%H:%M:%S").removesuffix(":00")
    value = dated(point(moment.date()), name, duration=duration)
    return replace(
        value,
        kind="time",
        timex=f"{value.timex}T{clock}",
        edtf=moment.isoformat(),
        grain="minute",
        clock=clock,
    )


def _like(period: Period, first: date) -> Period:
    if period.grain in ("season", "half"):
        return Period(first, add(first, 3 if period.grain == "season" else 6, "month") - timedelta(1), period.grain)
    return holding(first, period.grain)


def _grained(day: date, unit: str, node: Shifted) -> Period:
    """The point in the grain of the smallest unit: "three years ago" is a year, "two weeks ago" a day."""
    if isinstance(node.anchor, Date | Feast) and not isinstance(node.anchor, str):
        return point(day)
    grain = {"month": "month", "quarter": "quarter", "year": "year", "decade": "year", "century": "year"}.get(
        unit, "day"
    )
    return holding(day, grain)


def _walk(day: date, node: Shifted) -> date:
    for amount, unit in node.length.amounts:
        if unit in _HOURS:
            day += timedelta(node.sign * int((amount or 0) // _HOURS[unit]))
        else:
            day = _step(day, node.sign * (amount or 0), unit)
    return day


def _shift_anchor(node: Shifted, unit: str, context: Context) -> tuple[str, Period] | None:
    if not isinstance(node.anchor, str):
        value = place(node.anchor, context)
        return (value.anchor, value.period) if value.period else None
    if unit == "year" and node.length.amounts[0][0] == 1:
        compared = context.last(("month", "quarter", "half"), COMPARED)
        if compared and node.sign < 0:
            return compared
    if node.anchor == "text":
        told = context.last()
        if told:
            return told
        return None
    day = anchor_day(context, unit)
    return ("published", point(day)) if day else None
