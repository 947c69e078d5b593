"""Truths: true, false and unanswerable claims over tables, and what checking says of each.

    python benchmarks/truths.py [--part dev|held|both] [--only FORM] [--sample N] [--show N] [--seed N] [--json FILE]

The claims are made, not collected: figures of invented tables and of the repository's packs, computed in plain Python,
worded as press releases and news stories word them. The dev part may be looked at: ``--show`` prints what went wrong
there. The held part has other tables and other wordings, and only its figures are ever printed, so that nothing is
fitted to it. Nothing here shares code with what it judges.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from onrecord.documents import from_text
from onrecord.record import Record
from truths_facts import FORMS, Topic, topics
from truths_given import given
from truths_hard import hard_items
from truths_items import Item, false_items, true_items
from truths_score import Answer, answer, figures, rows
from truths_tables import write

__all__ = ["PARTS", "SEED", "SIZES", "Checker", "items", "judged", "main", "part_topics", "written"]

PARTS = ("dev", "held")
SEED = 7
SIZES = {"true": 1_250, "false": 1_250, "hard": 400}
"""How many items each part has."""

Checker = Callable[[Item], Record]


def part_topics(part: str, seed: int = SEED, *, invented: bool = False) -> list[Topic]:
    """What a part has claims of: its invented tables, and the repository's packs unless ``invented``."""
    made = topics(importlib.import_module(f"truths_{part}").packs(seed))
    return made if invented else made + given(part)


def items(part: str, seed: int = SEED, sizes: dict[str, int] | None = None, *, invented: bool = False) -> list[Item]:
    """The items of a part, always the same for a seed."""
    sizes = sizes or SIZES
    wording = importlib.import_module(f"truths_{part}").WORDING
    every = part_topics(part, seed, invented=invented)
    return [
        *true_items(every, wording, part, sizes["true"], seed),
        *false_items(every, wording, part, sizes["false"], seed),
        *hard_items(every, wording, part, sizes["hard"], seed),
    ]


def written(parts: Iterable[str], seed: int, folder: Path) -> dict[str, Path]:
    """Writes the packs of ``parts`` under ``folder``; where each pack is, by name."""
    found = {}
    for part in parts:
        for topic in part_topics(part, seed):
            if topic.pack.name not in found:
                found[topic.pack.name] = write(topic.pack, folder)
    return found


def onrecord_checker(folders: dict[str, Path], stack: ExitStack) -> Checker:
    """Reads a document and checks it against the pack that the item names; packs are loaded once."""
    from onrecord import read_document
    from onrecord.evidence.checking import check
    from onrecord.evidence.descriptor import read_pack
    from onrecord.evidence.store import Store

    stores: dict[str, Any] = {}

    def checked(item: Item) -> Record:
        if item.pack not in stores:
            stores[item.pack] = stack.enter_context(Store([read_pack(folders[item.pack])]))
        store = stores[item.pack]
        document = from_text(item.text, published=item.published, publisher=item.publisher)
        return check(read_document(document), store, store.packs)

    return checked


def judged(every: Sequence[Item], checker: Checker) -> Iterator[tuple[Item, Answer]]:
    """Each item with what the checker said of it. A checker that fails has not answered: the result is "error"."""
    for item in every:
        try:
            record = checker(item)
        except Exception as error:
            said = Answer("error", type(error).__name__, False, str(error))
        else:
            said = answer(item, record)
        yield item, said


_COLUMNS = (
    ("true", "true", "5d"), ("false", "false", "6d"), ("hard", "hard", "5d"),
    ("false_inconsistent", "T→inc", "6.1f"), ("true_answered", "T ans", "6.1f"), ("found", "F→inc", "6.1f"),
    ("answered", "answ", "6.1f"), ("right", "right", "6.1f"), ("consistent_right", "con ok", "6.1f"),
    ("hard_inconsistent", "H→inc", "6.1f"), ("hard_answered", "H ans", "6.1f"), ("stray", "stray", "6.1f"),
)  # fmt: skip


