"""The query forms of one series and one entity: which module computes what a claim asks."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.evidence.asked import Asked
from onrecord.evidence.by_period import count, ranks, steps, trend
from onrecord.evidence.one_value import one_value
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period
from onrecord.evidence.query import Missing
from onrecord.evidence.subject import Subject
from onrecord.evidence.two_values import two_values
from onrecord.record import Interval

__all__ = ["computed"]


def computed(
    item: Asked, subject: Subject, period: Period, base: Period | None, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """The outcomes of what is asked of ``period``: several where the claim leaves open how a value is meant.

    ``base`` is what it is compared with, or since when it counts; ``claimed`` is in the unit of the claim's figure.
    """
    if item.form in ("level", "mean", "maximum", "minimum", "per_day"):
        yield from one_value(item, subject, period, claimed)
    elif item.form in ("change", "change_percent", "change_points", "factor", "comparison"):
        yield from two_values(item, subject, period, base, claimed)
    elif item.form == "count" and item.steps:
        yield steps(item, subject, period)
    elif item.form == "count":
        yield count(item, subject, period, claimed)
    elif item.form in ("rank", "record"):
        yield from ranks(item, subject, period, base)
    elif item.form == "trend":
        yield trend(item, subject, period)
    else:
        yield Missing("no_value", f"no query of the form {item.form} can be made of {subject.table.path}")
