"""What claims are checked against: the series of confirmed tables, with whose figures they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from onrecord.evidence.asked import Asked
from onrecord.evidence.gates import described, producer_names, producer_of
from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.phrasing import MODAL
from onrecord.evidence.query import Runs, entity_values
from onrecord.evidence.wording import Word, finds, name_words

__all__ = ["Described", "Tables"]

_POPULATION = frozenset(
    {"population", "inhabitants", "residents", "number of inhabitants", "number of residents", "resident population"}
)

_OWNER = re.compile(r"['’]s?$", re.I)

Described: TypeAlias = tuple[Pack, Table, Series]
"""A series with the table and the pack that it is in."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The series of some packs: only of tables that somebody has confirmed.

    ``producers`` are the names of all who made one of them, ``labelled`` the words of all labels in lower case,
    ``wished`` those of them that elsewhere put something as wished or expected: "planned admissions".
    """

    store: Runs
    series: tuple[Described, ...]
    producers: tuple[str, ...]
    labelled: frozenset[str]
    wished: frozenset[str]
    _entities: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Runs, packs: Sequence[Pack]) -> Tables:
        """The tables of ``packs``, which ``store`` runs queries on."""
        series = tuple((p, t, s) for p in packs for t in p.tables if t.confirmed for s in t.series)
        producers = dict.fromkeys(name for _, t, s in series for name in producer_names(producer_of(t, s)))
        labels = " ".join(label for _, _, s in series for label in (s.property, *s.synonyms)).lower()
        wished = frozenset(match[0] for match in MODAL.finditer(labels))
        return cls(store, series, tuple(producers), frozenset(labels.split()), wished)

    def entities(self, pack: Pack, table: Table) -> tuple[str, ...]:
        """Whose figures a table holds, in order of the file; the first time this may load it."""
        key = (pack.name, table.name)
        if key not in self._entities:
            self._entities[key] = entity_values(self.store, pack, table)
        return self._entities[key]

    def unnamed(self, text: str, found: Sequence[Word]) -> str:
        """``text``, whose words are ``found``, with one word of as many letters, "Xxxx", in the place of each name of
        an entity or a producer; there it begins with a capital, where its script has any. Only names that descriptors
        give are known: for others the tables would have to be loaded."""
        known = {*self.producers, *(name for _, table, _ in self.series for name in described(table.entities))}
        lows = {word.low for word in found}
        there = [name for name in known if (own := name_words(name)) and own[0] in lows]
        kept: list[range] = []
        for name in sorted(there, key=lambda name: (-len(name_words(name)), name)):
            for first in finds(name, found):
                at = range(first, first + len(name_words(name)))
                opening = text[found[first].span.start]
                if not opening.islower() and not any(at.start < o.stop and o.start < at.stop for o in kept):
                    kept.append(at)
        parts, end = list[str](), 0
        for at in sorted(kept, key=lambda at: at.start):
            start, stop = found[at.start].span.start, found[at.stop - 1].span.end
            stop -= len(text[start:stop]) - len(_OWNER.sub("", text[start:stop]))
            parts += [text[end:start], "X", "x" * (stop - start - 1)]
            end = stop
        return "".join([*parts, text[end:]])

    def asked(self, item: Asked) -> Iterator[Described]:
        """The series that ``item`` may be asked of: baselines for what was usual, and else all but these; the number of
        people where that is what is claimed, not what it is divided by; of how often something came about those that
        count."""
        for pack, table, series in self.series:
            if series.sort == "event" or (series.role == "population" and item.form == "per_head"):
                continue
            if item.often and (series.sort != "flow" or series.unit != "1"):
                continue
            if (series.role == "baseline") == item.usual:
                yield pack, table, series

    def wholes(self) -> Iterator[Described]:
        """The series that something may be a share of."""
        return (each for each in self.series if each[2].sort != "event" and each[2].role != "baseline")

    def needs(self, pack: Pack, part: Series) -> list[Described]:
        """The series in ``pack`` that say how much is needed of ``part``."""
        return [each for each in self.series if each[0] == pack and each[2].role == "need" and part.name in each[2].of]

    def needed(self, pack: Pack, need: Series) -> list[Described]:
        """The series in ``pack`` that were measured of what ``need`` says is needed."""
        return [
            each for each in self.series if each[0] == pack and each[2].role == "measured" and each[2].name in need.of
        ]

    def people(self, pack: Pack) -> list[Described]:
        """The series in ``pack`` that count people: by their role, else by their name."""
        own = [each for each in self.series if each[0] == pack]
        return [each for each in own if each[2].role == "population"] or [
            each for each in own if _counts_people(each[2])
        ]


def _counts_people(series: Series) -> bool:
    """Whether a series is the number of all who live somewhere, though its descriptor gives it no such role."""
    labels = {label.lower() for label in (series.property, *series.synonyms)}
    return series.sort == "stock" and series.unit == "1" and not series.per and bool(labels & _POPULATION)
