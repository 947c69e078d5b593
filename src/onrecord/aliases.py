"""Alias tables: CSV files in which the user says which names are whose.

The columns are ``name, alias, id, kind, language, from, to, source`` in any order; ``id`` and one of ``name`` and
``alias`` are needed. Every row's name is an alias too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import get_args

from onrecord.errors import BadAliasRow, InputTooLarge, InvalidDate, UnreadableInput
from onrecord.record import ActorKind

__all__ = ["COLUMNS", "AliasRow", "AliasTable", "packaged", "read_aliases"]

COLUMNS = ("name", "alias", "id", "kind", "language", "from", "to", "source")
LIMIT = 50_000_000  # bytes of one table: about a million rows
_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_REMEDY = "See “Give actors identities” for the columns, and write the row again"


@dataclass(frozen=True, slots=True)
class AliasRow:
    """One alias of one id; ``first`` and ``last`` are EDTF dates between which it holds, None without an end.

    ``kind`` and ``language`` are None where the row fits any; ``source`` is who says so, by default the file's name.
    """

    name: str
    alias: str
    id: str
    kind: ActorKind | None = None
    language: str | None = None
    first: str | None = None
    last: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class AliasTable:
    """The rows of one table; two tables are the same only where they are one object, so that an index is made once."""

    rows: tuple[AliasRow, ...]


def read_aliases(path: str | PathLike[str]) -> AliasTable:
    """The alias table in the CSV file at ``path`` (UTF-8); read again only where the file has changed.

    Raises:
        UnreadableInput: the file cannot be opened.
        InputTooLarge: it has over 50 MB.
        BadAliasRow: a row is not one; the error names file and row.
    """
    file = Path(path)
    try:
        state = file.stat()
        if state.st_size > LIMIT:
            raise InputTooLarge(str(path), f"over {LIMIT // 1_000_000} MB", "Split it; --aliases can be given again")
        return _read(file, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or str(error), "Check the path") from error


@lru_cache(maxsize=32)
def _read(path: Path, changed: int, size: int) -> AliasTable:
    """The table; ``changed`` and ``size`` tell one state of the file from another."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadAliasRow(str(path), f"byte {error.start} is not UTF-8", "Save the table as UTF-8") from error
    return AliasTable(tuple(_rows(text, str(path), path.name)))


@cache
def packaged() -> AliasTable:
    """The table that comes with the package: states, the United Nations, the European Union."""
    path = files("onrecord.normalise.identities").joinpath("data", "states.csv")
    return AliasTable(tuple(_rows(path.read_text(encoding="utf-8"), "states.csv", "states.csv")))


def _rows(text: str, path: str, source: str) -> Iterator[AliasRow]:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = [cell.strip().lower() for cell in next(lines, [])]
        _check_head(head, path)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield from _row(head, [cell.strip() for cell in cells], f"{path} row {lines.line_num}", source)
    except csv.Error as error:
        raise BadAliasRow(f"{path} row {lines.line_num}", str(error), _REMEDY) from error


def _check_head(head: list[str], path: str) -> None:
    if unknown := [name for name in head if name not in COLUMNS]:
        raise _bad(f"{path} row 1", f"no column is called {_shown(unknown[0])}: they are {', '.join(COLUMNS)}")
    if len(set(head)) < len(head):
        raise _bad(f"{path} row 1", "a column is there twice")
    if "id" not in head or not {"name", "alias"} & set(head):
        raise _bad(f"{path} row 1", "the columns id and name or alias are needed")


def _row(head: list[str], cells: list[str], place: str, source: str) -> Iterable[AliasRow]:
    if len(cells) != len(head):
        raise _bad(place, f"{len(cells)} cells under {len(head)} columns")
    found = dict(zip(head, cells, strict=True))
    name, alias, id = found.get("name", ""), found.get("alias", ""), found["id"]
    if not name and not alias:
        raise _bad(place, "no name and no alias")
    if not id or len(id.split()) > 1:
        raise _bad(place, f"{_shown(id)} is no id: one is needed, without spaces")
    kind, language = found.get("kind") or None, found.get("language") or None
    known = next((each for each in _KINDS if each == kind), None)
    if kind and not known:
        raise _bad(place, f"{_shown(kind)} is no kind: it is {', '.join(_KINDS)} or empty")
    if language and not _LANGUAGE.fullmatch(language):
        raise _bad(place, f"{_shown(language)} is no language code such as en or pt-BR")
    first, last = (_date(found.get(end, ""), place) for end in ("from", "to"))
    if first and last and first[: len(last)] > last:
        raise _bad(place, f"it ends ({last}) before it begins ({first})")
    said_by = found.get("source") or source
    forms = dict.fromkeys((alias or name, name or alias))
    return [AliasRow(name or alias, form, id, known, language, first, last, said_by) for form in forms]


def _date(value: str, place: str) -> str | None:
    from onrecord.documents.dates import parse_published

    try:
        return parse_published(value, place=place) if value else None
    except InvalidDate as error:
        raise BadAliasRow(place, error.problem, error.remedy) from error


def _bad(place: str, problem: str) -> BadAliasRow:
    return BadAliasRow(place, problem, _REMEDY)


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:40] + "…")
