"""Numbers and days of a claim that no reading has taken: what the figures beside them mean is then not known."""

from __future__ import annotations

import re

from onrecord.evidence.question import Context
from onrecord.spans import Span

__all__ = ["unread_day", "unread_number", "unread_stretch"]

# "345 came as emergencies": a number by itself, no part of a code ("Route 66", "A7", "15-64")
_NUMBER = re.compile(r"(?<![\w.,/–-])(?<![$€£#])\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?![\w/–%-])(?![.,:]\d)")
_NAMED = re.compile(
    r"(?:\b(?:per|every|each)|\b[A-Z][\w’'.-]{0,30}|\b(?:number|no\.?|nos\.?|line|route|gate|platform|room|phase|level))\s+$"
)
_BESIDE = re.compile(r"\s{1,3}[a-z]{3,30}")
# "January's quietest night was the 16th", not "the 16th district"
_DAY = re.compile(
    r"\bthe (?:[12]\d|3[01]|\d)(?:st|nd|rd|th)\b(?=\W*$|[,;:.)]|\s+(?:with|when|and|was|had|saw|at|which|by)\b)"
)
_STRETCH = re.compile(
    r"\b(?:in|during|over|on|by) (?:the|its|their) (?:very )?(?:first|last|opening|closing|final|second|third"
    r"|fourth|early|late|initial|remaining|other)"
    r"(?: (?:few|couple of|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))?"
    r" (?:nights?|days?|weekends?|weeks?|fortnights?|months?|quarters?|years?|half|halves)\b"
    r"(?! (?:of|running|in a row)\b)|\bin the (?:first|last|second|third|other)(?=\W*$|,|;)"
)


_UNIT_IS = re.compile(
    r"\b(?:quarter|month|week|half|day|year)\b[^,;.]{0,40}\b(?:was|were|is|came in) the "
    r"(?:first|second|third|fourth|last)\b(?=\W*$|[,;.])"
)


def unread_number(found: Context) -> bool:
    """Whether the claim has a number with a word after it that is neither a figure nor a time of the record."""
    text, start = found.unnamed, found.claim.span.start
    for match in _NUMBER.finditer(text, start, found.claim.span.end):
        beside = _BESIDE.match(text, match.end(), found.claim.span.end)
        if (
            beside
            and not _known(found, match.start())
            and not _NAMED.search(text[max(start, match.start() - 40) : match.start()])
        ):
            return True
    return False


def unread_day(found: Context, sentence: Span) -> bool:
    """Whether the claim's sentence names a day of the month alone, which no time of the record has."""
    text = found.unnamed
    numbered = any(time.id.endswith("+") for time in found.times)  # the number was read as a quarter or a day
    if _UNIT_IS.search(text[sentence.start : sentence.end].lower()) and not numbered:
        return True  # "its best quarter was the third"
    return any(not _known(found, match.start() + 4) for match in _DAY.finditer(text, sentence.start, sentence.end))


def unread_stretch(found: Context) -> bool:
    """Whether the claim is of some part of a time that no time of it gives: "in the first week"."""
    start = found.claim.span.start
    return any(
        not any(t.span.start < start + m.end() and start + m.start() < t.span.end for t in found.times)
        for m in _STRETCH.finditer(found.raw)
    )


def _known(found: Context, at: int) -> bool:
    spans = [q.span for q in found.record.quantities]
    spans += [t.span for t in (*found.record.times, *found.times)]
    return any(span.start <= at < span.end for span in spans)
