"""What a share is of, or whose heads a figure is by: another series, by the claim's words, a need or a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.evidence.asking import Asking
from onrecord.evidence.everyone import all_of, divided_by, spoken_of
from onrecord.evidence.forms import computed
from onrecord.evidence.gates import Candidate, candidates, label_words
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period, parse_day
from onrecord.evidence.phrasing import NEED
from onrecord.evidence.query import Missing
from onrecord.evidence.several import has_total
from onrecord.evidence.shares import per_head, ratio, share
from onrecord.evidence.subject import Subject
from onrecord.evidence.told import besides_names, claim_words, whole_words
from onrecord.evidence.whose import Whose, distinct, whose
from onrecord.evidence.wording import Word, contents, same_word, words
from onrecord.record import Interval

__all__ = ["of_people", "of_whole"]


def of_whole(
    asking: Asking, part: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """The share that ``part`` is of what the claim says it is of: of each series that this names, else of each that
    says how much is needed. A series in per cent is the share itself."""
    item, tables = asking.item, asking.tables
    if part.series.unit == "%" and item.form == "share":
        yield from computed(replace(item, form="level"), part, period, None, claimed)
        return
    assert item.whole is not None  # noqa: S101 (the form says so)
    phrase = whole_words(asking)
    meant = contents(phrase)
    if meant and all(word.low in NEED for word in meant):
        yield from _of_need(asking, part, period, claimed)
        return
    wholes, _ = candidates(phrase, tables.wholes(), tables.entities, tables.producers)
    values = tables.entities(part.pack, part.table)
    lent = [word for word in claim_words(asking.found) if not item.whole.start <= word.span.start < item.whole.end]
    if not wholes and item.form == "ratio":
        # "1.5 emergency admissions for each planned one": another of the same table, which the claim says half of
        beside = [(p, t, s) for p, t, s in tables.wholes() if (p, t) == (part.pack, part.table) and s != part.series]
        wholes, _ = candidates(phrase, beside, tables.entities, tables.producers, lent=lent)
        wholes = [each for each in wholes if _says(phrase, each)]
    if not wholes:  # "delivered 56 % of Tarrow's babies", "of the Tarrow total"
        own = (part.pack, part.table, part.series)
        wholes, _ = candidates(phrase, [own], tables.entities, tables.producers, lent=lent)
    if not wholes and not contents(besides_names(asking, part, phrase)):
        wholes = [Candidate(part.pack, part.table, part.series, part.series.property)]
    made, base = False, item.base
    ends = (parse_day(base.lo), parse_day(base.hi)) if base else (None, None)
    days = (ends[0], ends[1]) if ends[0] and ends[1] else None
    for each in wholes:
        values = tables.entities(each.pack, each.table)
        theirs = whose(asking.scope, asking.found, phrase, each.table.entities, values, tables.producers)
        if every := spoken_of(asking.found, item):
            theirs = all_of(every, each.pack, each.table, tables)
        if each.series.role == "need" and part.entity in values:
            theirs = Whose(part.entity)  # "of the water it needed": its own need
        same = each.table == part.table and each.series == part.series
        named = distinct(each.table.entities, values, words(asking.found.text, [item.whole]), tables.producers)
        if len(named) > 1:
            theirs = Whose(None, every=tuple(named))  # "of the people of Tarn and Elsin, 45 % lived in Elsin"
        elif same and not named and not days and not _of_others(part, theirs):
            theirs = divided_by((), each.table, values) if len(values) > 1 else None  # of all, which is not said
        if theirs is None and part.every and set(part.every) <= set(values):
            theirs = Whose(None, every=part.every)  # both of all
        if theirs and days and same:
            theirs = Whose(part.entity, every=part.every)  # of its own, in a longer time
        elif theirs is None or (same and (theirs.entity, theirs.every) == (part.entity, part.every)):
            continue
        made = True
        whole = Subject(tables.store, each.pack, each.table, each.series, theirs.entity, theirs.every)
        if theirs.every and theirs.assumed and has_total(whole, theirs.every, period):
            continue
        if item.form == "ratio":
            outcome = ratio(item, part, whole, period, claimed)
        else:
            outcome = share(item, part, whole, period, claimed, days)
        if isinstance(outcome, Outcome) and theirs.assumed:
            outcome = replace(outcome, assumed=(*outcome.assumed, theirs.assumed))
        yield outcome
    if not made and item.form == "ratio":
        stated = asking.found.text[item.whole.start : item.whole.end]
        yield Missing("no_denominator", f"no series is of “{stated}”")
    elif not made:
        yield from _of_need(asking, part, period, claimed)


def _of_others(part: Subject, theirs: Whose | None) -> bool:
    """Whether what a share is of is told to be of others than the part itself."""
    return theirs is not None and (theirs.entity, theirs.every) != (part.entity, part.every)


def _says(phrase: Sequence[Word], each: Candidate) -> bool:
    """Whether some word of the label is among those of ``phrase`` itself."""
    parts = label_words(each.label)
    return any(same_word(word.low, part) for word in phrase for part in parts)


def _of_need(
    asking: Asking, part: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """The share of what is needed, by each series that says how much that is."""
    item, tables = asking.item, asking.tables
    assert item.whole is not None  # noqa: S101 (the form says so)
    needs = tables.needs(part.pack, part.series)
    for pack, table, series in needs:
        values = tables.entities(pack, table)
        theirs = part.entity if part.entity in values else values[0] if len(values) == 1 else None
        if theirs is None:
            continue
        whole = Subject(tables.store, pack, table, series, theirs)
        outcome = share(item, part, whole, period, claimed)
        if isinstance(outcome, Outcome):
            note = f"the whole is not stated: {series.property} is meant ({whole.producer})"
            outcome = replace(outcome, assumed=(*outcome.assumed, note))
        yield outcome
    if not needs:
        stated = asking.found.text[item.whole.start : item.whole.end]
        yield Missing("no_denominator", f"no series is of “{stated}”")


def of_people(
    asking: Asking, part: Subject, period: Period, claimed: tuple[Interval, ...]
) -> Iterator[Outcome | Missing]:
    """``part`` by the number of its entity's people, by each series of its pack that counts these."""
    tables, made = asking.tables, False
    if part.series.sort not in ("flow", "stock"):
        yield Missing("unit_mismatch", f"{part.series.property} is no number that could be put per head")
        return
    for pack, table, series in tables.people(part.pack):
        values = tables.entities(pack, table)
        if part.entity in values or (part.every and set(part.every) <= set(values)):
            made = True
            people = Subject(tables.store, pack, table, series, part.entity, part.every)
            yield per_head(asking.item, part, people, period, claimed)
    if not made:
        yield Missing("no_denominator", f"no series counts the people of {part.entity or part.table.path}")
