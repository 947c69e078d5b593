"""The worthiness of a sentence stays the same, to the last digit, when another actor stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import corpora
import worthiness
from onrecord.claims.worthiness import scorer

PARTS = (replace(worthiness.DEV, file=worthiness.TRAIN), worthiness.DEV, worthiness.DEVTEST)


@pytest.fixture(scope="module")
def texts(shared) -> list[str]:
    return list(dict.fromkeys(row["text"] for part in PARTS for row in corpora.rows(part).values()))


@pytest.mark.parametrize("pair", worthiness.PAIRS, ids=" ".join)
def test_no_exchange_of_actors_moves_a_score(pair, texts):
    found = worthiness.shifts(texts, pair, scorer().score)
    assert found.sentences >= 30
    assert (found.moved, found.most) == (0, 0.0)
