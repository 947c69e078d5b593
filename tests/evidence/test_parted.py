"""Wholes and parts in one claim, and figures that are by heads or by a time."""

from __future__ import annotations

import pytest

from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.parted import parted
from onrecord.evidence.question import Context, context
from onrecord.evidence.rated import by_heads, by_time


def claimed(text: str) -> Context:
    record = read_document(from_text(text, published="2024-02-05"))
    [one] = [claim for claim in record.claims if claim.quantities]
    return context(record, one)


def told(found: Context) -> str:
    return " … ".join(found.text[part.start : part.end].strip(" ,.") for part in found.claim.parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Of the 6,849 births in Tarn in 2022, 2,592 were in Elsin.",
            ["Of the 6,849 births in Tarn in 2022", "2,592 were in Elsin"],
        ),
        (
            "The Vale Line took 3,505,400 of Harland's 9,921,200 passengers in 2023.",
            ["Harland's 9,921,200 passengers in 2023", "The Vale Line took 3,505,400"],
        ),
        ("Tarn had 300 fires in 2022.", ["Tarn had 300 fires in 2022"]),
        ("Tarn and Elsin had 300 fires between the two of them in 2022.", None),
    ],
)
def test_a_whole_and_its_part(text: str, parts: list[str] | None) -> None:
    found = parted(claimed(text))
    assert [told(one) for one in found] == (parts or [text.rstrip(".")])
    assert sum(len(one.quantities) for one in found) == len(found)


def test_the_part_has_the_date_of_the_whole() -> None:
    whole, part = parted(claimed("Of the 6,849 births in Tarn in 2022, 2,592 were in Elsin."))
    assert part.claim.carried_times == whole.claim.times


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Each inhabitant of Tarn used 3,461 kWh of power in 2021.", "1.{person}"),
        ("In Tarn, 488 kilograms of waste were collected per resident in 2023.", "1.{person}"),
        ("Tarn counted 6.7 fires for each 1,000 inhabitants in 2022.", "1000.{person}"),
    ],
)
def test_figures_by_heads(text: str, per: str) -> None:
    [quantity] = by_heads(claimed(text))
    assert quantity.per == per


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Every day in 2023, Tarn handled 300 tonnes of cargo.", "d"),
        ("Tarn handled 300 tonnes of cargo daily in 2023.", "d"),
        ("Tarn had 300 fires in 2022, a year after the strike.", None),
        ("Tarn had 300 fires in a month.", None),
    ],
)
def test_figures_by_a_time(text: str, per: str | None) -> None:
    found = claimed(text)
    assert by_time(found, found.quantities[0]) == per
