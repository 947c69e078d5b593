"""Numbers to ranges: cues, names, and tag sequences."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader import decode


def chances(rows: list[tuple[float, float, float]]) -> np.ndarray:
    return np.array(rows, np.float32)


def test_a_cue_goes_on_while_inside_is_likeliest() -> None:
    found = decode.cues(chances([(0.9, 0.1, 0), (0.1, 0.8, 0.1), (0.2, 0.1, 0.7), (0.8, 0.1, 0.1)]), 0.3)
    assert [(start, end) for start, end, _ in found] == [(1, 3)]
    assert found[0][2] == pytest.approx(0.8)


def test_of_two_overlapping_cues_the_likelier_stays() -> None:
    rows = [(0.5, 0.4, 0.1), (0.0, 0.45, 0.55), (0.9, 0.0, 0.1)]
    assert [(start, end) for start, end, _ in decode.cues(chances(rows), 0.3)] == [(1, 2)]


def test_no_cue_below_the_threshold() -> None:
    assert decode.cues(chances([(0.8, 0.2, 0.0)]), 0.3) == []


def tagged(*tags: int) -> np.ndarray:
    logits = np.zeros((len(tags), 9), np.float32)
    logits[np.arange(len(tags)), tags] = 9
    return logits


def test_mentions_begin_anew_with_each_begin_tag() -> None:
    assert decode.mentions(tagged(1, 2, 1, 4, 0)) == [(0, 2, "person"), (2, 4, "person")]
    assert decode.mentions(tagged(1, 3, 0, 6)) == [(0, 1, "person"), (1, 2, "organisation"), (3, 4, "place")]


def test_the_kind_of_a_name_is_that_of_all_its_words() -> None:
    assert decode.mentions(tagged(5, 2, 2)) == [(0, 3, "person")]


def test_a_name_goes_on_where_no_kind_of_beginning_outweighs_it() -> None:
    logits = tagged(1, 0)
    logits[1] = [1.0, 1.8, 1.6, 0, 0, 0, 1.6, 0, 1.6]  # the likeliest single tag begins a name; together inside wins
    assert decode.mentions(logits) == [(0, 2, "person")]


def test_runs_separate_roles() -> None:
    tags = np.array([1, 2, 0, 3, 4, 3, 4])
    assert decode.runs(tags, 0) == [(0, 2)]
    assert decode.runs(tags, 1) == [(3, 5), (5, 7)]


@given(st.integers(0, 10_000))
@settings(max_examples=60)
def test_best_tags_is_the_best_of_all_sequences(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(2, 4, 3)).astype(np.float32)
    first, last, moves = (rng.normal(size=shape).astype(np.float32) for shape in ((3,), (3,), (3, 3)))

    def total(row: int, path: tuple[int, ...]) -> float:
        steps = sum(float(moves[a, b]) for a, b in itertools.pairwise(path))
        return (
            float(first[path[0]] + last[path[-1]]) + steps + sum(float(scores[row, i, t]) for i, t in enumerate(path))
        )

    found = decode.best_tags(scores, first, last, moves)
    for row in range(2):
        best = max(itertools.product(range(3), repeat=4), key=lambda path: total(row, path))
        assert total(row, tuple(found[row].tolist())) == pytest.approx(total(row, best), abs=1e-4)


def test_no_name_ends_inside_what_is_written_as_one_word() -> None:
    scores = np.zeros((4, 9), np.float32)
    scores[[0, 3], 0] = 9
    scores[1, 0] = 9
    scores[2, 1] = 9
    glued = np.array([False, False, True, False])
    assert decode.mentions(scores) == [(2, 3, "person")]
    assert decode.mentions(scores, glued) == [(1, 3, "person")]
    scores[1] = scores[2]
    assert decode.mentions(scores, glued) == [(1, 3, "person")]
