"""A quantity while it is being read: token ranges and values, before they become the record's dataclass."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.normalise.numbers import Number
from onrecord.normalise.quantities.bounds import Effect
from onrecord.normalise.quantities.measures import Measure
from onrecord.normalise.quantities.nouns import Counted
from onrecord.record import Relation, Trend

__all__ = ["Draft", "Range"]

Range = tuple[int, int]
"""Tokens ``[first, last)``."""


@dataclass(slots=True)
class Draft:
    """One number with what was found around it; ``first`` and ``last`` grow as more of the text belongs to
    it.

    ``joined`` is how a range is written: "-", "to" or "±"; ``reach`` the token after the rate.
    """

    number: Number
    first: int
    last: int
    lower: float | None
    upper: float | None
    measure: Measure | None = None
    money_first: bool = False
    lower_open: bool = False
    upper_open: bool = False
    approximate: bool = False
    bounded: bool = False
    joined: str | None = None
    reach: int = 0
    unit: str = "1"
    unit_name: str | None = None
    noun: Counted | None = None
    per: str | None = None
    trend: Trend | None = None
    of: Range | None = None
    share: Range | None = None
    relation: Relation | None = None
    reference: Range | None = None
    other: Draft | None = None

    def apply(self, effect: Effect) -> None:
        """Move or open the ends as a bound says."""
        if effect in ("lt", "le"):
            self.lower, self.upper_open = None, effect == "lt"
        elif effect in ("gt", "ge"):
            self.upper, self.lower_open = None, effect == "gt"
        elif effect == "closed":
            self.lower_open = self.upper_open = False
        elif effect == "about":
            self.approximate = True
        self.bounded = self.bounded or effect not in ("about", "equal")

    def same_unit(self, other: Draft) -> bool:
        """Whether the two could share a unit: equal, or one of them has none."""
        return (self.unit == other.unit and self.per == other.per) or not (self.measure and other.measure)
