"""Numbers that name rather than count: telephones, places on a map, editions, codes, names with a measure in them."""

from __future__ import annotations

from onrecord.normalise.numbers import Number, Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.nouns import counted

__all__ = ["coordinate", "edition", "identifier", "place", "telephones"]

_WORDS = wordlists(__package__, "codes")
_NUMBERED_TO_THE_POINT = _WORDS["numbered_to_the_point"]
_IDENTIFIERS = _WORDS["identifiers"]
_IN_NAMES = _WORDS["in_names"]
_TELEPHONE = _WORDS["telephone"]
_AFTER_TELEPHONE = frozenset((":", ".", "at", "on", "us", "number", "is"))
_PRIMES = frozenset("'’′\"”″")
_COMPASS = (["N"], ["S"], ["E"], ["W"])
_BETWEEN_GROUPS = frozenset("-–.()‑")
_DIGITS = range(7, 16)
"""How many digits a telephone number has: at most 15 with the country's (ITU-T E.164)."""


def coordinate(tokens: Tokens, number: Number) -> bool:
    """Degrees of a place on a map: "31°30′N", "31.5° N", or the minutes and seconds after them."""
    i = number.last
    degrees = tokens.word(i) == "°" and (
        (tokens.digits(i + 1) and tokens.word(i + 2) in _PRIMES) or tokens.words[i + 1 : i + 2] in _COMPASS
    )
    return degrees or (tokens.word(i) in _PRIMES and tokens.word(number.first - 1) in ("°", *_PRIMES))


def place(tokens: Tokens, number: Number) -> bool:
    """A name with a measure in it: "Three Mile Bay"; a headline has the plural, "Three Miles From Port"."""
    words = tokens.words[number.first : number.last + 2]
    if len(words) < 3 or number.value == 1.0 or not all(word[0].isupper() for word in words):
        return False
    return tokens.low[number.last] in _IN_NAMES


def edition(tokens: Tokens, first: int) -> bool:
    """Whether the decimal at token ``first`` numbers an edition or a part: "version 2.0", "section 3.2"."""
    before = tokens.words[first - 1] if first else ""
    mixed = not before.isupper() and not before[1:].islower() and before.isalpha() and len(before) > 1  # "wOS 17.2"
    named = mixed and counted(tokens, first + 1) is None
    return tokens.gap(first) == 1 and (named or before.lower() in _NUMBERED_TO_THE_POINT)


def identifier(tokens: Tokens, first: int) -> bool:
    """Whether the number at token ``first`` is what a code or the like is: "the postcode is 90210"."""
    i = first - 1
    i -= tokens.word(i) in ("is", "was", ":")
    return tokens.word(i) in _IDENTIFIERS


def telephones(tokens: Tokens) -> set[int]:
    """The tokens of telephone numbers in groups: "+44 20 7946 0958", "(555) 010-0142", "call 555 0142"."""
    found: set[int] = set()
    end = 0
    for i, low in enumerate(tokens.low):
        if i >= end and (low[0] in "+(0" or low in _TELEPHONE):
            first = _opens(tokens, i)
            if first is not None:
                end = _telephone(tokens, first)
                found.update(range(first, end))
    return found


def _opens(tokens: Tokens, i: int) -> int | None:
    """The token at which a telephone number may begin, at or after the sign or word at token ``i``."""
    low = tokens.low[i]
    if low in ("+", "("):
        return i if tokens.digits(i + 1) and tokens.gap(i + 1) == 0 else None
    if low[0] == "0":
        return None if tokens.digits(i - 1) and tokens.gap(i) == 1 else i  # not of "40 000"
    i += 1 + (tokens.word(i + 1) in _AFTER_TELEPHONE)
    return i if tokens.digits(i) else None


def _telephone(tokens: Tokens, first: int) -> int:
    """The token after the telephone number at token ``first``; ``first`` where there is none."""
    groups: list[str] = []
    i, last = first + (tokens.words[first] in "+("), first
    while i < len(tokens) and tokens.gap(i) <= 1:
        if tokens.digits(i) and tokens.words[i].isdecimal():
            groups.append(tokens.words[i])
            last = i + 1
        elif tokens.words[i] not in _BETWEEN_GROUPS:
            break
        if sum(map(len, groups)) >= _DIGITS.stop:
            return first
        i += 1
    if len(groups) < 2 or sum(map(len, groups)) not in _DIGITS:
        return first
    in_threes = all(len(group) == 3 for group in groups[1:]) and tokens.words[first] == "+"
    area = tokens.words[first] != "(" or (tokens.word(first + 2) == ")" and len(groups[0]) in (2, 3, 4))
    return last if area and not in_threes else first
