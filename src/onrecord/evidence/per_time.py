"""Query forms by time: a figure a day or a month, a total from a rate, a figure against what was usual a day."""

from __future__ import annotations

from onrecord.evidence.asked import Asked
from onrecord.evidence.measures import number_words
from onrecord.evidence.model import Grain, Series
from onrecord.evidence.outcome import Outcome, away_words, closing, figure, of_value, sum_words
from onrecord.evidence.periods import Period, pieces, words_for
from onrecord.evidence.query import Missing
from onrecord.evidence.subject import Subject
from onrecord.record import Interval

__all__ = ["from_rate", "per_time", "usual"]

_PER: dict[str, tuple[Grain, str]] = {
    "d": ("day", "a day"),
    "wk": ("week", "a week"),
    "mo": ("month", "a month"),
    "{quarter}": ("quarter", "a quarter"),
    "a": ("year", "a year"),
}
_OFTEN = {"d": "daily", "wk": "weekly", "mo": "monthly", "a": "annual"}
_MANY_DAYS = 28  # days from which a part of a week no longer matters to a mean by the week
_DAYS = {"d": 1.0, "wk": 7.0, "mo": 365.25 / 12}
"""Days of a unit of time. UCUM's month is a twelfth of a mean Julian year (https://ucum.org/ucum)."""


def from_rate(item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]) -> Outcome | Missing:
    """A total from a series that gives a rate a day: the rate times the days of its own period."""
    series, days = subject.series, (period.lo, period.hi)
    if series.per != "d" or item.form != "level" or period.open:
        return Missing("unit_mismatch", f"{subject.table.path} is per {series.per}, the claim is of a whole")
    found = subject.value(*days, "only")
    if isinstance(found, Missing):
        return found
    count = _length(period)
    number = found.number * count
    shown = f"{words_for(*days)}: {number_words(found.number)} a day × {count} days = {number_words(number)}"
    working = closing(subject, item, shown, number, claimed)
    return Outcome("sum", number, found.half * count, claimed, working, (found,), series.unit, *days)


def usual(item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]) -> Outcome | Missing:
    """A figure over ``item.over`` days against what was usual a day: "as many as in 48 hours before".

    ``claimed`` is by the day.
    """
    series, over = subject.series, item.over or 1
    length = _DAYS.get(series.per or "")
    if length is None:
        return Missing("unit_mismatch", f"{subject.table.path} is per {series.per}, which is no fixed number of days")
    found = subject.value(period.lo, period.hi, "only")
    if isinstance(found, Missing):
        return found
    number, quantity = found.number / length, figure(item)
    stated = quantity.upper if quantity.upper is not None else quantity.lower or 0.0
    if length == 1:
        shown = f"usual before: {number_words(found.number)} a day"
    else:
        division = f"{number_words(found.number)} ÷ {number_words(length)} days"
        shown = f"usual before: {division} = {number_words(number)} a day"
    each = f"{number_words(stated)} in {over} days = {number_words(stated / over)} a day"
    working = f"{shown} ({subject.producer}); claimed {each}{away_words(claimed, number)}"
    half, days, against = found.half / length, (period.lo, period.hi), "what was usual before"
    return Outcome("per_day", number, half, claimed, working, (found,), series.unit, *days, against)


def per_time(
    item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...], per: str
) -> Outcome | Missing:
    """A figure by a unit of time, ``per`` in UCUM: that of a series by the same, or a flow over its number of units."""
    series, days = subject.series, (period.lo, period.hi)
    if series.per == per:
        found = subject.value(*days, "only")
        return found if isinstance(found, Missing) else of_value(subject, item, "level", found, days, claimed)
    if per in _OFTEN and not series.per and any(_OFTEN[per] in name.lower().split() for name in _labels(series)):
        found = subject.value(*days, "only")  # "£82 a month" of a monthly bill
        return found if isinstance(found, Missing) else of_value(subject, item, "level", found, days, claimed)
    if per not in _PER or series.per or series.sort != "flow":
        return Missing("unit_mismatch", f"the claim is per {per}, {subject.table.path} is not")
    grain, words = _PER[per]
    count: float = _length(period) if grain == "day" else len(pieces(*days, grain) or ())
    if not count and grain == "week" and _length(period) >= _MANY_DAYS:
        count = _length(period) / _DAYS["wk"]  # a year has no whole number of weeks
    if not count:
        return Missing("no_period", f"{words_for(*days)} is not of whole {grain}s")
    found = subject.value(*days, "sum")
    if isinstance(found, Missing):
        return found
    number = found.number / count
    shown = f"{words_for(*days)}: {sum_words(found)} ÷ {number_words(count)} {grain}s = {number_words(number)} {words}"
    working = closing(subject, item, shown, number, claimed)
    return Outcome("per_day", number, found.half / count, claimed, working, (found,), series.unit, *days)


def _labels(series: Series) -> tuple[str, ...]:
    return (series.property, *series.synonyms)


def _length(period: Period) -> int:
    """The days of a period, first and last counted."""
    return (period.hi - period.lo).days + 1
