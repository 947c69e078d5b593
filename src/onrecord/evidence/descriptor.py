"""A pack's descriptor: ``datapackage.json`` to the model.

The format is Data Package, version 2 (https://datapackage.org/standard/data-package/), with what checking needs under
``onrecord`` in each resource. What stands there is read strictly; what else a Data Package may hold is left alone,
except where leaving it alone would read the file wrongly (a quote character, a missing value of one column).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from onrecord.errors import BadDescriptor, OnrecordError, UnreadableInput
from onrecord.evidence.consistent import problems
from onrecord.evidence.guesses import code_of
from onrecord.evidence.limits import DESCRIPTOR_BYTES, MAX_FIELDS, MAX_TABLES
from onrecord.evidence.model import Coverage, Entities, Field, FieldType, Pack, Periods, Series, Table
from onrecord.evidence.paths import safe_file
from onrecord.plain import build

__all__ = ["DESCRIPTOR", "REMEDY", "Own", "load", "pack_of", "read_pack"]

DESCRIPTOR = "datapackage.json"

REMEDY = "See the reference of evidence packs"

_FORMATS = ("csv", "tsv", "parquet", "xlsx")

# Data Package v2, "Table Dialect": what may be said there with this value only, because the file would be read wrongly
# otherwise. What is not named here changes nothing.
_DIALECT: Mapping[str, Any] = {
    "header": True,
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "escapeChar": None,
    "nullSequence": None,
    "commentChar": None,
    "commentRows": None,
    "headerRows": None,
    "headerJoin": None,
}
_FIELD: Mapping[str, Any] = {"bareNumber": True, "missingValues": None, "trueValues": None, "falseValues": None}


@dataclass(frozen=True, slots=True)
class Own:
    """What a resource holds under ``onrecord``."""

    producer: str
    entities: Entities
    periods: Periods
    series: tuple[Series, ...]
    definition: str | None = None
    retrieved: str | None = None
    confirmed: bool = False
    coverage: Coverage = field(default_factory=Coverage)
    sheet: str | None = None
    header_row: int = 1
    hxl_row: int | None = None


@dataclass(frozen=True, slots=True)
class _At:
    """A value of the descriptor and its JSON path; makes the errors."""

    file: str
    path: str
    value: Any

    def fail(self, place: str, problem: str) -> BadDescriptor:
        return BadDescriptor(f"{self.file} {place}", problem, REMEDY)

    def get(self, name: str) -> _At | None:
        value = self.value.get(name)
        return None if value is None else _At(self.file, f"{self.path}.{name}", value)

    def need(self, name: str) -> _At:
        item = self.get(name)
        if item is None:
            raise self.fail(f"{self.path}.{name}", "missing field")
        return item

    def text(self, name: str, default: str | None = None) -> str | None:
        item = self.get(name)
        return default if item is None else item.a(str)

    def a(self, kind: Any) -> Any:
        return build(kind, self.value, self.path, self.fail)

    def object(self) -> _At:
        if not isinstance(self.value, dict):
            raise self.fail(self.path, f"expected an object but got {str(self.value)[:40]!r}")
        return self

    def items(self) -> list[_At]:
        if not isinstance(self.value, list):
            raise self.fail(self.path, f"expected a list but got {str(self.value)[:40]!r}")
        return [_At(self.file, f"{self.path}[{i}]", item) for i, item in enumerate(self.value)]


def read_pack(path: str | Path) -> Pack:
    """The pack in the folder ``path``, or whose descriptor ``path`` is. No table is opened.

    Raises:
        UnreadableInput: there is no descriptor, or it may not be read.
        BadDescriptor: it does not describe its tables; the place is the file and the JSON path.
        UnsafePath: a table's path leads out of the folder or is no regular file.
        TableTooLarge: the descriptor is over 10 MB.
    """
    path = Path(path)
    folder = path.parent if path.name == DESCRIPTOR and not path.is_dir() else path
    return pack_of(load(folder), folder)


def load(folder: Path) -> dict[str, Any]:
    """The JSON object of the descriptor in ``folder``; raises as :func:`read_pack` does."""
    place = str(folder / DESCRIPTOR)
    if not folder.is_dir():
        problem = "not a folder" if folder.exists() else "no such folder"
        raise UnreadableInput(str(folder), problem, f"A pack is a folder with a {DESCRIPTOR}")
    try:
        data = json.loads(
            safe_file(folder, DESCRIPTOR, DESCRIPTOR_BYTES).read_bytes().decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_no_constant,
        )
    except OnrecordError:
        raise
    except OSError as error:
        raise UnreadableInput(place, f"cannot be read ({error})", "Check its permissions") from error
    except (ValueError, RecursionError) as error:
        raise BadDescriptor(f"{place} $", f"not JSON ({str(error)[:200]})", REMEDY) from error
    if not isinstance(data, dict):
        raise BadDescriptor(f"{place} $", "expected an object", REMEDY)
    return data


def pack_of(data: dict[str, Any], folder: Path) -> Pack:
    """The pack that a descriptor's JSON describes; raises :class:`BadDescriptor` and :class:`UnsafePath`."""
    top = _At(str(folder / DESCRIPTOR), "$", data)
    resources = top.need("resources").items()
    if len(resources) > MAX_TABLES:
        raise top.fail("$.resources", f"{len(resources)} tables, over the limit of {MAX_TABLES}")
    tables = tuple(_table(item.object(), top, folder) for item in resources)
    pack = Pack(top.text("name") or folder.resolve().name, folder, tables, top.text("title"))
    for where, problem in problems(pack):
        raise top.fail(where, problem)
    return pack


