"""Rows of text from a file, in batches: only the columns that are described, each row with its number."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from onrecord.errors import BadTable, TableTooLarge
from onrecord.evidence.limits import Limits
from onrecord.evidence.model import Table

__all__ = ["BATCH", "Batch", "Numbered", "batches", "positions", "too_many"]

BATCH = 50_000

Numbered = tuple[int, list[str | None]]
"""A row's number in the file (from 1) and its cells."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as columns: their numbers after the header, a note on each row that has the wrong number of cells, and the
    cells of each field."""

    rows: list[int]
    notes: list[str | None]
    columns: list[list[str | None]]


def positions(table: Table, header: list[str | None], place: str) -> list[int]:
    """Where each field stands in the header; raises :class:`BadTable` where one is absent or there twice."""
    names = [(name or "").strip() for name in header]
    found = []
    for field in table.fields:
        count = names.count(field.name)
        if count != 1:
            near = difflib.get_close_matches(field.name, [name for name in names if name], n=1)
            meant = f", did you mean {near[0][:60]!r}?" if near and not count else ""
            problem = f"the column {field.name!r} is " + ("not in the header" if not count else "in the header twice")
            raise BadTable(place, problem + meant, "Name the columns as the header does, and check header_row")
        found.append(names.index(field.name))
    return found


def too_many(place: str, limits: Limits) -> TableTooLarge:
    """The error of a table over the limit on rows or cells."""
    problem = f"over the limit of {limits.rows:,} rows or {limits.cells:,} cells"
    return TableTooLarge(place, problem, "Keep only the columns and rows that are needed, or split it")


def batches(table: Table, rows: Iterable[Numbered], place: str, limits: Limits) -> Iterator[Batch]:
    """The rows below the header, BATCH at a time. An empty row is counted and left out.

    Raises:
        BadTable: there is no header, or a field is not in it.
        TableTooLarge: over the limit on rows or cells.
    """
    numbered = iter(rows)
    header = next((cells for row, cells in numbered if row == table.header_row), None)
    if header is None:
        raise BadTable(place, f"no header in row {table.header_row}", "Check header_row in the descriptor")
    where, width = positions(table, header, place), len(header)
    above = table.hxl_row or table.header_row
    kept, ragged = [], {}
    count = 0
    for row, cells in numbered:
        if row <= above or not any(cells):
            continue
        count += 1
        if row - above > limits.rows or count * len(where) > limits.cells:
            raise too_many(place, limits)
        if len(cells) != width:
            while len(cells) > width and not cells[-1]:
                cells.pop()
            if len(cells) != width:
                # Which cell is too many or is lacking cannot be known, so none of them is used.
                ragged[row - above] = f"{len(cells)} cells where the header has {width}"
                cells = [None] * width
        kept.append((row - above, cells))
        if len(kept) == BATCH:
            yield _batch(kept, ragged, where, width)
            kept, ragged = [], {}
    if kept:
        yield _batch(kept, ragged, where, width)


def _batch(kept: list[Numbered], ragged: dict[int, str], where: list[int], width: int) -> Batch:
    rows = [row for row, _ in kept]
    flat = list(chain.from_iterable(cells for _, cells in kept))  # every row has the same width: columns are steps
    return Batch(rows, [ragged.get(row) for row in rows], [flat[position::width] for position in where])
