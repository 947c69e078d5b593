"""Accuracy: the registry of all annotated corpora, of attribution, actors, quantities, times and worthiness."""

from __future__ import annotations

from typing import Any

import actors
import quantities
import times
import worthiness
from corpora import Corpus, Rows, f_scores

__all__ = ["CORPORA", "GOLD", "POLNEAR", "model_hash"]


def _read(documents: Rows) -> Rows:
    """The program's records of the documents, by id, as plain data."""
    import onrecord

    return {
        id: onrecord.read(row["text"], id=id, published=row.get("published")).to_dict() for id, row in documents.items()
    }


def _polnear_figures(scorer: Any, documents: Rows, records: Rows) -> dict[str, float]:
    found = scorer.score(documents, records)
    names = ("recall direct", "recall mixed", "recall indirect")
    return f_scores(found, ("linked relaxed", "linked exact")) | {name: found[name] for name in names}


def _gold_figures(scorer: Any, documents: Rows, records: Rows) -> dict[str, float]:
    found = scorer.main(documents, records, False)
    names = ("speaker right", "speaker wrong", "role", "organisation", "form", "act")
    figures = f_scores(found, ("attributions", "quantities full", "times exact"))
    return figures | {name: found[name] for name in names}


POLNEAR = Corpus(
    "PolNeAR dev",
    "data/attribution/polnear/dev.jsonl.gz",
    "eval/score_attribution.py",
    _read,
    _polnear_figures,
    margin=0.5,
    model=True,
)
GOLD = Corpus(
    "gold statements", "data/gold/gold.jsonl", "eval/score_gold.py", _read, _gold_figures, margin=2.0, model=True
)
CORPORA = (POLNEAR, GOLD, *actors.CORPORA, *quantities.CORPORA, *times.CORPORA, *worthiness.CORPORA)


def model_hash() -> str:
    """The identity of the packaged weights."""
    from onrecord.reader.session import session

    return session().hash
