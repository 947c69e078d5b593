"""Records as text, JSON, JSON Lines or HTML, into a sink or as one file each in a folder."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import Protocol

from onrecord.api import Part
from onrecord.cli.resume import part_of
from onrecord.cli.sinks import Appended, Replaced, Sink, Stdout
from onrecord.record import Record

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Folder",
    "Report",
    "Separated",
    "Writer",
    "is_folder",
    "separated",
    "terminal",
    "writer",
]

FORMATS = ("text", "json", "jsonl", "html")
SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
}


class Writer(Protocol):
    """Takes records one by one."""

    def add(self, record: Record) -> None:
        """Writes one record."""

    def finish(self) -> None:
        """No more records come."""

    def abandon(self) -> None:
        """Ends without a result."""


class Separated:
    """Records one after another, each written as soon as it is there."""

    def __init__(
        self,
        sink: Sink,
        render: Callable[[Record], str],
        *,
        head: str = "",
        between: str = "",
        tail: str = "",
        even_empty: bool = False,
    ) -> None:
        self._sink, self._render = sink, render
        self._head, self._between, self._tail = head, between, tail
        self._even_empty = even_empty
        self._begun = False

    def add(self, record: Record) -> None:
        """Writes the record after the separator."""
        self._sink.write((self._between if self._begun else self._head) + self._render(record))
        self._begun = True

    def finish(self) -> None:
        """Writes the end; without a record there is no result, unless an empty one is meant."""
        if not self._begun and not self._even_empty:
            self._sink.abandon()
            return
        self._sink.write(self._tail if self._begun else self._head + self._tail)
        self._sink.finish()

    def abandon(self) -> None:
        """Leaves the sink as it is."""
        self._sink.abandon()


class Report:
    """One HTML report on all records, which it therefore keeps."""

    def __init__(self, sink: Sink, only: tuple[Part, ...] = ()) -> None:
        self._sink, self._only = sink, only
        self._records: list[Record] = []

    def add(self, record: Record) -> None:
        """Keeps the record for the report."""
        self._records.append(record)

    def finish(self) -> None:
        """Writes the report; without a record there is none."""
        if not self._records:
            self._sink.abandon()
            return
        from onrecord import publish
        from onrecord.cli.doctor import model_hash

        reads = not self._only or {"attributions", "actors"} & set(self._only)
        model = model_hash() if reads else None
        self._sink.write(publish.to_html(self._records, model=model, only=self._only))
        self._sink.finish()

    def abandon(self) -> None:
        """Leaves the sink as it is."""
        self._sink.abandon()


class Folder:
    """One file for each record, named after its source; a name that is taken gets a number."""

    def __init__(self, folder: Path, suffix: str, single: Callable[[Sink], Writer]) -> None:
        self._folder, self._suffix, self._single = folder, suffix, single
        self._taken: dict[str, int] = {}

    def add(self, record: Record) -> None:
        """Writes the record's file."""
        single = self._single(Replaced(self._folder / self._name(record)))
        try:
            single.add(record)
            single.finish()
        except BaseException:
            single.abandon()
            raise

    def finish(self) -> None:
        """Every file is written already."""

    def abandon(self) -> None:
        """The files that are written stay."""

    def _name(self, record: Record) -> str:
        document = record.document
        # A given id is the better name: the lines of a batch share one source.
        base = PurePath(document.source).stem if document.id == document.sha256 else document.id
        safe = re.sub(r"[^\w.-]", "_", base).strip(".")[:80] or "document"
        number = self._taken[safe] = self._taken.get(safe, 0) + 1
        return f"{safe}{self._suffix}" if number == 1 else f"{safe}-{number}{self._suffix}"


def is_folder(out: str) -> bool:
    """Whether ``--out`` names a folder: one that is there, or a name that ends as one."""
    return out.endswith(("/", os.sep)) or Path(out).is_dir()


def writer(
    format: str,
    out: str | None,
    *,
    several: bool,
    grow: Path | None = None,
    only: tuple[Part, ...] = (),
    statements: bool = True,
) -> Writer:
    """The writer for ``--format`` and ``--out``; ``grow`` is the file that ``--resume`` goes on with.

    With ``only``, text and html show a table of each of these parts and nothing else; without ``statements``, text
    shows what was checked and the sums.
    """
    show = partial(_view, only=only, statements=statements)
    if out is None:
        return _into(Stdout(), format, several, partial(show, terminal=terminal()), only)
    view = partial(show, terminal=(80, False))
    if is_folder(out):
        suffix = ".txt" if format == "text" else f".{format}"
        return Folder(Path(out), suffix, lambda sink: _into(sink, format, False, view, only))
    path = Path(out)
    sink = Appended(grow or _fresh(path), path) if format == "jsonl" else Replaced(path)
    return _into(sink, format, several, view, only)


def separated(sink: Sink, format: str, several: bool, view: Callable[[Record], str]) -> Separated:
    """The writer of text (each record as ``view`` shows it), json or jsonl."""
    if format == "jsonl":
        return Separated(sink, lambda record: record.to_json() + "\n", even_empty=True)
    if format == "json" and several:
        return Separated(sink, Record.to_json, head="[\n", between=",\n", tail="\n]\n", even_empty=True)
    if format == "json":
        return Separated(sink, lambda record: record.to_json(indent=2) + "\n")
    return Separated(sink, view, between="\n")


def _into(sink: Sink, format: str, several: bool, view: Callable[[Record], str], only: tuple[Part, ...]) -> Writer:
    return Report(sink, only) if format == "html" else separated(sink, format, several, view)


def _view(record: Record, only: tuple[Part, ...], statements: bool, terminal: tuple[int, bool]) -> str:
    from onrecord import publish

    width, colour = terminal
    shown = publish.to_terminal(record, width=width, colour=colour, only=only, statements=statements)
    return shown.rstrip("\n") + "\n"


def terminal() -> tuple[int, bool]:
    """The width of standard output and whether to colour it; https://no-color.org says what NO_COLOR asks for."""
    if not sys.stdout.isatty():
        return 80, False
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return min(shutil.get_terminal_size().columns, 100), colour


def _fresh(path: Path) -> Path:
    part = part_of(path)
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # Appended, which opens it next, says what is wrong.
        return part
    return part
