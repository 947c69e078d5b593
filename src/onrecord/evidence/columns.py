"""What a column of texts is: its type, how its numbers and dates are written, what marks a missing value. Guesses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from onrecord.evidence.model import Field

__all__ = ["Column", "guess_column"]

_MARKERS = re.compile(r"(n/?a|nan|n/?d|null|none|nil|unknown|missing|[-–—.…*?:]{1,3})", re.IGNORECASE)

# Day first before month first: where both fit all dates, the note says so.
_DATES = (
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%Y/%m/%d",
    "%d %b %Y",
    "%d %B %Y",
    "%d-%b-%Y",
    "%b %d, %Y",
    "%B %d, %Y",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
)
_MONTHS = ("%Y-%m", "%Y/%m", "%m/%Y", "%YM%m", "%b %Y", "%B %Y", "%Y %b", "%Y %B", "%b-%Y", "%Y-%b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ]00:00(:00(\.0+)?)?)?")
_INTEGER = re.compile(r"[+-]?\d+(\.0)?")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
_YEAR = re.compile(r"[12]\d{3}")

_ENOUGH = 0.6
"""Share of the cells that must be of a type: the others are faults that checking the table will show."""


@dataclass(frozen=True, slots=True)
class Column:
    """A guess: the field, its markers of missing values, the decimals of its numbers, and what to look at twice."""

    field: Field
    missing: frozenset[str]
    decimals: int
    notes: tuple[str, ...]


def guess_column(name: str, cells: Sequence[str | None]) -> Column:
    """The guess for a column named ``name`` with these cells."""
    texts = [cell.strip() for cell in cells if cell and cell.strip()]
    missing = frozenset(text for text in texts if _MARKERS.fullmatch(text))
    texts = [text for text in texts if text not in missing]
    if not texts:
        return Column(Field(name, "string"), frozenset(), 0, ("every cell is empty",))
    found = _dates(name, texts) or _numbers(name, texts)
    if found is None:
        return Column(Field(name, "string"), frozenset(), 0, ())
    field, decimals, notes = found
    return Column(field, missing, decimals, notes)


_Found = tuple[Field, int, tuple[str, ...]]


def _share(texts: Sequence[str], fits: Iterable[bool]) -> bool:
    return sum(fits) >= _ENOUGH * len(texts)


def _dates(name: str, texts: list[str]) -> _Found | None:
    if _share(texts, (bool(_ISO.fullmatch(text)) for text in texts)):
        return Field(name, "date"), 0, ()
    if re.search(r"year|yr\b|^anno|fy", name.lower()) and _share(texts, (bool(_YEAR.fullmatch(t)) for t in texts)):
        return Field(name, "year"), 0, ()
    fits = [form for form in _DATES if _share(texts, (_fits(text, form) for text in texts))]
    if fits:
        both = {"%d/%m/%Y", "%m/%d/%Y"} <= set(fits) or {"%d-%m-%Y", "%m-%d-%Y"} <= set(fits)
        note = "day and month could be the other way round: every date fits both; day first is a guess"
        return Field(name, "date", format=fits[0]), 0, (note,) if both else ()
    if any(_share(texts, (_fits(text, form) for text in texts)) for form in _MONTHS):
        return Field(name, "yearmonth"), 0, ()
    return None


def _fits(text: str, form: str) -> bool:
    try:
        return datetime.strptime(re.sub(r"(?i)\bsept\b", "Sep", text), form).year >= 1000  # noqa: DTZ007 - days have no zone
    except ValueError:
        return False


def _numbers(name: str, texts: list[str]) -> _Found | None:
    if _share(texts, (bool(_INTEGER.fullmatch(text)) for text in texts)):
        return Field(name, "integer"), 0, ()
    if _share(texts, (bool(_NUMBER.fullmatch(text)) for text in texts)):
        decimals = max(
            len(text.partition(".")[2]) for text in texts if _NUMBER.fullmatch(text) and "e" not in text.lower()
        )
        three = all(re.fullmatch(r"[+-]?\d{1,3}\.\d{3}", text) for text in texts)
        note = "every number has three decimals: are they thousands? Then groupChar is a point"
        return Field(name, "number"), decimals, (note,) if three else ()
    for group, decimal in (
        (",", "."),
        (".", ","),
        (" ", ","),
        (" ", "."),
        ("'", "."),
        ("\u00a0", ","),
        ("\u202f", ","),
    ):
        pattern = re.compile(rf"[+-]?\d{{1,3}}(\{group}\d{{3}})*(\{decimal}\d+)?|[+-]?\d+(\{decimal}\d+)?")
        if _share(texts, (bool(pattern.fullmatch(text)) for text in texts)):
            decimals = max(len(text.partition(decimal)[2]) for text in texts)
            grouped = any(group in text for text in texts)
            kind = Field(name, "number" if decimals else "integer", decimal=decimal, group=group if grouped else None)
            return (
                kind,
                decimals,
                (f"numbers are read with {group!r} between thousands and {decimal!r} before decimals",),
            )
    return None
