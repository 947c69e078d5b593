"""All the entities of a table, as claims speak of them: "the four boroughs", "our three crossings", "all ports".

What the entities are is told by the name of their column, by the table's title or its producer, or by a word for such
places in general; which they are ("the Marrick boroughs") by the title or the producer. With their number the words are
as good as a name. A table that has a row of its own for the total keeps to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.evidence.gates import described, names_of, producer_of
from onrecord.evidence.labels import Said, labels_of, whole
from onrecord.evidence.model import Pack, Table
from onrecord.evidence.phrasing import COUNT_WORDS, KINDS, NUMBERS
from onrecord.evidence.question import Asked, Context, Every
from onrecord.evidence.tables import Tables
from onrecord.evidence.whose import Whose
from onrecord.evidence.wording import Word, contents, finds, is_body, name_words, same_word, words
from onrecord.normalise.quantities.nouns import singular
from onrecord.record import Quantity
from onrecord.spans import Span

__all__ = ["ALL_MEANT", "all_of", "divided_by", "is_kind", "of_claim", "spoken_of", "told_of", "with_every"]

# Who or what has them, or how they are pointed at: "Marrick's four", "the authority's three", "all of the 12", "our"
_LEAD = re.compile(
    r"(?:\b(?P<owner>(?:[Tt]he [a-z][\w-]{1,30}|[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,3}))['’]s?\s+(?:all\s+)?"
    r"|\b(?P<all>[Aa]ll)\s+(?:of\s+)?(?:(?:the|its|our|their|these)\s+)?"
    r"|\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose|[Yy]our|[Hh]is|[Hh]er|[Mm]y)\s+)"
    rf"(?:(?P<number>\d{{1,2}}|{COUNT_WORDS})\s+)?"
)
_NEXT = re.compile(r"\s{0,3}([\w’'-]{1,40})")
_NAME = re.compile(
    r"(?:\b(?:in|across|throughout|within|of|for|from|over)\s(?:all of |the whole of |the )?)"
    r"([A-Z][\w-]{1,30}(?:\s[A-Z][\w-]{1,30}){0,3})"
)
_AMID = 3  # words between the number and what the entities are: "the four coastal counties"
_OF = re.compile(r"\s{1,3}(?:of|in)\s{1,3}((?:the\s)?[A-Z][\w-]{1,30}(?:\s[A-Z][\w-]{1,30}){0,3})")
# Not of all: "two of the four", "the smallest of the four", "third among the four", "than the other four"
_NOT_ALL = re.compile(
    r"\b(?:among|amongst|amid|out of|than|between|any of|of any of)\s$"
    rf"|\b(?:\d{{1,3}}|one|none|each|every|any|either|neither|most|many|several|few|half|some|{COUNT_WORDS}"
    r"|all but \w{1,12})"
    r"(?: (?:one|two|third|thirds|quarters?))? of\s$"
    r"|\b(?:first|second|third|fourth|fifth|last|least|most|best|worst|[a-z]{2,12}est)\b[^,;.]{0,40}\bof\s$"
)
# "Of the three towns Elsin had the most": one of them
_OF_THEM = re.compile(
    r"^\W{0,4}of (?:all )?(?:the|our|its|their)\b[^,;]{1,60}\bthe (?:most|fewest|least|[a-z]{2,12}est)\b"
)
_PREPOSED = re.compile(r"\b(?:in|at|across|over|through|from|by|for|of|on|between|throughout|via)\s$")
# Of each, not of all added up
_EACH = re.compile(
    r"\b(?:each|every|apiece|individually|respectively|separately)\b"
    r"(?!\s(?:single\s)?(?:day|week|month|quarter|year|night|\d|hundred|thousand|inhabitant|resident|person|citizen))"
)
_TOTAL = frozenset({"total", "totals", "all", "overall", "whole", "entire", "combined", "together", "sum", "every"})
_PLACES = frozenset({*KINDS.split("|"), "governorate", "department", "parish", "canton", "prefecture", "council"})
_ANYWHERE = frozenset({"place", "location", "name", "entity", "geo", "geography", "unit"})


def told_of(tables: Tables, found: Sequence[Word]) -> Tables:
    """``tables`` without those that a document, whose words are ``found``, has no whole label of; all where it has none
    of any. What entities a table has is only known when it is loaded, and most of a large pack need not be."""
    said = Said.of(found)
    said = replace(said, lows=tuple(dict.fromkeys(said.lows)))
    kept = {
        (p.name, t.name)
        for p, t, s in tables.series
        if any(whole(label, said, s) for label in labels_of(s, described(t.entities)))
    }
    series = tuple(each for each in tables.series if (each[0].name, each[1].name) in kept)
    return replace(tables, series=series) if series else tables


def with_every(found: Context, tables: Tables, sentence: Span) -> Context:
    """``found`` with the words of its sentence for all entities of a table, and without the figures that only say how
    many these are."""
    every = tuple(_spoken(found, tables, sentence))
    every = every or tuple(_regions(found, tables, sentence))
    if not every:
        return found
    kept = tuple(q for q in found.quantities if not any(_only_counts(q, one) for one in every))
    return replace(found, every=every, quantities=kept)


def _only_counts(quantity: Quantity, one: Every) -> bool:
    return one.span.start <= quantity.span.start and quantity.span.end <= one.span.end


def _spoken(found: Context, tables: Tables, sentence: Span) -> Iterator[Every]:
    text = found.text
    end = sentence.start
    for lead in _LEAD.finditer(text, sentence.start, sentence.end):
        if lead.start() < end or _NOT_ALL.search(text[max(sentence.start, lead.start() - 60) : lead.start()].lower()):
            continue
        number = lead["number"]
        many = None if number is None else NUMBERS.get(number) or int(number)
        owner = [] if lead["owner"] is None else [w.low for w in contents(words(lead["owner"], _all(lead["owner"])))]
        at, names = lead.end(), list(owner)
        for _ in range(_AMID + 1):
            word = _NEXT.match(text, at, sentence.end)
            if word is None:
                break
            at, low = word.end(), word[1].lower()
            each = lead["all"] is not None and not _PREPOSED.search(text[: lead.start()][-12:].lower())
            one = Every(Span(lead.start(), at), many, singular(low), tuple(names), each)
            plural = word[1][0].islower() and singular(low) != low  # "the RAFS" is a name
            if plural and (known := _known(one, text, tables)) and not _in_a_name(found, known):
                yield known
                end = known.span.end
                break
            names.append(low.removesuffix("'s").removesuffix("’s"))


def _regions(found: Context, tables: Tables, sentence: Span) -> Iterator[Every]:
    """Names of where all entities are, as the producer or the title has them: "burglaries in Marrick", "Marrick's"."""
    for name in _NAME.finditer(found.text, sentence.start, sentence.end):
        lows = [word.low for word in words(name[1], _all(name[1]))]
        if any(is_body(low) or any(same_word(low, label) for label in tables.labelled) for low in lows):
            continue
        if any(set(name_words(own)) & set(lows) for _, t, _ in tables.series for own in described(t.entities)):
            continue  # whose a table is
        one = Every(Span(name.start(1), name.end(1)), None, "", tuple(lows))
        if (known := _known(one, found.text, tables)) and not _in_a_name(found, known):
            yield known


def _in_a_name(found: Context, one: Every) -> bool:
    """Whether words are of the name of an entity or of who counts: "the figures of the People's Board"."""
    return found.unnamed[one.span.start : one.span.end] != found.text[one.span.start : one.span.end]


def _all(text: str) -> list[Span]:
    return [Span(0, len(text))]


def _known(one: Every, text: str, tables: Tables) -> Every | None:
    """``one`` where a table has such entities, with the name behind it that is explained too: "boroughs of Marrick".
    None where the words are the name of an entity ("the Quarrel Islands"), or one's are among them."""
    if one.noun and (rest := _OF.match(text, one.span.end)):
        names = [word.low for word in contents(words(rest[1], _all(rest[1])))]
        longer = replace(one, span=Span(one.span.start, rest.end()), names=(*one.names, *names))
        if _fitting(longer, tables):
            one = longer
    said = words(text, [one.span])
    fitting = _fitting(one, tables)
    if any(finds(name, said) for p, t in fitting for v in tables.entities(p, t) for name in names_of(t.entities, v)):
        return None
    return one if fitting else None


