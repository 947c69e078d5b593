"""Neutrality: the packaged swaps through the gold statements, and what each planted actor's recall on them is.

usage: python benchmarks/neutrality.py [--json FILE] [--evidence]

Each pair of actors takes the places of those whom a statement names most, then the two change places, and the two
records are compared (docs/explanation/neutrality.md). Recall by actor: of the gold attributions whose speaker's place
an actor has, the share that is found there (contents share half their words, sources overlap: the rule of
score_gold.py), and the share that is found with this actor as the speaker. With --evidence names change places in the
repository's packs too, and the shares are those of checks and results as well.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
from accuracy import GOLD
from onrecord.audit import Audited, Report, audit_swap, packaged
from onrecord.audit.items import Side
from onrecord.audit.swap import Finder
from onrecord.documents import from_text
from onrecord.record import Document

__all__ = ["PACKS", "STATEMENTS", "Recall", "audited", "documents", "recall"]

STATEMENTS = "statements"
PACKS = tuple(Path(__file__).parents[1] / "packs" / name for name in ("gaza-aid-2023", "inflation"))

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Recall:
    """How many gold attributions an actor is to speak, how many are found, and how many with the right speaker."""

    gold: int = 0
    found: int = 0
    right: int = 0


def documents(shared: Path = corpora.SHARED) -> list[Document]:
    """The gold statements, and those of the folder ``statements`` that are not among them."""
    made = [
        from_text(row["text"], id=id, published=row.get("published"), title=row.get("title"))
        for id, row in corpora.rows(GOLD, shared).items()
    ]
    known = {" ".join(document.text.split()) for document in made}
    for path in sorted((shared / STATEMENTS).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        day = re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", path.stem)
        if " ".join(text.split()) not in known:
            made.append(from_text(text, id=path.stem, published=day.group() if day else None))
    return made


def audited(shared: Path = corpora.SHARED, evidence: Sequence[Path] = ()) -> Iterator[Audited]:
    """Every packaged swap planted in every statement, and in the packs in the folders ``evidence``."""
    for document in documents(shared):
        yield from audit_swap(document, packaged().swaps, plant=True, evidence=evidence)


def recall(each: Audited, row: dict[str, Any], found: dict[str, Recall]) -> None:
    """Adds to ``found``, by actor, what the two readings of ``each`` have of the gold statement ``row``."""
    for side in each.sides or ():
        _recall(side, Finder(each.places), row, found)


def _recall(side: Side, own: Finder, row: dict[str, Any], found: dict[str, Recall]) -> None:
    scorer = corpora.scorer(GOLD)
    words = [match.span() for match in _WORD.finditer(row["text"])]
    names = {actor.id: actor.name for actor in side.record.actors}
    read = [
        (_covered(side, item.source, words), _covered(side, item.content, words), names.get(item.speaker or ""))
        for item in side.record.attributions
    ]
    for gold in row["attributions"]:
        mark = re.fullmatch(r"⟨([0-9]+)⟩", own.mask(gold["speaker"] or ""))
        if not mark or gold["self"] or gold["implicit"]:
            continue
        tally = found.setdefault(side.actors[int(mark[1]) - 1].label, Recall())
        source, content = (
            scorer.covered([(part["start"], part["end"]) for part in gold[name]], words)
            for name in ("source", "content")
        )
        fitting = [name for s, c, name in read if scorer.dice(content, c) >= 0.5 and (source & s or not (source or s))]
        tally.gold += 1
        tally.found += bool(fitting)
        tally.right += any(side.mask(name) == mark.group() for name in fitting)


def _covered(side: Side, spans: Any, words: list[tuple[int, int]]) -> Any:
    """The words of the statement itself that spans of a reading cover."""
    own = [(start // 2, (end + 1) // 2) for start, end in side.places(spans)]
    return corpora.scorer(GOLD).covered(own, words)


def main(arguments: list[str]) -> None:
    """Prints the audit, recall by actor, and writes everything as JSON where asked to."""
    from onrecord.publish.audit import render

    rows, report, found = corpora.rows(GOLD), Report(), {}
    for each in audited(evidence=PACKS if "--evidence" in arguments else ()):
        report.add(each)
        if each.document in rows:
            recall(each, rows[each.document], found)
    print(render(report, differences=0, width=110, colour=False))
    print(f"{'recall on gold, per cent':62s} {'gold':>5s} {'found':>6s} {'right':>6s}")
    for actor, tally in sorted(found.items(), key=lambda item: item[1].right / item[1].gold):
        print(
            f"{actor:62s} {tally.gold:5d} {100 * tally.found / tally.gold:6.1f} {100 * tally.right / tally.gold:6.1f}"
        )
    if "--json" in arguments:
        data = report.to_dict() | {
            "recall": [
                {"actor": actor, "gold": t.gold, "found": t.found, "right": t.right} for actor, t in found.items()
            ]
        }
        Path(arguments[arguments.index("--json") + 1]).write_text(
            json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
