from __future__ import annotations

import pytest

from onrecord.audit import Audited, Count, Difference, Names, Report, Swap
from onrecord.audit.compare import KINDS, Compared, Voice
from onrecord.publish.audit import render

SWAP = Swap(
    (
        Names("organisation", name=("the People's Assembly of the Lower and Upper Flats of Velland",)),
        Names("organisation", name=("台灣民眾聯盟",)),
    )
)


def audited(*differences: Difference) -> Audited:
    counts = {kind: Count(3, 4) for kind in KINDS} | {"times": Count()}
    voices = (Voice("Ana Brill", True), Voice("Bo Tarn", False))
    return Audited("statements/a\x1b[31m.txt", SWAP, 1, Compared(counts, differences, voices))


LONG = Difference("attributions", "content", "word\n" * 80, {"content": "word " * 80}, {"content": ""})
LACKING = Difference("roles", "found", "Ana Brill: mayor", {"title": "mayor"}, None)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_tables_fit_and_have_no_blanks_at_the_end(width):
    rows = render(Report.of([audited()]), differences=0, width=width, colour=False).splitlines()
    assert [row for row in rows if row != row.rstrip()] == []
    assert "75.0" in "\n".join(rows)
    assert "–" in "\n".join(rows)  # no times, so no share of them


def test_each_difference_is_shown_with_both_its_sides():
    shown = render(Report.of([audited(LONG, LACKING)]), differences=5, width=80, colour=False)
    assert "attributions: content" in shown
    assert "… → none" in shown
    assert "in the first reading only" in shown
    assert "\x1b" not in shown


def test_no_more_differences_than_wanted_and_the_rest_counted():
    shown = render(Report.of([audited(LACKING, LACKING, LACKING)]), differences=1, width=80, colour=False)
    assert shown.count("in the first reading only") == 1
    assert "2 more; --differences N" in shown


def test_where_nothing_was_swapped_nothing_is_said():
    report = Report.of([Audited("a.txt", SWAP, 1, skipped="the text has none of the names")])
    shown = render(report, differences=5, width=80, colour=False)
    assert "Nothing was swapped" in shown
    assert "the text has none of the names" in shown
    assert "100" not in shown


def test_checks_are_shown_only_where_there_are_any():
    shown = render(Report.of([audited()]), differences=0, width=100, colour=False)
    assert "checks and results of other claims" in shown
    counts = {kind: Count(3, 4) for kind in KINDS} | {kind: Count() for kind in ("checks", "results", "apart")}
    shown = render(Report.of([Audited("a.txt", SWAP, 1, Compared(counts))]), differences=0, width=100, colour=False)
    assert "checks" not in shown
    counts = {kind: Count() for kind in KINDS} | {"checks": Count(2, 2)}
    only = Audited("a.txt", SWAP, 1, Compared(counts), text=False)
    assert "Nothing was swapped" not in render(Report.of([only]), differences=0, width=100, colour=False)


def test_colour_only_where_wanted():
    assert "\x1b[" in render(Report.of([audited()]), differences=0, width=80, colour=True)
