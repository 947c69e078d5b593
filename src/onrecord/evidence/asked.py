"""What a claim asks of a series: which form of query, with which figure, times and direction.

Worked out from the claim's words alone, before any table is looked at. Each figure of a claim asks one thing; a claim
may ask more without a figure: "the highest since", "rose every month", "more than in". A figure whose wording is not
understood asks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.against import in_unit, moved_from, respectively, stray
from onrecord.evidence.compared import is_base, ordered_after, plain, times_after, trailing
from onrecord.evidence.counts import counted
from onrecord.evidence.extremes import units_only
from onrecord.evidence.fractions import of_hundred
from onrecord.evidence.in_period import in_period
from onrecord.evidence.marks import marked
from onrecord.evidence.model import Grain
from onrecord.evidence.moments import Moments
from onrecord.evidence.no_level import not_told_apart, part_way
from onrecord.evidence.of_figure import of_figure
from onrecord.evidence.ordering import direction, without_figure
from onrecord.evidence.question import Asked, Context, context, whole_days
from onrecord.evidence.ranks import among
from onrecord.evidence.rated import by_heads
from onrecord.evidence.ratios import ratio
from onrecord.evidence.superlatives import RANK
from onrecord.evidence.unread import unread_stretch
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["Asked", "Context", "asked", "context", "whole_days"]

_NEVER_BEFORE = re.compile(r"^\W{0,4}(?:never|not once|at no (?:time|point)) (?:before|prior to|until) (?:the )?")


def asked(found: Context) -> list[Asked]:
    """Everything that the claim asks, its figures first."""
    quantities = (in_unit(found, marked(found, plain(found, quantity))) for quantity in by_heads(found))
    found = replace(found, quantities=tuple(quantities))
    if unread_stretch(found) or not_told_apart(found):
        return []
    if len(found.quantities) > 1 and stray(found):
        return []  # a figure that was not read: whose the others are must not be mistaken
    if (divided := ratio(found)) is not None:
        return divided
    start = found.claim.span.start
    if phrasing.EXCEPT.search(found.unnamed[max(0, start - 80) : start].lower()):
        return []
    opened = _NEVER_BEFORE.match(found.raw)
    if opened and any(t.span.start - start == opened.end() for t in found.times):
        return []  # "never before May had it more than 300": of all that was before, from when on is not said
    leading = phrasing.LEADING.match(found.raw)
    if leading and not any(leading.start("other") <= t.span.start - start < leading.end() for t in found.times):
        return []
    if phrasing.OF_HUNDRED.match(found.raw):
        return of_hundred(found)
    # "Elsin had 300 visitors and Tarn 400": whose the first is must not be mistaken
    gapped = any(_gapped(found, quantity) for quantity in found.quantities[1:])
    if gapped and (any(q.trend or q.compared for q in found.quantities) or phrasing.COMPARES.search(found.low)):
        return []
    if any(q.trend for q in found.quantities) and len(found.quantities) > 1 and phrasing.TWO_CLAIMS.search(found.raw):
        return []  # claims that were not told apart: whose time and entity is whose is not known
    dated = [t for t in found.times if t.kind in ("date", "time") and not phrasing.PER_SINCE.match(found.words(t.span))]
    if part_way(found, dated):
        return []
    based = [q for q in found.quantities if is_base(found, q)]
    after = times_after(found, based, dated)
    moments = Moments(
        dated,
        found.low,
        found.words,
        found.before,
        carried=bool(found.claim.carried_times),
        compared=_compared(found),
        figures=len(found.quantities),
        after=after,
    )
    tail = trailing(found) if not moments.base and not moments.earlier else False
    moments.compare(tail)
    if moments.apart:
        return []
    ranked = among(found, moments)
    skipped = ranked[1] if ranked else None
    counts = counted(found, moments)
    figures = [q for q in found.quantities if q is not skipped]
    if not counts and len(figures) > 1 and any(units_only(found, q) for q in figures):
        return []  # in how many units something holds, but not how
    made = counts or [item for quantity in figures for item in of_figure(found, quantity, moments)]
    if "respectively" in found.low and len(figures) > 1:
        return respectively(found, moments, figures)
    if best := None if ranked or counts else in_period(found, moments):
        made = [_in_best(item, best) for item in made]
    if len(found.quantities) > 1 and phrasing.TWO_CLAIMS.search(found.raw) and any(i.form != "level" for i in made):
        return []  # claims that were not told apart: whose time, entity and extreme is whose is not known
    ways = list(_way(found, made))
    if len(made) == 1 and made[0].form == "level":
        ways += _after_it(found, made[0].time, tail)
    made += ways
    same = [item for quantity in found.quantities for item in _same(found, quantity)]
    lengths = [] if counts else [Asked("duration", length=t) for t in found.times if _length(t)]
    rest = [ranked[0]] if ranked else [] if figures and not made else list(without_figure(found, moments, made))
    rest += [] if ways else list(moved_from(found, moments, made))
    if _orders(found) and not any(item.form in _ORDERS for item in (*made, *rest)):
        made = [item for item in made if item.form not in ("level", "change", "comparison")]  # not of one value alone
    if gapped:
        return [replace(item, gapped=True) for item in made if item.form == "level" and not item.together]
    return [*made, *same, *rest, *lengths]


def _gapped(found: Context, quantity: Quantity) -> bool:
    """Whether a name alone stands for a clause before a figure: "and Tarn 400"; no time, as in "and May 400"."""
    start = found.claim.span.start
    match = phrasing.GAPPED.search(found.unnamed[start : quantity.span.start])
    return match is not None and not any(
        t.span.start < start + match.end("who") and start + match.start("who") < t.span.end for t in found.times
    )


def _in_best(item: Asked, best: Asked) -> Asked:
    """A figure beside the period that has the record is that period's own: "August was the best month, with 300"."""
    if item.form in ("maximum", "minimum"):
        return replace(item, form="level", time=best.time, grain=None)
    same = item.time and best.time and item.time.id == best.time.id
    return replace(item, time=best.time) if same else item


