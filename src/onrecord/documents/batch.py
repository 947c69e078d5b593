"""JSON Lines: a text a line, ``{"id", "text"}`` and at will ``"published"``, ``"title"``, ``"publisher"``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.documents.build import from_text
from onrecord.documents.decode import LIMIT
from onrecord.errors import BadBatchLine, InvalidDate
from onrecord.record import Document

__all__ = ["from_batch"]

_REMEDY = 'Write each line as {"id": "1", "text": "…", "published": "2024-05-03"}'


def from_batch(
    lines: Iterable[str | bytes],
    *,
    source: str = "-",
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Iterator[Document | BadBatchLine]:
    """A document for each line, or the error that names it; blank lines are passed over.

    ``document.id`` is the line's ``id`` and ``document.text`` its ``text``, unchanged. What a line says goes
    before ``published``, ``publisher`` and ``title``, which stand for lines that do not say it; other keys
    are ignored. Raises :class:`~onrecord.errors.InvalidDate` where ``published`` itself is not a date.
    """
    shared = {"published": published, "publisher": publisher, "title": title}
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{source}:{number}"
            try:
                yield _document(line, place, source, shared)
            except BadBatchLine as error:
                yield error


def _document(line: str | bytes, place: str, source: str, shared: dict[str, str | None]) -> Document:
    fields = _fields(line, place)
    said = {key: _string(fields, key, place) or value for key, value in shared.items()}
    id, text = _string(fields, "id", place), _string(fields, "text", place)
    if not id or text is None:
        raise BadBatchLine(place, f"{'text' if id else 'id'} is missing", _REMEDY)
    try:
        return from_text(text, id=id, source=source, **said)
    except InvalidDate as error:
        if not fields.get("published"):
            raise
        raise BadBatchLine(place, f"published: {error.problem}", error.remedy) from error


def _fields(line: str | bytes, place: str) -> dict[str, Any]:
    if len(line) > LIMIT:
        raise BadBatchLine(place, f"longer than {LIMIT // 1_000_000} MB", "Split the text")
    try:
        decoded = line.decode("utf-8-sig") if isinstance(line, bytes) else line.removeprefix("\ufeff")
        fields = json.loads(decoded)
    except UnicodeDecodeError as error:
        raise BadBatchLine(place, "not UTF-8", _REMEDY) from error
    except (ValueError, RecursionError) as error:
        raise BadBatchLine(place, f"not JSON ({error})", _REMEDY) from error
    if not isinstance(fields, dict):
        raise BadBatchLine(place, "not a JSON object", _REMEDY)
    return fields


def _string(fields: dict[str, Any], key: str, place: str) -> str | None:
    value = fields.get(key)
    if value is None or isinstance(value, str):
        return value
    raise BadBatchLine(place, f"{key} is not a string", _REMEDY)
