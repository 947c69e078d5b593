"""The query forms: what is computed of a series for what a claim asks, and the working that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.evidence.asked import Asked
from onrecord.evidence.gates import names_of, producer_of
from onrecord.evidence.measures import claimed_words, distance_words, in_unit, number_words
from onrecord.evidence.model import Grain, Pack, Series, Table
from onrecord.evidence.periods import Period, pieces, shifted, words_for
from onrecord.evidence.query import LISTED, Aggregate, Missing, Rows, Runs, Value, span_of, value, values
from onrecord.evidence.verdict import holds
from onrecord.record import Interval, Observation, QueryForm

__all__ = ["Outcome", "Subject", "bases", "between", "closing", "computed"]

_SHOWN = 10  # terms of a sum that the working spells out
_PER: dict[str, tuple[Grain, str]] = {
    "d": ("day", "a day"),
    "wk": ("week", "a week"),
    "mo": ("month", "a month"),
    "a": ("year", "a year"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A series and whose values of it are meant."""

    store: Runs
    pack: Pack
    table: Table
    series: Series
    entity: str | None

    def value(self, lo: date, hi: date, how: Aggregate) -> Value | Missing:
        """One number of the days from ``lo`` to ``hi``."""
        return value(self.store, self.pack, self.table, self.series, self.entity, lo, hi, how)

    def values(self, lo: date, hi: date) -> Rows | Missing:
        """The values from ``lo`` to ``hi``, period by period."""
        return values(self.store, self.pack, self.table, self.series, self.entity, lo, hi)

    def span(self) -> tuple[date, date] | None:
        """First and last day that there are values of."""
        return span_of(self.store, self.pack, self.table, self.series, self.entity)

    @property
    def producer(self) -> str:
        """Who made the series."""
        return producer_of(self.table, self.series)

    def whole(self, lo: date, hi: date) -> Aggregate:
        """How the values of several periods give one: a flow adds up, anything else has one value only."""
        return "sum" if self.series.sort == "flow" else "only"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a query form gives: a number, ± ``half`` by the rounding of its rows, what was claimed in the same unit,
    and the working. ``number`` is None for an order (more, highest, every), which ``held`` answers: yes, no, or None
    where rounding leaves it open."""

    form: QueryForm
    number: float | None
    half: float
    claimed: tuple[Interval, ...]
    working: str
    values: tuple[Value, ...]
    unit: str
    lo: date
    hi: date
    against: str | None = None
    assumed: tuple[str, ...] = ()
    held: bool | None = None


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


def computed(
    item: Asked, subject: Subject, period: Period, base: Period | None, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """The outcomes of what is asked: several where the claim leaves open how a value is meant."""
    if item.form in ("level", "mean", "maximum", "minimum", "per_day"):
        yield from _one(item, subject, period, claimed)
    elif item.form in ("change", "change_percent", "change_points", "factor", "comparison"):
        yield from _two(item, subject, period, base, claimed)
    elif item.form == "count":
        yield _count(item, subject, period, claimed)
    elif item.form in ("rank", "record"):
        yield _rank(item, subject, period, base)
    elif item.form == "trend":
        yield _trend(item, subject, period)
    else:
        yield Missing("no_value", f"no query of the form {item.form} can be made of {subject.table.path}")


def _in_series_unit(item: Asked, subject: Subject, claimed: tuple[Interval, ...]) -> tuple[Interval, ...] | Missing:
    assert item.quantity is not None  # noqa: S101 (forms with a figure only)
    unit, wanted = item.quantity.unit, subject.series.unit
    found = in_unit(claimed, unit, wanted)
    if found is None:
        return Missing("unit_mismatch", f"the claim is in {unit}, {subject.table.path} in {wanted}")
    return found


def _one(item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]) -> Iterator[Outcome | Missing]:
    wanted = _in_series_unit(item, subject, claimed)
    if isinstance(wanted, Missing):
        yield wanted
        return
    series = subject.series
    per = item.quantity.per if item.quantity else None
    if item.usual:
        yield _usual(item, subject, period, wanted)
        return
    if item.form == "per_day" or per:
        yield _per_time(item, subject, period, wanted, per or "d")
        return
    if series.per and item.form != "mean":
        yield _from_rate(item, subject, period, wanted)
        return
    lo, hi = period.lo, period.hi
    if period.open:
        found = _opened(subject, hi)
        if isinstance(found, Missing):
            yield found
            return
        lo, hi = found
    if item.form == "level":
        yield from _level(subject, item, lo, hi, wanted)
        return
    yield _aggregate(subject, item, lo, hi, wanted)


def _opened(subject: Subject, hi: date) -> tuple[date, date] | Missing:
    """The days that "by" a day means: all of a flow so far, else the last value there was."""
    span = subject.span()
    if span is None or span[0] > hi:
        return Missing("outside_coverage", f"{subject.table.path} has nothing up to {hi}")
    if subject.series.sort == "flow":
        return span[0], hi
    rows = subject.values(span[0], hi)
    if isinstance(rows, Missing):
        return rows
    ends = [(row.lo, row.hi) for row in rows.rows[-1:] if row.lo and row.hi]
    if not ends:
        return Missing("outside_coverage", f"{subject.table.path} has nothing up to {hi}")
    return date.fromisoformat(str(ends[0][0])), date.fromisoformat(str(ends[0][1]))


def _level(
    subject: Subject, item: Asked, lo: date, hi: date, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    whole = subject.whole(lo, hi)
    found = subject.value(lo, hi, whole)
    if isinstance(found, Value):
        form: QueryForm = "sum" if whole == "sum" and len(found.parts) > 1 else "level"
        yield _outcome(subject, item, form, found, lo, hi, claimed)
        return
    if found.reason != "no_period" or whole == "sum":
        yield found
        return
    # A rate or a stock over several periods: its mean, or its value at the end; the claim does not say which.
    mean = subject.value(lo, hi, "avg")
    if isinstance(mean, Missing):
        yield mean
        return
    rows = subject.values(lo, hi)
    assert not isinstance(rows, Missing)  # noqa: S101 (the mean has just been taken of them)
    yield _outcome(subject, item, "mean", mean, lo, hi, claimed, "the mean of the period is meant")
    first, last = rows.rows[-1].lo, rows.rows[-1].hi
    if first and last:
        ends = date.fromisoformat(first), date.fromisoformat(last)
        end = subject.value(*ends, "only")
        if isinstance(end, Value):
            yield _outcome(subject, item, "level", end, *ends, claimed, "the value at the end of the period is meant")


def _aggregate(subject: Subject, item: Asked, lo: date, hi: date, claimed: tuple[Interval, ...]) -> Outcome | Missing:
    grain = item.grain or subject.table.periods.grain
    if grain != subject.table.periods.grain:
        return _coarser(subject, item, lo, hi, claimed, grain)
    how: Aggregate = {"mean": "avg", "maximum": "max", "minimum": "min"}[item.form]  # type: ignore[assignment]
    found = subject.value(lo, hi, how)
    return found if isinstance(found, Missing) else _outcome(subject, item, item.form, found, lo, hi, claimed)


def _coarser(
    subject: Subject, item: Asked, lo: date, hi: date, claimed: tuple[Interval, ...], grain: Grain
) -> Outcome | Missing:
    """The mean, greatest or least of sums over a longer unit than the table's: the average month of a daily series."""
    parts = pieces(lo, hi, grain)
    if not parts or subject.series.sort != "flow":
        return Missing("no_period", f"{subject.table.path} has no values by the {grain} for {words_for(lo, hi)}")
    sums = [subject.value(*part, "sum") for part in parts]
    for found in sums:
        if isinstance(found, Missing):
            return found
    whole = [found for found in sums if isinstance(found, Value)]
    numbers = [found.number for found in whole]
    number = {"mean": sum(numbers) / len(numbers), "maximum": max(numbers), "minimum": min(numbers)}[item.form]
    half = max(found.half for found in whole)
    listed = ", ".join(number_words(n) for n in numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
    name = {"mean": "mean", "maximum": "greatest", "minimum": "least"}[item.form]
    shown = f"{words_for(lo, hi)}, {name} of {len(numbers)} {grain}s ({listed}) = {number_words(number)}"
    return Outcome(
        item.form,
        number,
        half,
        claimed,
        closing(subject, item, shown, number, claimed),
        tuple(whole),
        subject.series.unit,
        lo,
        hi,
    )


def _from_rate(item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]) -> Outcome | Missing:
    """A total from a series that gives a rate a day: the rate times the days of its own period."""
    series, lo, hi = subject.series, period.lo, period.hi
    if series.per != "d" or item.form != "level" or period.open:
        return Missing("unit_mismatch", f"{subject.table.path} is per {series.per}, the claim is of a whole")
    found = subject.value(lo, hi, "only")
    if isinstance(found, Missing):
        return found
    count = (hi - lo).days + 1
    number = found.number * count
    shown = f"{words_for(lo, hi)}: {number_words(found.number)} a day × {count} days = {number_words(number)}"
    working = closing(subject, item, shown, number, claimed)
    return Outcome("sum", number, found.half * count, claimed, working, (found,), series.unit, lo, hi)


