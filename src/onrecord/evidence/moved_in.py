"""What went up or down in several entities at once: "thefts fell in each of the four boroughs", "rose in both A and B".

Such a claim is of every entity by itself, not of all added up, and not of one against another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.evidence.asked import Asked
from onrecord.evidence.gates import Named
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period
from onrecord.evidence.query import Missing, Value
from onrecord.evidence.subject import Subject
from onrecord.evidence.two_values import two_values
from onrecord.evidence.wording import Word
from onrecord.record import Interval

__all__ = ["in_each", "in_how_many", "in_row"]

_ROW = re.compile(r"\s{0,4}(?:,|and|plus|&|, and|as well as)\s{1,4}(?:(?:the|in|at|on|of)\s{1,4}){0,2}")
_LISTED = 10  # entities that the working spells out


def in_row(hits: Sequence[Named], said: Sequence[Word], text: str) -> bool:
    """Whether entities are named one after another: "in Tarn, Elsin and Holm"."""
    ends = [(said[hit.first].span.start, said[hit.last - 1].span.end) for hit in hits]
    return all(_ROW.fullmatch(text[a[1] : b[0]]) for a, b in pairwise(ends))


def in_each(
    item: Asked, subject: Subject, entities: Sequence[str], period: Period, base: Period | None
) -> Iterator[Outcome | Missing]:
    """Whether the value moved as claimed in each of ``entities``: one outcome for each time it may be from."""
    for found in _together(item, subject, entities, period, base):
        if isinstance(found, Missing):
            yield found
            continue
        helds = [one.held for one in found]
        held = False if False in helds else None if None in helds else True
        yield replace(found[0], held=held, working=_listed(found), values=_values(found))


def in_how_many(
    item: Asked, subject: Subject, entities: Sequence[str], period: Period, base: Period | None
) -> Iterator[Outcome | Missing]:
    """In how many of ``entities``, which are all of the table, the value moved as claimed."""
    if len(entities) < 2 or item.count is None or (item.among and item.among != len(entities)):
        words = f"{subject.table.path} is not of just the {item.among or 'others'} that are counted"
        yield Missing("no_entity", words)
        return
    stated = float(len(entities) - item.count if item.rest else item.count)
    for found in _together(item, subject, entities, period, base):
        if isinstance(found, Missing):
            yield found
            continue
        if any(one.held is None for one in found):
            yield Missing("rounding", "which way one of them moved is within the rounding of its values")
            continue
        number = float(sum(one.held is True for one in found))
        working = f"{_listed(found)}: {number:.0f} of {len(found)}; claimed {stated:.0f}"
        wanted, first = (Interval(stated, stated),), found[0]
        yield Outcome(
            "count", number, 0.0, wanted, working, _values(found), "1", first.lo, first.hi, assumed=first.assumed
        )


def _together(
    item: Asked, subject: Subject, entities: Sequence[str], period: Period, base: Period | None
) -> Iterator[list[Outcome] | Missing]:
    """The comparison of each entity, for each time that it may be from."""
    plain = replace(item, form="comparison")
    each = [list(two_values(plain, replace(subject, entity=one, every=()), period, base, ())) for one in entities]
    for row in zip(*each, strict=False):
        missing = next((one for one in row if isinstance(one, Missing)), None)
        yield missing or [one for one in row if isinstance(one, Outcome)]


def _listed(found: Sequence[Outcome]) -> str:
    shown = "; ".join(one.working for one in found[:_LISTED])
    return shown + (" …" if len(found) > _LISTED else "")


def _values(found: Sequence[Outcome]) -> tuple[Value, ...]:
    return tuple(value for one in found for value in one.values)[: 2 * _LISTED]
