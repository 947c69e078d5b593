"""Whether a description fits together: columns that are named exist, names are not used twice."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from onrecord.evidence.calendar import days, is_day
from onrecord.evidence.model import Field, Pack, Periods, Series, Table

__all__ = ["FORMAT", "OWN_COLUMNS", "problems"]

OWN_COLUMNS = ("_row", "_lo", "_hi", "_fault")

FORMAT = re.compile(r"(?:%-?[YymdbBGVuHMS]|[A-Za-z0-9 .,/:-])+")
"""The directives of dates that are read, and what may stand between them."""

Problem = tuple[str, str]
"""A JSON path and what is wrong there."""

_SPACES = " \u00a0\u2009\u202f"
_MARKS = ".,'’"


def problems(pack: Pack) -> Iterator[Problem]:
    """What is wrong with the description of ``pack``, as JSON path and problem, in order."""
    every = {series.name for table in pack.tables for series in table.series}
    yield from _unique((table.name for table in pack.tables), "$.resources", "name", "table")
    for i, table in enumerate(pack.tables):
        place = f"$.resources[{i}]"
        yield from _table(table, place)
        for j, series in enumerate(table.series):
            yield from _series(series, table, every, f"{place}.onrecord.series[{j}]")


def _table(table: Table, place: str) -> Iterator[Problem]:
    own = f"{place}.onrecord"
    if not _printable(table.name) or table.name.startswith("_") or len(table.name) > 100:
        yield f"{place}.name", "expected 1 to 100 printable characters that do not begin with _"
    if not table.fields:
        yield f"{place}.schema.fields", "no field is described"
    yield from _unique((field.name for field in table.fields), f"{place}.schema.fields", "name", "column")
    for i, field in enumerate(table.fields):
        yield from _field(field, f"{place}.schema.fields[{i}]")
    if table.delimiter is not None and (len(table.delimiter) != 1 or table.delimiter in '"\r\n\0'):
        yield f"{place}.dialect.delimiter", "expected one character"
    if table.header_row < 1:
        yield f"{own}.header_row", "rows count from 1"
    if table.hxl_row is not None and table.hxl_row <= table.header_row:
        yield f"{own}.hxl_row", "the row of HXL tags stands below the header"
    if table.confirmed and not table.producer.strip():
        yield f"{own}.producer", "a confirmed table names its producer"
    if table.retrieved is not None and not is_day(table.retrieved):
        yield f"{own}.retrieved", "expected a date such as 2024-05-03"
    for name in ("lo", "hi"):
        value = getattr(table.coverage, name)
        if value is not None and not is_day(value):
            yield f"{own}.coverage.{name}", "expected a date such as 2024-05-03"
    if (table.coverage.lo or "") > (table.coverage.hi or "9"):
        yield f"{own}.coverage", "the first day is after the last"
    if (table.entities.constant is None) == (table.entities.column is None):
        yield f"{own}.entities", "expected either a constant or a column"
    if table.confirmed and table.entities.column is None and not (table.entities.constant or "").strip():
        yield f"{own}.entities.constant", "a confirmed table names whose figures they are"
    yield from _column(table.entities.column, table.fields, f"{own}.entities.column")
    yield from _periods(table.periods, table.fields, f"{own}.periods")
    yield from _unique((series.name for series in table.series), f"{own}.series", "name", "series")


def _field(field: Field, place: str) -> Iterator[Problem]:
    if not _printable(field.name) or len(field.name) > 200:
        yield f"{place}.name", "expected 1 to 200 printable characters"
    if field.name.lower() in OWN_COLUMNS:
        yield f"{place}.name", f"{', '.join(OWN_COLUMNS)} are made when the table is loaded"
    if field.format is not None:
        if field.type not in ("date", "yearmonth"):
            yield f"{place}.format", "only a date or a yearmonth has one"
        elif not FORMAT.fullmatch(field.format) or "%" not in field.format:
            yield f"{place}.format", "expected directives such as %d/%m/%Y (any of %Y %y %m %d %b %B %G %V %u %H %M %S)"
    if field.decimal not in (".", ","):
        yield f"{place}.decimalChar", "expected . or ,"
    if field.group is not None and (field.group not in tuple(_SPACES + _MARKS) or field.group == field.decimal):
        yield f"{place}.groupChar", "expected one of . , ' ’ or a space, and not the decimal character"


def _periods(periods: Periods, fields: tuple[Field, ...], place: str) -> Iterator[Problem]:
    if (periods.constant is None) == (periods.column is None):
        yield place, "expected either a constant or a column"
    if periods.constant is not None and days(periods.constant) is None:
        yield f"{place}.constant", "expected a day, month, year (2024-05) or two of them (2024-05/2024-07)"
    if periods.last is not None and (periods.column is None or periods.grain != "period"):
        yield f"{place}.last", "only a period of a first and a last column has one"
    if periods.column is not None and periods.grain == "period" and periods.last is None:
        yield f"{place}.last", "missing field: a period has a column for its last day"
    yield from _column(periods.column, fields, f"{place}.column")
    yield from _column(periods.last, fields, f"{place}.last")
    types = {field.name: field.type for field in fields}
    coarse = {"yearmonth": ("day", "week"), "year": ("day", "week", "month", "quarter"), "number": (), "boolean": ()}
    for name in (periods.column, periods.last):
        kind = types.get(name or "", "string")
        if kind in ("number", "boolean"):
            yield f"{place}.column", f"a column of type {kind} is no date"
        elif periods.grain in coarse.get(kind, ()):
            yield f"{place}.grain", f"a column of type {kind} does not tell the {periods.grain}"
        elif kind == "integer" and periods.grain != "year":
            yield f"{place}.column", "a column of type integer can only be a year"


def _series(series: Series, table: Table, every: set[str], place: str) -> Iterator[Problem]:
    numbers = tuple(field for field in table.fields if field.type in ("integer", "number"))
    if not series.name.strip():
        yield f"{place}.name", "empty"
    if table.confirmed and not series.property.strip():
        yield f"{place}.property", "a confirmed series says what it measures"
    if not series.unit.strip():
        yield f"{place}.unit", "empty; a count has the unit 1"
    if not 0 <= series.rounding < 1e18:
        yield f"{place}.rounding", "expected the width of the last place, such as 0.1"
    known = {field.name for field in table.fields}
    if series.column is not None and series.column in known and series.column not in {f.name for f in numbers}:
        yield f"{place}.column", f"the column {series.column!r} is not an integer or a number"
    else:
        yield from _column(series.column, table.fields, f"{place}.column")
    for column in series.where:
        yield from _column(column, table.fields, f"{place}.where.{column}")
    for name in series.of:
        if name not in every:
            yield f"{place}.of", f"no series {name!r} in the pack{_meant(name, every)}"


def _column(name: str | None, fields: Iterable[Field], place: str) -> Iterator[Problem]:
    known = [field.name for field in fields]
    if name is not None and name not in known:
        yield place, f"no field {name!r} in the schema{_meant(name, known)}"


def _unique(names: Iterable[str], place: str, name: str, what: str) -> Iterator[Problem]:
    """DuckDB does not tell upper from lower case in names, so neither may a pack."""
    seen: set[str] = set()
    for i, each in enumerate(names):
        if each.casefold() in seen:
            yield f"{place}[{i}].{name}", f"another {what} has the name {each!r} (in upper or lower case)"
        seen.add(each.casefold())


def _meant(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f", did you mean {near[0]!r}?" if near else ""


def _printable(text: str) -> bool:
    return bool(text) and text == text.strip() and text.replace("\u00a0", " ").isprintable()
