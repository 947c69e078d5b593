from __future__ import annotations

import json
import sys
import types
from dataclasses import replace

import pytest

import accuracy
import checks
import corpora
import figure_peers
import scoreboard
import speed

DOCUMENTS = {"d1": {"text": "a"}, "d2": {"text": "b"}}
FIGURES = {
    "PolNeAR dev": {"linked relaxed F": 70.1, "recall direct": 91.0},
    "gold statements": {"speaker wrong": 5.0},
} | {corpus: {name: 50.0} for corpus, name in scoreboard.LEAST_FIGURES}
FIGURES["GAP development"] = {"overall F": 71.6, "feminine ÷ masculine": 95.1}
FIGURES["GUM dev, names"] = {"names F": 79.4}
FIGURES["re3d dev, names"] = {"names F": 66.6}
FIGURES["NewsQuant dev"] = {"value F": 95.5, "value+unit F": 89.6, "value+change F": 90.5}
FIGURES["gold statements"] |= {"speaker wrong": 5.0, "quantities full F": 96.1, "times exact F": 93.6}
FIGURES["CheckThat 2024 dev"] = FIGURES["CheckThat 2024 devtest"] = {"F": 91.2}
PEER = figure_peers.Peer("pytest", figure_peers.quantities.NEWSQUANT, lambda rows: {})
ABSENT = replace(PEER, package="no-such-peer")
NEEDY = replace(PEER, package="no-such-driver", needs="no-such-program", timed=False)


def answered(corpus):
    """The corpus, read and scored at once."""
    return replace(
        corpus,
        read=lambda rows: {id: {"document": {"id": id}, "pairs": 3} for id in rows},
        figures=lambda *_: FIGURES[corpus.name],
    )


def score(gold, predicted):
    """A scorer for which a record's word count is the number of pairs found, of four."""
    pairs = sum(predicted[id]["pairs"] for id in gold)
    share = [0.0, 100 * pairs / (4 * len(gold)), 0.0]
    return {"gold": 4 * len(gold), "predicted": 4, "linked relaxed": share, "linked exact": share}


@pytest.fixture(autouse=True)
def measured(monkeypatch, tmp_path):
    """Everything that takes minutes, answered at once; gives the commands that were timed."""
    timed = []
    quick = tuple(map(answered, accuracy.CORPORA))
    monkeypatch.setattr(accuracy, "CORPORA", quick)
    monkeypatch.setattr(accuracy, "POLNEAR", quick[0])
    monkeypatch.setattr(figure_peers, "PEERS", (PEER, ABSENT, NEEDY, NEEDY))
    monkeypatch.setattr(figure_peers, "measured", lambda peer: {"value F": 61.0})
    monkeypatch.setattr(corpora, "rows", lambda corpus: DOCUMENTS)
    monkeypatch.setattr(corpora, "scorer", lambda corpus: types.SimpleNamespace(score=score))
    monkeypatch.setattr(accuracy, "model_hash", lambda: "f" * 64)
    monkeypatch.setattr(speed, "measure", lambda task, *rest: timed.append((task, *rest)) or rate(task))
    monkeypatch.setattr(
        checks,
        "measured",
        lambda: [("generated claims, held part: claims answered", 71.5), ("peak memory of both processes", 463.0)],
    )
    monkeypatch.setattr(speed, "cold_start", lambda text: 1.25)
    monkeypatch.setattr(speed, "command", lambda *arguments: 0.21)
    monkeypatch.setattr(scoreboard, "STATEMENT", tmp_path / "statement.txt")
    (tmp_path / "statement.txt").write_text("Hello.", encoding="utf-8")
    return timed


def rate(task):
    seconds = 2.0 if task == "path" else 1.0
    return {"words": 10_000, "seconds": 9.0, "processor_seconds": seconds, "peak_mb": 301.4}


def page(monkeypatch, tmp_path, *arguments):
    out = tmp_path / "figures.md"
    monkeypatch.setattr(sys, "argv", ["scoreboard.py", "--out", str(out), *arguments])
    scoreboard.main()
    return out.read_text(encoding="utf-8")


def test_each_figure_stands_beside_people_peers_and_what_must_be_reached(monkeypatch, tmp_path, capsys):
    made = page(monkeypatch, tmp_path)
    assert "| PolNeAR dev: linked relaxed F | 70.1 | 76 | 59.4 | 67 | 73 |" in made
    assert "| gold statements: speaker wrong | 5.0 |  | 22 | 6 | 4 |" in made
    assert capsys.readouterr().out.strip() == made.strip()


