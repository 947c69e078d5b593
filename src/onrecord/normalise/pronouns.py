"""Whom each pronoun of the third person means: one of the actors named around it, or nobody.

The reader says how likely a pronoun stands for each word near it; an actor is as likely as the words that name it and
the pronouns already read as it. Gender, kind and number rule actors out; gender is only what the document itself says.
Where the best is not clearly the best, the pronoun stays open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.normalise.people import Entity
from onrecord.normalise.words import word_set
from onrecord.spans import Span, overlap

if TYPE_CHECKING:
    from onrecord.reader.stands import Stands
    from onrecord.reader.syntax import Syntax

__all__ = ["FIRST", "PERSONAL", "RELATIVE", "Named", "Pronoun", "Pronouns"]

Wanted = Literal["m", "f", "it", "they"]

PERSONAL: dict[str, Wanted] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "theirs": "they",
    "themselves": "they",
}  # fmt: skip
FIRST = word_set("i me my mine myself we us our ours ourselves")
RELATIVE = word_set("who whom whose which that")

_LEAST: dict[Wanted, float] = {"m": 0.1, "f": 0.1, "it": 0.3, "they": 0.3}
"""The least of all chances that the likeliest actor must have, and how many times likelier than the second it must be:
chosen on GAP development (he, she) and on GUM dev (it, they)."""
_LEAD = 1.2
_UNNAMED, _JUST = 0.9, 60
"""The least chance of "a woman" as a she and of "a man" as a he that many characters later: where a text has just
spoken of somebody without a name, a pronoun of that gender is never taken for a name without being surer."""
_SPEAKER, _GOES_ON = 3.5, 2.0
"""How many times likelier than the second whoever speaks must be: a wrong speaker is worse than an unclear one; and how
many times likelier whoever spoke last becomes. Chosen on the gold statements and by hand."""
_BEFORE, _AFTER = 2_500, 150
"""Characters before and after a pronoun within which actors are looked at; the reader sees 300 words back."""


class Named(NamedTuple):
    """A place where an actor is named; ``entity`` is None where it is a person, but nobody knows who."""

    span: Span
    entity: Entity | None


class Pronoun(NamedTuple):
    """A pronoun and the actor it means."""

    span: Span
    entity: Entity


class Pronouns:
    """The pronouns of one text, read in its order; each that is read counts as a place of its actor for those after it,
    and says the actor's gender."""

    def __init__(self, text: str, stands: Stands, named: Iterable[Named], syntax: Syntax | None = None) -> None:
        """``named``: where actors are named, in text order; more may be noted while reading. ``syntax``: the text's
        sentences as trees."""
        self._text = text
        self._stands = stands
        self._syntax = syntax
        self._named = list(named)
        self._starts = [item.span.start for item in self._named]
        self._next = 0
        self.read: list[Pronoun] = []

    def note(self, span: Span, entity: Entity) -> None:
        """An actor without a name is spoken of at ``span``."""
        place = bisect_right(self._starts, span.start)
        self._starts.insert(place, span.start)
        self._named.insert(place, Named(span, entity))

    def speaker(self, offset: int, spoke: Entity | None = None) -> Entity | None:
        """The actor whom the pronoun at ``offset`` means as one who speaks, None where it is none or unclear. ``spoke``
        is who spoke last, and so the likelier to go on."""
        self.read_to(offset)
        spans = self._stands.pronouns
        if self._next == len(spans) or spans[self._next].start != offset:
            return None
        entity = self._read(self._next, spans[self._next], spoke, _SPEAKER)
        self._next += 1
        return entity

    def read_to(self, end: int) -> None:
        """Read the pronouns that begin before ``end`` and have not been read."""
        spans = self._stands.pronouns
        while self._next < len(spans) and spans[self._next].start < end:
            self._read(self._next, spans[self._next], None, _LEAD)
            self._next += 1

    def _read(self, number: int, span: Span, spoke: Entity | None, lead: float) -> Entity | None:
        wanted = PERSONAL[self._text[span.start : span.end].lower()]
        chances, left = self._chances(number, span, wanted)
        if spoke in chances:
            chances[spoke] *= _GOES_ON
        # What is ruled out leaves its chances to the rest.
        entity = _likeliest(chances, _LEAST[wanted] * max(left, 0.0), lead)
        if entity is not None:
            self.read.append(Pronoun(span, entity))
            if wanted in ("m", "f"):
                entity.genders[wanted] += 1
        return entity

    def _chances(self, number: int, span: Span, wanted: Wanted) -> tuple[dict[Entity | None, float], float]:
        """How likely each actor is meant that can be, and what share of all chances is left to them."""
        floor = span.start - _BEFORE
        near = self._named[bisect_left(self._starts, floor) : bisect_right(self._starts, span.end + _AFTER)]
        read = self.read[bisect_left(self.read, floor, key=lambda item: item.span.start) :]
        places = [*near, *(Named(item.span, item.entity) for item in read)]
        subject = _subject(self._syntax, span) if self._syntax else None
        barred = {entity for place, entity in places if subject and overlap(place, subject)}
        chances: dict[Entity | None, float] = {}
        left = 1.0
        for place, entity in places:
            chance = self._stands.chance(number, [place])
            if entity is None or (entity not in barred and _fits(entity, wanted)):
                if _is_unnamed(entity, wanted) and place.end > span.start - _JUST:
                    chance = max(chance, _UNNAMED)
                chances[entity] = chances.get(entity, 0.0) + chance
            else:
                left -= chance
        return chances, left


_OBJECTS = frozenset(("obj", "iobj", "obl", "obl:agent", "nmod"))
_ANYWHERE = frozenset(("his", "hers", "its", "theirs", "himself", "herself", "itself", "themselves"))


def _subject(syntax: Syntax, span: Span) -> Span | None:
    """The word that is the subject of the verb of which a pronoun is the object: in "Ada saw her" that is not she.

    (Principle B of binding, Chomsky 1981.) None for a subject, a possessive, a reflexive.
    """
    for word in syntax.words(span):
        verb = int(syntax.heads[word])
        if (
            syntax.relation(word) not in _OBJECTS
            or syntax.low(word) in _ANYWHERE
            or syntax.part(verb) not in ("VERB", "ADJ")
        ):
            continue
        for child in syntax.children(verb):
            if syntax.relation(child) in ("nsubj", "nsubj:pass"):
                return Span(int(syntax.starts[child]), int(syntax.ends[child]))
    return None


def _is_unnamed(entity: Entity | None, wanted: Wanted) -> bool:
    """Whether an actor is "a woman" or "a man" whom the text does not name."""
    return entity is not None and not entity.names and entity.gender == wanted


def _fits(entity: Entity, wanted: Wanted) -> bool:
    if wanted in ("m", "f"):
        return entity.kind == "person" and not entity.members and entity.gender in (wanted, "")
    if wanted == "it":
        return entity.kind in ("organisation", "place") and entity.body
    return entity.kind == "group" or (entity.kind == "organisation" and entity.body)


def _likeliest(chances: dict[Entity | None, float], least: float, lead: float) -> Entity | None:
    """The likeliest actor, if it is likely enough and so many times likelier than the second."""
    ranked = sorted(chances.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < lead * ranked[1][1]):
        return None
    return ranked[0][0]
