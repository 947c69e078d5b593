"""Which of the things that a check needs a claim states, and whether a figure of it could be looked up at all."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.claims.carrying import Carried
from onrecord.claims.clauses import Clause
from onrecord.claims.items import Items, Mentioned
from onrecord.record import Checkability, ClaimKind, Factuality, Phrase, Quantity, Time
from onrecord.spans import Span, quote

__all__ = ["checkability"]

_NEVER: dict[ClaimKind, str] = {
    "call": "A call to action says what is to be, not what is.",
    "characterisation": "A judgement, which nothing measures.",
    "other": "No statement of fact.",
    "prediction": "About what had not happened when it was said.",
}
_OPEN: dict[Factuality, str] = {
    "possible": "Said to be possible, not to be so.",
    "conditional": "Said to hold under a condition.",
    "future": "About what had not happened when it was said.",
}


def checkability(
    items: Items,
    clause: Clause,
    kind: ClaimKind,
    factuality: Factuality,
    stated: tuple[Sequence[Quantity], Sequence[Time], Sequence[Mentioned]],
    over: Carried | None,
    idle: str | None,
) -> Checkability:
    """What a claim states of property, entity, period and value, itself or where it was split from.

    ``idle``: why it states nothing, if it does not.
    """
    text = items.words.text
    quantities, times, mentions = stated
    mentions = [*mentions, *(over.mentions if over else ())]
    dated = [time for time in (*times, *(over.times if over else ())) if time.kind in ("date", "time")]
    place = next((span for span, actor in mentions if actor.kind == "place"), None)
    entity = place or (mentions[0][0] if mentions else None)
    period = dated[0].span if dated else None
    figure = quantities[0] if quantities else None
    phrase = next((quantity.of for quantity in quantities if quantity.of), None)
    if idle or kind in _NEVER:
        checkable, reason = False, idle or _NEVER[kind]
    elif factuality in _OPEN:
        checkable, reason = False, _OPEN[factuality]
    elif figure is not None or kind == "comparison":
        checkable, reason = True, "States a figure." if figure else "States a comparison."
    elif kind == "event" and place is not None and period is not None:
        checkable, reason = True, "States an event with its time and place."
    else:
        checkable, reason = False, "No figure, and not both a time and a place."
    return Checkability(
        checkable,
        reason,
        property=phrase or _subject(items, clause),
        entity=_phrase(text, entity),
        period=_phrase(text, period),
        value=_phrase(text, figure.span if figure else None),
    )


def _phrase(text: str, span: Span | None) -> Phrase | None:
    return None if span is None else Phrase(span, quote(text, span))


def _subject(items: Items, clause: Clause) -> Phrase | None:
    """The subject of the clause with the words between its first and it, where it is more than a pronoun."""
    words = items.words
    if clause.predicate is None:
        return None
    subject = words.subject[clause.predicate]
    if not 0 <= subject < clause.predicate or words.part[subject] not in ("NOUN", "PROPN"):
        return None
    first = min(subject, *words.kids[subject], subject)
    return _phrase(words.text, Span(words.starts[first], words.ends[subject]))
