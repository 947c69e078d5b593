"""Faults that show only when rows are seen together: periods that stand twice, are missing, or lie outside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from onrecord.evidence import sql
from onrecord.evidence.faults import Fault, Level
from onrecord.evidence.model import Series, Table

if TYPE_CHECKING:
    import duckdb

__all__ = ["across"]


def across(con: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Fault]:
    """The faults, which are written into the rows' ``_fault`` too where they are of a row."""
    yield from _outside(con, table)
    if table.periods.column is None or table.periods.several:
        return
    seen: set[tuple[tuple[str, str], ...]] = set()
    for series in table.series:
        rows = tuple(sorted(series.where.items()))
        if series.column is None or series.sort == "event" or rows in seen:
            continue
        seen.add(rows)
        yield from _twice(con, table, series)
        yield from _gaps(con, table, series)


def _outside(con: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Fault]:
    """Rows whose period lies wholly outside of what the table says it covers."""
    lo, hi = table.coverage.lo, table.coverage.hi
    if table.periods.column is None or (lo is None and hi is None):
        return
    conditions = [f"_hi < {sql.day(date.fromisoformat(lo))}"] if lo else []
    conditions += [f"_lo > {sql.day(date.fromisoformat(hi))}"] if hi else []
    problem = f"outside the coverage {lo or '…'} to {hi or '…'}"
    found = con.execute(
        f"""UPDATE {sql.name(table.name)} SET _fault = concat_ws('; ', _fault, $problem)
        WHERE {" OR ".join(conditions)} RETURNING _row""",
        {"problem": problem},
    ).fetchall()
    for (row,) in sorted(found):
        yield Fault(row, table.periods.column, None, problem)


def _selected(table: Table, series: Series, of: str = "") -> tuple[str, dict[str, str]]:
    """Rows of the series: the condition, and its parameters; ``of`` is put before each column."""
    parts = [f"CAST({of}{sql.name(column)} AS VARCHAR) = $w{i}" for i, column in enumerate(series.where)]
    return " AND ".join([f"{of}_lo IS NOT NULL", *parts]), {
        f"w{i}": value for i, value in enumerate(series.where.values())
    }


def _entity(table: Table, of: str = "") -> str:
    return of + sql.name(table.entities.column) if table.entities.column is not None else "CAST(NULL AS VARCHAR)"


def _twice(con: duckdb.DuckDBPyConnection, table: Table, series: Series) -> Iterator[Fault]:
    """Rows of one period and one entity: which of them holds cannot be known, so each is at fault."""
    where, parameters = _selected(table, series)
    inner, _ = _selected(table, series, "_t.")
    same = f"""SELECT {_entity(table)} AS e, _lo AS l, _hi AS h,
        count(*) || ' rows of this period, the first is row ' || min(_row) AS problem
        FROM {sql.name(table.name)} WHERE {where} GROUP BY ALL HAVING count(*) > 1"""
    # Every name is qualified: a column of the file may be named as any of these.
    rows = f"{_entity(table, '_t.')} IS NOT DISTINCT FROM _d.e AND _t._lo = _d.l AND _t._hi = _d.h AND {inner}"
    found = con.execute(
        f"SELECT _t._row, _d.problem FROM {sql.name(table.name)} AS _t, ({same}) AS _d WHERE {rows} ORDER BY 1",
        parameters,
    ).fetchall()
    if found:
        con.execute(
            f"""UPDATE {sql.name(table.name)} AS _t SET _fault = concat_ws('; ', _t._fault, _d.problem)
            FROM ({same}) AS _d WHERE {rows}""",
            parameters,
        )
    for row, problem in found:
        yield Fault(row, table.periods.column, None, problem, "error", series.name)


def _covered(table: Table) -> str:
    """Rows that touch the coverage: a gap is looked for between them only."""
    lo, hi = table.coverage.lo, table.coverage.hi
    parts = [f"_hi >= {sql.day(date.fromisoformat(lo))}"] if lo else []
    parts += [f"_lo <= {sql.day(date.fromisoformat(hi))}"] if hi else []
    return " AND ".join(parts) or "true"


def _gaps(con: duckdb.DuckDBPyConnection, table: Table, series: Series) -> Iterator[Fault]:
    """Days between two rows, or between a row and an end of the coverage, that no row is of."""
    where, parameters = _selected(table, series)
    where = f"{where} AND {_covered(table)}"
    lo, hi = table.coverage.lo, table.coverage.hi
    begins = f"CAST({sql.day(date.fromisoformat(lo))} - INTERVAL 1 DAY AS DATE)" if lo else "CAST(NULL AS DATE)"
    ends = f"CAST({sql.day(date.fromisoformat(hi))} + INTERVAL 1 DAY AS DATE)" if hi else "CAST(NULL AS DATE)"
    found = con.execute(
        f"""SELECT entity, CAST(before + INTERVAL 1 DAY AS DATE), CAST(after - INTERVAL 1 DAY AS DATE) FROM (
            SELECT entity, _lo AS after, coalesce(max(_hi) OVER (PARTITION BY entity ORDER BY _lo, _hi
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), {begins}) AS before
            FROM (SELECT {_entity(table)} AS entity, _lo, _hi FROM {sql.name(table.name)} WHERE {where})
            UNION ALL
            SELECT {_entity(table)} AS entity, {ends} AS after, max(_hi) AS before
            FROM {sql.name(table.name)} WHERE {where} GROUP BY ALL
        ) WHERE after > before + INTERVAL 1 DAY ORDER BY entity NULLS FIRST, before""",
        parameters,
    ).fetchall()
    level: Level = "error" if lo or hi else "note"
    for entity, first, last in found:
        days = first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
        whose = f" of {entity[:60]}" if entity is not None else ""
        yield Fault(None, table.periods.column, None, f"no row{whose} for {days}", level, series.name)
