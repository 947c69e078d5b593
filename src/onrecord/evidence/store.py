"""The tables of some packs, asked by SQL: DuckDB runs in a child process that can be killed, and only there."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord import errors
from onrecord.errors import BadDescriptor, OnrecordError, QueryStopped, TableTooLarge
from onrecord.evidence.faults import Fault
from onrecord.evidence.limits import Limits
from onrecord.evidence.messages import decode, encode
from onrecord.evidence.model import Pack, Table
from onrecord.evidence.sampling import Sample
from onrecord.plain import build, plain

__all__ = ["Store", "sample"]

_GRACE = 5.0
"""Seconds over the limit that the child gets to say so itself before it is killed: its imports take one."""


class Store:
    """A context manager over packs. A table is loaded by the first call that needs it, in a child that is started then.

    Packs and tables are given as objects or by name. The table is named as in its descriptor, and has its fields as
    columns and four more: ``_row`` (BIGINT, the row's number in the file, from 1 below the header), ``_lo`` and ``_hi``
    (DATE, first and last day of its period) and ``_fault`` (VARCHAR, what is wrong with it, or NULL). A query sees one
    table. Calls from several threads are answered one after another.
    """

    def __init__(self, packs: Iterable[Pack], *, limits: Limits | None = None) -> None:
        """Raises :class:`BadDescriptor` where two packs have one name."""
        self.packs = tuple(packs)
        self._limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._faults: dict[tuple[str, str], tuple[Fault, ...]] = {}
        self._lock = threading.Lock()
        names = [pack.name for pack in self.packs]
        for pack in self.packs:
            if names.count(pack.name) > 1:
                raise BadDescriptor(str(pack.folder), f"two packs are named {pack.name!r}", "Give one another name")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child; the next call would start another."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()

    def run(
        self, pack: Pack | str, table: Table | str, sql: str, parameters: Sequence[Any] = ()
    ) -> list[tuple[Any, ...]]:
        """The rows of one SELECT over one table; ``parameters`` go where ``?`` stands. Dates come as ``date``.

        Raises:
            UnreadableInput, UnsafePath, BadTable, TableTooLarge: the table cannot be loaded.
            QueryFailed: it is not one SELECT, or cannot be run.
            QueryStopped: over a limit on time, memory or rows.
            KeyError: there is no such pack or table.
        """
        found, described = self._find(pack, table)
        request = {"do": "run", "pack": found.name, "table": described.name, "query": sql, "parameters": [*parameters]}
        with self._lock:
            rows = self._ask(request, self._limits.query_seconds)["rows"]
            if rows is None:
                self._load(found, described)
                rows = self._ask(request, self._limits.query_seconds)["rows"]
        return [tuple(row) for row in rows or ()]

    def faults(self, pack: Pack | str, table: Table | str) -> tuple[Fault, ...]:
        """What is wrong with the table's rows, in their order; those of no one row come last. Raises as :meth:`run`."""
        found, described = self._find(pack, table)
        with self._lock:
            if (found.name, described.name) not in self._faults:
                self._load(found, described)
        return self._faults[found.name, described.name]

    def _find(self, pack: Pack | str, table: Table | str) -> tuple[Pack, Table]:
        wanted = pack if isinstance(pack, str) else pack.name
        name = table if isinstance(table, str) else table.name
        for each in self.packs:
            for item in each.tables:
                if (each.name, item.name) == (wanted, name):
                    return each, item
        raise KeyError(f"{wanted}/{name}")

    def _load(self, pack: Pack, table: Table) -> None:
        folder = str(pack.folder.resolve())
        request = {"do": "load", "pack": pack.name, "table": table.name, "folder": folder, "described": plain(table)}
        answer = self._ask(request, self._limits.load_seconds)
        self._faults[pack.name, table.name] = build(tuple[Fault, ...], answer["faults"], "$", _bug)

    def _ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        child = self._started()
        killer = threading.Timer(seconds + _GRACE, child.kill)
        killer.daemon = True
        killer.start()
        try:
            child.stdin.write(encode(request))  # type: ignore[union-attr]  # it is a pipe
            child.stdin.flush()  # type: ignore[union-attr]
            answer: dict[str, Any] = decode(child.stdout.readline())  # type: ignore[union-attr]
        except (OSError, ValueError) as error:
            self.close()
            raise _ended(request, seconds) from error
        except BaseException:  # an answer that comes later must not be taken for that of the next request
            self.close()
            raise
        finally:
            killer.cancel()
        if "error" in answer:
            kind, *parts = answer["error"]
            raise _error(kind)(*parts)
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            package_root = str(Path(__file__).parents[2])
            path = os.pathsep.join(filter(None, (package_root, os.environ.get("PYTHONPATH"))))
            # -P keeps the working folder, where foreign files may lie, off the import path.
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-m", "onrecord.evidence.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Each arena of glibc's malloc takes 64 MB of address space, which is limited.
                env={**os.environ, "PYTHONPATH": path, "MALLOC_ARENA_MAX": "1"},
            )
            self._child.stdin.write(encode(plain(self._limits)))  # type: ignore[union-attr]  # it is a pipe
        return self._child


def sample(folder: Path, name: str, *, sheet: str | None = None, limits: Limits | None = None) -> Sample:
    """The first rows of the file ``name`` in ``folder``, read in a child of its own.

    Raises:
        UnreadableInput, UnsafePath, BadTable, TableTooLarge: the file cannot be read as a table.
    """
    request = {"do": "sample", "pack": str(folder), "table": name, "folder": str(folder.absolute()), "sheet": sheet}
    with Store((), limits=limits) as store:
        answer = store._ask(request, store._limits.load_seconds)
    found: Sample = build(Sample, answer["sample"], "$", _bug)
    return found


def _error(name: str) -> type[OnrecordError]:
    kind: type[OnrecordError] = getattr(errors, name)
    return kind


def _ended(request: dict[str, Any], seconds: float) -> OnrecordError:
    """The child is gone without an answer: killed for its time, or it ran out of memory, or a library crashed."""
    place = f"{request['pack']} {request['table']}"
    problem = f"ended without a result: over {seconds:g} s or over the memory limit, or a damaged file"
    if request["do"] != "run":
        return TableTooLarge(place, problem, "Keep only the columns and rows that are needed, or split it")
    return QueryStopped(place, problem, "Use a table with fewer rows")


def _bug(place: str, problem: str) -> Exception:
    return ValueError(f"{place}: {problem}")
