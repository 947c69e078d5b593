"""Many ways of saying things about a pack: each true sentence is consistent, each false one inconsistent.

A line of the lists is a form and a sentence; ``[a|b]`` stands for the true and the false wording. Sentences of the form
``none`` say something that no table is of: they are never answered. Those marked ``~`` are not understood yet: they
must not be answered wrongly. Places, producers and figures are invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.checking import check
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store

FOLDER = Path(__file__).parent / "wordings"
EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
SAME = {
    "level": {"level", "sum"},
    "sum": {"level", "sum", "parts"},
    "parts": {"level", "sum", "parts"},
    "ratio": {"ratio", "factor", "share", "level", "sum"},
    "mean": {"mean", "per_day"},
    "per_day": {"mean", "per_day"},
    "record": {"record", "rank"},
}
LISTS = {
    **dict.fromkeys(("first", "second", "third", "fourth"), ("coast", "2023-03-15", 0.2)),
    "levels": ("vale", "2023-03-15", 0.25),
    "rates": ("rates", "2024-02-05", 0.2),
    "halls": ("halls", "2024-02-05", 0.2),
    "works": ("works", "2024-02-05", 0.2),
    "orders": ("orders", "2024-03-15", 0.23),
    "turns": ("turns", "2024-02-05", 0.2),
    "orders2": ("orders", "2024-03-15", 0.4),
    "near": ("near", "2024-02-05", 0.5),
    # by people who wrote freely, over tables of several series, before any rule was made for them
    "alder": ("alder", "2024-02-05", 0.35),
    "birch": ("birch", "2024-02-05", 0.6),
    "cedar": ("cedar", "2024-02-05", 0.5),
    "dogwood": ("dogwood", "2024-02-05", 0.4),
    "elm": ("elm", "2024-02-05", 0.65),
    "fir": ("fir", "2024-02-05", 0.6),
}
"""The lists of sentences: their pack, the day that all were published, the share that may be left."""
WORST = ("inconsistent", "depends", "consistent", "not_checked")


def lines(name: str) -> list[tuple[str, str]]:
    rows = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(form, text) for form, _, text in (row.partition(" | ") for row in rows if row and row[0] != "#")]


def variants(text: str) -> Iterator[tuple[str, bool]]:
    yield EITHER.sub(r"\1", text), True
    if EITHER.search(text):
        yield EITHER.sub(r"\2", text), False


@pytest.fixture(scope="module")
def stores():
    """For each list of sentences its store, opened once."""
    opened: dict[str, Store] = {}
    with ExitStack() as stack:
        for name in {name for name, _, _ in LISTS.values()}:
            opened[name] = stack.enter_context(Store([read_pack(FOLDER / "packs" / name)]))
        yield {name: opened[pack] for name, (pack, _, _) in LISTS.items()}


def said(store: Store, text: str, published: str) -> tuple[str, set[str]]:
    record = check(read_document(from_text(text, published=published)), store, store.packs)
    result = min((one.result for one in record.results), key=WORST.index, default="not_checked")
    return result, {c.reading.form for c in record.checks if c.reading and c.result == result}


@pytest.mark.parametrize("name", LISTS)
def test_wordings_are_understood_or_left_alone(stores, name):
    wrong = []
    for form, text in lines(name):
        for sentence, true in variants(text):
            result, forms = said(stores[name], sentence, LISTS[name][1])
            if form == "none":
                right = result not in ("consistent", "inconsistent")
            elif form.startswith("~"):
                right = result != ("inconsistent" if true else "consistent")
            else:
                right = result == ("consistent" if true else "inconsistent")
                right = right and (not true or bool(SAME.get(form, {form}) & forms))
            if not right:
                wrong.append(f"{form}, {'true' if true else 'false'}: {result} {sorted(forms)}: {sentence}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.xfail(strict=True, reason="a clause set in between, which denies what stands before it, is split off")
def test_what_the_next_clause_denies_is_not_claimed(stores):
    text = "A fivefold rise: that was not it, but loans at Elmgate did rise 2.7-fold between January and August 2021."
    assert said(stores["orders2"], text, LISTS["orders2"][1])[0] != "inconsistent"


@pytest.mark.parametrize("name", LISTS)
def test_most_are_understood(name):
    every = lines(name)
    left = sum(form.startswith("~") for form, _ in every)
    assert len(every) > 70
    assert left / len(every) < LISTS[name][2]
