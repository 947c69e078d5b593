"""A description into a pack's descriptor, leaving alone whatever else stands there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from onrecord.errors import UnwritableOutput
from onrecord.evidence.descriptor import DESCRIPTOR, Own, load, pack_of
from onrecord.evidence.model import Field, Pack, Table
from onrecord.plain import plain

__all__ = ["put", "resource_of"]


def resource_of(table: Table) -> dict[str, Any]:
    """The table as a resource of a Data Package; what has its default is left out."""
    own = Own(
        producer=table.producer,
        entities=table.entities,
        periods=table.periods,
        series=table.series,
        definition=table.definition,
        retrieved=table.retrieved,
        confirmed=table.confirmed,
        coverage=table.coverage,
        sheet=table.sheet,
        header_row=table.header_row,
        hxl_row=table.hxl_row,
    )
    schema: dict[str, Any] = {"fields": [_field(field) for field in table.fields]}
    if table.missing != ("",):
        schema["missingValues"] = list(table.missing)
    resource: dict[str, Any] = {"name": table.name, "type": "table", "path": table.path, "format": table.format}
    if table.title:
        resource["title"] = table.title
    if table.encoding != "utf-8":
        resource["encoding"] = table.encoding
    if table.delimiter:
        resource["dialect"] = {"delimiter": table.delimiter}
    resource["schema"] = schema
    if table.source:
        resource["sources"] = [{"path" if _is_address(table.source) else "title": table.source}]
    if table.licence:
        kind = "path" if _is_address(table.licence) else "name" if re.fullmatch(r"[\w.-]+", table.licence) else "title"
        resource["licenses"] = [{kind: table.licence}]
    resource["onrecord"] = plain(own, defaults=False)
    return resource


def put(folder: Path, *tables: Table) -> Pack:
    """Writes the tables into the descriptor of ``folder`` (made where there is none), each in place of one of its name.

    Returns the pack as read back; other resources and fields of the descriptor stay as they are.

    Raises:
        BadDescriptor, UnsafePath: the descriptor there, or what it would be, is none; nothing is written.
        UnwritableOutput: it cannot be written.
    """
    path = folder / DESCRIPTOR
    data: dict[str, Any] = {"name": folder.resolve().name, "resources": []}
    if path.exists():
        data = load(folder)
        pack_of(data, folder)
    resources = list(data.get("resources", []))
    for table in tables:
        resource = resource_of(table)
        place = next((i for i, each in enumerate(resources) if each.get("name") == table.name), None)
        if place is None:
            resources.append(resource)
        else:
            resources[place] = resource
    data = {**data, "resources": resources}
    pack = pack_of(data, folder)
    beside = path.with_suffix(".json.part")
    try:
        beside.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise UnwritableOutput(str(path), f"cannot be written ({error})", "Choose another folder") from error
    return pack


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": field.type}
    if field.format:
        described["format"] = field.format
    if field.decimal != ".":
        described["decimalChar"] = field.decimal
    if field.group:
        described["groupChar"] = field.group
    if field.description:
        described["description"] = field.description
    return described


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))
