"""Claims from a record and its trees: the parts of this room put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.carrying import carried
from onrecord.claims.checkable import checkability
from onrecord.claims.clauses import Clause, clauses
from onrecord.claims.edges import parts_of, trimmed
from onrecord.claims.factuality import of_predicate
from onrecord.claims.items import Items
from onrecord.claims.kinds import Reported, kind_of, reported
from onrecord.claims.layout import is_wrapped, unsaid
from onrecord.claims.lexicon import RELATIVES, SAID
from onrecord.claims.mending import mended
from onrecord.claims.voices import FRAME, counts_itself, voices
from onrecord.claims.words import SUBJECTS, Words
from onrecord.normalise.layout import Layout
from onrecord.normalise.lemma import IRREGULAR_PASTS
from onrecord.reader.syntax import Syntax
from onrecord.record import Attribution, Claim, Factuality, Quantity, Record
from onrecord.spans import Span, quote

__all__ = ["made"]

_SAYS = 5
_BOUND_ABOVE = ("more than", "over", "above", "exceed", "at least", "reach", "upward")
_BOUND_BELOW = ("less than", "fewer than", "under", "below", "at most", "up to")


def made(record: Record, syntax: Syntax | None) -> tuple[Claim, ...]:
    """See :func:`onrecord.claims.claims`."""
    if syntax is None or not len(syntax):
        return ()
    items = Items(record, syntax)
    heard = [
        replace(each, source=(), cue=(), content=()) if counts_itself(items.words, each, items.figures) else each
        for each in record.attributions
    ]
    voice, framed = voices(items.words, heard)
    for quantity in record.quantities:  # a figure that a content cuts is whose its end is
        inside = items.words.syntax.words(quantity.span)
        for word in inside:
            voice[word] = voice[inside[-1]]
    idle = _idle(items)
    how = [reported(record.document.text, attribution) for attribution in record.attributions]
    found: list[Claim] = []
    for number, unit, reports in _units(items, voice, framed, idle):
        found += _of_unit(items, unit, number, reports, idle, how[number] if number >= 0 else Reported())
    found += _left(items, found)
    found.sort(key=lambda claim: (claim.span, claim.parts))
    whole = mended(record, found)
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(whole, 1))


def _idle(items: Items) -> dict[int, str]:
    """The words of headings, datelines and the like, each with the reason why they state nothing."""
    document = items.record.document
    return {
        word: reason
        for span, reason in unsaid(document.text, document.title)
        for word in items.words.syntax.words(span)
    }


def _units(
    items: Items, voice: Sequence[int], framed: dict[int, int], idle: dict[int, str]
) -> Iterator[tuple[int, list[int], bool]]:
    """The words of each voice in each sentence, and whether that voice reports another one there."""
    words = items.words
    begins = Layout(words.text).sentences
    following = 1
    units: dict[tuple[int, bool], list[int]] = {}
    reporting: set[int] = set()
    for word, start in enumerate(words.starts):
        begun = False
        while following < len(begins) and begins[following] <= start:
            begun = True
            following += 1
        if begun and not words.inside[word] and not is_wrapped(words.text, start):
            yield from ((number, unit, number in reporting) for (number, _), unit in units.items())
            units, reporting = {}, set()
        units.setdefault((voice[word], word in idle), []).append(word)
        if word in framed:
            reporting.add(framed[word])
    yield from ((number, unit, number in reporting) for (number, _), unit in units.items())


def _of_unit(
    items: Items, unit: list[int], number: int, reports: bool, idle: dict[int, str], how: Reported
) -> Iterator[Claim]:
    words = items.words
    attribution = items.record.attributions[number] if number >= 0 else None
    reason = idle.get(unit[0])
    if number == FRAME or reason:
        clause = Clause(unit, "main", next((w for w in unit if words.predicate[w]), None))
        figured = any(items.figures[w] for w in unit)
        heading = clause.predicate is not None and (reason or "").startswith("A heading")
        if figured or (heading and number != FRAME):
            yield from _claims(items, clause, unit, attribution, how, reason or "Says who speaks.")
        return
    for clause in clauses(words, unit, items.figures, items.dates):
        figured = any(items.figures[w] for w in clause.words)
        rest = reports and clause.relation == "main" and not _stands(items, clause)
        empty = number < 0 and (clause.predicate is None or _only_says(items, clause))
        if figured or not (rest or empty):
            yield from _claims(items, clause, unit, attribution, how, None)


def _only_says(items: Items, clause: Clause) -> bool:
    """Whether a clause only says who speaks: "he said", which the reader missed."""
    words = items.words
    said = [w for w in clause.words if words.part[w] != "PUNCT"]
    return len(said) <= _SAYS and clause.predicate is not None and words.low[clause.predicate] in SAID


def _stands(items: Items, clause: Clause) -> bool:
    """Whether what is left of a sentence that reports something is a clause: a verb with a subject of its own."""
    words = items.words
    return clause.predicate is not None and any(
        words.relation[w] in SUBJECTS and words.low[w] not in RELATIVES and words.low[w] != "that" for w in clause.words
    )


def _claims(
    items: Items, clause: Clause, unit: Sequence[int], attribution: Attribution | None, how: Reported, idle: str | None
) -> Iterator[Claim]:
    """The claim of a clause; none where nothing of it is a word. ``idle``: why it states nothing."""
    words, text = items.words, items.words.text
    held = trimmed(words, clause.words)
    if not any(words.low[w][0].isalnum() for w in held):
        return
    quantities, times, mentions = items.at(held)
    parts = parts_of(words, held, items.reach)
    how = _in_quote(how, words, unit)
    factuality = _factuality(items, clause, quantities, how)
    question = words.low[unit[-1]] == "?" or (unit[-1] + 1 < len(words) and words.low[unit[-1] + 1] == "?")
    kind = (
        "other"
        if idle
        else kind_of(
            words,
            clause,
            _masked(text, parts, quantities),
            factuality,
            quantities,
            how,
            placed=bool(times) or any(actor.kind == "place" for _, actor in mentions),
            question=question,
        )
    )
    actors = tuple(dict.fromkeys(actor.id for _, actor in mentions))
    over = carried(items, clause, times)
    yield Claim(
        id="",
        span=Span(parts[0].start, parts[-1].end),
        parts=parts,
        attribution=attribution.id if attribution else None,
        kind=kind,
        factuality=factuality,
        checkability=checkability(items, clause, kind, factuality, (quantities, times, mentions), over, idle),
        quantities=tuple(quantity.id for quantity in quantities),
        times=tuple(time.id for time in times),
        actors=actors,
        carried_times=tuple(dict.fromkeys(time.id for time in over.times)),
        carried_actors=tuple(id for id in dict.fromkeys(actor.id for _, actor in over.mentions) if id not in actors),
    )


def _in_quote(how: Reported, words: Words, unit: Sequence[int]) -> Reported:
    """How a sentence is reported: one that a full stop ends within a quotation that asks is told, not asked."""
    last = words.low[unit[-1]]
    following = words.low[unit[-1] + 1] if unit[-1] + 1 < len(words) else ""
    told = how.asked and not how.indirect and (last in (".", "!") or (last != "?" and following in (".", "!")))
    return replace(how, asked=False) if told else how


def _factuality(items: Items, clause: Clause, quantities: Sequence[Quantity], how: Reported) -> Factuality:
    """By the words of the clause, then by how it is reported."""
    found: Factuality = "asserted"
    words = items.words
    if clause.predicate is not None:
        read = {word for quantity in quantities for word in words.syntax.words(quantity.span)}
        if any(_denied(words.text, quantity) for quantity in quantities):
            read |= set(clause.words)
        found = of_predicate(words, clause.predicate, read)
        source = clause.matrix.predicate if clause.matrix is not None and clause.relation == "shared" else None
        if found == "asserted" and source is not None and clause.bare:
            found = of_predicate(words, source)
    else:
        return found
    own = clause.relation in ("main", "coordinate", "shared")
    if clause.conditional and found in ("asserted", "future"):
        return "conditional"
    if found == "conditional" and how.indirect and not clause.conditional:
        found = "future"
    if own and how.denied and found in ("asserted", "negated"):
        return "negated" if found == "asserted" else "asserted"
    if own and how.coming and found == "asserted" and not _is_past(items, clause):
        return "future"
    if own and (how.believed or how.asked) and found in ("asserted", "negated"):
        return "possible"
    return found


def _is_past(items: Items, clause: Clause) -> bool:
    """Whether the verb of a clause with a subject is in a past form: nothing promised or foreseen."""
    words, verb = items.words, clause.predicate
    if verb is None or not clause.finite:
        return False
    helped = any(words.low[kid] in ("had", "has", "have", "was", "were", "did") for kid in words.kids[verb])
    return helped or words.low[verb].endswith("ed") or words.low[verb] in IRREGULAR_PASTS


def _denied(text: str, quantity: Quantity) -> bool:
    """Whether the value of a figure already holds a denial outside its words: "no boat carries more than 30"."""
    said = quote(text, quantity.span).lower()
    if quantity.lower is None and quantity.upper is not None:
        return said.startswith(_BOUND_ABOVE)
    return quantity.upper is None and quantity.lower is not None and said.startswith(_BOUND_BELOW)


def _masked(text: str, parts: Sequence[Span], quantities: Sequence[Quantity]) -> str:
    """The words of a claim with ``#`` for each figure, so that "more than" in one compares nothing."""
    pieces = []
    left = iter(sorted(quantities, key=lambda quantity: quantity.span))
    following = next(left, None)
    for part in parts:
        at = part.start
        while following is not None and following.span.start < part.end:
            word = quote(text, following.span) if following.unit == "1" and following.of is None else " # "
            pieces += [text[at : following.span.start], word]
            at = following.span.end
            following = next(left, None)
        pieces.append(text[at : part.end])
    return " ".join("".join(pieces).split())


def _left(items: Items, found: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each figure that none holds."""
    held = {id for claim in found for id in claim.quantities}
    for quantity in items.record.quantities:
        if quantity.id not in held:
            clause = Clause([], "main", None)
            check = checkability(items, clause, "other", "asserted", ([quantity], [], []), None, "A figure by itself.")
            yield Claim("", quantity.span, (quantity.span,), None, "other", "asserted", check, (quantity.id,))
