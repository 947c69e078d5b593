"""Factuality on UW and UDS-IH2, word by word, and what reading claims costs.

    python benchmarks/claims.py [factuality|speed] [--shared DIR] [--part train|dev] [--errors N]

The sets (Lee et al. 2015; Rudinger et al. 2018) rate each event word from -3 (certainly did not happen) to 3
(certainly did): 1.5 and more is asserted here, -1.5 and less negated, anything between left open. Figures are the share
of words put right and the mean F1 of the three classes, beside those of calling every word asserted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpora
import speed
from onrecord import api, reader
from onrecord.claims.factuality import of_word
from onrecord.claims.words import words_of
from onrecord.record import Factuality
from onrecord.spans import Span

SETS = ("UW", "UDS_IH2")
CLASSES = ("asserted", "negated", "open")
_FOLDER = "data/claims/event_factuality"
_AT_ONCE = 20

Row = dict[str, Any]


def label(score: float) -> str:
    """The class of a rating."""
    return "asserted" if score >= 1.5 else "negated" if score <= -1.5 else "open"


def coarse(found: Factuality) -> str:
    """The class of a reading."""
    return found if found in ("asserted", "negated") else "open"


def rows(name: str, part: str, shared: Path = corpora.SHARED) -> list[Row]:
    """The sentences of a set."""
    path = shared / _FOLDER / f"{name}.{part}.jsonl.gz"
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]


def read(sentences: list[Row]) -> Iterator[tuple[str, str, str, str]]:
    """For each event word its class, the class read, the word and its sentence."""
    for at in range(0, len(sentences), _AT_ONCE):
        some = sentences[at : at + _AT_ONCE]
        text, begins = "", []
        for row in some:
            begins.append(len(text))
            text += row["text"] + "\n\n"
        syntax = reader.find(text).syntax
        assert syntax is not None
        words = words_of(syntax, ())
        for row, begin in zip(some, begins, strict=True):
            offsets = _offsets(row["text"])
            for target in row["targets"]:
                start, end = offsets[target["span1"][0]]
                found = syntax.words(Span(begin + start, begin + end))
                if len(found):
                    yield (
                        label(target["label"]),
                        coarse(of_word(words, found.stop - 1)),
                        target["span_text"],
                        row["text"],
                    )


def _offsets(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for token in text.split(" "):
        found.append((at, at + len(token)))
        at += len(token) + 1
    return found


def figures(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Accuracy, F1 of each class and their mean, in per cent."""
    counts = Counter(pairs)
    out = {"accuracy": 100 * sum(counts[c, c] for c in CLASSES) / max(len(pairs), 1)}
    for c in CLASSES:
        gold, got = sum(n for (g, _), n in counts.items() if g == c), sum(n for (_, f), n in counts.items() if f == c)
        out[f"{c} F"] = 200 * counts[c, c] / max(gold + got, 1)
    out["mean F"] = sum(out[f"{c} F"] for c in CLASSES) / len(CLASSES)
    return out


def _factuality(part: str, shared: Path, errors: int) -> None:
    for name in SETS:
        found = list(read(rows(name, part, shared)))
        for title, pairs in (
            ("read", [(gold, got) for gold, got, *_ in found]),
            ("all asserted", [(gold, "asserted") for gold, *_ in found]),
        ):
            shown = ", ".join(f"{key} {value:.1f}" for key, value in figures(pairs).items())
            print(f"{name} {part}, {len(pairs)} words, {title}: {shown}")
        wrong = [item for item in found if item[0] != item[1]]
        for gold, got, word, sentence in wrong[:: max(1, len(wrong) // errors)] if errors else ():
            print(f"  {gold} read as {got}: {word} | {sentence[:220]}")


def _speed() -> None:
    """PolNeAR dev without and with claims, in turns, processor seconds."""
    texts = speed.texts()
    count = sum(len(text.split()) for text in texts)
    taken: dict[str, float] = {"without": 1e9, "with": 1e9}
    parts = {"without": tuple(part for part in api.PARTS if part != "claims"), "with": api.PARTS}
    for _ in range(3):
        for name, only in parts.items():
            began = time.process_time()
            for text in texts:
                api.read_document(api_document(text), only=only)
            taken[name] = min(taken[name], time.process_time() - began)
    for name, seconds in taken.items():
        print(f"{name} claims: {count / seconds:.0f} words a second")
    print(f"loss: {100 * (1 - taken['without'] / taken['with']):.1f} %")


def api_document(text: str) -> Any:
    from onrecord.documents import from_text

    return from_text(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("factuality", "speed"), default="factuality")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--errors", type=int, default=0, help="print about so many words put wrong")
    given = parser.parse_args()
    if given.what == "speed":
        _speed()
    else:
        _factuality(given.part, given.shared, given.errors)
