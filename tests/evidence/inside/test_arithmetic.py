"""The sums of a record: their ids and order, what they need, and that names change nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.api import read_document
from onrecord.audit import audit_swap, packaged
from onrecord.documents import from_text
from onrecord.evidence.inside import arithmetic
from onrecord.record import Document, Interval, Record

TEXT = (
    "The fair drew 1,209 people: 702 men and 507 women. Of the 36 ships, 22 were lost and the remaining 16 were found. "
    "“We got nothing in the past week,” she said. “The number of lorries does not exceed 1,400, the same number that "
    "entered in 48 hours before.”"
)


def record_of(text: str) -> Record:
    return read_document(english(from_text(text, published="2024-05-16")), only=("quantities", "times", "arithmetic"))


def english(document: Document) -> Document:
    return replace(document, language="en")


def test_sums_are_in_the_order_of_what_they_test_and_name_it_first():
    record = record_of(TEXT)
    assert [(each.id, each.kind, each.result, each.quantities, each.times) for each in record.arithmetic] == [
        ("s1", "parts", "consistent", ("n1", "n2", "n3"), ()),
        ("s2", "parts", "inconsistent", ("n4", "n5", "n6"), ()),
        ("s3", "rate", "not_checked", ("n7",), ("t1", "t2")),
    ]
    assert (record.arithmetic[1].claimed, record.arithmetic[1].computed) == (Interval(36, 36), Interval(38, 38))
    assert record.arithmetic[1].working == "22 + 16 = 38; stated 36"
    assert Record.from_json(record.to_json()) == record


def test_a_rate_that_nothing_is_stated_against_is_shown_and_not_tested():
    shown = record_of(TEXT).arithmetic[2]
    assert (shown.claimed, shown.computed) == (None, Interval(3.5, 3.5))
    assert "1,400 / 7 days = 200 a day" in shown.working
    assert "1,400 / 2 days = 700 a day, 3.5 times as many" in shown.working


@pytest.mark.parametrize("only", [("quantities",), ("times",), ()])
def test_sums_need_both_figures_and_times(only):
    assert read_document(english(from_text(TEXT)), only=only).arithmetic == ()


def test_a_record_without_figures_has_no_sums():
    assert arithmetic(Record(english(from_text("Nothing was counted.")))) == ()


def test_a_figure_said_twice_by_two_speakers_is_no_repetition():
    text = "Brill said the number of lorries that entered the eastern port was 1,213. Tarn said it was 1,431."
    assert record_of(text).arithmetic == ()


NAMED = (
    "{a} sent 1,209 people to {b}: 702 men and 507 women. Of the 36 ships of {b} in {a} then, 22 were lost by {b} and "
    "the remaining 16 by {a}. Sales of {a} in {b} rose 20% to $61.5m from $51.2m. 120 of the 401 boats of {a} (31%) "
    "were lost. At {a}, 204 lorries a day entered {b} for seven days, a total of 1,428 lorries. The five-day strike of "
    "{b} ran from 1 to 5 May 2024. {a} spent $84m on {b} and $55m on {a}, for a total of $116m."
)


@pytest.mark.parametrize("swap", packaged().swaps, ids=lambda swap: swap.label)
def test_the_names_change_no_sum(swap):
    first, second = swap.actors[0].name[0], swap.actors[-1].name[0]
    document = english(from_text(NAMED.format(a=first, b=second), published="2024-05-16"))

    def read(each: Document) -> Record:
        return read_document(each, only=("quantities", "times", "arithmetic"))

    for audited in audit_swap(document, [swap], read=read):
        assert audited.compared is not None
        count = audited.compared.counts["arithmetic"]
        assert count.same == count.all == 7, audited.compared.differences
