"""Dates of publication: EDTF level 0 (Library of Congress, 2019) without intervals; ISO 8601 date-times."""

from __future__ import annotations

import re
from datetime import date

from onrecord.errors import InvalidDate

__all__ = ["is_day", "parse_published"]

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9]"
    r"(?::(?:[0-5][0-9]|60)(?:[.,][0-9]{1,9})?)? ?(?:[Zz]|[+-][0-2][0-9](?::?[0-5][0-9])?)?"
)
_REMEDY = "Write it as 2024, 2024-05, 2024-05-03 or 2024-05-03T14:30:00Z"


def parse_published(value: str, *, place: str = "--published") -> str:
    """``value`` as an EDTF date: a year, a month or a day; a date-time gives its day as written.

    Raises:
        InvalidDate: another form, or no day of the calendar (years 1 to 9999); ``place`` says where it stood.

    >>> parse_published("2024-05-03T23:30:00-05:00")
    '2024-05-03'
    """
    value = value.strip()
    match = _DATE_TIME.fullmatch(value)
    day = match[1] if match else value
    parts = _EDTF.fullmatch(day)
    if not parts:
        raise InvalidDate(place, f"{_shown(value)} is not a date", _REMEDY)
    if not _exists(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)):
        raise InvalidDate(place, f"{_shown(value)} is not in the calendar", _REMEDY)
    return day


def is_day(value: str) -> bool:
    """Whether ``value`` is a day, ``YYYY-MM-DD``, of the calendar."""
    parts = _EDTF.fullmatch(value)
    return bool(parts and parts[3]) and _exists(*map(int, value.split("-")))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:40] + "…")
