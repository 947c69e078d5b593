"""One thing that a claim asks, where it asks it, and what an earlier claim of its sentence lends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.evidence.fractions import fraction
from onrecord.evidence.gates import Candidate
from onrecord.evidence.question import Asked, Context
from onrecord.evidence.scope import Scope
from onrecord.evidence.tables import Tables
from onrecord.evidence.wording import Word

__all__ = ["Asking", "Before"]


@dataclass(frozen=True, slots=True)
class Asking:
    """One thing that a claim asks, of which tables, in which document."""

    found: Context
    item: Asked
    tables: Tables
    scope: Scope


@dataclass(frozen=True, slots=True)
class Before:
    """The series that an earlier claim of a sentence was of, the words that said so, and the ids of its dates."""

    candidates: tuple[Candidate, ...]
    said: tuple[Word, ...]
    times: tuple[str, ...] = ()
    unit: tuple[str, str | None] = ("1", None)

    @classmethod
    def of(cls, asking: Asking, passed: Sequence[Candidate], said: Sequence[Word]) -> Before:
        """What the claim of ``asking`` leaves for those after it."""
        figure = asking.item.quantity
        unit = (figure.unit, figure.unit_name) if figure else ("1", None)
        return cls(tuple(passed), tuple(said), _dates(asking.found), unit)

    def lent(self, asking: Asking, *, now: bool) -> Asking | None:
        """``asking``, of the same date and in the same unit where it states none; None where which date is open. Of
        what is said of the present the date is known: ``now``."""
        found, figure = asking.found, asking.item.quantity
        if (
            figure
            and figure.unit == "1"
            and not figure.of
            and not fraction(found, figure)
            and self.unit[0] not in ("1", "%", "pp")
        ):
            named = replace(figure, unit=self.unit[0], unit_name=self.unit[1])
            asking = replace(asking, item=replace(asking.item, quantity=named))
        if now or _dates(found) or any(t.kind == "duration" and t.anchor == "event" for t in found.times):
            return asking  # "the week after": not at the time before it
        if len(self.times) > 1:
            return None
        claim = replace(found.claim, carried_times=self.times)
        return replace(asking, found=replace(found, claim=claim))


def _dates(found: Context) -> tuple[str, ...]:
    """The ids of the claim's own dates, else of those that it has from its sentence."""
    own = tuple(t.id for t in found.times if t.kind in ("date", "time"))
    return own or found.claim.carried_times
