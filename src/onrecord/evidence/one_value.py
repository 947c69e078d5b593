"""Query forms that give one value of one period: a level or a sum, a mean, the greatest, the least."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.evidence.asked import Asked
from onrecord.evidence.measures import number_words
from onrecord.evidence.model import Grain
from onrecord.evidence.outcome import NAMES, OTHERWISE, Outcome, closing, in_series_unit, listed_words, of_value
from onrecord.evidence.per_time import from_rate, per_time, usual
from onrecord.evidence.periods import Period, pieces, shifted, words_for
from onrecord.evidence.query import Aggregate, Missing, Value, days_of
from onrecord.evidence.subject import Subject
from onrecord.evidence.verdict import holds
from onrecord.record import Interval, QueryForm

__all__ = ["one_value"]

_AGGREGATES: dict[str, Aggregate] = {"mean": "avg", "maximum": "max", "minimum": "min"}


def one_value(
    item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """The outcomes of ``item``, a level, mean, maximum, minimum or rate by time: two where a level of a rate or a stock
    over several periods may be their mean or their last value."""
    wanted = in_series_unit(item, subject, claimed)
    if isinstance(wanted, Missing):
        yield wanted
        return
    per = item.quantity.per if item.quantity else None
    if item.usual:
        yield usual(item, subject, period, wanted)
    elif item.form == "per_day" or per:
        yield per_time(item, subject, period, wanted, per or "d")
    elif subject.series.per and item.form != "mean":
        yield from_rate(item, subject, period, wanted)
    else:
        days = _opened(subject, period.hi) if period.open else (period.lo, period.hi)
        if isinstance(days, Missing):
            yield days
        elif period.open and item.form == "level" and subject.whole == "sum":
            yield from _level(subject, item, days, wanted)
            for other, note in _starts(subject, days):
                for outcome in _level(subject, item, other, wanted):
                    if isinstance(outcome, Outcome):
                        yield replace(outcome, assumed=(*outcome.assumed, f"{OTHERWISE}{note}"))
        elif item.form == "mean" and item.grain == "day" and subject.table.periods.grain != "day":
            yield per_time(item, subject, period, wanted, "d")  # "averaged 302 a day", where the table is by the month
        elif item.form == "level":
            yield from _level(subject, item, days, wanted)
        else:
            yield _aggregate(subject, item, days, wanted)


def _opened(subject: Subject, hi: date) -> tuple[date, date] | Missing:
    """The days that "by" a day means: all of a flow so far, else the last value there was."""
    nothing = Missing("outside_coverage", f"{subject.table.path} has nothing up to {hi}")
    span = subject.span()
    if span is None or span[0] > hi:
        return nothing
    if subject.series.sort == "flow":
        return span[0], hi
    found = subject.values(span[0], hi)
    if isinstance(found, Missing):
        return found
    return (days_of(found.rows[-1]) if found.rows else None) or nothing


def _starts(subject: Subject, days: tuple[date, date]) -> Iterator[tuple[tuple[date, date], str]]:
    """What "by" a day may count from besides the beginning of the series: its year, or its own unit of the table."""
    lo, hi = days
    if lo < (year := date(hi.year, 1, 1)):
        yield (year, hi), f"counted from the beginning of {hi.year}"
    grain = subject.table.periods.grain
    before = shifted(hi, hi, grain)
    if grain != "period" and before and lo <= before[1]:
        yield (before[1] + timedelta(1), hi), f"the {grain} up to {hi} is meant"


def _level(
    subject: Subject, item: Asked, days: tuple[date, date], claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    whole = subject.whole
    found = subject.value(*days)
    if isinstance(found, Value):
        form: QueryForm = "sum" if whole == "sum" and len(found.parts) > 1 else "level"
        yield of_value(subject, item, form, found, days, claimed)
        return
    if found.reason != "no_period" or whole == "sum":
        yield found
        return
    # A rate or a stock over several periods: its mean, or its value at the end; the claim does not say which.
    mean, rows = subject.value(*days, "avg"), subject.values(*days)
    if isinstance(mean, Missing):
        yield mean
        return
    if isinstance(rows, Missing):
        yield rows
        return
    yield of_value(subject, item, "mean", mean, days, claimed, "the mean of the period is meant")
    last = days_of(rows.rows[-1])
    end = subject.value(*last, "only") if last else None
    if last and isinstance(end, Value):
        yield of_value(subject, item, "level", end, last, claimed, "the value at the end of the period is meant")


def _aggregate(
    subject: Subject, item: Asked, days: tuple[date, date], claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    grain = item.grain or subject.table.periods.grain
    if grain != subject.table.periods.grain:
        return _coarser(subject, item, days, claimed, grain)
    found = subject.value(*days, _AGGREGATES[item.form])
    alone = isinstance(found, Value) and len(found.parts) == 1 and item.form == "mean" and subject.whole == "sum"
    if alone and isinstance(found, Value) and not holds(claimed[0], found.number):
        return Missing("no_period", f"one value, of {words_for(*days)}, is no mean")
    return found if isinstance(found, Missing) else of_value(subject, item, item.form, found, days, claimed)


def _coarser(
    subject: Subject, item: Asked, days: tuple[date, date], claimed: tuple[Interval, ...], grain: Grain
) -> Outcome | Missing:
    """The mean, greatest or least of sums over a longer unit than the table's: the average month of a daily series."""
    parts = pieces(*days, grain)
    if not parts or subject.series.sort != "flow":
        return Missing("no_period", f"{subject.table.path} has no values by the {grain} for {words_for(*days)}")
    sums = [subject.value(*part, "sum") for part in parts]
    for found in sums:
        if isinstance(found, Missing):
            return found
    whole = tuple(found for found in sums if isinstance(found, Value))
    numbers = [found.number for found in whole]
    number = {"mean": sum(numbers) / len(numbers), "maximum": max(numbers), "minimum": min(numbers)}[item.form]
    half = max(found.half for found in whole)
    shown = (
        f"{words_for(*days)}, {NAMES[item.form]} of {len(numbers)} {grain}s ({listed_words(numbers)}) = "
        f"{number_words(number)}"
    )
    working = closing(subject, item, shown, number, claimed)
    return Outcome(item.form, number, half, claimed, working, whole, subject.series.unit, *days)
