"""Numbers in digits: signs, groups, powers of ten, fractions with a slash."""

from __future__ import annotations

import re
import unicodedata

from onrecord.normalise.numbers.digits import Style, digits_value
from onrecord.normalise.numbers.number import Number
from onrecord.normalise.numbers.scales import scaled
from onrecord.normalise.numbers.tokens import Tokens
from onrecord.normalise.numbers.words import VULGAR

__all__ = ["from_digits"]

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")

_GROUP = re.compile(r"\d{3}(?:\.\d+)?")

_DENOMINATORS = {str(n) for n in (2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000)}


def from_digits(tokens: Tokens, i: int, style: Style) -> Number | None:
    value = digits_value(tokens.words[i], style)
    if value is None:
        return None
    last, plain = i + 1, tokens.words[i].isdecimal()
    first = i
    if tokens.word(i - 1) == "." and tokens.gap(i) == 0 and tokens.gap(i - 1) > 0 and plain:
        value, first, plain = float("0." + "".join(tokens.words[i])), i - 1, False  # ".001"
    power = _power(tokens, last)
    if power:
        last, factor = power
        value, plain = value * factor, False
        if not value < float("inf"):
            return None
    if plain and tokens.words[i][0] != "0":
        value, last = _spaced(tokens, i, value)
        plain = last == i + 1
    if plain:
        fraction = _digit_fraction(tokens, first, last, value)
        if fraction:
            return fraction
    first, value = _sign(tokens, first, value)
    return scaled(tokens, Number(first, last, value, "digits", value, 1.0, plain and first == i))


def _power(tokens: Tokens, i: int) -> tuple[int, float] | None:
    """A power of ten from token ``i``: "e6", "e-3", "× 10^6", "x10⁶"; the token after it and the factor."""
    low = tokens.word(i)
    if low == "e" and tokens.gap(i) == 0:
        j = i + 1 + (tokens.word(i + 1) in ("+", "-", "−"))
        if not (tokens.digits(j) and tokens.words[j].isdecimal()) or tokens.gap(i + 1) or tokens.gap(j):
            return None
        return j + 1, _ten_to(tokens.words[j], negative=tokens.word(j - 1) in ("-", "−"))
    if low not in ("x", "×", "⋅", "*") or tokens.word(i + 1) != "10":
        return None
    raised = tokens.word(i + 2).translate(_SUPERSCRIPTS)
    if tokens.gap(i + 2) == 0 and tokens.word(i + 2) in ("⁻", "⁺") and tokens.word(i + 3):
        exponent = tokens.word(i + 3).translate(_SUPERSCRIPTS)
        return (i + 4, _ten_to(exponent, negative=raised == "-")) if exponent.isdecimal() else None
    if tokens.gap(i + 2) == 0 and raised.isdecimal() and not tokens.digits(i + 2):
        return i + 3, _ten_to(raised, negative=False)
    if raised == "^":
        j = i + 3 + (tokens.word(i + 3) in ("+", "-", "−"))
        if tokens.digits(j) and tokens.words[j].isdecimal():
            return j + 1, _ten_to(tokens.words[j], negative=tokens.word(j - 1) in ("-", "−"))
    return None


def _ten_to(exponent: str, *, negative: bool) -> float:
    return float(f"1e{'-' if negative else ''}{int(exponent) if len(exponent) < 6 else 99999}")


def _spaced(tokens: Tokens, i: int, value: float) -> tuple[float, int]:
    """Groups of three set apart by one blank: "1 209 000"."""
    last, text = i + 1, tokens.text
    if len(tokens.words[i]) > 3:
        return value, last
    blank = text[tokens.ends[i] : tokens.ends[i] + 1]
    while (
        tokens.digits(last)
        and _GROUP.fullmatch(tokens.words[last])
        and tokens.gap(last) == 1
        and text[tokens.ends[last - 1]] == blank
    ):
        value, last = value * 1000 + float(tokens.words[last]), last + 1
        if len(tokens.words[last - 1]) > 3:
            break
    return value, last


def _digit_fraction(tokens: Tokens, first: int, last: int, whole: float) -> Number | None:
    """ "1/2", "10 1/2", "1½", "2 ½"."""
    if len(tokens.word(last)) == 1 and tokens.word(last) in VULGAR and tokens.gap(last) <= 1:
        value = whole + unicodedata.numeric(tokens.words[last])
        return scaled(tokens, Number(first, last + 1, value, "fraction", value))
    part = _slashed(tokens, last) if tokens.gap(last) == 1 else None
    if part:
        return scaled(tokens, Number(first, last + 3, whole + part, "fraction", whole + part))
    part = _slashed(tokens, first)
    return scaled(tokens, Number(first, first + 3, part, "fraction", part)) if part else None


def _slashed(tokens: Tokens, i: int) -> float | None:
    """The value of "1/4" at token ``i``: a proper fraction of small numbers that is no date."""
    if not (tokens.digits(i) and tokens.word(i + 1) in ("/", "⁄", "∕") and tokens.digits(i + 2)):
        return None
    if tokens.gap(i + 1) or tokens.gap(i + 2) or (tokens.word(i + 3) in ("/", "⁄") and not tokens.gap(i + 3)):
        return None
    if (tokens.word(i - 1) in ("/", "-", "=") and not tokens.gap(i)) or len(tokens.words[i]) > 3:
        return None
    above, below = tokens.words[i], tokens.words[i + 2]
    if not (above.isdecimal() and below.isdecimal()) or above[0] == "0" or below not in _DENOMINATORS:
        return None
    return int(above) / int(below) if int(above) < int(below) else None


def _sign(tokens: Tokens, first: int, value: float) -> tuple[int, float]:
    before = tokens.word(first - 1)
    if before in ("-", "−", "–", "+") and tokens.gap(first) == 0 and tokens.gap(first - 1) > 0:
        if before == "–" and tokens.digits(first - 2):
            return first, value
        return first - 1, value if before == "+" else -value
    if before in ("-", "−", "+") and tokens.gap(first) == 0 and tokens.word(first - 2) in ("<", ">", "=", "("):
        return first - 1, value if before == "+" else -value
    if before in ("minus", "negative") and tokens.word(first - 2) != "or":  # "plus or minus 3" is a margin
        return first - 1, -value
    return first, value
