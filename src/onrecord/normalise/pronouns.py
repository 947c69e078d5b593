"""Whom a pronoun means: the most salient compatible actor named before it, or nobody.

Salience is a place in a sentence (a speaker before a subject before the rest) that fades with every sentence.
Gender is only what the document itself says. Where two are equally good the answer is None.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import NamedTuple

from onrecord.normalise.layout import Layout
from onrecord.normalise.people import Entity
from onrecord.normalise.words import word_set

__all__ = ["FIRST", "PERSONAL", "RELATIVE", "Event", "Salience"]

PERSONAL = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they",
    "themselves": "they",
}  # fmt: skip
FIRST = word_set("i me my mine myself we us our ours ourselves")
RELATIVE = word_set("who whom whose which that")

# Weights by place, fading by sentence, and by how much the best must lead; set by hand on PolNeAR train's
# machine coreference and GAP development, the same for all.
SPEAKER, SUBJECT, OTHER, POSSESSIVE, QUOTED = 3.0, 2.0, 1.0, 0.8, 0.15
_FADE, _PARAGRAPH, _LEAD, _AGAIN, _KNOWN = 0.75, 0.8, 1.2, 0.3, 2.0
_SENTENCES, _EVENTS = 12, 40


class Event(NamedTuple):
    """An actor met at a place of the text, with a weight for how prominent the place is."""

    start: int
    entity: Entity
    weight: float


def _start(event: Event) -> int:
    return event.start


class Salience:
    """The actors met so far, in text order, and whom a pronoun at an offset means."""

    def __init__(self, layout: Layout, events: list[Event]) -> None:
        self._layout = layout
        self._named = sorted(events, key=_start)
        self._spoken: list[Event] = []

    def speaks(self, start: int, entity: Entity) -> None:
        """Note that ``entity`` is the source of an attribution at ``start``."""
        insort(self._spoken, Event(start, entity, SPEAKER), key=_start)

    def _before(self, offset: int) -> list[Event]:
        """The last events before ``offset``, the nearest last among the named and among the speaking."""
        met: list[Event] = []
        for events in (self._named, self._spoken):
            place = bisect_left(events, offset, key=_start)
            met += events[max(0, place - _EVENTS) : place]
        return met

    def someone(self, offset: int) -> bool:
        """Whether a person is named in the paragraph of ``offset``, before it, or in the one before."""
        paragraph = self._layout.paragraph(offset)
        return any(
            event.entity.kind == "person"
            and not event.entity.described
            and paragraph - self._layout.paragraph(event.start) < 2
            for event in self._before(offset)
        )

    def best(self, offset: int, pronoun: str, avoid: Entity | None = None) -> Entity | None:
        """The actor that ``pronoun`` (a key of :data:`PERSONAL`) at ``offset`` means, None where unclear."""
        wanted = PERSONAL[pronoun]
        scores: dict[Entity, float] = {}
        voices: set[Entity] = set()
        here, paragraph = self._layout.sentence(offset), self._layout.paragraph(offset)
        for event in self._before(offset):
            distance = here - self._layout.sentence(event.start)
            if distance > _SENTENCES or event.entity is avoid or not _fits(event, wanted):
                continue
            if event.weight == SPEAKER and self._layout.paragraph(event.start) == paragraph:
                voices.add(event.entity)
            weight = event.weight * _FADE**distance
            weight *= _PARAGRAPH ** (paragraph - self._layout.paragraph(event.start))
            old = scores.get(event.entity, 0.0)
            scores[event.entity] = max(old, weight) + _AGAIN * min(old, weight)
        # Where one person alone has spoken in the paragraph, he or she goes on speaking.
        if len(voices) == 1 and wanted in ("m", "f"):
            scores = {entity: scores[entity] for entity in voices}
        return _leader(scores, wanted)


def _fits(event: Event, wanted: str) -> bool:
    entity = event.entity
    if wanted in ("m", "f"):
        return entity.kind == "person" and not entity.members and entity.gender in (wanted, "")
    if wanted == "it":
        return entity.kind in ("organisation", "place") and entity.body and event.weight >= SUBJECT
    return (entity.kind == "group" or (entity.kind == "organisation" and entity.body)) and event.weight >= SUBJECT


def _leader(scores: dict[Entity, float], wanted: str) -> Entity | None:
    """The best, if it leads the second clearly; an actor known to have the gender counts more."""
    if not scores:
        return None
    ranked = sorted(
        ((score * (_KNOWN if e.gender == wanted else 1.0), i, e) for i, (e, score) in enumerate(scores.items())),
        key=lambda item: (-item[0], item[1]),
    )
    if len(ranked) > 1 and ranked[0][0] < _LEAD * ranked[1][0]:
        return None
    return ranked[0][2] if ranked[0][0] > 0.1 and ranked[0][2].names else None
