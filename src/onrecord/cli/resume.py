"""Going on with a JSON Lines file: which documents it holds, and a last line that was cut off."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.cli.sinks import unwritable
from onrecord.errors import InvalidRecord
from onrecord.record import SCHEMA

__all__ = ["begun", "part_of", "take_up"]

_REMEDY = "Name a file that onrecord wrote with --format jsonl, or leave out --resume"


def part_of(path: Path) -> Path:
    """The file that grows while ``path`` is being written."""
    return path.with_name(path.name + ".part")


def begun(path: Path) -> Path:
    """The file to go on with: the unfinished one where a run was killed, else ``path`` itself."""
    part = part_of(path)
    return part if part.exists() else path


def take_up(path: Path) -> frozenset[str]:
    """The ids of the documents in ``path``, after cutting off a last line that was not finished.

    Raises:
        InvalidRecord: another line than an unfinished last one is not a record.
        UnwritableOutput: the file cannot be read or cut.
    """
    ids: set[str] = set()
    whole = 0
    try:
        with path.open("r+b") as file:
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n"):
                    break
                ids.add(_document_id(line, f"{path} line {number}"))
                whole += len(line)
            file.truncate(whole)
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise unwritable(path, error) from error
    return frozenset(ids)


def _document_id(line: bytes, place: str) -> str:
    try:
        record = json.loads(line)
        found = record["document"]["id"] if record["schema"] == SCHEMA else None
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise InvalidRecord(place, "not a record", _REMEDY) from error
    if not isinstance(found, str):
        raise InvalidRecord(place, f"not a record of {SCHEMA}", _REMEDY)
    return found
