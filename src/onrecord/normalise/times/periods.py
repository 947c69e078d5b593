"""Calendar arithmetic: the period of a unit that holds a day, the one n units on, parts of it.

Seasons are those of meteorology in the northern half of the world (spring is March to May), winter
beginning in
December of the year it is named for; decades and centuries begin at round years, as EDTF's ``199X`` and
``19XX`` do.
Every function raises ``OverflowError`` or ``ValueError`` outside the years 1 to 9999.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["MONTHS_OF", "Period", "add", "holding", "part", "quarter_of", "season", "sub", "year_of"]

MONTHS_OF = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS_OF = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_WORKDAYS = 5


class Period(NamedTuple):
    """First and last day, both inclusive, and the unit of the calendar it is a whole of."""

    first: date
    last: date
    grain: str


def year_of(year: int) -> Period:
    """The year as a period."""
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def _months(first: date, count: int, grain: str) -> Period:
    return Period(first, add(first, count, "month") - timedelta(1), grain)


def holding(day: date, unit: str) -> Period:
    """The whole ``unit`` of the calendar that holds ``day``; weeks begin on Monday."""
    if unit in ("day", "night", "workday"):
        return Period(day, day, "day")
    monday = day - timedelta(day.weekday())
    if unit == "week":
        return Period(monday, monday + timedelta(6), "week")
    if unit == "fortnight":
        return Period(monday, monday + timedelta(13), "fortnight")
    if unit == "weekend":
        return Period(monday + timedelta(5), monday + timedelta(6), "weekend")
    if unit == "month":
        return _months(day.replace(day=1), 1, unit)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    years = MONTHS_OF[unit] // 12
    first = day.year - day.year % years
    return Period(date(max(first, 1), 1, 1), date(first + years - 1, 12, 31), unit)


def quarter_of(year: int, number: int, length: int = 3) -> Period:
    """Quarter ``number`` of ``year``, or half with ``length`` 6."""
    return _months(date(year, (number - 1) * length + 1, 1), length, "quarter" if length == 3 else "half")


def season(year: int, number: int) -> Period:
    """Season 21 (spring) to 24 (winter) that begins in ``year``."""
    return _months(date(year, 3 * (number - 20), 1), 3, "season")


def add(day: date, count: int, unit: str) -> date:
    """``day`` moved by ``count`` units; the day of the month is cut to the month's length.

    Working days ("workday") are Monday to Friday; public holidays, which differ by place, count as well.
    """
    if unit == "workday":
        return _add_workdays(day, count)
    if unit in _DAYS_OF:
        return day + timedelta(count * _DAYS_OF[unit])
    month = day.year * 12 + day.month - 1 + count * MONTHS_OF[unit]
    year, month = divmod(month, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _add_workdays(day: date, count: int) -> date:
    step = timedelta(1 if count > 0 else -1)
    while day.weekday() >= _WORKDAYS:
        day -= step
    weeks, rest = divmod(abs(count), _WORKDAYS)
    day += 7 * weeks * step
    for _ in range(rest):
        day += step
        while day.weekday() >= _WORKDAYS:
            day += step
    return day


def sub(period: Period, unit: str, number: int, count: int = 1) -> Period | None:
    """The ``number``-th run of ``count`` units inside ``period`` (negative: from its end), or None.

    A week of a month or year is one whose Thursday lies inside it, as ISO 8601 counts weeks; a weekend one
    whose Saturday does.
    """
    if number > 0:
        first = _first_unit(period.first, unit)
        start = holding(add(first, (number - 1) * count, unit), unit)
    else:
        last = _last_unit(period.last, unit)
        start = holding(add(last, (number + 1) * count - (count - 1), unit), unit)
    end = holding(add(start.first, count - 1, unit), unit)
    inside = start.first <= period.last and end.last >= period.first
    return Period(start.first, end.last, unit if count == 1 else "day") if inside else None


def _first_unit(day: date, unit: str) -> date:
    if unit == "weekend":
        saturday = holding(day, unit).first
        return saturday if saturday >= day else saturday + timedelta(7)
    if unit != "week":
        return day
    here = holding(day, "week").first
    return here if here + timedelta(3) >= day else here + timedelta(7)


def _last_unit(day: date, unit: str) -> date:
    if unit == "weekend":
        saturday = holding(day, unit).first
        return saturday if saturday <= day else saturday - timedelta(7)
    if unit != "week":
        return day
    here = holding(day, "week").first
    return here if here + timedelta(3) <= day else here - timedelta(7)


def part(period: Period, which: str) -> Period:
    """The early or late half, the middle third, or the first or last unit below, of ``period``.

    Early and late take half, as "the early 2000s" is read as 2000 to 2004; of a century and longer a quarter.
    """
    if which in ("start", "end"):
        return _edge(period, which)
    days = (period.last - period.first).days + 1
    share = 4 if days > 30000 else 2
    if which == "mid":
        return _middle(period, days)
    length = days // share
    if which == "early":
        return Period(period.first, _whole(period, period.first + timedelta(length - 1)), "day")
    # of an odd number of days the later half has one more: the second half of May begins on the 16th
    length += days % 2 if share == 2 and days < 62 else 0
    return Period(_whole(period, period.last - timedelta(length), ahead=1), period.last, "day")


def _whole(period: Period, day: date, ahead: int = 0) -> date:
    """``day`` moved to the near end of a month, where ``period`` is longer than two months."""
    if (period.last - period.first).days < 62:
        return day + timedelta(ahead)
    near = holding(day + timedelta(15), "month").first
    return near if ahead else near - timedelta(1)


def _middle(period: Period, days: int) -> Period:
    third = days // 3
    first, last = period.first + timedelta(third), period.last - timedelta(third)
    if days < 62:
        return Period(first, last, "day")
    first = holding(first + timedelta(15), "month").first
    return Period(first, holding(last + timedelta(15), "month").first - timedelta(1), "day")


_BELOW = {
    "year": "month",
    "half": "month",
    "quarter": "month",
    "season": "month",
    "decade": "year",
    "century": "decade",
}


def _edge(period: Period, which: str) -> Period:
    below = _BELOW.get(period.grain, "day")
    return holding(period.first if which == "start" else period.last, below)
