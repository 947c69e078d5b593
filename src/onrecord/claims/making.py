"""Claims from a record and its trees: the parts of this room put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.claims.checkable import checkability
from onrecord.claims.clauses import Clause, clauses
from onrecord.claims.factuality import of_word
from onrecord.claims.kinds import kind_of
from onrecord.claims.voices import FRAME, voices
from onrecord.claims.words import Words, words_of
from onrecord.normalise.layout import Layout
from onrecord.reader.syntax import Syntax
from onrecord.record import Actor, Attribution, Claim, Factuality, Phrase, Quantity, Record, Time
from onrecord.spans import Span, quote

__all__ = ["made"]

_EDGES = frozenset(",;:–—()[]…“”\"'‘’«».!?-*#•|")


class _Maker:
    """The items of one record by the word at which each begins."""

    def __init__(self, record: Record, syntax: Syntax) -> None:
        self.record = record
        self.text = record.document.text
        mentions = [(span, actor) for actor in record.actors for span in actor.mentions]
        kept = [*(q.span for q in record.quantities), *(t.span for t in record.times), *(span for span, _ in mentions)]
        self.words = words_of(syntax, kept)
        self.voice = voices(self.words, record.attributions)
        self.quantities: dict[int, list[Quantity]] = {}
        self.times: dict[int, list[Time]] = {}
        self.actors: dict[int, list[tuple[Span, Actor]]] = {}
        self.figures, self.dates = bytearray(len(self.words) + 1), bytearray(len(self.words) + 1)
        self.covered: dict[int, int] = {}  # first word of a figure to its end
        for quantity in record.quantities:
            word = self.words.first(quantity.span)
            self.quantities.setdefault(word, []).append(quantity)
            self.figures[word] = 1
            self.covered[word] = max(self.covered.get(word, 0), quantity.span.end)
        for time in record.times:
            word = self.words.first(time.span)
            self.times.setdefault(word, []).append(time)
            self.dates[word] = 1
        for span, actor in mentions:
            self.actors.setdefault(self.words.first(span), []).append((span, actor))


def made(record: Record, syntax: Syntax | None) -> tuple[Claim, ...]:
    """See :func:`onrecord.claims.claims`."""
    if syntax is None or not len(syntax):
        return ()
    maker = _Maker(record, syntax)
    found: list[Claim] = []
    for voice, unit in _units(maker):
        if voice == FRAME:
            split = [Clause(list(unit), "main", None)] if any(maker.figures[w] for w in unit) else []
        else:
            split = clauses(maker.words, unit, maker.figures, maker.dates)
        attribution = record.attributions[voice] if voice >= 0 else None
        for clause in split:
            claim = _claim(maker, clause, attribution, unit)
            if claim is not None:
                found.append(claim)
    found += _left(maker, found)
    found.sort(key=lambda claim: (claim.span, claim.parts))
    return tuple(_numbered(found))


def _numbered(found: Sequence[Claim]) -> Iterator[Claim]:
    from dataclasses import replace

    for number, claim in enumerate(found, 1):
        yield replace(claim, id=f"c{number}")


def _units(maker: _Maker) -> Iterator[tuple[int, list[int]]]:
    """The words of each voice in each sentence."""
    words = maker.words
    begins = Layout(maker.text).sentences
    following = 1
    units: dict[int, list[int]] = {}
    for word, start in enumerate(words.starts):
        if following < len(begins) and begins[following] <= start and not words.inside[word]:
            yield from units.items()
            units = {}
            while following < len(begins) and begins[following] <= start:
                following += 1
        units.setdefault(maker.voice[word], []).append(word)
    yield from units.items()


def _claim(maker: _Maker, clause: Clause, attribution: Attribution | None, unit: Sequence[int]) -> Claim | None:
    words = maker.words
    held = _trimmed(words, clause.words)
    if not held:
        return None
    quantities = [q for w in held for q in maker.quantities.get(w, ())]
    fragment = clause.predicate is None
    if fragment and attribution is None and not quantities:
        return None
    parts = _parts(maker, held)
    times = [t for w in held for t in maker.times.get(w, ())]
    mentions = [m for w in held for m in maker.actors.get(w, ())]
    last = unit[-1]
    question = words.low[last] == "?" or (last + 1 < len(words) and words.low[last + 1] == "?")
    factuality: Factuality = "asserted" if fragment else of_word(words, clause.predicate)  # type: ignore[arg-type]
    if clause.conditional and factuality == "asserted":
        factuality = "conditional"
    said = " ".join(quote(maker.text, part) for part in parts)
    kind = kind_of(said, attribution, factuality, quantities, fragment=fragment, question=question)
    carried_times, carried_actors = _carried(maker, clause, times)
    entity = mentions[0][0] if mentions else None
    figure = quantities[0] if quantities else None
    period = next((t for t in times if t.kind != "duration"), None)
    check = checkability(
        kind,
        factuality,
        property=figure.of if figure else None,
        entity=_phrase(maker.text, entity),
        period=_phrase(maker.text, period.span if period else None),
        value=_phrase(maker.text, figure.span if figure else None),
    )
    actors = tuple(dict.fromkeys(actor.id for _, actor in mentions))
    return Claim(
        id="",
        span=Span(parts[0].start, parts[-1].end),
        parts=parts,
        attribution=attribution.id if attribution else None,
        kind=kind,
        factuality=factuality,
        checkability=check,
        quantities=tuple(q.id for q in quantities),
        times=tuple(t.id for t in times),
        actors=actors,
        carried_times=carried_times,
        carried_actors=tuple(a for a in carried_actors if a not in actors),
    )


def _phrase(text: str, span: Span | None) -> Phrase | None:
    return None if span is None else Phrase(span, quote(text, span))


def _carried(maker: _Maker, clause: Clause, own: Sequence[Time]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Times and actors of the clause that this one was split from, as far as they govern it too."""
    matrix = clause.matrix
    if matrix is None:
        return (), ()
    whole = clause.relation in ("apposition", "further", "participle")
    scope = matrix.words if whole else matrix.fronted
    if clause.relation in ("shared", "relative") and matrix.predicate is not None:
        scope = [word for word in matrix.words if word < matrix.predicate]
    times = [] if own else [t.id for w in scope if whole or w in matrix.fronted for t in maker.times.get(w, ())]
    actors = [actor.id for w in scope for _, actor in maker.actors.get(w, ())]
    return tuple(dict.fromkeys(times)), tuple(dict.fromkeys(actors))


