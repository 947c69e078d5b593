"""Values of several entities of one series added up, period by period or as one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.evidence.model import Series
from onrecord.evidence.query import LISTED, Aggregate, Missing, Rows, Value
from onrecord.record import Observation

__all__ = ["greatest", "summed_rows", "summed_value"]


def summed_value(found: Sequence[Value | Missing], how: Aggregate) -> Value | Missing:
    """The sum of one number of each entity, which may be their mean over the same periods; how many periods there are
    where ``how`` counts these. :class:`Missing` where one of them is."""
    values: list[Value] = []
    for one in found:
        if isinstance(one, Missing):
            return one
        values.append(one)
    if len({len(one.parts) for one in values}) > 1:
        return Missing("data_fault", "not all of what is added up has a value for every period")
    if how == "count":
        return values[0]
    rows = [row for one in values for row in one.rows]
    left_out = sum(one.omitted for one in values) + max(0, len(rows) - LISTED)
    parts = tuple(sum(numbers) for numbers in zip(*(one.parts for one in values), strict=True))
    number, half = sum(one.number for one in values), sum(one.half for one in values)
    return Value(number, half, "; ".join(one.query for one in values), tuple(rows[:LISTED]), left_out, parts)


def summed_rows(found: Sequence[Rows | Missing]) -> Rows | Missing:
    """The sums of the entities period by period; :class:`Missing` where their periods are not the same."""
    every: list[Rows] = []
    for one in found:
        if isinstance(one, Missing):
            return one
        every.append(one)
    made: list[Observation] = []
    if len({tuple((row.lo, row.hi) for row in one.rows) for one in every}) > 1:
        return Missing("data_fault", "not all of what is added up has a value for every period")
    for rows in zip(*(one.rows for one in every), strict=True):
        made.append(replace(rows[0], value=sum(row.value or 0.0 for row in rows), entity=None))
    return Rows(tuple(made), "; ".join(one.query for one in every), sum(one.count for one in every))


def greatest(rows: Rows | Missing, series: Series, many: int, how: Aggregate) -> Value | Missing:
    """The greatest of the sums of ``many`` entities, or the least where ``how`` is "min"."""
    if isinstance(rows, Missing):
        return rows
    numbers = tuple(row.value for row in rows.rows if row.value is not None)
    number = max(numbers) if how == "max" else min(numbers)
    return rows.value(number, series.rounding * series.scale / 2 * many, numbers)
