"""All figures in one table, printed and written to docs/figures.md. Needs ../shared; takes some minutes."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import accuracy
import bootstrap
import peers
import speed

PAGE = speed.ROOT / "docs" / "figures.md"
STATEMENT = accuracy.SHARED / "statements" / "masar-badil-2023-12-01.txt"

LEAST = {
    "linked relaxed F": (67, 73),
    "linked exact F": (43, 52),
    "recall direct": (90, None),
    "attributions F": (76, None),
    "speaker right": (80, None),
    "speaker wrong": (8, None),
}
"""What the project set itself: the least (of ``speaker wrong``, the most), and the aim."""


class Line(NamedTuple):
    """One line of a table of figures."""

    name: str
    value: str
    beside: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="write the records of PolNeAR dev here, as JSON Lines")
    parser.add_argument("--against", type=Path, help="compare with records that --keep wrote")
    parser.add_argument("--out", type=Path, default=PAGE)
    args = parser.parse_args()
    page = "\n".join(_page(args.keep, args.against))
    args.out.write_text(page, encoding="utf-8")
    print(page)


def _page(keep: Path | None, against: Path | None) -> Iterator[str]:
    # Speed first: it is measured by processes of its own, while this one is still small.
    fast = list(_speed())
    yield from _head()
    documents = {corpus: accuracy.rows(corpus) for corpus in accuracy.CORPORA}
    records = {corpus: accuracy.read(rows) for corpus, rows in documents.items()}
    beside = ("people", "Citron (elsewhere)", "must reach", "aim")
    yield from _table("Accuracy, per cent", beside, _accuracy(documents, records))
    polnear = records[accuracy.POLNEAR]
    if keep:
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in polnear.values())
        keep.write_text("".join(lines), encoding="utf-8")
    yield from _sureness(documents[accuracy.POLNEAR], polnear, against)
    yield from _table("Speed and memory, one core", ("unit", "must reach"), fast)
    yield _NOTES


def _head() -> Iterator[str]:
    import onrecord

    made = datetime.datetime.now(datetime.UTC).date()
    yield "# Figures\n"
    yield (
        f"Made by `python benchmarks/scoreboard.py` on {made}: onrecord {onrecord.__version__} at "
        f"{_commit()}, model {accuracy.model_hash()[:12]}, Python {platform.python_version()}, "
        f"{_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when it ended.\n"
    )


def _accuracy(
    documents: dict[accuracy.Corpus, accuracy.Rows], records: dict[accuracy.Corpus, accuracy.Rows]
) -> Iterator[Line]:
    for corpus in accuracy.CORPORA:
        found = accuracy.figures(corpus, documents[corpus], records[corpus])
        for name, value in found.items():
            least, aim = LEAST.get(name, (None, None))
            cells = (peers.PEOPLE.get(name), peers.PUBLISHED.get(name), least, aim)
            yield Line(f"{corpus.name}: {name}", f"{value:.1f}", tuple(map(_cell, cells)))


def _sureness(documents: accuracy.Rows, records: accuracy.Rows, against: Path | None) -> Iterator[str]:
    score = accuracy.scorer(accuracy.POLNEAR)
    other = None
    if against:
        rows = map(json.loads, against.read_text(encoding="utf-8").splitlines())
        other = {row["document"]["id"]: row for row in rows}
    yield f"95 % bands, PolNeAR dev resampled {bootstrap.RESAMPLES:,} times by article:\n"
    for figure in bootstrap.FIGURES:
        mine = bootstrap.counts(score, documents, records, figure)
        low, high = bootstrap.band(mine)
        line = f"- {figure} F: {low:.1f} to {high:.1f}"
        if other is not None:
            theirs = bootstrap.counts(score, documents, other, figure)
            by, low, high = bootstrap.difference(mine, theirs)
            line += f"; against {against.name if against else ''}: {by:+.1f} ({low:+.1f} to {high:+.1f}), paired"
        yield line
    yield ""


def _speed() -> Iterator[Line]:
    path = speed.measure("path")
    yield _rate("text to JSON, PolNeAR dev", path, "4,000 (aim 6,000)")
    yield Line("peak memory while doing so", f"{path['peak_mb']:.0f}", ("MB", "below 400"))
    for name, task, module in _UNITS:
        if find_spec(module) is None:
            yield Line(name, "not measured", (f"{module} is not installed", ""))
            continue
        unit = speed.measure(task)
        yield _rate(name, unit, "")
        yield Line(f"text to JSON ÷ {name}", f"{_per_second(path) / _per_second(unit):.2f}", ("ratio", ""))
    yield Line("Citron (elsewhere)", f"{peers.CITRON_WORDS:,}", ("words a second", ""))
    text = STATEMENT.read_text(encoding="utf-8")
    yield Line("one statement, cold start", f"{speed.cold_start(text):.2f}", ("s", "at most 2.5"))
    yield Line("`onrecord --help`", f"{speed.command('--help'):.2f}", ("s", "at most 0.3"))
    yield _megabyte("running text", "at most 60")
    for kind in speed.KINDS:
        yield _megabyte(kind, "at most 10")


_UNITS = (
    ("the int8 encoder alone", "encoder", "onrecord"),
    ("the same encoder, PyTorch float32", "float encoder", "torch"),
    ("spaCy's tokeniser and sentence rule", "tokenisation", "spacy"),
)


def _megabyte(kind: str, least: str) -> Line:
    found = speed.measure("megabyte", kind)
    name = f"1 MB of {kind}" if kind == "running text" else f"1 MB of {kind} without a space"
    return Line(name, f"{found['seconds']:.1f}", (f"s, peak {found['peak_mb']:.0f} MB", least))


def _rate(name: str, found: speed.Result, least: str) -> Line:
    return Line(name, f"{_per_second(found):,.0f}", ("words a second", least))


def _per_second(found: speed.Result) -> float:
    """Words a second of processor time: on a busy machine wall time measures the others' work."""
    return float(found["words"] / found["processor_seconds"])


def _table(title: str, beside: tuple[str, ...], lines: Iterator[Line] | list[Line]) -> Iterator[str]:
    heads = ("figure", "onrecord" if "people" in beside else "value", *beside)
    yield f"## {title}\n"
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for line in lines:
        yield f"| {line.name} | {line.value} | {' | '.join(line.beside)} |"
    yield ""


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=speed.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout.strip() or "no commit"


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


_NOTES = """\
## How they were taken

- The corpora are not in this repository: no licence allows that. The scorers lie beside them.
- *People*: two annotators of an article against each other, by the same scorer (PolNeAR train and dev).
- *Citron (elsewhere)*: BBC Citron, its models trained again on the same data, scored by the same scorer.
  Measured by this project earlier, on the same kind of machine but not in this run.
- *speaker wrong*: the less the better; unclear speakers are the rest.
- Speed: a process of its own held to one core, after start-up, per second of processor time. The ratios
  can be compared between machines. Start-up times are the median of five fresh processes, wall time.
"""


if __name__ == "__main__":
    main()