def _fitting(one: Every, tables: Tables) -> list[tuple[Pack, Table]]:
    every = {(p.name, t.name): (p, t) for p, t, _ in tables.series if t.entities.column}
    return [(p, t) for p, t in every.values() if _entities(one, p, t, tables)]


def _entities(one: Every, pack: Pack, table: Table, tables: Tables) -> tuple[str, ...]:
    """The entities of a table that ``one`` speaks of, or its total alone; none where it speaks of others."""
    column = _lows(table.entities.column or "")
    told = {singular(low) for low in (*column, *_lows(table.title or ""))}
    told |= {singular(low) for _, t, s in tables.series if t == table for low in _lows(producer_of(t, s))}
    if one.noun and one.noun not in told and not (one.noun in _PLACES and told & (_PLACES | _ANYWHERE)):
        return ()
    known = {*told, *_lows(pack.title or ""), *_lows(" ".join(table.coverage.places))}
    if not all(any(same_word(low, other) for other in known) for low in one.names):
        return ()
    totals, rest = _totals(tables.entities(pack, table), {*known, one.noun})
    if len(rest) < 2 or len(totals) > 1 or one.number not in (None, len(rest)):
        return ()
    return tuple(totals or rest)


def _totals(values: Sequence[str], known: set[str]) -> tuple[list[str], list[str]]:
    """Those of ``values`` that are the total of all by their name, and the others."""
    totals = [value for value in values if _is_total(value, known)]
    return totals, [value for value in values if value not in totals]


