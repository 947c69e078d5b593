"""One file into one locked database, with every fault on the way. Runs in the child process only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import BadTable, TableTooLarge
from onrecord.evidence import delimited, quick, sql, workbook
from onrecord.evidence.cells import present, sql_type, trimmed, value
from onrecord.evidence.engine import connect, lock
from onrecord.evidence.faults import Fault, Faults, mixed_units, unreadable, what
from onrecord.evidence.limits import Limits
from onrecord.evidence.model import Table
from onrecord.evidence.paths import safe_file
from onrecord.evidence.periods_sql import bounds, example
from onrecord.evidence.rows import Batch, Numbered, batches, positions, too_many
from onrecord.evidence.whole import across

if TYPE_CHECKING:
    import duckdb

__all__ = ["Loaded", "beside", "load"]

_BATCH = "_onrecord_batch"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A locked database that holds one table, the number of its cells, and its faults."""

    con: duckdb.DuckDBPyConnection
    cells: int
    faults: tuple[Fault, ...]


def load(table: Table, folder: Path, limits: Limits) -> Loaded:
    """The table in a database of its own.

    Raises:
        UnreadableInput, UnsafePath, BadTable, TableTooLarge: as their names say; the place is the file, and the line.
    """
    import duckdb

    path = safe_file(folder, table.path, limits.file_bytes)
    place = str(folder / table.path)
    con = connect(limits)
    try:
        faults = Faults(limits.faults)
        columns = ", ".join(f"{sql.name(field.name)} {sql_type(field)}" for field in table.fields)
        con.execute(f"CREATE TABLE {sql.name(table.name)} (_row BIGINT, {columns}, _lo DATE, _hi DATE, _fault VARCHAR)")
        if table.format == "parquet":
            _parquet(con, table, path, place, limits, faults)
            lock(con)
        elif _quick(con, table, path, place, limits, faults):
            lock(con)
        else:
            lock(con)
            cells: list[workbook.CellFault] = []
            if table.format == "xlsx":
                workbook.unpacked(path, place, limits)
                cells = workbook.faulty_cells(table, path, place, limits)
            header: list[str | None] = []
            for batch in batches(table, _rows(table, path, place, header), place, limits):
                _insert_batch(con, table, batch, faults)
            _formulas(con, table, cells, positions(table, header, place), faults)
        faults.add(mixed_units(faults.kept))
        faults.add(across(con, table))
        (rows,) = con.execute(f"SELECT count(*) FROM {sql.name(table.name)}").fetchall()[0]
    except duckdb.OutOfMemoryException as error:
        con.close()
        problem = f"needs more than {limits.memory_bytes / 1e6:,.0f} MB of memory"
        raise TableTooLarge(place, problem, "Keep only the columns and rows that are needed, or split it") from error
    except BaseException:
        con.close()
        raise
    return Loaded(con, rows * (len(table.fields) + 4), faults.all())


def _quick(
    con: duckdb.DuckDBPyConnection, table: Table, path: Path, place: str, limits: Limits, faults: Faults
) -> bool:
    """Loads a plain CSV file by DuckDB's reader; False where it is not plain, and nothing is loaded."""
    import duckdb

    header = quick.header_of(table, path, place)
    count = quick.lines(path) if header else None
    if not header or count is None:
        return False
    where = positions(table, [*header], place)
    if count > limits.rows or count * len(where) > limits.cells:
        raise too_many(place, limits)
    try:
        with beside(path) as name:
            _insert(con, table, quick.source(table, name, len(header), where), faults, 1)
    except duckdb.InvalidInputException:
        return False
    return True


def _rows(table: Table, path: Path, place: str, header: list[str | None]) -> Iterator[Numbered]:
    """The rows of the file; those of the header are left in ``header``."""
    reader = workbook if table.format == "xlsx" else delimited
    for row, cells in reader.read(table, path, place):
        if row == table.header_row:
            header.extend(cells)
        yield row, cells


def _insert_batch(con: duckdb.DuckDBPyConnection, table: Table, batch: Batch, faults: Faults) -> None:
    import numpy as np

    data = {f"c{i}": np.array(column, dtype=object) for i, column in enumerate(batch.columns)}
    con.register(
        _BATCH, {"_row": np.array(batch.rows, dtype=np.int64), "_note": np.array(batch.notes, dtype=object), **data}
    )
    cells = ", ".join(f"CAST(c{i} AS VARCHAR) AS c{i}" for i in range(len(batch.columns)))
    source = f"SELECT _row, CAST(_note AS VARCHAR) AS _note, {cells} FROM {_BATCH}"
    faults.add(Fault(row, None, None, note) for row, note in zip(batch.rows, batch.notes, strict=True) if note)
    _insert(con, table, source, faults, batch.rows[0])
    con.unregister(_BATCH)


def _parquet(
    con: duckdb.DuckDBPyConnection, table: Table, path: Path, place: str, limits: Limits, faults: Faults
) -> None:
    import duckdb

    with beside(path) as name:
        file = sql.text(name)
        try:
            (rows,) = con.execute(f"SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata({file})").fetchall()[0]
            if rows > limits.rows or rows * len(table.fields) > limits.cells:
                raise too_many(place, limits)
            options = "hive_partitioning = false, union_by_name = false, file_row_number = true"
            reader = f"read_parquet({file}, {options})"
            header = con.execute(f"DESCRIBE SELECT * FROM {reader}").fetchall()
            names = [column[0] for column in header]
            for field, position in zip(table.fields, positions(table, names, place), strict=True):
                if header[position][1].endswith(("]", ")")) and not header[position][1].startswith("DECIMAL"):
                    problem = f"the column {field.name!r} holds lists or groups of values"
                    raise BadTable(place, problem, "Write one value a cell")
            cells = ", ".join(
                f"CAST({sql.name(field.name)} AS VARCHAR) AS c{i}" for i, field in enumerate(table.fields)
            )
            source = f"SELECT file_row_number + 1 AS _row, CAST(NULL AS VARCHAR) AS _note, {cells} FROM {reader}"
            _insert(con, table, source, faults, 1)
        except duckdb.OutOfMemoryException:
            raise
        except duckdb.Error as error:
            raise BadTable(place, f"cannot be read as Parquet ({_short(error)})", "Write the file again") from error


