"""The first two gates: is a series of the property that is claimed, and of the entity?

Both go by words, so that each decision can be shown. Every word of the claim that could narrow or widen what it means
must be a word of the series, of its entity or of its producer; otherwise the claim is of another property and the
words that say so are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.evidence.labels import Label, Said, explains, labels_of, of_price, whole
from onrecord.evidence.model import Entities, Grain, Pack, Series, Table
from onrecord.evidence.nearest import Fitting, nearest, residual
from onrecord.evidence.wording import (
    Word,
    contents,
    finds,
    frequencies,
    is_body,
    is_past,
    name_words,
    needed,
    persons,
    same_word,
    words,
)
from onrecord.normalise.folding import fold
from onrecord.normalise.quantities.nouns import singular
from onrecord.spans import Span

__all__ = [
    "Candidate",
    "Failed",
    "Named",
    "candidates",
    "described",
    "label_words",
    "named",
    "names_of",
    "own_words",
    "producer_names",
    "producer_of",
    "unexplained",
]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A series whose property the claim states, and by which of its labels."""

    pack: Pack
    table: Table
    series: Series
    label: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A series that the claim nearly is about: ``words`` of the claim are not of it."""

    pack: Pack
    table: Table
    series: Series
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of a table named in a text, by its value in the file: at which words."""

    entity: str
    first: int
    last: int


def producer_of(table: Table, series: Series) -> str:
    """Who made the series."""
    return series.producer or table.producer


def producer_names(producer: str) -> tuple[str, ...]:
    """What a producer may be called: as the table has it; without what stands in brackets or after a comma; without
    the first of three words or more, which most often is its place ("the Civil Registry" of Elsin); and the other way
    round ("the health ministry" of the Ministry of Health)."""
    short = producer.partition(" (")[0].partition(",")[0].strip()
    names, parts = [producer, short], short.split()
    if len([part for part in parts if part[0].isupper()]) > 2:
        parts = parts[1:] if parts[0].lower() != "the" else parts[2:]
        if parts[0][0].isupper() and any(is_body(fold(part)) for part in parts):
            names.append(" ".join(parts))
    for name in names[1:]:
        head, _, rest = name.partition(" of ")
        if rest and is_body(fold(head)):
            names.append(f"{rest} {head}")
    return tuple(dict.fromkeys(names))


def names_of(entities: Entities, entity: str) -> tuple[str, ...]:
    """The names that an entity of a table goes by, its value in the file first."""
    return (entity, *entities.names.get(entity, ()))


def label_words(label: str, without: Iterable[str] = ()) -> tuple[str, ...]:
    """The words of a series' label that a claim must have, less those of the names ``without``."""
    found = words(label, [Span(0, len(label))])
    dropped = {i for name in without for first in finds(name, found) for i in _reach(first, name)}
    return tuple(word.low for word in needed([w for i, w in enumerate(found) if i not in dropped]))


def _reach(first: int, name: str) -> range:
    return range(first, first + len(name_words(name)))


def named(entities: Entities, values: Sequence[str], found: Sequence[Word], hiding: Iterable[str] = ()) -> list[Named]:
    """Which entities of a table ``found`` names, in its order; a longer name hides those inside it, also one of
    ``hiding``: the "Elsin Weather Office" says nothing of Elsin."""
    hits = [Named(value, *at) for value in values for name in names_of(entities, value) for at in _stands(name, found)]
    ours = len(hits)
    hits += [Named(name, *at) for name in hiding for at in _stands(name, found)]
    order = sorted(range(len(hits)), key=lambda i: (hits[i].first - hits[i].last, hits[i].first))
    kept: list[int] = []
    for i in order:
        if not any(hits[i].first < hits[j].last and hits[j].first < hits[i].last for j in kept):
            kept.append(i)
    return sorted((hits[i] for i in kept if i < ours), key=lambda hit: hit.first)