def divided_by(parts: Sequence[str], table: Table, values: Sequence[str]) -> Whose | None:
    """Whose the whole is of which the figures are told of the entities ``parts``: of all, where that is not said."""
    totals, rest = _totals(values, {singular(low) for low in _lows(table.entities.column or "")})
    if len(totals) == 1:
        return Whose(totals[0], ALL_MEANT.format(len(rest), table.path))
    note = None if set(parts) == set(rest) else ALL_MEANT.format(len(rest), table.path)
    return Whose(None, note, every=tuple(rest)) if not totals else None


def is_kind(noun: str, table: Table) -> bool:
    """Whether a noun is a word for what the entities of a table are."""
    low = singular(noun)
    return low in _PLACES or low in {singular(one) for one in _lows(table.entities.column or "")}


def _lows(text: str) -> list[str]:
    return [word.low for part in text.split("_") for word in words(part, _all(part))]


def _is_total(value: str, known: set[str]) -> bool:
    lows = _lows(value)
    return bool(_TOTAL & set(lows)) and all(low in _TOTAL or singular(low) in known or low == "the" for low in lows)


def _each_meant(found: Context, item: Asked) -> bool:
    """Whether words for all entities may be of each of them: "all four ports had more than 200"."""
    if _EACH.search(found.raw) or any(f"per {one.noun}" in found.raw for one in found.every):
        return True
    kinds = {*_PLACES, *(one.noun for one in found.every)}
    if any(singular(q.unit_name) in kinds for q in found.quantities if q.unit_name):
        return True  # "one borough of Marrick had fewer than 100"
    figure = item.quantity
    exact = figure is not None and (figure.lower is None) == (figure.upper is None)
    return any(one.each for one in found.every) and not exact


def spoken_of(found: Context, item: Asked) -> tuple[Every, ...]:
    """The words for all entities by which ``item`` is of all; none where it is a place among them, or counts them."""
    if (
        item.among is not None
        or item.form in ("count", "rank")
        or _each_meant(found, item)
        or _OF_THEM.search(found.raw)
    ):
        return ()
    return found.every


def of_claim(found: Context, item: Asked) -> tuple[Every, ...]:
    """Those of :func:`spoken_of` that are words of the claim itself, not of what it is a share of."""
    inside = [
        one for one in spoken_of(found, item) if any(p.start <= one.span.start < p.end for p in found.claim.parts)
    ]
    whole = item.whole
    return tuple(one for one in inside if not (whole and whole.start <= one.span.start < whole.end))


def all_of(every: tuple[Every, ...], pack: Pack, table: Table, tables: Tables) -> Whose | None:
    """All entities of a table added up, or its total, where one of ``every`` speaks of them."""
    for one in every:
        if found := _entities(one, pack, table, tables):
            note = None if one.number else ALL_MEANT.format(len(found), table.path)
            return Whose(found[0], note) if len(found) == 1 else Whose(None, note, every=found)
    return None


ALL_MEANT = "all {} of {} added up are meant, which the claim does not say"
"""What a claim of all entities supposes where it does not say how many they are."""
