"""Where bytes go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from onrecord.errors import UnwritableOutput

__all__ = ["Appended", "PipeClosed", "Replaced", "Sink", "Stdout", "encode"]

_REMEDY = "Choose another place with --out"


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes its escape ``\\udXXX``, which inside JSON is its correct spelling."""
    return text.encode("utf-8", "backslashreplace")


class PipeClosed(Exception):
    """Whoever read standard output wants no more. Not an OSError, which click would take for its own."""


class Sink(Protocol):
    """Something that text can be written to."""

    def write(self, text: str) -> None:
        """Writes text, as UTF-8."""

    def finish(self) -> None:
        """All is written: the result may be seen."""

    def abandon(self) -> None:
        """Ends without a result."""


class Stdout:
    """Standard output, flushed after each write so that a reader down the pipe need not wait."""

    def write(self, text: str) -> None:
        """Writes and flushes; raises :class:`PipeClosed`."""
        try:
            sys.stdout.buffer.write(encode(text))
            sys.stdout.buffer.flush()
        except BrokenPipeError as error:
            raise PipeClosed from error

    def finish(self) -> None:
        """Nothing is left to do."""

    def abandon(self) -> None:
        """What is written stays."""


class Replaced:
    """A file written beside ``path`` and renamed to it at the end, so that no one sees half of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        except OSError as error:
            raise unwritable(path, error) from error
        self._temporary = Path(name)
        self._file: IO[bytes] = os.fdopen(handle, "wb")

    def write(self, text: str) -> None:
        """Writes to the file beside; raises :class:`UnwritableOutput`."""
        try:
            self._file.write(encode(text))
        except OSError as error:
            raise unwritable(self._path, error) from error

    def finish(self) -> None:
        """Gives the file its name and the mode of an ordinary new file."""
        try:
            self._file.close()
            self._temporary.chmod(0o666 & ~_umask())
            self._temporary.replace(self._path)
        except OSError as error:
            raise unwritable(self._path, error) from error

    def abandon(self) -> None:
        """Removes the file beside; what was at ``path`` before is still there."""
        _close(self._file)
        self._temporary.unlink(missing_ok=True)


class Appended:
    """A file that grows by whole lines, each flushed; renamed to ``final`` at the end.

    What was written stays where the program is killed, so a later run can go on from it.
    """

    def __init__(self, path: Path, final: Path) -> None:
        self._path, self._final = path, final
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("ab")
        except OSError as error:
            raise unwritable(final, error) from error

    def write(self, text: str) -> None:
        """Writes and flushes; raises :class:`UnwritableOutput`."""
        try:
            self._file.write(encode(text))
            self._file.flush()
        except OSError as error:
            raise unwritable(self._final, error) from error

    def finish(self) -> None:
        """Gives the file its final name."""
        try:
            self._file.close()
            self._path.replace(self._final)
        except OSError as error:
            raise unwritable(self._final, error) from error

    def abandon(self) -> None:
        """Closes the file and leaves it for ``--resume``."""
        _close(self._file)


def unwritable(path: Path, error: OSError) -> UnwritableOutput:
    """The error for an output at ``path`` that the system refused."""
    return UnwritableOutput(str(path), error.strerror or str(error), _REMEDY)


def _close(file: IO[bytes]) -> None:
    # After a failed write the file still holds bytes, and closing it tries to write them once more.
    with suppress(OSError):
        file.close()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
