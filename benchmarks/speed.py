"""Speed and memory: each measurement in a process of its own, held to one core.

``python benchmarks/speed.py TASK`` measures one task of :data:`TASKS` and prints it as JSON; the functions
in ``__all__`` start such processes.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import accuracy
import corpora
import figure_peers
import peers

__all__ = ["KINDS", "cold_start", "command", "measure", "texts"]

ROOT = Path(__file__).resolve().parents[1]
MEGABYTE = 1_000_000

# Without a space: each is one line of characters of one sort.
KINDS = {
    "letters": "a",
    "mixed letters": "Abcdé",
    "punctuation": ".,;:!?-",
    "quotation marks": "“”\"'‘’«»„",
    "opening marks": "“",
    "digits": "0123456789",
    "Chinese characters": "港口费用",
}

Result = dict[str, Any]

_WARM = "“We will pay,” said Ana Brill, mayor of Lindhaven."


def measure(task: str, *arguments: str) -> Result:
    """Run ``task`` in a fresh process on one core; its result with its peak memory in MB."""
    done = subprocess.run(
        [sys.executable, __file__, task, *arguments], env=_environment(), check=True, stdout=subprocess.PIPE
    )
    result: Result = json.loads(done.stdout)
    return result


def command(*arguments: str, runs: int = 5) -> float:
    """Median wall time in seconds of ``onrecord ARGUMENTS`` in a fresh process."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "onrecord", *arguments],
            env=_environment(),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def cold_start(text: str) -> float:
    """Median wall time in seconds of reading one text by the command line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statement.txt"
        path.write_text(text, encoding="utf-8")
        return command("read", str(path), "--format", "json")


def texts(corpus: corpora.Corpus = accuracy.POLNEAR) -> list[str]:
    """The texts of a corpus."""
    return [row["text"] for row in corpora.rows(corpus).values()]


def running_text() -> str:
    """A megabyte (UTF-8) of PolNeAR dev, over and over."""
    once = "\n\n".join(texts())
    whole = once * (MEGABYTE // len(once.encode()) + 1)
    return whole.encode()[:MEGABYTE].decode("utf-8", "ignore")


def without_a_space(kind: str) -> str:
    """A megabyte (UTF-8) of one line of :data:`KINDS`."""
    unit = KINDS[kind]
    return unit * (MEGABYTE // len(unit.encode()))


def _path() -> Result:
    """Text to JSON, the documents one after the other, after start-up."""
    _to_json(_WARM)
    return _timed(_to_json, texts(), texts())


def _megabyte(kind: str) -> Result:
    _to_json(_WARM)
    text = running_text() if kind == "running text" else without_a_space(kind)
    return _timed(_to_json, [text], [text])


def _path_without_figures() -> Result:
    """Text to JSON with neither quantities nor times, for what they cost."""
    import onrecord.api

    onrecord.api.times = lambda text, *, published=None: ()
    onrecord.api._quantities = lambda text, found: ()
    return _path()


def _figures(corpus: str) -> Result:
    """Quantities and times together, without the model, over the texts of the corpus of that name."""

    def run(text: str) -> object:
        found = times(text)
        return found, quantities(text, [time.span for time in found])

    from onrecord.normalise.quantities import quantities
    from onrecord.normalise.times import times

    (found,) = (each for each in accuracy.CORPORA if each.name == corpus)
    run(_WARM)
    return _timed(run, texts(found), texts(found))


def _figure_peer(package: str, corpus: str) -> Result:
    """A peer of quantities or times over a corpus that it is scored on."""
    (peer,) = (peer for peer in figure_peers.PEERS if (peer.package, peer.corpus.name) == (package, corpus))
    peer.read({"warm": {"text": _WARM, "dct": "2024-05-16"}})
    return _timed(peer.read, [corpora.rows(peer.corpus)], texts(peer.corpus))


def _encoder() -> Result:
    work, run = peers.encoder(texts())
    run(work[0])
    return _timed(run, work, texts())


def _float_encoder() -> Result:
    # A seventh of the texts: it is slow, and its speed does not depend on how many there are.
    part = texts()[::7]
    work, run = peers.float_encoder(part)
    run(work[0])
    return _timed(run, work, part)


def _tokenisation() -> Result:
    run = peers.tokenisation()
    run(_WARM)
    return _timed(run, texts(), texts())


def _to_json(text: str) -> str:
    import onrecord

    return onrecord.read(text).to_json()


TASKS: dict[str, Callable[..., Result]] = {
    "path": _path,
    "path without figures": _path_without_figures,
    "figures": _figures,
    "figure peer": _figure_peer,
    "megabyte": _megabyte,
    "encoder": _encoder,
    "float encoder": _float_encoder,
    "tokenisation": _tokenisation,
}


def _timed(run: Callable[[Any], object], work: list[Any], texts: list[str]) -> Result:
    """Wall and processor time of ``run`` over ``work``, which stands for ``texts``."""
    wall, processor = time.perf_counter(), _processor_time()
    for item in work:
        run(item)
    return {
        "seconds": time.perf_counter() - wall,
        "processor_seconds": _processor_time() - processor,
        "words": sum(len(text.split()) for text in texts),
        "peak_mb": _peak_mb(),
    }


def _processor_time() -> float:
    """Seconds that this process and those that it has started and that have ended were on a processor."""
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


def _peak_mb() -> float:
    """The most memory that this process has held, in MB (10^6 bytes).

    ``getrusage`` counts what the parent held when it made this process, so Linux's own figure goes before it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def _one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


if __name__ == "__main__":
    _one_core()
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))
