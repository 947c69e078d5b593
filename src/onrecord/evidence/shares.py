"""Shares, and figures per head: one series divided by another."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.evidence.asked import Asked
from onrecord.evidence.measures import claimed_words, in_unit, number_words
from onrecord.evidence.outcome import Outcome, away_words, figure, in_series_unit
from onrecord.evidence.periods import Period, words_for
from onrecord.evidence.printed import printed
from onrecord.evidence.query import Missing, Value
from onrecord.evidence.subject import Subject
from onrecord.record import Interval, QueryForm

__all__ = ["per_head", "ratio", "share"]

_HEADS = re.compile(r"(?<!\d)(\d{0,12})\.?\{\w{1,60}\}")


def share(
    item: Asked,
    part: Subject,
    whole: Subject,
    period: Period,
    claimed: tuple[Interval, ...],
    days: tuple[date, date] | None = None,
) -> Outcome | Missing:
    """What share ``part`` is of ``whole`` in a period, in per cent; ``days`` are those of the whole, if others."""
    if part.series.unit != whole.series.unit:
        words = f"{part.table.path} is in {part.series.unit}, {whole.table.path} in another unit"
        return Missing("unit_mismatch", words)
    above = part.value(period.lo, period.hi)
    if isinstance(above, Missing):
        return above
    below = _whole(whole, *(days or (period.lo, period.hi)))
    if isinstance(below, Missing):
        return below
    wanted = in_unit(claimed, figure(item).unit, "%") or claimed
    return _ratio(item, "share", part, whole, above, below, 100.0, "%", period, wanted)


def ratio(
    item: Asked, part: Subject, whole: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """How much of ``part`` there is in a period for so much of ``whole`` as the claim says."""
    unit = figure(item).unit
    if part.series.unit != whole.series.unit and unit != part.series.unit:
        words = f"{part.table.path} is in {part.series.unit}, {whole.table.path} in {whole.series.unit}"
        return Missing("unit_mismatch", words)
    above, below = part.value(period.lo, period.hi), whole.value(period.lo, period.hi)
    if isinstance(above, Missing):
        return above
    if isinstance(below, Missing):
        return below
    return _ratio(item, "ratio", part, whole, above, below, item.by, "1", period, claimed)


def _whole(whole: Subject, lo: date, hi: date) -> Value | Missing:
    """The denominator for the days from ``lo`` to ``hi``: a rate a day times the days, else the series' own value."""
    series, length = whole.series, (hi - lo).days + 1
    if series.per is None:
        return whole.value(lo, hi)
    count = {"d": length, "wk": length / 7}.get(series.per)
    if count is None:
        return Missing("unit_mismatch", f"{whole.table.path} is per {series.per}")
    span = whole.span()
    if span is None:
        return Missing("outside_coverage", f"{whole.table.path} has no value")
    found = whole.value(*span, "only")
    if isinstance(found, Missing):
        return found
    return replace(found, number=found.number * count, half=found.half * count)


def per_head(
    item: Asked, part: Subject, people: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """``part`` per so many of ``people``, whose number is that of the period or of its year."""
    quantity = figure(item)
    match = _HEADS.fullmatch(quantity.per or "")
    if match is None:
        return Missing("unit_mismatch", f"the claim is per {quantity.per}")
    above = part.value(period.lo, period.hi)
    if isinstance(above, Missing):
        return above
    below = people.value(period.lo, period.hi, "only")
    if isinstance(below, Missing) and people.table.periods.grain == "year":
        below = people.value(date(period.hi.year, 1, 1), date(period.hi.year, 12, 31), "only")
    if isinstance(below, Missing):
        return below
    wanted = in_series_unit(item, part, claimed)
    if isinstance(wanted, Missing):
        return wanted
    heads = float(match[1] or 1)
    if quantity.unit == "1" and quantity.lower == quantity.upper == 1 and heads > 1 and above.number:
        return _one_for(item, part, people, above, below, heads, period)
    return _ratio(item, "per_head", part, people, above, below, heads, part.series.unit, period, wanted)


def _one_for(
    item: Asked, part: Subject, people: Subject, above: Value, below: Value, heads: float, period: Period
) -> Outcome:
    """How many people there are to one: "one burglary for every 236 residents"."""
    number = below.number / above.number
    half = number * (below.half / below.number + above.half / above.number) if below.number else 0.0
    stated = replace(figure(item), lower=heads, upper=heads)
    claimed = printed(f"{heads:,.0f}", stated)
    line = (
        f"{words_for(period.lo, period.hi)}: {number_words(below.number)} ({people.producer}) ÷ "
        f"{number_words(above.number)} ({part.producer}) = {number_words(number)} to one; "
        f"claimed {claimed_words(stated)}{away_words(claimed, number)}"
    )
    days, against = (period.lo, period.hi), people.series.property
    return Outcome("per_head", number, half, claimed, line, (above, below), "1", *days, against, whole=people)


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
    """``above`` over ``below``, ``times`` so much, in ``unit``."""
    if not below.number:
        return Missing("no_value", f"{whole.table.path} is nought: no ratio can be made")
    number = above.number / below.number * times
    half = abs(number) * (below.half / abs(below.number)) + above.half / abs(below.number) * times
    shown = "× 100 = " if times == 100 else f"× {number_words(times)} = " if times != 1 else "= "
    line = (
        f"{words_for(period.lo, period.hi)}: {number_words(above.number)} ({part.producer}) ÷ "
        f"{number_words(below.number)} ({whole.producer}) {shown}{number_words(number)}{' %' if unit == '%' else ''}; "
        f"claimed {claimed_words(figure(item))}{away_words(claimed, number)}"
    )
    days, against = (period.lo, period.hi), whole.series.property
    return Outcome(form, number, half, claimed, line, (above, below), unit, *days, against, whole=whole)
