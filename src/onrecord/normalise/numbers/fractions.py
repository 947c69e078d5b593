"""Fractions in words: "half", "a third of", "two-thirds", "three quarters"."""

from __future__ import annotations

from onrecord.normalise.numbers.number import Number
from onrecord.normalise.numbers.scales import scaled
from onrecord.normalise.numbers.tokens import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.numbers.words import DENOMINATORS, SCALES, SMALL

__all__ = ["fraction", "half"]

_WORDS = wordlists(__package__, "read")

_HALVED = _WORDS["halved"]

_AFTER_HALF = _WORDS["after_half"]

_BEFORE_HALF = _WORDS["before_half"]

_FRACTION_AFTER = _WORDS["fraction_after"]


def half(tokens: Tokens, i: int) -> Number | None:
    after = tokens.word(i + 1)
    if tokens.word(i - 1) in ("first", "second", "-", "other", "back", "better", "time"):
        return None
    if after == "-":
        known = tokens.gap(i + 1) == 0 and tokens.word(i + 2) in _HALVED
        return scaled(tokens, Number(i, i + 1, 0.5, "fraction", 0.5)) if known else None
    if after in ("a", "an") and tokens.word(i + 2) in SCALES:
        return scaled(tokens, Number(i, i + 2, 0.5, "fraction", 0.5))
    before = tokens.word(i - 1) if tokens.word(i - 1) != "a" else tokens.word(i - 2)
    if after in _AFTER_HALF or after in SCALES or before in _BEFORE_HALF:
        return scaled(tokens, Number(i, i + 1, 0.5, "fraction", 0.5))
    return None


def fraction(tokens: Tokens, i: int) -> Number | None:
    """ "a third of", "two-thirds", "three quarters", "one in a half" is none."""
    above = 1 if tokens.low[i] == "a" else SMALL.get(tokens.low[i], 0)
    last = i + 1
    if tokens.word(last) == "-" and tokens.gap(last) == 0:
        last += 1
    word = tokens.word(last)
    below = DENOMINATORS.get(word)
    if not (above and below) or (word[-1] == "s") != (above > 1):
        return None
    joined, of = last > i + 1, tokens.word(last + 1) in _FRACTION_AFTER
    scale = tokens.word(last + 1) in SCALES
    bounded = tokens.word(i - 1) in _BEFORE_HALF
    if above >= below and word != "halves":
        return None
    plain = ((above > 1 or tokens.low[i] == "one") and below != 4) or (above == 3 and below == 4)
    if not (joined or of or scale or bounded or plain):
        return None
    if tokens.low[i] == "a" and not (of or scale or bounded):
        return None
    last += 1
    if tokens.word(last) == "of" and tokens.word(last + 1) == "a" and tokens.word(last + 2) in SCALES:
        last += 2
    value = above / below
    return scaled(tokens, Number(i, last, value, "fraction", value))