_ORDERS = ("rank", "record", "maximum", "minimum", "mean", "count", "trend")
_ONLY = re.compile(r"^\W*only\s+[a-z]")
_RECENT = re.compile(r"\bmost (?:recent\w*|likely|of)\b|\b(?:at|for the) (?:most|least|best|worst)\b")


def _orders(found: Context) -> bool:
    """Whether a claim says how its figure stands to others, which its own value neither shows nor refutes."""
    low = _RECENT.sub(" ", found.low)
    return bool(RANK.search(low) or _ONLY.search(low))


def _way(found: Context, made: Sequence[Asked]) -> Iterator[Asked]:
    """Which way a figure went between two times that are both stated with their figures: "fell from 400 in May to 300
    in June"."""
    levels = [item for item in made if item.form == "level" and item.time and item.quantity and not item.unread]
    if len(levels) != 2 or len(made) != 2:
        return
    based = [is_base(found, item.quantity) for item in levels if item.quantity]
    sign = direction(found.low)
    if based.count(True) == 1 and sign and phrasing.MOVED.search(found.low):
        now, then = (levels[1], levels[0]) if based[0] else (levels[0], levels[1])
        base = None if then.earlier else then.time
        yield Asked("comparison", time=now.time, base=base, earlier=then.earlier, sign=sign)


def _after_it(found: Context, time: Time | None, tail: Time | Grain | bool) -> Iterator[Asked]:
    """How a level stands to what the words after the claim compare it with: "…, more than in 2021", and which way it
    went since: "had risen to 300, from 250 a month earlier"."""
    if order := ordered_after(found, time):
        yield order
    elif not isinstance(tail, bool) and (sign := direction(found.low)) and phrasing.MOVED.search(found.low):
        base, unit = (None, tail) if isinstance(tail, str) else (tail, None)
        yield Asked("comparison", time=time, base=base, earlier=unit, sign=sign)


def _compared(found: Context) -> list[Span]:
    """Where the claim's figures say what they are compared with."""
    every = [q.compared for q in found.quantities if q.compared]
    return [one.span for one in every if one.relation in ("more", "less", "times")]


def _length(time: Time) -> bool:
    return time.kind == "duration" and bool(whole_days(time.duration))


def _same(found: Context, quantity: Quantity) -> Iterator[Asked]:
    """The comparison of a figure with the same figure over another length of time, before some event."""
    if not quantity.compared or quantity.compared.relation != "same":
        return
    span = quantity.compared.span
    for time in found.record.times:
        if time.kind == "duration" and span.start <= time.span.start and time.span.end <= span.end:
            days = whole_days(time.duration)
            if days:
                yield Asked("per_day", quantity, over=days, usual=True)
