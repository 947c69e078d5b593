"""Claims that were cut before their time, whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.normalise.words import word_set
from onrecord.record import Claim, Record
from onrecord.spans import Span

__all__ = ["mended"]

_WORD = re.compile(r"[^\W_]+")
_BINDING = word_set(
    """
    in on during over throughout across within for from between through until till since by at of to and a an the this
    that last each every per day week month quarter year daily weekly monthly average whole course
    """
)
_FACTOR = re.compile(r"(?:\btimes|\btwice|\bhalf|\bthrice|fold)$")
_AS_MANY = re.compile(r"(?:as|so) (?:many|much|high|large|big|often)\b")
_COUNTING = word_set("reported admitted registered recorded counted documented logged noted notified confirmed")
# A comparison of two numbers of things without a verb of its own
_NOMINAL = re.compile(
    r"(?:(?:far|many|slightly|even|still|a few) ){0,2}(?:more|fewer|less) (?:[a-z-]{1,20} ){1,4}.{0,60}?\bthan\b"
)


def mended(record: Record, found: Sequence[Claim]) -> list[Claim]:
    """``found``, in text order, with each claim that is nothing but a time joined to the one with a figure right before
    it: "the line carried 300 people" and "a day in 2023". A time states nothing by itself."""
    text, spans = record.document.text, {time.id: time.span for time in record.times}
    made: list[Claim] = []
    for claim in (_with_its_verb(record, one) for one in found):
        last = made[-1] if made else None
        if last is not None and _is_factor(text, last, claim):
            made[-1] = _joined(last, claim)
            continue
        joins = last is not None and last.quantities and not text[last.span.end : claim.span.start].strip()
        if last is None or not joins or claim.quantities or not claim.times or not _only_times(text, claim, spans):
            made.append(claim)
            continue
        made[-1] = _joined(last, claim)
    return made


def _joined(last: Claim, claim: Claim) -> Claim:
    parts = (*last.parts[:-1], Span(last.parts[-1].start, claim.parts[0].end), *claim.parts[1:])
    span, times = Span(last.span.start, claim.span.end), (*last.times, *claim.times)
    figures, actors = (*last.quantities, *claim.quantities), (*last.actors, *claim.actors)
    return replace(last, span=span, parts=parts, times=times, quantities=figures, actors=actors, carried_times=())


def _is_factor(text: str, last: Claim, claim: Claim) -> bool:
    """Whether a claim only begins a comparison that the next one goes on with: "three times" and "as many ships as"."""
    if text[last.span.end : claim.span.start].strip() or last.attribution != claim.attribution:
        return False
    return bool(
        _FACTOR.search(text[last.span.start : last.span.end].lower())
        and _AS_MANY.match(text[claim.span.start : claim.span.end].lower())
    )


def _with_its_verb(record: Record, claim: Claim) -> Claim:
    """A claim that is no clause, with its subject and verb where these were read as a speaker's: "the port reported
    fewer ships than", "the clinic admitted more patients than". Nobody says what has no verb; who counts things does
    not speak of them."""
    text = record.document.text
    said = next((one for one in record.attributions if one.id == claim.attribution), None)
    if said is None or len(said.source) != 1 or len(said.cue) != 1 or len(claim.parts) != 1:
        return claim
    source, cue = said.source[0], said.cue[0]
    between = text[cue.end : claim.span.start]
    adjacent = source.end <= cue.start and not between.strip() and not text[source.end : cue.start].strip()
    words = text[claim.span.start : claim.span.end].lower()
    if not adjacent or text[cue.start : cue.end].lower() not in _COUNTING or not _NOMINAL.match(words):
        return claim
    span = Span(source.start, claim.span.end)
    sentence = max(text.rfind(mark, 0, source.start) for mark in (". ", "! ", "? ", "\n"))
    times = tuple(t.id for t in record.times if span.start <= t.span.start and t.span.end <= span.end)
    before = tuple(t.id for t in record.times if sentence < t.span.start and t.span.end <= span.start)
    carried = tuple(dict.fromkeys((*claim.carried_times, *before)))
    return replace(claim, span=span, parts=(span,), attribution=None, times=times, carried_times=carried)


def _only_times(text: str, claim: Claim, spans: dict[str, Span]) -> bool:
    """Whether a claim has no word but those of its times and what binds them."""
    told = [spans[id] for id in claim.times]
    for part in claim.parts:
        for word in _WORD.finditer(text, part.start, part.end):
            if not any(span.start <= word.start() < span.end for span in told) and word[0].lower() not in _BINDING:
                return False
    return True
