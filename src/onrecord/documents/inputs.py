"""What the user names on the command line, as inputs: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from onrecord.documents.batch import from_batch
from onrecord.documents.build import from_bytes
from onrecord.documents.dates import parse_published
from onrecord.documents.decode import LIMIT, check_size
from onrecord.documents.formats import BATCH, BATCH_SUFFIXES, FORMATS, by_name
from onrecord.errors import InputError, UnreadableInput
from onrecord.record import Document

__all__ = ["STDIN", "Input", "gather", "read_inputs"]

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or standard input where ``source`` is ``-``."""

    source: str
    stream: BinaryIO | None = field(default=None, compare=False)

    def open(self) -> BinaryIO:
        """The bytes as a stream, to be closed by the caller; raises :class:`UnreadableInput`."""
        if self.stream is not None:
            return self.stream
        if self.source == STDIN:
            return sys.stdin.buffer
        try:
            return Path(self.source).open("rb")
        except (OSError, ValueError) as error:
            raise _unreadable(self.source, error) from error

    def read(self) -> bytes:
        """All bytes; raises :class:`UnreadableInput`, or :class:`InputTooLarge` over 20 MB."""
        with self.open() as stream:
            try:
                data = stream.read(LIMIT + 1)
            except (OSError, ValueError) as error:
                raise _unreadable(self.source, error) from error
        check_size(len(data), self.source)
        return data

    def lines(self) -> Iterator[bytes]:
        """The lines, each cut at just over 20 MB; raises :class:`UnreadableInput`."""
        with self.open() as stream:
            try:
                while line := stream.readline(LIMIT + 1):
                    yield line
            except (OSError, ValueError) as error:
                raise _unreadable(self.source, error) from error


def gather(paths: Iterable[str], *, format: str | None = None) -> Iterator[Input | UnreadableInput]:
    """The inputs that ``paths`` stand for, in their order.

    A file stands for itself, ``-`` for standard input, a folder for the files in it and below whose suffix
    belongs to ``format`` (or to any registered format), sorted by path, hidden ones and links to folders left
    out. A path that is not there, or a folder that cannot be listed, gives the error in its place.
    Raises :class:`~onrecord.errors.UnknownFormat`.
    """
    suffixes = _suffixes(format)
    for path in paths:
        if path != STDIN and _is_folder(path):
            yield from _folder(path, suffixes)
        else:
            yield Input(path)


def read_inputs(
    paths: Iterable[str],
    *,
    format: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Iterator[Document | InputError]:
    """Every document that ``paths`` stand for, or the error in its place: one bad input stops no other.

    ``format`` is a name of :data:`~onrecord.documents.formats.NAMES`; ``jsonl`` and files of that suffix are
    read as a batch. Raises at once, before anything is read, :class:`~onrecord.errors.UnknownFormat` for
    ``format`` and :class:`~onrecord.errors.InvalidDate` for ``published``.
    """
    if published is not None:
        parse_published(published)
    _suffixes(format)
    given = {"published": published, "publisher": publisher, "title": title}
    return _read_each(gather(paths, format=format), format, given)


def _read_each(
    inputs: Iterable[Input | UnreadableInput], format: str | None, given: dict[str, str | None]
) -> Iterator[Document | InputError]:
    for input in inputs:
        if not isinstance(input, Input):
            yield input
            continue
        try:
            if format == BATCH or (format is None and input.source.lower().endswith(BATCH_SUFFIXES)):
                yield from from_batch(input.lines(), source=input.source, **given)
            else:
                yield from_bytes(input.read(), source=input.source, format=format, **given)
        except InputError as error:
            yield error


def _suffixes(format: str | None) -> tuple[str, ...]:
    if format == BATCH:
        return BATCH_SUFFIXES
    if format:
        return by_name(format).suffixes
    return tuple(suffix for each in FORMATS.values() for suffix in each.suffixes)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:  # a name too long for any file: opening it says so
        return False


def _folder(folder: str, suffixes: tuple[str, ...]) -> Iterator[Input | UnreadableInput]:
    errors: list[OSError] = []
    found = []
    for here, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(here, name) for name in files if not name.startswith(".") and name.lower().endswith(suffixes)]
    for error in errors:
        yield _unreadable(str(error.filename or folder), error)
    for path in sorted(path for path in found if path.is_file()):
        yield Input(str(path))


def _unreadable(place: str, error: OSError | ValueError) -> UnreadableInput:
    if isinstance(error, FileNotFoundError):
        return UnreadableInput(place, "no such file", "Check the path")
    if isinstance(error, IsADirectoryError):
        return UnreadableInput(place, "this is a folder", "Name the files in it, or the folder itself")
    if isinstance(error, PermissionError):
        return UnreadableInput(place, "no permission to read it", "Check the file's permissions")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return UnreadableInput(place, reason, "Check the file and the disk it is on")
