"""Values of a series for a period: SQL made here and nowhere else, and what came of it.

Only names and texts of a descriptor, names of entities and dates made here enter a query, names and texts quoted by
doubling their quotation marks, which DuckDB takes for nothing else; so the query that is shown is the one that ran.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol

from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.periods import parse_day, pieces
from onrecord.record import Observation, Reason

__all__ = ["LISTED", "Aggregate", "Missing", "Rows", "Runs", "Value", "entity_values", "span_of", "value", "values"]

LISTED = 400  # rows that a check lists; what is beyond is counted
Aggregate = Literal["sum", "avg", "min", "max", "count", "only"]


class Runs(Protocol):
    """What runs a query on a table of a pack: the store."""

    def run(self, pack: Pack, table: Table, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that ``sql`` gives."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number from a series: ``half`` is how far the rounding of the rows may have moved it, either way."""

    number: float
    half: float
    query: str
    rows: tuple[Observation, ...]
    omitted: int = 0
    parts: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """A series period by period, and the query that gave it."""

    rows: tuple[Observation, ...]
    query: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no number: a reason and a line that says where."""

    reason: Reason
    words: str


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _measure(series: Series) -> str:
    return "1" if series.column is None else _quoted(series.column)


def _conditions(table: Table, series: Series, entity: str | None, lo: date | None, hi: date | None) -> list[str]:
    found = [f"{_quoted(column)} = {_literal(text)}" for column, text in sorted(series.where.items())]
    if table.entities.column is not None and entity is not None:
        found.append(f"{_quoted(table.entities.column)} = {_literal(entity)}")
    if lo is not None:
        found.append(f"_lo >= DATE '{lo.isoformat()}'")
    if hi is not None:
        found.append(f"_hi <= DATE '{hi.isoformat()}'")
    return found


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def entity_values(store: Runs, pack: Pack, table: Table) -> tuple[str, ...]:
    """Whose figures a table holds: its constant, or what its entity column has, in order of the file."""
    if table.entities.constant is not None:
        return (table.entities.constant,)
    if table.entities.column is None:
        return ()
    column = _quoted(table.entities.column)
    sql = f"SELECT {column}, min(_row) FROM {_quoted(table.name)} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 2"
    return tuple(str(row[0]) for row in store.run(pack, table, sql))


def span_of(store: Runs, pack: Pack, table: Table, series: Series, entity: str | None) -> tuple[date, date] | None:
    """First and last day that a series has rows of for ``entity``; None where it has none."""
    where = _where(_conditions(table, series, entity, None, None))
    sql = f"SELECT min(_lo), max(_hi) FROM {_quoted(table.name)}{where}"
    [(lo, hi)] = store.run(pack, table, sql)
    first, last = _day(lo), _day(hi)
    return (first, last) if first and last else None


def values(
    store: Runs, pack: Pack, table: Table, series: Series, entity: str | None, lo: date, hi: date
) -> Rows | Missing:
    """The series period by period inside ``lo`` to ``hi``, rows of one period added where it is a flow.

    :class:`Missing` where a period of the table's grain has no row there, a row cannot be read, or a stock or rate
    has two rows of one period.
    """
    conditions = _conditions(table, series, entity, lo, hi)
    measure = _measure(series)
    sql = (
        f"SELECT min(_row), _lo, _hi, sum({measure}), count(*), count(_fault), count({measure}) "
        f"FROM {_quoted(table.name)}{_where(conditions)} GROUP BY _lo, _hi ORDER BY _lo, _hi"
    )
    rows = store.run(pack, table, sql)
    found = []
    for row, first, last, number, count, faults, read in rows:
        if faults or read < count or number is None:
            return Missing("data_fault", f"row {row} of {table.path} cannot be read or has no value")
        if count > 1 and series.sort != "flow":
            return Missing("data_fault", f"{table.path} has {count} rows of one period from row {row} on")
        found.append(Observation(int(row), _iso(first), _iso(last), float(number) * series.scale, entity))
    return Rows(tuple(found), sql)


def value(
    store: Runs, pack: Pack, table: Table, series: Series, entity: str | None, lo: date, hi: date, how: Aggregate
) -> Value | Missing:
    """One number from the rows of ``lo`` to ``hi``: their sum, mean, least, greatest, number, or the only one.

    :class:`Missing` where the days lie outside what the table covers, are no whole periods of its grain, or a row
    between them is absent or cannot be read.
    """
    outside = _outside(table, lo, hi)
    if outside:
        return outside
    found = values(store, pack, table, series, entity, lo, hi)
    if isinstance(found, Missing):
        return found
    rows = found.rows
    expected = pieces(lo, hi, table.periods.grain) if table.periods.grain != "period" else None
    if expected is None and table.periods.grain not in ("period", "week"):
        return Missing("no_period", f"{table.path} is by the {table.periods.grain}, the claim is not of whole ones")
    if not rows:
        return Missing("outside_coverage", f"{table.path} has no row between {lo} and {hi}")
    if not table.periods.several and not _complete(rows, lo, hi, len(expected) if expected else None):
        return Missing("data_fault", f"{table.path} has no row for a part of {lo} to {hi}")
    if how == "only" and len(rows) > 1:
        return Missing("no_period", f"{table.path} has {len(rows)} values between {lo} and {hi}")
    function = {"only": "max", "count": "count"}.get(how, how)
    where = _where(_conditions(table, series, entity, lo, hi))
    sql = f"SELECT {function}({_measure(series)}) FROM {_quoted(table.name)}{where}"
    [(number,)] = store.run(pack, table, sql)
    numbers = tuple(row.value for row in rows if row.value is not None)
    half = series.rounding * series.scale / 2 * (len(rows) if how == "sum" else 0 if how == "count" else 1)
    scale = 1.0 if how == "count" else series.scale
    return Value(float(number) * scale, half, sql, rows[:LISTED], max(0, len(rows) - LISTED), numbers)


def _outside(table: Table, lo: date, hi: date) -> Missing | None:
    first, last = parse_day(table.coverage.lo), parse_day(table.coverage.hi)
    if (first and lo < first) or (last and hi > last):
        return Missing("outside_coverage", f"{table.path} covers {first or '…'} to {last or '…'}")
    return None


def _complete(rows: Sequence[Observation], lo: date, hi: date, expected: int | None) -> bool:
    """Whether rows reach from ``lo`` to ``hi`` without a gap."""
    if expected is not None:
        return len(rows) == expected
    ends = [(parse_day(row.lo), parse_day(row.hi)) for row in rows]
    reached = lo
    for first, last in ends:
        if not first or not last or first > reached:
            return False
        reached = max(reached, date.fromordinal(last.toordinal() + 1))
    return reached == date.fromordinal(hi.toordinal() + 1)


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else parse_day(str(value)[:10]) if value is not None else None


def _iso(value: Any) -> str | None:
    day = _day(value)
    return day.isoformat() if day else None
