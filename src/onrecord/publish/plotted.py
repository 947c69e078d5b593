"""What a picture of a series shows, before it is drawn: its points, the claim beside them, its scale.

The claim is shown only where it is of the same kind as a row: where the rows themselves, taken as the reading takes
them, give the values that the check found. No value of an observation makes these functions fail.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.publish.calendar import stretch_words
from onrecord.publish.characters import folded
from onrecord.record import Check, Evidence, Interval, Observation

__all__ = ["Guide", "Point", "by_column", "days", "guide", "is_bars", "points", "scale", "ticks", "whisker"]

SUMS = ("sum", "count", "parts", "per_day")
LEAST_TICKS = 2
LARGEST = 1e300  # above this no round values are sought: their steps would leave the range of floats


@dataclass(frozen=True, slots=True)
class Point:
    """One value from ``x0`` to ``x1`` on the scale of days (or of columns), ``used`` by the check or beside it.

    ``place`` counts all rows, those without a value too: a line is broken where one is missing.
    """

    place: int
    x0: float
    x1: float
    value: float
    used: bool
    label: str


@dataclass(frozen=True, slots=True)
class Guide:
    """What the claim allows of a row; ``spread`` is over how many rows a claimed sum is spread evenly, else 1."""

    claimed: Interval
    spread: int

    @property
    def ends(self) -> tuple[float, ...]:
        """The ends that it has."""
        return tuple(end for end in (self.claimed.lower, self.claimed.upper) if end is not None)


def days(lo: str | None, hi: str | None) -> tuple[int, int] | None:
    """From the first to the end of the last day, as numbers of days; None for what is no stretch of days."""
    try:
        first, last = date.fromisoformat(lo or ""), date.fromisoformat(hi or "")
    except ValueError:
        return None
    return (first.toordinal(), last.toordinal() + 1) if first <= last else None


def by_column(evidence: Evidence) -> bool:
    """Whether rows stand side by side, not on a calendar: some have no date, or they are of several entities."""
    rows = (*evidence.around, *evidence.rows)
    return any(days(row.lo, row.hi) is None for row in rows) or len({row.entity for row in rows}) > 1


def is_bars(check: Check, evidence: Evidence) -> bool:
    """Whether the series is one of amounts, which stand on 0, rather than of levels, which a line joins."""
    if by_column(evidence):
        return True
    if evidence.sort:
        return evidence.sort in ("flow", "event")
    return check.reading is not None and check.reading.form in SUMS


def points(evidence: Evidence) -> list[Point]:
    """Every row with a finite value, once, in order: those that the check used and those round them."""
    used = {row.row for row in evidence.rows}
    both = [(row, True) for row in evidence.rows] + [(row, False) for row in evidence.around if row.row not in used]
    columns = by_column(evidence)
    both.sort(key=lambda pair: (pair[0].row,) if columns else days(pair[0].lo, pair[0].hi) or (0, 0))
    found = []
    for i, (row, is_used) in enumerate(both):
        if row.value is not None and math.isfinite(row.value):
            x0, x1 = (None if columns else days(row.lo, row.hi)) or (i, i + 1)
            found.append(Point(i, x0, x1, row.value, is_used, _label(row, columns)))
    return found


def guide(check: Check, evidence: Evidence) -> Guide | None:
    """The claim where a row's value can be held against it; None where that would compare unlike things."""
    values = [row.value for row in evidence.rows if row.value is not None and math.isfinite(row.value)]
    if not (check.claimed and check.observed and check.reading and values) or evidence.omitted:
        return None
    if len(check.evidence) != 1 or len(values) != len(evidence.rows):
        return None
    form, count = check.reading.form, len(values)
    mean = math.fsum(value / count for value in values)
    given = {"level": values[-1], "mean": mean, "sum": mean * count, "minimum": min(values), "maximum": max(values)}
    if form not in given or not math.isfinite(given[form]) or not _holds(check.observed, given[form]):
        return None
    spread = count if form == "sum" else 1
    lower, upper = (None if end is None else end / spread for end in (check.claimed.lower, check.claimed.upper))
    if (lower is None and upper is None) or not all(math.isfinite(end) for end in (lower, upper) if end is not None):
        return None
    return Guide(Interval(lower, upper, check.claimed.lower_open, check.claimed.upper_open), spread)


def whisker(check: Check, evidence: Evidence) -> tuple[Point, float, float] | None:
    """Where one row alone was compared: its point and the ends of what the evidence allows, if that is a stretch.

    Without it a row that lies beside the claim could be consistent with it and not look so.
    """
    found, observed = [point for point in points(evidence) if point.used], check.observed
    if len(found) != 1 or observed is None or observed.lower is None or observed.upper is None:
        return None
    ends = (observed.lower, observed.upper)
    if guide(check, evidence) is None or not ends[0] < ends[1] or not all(map(math.isfinite, ends)):
        return None
    return found[0], *ends


def scale(values: Sequence[float], *, bars: bool) -> tuple[float, float]:
    """The ends of the scale, lower below upper; bars stand on 0, and so does a line that would come near it."""
    low, high = min(values), max(values)
    if bars or 0 < low <= high - low:
        low = min(low, 0.0)
    if bars or 0 < -high <= high - low:
        high = max(high, 0.0)
    room = (high / 12 - low / 12) or abs(high) / 12 or 1.0
    low, high = (end if end == 0 else end + way * room for end, way in ((low, -1), (high, 1)))
    low, high = max(low, -1.7e308), min(high, 1.7e308)
    return (low, high) if low < high else (low - 1, low + 1)


def ticks(low: float, high: float) -> list[float]:
    """Two to five round values from ``low`` to ``high``; these two where there are no round ones."""
    span = high - low
    if not 1 / LARGEST < span < LARGEST:
        return [low, high]
    power = 10.0 ** math.floor(math.log10(span / LEAST_TICKS))
    step = max(many * power for many in (1, 2, 5) if many == 1 or many * power <= span / LEAST_TICKS)
    first = math.ceil(low / step)
    found = dict.fromkeys(float(f"{(first + i) * step:.12g}") for i in range(6))
    return [tick for tick in found if low <= tick <= high] or [low, high]


def _holds(interval: Interval, value: float) -> bool:
    slack = abs(value) * 1e-9  # sums of decimal fractions are not exact
    above = interval.lower is None or interval.lower <= value + slack
    return above and (interval.upper is None or value - slack <= interval.upper)


def _label(row: Observation, columns: bool) -> str:
    if columns and row.entity:
        return folded(row.entity)
    return stretch_words(row.lo, row.hi) or f"row {row.row}"
