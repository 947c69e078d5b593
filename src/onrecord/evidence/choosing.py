"""Which series a claim is about: by its own words, by those before it in its sentence, or by what a share is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.evidence.asked import Asked, Context
from onrecord.evidence.gates import Candidate, Failed, candidates, names_of, producer_names, producer_of
from onrecord.evidence.phrasing import AMONG, ANY_OTHER, HEADS
from onrecord.evidence.scope import Scope
from onrecord.evidence.tables import Tables
from onrecord.evidence.wording import Word, contents, finds, name_words, words
from onrecord.record import Quantity
from onrecord.spans import Span

__all__ = ["Asking", "by_producer", "by_whole", "by_words", "claim_words", "stood_for", "told_words"]

# A currency says what a figure is in, not what it is of: "GDP (current US dollars)"; money has a unit of its own.
_MONEY = re.compile(
    r"(?:\b[a-z.]{2,12}\s)?\b(?:dollars?|euros?|pounds?|francs?|pesos?|rupees?|dinars?|rials?|riyals?|dirhams?|liras?|"
    r"kron(?:a|e|er|or)|yen|yuan|won|rands?|nairas?|shillings?)\b|\b[a-z]{0,3}[$€£¥]"
)
_AND = re.compile(r"\band\b[^,;.]{0,60}$")
_BY_FIGURES = ("according", "figures", "data", "statistics", "show")  # in a cue: the source is who counted
_SHORT_SET = 9  # characters up to which a set of times ("monthly") may be a word of a label


@dataclass(frozen=True, slots=True)
class Asking:
    """One thing that a claim asks, of which tables, in which document."""

    found: Context
    item: Asked
    tables: Tables
    scope: Scope


def claim_words(found: Context) -> list[Word]:
    """The words of the claim."""
    return words(found.text, found.claim.parts)


def told_words(asking: Asking) -> list[Word]:
    """The words of the claim that say what its figure is of: all but figures, times and what a share is of."""
    found, item = asking.found, asking.item
    if item.alone:
        return words(found.text, [item.quantity.of.span] if item.quantity and item.quantity.of else [])
    out = [_figure(found, quantity.span) for quantity in found.quantities]
    out += [t.span for t in found.record.times if t.kind != "set" or t.span.end - t.span.start > _SHORT_SET]
    if item.whole:
        out.append(item.whole)
    if item.quantity and item.quantity.compared and item.quantity.compared.relation == "same" and not item.usual:
        out.append(item.quantity.compared.span)
    out += _matches(found, _MONEY)
    out += _beside(asking)
    if item.form == "count" and item.quantity:
        out += _passing(found, item.quantity)
    if item.form == "per_head":
        out += _matches(found, HEADS)
    if item.among is not None:
        out += [*_matches(found, AMONG), *_matches(found, ANY_OTHER)]
    return [w for w in claim_words(found) if not any(o.start <= w.span.start < o.end for o in out)]


def _figure(found: Context, span: Span) -> Span:
    """A figure without the verb that it begins with: "never carried fewer than 300"."""
    words = found.words(span)
    match = re.match(
        r"(?:never|not|no)\b.*?(?=\b(?:more|fewer|less|under|over|above|below|exceed|as|at|reach)|\d)", words
    )
    return Span(span.start + match.end(), span.end) if match else span


def _beside(asking: Asking) -> list[Span]:
    """What later figures of the claim are of, where "and" sets them beside this one: "and an area of 450 km2"."""
    own, found = asking.item.quantity, asking.found
    spans = []
    for other in found.quantities if own else ():
        if own and other.span.start >= own.span.end:
            between = found.unnamed[own.span.end : other.span.start]
            if match := _AND.search(between):
                spans.append(Span(own.span.end + match.start(), other.span.end))
    return spans


def by_words(asking: Asking, said: Sequence[Word]) -> tuple[list[Candidate], list[Failed]]:
    """The series whose property the words ``said`` state, and those that they nearly do."""
    tables, item = asking.tables, asking.item
    ranked = item.among is not None or item.form in ("rank", "record")
    return candidates(said, tables.asked(item), tables.entities, tables.producers, item.grain, ranked=ranked)


def by_whole(asking: Asking, said: Sequence[Word]) -> list[Candidate]:
    """The series of a share that only its whole names: "Tarn had a third of all visitors", "half of the water it
    needed". What else the claim says must be names of entities and words that never narrow."""
    tables, whole = asking.tables, asking.item.whole
    if whole is None:
        return []
    wholes, _ = candidates(words(asking.found.text, [whole]), tables.wholes(), tables.entities, tables.producers)
    parts = []
    for each in wholes:
        values = tables.entities(each.pack, each.table)
        names = [name for value in values for name in names_of(each.table.entities, value)]
        own = {i for name in names for first in finds(name, said) for i in range(first, first + len(name_words(name)))}
        if contents([word for i, word in enumerate(said) if i not in own]):
            continue
        if each.series.role == "need":
            parts += [Candidate(p, t, s, each.label) for p, t, s in tables.needed(each.pack, each.series)]
        else:
            parts.append(each)
    return list({(c.pack.name, c.table.name, c.series.name): c for c in parts}.values())


def stood_for(asking: Asking, said: Sequence[Word]) -> list[Candidate]:
    """The series that are a sign of the wider thing that ``said`` states, by the label of that."""
    tables = asking.tables
    signs = {
        (p.name, t.name, s.name): (p, t, replace(s, property=s.stands_for[0], synonyms=s.stands_for[1:]))
        for p, t, s in tables.series
        if s.stands_for
    }
    described = {(p.name, t.name, s.name): s for p, t, s in tables.series}
    passed, _ = candidates(said, signs.values(), tables.entities, tables.producers)
    return [replace(c, series=described[c.pack.name, c.table.name, c.series.name]) for c in passed]


def by_producer(asking: Asking, passed: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """``passed`` as those of the producer that the claim goes by ("according to"), and the others; where it names none
    of theirs, all are its own."""
    said = claim_words(asking.found)
    for attribution in asking.scope.attributions(asking.found):
        cue = " ".join(asking.found.words(span) for span in attribution.cue)
        if any(word in cue for word in _BY_FIGURES):
            said += words(asking.found.text, attribution.source)
    theirs, others = list[Candidate](), list[Candidate]()
    for each in passed:
        named = any(finds(name, said) for name in producer_names(producer_of(each.table, each.series)))
        (theirs if named else others).append(each)
    return (theirs, others) if theirs else (list(passed), [])


def _passing(found: Context, quantity: Quantity) -> list[Span]:
    """The verb before a bound that makes it one: "passed 300", "beat 300"."""
    before = found.before(quantity.span)
    match = re.search(r"\b(?:passed|passing|beat|beating|crossed|cleared|broke|breached|missed)\s+(?:the\s+)?$", before)
    return [Span(quantity.span.start - len(before) + match.start(), quantity.span.start)] if match else []


def _matches(found: Context, pattern: re.Pattern[str]) -> list[Span]:
    start = found.claim.span.start
    return [Span(start + match.start(), start + match.end()) for match in pattern.finditer(found.raw)]
