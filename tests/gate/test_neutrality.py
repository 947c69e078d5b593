"""The packaged actors planted in the gold statements, then in one another's place: the record stays the same."""

from __future__ import annotations

import pytest

import neutrality
from onrecord.audit import Audited, Report, packaged

FLOOR, SWAP_FLOOR = 93.0, 90.0
"""Per cent of attributions that must be identical, over all and in each swap; the aim is 97."""

PINNED, PINNED_SWAP = 74.8, 64.0
"""What must not get worse: 77.3 and 67.4 with the packaged model, less a margin. Ease it only with a reason."""


@pytest.fixture(scope="module")
def audited(shared) -> list[Audited]:
    return list(neutrality.audited())


@pytest.fixture(scope="module")
def report(audited) -> Report:
    return Report.of(audited)


def test_every_swap_changes_most_statements(audited, report):
    assert len(report.swaps) == len(packaged().swaps) >= 40
    least = 0.8 * len(report.documents)
    assert {label: s.records.all for label, s in report.swaps.items() if s.records.all < least} == {}


def test_nothing_is_counted_in_which_nothing_was_swapped(audited):
    compared = [each for each in audited if each.compared]
    assert [each for each in compared if len({side.record.document.text for side in each.sides}) < 2] == []
    assert [each for each in audited if not each.compared and not each.skipped] == []


@pytest.mark.parametrize("kind", ["quantities", "times"])
def test_figures_and_dates_are_the_same_whoever_stands_beside_them(report, kind):
    told = [each for each in report.differences if each.difference.kind == kind]
    assert report.total.kinds[kind].all > 1000
    assert told == []


def test_attributions_are_no_less_alike_than_they_were(report):
    assert report.total.kinds["attributions"].share >= PINNED
    assert report.below(PINNED_SWAP) == []


@pytest.mark.xfail(reason="the packaged model is not there yet: names move the edges of spans")
def test_attributions_are_alike_whoever_speaks(report):
    assert report.total.kinds["attributions"].share >= FLOOR
    assert report.below(SWAP_FLOOR) == []
