"""Ratios as claims say them, and figures that are no level: what is asked of a series, by the words alone."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.asked import asked
from onrecord.evidence.inner import inner_time
from onrecord.evidence.question import Asked, Context, context
from onrecord.evidence.unread import unread_number


def claimed(text: str) -> Context:
    record = read_document(from_text(text, published="2024-02-05"))
    [one] = [claim for claim in record.claims if claim.quantities]
    return context(record, one)


def ratios(text: str) -> list[tuple[float | None, float, str]]:
    found = claimed(text)
    made: list[Asked] = [item for item in asked(found) if item.form == "ratio" and item.quantity and item.whole]
    return [
        (item.quantity.lower, item.by, found.text[item.whole.start : item.whole.end].strip())
        for item in made
        if item.quantity and item.whole
    ]


@pytest.mark.parametrize(
    ("text", "lower", "by", "whole"),
    [
        ("Tarn had three fires in 2023 for every one in Elsin.", 3, 1, "in Elsin"),
        ("For every 100 boats at Tarn in 2023 there were 45 at Elsin.", 45, 100, "boats at Tarn in 2023"),
        ("Per hundred boats at Tarn in 2023, Elsin had 45.", 45, 100, "boats at Tarn in 2023"),
        ("Tarn had 4.5 deaths per 100 fires in 2023.", 4.5, 100, "fires in 2023"),
        ("Tarn had one van for every 3.8 lorries in 2023.", 3.8, 1, "van"),
        ("The ratio of fires to floods in Tarn was 1.4 to one in 2023.", 1.4, 1, "floods in Tarn"),
    ],
)
def test_a_ratio_has_a_figure_and_what_it_is_for(text: str, lower: float, by: float, whole: str) -> None:
    assert ratios(text) == [(lower, by, whole)]


@pytest.mark.parametrize(
    "text",
    [
        "For every 100 boats at Tarn in 2022 there were 130 in 2023.",
        "In July 2023 Tarn came within 730 boats of its August figure.",
        "Passengers at Tarn were within 210 of the record in 2023.",
        "Tarn and Elsin differ by 900 boats in 2023.",
        "Nearly one boat in seven was Tarn's in 2023.",
        "Tarn passed 50,000 boats for the year in July 2023.",
        "The top three months of 2023 brought 300 boats to Tarn.",
        "Seven months into 2023 Tarn had built 300 boats.",
        "Tarn built 300 boats in the first week.",
    ],
)
def test_such_figures_ask_no_level(text: str) -> None:
    assert [item.form for item in asked(claimed(text)) if item.form in ("level", "sum", "ratio")] == []


def test_a_number_that_was_read_or_is_a_name_is_not_unread() -> None:
    assert not unread_number(claimed("Tarn had 12 road deaths per 100,000 people in 2023."))
    assert not unread_number(claimed("Route 66 had 300 visitors in May 2023."))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("82 of them in the first week", ("2024-01-15", "2024-01-21")),
        ("82 of them in the last three days", ("2024-01-26", "2024-01-28")),
        ("82 of them in the second half", ("2024-01-22", "2024-01-28")),
        ("82 of them in Tarn", None),
        ("82 of them in the first month", None),
    ],
)
def test_a_part_of_a_time_is_told_by_its_place(words: str, days: tuple[str, str] | None) -> None:
    found = claimed("Trains were cancelled on 15 to 28 January 2024, 176 in all.")
    [time] = [time for time in found.record.times if time.lo]
    assert (time.lo, time.hi) == (str(date(2024, 1, 15)), str(date(2024, 1, 28)))
    made = inner_time(words, time)
    assert (made and (made.lo, made.hi)) == days