_DAYS = {"d": 1.0, "wk": 7.0, "mo": 365.25 / 12}  # UCUM: a month is a twelfth of a mean Julian year


def _usual(item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]) -> Outcome | Missing:
    """A figure over some days against what was usual a day: "as many as in 48 hours before"."""
    days = _DAYS.get(subject.series.per or "")
    if days is None:
        return Missing(
            "unit_mismatch", f"{subject.table.path} is per {subject.series.per}, which is no fixed number of days"
        )
    found = subject.value(period.lo, period.hi, "only")
    if isinstance(found, Missing):
        return found
    assert item.quantity is not None and item.over is not None  # noqa: S101 (asked so)
    number = found.number / days
    stated = item.quantity.upper if item.quantity.upper is not None else item.quantity.lower or 0.0
    each = number_words(stated / item.over)
    usual = (
        f"{number_words(found.number)} a day"
        if days == 1
        else f"{number_words(found.number)} ÷ {number_words(days)} days"
    )
    shown = f"usual before: {usual}" + ("" if days == 1 else f" = {number_words(number)} a day")
    line = f"{shown} ({subject.producer}); claimed {number_words(stated)} in {item.over} days = {each} a day"
    away = None if holds(claimed[0], number) else distance_words(claimed[0], number)
    working = f"{line}; {away}" if away else line
    return Outcome(
        "per_day",
        number,
        found.half / days,
        claimed,
        working,
        (found,),
        subject.series.unit,
        period.lo,
        period.hi,
        "what was usual before",
    )


