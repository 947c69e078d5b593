"""Rates and stocks of several entities over a time of many values: "Tarn had less power than Elsin throughout 2023".

A rate of many months is not one value. But where one entity is above the other in every month, it is so by any mean of
them, and the claim may say "every month" or nothing. Where the months do not agree, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.evidence.query import Missing, Value, days_of
from onrecord.evidence.subject import Subject

__all__ = ["in_one_order"]


def in_one_order(subject: Subject, entities: Sequence[str], lo: date, hi: date) -> list[Value] | Missing:
    """The means of ``entities`` from ``lo`` to ``hi``, where each other one is above the first in every period there,
    or below it in every one."""
    means: list[Value] = []
    rows: list[dict[object, float | None]] = []
    for entity in entities:
        one = replace(subject, entity=entity, every=())
        mean, found = one.value(lo, hi, "avg"), one.values(lo, hi)
        if isinstance(mean, Missing):
            return mean
        if isinstance(found, Missing):
            return found
        means.append(mean)
        rows.append({days_of(row): row.value for row in found.rows})
    first = rows[0]
    for other in rows[1:]:
        if other.keys() != first.keys():
            return Missing("no_period", f"{subject.table.path} does not have the same periods of all that are compared")
        signs = {_sign(first[days], other[days]) for days in first}
        if len(signs) != 1 or 0 in signs:
            words = f"{subject.table.path} has {len(first)} values of the time, and they do not all go the same way"
            return Missing("no_period", words)
    return means


def _sign(a: float | None, b: float | None) -> int:
    return 0 if a is None or b is None else (a > b) - (a < b)
