"""The annotated corpora: where each lies, how its documents are read and how its figures are taken."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["SHARED", "Corpus", "Rows", "digest", "f_scores", "measure", "rows", "scorer"]

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Where corpora and scorers lie: beside the repository, since no licence lets them be part of it."""

Rows = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """An annotated corpus; ``name`` heads its figures, ``file`` and ``scorer`` are paths below :data:`SHARED`.

    ``read`` gives what is found in its documents, by id, in the corpus's own conventions. ``figures`` scores
    that, given the scorer (None where the corpus has none), the documents and what was read, in per cent.
    ``margin`` is how many points a pin leaves below a measured figure.
    """

    name: str
    file: str
    scorer: str | None
    read: Callable[[Rows], Rows]
    figures: Callable[[Any, Rows, Rows], dict[str, float]]
    margin: float
    model: bool = False
    """Whether the figures depend on the packaged weights."""
    load: Callable[[Path], Rows] | None = None
    """How the documents are read from ``file``, which may be a folder; None for JSON Lines."""


def digest(corpus: Corpus, shared: Path = SHARED) -> str:
    """SHA-256 of the corpus file; of a folder, of its files' names and contents in order."""
    path = shared / corpus.file
    if not path.is_dir():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    for file in sorted(path.rglob("*")):
        if file.is_file():
            whole.update(f"{file.relative_to(path)}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def rows(corpus: Corpus, shared: Path = SHARED) -> Rows:
    """The documents of the corpus with their annotations, by id."""
    path = shared / corpus.file
    if corpus.load is not None:
        return corpus.load(path)
    text = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode()
    found = map(json.loads, filter(str.strip, text.splitlines()))
    return {row["id"] if "id" in row else row["doc"]: row for row in found}


@cache
def scorer(corpus: Corpus, shared: Path = SHARED) -> Any:
    """The corpus's scorer as a module, or None."""
    if corpus.scorer is None:
        return None
    path = shared / corpus.scorer
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(corpus: Corpus, shared: Path = SHARED) -> dict[str, float]:
    """The corpus read and scored: its figures by name."""
    documents = rows(corpus, shared)
    return corpus.figures(scorer(corpus, shared), documents, corpus.read(documents))


def f_scores(found: dict[str, Any], names: tuple[str, ...]) -> dict[str, float]:
    """F of those figures that a scorer gives as precision, recall and F."""
    return {f"{name} F": found[name][2] for name in names}
