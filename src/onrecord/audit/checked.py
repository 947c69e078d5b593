"""The checks and results of two records in pairs, those of claims that are not the same apart.

Checking is a rule: of the same claim, with the names swapped in text and evidence alike, everything must be the same.
But claims are split by a learned reader, and one that it splits differently is another claim; what comes of such claims
is counted by itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from onrecord.audit.items import Item, Side, attributions, claims
from onrecord.record import Check, Claim, Interval

__all__ = ["Judged", "Pairs", "judged"]

Pairs = list[tuple[Item | None, Item | None]]

# Checks of one figure belong together by these, the closest first.
_STAGES: tuple[tuple[str, ...], ...] = (
    ("form", "property", "producer", "entity", "lo", "hi", "assumed"),
    ("form", "property", "producer", "entity", "lo", "hi"),
    ("property", "producer"),
    (),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """Items of two records in pairs, None where one lacks it: of claims that are the same, and of all others."""

    checks: Pairs = field(default_factory=list)
    results: Pairs = field(default_factory=list)
    apart: Pairs = field(default_factory=list)


def judged(first: Side, second: Side) -> Judged:
    """The checks and results of both records, paired by claim and figure, then by what is looked up, then in order."""
    one, two = _given(first), _given(second)
    same = one.keys() & two.keys()
    found = Judged()
    for read, pairs in ((_checks, found.checks), (_results, found.results)):
        left, right = read(first), read(second)
        for given in sorted(same, key=lambda key: str(key)):
            pairs += _pair(left.pop(one[given], []), right.pop(two[given], []))
        rest = [[item for held in side.values() for item in held] for side in (left, right)]
        found.apart.extend(_pair(*rest))
    return found


def _given(side: Side) -> dict[Hashable, str]:
    """The claims by all that checking is given of them: their words, figures and times, and whose words they are."""
    record = side.record
    items = {item.id: fields for item, fields in zip(record.claims, claims(side), strict=True)}
    said = {item.id: fields for item, fields in zip(record.attributions, attributions(side), strict=True)}
    times = {item.id: side.swapped.places(item.span) for item in record.times}
    found: dict[Hashable, str] = {}
    for claim in record.claims:
        held = said.get(claim.attribution or "")
        words = tuple(held.fields[name] for name in ("source", "cue", "content", "kind", "act")) if held else None
        when = tuple(tuple(times.get(id) for id in ids) for ids in (claim.times, claim.carried_times))
        found.setdefault((tuple(items[claim.id].fields.items()), words, when), claim.id)
    return found


def _pair(one: Sequence[Item], two: Sequence[Item]) -> Pairs:
    """Each item with one of the same place in the text: one that equals it, else the likest."""
    partner: dict[int, int] = {}
    free = list(range(len(two)))
    for names in (None, *_STAGES):
        for i in (i for i in range(len(one)) if i not in partner):
            wanted = one[i].place, _some(one[i], names)
            found = next((j for j in free if (two[j].place, _some(two[j], names)) == wanted), None)
            if found is not None:
                partner[i] = found
                free.remove(found)
    pairs: Pairs = [(item, two[partner[i]] if i in partner else None) for i, item in enumerate(one)]
    return [*pairs, *((None, two[j]) for j in free)]


def _some(item: Item, names: tuple[str, ...] | None) -> Hashable:
    return tuple(item.fields.items() if names is None else (item.fields.get(name) for name in names))


def _place(side: Side, claim: Claim) -> tuple[int, int]:
    places = side.places(claim.parts)
    return places[0][0], places[-1][1]


def _results(side: Side) -> dict[str, list[Item]]:
    """The result of each claim, by the claim's id."""
    known = {claim.id: claim for claim in side.record.claims}
    found: dict[str, list[Item]] = {}
    for result in side.record.results:
        claim = known[result.claim]
        fields: dict[str, Hashable] = {"result": result.result, "reason": result.reason}
        item = Item(_place(side, claim), side.words(claim.parts)[:200], fields, {})
        found.setdefault(claim.id, []).append(item)
    return found


def _checks(side: Side) -> dict[str, list[Item]]:
    """The checks of each claim, by the claim's id, each at the place of its figure."""
    known = {claim.id: claim for claim in side.record.claims}
    figures = {item.id: side.swapped.places(item.span) for item in side.record.quantities}
    found: dict[str, list[Item]] = {}
    for check in side.record.checks:
        claim = known[check.claim]
        figure = figures.get((check.reading.quantity if check.reading else None) or "")
        words = side.words(claim.parts)[:200]
        item = Item(figure or _place(side, claim), words, _fields(side, check), {"working": check.working})
        found.setdefault(claim.id, []).append(item)
    return found


def _fields(side: Side, check: Check) -> dict[str, Hashable]:
    """What a check is equal by, names masked; the order is that in which a difference's cause is looked for."""
    fields: dict[str, Hashable] = {"result": check.result, "reason": check.reason}
    reading = check.reading
    if reading:
        fields |= {name: getattr(reading, name) for name in ("form", "lo", "hi", "period", "unit")}
        fields |= {name: side.mask(getattr(reading, name)) for name in ("property", "producer", "entity", "definition")}
        fields["against"] = side.mask(reading.against)
        fields["assumed"] = tuple(side.mask(note) for note in reading.assumed)
    fields |= {"claimed": _interval(check.claimed), "observed": _interval(check.observed)}
    fields["rows"] = tuple((len(each.rows), each.omitted) for each in check.evidence)
    fields["working"] = side.mask(check.working)
    return fields


def _interval(found: Interval | None) -> Hashable:
    return found and (found.lower, found.upper, found.lower_open, found.upper_open)
