"""Accuracy: the program's records of annotated corpora, scored by the scorers that lie beside the corpora."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = [
    "CORPORA",
    "GOLD",
    "POLNEAR",
    "SHARED",
    "Corpus",
    "digest",
    "figures",
    "model_hash",
    "read",
    "rows",
]

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Where corpora and scorers lie: beside the repository, since no licence lets them be part of it."""

Rows = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """An annotated corpus and its scorer, both as paths below :data:`SHARED`; ``name`` heads its figures."""

    name: str
    file: str
    scorer: str


POLNEAR = Corpus("PolNeAR dev", "data/attribution/polnear/dev.jsonl.gz", "eval/score_attribution.py")
GOLD = Corpus("gold statements", "data/gold/gold.jsonl", "eval/score_gold.py")
CORPORA = (POLNEAR, GOLD)


def digest(corpus: Corpus, shared: Path = SHARED) -> str:
    """SHA-256 of the corpus file."""
    return hashlib.sha256((shared / corpus.file).read_bytes()).hexdigest()


def rows(corpus: Corpus, shared: Path = SHARED) -> Rows:
    """The documents of the corpus with their annotations, by id."""
    path = shared / corpus.file
    text = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode()
    return {row["id"]: row for row in map(json.loads, filter(str.strip, text.splitlines()))}


def read(documents: Rows) -> Rows:
    """The program's records of the documents, by id, as plain data."""
    import onrecord

    return {
        id: onrecord.read(row["text"], id=id, published=row.get("published")).to_dict() for id, row in documents.items()
    }


def figures(corpus: Corpus, documents: Rows, records: Rows, shared: Path = SHARED) -> dict[str, float]:
    """The corpus's figures in per cent, by name."""
    score = scorer(corpus, shared)
    if corpus is POLNEAR:
        found = score.score(documents, records)
        linked = {f"{name} F": found[name][2] for name in ("linked relaxed", "linked exact")}
        return linked | {name: found[name] for name in ("recall direct", "recall mixed", "recall indirect")}
    found = score.main(documents, records, False)
    names = ("speaker right", "speaker wrong", "role", "organisation", "form", "act")
    return {"attributions F": found["attributions"][2]} | {name: found[name] for name in names}


@cache
def scorer(corpus: Corpus, shared: Path = SHARED) -> Any:
    """The corpus's scorer as a module."""
    path = shared / corpus.scorer
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def model_hash() -> str:
    """The identity of the packaged weights."""
    from onrecord.reader.session import session

    return session().hash
