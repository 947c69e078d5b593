"""The whole of a percentage, a fraction, a part of a count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.normalise.quantities import quantities
from onrecord.record import Quantity


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Less than 1% of what our people require came.", "what our people require came"),
        ("About 40% of the fleet sank.", "the fleet"),
        ("40 percent of all boats in Lindhaven sank.", "all boats in Lindhaven"),
        ("Exports account for 40 percent of the town's income.", "the town's income"),
        ("Some 40% of those who voted stayed.", "those who voted stayed"),
        ("They hold a 40% share of the market.", "the market"),
        ("They hold a 40% stake in the port.", "the port"),
        ("Of the boats, 40% sank.", "the boats"),
        ("They lost boats, 10 per cent of which were new.", "which"),
        ("They received 4% of the $2.8 billion.", "the $2.8 billion"),
        ("A third of the boats left.", "the boats"),
        ("Two thirds of all boats left.", "all boats"),
        ("More than half the boats left.", "the boats"),
        ("One in five boats sank.", "boats"),
        ("Seven out of ten boats sank.", "boats"),
        ("Three of every four boats sank.", "boats"),
        ("15 of the 19 boats sank.", "the 19 boats"),
    ],
)
def test_the_whole_of_a_share(text: str, whole: str) -> None:
    share = quantities(text)[0].share_of
    assert share is not None
    assert share.text == whole


def test_a_part_of_what_the_sentence_opens_with_counts_the_same() -> None:
    whole, part = quantities("Of the 600 boats, 40 sank.")
    assert (whole.lower, part.lower, part.unit_name) == (600, 40, "boat")
    assert part.share_of is not None
    assert part.share_of.text == "the 600 boats"


@pytest.mark.parametrize("part", ["two-thirds", "40%", "one in five"])
def test_so_is_a_fraction_of_it(part: str) -> None:
    whole, share = quantities(f"Of the 600 crews asked, {part} stayed.")
    assert (whole.unit_name, share.unit_name in (None, "per cent", "percent")) == ("crew", True)
    assert share.share_of is not None
    assert share.share_of.text == "the 600 crews asked"


def test_a_half_of_one_per_cent_is_a_share_of_nothing(only: Callable[[str], Quantity]) -> None:
    assert quantities("It is half of 1 percent.")[0].share_of is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It rose by 2 percentage points.", "pp"),
        ("It rose 2 pp.", "pp"),
        ("It fell by 2 p.p.", "pp"),
        ("It rose 2 %-points.", "pp"),
        ("It rose half a percentage point.", "pp"),
        ("It is down 25 basis points.", "bp"),
        ("It rose by two per cent.", "%"),
        ("It is at 40 pct.", "%"),
    ],
)
def test_points_are_no_per_cent(text: str, unit: str, only: Callable[[str], Quantity]) -> None:
    assert only(text).unit == unit
