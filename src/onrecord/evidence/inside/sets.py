"""Sums, differences, products and quotients of sets of values, such as printed figures stand for."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

from onrecord.record import Interval

__all__ = ["difference", "meet", "point", "product", "quotient", "scaled", "total"]

SLACK = 1e-9
"""Sets this near to each other, as a share of their size, meet: floats are not exact."""

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
