"""Scales after a number: "2.3 million", "1.5bn", "5k", "35m of"."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from onrecord.normalise.numbers.number import Number
from onrecord.normalise.numbers.tokens import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.numbers.words import LETTER_SCALES, SCALES

__all__ = ["scaled"]

_LENGTH_AFTER = wordlists(__package__, "read")["length_after"]
_PICTURES = wordlists(__package__, "read")["pictures"]
_CURRENCY_LETTERS = {"usd", "eur", "gbp", "rm", "inr", "aud", "cad", "hk", "us", "rs"}


def scaled(tokens: Tokens, number: Number) -> Number:
    """``number`` with the scale words after it: "2.3 million", "1.5bn", "5k", "35m of"."""
    last, scale = number.last, 1.0
    while True:
        low = tokens.word(last)
        hyphen = low == "-" and tokens.gap(last) == 0 and tokens.gap(last + 1) == 0
        low = tokens.word(last + 1) if hyphen and tokens.word(last + 1) in SCALES else low
        if low in SCALES and tokens.gap(last) <= 1 and scale * SCALES[low] < 1e30:
            scale *= SCALES[low]
            last += 2 if hyphen else 1
            continue
        break
    if scale == 1.0 and tokens.word(last) in LETTER_SCALES and _is_scale(tokens, number, last):
        scale, last = LETTER_SCALES[tokens.low[last]], last + 1
    if scale == 1.0:
        return number
    scaled = replace(number, last=last, value=number.mantissa * scale, scale=scale, plain=False)
    return _after_scale(tokens, scaled)


def _after_scale(tokens: Tokens, number: Number) -> Number:
    """What goes on after a scale: "2 million 300 thousand", "3 hundred and 21", "3 million and a half"."""
    i = number.last
    if tokens.word(i) == "and" and tokens.word(i + 1) == "a" and tokens.word(i + 2) == "half":
        return replace(number, last=i + 3, value=number.value + 0.5 * number.scale)
    if number.scale == 100.0 and tokens.word(i) == "and" and tokens.digits(i + 1) and tokens.words[i + 1].isdecimal():
        more = float(tokens.words[i + 1])
        return replace(number, last=i + 2, value=number.value + more) if more < 100 else number
    if number.scale >= 1e6 and tokens.digits(i) and tokens.words[i].isdecimal() and tokens.word(i + 1) in SCALES:
        more = float(tokens.words[i]) * SCALES[tokens.word(i + 1)]
        return replace(number, last=i + 2, value=number.value + more) if more < number.scale else number
    return number


def _is_scale(tokens: Tokens, number: Number, i: int) -> bool:
    """Whether the letter at ``i``, written on to the number, multiplies: "$35m", "5k", "4.3M sales"."""
    letter, after = tokens.words[i], tokens.word(i + 1)
    before = tokens.word(number.first - 1)
    if before in ("-", "–", "—", "to") and tokens.digits(number.first - 2):
        before = tokens.word(number.first - 3)  # "€2.5–3.5m"
    money = bool(before) and (unicodedata.category(before[-1]) == "Sc" or before in _CURRENCY_LETTERS)
    if tokens.gap(i):
        return money and letter in ("m", "b", "M", "B") and tokens.gap(i) == 1  # "€3 m"
    if money or letter in ("k", "b"):
        return letter != "b" or money or (number.value < 1000 and not tokens.digits(i + 1))
    if letter == "K":
        return tokens.gap(i + 1) > 0 and after not in _PICTURES  # "4K screens"
    if letter in ("t", "mm", "T", "MM"):
        return False
    if letter == "M":
        return not tokens.digits(i + 1)
    if after == "in":
        return tokens.word(i + 2).isalpha() and tokens.word(i + 2) not in _LENGTH_AFTER
    return (
        after == "of"
        or (after.isalpha() and len(after) > 2 and after.endswith("s") and after not in _LENGTH_AFTER)
        or after in ("people", "euros", "tonnes", "men", "women", "children", "new", "more")
    )
