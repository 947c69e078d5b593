"""Worthiness: how well the score finds and ranks what is checked, and whether names move it.

usage: python benchmarks/worthiness.py

CheckThat! 2024 task 1 (English): F, precision and recall of the class "yes" at 0.5, and average precision, on the parts
that the parting score was set on. CheckThat! 2019 task 1: mean average precision over debates and speeches; "new" are
those of which no sentence was trained on. Then every sentence of the first set that names one of a pair of actors is
read with the other in its place. The baselines, TF-IDF of words and of characters with logistic regression, are trained
in the same run on the same sentences (``pip install -e '.[baseline]'``); without scikit-learn they are left out.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import corpora
from corpora import Corpus, Rows
from onrecord.audit import packaged
from onrecord.claims import worthiness
from onrecord.reader.masking import masked, shown
from onrecord.reader.session import session
from onrecord.reader.words import split

__all__ = ["CORPORA", "PAIRS", "average_precision", "f_score", "shifts"]

TRAIN = "data/claims/checkthat2024_t1_en/train.jsonl.gz"
Numbers = NDArray[np.float64]

PAIRS = (
    ("Republican", "Democrat"),
    ("Republicans", "Democrats"),
    ("Trump", "Biden"),
    ("Clinton", "Bush"),
    ("Obama", "Romney"),
    ("conservative", "liberal"),
    ("Israel", "Palestine"),
    ("Russia", "Ukraine"),
    ("China", "Taiwan"),
)
"""Names that stand in the sentences' debates as one another's opposites."""


def average_precision(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The mean of the precision at each row of class 1, best score first; equal scores keep the order of the rows."""
    ranked = np.array(labels)[np.argsort(-np.array(scores), kind="stable")]
    places = np.flatnonzero(ranked)
    return float(((np.arange(len(places)) + 1) / (places + 1)).mean()) if len(places) else 0.0


def f_score(labels: Sequence[int], picked: Sequence[bool]) -> tuple[float, float, float]:
    """F, precision and recall of the class 1."""
    right = sum(1 for label, chosen in zip(labels, picked, strict=True) if label and chosen)
    found, gold = sum(picked), sum(labels)
    return 2 * right / max(found + gold, 1), right / max(found, 1), right / max(gold, 1)


def _scores(documents: Rows) -> Rows:
    return {id: {"score": worthiness.worthiness([row["text"]])[0]} for id, row in documents.items()}


def _figures(_: Any, documents: Rows, read: Rows) -> dict[str, float]:
    labels, scores = [row["label"] for row in documents.values()], [read[id]["score"] for id in documents]
    found = (*f_score(labels, [score >= 0.5 for score in scores]), average_precision(labels, scores))
    return dict(zip(("F", "precision", "recall", "average precision"), (100 * x for x in found), strict=True))


def _debates(path: Path) -> Rows:
    rows = map(json.loads, gzip.decompress(path.read_bytes()).decode().splitlines())
    return {f"{row['doc']} {row['line']}": row for row in rows}


def mean_average_precision(documents: Rows, scores: Sequence[float], kept: set[str] | None = None) -> float:
    """Over debates (of ``kept`` alone where given), in per cent."""
    by_debate: dict[str, list[tuple[int, float]]] = {}
    for row, score in zip(documents.values(), scores, strict=True):
        by_debate.setdefault(row["doc"], []).append((row["label"], score))
    chosen = [rows for name, rows in by_debate.items() if kept is None or name in kept]
    return 100 * sum(average_precision(*zip(*rows, strict=True)) for rows in chosen) / len(chosen)


def _debate_figures(_: Any, documents: Rows, read: Rows) -> dict[str, float]:
    return {"MAP": mean_average_precision(documents, [read[id]["score"] for id in documents])}


DEV, DEVTEST = (
    Corpus(
        f"CheckThat 2024 {part}",
        f"data/claims/checkthat2024_t1_en/{part}.jsonl.gz",
        None,
        _scores,
        _figures,
        margin=1.5,
        model=True,
    )
    for part in ("dev", "devtest")
)
DEBATES = Corpus(
    "CheckThat 2019 train",
    "data/claims/checkthat2019_t1_en/train.jsonl.gz",
    None,
    _scores,
    _debate_figures,
    margin=0.5,
    model=True,
    load=_debates,
)
CORPORA = (DEV, DEVTEST)
"""What the eval gate holds. The debates take a minute and are measured here alone."""


@dataclass(slots=True)
class Shift:
    """What exchanging one pair did: sentences, those whose score moved, and the largest move."""

    sentences: int = 0
    moved: int = 0
    most: float = 0.0


def shifts(texts: Sequence[str], pair: tuple[str, str], score: Callable[[str], float]) -> Shift:
    """Each text that names one of ``pair`` and not the other, scored with either."""
    made = Shift()
    for text in texts:
        for own, other in (pair, pair[::-1]):
            if not re.search(rf"\b{own}\b", text) or re.search(rf"\b{other}\b", text):
                continue
            sides = [score(re.sub(rf"\b{own}\b", name, text)) for name in (own, other)]
            move = abs(sides[0] - sides[1])
            made.sentences, made.moved, made.most = made.sentences + 1, made.moved + (move > 0), max(made.most, move)
    return made


