"""Numbers in words: cardinals, mixed fractions, vague plurals, multiples."""

from __future__ import annotations

from dataclasses import replace

from onrecord.normalise.numbers.fractions import fraction, half
from onrecord.normalise.numbers.number import Number
from onrecord.normalise.numbers.scales import scaled
from onrecord.normalise.numbers.tokens import Tokens
from onrecord.normalise.numbers.words import DENOMINATORS, FOLDS, MULTIPLES, SCALES, SMALL, TENS, VAGUE

__all__ = ["cardinal", "from_words"]


def from_words(tokens: Tokens, i: int) -> Number | None:
    low = tokens.low[i]
    if low in ("minus", "negative"):
        if tokens.word(i - 1) == "or":
            return None
        inner = cardinal(tokens, i + 1) if tokens.word(i + 1) in SMALL or tokens.word(i + 1) in TENS else None
        return inner and replace(inner, first=i, value=-inner.value, mantissa=-inner.mantissa)
    none = _none(tokens, i)
    if none is not None or low == "single":
        return none
    if low in MULTIPLES:
        return Number(i, i + 1, MULTIPLES[low], "multiple", MULTIPLES[low])
    if low in FOLDS:
        return Number(i, i + 1, FOLDS[low], "multiple", FOLDS[low])
    if low == "half":
        return half(tokens, i)
    if low in VAGUE:
        return _vague(tokens, i)
    if low in ("a", "an", "several"):
        return _with_article(tokens, i)
    if low == "quarter" and tokens.word(i + 1) in SCALES:
        return scaled(tokens, Number(i, i + 1, 0.25, "fraction", 0.25))
    if low in ("third", "quarter") or (low == "dozen" and tokens.word(i - 1).endswith("'s")):
        return None
    return fraction(tokens, i) or cardinal(tokens, i)


def _none(tokens: Tokens, i: int) -> Number | None:
    """ "not a single truck", "not one truck": zero."""
    before = tokens.word(i - 1)
    if tokens.low[i] == "single" and before == "a" and tokens.word(i - 2) == "not":
        return Number(i - 2, i + 1, 0.0, "words", 0.0)
    if tokens.low[i] == "one" and before == "not" and tokens.word(i + 1) not in ("but", "-", "in", "out", "to"):
        return Number(i - 1, i + 1, 0.0, "words", 0.0)
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
        return scaled(tokens, Number(i, i + 1, 3.0, "vague", 3.0))
    if after == "few" and tokens.word(i + 2) in SCALES:
        return scaled(tokens, Number(i, i + 2, 3.0, "vague", 3.0))
    if after == "couple" and (tokens.word(i + 2) in SCALES or tokens.word(i + 2) == "of" or _plural(tokens, i + 2)):
        last = i + 3 if tokens.word(i + 2) == "of" else i + 2
        return scaled(tokens, Number(i, last, 2.0, "words", 2.0))
    if after == "half":
        return half(tokens, i + 1) and replace(half(tokens, i + 1), first=i)  # type: ignore[type-var]
    if after in DENOMINATORS:
        return fraction(tokens, i)
    return cardinal(tokens, i) if after in SCALES and low == "a" else None


def _plural(tokens: Tokens, i: int) -> bool:
    """Whether "couple" counts the word at ``i``, or words up to a plural near it: "a couple boats", "a couple more"."""
    low = tokens.word(i)
    return low == "more" or (len(low) > 3 and low.endswith("s") and low[-2] not in "s'")


def cardinal(tokens: Tokens, i: int) -> Number | None:
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
        elif (low == "and" and _continues(tokens, j + 1, kind, last_scale)) or (
            low == "-" and tokens.gap(j) == 0 and _hyphened(tokens, j + 1, kind)
        ):
            j += 1
            continue
        else:
            break
        j += 1
        good = j
    if good == i or total + (current or 0) > 1e30:
        return None
    value = total + (current or 0.0)
    if kind == "hundred" and total == 0:
        scale = 100.0  # "five or six hundred"
    return _after_words(tokens, Number(i, good, value, "words", value / scale, scale))


def _continues(tokens: Tokens, i: int, kind: str, last_scale: float) -> bool:
    """Whether "and" at ``i - 1`` goes on with the number: "one hundred and six", not "… and six hundred"."""
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
    """Decimals and mixed fractions in words: "five point five", "one and a half"."""
    i = number.last
    if tokens.word(i) == "point" and (tokens.word(i + 1) in SMALL or tokens.word(i + 1) in TENS):
        decimals, j = "", i + 1
        while (
            tokens.word(j) in SMALL or tokens.word(j) in TENS or (tokens.word(j) == "-" and tokens.word(j + 1) in SMALL)
        ):
            low = tokens.word(j)
            if low in SMALL and decimals.endswith("0") and j > i + 1 and tokens.word(j - 1) in (*TENS, "-"):
                decimals = decimals[:-1]
            decimals += "" if low == "-" else str(SMALL.get(low, TENS.get(low)))
            j += 1
        value = float(f"{number.value:.0f}.{decimals}")
        return scaled(tokens, replace(number, last=j, value=value, mantissa=value, scale=1.0))
    if tokens.low[i : i + 6] == ["-", "and", "-", "a", "-", "half"]:
        return replace(number, last=i + 6, value=number.value + 0.5, mantissa=number.mantissa + 0.5)
    if tokens.word(i) == "and":
        a = tokens.word(i + 1)
        part = Number(i + 1, i + 3, 0.5, "fraction", 0.5) if a == "a" and tokens.word(i + 2) == "half" else None
        part = part or (fraction(tokens, i + 1) if a in SMALL else None)
        if part is None and a == "a" and tokens.word(i + 2) in DENOMINATORS:
            part = Number(i + 1, i + 3, 1 / DENOMINATORS[tokens.word(i + 2)], "fraction", 0.0)
        if part and part.scale == 1.0:
            unit = number.scale if number.scale >= 1e3 else 1.0  # "three million and a half"
            value = number.value + part.value * unit
            whole = replace(number, last=part.last, value=value, mantissa=value / number.scale)
            return scaled(tokens, whole) if number.scale == 1.0 else whole
    if tokens.word(i) == "-" and tokens.gap(i) == 0 and tokens.word(i + 1) == "fold":
        return replace(number, last=i + 2, form="multiple")
    return number
