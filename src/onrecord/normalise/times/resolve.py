"""Nodes placed on the calendar: dates by their fields, units from an anchor, parts, runs and ranges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from onrecord.normalise.times.context import Context
from onrecord.normalise.times.holidays import holiday
from onrecord.normalise.times.nodes import (
    At,
    Clock,
    Date,
    Edge,
    Every,
    Feast,
    InTime,
    Lasting,
    Length,
    Node,
    Nth,
    Part,
    Range,
    Rolling,
    Shifted,
    Unit,
    Vague,
    Years,
)
from onrecord.normalise.times.numbers import full_year
from onrecord.normalise.times.periods import MONTHS_OF, Period, add, holding, part, quarter_of, season, sub, year_of
from onrecord.normalise.times.phrases import SEASON_CODES
from onrecord.normalise.times.values import Value, clock_text, edtf, iso_duration, point, timex, vague_duration

__all__ = ["UNPUBLISHED", "place"]

UNPUBLISHED = "publication date unknown"
_COARSE = "publication date known only to the month or year"
_NOTHING_BEFORE = "no earlier time in the text to count from"
_EVENT = "counted from an event"
_VAGUE = "no definite time"
_OUTSIDE = "outside the calendar"


def place(node: Node, context: Context) -> Value:
    """The value of ``node`` in ``context``; what cannot be placed has a reason and no period."""
    try:
        return _PLACERS[type(node)](node, context)
    except (ValueError, OverflowError):
        written = _unknown(node) if isinstance(node, Date) else "XXXX-XX-XX"
        return Value("duration" if isinstance(node, Length) else "date", written, reason=_OUTSIDE)


def _dated(period: Period, anchor: str = "none", **more: Any) -> Value:
    return Value("date", timex(period), period, edtf(period), period.grain, anchor=anchor, **more)


def _open(value: str, context: Context, reason: str | None = None) -> Value:
    missing = _COARSE if context.published else UNPUBLISHED
    return Value("date", value, reason=reason or missing)


def _anchor_day(context: Context, unit: str) -> date | None:
    """The day relative times count from, if the publication is known as finely as ``unit``."""
    if context.published is None:
        return None
    fine = {"day": 0, "month": 1, "year": 12}[context.published.grain]
    return context.published.first if fine <= MONTHS_OF.get(unit, 0) else None


# Dates by their fields


def _date(node: Date, context: Context) -> Value:
    if node.bc:
        return _before_christ(node)
    if node.year is not None:
        year = node.year
        if year < 0:  # two figures, kept as year - 10000
            near = context.published.first.year if context.published else 2000
            if context.tells and (last := context.last()):
                near = last[1].first.year
            year = full_year(year + 10000, near)
        return _in_year(node, year)
    if node.year_shift is not None:
        return _shifted_year(node, context)
    if node.weekday is not None and node.month is None:
        return _weekday(node, context)
    if node.day is not None and node.month is None:
        return _day_of_month(node, context)
    return _without_year(node, context)


def _before_christ(node: Date) -> Value:
    year = 1 - (node.year or 1)
    written = f"-{-year:04}" if year else "0000"
    return Value("date", f"BC{node.year:04}", None, written, "year", bounds=(f"{written}-01-01", f"{written}-12-31"))


def _fields(node: Date, year: int) -> Period:
    if node.part:
        kind, number = node.part
        return season(year, number) if kind == "season" else quarter_of(year, number, 6 if kind == "half" else 3)
    if node.month is None:
        return year_of(year)
    if node.day is None:
        return holding(date(year, node.month, 1), "month")
    return point(date(year, node.month, node.day))


def _in_year(node: Date, year: int, anchor: str = "none", **more: Any) -> Value:
    value = _dated(_fields(node, year), anchor, **more)
    if not node.fiscal:
        return value
    others = tuple(_dated(_business_year(year, month), anchor, reading="calendar") for month in _BUSINESS_STARTS)
    return replace(value, mod="FISCAL", alternatives=others)


# Months in which the business years of public bodies begin where it is not January: Canada, India, Japan and the
# United Kingdom; Australia and most states of the United States; the United States.
_BUSINESS_STARTS = (4, 7, 10)


def _business_year(year: int, month: int) -> Period:
    """The business year that ends in ``year``, as most are named for the year of their end."""
    return Period(date(year - 1, month, 1), date(year, month, 1) - timedelta(1), "day")


def _shifted_year(node: Date, context: Context) -> Value:
    shift = node.year_shift or 0
    last = context.last() if node.back or context.tells else None
    if last and (node.back or abs(last[1].first.year - _own_year(context)) > 1):
        return _in_year(node, last[1].first.year + shift, last[0])
    day = _anchor_day(context, "year")
    return _in_year(node, day.year + shift, "published") if day else _open(_unknown(node), context)


def _own_year(context: Context) -> int:
    return context.published.first.year if context.published else 0


def _unknown(node: Date) -> str:
    if node.weekday is not None and node.month is None:
        return f"XXXX-WXX-{node.weekday + 1}"
    if node.part:
        kind, number = node.part
        return f"XXXX-{SEASON_CODES[number]}" if kind == "season" else f"XXXX-{kind[0].upper()}{number}"
    return f"XXXX-{f'{node.month:02}' if node.month else 'XX'}" + (f"-{node.day:02}" if node.day else "")


def _weekday(node: Date, context: Context) -> Value:
    weekday = node.weekday or 0
    told = context.last(("day", "week", "month")) if context.tells or node.back else None
    if told and (node.back or node.direction is None):
        first = told[1].first
        return _dated(point(first + timedelta((weekday - first.weekday()) % 7)), told[0])
    day = _anchor_day(context, "day")
    if day is None:
        return _open(_unknown(node), context)
    if node.day is not None:
        return _weekday_and_day(node, day, context)
    behind = day - timedelta((day.weekday() - weekday) % 7)
    ahead = day + timedelta((weekday - day.weekday()) % 7)
    monday = day - timedelta(day.weekday())
    if node.direction == -1:
        found, other = (behind if behind < day else behind - timedelta(7)), monday + timedelta(weekday - 7)
    elif node.direction == 1:
        found, other = monday + timedelta(weekday + 7), ahead if ahead > day else ahead + timedelta(7)
    elif node.direction == 0:
        found, other = (ahead, monday + timedelta(weekday))
    else:
        found, other = (ahead, behind) if context.lean > 0 else (behind, ahead)
    return _either(found, other)


def _either(found: date, other: date) -> Value:
    alternatives = () if other == found else (_dated(point(other), "published"),)
    return _dated(point(found), "published", alternatives=alternatives)


def _weekday_and_day(node: Date, day: date, context: Context) -> Value:
    """ "Sunday the 14th": the nearest month in which they fall together."""
    months = sorted(range(-12, 13), key=lambda n: (abs(n), n * -context.lean if context.lean else n))
    for shift in months:
        first = add(day.replace(day=1), shift, "month")
        try:
            found = first.replace(day=node.day or 1)
        except ValueError:
            continue
        if found.weekday() == node.weekday:
            return _dated(point(found), "published")
    return _open(_unknown(node), context, _OUTSIDE)


def _day_of_month(node: Date, context: Context) -> Value:
    last = context.last(("day", "month")) if node.month_shift is None or node.back else None
    base = last[1].first if last and (context.tells or node.back) else _anchor_day(context, "day")
    if base is None:
        return _open(_unknown(node), context)
    month = add(base.replace(day=1), node.month_shift or 0, "month")
    found = month.replace(day=node.day or 1)
    return _dated(point(found), last[0] if last else "published")


def _without_year(node: Date, context: Context) -> Value:
    last = context.last() if context.tells or node.back else None
    if last and node.direction is None:
        return _in_year(node, _told_year(node, last[1]), last[0])
    day = _anchor_day(context, "day" if node.day else "month")
    if day is None:
        return _open(_unknown(node), context)
    year, other = _nearest_year(node, day, context)
    alternatives = () if other is None else (_in_year(node, other, "published"),)
    return _in_year(node, year, "published", alternatives=alternatives)


def _told_year(node: Date, last: Period) -> int:
    """The year of the time before it in the telling."""
    return last.first.year


# A date without a year is the one nearest to publication when it is within this many days of it.
_NEAR = 45


def _nearest_year(node: Date, day: date, context: Context) -> tuple[int, int | None]:
    """The year of a month, day, quarter or season without one, and the other that it may be."""
    if (node.month, node.day) == (2, 29):
        return _leap_year(day, context), None
    here = _whole(node, day.year)
    past = day.year if here is not None and here.first <= day else day.year - 1
    ahead = day.year if here is None or here.last >= day else day.year + 1
    if node.direction == -1:
        ended = here is not None and here.last < day
        return (day.year if ended else day.year - 1), None
    if node.direction == 1:
        begins = here is not None and here.first > day
        return (day.year if begins else day.year + 1), None
    if node.direction == 0:
        if node.part == ("season", 24) and day.month < 3:
            return day.year - 1, None
        return day.year, None
    if past == ahead:
        return past, None
    if node.part and node.part[0] in ("quarter", "half"):
        return _nearest_quarter(past, ahead, node, day, context), None
    behind, before = _whole(node, past), _whole(node, ahead)
    if node.day and behind and before and not context.strict:
        gaps = (day - behind.last).days, (before.first - day).days
        if min(gaps) <= _NEAR:
            return (past, ahead) if gaps[0] <= gaps[1] else (ahead, past)
    return (ahead, past) if context.lean > 0 else (past, ahead)


def _leap_year(day: date, context: Context) -> int:
    """The year of a 29 February: the latest one, or the next where the clause points ahead."""
    step = 1 if context.lean > 0 else -1
    year = day.year
    while not (year % 4 == 0 and (year % 100 or year % 400 == 0)) or (date(year, 2, 29) - day).days * step < 0:
        year += step
    return year


# A quarter that ended longer ago than this may be next year's, where the clause points ahead.
_LONG_ENDED = 170


def _nearest_quarter(past: int, ahead: int, node: Date, day: date, context: Context) -> int:
    behind = _whole(node, past)
    ended = behind is None or (day - behind.last).days > _LONG_ENDED
    return ahead if context.lean > 0 and ended else past


def _whole(node: Date, year: int) -> Period | None:
    try:
        return _fields(node, year)
    except ValueError:  # 29 February
        return None


def _years(node: Years, context: Context) -> Value:
    first = node.first
    if first < 0 or (first == 0 and node.width == 100 and not node.short):
        return _old_century(first)
    if node.short:
        near = context.published.first.year if context.published else 2000
        first = full_year(first, near)
        first -= 100 * (first > near)
    grain = "century" if node.width == 100 else "decade"
    return _dated(holding(date(max(first, 1), 1, 1), grain))


def _old_century(first: int) -> Value:
    century = -first // 100
    low, high = f"-{century * 100 - 1:04}", f"-{century * 100 - 100:04}"
    return Value("date", f"BC{century - 1:02}", None, f"{low}/{high}", "century", bounds=(f"{low}-01-01", f"{high}-12-31"))


def _feast(node: Feast, context: Context) -> Value:
    if node.year is not None:
        return _of_feast(node.name, node.year, "none", context)
    day = _anchor_day(context, "day" if node.year_shift is None else "year")
    last = context.last() if context.tells else None
    if last and node.direction is None:
        return _of_feast(node.name, last[1].first.year, last[0], context)
    if day is None:
        return _open("XXXX-XX-XX", context)
    if node.year_shift is not None:
        return _of_feast(node.name, day.year + node.year_shift, "published", context)
    found = [period for year in (day.year - 1, day.year, day.year + 1) for period in holiday(node.name, year)]
    before = [period for period in found if period.first < day]
    after = [period for period in found if period.last > day]
    here = [period for period in found if period.first <= day <= period.last]
    if node.direction == -1:
        return _dated(before[-1], "published")
    if node.direction == 1:
        return _dated(after[0], "published")
    if here:
        return _dated(here[0], "published")
    nearest = min(found, key=lambda period: abs((period.first - day).days))
    if abs((nearest.first - day).days) <= _NEAR:
        return _dated(nearest, "published")
    return _dated(after[0] if context.lean >= 0 else before[-1], "published")


def _of_feast(name: str, year: int, anchor: str, context: Context) -> Value:
    found = holiday(name, year)
    return _dated(found[0], anchor) if found else _open("XXXX-XX-XX", context, _OUTSIDE)


# Units and stretches from an anchor


def _unit(node: Unit, context: Context) -> Value:
    last = _told_anchor(node, context)
    if last:
        return _dated(_moved(holding(last[1].first if node.shift <= 0 else last[1].last, node.unit), node), last[0], reading=_reading(node.unit))
    day = _anchor_day(context, node.unit)
    if day is None:
        return _open("XXXX-XX-XX", context)
    here = _latest(day, node, context) if node.bare else holding(day, node.unit)
    return _dated(_moved(here, node), "published", reading=_reading(node.unit))


def _latest(day: date, node: Unit, context: Context) -> Period:
    """What "the weekend" and "the quarter" name: the latest one, unless the clause points ahead."""
    here = holding(day, node.unit)
    if node.unit not in ("weekend", "quarter") or context.lean > 0 or (context.lean == 0 and day.weekday() > 2 and node.unit == "weekend") or (node.unit == "weekend" and here.first <= day):
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
    return context.last(finer)


def _moved(period: Period, node: Unit) -> Period:
    if not node.shift:
        return period
    return holding(add(period.first, node.shift, node.unit), node.unit)


def _length(node: Length, context: Context) -> Value:
    duration = iso_duration(node)
    return Value("duration", duration or vague_duration(node), duration=duration, mod=node.mod, reason=None if duration else _VAGUE)


def _rolling(node: Rolling, context: Context) -> Value:
    amount, unit = node.length.amounts[0]
    duration = iso_duration(node.length)
    if duration is None or amount is None:
        return Value("duration", vague_duration(node.length), reason=_VAGUE, mod=node.length.mod)
    day, anchor = _anchor_day(context, unit), "published"
    told = context.last() if context.tells and node.sign > 0 else None
    if told:
        anchor, day = told[0], told[1].last
    if day is None:
        return Value("duration", duration, duration=duration, reason=_COARSE if context.published else UNPUBLISHED)
    period = _stretch(node.length, node.sign, day)
    if unit in _HOURS and anchor == "published" and context.moment:
        return _rolling_hours(node, context.moment, duration)
    whole = _whole_units(int(amount), unit, node.sign, day) if amount == int(amount) and unit in _CALENDAR else None
    others = (_dated(whole, anchor, reading="calendar"),) if whole else ()
    return Value(
        "date", duration, period, edtf(period), "day", duration, anchor=anchor, reading="rolling", alternatives=others
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
    """The days of a stretch up to the day before ``day``, or from the day after it; hours touch the day itself."""
    other = day
    hours = False
    for amount, unit in length.amounts:
        if unit in _HOURS:
            days = int(-(-(amount or 0) // _HOURS[unit]))
            other, hours = other + sign * timedelta(days if days > 1 or unit == "hour" and amount and amount >= 24 else 0), True
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
    return _dated(period, start.anchor, duration=duration, reading="rolling")


def _in_time(node: InTime, context: Context) -> Value:
    if context.lean >= 0:
        return _shifted(Shifted(node.length, 1), context)
    return _length(node.length, context)


def _shifted(node: Shifted, context: Context) -> Value:
    duration = iso_duration(node.length)
    unit = node.length.amounts[-1][1]
    if node.anchor == "event":
        return Value("duration", duration or vague_duration(node.length), duration=duration, anchor="event", reason=_EVENT)
    if duration is None:
        return Value("date", "FUTURE_REF" if node.sign > 0 else "PAST_REF", reason=_VAGUE)
    anchor = _shift_anchor(node, unit, context)
    if anchor is None:
        reason = _NOTHING_BEFORE if node.anchor == "text" else None
        return replace(_open("XXXX-XX-XX", context, reason), duration=duration)
    name, period = anchor
    first = _walk(period.first, node)
    if unit in _HOURS:
        return _hours_away(node, name, first, context, duration)
    if period.grain in ("month", "quarter", "season", "half") and unit in ("year", "decade", "century") or period.grain == "month" and unit == "month":
        return _dated(_like(period, first), name, duration=duration)
    period_then = _grained(first, unit, node)
    exact = (_dated(point(first), name),) if period_then.grain != "day" and period.grain == "day" else ()
    return _dated(period_then, name, duration=duration, alternatives=exact)


def _hours_away(node: Shifted, name: str, day: date, context: Context, duration: str) -> Value:
    """A point hours or minutes away, to the minute where the publication is known to the minute."""
    if name != "published" or context.moment is None:
        return _dated(point(day), name, duration=duration)
    moment = context.moment
    for amount, unit in node.length.amounts:
        step = {"hour": 3600, "minute": 60, "second": 1}.get(unit, 0) * (amount or 0)
        moment += timedelta(seconds=node.sign * step) if step else _step(moment.date(), node.sign * (amount or 0), unit) - moment.date()
    clock = moment.strftime("%H:%M:%S").removesuffix(":00")
    value = _dated(point(moment.date()), name, duration=duration)
    return replace(value, kind="time", timex=f"{value.timex}T{clock}", edtf=moment.isoformat(), grain="minute", clock=clock)


def _like(period: Period, first: date) -> Period:
    if period.grain in ("season", "half"):
        return Period(first, add(first, 3 if period.grain == "season" else 6, "month") - timedelta(1), period.grain)
    return holding(first, period.grain)


def _grained(day: date, unit: str, node: Shifted) -> Period:
    """The point in the grain of the smallest unit: "three years ago" is a year, "two weeks ago" a day."""
    if isinstance(node.anchor, Date | Feast) and not isinstance(node.anchor, str):
        return point(day)
    grain = {"month": "month", "quarter": "quarter", "year": "year", "decade": "year", "century": "year"}.get(unit, "day")
    return holding(day, grain)


def _walk(day: date, node: Shifted) -> date:
    for amount, unit in node.length.amounts:
        if unit in _HOURS:
            day += timedelta(node.sign * int((amount or 0) // _HOURS[unit]))
        else:
            day = _step(day, node.sign * (amount or 0), unit)
    return day


# A year ago means the same month or quarter a year ago, where one was named this few code points before.
_COMPARED = 400


def _shift_anchor(node: Shifted, unit: str, context: Context) -> tuple[str, Period] | None:
    if not isinstance(node.anchor, str):
        value = place(node.anchor, context)
        return (value.anchor, value.period) if value.period else None
    if unit == "year" and node.length.amounts[0][0] == 1:
        compared = context.last(("month", "quarter", "half"), _COMPARED)
        if compared and node.sign < 0:
            return compared
    if node.anchor == "text":
        told = context.last()
        if told:
            return told
        return None
    day = _anchor_day(context, unit)
    return ("published", point(day)) if day else None


# Parts, runs, ranges, clock times


_MODS = {"early": "START", "earlier": "START", "start": "START", "mid": "MID", "late": "END", "later": "END", "end": "END"}


def _part(node: Part, context: Context) -> Value:
    whole = place(node.node, context)
    if whole.period is None or whole.kind != "date":
        return replace(whole, mod=_MODS[node.which])
    period = _part_period(whole.period, node.which, context.day)
    if whole.period.first == whole.period.last:
        return replace(whole, mod=_MODS[node.which])
    return replace(whole, period=period, mod=_MODS[node.which], alternatives=())


def _part_period(whole: Period, which: str, day: date | None) -> Period:
    """ "Earlier this year" ends and "later this year" begins at the day of publication, if that lies inside."""
    if which in ("earlier", "later"):
        if day and whole.first < day < whole.last:
            return Period(whole.first, day, "day") if which == "earlier" else Period(day, whole.last, "day")
        which = "early" if which == "earlier" else "late"
    return part(whole, which)


def _nth(node: Nth, context: Context) -> Value:
    whole = place(node.node, context)
    if whole.period is None:
        return _open("XXXX-XX-XX", context, whole.reason)
    if node.weekday is not None:
        found = _nth_weekday(whole.period, node.weekday, node.number)
    else:
        found = sub(whole.period, node.unit, node.number, node.count)
    if found is None:
        return _open("XXXX-XX-XX", context, _OUTSIDE)
    value = _dated(found, whole.anchor, reading="calendar")
    if node.count == 1:
        return value
    duration = iso_duration(Length(((float(node.count), node.unit),)))
    return replace(value, timex=duration or value.timex, duration=duration)


def _nth_weekday(period: Period, weekday: int, number: int) -> Period | None:
    if number > 0:
        day = period.first + timedelta((weekday - period.first.weekday()) % 7 + 7 * (number - 1))
    else:
        day = period.last - timedelta((period.last.weekday() - weekday) % 7)
    return point(day) if period.first <= day <= period.last else None


def _edge(node: Edge, context: Context) -> Value:
    day = place(node.node, context)
    if not day.period:
        return day
    if node.unit == "weekend":
        return _dated(_long_weekend(day.period.first), day.anchor, reading="calendar")
    return _dated(holding(day.period.first, node.unit), day.anchor, reading="calendar")


def _long_weekend(day: date) -> Period:
    """The weekend of a feast, stretched to a feast on the Monday after or the Thursday or Friday before it."""
    if day.weekday() == 0:
        return Period(day - timedelta(2), day, "day")
    week = holding(day, "weekend")
    return Period(day, week.last, "day") if day.weekday() in (3, 4) else week


def _range(node: Range, context: Context) -> Value:
    last = place(node.last, context)
    first = place(node.first, _before(last, node.first, context))
    if first.period and last.period and first.period.first > last.period.last:
        last = place(node.last, _after(first, node.last, context))
    if first.period is None or last.period is None or first.period.first > last.period.last:
        return _open(first.timex, context, first.reason or last.reason or _OUTSIDE)
    grain = first.grain if first.grain == last.grain else "day"
    period = Period(first.period.first, last.period.last, grain or "day")
    written = f"{first.edtf}/{last.edtf}" if "/" not in f"{first.edtf}{last.edtf}" else edtf(period._replace(grain="day"))
    return Value("date", first.timex, period, written, grain, anchor=first.anchor, alternatives=())


def _before(last: Value, first: Node, context: Context) -> Context:
    """The context of a range's start: its missing fields are those of the latest time before the end."""
    bare = isinstance(first, Date) and first.year is None and first.year_shift is None and first.direction is None
    if last.period is None or not bare or context.tells:
        return context
    return Context(point(last.period.first), False, -1, [], context.at, strict=True)


