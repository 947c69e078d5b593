"""Whom a claim is of that names its entity only through who speaks or by pointing back.

"Inflation stood at 2.9 %, the Tarn Price Office said" is of Tarn: who counts a thing in one place alone and bears the
place's name speaks of it. "Tarn is busy. The town had 300 visitors" is of Tarn as well. Where the sentence names
anything else that may be a place, neither is taken for stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.evidence.asking import Asking
from onrecord.evidence.everyone import is_kind
from onrecord.evidence.gates import Candidate, label_words, named, names_of, producer_names, producer_of
from onrecord.evidence.whose import Whose, distinct
from onrecord.evidence.wording import Word, finds, is_body, name_words, same_word, words
from onrecord.spans import Span

__all__ = ["stated"]

_COUNTS = re.compile(r"(?:has |have |had )?(?:count|record|report|regist|log|tall|measur|not)")
_POINTING = frozenset(["the", "this", "that", "our"])
_PLACES = frozenset(["island", "town", "city", "village", "country", "park", "port", "hospital", "line", "airport"])


def stated(asking: Asking, candidate: Candidate, theirs: Whose) -> Whose:
    """``theirs`` as stated, where it was supposed and the speaker's name or what points back to a name states it."""
    if theirs.assumed is None and theirs.entity and not theirs.every and _of_another(asking, candidate, theirs):
        return replace(theirs, assumed=f"{theirs.entity} is meant, which the text names elsewhere")
    if theirs.assumed is None or theirs.entity is None or theirs.every or theirs.others:
        return theirs
    if _by_producer(asking, candidate, theirs.entity) or _pointed(asking, candidate, theirs.entity):
        return replace(theirs, assumed=None)
    return theirs


def _of_another(asking: Asking, candidate: Candidate, theirs: Whose) -> bool:
    """Whether a claim that names no entity stands after another name in its sentence, which may be what it is of: "Port
    Varn, a town of 18,000 in Tarn, had 214 visitors" is not of Tarn."""
    found, table = asking.found, candidate.table
    values = asking.tables.entities(candidate.pack, table)
    if theirs.others or distinct(table.entities, values, words(found.text, found.claim.parts)):
        return False
    start = asking.scope.sentence(found.claim.span).start
    said = [
        part
        for one in found.record.attributions
        if not any(_COUNTS.match(found.words(cue)) for cue in one.cue)  # who counts a thing may be whose it is
        for part in (*one.source, *one.cue)
    ]
    figures = [quantity.span for quantity in found.record.quantities]
    before = [
        word
        for word in words(found.text, [Span(start, max(start, found.claim.span.start))])
        if not any(part.start <= word.span.start < part.end for part in (*said, *figures))
    ]
    return _elsewhere(asking, candidate, before)


def _by_producer(asking: Asking, candidate: Candidate, entity: str) -> bool:
    """Whether the table's producer, which has the name of the table's one entity in its own, is named as who says or
    counts it, and nothing else that may be a place is."""
    entities = candidate.table.entities
    if entities.constant is None:
        return False
    producer = producer_of(candidate.table, candidate.series)
    own = words(producer, [Span(0, len(producer))])
    if not any(finds(name, own) for name in names_of(entities, entity)):
        return False
    full = [name for name in producer_names(producer) if any(finds(e, _of(name)) for e in names_of(entities, entity))]
    sentence = _sentence(asking, asking.scope.sentence(asking.found.claim.span))
    spoken = list(sentence)
    for attribution in asking.scope.attributions(asking.found):
        spoken += words(asking.found.text, attribution.source)
    publisher = asking.found.record.document.publisher or ""
    if asking.scope.attribution(asking.found) is None:
        spoken += _of(publisher)
    return any(finds(name, spoken) for name in full) and not _elsewhere(asking, candidate, sentence)


def _pointed(asking: Asking, candidate: Candidate, entity: str) -> bool:
    """Whether the claim points to the entity, which the sentence before names as the only one: "the hospital"."""
    found, scope, table = asking.found, asking.scope, candidate.table
    sentence = scope.sentence(found.claim.span)
    if sentence.start < 3 or not _points(asking, candidate, _sentence(asking, sentence)):
        return False
    last = scope.sentence(Span(sentence.start - 3, sentence.start - 3))
    before = _sentence(asking, last)
    values = asking.tables.entities(candidate.pack, table)
    if distinct(table.entities, values, before) != [entity]:
        return False
    return not _elsewhere(asking, candidate, before) and not _elsewhere(asking, candidate, _sentence(asking, sentence))


def _points(asking: Asking, candidate: Candidate, found: Sequence[Word]) -> bool:
    """Whether words point to a thing of the kind that the entity is: by general words, or those of its producer."""
    own = {low for low in name_words(producer_of(candidate.table, candidate.series)) if not is_body(low)}
    return any(
        word.low in _POINTING and (after.low in _PLACES or after.low in own or is_kind(after.low, candidate.table))
        for word, after in pairwise(found)
    )


def _elsewhere(asking: Asking, candidate: Candidate, found: Sequence[Word]) -> bool:
    """Whether a word of a sentence may be the name of another place: one with a capital that neither begins it nor is
    of a time, a label, the entity or the producer."""
    table = candidate.table
    values = asking.tables.entities(candidate.pack, table)
    known = set(name_words(producer_of(table, candidate.series))) | set(label_words(candidate.label))
    own = {i for hit in named(table.entities, values, found) for i in range(hit.first, hit.last)}
    times = [time.span for time in asking.found.record.times]
    return any(
        word.capital
        and word.low != "i"
        and not any(same_word(word.low, low) for low in known)
        and not any(span.start <= word.span.start < span.end for span in times)
        for i, word in _after_first(asking, found)
        if i not in own
    )


def _after_first(asking: Asking, found: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """The words that begin no sentence or quotation, with their places."""
    text = asking.found.text
    for i, word in enumerate(found):
        if i and not text[: word.span.start].rstrip(" \n").endswith((".", "!", "?", "“", '"', "‘", ":")):
            yield i, word


def _sentence(asking: Asking, span: Span) -> list[Word]:
    return words(asking.found.text, [span])


def _of(name: str) -> list[Word]:
    return words(name, [Span(0, len(name))])
