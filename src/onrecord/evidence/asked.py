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
from onrecord.evidence.compared import follows, is_base, of_base, ordered_after, plain, shared, times_after, trailing
from onrecord.evidence.counts import counted
from onrecord.evidence.extremes import aggregate, ranged, units_only, utmost
from onrecord.evidence.fractions import FRACTION, fraction, of_hundred, part_of, whole_of, within_its_own
from onrecord.evidence.in_period import in_period
from onrecord.evidence.marks import marked
from onrecord.evidence.model import Grain
from onrecord.evidence.moments import Moments, stretch
from onrecord.evidence.no_level import is_no_level, not_told_apart, part_way
from onrecord.evidence.occasions import occasions
from onrecord.evidence.ordering import direction, without_figure
from onrecord.evidence.periods import parse_day, pieces
from onrecord.evidence.question import Asked, Context, context, whole_days
from onrecord.evidence.ranks import among
from onrecord.evidence.rated import by_heads
from onrecord.evidence.ratios import TO_ONE, ratio
from onrecord.evidence.superlatives import RANK
from onrecord.evidence.unread import unread_stretch
from onrecord.record import Quantity, QueryForm, Time
from onrecord.spans import Span

__all__ = ["Asked", "Context", "asked", "context", "whole_days"]

# "exceeded Elsin's by 300"
_AHEAD_BY = re.compile(
    r"\b(?:(exceeded|surpassed|beat|outpaced|outstripped|topped|led|outnumbered|overtook)|(?:trailed"
    r"|lagged|fell short of))\b"
    r"[^,;#]*\bby\s+(?:(?:about|some|just|only|nearly|almost|over|around|more than)\s+)*$"
)
_EVERY_UNIT = re.compile(r"\b(?:every|each)\s+(?:single\s+)?(?:day|week|month|quarter|year)$")
_FACTOR_OF = re.compile(
    r"\bby (?:a|the) (?:factor|ratio|margin) of\s+(?:(?:about|some|roughly|almost|nearly|just|over)\s+)*$"
)
_BY = re.compile(r"\bby\s+(?:(?:about|some|roughly|almost|nearly|just|over|more than)\s+)*$")
_NEVER_BEFORE = re.compile(r"^\W{0,4}(?:never|not once|at no (?:time|point)) (?:before|prior to|until) (?:the )?")
_PART = re.compile(rf"{FRACTION.pattern}|\b(?:in|out of)\b")


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
    made = counts or [item for quantity in figures for item in _of_figure(found, quantity, moments)]
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


def _of_figure(found: Context, quantity: Quantity, moments: Moments) -> list[Asked]:
    before, after = found.before(quantity.span), found.after(quantity.span)
    end = _end(found, quantity, moments)
    based = [q for q in found.quantities if is_base(found, q)]
    if quantity in based and not end and not _added_up(found):
        when = of_base(found, quantity, moments.when, moments.after)
        return [Asked("level", quantity, when[0], earlier=when[1]) if when else Asked("level", quantity, unread=True)]
    time = end or moments.of(quantity, found.quantities) or moments.since
    if any(part_of(found, other, quantity) for other in found.quantities):
        return [Asked("level", quantity, time, alone=True)]
    if _added_up(found) and not quantity.trend and not found.every and not whole_of(found, quantity):
        return [Asked("level", quantity, time, together=True)]
    main, base = moments.when, moments.base
    relation = quantity.compared.relation if quantity.compared else None
    if relation in ("more", "less") and not follows(found, quantity):
        relation = None
    sign = {"up": 1, "down": -1, None: 0}[quantity.trend]
    ends = bool(main and not base and not moments.earlier and not moments.joined and stretch(found.words(main.span)))
    unread = moments.unread or bool(not base and not moments.earlier and phrasing.FROM_WHAT.search(found.raw))
    to_one = TO_ONE.match(after) and (_FACTOR_OF.search(before) or _BY.search(before))
    if TO_ONE.match(after) and not to_one:
        return []  # "three to one": of what is not read
    if (often := occasions(found, quantity, time)) is not None:
        return often
    if quantity.unit_name == "time" or relation == "times" or to_one or "factor of" in before[-24:]:
        quantity = _shrunk(quantity)
        return [Asked("factor", quantity, main, base, moments.earlier, ends, sign, unread=unread)]
    if (by := _AHEAD_BY.search(before)) and not re.match(r"\s{1,4}to\s", after):
        return [Asked("change", quantity, main, base, moments.earlier, sign=1 if by[1] else -1, unread=unread)]
    form, moved = _change(found, quantity, relation, before, after)
    if form:
        sign = sign or moved or {"more": 1, "less": -1}.get(relation or "", 0) or direction(found.low)
        base = base or moments.since
        # A change that only a word beside the figure says may be of other things: what it is from must be told.
        beside = moved or (phrasing.MOVED_BY.search(before) and quantity.unit != "%")
        told = base or moments.earlier or ends or not beside
        made = Asked(form, quantity, main, base, moments.earlier, ends, sign, unread=unread)
        return [made if told else replace(made, stocked=True)]
    if phrasing.ANOTHER.search(before) or is_no_level(found, quantity):
        return []
    if whole := whole_of(found, quantity):
        if times := within_its_own(found, whole):
            return [Asked("share", quantity, times[0], times[1], whole=whole)]
        return [Asked("share", quantity, time, whole=whole)]
    each = phrasing.IN_EVERY.match(after) or _EVERY_UNIT.search(found.words(quantity.span))
    if quantity.per and quantity.lower != quantity.upper and (each or ranged(found, quantity)):
        return aggregate(found, replace(quantity, per=None), time, before, after)
    if not end and shared(found, based):
        return [Asked("level", quantity, unread=True)]
    if quantity.per is not None:
        heads = any(word in quantity.per for word in ("person", "inhabitant", "head", "capita", "resident", "people"))
        return [] if utmost(found, quantity) else [Asked("per_head" if heads else "per_day", quantity, time)]
    if quantity.unit == "1" and fraction(found, quantity) and _PART.search(found.words(quantity.span)):
        return []  # "more than half" of what is not read: no level
    return aggregate(found, quantity, time, before, after)


