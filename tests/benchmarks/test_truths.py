"""The benchmark of checks: its claims are what they are said to be, and its figures tell good checkers from bad."""

from __future__ import annotations

import csv
import json
import math
import random
import re
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import truths
import truths_dev
import truths_held
from onrecord.documents import from_text
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store
from onrecord.record import Checkability, Claim, ClaimResult, Record
from onrecord.spans import Span
from truths_figures import far, fits, phrase
from truths_items import Item
from truths_score import Answer, answer, figures
from truths_words import Wording

SMALL = {"true": 60, "false": 60, "hard": 30}


@pytest.fixture(scope="module")
def made() -> list[Item]:
    return [item for part in truths.PARTS for item in truths.items(part)]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return truths.written(truths.PARTS, truths.SEED, tmp_path_factory.mktemp("packs"))


def test_there_are_enough_of_each(made: list[Item]) -> None:
    counts = {label: sum(item.label == label for item in made) for label in truths.SIZES}
    assert counts["true"] >= 2_000 and counts["false"] >= 2_000 and counts["hard"] >= 500
    assert len({item.text for item in made}) == len(made)
    assert all(0 <= item.start < item.end <= len(item.text) for item in made)


def test_they_are_the_same_every_time() -> None:
    for part in truths.PARTS:
        assert truths.items(part, 11, SMALL) == truths.items(part, 11, SMALL)
    assert truths.items("dev", 11, SMALL) != truths.items("dev", 12, SMALL)


def test_no_sign_of_the_makers_is_left_in_a_text(made: list[Item]) -> None:
    assert [item.text for item in made if re.search(r"[\x00-\x09{}<>\[\]]|  ", item.text)] == []


# The figures again, from the files, by other code.

Cells = list[tuple[date, date, float | None]]
ENDS = {
    "day": lambda lo: lo,
    "week": lambda lo: lo + timedelta(6),
    "month": lambda lo: (lo + timedelta(31)).replace(day=1) - timedelta(1),
    "quarter": lambda lo: (lo + timedelta(95)).replace(day=1) - timedelta(1),
    "year": lambda lo: date(lo.year, 12, 31),
}


