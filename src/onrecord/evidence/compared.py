"""Figures that a claim only compares with: "to 400 from 300 in May", "against 300 the year before", "than the 300 of".

Such a figure is the value of another time than the claim's: of the one that stands right after it, of one that is
counted back from the claim's ("a year earlier"), else of none that could be read. What the claim says of its own time
is not said of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.model import Grain
from onrecord.evidence.periods import parse_day, shifted
from onrecord.evidence.question import Asked, Context
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["follows", "is_base", "of_base", "ordered_after", "plain", "shared", "times_after", "trailing"]

_THE = (
    r"(?:(?:the|a|an|its|their|some|just|only|about|around|level|levels|figure|total|record|of|high|low|same)\s+){0,4}"
)
_BASE = re.compile(
    rf"\b(?:from|against|versus|compared (?:with|to)|in comparison (?:with|to)|relative to|(?:up|down) on|as against"
    rf"|(?<!more )(?<!less )(?<!fewer )(?<!rather )(?<!other )than)\s+{_THE}$"
)
# "fewer than the 300 of May": no bound, but a figure that is known
_THAN_THE = re.compile(
    r"^(?:more|less|fewer|higher|lower|greater|smaller|larger|above|below|over|under)(?:\s+than)?\s+(?:the|its|their)\s"
)
_TAIL = re.compile(
    rf"\W{{0,3}}(?:and )?(?:(?:up|down|higher|lower) )?"
    rf"(?:from|than|against|versus|as against|compared (?:with|to))\s+{_THE}"
)
_AFTER = re.compile(r"\b(?:after|following)\s+(?:the\s+)?$")


# All that follows a figure of another entity: names stand as they are written
_ELSEWHERE = re.compile(
    r"(?:\s(?:[a-z]+\s)?(?:in|at|for|by|from|on)\s(?:the\s)?)(?:[A-Z][\w'’-]*\s?)+\W*|\s?\((?:[A-Z][\w'’-]*\s?)+\)\W*"
)


def is_base(found: Context, quantity: Quantity) -> bool:
    """Whether the claim only compares with a figure."""
    if _THAN_THE.match(found.words(quantity.span)):
        return True
    before = found.before(quantity.span)
    if _BASE.search(before):
        return not quantity.trend or quantity.lower == quantity.upper
    return bool(_AFTER.search(before)) and phrasing.earlier_unit(_following(found, quantity)) is not None


def plain(found: Context, quantity: Quantity) -> Quantity:
    """A figure of "fewer than the 300 of May" as the number that it is."""
    if not _THAN_THE.match(found.words(quantity.span)):
        return quantity
    number = quantity.lower if quantity.lower is not None else quantity.upper
    return replace(quantity, lower=number, upper=number, lower_open=False, upper_open=False, compared=None)


def times_after(found: Context, figures: Sequence[Quantity], dated: Sequence[Time]) -> list[Time]:
    """The times that stand right after a figure that is only compared with, before any other figure."""
    made = []
    for quantity in figures:
        following = _following(found, quantity)
        end = quantity.span.end + len(following)
        inside = [t for t in dated if quantity.span.end <= t.span.start and t.span.end <= end]
        if inside and _own(found, quantity, inside[0], figures):
            made.append(inside[-1] if phrasing.SAME_UNIT.search(following) else inside[0])
    return made


def _own(found: Context, quantity: Quantity, time: Time, figures: Sequence[Quantity]) -> bool:
    """Whether a time after a figure is that figure's alone: in "fell to 300 from 400 in May" it may be that of both."""
    if len(found.quantities) == 1 or found.claim.carried_times or len([t for t in found.times if t.lo]) > 1:
        return True
    return any(q.span.start > time.span.end for q in found.quantities if q not in figures)


def of_base(
    found: Context, quantity: Quantity, main: Time | None, after: Sequence[Time]
) -> tuple[Time | None, Grain | None] | None:
    """When a figure that is only compared with was: a time, or one that lies a unit before the claim's own; None where
    that is not read."""
    following = _following(found, quantity)
    end = quantity.span.end + len(following)
    own = next((t for t in after if quantity.span.end <= t.span.start < end), None)
    if unit := phrasing.earlier_unit(following):
        if own is None or phrasing.earlier_unit(found.words(own.span)):
            return main, unit
        return None
    if own is not None and phrasing.SAME_UNIT.search(following):
        moved = _in_year(main, own)
        return (moved, None) if moved else None
    if own is None and _ELSEWHERE.fullmatch(_following_names(found, quantity)):
        return main, None  # "against 300 in Elsin": at the same time
    return (own, None) if own is not None else None


