"""Figures of claims in the units of series, and both in words."""

from __future__ import annotations

from onrecord.evidence.verdict import scaled
from onrecord.normalise.quantities.conversion import convert
from onrecord.record import Interval, Quantity

__all__ = ["claimed_words", "distance_words", "in_unit", "number_words"]

_SIGNS = {"%": " %", "pp": " percentage points", "1": ""}


def in_unit(intervals: tuple[Interval, ...], unit: str, to: str) -> tuple[Interval, ...] | None:
    """``intervals`` of ``unit`` in the unit ``to``; None where one does not convert into the other."""
    if unit == to or {unit, to} == {"l", "L"}:  # UCUM has both for the litre
        return intervals
    if unit == "1" and to == "%":
        if any((interval.lower or 0) > 1 for interval in intervals):
            return None  # a bare "74.8" is no share of one: in what it is was not read
        return tuple(scaled(interval, 100.0) for interval in intervals)
    zero, one = convert(0.0, unit, to), convert(1.0, unit, to)
    if zero is None or one is None:
        return None
    if not zero:  # a larger value, so that a small factor keeps its digits
        one = (convert(1e6, unit, to) or 0.0) / 1e6
    return tuple(scaled(interval, one - zero, zero) for interval in intervals)


def number_words(number: float) -> str:
    """A number as people write it, to at most four places where it is not whole."""
    if abs(number - round(number)) < 1e-6:
        return f"{round(number):,}"
    if abs(number) >= 1000:
        return f"{number:,.1f}"
    return f"{number:.4g}" if abs(number) < 100 else f"{number:.1f}"


def claimed_words(quantity: Quantity) -> str:
    """The figure of a claim: "at most 1,200", "about 4.2 %", "200 to 300"."""
    unit = _SIGNS.get(quantity.unit, f" {quantity.unit}")
    about = "about " if quantity.approximate else ""
    lower, upper = quantity.lower, quantity.upper
    if lower is not None and lower == upper:
        return f"{about}{number_words(lower)}{unit}"
    if lower is not None and upper is not None:
        return f"{about}{number_words(lower)} to {number_words(upper)}{unit}"
    if upper is not None:
        return f"{'less than' if quantity.upper_open else 'at most'} {about}{number_words(upper)}{unit}"
    if lower is not None:
        return f"{'more than' if quantity.lower_open else 'at least'} {about}{number_words(lower)}{unit}"
    return "no figure"


def distance_words(claimed: Interval, number: float) -> str | None:
    """How far ``number`` is outside ``claimed``: "0.75 % above"; None inside it."""
    if claimed.upper is not None and number > claimed.upper:
        end, side = claimed.upper, "above"
    elif claimed.lower is not None and number < claimed.lower:
        end, side = claimed.lower, "below"
    else:
        return None
    if not end:
        return f"{number_words(abs(number - end))} {side}"
    share = abs(number - end) / abs(end) * 100
    if share < 100:
        return f"{share:.2g} % {side}" if share < 10 else f"{share:.0f} % {side}"
    return f"{number_words(abs(number - end))} {side}"
