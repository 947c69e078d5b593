"""The maps of the quantities benchmark, and its figures where the data are."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data" / "quantities"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_quantities", ROOT / "benchmarks" / "quantities.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_quantities"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Dozens of boats left.", (12, 120, "=", "boat")),
        ("More than 40 steel boats left.", (40, 40, ">", "steel boat")),
        ("About 40 people left.", (40, 40, "~", "people")),
        ("Shares rose 5%.", (5, 5, "up", "percentage")),
        ("An increase of 5% came.", (5, 5, "=", "percentage")),
        ("It fell from 240 to 200 pounds.", (240, 200, "=", "pound-mass")),
        ("It costs $2 per gallon.", (2, 2, "=", "dollar per gallon")),
        ("They have one boat.", (1, 1, "=", "boat")),
        ("One third of them left.", (1 / 3, 1 / 3, "=", "-")),
    ],
)
def test_newsquant_s_conventions(bench: ModuleType, text: str, row: tuple[object, ...]) -> None:
    (found,) = bench.newsquant(text)
    assert (found["lo"], found["hi"], found["change"], found["unit_norm"]) == row


def test_newsquant_leaves_several_and_twice_out(bench: ModuleType) -> None:
    assert bench.newsquant("Several boats are twice as big.") == []


def test_gold_leaves_durations_to_the_times(bench: ModuleType) -> None:
    record = bench.gold_record({"id": "x", "text": "In 48 hours 300 children under two, a 24-year-old too, left."})
    assert [quantity["unit"] for quantity in record["quantities"]] == ["1", "a"]


@pytest.mark.skipif(not DATA.exists(), reason="the data sets are not beside the repository")
def test_the_figures_reach_their_floors(bench: ModuleType) -> None:
    path = DATA / "newsquant_dev.jsonl.gz"
    lines = [{"doc": row["doc"], "quantities": bench.newsquant(row["text"])} for row in bench.rows(path)]
    output = bench.score(SHARED, "score_quantities.py", path, lines)
    figures = {line[:18].strip(): float(line.split()[-1]) for line in output.splitlines() if " F " in line}
    assert figures["value"] >= 92
    assert figures["value+unit"] >= 86
    assert figures["value+change"] >= 87
    right, total = bench.range_cases(bench.rows(DATA / "spec_numberrangemodel.jsonl.gz"))
    assert right / total >= 0.94
    statements = SHARED / "data" / "gold" / "gold.jsonl"
    records = [bench.gold_record(row) for row in bench.rows(statements)]
    output = bench.score(SHARED, "score_gold.py", statements, records)
    (full,) = [line for line in output.splitlines() if line.startswith("quantities full")]
    assert float(full.split()[-1]) >= 90