def _per_time(
    item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...], per: str
) -> Outcome | Missing:
    lo, hi = period.lo, period.hi
    if subject.series.per == per:
        found = subject.value(lo, hi, "only")
        if isinstance(found, Missing):
            return found
        return _outcome(subject, item, "level", found, lo, hi, claimed)
    if per not in _PER or subject.series.per or subject.series.sort != "flow":
        return Missing("unit_mismatch", f"the claim is per {per}, {subject.table.path} is not")
    grain, words = _PER[per]
    count = (hi - lo).days + 1 if grain == "day" else len(pieces(lo, hi, grain) or ())
    if not count:
        return Missing("no_period", f"{words_for(lo, hi)} is not of whole {grain}s")
    found = subject.value(lo, hi, "sum")
    if isinstance(found, Missing):
        return found
    number, half = found.number / count, found.half / count
    shown = f"{words_for(lo, hi)}: {_sum_words(found)} ÷ {count} {grain}s = {number_words(number)} {words}"
    return Outcome(
        "per_day",
        number,
        half,
        claimed,
        closing(subject, item, shown, number, claimed),
        (found,),
        subject.series.unit,
        lo,
        hi,
    )


def _two(
    item: Asked, subject: Subject, period: Period, base: Period | None, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    if item.ends:
        ends = pieces(period.lo, period.hi, _end_grain(subject, period))
        if not ends or len(ends) < 2:
            yield Missing("no_period", f"{words_for(period.lo, period.hi)} has no two ends in {subject.table.path}")
            return
        yield from _between(item, subject, ends[-1], ends[0], None, claimed)
    elif base is not None:
        yield from _between(item, subject, (period.lo, period.hi), (base.lo, base.hi), None, claimed)
    elif item.unread:
        yield Missing("no_period", "what the claim compares with is not read")
    else:
        for lo, hi, assumed in bases(item, subject, period):
            yield from _between(item, subject, (period.lo, period.hi), (lo, hi), assumed, claimed)


def _end_grain(subject: Subject, period: Period) -> Grain:
    """How long the two ends of a stretch are: whole years in "2019 to 2023", else as the table has them."""
    for grain in ("year", "quarter", "month"):
        parts = pieces(period.lo, period.hi, grain)
        if grain == "quarter" and subject.table.periods.grain != "quarter":
            continue
        if parts and len(parts) > 1:
            return grain
    return subject.table.periods.grain


def _between(
    item: Asked,
    subject: Subject,
    now: tuple[date, date],
    then: tuple[date, date],
    assumed: str | None,
    claimed: tuple[Interval, ...],
) -> Iterator[Outcome | Missing]:
    found = subject.value(*now, subject.whole(*now)), subject.value(*then, subject.whole(*then))
    yield from _compared(item, subject, found, (words_for(*now), words_for(*then)), now, assumed, claimed)


def between(
    item: Asked, subject: Subject, other: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """Two entities of one series compared in one period: "Tarn exported more than Elsin"."""
    days, when = (period.lo, period.hi), words_for(period.lo, period.hi)
    found = subject.value(*days, subject.whole(*days)), other.value(*days, other.whole(*days))
    names = f"{subject.entity}, {when}", f"{other.entity}, {when}"
    yield from _compared(item, subject, found, names, days, None, claimed)


def _compared(
    item: Asked,
    subject: Subject,
    found: tuple[Value | Missing, Value | Missing],
    names: tuple[str, str],
    now: tuple[date, date],
    assumed: str | None,
    claimed: tuple[Interval, ...],
) -> Iterator[Outcome | Missing]:
    a, b = found
    if isinstance(a, Missing):
        yield a
        return
    if isinstance(b, Missing):
        yield b
        return
    ends = f"{names[1]}: {number_words(b.number)}; {names[0]}: {number_words(a.number)}"
    against, notes = names[1], (assumed,) if assumed else ()

    def made(
        form: QueryForm, number: float, half: float, shown: str, wanted: tuple[Interval, ...], unit: str
    ) -> Outcome:
        line = closing(subject, item, f"{ends}; {shown}", number, wanted)
        return Outcome(form, number, half, wanted, line, (a, b), unit, *now, against, notes)

    difference, reach = a.number - b.number, a.half + b.half
    if item.form == "comparison":
        held = None if abs(difference) <= reach and reach else (difference > 0) == (item.sign > 0) and difference != 0
        claim = {1: "more", -1: "less"}.get(item.sign, "different")
        working = f"{ends} ({subject.producer}); claimed {claim}"
        yield Outcome("comparison", None, 0.0, (), working, (a, b), subject.series.unit, *now, against, notes, held)
        return
    if item.form in ("change_percent", "factor") and not b.number:
        yield Missing("no_value", f"{subject.table.path} is nought in {against}: no ratio can be made")
        return
    sign = item.sign or 1
    if item.form == "factor":
        number = a.number / b.number
        half = number * (a.half / abs(a.number) + b.half / abs(b.number)) if a.number else 0.0
        shown = f"{number_words(a.number)} ÷ {number_words(b.number)} = {number_words(number)}"
        yield made("factor", number, abs(half), shown, claimed, "1")
        return
    rate = subject.series.unit == "%"
    if item.form == "change_percent":
        unit = item.quantity.unit if item.quantity else "%"
        wanted = in_unit(claimed, unit, "%") or claimed
        number = sign * difference / abs(b.number) * 100
        half = (reach + abs(difference) * b.half / abs(b.number)) / abs(b.number) * 100
        shown = f"change {number_words(difference / abs(b.number) * 100)} %"
        yield made("change_percent", number, half, shown, wanted, "%")
        if rate:
            yield made(
                "change_points", sign * difference, reach, f"change {number_words(difference)} points", wanted, "pp"
            )
        return
    if item.form == "change_points":
        if not rate:
            yield Missing(
                "unit_mismatch", f"the claim is in percentage points, {subject.table.path} is not in per cent"
            )
            return
        yield made(
            "change_points", sign * difference, reach, f"change {number_words(difference)} points", claimed, "pp"
        )
        return
    wanted_or = _in_series_unit(item, subject, claimed)
    if isinstance(wanted_or, Missing):
        yield wanted_or
        return
    yield made("change", sign * difference, reach, f"change {number_words(difference)}", wanted_or, subject.series.unit)


def _series(subject: Subject, lo: date, hi: date, grain: Grain) -> tuple[list[_Part], Rows] | Missing:
    """The values of whole units of ``grain`` from ``lo`` to ``hi``, each complete."""
    parts = pieces(lo, hi, grain)
    if not parts:
        return Missing("no_period", f"{words_for(lo, hi)} is not of whole {grain}s")
    found = subject.values(lo, hi)
    if isinstance(found, Missing):
        return found
    made: list[_Part] = []
    for first, last in parts:
        inside = [
            row
            for row in found.rows
            if row.lo and row.hi and first.isoformat() <= row.lo and row.hi <= last.isoformat()
        ]
        if not _covered(inside, first, last) or (len(inside) > 1 and subject.series.sort != "flow"):
            return Missing("data_fault", f"{subject.table.path} has no whole value for {words_for(first, last)}")
        made.append(_Part(first, last, sum(row.value or 0.0 for row in inside), subject.series.rounding * len(inside)))
    return made, found


def _covered(rows: Sequence[Observation], first: date, last: date) -> bool:
    """Whether the periods of ``rows`` follow one another from ``first`` to ``last``."""
    day = first
    for row in rows:
        if row.lo != day.isoformat() or not row.hi:
            return False
        day = date.fromordinal(date.fromisoformat(row.hi).toordinal() + 1)
    return day == date.fromordinal(last.toordinal() + 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """The value of one unit of the calendar; ``width`` is by how much rounding may have moved it in all."""

    lo: date
    hi: date
    number: float
    width: float


def _rank(item: Asked, subject: Subject, period: Period, since: Period | None) -> Outcome | Missing:
    span = subject.span()
    if span is None:
        return Missing("outside_coverage", f"{subject.table.path} has no values")
    own = subject.table.periods.grain
    size = next((g for g in (own, "month", "quarter", "year") if _is_one(period, g)), None)
    if size is None:
        return Missing("no_period", f"{words_for(period.lo, period.hi)} is not one period of {subject.table.path}")
    lo = date.fromordinal(since.hi.toordinal() + 1) if since else _first_whole(span[0], size)
    if lo >= period.lo:
        return Missing("outside_coverage", f"there is no {size} to compare with between {lo} and {period.lo}")
    if lo < span[0]:
        return Missing("outside_coverage", f"{subject.table.path} begins on {span[0]}, after {lo}")
    series = _series(subject, lo, period.hi, size)
    if isinstance(series, Missing):
        return series
    *others, now = series[0]
    sign = item.sign or 1
    ordered = sorted(others, key=lambda part: part.number * sign, reverse=True)
    above = [part for part in ordered if part.number * sign > now.number * sign]
    held: bool | None = len(above) == item.place - 1
    if any(part.number == now.number for part in others) and len(above) < item.place:
        held = None  # a tie: whether it is the highest depends on how it was rounded, or on what one calls that
    elif not held and item.place == 1 and all(abs(p.number - now.number) < (p.width + now.width) / 2 for p in above):
        held = None
    top, name = ordered[0], "highest" if sign > 0 else "lowest"
    start = words_for(others[0].lo, others[0].hi)
    working = (
        f"{words_for(now.lo, now.hi)}: {number_words(now.number)}; {name} of the {len(others)} {size}s before, since "
        f"{start}: {number_words(top.number)} ({words_for(top.lo, top.hi)}), so place {len(above) + 1} "
        f"({subject.producer}); claimed {'' if item.place == 1 else f'place {item.place}, '}{name}"
    )
    notes = () if since else (f"the record is that of the series, which begins with {start}",)
    whole = Value(
        now.number, now.width / 2, series[1].query, series[1].rows[-LISTED:], max(0, len(series[1].rows) - LISTED)
    )
    return Outcome(
        item.form,
        None,
        0.0,
        (),
        working,
        (whole,),
        subject.series.unit,
        now.lo,
        now.hi,
        f"every {size} since {start}",
        notes,
        held,
    )


def _count(item: Asked, subject: Subject, period: Period, claimed: tuple[Interval, ...]) -> Outcome | Missing:
    """In how many units of a period the value was what is claimed: "more than 20 mm on nine days"."""
    wanted = _in_series_unit(item, subject, claimed)
    if isinstance(wanted, Missing):
        return wanted
    grain = item.grain or subject.table.periods.grain
    series = _series(subject, period.lo, period.hi, grain)
    if isinstance(series, Missing):
        return series
    parts, rows = series
    assert item.quantity is not None and item.count is not None  # noqa: S101 (asked so)
    number = float(sum(holds(wanted[0], part.number) for part in parts))
    working = (
        f"{words_for(period.lo, period.hi)}: {number_words(number)} of {len(parts)} {grain}s have "
        f"{claimed_words(item.quantity)} ({_whose(subject)}); claimed {item.count}"
    )
    whole = Value(number, 0.0, rows.query, rows.rows[:LISTED], max(0, len(rows.rows) - LISTED))
    exact = (Interval(float(item.count), float(item.count)),)
    return Outcome("count", number, 0.0, exact, working, (whole,), "1", period.lo, period.hi)


def _first_whole(day: date, grain: Grain) -> date:
    """The first day of the first whole unit of ``grain`` from ``day`` on."""
    while day.month <= 12 and not (
        day.day == 1 and (grain != "year" or day.month == 1) and (grain != "quarter" or day.month % 3 == 1)
    ):
        if grain in ("day", "week"):
            return day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day


def _is_one(period: Period, grain: Grain) -> bool:
    parts = pieces(period.lo, period.hi, grain)
    return parts is not None and len(parts) == 1


def _trend(item: Asked, subject: Subject, period: Period) -> Outcome | Missing:
    grain = item.grain or subject.table.periods.grain
    series = _series(subject, period.lo, period.hi, grain)
    if isinstance(series, Missing):
        return series
    parts, rows = series
    if len(parts) < 2:
        return Missing("no_period", f"{words_for(period.lo, period.hi)} is not of several {grain}s")
    sign = item.sign or 1
    steps = [(b.number - a.number) * sign for a, b in pairwise(parts)]
    held: bool | None = all(step > 0 for step in steps)
    if not held and all(step > -part.width for step, part in zip(steps, parts, strict=False)) and parts[0].width:
        held = None
    listed = ", ".join(number_words(part.number) for part in parts[:24]) + (" …" if len(parts) > 24 else "")
    direction, kept = "rose" if sign > 0 else "fell", sum(step > 0 for step in steps)
    working = (
        f"{words_for(period.lo, period.hi)} by the {grain}: {listed}: {direction} {kept} of {len(steps)} times "
        f"({subject.producer}); claimed {direction} every {grain}"
    )
    whole = Value(
        parts[-1].number, parts[-1].width / 2, rows.query, rows.rows[:LISTED], max(0, len(rows.rows) - LISTED)
    )
    return Outcome("trend", None, 0.0, (), working, (whole,), subject.series.unit, period.lo, period.hi, None, (), held)


def _outcome(
    subject: Subject,
    item: Asked,
    form: QueryForm,
    found: Value,
    lo: date,
    hi: date,
    claimed: tuple[Interval, ...],
    *assumed: str,
) -> Outcome:
    shown = f"{words_for(lo, hi)}: {_form_words(form, found)}"
    working = closing(subject, item, shown, found.number, claimed)
    return Outcome(
        form, found.number, found.half, claimed, working, (found,), subject.series.unit, lo, hi, None, assumed
    )


def _form_words(form: QueryForm, found: Value) -> str:
    if form == "sum":
        return _sum_words(found)
    if form == "level":
        return number_words(found.number)
    name = {"mean": "mean", "maximum": "greatest", "minimum": "least"}[form]
    return f"{name} of {len(found.parts)} values = {number_words(found.number)}"


def _sum_words(found: Value) -> str:
    if len(found.parts) < 2:
        return number_words(found.number)
    if len(found.parts) > _SHOWN:
        return f"sum of {len(found.parts)} values = {number_words(found.number)}"
    return f"{' + '.join(number_words(part) for part in found.parts)} = {number_words(found.number)}"


def closing(subject: Subject, item: Asked, shown: str, number: float, claimed: tuple[Interval, ...]) -> str:
    """The working ``shown`` with whose figures they are and what was claimed."""
    assert item.quantity is not None  # noqa: S101 (forms with a figure only)
    line = f"{shown} ({_whose(subject)}); claimed {claimed_words(item.quantity)}"
    away = distance_words(claimed[0], number) if claimed and not holds(claimed[0], number) else None
    return f"{line}; {away}" if away else line


def _whose(subject: Subject) -> str:
    """Whose figures, and by whom: the entity is named where the table has several."""
    if subject.table.entities.column is not None and subject.entity:
        return f"{names_of(subject.table.entities, subject.entity)[0]}, {subject.producer}"
    return subject.producer
