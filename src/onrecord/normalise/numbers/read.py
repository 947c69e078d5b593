"""The grammar of numbers: which tokens make one number, and its value."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.normalise.numbers.digits import Style, digits_value
from onrecord.normalise.numbers.tokens import Tokens
from onrecord.normalise.numbers.words import (
    DENOMINATORS,
    FOLDS,
    LETTER_SCALES,
    MULTIPLES,
    SCALES,
    SMALL,
    STARTERS,
    TENS,
    VAGUE,
    VULGAR,
)

__all__ = ["Form", "Number", "read_numbers"]

Form = Literal["digits", "words", "fraction", "ratio", "vague", "multiple"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number: tokens ``[first, last)``, its value and how it is written.

    ``value`` is ``mantissa * scale``; a vague number ("dozens") gives its lower bound. ``plain`` says that it is a
    bare integer in digits: what a year, a street number or part of a name looks like.
    """

    first: int
    last: int
    value: float
    form: Form
    mantissa: float
    scale: float = 1.0
    plain: bool = False


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
        number = _from_digits(tokens, i, style)
    elif low[-1] in VULGAR:
        number = Number(i, i + 1, unicodedata.numeric(low), "fraction", unicodedata.numeric(low)) if len(low) == 1 else None
    else:
        number = _from_words(tokens, i)
    return number and _ratio(tokens, number, style)


# --- digits


def _from_digits(tokens: Tokens, i: int, style: Style) -> Number | None:
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
    return _scaled(tokens, Number(first, last, value, "digits", value, 1.0, plain and first == i))


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


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


_GROUP = re.compile(r"\d{3}(?:\.\d+)?")


def _digit_fraction(tokens: Tokens, first: int, last: int, whole: float) -> Number | None:
    """ "1/2", "10 1/2", "1½", "2 ½"."""
    if tokens.word(last)[-1:] and tokens.word(last) in VULGAR and tokens.gap(last) <= 1:
        value = whole + unicodedata.numeric(tokens.words[last])
        return _scaled(tokens, Number(first, last + 1, value, "fraction", value))
    part = _slashed(tokens, last) if tokens.gap(last) == 1 else None
    if part:
        return _scaled(tokens, Number(first, last + 3, whole + part, "fraction", whole + part))
    part = _slashed(tokens, first)
    return _scaled(tokens, Number(first, first + 3, part, "fraction", part)) if part else None


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


_DENOMINATORS = {str(n) for n in (2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000)}
_CURRENCY_LETTERS = {"usd", "eur", "gbp", "rm", "inr", "aud", "cad", "hk", "us", "rs"}


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


def _scaled(tokens: Tokens, number: Number) -> Number:
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
    if scale == 1.0 and tokens.gap(last) == 0 and tokens.word(last) in LETTER_SCALES and _is_scale(tokens, number, last):
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


_LENGTH_AFTER = frozenset(
    "high tall long wide deep above below away from sprint race dash freestyle relay hurdles x × by north south east west "
    "square cubic / thick apart ahead behind butterfly backstroke pool final tape cable".split()
)


def _is_scale(tokens: Tokens, number: Number, i: int) -> bool:
    """Whether the letter at ``i``, written on to the number, multiplies: "$35m", "5k", "4.3M sales"."""
    letter, after = tokens.words[i], tokens.word(i + 1)
    before = tokens.word(number.first - 1)
    money = bool(before) and (unicodedata.category(before[-1]) == "Sc" or before in _CURRENCY_LETTERS)
    if money or letter in ("k", "b"):
        return letter != "b" or money or not tokens.digits(i + 1)
    if letter == "K":
        return tokens.gap(i + 1) > 0
    if letter in ("t", "mm", "T", "MM"):
        return False
    if letter == "M":
        return not tokens.digits(i + 1)
    return after == "of" or (
        after.isalpha() and len(after) > 2 and after.endswith("s") and after not in _LENGTH_AFTER
    ) or after in ("people", "euros", "tonnes", "men", "women", "children", "new", "more")


# --- words


def _from_words(tokens: Tokens, i: int) -> Number | None:
    low = tokens.low[i]
    if low in ("minus", "negative"):
        if tokens.word(i - 1) == "or":
            return None
        inner = _cardinal(tokens, i + 1) if tokens.word(i + 1) in SMALL or tokens.word(i + 1) in TENS else None
        return inner and replace(inner, first=i, value=-inner.value, mantissa=-inner.mantissa)
    if low in MULTIPLES:
        return Number(i, i + 1, MULTIPLES[low], "multiple", MULTIPLES[low])
    if low in FOLDS:
        return Number(i, i + 1, FOLDS[low], "multiple", FOLDS[low])
    if low == "half":
        return _half(tokens, i)
    if low in VAGUE:
        return _vague(tokens, i)
    if low in ("a", "an", "several"):
        return _with_article(tokens, i)
    if low == "quarter" and tokens.word(i + 1) in SCALES:
        return _scaled(tokens, Number(i, i + 1, 0.25, "fraction", 0.25))
    if low in ("third", "quarter") or (low == "dozen" and tokens.word(i - 1).endswith("'s")):
        return None
    return _fraction(tokens, i) or _cardinal(tokens, i)