def _shrunk(quantity: Quantity) -> Quantity:
    """A bound of how far something fell: "more than halved" leaves less than half."""
    if quantity.trend != "down" or (quantity.lower is None) == (quantity.upper is None):
        return quantity
    lower, upper = quantity.upper, quantity.lower
    return replace(quantity, lower=lower, upper=upper, lower_open=quantity.upper_open, upper_open=quantity.lower_open)


def _end(found: Context, quantity: Quantity, moments: Moments) -> Time | None:
    """The first or last unit of a stretch for one of two figures: "from 300 to 400 between 2020 and 2021"."""
    time = moments.when
    order = 1 if phrasing.FROM_TO.search(found.low) else -1 if phrasing.TO_FROM.search(found.low) else 0
    if not order or len(found.quantities) != 2 or len(moments.main) != 1 or moments.base or time is None:
        return None
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    if not lo or not hi or not stretch(found.words(time.span)):
        return None
    grains: tuple[Grain, ...] = ("year", "quarter", "month", "week", "day")
    parts = next((p for p in (pieces(lo, hi, grain) for grain in grains) if p and len(p) > 1), None)
    if parts is None:
        return None
    first = (quantity is found.quantities[0]) == (order > 0)
    end = parts[0] if first else parts[-1]
    return replace(time, lo=end[0].isoformat(), hi=end[1].isoformat(), alternatives=())


def _added_up(found: Context) -> bool:
    """Whether the claim's figures are of several entities added up."""
    start = found.claim.span.start
    if phrasing.TOGETHER.search(found.raw) or phrasing.TAKEN_TOGETHER.search(found.unnamed[:start][-80:].lower()):
        return True
    between = phrasing.BETWEEN.match(found.unnamed[start : found.claim.span.end])
    if between and not any(time.span.start < start + between.end() for time in found.times):
        return True  # not "Between Christmas Day and New Year's Eve, …"
    several = phrasing.NAMES.search(found.unnamed[start : found.claim.span.end])
    return bool(
        several
        and (phrasing.IN_ALL.search(found.raw) or phrasing.IN_ALL_FIRST.search(found.unnamed[:start][-80:].lower()))
    )


def _change(
    found: Context, quantity: Quantity, relation: str | None, before: str, after: str
) -> tuple[QueryForm | None, int]:
    """The form of a figure that is a change, not a level that something rose or fell to, and the direction that only
    the words beside it give."""
    points = quantity.unit == "pp" or (quantity.unit_name == "point" and quantity.trend is not None)
    moved = quantity.trend is not None or relation in ("more", "less")
    sign = 0
    if not moved and quantity.lower == quantity.upper:
        said = (
            phrasing.MORE_AFTER.match(after)
            or phrasing.NOUN_MORE.match(after)
            or phrasing.GROWTH_WAS.search(found.before(quantity.span, 120))
        )
        if said is None and not found.words(quantity.span).startswith("up to"):
            said = phrasing.MOVED_BY.search(before) or phrasing.UP_OR_DOWN.search(before)
        sign = 0 if said is None else 1 if said[1] else -1
    if relation == "from" or phrasing.TO.search(before) or phrasing.FROM.search(before):
        moved, sign = False, 0
    if points:
        return "change_points", sign
    if not moved and not sign:
        return None, 0
    if quantity.unit == "%" or (quantity.unit == "1" and fraction(found, quantity)):
        return "change_percent", sign
    return "change", sign
