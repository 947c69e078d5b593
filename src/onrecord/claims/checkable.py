"""Which of the things that a check needs a claim states, and whether a figure of it could be looked up at all."""

from __future__ import annotations

from onrecord.record import Checkability, ClaimKind, Factuality, Phrase

__all__ = ["checkability"]

_NEVER: dict[ClaimKind, str] = {
    "call": "A call to action says what is to be, not what is.",
    "characterisation": "A judgement in words is not measured.",
    "other": "No statement of fact.",
    "prediction": "About what had not happened when it was said.",
}
_OPEN: dict[Factuality, str] = {
    "possible": "Said to be possible, not to be so.",
    "conditional": "Said to hold under a condition.",
    "future": "About what had not happened when it was said.",
}


def checkability(
    kind: ClaimKind,
    factuality: Factuality,
    *,
    property: Phrase | None,
    entity: Phrase | None,
    period: Phrase | None,
    value: Phrase | None,
) -> Checkability:
    """What a claim states of property, entity, period and value, with the reason in one line."""
    if kind in _NEVER:
        checkable, reason = False, _NEVER[kind]
    elif factuality in _OPEN:
        checkable, reason = False, _OPEN[factuality]
    elif value is not None:
        checkable, reason = True, "States a figure."
    elif kind == "comparison":
        checkable, reason = True, "States a comparison."
    elif kind == "event" and entity is not None and period is not None:
        checkable, reason = True, "States an event with its time and place."
    else:
        checkable, reason = False, "No figure, and not both a time and a place."
    return Checkability(checkable, reason, property, entity, period, value)
