"""The child that holds the tables: ``python -m onrecord.evidence.child``.

Requests on standard input, answers on standard output (:mod:`onrecord.evidence.messages`). Foreign files are opened
here and nowhere else, and this process may be killed at any time: nothing is lost but time.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import BadTable, OnrecordError, QueryFailed, QueryStopped, TableTooLarge
from onrecord.evidence.limits import Limits
from onrecord.evidence.messages import decode, encode
from onrecord.evidence.model import Table
from onrecord.plain import build, plain

if TYPE_CHECKING:
    from onrecord.evidence.loading import Loaded

__all__ = ["Holder", "main"]

_Key = tuple[str, str]


class Holder:
    """The tables that are loaded, the one used longest ago first."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._tables: dict[_Key, Loaded] = {}

    def load(self, key: _Key, folder: str, table: Any) -> Any:
        """Loads a table; gives its faults. Lets tables go that were used longest ago, where too much is held."""
        from onrecord.evidence.loading import load

        described: Table = build(Table, table, "$", _bug)
        self._drop(key)
        loaded = load(described, Path(folder), self._limits)
        self._tables[key] = loaded
        while len(self._tables) > 1 and self._too_much():
            self._drop(next(iter(self._tables)))
        return plain(loaded.faults)

    def _too_much(self) -> bool:
        cells = sum(each.cells for each in self._tables.values())
        return cells > self._limits.held_cells or len(self._tables) > self._limits.held_tables

    def run(self, key: _Key, query: str, parameters: Any) -> Any:
        """The rows of a SELECT over one table; None where the table is not (or no longer) loaded.

        Raises:
            QueryFailed: not one SELECT, or DuckDB cannot run it.
            QueryStopped: over a limit on time, memory, rows or the size of the answer.
        """
        import duckdb

        if key not in self._tables:
            return None
        loaded = self._tables.pop(key)
        self._tables[key] = loaded
        con, place = loaded.con, " ".join(key)
        try:
            statements = con.extract_statements(query)
            # Before DuckDB 2 a PRAGMA counts as a SELECT.
            worded = query.lstrip().upper().startswith(("SELECT", "WITH"))
            if not worded or len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                raise QueryFailed(place, "not one SELECT", "This is a fault of onrecord: please report it")
            with _interrupted(con.interrupt, self._limits.query_seconds):
                rows = con.execute(statements[0], parameters).fetchmany(self._limits.answer_rows + 1)
        except duckdb.InterruptException as error:
            raise _stopped(place, f"over {self._limits.query_seconds:g} s") from error
        except (duckdb.OutOfMemoryException, MemoryError) as error:
            raise _stopped(place, f"needs more than {self._limits.memory_bytes / 1e6:,.0f} MB of memory") from error
        except duckdb.Error as error:
            problem = " ".join(str(error).split())[:300]
            raise QueryFailed(place, problem, "Where the table is as described, please report this") from error
        if len(rows) > self._limits.answer_rows:
            raise _stopped(place, f"over {self._limits.answer_rows:,} rows of answer")
        return rows

    def _drop(self, key: _Key) -> None:
        held = self._tables.pop(key, None)
        if held is not None:
            held.con.close()


def _stopped(place: str, problem: str) -> QueryStopped:
    return QueryStopped(place, problem, "Use a table with fewer rows")


def _bug(place: str, problem: str) -> Exception:
    return ValueError(f"{place}: {problem}")


@contextmanager
def _interrupted(interrupt: Any, seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _limit_memory(size: int) -> None:
    """Limits the address space, and forbids writing to any file; not possible on Windows."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Limits the processor's time from now on, so that a request ends even where the parent has died."""
    with suppress(ImportError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, hard))


def _answer(holder: Holder, limits: Limits, request: Any) -> Any:
    key = (request["pack"], request["table"])
    try:
        if request["do"] == "sample":
            from onrecord.evidence.sampling import sample

            _limit_time(limits.load_seconds)
            return {"sample": plain(sample(Path(request["folder"]), request["table"], request["sheet"], limits))}
        if request["do"] == "load":
            _limit_time(limits.load_seconds)
            return {"faults": holder.load(key, request["folder"], request["described"])}
        _limit_time(limits.query_seconds)
        return {"rows": holder.run(key, request["query"], request["parameters"])}
    except OnrecordError as error:
        return {"error": [type(error).__name__, error.place, error.problem, error.remedy]}
    except MemoryError:
        problem = "needs more memory than the limit"
        return {"error": [TableTooLarge.__name__, " ".join(key), problem, "Use a table with fewer rows or columns"]}
    except Exception as error:  # third-party parsers raise what they like on hostile input
        problem = " ".join(f"cannot be read ({type(error).__name__}: {error})".split())[:300]
        return {"error": [BadTable.__name__, " ".join(key), problem, "Write the file again, or save it as CSV"]}


def main() -> None:
    """Answers requests until standard input ends. The first line holds the limits."""
    requests = sys.stdin.buffer
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limits: Limits = build(Limits, decode(requests.readline()), "$", _bug)
    _limit_memory(limits.address_bytes)
    gc.disable()  # rows make millions of lists and no cycles; looking for cycles took as long as reading
    holder = Holder(limits)
    for line in requests:
        request = decode(line)
        answer = encode(_answer(holder, limits, request))
        if len(answer) > limits.answer_bytes:
            error = _stopped(request["table"], f"over {limits.answer_bytes / 1e6:,.0f} MB of answer")
            answer = encode({"error": [type(error).__name__, error.place, error.problem, error.remedy]})
        answers.write(answer)
        answers.flush()


if __name__ == "__main__":
    main()
