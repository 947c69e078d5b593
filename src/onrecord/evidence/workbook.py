"""A sheet of an XLSX file as rows of text: the values that were last computed, and where they are lacking.

calamine gives a formula's cached value, and an empty cell where there is none, which would pass for a missing figure.
So the sheet's own XML is looked through for cells with a formula and no value, and for errors (#DIV/0!).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from onrecord.errors import BadTable, TableTooLarge
from onrecord.evidence.limits import Limits
from onrecord.evidence.model import Table
from onrecord.evidence.rows import Numbered, too_many

__all__ = ["CellFault", "faulty_cells", "read", "sheets", "unpacked"]

CellFault = tuple[int, int, str]
"""Row and column of a cell (from 1) and what is wrong with it."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REMEDY = "Save it as XLSX, or as CSV"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def unpacked(path: Path, place: str, limits: Limits) -> list[str]:
    """The names in the archive.

    Raises:
        BadTable: not an XLSX file.
        TableTooLarge: it claims to unpack to more than the limit.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadTable(place, f"not an XLSX file ({error})", _REMEDY) from error
    size = sum(entry.file_size for entry in entries)
    if size > limits.file_bytes:
        problem = f"claims {size / 1e6:,.0f} MB unpacked, over the limit of {limits.file_bytes / 1e6:,.0f} MB"
        raise TableTooLarge(place, problem, "Save the sheet as CSV, with only the columns and rows that are needed")
    names = [entry.filename for entry in entries]
    if "xl/workbook.xml" not in names:
        raise BadTable(place, "not an XLSX file (no workbook in it)", _REMEDY)
    return names


def read(table: Table, path: Path, place: str) -> Iterator[Numbered]:
    """The rows of the sheet that the table names (else the first), from row 1; raises :class:`BadTable`.

    Call :func:`faulty_cells` first: it sees whether the sheet is there and not too large.
    """
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        sheet = book.get_sheet_by_name(table.sheet if table.sheet is not None else book.sheet_names[0])
    except (calamine.CalamineError, calamine.WorksheetNotFound, OSError, ValueError) as error:
        raise BadTable(place, f"cannot be read ({error})", _REMEDY) from error
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        yield number, [_text(cell) for cell in row]


def sheets(path: Path, place: str) -> list[str]:
    """The names of the sheets; raises :class:`BadTable`."""
    import python_calamine as calamine

    try:
        return list(calamine.CalamineWorkbook.from_path(str(path)).sheet_names)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise BadTable(place, f"cannot be read ({error})", _REMEDY) from error


def _text(cell: Any) -> str | None:
    """A cell's value as text. Whole numbers come as floats; dates are ISO 8601."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date | time | timedelta):
        return cell.isoformat() if not isinstance(cell, timedelta) else str(cell)
    return str(cell)


def faulty_cells(table: Table, path: Path, place: str, limits: Limits) -> list[CellFault]:
    """The cells of the sheet that hold an error, or a formula without a value.

    Raises:
        BadTable: the sheet cannot be read.
        TableTooLarge: its last row and last column make more cells than the limit, however few of them are filled.
    """
    from lxml import etree

    found: list[CellFault] = []
    height = width = 0
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_sheet(archive, table.sheet, place)) as file:
            for _, cell in etree.iterparse(
                file, events=("end",), tag=f"{_MAIN}c", resolve_entities=False, no_network=True, huge_tree=False
            ):
                where = _REFERENCE.fullmatch(cell.get("r") or "")
                if where:
                    height, width = max(height, int(where[2])), max(width, _column(where[1]))
                if height > limits.rows or height * width > limits.sheet_cells:
                    raise too_many(place, limits)
                value = cell.findtext(f"{_MAIN}v")
                if where and cell.get("t") == "e":
                    found.append((int(where[2]), _column(where[1]), f"the error {(value or '')[:20]}"))
                elif where and not value and cell.find(f"{_MAIN}f") is not None and cell.get("t") != "str":
                    problem = "a formula that was never computed; open the file in a spreadsheet program and save it"
                    found.append((int(where[2]), _column(where[1]), problem))
                row = cell.getparent()
                cell.clear()
                while row is not None and cell.getprevious() is not None:
                    del row[0]
                while row is not None and row.getprevious() is not None:
                    del row.getparent()[0]
    except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError) as error:
        raise BadTable(place, f"cannot be read ({str(error)[:200]})", _REMEDY) from error
    return found


def _sheet(archive: zipfile.ZipFile, name: str | None, place: str) -> str:
    """The file of the sheet of that name, else of the first; raises :class:`BadTable` where there is none."""
    sheets = {item.get("name"): item.get(_RELATION) for item in _xml(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet")}
    wanted = name if name is not None else next(iter(sheets), None)
    if wanted not in sheets:
        shown = ", ".join(repr(str(each)[:40]) for each in list(sheets)[:20]) or "none"
        raise BadTable(place, f"no sheet {str(wanted)[:40]!r}", f"The sheets are: {shown}")
    for item in _xml(archive, "xl/_rels/workbook.xml.rels"):
        if item.get("Id") == sheets[wanted]:
            target = str(item.get("Target"))
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(f"the sheet {wanted!r}")


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