@contextmanager
def beside(path: Path) -> Iterator[str]:
    """The file's plain name, with its folder as the working folder: DuckDB takes * and [ in a path for patterns, and
    a folder above may have them in its name. The file's own name has none."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        yield f"./{path.name}"
    finally:
        os.chdir(before)


def _insert(con: duckdb.DuckDBPyConnection, table: Table, source: str, faults: Faults, first: int) -> None:
    """Types the rows of ``source`` (``_row``, ``_note``, ``c0`` …) into the table and collects their faults."""
    parameters = {"missing": [marker.strip() for marker in table.missing]}
    span = range(len(table.fields))
    trims = ", ".join(f"{trimmed(f'c{i}')} AS s{i}" for i in span)
    texts = ", ".join(f"{present(f's{i}')} AS t{i}" for i in span)
    values = ", ".join(f"{value(field, f't{i}')} AS v{i}" for i, field in enumerate(table.fields))
    lo, hi = bounds(table, {field.name: f"v{i}" for i, field in enumerate(table.fields)})
    problems = _problems(table)
    read = f"SELECT *, {values} FROM (SELECT _row, _note, {texts} FROM (SELECT _row, _note, {trims} FROM ({source})))"
    typed = f"SELECT *, {lo} AS lo, {hi} AS hi FROM ({read})"
    fault = ", ".join(f"CASE WHEN {condition} THEN {words} END" for condition, _, words in problems)
    wrong = " OR ".join(condition for condition, _, _ in problems)
    con.execute(
        f"""INSERT INTO {sql.name(table.name)} SELECT _row, {", ".join(f"v{i}" for i in span)},
        CASE WHEN lo <= hi THEN lo END, CASE WHEN lo <= hi THEN hi END,
        CASE WHEN _note IS NOT NULL OR {wrong} THEN concat_ws('; ', _note, {fault}) END FROM ({typed})""",
        parameters,
    )
    bad = f"SELECT 1 FROM {sql.name(table.name)} WHERE _row >= {first} AND _fault IS NOT NULL LIMIT 1"
    if not con.execute(bad).fetchall():
        return
    for number, (condition, column, words) in enumerate(problems):
        found = con.execute(
            f"""SELECT _row, {f"t{number}" if number < len(table.fields) else words}, count(*) OVER ()
            FROM ({typed}) WHERE {condition} ORDER BY _row LIMIT {faults.limit}""",
            parameters,
        ).fetchall()
        more = found[0][2] - len(found) if found else 0
        if number < len(table.fields):
            faults.add([unreadable(table.fields[number], row, cell) for row, cell, _ in found], more)
        else:
            faults.add([Fault(row, column, None, words.removeprefix(f"{column}: ")) for row, words, _ in found], more)


def _problems(table: Table) -> list[tuple[str, str | None, str]]:
    """What can be wrong with a row: the condition, the column, and the words, as SQL. First one for each field."""
    found: list[tuple[str, str | None, str]] = []
    for i, field in enumerate(table.fields):
        words = f"{sql.text(field.name + ': “')} || left(t{i}, 60) || {sql.text(f'” is not {what(field)}')}"
        found.append((f"t{i} IS NOT NULL AND v{i} IS NULL", field.name, words))
    index = {field.name: f"{i}" for i, field in enumerate(table.fields)}
    periods, entity = table.periods, table.entities.column
    for column, bound in ((periods.column, "lo"), (periods.last, "hi")):
        if column is not None:
            at, kind = index[column], f"{periods.grain} such as {example(periods.grain)}"
            empty = sql.text(f"{column}: no date")
            found.append((f"_note IS NULL AND t{at} IS NULL", column, empty))
            words = f"{sql.text(column + ': “')} || left(t{at}, 60) || {sql.text(f'” is not a {kind}')}"
            found.append((f"v{at} IS NOT NULL AND {bound} IS NULL", column, words))
    if periods.last is not None:
        found.append(("lo > hi", periods.last, sql.text(f"{periods.last}: the period ends before it begins")))
    if entity is not None:
        empty = sql.text(f"{entity}: no name of whose figure this is")
        found.append((f"_note IS NULL AND t{index[entity]} IS NULL", entity, empty))
    return found


def _formulas(
    con: duckdb.DuckDBPyConnection, table: Table, cells: list[workbook.CellFault], where: list[int], faults: Faults
) -> None:
    """Formula cells without a value and error cells: each is its row's fault, and its value is NULL."""
    fields = {position + 1: field for field, position in zip(table.fields, where, strict=True)}
    above = table.hxl_row or table.header_row
    for row, column, problem in cells:
        field = fields.get(column)
        if field is None or row <= above:
            continue
        faults.add([Fault(row - above, field.name, None, problem)])
        con.execute(
            f"""UPDATE {sql.name(table.name)} SET {sql.name(field.name)} = NULL,
            _fault = concat_ws('; ', _fault, $words) WHERE _row = $row""",
            {"words": f"{field.name}: {problem}", "row": row - above},
        )


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
