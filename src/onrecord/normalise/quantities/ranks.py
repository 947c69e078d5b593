"""Ranges of ranks: "between the 5th and the 10th place", "higher than the tenth but lower than the fifteenth".

An ordinal alone is no quantity. Two that bound a rank say between which places something stands.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from onrecord.normalise.numbers import Number, Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.numbers.words import ORDINALS
from onrecord.normalise.quantities.draft import Draft
from onrecord.normalise.quantities.nouns import singular

__all__ = ["ranks"]

_WORDS = wordlists(__package__, "ranks")
_NOUNS = _WORDS["nouns"]
_VERBS = _WORDS["verbs"]
_BETTER = _WORDS["better"]
_WORSE = _WORDS["worse"]
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_SIGNS = _ENDINGS | ORDINALS.keys()
_DASHES = frozenset("-–—")


class _Ordinal(NamedTuple):
    first: int
    last: int
    value: float


def ranks(tokens: Tokens) -> list[Draft]:
    """The ranges of ranks, in order."""
    ordinals = [found for i, low in enumerate(tokens.low) if low in _SIGNS and (found := _ordinal(tokens, i))]
    drafts = (_range(tokens, a, b) for a, b in pairwise(ordinals))
    return [draft for draft in drafts if draft]


def _ordinal(tokens: Tokens, i: int) -> _Ordinal | None:
    """The ordinal that ends in token ``i``: "tenth", "10th", "twenty-first"."""
    value = ORDINALS.get(tokens.low[i])
    if value is None:
        suffixed = tokens.digits(i - 1) and tokens.gap(i) == 0 and len(tokens.words[i - 1]) < 6
        return (
            _Ordinal(i - 1, i + 1, float(tokens.words[i - 1])) if suffixed and tokens.words[i - 1].isdecimal() else None
        )
    tens = ORDINALS.get(f"{tokens.word(i - 2)[:-1]}ieth") if tokens.word(i - 1) == "-" and value < 10 else None
    return _Ordinal(i - 2, i + 1, tens + value) if tens else _Ordinal(i, i + 1, value)


def _range(tokens: Tokens, a: _Ordinal, b: _Ordinal) -> Draft | None:
    link = [low for low in tokens.low[a.last : b.first] if low != "the" and low not in _NOUNS]
    start = a.first - (tokens.word(a.first - 1) == "the")
    opener, noun = tokens.word(start - 1), tokens.word(b.last)
    ranked = noun in _NOUNS or tokens.word(a.last) in _NOUNS or _verb_before(tokens, start)
    if not ranked or not a.value < b.value or b.first - a.last > 6:
        return None
    strict = False
    if (opener, link) == ("between", ["and"]):
        start -= 1
    elif len(link) in (2, 3) and link[0] in ("but", "and") and link[1] in _BETTER | _WORSE:
        strict = True
        start -= 1 + (opener == "than")
        if (tokens.word(start) in _BETTER) == (link[1] in _BETTER) or tokens.word(start) not in _BETTER | _WORSE:
            return None
    elif not (len(link) == 1 and (link[0] == "to" or link[0] in _DASHES) and opener != "from"):
        return None
    name = singular(noun) if noun in _NOUNS else "place"
    number = Number(b.first, b.last, b.value, "words", b.value)
    draft = Draft(number, start, b.last, a.value, b.value, bounded=True, joined="to", unit_name=name)
    draft.lower_open = draft.upper_open = strict
    return draft


def _verb_before(tokens: Tokens, i: int) -> bool:
    return any(tokens.word(j) in _VERBS for j in range(i - 1, i - 5, -1))