@cache
def read(folder: Path, table: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
    data = json.loads((folder / "datapackage.json").read_text("utf-8"))
    resource = next(r for r in data["resources"] if r["name"] == table)
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        return resource["onrecord"], list(csv.DictReader(file))


@cache
def cells(folder: Path, table: str, series: str, entity: str) -> Cells:
    described, rows = read(folder, table)
    one = next(s for s in described["series"] if s["name"] == series)
    column, periods, found = described["entities"].get("column"), described["periods"], []
    for row in rows:
        if (column and row[column] != entity) or any(row[k] != v for k, v in one.get("where", {}).items()):
            continue
        lo = date.fromisoformat((row[periods["column"]] + "-01-01")[:10])
        hi = date.fromisoformat(row[periods["last"]]) if "last" in periods else ENDS[periods["grain"]](lo)
        found.append((lo, hi, float(row[one["column"]]) if row[one["column"]] else None))
    return found


class Again:
    """The operands of an item, worked out from its pack's files."""

    def __init__(self, item: Item, folder: Path, table: str | None = None) -> None:
        assert item.op
        self.item, self.op, self.folder, self.table = item, item.op, folder, table or item.table
        self.series = item.series

    def values(self, entity: str, span: tuple[date, date], series: str = "", table: str = "") -> list[float]:
        own = cells(self.folder, table or self.table, series or self.series, entity)
        inside = [v for lo, hi, v in own if span[0] <= lo and hi <= span[1]]
        assert inside and None not in inside
        return [v for v in inside if v is not None]

    def other(self, role: str) -> tuple[str, str]:
        data = json.loads((self.folder / "datapackage.json").read_text("utf-8"))
        return next(
            (s["name"], r["name"])
            for r in data["resources"]
            for s in r["onrecord"]["series"]
            if s.get("role") == role and self.series in s["of"]
        )

    def figure(self) -> float:
        op, first = self.op, self.op.entities[0]
        own = self.values(first, op.a)
        if op.name in ("total", "mean", "min", "max"):
            return {"total": sum(own), "mean": sum(own) / len(own), "min": min(own), "max": max(own)}[op.name]
        if op.name == "count":
            return len([v for v in own if v > op.over])
        if op.name == "per_day":
            return sum(own) / (op.a[1].toordinal() - op.a[0].toordinal() + 1)
        if op.name in ("change", "percent", "factor"):
            base = sum(self.values(op.entities[-1], op.b or op.a))
            made = {"change": sum(own) - base, "percent": (sum(own) / base - 1) * 100, "factor": sum(own) / base}
            return made[op.name]
        if op.name == "share":
            return 100 * sum(own) / sum(self.values(op.entities[1], op.a))
        if op.name == "need":
            return 100 * sum(own) / sum(self.values(first, op.a, *self.other("need")))
        if op.name == "head":
            return op.over * sum(own) / self.values(first, op.a, *self.other("population"))[0]
        assert op.name == "together"
        return sum(sum(self.values(entity, op.a)) for entity in op.entities)

    def relation(self) -> bool:
        op = self.op
        if op.name == "higher":
            one, two = sum(self.values(op.entities[0], op.a)), sum(self.values(op.entities[-1], op.b or op.a))
            return op.sense * (one - two) > 0
        if op.name == "rank":
            described, _ = read(self.folder, self.table)
            every = {name: sum(self.values(name, op.a)) for name in described["coverage"]["places"]}
            whole = max(every, key=lambda name: every[name])
            # A place that is all others together is no rival of theirs.
            rest = sum(value for name, value in every.items() if name != whole)
            if math.isclose(every[whole], rest) and whole != op.entities[0]:
                del every[whole]
            best = (max if op.sense > 0 else min)(every, key=lambda name: every[name])
            return best == op.entities[0]
        own = cells(self.folder, self.table, self.series, op.entities[0])
        if op.name == "record":
            ((_, _, at),) = [cell for cell in own if cell[:2] == op.a]
            since = op.b[1] if op.b else date.min
            before = [v for lo, _, v in own if since < lo < op.a[0]]
            return all(op.sense * ((at or 0) - (v or 0)) > 0 for v in before)
        inside = self.values(op.entities[0], op.a)
        return all(op.sense * (b - a) > 0 for a, b in pairwise(inside))


SCALES = {"million": 1e6, "billion": 1e9}
UNITS = {"cm": 10, "centimetres": 10, "mm": 1, "millimetres": 1, "MWh": 1, "megawatt": 1, "GWh": 1e3, "gigawatt": 1e3}
UNITS |= {"kWh": 1e-3, "kilowatt": 1e-3, "kg": 1e-3, "kilograms": 1e-3, "litres": 1e-3}
NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TIMES = {"half": 0.5, "twice": 2, "three times": 3, "four times": 4}


def claimed(item: Item) -> tuple[float, float, str]:
    """Lower and upper end of what the judged words stand for, in the table's unit, and how they begin."""
    text = item.text[item.start : item.end].lower()
    before = re.match(r"[a-z ]*", text)
    style = before.group() if before else ""
    for name, number in TIMES.items():
        if text.endswith(name):
            return number * 0.95, number * 1.05, style.removesuffix(name)
    if text in NAMES:
        return NAMES.index(text) + 0.5, NAMES.index(text) + 1.5, ""
    factor = 1.0
    for word in re.findall(r"[A-Za-z]+", item.text[item.start : item.end]):
        factor *= SCALES.get(word, UNITS.get(word, 1.0))
    if item.pack == "ervik-snow" and factor in (1, 10) and item.form not in ("count", "factor", "change_percent"):
        factor /= 10
    numbers = [match.replace(",", "") for match in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
    digits = numbers[0].partition(".")[2]
    zeros = len(numbers[0]) - len(numbers[0].rstrip("0")) if not digits else 0
    half = 0.5 * 10.0 ** (zeros - len(digits))
    low, high = float(numbers[0]), float(numbers[-1])
    if len(numbers) == 1:
        low, high = low - half, high + half
    return low * factor, high * factor, style


def within(item: Item, value: float) -> bool:
    """Whether ``value`` is one that the words of the item allow, read widely."""
    low, high, style = claimed(item)
    slack = 1e-6 * max(1.0, abs(value))
    middle = (low + high) / 2
    if style.startswith(("about", "around", "some", "roughly", "approximately")):
        low, high = min(low, middle * 0.98), max(high, middle * 1.02)
    elif style.startswith(("nearly", "almost")):
        low, high = middle * 0.9, middle
    elif style.startswith(("just over", "slightly more")):
        low, high = middle, middle * 1.05
    elif style.startswith(("more than", "over", "at least", "no fewer", "no less")) or _verb(item, MORE):
        low, high = middle, math.inf
    elif style.startswith(("fewer", "less", "under", "at most", "up to", "no more")) or _verb(item, LESS):
        low, high = -math.inf, middle
    return low - slack <= value <= high + slack


MORE = r"(?:exceeded|topped|surpassed|went above) $"
LESS = r"(?:did not exceed|stayed below|did not go above|(?:was|were) (?:no higher than|below)) $"


def _verb(item: Item, pattern: str) -> bool:
    return re.search(pattern, item.text[: item.start]) is not None


def test_true_claims_are_true_and_false_ones_are_not(made: list[Item], folders: dict[str, Path]) -> None:
    wrong = []
    for item in made:
        if item.label == "hard" or not item.op:
            continue
        again = Again(item, folders[item.pack])
        if item.form in ("comparison", "rank", "record", "trend"):
            right = again.relation()
        elif item.form in ("change", "change_percent", "change_points") and item.op.name != "total":
            value = again.figure()
            right = value * item.sense > 0 and within(item, abs(value))
        else:
            right = within(item, again.figure())
        if right != (item.label == "true"):
            wrong.append((item.id, item.text))
    assert wrong == []


def test_a_false_claim_with_a_named_producer_is_another_s_figure(made: list[Item], folders: dict[str, Path]) -> None:
    swapped = [item for item in made if item.why == "producer" and item.pack in ("varnmoor-jobs", "lorvania-prices")]
    assert len(swapped) > 10
    for item in swapped:
        assert item.op and item.named
        data = json.loads((folders[item.pack] / "datapackage.json").read_text("utf-8"))
        producers = {r["name"]: r["onrecord"]["producer"] for r in data["resources"]}
        assert producers[item.table] in item.text


def test_invented_packs_load_without_faults_but_for_the_gaps(folders: dict[str, Path]) -> None:
    for folder in folders.values():
        if folder.parent.name == "packs" and (folder / "README.md").exists():
            continue
        pack = read_pack(folder)
        with Store([pack]) as store:
            for table in pack.tables:
                faults = store.faults(pack, table)
                assert len(faults) <= 4 and (not faults or table.name in ("admissions", "vaccinations")), faults


def test_invented_packs_have_no_real_name(folders: dict[str, Path]) -> None:
    places = Path(truths.__file__).parents[1] / "src/onrecord/normalise/places/data/names.tsv"
    real = {line.split("\t")[0] for line in places.read_text("utf-8").splitlines()}
    for part in (truths_dev, truths_held):
        for pack in part.packs(truths.SEED):
            for table in pack.tables:
                names = {name.lower().removeprefix("the ") for name in table.entities}
                names |= {other.lower() for others in table.aliases.values() for other in others}
                assert names & real == set()


def test_the_parts_share_no_table_and_no_wording() -> None:
    dev, held = (part.packs(truths.SEED) for part in (truths_dev, truths_held))
    assert not {p.name for p in dev} & {p.name for p in held}
    assert len(dev) >= 8 and len(held) >= 8

    def properties(packs: list[Any]) -> set[str]:
        return {s.property for p in packs for t in p.tables for s in t.series} - {"population"}

    assert not properties(dev) & properties(held)

    def clauses(packs: list[Any]) -> set[str]:
        words = [s.words for p in packs for t in p.tables for s in t.series if s.words]
        names = ("says", "mean", "perday", "peak", "low", "count", "more", "factor", "most", "share", "need", "head")
        return {t for w in words for name in names for t in getattr(w, name)}

    assert not clauses(dev) & clauses(held)

    def sentences(wording: Wording) -> set[str]:
        plain = {"{S}.", "{P}, {c}."}
        parts = (wording.wraps, wording.fronts, wording.named, wording.joins, wording.before, wording.after)
        return {t for part in parts for t in part} - plain

    assert not sentences(truths_dev.WORDING) & sentences(truths_held.WORDING)


# The figures of the benchmark.


def stub(item: Item, result: str, *, elsewhere: str | None = None) -> Record:
    """A record with one claim of the judged words, and perhaps one of other words, and their results."""
    document = from_text(item.text)
    spans = [(Span(item.start, item.end), result)] + ([(Span(0, 1), elsewhere)] if elsewhere else [])
    claims = tuple(
        Claim(f"c{i}", span, (span,), None, "quantity", "asserted", Checkability(True, ""))
        for i, (span, _) in enumerate(spans)
    )
    results = tuple(ClaimResult(f"c{i}", r, None, (), "") for i, (_, r) in enumerate(spans))  # type: ignore[arg-type]
    return Record(document, claims=claims, results=results)


PERFECT = {"true": "consistent", "false": "inconsistent", "hard": "not_checked"}


def test_a_perfect_checker_scores_full_marks() -> None:
    every = truths.items("dev", 3, SMALL)
    found = figures(list(truths.judged(every, lambda item: stub(item, PERFECT[item.label]))))
    assert (found["true"], found["false"], found["hard"]) == (60, 60, 30)
    for name in ("answered", "right", "found", "true_answered", "false_answered", "consistent_right"):
        assert found[name] == 100
    for name in ("false_inconsistent", "hard_inconsistent", "hard_answered", "stray"):
        assert found[name] == 0


def test_one_that_always_says_inconsistent_is_shown_for_what_it_is() -> None:
    every = truths.items("dev", 3, SMALL)
    found = figures(list(truths.judged(every, lambda item: stub(item, "inconsistent"))))
    assert found["false_inconsistent"] == found["hard_inconsistent"] == found["found"] == found["answered"] == 100
    assert found["right"] == 50
    assert found["consistent_right"] is None


def test_silence_is_no_answer_and_a_crash_is_none_either() -> None:
    every = truths.items("dev", 3, SMALL)

    def crashes(item: Item) -> Record:
        raise ValueError("no")

    for checker in (crashes, lambda item: Record(from_text(item.text)), lambda item: stub(item, "depends")):
        found = figures(list(truths.judged(every, checker)))
        assert found["answered"] == found["found"] == found["false_inconsistent"] == 0
        assert found["right"] is None


def test_another_claim_of_the_document_called_inconsistent_is_counted() -> None:
    every = [item for item in truths.items("dev", 3, SMALL) if item.start > 1]
    found = figures(list(truths.judged(every, lambda item: stub(item, PERFECT[item.label], elsewhere="inconsistent"))))
    assert found["stray"] == 100 and found["right"] == 100


def test_the_narrowest_claim_that_holds_the_words_is_judged() -> None:
    item = next(i for i in truths.items("dev", 3, SMALL) if i.label == "true" and i.start > 1)
    whole, own = Span(0, len(item.text)), Span(item.start, item.end)
    claims = tuple(
        Claim(name, span, (span,), None, "quantity", "asserted", Checkability(True, ""))
        for name, span in (("c1", whole), ("c2", own))
    )
    results = (ClaimResult("c1", "inconsistent", None, (), ""), ClaimResult("c2", "consistent", None, (), "fits"))
    said = answer(item, Record(from_text(item.text), claims=claims, results=results))
    assert said == Answer("consistent", None, True, "fits")


@pytest.mark.parametrize(
    ("style", "value", "inside", "outside"),
    [
        ("exact", 1_213.0, 1_213.4, 1_250.0),
        ("about", 1_213.0, 1_210.0, 1_700.0),
        ("nearly", 1_190.0, 1_190.0, 700.0),
        ("more", 1_213.0, 5_000.0, 900.0),
        ("fewer", 1_213.0, 3.0, 1_500.0),
    ],
)
def test_words_stand_for_what_they_should(style: str, value: float, inside: float, outside: float) -> None:
    made = next(m for seed in range(50) if (m := phrase(value, "count", random.Random(seed), style, 1.0)))
    assert fits(made, value) and fits(made, inside)
    assert not fits(made, outside) and far(made, outside) and not far(made, inside)


def test_ties_are_not_printed_rounded() -> None:
    rounded = [phrase(12.5, "ratio", random.Random(seed), "round") for seed in range(40)]
    assert {made.text for made in rounded if made} == {"12.5"}
