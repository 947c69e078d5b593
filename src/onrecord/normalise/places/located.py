"""Actors that are places, with what the gazetteer has of that name, and the one it is where that is certain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from onrecord.normalise.forms import forms
from onrecord.normalise.places.gazetteer import Entry, entries
from onrecord.record import Actor, Place
from onrecord.spans import Span

__all__ = ["country_alone", "located"]

Lookup = Callable[[str], tuple[Entry, ...]]

# What stands between the names of a place and of what it lies in: "Elsin, Avaria", "Elsin (Avaria)",
# "Elsin in Avaria"; and the other way round, "Avaria's capital, Elsin", "Avaria's Elsin".
_IN = re.compile(r",? (?:in )?(?:the )?|,? \((?:the )?")
_OF = re.compile(r"[’']s (?:(?:[\w-]+ ){0,2}(?:capital|city|town|port)(?: city)?(?: of)?,? )?")
_LIST = re.compile(r",? (?:and |or )?(?:the )?")
# What follows where "Elsin, Avaria" is one place: the comma of "In Elsin, Avaria said no" ends a phrase instead.
_CLOSED = re.compile(
    r"$|[,.;:!?)\]\n–—]| [(\[–—-]"
    r"| (?:after|at|before|by|during|early|for|from|in|last|late|on|since|this|to|until|when|where|with)\b"
)
_LISTED_ON = re.compile(r",? (?:and|or)\b")


class _Named(NamedTuple):
    """A mention of the place that is the actor number ``actor``."""

    span: Span
    actor: int


def located(text: str, actors: Sequence[Actor], lookup: Lookup = entries) -> tuple[Actor, ...]:
    """``actors`` with ``place`` and ``candidates`` on those of kind place; ``lookup`` gives what has a name.

    The name decides and words of the text do; the size of a place, its fame and what else the document is about
    do not. Where several places have the name every one is a candidate, chosen or not.
    """
    known = {
        i: found for i, actor in enumerate(actors) if actor.kind == "place" and (found := _found(text, actor, lookup))
    }
    said = _said(text, actors, known)
    spelt = {
        found[0].place: actors[i].mentions[0] for i, found in known.items() if len(found) == 1 and actors[i].mentions
    }
    return tuple(
        replace(actor, place=_place(known[i], said.get(i, ()), spelt), candidates=_several(known[i]))
        if i in known
        else actor
        for i, actor in enumerate(actors)
    )


def country_alone(name: str, lookup: Lookup = entries) -> bool:
    """Whether ``name``, if it is a place at all, is a country and no other one's division."""
    found = [entry.place for entry in lookup(name)]
    return not found or _country(found) is not None


def _found(text: str, actor: Actor, lookup: Lookup) -> tuple[Entry, ...]:
    return next((found for form in forms(text, actor) if (found := lookup(form))), ())


def _several(known: tuple[Entry, ...]) -> tuple[Place, ...]:
    return tuple(entry.place for entry in known) if len(known) > 1 else ()


def _place(known: Sequence[Entry], said: Sequence[tuple[Entry, Span]], spelt: Mapping[Place, Span]) -> Place | None:
    """The one place that is meant, by the strictest of the bases that applies; None where it stays open."""
    if len({entry for entry, _ in said}) > 1:  # the text puts the name at two places
        return None
    if said:
        entry, evidence = said[0]
        return replace(entry.place, basis="text", evidence=evidence)
    places = [entry.place for entry in known]
    if len(places) == 1:
        return replace(places[0], basis="only")
    if country := _country(places):
        return replace(country, basis="country")
    # One of them stands in the text by its longer name, "Elsin Province" beside "Elsin".
    full = next((place for place in places if place in spelt), None)
    countries = {full.country} if full else {place.country for place in places}
    if len(countries) > 1:
        return None
    place = full or places[0]
    return Place(
        place.name, None, place.country, None, None, None, place.source, "shared", spelt[full] if full else None
    )


def _country(places: Sequence[Place]) -> Place | None:
    """The country among ``places``, if no other country and no other country's division has the name."""
    countries = [place for place in places if place.level == "country"]
    rivals = {place.country for place in places if place.level == "division"}
    return countries[0] if len(countries) == 1 and rivals <= {countries[0].country} else None


def _said(
    text: str, actors: Sequence[Actor], known: dict[int, tuple[Entry, ...]]
) -> dict[int, list[tuple[Entry, Span]]]:
    """By place, the one entry of its name that words of the text leave, with these words, at each such place."""
    found: dict[int, list[tuple[Entry, Span]]] = {}
    named = sorted(_Named(span, i) for i in known for span in actors[i].mentions)
    for inner, outer in _pairs(text, named):
        evidence = Span(min(inner.span.start, outer.span.start), max(inner.span.end, outer.span.end))
        fitting = [(a, b) for a in known[inner.actor] for b in known[outer.actor] if _lies_in(a, b)]
        for index, left in ((inner.actor, {a for a, _ in fitting}), (outer.actor, {b for _, b in fitting})):
            if len(left) == 1 and len(known[index]) > 1:
                found.setdefault(index, []).append((left.pop(), evidence))
    return found


def _pairs(text: str, named: Sequence[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Two mentions side by side of which the text says that the first returned lies in the second."""
    for i, (one, two) in enumerate(pairwise(named)):
        if one.actor == two.actor or one.span.end > two.span.start:
            continue
        if _OF.fullmatch(text, one.span.end, two.span.start):
            yield two, one
        elif _IN.fullmatch(text, one.span.end, two.span.start):
            before = named[i - 1].span.end if i else None
            after = named[i + 2].span.start if i + 2 < len(named) else None
            apposed = not text.startswith(",", one.span.end) or _CLOSED.match(text, two.span.end)
            if apposed and not _in_a_list(text, before, one.span.start, two.span.end, after):
                yield one, two


def _in_a_list(text: str, before: int | None, start: int, end: int, after: int | None) -> bool:
    """Whether the pair is part of a list of places, as "Elsin, Avaria and Port Tamsin" are three."""
    if before is not None and before <= start and _LIST.fullmatch(text, before, start):
        return True
    if after is not None and after >= end and _LIST.fullmatch(text, end, after):
        return True
    return _LISTED_ON.match(text, end) is not None


def _lies_in(inner: Entry, outer: Entry) -> bool:
    if inner.place.country != outer.place.country or inner.place.level == "country" or outer.place.level == "town":
        return False
    if outer.place.level == "country":
        return True
    return inner.place.level == "town" and inner.division == outer.division
