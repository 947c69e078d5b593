"""The second gate, in the document: which entity of a table a claim is of, where it may not name one itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.evidence.asked import Context
from onrecord.evidence.gates import named
from onrecord.evidence.model import Entities
from onrecord.evidence.phrasing import PAIR
from onrecord.evidence.scope import Scope
from onrecord.evidence.wording import Word, words
from onrecord.record import Quantity
from onrecord.spans import Span

__all__ = ["Whose", "beaten", "distinct", "in_order", "nearest", "part_and_whole", "supposed_elsewhere", "whose"]


@dataclass(frozen=True, slots=True)
class Whose:
    """The entity that a claim is of, and what that supposes where the claim does not name it."""

    entity: str | None
    assumed: str | None = None
    others: tuple[str, ...] = ()  # those that the claim names besides
    every: tuple[str, ...] = ()  # all that are added up


def whose(
    scope: Scope,
    context: Context,
    found: Sequence[Word],
    entities: Entities,
    values: Sequence[str],
    hiding: Sequence[str] = (),
    apart: Sequence[Span] = (),
) -> Whose | None:
    """The entity of a table that the claim is of: named in its words ``found``, else the only one named nearest around
    it; None where several are named there, or none anywhere. ``values`` are all entities of the table, ``hiding`` the
    names of producers, in which one of an entity says nothing; ``apart`` is what the claim says of another figure."""
    own = distinct(entities, values, found, hiding)
    if own:
        return Whose(own[0], others=tuple(own[1:]))
    for distance, inside in enumerate(scope.around(context, apart)):
        hits = distinct(entities, values, inside, hiding)
        if len(hits) == 1:
            return Whose(hits[0], f"{hits[0]} is meant, which the text names elsewhere" if distance else None)
        if hits:
            return None
    title = scope.record.document.title or ""
    hits = distinct(entities, values, words(title, [Span(0, len(title))]), hiding)
    return Whose(hits[0], f"{hits[0]} is meant, which the title names") if len(hits) == 1 else None


def supposed_elsewhere(note: str) -> bool:
    """Whether a line of what is supposed says that the entity was named elsewhere than by the claim's sentence, or was
    not named at all."""
    return "is meant, which the" in note or "are meant, which the" in note


def nearest(
    quantity: Quantity,
    context: Context,
    found: Sequence[Word],
    entities: Entities,
    values: Sequence[str],
    hiding: Sequence[str] = (),
) -> Whose | None:
    """Of several entities that a claim with several figures names, the one beside ``quantity``: the first after it
    and before the next figure, else the last before it."""
    if theirs := in_order(quantity, context, found, entities, values, hiding):
        return theirs
    hits = [(found[hit.first].span.start, hit.entity) for hit in named(entities, values, found, hiding)]
    start = quantity.span.start
    order = list(dict.fromkeys(entity for _, entity in hits))
    figures = sorted(context.quantities, key=lambda q: q.span.start)
    own = [q for q in figures if q.unit_name != "time"]
    first = len(order) == 2 and len(own) == 2 and all(at < own[0].span.start for at, _ in hits)
    if first and PAIR.fullmatch(context.text[own[0].span.end : own[1].span.start].lower()):
        return Whose(order[own.index(quantity)]) if quantity in own else None
    following = min(
        (other.span.start for other in context.quantities if other.span.start > start),
        default=len(context.text),
    )
    after = [entity for at, entity in hits if quantity.span.end <= at < following]
    before = [entity for at, entity in hits if at < start]
    chosen = after[0] if after else before[-1] if before else None
    return Whose(chosen) if chosen else None


def in_order(
    quantity: Quantity,
    context: Context,
    found: Sequence[Word],
    entities: Entities,
    values: Sequence[str],
    hiding: Sequence[str] = (),
) -> Whose | None:
    """The entity of one figure where there are as many of the one as of the other: "Elsin had 410 and Varnmoor 90"."""
    hits = [hit.entity for hit in named(entities, values, found, hiding)]
    ids = [other.id for other in sorted(context.quantities, key=lambda q: q.span.start)]
    paired = len(set(hits)) == len(hits) == len(ids) and quantity.id in ids
    return Whose(hits[ids.index(quantity.id)]) if paired else None


_THAN = re.compile(
    r"\b(?:than|ahead of|behind|compared (?:with|to)|against|versus|above|below|beating|overtaking)\s+"
    r"(?:(?:the|that|those|of|in|at)\s+){0,3}$"
)


def beaten(
    context: Context, found: Sequence[Word], entities: Entities, values: Sequence[str], hiding: Sequence[str] = ()
) -> bool:
    """Whether every entity that a claim names after its first is only what that one is compared with."""
    hits = named(entities, values, found, hiding)
    starts = [found[hit.first].span.start for hit in hits if hit.entity != hits[0].entity]
    return all(_THAN.search(context.text[max(0, start - 40) : start].lower()) for start in starts)


def part_and_whole(
    whole: Span, found: Sequence[Word], entities: Entities, values: Sequence[str], hiding: Sequence[str] = ()
) -> tuple[str, str] | None:
    """Of the entities that a claim of a share names, that of the part and that of the whole, which is named in or after
    the words ``whole``: "Tarn had a third of the visitors of the region"."""
    hits = named(entities, values, found, hiding)
    after = [hit.entity for hit in hits if found[hit.first].span.start >= whole.start]
    rest = {hit.entity for hit in hits if not after or hit.entity != after[0]}
    return (rest.pop(), after[0]) if after and len(rest) == 1 else None


def distinct(entities: Entities, values: Sequence[str], found: Sequence[Word], hiding: Sequence[str] = ()) -> list[str]:
    """The entities of a table that ``found`` names, each once, in its order."""
    return list(dict.fromkeys(hit.entity for hit in named(entities, values, found, hiding)))
