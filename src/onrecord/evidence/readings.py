"""The readings of one thing that a claim asks of one series: whose value, of which periods, by which query form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.evidence.asked import Asked
from onrecord.evidence.asking import Asking
from onrecord.evidence.base_period import base_of, earlier
from onrecord.evidence.beside import beside
from onrecord.evidence.events import Event
from onrecord.evidence.evidenced import checked, unchecked
from onrecord.evidence.forms import computed
from onrecord.evidence.gates import Candidate, named
from onrecord.evidence.leaning import facing
from onrecord.evidence.meant import of_all, supposed
from onrecord.evidence.moved_in import in_each, in_how_many, in_row
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period
from onrecord.evidence.printed import printed
from onrecord.evidence.query import Missing
from onrecord.evidence.refusing import is_difference
from onrecord.evidence.several import among, has_total, how_many, together
from onrecord.evidence.shares import share
from onrecord.evidence.speaking import stated
from onrecord.evidence.subject import Subject
from onrecord.evidence.told import claim_words
from onrecord.evidence.two_values import between
from onrecord.evidence.verdict import holds, scaled
from onrecord.evidence.when import periods
from onrecord.evidence.wholes import of_people, of_whole
from onrecord.evidence.whose import Whose, beaten, distinct, in_order, nearest, part_and_whole, whose
from onrecord.evidence.wording import Word, words
from onrecord.record import Check, Interval

__all__ = ["READINGS", "claimed_sets", "readings"]

READINGS = 60
"""Readings of one thing asked, at most: more could not be read by anyone."""

_COMPARING = ("change", "change_percent", "change_points", "factor", "comparison")
_UNIT = re.compile(r"\b(?:day|week|month|quarter|dai|weekl|monthl|quarterl)(?:s|y|ly)?\b")
_EACH = re.compile(r"\b(?:each|both|respectively|every|apiece|either|or|nor|neither|than|while|whereas|as|not)\b")
_OF_ALL = re.compile(r"\bof (?:the |all |all the |some |about )?$")
_JUST = 12  # characters before a figure in which "just over" has its first word


def readings(asking: Asking, candidate: Candidate, said: Sequence[Word], events: Sequence[Event]) -> Iterator[Check]:
    """A check, without an id yet, for each way to read what is asked of the series of ``candidate``; at least one.

    ``said`` are the words of the claim that say what its figure is of, ``events`` what the document names that has days
    of its own.

    Raises:
        EvidenceError: a table cannot be read, or a query breaks its limits.
    """
    for item in facing(asking.item, candidate.series):
        yield from _readings(replace(asking, item=replace(item, known=asking.scope.published)), candidate, said, events)


def _readings(asking: Asking, candidate: Candidate, said: Sequence[Word], events: Sequence[Event]) -> Iterator[Check]:
    claim, item = asking.found.claim, asking.item
    table, series = candidate.table, candidate.series
    has_entities = table.entities.constant is not None or table.entities.column is not None
    if item.form == "level" and item.quantity and is_difference(asking.found, item.quantity):
        missing = Missing("no_value", "the figure is a difference, and what it is from is not read")
        yield unchecked(claim.id, item, table, series, None, missing)
        return
    if item.stocked and series.sort != "stock":
        missing = Missing("no_value", "what is gained or lost is a change of a stock alone")
        yield unchecked(claim.id, item, table, series, None, missing)
        return
    theirs, whole = _whose(asking, candidate, said)
    if item.form == "count" and item.among is not None:  # of all entities: none needs to be named, none may be
        theirs = None if theirs and not theirs.assumed else Whose(None)
    theirs = theirs or supposed(asking, candidate)
    if theirs is None and has_entities:
        words = f"whose figure it is, of {table.path}, is not stated"
        yield unchecked(claim.id, item, table, series, None, Missing("no_entity", words))
        return
    theirs = stated(asking, candidate, theirs) if theirs else Whose(None)
    if theirs.others and item.moved and not _in_row(asking, candidate, said):
        words = f"which of {', '.join((theirs.entity or '', *theirs.others))} moved so is open"
        yield unchecked(claim.id, item, table, series, None, Missing("no_entity", words))
        return
    open_sum = bool(theirs.others) and not _of_several(item) and _joined(asking, candidate, said)
    if open_sum:
        item = replace(item, together=True)
        asking = replace(asking, item=item)
    elif theirs.others and not _of_several(item):
        words = f"which of {', '.join((theirs.entity or '', *theirs.others))} is meant is open"
        yield unchecked(claim.id, item, table, series, None, Missing("no_entity", words))
        return
    if item.form == "level" and item.unread:
        missing = Missing("no_period", "when the figure that is compared with was is not read")
        yield unchecked(claim.id, item, table, series, theirs.entity, missing)
        return
    if item.turned and theirs.others:
        theirs = Whose(theirs.others[-1], theirs.assumed, (theirs.entity or "", *theirs.others[:-1]))
    subject = Subject(asking.tables.store, candidate.pack, table, series, theirs.entity, theirs.every)
    plain = item.base is not None or item.form in _COMPARING
    found = list(periods(asking.scope, asking.found, item.time, subject, events, plain=plain))[:READINGS]
    # a change from a time is to none that adds up all there is, and one value is no stretch to count in
    useless = {"coverage"} if plain else {"latest"} if item.form == "count" else set()
    found = [period for period in found if period.basis not in useless]
    if item.form == "level" and item.earlier:
        found = [moved for period in found if (moved := earlier(period, item.earlier))]
    if not found:
        unknown = "" if asking.scope.published else "; when the text was published, which may tell, is not known"
        missing = Missing("no_period", f"no period that {table.path} has is stated{unknown}")
        yield unchecked(claim.id, item, table, series, theirs.entity, missing)
    published = asking.scope.published
    for period in found:
        if published and period.lo > published:
            missing = Missing("forecast", "the period lies after the day of publication")
            yield unchecked(claim.id, item, table, series, theirs.entity, missing)
            continue
        for outcome in _outcomes(asking, subject, period, theirs, whole):
            if isinstance(outcome, Missing):
                yield unchecked(claim.id, item, table, series, theirs.entity, outcome, period)
                continue
            one = checked(claim.id, item, subject, period, outcome, theirs)
            if open_sum and one.result != "consistent":  # of both, or of each? only what fits is taken
                missing = Missing("no_entity", "whether the figure is of all that are named, or of each, is open")
                one = unchecked(claim.id, item, table, series, theirs.entity, missing, period)
            if table.entities.column is not None and _is_whole(asking) and one.result != "consistent":
                missing = Missing("no_entity", "whose the whole is that it is a part of, the claim does not say")
                one = unchecked(claim.id, item, table, series, theirs.entity, missing, period)
            yield one


def _is_whole(asking: Asking) -> bool:
    """Whether a figure is what another is a part of, and may be of all entities: "Tarn had 300 of the 900 visitors"."""
    found = asking.found
    claim = next((c for c in found.record.claims if c.id == found.claim.id), found.claim)
    cut = claim.span != found.claim.span and _OF_ALL.search(found.unnamed[: found.claim.span.start][-20:].lower())
    return asking.item.alone or bool(cut)


def claimed_sets(item: Asked, text: str) -> tuple[Interval, ...]:
    """The sets of values that the figure of ``item`` may stand for in the document's ``text``, each within the next, in
    the figure's own unit; none without a figure."""
    if item.quantity is None:
        return ()
    quantity, span = item.quantity, item.quantity.span
    figure = text[span.start : span.end]
    if item.over is None:
        return printed(figure, quantity, text[max(0, span.start - _JUST) : span.start])
    # "at most 1,200, the same number as in two days": the number itself is what is the same
    number = quantity.upper if quantity.upper is not None else quantity.lower
    point = replace(quantity, lower=number, upper=number, lower_open=False, upper_open=False)
    return tuple(scaled(one, 1 / item.over) for one in printed(figure, point))


