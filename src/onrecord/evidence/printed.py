"""What a printed figure stands for: the set of values that would be printed so.

A number shown to some last place stands for everything within half a unit of that place, as R's *statcheck* reads
reported statistics (Nuijten et al. 2016, https://doi.org/10.3758/s13428-015-0664-2). Zeros before the point are
ambiguous: a figure that keeps two places ("1,200") is read as rounded to the last that is not zero, one that keeps one
("1,000") as rounded to the second and, more widely, to the first. A bound ("at most 1,200") is read both as it stands
and as rounded. Words that blur a
figure move its ends by the factors below: they are one declared rule, the same for every speaker.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import floor, log10

from onrecord.normalise.numbers import Number, Tokens, read_numbers, style_of, tokenise
from onrecord.record import Interval, Quantity

__all__ = ["ABOUT", "MULTIPLE", "NEAR", "ROUGH", "ROUND", "UNREAD", "counted", "printed"]

ABOUT = 0.1  # "about 100" is 90 to 110, "nearly 100" is 90 up to but not 100
NEAR = 0.03  # "about 35,100" is within 3 % of it: who prints three places before blurring them means them
ROUND = 0.1  # no more than a tenth is taken for rounding where only zeros say so
UNREAD = 0.02  # the width allowed where the last printed place cannot be told
ROUGH = 0.1  # "a third" is within a tenth of a third: half-way to the neighbours that are said as easily
MULTIPLE = (0.05, 0.15)  # "doubled", "twice": closely, or as people also say it

_LONGEST = 40  # digits of a number that anybody would print
_BELOW = re.compile(r"\b(?:nearly|almost|close to|just under|just below|approaching|shy of)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_FRACTION = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b", re.IGNORECASE
)
_NEAR = r"(?:just|slightly|a little|marginally|a fraction|narrowly|a touch|a shade|a whisker|fractionally)"
_JUST = re.compile(rf"\b{_NEAR}\s+$", re.IGNORECASE)
_JUST_SAID = re.compile(rf"\W{{0,4}}(?:stayed |remained |was |were )?{_NEAR}\b", re.IGNORECASE)
_EXACT = re.compile(r"\b(?:exactly|precisely)\b", re.IGNORECASE)


def printed(text: str, quantity: Quantity, before: str = "") -> tuple[Interval, ...]:
    """The sets that ``quantity``, written as ``text``, may stand for, each within the next.

    ``before`` is what stands before it, where "just over" has its first word. One where the figure has one reading; two
    where its last zeros may be rounded. Values are in the quantity's own unit. Empty for a figure without any bound.
    """
    lower, upper = quantity.lower, quantity.upper
    if lower is None and upper is None:
        return ()
    tokens = tokenise(text)
    found = read_numbers(tokens, style_of(tokens))
    steps = [_steps(tokens, found, end) for end in (lower, upper) if end is not None]
    number = next((n for n in found if n.form in ("fraction", "ratio", "multiple")), None)
    if lower is not None and lower == upper:
        return _point(before + text, quantity, lower, number, steps[0])
    fine, coarse = (max(step[place] for step in steps) for place in (0, 1))
    stated = Interval(lower, upper, quantity.lower_open, quantity.upper_open)
    if (_JUST.search(before) or _JUST_SAID.match(text)) and (lower is None) != (upper is None):
        end = lower if lower is not None else upper or 0.0
        near = Interval(end - ABOUT * abs(end), end) if lower is None else Interval(end, end + ABOUT * abs(end))
        stated = replace(near, lower_open=quantity.lower_open, upper_open=quantity.upper_open)
    if lower is not None and upper is not None:
        stated = _widened(stated, fine / 2)
    if quantity.approximate:
        return (_widened(stated, max(coarse / 2, ABOUT * max(abs(lower or 0.0), abs(upper or 0.0)))),)
    return (stated,) if coarse <= fine or _EXACT.search(before + text) else (stated, _widened(stated, coarse / 2))


def counted(text: str, quantity: Quantity) -> bool:
    """Whether ``quantity``, written as ``text``, is a count to the unit ("1,209 boats"; not "1.2 million boats" or "two
    hundred boats"), which may be that very number."""
    if quantity.unit != "1" or quantity.per or quantity.approximate or quantity.lower != quantity.upper:
        return False
    if quantity.lower is None or quantity.unit_name in ("point", "time") or not float(quantity.lower).is_integer():
        return False
    tokens = tokenise(text)
    return _steps(tokens, read_numbers(tokens, style_of(tokens)), quantity.lower)[0] == 1


def _point(
    text: str, quantity: Quantity, value: float, number: Number | None, steps: tuple[float, float]
) -> tuple[Interval, ...]:
    fine, coarse = steps
    part = 0 < abs(value) < 1 and bool(_FRACTION.search(text) or "halv" in text.lower())  # "half" has no last place
    if quantity.approximate and _BELOW.search(text) and quantity.trend == "down" and part and "halv" in text.lower():
        return (Interval(value, value * (1 + 2 * ABOUT), lower_open=True),)  # "almost halved": what is left is more
    if quantity.approximate and _BELOW.search(text):
        reach = _reach(value, fine, coarse, part)
        return (Interval(value - reach, value, upper_open=True),)
    if quantity.approximate:
        reach = _reach(value, fine, coarse, part)
        return (Interval(value - reach, value + reach),)
    if number is not None and number.form == "multiple":
        return tuple(Interval(value * (1 - part), value * (1 + part)) for part in MULTIPLE)
    if (number is not None and number.form in ("fraction", "ratio")) or (number is None and _FRACTION.search(text)):
        return (Interval(value * (1 - ROUGH), value * (1 + ROUGH)),)
    if _EXACT.search(text):
        coarse = fine
    usual = min(coarse, max(fine, _second_place(value)))
    close = Interval(value - usual / 2, value + usual / 2)
    return (close,) if coarse <= usual else (close, Interval(value - coarse / 2, value + coarse / 2))


def _reach(value: float, fine: float, coarse: float, part: bool) -> float:
    """How far a blurred figure reaches: a tenth of it; less where it shows three places, unless these are decimals of
    a small number that are still coarser."""
    if part:
        return ABOUT * abs(value)
    shown = coarse if coarse > fine else fine
    places = floor(log10(abs(value) / shown) + 1e-9) + 1 if value else 1
    return max((NEAR if places > 2 else ABOUT) * abs(value), coarse / 2)


def _second_place(value: float) -> float:
    """The width of the second place of a number: 10 for 300, 100 for 1200."""
    return 10.0 ** (floor(log10(abs(value))) - 1) if value else 0.0


def _widened(interval: Interval, by: float) -> Interval:
    lower = None if interval.lower is None else interval.lower - by
    upper = None if interval.upper is None else interval.upper + by
    return replace(interval, lower=lower, upper=upper)


def _steps(tokens: Tokens, found: list[Number], value: float) -> tuple[float, float]:
    """The widths of the places that the figure may be shown to, the narrower first: (0.1, 0.1) for 4.2, (1, 100) for
    1200, (100_000, 100_000) for 1.2 million."""
    number = min(found, key=lambda n: abs(abs(n.value) - abs(value)), default=None)
    if not value or number is None or number.mantissa == 0:
        return (_nought(tokens),) * 2 if not value else (UNREAD * abs(value), UNREAD * abs(value))
    if not _same(abs(number.value), abs(value)):  # two units of one measure, or a scale that stands elsewhere
        return UNREAD * abs(value), UNREAD * abs(value)
    mantissa = abs(number.mantissa)
    digits = "".join(_DIGITS.findall(" ".join(tokens.words[number.first : number.last])))
    decimals = (
        next((d for d in range(len(digits)) if _same(int(digits), mantissa * 10**d)), 0)
        if 0 < len(digits) <= _LONGEST
        else 0
    )
    fine = abs(number.scale) * 10.0**-decimals
    limit = 2 * ROUND * abs(value)
    whole = round(mantissa)
    if not digits and not _same(whole, mantissa):  # "four thousand and seventeen": in words, to the last
        return _in_words(value), _in_words(value)
    if decimals or not _same(whole, mantissa):
        return fine, fine
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    if zeros:
        return fine, max(fine, min(fine * 10.0**zeros, limit))
    return min(fine, limit) if number.scale != 1 else fine, fine


def _in_words(value: float) -> float:
    """The width of the last place of a whole number in words that is no round one: 1 for 4317, 10 for 4310."""
    whole = str(round(abs(value)))
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) if _same(round(value), value) else UNREAD * abs(value)


def _nought(tokens: Tokens) -> float:
    """The width of the last place of a printed nought: 0.1 for 0.0."""
    written = next((word for word in tokens.words if word[0].isdecimal()), "0")
    return 10.0 ** -(len(written) - 2) if len(written) > 2 and written[1] in ".," else 1.0


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1.0)
