"""Named days, from rules in ``holidays.toml``: fixed days, weekdays of a month, Easter, the Hebrew and the
Islamic calendar."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from onrecord.normalise.times.periods import Period

__all__ = ["NAMES", "holiday"]


@cache
def _rules() -> dict[str, str]:
    source = files("onrecord.normalise.times").joinpath("holidays.toml").read_text(encoding="utf-8")
    rules: dict[str, str] = tomllib.loads(source)["rules"]
    return rules


NAMES: frozenset[str] = frozenset(_rules())


@cache
def holiday(name: str, year: int) -> tuple[Period, ...]:
    """The days called ``name`` that begin in ``year``: one, or two or none for calendars that drift.

    >>> holiday("easter", 2024)[0].first.isoformat()
    '2024-03-31'
    """
    rule, _, length = _rules()[name].partition(" x ")
    kind, _, rest = rule.partition(" ")
    firsts = _CALENDARS[kind](rest, year) if kind in _CALENDARS else [_civil(kind, rest, year)]
    extent = timedelta(int(length or 1) - 1)
    return tuple(Period(first, first + extent, "day") for first in firsts)


def _civil(head: str, rest: str, year: int) -> date:
    if "-" in head:
        return date(year, int(head[:2]), int(head[3:]))
    if rest == "election":  # the Tuesday after the first Monday
        return _nth_weekday(year, int(head), 0, 1) + timedelta(1)
    weekday, number, *shift = rest.split()
    return _nth_weekday(year, int(head), int(weekday), int(number)) + timedelta(int(shift[0]) if shift else 0)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7 + 7 * (-number - 1))


def _easter(shift: str, year: int) -> list[date]:
    """Gregorian Easter Sunday by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return [date(year, month, day + 1) + timedelta(int(shift))]


_HEBREW_EPOCH = -1373427  # days before 0001-01-01 (ordinal 1) of 1 Tishri 1
_ISLAMIC_EPOCH = 227015  # ordinal of 1 Muharram 1, 16 July 622 Julian


def _hebrew_elapsed(year: int) -> int:
    """Days from the epoch to the new year, with the four postponements."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_hebrew_elapsed(y) for y in (year - 1, year, year + 1))
    correction = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + correction


def _hebrew(rule: str, year: int) -> list[date]:
    month, day = int(rule[:2]), int(rule[3:])
    if month < 7:  # Nisan to Elul are counted back from the next new year: their lengths never change
        lengths = (30, 29, 30, 29, 30, 29)
        start = _hebrew_new_year(year + 3761) - sum(lengths[month - 1 :])
        return [date.fromordinal(start + day - 1)]
    if month == 12:  # the last month of the winter ends where Nisan begins
        nisan = _hebrew_new_year(year + 3761) - 177
        return [date.fromordinal(nisan - 29 + day - 1)]
    start = _hebrew_new_year(year + 3761)
    new_year_length = _hebrew_new_year(year + 3762) - start
    long_heshvan = new_year_length % 10 == 5
    autumn = (30, 30 if long_heshvan else 29)
    return [date.fromordinal(start + sum(autumn[: month - 7]) + day - 1)]


def _islamic(rule: str, year: int) -> list[date]:
    """Days of the tabular calendar; a civil year can hold two of them."""
    month, day = int(rule[:2]), int(rule[3:])
    about = int((year - 622) * 33 / 32)
    found = (_islamic_day(about + shift, month, day) for shift in (-1, 0, 1, 2))
    return [each for each in found if each and each.year == year]


def _islamic_day(year: int, month: int, day: int) -> date | None:
    if year < 1:
        return None
    start = _ISLAMIC_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(start + day - 1)


_CALENDARS: dict[str, Callable[[str, int], list[date]]] = {
    "easter": _easter,
    "hebrew": _hebrew,
    "islamic": _islamic,
}
