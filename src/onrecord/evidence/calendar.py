"""The days that a period written as EDTF covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

__all__ = ["days", "is_day"]


def is_day(text: str) -> bool:
    """Whether ``text`` is a day as ISO 8601 writes it, ``2024-05-03``."""
    try:
        return len(text) == 10 and date.fromisoformat(text) is not None
    except ValueError:
        return False


def days(edtf: str) -> tuple[date, date] | None:
    """First and last day of a year, month, day or an interval of them (EDTF level 0); None: it is not one."""
    first, slash, last = edtf.partition("/")
    ends = _one(first), _one(last if slash else first)
    if ends[0] is None or ends[1] is None or ends[0][0] > ends[1][1]:
        return None
    return ends[0][0], ends[1][1]


def _one(text: str) -> tuple[date, date] | None:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return None
    parts = [int(part) for part in text.split("-")]
    try:
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            year, month = parts
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date.fromisoformat(text)
        return day, day
    except ValueError:  # IllegalMonthError of monthrange is one
        return None
