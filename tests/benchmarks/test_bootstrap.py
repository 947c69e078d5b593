from __future__ import annotations

import types

import numpy as np
import pytest

import bootstrap

ARTICLES = np.array([[8, 10, 10], [1, 5, 9], [20, 22, 31], [0, 0, 3], [4, 4, 4]])


def score(gold, predicted):
    """A scorer that says of each article what ARTICLES says, rounded as the real one rounds."""
    (id,) = gold
    pairs, made, annotated = ARTICLES[int(id)].tolist()
    return {
        "gold": annotated,
        "predicted": made,
        "linked exact": [0.0, round(100 * pairs / annotated, 1), 0.0],
    }


def test_counts_are_got_back_from_rounded_shares():
    gold = {str(number): {} for number in range(len(ARTICLES))}
    counted = bootstrap.counts(types.SimpleNamespace(score=score), gold, {}, "linked exact")
    assert counted.tolist() == ARTICLES.tolist()


def test_the_band_holds_the_figure_and_is_the_same_each_time():
    low, high = bootstrap.band(ARTICLES)
    assert 0 <= low < 200 * 33 / (41 + 57) < high <= 100
    assert bootstrap.band(ARTICLES) == (low, high)


def test_a_system_does_not_differ_from_itself():
    assert bootstrap.difference(ARTICLES, ARTICLES) == (0, 0, 0)


def test_a_difference_is_paired():
    """Worse by one pair in each article: the band of the difference is far narrower than the band of F."""
    better = np.array([[6 + i % 5, 10, 10] for i in range(40)])
    worse = better - np.array([1, 0, 0])
    by, low, high = bootstrap.difference(better, worse)
    assert (by, low, high) == pytest.approx((10, 10, 10))
    assert np.diff(bootstrap.band(better)) > 2


def test_nothing_found_is_no_division_by_zero():
    assert bootstrap.band(np.zeros((3, 3), int)) == (0, 0)
