"""Values of a series for a period: SQL made here and nowhere else, and what came of it.

Only names and texts of a descriptor, names of entities and dates made here enter a query, names and texts quoted by
doubling their quotation marks, which DuckDB takes for nothing else; so the query that is shown is the one that ran.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol

from onrecord.evidence import sql as written
from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.periods import parse_day, pieces
from onrecord.record import Observation, Reason

__all__ = [
    "LISTED",
    "Aggregate",
    "Missing",
    "Rows",
    "Runs",
    "Value",
    "days_of",
    "entity_values",
    "gapless",
    "outside",
    "span_of",
    "value",
    "values",
]

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
    """A series period by period, and the query that gave it; ``count`` is how many rows of the file they are."""

    rows: tuple[Observation, ...]
    query: str
    count: int

    def value(
        self, number: float, half: float, parts: tuple[float, ...] = (), *, latest: bool = False, query: str = ""
    ) -> Value:
        """A number that was made of the rows, ± ``half``, which lists the first of them, or the ``latest``.

        ``query`` is the one that gave the number, where that is another than gave the rows.
        """
        listed = self.rows[-LISTED:] if latest else self.rows[:LISTED]
        return Value(number, half, query or self.query, listed, len(self.rows) - len(listed), parts)


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no number: a reason and a line that says where."""

    reason: Reason
    words: str


def _measure(series: Series) -> str:
    return "1" if series.column is None else written.name(series.column)


def _conditions(table: Table, series: Series, entity: str | None, lo: date | None, hi: date | None) -> list[str]:
    found = [f"{written.name(column)} = {written.text(text)}" for column, text in sorted(series.where.items())]
    if table.entities.column is not None and entity is not None:
        found.append(f"{written.name(table.entities.column)} = {written.text(entity)}")
    if lo is not None:
        found.append(f"_lo >= {written.day(lo)}")
    if hi is not None:
        found.append(f"_hi <= {written.day(hi)}")
    return found


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def entity_values(store: Runs, pack: Pack, table: Table) -> tuple[str, ...]:
    """Whose figures a table holds: its constant, or what its entity column has, in order of the file."""
    if table.entities.constant is not None:
        return (table.entities.constant,)
    if table.entities.column is None:
        return ()
    column = written.name(table.entities.column)
    sql = f"SELECT {column}, min(_row) FROM {written.name(table.name)} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 2"
    return tuple(str(row[0]) for row in store.run(pack, table, sql))


def span_of(store: Runs, pack: Pack, table: Table, series: Series, entity: str | None) -> tuple[date, date] | None:
    """First and last day that a series has rows of for ``entity``; None where it has none."""
    where = _where(_conditions(table, series, entity, None, None))
    sql = f"SELECT min(_lo), max(_hi) FROM {written.name(table.name)}{where}"
    [(lo, hi)] = store.run(pack, table, sql)
    first, last = _day(lo), _day(hi)
    return (first, last) if first and last else None


def values(
    store: Runs, pack: Pack, table: Table, series: Series, entity: str | None, lo: date, hi: date
) -> Rows | Missing:
    """The series period by period inside ``lo`` to ``hi``, rows of one period added where it is a flow.

    :class:`Missing` where a row cannot be read, or a stock or rate has two rows of one period; a period that has no row
    is not missed here.
    """
    undated = _conditions(table, series, entity, None, None)
    sql = f"SELECT min(_row) FROM {written.name(table.name)}{_where([*undated, '_lo IS NULL'])}"
    [(row,)] = store.run(pack, table, sql)
    if row is not None:  # it may be of these days
        return Missing("data_fault", f"row {row} of {table.path} has no date that can be read")
    conditions = _conditions(table, series, entity, lo, hi)
    measure = _measure(series)
    sql = (
        f"SELECT min(_row), _lo, _hi, sum({measure}), count(*), count(_fault), count({measure}) "
        f"FROM {written.name(table.name)}{_where(conditions)} GROUP BY _lo, _hi ORDER BY _lo, _hi"
    )
    rows = store.run(pack, table, sql)
    found = []
    for row, first, last, number, count, faults, read in rows:
        if faults or read < count or number is None:
            return Missing("data_fault", f"row {row} of {table.path} cannot be read or has no value")
        if count > 1 and series.sort != "flow":
            return Missing("data_fault", f"{table.path} has {count} rows of one period from row {row} on")
        found.append(Observation(int(row), _iso(first), _iso(last), float(number) * series.scale, entity))
    return Rows(tuple(found), sql, sum(int(row[4]) for row in rows))


def value(
    store: Runs, pack: Pack, table: Table, series: Series, entity: str | None, lo: date, hi: date, how: Aggregate
) -> Value | Missing:
    """One number from the rows of ``lo`` to ``hi``: their sum, mean, least, greatest, number, or the only one.

    :class:`Missing` where the days lie outside what the table covers, are no whole periods of its grain, or a row
    between them is absent or cannot be read.
    """
    beyond = outside(table, lo, hi)
    if beyond:
        return beyond
    found = values(store, pack, table, series, entity, lo, hi)
    if isinstance(found, Missing):
        return found
    rows = found.rows
    expected = pieces(lo, hi, table.periods.grain) if table.periods.grain != "period" else None
    if expected is None and table.periods.grain not in ("period", "week"):
        return Missing("no_period", f"{table.path} is by the {table.periods.grain}, the claim is not of whole ones")
    if not rows:
        return Missing("outside_coverage", f"{table.path} has no row between {lo} and {hi}")
    if not table.periods.several and not (len(rows) == len(expected) if expected else gapless(rows, lo, hi)):
        return Missing("data_fault", f"{table.path} has no row for a part of {lo} to {hi}")
    if how == "only" and len(rows) > 1:
        return Missing("no_period", f"{table.path} has {len(rows)} values between {lo} and {hi}")
    function = {"only": "max", "count": "count"}.get(how, how)
    where = _where(_conditions(table, series, entity, lo, hi))
    sql = f"SELECT {function}({_measure(series)}) FROM {written.name(table.name)}{where}"
    [(number,)] = store.run(pack, table, sql)
    numbers = tuple(row.value for row in rows if row.value is not None)
    half = series.rounding * series.scale / 2 * {"sum": found.count, "count": 0}.get(how, 1)
    scale = 1.0 if how == "count" else series.scale
    return found.value(float(number) * scale, half, numbers, query=sql)


def outside(table: Table, lo: date, hi: date) -> Missing | None:
    """What is wrong where the days from ``lo`` to ``hi`` are not all among those that a table says it covers."""
    first, last = parse_day(table.coverage.lo), parse_day(table.coverage.hi)
    if (first and lo < first) or (last and hi > last):
        return Missing("outside_coverage", f"{table.path} covers {first or '…'} to {last or '…'}")
    return None


def gapless(rows: Sequence[Observation], lo: date, hi: date) -> bool:
    """Whether the periods of ``rows`` follow one another from ``lo`` to ``hi`` without a gap or an overlap."""
    following = lo
    for row in rows:
        days = days_of(row)
        if not days or days[0] != following:
            return False
        following = date.fromordinal(days[1].toordinal() + 1)
    return following == date.fromordinal(hi.toordinal() + 1)


def days_of(row: Observation) -> tuple[date, date] | None:
    """First and last day of a row; None where its period cannot be read."""
    lo, hi = parse_day(row.lo), parse_day(row.hi)
    return (lo, hi) if lo and hi else None


def _day(value: Any) -> date | None:
    return value if isinstance(value, date) else parse_day(str(value)[:10]) if value is not None else None


def _iso(value: Any) -> str | None:
    day = _day(value)
    return day.isoformat() if day else None
