"""Rises and falls: "rose by", "down 0.1 per cent", "an increase of", "+0.2%"."""

from __future__ import annotations

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.record import Trend

__all__ = ["change_before", "trend_of"]


_WORDS = wordlists(__package__, "trends")
_UP = _WORDS["up"]
_DOWN = _WORDS["down"]
_RAISE = _WORDS["raise"]
"""To raise three million is no rise; to raise a rate by or to three per cent is."""
_NOUN_UP = _WORDS["noun_up"]
_NOUN_DOWN = _WORDS["noun_down"]
_PHRASAL = _WORDS["phrasal"]
"""Verbs after which "up" and "down" belong to the verb: "makes up a third"."""
_FILLERS = _WORDS["fillers"]
_STEPS = _WORDS["steps"]
_AFTER_UP = _WORDS["after_up"]
_AFTER_DOWN = _WORDS["after_down"]
_BETWEEN = _WORDS["between"]
"""Adjectives between a figure and the noun of its rise: "a 4% annual rise"."""


_STATES = frozenset(("is", "are", "was", "were", "be", "been", "being", "stood"))
_MOVES = _STATES | {
    "come",
    "comes",
    "came",
    "coming",
    "go",
    "goes",
    "going",
    "gone",
    "went",
    "moved",
    "crept",
    "ticked",
}
"""Verbs after which "up" and "down" say which way a figure went, whatever follows."""


def change_before(tokens: Tokens, i: int) -> Trend | None:
    """The direction of the verb of change that ends right before token ``i``, adverbs and particles aside."""
    j = i - 1
    for _ in range(4):
        low = tokens.word(j)
        if low in ("up", "down"):
            if tokens.word(j - 1) in _PHRASAL:
                return None
            return "up" if low == "up" else "down"
        if low in _UP or low in _DOWN:
            ambiguous = low in ("edge", "edged", "inch", "inched") and tokens.word(j + 1) in ("down", "lower")
            return "down" if low in _DOWN or ambiguous else "up"
        if low in ("higher", "lower"):
            return "up" if low == "higher" else "down"
        if not (low in _STEPS or low.endswith("ly")):
            return None
        j -= 1
    return None


def trend_of(tokens: Tokens, first: int, last: int, *, amount: bool, rate: bool) -> Trend | None:
    """The trend of a quantity in tokens ``[first, last)``.

    ``amount`` says that it has a unit or is large, ``rate`` that it is in per cent.
    """
    before = tokens.word(first - 1)
    if before in _FILLERS:
        first, before = first - 1, tokens.word(first - 2)
    if before in ("up", "down") and not amount and tokens.word(first - 2) not in _STATES:
        return None  # "gave up 517 yards"
    if before == "from":
        return None
    if before == "to" and tokens.word(first - 2) in ("%", "percent", "cent", "points"):
        return None
    found = change_before(tokens, first)
    if found:
        return found
    if before in ("by", "to") and (before == "by" or tokens.word(first - 2) not in ("up", "down")):
        return _clause_verb(tokens, first - 1)
    if before == "to" and tokens.word(first - 2) in ("up", "down") and tokens.word(first - 3) not in _PHRASAL:
        return "up" if tokens.word(first - 2) == "up" else "down"  # "went up to 40%"
    if before == "at" and rate and (_clause_verb(tokens, first - 1, 2)):
        return _clause_verb(tokens, first - 1, 2)  # "grew at 4%"
    if before == "of" and tokens.word(first - 2) in ("average", "rate", "pace"):
        return _at_rate(tokens, first - 3)
    if before == "of":
        first = _past_place(tokens, first)
        before = tokens.word(first - 1)
    if before in ("of", "in") and tokens.word(first - 2) in _NOUN_UP:
        return "up"
    if before in ("of", "in") and tokens.word(first - 2) in _NOUN_DOWN:
        return "down"
    after = tokens.word(last + (amount and tokens.word(last) in _BETWEEN))
    if after in _AFTER_UP or (amount and after in _NOUN_UP):
        return "up"
    if after in _AFTER_DOWN or (amount and after in _NOUN_DOWN):
        return "down"
    return None


def _at_rate(tokens: Tokens, i: int) -> Trend | None:
    """The verb before "at an average annual rate of" or "by an average of"; token ``i`` is before "rate"."""
    for j in range(i, max(-1, i - 4), -1):
        if tokens.low[j] in ("at", "by"):
            return _clause_verb(tokens, j, 2)
        if not tokens.low[j].isalpha():
            return None
    return None


def _past_place(tokens: Tokens, first: int) -> int:
    """The "in" of "a rise in exports of 4%", as if the amount stood there; else ``first``."""
    for j in range(first - 2, max(0, first - 7), -1):
        if not tokens.word(j).isalpha() or tokens.low[j] == "of":
            return first
        if tokens.low[j] == "in" and tokens.word(j - 1) in _NOUN_UP | _NOUN_DOWN:
            return j + 1
    return first


def _clause_verb(tokens: Tokens, i: int, reach: int = 9) -> Trend | None:
    """The verb of change within the clause before "by": "hiked its key rate by"."""
    if tokens.word(i - 1) in ("up", "down") and tokens.word(i - 2) in _MOVES:
        return "up" if tokens.word(i - 1) == "up" else "down"
    for j in range(i - 1, max(-1, i - reach), -1):
        low = tokens.low[j]
        if low in (",", ".", ";", "and", "but"):
            return None
        if low in _UP or low in _RAISE:
            return "up"
        if low in _DOWN:
            return "down"
    return None
