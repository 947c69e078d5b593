"""Many ways of saying things about one pack: each true sentence is consistent, each false one inconsistent.

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

from evidence.wordings import orders_tables, tables
from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.checking import check
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store

FOLDER = Path(__file__).parent / "wordings"
EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
SAME = {
    "level": {"level", "sum"},
    "sum": {"level", "sum"},
    "mean": {"mean", "per_day"},
    "record": {"record", "rank"},
}
LISTS = {
    "first": (tables, "2023-03-15", 0.2),
    "second": (tables, "2023-03-15", 0.2),
    "third": (tables, "2023-03-15", 0.2),
    "fourth": (tables, "2023-03-15", 0.2),
    "orders": (orders_tables, "2024-03-15", 0.23),
    "orders2": (orders_tables, "2024-03-15", 0.4),
}
"""The lists of sentences: the module of their tables, the day that all were published, the share that may be left."""
WORST = ("inconsistent", "depends", "consistent", "not_checked")


def lines(name: str) -> list[tuple[str, str]]:
    rows = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(form, text) for form, _, text in (row.partition(" | ") for row in rows if row and row[0] != "#")]


def variants(text: str) -> Iterator[tuple[str, bool]]:
    yield EITHER.sub(r"\1", text), True
    if EITHER.search(text):
        yield EITHER.sub(r"\2", text), False


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    """What comes of a sentence that is published some day, by the tables of a module."""
    with ExitStack() as stack:
        stores = {}
        for module in {module for module, _, _ in LISTS.values()}:
            folder = tmp_path_factory.mktemp(module.__name__.rpartition(".")[2])
            stores[module] = stack.enter_context(Store([read_pack(module.pack(folder))]))

        def said(text: str, name: str) -> tuple[str, set[str]]:
            module, published, _ = LISTS[name]
            store = stores[module]
            record = check(read_document(from_text(text, published=published)), store, store.packs)
            result = min((one.result for one in record.results), key=WORST.index, default="not_checked")
            return result, {c.reading.form for c in record.checks if c.reading and c.result == result}

        yield said


@pytest.mark.parametrize("name", LISTS)
def test_wordings_are_understood_or_left_alone(answer, name):
    wrong = []
    for form, text in lines(name):
        for sentence, true in variants(text):
            result, forms = answer(sentence, name)
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


@pytest.mark.parametrize("name", LISTS)
def test_most_are_understood(name):
    every = lines(name)
    left = sum(form.startswith("~") for form, _ in every)
    assert len(every) > 70
    assert left / len(every) < LISTS[name][2]
