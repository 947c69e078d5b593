"""Two sets of values compared, and results put together.

A claim stands for the set of values that would be printed so, evidence for what its rows allow. Where the figures as
printed give a value inside the claimed set, the two are consistent; where no value that the evidence allows is inside
any reading of the claim, they are inconsistent; what lies between depends on rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.record import Check, Interval, Reading, Reason, Result

__all__ = ["agreed", "compared", "holds", "meets", "scaled"]

_TOLERANCE = 1e-9  # of the greater number: floating-point sums of decimals


def holds(interval: Interval, number: float) -> bool:
    """Whether ``number`` is in ``interval``."""
    slack = _TOLERANCE * max(1.0, abs(number))
    if interval.lower is not None:
        low = number > interval.lower + slack if interval.lower_open else number >= interval.lower - slack
        if not low:
            return False
    if interval.upper is not None:
        return number < interval.upper - slack if interval.upper_open else number <= interval.upper + slack
    return True


def meets(interval: Interval, lower: float, upper: float) -> bool:
    """Whether ``interval`` has a value between ``lower`` and ``upper``, both included."""
    slack = _TOLERANCE * max(1.0, abs(lower), abs(upper))
    if interval.lower is not None:
        reaches = upper > interval.lower + slack if interval.lower_open else upper >= interval.lower - slack
        if not reaches:
            return False
    if interval.upper is not None:
        return lower < interval.upper - slack if interval.upper_open else lower <= interval.upper + slack
    return True


def compared(claimed: Sequence[Interval], number: float, half: float) -> tuple[Result, Reason | None]:
    """How ``number`` ± ``half`` stands to the readings ``claimed``, each within the next."""
    if holds(claimed[0], number):
        return "consistent", None
    if not any(meets(interval, number - half, number + half) for interval in claimed):
        return "inconsistent", None
    return "depends", "rounding"


def scaled(interval: Interval, factor: float, offset: float = 0.0) -> Interval:
    """``interval`` with its ends times ``factor`` plus ``offset``; a negative factor turns it round."""
    lower = None if interval.lower is None else interval.lower * factor + offset
    upper = None if interval.upper is None else interval.upper * factor + offset
    if factor >= 0:
        return replace(interval, lower=lower, upper=upper)
    return Interval(upper, lower, interval.upper_open, interval.lower_open)


def agreed(checks: Sequence[Check]) -> tuple[Result, Reason | None]:
    """The result of several readings of one thing: theirs where they agree, else what it depends on.

    Readings that could not be checked do not count, unless none could.
    """
    answered = [check for check in checks if check.result != "not_checked"]
    if not answered:
        return "not_checked", checks[0].reason if checks else "no_table"
    results = {check.result for check in answered}
    if len(results) == 1 and "depends" not in results:
        return answered[0].result, None
    if len(results) == 1:
        return "depends", answered[0].reason
    return "depends", _difference(answered)


def _difference(checks: Sequence[Check]) -> Reason:
    """What tells readings with different results apart, what differs most often first."""
    readings = [(check.result, check.reading) for check in checks if check.reading]
    keys: tuple[tuple[Reason, Callable[[Reading], object]], ...] = (
        ("period", lambda r: (r.lo, r.hi)),
        ("producer", lambda r: r.producer),
        ("definition", lambda r: (r.property, r.definition, r.form)),
    )
    for reason, key in keys:
        groups: dict[object, set[Result]] = {}
        for result, reading in readings:
            groups.setdefault(key(reading), set()).add(result)
        if len(groups) > 1 and all(len(results) == 1 for results in groups.values()):
            return reason
    if len({reading.producer for _, reading in readings}) > 1:
        return "producer"
    if len({(reading.lo, reading.hi) for _, reading in readings}) > 1:
        return "period"
    return "definition"
