"""The killable worker: parsers whose time or memory cannot be trusted run in a child process with limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Literal

from onrecord.documents.parsed import Parsed

__all__ = ["ALONE_ABOVE", "MEMORY", "SECONDS", "Stopped", "extract", "extract_or", "run"]

# Characters. A fresh child needs 1.1 s for its imports, so ordinary documents are read in process: of 22
# hostile pages of this length the worst (`word<br><br>` repeated) took trafilatura 0.6 s on one core, of 33
# hostile Markdown files the worst (a table of 50,000 rows) 2 s. Above, trafilatura's time grows squared.
ALONE_ABOVE = 200_000

SECONDS = 30.0

# Bytes of address space; what a page of some megabytes needs, with room for the tree's copies.
MEMORY = 1 << 30


class Stopped(Exception):
    """A parser ended without a result: out of time, or failed (an exception, a crash, out of memory)."""

    def __init__(self, reason: Literal["timeout", "failed"]) -> None:
        self.reason = reason
        super().__init__(reason)


def extract_or(name: str, module: str, fallback: Callable[[str], Parsed], text: str) -> tuple[Parsed, tuple[str, ...]]:
    """What ``module.extract(text)`` gives, else ``fallback(text)`` and the flag ``{name}_{reason}``."""
    try:
        return extract(module, text), ()
    except Stopped as stopped:
        return fallback(text), (f"{name}_{stopped.reason}",)


def extract(module: str, text: str) -> Parsed:
    """``module.extract(text)``, in a child of its own where ``text`` is long; raises :class:`Stopped`."""
    if len(text) > ALONE_ABOVE:
        return run(module, text)
    try:
        parsed: Parsed = import_module(module).extract(text)
    except Exception as error:  # third-party parsers raise what they like on hostile input
        raise Stopped("failed") from error
    return parsed


def run(module: str, text: str, *, seconds: float = SECONDS, memory: int = MEMORY) -> Parsed:
    """``module.extract(text)`` in a fresh interpreter with limits on time (s) and memory (bytes).

    A plain subprocess, not multiprocessing: it can be started from any process, also a daemonic one, and
    does not import the caller's main module again. Raises :class:`Stopped`.
    """
    package_root = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (package_root, os.environ.get("PYTHONPATH"))))
    # -P keeps the working folder, where foreign files may lie, off the import path.
    command = [
        sys.executable,
        "-P",
        "-m",
        "onrecord.documents.worker",
        module,
        str(int(seconds) + 1),
        str(memory),
    ]
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are this program's own, none comes from a document
            command,
            input=text.encode("utf-8", "surrogatepass"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            timeout=seconds,
            check=True,
        )
        fields = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Stopped("timeout") from error
    except (subprocess.CalledProcessError, OSError, ValueError) as error:
        raise Stopped("failed") from error
    return Parsed(**{**fields, "degraded": tuple(fields["degraded"])})


def _limit(seconds: int, memory: int) -> None:
    """Limit this process, so that it ends even where its parent has died; not possible on Windows."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main(module: str, seconds: str, memory: str) -> None:
    """The child: text on standard input, the fields of a Parsed as JSON on standard output."""
    _limit(int(seconds), int(memory))
    text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    parsed: Parsed = import_module(module).extract(text)
    sys.stdout.write(json.dumps(asdict(parsed)))


if __name__ == "__main__":
    main(*sys.argv[1:])