_HALVED = frozenset("hour century mile million billion dozen day decade inch percent point pound".split())
_AFTER_HALF = frozenset(
    "of the a an its their his her our my your all that those these this what percent as per".split()
)
_BEFORE_HALF = frozenset("than nearly almost about over under roughly around by just to only exactly above below".split())


def _half(tokens: Tokens, i: int) -> Number | None:
    after = tokens.word(i + 1)
    if tokens.word(i - 1) in ("first", "second", "-", "other", "back", "better", "time"):
        return None
    if after == "-":
        known = tokens.gap(i + 1) == 0 and tokens.word(i + 2) in _HALVED
        return _scaled(tokens, Number(i, i + 1, 0.5, "fraction", 0.5)) if known else None
    if after in ("a", "an") and tokens.word(i + 2) in SCALES:
        return _scaled(tokens, Number(i, i + 2, 0.5, "fraction", 0.5))
    before = tokens.word(i - 1) if tokens.word(i - 1) != "a" else tokens.word(i - 2)
    if after in _AFTER_HALF or after in SCALES or before in _BEFORE_HALF:
        return _scaled(tokens, Number(i, i + 1, 0.5, "fraction", 0.5))
    return None


def _vague(tokens: Tokens, i: int) -> Number | None:
    """ "dozens", "tens of thousands", "hundreds of millions of"; "the thousands" too."""
    low, last = tokens.low[i], i + 1
    value = VAGUE[low]
    while tokens.word(last) == "of" and tokens.word(last + 1) in VAGUE and VAGUE[tokens.word(last + 1)] >= 1e3:
        value, last = value * VAGUE[tokens.word(last + 1)] / 2, last + 2
    if low in ("tens", "scores") and last == i + 1 and tokens.word(last) != "of":
        return None
    return Number(i, last, value, "vague", value)


def _with_article(tokens: Tokens, i: int) -> Number | None:
    low, after = tokens.low[i], tokens.word(i + 1)
    if low == "several":
        return _scaled(tokens, Number(i, i + 1, 3.0, "vague", 3.0))
    if after == "few" and tokens.word(i + 2) in SCALES:
        return _scaled(tokens, Number(i, i + 2, 3.0, "vague", 3.0))
    if after == "couple" and (tokens.word(i + 2) in SCALES or tokens.word(i + 2) == "of"):
        last = i + 3 if tokens.word(i + 2) == "of" else i + 2
        return _scaled(tokens, Number(i, last, 2.0, "words", 2.0))
    if after == "half":
        return _half(tokens, i + 1) and replace(_half(tokens, i + 1), first=i)  # type: ignore[type-var]
    if after in DENOMINATORS:
        return _fraction(tokens, i)
    return _cardinal(tokens, i) if after in SCALES and low == "a" else None


_FRACTION_AFTER = frozenset("of more less higher lower larger smaller fewer as the".split())


def _fraction(tokens: Tokens, i: int) -> Number | None:
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
    plain = (above > 1 or tokens.low[i] == "one") and below != 4 or above == 3 and below == 4
    if not (joined or of or scale or bounded or plain):
        return None
    if tokens.low[i] == "a" and not (of or scale or bounded):
        return None
    last += 1
    if tokens.word(last) == "of" and tokens.word(last + 1) == "a" and tokens.word(last + 2) in SCALES:
        last += 2
    value = above / below
    return _scaled(tokens, Number(i, last, value, "fraction", value))


def _cardinal(tokens: Tokens, i: int) -> Number | None:
    """Number words: "twenty-eight thousand six hundred and forty-two", "a hundred", "one and a half"."""
    total, current, last_scale, scale = 0.0, None, float("inf"), 1.0
    j, good, kind = i, i, ""
    if tokens.low[i] in ("a", "an"):
        current, j, kind = 1.0, i + 1, "article"
    while j < len(tokens) and (j == i or tokens.gap(j) <= 1):
        low = tokens.low[j]
        if low in SMALL or low in TENS:
            value = float(SMALL.get(low, TENS.get(low, 0)))
            if current is None:
                current = value
            elif (kind == "tens" and 0 < value < 10) or (kind == "hundred" and value < 100):
                current += value
            else:
                break
            kind = "tens" if low in TENS else "small"
        elif low == "hundred" and kind != "hundred" and (current is None or 0 < current < 100):
            current, kind = (current or 1.0) * 100, "hundred"
        elif low in SCALES and low != "hundred":
            value = SCALES[low]
            if current is None and total == 0:
                current = 1.0
            if current is not None and value < last_scale:
                total, last_scale, scale = total + current * value, value, value
            elif current is None and kind == "scale":
                total, scale = total * value, scale * value  # "a thousand billion"
            else:
                break
            current, kind = None, "scale"
        elif low == "and" and _continues(tokens, j + 1, kind, last_scale):
            j += 1
            continue
        elif low == "-" and tokens.gap(j) == 0 and _hyphened(tokens, j + 1, kind):
            j += 1
            continue
        else:
            break
        j += 1
        good = j
    if good == i or total + (current or 0) > 1e30:
        return None
    value = total + (current or 0.0)
    return _after_words(tokens, Number(i, good, value, "words", value / scale, scale))


