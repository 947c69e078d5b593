"""Limits on what is read and asked: a table of figures may come from anyone.

Measured: a CSV file of 100,000 rows and ten columns (5 MB) takes 0.35 s of one core and then holds some 15 MB, with
quotation marks in it 0.6 s; the largest public tables that this is meant for (a line list, a country panel) have about
a million rows.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DESCRIPTOR_BYTES", "MAX_FIELDS", "MAX_TABLES", "Limits"]

DESCRIPTOR_BYTES = 10_000_000
"""A descriptor of a thousand tables is about 2 MB."""

MAX_TABLES = 1_000
MAX_FIELDS = 2_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading and asking may take.

    ``file_bytes``: of a file, and of what an XLSX file claims to unpack to. ``rows``, ``cells``: of one table.
    ``sheet_cells``: of a sheet of XLSX, which is read whole (some 100 bytes a cell). ``held_cells``, ``held_tables``:
    of all tables held at once; the one used longest ago is let go first. ``memory_bytes``: what DuckDB may hold for
    one table; ``address_bytes``: the child's whole address space (Python and DuckDB take 0.5 GB of it before they
    hold anything and 80 MB with each table, most of it never used). ``load_seconds``, ``query_seconds``: of the clock
    and of the processor. ``answer_rows``, ``answer_bytes``: of one answer. ``faults``: kept of one column.
    """

    file_bytes: int = 512_000_000
    rows: int = 5_000_000
    cells: int = 50_000_000
    sheet_cells: int = 5_000_000
    held_cells: int = 50_000_000
    held_tables: int = 24
    memory_bytes: int = 700_000_000
    address_bytes: int = 4_000_000_000
    load_seconds: float = 60.0
    query_seconds: float = 10.0
    answer_rows: int = 100_000
    answer_bytes: int = 32_000_000
    faults: int = 100