def _whose(asking: Asking, candidate: Candidate, said: Sequence[Word]) -> tuple[Whose | None, str | None]:
    """Whose value it is, and whose the whole is where a share is of another entity's value of the same series."""
    item, found, entities = asking.item, asking.found, candidate.table.entities
    values, others = asking.tables.entities(candidate.pack, candidate.table), asking.tables.producers
    if item.gapped and item.quantity:
        return in_order(item.quantity, found, claim_words(found), entities, values, others), None
    theirs = whose(asking.scope, found, said, entities, values, others, beside(found, item.quantity))
    if item.form == "ratio":
        return theirs, None
    if every := of_all(asking, candidate, said, values):
        return every[0], None
    if theirs and not theirs.others and item.whole and not theirs.assumed:
        inside = distinct(entities, values, words(found.text, [item.whole]), others)
        if len(inside) == 1 and inside[0] != theirs.entity:
            return theirs, inside[0]  # "less than half of Elsin's"
    if not theirs or not theirs.others or item.together:
        return theirs, None
    if item.form == "level" and len(found.quantities) == 1 and beaten(found, said, entities, values, others):
        return Whose(theirs.entity), None  # "had 300, ahead of Elsin": its own
    if item.quantity and len(found.quantities) > 1 and item.form not in ("factor", "comparison"):
        theirs = nearest(item.quantity, found, said, entities, values, others) or theirs
    if theirs.others and item.whole and (pair := part_and_whole(item.whole, said, entities, values, others)):
        return Whose(pair[0]), pair[1]
    return theirs, None


