"""One sum: what is stated, what the other figures give, and whether the two can both hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.evidence.inside.sentences import Figure
from onrecord.evidence.inside.sets import meet
from onrecord.record import ArithmeticKind, Interval, Result, Time

__all__ = ["Sets", "Sum", "compared", "middle", "near", "number", "sets_of", "stated", "tested"]

Sets = tuple[Interval, Interval]
"""The narrowest and the widest set that something may stand for."""

FAR = 2.0
"""A sum that misses by more than this factor is likelier to be misread than wrong, and is not reported."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum before it has its id; ``place`` is where what is tested stands in the text."""

    place: int
    kind: ArithmeticKind
    result: Result
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    claimed: Interval | None
    computed: Interval | None
    working: str


def sets_of(figure: Figure) -> Sets:
    """The two sets of a figure."""
    return figure.narrow, figure.wide


def compared(operation: Callable[..., Interval], *inputs: Sets) -> Sets:
    """``operation`` on the narrowest sets of its inputs, and on the widest."""
    narrow = operation(*(each[0] for each in inputs))
    return narrow, operation(*(each[1] for each in inputs))


def tested(claimed: Sets, computed: Sets) -> tuple[Result, Interval, Interval]:
    """The result and the two sets that it comes from.

    The sets grow from reading to reading, so the narrowest that meet meet in every reading, and the widest that do not
    meet in none. In between it depends on how far the figures are rounded.
    """
    if meet(claimed[0], computed[0]):
        return "consistent", claimed[0], computed[0]
    if meet(claimed[1], computed[1]):
        return "depends", claimed[0], computed[0]
    return "inconsistent", claimed[1], computed[1]


def near(claimed: Interval, computed: Interval, far: float = FAR) -> bool:
    """Whether a slip may explain the difference of the two: they are within a factor ``far`` of each other."""
    a, b = middle(claimed), middle(computed)
    if a is None or b is None:
        return False
    return a == b or (a * b > 0 and max(abs(a), abs(b)) <= far * min(abs(a), abs(b)))


def number(value: float | None, digits: int = 4) -> str:
    """A value as it is written in a working: thousands separated, no more digits than it needs."""
    if value is None:
        return "?"
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{value:,.0f}"
    if abs(value) >= 1e15:
        return f"{value:.{digits}g}"
    decimals = max(0, digits - len(str(int(abs(value)))))
    return f"{value:,.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:,.0f}"


def stated(figure: Figure) -> str:
    """A figure's value as it is written in a working, with its bound or blur."""
    quantity = figure.quantity
    about = "about " if quantity.approximate else ""
    if quantity.lower == quantity.upper:
        return about + number(quantity.lower, 12)
    if quantity.lower is None:
        return ("less than " if quantity.upper_open else "at most ") + number(quantity.upper, 12)
    if quantity.upper is None:
        return ("more than " if quantity.lower_open else "at least ") + number(quantity.lower, 12)
    return f"{about}{number(quantity.lower, 12)} to {number(quantity.upper, 12)}"


def middle(interval: Interval) -> float | None:
    """The value to show for a computed set: its middle, or the end that it has."""
    if interval.lower is None or interval.upper is None:
        return interval.upper if interval.lower is None else interval.lower
    return (interval.lower + interval.upper) / 2
