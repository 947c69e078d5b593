"""Dates by their fields, decades and centuries, and named days on the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from onrecord.normalise.times.context import Context
from onrecord.normalise.times.holidays import holiday
from onrecord.normalise.times.nodes import Date, Feast, Years
from onrecord.normalise.times.numbers import full_year
from onrecord.normalise.times.periods import Period, add, holding, quarter_of, season, year_of
from onrecord.normalise.times.placing import OUTSIDE, anchor_day, dated, placer, unknown, unresolved
from onrecord.normalise.times.values import Value, point

__all__: list[str] = []


@placer(Date)
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
        if node.part and not node.part[1]:  # "the 2018 quarter"
            named = context.last(("quarter",))
            number = (named[1].first.month + 2) // 3 if named else None
            node = replace(node, part=("quarter", number) if number else None)
        return _in_year(node, year)
    old = context.last_bc() if context.tells and node.direction is None else None
    if old and node.weekday is None:
        year = old[1] - (node.year_shift or 0)
        return replace(_before_christ(replace(node, year=year, bc=True)), anchor=old[0])
    if node.year_shift is not None:
        return _shifted_year(node, context)
    if node.weekday is not None and node.month is None:
        return _weekday(node, context)
    if node.day is not None and node.month is None:
        return _day_of_month(node, context)
    return _without_year(node, context)


def _before_christ(node: Date) -> Value:
    """A date BC, whose days no :class:`Period` holds; EDTF counts 1 BC as the year 0."""
    year, name = 1 - (node.year or 1), f"BC{node.year:04}"
    written = _astronomical(year)
    if node.month and node.day:
        day = f"{written}-{node.month:02}-{node.day:02}"
        return Value("date", f"{name}-{node.month:02}-{node.day:02}", None, day, "day", bounds=(day, day))
    if node.month:
        bounds = (f"{written}-{node.month:02}-01", f"{written}-{node.month:02}-{_last_day(node.month)}")
        return Value("date", f"{name}-{node.month:02}", None, f"{written}-{node.month:02}", "month", bounds=bounds)
    if node.part and node.part[0] == "season":
        first = 3 * (node.part[1] - 20)
        last = (first + 1) % 12 + 1
        end = _astronomical(year + (last < first))
        bounds = (f"{written}-{first:02}-01", f"{end}-{last:02}-{_last_day(last)}")
        value = unknown(node).replace("XXXX", name)
        return Value("date", value, None, f"{written}-{node.part[1]}", "season", bounds=bounds)
    return Value("date", name, None, written, "year", bounds=(f"{written}-01-01", f"{written}-12-31"))


def _astronomical(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _last_day(month: int) -> int:
    return (date(2001, month % 12 + 1, 1) - timedelta(1)).day


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
    value = dated(_fields(node, year), anchor, **more)
    if node.swapped and node.month and node.day:
        other = dated(_fields(replace(node, month=node.day, day=node.month), year), anchor)
        return replace(value, alternatives=(*value.alternatives, other))
    if not node.fiscal:
        return value
    others = tuple(dated(_business_year(year, month), anchor, reading="calendar") for month in _BUSINESS_STARTS)
    if node.split:
        value, *rest = others
        others = tuple(rest)
    return replace(value, mod="FISCAL", alternatives=others)


# Months in which the business years of public bodies begin where it is not January: Canada, India, Japan
# and the
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
    day = anchor_day(context, "year")
    return _in_year(node, day.year + shift, "published") if day else unresolved(unknown(node), context)


def _own_year(context: Context) -> int:
    return context.published.first.year if context.published else 0


def _weekday(node: Date, context: Context) -> Value:
    weekday = node.weekday or 0
    told = context.last(("day", "week", "month")) if context.tells or node.back else None
    if told and (node.back or node.direction is None):
        first = told[1].first
        if node.direction == -1:
            return dated(point(first - timedelta((first.weekday() - weekday) % 7 or 7)), told[0])
        return dated(point(first + timedelta((weekday - first.weekday()) % 7)), told[0])
    day = anchor_day(context, "day")
    if day is None:
        return unresolved(unknown(node), context)
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
    alternatives = () if other == found else (dated(point(other), "published"),)
    return dated(point(found), "published", alternatives=alternatives)


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
            return dated(point(found), "published")
    return unresolved(unknown(node), context, OUTSIDE)


def _day_of_month(node: Date, context: Context) -> Value:
    last = context.last(("day", "month")) if node.month_shift is None or node.back else None
    base = last[1].first if last and (context.tells or node.back) else anchor_day(context, "day")
    if base is None:
        return unresolved(unknown(node), context)
    month = add(base.replace(day=1), node.month_shift or 0, "month")
    found = month.replace(day=node.day or 1)
    return dated(point(found), last[0] if last else "published")


def _without_year(node: Date, context: Context) -> Value:
    last = context.last() or context.opening if context.tells or node.back else None
    if last and node.direction is None:
        name, period = _past_aside(last, context) if not node.back else last
        return _in_year(node, period.first.year, name)
    day = last[1].first if last else anchor_day(context, "day" if node.day else "month")
    if day is None:
        return unresolved(unknown(node), context)
    year, other = _nearest_year(node, day, context)
    alternatives = [] if other is None else [_in_year(node, other, "published")]
    beside = context.beside if node.direction is None else None
    if beside and beside not in (year, other):  # "Of all months of 2021, it was in May"
        alternatives.append(_in_year(node, beside, "published"))
    return _in_year(node, year, "published", alternatives=tuple(alternatives))


def _past_aside(last: tuple[str, Period], context: Context) -> tuple[str, Period]:
    """The latest day or month told of, where a whole year named since lies before it: a story looks back in passing."""
    fine = context.last(("day", "month")) if last[1].grain in ("year", "decade", "century") else None
    return fine if fine and fine[1].first.year > last[1].first.year else last


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
        if node.part and node.part[0] == "season" and here and here.first > day and context.lean < 0:
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


@placer(Years)
def _years(node: Years, context: Context) -> Value:
    first = node.first
    if first < 0 and node.width == 10:
        low, high = f"-{8 - first:04}", f"-{-1 - first:04}"
        bounds = (f"{low}-01-01", f"{high}-12-31")
        return Value("date", f"BC{-first // 10:03}", None, f"{low}/{high}", "decade", bounds=bounds)
    if first < 0 or (first == 0 and node.width == 100 and not node.short):
        return _old_century(first)
    if node.short:
        near = context.published.first.year if context.published else 2000
        first = full_year(first, near)
        first -= 100 * (first > near)
    grain = "century" if node.width == 100 else "decade"
    return dated(holding(date(max(first, 1), 1, 1), grain))


def _old_century(first: int) -> Value:
    century = -first // 100
    low, high = f"-{century * 100 - 1:04}", f"-{century * 100 - 100:04}"
    return Value(
        "date",
        f"BC{century - 1:02}",
        None,
        f"{low}/{high}",
        "century",
        bounds=(f"{low}-01-01", f"{high}-12-31"),
    )


@placer(Feast)
def _feast(node: Feast, context: Context) -> Value:
    if node.year is not None:
        return _of_feast(node.name, node.year, "none", context)
    day = anchor_day(context, "day" if node.year_shift is None else "year")
    last = context.last() if context.tells else None
    if last and node.direction is None:
        return _of_feast(node.name, last[1].first.year, last[0], context)
    if day is None:
        return unresolved("XXXX-XX-XX", context)
    if node.year_shift is not None:
        return _of_feast(node.name, day.year + node.year_shift, "published", context)
    found = [period for year in (day.year - 1, day.year, day.year + 1) for period in holiday(node.name, year)]
    before = [period for period in found if period.first < day]
    after = [period for period in found if period.last > day]
    here = [period for period in found if period.first <= day <= period.last]
    if node.direction == -1:
        return dated(before[-1], "published")
    if node.direction == 1:
        return dated(after[0], "published")
    if here:
        return dated(here[0], "published")
    nearest = min(found, key=lambda period: abs((period.first - day).days))
    if abs((nearest.first - day).days) <= _NEAR:
        return dated(nearest, "published")
    return dated(after[0] if context.lean >= 0 else before[-1], "published")


def _of_feast(name: str, year: int, anchor: str, context: Context) -> Value:
    found = holiday(name, year)
    return dated(found[0], anchor) if found else unresolved("XXXX-XX-XX", context, OUTSIDE)
