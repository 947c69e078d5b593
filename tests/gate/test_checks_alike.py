"""Parties in one another's place, in a statement and in its evidence: every check and every result stays the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpora
from onrecord.audit import Audited, Names, Report, Swap, audit_swap, packaged
from onrecord.documents import from_text

STATEMENT = "statements/masar-badil-2023-12-01.txt"
PACK = Path(__file__).parents[2] / "packs" / "gaza-aid-2023"

OWN = (
    Swap(
        (
            Names("place", name=("the Gaza Strip",), short=("Gaza", "the Strip")),
            Names("place", name=("the West Bank",), short=("Jerusalem",)),
        )
    ),
    Swap(
        (
            Names("place", name=("Palestine",), adjective=("Palestinian",), people=("Palestinians",)),
            Names("place", name=("Israel",), adjective=("Israeli",), people=("Israelis",)),
        )
    ),
    Swap((Names("place", name=("the Gaza Strip",), short=("Gaza",)), Names("place", name=("the United States",)))),
    Swap((Names("organisation", name=("UNRWA",)), Names("organisation", name=("COGAT",)))),
    Swap(
        (
            Names("organisation", name=("OCHA",)),
            Names("organisation", name=("Government Media Office",)),
            Names("organisation", name=("World Food Programme",)),
        )
    ),
)
"""The places and bodies of the statement, and the producers of its evidence."""

PLANTED = 4  # every fourth of the packaged swaps: they take half a second each, with their packs


@pytest.fixture(scope="module")
def audited(shared) -> list[Audited]:
    text = (corpora.SHARED / STATEMENT).read_text(encoding="utf-8")
    document = from_text(text, id=STATEMENT, published="2023-12-01")
    own = list(audit_swap(document, OWN, evidence=[PACK]))
    return own + list(audit_swap(document, packaged().swaps[::PLANTED], plant=True, evidence=[PACK]))


@pytest.fixture(scope="module")
def report(audited) -> Report:
    return Report.of(audited)


def test_every_swap_is_compared(audited):
    assert [each.skipped for each in audited if each.skipped] == []
    assert {each.text for each in audited} == {True, False}  # the text names no producer


def test_the_statement_is_checked_in_every_reading(audited):
    assert min(each.compared.counts["checks"].all + each.compared.counts["apart"].all for each in audited) >= 40


@pytest.mark.parametrize("kind", ["checks", "results"])
def test_checks_and_results_are_the_same_whoever_stands_there(report, kind):
    told = [each for each in report.differences if each.difference.kind == kind]
    assert told == []
    assert report.total.kinds[kind].all > 150


def test_few_checks_are_of_claims_that_were_split_otherwise(report):
    kinds = report.total.kinds
    assert kinds["apart"].all < 0.2 * (kinds["checks"].all + kinds["results"].all)
