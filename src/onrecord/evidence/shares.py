"""Shares, and figures per head: one series divided by another."""

from __future__ import annotations

import re
from datetime import date

from onrecord.evidence.asked import Asked
from onrecord.evidence.forms import Outcome, Subject
from onrecord.evidence.measures import claimed_words, distance_words, in_unit, number_words
from onrecord.evidence.periods import Period, words_for
from onrecord.evidence.query import Missing, Value
from onrecord.evidence.verdict import holds
from onrecord.record import Interval, QueryForm

__all__ = ["per_head", "share"]

_HEADS = re.compile(r"(\d*)\.?\{\w+\}")


def share(
    item: Asked, part: Subject, whole: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """What share ``part`` is of ``whole`` in a period, in per cent."""
    if part.series.unit != whole.series.unit:
        return Missing(
            "unit_mismatch", f"{part.table.path} is in {part.series.unit}, {whole.table.path} in another unit"
        )
    above = part.value(period.lo, period.hi, part.whole(period.lo, period.hi))
    if isinstance(above, Missing):
        return above
    below = _whole(whole, period.lo, period.hi)
    if isinstance(below, Missing):
        return below
    assert item.quantity is not None  # noqa: S101 (a share is a figure)
    wanted = in_unit(claimed, item.quantity.unit, "%") or claimed
    return _ratio(item, "share", part, whole, above, below, 100.0, "%", period, wanted)


def _whole(whole: Subject, lo: date, hi: date) -> Value | Missing:
    """The denominator for the days from ``lo`` to ``hi``: a rate a day times the days, else the series' own value."""
    series = whole.series
    if series.per is None:
        return whole.value(lo, hi, whole.whole(lo, hi))
    count = {"d": (hi - lo).days + 1, "wk": ((hi - lo).days + 1) / 7}.get(series.per)
    if count is None:
        return Missing("unit_mismatch", f"{whole.table.path} is per {series.per}")
    span = whole.span()
    if span is None:
        return Missing("outside_coverage", f"{whole.table.path} has no value")
    found = whole.value(*span, "only")
    if isinstance(found, Missing):
        return found
    return Value(found.number * count, found.half * count, found.query, found.rows, found.omitted, found.parts)


def per_head(
    item: Asked, part: Subject, people: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """``part`` per so many of ``people``, whose number is that of the period or the only one there is."""
    assert item.quantity is not None and item.quantity.per is not None  # noqa: S101
    match = _HEADS.fullmatch(item.quantity.per)
    if match is None:
        return Missing("unit_mismatch", f"the claim is per {item.quantity.per}")
    above = part.value(period.lo, period.hi, part.whole(period.lo, period.hi))
    if isinstance(above, Missing):
        return above
    below = people.value(period.lo, period.hi, "only")
    if isinstance(below, Missing) and people.table.periods.grain == "year":
        below = people.value(date(period.hi.year, 1, 1), date(period.hi.year, 12, 31), "only")
    if isinstance(below, Missing):
        return below
    wanted = in_unit(claimed, item.quantity.unit, part.series.unit)
    if wanted is None:
        return Missing(
            "unit_mismatch", f"the claim is in {item.quantity.unit}, {part.table.path} in {part.series.unit}"
        )
    heads = float(match[1] or 1)
    return _ratio(item, "per_head", part, people, above, below, heads, part.series.unit, period, wanted)


def _ratio(
    item: Asked,
    form: QueryForm,
    part: Subject,
    whole: Subject,
    above: Value,
    below: Value,
    times: float,
    unit: str,
    period: Period,
    claimed: tuple[Interval, ...],
) -> Outcome | Missing:
    if not below.number:
        return Missing("no_value", f"{whole.table.path} is nought: no ratio can be made")
    assert item.quantity is not None  # noqa: S101
    number = above.number / below.number * times
    half = abs(number) * (below.half / abs(below.number)) + above.half / abs(below.number) * times
    shown = "× 100 = " if times == 100 else f"× {number_words(times)} = " if times != 1 else "= "
    line = (
        f"{words_for(period.lo, period.hi)}: {number_words(above.number)} ({part.producer}) ÷ "
        f"{number_words(below.number)} ({whole.producer}) {shown}{number_words(number)}{' %' if unit == '%' else ''}; "
        f"claimed {claimed_words(item.quantity)}"
    )
    away = None if holds(claimed[0], number) else distance_words(claimed[0], number)
    against = whole.series.property
    working = f"{line}; {away}" if away else line
    return Outcome(form, number, half, claimed, working, (above, below), unit, period.lo, period.hi, against)