def test_actors_stand_beside_the_first_weights(monkeypatch, tmp_path):
    made = page(monkeypatch, tmp_path)
    assert "| GAP development: overall F | 71.6 | 9 | 65 | 75 |" in made
    assert "| GAP development: feminine ÷ masculine | 95.1 |  | 97 | 103 |" in made
    assert "| re3d dev, names: names F | 66.6 | 57.3 |  |  |" in made


def test_quantities_and_times_stand_beside_the_programs_that_run_here(monkeypatch, tmp_path):
    made = page(monkeypatch, tmp_path)
    beside = f"pytest {pytest.__version__} 61.0 | CQE 92.0 (all of NewsQuant) | 88 | 93 |"
    assert f"| NewsQuant dev: value F | 95.5 | {beside}" in made
    assert "| GUM, other genres: exact interval | 50.0 |  |  | 78 | 85 |" in made
    assert "| gold statements: times exact F | 93.6 |  |  | 80 | 90 |" in made
    assert "| no-such-peer | not measured | no-such-peer is not installed |" in made
    assert made.count("| no-such-driver is not installed, or no-such-program is not |") == 1


def test_what_quantities_and_times_cost_is_a_ratio(monkeypatch, tmp_path, measured):
    made = page(monkeypatch, tmp_path)
    assert "| text to JSON ÷ the same without quantities and times | 0.50 | ratio | 0.90 |" in made
    assert "without the model, NewsQuant dev | 10,000 | words a second | 50,000 (aim 150,000) |" in made
    assert [rest for task, *rest in measured if task == "figure peer"] == [["pytest", "NewsQuant dev"]]


def test_the_head_says_what_was_measured_where(monkeypatch, tmp_path):
    head = page(monkeypatch, tmp_path).split("##")[0]
    assert all(words in head for words in ("benchmarks/scoreboard.py", "model ffffffffffff", "cores", "Python"))


def test_speed_is_per_second_of_processor_time_and_set_against_a_unit(monkeypatch, tmp_path):
    made = page(monkeypatch, tmp_path)
    assert "| text to JSON, PolNeAR dev | 5,000 | words a second |" in made
    assert "| text to JSON ÷ the int8 encoder alone | 0.50 | ratio |" in made


def test_a_unit_that_is_not_installed_is_said_to_be_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(scoreboard, "find_spec", lambda module: None if module == "spacy" else object())
    assert "| not measured | spacy is not installed |" in page(monkeypatch, tmp_path)


def test_a_megabyte_of_each_kind_is_measured(monkeypatch, tmp_path, measured):
    page(monkeypatch, tmp_path)
    assert {rest[0] for task, *rest in measured if task == "megabyte"} == {"running text", *speed.KINDS}


def test_two_versions_are_compared_on_what_each_kept(monkeypatch, tmp_path):
    kept, worse = tmp_path / "kept.jsonl", tmp_path / "worse.jsonl"
    assert "paired" not in page(monkeypatch, tmp_path, "--keep", str(kept))
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    worse.write_text("".join(json.dumps({**row, "pairs": 1}) + "\n" for row in rows), encoding="utf-8")
    assert "against kept.jsonl: +0.0 (+0.0 to +0.0), paired" in page(monkeypatch, tmp_path, "--against", str(kept))
    assert "against worse.jsonl: +50.0 (+50.0 to +50.0), paired" in page(monkeypatch, tmp_path, "--against", str(worse))


def test_checking_has_its_figures_and_aims(monkeypatch, tmp_path):
    found = page(monkeypatch, tmp_path)
    assert "| generated claims, held part: claims answered | 71.5 |  | 70 |" in found
    assert "| peak memory of both processes | 463.0 | MB | below 1,000 |" in found
    assert "| CheckThat 2024 dev: F | 91.2 |  |  |" in found


def test_checking_measures_each_benchmark_in_a_process_of_its_own(monkeypatch):
    monkeypatch.undo()
    said = {
        "truths.py": {part: {"all": dict.fromkeys(checks._TRUTHS.values(), 1.0)} for part in ("dev", "held")},
        "properties.py": {"all": {"precision": 99.0, "recall": 65.0}},
        "evidence.py": {"cold": 0.5, "warm": 0.1, "own_mb": 230.0, "tables_mb": 231.0},
    }
    monkeypatch.setattr(checks, "_json", lambda script, *_: said[script])
    found = dict(checks.measured())
    assert found["generated claims, held part: claims answered"] == 1.0
    assert found["peak memory of both processes"] == 461.0
