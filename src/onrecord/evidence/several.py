"""Query forms over several entities of one series: added up, and in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.evidence.asked import Asked
from onrecord.evidence.forms import Outcome, Subject, closing
from onrecord.evidence.measures import in_unit, number_words
from onrecord.evidence.periods import Period, words_for
from onrecord.evidence.query import Missing, Value
from onrecord.record import Interval

__all__ = ["among", "together"]


def together(
    item: Asked, subject: Subject, entities: Sequence[str], period: Period, claimed: tuple[Interval, ...]
) -> Outcome | Missing:
    """The sum of one period's values of several entities: "Tarn and Elsin together had …"."""
    assert item.quantity is not None  # noqa: S101 (asked with a figure)
    if subject.series.sort not in ("flow", "stock"):
        return Missing("no_value", f"values of {subject.table.path} do not add up over entities")
    wanted = in_unit(claimed, item.quantity.unit, subject.series.unit)
    if wanted is None:
        return Missing("unit_mismatch", f"the claim is in {item.quantity.unit}, {subject.table.path} in another unit")
    values = _values(subject, entities, period)
    if isinstance(values, Missing):
        return values
    number, half = sum(value.number for value in values), sum(value.half for value in values)
    terms = " + ".join(f"{number_words(v.number)} ({name})" for name, v in zip(entities, values, strict=True))
    shown = f"{words_for(period.lo, period.hi)}: {terms} = {number_words(number)}"
    working = closing(replace(subject, entity=None), item, shown, number, wanted)
    return Outcome("parts", number, half, wanted, working, tuple(values), subject.series.unit, period.lo, period.hi)


def among(item: Asked, subject: Subject, entities: Sequence[str], period: Period) -> Outcome | Missing:
    """The place of one entity among all of its table: "the most visitors of the three towns".

    An entity whose value is the sum of all others is their total and takes no part.
    """
    values = _values(subject, entities, period)
    if isinstance(values, Missing):
        return values
    numbers = dict(zip(entities, values, strict=True))
    whole = sum(value.number for value in values)
    for name, value in list(numbers.items()):
        if len(numbers) > 2 and abs(value.number * 2 - whole) <= 1e-6 * abs(whole):
            del numbers[name]
    if subject.entity not in numbers or len(numbers) < 2 or (item.among and item.among != len(numbers)):
        return Missing(
            "no_entity", f"{subject.table.path} is not of just the {item.among or 'others'} that are compared"
        )
    sign = item.sign or 1
    now = numbers[subject.entity]
    above = [name for name, value in numbers.items() if value.number * sign > now.number * sign]
    tied = [name for name, value in numbers.items() if value.number == now.number and name != subject.entity]
    held: bool | None = len(above) == item.place - 1
    if tied and len(above) < item.place:
        held = None
    ordered = sorted(numbers.items(), key=lambda pair: pair[1].number * sign, reverse=True)
    listed = ", ".join(f"{name} {number_words(value.number)}" for name, value in ordered[:10])
    name = "highest" if sign > 0 else "lowest"
    working = (
        f"{words_for(period.lo, period.hi)}: {listed}{' …' if len(ordered) > 10 else ''}: {subject.entity} is number "
        f"{len(above) + 1} of {len(numbers)} ({subject.producer}); claimed {name if item.place == 1 else f'place {item.place}'}"
    )
    shown = tuple(value for _, value in ordered[:20])
    against = f"the other {len(numbers) - 1} of {subject.table.path}"
    return Outcome("rank", None, 0.0, (), working, shown, subject.series.unit, period.lo, period.hi, against, (), held)


def _values(subject: Subject, entities: Sequence[str], period: Period) -> list[Value] | Missing:
    made = []
    for entity in entities:
        one = replace(subject, entity=entity)
        found = one.value(period.lo, period.hi, one.whole(period.lo, period.hi))
        if isinstance(found, Missing):
            return found
        made.append(found)
    return made