def _continues(tokens: Tokens, i: int, kind: str, last_scale: float) -> bool:
    """Whether "and" at ``i - 1`` goes on with the same number: "one hundred and six", not "one hundred and six hundred"."""
    low, after = tokens.word(i), tokens.word(i + 1)
    if (low not in SMALL and low not in TENS) or after in DENOMINATORS:
        return False
    if kind == "hundred":
        return after not in SCALES or (SCALES[after] >= 1e3 and last_scale > SCALES[after])
    return kind == "scale" and last_scale >= 1e3 and SCALES.get(after, 1.0) < last_scale


def _hyphened(tokens: Tokens, i: int, kind: str) -> bool:
    if tokens.gap(i):
        return False
    low = tokens.word(i)
    return (kind == "tens" and low in SMALL and 0 < SMALL[low] < 10) or low in SCALES


def _after_words(tokens: Tokens, number: Number) -> Number:
    """Decimals in words and mixed fractions: "five point five", "one and a half", "two and three quarters"."""
    i = number.last
    if tokens.word(i) == "point" and (tokens.word(i + 1) in SMALL or tokens.word(i + 1) in TENS):
        decimals, j = "", i + 1
        while tokens.word(j) in SMALL or tokens.word(j) in TENS or (tokens.word(j) == "-" and tokens.word(j + 1) in SMALL):
            low = tokens.word(j)
            if low in SMALL and decimals.endswith("0") and j > i + 1 and tokens.word(j - 1) in (*TENS, "-"):
                decimals = decimals[:-1]
            decimals += "" if low == "-" else str(SMALL.get(low, TENS.get(low)))
            j += 1
        value = float(f"{number.value:.0f}.{decimals}")
        return _scaled(tokens, replace(number, last=j, value=value, mantissa=value, scale=1.0))
    if tokens.word(i) == "and":
        a = tokens.word(i + 1)
        part = Number(i + 1, i + 3, 0.5, "fraction", 0.5) if a == "a" and tokens.word(i + 2) == "half" else None
        part = part or (_fraction(tokens, i + 1) if a in SMALL else None)
        if part is None and a == "a" and tokens.word(i + 2) in DENOMINATORS:
            part = Number(i + 1, i + 3, 1 / DENOMINATORS[tokens.word(i + 2)], "fraction", 0.0)
        if part and part.scale == 1.0:
            unit = number.scale if number.scale >= 1e3 else 1.0  # "three million and a half"
            value = number.value + part.value * unit
            whole = replace(number, last=part.last, value=value, mantissa=value / number.scale)
            return _scaled(tokens, whole) if number.scale == 1.0 else whole
    if tokens.word(i) == "-" and tokens.gap(i) == 0 and tokens.word(i + 1) == "fold":
        return replace(number, last=i + 2, form="multiple")
    return number


# --- ratios


_TIME_WORDS = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds games matches".split()
)


def _ratio(tokens: Tokens, number: Number, style: Style) -> Number:
    """ "one in five", "seven out of ten", "1 in 12", "one of every 20"; else ``number`` itself."""
    i = number.last
    if number.form == "digits" and tokens.word(i) == "-" and tokens.gap(i) == 0 and tokens.word(i + 1) == "fold":
        return replace(number, last=i + 2, form="multiple", plain=False)
    if number.scale != 1.0 or number.form not in ("digits", "words") or number.value < 1:
        return number
    first = number.first
    if tokens.words[first][0].isupper() and first > 0 and tokens.words[first - 1][0].isupper():
        return number  # the end of a name, "Channel One in three towns"
    following = (tokens.word(i), tokens.word(i + 1))
    skip = 3 if following == ("out", "of") and tokens.word(i + 2) == "every" else 2 if following in _TWO else 1 if following[0] == "in" else 0
    if not skip:
        return number
    j = i + skip
    below = _from_digits(tokens, j, style) if tokens.digits(j) else _cardinal(tokens, j) if tokens.word(j) in SMALL or tokens.word(j) in TENS else None
    if below is None or not number.value < below.value or below.first != j or number.value != int(number.value):
        return number
    year = below.plain and 1000 <= below.value <= 2100 and number.value != 1
    if year or tokens.word(below.last) in _TIME_WORDS or tokens.word(below.last) in ("%", "percent", "per"):
        return number
    return Number(number.first, below.last, number.value / below.value, "ratio", number.value / below.value)


_TWO = {("out", "of"), ("in", "every"), ("of", "every"), ("in", "a")}
