"""Claims that were taken for what somebody reports, where the verb only says that it came about: "owners reported 534
thefts", "no town recorded fewer boats than Elsin"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import Claim, Record
from onrecord.spans import Span

__all__ = ["rejoined"]

# Verbs of counting and telling that also just mean "had", with a noun after them
_HAD = re.compile(
    r"(?:had |has |have )?(?:record(?:s|ed)?|report(?:s|ed)?|count(?:s|ed)?|register(?:s|ed)?|log(?:s|ged)?"
    r"|tall(?:y|ied)|measure[sd]?|notch(?:ed)? up|post(?:s|ed)?|document(?:s|ed)?)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|did|does|will|would|came|fell|rose|saw|took|stood|grew|went|that)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"(?:had |has |have )?(?:report|document)", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:(?:more|fewer|less|as many|as few|so many)\s+)?")
_THAN = re.compile(r"\s{1,3}than [^,.;:!?\n]{2,60}")
_NOT_ONCE = re.compile(r"\b(not )once\b.?$", re.IGNORECASE)
_BREAK = re.compile(r"[.!?;:]\s+|\n|[–—“\"]")
_NEAR = 200  # characters before the verb in which its clause begins


def rejoined(record: Record, claim: Claim) -> Claim:
    """``claim`` with what belongs to it and stands before it, else as it is: the "not" of "not once", the
    subject and verb where it is only the object of a verb of counting.

    Figures and times of these words become the claim's own.
    """
    not_once = _NOT_ONCE.search(record.document.text[max(0, claim.span.start - 8) : claim.span.start + 5])
    if not_once:
        first = claim.span.start - (len(not_once[1]))
        span, head = Span(first, claim.span.end), Span(first, claim.parts[0].end)
        return replace(claim, span=span, parts=(head, *claim.parts[1:]))
    said = next((a for a in record.attributions if a.id == claim.attribution), None)
    text, start = record.document.text, claim.span.start
    if said is None or said.form != "indirect" or len(said.cue) != 1:
        return claim
    cue = said.cue[0]
    own = text[start : claim.span.end]
    object_of = (
        cue.end <= start and _MORE.fullmatch(text[cue.end : start]) and _HAD.fullmatch(text[cue.start : cue.end])
    )
    if not object_of or _VERB.search(own):
        return claim
    near = max(0, cue.start - _NEAR)
    breaks = [near + match.end() for match in _BREAK.finditer(text[near : cue.start])]
    others = [c.span.end for c in record.claims if c.span.end <= cue.start]
    first = max([0 if near == 0 else cue.start, *breaks, *others])
    while first < cue.start and not text[first].isalnum():
        first += 1
    if first >= cue.start:
        return claim
    than = _THAN.match(text, claim.span.end)
    last = than.end() if than and not any(c.span.start >= claim.span.end for c in record.claims) else claim.span.end
    span = Span(first, last)
    inside = [q.id for q in record.quantities if span.start <= q.span.start < last and q.id not in claim.quantities]
    dated = [t.id for t in record.times if span.start <= t.span.start < last and t.id not in claim.times]
    if _REPORTING.match(text[cue.start : cue.end]):  # who reported it is no part of what was: only when it was is
        return replace(claim, times=(*dated, *claim.times), carried_times=())
    parts = (span,) if len(claim.parts) == 1 else (Span(first, claim.parts[0].end), *claim.parts[1:])
    carried = tuple(t for t in claim.carried_times if t not in dated)
    quantities, times = (*inside, *claim.quantities), (*dated, *claim.times)
    return replace(claim, span=span, parts=parts, quantities=quantities, times=times, carried_times=carried)
