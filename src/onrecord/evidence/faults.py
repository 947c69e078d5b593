"""What is wrong with a table: each fault with its row, column and text. Nothing is dropped or mended in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.evidence.model import Field

__all__ = ["Fault", "Faults", "Level", "mixed_units", "unreadable", "what"]

Level = Literal["error", "note"]

_TEXT = 60
"""Characters of a cell that a fault shows."""

_WHAT = {
    "integer": "a whole number",
    "number": "a number",
    "date": "a date",
    "yearmonth": "a month",
    "year": "a year",
    "boolean": "true or false",
    "string": "text",
}
# What tables write where there is no figure.
_MARKER = re.compile(r"(n/?a|n/?d|null|none|nil|unknown|missing|pending|tbc|tbd|[-–—.…*?]+)\.?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}([,.'’ \u00a0\u2009\u202f][0-9]{3})+([.,][0-9]+)?")
_WITH_UNIT = re.compile(r"[+-]?[0-9][0-9.,]*\s*([^\d\s.,].*)")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong. ``row`` is None where it is of no one row (a gap), ``column`` where it is of the whole row.

    ``text`` is the cell as written. An ``error`` keeps a figure from use, a ``note`` only wants to be known.
    ``series`` names the series it is about, where it is about one.
    """

    row: int | None
    column: str | None
    text: str | None
    problem: str
    level: Level = "error"
    series: str | None = None


def what(field: Field) -> str:
    """What a cell of the field should be, in words."""
    return _WHAT[field.type] + (f" written as {field.format}" if field.format else "")


def unreadable(field: Field, row: int | None, text: str) -> Fault:
    """The fault of a cell that is not of its field's type: the value is NULL, and this says why."""
    problem = f"not {what(field)}"
    if not text:
        problem = "an empty cell, and the empty text is not among missingValues"
    elif _MARKER.fullmatch(text):
        problem += "; where it marks a missing value, add it to missingValues"
    elif field.type in ("integer", "number"):
        problem += _why(field, text)
    elif field.type == "date" and field.format is None:
        problem += " as ISO 8601 writes it; name its format, such as %d/%m/%Y"
    return Fault(row, field.name, text[:_TEXT], problem)


def _why(field: Field, text: str) -> str:
    unit = unit_of(text)
    if unit:
        return f", for the word or sign {unit[:20]!r} stands in the cell"
    if _GROUPED.fullmatch(text):
        return "; where it has thousands separators, name them as groupChar (and decimalChar)"
    if field.type == "integer" and re.fullmatch(r"[+-]?[0-9]{1,20}[.,][0-9]{1,20}", text):
        return "; where decimals belong there, the column is a number"
    return ""


def unit_of(text: str) -> str | None:
    """The word or sign after a number in a cell: "km" of "12 km"."""
    found = _WITH_UNIT.fullmatch(text)
    return found[1].strip() if found else None


def mixed_units(faults: list[Fault]) -> list[Fault]:
    """A fault for each column whose unreadable cells hold more than one unit ("12 km" beside "12 mi")."""
    units: dict[str, list[str]] = {}
    for fault in faults:
        unit = unit_of(fault.text) if fault.text and fault.column else None
        if unit and fault.column and fault.problem.startswith(("not a number", "not a whole number")):
            known = units.setdefault(fault.column, [])
            known += [unit] if unit not in known else []
    return [
        Fault(None, column, None, f"several units in one column: {', '.join(each[:20] for each in found[:10])}")
        for column, found in units.items()
        if len(found) > 1
    ]


class Faults:
    """The faults so far: at most ``limit`` of one column and one series are kept, the rest are counted."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.kept: list[Fault] = []
        self._counts: dict[tuple[str | None, str | None], int] = {}

    def add(self, faults: Iterable[Fault], more: int = 0) -> None:
        """Keeps ``faults``; ``more`` counts others like the last of them."""
        fault = None
        for fault in faults:
            key = (fault.column, fault.series)
            self._counts[key] = self._counts.get(key, 0) + 1
            if self._counts[key] <= self.limit:
                self.kept.append(fault)
        if fault is not None:
            self._counts[fault.column, fault.series] += more

    def all(self) -> tuple[Fault, ...]:
        """The faults by row, those of no row last, and how many were not kept."""
        more = [
            Fault(None, column, None, f"{count - self.limit:,} more faults like these", "error", series)
            for (column, series), count in self._counts.items()
            if count > self.limit
        ]
        return (*sorted(self.kept, key=lambda fault: (fault.row is None, fault.row or 0)), *more)
