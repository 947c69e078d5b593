"""Changes of the cast that a person decides on: merge two actors, split one, rename or dismiss one.

Each is a pure function from a record to a record in which every id still means something: speakers and the
organisations of roles follow the actor they were. Nothing is read again and no span moves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import count
from typing import TypeVar

from onrecord.errors import ImpossibleChange
from onrecord.record import Actor, ActorKind, Attribution, Place, Record, Role
from onrecord.spans import Span, overlap, quote

__all__ = ["dismiss", "merge", "rename", "split"]

T = TypeVar("T")


def merge(record: Record, kept: str, other: str) -> Record:
    """``record`` with the actor ``other`` made one with ``kept``, which keeps its id, name and kind.

    Mentions, roles and identities of both are its own; a place stays where both agree on it or only one has it.

    Raises:
        ImpossibleChange: an id is no actor's, or both are the same.
    """
    one, two = _actor(record, kept), _actor(record, other)
    if kept == other:
        raise ImpossibleChange(kept, "an actor cannot be merged with itself", "Name two actors")
    place, candidates = _one_place(one, two)
    links = _once([*one.links, *two.links])
    both = replace(
        one,
        roles=_once([*one.roles, *two.roles]),
        mentions=tuple(sorted({*one.mentions, *two.mentions})),
        same_as=_once([*one.same_as, *two.same_as]),
        place=place,
        candidates=candidates,
        links=links,
        suggested=_once(link for link in [*one.suggested, *two.suggested] if link not in links),
    )
    actors = [both if actor.id == kept else actor for actor in record.actors if actor.id != other]
    return _with_ids(record, actors, {other: kept})


def split(
    record: Record, id: str, mentions: Collection[Span], *, name: str | None = None, kind: ActorKind | None = None
) -> Record:
    """``record`` with these ``mentions`` of the actor ``id`` made an actor of their own, right after it.

    The new actor has the first free id ``a1``, ``a2``, …; by default its name is the longest of its mentions as
    written and its kind that of the other. What it is said to say moves with it: attributions whose source holds
    mentions of the new one and none of the old. Roles, places and identities stay with the old.

    Raises:
        ImpossibleChange: the id is no actor's, or the mentions are not some, but not all, of that actor's.
    """
    old = _actor(record, id)
    moved = {Span(*span) for span in mentions}
    left = tuple(span for span in old.mentions if span not in moved)
    if not moved or not left or not moved <= set(old.mentions):
        raise ImpossibleChange(id, "these are not some of the actor's mentions", "Choose some of them, not all")
    taken = {actor.id for actor in record.actors}
    new = Actor(
        id=next(free for number in count(1) if (free := f"a{number}") not in taken),
        name=name or max((quote(record.document.text, span) for span in sorted(moved)), key=len),
        kind=kind or old.kind,
        mentions=tuple(sorted(moved)),
    )
    actors = [
        each for actor in record.actors for each in ((replace(old, mentions=left), new) if actor is old else (actor,))
    ]
    attributions = tuple(
        replace(attribution, speaker=new.id)
        if attribution.speaker == id and _names(attribution, moved) and not _names(attribution, left)
        else attribution
        for attribution in record.attributions
    )
    return replace(record, actors=tuple(actors), attributions=attributions)


def rename(record: Record, id: str, name: str) -> Record:
    """``record`` with the actor ``id`` called ``name``; its mentions stay as written.

    Raises:
        ImpossibleChange: the id is no actor's, or the name is blank.
    """
    actor = _actor(record, id)
    if not name.strip():
        raise ImpossibleChange(id, "the name is blank", "Give a name")
    return replace(record, actors=tuple(replace(each, name=name) if each is actor else each for each in record.actors))


def dismiss(record: Record, id: str) -> Record:
    """``record`` without the actor ``id``: what it was said to say has an unclear speaker, roles lose it.

    Raises:
        ImpossibleChange: the id is no actor's.
    """
    actor = _actor(record, id)
    return _with_ids(record, [each for each in record.actors if each is not actor], {id: None})


def _actor(record: Record, id: str) -> Actor:
    found = next((actor for actor in record.actors if actor.id == id), None)
    if found is None:
        raise ImpossibleChange(id, "no actor has this id", "Take an id from record.actors")
    return found


def _with_ids(record: Record, actors: Iterable[Actor], changed: dict[str, str | None]) -> Record:
    """The record with these actors, and ids as ``changed`` wherever one is referred to."""
    return replace(
        record,
        actors=tuple(replace(actor, roles=_roles(actor, changed)) for actor in actors),
        attributions=tuple(
            replace(attribution, speaker=changed.get(attribution.speaker, attribution.speaker))
            if attribution.speaker is not None
            else attribution
            for attribution in record.attributions
        ),
    )


def _roles(actor: Actor, changed: dict[str, str | None]) -> tuple[Role, ...]:
    """Roles in no organisation that is gone or is the actor itself; those that say nothing any more are left out."""
    found = []
    for role in actor.roles:
        organisation = role.organisation and changed.get(role.organisation, role.organisation)
        role = replace(role, organisation=None if organisation == actor.id else organisation)
        if role.title or role.organisation:
            found.append(role)
    return _once(found)


def _one_place(one: Actor, two: Actor) -> tuple[Place | None, tuple[Place, ...]]:
    places = _once(place for place in (one.place, two.place) if place)
    candidates = _once([*one.candidates, *two.candidates])
    if len(places) < 2:
        return (places[0] if places else None), candidates
    same = len({(place.name, place.level, place.country, place.geonames) for place in places}) == 1
    plain = (replace(place, basis=None, evidence=None) for place in places)
    return (places[0], candidates) if same else (None, _once([*candidates, *plain]))


def _names(attribution: Attribution, mentions: Collection[Span]) -> bool:
    return any(overlap(source, mention) for source in attribution.source for mention in mentions)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
