"""Words that put a claim on a condition, or tell it of a case that is only thought of."""

from __future__ import annotations

import pytest

from onrecord.evidence.conditions import on_condition

CLAIM = "the port had 300 boats in may"


@pytest.mark.parametrize(
    "before",
    [
        "so long as ",
        "the fee is paid only when ",
        "the fee is paid as soon as ",
        "a refund is due after ",
        "were the count right, ",
        "had the count been right, ",
        "insofar as ",
        "let us say ",
        "it sounds as though ",
        "on the premise that ",
        "under this scenario, ",
        "at that rate, ",
        "unless the count is wrong, ",
    ],
)
def test_a_condition_may_stand_first(before):
    assert on_condition(before, CLAIM, "") is not None


@pytest.mark.parametrize(
    "after", [", if the count is right", ", should the count be right", " (if one trusts it)", ", assuming it is right"]
)
def test_a_condition_may_follow(after):
    assert on_condition("", CLAIM, after) is not None


def test_a_claim_may_be_cut_off_within_the_words():
    assert on_condition("so long ", f"as {CLAIM}", ", the fee is paid") is not None


@pytest.mark.parametrize(
    ("before", "claim", "after"),
    [
        ("", "in 2017, had sales in xxxx been 300", ", taxes would have gone up"),
        ("new figures show that ", "were sales in xxxx to reach 300", ", taxes would go up"),
        ("given ", "sales of 300 in xxxx", ", the plan would fail"),
        ("", "with sales in xxxx at 300", ", the plan would fail"),
        ("the contract lapses when ", "sales in xxxx are 300 in may", ""),
    ],
)
def test_a_verb_before_its_subject_or_a_given_figure_is_a_condition(before, claim, after):
    assert on_condition(before, claim, after) is not None


@pytest.mark.parametrize(
    "claim", ["xxxx, which opened in may, had by then been seen by 300 people", "xxxx, had 300 visitors in may"]
)
def test_a_verb_after_an_aside_is_none(claim):
    assert on_condition("", claim, "") is None


def test_a_figure_may_be_set_and_not_counted():
    assert on_condition("", "the threshold is 300 boats in may", "") is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the mayor said that ", ""),
        ("the fee rose when ", ""),
        ("few trucks came, if any, but ", ""),
        ("", ", the mayor said"),
        ("as expected, ", ", a record"),
    ],
)
def test_what_is_told_stays_told(before, after):
    assert on_condition(before, CLAIM, after) is None
