"""Which series a claim is about: by its own words, by those before it in its sentence, or by what a share is of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.evidence.asked import Asked, Context
from onrecord.evidence.asking import Asking, Before
from onrecord.evidence.gates import Candidate, Failed, candidates, label_words, producer_names, producer_of
from onrecord.evidence.phrasing import NEED
from onrecord.evidence.tables import Described
from onrecord.evidence.told import besides_names, claim_words, whole_words
from onrecord.evidence.wording import Word, contents, finds, same_word, words
from onrecord.spans import Span

__all__ = [
    "by_both",
    "by_producer",
    "by_whole",
    "by_words",
    "elliptic",
    "kind_words",
    "part_unsaid",
    "stood_for",
]

_OF_THE = re.compile(r"^\W*(?:out )?(?:of|among) ((?:the|all|its|our|their|those|these) (?:[^,#]|,(?=\d))*),(?!\d)")
_ORDERS = ("maximum", "minimum", "comparison", "count", "trend")


# "Of the visitors in May, 300 …": groups: what the part is of
_OF_FIRST = re.compile(r"^\W{0,4}(?:out )?of (?:those|these|the|all|its|their|every|[a-z]+s)\b[^;]{1,120}?,(?=\s)")


def part_unsaid(asking: Asking, said: Sequence[Word]) -> bool:
    """Whether the figure is of a part whose own words nothing says that could be looked up: "of the visitors, 300 were
    under ten". It is not the number of all of them."""
    found, figure = asking.found, asking.item.quantity
    first = _OF_FIRST.match(found.raw)
    if not first or not figure or figure.span.start < found.claim.span.start + first.end():
        return False
    return asking.item.form == "level" and not contents([w for w in said if w.span.start >= figure.span.end])


def by_words(asking: Asking, said: Sequence[Word]) -> tuple[list[Candidate], list[Failed]]:
    """The series whose property the words ``said`` state, and those that they nearly do."""
    tables, item = asking.tables, asking.item
    kinds, unit = kind_words(item), item.quantity.unit if item.quantity else None
    # "one resident in 526 was detained": the heads are the people whom "people detained" means too
    lent = words("people", [Span(0, 6)]) if item.form == "per_head" else ()
    every, grain = tables.asked(item), item.grain
    found = candidates(said, every, tables.entities, tables.producers, grain, lent=lent, kinds=kinds, unit=unit)
    return _besides_whole(asking, said, found[0]), found[1]


def _besides_whole(asking: Asking, said: Sequence[Word], passed: list[Candidate]) -> list[Candidate]:
    """``passed`` without those that only the whole that stands first names: "Of the visitors, 300 were over sixty"."""
    item, of = asking.item, _OF_THE.match(asking.found.raw)
    if not item.quantity or item.whole or not of:
        return passed
    start = asking.found.claim.span.start
    if start + of.end() > item.quantity.span.start:
        return passed
    rest = [word.low for word in said if not start + of.start(1) <= word.span.start < start + of.end(1)]
    return [c for c in passed if any(same_word(low, word) for low in rest for word in label_words(c.label))]


def kind_words(item: Asked) -> str | None:
    """The noun of the figure, which says that entities are counted; "" where they are ranked; None where a word for
    what they are may be what the claim is about: "the branch with the most loans"."""
    if item.among is not None or item.form in ("rank", "record"):
        return ""
    return None if item.form in _ORDERS else item.quantity.unit_name or "" if item.quantity else ""


def by_whole(asking: Asking, said: Sequence[Word]) -> list[Candidate]:
    """The series of a share that only its whole names: "Tarn had a third of all visitors", "half of the water it
    needed". What else the claim says must be names of entities and words that never narrow."""
    tables, whole = asking.tables, asking.item.whole
    if whole is None:
        return []
    phrase = whole_words(asking)
    wholes, _ = candidates(phrase, tables.wholes(), tables.entities, tables.producers)
    if not wholes:  # "it used half of Tarn's electricity"
        wholes, _ = candidates(phrase, tables.asked(asking.item), tables.entities, tables.producers, lent=said)
    parts = []
    for each in wholes:
        if contents(besides_names(asking, each, said)):
            described = (each.pack, each.table, each.series)
            if not candidates(said, [described], tables.entities, tables.producers, lent=phrase, kinds="")[0]:
                continue
        if each.series.role == "need":
            parts += [Candidate(p, t, s, each.label) for p, t, s in tables.needed(each.pack, each.series)]
        else:
            parts.append(each)
    return list({(c.pack.name, c.table.name, c.series.name): c for c in parts}.values())


