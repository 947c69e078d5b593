"""Figures that a claim only compares with, and when they were."""

from __future__ import annotations

import pytest

from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.asked import Asked, asked, context


def items(text: str) -> list[tuple[str, str, str | None, str | None, bool]]:
    """Each figure of the text's claims with its form, first day, the unit that it lies back, and whether unread."""
    record = read_document(from_text(text, published="2023-03-15"))
    found: list[Asked] = [item for claim in record.claims for item in asked(context(record, claim))]
    return [
        (
            record.document.text[item.quantity.span.start : item.quantity.span.end],
            item.form,
            item.time.lo if item.time else None,
            item.earlier,
            item.unread,
        )
        for item in found
        if item.quantity
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Visits to Tarn fell from 400 to 300 in November 2022.",
        "Visits to Tarn fell to 300 in November 2022 from 400.",
        "In November 2022, visits to Tarn fell to 300 from 400.",
        "In November 2022, visits to Tarn fell from 400 to 300.",
    ],
)
def test_a_figure_that_something_moved_from_is_not_of_the_time_that_it_moved_in(text: str) -> None:
    found = {figure: rest for figure, *rest in items(text)}
    assert found["300"] == ["level", "2022-11-01", None, False]
    assert found["400"] == ["level", None, None, True]


def test_one_time_after_both_may_be_of_either() -> None:
    assert {unread for *_, unread in items("Visits to Tarn fell to 300 from 400 in October 2022.")} == {True}


@pytest.mark.parametrize(
    "tail", ["against 400 the month before", "from 400 a month earlier", "compared with 400 in the previous month"]
)
def test_a_figure_may_lie_a_unit_before_the_time_of_the_claim(tail: str) -> None:
    found = {figure: rest for figure, *rest in items(f"Tarn had 300 visits in November 2022, {tail}.")}
    assert found["400"][0] == "level"
    assert found["400"][2] == "month" or found["400"][1] == "2022-10-01"


def test_the_same_month_of_another_year() -> None:
    found = items("Visits to Tarn in November 2022 were higher than the 400 of the same month in 2021.")
    assert ("higher than the 400", "level", "2021-11-01", None, False) in found


def test_than_the_figure_is_no_bound() -> None:
    record = read_document(from_text("Tarn had 300 visits in May 2022, fewer than the 400 of June 2021."))
    (item,) = [
        i for claim in record.claims for i in asked(context(record, claim)) if i.time and "2021" in str(i.time.lo)
    ]
    assert item.quantity and (item.quantity.lower, item.quantity.upper) == (400, 400)


def test_a_claim_says_which_way_its_two_figures_went() -> None:
    text = "Visits to Tarn rose from 400 in October 2022 to 300 in November 2022."
    record = read_document(from_text(text, published="2023-03-15"))
    (way,) = [i for claim in record.claims for i in asked(context(record, claim)) if i.form == "comparison"]
    assert way.time and way.base and (way.time.lo, way.base.lo, way.sign) == ("2022-11-01", "2022-10-01", 1)
