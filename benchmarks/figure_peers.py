"""Other programs for quantities and times: those that run here, and figures of those that do not.

Each that runs is a dependency of the benchmarks alone and is left out where it is not installed. HeidelTime needs
Java and starts it anew for each text; its figures are quoted.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import corpora
import quantities
import times
from corpora import Corpus, Rows

__all__ = ["ELSEWHERE", "PEERS", "Peer", "installed", "measured"]

Json = dict[str, Any]

ELSEWHERE = {
    ("NewsQuant dev", "value F"): "CQE 92.0 (all of NewsQuant)",
    ("NewsQuant dev", "value+unit F"): "CQE 85.6 (all of NewsQuant)",
    ("NewsQuant dev", "value+change F"): "CQE 88.1 (all of NewsQuant)",
    ("TimeBank", "value F"): "HeidelTime 79.6",
    ("AQUAINT", "value F"): "HeidelTime 73.1",
    ("WikiWars train", "value F"): "HeidelTime 82.7 (all of WikiWars)",
    ("GUM, other genres", "exact interval"): "HeidelTime 79.0 (held-out genres)",
}
"""CQE (Almasian and others 2023): as published. HeidelTime 2.2.1: measured by this project, not in this run."""

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
    """A program measured on one corpus: ``package`` in the index, how it reads a text and the corpus."""

    package: str
    find: Callable[[str], list[Json]]
    corpus: Corpus
    read: Callable[[Rows], Rows]


PEERS = (
    Peer("quantulum3", quantulum, quantities.NEWSQUANT, lambda rows: quantities.read_newsquant(rows, quantulum)),
    Peer(
        "recognizers-text-number",
        recognizers,
        quantities.NEWSQUANT,
        lambda rows: quantities.read_newsquant(rows, recognizers),
    ),
    Peer("dateparser", dateparser, times.GUM, _days),
)


def installed(peer: Peer) -> str | None:
    """Its version, or None where it is absent."""
    try:
        return version(peer.package)
    except PackageNotFoundError:
        return None


def measured(peer: Peer) -> dict[str, float]:
    """The peer's figures on its corpus, by the same scorer as onrecord's."""
    documents = corpora.rows(peer.corpus)
    return peer.corpus.figures(corpora.scorer(peer.corpus), documents, peer.read(documents))