def by_both(asking: Asking, said: Sequence[Word]) -> list[Candidate]:
    """The series of a share that its own words and those of its whole name together: "wheat made up half of the grain
    harvest" is of the wheat harvest. The whole must be another series."""
    tables, whole = asking.tables, asking.item.whole
    if whole is None or not contents(said):
        return []
    phrase = whole_words(asking)
    wholes, _ = candidates(phrase, tables.wholes(), tables.entities, tables.producers)
    passed, _ = candidates(said, tables.asked(asking.item), tables.entities, tables.producers, lent=phrase)
    others = {(w.pack.name, w.table.name, w.series.name) for w in wholes}
    return [c for c in passed if others and (c.pack.name, c.table.name, c.series.name) not in others]


def elliptic(asking: Asking, said: Sequence[Word], before: Before) -> list[Candidate]:
    """The series of a claim that leaves out what the one before it in its sentence said: "…, and 40 in Tarn", "…,
    300 of them were bought"."""
    tables = asking.tables
    kept = [each for each in before.candidates if not contents(besides_names(asking, each, said))]
    if asking.found.portion and not _own_time(asking.found):  # of something smaller: of another entity than that
        kept = [each for each in kept if len(besides_names(asking, each, said)) < len(said)]
    if kept:
        if any(word.low in NEED for word in said):
            return kept
        made = []
        for each in kept:  # "it needed 300 and received 40": not what is needed
            measured = [Candidate(p, t, s, each.label) for p, t, s in tables.needed(each.pack, each.series)]
            made += measured if each.series.role == "need" else [each]
        return made
    near = {(each.pack.name, each.table.name) for each in before.candidates}
    series = [(p, t, s) for p, t, s in tables.asked(asking.item) if (p.name, t.name) in near]
    lent = before.said
    if asking.found.portion:  # "345 emergencies" of the admissions: what those are called need not be said again
        lent += tuple(w for each in before.candidates for label in _labels(each) for w in words(label, [_all(label)]))
        series = [each for each in series if _smaller(asking, each, said, before)]
    grain, kinds = asking.item.grain, kind_words(asking.item)
    return candidates(said, series, tables.entities, tables.producers, grain, lent=lent, kinds=kinds)[0]


def _own_time(found: Context) -> bool:
    """Whether a part has a time of its own: "300 visitors in May, 90 of them in the first week"."""
    return any(t.kind == "date" and found.claim.span.start <= t.span.start < found.claim.span.end for t in found.times)


def _smaller(asking: Asking, each: Described, said: Sequence[Word], before: Before) -> bool:
    """Whether a series may be of a part of what was told before: another one that adds up, or the same of an entity
    that ``said`` names."""
    pack, table, series = each
    if all(series.name != one.series.name for one in before.candidates):
        return series.sort in ("flow", "stock")
    return len(besides_names(asking, Candidate(pack, table, series, series.property), said)) < len(said)


def _labels(each: Candidate) -> tuple[str, ...]:
    return each.series.property, *each.series.synonyms


def _all(text: str) -> Span:
    return Span(0, len(text))


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
    """``passed`` as those of the producer that the claim goes by, and the others; where it names none of theirs, all
    are its own. It goes by who is named in it or says it: who counts a thing and speaks of it speaks of that count."""
    found, scope = asking.found, asking.scope
    said = claim_words(found)
    for attribution in scope.attributions(found):
        said += words(found.text, attribution.source)
        who = next((actor.name for actor in found.record.actors if actor.id == attribution.speaker), "")
        said += words(who, [Span(0, len(who))])
    names = {p: producer_names(p) for p in (producer_of(each.table, each.series) for each in passed)}
    shared = [name for name, times in Counter(name for every in names.values() for name in every).items() if times > 1]
    named = {p for p, every in names.items() if any(finds(name, said) for name in every if name not in shared)}
    if not named:  # "…, data from the Lake Board show": who counts is all the sentence says of itself
        around = next(iter(scope.around(asking.found)))
        named = {p for p, every in names.items() if any(finds(name, around) for name in every if name not in shared)}
        named = named if len(named) == 1 else set()
    publisher = found.record.document.publisher
    if not named and publisher and scope.attribution(found) is None:
        own = words(publisher, [Span(0, len(publisher))])
        named = {p for p in names if finds(p, own)}  # its own release
    theirs = [each for each in passed if producer_of(each.table, each.series) in named]
    return (theirs, [each for each in passed if each not in theirs]) if theirs else (list(passed), [])