def _after(first: Value, last: Node, context: Context) -> Context:
    """The context of a range's end: its missing fields are those of the first time on or after the start."""
    if first.period is None or not isinstance(last, Date) or last.year is not None or last.year_shift is not None:
        return context
    anchor = point(first.period.first)
    return Context(anchor, False, 1, [], context.at)


_HALF_DAY = 43200


def _at(node: At, context: Context) -> Value:
    day = place(node.day, context) if node.day is not None else _clock_day(context)
    clock = node.clock
    written = clock_text(clock.start, clock.precise)
    tail = clock.daypart if clock.precise == "daypart" else written
    if clock.precise == "daypart":
        written = clock_text(clock.start, "minute")
    end = clock_text(clock.end, clock.precise) if clock.end is not None and clock.precise != "daypart" else None
    base = day.timex if day.period is None or day.period.first == day.period.last else "XXXX-XX-XX"
    value = replace(day, kind="time", timex=f"{base}T{tail}", grain=clock.precise, clock=f"{written}/{end}" if end else written)
    if clock.precise == "daypart":
        return replace(value, clock=None)
    if day.edtf and day.period and day.period.first == day.period.last and clock.start < 86400:
        seconds = clock_text(clock.start, "second")
        value = replace(value, edtf=f"{day.edtf}T{seconds}" if end is None else day.edtf)
    other = replace(clock, start=(clock.start + _HALF_DAY) % 86400, sure=True) if not clock.sure and clock.end is None else None
    if other is None:
        return replace(value, alternatives=())
    return replace(value, alternatives=(_at(At(node.day, other), context),))


def _clock_day(context: Context) -> Value:
    last = context.last(("day",), _COMPARED)
    if last:
        return _dated(last[1], last[0])
    day = _anchor_day(context, "day")
    return _dated(point(day), "published") if day else _open("XXXX-XX-XX", context)


def _every(node: Every, context: Context) -> Value:
    return Value("set", node.timex, duration=node.duration)


def _vague(node: Vague, context: Context) -> Value:
    written = vague_duration(Length(((None, node.unit),))) if node.unit else node.timex
    return Value("date", written, reason=_VAGUE)


def _clock(node: Clock, context: Context) -> Value:
    return _at(At(None, node), context)


_PLACERS: dict[type, Callable[[Any, Context], Value]] = {
    At: _at,
    Clock: _clock,
    Date: _date,
    Edge: _edge,
    Every: _every,
    Feast: _feast,
    InTime: _in_time,
    Lasting: _lasting,
    Length: _length,
    Nth: _nth,
    Part: _part,
    Range: _range,
    Rolling: _rolling,
    Shifted: _shifted,
    Unit: _unit,
    Vague: _vague,
    Years: _years,
}
