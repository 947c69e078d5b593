"""Two records of texts that differ in names only: which items are the same, which are not, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.audit.checked import judged
from onrecord.audit.items import SPANS, Item, Side, actors, arithmetic, attributions, claims, quantities, roles, times
from onrecord.spans import overlap

__all__ = ["KINDS", "Compared", "Count", "Difference", "Kind", "Voice", "compare", "only_judged"]

Kind = Literal[
    "attributions",
    "spans",
    "speakers",
    "acts",
    "forms",
    "roles",
    "quantities",
    "times",
    "actors",
    "claims",
    "arithmetic",
    "checks",
    "results",
    "apart",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

_JUDGED: tuple[Kind, ...] = ("checks", "results", "apart")
_CAUSES = ("source", "cue", "content", "speaker", "act", "form", "kind", "said", "parent")
_FIELDS: dict[Kind, tuple[str, ...]] = {
    "spans": SPANS,
    "speakers": ("speaker",),
    "acts": ("act",),
    "forms": ("form",),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many items two records have between them, and how many are the same in both."""

    same: int = 0
    all: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.same + other.same, self.all + other.all)

    @property
    def share(self) -> float | None:
        """Per cent that are the same, or None where there is nothing to compare."""
        return 100 * self.same / self.all if self.all else None


