"""Placing nodes on the calendar: the one entry, what every placer needs, and why a time stays unplaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from onrecord.normalise.times.context import Context
from onrecord.normalise.times.nodes import Date, Length, Node
from onrecord.normalise.times.periods import MONTHS_OF, Period
from onrecord.normalise.times.sets import SEASON_CODES
from onrecord.normalise.times.values import Value, edtf, timex

__all__ = [
    "COARSE",
    "EVENT",
    "NOTHING_BEFORE",
    "OUTSIDE",
    "UNPUBLISHED",
    "VAGUE",
    "anchor_day",
    "dated",
    "place",
    "placer",
    "unknown",
    "unresolved",
]

Placer = Callable[[Any, Context], Value]
_PLACERS: dict[type, Placer] = {}


def placer(kind: type) -> Callable[[Placer], Placer]:
    """Register the function that places nodes of ``kind``."""

    def register(function: Placer) -> Placer:
        _PLACERS[kind] = function
        return function

    return register


UNPUBLISHED = "publication date unknown"

COARSE = "publication date known only to the month or year"

NOTHING_BEFORE = "no earlier time in the text to count from"

EVENT = "counted from an event"

VAGUE = "no definite time"

OUTSIDE = "outside the calendar"


def place(node: Node, context: Context) -> Value:
    """The value of ``node`` in ``context``; what cannot be placed has a reason and no period."""
    try:
        return _PLACERS[type(node)](node, context)
    except (ValueError, OverflowError):
        written = unknown(node) if isinstance(node, Date) else "XXXX-XX-XX"
        return Value("duration" if isinstance(node, Length) else "date", written, reason=OUTSIDE)


def dated(period: Period, anchor: str = "none", **more: Any) -> Value:
    return Value("date", timex(period), period, edtf(period), period.grain, anchor=anchor, **more)


def unresolved(value: str, context: Context, reason: str | None = None) -> Value:
    missing = COARSE if context.published else UNPUBLISHED
    return Value("date", value, reason=reason or missing)


def anchor_day(context: Context, unit: str) -> date | None:
    """The day relative times count from, if the publication is known as finely as ``unit``."""
    if context.published is None:
        return None
    fine = {"day": 0, "month": 1, "year": 12}[context.published.grain]
    return context.published.first if fine <= MONTHS_OF.get(unit, 0) else None


def unknown(node: Date) -> str:
    if node.weekday is not None and node.month is None:
        return f"XXXX-WXX-{node.weekday + 1}"
    if node.part:
        kind, number = node.part
        return f"XXXX-{SEASON_CODES[number]}" if kind == "season" else f"XXXX-{kind[0].upper()}{number}"
    year = f"{node.year:04}" if node.year is not None and node.year > 0 else "XXXX"
    return f"{year}-{f'{node.month:02}' if node.month else 'XX'}" + (f"-{node.day:02}" if node.day else "")
