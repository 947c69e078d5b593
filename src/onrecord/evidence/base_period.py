"""The period that a claim compares with, or counts since."""

from __future__ import annotations

from dataclasses import replace

from onrecord.evidence.asked import Asked
from onrecord.evidence.model import Grain
from onrecord.evidence.periods import Period, parse_day, shifted

__all__ = ["base_of", "earlier"]


def base_of(item: Asked, period: Period) -> Period | None:
    """The days of the time that the claim compares with, or counts since."""
    time = item.since if item.form in ("rank", "record") else item.base
    if time is None:
        return None
    ends = [(time.lo, time.hi), *((other.lo, other.hi) for other in time.alternatives)]
    known = [(lo, hi) for lo, hi in ((parse_day(lo), parse_day(hi)) for lo, hi in ends) if lo and hi]
    # "than in January": the last one before the period, where the month alone is said
    before = [pair for pair in known if pair[1] < period.lo]
    chosen = max(before, default=known[0] if known else None)
    return Period(*chosen, "stated", None, time.id) if chosen else None


def earlier(period: Period, unit: Grain) -> Period | None:
    """The period one unit earlier: "against 300 the year before"."""
    moved = None if period.so_far else shifted(period.lo, period.hi, unit)
    return replace(period, lo=moved[0], hi=moved[1]) if moved else None
