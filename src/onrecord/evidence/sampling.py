"""The first rows of a file that nothing is known of yet: its encoding, its delimiter, its sheets. Runs in the child."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import BadTable
from onrecord.evidence import delimited, workbook
from onrecord.evidence.limits import Limits
from onrecord.evidence.model import Entities, Periods, Table
from onrecord.evidence.paths import safe_file

__all__ = ["SAMPLE", "Sample", "sample"]

SAMPLE = 2_000
"""Rows. What stands below them is seen when the table is loaded."""

_DELIMITERS = (",", ";", "\t", "|")
_CHUNK = 1 << 20

# Byte order marks.
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8"))


@dataclass(frozen=True, slots=True)
class Sample:
    """The first rows as text, and how the file is to be read. ``guessed`` is whether the encoding is only a guess."""

    format: str
    rows: tuple[tuple[str | None, ...], ...]
    encoding: str = "utf-8"
    guessed: bool = False
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()


def sample(folder: Path, name: str, sheet: str | None, limits: Limits) -> Sample:
    """The first rows of ``name`` in ``folder``.

    Raises:
        UnreadableInput, UnsafePath, BadTable, TableTooLarge: as their names say.
    """
    path = safe_file(folder, name, limits.file_bytes)
    place = str(folder / name)
    with path.open("rb") as file:
        head = file.read(4)
    if head == b"PAR1":
        return Sample("parquet", _parquet(path, place))
    if head[:2] == b"PK":
        return _workbook(path, place, sheet, limits)
    encoding, guessed = _encoding(path, place)
    table = _blank("csv", encoding)
    tabs = path.suffix.lower() in (".tsv", ".tab")
    delimiter = "\t" if tabs else _delimiter(path, encoding)
    rows = delimited.read(_blank("tsv" if tabs else "csv", encoding, delimiter), path, place)
    found = tuple(tuple(cells) for _, cells in islice(rows, SAMPLE))
    usual = "\t" if tabs else ","
    return Sample("tsv" if tabs else table.format, found, encoding, guessed, None if delimiter == usual else delimiter)


def _blank(format: Any, encoding: str = "utf-8", delimiter: str | None = None, sheet: str | None = None) -> Table:
    return Table(
        "", "", format, (), Entities(), Periods("day"), (), "", encoding=encoding, delimiter=delimiter, sheet=sheet
    )


def _encoding(path: Path, place: str) -> tuple[str, bool]:
    """The encoding, and whether it is a guess: a file without a mark that is no UTF-8 could be in many."""
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, False
    if b"\0" in head:
        raise BadTable(place, "not a table of text (NUL bytes)", "Save it as CSV, XLSX or Parquet")
    if _decodes(path, "utf-8"):
        return "utf-8", False
    import charset_normalizer

    best = charset_normalizer.from_bytes(head[: _CHUNK // 4]).best()
    for encoding in (best.encoding.replace("_", "-") if best else "", "windows-1252", "iso-8859-1"):
        if encoding and delimited.codec(encoding) and _decodes(path, encoding):
            return encoding, True
    raise BadTable(place, "its encoding is not known", "Save it as UTF-8")


def _decodes(path: Path, encoding: str) -> bool:
    with path.open("r", encoding=encoding, errors="strict", newline="") as file:
        try:
            while file.read(_CHUNK):
                pass
        except UnicodeDecodeError:
            return False
    return True


def _delimiter(path: Path, encoding: str) -> str:
    """The one that cuts the first rows into the most cells of one number."""
    with path.open("r", encoding=encoding, newline="") as file:
        text = file.read(_CHUNK // 4)
    best, cut = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            rows = csv.reader(io.StringIO(text), delimiter=delimiter)
            widths = Counter(len(cells) for cells in islice(rows, 200) if cells)
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        score = (width - 1) * count / max(sum(widths.values()), 1)
        if score > cut:
            best, cut = delimiter, score
    return best


def _workbook(path: Path, place: str, sheet: str | None, limits: Limits) -> Sample:
    workbook.unpacked(path, place, limits)
    blank = _blank("xlsx", sheet=sheet)
    workbook.faulty_cells(blank, path, place, limits)
    rows = tuple(tuple(cells) for _, cells in islice(workbook.read(blank, path, place), SAMPLE))
    names = tuple(workbook.sheets(path, place))
    return Sample("xlsx", rows, sheet=sheet or names[0], sheets=names)


def _parquet(path: Path, place: str) -> tuple[tuple[str | None, ...], ...]:
    import duckdb

    from onrecord.evidence.engine import connect
    from onrecord.evidence.loading import beside
    from onrecord.evidence.sql import text

    with beside(path) as name, connect(Limits()) as con:
        try:
            found = con.execute(f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet({text(name)}) LIMIT {SAMPLE}")
            header = tuple(column[0] for column in found.description or ())
            return (header, *found.fetchall())
        except duckdb.Error as error:
            problem = " ".join(str(error).split())[:200]
            raise BadTable(place, f"cannot be read as Parquet ({problem})", "Write the file again") from error
