"""Short ways to say what a text's quantities are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.normalise.quantities import quantities
from onrecord.record import Quantity


def _written(quantity: Quantity) -> str:
    """A quantity on one line: ">500 truck /d", "3..5 %", "~20 USD up"."""
    low, high = quantity.lower, quantity.upper
    if low == high and low is not None:
        ends = f"{low:g}"
    elif low is None:
        ends = f"{'<' if quantity.upper_open else '≤'}{high:g}"
    elif high is None:
        ends = f"{'>' if quantity.lower_open else '≥'}{low:g}"
    else:
        ends = f"{'(' if quantity.lower_open else ''}{low:g}..{high:g}{')' if quantity.upper_open else ''}"
    unit = quantity.unit if quantity.unit != "1" else quantity.unit_name or "-"
    parts = [
        "~" * quantity.approximate + ends,
        unit,
        f"/{quantity.per}" if quantity.per else "",
        quantity.trend or "",
    ]
    return " ".join(part for part in parts if part)


@pytest.fixture
def written() -> Callable[..., list[str]]:
    """The quantities of a text, each on one line."""
    return lambda text, **options: [_written(quantity) for quantity in quantities(text, **options)]


@pytest.fixture
def only() -> Callable[[str], Quantity]:
    """The one quantity of a text."""

    def find(text: str) -> Quantity:
        (quantity,) = quantities(text)
        return quantity

    return find
