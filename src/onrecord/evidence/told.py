"""The words of a claim that say what its figure is of: without figures, times, asides and what only says how it is
asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.evidence.adjuncts import aside
from onrecord.evidence.asking import Asking
from onrecord.evidence.beside import beside
from onrecord.evidence.everyone import spoken_of
from onrecord.evidence.gates import Candidate, names_of
from onrecord.evidence.phrasing import AMONG, ANY_OTHER
from onrecord.evidence.question import Context
from onrecord.evidence.rated import BY_HEADS
from onrecord.evidence.ratios import MASS
from onrecord.evidence.subject import Subject
from onrecord.evidence.wording import Word, finds, name_words, words
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["besides_names", "claim_words", "lead_words", "told_words", "whole_words"]

# A currency says what a figure is in, not what it is of: "GDP (current US dollars)"; money has a unit of its own.
_MONEY = re.compile(
    r"(?:\b[a-z.]{2,12}\s)?\b(?:dollars?|euros?|pounds?|francs?|pesos?|rupees?|dinars?|rials?|riyals?|dirhams?|liras?|"
    r"kron(?:a|e|er|or)|yen|yuan|won|rands?|nairas?|shillings?)\b|\b[a-z]{0,3}[$€£¥]"
)
_COUNTED_TIMES = re.compile(r"(?:nights?|hours)")  # without a figure: "guest nights", "hours of power"
_UNITS = "tonne ton kilo kilogram kg litre liter metre meter kilometre kilometer km hectare barrel one"
_IN_WHAT = frozenset(word for unit in _UNITS.split(" ") for word in (unit, f"{unit}s"))
"""What something is in, and what stands for its name: no words of what it is."""
_SHORT_SET = 9  # characters up to which a set of times ("monthly") may be a word of a label


def claim_words(found: Context) -> list[Word]:
    """The words of the claim."""
    return words(found.text, found.claim.parts)


def told_words(asking: Asking) -> list[Word]:
    """The words of the claim that say what its figure is of: all but figures, times and what a share is of."""
    found, item = asking.found, asking.item
    if item.alone:
        return words(found.text, [item.quantity.of.span] if item.quantity and item.quantity.of else [])
    out = [_figure(found, quantity.span) for quantity in found.quantities]
    out += [t.span for t in found.record.times if _is_time(found, t)]
    out += item.spent
    if item.whole:
        out.append(item.whole)
    if item.quantity and item.quantity.compared and item.quantity.compared.relation == "same" and not item.usual:
        out.append(item.quantity.compared.span)
    out += [one.span for one in spoken_of(found, item)]
    out += _matches(found, _MONEY)
    out += beside(found, item.quantity)
    out += aside(found)
    if item.form == "count" and item.quantity:
        out += _passing(found, item.quantity)
    if item.form == "per_head":
        out += _matches(found, BY_HEADS)
    if item.form == "ratio":
        out += _matches(found, MASS)
    if item.among is not None:
        out += [*_matches(found, AMONG), *_matches(found, ANY_OTHER)]
    return [w for w in claim_words(found) if not any(o.start <= w.span.start < o.end for o in out)]


def lead_words(asking: Asking, said: Sequence[Word]) -> list[Word]:
    """The words ``said`` after those before the claim in its sentence that no other claim has and that do not say
    who speaks: "Arrests in Elsin, which stood at 300 in May, rose by 12%", "Arrests in Elsin: 300 in May". None where
    nothing leads."""
    found, scope = asking.found, asking.scope
    start = scope.sentence(found.claim.span).start
    held = [part for claim in found.record.claims if claim is not found.claim for part in claim.parts]
    held += [part for one in found.record.attributions for part in (*one.source, *one.cue)]
    before = [
        word
        for word in words(found.text, [Span(start, max(start, found.claim.span.start))])
        if not any(part.start <= word.span.start < part.end for part in held)
    ]
    return [*before, *said] if before else []


def whole_words(asking: Asking) -> list[Word]:
    """The words for what a share or a ratio is of, without those that say that it is of all entities; of a ratio
    without what that is in: "every tonne of"."""
    found, item = asking.found, asking.item
    out = [one.span for one in spoken_of(found, item) if one.number]
    said = words(found.text, [item.whole]) if item.whole else []
    if item.form == "ratio":
        said = [word for word in said if word.low not in _IN_WHAT]
    return [word for word in said if not any(span.start <= word.span.start < span.end for span in out)]


def besides_names(asking: Asking, each: Candidate | Subject, said: Sequence[Word]) -> list[Word]:
    """The words ``said`` without the names of the entities that the table of ``each`` has."""
    values = asking.tables.entities(each.pack, each.table)
    names = [name for value in values for name in names_of(each.table.entities, value)]
    own = {i for name in names for first in finds(name, said) for i in range(first, first + len(name_words(name)))}
    return [word for i, word in enumerate(said) if i not in own]


def _is_time(found: Context, time: Time) -> bool:
    """Whether the words of a time say when or how long: "monthly" may be of a label, "guest nights" are counted."""
    if time.kind == "duration" and any(
        q.span.start <= time.span.start < q.span.end and time.span.end > q.span.end for q in found.quantities
    ):
        return False  # "300 nights": the noun of a figure
    if time.kind == "duration" and not any(c.isdigit() for c in found.words(time.span)):
        return not _COUNTED_TIMES.fullmatch(found.words(time.span))
    return time.kind != "set" or time.span.end - time.span.start > _SHORT_SET


def _figure(found: Context, span: Span) -> Span:
    """A figure without the verb that it begins with: "never carried fewer than 300"."""
    words = found.words(span)
    match = re.match(
        r"(?:never|not|no)\b.*?(?=\b(?:more|fewer|less|under|over|above|below|exceed|as|at|reach)|\d)", words
    )
    return Span(span.start + match.end(), span.end) if match else span


def _passing(found: Context, quantity: Quantity) -> list[Span]:
    """The verb before a bound that makes it one: "passed 300", "beat 300"."""
    before = found.before(quantity.span)
    match = re.search(r"\b(?:passed|passing|beat|beating|crossed|cleared|broke|breached|missed)\s+(?:the\s+)?$", before)
    return [Span(quantity.span.start - len(before) + match.start(), quantity.span.start)] if match else []


def _matches(found: Context, pattern: re.Pattern[str]) -> list[Span]:
    start = found.claim.span.start
    return [Span(start + match.start(), start + match.end()) for match in pattern.finditer(found.raw)]