def _outcomes(
    asking: Asking, subject: Subject, period: Period, theirs: Whose, whole: str | None
) -> Iterator[Outcome | Missing]:
    item = asking.item
    claimed = claimed_sets(item, asking.found.unnamed)
    fits = False
    if item.together and asking.found.portion and not theirs.others:
        item = replace(item, together=False)  # "the remaining 171 in Elsin"
    if theirs.every and theirs.assumed and has_total(subject, theirs.every, period):
        yield Missing("no_entity", f"one row of {subject.table.path} is the sum of the others")
    elif item.form == "share" and whole is not None:
        yield share(item, subject, replace(subject, entity=whole), period, claimed)
    elif item.form in ("share", "ratio"):
        yield from of_whole(asking, subject, period, claimed)
    elif item.form == "per_head":
        yield from of_people(asking, subject, period, claimed)
    elif item.together and not theirs.others and _others_near(asking, subject):
        yield Missing("no_entity", "what is added up is not all named by the claim itself")
    elif item.together:
        yield together(item, subject, (theirs.entity or "", *theirs.others), period, claimed)
    elif item.moved and item.among is not None:
        every = asking.tables.entities(subject.pack, subject.table)
        yield from in_how_many(item, subject, every, period, base_of(item, period))
    elif item.moved and theirs.others:
        yield from in_each(item, subject, (theirs.entity or "", *theirs.others), period, base_of(item, period))
    elif item.form == "count" and item.among is not None:
        yield how_many(item, subject, asking.tables.entities(subject.pack, subject.table), period, claimed)
    elif item.among is not None:
        yield among(item, subject, asking.tables.entities(subject.pack, subject.table), period, theirs.others)
    elif theirs.others:
        yield from between(item, subject, replace(subject, entity=theirs.others[0]), period, claimed)
    else:
        for outcome in computed(item, subject, period, base_of(item, period), claimed):
            yield outcome
            fits = fits or (
                isinstance(outcome, Outcome)
                and outcome.number is not None
                and bool(claimed)
                and holds(claimed[0], outcome.number)
            )
        unit = _UNIT.search(asking.found.low)
        if (
            item.form in ("maximum", "minimum")
            and not fits
            and not (item.grain or unit)
            and subject.series.sort == "flow"
        ):
            # "peaked at 900 in 2021": the best month, or the year itself among the years
            for whole_period in computed(replace(item, form="level"), subject, period, None, claimed):
                if isinstance(whole_period, Outcome):
                    yield whole_period


def _others_near(asking: Asking, subject: Subject) -> bool:
    """Whether the claim's sentence names other entities than the one that is asked of."""
    values = asking.tables.entities(subject.pack, subject.table)
    around = next(asking.scope.around(asking.found))
    return any(hit.entity != subject.entity for hit in named(subject.table.entities, values, around))


def _joined(asking: Asking, candidate: Candidate, said: Sequence[Word]) -> bool:
    """Whether a level is said of several entities in a row: "Tarn and Elsin had 300 visitors"."""
    found, item = asking.found, asking.item
    if item.form != "level" or item.alone or len(found.quantities) != 1 or _EACH.search(found.raw):
        return False
    return _in_row(asking, candidate, said)


def _in_row(asking: Asking, candidate: Candidate, said: Sequence[Word]) -> bool:
    values = asking.tables.entities(candidate.pack, candidate.table)
    hits = named(candidate.table.entities, values, said, asking.tables.producers)
    return in_row(hits, said, asking.found.text)


def _of_several(item: Asked) -> bool:
    """Whether a claim that names several entities of a table may be read of all of them."""
    if item.together or item.among is not None:
        return True
    if item.form in ("comparison", "factor"):
        return item.base is None or item.moved
    return item.form in ("change", "change_percent") and item.base is None and not item.ends
