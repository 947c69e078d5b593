"""Query forms over all entities of a series in one period: greatest and least, sum, mean, and how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.evidence.measures import claimed_words, in_unit, number_words
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period, words_for
from onrecord.evidence.query import Missing, Value
from onrecord.evidence.subject import Subject
from onrecord.evidence.verdict import holds
from onrecord.record import Interval, Quantity, QueryForm
from overall import OfAll

__all__ = ["computed_of_all"]

_SHOWN = 10  # values that the working spells out
_LISTED = 20  # values whose rows a check lists
_WHOLES = frozenset(("total", "totals", "all", "overall", "sum", "average", "mean"))  # rows that are no entity


def computed_of_all(
    item: OfAll, subject: Subject, entities: Sequence[str], period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """What comes of one thing stated of all ``entities`` of the series of ``subject``.

    ``claimed`` are the sets that ``item.quantity`` may stand for, none where it has none. A row of a total takes no
    part. Every entity must have a value that can be read.
    """
    values: dict[str, Value] = {}
    for entity in entities:
        one = replace(subject, entity=entity)
        found = one.value(period.lo, period.hi, one.whole)
        if isinstance(found, Missing):
            return found
        values[entity] = found
    kept = _without_totals(values)
    if isinstance(kept, Missing):
        return kept
    values = kept
    if len(values) < 2 or (item.entity is not None and item.entity not in values):
        return Missing("no_entity", f"{subject.table.path} has no two entities to compare")
    if item.kind == "top":
        return _top(item, subject, values, period)
    if item.kind == "only":
        return _only(item, subject, values, period)
    number, half, form, shown = _number(item, subject, values)
    assert item.quantity is not None
    counts = item.kind in ("count", "every")
    wanted = claimed if counts else in_unit(claimed, item.quantity.unit, subject.series.unit)
    if wanted is None or number is None:
        return Missing("unit_mismatch", f"the claim is in {item.quantity.unit}, {subject.table.path} in another unit")
    working = (
        f"{words_for(period.lo, period.hi)}: {shown} = {number_words(number)} ({subject.producer}); "
        f"claimed {claimed_words(item.quantity)}"
    )
    unit = "1" if counts else subject.series.unit
    rows = tuple(_ordered(values, item.sign).values())[:_LISTED]
    return Outcome(form, number, half, wanted, working, rows, unit, period.lo, period.hi)


def _without_totals(values: Mapping[str, Value]) -> dict[str, Value] | Missing:
    """The values less those of rows that are called a total; where another has just the sum of the others, it may be
    their total or not, and nothing is said."""
    found = {name: value for name, value in values.items() if not (_WHOLES & set(name.lower().split()))}
    whole = sum(value.number for value in found.values())
    for name, value in found.items():
        if len(found) > 2 and value.number and abs(value.number * 2 - whole) <= 1e-6 * abs(whole):
            return Missing("no_entity", f"{name} has the sum of all others: whether it is their total is open")
    return found


def _ordered(values: Mapping[str, Value], sign: int) -> dict[str, Value]:
    return dict(sorted(values.items(), key=lambda pair: pair[1].number * sign, reverse=True))


def _number(item: OfAll, subject: Subject, values: Mapping[str, Value]) -> tuple[float | None, float, QueryForm, str]:
    numbers = [value.number for value in values.values()]
    half = max(value.half for value in values.values())
    named = f"{len(numbers)} values of {subject.series.property}"
    if item.kind == "each":
        value = values[item.entity or ""]
        return value.number, value.half, "level", f"{item.entity}"
    if item.kind == "top_value":
        ordered = sorted(numbers, reverse=item.sign > 0)
        place = min(item.place, len(ordered))
        words = f"{'greatest' if item.sign > 0 else 'least'}{f' but {place - 1}' if place > 1 else ''}"
        return ordered[place - 1], half, "maximum" if item.sign > 0 else "minimum", f"{words} of {named}"
    if item.kind == "total":
        adds = subject.series.sort in ("flow", "stock")
        return sum(numbers) if adds else None, half * len(numbers), "sum", f"sum of {named}"
    if item.kind == "mean":
        return sum(numbers) / len(numbers), half, "mean", f"mean of {named}"
    if item.kind == "spread":
        return max(numbers) - min(numbers), 2 * half, "change", f"greatest less least of {named}"
    if item.kind == "every":
        return float(len(numbers)), 0.0, "count", f"entities of {subject.table.path}"
    inside = _inside(item.bound, subject, numbers)
    told = claimed_words(item.bound) if item.bound else ""
    return None if inside is None else float(inside), 0.0, "count", f"of {named}, those with {told}"


def _inside(bound: Quantity | None, subject: Subject, numbers: Sequence[float]) -> int | None:
    """How many of ``numbers`` are what ``bound`` says, taken as it stands."""
    if bound is None:
        return None
    stated = Interval(bound.lower, bound.upper, bound.lower_open, bound.upper_open)
    wanted = in_unit((stated,), bound.unit, subject.series.unit)
    return None if wanted is None else sum(holds(wanted[0], number) for number in numbers)


def _top(item: OfAll, subject: Subject, values: dict[str, Value], period: Period) -> Outcome:
    """The place of one entity among all; where others have the same value it depends on what one calls a place."""
    assert item.entity is not None
    now = values[item.entity]
    above = sum(value.number * item.sign > now.number * item.sign for value in values.values())
    close = sum(abs(v.number - now.number) < v.half + now.half for n, v in values.items() if n != item.entity)
    tied = sum(value.number == now.number for value in values.values()) > 1
    held: bool | None = above == item.place - 1
    if (tied and above < item.place) or (close and not tied):
        held = None
    ordered = _ordered(values, item.sign)
    listed = ", ".join(f"{name} {number_words(value.number)}" for name, value in list(ordered.items())[:_SHOWN])
    name = ("highest" if item.sign > 0 else "lowest") if item.place == 1 else f"place {item.place}"
    working = (
        f"{words_for(period.lo, period.hi)}: {listed}{' …' if len(ordered) > _SHOWN else ''}: {item.entity} is number "
        f"{above + 1} of {len(values)} ({subject.producer}); claimed {name}"
    )
    rows = (now, *(value for name, value in ordered.items() if name != item.entity))[:_LISTED]
    against = f"the other {len(values) - 1} of {subject.table.path}"
    return Outcome("rank", None, 0.0, (), working, rows, subject.series.unit, period.lo, period.hi, against, (), held)


def _only(item: OfAll, subject: Subject, values: dict[str, Value], period: Period) -> Outcome | Missing:
    assert item.entity is not None and item.bound is not None
    own = _inside(item.bound, subject, [values[item.entity].number])
    count = _inside(item.bound, subject, [value.number for value in values.values()])
    if own is None or count is None:
        return Missing("unit_mismatch", f"the claim is in {item.bound.unit}, {subject.table.path} in another unit")
    told = claimed_words(item.bound)
    working = (
        f"{words_for(period.lo, period.hi)}: {count} of {len(values)} have {told}, {item.entity} has "
        f"{number_words(values[item.entity].number)} ({subject.producer}); claimed it alone"
    )
    rows = (values[item.entity], *_ordered(values, 1).values())[:_LISTED]
    held = own == 1 and count == 1
    return Outcome("count", None, 0.0, (), working, rows, "1", period.lo, period.hi, None, (), held)