def _in_year(time: Time | None, year: Time) -> Time | None:
    """The days of ``time`` in another year: "the same month of 2021"."""
    if time is None or year.grain != "year":
        return None
    lo, hi, other = parse_day(time.lo), parse_day(time.hi), parse_day(year.lo)
    moved = shifted(lo, hi, "year", other.year - lo.year) if lo and hi and other else None
    if moved is None:
        return None
    return replace(time, lo=moved[0].isoformat(), hi=moved[1].isoformat(), alternatives=())


def _following(found: Context, quantity: Quantity) -> str:
    """The words of the claim after a figure, up to the next one."""
    after = found.after(quantity.span, 80)
    starts = [q.span.start - quantity.span.end for q in found.quantities if q.span.start >= quantity.span.end]
    return after[: min(starts)] if starts else after


def _following_names(found: Context, quantity: Quantity) -> str:
    start = quantity.span.end
    return found.unnamed[start : start + len(_following(found, quantity))]


def shared(found: Context, figures: Sequence[Quantity]) -> bool:
    """Whether the only time of the claim may be that of the figure it compares with or of the one that it states."""
    dated = [t for t in found.times if t.kind in ("date", "time")]
    if not figures or len(dated) != 1 or found.claim.carried_times:
        return False
    last = max(found.quantities, key=lambda q: q.span.start)
    return last in figures and dated[0].span.start >= last.span.end and len(found.quantities) > 1


def trailing(found: Context) -> Time | Grain | bool:
    """What the words after a claim in its sentence compare it with: "…, up from 300 in May", "…, against 300 a year
    earlier"; True where they do but not so that it could be read, False where they do not."""
    end = found.claim.span.end
    tail = re.split(r"[.;!?](?:\W|$)|\n", found.unnamed[end : end + 120].lower())[0]
    if not phrasing.TRAILING.match(tail):
        return False
    match = _TAIL.match(tail)
    if match is None or phrasing.MOVED.search(tail[match.end() :]):
        return True  # "compared with a rise of 5% in May"
    dated = [t for t in found.record.times if end <= t.span.start < end + len(tail) and t.kind == "date" and t.lo]
    if unit := phrasing.earlier_unit(tail):
        return unit if all(phrasing.earlier_unit(found.words(t.span)) for t in dated) else True
    return dated[0] if len(dated) == 1 and not phrasing.SAME_UNIT.search(tail) else True


# "…, more than in 2021", after a figure; groups: more, less
_ORDER = re.compile(
    rf"\W{{0,3}}(?:and )?(?:(?:well|far|slightly|much|many|still|even|just|a little|a bit|rather) ){{0,2}}"
    rf"(?:({phrasing.COMPARATIVES_MORE})|({phrasing.COMPARATIVES_LESS})) than\b"
)


def ordered_after(found: Context, main: Time | None) -> Asked | None:
    """The comparison without a figure that the words after a claim make, where no other claim has them: "…, more than
    in 2021"; one that is not read where it is with something else than a time."""
    end = found.claim.span.end
    tail = re.split(r"[.;!?](?:\W|$)|\n", found.unnamed[end : end + 120].lower())[0]
    match = _ORDER.match(tail)
    reach = Span(end, end + len(tail))
    held = [part for claim in found.record.claims for part in claim.parts]
    if not match or any(part.start < reach.end and reach.start < part.end for part in held):
        return None
    dated = [t for t in found.record.times if end <= t.span.start < reach.end and t.kind == "date" and t.lo]
    unit = phrasing.earlier_unit(tail)
    base = (
        dated[0]
        if len(dated) == 1 and not unit and _IN.fullmatch(tail[match.end() : dated[0].span.start - end])
        else None
    )
    return Asked("comparison", None, main, base, unit, sign=1 if match[1] else -1, unread=not (base or unit))


_IN = re.compile(r"\s+(?:(?:in|on|during|for|it was|was|the|that|of)\s+){0,3}")


def follows(found: Context, quantity: Quantity) -> bool:
    """Whether the words that compare a figure stand right after it: "300 more than", not "300 in May, more than"."""
    if quantity.compared is None or quantity.compared.span.start < quantity.span.end:
        return True
    between = found.unnamed[quantity.span.end : quantity.compared.span.start].strip()
    return not between
