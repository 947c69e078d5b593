"""The maps of the quantities benchmark."""

from __future__ import annotations

import pytest

import quantities


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Dozens of boats left.", (12, 120, "=", "boat")),
        ("More than 40 steel boats left.", (40, 40, ">", "steel boat")),
        ("About 40 people left.", (40, 40, "~", "people")),
        ("Shares rose 5%.", (5, 5, "up", "percentage")),
        ("An increase of 5% came.", (5, 5, "=", "percentage")),
        ("It fell from 240 to 200 pounds.", (240, 200, "=", "pound-mass")),
        ("It costs $2 per gallon.", (2, 2, "=", "dollar per gallon")),
        ("They have one boat.", (1, 1, "=", "boat")),
        ("One third of them left.", (1 / 3, 1 / 3, "=", "-")),
    ],
)
def test_newsquant_s_conventions(text: str, row: tuple[object, ...]) -> None:
    (found,) = quantities.newsquant(text)
    assert (found["lo"], found["hi"], found["change"], found["unit_norm"]) == row


def test_newsquant_leaves_several_and_twice_out() -> None:
    assert quantities.newsquant("Several boats are twice as big.") == []
