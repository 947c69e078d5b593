"""The names of the actors that are swapped: each in several forms, and which form stands for one that is lacking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.record import ActorKind

__all__ = ["FORMS", "INSTEAD", "NameForm", "Names", "Swap", "article_of"]

NameForm = Literal["name", "short", "acronym", "surname", "adjective", "people"]
FORMS: tuple[NameForm, ...] = get_args(NameForm)

INSTEAD: dict[NameForm, tuple[NameForm, ...]] = {
    "name": ("short", "surname", "acronym"),
    "short": ("name",),
    "acronym": ("short", "name"),
    "surname": ("short", "name"),
    "adjective": ("short", "name"),
    "people": ("adjective", "short", "name"),
}
"""The forms that stand for one that an actor lacks, the first that is there: an army without an acronym is named by
its short name, else by its name."""


@dataclass(frozen=True, slots=True)
class Names:
    """What one actor is called: ``name`` in full, ``short``, ``acronym``, ``surname``, ``adjective`` ("Peruvian") and
    ``people`` ("Peruvians"), each any number of spellings of which the first is the one put into a text.

    A spelling that begins with "the " takes the article with it: "the Netherlands" gives way to "Peru" whole.
    """

    kind: ActorKind
    name: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    acronym: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def spellings(self, form: NameForm) -> tuple[str, ...]:
        """The spellings of a form, none where the actor lacks it."""
        found: tuple[str, ...] = getattr(self, form)
        return found

    def of(self, form: NameForm) -> str:
        """The first spelling of ``form``, or of the form that stands for it (see :data:`INSTEAD`)."""
        return next(self.spellings(each)[0] for each in (form, *INSTEAD[form], *FORMS) if self.spellings(each))

    @property
    def label(self) -> str:
        """The name that the actor is listed under."""
        name = self.of("name")
        return name[len(article_of(name)) :]


@dataclass(frozen=True, slots=True)
class Swap:
    """Actors that change places with one another: two are a pair, more a rotation, each in turn for the next."""

    actors: tuple[Names, ...]

    @property
    def kind(self) -> ActorKind:
        """The kind of its actors: one for all."""
        return self.actors[0].kind

    @property
    def label(self) -> str:
        """``Ana Brill ↔ Omar al-Sayed``; a rotation has arrows one way."""
        return (" ↔ " if len(self.actors) == 2 else " → ").join(actor.label for actor in self.actors)

    def turned(self, turns: int, count: int | None = None) -> tuple[Names, ...]:
        """The actors after ``turns`` turns: the first ``count`` of the places and who stands there."""
        size = len(self.actors)
        return tuple(self.actors[(place + turns) % size] for place in range(size if count is None else count))


def article_of(spelling: str) -> str:
    """The article that a spelling takes with it: ``"the "`` or nothing."""
    return spelling[:4] if spelling[:4] == "the " else ""
