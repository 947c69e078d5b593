"""Figures as sets of values: what a printed number stands for, and sums, differences, products, quotients of such sets.

The rules are declared here and are the same for every figure:

* a number with decimals stands for all that would be printed so, half a unit of its last place on either side
  (as statcheck's bounds, Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2);
* zeros before the point are ambiguous, so a number that ends in them has two readings: exact to the unit, and rounded
  to the last place that is not zero. A counted whole number that is exact to the unit is that number;
* "about" moves both ends by a tenth, "nearly" and "almost" the lower one only;
* a fraction or a multiple in words ("a third", "one in five", "doubled") is that, or roughly it: a fifth of it more or
  less;
* a bound ("more than", "at most") is taken as it stands.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from fractions import Fraction

from onrecord.record import Interval, Quantity
from onrecord.spans import quote

__all__ = ["difference", "meet", "point", "printed", "product", "quotient", "scaled", "total"]

ABOUT = Fraction(1, 10)
"""How far "about", "some" and "nearly" reach, as a share of the number."""
ROUGHLY = Fraction(1, 5)
"""How far a fraction in words reaches, as a share of it: a quarter is not a fifth."""
SLACK = 1e-9
"""Sets this near to each other, as a share of their size, meet: floats are not exact."""

_LONGEST = 40
"""Characters of a number that anybody would print."""
_LITERAL = re.compile(r"\d[\d,.\u00a0\u202f ]*\d|\d")
_BELOW = re.compile(r"\b(?:nearly|almost|close to|close on|approaching|getting on for|nigh on)\b", re.IGNORECASE)
_RATIO = re.compile(r"[¼-¾⅐-⅞]|\d\s*[/⁄]\s*\d|\b(?:in|out of)\b|^\D*$", re.IGNORECASE)


def printed(text: str, quantity: Quantity) -> tuple[Interval, ...]:
    """The sets of values that a figure may stand for, the narrowest first; each holds the one before.

    ``text`` is the text that ``quantity.span`` points into. There is always at least one; a bounded figure has one.
    """
    lower, upper = quantity.lower, quantity.upper
    if lower is None or upper is None or not (math.isfinite(lower) and math.isfinite(upper)):
        return (Interval(lower, upper, quantity.lower_open, quantity.upper_open),)
    words = quote(text, quantity.span)
    below, above = _halves(words, lower, quantity), _halves(words, upper, quantity)
    readings = [_around(lower, upper, a, b) for a, b in zip(below, above, strict=True)]
    if quantity.approximate:
        readings = [_blurred(each, lower, upper, nearly=bool(_BELOW.search(words))) for each in readings]
    return tuple(dict.fromkeys(readings))


def _blurred(reading: Interval, lower: float, upper: float, *, nearly: bool) -> Interval:
    """A reading with its ends moved out by as much as a blur reaches; "nearly" reaches no further up."""
    low, high = Fraction(str(lower)), Fraction(str(upper))
    down, up = low - abs(low) * ABOUT, high + (0 if nearly else abs(high) * ABOUT)
    return Interval(min(reading.lower or 0.0, float(down)), max(reading.upper or 0.0, float(up)))


def _halves(words: str, value: float, quantity: Quantity) -> tuple[Fraction, Fraction]:
    """How far from ``value`` the narrowest and the widest set reach."""
    number = Fraction(str(value))
    digits = (each for each in _LITERAL.findall(words) if len(each) <= _LONGEST)
    literal = next((found for found in map(_parsed, digits) if _scale(number, found[0])), None)
    ratio = number.denominator > 1 and _RATIO.search(words)
    if quantity.unit == "1" and (ratio or (quantity.unit_name == "time" and not literal)):
        return Fraction(1, 20000), abs(number) * ROUGHLY  # the record keeps four decimals of a third
    if literal and literal[1]:  # decimals
        half = (_scale(number, literal[0]) or Fraction(1)) * Fraction(1, 2 * 10 ** literal[1])
        return half, half
    if number.denominator > 1:  # "one and a half"
        return Fraction(0), Fraction(1, 2) / number.denominator
    counted = quantity.unit == "1" and quantity.unit_name != "point"
    unit = Fraction(0) if counted else Fraction(1, 2)
    return unit, max(unit, Fraction(_place(int(number)), 2) if number else unit)


def _place(number: int) -> int:
    """The last place that is not zero: 1200 to 100, and 0 for a number of which each digit counts."""
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return place if place > 1 else 0


def _parsed(literal: str) -> tuple[Fraction, int]:
    """The digits of a number and how many of them are decimals, by the English reading and by no other."""
    plain = re.sub(r"[,\u00a0\u202f ]", "", literal).rstrip(".")
    whole, point, decimals = plain.partition(".")
    if not point or "." in decimals:
        return Fraction(int(re.sub(r"\D", "", plain))), 0
    return Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals)


def _scale(number: Fraction, literal: Fraction) -> Fraction | None:
    """The power of ten that makes the digits the number ("1.5 million"); None where there is none."""
    if not literal or not number:
        return Fraction(1) if literal == number else None
    scale = abs(number / literal)
    digits = str(scale.numerator)
    return scale if scale.denominator == 1 and digits.strip("0") == "1" and digits[0] == "1" else None


def _around(lower: float, upper: float, below: Fraction, above: Fraction) -> Interval:
    return Interval(float(Fraction(str(lower)) - below), float(Fraction(str(upper)) + above))


# Arithmetic of sets --------------------------------------------------------------------------------------------

End = tuple[Fraction | None, bool]
"""An end and whether it is left out; None is no bound."""


def point(value: float) -> Interval:
    """The set of one value."""
    return Interval(value, value)


def total(parts: Iterable[Interval]) -> Interval:
    """All sums of one value from each of ``parts``."""
    lower: End = Fraction(0), False
    upper: End = Fraction(0), False
    for part in parts:
        lower, upper = _plus(lower, _lower(part)), _plus(upper, _upper(part))
    return _interval(lower, upper)


def difference(a: Interval, b: Interval) -> Interval:
    """All values of ``a`` less one of ``b``."""
    return total((a, Interval(_negative(b.upper), _negative(b.lower), b.upper_open, b.lower_open)))


def product(a: Interval, b: Interval) -> Interval:
    """All products of a value of ``a`` and one of ``b``; ends that are left out may be let in."""
    corners = [_times(x, y) for x in _ends(a) for y in _ends(b)]
    low, high = min(corners), max(corners)
    return _interval(*((None if isinstance(end, float) else end, False) for end in (low, high)))


def quotient(a: Interval, b: Interval) -> Interval:
    """All quotients of a value of ``a`` and one of ``b``; no bounds at all where ``b`` may hold zero."""
    low, high = _ends(b)
    if low <= 0 <= high:
        return Interval(None, None)
    inverse = sorted((0 if isinstance(end, float) else 1 / end) for end in (low, high))
    corners = [_times(x, Fraction(y)) for x in _ends(a) for y in inverse]
    return _interval(*((None if isinstance(end, float) else end, False) for end in (min(corners), max(corners))))


def scaled(a: Interval, factor: float) -> Interval:
    """``a`` with each value multiplied by ``factor``."""
    return product(a, point(factor))


def meet(a: Interval, b: Interval) -> bool:
    """Whether two sets have a value in common; sets that all but touch are taken to."""
    return _below(a.lower, b.upper, a.lower_open or b.upper_open) and _below(
        b.lower, a.upper, b.lower_open or a.upper_open
    )


def _below(lower: float | None, upper: float | None, is_open: bool) -> bool:
    if lower is None or upper is None:
        return True
    if is_open and lower == upper:
        return False
    return lower - upper <= SLACK * max(abs(lower), abs(upper))


def _exact(value: float) -> Fraction:
    return Fraction(value)


def _lower(a: Interval) -> End:
    return None if a.lower is None else _exact(a.lower), a.lower_open


def _upper(a: Interval) -> End:
    return None if a.upper is None else _exact(a.upper), a.upper_open


def _ends(a: Interval) -> tuple[Fraction | float, Fraction | float]:
    """Both ends, where no bound is an infinite float."""
    return (
        -math.inf if a.lower is None else _exact(a.lower),
        math.inf if a.upper is None else _exact(a.upper),
    )


def _plus(a: End, b: End) -> End:
    return (None, False) if a[0] is None or b[0] is None else (a[0] + b[0], a[1] or b[1])


def _negative(value: float | None) -> float | None:
    return None if value is None else -value


def _times(a: Fraction | float, b: Fraction | float) -> Fraction | float:
    if not a or not b:
        return Fraction(0)
    if isinstance(a, float) or isinstance(b, float):
        return math.inf if (a > 0) == (b > 0) else -math.inf
    return a * b


def _interval(lower: End, upper: End) -> Interval:
    """The ends as floats, each moved outward where no float is equal to it, so that nothing is lost."""
    low, high = _float(lower[0], -math.inf), _float(upper[0], math.inf)
    return Interval(
        low, high, lower[1] and low is not None and low == lower[0], upper[1] and high is not None and high == upper[0]
    )


def _float(value: Fraction | None, outward: float) -> float | None:
    if value is None:
        return None
    try:
        near = float(value)
    except OverflowError:
        return None
    if near == value:
        return near
    inward = near > value if outward < 0 else near < value
    return math.nextafter(near, outward) if inward else near
