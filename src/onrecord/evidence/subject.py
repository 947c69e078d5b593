"""A series and whose values of it are meant: what every query form asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from onrecord.evidence.gates import names_of, producer_of
from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.query import Aggregate, Missing, Rows, Runs, Value, span_of, value, values
from onrecord.evidence.summed import greatest, summed_rows, summed_value

__all__ = ["Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """The values that ``series`` of ``table`` has of ``entity`` (None: the table is of no entity), or of the entities
    ``every``, added up.

    Every method asks the store, so each may raise :class:`onrecord.errors.EvidenceError`.
    """

    store: Runs
    pack: Pack
    table: Table
    series: Series
    entity: str | None
    every: tuple[str, ...] = ()

    def value(self, lo: date, hi: date, how: Aggregate | None = None) -> Value | Missing:
        """One number of the days from ``lo`` to ``hi``, both included; without ``how``, the one that is their value."""
        how = how or self.whole
        if not self.every:
            return value(self.store, self.pack, self.table, self.series, self.entity, lo, hi, how)
        if self.series.sort not in ("flow", "stock"):
            return Missing("no_value", f"values of {self.table.path} do not add up over entities")
        if how in ("min", "max"):
            whole = self.value(lo, hi, "avg")  # what is wrong with a row of these days is told so
            rows = self.values(lo, hi)
            return whole if isinstance(whole, Missing) else greatest(rows, self.series, len(self.every), how)
        return summed_value([one.value(lo, hi, how) for one in self._ones()], how)

    def values(self, lo: date, hi: date) -> Rows | Missing:
        """The values from ``lo`` to ``hi``, period by period."""
        if self.every:
            return summed_rows([one.values(lo, hi) for one in self._ones()])
        return values(self.store, self.pack, self.table, self.series, self.entity, lo, hi)

    def span(self) -> tuple[date, date] | None:
        """First and last day that there are values of; None where there are none."""
        if self.every:
            spans = [one.span() for one in self._ones()]
            known = [span for span in spans if span]
            lo, hi = max((a for a, _ in known), default=None), min((b for _, b in known), default=None)
            return (lo, hi) if lo and hi and lo <= hi and len(known) == len(spans) else None
        return span_of(self.store, self.pack, self.table, self.series, self.entity)

    def _ones(self) -> list[Subject]:
        return [replace(self, entity=entity, every=()) for entity in self.every]

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
        if self.every:
            return f"all {len(self.every)} of {self.table.path}, {self.producer}"
        if self.table.entities.column is not None and self.entity:
            return f"{names_of(self.table.entities, self.entity)[0]}, {self.producer}"
        return self.producer
