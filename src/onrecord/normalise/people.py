"""The people and bodies of one document as they are put together, before they become actors of the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.record import ActorKind
from onrecord.spans import Span

__all__ = ["Entity", "StatedRole"]


@dataclass(slots=True)
class StatedRole:
    """A title and the organisation (an entity) as stated at one place, the words of both."""

    title: str | None
    organisation: Entity | None
    words: frozenset[str]
    span: Span | None = None


@dataclass(slots=True, eq=False)
class Entity:
    """One actor in the making; ``described`` if it has no name, ``body`` if "it" can mean it;
    ``starts`` are where it is named, in order."""

    kind: ActorKind = "organisation"
    names: dict[str, int] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    roles: list[StatedRole] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    described: bool = False
    body: bool = True
    members: tuple[Entity, ...] = ()

    @property
    def gender(self) -> str:
        """ "m", "f" or "": what honorifics, offices and pronouns in the document agree on."""
        m, f = self.genders["m"], self.genders["f"]
        return "m" if m > 2 * f else "f" if f > 2 * m else ""

    @property
    def name(self) -> str:
        """The fullest name: the most words, no bare acronym where there is another; of equals the first."""
        return max(self.names, key=lambda name: (len(name.split()), not name.isupper(), self.names[name] > 0))
