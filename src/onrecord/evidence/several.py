"""Query forms over several entities of one series: added up, and in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.evidence.asked import Asked
from onrecord.evidence.measures import claimed_words, number_words
from onrecord.evidence.outcome import Outcome, closing, figure, in_series_unit
from onrecord.evidence.periods import Period, grain_of, shifted, words_for
from onrecord.evidence.query import Missing, Value
from onrecord.evidence.subject import Subject
from onrecord.evidence.throughout import in_one_order
from onrecord.evidence.verdict import holds
from onrecord.record import Interval

__all__ = ["among", "has_total", "how_many", "together"]


_LISTED = 10  # entities that the working of a rank spells out
_SAME = 1e-6  # of the sum of all: by how much a total may differ from the sum of the others
_SHOWN = 20  # of which the rows are evidence, at most


def together(
    item: Asked, subject: Subject, entities: Sequence[str], period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """The sum of one period's values of several entities: "Tarn and Elsin together had …"."""
    if subject.series.sort not in ("flow", "stock"):
        return Missing("no_value", f"values of {subject.table.path} do not add up over entities")
    wanted = in_series_unit(item, subject, claimed)
    if isinstance(wanted, Missing):
        return wanted
    values = _values(subject, entities, period)
    if isinstance(values, Missing):
        return values
    number, half = sum(value.number for value in values), sum(value.half for value in values)
    terms = " + ".join(f"{number_words(v.number)} ({name})" for name, v in zip(entities, values, strict=True))
    shown = f"{words_for(period.lo, period.hi)}: {terms} = {number_words(number)}"
    working = closing(replace(subject, entity=None), item, shown, number, wanted)
    return Outcome("parts", number, half, wanted, working, tuple(values), subject.series.unit, period.lo, period.hi)


def among(
    item: Asked, subject: Subject, entities: Sequence[str], period: Period, rivals: Sequence[str] = ()
) -> Outcome | Missing:
    """The place of one entity among all of its table: "the most visitors of the three towns".

    An entity that is the total of the others takes no part. A tie leaves the place open. ``rivals`` are others that the
    claim names: where ``item.rival`` says so, they must be above or below; a place of 0 is the next after them.
    """
    values, when = _values(subject, entities, period), words_for(period.lo, period.hi)
    steady = isinstance(values, Missing) and values.reason == "no_period" and subject.series.sort != "flow"
    if steady and subject.entity in entities:
        entities = sorted(entities, key=lambda one: one != subject.entity)
        values, when = in_one_order(subject, entities, period.lo, period.hi), f"mean of {when}"
    if isinstance(values, Missing):
        return values
    numbers = dict(zip(entities, values, strict=True))
    numbers = numbers if steady else _without_total(subject, numbers, period, item.among)
    if subject.entity not in numbers or len(numbers) < 2 or (item.among and item.among != len(numbers)):
        words = f"{subject.table.path} is not of just the {item.among or 'others'} that are compared"
        return Missing("no_entity", words)
    sign, own = item.sign or 1, numbers[subject.entity].number
    above = [name for name, value in numbers.items() if value.number * sign > own * sign]
    tied = [name for name, value in numbers.items() if value.number == own and name != subject.entity]
    place = item.place or max(2, sum(name in numbers for name in rivals) + 1)
    held = None if tied and len(above) < place else len(above) == place - 1
    if held and item.rival:
        held = all((name in above) == (item.rival > 0) for name in rivals if name in numbers)
    ordered = sorted(numbers.items(), key=lambda pair: pair[1].number * sign, reverse=True)
    listed = ", ".join(f"{name} {number_words(value.number)}" for name, value in ordered[:_LISTED])
    more = " …" if len(ordered) > _LISTED else ""
    claimed = f"place {place}" if place != 1 else "highest" if sign > 0 else "lowest"
    working = (
        f"{when}: {listed}{more}: {subject.entity} is number {len(above) + 1} of "
        f"{len(numbers)} ({subject.producer}); claimed {claimed}"
    )
    shown = tuple(value for _, value in ordered[:_SHOWN])
    against = f"the other {len(numbers) - 1} of {subject.table.path}"
    return Outcome("rank", None, 0.0, (), working, shown, subject.series.unit, period.lo, period.hi, against, (), held)


def how_many(
    item: Asked, subject: Subject, entities: Sequence[str], period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """In how many entities of a table the value is what is claimed: "two of the three towns had more than 200"."""
    wanted = in_series_unit(item, subject, claimed)
    if isinstance(wanted, Missing):
        return wanted
    values = _values(subject, entities, period)
    if isinstance(values, Missing):
        return values
    numbers = _without_total(subject, dict(zip(entities, values, strict=True)), period, item.among)
    if len(numbers) < 2 or (item.among and item.among != len(numbers)) or item.count is None:
        words = f"{subject.table.path} is not of just the {item.among or 'others'} that are counted"
        return Missing("no_entity", words)
    number = float(sum(holds(wanted[0], value.number) for value in numbers.values()))
    stated = float(len(numbers) - item.count if item.rest else item.count)
    listed = ", ".join(f"{name} {number_words(value.number)}" for name, value in list(numbers.items())[:_LISTED])
    more = " …" if len(numbers) > _LISTED else ""
    working = (
        f"{words_for(period.lo, period.hi)}: {listed}{more}: {number_words(number)} of {len(numbers)} have "
        f"{claimed_words(figure(item))} ({subject.producer}); claimed {number_words(stated)}"
    )
    shown = tuple(numbers.values())[:_SHOWN]
    return Outcome("count", number, 0.0, (Interval(stated, stated),), working, shown, "1", period.lo, period.hi)


def _without_total(subject: Subject, numbers: dict[str, Value], period: Period, many: int | None) -> dict[str, Value]:
    """``numbers`` without the one that is the sum of all others; none where that may be by chance.

    It is a total where the claim's own count leaves it out of the ``many`` compared, or where it is the sum in the
    period before or after as well.
    """
    rest = _rest(numbers)
    if len(rest) == len(numbers) or many == len(rest):
        return rest
    for by in (-1, 1):
        beside = shifted(period.lo, period.hi, grain_of(period.lo, period.hi), by)
        values = _values(subject, list(numbers), Period(*beside, period.basis)) if beside else None
        if isinstance(values, list):
            again = _rest(dict(zip(numbers, values, strict=True)))
            return rest if again.keys() == rest.keys() else {}
    return {}


def has_total(subject: Subject, entities: Sequence[str], period: Period) -> bool:
    """Whether one of ``entities`` has the sum of the others in a period, so that all added up would count it twice."""
    values = _values(replace(subject, every=()), entities, period)
    return not isinstance(values, Missing) and len(_rest(dict(zip(entities, values, strict=True)))) < len(entities)


def _rest(numbers: dict[str, Value]) -> dict[str, Value]:
    whole = sum(value.number for value in numbers.values())
    if len(numbers) < 3:
        return numbers
    return {name: v for name, v in numbers.items() if abs(v.number * 2 - whole) > _SAME * abs(whole)}


def _values(subject: Subject, entities: Sequence[str], period: Period) -> list[Value] | Missing:
    made = []
    for entity in entities:
        found = replace(subject, entity=entity).value(period.lo, period.hi)
        if isinstance(found, Missing):
            return found
        made.append(found)
    return made
