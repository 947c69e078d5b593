"""Resolved times as values: periods written in EDTF and as TIMEX3, durations in ISO 8601."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.normalise.times.nodes import Length
from onrecord.normalise.times.periods import Period

__all__ = ["Value", "clock_text", "edtf", "iso_duration", "timex"]

_SEASONS = {3: ("SP", 21), 6: ("SU", 22), 9: ("FA", 23), 12: ("WI", 24)}


@dataclass(frozen=True, slots=True)
class Value:
    """A time placed on the calendar, as far as it can be."""

    kind: Literal["date", "time", "duration", "set"]
    timex: str
    period: Period | None = None
    edtf: str | None = None
    grain: str | None = None
    duration: str | None = None
    mod: str | None = None
    anchor: str = "none"
    reading: Literal["point", "calendar", "rolling"] = "point"
    clock: str | None = None
    alternatives: tuple[Value, ...] = ()
    reason: str | None = None
    bounds: tuple[str, str] | None = None


def edtf(period: Period) -> str:
    """The period in EDTF: one value where EDTF has one for its grain, else an interval of days.

    >>> edtf(Period(date(2023, 10, 1), date(2023, 12, 31), "quarter"))
    '2023-36'
    """
    first, last, grain = period
    year = f"{first.year:04}"
    if grain == "year":
        return year
    if grain == "month":
        return f"{year}-{first.month:02}"
    if grain == "quarter":
        return f"{year}-{33 + first.month // 3}"
    if grain == "half":
        return f"{year}-{40 + first.month // 6}"
    if grain == "season":
        return f"{year}-{_SEASONS[first.month][1]}"
    if grain in ("decade", "century", "millennium"):
        kept = {"decade": 3, "century": 2, "millennium": 1}[grain]
        return year[:kept] + "X" * (4 - kept)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def timex(period: Period) -> str:
    """The period as the value of a TIMEX3 DATE, its first day where TIMEX3 has no value for the whole.

    >>> timex(Period(date(2023, 10, 1), date(2023, 12, 31), "quarter"))
    '2023-Q4'
    """
    first, _, grain = period
    year = f"{first.year:04}"
    if grain in ("week", "weekend"):
        week_year, week, _ = first.isocalendar()
        return f"{week_year:04}-W{week:02}" + ("-WE" if grain == "weekend" else "")
    if grain == "quarter":
        return f"{year}-Q{(first.month + 2) // 3}"
    if grain == "half":
        return f"{year}-H{(first.month + 5) // 6}"
    if grain == "season":
        return f"{year}-{_SEASONS[first.month][0]}"
    if grain in ("decade", "century", "millennium"):
        return year[: {"decade": 3, "century": 2, "millennium": 1}[grain]]
    if grain in ("year", "month"):
        return edtf(period)
    return first.isoformat()


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS = {"day": 1, "night": 1, "weekend": 2, "workday": 1}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


def iso_duration(length: Length) -> str | None:
    """The duration in ISO 8601 in the units as written, or None where an amount is vague.

    Halves become the next smaller unit: "a year and a half" is ``P1Y6M``, 48 hours stay ``PT48H``.
    """
    days, clock = "", ""
    for amount, unit in length.amounts:
        if amount is None or amount > 10**9:
            return None
        if unit in _SECONDS:
            clock += _clock_part(amount, unit)
        else:
            days += _day_part(amount, unit)
            if days.endswith("T"):
                days, clock = days[:-1].partition("T")[0], days[:-1].partition("T")[2]
    return f"P{days}" + (f"T{clock}" if clock else "")


def _figure(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.10g}"


def _day_part(amount: float, unit: str) -> str:
    if unit in _DAYS:
        whole = amount * _DAYS[unit]
        if whole == int(whole):
            return f"{int(whole)}D"
        return f"{int(whole)}D" * (whole > 1) + f"T{_figure((whole - int(whole)) * 24)}HT"
    if unit in ("week", "fortnight"):
        return f"{_figure(amount * (2 if unit == 'fortnight' else 1))}W"
    months = amount * _MONTHS[unit]
    if unit in ("month", "quarter"):
        return f"{_figure(months)}M"
    if months != int(months):
        return f"{_figure(months / 12)}Y"
    years, rest = divmod(int(months), 12)
    return (f"{years}Y" if years or not rest else "") + (f"{rest}M" if rest else "")


def _clock_part(amount: float, unit: str) -> str:
    if amount == int(amount) or unit == "second":
        return f"{_figure(amount)}{unit[0].upper()}"
    below, code = ("minute", "M") if unit == "hour" else ("second", "S")
    whole, rest = int(amount), (amount - int(amount)) * 60
    return (f"{whole}{unit[0].upper()}" if whole else "") + f"{_figure(rest)}{code}" if below else ""


def vague_duration(length: Length) -> str:
    """The TIMEX3 value of a duration whose amount is vague: ``PXY``, ``PTXM``."""
    unit = length.amounts[0][1]
    code = {
        "decade": "DE",
        "century": "CE",
        "millennium": "ML",
        "fortnight": "W",
        "weekend": "WE",
        "night": "D",
        "workday": "D",
        "quarter": "Q",
    }
    return f"P{'T' if unit in _SECONDS else ''}X{code.get(unit, unit[0].upper())}"


def clock_text(seconds: int, precise: str) -> str:
    """Seconds after midnight as ``HH:MM``, or ``HH:MM:SS`` where seconds are written."""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if precise == "second" else "")


def point(day: date) -> Period:
    """One day as a period."""
    return Period(day, day, "day")
