"""The packaged actors planted in the gold statements, then in one another's place: the record stays the same."""

from __future__ import annotations

import pytest

import neutrality
from onrecord.audit import Audited, Report, packaged

LEAST, LEAST_SWAP = 97.0, 90.0
"""Per cent of attributions that must be identical, over all and in each swap."""


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


def test_attributions_are_alike_whoever_speaks(report):
    assert report.total.kinds["attributions"].share >= LEAST
    assert report.below(LEAST_SWAP) == []


def test_who_is_named_moves_no_edge_act_or_form(report):
    for kind in ("spans", "acts", "forms", "claims"):
        assert report.total.kinds[kind].share >= 99.0, kind
