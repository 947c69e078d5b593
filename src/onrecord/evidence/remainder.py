"""What is left of a whole after the parts that were told before: "… the other 223 were planned"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.evidence.asked import Asked
from onrecord.evidence.deciding import Answer
from onrecord.evidence.measures import number_words
from onrecord.evidence.outcome import figure
from onrecord.evidence.question import Context
from onrecord.evidence.verdict import compared
from onrecord.record import Check, Interval

__all__ = ["is_rest", "number_of", "rest_of"]

_REST = re.compile(r"\b(?:the (?:other|remaining|rest,?)|remaining)\s{1,3}(?:[a-z]{1,20}\s){0,2}$")
_MOST = 12  # parts before a remainder


def is_rest(found: Context) -> bool:
    """Whether a part is put as all that is left: "the other 223", "the remaining 171"."""
    return found.portion and len(found.quantities) == 1 and bool(_REST.search(found.before(found.quantities[0].span)))


def number_of(answer: Answer | None) -> Check | None:
    """The one check of an answer that found a number; None where there is none, or more than one."""
    made = [one for one in answer.checks if one.observed and one.result != "not_checked"] if answer else []
    return made[0] if len(made) == 1 else None


def rest_of(item: Asked, claim: str, told: Sequence[Check | None], claimed: tuple[Interval, ...]) -> Answer | None:
    """The answer of a part that is all that is left of the whole, the first of ``told``, after the others; None where
    the number of one of these is not known, or they are not of one time."""
    known = [one for one in told if one and one.observed and one.reading]
    if len(known) != len(told) or not 2 <= len(told) <= _MOST:
        return None
    whole, *parts = known
    assert whole.reading and whole.observed  # noqa: S101 (just looked at)
    if any((p.reading.lo, p.reading.hi) != (whole.reading.lo, whole.reading.hi) for p in parts if p.reading):
        return None
    middles = [((o.lower or 0.0) + (o.upper or 0.0)) / 2 for o in (one.observed for one in known) if o]
    half = sum(((o.upper or 0.0) - (o.lower or 0.0)) / 2 for o in (one.observed for one in known) if o)
    number = middles[0] - sum(middles[1:])
    result, reason = compared(claimed, number, half)
    terms = " − ".join(number_words(middle) for middle in middles)
    working = f"what is left: {terms} = {number_words(number)}; claimed {number_words(figure(item).lower or 0.0)}"
    reading = replace(whole.reading, form="parts", quantity=figure(item).id)
    evidence = tuple(one for check in known for one in check.evidence)
    observed = Interval(number - half, number + half)
    check = Check("", claim, reading, result, reason, claimed[0], observed, evidence, working)
    return Answer(item, (check,), result, reason)
