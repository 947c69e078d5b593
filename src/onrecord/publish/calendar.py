"""Days, lengths and recurrences of a record in words; what is not of the usual form stays as written.

Days and durations are those of ISO 8601, recurrences those of a TIMEX3 SET's value.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from onrecord.publish.words import MONTHS

__all__ = ["duration_words", "recurrence_words", "stretch_words"]

_DAY = re.compile(r"(-?[0-9]{4,6})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_LENGTH = re.compile(
    r"P(?:([0-9.]{1,15})Y)?(?:([0-9.]{1,15})M)?(?:([0-9.]{1,15})W)?(?:([0-9.]{1,15})D)?"
    r"(?:T(?:([0-9.]{1,15})H)?(?:([0-9.]{1,15})M)?(?:([0-9.]{1,15})S)?)?"
)
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile("XXXX-WXX-([1-7])")
_YEARLY = re.compile("XXXX-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?")
_MONTHLY = re.compile("XXXX-XX-(0[1-9]|[12][0-9]|3[01])")
_EVERY = {"P1WD": "weekday", "XXXX-WXX-WE": "weekend", "P2WE": "second weekend"}


@dataclass(frozen=True, slots=True)
class _Day:
    year: int
    month: int
    day: int

    @property
    def year_words(self) -> str:
        # Astronomical years: 0 is 1 BC.
        return str(self.year) if self.year > 0 else f"{1 - self.year} BC"

    @property
    def last(self) -> bool:
        leap = 2000 + self.year % 400  # the calendar repeats after 400 years; monthrange wants years from 1
        return self.day == monthrange(leap, self.month)[1]


def stretch_words(lo: str | None, hi: str | None, *, whole: bool = True) -> str:
    """First and last day, both inclusive, as one date: "24–30 November 2023", "November 2023", "May–July 2023".

    Without ``whole``, days that happen to fill a month or a year are still named as days.
    """
    first, last = _day(lo), _day(hi)
    if first is None or last is None:
        return _open(lo, hi, first, last)
    if first == last:
        return _words(first)
    if whole and first.day == 1 and last.last:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year_words}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_words(last)}"
    return f"{_words(first)} – {_words(last)}"


def _months(first: _Day, last: _Day) -> str:
    """Whole months or whole years."""
    if first.month == 1 and last.month == 12:
        if first.year == last.year:
            return first.year_words
        return f"{first.year_words}–{last.year_words}"
    start, end = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year_words}"
    if first.year != last.year:
        return f"{start} {first.year_words} – {end}"
    return end if first.month == last.month else f"{start}–{end}"


def _open(lo: str | None, hi: str | None, first: _Day | None, last: _Day | None) -> str:
    start = _words(first) if first else lo
    end = _words(last) if last else hi
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def duration_words(iso: str) -> str:
    """A duration of ISO 8601: "48 hours", "2 years 6 months"."""
    match = _LENGTH.fullmatch(iso)
    counts = [(number, unit) for number, unit in zip(match.groups(), _UNITS, strict=True) if number] if match else []
    words = [f"{_grouped(number)} {unit}{'' if number == '1' else 's'}" for number, unit in counts]
    return " ".join(words) or iso


def recurrence_words(value: str, period: str | None = None) -> str:
    """A TIMEX3 SET's value: "every day", "every 2 weeks", "every Monday", "every January"; ``period`` is its duration,
    which makes "every second Monday" of a Monday."""
    if weekday := _WEEKDAY.fullmatch(value):
        return f"every {'second ' if period == 'P2W' else ''}{_WEEKDAYS[int(weekday[1]) - 1]}"
    if monthly := _MONTHLY.fullmatch(value):
        return f"day {int(monthly[1])} of every month"
    if value in _EVERY:
        return f"every {_EVERY[value]}"
    if yearly := _YEARLY.fullmatch(value):
        return " ".join(part for part in ("every", (yearly[2] or "").lstrip("0"), MONTHS[int(yearly[1]) - 1]) if part)
    words = duration_words(value)
    return "repeated" if words == value else f"every {words.removeprefix('1 ')}"


def _grouped(number: str) -> str:
    return f"{int(number):,}" if number.isdecimal() else number


def _day(iso: str | None) -> _Day | None:
    match = _DAY.fullmatch(iso or "")
    return _Day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _words(day: _Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year_words}"
