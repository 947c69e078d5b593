"""Evidence with its names exchanged: a pack's descriptor and the texts in its tables, in a folder of their own.

The rules are those of the document's text (:mod:`onrecord.audit.swap`). Exchanged are the names in what a descriptor
says in words (titles, properties and their synonyms, entities, producers, definitions) and in the cells of text
columns. Numbers, dates, addresses, file names, names of columns, series and tables, and markers of missing values stay.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.audit.names import Names
from onrecord.audit.swap import Finder, Occurrence, rewrite
from onrecord.errors import BadTable
from onrecord.evidence import delimited
from onrecord.evidence.descriptor import DESCRIPTOR, load
from onrecord.evidence.limits import Limits
from onrecord.evidence.model import Pack, Table
from onrecord.evidence.paths import safe_file
from onrecord.evidence.rows import Numbered, positions
from onrecord.evidence.sql import name as quoted
from onrecord.evidence.store import Store

__all__ = ["Changes", "Exchange", "NotSwapped", "Texts", "changes", "texts", "write"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")

# Where a descriptor has words, by their keys; "*" is any place in a list or any key of an object.
_WORDS: tuple[tuple[str, ...], ...] = (
    ("title",),
    ("description",),
    ("sources", "*", "title"),
    ("schema", "fields", "*", "description"),
    ("onrecord", "producer"),
    ("onrecord", "definition"),
    ("onrecord", "coverage", "places", "*"),
    ("onrecord", "entities", "constant"),
    *(("onrecord", "series", "*", key) for key in ("property", "counted", "definition", "producer", "source")),
    *(("onrecord", "series", "*", key, "*") for key in ("synonyms", "stands_for")),
)


class NotSwapped(Exception):
    """Why a pack cannot be swapped as the text is; no error of the user's, for the audit then counts nothing."""


Texts = Mapping[str, Mapping[str, frozenset[str]]]
"""The different texts in each column of words, by the table's name and the column's."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Names that are found, and the actors that are put in their places."""

    finder: Finder
    actors: Sequence[Names]

    def __call__(self, text: str) -> str:
        """``text`` with its names exchanged."""
        found = self.found(text)
        return rewrite(text, found, self.actors).text if found else text

    def found(self, text: str) -> list[Occurrence]:
        """The names in ``text``; what stands in an address is none."""
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        found = self.finder.find(text)
        return [item for item in found if not any(start <= item.start < end for start, end in addresses)]


@dataclass(frozen=True, slots=True)
class Changes:
    """A pack's descriptor with other names, and the names of the tables in whose cells there are any."""

    descriptor: Mapping[str, Any]
    tables: frozenset[str]


def texts(store: Store) -> dict[str, Texts]:
    """The texts in the confirmed tables of the store's packs, by the pack's name.

    Raises:
        EvidenceError: a table cannot be read, or has more texts than an answer holds.
    """
    return {
        pack.name: {table.name: _texts(store, pack, table) for table in pack.tables if table.confirmed}
        for pack in store.packs
    }


def _texts(store: Store, pack: Pack, table: Table) -> dict[str, frozenset[str]]:
    found = {}
    for column in map(quoted, _columns(table)):
        sql = f"SELECT DISTINCT {column} FROM {quoted(table.name)} WHERE {column} IS NOT NULL"  # noqa: S608
        found[column] = frozenset(str(row[0]) for row in store.run(pack, table, sql))
    return dict(zip(_columns(table), found.values(), strict=True))


def changes(pack: Pack, known: Texts, change: Callable[[str], str]) -> Changes | None:
    """What of ``pack`` is another with its names changed; None where there is none of them in it.

    ``known`` are the :func:`texts` of its tables.
    """
    before = load(pack.folder)
    after = {**_worded(before, change), "resources": [_resource(each, change) for each in before["resources"]]}
    tables = frozenset(
        name for name, found in known.items() if any(change(each) != each for held in found.values() for each in held)
    )
    return Changes(after, tables) if tables or after != before else None


def write(pack: Pack, known: Texts, changed: Changes, exchange: Exchange, into: Path) -> None:
    """Writes ``pack`` with its names exchanged into the folder ``into``, which is made.

    Raises:
        NotSwapped: two names would become one, or names stand in cells of a file that is not written here.
        BadTable, UnreadableInput, UnsafePath, TableTooLarge: a file cannot be read.
    """
    _apart(pack, known, exchange)
    into.mkdir(parents=True)
    resources = [dict(each) for each in changed.descriptor["resources"]]
    for file in dict.fromkeys(table.path for table in pack.tables):
        tables = [table for table in pack.tables if table.path == file]
        path, target = safe_file(pack.folder, file, Limits().file_bytes), into / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if not any(table.name in changed.tables for table in tables):
            shutil.copyfile(path, target)
        elif tables[0].format in ("csv", "tsv"):
            _write(tables, path, target, exchange)
        else:
            raise NotSwapped(f"names stand in the cells of {file}, which is neither CSV nor TSV")
        for table, resource in zip(pack.tables, resources, strict=True):
            if table in tables and any(each.name in changed.tables for each in tables):
                resource["encoding"] = "utf-8"
    descriptor = json.dumps({**changed.descriptor, "resources": resources}, ensure_ascii=False)
    (into / DESCRIPTOR).write_text(descriptor, encoding="utf-8")


