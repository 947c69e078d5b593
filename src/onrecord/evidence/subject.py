"""A series and whose values of it are meant: what every query form asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.evidence.gates import names_of, producer_of
from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.query import Aggregate, Missing, Rows, Runs, Value, span_of, value, values

__all__ = ["Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """The values that ``series`` of ``table`` has of ``entity`` (None: the table is of no entity).

    Every method asks the store, so each may raise :class:`onrecord.errors.EvidenceError`.
    """

    store: Runs
    pack: Pack
    table: Table
    series: Series
    entity: str | None

    def value(self, lo: date, hi: date, how: Aggregate | None = None) -> Value | Missing:
        """One number of the days from ``lo`` to ``hi``, both included; without ``how``, the one that is their value."""
        return value(self.store, self.pack, self.table, self.series, self.entity, lo, hi, how or self.whole)

    def values(self, lo: date, hi: date) -> Rows | Missing:
        """The values from ``lo`` to ``hi``, period by period."""
        return values(self.store, self.pack, self.table, self.series, self.entity, lo, hi)

    def span(self) -> tuple[date, date] | None:
        """First and last day that there are values of; None where there are none."""
        return span_of(self.store, self.pack, self.table, self.series, self.entity)

    @property
    def whole(self) -> Aggregate:
        """How the values of several periods give one: a flow adds up, anything else has one value only."""
        return "sum" if self.series.sort == "flow" else "only"

    @property
    def producer(self) -> str:
        """Who made the series."""
        return producer_of(self.table, self.series)

    @property
    def definition(self) -> str | None:
        """What the series counts and how, as the descriptor has it."""
        return self.series.definition or self.table.definition

    @property
    def words(self) -> str:
        """Whose figures, and by whom: the entity is named where the table has several."""
        if self.table.entities.column is not None and self.entity:
            return f"{names_of(self.table.entities, self.entity)[0]}, {self.producer}"
        return self.producer
