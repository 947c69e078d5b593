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

_TIME_WORDS = wordlists(__package__, "read")["time_words"]
_TWO = {("out", "of"), ("in", "every"), ("of", "every"), ("in", "a")}


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
            Number(i, i + 1, unicodedata.numeric(low), "fraction", unicodedata.numeric(low))
            if len(low) == 1
            else None
        )
    else:
        number = from_words(tokens, i)
    return number and _ratio(tokens, number, style)


def _ratio(tokens: Tokens, number: Number, style: Style) -> Number:
    """ "one in five", "seven out of ten", "1 in 12", "one of every 20"; else ``number`` itself."""
    i = number.last
    if (
        number.form == "digits"
        and tokens.word(i) == "-"
        and tokens.gap(i) == 0
        and tokens.word(i + 1) == "fold"
    ):
        return replace(number, last=i + 2, form="multiple", plain=False)
    if number.scale != 1.0 or number.form not in ("digits", "words") or number.value < 1:
        return number
    first = number.first
    if tokens.words[first][0].isupper() and first > 0 and tokens.words[first - 1][0].isupper():
        return number  # the end of a name, "Channel One in three towns"
    following = (tokens.word(i), tokens.word(i + 1))
    skip = (
        3
        if following == ("out", "of") and tokens.word(i + 2) == "every"
        else 2
        if following in _TWO
        else 1
        if following[0] == "in"
        else 0
    )
    if not skip:
        return number
    j = i + skip
    below = (
        from_digits(tokens, j, style)
        if tokens.digits(j)
        else cardinal(tokens, j)
        if tokens.word(j) in SMALL or tokens.word(j) in TENS
        else None
    )
    if (
        below is None
        or not number.value < below.value
        or below.first != j
        or number.value != int(number.value)
    ):
        return number
    year = below.plain and 1000 <= below.value <= 2100 and number.value != 1
    if year or tokens.word(below.last) in _TIME_WORDS or tokens.word(below.last) in ("%", "percent", "per"):
        return number
    return Number(number.first, below.last, number.value / below.value, "ratio", number.value / below.value)