def table(title: str, found: dict[str, dict[str, Any]]) -> str:
    """Figures as a table, one group a row."""
    widths = [max(6, len(head)) for _, head, _ in _COLUMNS]
    lines = [f"{title:18s} " + " ".join(f"{head:>{w}s}" for (_, head, _), w in zip(_COLUMNS, widths, strict=True))]
    for name, row in found.items():
        cells = []
        for (key, _, form), width in zip(_COLUMNS, widths, strict=True):
            value = row[key]
            cells.append(f"{'-' if value is None else format(value, form.lstrip('56')):>{width}s}")
        lines.append(f"{name:18s} " + " ".join(cells))
    return "\n".join(lines)


def wrong(item: Item, said: Answer) -> bool:
    """Whether an answer is not what is hoped for: a missing one too, unless the item is hard."""
    if item.label == "hard":
        return said.result == "inconsistent" or (item.strict and said.result == "consistent")
    return said.result != {"true": "consistent", "false": "inconsistent"}[item.label]


def _shown(pairs: Sequence[tuple[Item, Answer]], count: int) -> Iterator[str]:
    """Failures of the dev part: wrong answers before missing ones, by form, wording and result."""
    failed = [(i, a) for i, a in pairs if i.part == "dev" and wrong(i, a)]
    failed.sort(key=lambda pair: (pair[1].result not in ("consistent", "inconsistent"), pair[0].form, pair[0].wording))
    for item, said in failed[:count]:
        text = f"{item.text[: item.start]}[{item.text[item.start : item.end]}]{item.text[item.end :]}"
        yield f"{item.id} {item.form} {item.why} → {said.result} {said.reason or ''} ({item.published}, {item.pack})"
        yield f"    {text}\n    {said.working}"
    reasons = Counter(f"{i.label} {i.form}: {a.result} {a.reason or ''}" for i, a in failed)
    for name, number in reasons.most_common(60):
        yield f"{number:5d} {name}"


def _chosen(arguments: argparse.Namespace) -> list[Item]:
    chosen = []
    for part in PARTS if arguments.part == "both" else (arguments.part,):
        every = [item for item in items(part, arguments.seed) if arguments.only in (None, item.form, item.why)]
        if arguments.sample:
            every = random.Random(arguments.seed).sample(every, min(arguments.sample, len(every)))
        chosen += every
    return chosen


def _report(pairs: Sequence[tuple[Item, Answer]], seconds: float) -> dict[str, Any]:
    parts = {part: [pair for pair in pairs if pair[0].part == part] for part in PARTS}
    return {
        part: {
            "all": figures(own),
            "by_form": rows(own, lambda item: item.form, FORMS),
            "false_by_kind": rows([p for p in own if p[0].label == "false"], lambda item: item.why),
            "hard_by_kind": rows([p for p in own if p[0].label == "hard"], lambda item: item.why),
            "by_pack": rows(own, lambda item: item.pack) if part == "dev" else {},
        }
        for part, own in parts.items()
        if own
    } | {"seconds": round(seconds, 1), "documents_a_second": round(len(pairs) / seconds, 2) if seconds else None}


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--part", choices=(*PARTS, "both"), default="both")
    parser.add_argument("--only", metavar="FORM", help="a form, or a kind of false or hard claim")
    parser.add_argument("--sample", type=int, metavar="N", help="N items of each part")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N failures of the dev part")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> None:
    """Prints the figures by part and form."""
    chosen = _arguments(arguments)
    every = _chosen(chosen)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        folders = written(sorted({item.part for item in every}), chosen.seed, Path(folder))
        checker = onrecord_checker(folders, stack)
        start = time.perf_counter()
        pairs = list(judged(every, checker))
        seconds = time.perf_counter() - start
    report = _report(pairs, seconds)
    for part in PARTS:
        if part in report:
            print(table(f"{part}: by form", report[part]["by_form"] | {"all": report[part]["all"]}))
            print(table("false by kind", report[part]["false_by_kind"]))
            print(table("hard by kind", report[part]["hard_by_kind"]))
            print()
    failed = sum(said.result == "error" for _, said in pairs)
    print(f"{len(pairs)} documents in {seconds:.0f} s, {report['documents_a_second']} a second; {failed} failed")
    for line in _shown(pairs, chosen.show) if chosen.show else ():
        print(line)
    if chosen.json:
        chosen.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
