"""Query forms that compare two values of one series: a change, a factor, more or less than."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.evidence.asked import Asked
from onrecord.evidence.measures import in_unit, number_words
from onrecord.evidence.model import Grain
from onrecord.evidence.outcome import Outcome, closing, in_series_unit
from onrecord.evidence.periods import Period, pieces, shifted, words_for
from onrecord.evidence.query import Missing, Value
from onrecord.evidence.subject import Subject
from onrecord.evidence.throughout import in_one_order
from onrecord.record import Interval, QueryForm

__all__ = ["bases", "between", "two_values"]

_CLAIMED = {1: "more", -1: "less", 0: "different"}


def two_values(
    item: Asked, subject: Subject, period: Period, base: Period | None, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """The value of ``period`` against that of ``base``, of the other end of one stretch, or of what is supposed where
    the claim gives nothing: one outcome for each that may be meant."""
    now = period.lo, period.hi
    if item.ends:
        ends = pieces(*now, _end_grain(subject, period))
        if not ends or len(ends) < 2:
            yield Missing("no_period", f"{words_for(*now)} has no two ends in {subject.table.path}")
            return
        yield from _in_two_periods(item, subject, ends[-1], ends[0], None, claimed)
    elif base is not None:
        yield from _in_two_periods(item, subject, now, (base.lo, base.hi), None, claimed)
    elif item.unread:
        yield Missing("no_period", "what the claim compares with is not read")
    elif year := _year_to(item, subject, period):
        yield from _in_two_periods(
            item, subject, *year, "the last of the year is compared with the one before it", claimed
        )
    else:
        for lo, hi, assumed in bases(item, subject, period):
            yield from _in_two_periods(item, subject, now, (lo, hi), assumed, claimed)


def _year_to(item: Asked, subject: Subject, period: Period) -> tuple[tuple[date, date], tuple[date, date]] | None:
    """Of twelve months up to one ("in the twelve months to January") the last value of what is no flow, and the one a
    year before: how such a change is told. None for any other stretch, also for a year of the calendar."""
    own = subject.table.periods.grain
    if item.earlier or subject.series.sort == "flow" or own not in ("month", "quarter") or period.lo.month == 1:
        return None
    if len(pieces(period.lo, period.hi, "month") or ()) != 12:
        return None
    parts = pieces(period.lo, period.hi, own)
    then = shifted(*parts[-1], "year") if parts else None
    return (parts[-1], then) if parts and then else None


def bases(item: Asked, subject: Subject, period: Period) -> Iterator[tuple[date, date, str | None]]:
    """What a change of ``period`` is from, where the claim gives no time for it: with what that supposes."""
    if item.earlier:
        moved = shifted(period.lo, period.hi, item.earlier)
        if moved:
            yield *moved, None
        return
    grain = subject.table.periods.grain
    length = pieces(period.lo, period.hi, grain)
    if length and len(length) == 1 and (moved := shifted(period.lo, period.hi, grain)):
        yield *moved, f"the change is from the {grain} before"
    if grain != "year" and (moved := shifted(period.lo, period.hi, "year")):
        yield *moved, "the change is from a year before"


def between(
    item: Asked, subject: Subject, other: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """Two entities of one series compared in one period: "Tarn exported more than Elsin"."""
    days, when = (period.lo, period.hi), words_for(period.lo, period.hi)
    names = f"{subject.entity}, {when}", f"{other.entity}, {when}"
    a, b = subject.value(*days), other.value(*days)
    if item.form == "comparison" and isinstance(a, Missing) and subject.entity and other.entity:
        means = in_one_order(subject, (subject.entity, other.entity), *days) if subject.series.sort != "flow" else a
        if not isinstance(means, Missing):
            a, b = means
            names = f"{subject.entity}, mean of {when}", f"{other.entity}, mean of {when}"
    yield from _of_found(item, subject, a, b, names, days, None, claimed)


def _in_two_periods(
    item: Asked,
    subject: Subject,
    now: tuple[date, date],
    then: tuple[date, date],
    assumed: str | None,
    claimed: tuple[Interval, ...],
) -> Iterator[Outcome | Missing]:
    names = words_for(*now), words_for(*then)
    yield from _of_found(item, subject, subject.value(*now), subject.value(*then), names, now, assumed, claimed)


def _end_grain(subject: Subject, period: Period) -> Grain:
    """How long the two ends of a stretch are: whole years in "2019 to 2023", else as the table has them."""
    own = subject.table.periods.grain
    grains: tuple[Grain, ...] = ("year", "quarter", "month") if own == "quarter" else ("year", "month")
    for grain in grains:
        parts = pieces(period.lo, period.hi, grain)
        if parts and len(parts) > 1:
            return grain
    return own


def _of_found(
    item: Asked,
    subject: Subject,
    a: Value | Missing,
    b: Value | Missing,
    names: tuple[str, str],
    now: tuple[date, date],
    assumed: str | None,
    claimed: tuple[Interval, ...],
) -> Iterator[Outcome | Missing]:
    if isinstance(a, Missing):
        yield a
    elif isinstance(b, Missing):
        yield b
    else:
        pair = _Pair(item, subject, a, b, names, now, (assumed,) if assumed else ())
        yield from pair.outcomes(claimed)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two values of ``subject``: ``a`` of the days ``now``, and ``b`` that it is compared with; ``names`` says of when,
    or of whom, each is."""

    item: Asked
    subject: Subject
    a: Value
    b: Value
    names: tuple[str, str]
    now: tuple[date, date]
    assumed: tuple[str, ...]

    @property
    def difference(self) -> float:
        return self.a.number - self.b.number

    @property
    def reach(self) -> float:
        """How far rounding may have moved the difference, either way."""
        return self.a.half + self.b.half

    @property
    def sign(self) -> int:
        """-1 where the claim states a fall as a positive figure; either way where it only says by how much."""
        stated = self.item.quantity and (self.item.quantity.lower or 0) < 0
        if stated:
            return 1  # "-9 %": the figure has the direction in it
        return self.item.sign or (1 if self.difference >= 0 else -1)

    @property
    def ends(self) -> str:
        return f"{self.names[1]}: {number_words(self.b.number)}; {self.names[0]}: {number_words(self.a.number)}"

    def outcomes(self, claimed: tuple[Interval, ...]) -> Iterator[Outcome | Missing]:
        """What is asked of the two."""
        form, path = self.item.form, self.subject.table.path
        if form == "comparison":
            yield self._comparison()
        elif form in ("change_percent", "factor") and not self.b.number:
            yield Missing("no_value", f"{path} is nought in {self.names[1]}: no ratio can be made")
        elif form == "factor":
            yield self._factor(claimed)
        elif form == "change_percent":
            unit = self.item.quantity.unit if self.item.quantity else "%"
            wanted = in_unit(claimed, unit, "%") or claimed
            yield self._change_percent(wanted)
            if self.subject.series.unit == "%":  # "rose by 2 %" is said of rates both ways
                yield self._change_points(wanted)
        elif form == "change_points" and self.subject.series.unit != "%":
            yield Missing("unit_mismatch", f"the claim is in percentage points, {path} is not in per cent")
        elif form == "change_points":
            yield self._change_points(claimed)
        else:
            yield self._change(claimed)

    def _comparison(self) -> Outcome:
        held: bool | None = self.difference != 0 and (self.difference > 0) == (self.item.sign > 0)
        if self.reach and abs(self.difference) <= self.reach:
            held = None
        working = f"{self.ends} ({self.subject.producer}); claimed {_CLAIMED[self.item.sign]}"
        values, unit = (self.a, self.b), self.subject.series.unit
        return Outcome("comparison", None, 0.0, (), working, values, unit, *self.now, self.names[1], self.assumed, held)

    def _factor(self, claimed: tuple[Interval, ...]) -> Outcome:
        a, b = self.a, self.b
        number = a.number / b.number
        half = abs(number * (a.half / abs(a.number) + b.half / abs(b.number))) if a.number else 0.0
        shown = f"{number_words(a.number)} ÷ {number_words(b.number)} = {number_words(number)}"
        return self._made("factor", number, half, shown, claimed, "1")

    def _change_percent(self, claimed: tuple[Interval, ...]) -> Outcome:
        base = abs(self.b.number)
        change = self.difference / base * 100
        half = (self.reach + abs(self.difference) * self.b.half / base) / base * 100
        return self._made("change_percent", self.sign * change, half, f"change {number_words(change)} %", claimed, "%")

    def _change_points(self, claimed: tuple[Interval, ...]) -> Outcome:
        shown = f"change {number_words(self.difference)} points"
        return self._made("change_points", self.sign * self.difference, self.reach, shown, claimed, "pp")

    def _change(self, claimed: tuple[Interval, ...]) -> Outcome | Missing:
        wanted = in_series_unit(self.item, self.subject, claimed)
        if isinstance(wanted, Missing):
            return wanted
        shown, unit = f"change {number_words(self.difference)}", self.subject.series.unit
        return self._made("change", self.sign * self.difference, self.reach, shown, wanted, unit)

    def _made(
        self, form: QueryForm, number: float, half: float, shown: str, claimed: tuple[Interval, ...], unit: str
    ) -> Outcome:
        working = closing(self.subject, self.item, f"{self.ends}; {shown}", number, claimed)
        values, against = (self.a, self.b), self.names[1]
        return Outcome(form, number, half, claimed, working, values, unit, *self.now, against, self.assumed)
