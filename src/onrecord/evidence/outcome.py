"""What a query form gives, and the line of working that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.evidence.asked import Asked
from onrecord.evidence.measures import claimed_words, distance_words, in_unit, number_words
from onrecord.evidence.periods import words_for
from onrecord.evidence.query import Missing, Value
from onrecord.evidence.subject import Subject
from onrecord.evidence.verdict import holds
from onrecord.record import Interval, Quantity, QueryForm

__all__ = [
    "NAMES",
    "OTHERWISE",
    "Outcome",
    "away_words",
    "closing",
    "figure",
    "in_series_unit",
    "listed_words",
    "of_value",
    "sum_words",
]

_SHOWN = 10  # terms of a sum that the working spells out
OTHERWISE = "or else, "
"""How a line of what is supposed begins where its reading is only asked for a claim that no other one bears out."""
NAMES: dict[str, str] = {"mean": "mean", "maximum": "greatest", "minimum": "least"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A number, ± ``half`` by the rounding of its rows, what was claimed in the same ``unit``, and the working.

    ``number`` is None for an order (more, highest, every), which ``held`` answers: yes, no, or None where rounding
    leaves it open. ``lo`` and ``hi`` are first and last day, ``against`` what it is compared with in words, ``assumed``
    what the claim leaves open, one line each. ``values`` are of the subject that was asked, the second of ``whole``
    where that is given: what a share is of, or by whose heads.
    """

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
    whole: Subject | None = None


def figure(item: Asked) -> Quantity:
    """The figure of what is asked; for forms that only a figure asks for."""
    assert item.quantity is not None  # noqa: S101 (so asked: see onrecord.evidence.asked)
    return item.quantity


def in_series_unit(item: Asked, subject: Subject, claimed: tuple[Interval, ...]) -> tuple[Interval, ...] | Missing:
    """``claimed``, which is in the unit of the claim's figure, in that of the series."""
    unit, wanted = figure(item).unit, subject.series.unit
    found = in_unit(claimed, unit, wanted)
    if found is None:
        return Missing("unit_mismatch", f"the claim is in {unit}, {subject.table.path} in {wanted}")
    return found


def of_value(
    subject: Subject,
    item: Asked,
    form: QueryForm,
    found: Value,
    days: tuple[date, date],
    claimed: tuple[Interval, ...],
    *assumed: str,
) -> Outcome:
    """The outcome of one number that a query gave for ``days``."""
    shown = f"{words_for(*days)}: {_form_words(form, found)}"
    working = closing(subject, item, shown, found.number, claimed)
    unit = subject.series.unit
    return Outcome(form, found.number, found.half, claimed, working, (found,), unit, *days, None, assumed)


def closing(subject: Subject, item: Asked, shown: str, number: float, claimed: tuple[Interval, ...]) -> str:
    """The working ``shown`` with whose figures they are, what was claimed, and how far ``number`` is outside it."""
    line = f"{shown} ({subject.words}); claimed {claimed_words(figure(item))}"
    return line + away_words(claimed, number)


def away_words(claimed: tuple[Interval, ...], number: float) -> str:
    """How far ``number`` is outside what was ``claimed``, to end a line of working with; nothing inside it."""
    away = distance_words(claimed[0], number) if claimed and not holds(claimed[0], number) else None
    return f"; {away}" if away else ""


def _form_words(form: QueryForm, found: Value) -> str:
    if form == "sum":
        return sum_words(found)
    if form == "level":
        return number_words(found.number)
    return f"{NAMES[form]} of {len(found.parts)} values = {number_words(found.number)}"


def sum_words(found: Value) -> str:
    """A sum with its terms: "300 + 220 = 520"."""
    if len(found.parts) < 2:
        return number_words(found.number)
    if len(found.parts) > _SHOWN:
        return f"sum of {len(found.parts)} values = {number_words(found.number)}"
    return f"{' + '.join(number_words(part) for part in found.parts)} = {number_words(found.number)}"


def listed_words(numbers: Sequence[float], most: int = _SHOWN) -> str:
    """Numbers one after another, at ``most`` so many: "300, 220 …"."""
    return ", ".join(number_words(number) for number in numbers[:most]) + (" …" if len(numbers) > most else "")
