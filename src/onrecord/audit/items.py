"""The items of a record in the form in which two readings can be compared: places for spans, marks for names."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.audit.names import Names
from onrecord.audit.swap import Finder, Swapped
from onrecord.record import Arithmetic, Attribution, Quantity, Record, Time
from onrecord.spans import Span, quote

__all__ = ["SPANS", "Item", "Side", "actors", "arithmetic", "attributions", "claims", "quantities", "roles", "times"]

SPANS = ("source", "cue", "content")

_INDEFINITE = re.compile(r"(?<!\w)an(?= ⟨)", re.I)
_POSSESSIVE = re.compile(r"(?<=⟩)['’]s?(?!\w)", re.I)

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Side:
    """One reading: the record, the text's places, and who stands in which place (``actors``, by index)."""

    record: Record
    swapped: Swapped
    actors: Sequence[Names]

    @cached_property
    def finder(self) -> Finder:
        """Finds the names of this side's actors in a record's strings."""
        return Finder(self.actors)

    @cached_property
    def nouns(self) -> dict[str, str]:
        """The mark of each actor by its names as a unit's noun has them: in lower case, in the singular."""
        from onrecord.normalise.quantities.nouns import singular

        return {
            singular(spelling.rpartition(" ")[2]): f"⟨{index}⟩"
            for index, actor in enumerate(self.actors, 1)
            for spelling in (*actor.people, *actor.adjective, *actor.name)
        }

    def places(self, spans: Sequence[Span]) -> Places:
        """The places of several spans, comparable with the other side's."""
        return tuple(self.swapped.places(span) for span in spans)

    def words(self, spans: Sequence[Span]) -> str:
        """The words of several spans in this side's own text."""
        return " … ".join(" ".join(quote(self.record.document.text, span).split()) for span in spans)

    def mask(self, text: str | None) -> str | None:
        """A string of the record with a mark for each swapped actor.

        An article before it counts for nothing; "a" or "an", and the possessive's mark, follow the name.
        """
        if text is None:
            return None
        masked = _POSSESSIVE.sub("’s", _INDEFINITE.sub("a", self.finder.mask(text)))
        return masked.removeprefix("the ").removeprefix("The ")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a record as it is compared: where it is, what it is equal by, and how it is shown."""

    place: tuple[int, int]
    text: str
    fields: Mapping[str, Hashable]
    shown: Mapping[str, str] = field(default_factory=dict)


def attributions(side: Side) -> list[Item]:
    names = {actor.id: actor.name for actor in side.record.actors}
    return [_attribution(side, item, names) for item in side.record.attributions]


def _attribution(side: Side, item: Attribution, names: Mapping[str, str]) -> Item:
    spans = {name: getattr(item, name) for name in SPANS}
    where = side.places(item.cue or item.content or item.source)
    speaker = names.get(item.speaker or "")
    fields: dict[str, Hashable] = {name: side.places(found) for name, found in spans.items()}
    fields |= {"speaker": side.mask(speaker), "form": item.form, "kind": item.kind, "act": item.act}
    fields["said"] = (side.swapped.places(item.said.span), item.said.edtf) if item.said else None
    shown = {name: side.words(found) for name, found in spans.items()}
    shown |= {"speaker": speaker or "unclear", "said": side.words([item.said.span]) if item.said else "not stated"}
    place = (where[0][0], where[-1][1]) if where else (0, 0)
    return Item(place, side.words(item.content)[:200] or side.words(item.cue), fields, shown)


def quantities(side: Side) -> list[Item]:
    spans = {item.id: side.swapped.places(item.span) for item in side.record.quantities}
    return [_quantity(side, item, spans) for item in side.record.quantities]


def _quantity(side: Side, item: Quantity, spans: Mapping[str, tuple[int, int]]) -> Item:
    place = side.swapped.places(item.span)
    phrases = {name: getattr(item, name) for name in ("of", "share_of", "compared")}
    fields: dict[str, Hashable] = {"span": place, "unit_name": side.nouns.get(item.unit_name or "", item.unit_name)}
    for name in ("lower", "upper", "lower_open", "upper_open", "approximate", "trend", "unit", "per"):
        fields[name] = getattr(item, name)
    for name, phrase in phrases.items():
        fields[name] = side.swapped.places(phrase.span) if phrase else None
    if item.compared:
        fields["relation"] = (item.compared.relation, spans.get(item.compared.quantity or ""))
    shown = {name: phrase.text if phrase else "none" for name, phrase in phrases.items()}
    return Item(place, side.words([item.span]), fields, {"span": side.words([item.span]), **shown})


def times(side: Side) -> list[Item]:
    spans = {item.id: side.swapped.places(item.span) for item in side.record.times}
    return [_time(side, item, spans) for item in side.record.times]


def _time(side: Side, item: Time, spans: Mapping[str, tuple[int, int]]) -> Item:
    place = side.swapped.places(item.span)
    fields: dict[str, Hashable] = {"span": place, "anchor": spans.get(item.anchor, item.anchor)}
    for name in (
        "kind",
        "edtf",
        "lo",
        "hi",
        "grain",
        "duration",
        "reading",
        "alternatives",
        "timex",
        "clock",
        "reason",
    ):
        fields[name] = getattr(item, name)
    fields["event"] = side.swapped.places(item.event) if item.event else None
    words = side.words([item.span])
    return Item(place, words, fields, {"span": words, "event": side.words([item.event]) if item.event else "none"})


def claims(side: Side) -> list[Item]:
    """Where each claim stands, of which kind it is, how sure it is put, whether it can be checked, and its figures."""
    spans = {item.id: side.swapped.places(item.span) for item in side.record.quantities}
    found = []
    for claim in side.record.claims:
        parts = side.places(claim.parts)
        words = side.words(claim.parts)
        fields: dict[str, Hashable] = {
            "parts": parts,
            "kind": claim.kind,
            "factuality": claim.factuality,
            "checkable": claim.checkability.checkable,
            "figures": tuple(spans.get(id) for id in claim.quantities),
        }
        found.append(Item((parts[0][0], parts[-1][1]), words[:200], fields, {"parts": words}))
    return found


def arithmetic(side: Side) -> list[Item]:
    held: list[Quantity | Time] = [*side.record.quantities, *side.record.times]
    spans = {item.id: side.swapped.places(item.span) for item in held}
    return [_arithmetic(side, item, spans) for item in side.record.arithmetic]


def _arithmetic(side: Side, item: Arithmetic, spans: Mapping[str, tuple[int, int]]) -> Item:
    parts = tuple(spans[id] for id in (*item.quantities, *item.times))
    fields: dict[str, Hashable] = {"parts": parts, "working": side.mask(item.working)}
    for name in ("kind", "result", "claimed", "computed"):
        fields[name] = getattr(item, name)
    return Item(parts[0] if parts else (0, 0), item.working, fields, {"working": item.working})


def actors(side: Side) -> list[Item]:
    found = []
    for actor in side.record.actors:
        places = side.places(actor.mentions)
        fields: dict[str, Hashable] = {"name": side.mask(actor.name), "kind": actor.kind, "mentions": places}
        shown = {"name": actor.name, "mentions": " | ".join(side.words([span]) for span in actor.mentions)}
        found.append(Item(places[0] if places else (0, 0), actor.name, fields, shown))
    return found


def roles(side: Side) -> list[Item]:
    names = {actor.id: actor.name for actor in side.record.actors}
    found = []
    for actor in side.record.actors:
        for role in actor.roles:
            organisation = names.get(role.organisation or "")
            fields: dict[str, Hashable] = {
                "name": side.mask(actor.name),
                "title": side.mask(role.title),
                "organisation": side.mask(organisation),
            }
            shown = {"name": actor.name, "title": role.title or "none", "organisation": organisation or "none"}
            found.append(Item((0, 0), f"{actor.name}: {role.title or organisation}", fields, shown))
    return found
