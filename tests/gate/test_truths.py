"""The gate of checking: what a sample of the generated claims may not fall below. Needs nothing but this repository.

The whole set is measured by ``python benchmarks/truths.py``; the sample is the same each time, and so is the checker.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import truths
from truths_items import Item
from truths_score import Answer, figures

SAMPLE = 300
PINNED = {  # per cent of a sample: answered at least, right of these at least, false claims found at least
    "dev": (97.5, 99.5, 97.5),
    "held": (83.5, 99.0, 82.0),
}
MOST_WRONG = 1.0
"""Per cent of the true claims that may be called inconsistent: the worst error that the program can make."""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[tuple[Item, Answer]]]]:
    folder: Path = tmp_path_factory.mktemp("packs")
    with ExitStack() as stack:
        checker = truths.onrecord_checker(truths.written(truths.PARTS, truths.SEED, folder), stack)
        yield {
            part: list(truths.judged(random.Random(5).sample(truths.items(part), SAMPLE), checker))
            for part in truths.PARTS
        }


@pytest.mark.parametrize("part", truths.PARTS)
def test_true_claims_are_not_called_inconsistent(answers: dict[str, list[tuple[Item, Answer]]], part: str) -> None:
    found = figures(answers[part])
    assert found["false_inconsistent"] <= MOST_WRONG
    assert found["hard_inconsistent"] == 0
    assert [answer.working for _, answer in answers[part] if answer.result == "error"] == []


@pytest.mark.parametrize("part", truths.PARTS)
def test_claims_are_answered_and_rightly(answers: dict[str, list[tuple[Item, Answer]]], part: str) -> None:
    found = figures(answers[part])
    answered, right, refuted = PINNED[part]
    assert found["answered"] >= answered
    assert found["right"] >= right
    assert found["found"] >= refuted