def _table(at: _At, top: _At, folder: Path) -> Table:
    path = at.need("path").a(str)
    safe_file(folder, path, 1 << 62)
    own: Own = at.need("onrecord").a(Own)
    schema = at.need("schema").object()
    fields = schema.need("fields").items()
    if len(fields) > MAX_FIELDS:
        raise at.fail(f"{at.path}.schema.fields", f"{len(fields)} fields, over the limit of {MAX_FIELDS}")
    dialect = at.get("dialect")
    if dialect:
        _only(dialect.object(), _DIALECT)
    if at.get("compression"):
        raise at.fail(f"{at.path}.compression", "compressed files are not read")
    return Table(
        name=at.need("name").a(str),
        path=path,
        format=_format(at, path),
        fields=tuple(_field(item.object()) for item in fields),
        entities=own.entities,
        periods=own.periods,
        series=tuple(replace(each, unit=code_of(each.unit)) for each in own.series),
        producer=own.producer,
        title=at.text("title"),
        definition=own.definition,
        source=_first(at, top, "sources", ("path", "title", "email")),
        licence=_first(at, top, "licenses", ("name", "title", "path")),
        retrieved=own.retrieved,
        coverage=own.coverage,
        missing=_missing(schema),
        encoding=at.text("encoding", "utf-8") or "utf-8",
        delimiter=dialect.text("delimiter") if dialect else None,
        sheet=own.sheet,
        header_row=own.header_row,
        hxl_row=own.hxl_row,
        confirmed=own.confirmed,
    )


def _format(at: _At, path: str) -> Any:
    """The format that is stated, else that of the file's ending, as Data Package has it."""
    stated = at.text("format") or Path(path).suffix.removeprefix(".").lower()
    if stated.lower() not in _FORMATS:
        raise at.fail(f"{at.path}.format", f"expected one of {', '.join(_FORMATS)} but got {stated!r}")
    return stated.lower()


def _field(at: _At) -> Field:
    kind = at.text("type", "string")
    if kind not in get_args(FieldType):
        hint = ", with a format such as '%Y-%m-%d %H:%M' for dates with a time" if kind in ("datetime", "time") else ""
        raise at.fail(f"{at.path}.type", f"expected one of {', '.join(get_args(FieldType))}{hint} but got {kind!r}")
    _only(at, _FIELD)
    form = at.text("format")
    return Field(
        name=at.need("name").a(str),
        type=kind,  # type: ignore[arg-type]  # checked above
        description=at.text("description"),
        format=None if form == "default" else form,
        decimal=at.text("decimalChar", ".") or ".",
        group=at.text("groupChar"),
    )


def _missing(schema: _At) -> tuple[str, ...]:
    """The markers of missing values: text, or (version 2) objects with a value and a label."""
    item = schema.get("missingValues")
    if item is None:
        return ("",)
    return tuple(each.need("value").a(str) if isinstance(each.value, dict) else each.a(str) for each in item.items())


def _only(at: _At, allowed: Mapping[str, Any]) -> None:
    for name, value in allowed.items():
        if name in at.value and at.value[name] != value:
            raise at.fail(f"{at.path}.{name}", f"{at.value[name]!r} is not supported here")


def _first(at: _At, top: _At, name: str, parts: tuple[str, ...]) -> str | None:
    """The first of the resource's sources or licences, else of the package's, by the first of ``parts`` it has."""
    listed = at.get(name) or top.get(name)
    if listed is None or not listed.items():
        return None
    first = listed.items()[0].object()
    return next((text for text in (first.text(part) for part in parts) if text), None)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, in which no name may stand twice: which of the two is meant cannot be known."""
    data = dict(pairs)
    if len(data) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {twice[:40]!r} stands twice in one object")
    return data


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
