"""The cast of a record in words: how much each actor says, where a place is, what alias tables say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.publish.characters import folded
from onrecord.publish.lines import Line
from onrecord.publish.words import UNCLEAR, number_of
from onrecord.record import Actor, CharacterisingMention, Link, Place, Record
from onrecord.spans import quote

__all__ = ["Term", "identity_words", "place_words", "says_words", "tallies", "terms"]

MOST_NAMED = 3  # candidates and suggestions that are named; the record has all

_WHY = {
    "near": "nearly the same name",
    "several": "the alias of several",
    "kind": "of another kind",
    "language": "in another language",
    "dates": "not known to hold on this date",
    "exact": "",
    "normalised": "",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A characterising mention: as written, who says it (in words), the number of that line, and whom it means."""

    written: str
    who: str
    line: int | None
    means: str


def tallies(record: Record) -> dict[str, Counter[str]]:
    """By actor's id, how many attributions of each kind it speaks; actors that speak none are not there."""
    counted: dict[str, Counter[str]] = {}
    known = {actor.id for actor in record.actors}
    for attribution in record.attributions:
        if attribution.speaker in known:
            counted.setdefault(attribution.speaker, Counter())[attribution.kind] += 1
    return counted


def says_words(tally: Mapping[str, int]) -> str:
    """A tally in words, statements first: "5 statements, 1 belief"; "" for none."""
    ordered = sorted(tally.items(), key=lambda item: (item[0] != "statement", item[0]))
    return ", ".join(number_of(count, kind) for kind, count in ordered)


def place_words(actor: Actor) -> str:
    """Where a place is and by whose label: "Elsin, AV (GeoNames)"; where it is open, which places it may be."""
    place, candidates = actor.place, actor.candidates
    if place and place.level:
        return f"{folded(place.name)}, {place.country} ({place.source})"
    if place:
        return f"in {place.country} ({place.source}), {_one_of([c for c in candidates if c.country == place.country])}"
    return _one_of(candidates) if candidates else ""


def _one_of(candidates: Sequence[Place]) -> str:
    named = "; ".join(f"{folded(place.name)}, {place.level} in {place.country}" for place in candidates[:MOST_NAMED])
    more = len(candidates) - MOST_NAMED
    return f"one of: {named}" + (f" and {more} more" if more > 0 else "")


def identity_words(item: Actor | CharacterisingMention) -> str:
    """Ids that alias tables link, then what they only suggest and why: "wikidata:Q1; perhaps local:7 (…)"."""
    linked = list(dict.fromkeys(link.id for link in item.links))
    maybe = [_perhaps(link) for link in item.suggested[:MOST_NAMED]]
    return "; ".join([*linked, *dict.fromkeys(maybe)])


def _perhaps(link: Link) -> str:
    return f"perhaps {link.id} ({_WHY[link.match]})"


def terms(record: Record, all_lines: Sequence[Line]) -> tuple[Term, ...]:
    """The characterising mentions of ``record`` in its order; those in no content are the text's own."""
    by_id = {line.attribution.id: line for line in all_lines}
    found = []
    for mention in record.characterising:
        line = by_id.get(mention.attribution) if mention.attribution is not None else None
        who = "the text itself" if line is None else line.speaker.name if line.speaker else line.written or UNCLEAR
        written = folded(quote(record.document.text, mention.span))
        found.append(Term(written, folded(who), line.number if line else None, identity_words(mention)))
    return tuple(found)