def _stands(name: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    return ((first, first + len(name_words(name))) for first in finds(name, found))


def candidates(
    found: Sequence[Word],
    series: Iterable[tuple[Pack, Table, Series]],
    entities: Callable[[Pack, Table], Sequence[str]],
    producers: Iterable[str] = (),
    grain: Grain | None = None,
    *,
    lent: Sequence[Word] = (),
    kinds: str | None = None,
    unit: str | None = None,
) -> tuple[list[Candidate], list[Failed]]:
    """The series whose property the words of a claim state, and those that it fails on a few words.

    ``entities`` gives the values of a table's entities, asked only where a label fits, since that may load the table;
    the names of these and of ``producers`` explain themselves. ``grain`` is what a mean or a record is by: "the highest
    monthly rate" may say "monthly" of a monthly series. Of two labels of one series the one with more words
    is taken. ``lent`` are words said before, which may make a label whole but need not be explained; ``unit`` is the
    figure's. ``kinds``: the word for what the entities are explains itself ("the depot at Tarn"), unless it is this
    one, which the figure counts.
    """
    passed: list[Candidate] = []
    failed: list[Failed] = []
    fits: list[Fitting] = []
    said = Said.of(found, lent, unit, kinds)
    producing = {i for name in producers for first in finds(name, found) for i in _reach(first, name)}
    for pack, table, item in series:
        labels = labels_of(item, described(table.entities))
        if not any(whole(label, said, item) for label in labels):
            continue
        own = producing | own_words(found, table, entities(pack, table), (), kinds)
        besides = said.without(own)
        fitting = [label for label in labels if whole(label, besides, item) and residual(label.text, besides.lows)]
        if not fitting:
            continue
        left = unexplained(found, besides, own, item, labels, grain == table.periods.grain)
        if left:
            failed.append(Failed(pack, table, item, tuple(dict.fromkeys(left))))
        else:
            passed.append(Candidate(pack, table, item, max(fitting, key=lambda label: len(label.needed)).text))
            fits.append(Fitting((pack.name, table.name), item, tuple(fitting), besides))
    return [each for each, kept in zip(passed, nearest(fits), strict=True) if kept], failed


def own_words(
    found: Sequence[Word], table: Table, values: Sequence[str], producers: Iterable[str], kinds: str | None
) -> set[int]:
    """The words that explain themselves: names of entities of ``table`` and of ``producers``, what the entities are,
    and, where they are several, the place that who counts them is of: "the four boroughs of Marrick"."""
    names = [*(name for value in values for name in names_of(table.entities, value)), *producers]
    own = {i for name in names for first in finds(name, found) for i in _reach(first, name)}
    if table.entities.column is not None:
        labelled = {
            low for each in table.series for text in (each.property, *each.synonyms) for low in name_words(text)
        }
        places = {w for w in name_words(table.producer) if not is_body(w)} - labelled
        own |= {i for i, word in enumerate(found) if word.capital and word.low in places and i > 0}
    else:  # "the city's trams"
        own |= {i for i in range(1, len(found)) if found[i].low in _PLACES and found[i - 1].low in _POINTING}
    return own | (_kinds(table.entities, found, kinds) if kinds is not None else _the_kind(table.entities, found))


def _the_kind(entities: Entities, found: Sequence[Word]) -> set[int]:
    """The word for what the entities are where it points back to one that is named ("for the borough"), so that it is
    not what is counted or ranked; of several ("of the boroughs") it may be."""
    ours = (i for i in _kinds(entities, found, "") if i > 1 and singular(found[i].low) == found[i].low)
    return {i for i in ours if found[i - 1].low in _POINTING and found[i - 2].low in ("for", "in", "of", "at")}


_POINTING = frozenset(["the", "this", "that", "its", "their", "our"])
_PLACES = frozenset(
    ["city", "town", "village", "county", "country", "region", "province", "district", "island", "state"]
)


def unexplained(
    found: Sequence[Word], said: Said, own: set[int], item: Series, labels: Sequence[Label], by_grain: bool
) -> list[str]:
    """The words of a claim that neither a label of the series nor how such things come about explains; ``said`` is
    ``found`` without the words ``own``, which explain themselves."""
    rest = [word for i, word in enumerate(found) if i not in own]
    counted = label_words(item.counted or "")
    vocabulary = {word for label in labels for word in label.parts} | set(counted)
    at = {word.span.start: i for i, word in enumerate(found)}
    vocabulary_of = [
        word
        for word in rest
        if any(same_word(word.low, known) for known in vocabulary) or _same(labels, said, at[word.span.start])
    ]
    doing = item.counted is None or bool(vocabulary & set(counted))
    doing = doing and any(_does(word.low, known) for word in vocabulary_of for known in vocabulary)
    return [
        word.low
        for word in (*contents(rest), *_beside(rest, vocabulary_of))
        if not _explained(word.low, vocabulary, item, by_grain)
        and not (doing and word.low in _PEOPLE)
        and not explains(labels, said, at[word.span.start])
        and not of_price(word.low, item)
    ]


def _same(labels: Sequence[Label], said: Said, i: int) -> bool:
    groups = {one.group for label in labels for one in label.stands}
    return any(i in one.at and one.group in groups for one in said.stands)


def _kinds(entities: Entities, found: Sequence[Word], counted: str) -> set[int]:
    """The words for what the entities are, by the name of their column: "the depot at Tarn", of a column "depot"; none
    where these are what is counted: "three depots"."""
    parts = {singular(word.low) for word in words(entities.column or "", [Span(0, len(entities.column or ""))])}
    return set() if counted in parts else {i for i, word in enumerate(found) if singular(word.low) in parts}


_PEOPLE = frozenset({"people", "person", "persons"})


def _does(low: str, known: str) -> bool:
    """Whether a word of the claim is the verb of what a label has as a noun: "visited", "died". Who does it are people,
    whom the label does not name."""
    return low != known and not known.endswith("ed") and same_word(low, known) and is_past(low)


_NARROWING = frozenset({"day", "first", "single", "half", "full", "last"})
_COUNTING = frozenset({"a", "an", "per", "each", "every", "one", "this", "that", "same", "another"})  # "300 a day"


def _beside(found: Sequence[Word], own: Sequence[Word]) -> list[Word]:
    """Words for figures and times that narrow, since they stand right before a word of the label: "day visitors"."""
    starts = {word.span.start for word in own}
    before = ["", *(word.low for word in found)]
    return [
        word
        for word, last in zip(found, before, strict=False)
        if word.low in _NARROWING and word.span.end + 1 in starts and last not in _COUNTING
    ]


def described(entities: Entities) -> list[str]:
    """The names that the descriptor itself gives."""
    given = [entities.constant] if entities.constant else []
    return [*given, *entities.names, *(name for names in entities.names.values() for name in names)]


def _explained(low: str, vocabulary: set[str], series: Series, by_grain: bool) -> bool:
    if any(same_word(low, known) for known in vocabulary):
        return True
    if low in _PEOPLE and any(same_word(known, person) for known in vocabulary for person in persons()):
        return True
    return low in frequencies() and (series.sort == "flow" or by_grain)
