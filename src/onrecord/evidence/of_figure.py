"""What one figure of a claim asks: a factor, a change, a share, a rate, or a value of a period."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.compared import follows, is_base, of_base, shared
from onrecord.evidence.extremes import aggregate, ranged, utmost
from onrecord.evidence.fractions import FRACTION, fraction, part_of, whole_of, within_its_own
from onrecord.evidence.model import Grain
from onrecord.evidence.moments import Moments, stretch
from onrecord.evidence.no_level import is_no_level
from onrecord.evidence.occasions import occasions
from onrecord.evidence.ordering import direction
from onrecord.evidence.periods import parse_day, pieces
from onrecord.evidence.question import Asked, Context
from onrecord.evidence.ratios import TO_ONE
from onrecord.record import Quantity, QueryForm, Time

__all__ = ["of_figure"]

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
_PART = re.compile(rf"{FRACTION.pattern}|\b(?:in|out of)\b")


def of_figure(found: Context, quantity: Quantity, moments: Moments) -> list[Asked]:
    """What ``quantity`` of the claim asks, with the times that ``moments`` gives roles; nothing where the words around
    it make it something that is not understood."""
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