def forms(texts: Sequence[str]) -> tuple[int, int, float]:
    """Each name of the packaged swaps put into sentences that hold one name: readings, how many are masked otherwise
    than with the name that stood there, and the largest move of a score."""
    own = re.compile(r"\b(?:Reagan|Perot|Iran|Cuba)\b")
    # Nothing beside the name that would be part of it or of its form.
    beside = re.compile(rf"{own.pattern}(?:['’-]| [A-Z]|$)|[A-Z]\w+\.? {own.pattern}")
    found = [text for text in texts if len(own.findall(text)) == 1 and not beside.search(text)]
    sentences = random.Random(0).sample(found, 24)
    before = [(mask(text), worthiness.scorer().score(text)) for text in sentences]
    count, moves = 0, []
    for name in {actor.name[0] for swap in packaged().swaps for actor in swap.actors}:
        for text, (wanted, score) in zip(sentences, before, strict=True):
            other = own.sub(lambda _, name=name: name, text)
            count += 1
            if mask(other) != wanted:
                moves.append(abs(worthiness.scorer().score(other) - score))
    return count, len(moves), max(moves, default=0.0)


@cache
def mask(text: str) -> str:
    """A sentence with "X" for each name."""
    model = session()
    return shown(masked(split(" ".join(text.split()), model.tokenizer), model.common, worthiness.BENTS))


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _tfidf(train: Sequence[str], labels: Sequence[int]) -> Callable[[Sequence[str]], Numbers]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True),
    )
    model = make_pipeline(features, LogisticRegression(C=4, max_iter=300)).fit(train, labels)
    return lambda texts: model.predict_proba(texts)[:, 1]  # type: ignore[no-any-return]


def _parting(parts: list[tuple[Sequence[int], Numbers]]) -> float:
    """The score with the best mean F over the parts, as training/worthiness.py sets it."""
    cuts = np.arange(0.02, 0.98, 0.005)
    return float(max(cuts, key=lambda cut: sum(f_score(labels, list(s >= cut))[0] for labels, s in parts)))


def _print(name: str, labels: Sequence[int], scores: Sequence[float], cut: float) -> None:
    f, p, r = f_score(labels, [score >= cut for score in scores])
    print(f"  {name:30s} F {f:.3f}  P {p:.3f}  R {r:.3f}  AP {average_precision(labels, scores):.3f}")


def _systems(train: list[dict[str, Any]]) -> Iterator[tuple[str, Callable[..., Numbers]]]:
    yield "onrecord", lambda texts: np.array(worthiness.worthiness(texts))
    if importlib.util.find_spec("sklearn") is None:
        return
    labels = [row["label"] for row in train]
    plain = _tfidf([row["text"] for row in train], labels)
    yield "TF-IDF, names seen", plain
    blind = _tfidf([mask(row["text"]) for row in train], labels)
    yield "TF-IDF, names masked", lambda texts: blind([mask(text) for text in texts])


def _without_own_debate(documents: Rows) -> list[float]:
    """TF-IDF of masked sentences trained on all debates but the one that is scored."""
    rows = list(documents.values())
    texts, labels = [mask(row["text"]) for row in rows], np.array([row["label"] for row in rows])
    debates = np.array([row["doc"] for row in rows])
    scores = np.zeros(len(rows))
    for debate in dict.fromkeys(debates):
        own = np.flatnonzero(debates == debate)
        others = np.flatnonzero(debates != debate)
        model = _tfidf([texts[i] for i in others], labels[others].tolist())
        scores[own] = model([texts[i] for i in own])
    return scores.tolist()


def main() -> None:
    """Prints everything."""
    held = {corpus.name: list(corpora.rows(corpus).values()) for corpus in (DEV, DEVTEST)}
    taken = {_key(row["text"]) for rows in held.values() for row in rows}
    lines = gzip.decompress((corpora.SHARED / TRAIN).read_bytes()).decode().splitlines()
    train = [row for row in map(json.loads, lines) if _key(row["text"]) not in taken]
    seen = {_key(row["text"]) for row in train}
    debates = corpora.rows(DEBATES)
    counted: dict[str, list[bool]] = {}
    for row in debates.values():
        if len(row["text"].split()) > 5:
            counted.setdefault(row["doc"], []).append(_key(row["text"]) in seen)
    new = {name for name, known in counted.items() if not any(known)}

    for name, score in _systems(train):
        print(name)
        scores = {part: score([row["text"] for row in rows]) for part, rows in held.items()}
        gold = {part: [row["label"] for row in rows] for part, rows in held.items()}
        cut = 0.5 if name == "onrecord" else _parting([(gold[part], scores[part]) for part in held])
        for part in held:
            _print(f"{part}, at {cut:.3f}", gold[part], scores[part].tolist(), cut)
        ranked = score([row["text"] for row in debates.values()]).tolist()
        both = (mean_average_precision(debates, ranked), mean_average_precision(debates, ranked, new))
        print(f"  CheckThat 2019, MAP: {len(counted)} debates {both[0]:.1f}, the {len(new)} new ones {both[1]:.1f}")
    if importlib.util.find_spec("sklearn"):
        ranked = _without_own_debate(debates)
        both = (mean_average_precision(debates, ranked), mean_average_precision(debates, ranked, new))
        print("TF-IDF, names masked, trained on the other debates of 2019")
        print(f"  CheckThat 2019, MAP: {len(counted)} debates {both[0]:.1f}, the {len(new)} new ones {both[1]:.1f}")

    texts = list(dict.fromkeys(row["text"] for rows in (train, *held.values()) for row in rows))
    print(f"{'exchanged':26s} {'n':>5s} {'moved':>6s} {'most':>6s}")
    for pair in PAIRS:
        s = shifts(texts, pair, worthiness.scorer().score)
        print(f"{' / '.join(pair):26s} {s.sentences:5d} {s.moved:6d} {s.most:6.4f}")

    print("packaged names: {} readings, {} masked otherwise, largest move {:.4f}".format(*forms(texts)))

    some = [row["text"] for row in train[:1000]]
    start = time.process_time()
    worthiness.worthiness(some)
    print(f"sentences a second of one processor: {len(some) / (time.process_time() - start):.0f}")


if __name__ == "__main__":
    main()
