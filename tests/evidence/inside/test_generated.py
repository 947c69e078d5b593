"""Sums written at random: a true one is never called inconsistent, and most of those with a moved number are.

`python -m tests.evidence.inside.test_generated` prints how many are found, by kind.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.api import read_document
from onrecord.documents import from_text
from onrecord.record import Arithmetic
from tests.evidence.inside.writing import WRITERS, Written, write

COUNT = 60
LEAST = 0.9
"""The share of moved numbers that must be found in each kind."""


def found(written: Written) -> list[Arithmetic]:
    return [each for each in sums(written.text) if each.kind == written.kind]


def sums(text: str) -> tuple[Arithmetic, ...]:
    document = replace(from_text(text, published="2024-12-31"), language="en")  # too short to tell
    return read_document(document, only=("quantities", "times", "arithmetic")).arithmetic


@given(st.sampled_from(sorted(WRITERS)), st.integers(0, 10**9))
def test_a_true_sum_is_never_inconsistent(name, seed):
    written = write(name, seed, true=True)
    results = {each.result for each in found(written)}
    assert "inconsistent" not in results, written.text


@given(st.lists(st.tuples(st.sampled_from(sorted(WRITERS)), st.integers(0, 10**9)), min_size=2, max_size=6))
def test_true_sums_beside_each_other_are_never_inconsistent(chosen):
    text = " ".join(write(name, seed, true=True).text for name, seed in chosen)
    assert all(each.result != "inconsistent" for each in sums(text)), text


@pytest.mark.parametrize("name", WRITERS)
def test_true_sums_are_found(name):
    results = Counter(tuple(each.result for each in found(write(name, seed, true=True))) for seed in range(COUNT))
    assert results["consistent",] >= LEAST * COUNT, results


@pytest.mark.parametrize("name", WRITERS)
def test_moved_numbers_are_found(name):
    results = Counter(tuple(each.result for each in found(write(name, seed, true=False))) for seed in range(COUNT))
    least = 0.4 if name == "men and women" else LEAST  # fewer men and women than people: there may be children
    assert results["inconsistent",] >= least * COUNT, results
    assert results["inconsistent",] + results["depends",] >= LEAST * COUNT, results


if __name__ == "__main__":
    for each in WRITERS:
        for true in (True, False):
            counted = Counter(" ".join(a.result for a in found(write(each, n, true=true))) or "-" for n in range(400))
            sys.stdout.write(f"{each:16} {'true' if true else 'moved':6} {dict(counted)}\n")
