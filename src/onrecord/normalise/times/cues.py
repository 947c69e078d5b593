"""Words before a time that say which way it is counted: what a superlative covers, what is wanted by a day."""

from __future__ import annotations

import re

__all__ = ["WANTED", "deadline", "looks_back", "opens_past"]

# Present forms only: what somebody wanted or demanded may be over.
WANTED = re.compile(
    r"(?<!['’]s )(?<!\bits )(?<!\btheir )(?<!\bthe )"
    r"\b(?:wants?|calls?(?: on| for)|demands?|hopes?|plans?|expects?|intends?|seeks?|urges?)\b"
)

_BY = re.compile(r"\b(?:by|before)\s{1,9}$", re.I)
_CLOSE = re.compile(r"(?:the )?(?:end|close) of\b", re.I)

# Ordinals and superlatives; words in -est that compare nothing.
_TOP = re.compile(
    r"(?<!\bat )(?<!\bto )(?<!\bwill )\b(?:first|(?:the|its|their|his|her|our) only"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|best|worst|most|least|record)(?! of\b)"
    r"|(?!(?:arr|cont|for|gu|harv|hon|inter|inv|lat|manif|mod|prot|qu|requ|sugg)est\b)[a-z]{3,12}est)\b",
    re.I,
)
_PAST_TOP = re.compile(r"\bfor the (?:first|second|third|only) time\b", re.I)
_NEVER = re.compile(r"\b(?:(?:has|have|had)(?:n['’]t| not| never| no)|without|never)\b(?! to\b)", re.I)
# A verb or a new clause between the superlative and the stretch: "the first phase is to open in two years".
_CLAUSE = re.compile(r"\b(?:will|would|is|are|be|can|could|may|must|should|and|but|when|who|which|that)\b|[,;:]", re.I)
_OPENS = re.compile(r"\A[\"“‘'(\s]{0,9}(?:(?:the|its|their|his|her|our|a)\s{1,9})?(?:[\w’'-]{1,30}\s{1,9})?$", re.I)
_GOES_ON = re.compile(r"\s{1,9}(?!(?:at|from|in|on|to|with|for|when|if|and|but|as|after)\b)[a-z]")
_WORDS = 8


def deadline(before: str, time: str) -> bool:
    """Whether ``time`` is the end of a period by which something is to be: "before the end of June"."""
    return _BY.search(before) is not None and _CLOSE.match(time) is not None


_ONLY_BY = re.compile(r"\A[\"“‘'(\s]{0,9}(?:by|before)\s{1,9}$", re.I)
# The first finite verb that is sure of its tense; those in -ed may be participles, those of a relative clause or
# after a comma another's.
_FINITE = re.compile(
    r"(?<!who )(?<!which )(?<!that )\b(?:(?P<past>had|was|were|did|fell|rose|grew|came|went|took|began|stood|became)"
    r"|will|shall|would|must|should|can|could|may|might|need|needs|has|have|is|are|be|to)\b"
)


def opens_past(before: str, after: str) -> bool:
    """Whether a sentence that opens with "By the end of June" goes on in the past tense.

    ``before`` and ``after`` are the rest of the sentence.
    """
    verb = _FINITE.search(after) if _ONLY_BY.match(before) else None
    return verb is not None and verb["past"] is not None


def looks_back(before: str, after: str) -> bool:
    """Whether "in six years" is the stretch that ends now: "its first rise in six years".

    ``before`` and ``after`` are the rest of the sentence. A superlative that opens the sentence may be the
    subject of a verb ("The first ferry leaves in two weeks"), so there the sentence has to go on after the
    stretch.
    """
    if any(_near(match, before) for pattern in (_PAST_TOP, _NEVER) for match in pattern.finditer(before)):
        return True
    tops = [match for match in _TOP.finditer(before) if _near(match, before)]
    return bool(tops) and (not _OPENS.match(before[: tops[-1].start()]) or _GOES_ON.match(after) is not None)


def _near(match: re.Match[str], before: str) -> bool:
    between = before[match.end() :]
    return len(between.split()) <= _WORDS and not _CLAUSE.search(between)