@dataclass(frozen=True, slots=True)
class Difference:
    """An item that is not the same in both records.

    ``cause`` is "found" where one record lacks it, "name cut" where an edge of it falls inside a name, else the first
    field that differs. ``first`` and ``second`` hold the fields that differ as words of their texts, None where
    the item is lacking.
    """

    kind: Kind
    cause: str
    text: str
    first: Mapping[str, str] | None
    second: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Voice:
    """An attribution that one of the swapped actors, so named, speaks in one of the readings."""

    actor: str
    same: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of each kind of item, each difference, and what the swapped actors say in either reading."""

    counts: Mapping[Kind, Count]
    differences: tuple[Difference, ...] = ()
    voices: tuple[Voice, ...] = ()

    @property
    def same(self) -> bool:
        """Whether it is the same record with the names swapped."""
        return not self.differences


Paired = list[tuple[int | None, int | None]]


def compare(first: Side, second: Side) -> Compared:
    """Compares two readings item by item. Ids and confidence are left out: they are no part of what is stated.

    Spans, speakers, acts and forms are compared in the attributions that both records have; every other kind counts
    what only one record has as different. Checks and results are those of claims that are the same in both records;
    of all other claims they are ``apart``.
    """
    counts: dict[Kind, Count] = {}
    differences: list[Difference] = []
    one, two = (attributions(side) for side in (first, second))
    pairs = _pair(one, two)
    one, two = _with_parents(one, two, first, second, pairs)
    counts["attributions"] = _count("attributions", one, two, pairs, differences)
    both = [(one[i].fields, two[j].fields) for i, j in pairs if i is not None and j is not None]
    for kind, names in _FIELDS.items():
        counts[kind] = Count(sum(all(a[name] == b[name] for name in names) for a, b in both), len(both))
    for kind, read in _ITEMS.items():
        left, right = read(first), read(second)
        counts[kind] = _count(kind, left, right, _pair(left, right), differences)
    left, right = roles(first), roles(second)
    counts["roles"] = _count("roles", left, right, _pair_equal(left, right), differences)
    found = judged(first, second)
    for kind, judgements in (("checks", found.checks), ("results", found.results), ("apart", found.apart)):
        counts[kind] = _count_pairs(kind, judgements, differences)
    voices = _voices(first, one, second, two, pairs)
    return Compared({kind: counts[kind] for kind in KINDS}, tuple(differences), voices)


def only_judged(found: Compared) -> Compared:
    """The checks and results alone: of two readings of one text, whose other items cannot but be the same."""
    kept = {kind: count if kind in _JUDGED else Count() for kind, count in found.counts.items()}
    return Compared(kept, tuple(each for each in found.differences if each.kind in _JUDGED))


def _with_parents(
    one: list[Item], two: list[Item], first: Side, second: Side, pairs: Paired
) -> tuple[list[Item], list[Item]]:
    """The attributions with what holds each, by the pair that it belongs to."""
    of = [{i: n for n, (i, _) in enumerate(pairs)}, {j: n for n, (_, j) in enumerate(pairs)}]
    result = []
    for items, side, numbers in zip((one, two), (first, second), of, strict=True):
        index = {item.id: i for i, item in enumerate(side.record.attributions)}
        parents = [index.get(item.parent or "") for item in side.record.attributions]
        result.append(
            [
                Item(
                    item.place,
                    item.text,
                    {**item.fields, "parent": None if parent is None else f"pair {numbers[parent]}"},
                    {**item.shown, "parent": "none" if parent is None else items[parent].text},
                )
                for item, parent in zip(items, parents, strict=True)
            ]
        )
    return result[0], result[1]


_ITEMS: dict[Kind, Callable[[Side], list[Item]]] = {
    "quantities": quantities,
    "times": times,
    "actors": actors,
    "claims": claims,
    "arithmetic": arithmetic,
}

# Pairs ------------------------------------------------------------------------------------------------------


def _pair(one: Sequence[Item], two: Sequence[Item]) -> Paired:
    """Each item with the one at the same place in the other record, else with the first left that overlaps it."""
    at: dict[tuple[int, int], list[int]] = {}
    for j in range(len(two) - 1, -1, -1):
        at.setdefault(two[j].place, []).append(j)
    partner: dict[int, int] = {}
    for i, item in enumerate(one):
        if places := at.get(item.place):
            partner[i] = places.pop()
    taken = set(partner.values())
    rest = sorted((j for j in range(len(two)) if j not in taken), key=lambda j: two[j].place)
    ends = [two[j].place[1] for j in rest]
    for i in (i for i in range(len(one)) if i not in partner):
        # The ends are in order too, but for items inside others; those are tried with the next.
        for n in range(max(0, bisect_left(ends, one[i].place[0]) - 1), len(rest)):
            if two[rest[n]].place[0] >= one[i].place[1]:
                break
            if rest[n] not in taken and overlap(one[i].place, two[rest[n]].place):
                partner[i] = rest[n]
                taken.add(rest[n])
                break
    left: Paired = [(i, partner.get(i)) for i in range(len(one))]
    return [*left, *((None, j) for j in range(len(two)) if j not in taken)]


def _pair_equal(one: Sequence[Item], two: Sequence[Item]) -> Paired:
    """Each item with one that equals it, else with one of the same name."""
    free = list(range(len(two)))
    partner: dict[int, int] = {}
    for names in (("name", "title", "organisation"), ("name",)):
        for i in (i for i in range(len(one)) if i not in partner):
            wanted = [one[i].fields[name] for name in names]
            found = next((j for j in free if [two[j].fields[name] for name in names] == wanted), None)
            if found is not None:
                partner[i] = found
                free.remove(found)
    return [*((i, partner.get(i)) for i in range(len(one))), *((None, j) for j in free)]


def _count(kind: Kind, one: Sequence[Item], two: Sequence[Item], pairs: Paired, differences: list[Difference]) -> Count:
    """How many pairs are equal; adds a difference for each that is not."""
    items = [(None if i is None else one[i], None if j is None else two[j]) for i, j in pairs]
    return _count_pairs(kind, items, differences)


def _count_pairs(kind: Kind, pairs: Sequence[tuple[Item | None, Item | None]], differences: list[Difference]) -> Count:
    same = 0
    for a, b in pairs:
        if a and b and a.fields == b.fields:
            same += 1
        else:
            differences.append(_difference(kind, a, b))
    return Count(same, len(pairs))


def _difference(kind: Kind, a: Item | None, b: Item | None) -> Difference:
    if a is None or b is None:
        (item,) = (each for each in (a, b) if each)
        cause = "name cut" if any(map(_cuts, item.fields.values())) else "found"
        return Difference(kind, cause, item.text, *(_shown(each, each.fields) if each else None for each in (a, b)))
    names = [name for name in dict.fromkeys((*a.fields, *b.fields)) if a.fields.get(name) != b.fields.get(name)]
    cut = any(_cuts(fields.get(name)) for name in names for fields in (a.fields, b.fields))
    cause = "name cut" if cut else min(names, key=lambda name: _CAUSES.index(name) if name in _CAUSES else len(_CAUSES))
    return Difference(kind, cause, a.text, _shown(a, names), _shown(b, names))


def _cuts(value: Hashable) -> bool:
    """Whether a place in ``value`` lies inside a name."""
    if isinstance(value, tuple):
        return any(map(_cuts, value))
    return type(value) is int and value % 2 == 1


def _shown(item: Item, names: Iterable[str]) -> dict[str, str]:
    return {name: item.shown.get(name, str(item.fields.get(name))) for name in names}


def _voices(first: Side, one: Sequence[Item], second: Side, two: Sequence[Item], pairs: Paired) -> tuple[Voice, ...]:
    found = []
    for i, j in pairs:
        same = i is not None and j is not None and one[i].fields == two[j].fields
        for index, items, side in ((i, one, first), (j, two, second)):
            speaker = None if index is None else items[index].fields["speaker"]
            found += [Voice(actor.label, same) for n, actor in enumerate(side.actors, 1) if speaker == f"⟨{n}⟩"]
    return tuple(found)
