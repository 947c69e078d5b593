"""The formats this program reads: one line each, and how a file's format is told.

A format is a module with ``parse(data: bytes, place: str) -> Parsed``, imported when first needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath

from onrecord.documents.parsed import Parsed
from onrecord.errors import UnknownFormat

__all__ = ["BATCH", "BATCH_SUFFIXES", "FORMATS", "NAMES", "Format", "by_name", "sniff"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name for ``--from``, media type, file suffixes and the module that parses it."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    module: str

    def parse(self, data: bytes, place: str) -> Parsed:
        """The text and metadata in ``data``; raises :class:`~onrecord.errors.InputError`."""
        parsed: Parsed = import_module(self.module).parse(data, place)
        return parsed


TEXT = Format("text", "text/plain", (".txt", ".text"), "onrecord.documents.text")
MARKDOWN = Format("markdown", "text/markdown", (".md", ".markdown"), "onrecord.documents.markdown")
HTML = Format("html", "text/html", (".html", ".htm", ".xhtml"), "onrecord.documents.html")

FORMATS = {format.name: format for format in (TEXT, MARKDOWN, HTML)}

# JSON Lines holds many documents a file, one a line, and is read by batch.py.
BATCH = "jsonl"
BATCH_SUFFIXES = (".jsonl", ".ndjson")

NAMES = (*FORMATS, BATCH)

_HTML_HEAD = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)


def by_name(name: str) -> Format:
    """The format called ``name``; raises :class:`UnknownFormat` with the nearest names."""
    if name in FORMATS:
        return FORMATS[name]
    if name == BATCH:
        raise UnknownFormat(f"--from {name}", "holds many documents, not one", "Use from_batch or read_inputs")
    near = get_close_matches(name.lower(), NAMES, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise UnknownFormat(f"--from {name}", "no such format", f"{hint}Choose one of {', '.join(NAMES)}")


def sniff(data: bytes, source: str) -> Format:
    """The format of ``data``: by the suffix of ``source``, else HTML by its head, else text."""
    suffix = PurePath(source).suffix.lower()
    for format in FORMATS.values():
        if suffix in format.suffixes:
            return format
    # UTF-16 pages have a NUL beside each letter of their tags.
    head = data[:2048].replace(b"\0", b"")
    return HTML if _HTML_HEAD.search(head) else TEXT