def _trimmed(words: Words, held: Sequence[int]) -> list[int]:
    """``held`` without conjunctions and marks of punctuation at its edges."""
    first, last = 0, len(held)
    while first < last and not words.inside[held[first]]:
        word = held[first]
        if words.low[word] not in _EDGES and words.part[word] != "CCONJ" and not _complementiser(words, word):
            break
        first += 1
    while first < last and words.low[held[last - 1]] in _EDGES and not words.inside[held[last - 1]]:
        last -= 1
    return list(held[first:last])


def _complementiser(words: Words, word: int) -> bool:
    return words.low[word] == "that" and words.relation[word] == "mark"


def _parts(maker: _Maker, held: Sequence[int]) -> tuple[Span, ...]:
    """The spans of consecutive words, each without the punctuation at its edges."""
    words = maker.words
    runs: list[list[int]] = []
    for word in held:
        if runs and word == runs[-1][-1] + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    spans = []
    for run in runs:
        kept = _trimmed_marks(words, run)
        if kept:
            end = max(words.ends[kept[-1]], *(maker.covered.get(word, 0) for word in kept))
            spans.append(Span(words.starts[kept[0]], end))
    return tuple(spans) or (Span(words.starts[held[0]], words.ends[held[-1]]),)


def _trimmed_marks(words: Words, run: list[int]) -> list[int]:
    first, last = 0, len(run)
    while first < last and words.low[run[first]] in _EDGES and not words.inside[run[first]]:
        first += 1
    while first < last and words.low[run[last - 1]] in _EDGES and not words.inside[run[last - 1]]:
        last -= 1
    return run[first:last]


def _left(maker: _Maker, found: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each figure that none holds."""
    held = {id for claim in found for id in claim.quantities}
    for quantity in maker.record.quantities:
        if quantity.id not in held:
            value = _phrase(maker.text, quantity.span)
            check = checkability("other", "asserted", property=quantity.of, entity=None, period=None, value=value)
            yield Claim("", quantity.span, (quantity.span,), None, "other", "asserted", check, (quantity.id,))