def _columns(table: Table) -> list[str]:
    """The columns whose texts may be names: not those of periods and of values."""
    taken = {table.periods.column, table.periods.last, *(series.column for series in table.series)}
    return [field.name for field in table.fields if field.type == "string" and field.name not in taken]


# The descriptor ---------------------------------------------------------------------------------------------


def _worded(data: Any, exchange: Callable[[str], str]) -> Any:
    for keys in _WORDS:
        data = _at(data, keys, exchange)
    return data


def _resource(data: dict[str, Any], exchange: Callable[[str], str]) -> dict[str, Any]:
    data = _worded(data, exchange)
    own = data["onrecord"]
    if names := own["entities"].get("names"):
        renamed = {exchange(value): _once(map(exchange, [value, *others]))[1:] for value, others in names.items()}
        own = {**own, "entities": {**own["entities"], "names": renamed}}
    words = {field["name"] for field in data["schema"]["fields"] if field.get("type", "string") == "string"}
    series = [
        {**each, "where": {key: exchange(text) if key in words else text for key, text in each["where"].items()}}
        if each.get("where")
        else each
        for each in own["series"]
    ]
    return {**data, "onrecord": {**own, "series": series}}


def _at(data: Any, keys: Sequence[str], change: Callable[[str], str]) -> Any:
    """``data`` with the text at ``keys`` changed; what is not there is let be."""
    if not keys:
        return change(data) if isinstance(data, str) else data
    key, rest = keys[0], keys[1:]
    if key == "*" and isinstance(data, list):
        return _once([_at(each, rest, change) for each in data])
    if key == "*" and isinstance(data, dict):
        return {name: _at(each, rest, change) for name, each in data.items()}
    if isinstance(data, dict) and key in data:
        return {**data, key: _at(data[key], rest, change)}
    return data


def _once(items: Iterable[Any]) -> list[Any]:
    """The items without repetitions: two forms of one actor may become one form of another."""
    found: list[Any] = []
    for item in items:
        if not (isinstance(item, str) and item in found):
            found.append(item)
    return found


def _apart(pack: Pack, known: Texts, exchange: Exchange) -> None:
    """Raises :class:`NotSwapped` where two producers, entities or values of a condition would be called the same."""
    producers = [s.producer or t.producer for t in pack.tables for s in t.series]
    _different(producers, exchange, pack.name)
    for table in pack.tables:
        entities = table.entities
        columns = known.get(table.name, {})
        constant = [entities.constant] if entities.constant else []
        _different([*constant, *entities.names, *columns.get(entities.column or "", ())], exchange, table.path)
        for column in {key for series in table.series for key in series.where}:
            _different(columns.get(column, ()), exchange, table.path)


def _different(values: Iterable[str], exchange: Exchange, place: str) -> None:
    made: dict[str, str] = {}
    for value in sorted(set(values)):
        other = made.setdefault(exchange(value), value)
        if other != value:
            raise NotSwapped(f"“{other}” and “{value}” of {place} would get one name")


# The tables -------------------------------------------------------------------------------------------------


def _write(tables: Sequence[Table], path: Path, target: Path, exchange: Exchange) -> None:
    """The file of ``tables`` with the names in their columns of words exchanged, in UTF-8; rows keep their numbers."""
    table, place = tables[0], str(path)
    rows: list[Numbered] = list(delimited.read(table, path, place))
    header = next((cells for row, cells in rows if row == table.header_row), None)
    if header is None:
        raise BadTable(place, f"no header in row {table.header_row}", "Check header_row in the descriptor")
    at = {
        field.name: i for each in tables for field, i in zip(each.fields, positions(each, header, place), strict=True)
    }
    columns = sorted({at[name] for each in tables for name in _columns(each)})
    above = max(table.hxl_row or 0, table.header_row)
    missing = {marker.strip() for marker in table.missing}
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=table.delimiter or ("\t" if table.format == "tsv" else ","))
        for row, cells in rows:
            if row > above and len(cells) >= len(header):
                for column in columns:
                    cells[column] = _cell(cells[column] or "", missing, exchange)
            writer.writerow(cells)


def _cell(cell: str, missing: set[str], exchange: Exchange) -> str:
    bare = cell.strip(" \t\r\n\u00a0\ufeff")  # as it is read; else a name would begin a sentence here but not there
    return cell if bare in missing else exchange(bare)
