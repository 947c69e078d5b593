from __future__ import annotations

import gzip
import json
from dataclasses import replace

import accuracy
import corpora
from quantities import RANGES

ROWS = [{"doc": "a", "text": "From 3 to 5 boats."}, {"doc": "b", "text": "At most 5 boats."}]
RANGE = {"lo": 3.0, "hi": 5.0, "lo_closed": True, "hi_closed": False}
LIMIT = {"lo": None, "hi": 5.0, "lo_closed": False, "hi_closed": True}


def corpus_in(folder):
    wanted = [[RANGE], [LIMIT]]
    lines = [json.dumps({**row, "quantities": want}) for row, want in zip(ROWS, wanted, strict=True)]
    (folder / "cases.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    return replace(RANGES, file="cases.jsonl.gz")


def test_each_corpus_of_the_registry_has_a_name_of_its_own():
    assert len({corpus.name for corpus in accuracy.CORPORA}) == len(accuracy.CORPORA) == 14


def test_rows_are_known_by_id_or_by_doc(tmp_path):
    (tmp_path / "plain.jsonl").write_text('{"id": "1"}\n\n{"id": "2"}\n', encoding="utf-8")
    assert list(corpora.rows(replace(RANGES, file="plain.jsonl"), tmp_path)) == ["1", "2"]
    assert list(corpora.rows(corpus_in(tmp_path), tmp_path)) == ["a", "b"]


def test_a_corpus_is_read_and_scored_in_one_call(tmp_path):
    assert corpora.measure(corpus_in(tmp_path), tmp_path) == {"exact": 100.0}


def test_a_scorer_is_a_file_beside_its_corpus(tmp_path):
    (tmp_path / "score_cases.py").write_text("def main(gold, found):\n    return {'value': [1, 2, len(found)]}\n")
    corpus = replace(
        corpus_in(tmp_path),
        scorer="score_cases.py",
        figures=lambda score, gold, found: corpora.f_scores(score.main(gold, found), ("value",)),
    )
    assert corpora.measure(corpus, tmp_path) == {"value F": 2}
    assert corpora.scorer(replace(corpus, scorer=None), tmp_path) is None
