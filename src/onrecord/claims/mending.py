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


def mended(record: Record, found: Sequence[Claim]) -> list[Claim]:
    """``found``, in text order, with each claim that is nothing but a time joined to the one with a figure right before
    it: "the line carried 300 people" and "a day in 2023". A time states nothing by itself."""
    text, spans = record.document.text, {time.id: time.span for time in record.times}
    made: list[Claim] = []
    for claim in found:
        last = made[-1] if made else None
        joins = last is not None and last.quantities and not text[last.span.end : claim.span.start].strip()
        if last is None or not joins or claim.quantities or not claim.times or not _only_times(text, claim, spans):
            made.append(claim)
            continue
        parts = (*last.parts[:-1], Span(last.parts[-1].start, claim.parts[0].end), *claim.parts[1:])
        span, times = Span(last.span.start, claim.span.end), (*last.times, *claim.times)
        made[-1] = replace(last, span=span, parts=parts, times=times, carried_times=())
    return made


def _only_times(text: str, claim: Claim, spans: dict[str, Span]) -> bool:
    """Whether a claim has no word but those of its times and what binds them."""
    told = [spans[id] for id in claim.times]
    for part in claim.parts:
        for word in _WORD.finditer(text, part.start, part.end):
            if not any(span.start <= word.start() < span.end for span in told) and word[0].lower() not in _BINDING:
                return False
    return True
