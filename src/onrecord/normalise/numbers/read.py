"""Numbers of a text, in order: the entry to the grammar."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from onrecord.normalise.numbers.cardinals import cardinal, from_words
from onrecord.normalise.numbers.digits import Style
from onrecord.normalise.numbers.figures import from_digits
from onrecord.normalise.numbers.number import Number
from onrecord.normalise.numbers.tokens import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.numbers.words import SMALL, STARTERS, TENS, VULGAR

__all__ = ["read_numbers"]

_NOT_AFTER_RATIO = wordlists(__package__, "read")["time_words"] | {"%", "percent", "per"}
_RATIO_LINKS = frozenset(("in", "out of", "in every", "of every", "out of every", "- in -"))


def read_numbers(tokens: Tokens, style: Style = "point") -> list[Number]:
    """The numbers of ``tokens``, in order, none overlapping; too large for a float: left out."""
    found: list[Number] = []
    i, count = 0, len(tokens)
    while i < count:
        low = tokens.low[i]
        if not (low[0].isdecimal() or low in STARTERS or low[-1] in VULGAR):
            i += 1
            continue
        number = _number(tokens, i, style)
        if number is None:
            i = _skip(tokens, i)
            continue
        found.append(number)
        i = number.last
    return found


def _skip(tokens: Tokens, i: int) -> int:
    """Past what was no number, with all that is written together with it in digits ("1e999")."""
    i += 1
    while i < len(tokens) and tokens.gap(i) == 0 and tokens.low[i] in ("e", "e+") and tokens.digits(i + 1):
        i += 2
    return i


def _number(tokens: Tokens, i: int, style: Style) -> Number | None:
    low = tokens.low[i]
    if low[0].isdecimal():
        number = from_digits(tokens, i, style)
    elif low[-1] in VULGAR:
        number = (
            Number(i, i + 1, unicodedata.numeric(low), "fraction", unicodedata.numeric(low)) if len(low) == 1 else None
        )
    else:
        number = from_words(tokens, i)
    return number and _ratio(tokens, number, style)


def _ratio(tokens: Tokens, number: Number, style: Style) -> Number:
    """ "one in five", "seven out of ten", "1 in 12", "one of every 20"; else ``number`` itself."""
    i = number.last
    if number.form == "digits" and tokens.word(i) == "-" and tokens.word(i + 1) == "fold" and not tokens.gap(i):
        return replace(number, last=i + 2, form="multiple", plain=False)
    if number.scale != 1.0 or number.form not in ("digits", "words") or number.value < 1 or number.value % 1:
        return number
    first = number.first
    if tokens.words[first][0].isupper() and first > 0 and tokens.words[first - 1][0].isupper():
        return number  # the end of a name, "Channel One in three towns"
    below = _whole(tokens, i, style)
    if below is None or not number.value < below.value:
        return number
    year = below.plain and 1000 <= below.value <= 2100 and number.value != 1
    if year or tokens.word(below.last) in _NOT_AFTER_RATIO:
        return number
    return Number(first, below.last, number.value / below.value, "ratio", number.value / below.value)


def _whole(tokens: Tokens, i: int, style: Style) -> Number | None:
    """The number after "in", "out of", "in every" at token ``i``."""
    links = (1, 2, 3) if tokens.word(i) in ("in", "out", "of", "-") else ()
    j = next((i + n for n in links if " ".join(tokens.low[i : i + n]) in _RATIO_LINKS and _opens(tokens, i + n)), i)
    if j == i:
        return None
    below = from_digits(tokens, j, style) if tokens.digits(j) else cardinal(tokens, j)
    return below if below and below.first == j else None


def _opens(tokens: Tokens, i: int) -> bool:
    return tokens.digits(i) or tokens.word(i) in SMALL or tokens.word(i) in TENS
