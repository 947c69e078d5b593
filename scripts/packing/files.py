"""The text of the files of a pack: tables as CSV, the descriptor as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Plain = dict[str, Any]


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV: comma, line feed, None as nothing between two commas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return out.getvalue()


def resource(
    name: str,
    title: str,
    fields: Mapping[str, tuple[str, str]],
    onrecord: Plain,
    source: tuple[str, str | None] | None = None,
    licence: Plain | None = None,
) -> Plain:
    """A resource of the descriptor for `name`.csv; fields are type and description by column, a source is its title
    and address."""
    plain: Plain = {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "encoding": "utf-8",
        "title": title,
        "schema": {
            "fields": [{"name": key, "type": kind, "description": text} for key, (kind, text) in fields.items()],
            "missingValues": [""],
        },
    }
    if source:
        plain["sources"] = [{"title": source[0], "path": source[1]} if source[1] else {"title": source[0]}]
    if licence:
        plain["licenses"] = [licence]
    return plain | {"onrecord": {**onrecord, "confirmed": True}}


def series(name: str, property: str, column: str | None, unit: str, sort: str, **more: Any) -> Plain:
    """A series; what is None or empty is left out, as every default is."""
    return {"name": name, "property": property, "column": column, "unit": unit, "sort": sort} | {
        key: value for key, value in more.items() if value not in (None, (), [], {})
    }


def package(name: str, title: str, description: str, resources: Sequence[Plain]) -> str:
    """The text of datapackage.json."""
    plain = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": title,
        "description": description,
        "resources": list(resources),
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
