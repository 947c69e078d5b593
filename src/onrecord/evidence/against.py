"""Claims of several figures: which is set against which, in what unit, and which way it moved between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.moments import Moments
from onrecord.evidence.question import Asked, Context
from onrecord.record import Quantity

__all__ = ["in_unit", "moved_from", "respectively", "stray"]


def respectively(found: Context, moments: Moments, figures: list[Quantity]) -> list[Asked]:
    """Figures and times in the same order: "300 and 400 in 2021 and 2022 respectively"."""
    if len(moments.main) == len(figures):
        return [Asked("level", q, t) for q, t in zip(figures, moments.main, strict=True)]
    return [Asked("level", q, moments.when) for q in figures] if len(moments.main) == 1 else []


def moved_from(found: Context, moments: Moments, made: list[Asked]) -> Iterator[Asked]:
    """Which way a level came from another: "6.8 %, down from 7.2 % in 2021"."""
    levels = len(made) == 2 and all(item.form == "level" and item.time for item in made)
    if levels and (way := _BETWEEN_TWO.search(found.low)):
        last, first = made if way[3] == "to" else reversed(made)
        if last.time != first.time:
            yield Asked("comparison", None, last.time, first.time, sign=1 if way[1] else -1)
        return
    for quantity in found.quantities:
        if quantity.compared is None or quantity.compared.relation != "from" or moments.when is None:
            continue
        span = quantity.compared.span
        way = _FROM.search(found.unnamed[quantity.span.end : span.end].lower())
        dated = (t for t in found.record.times if t.kind == "date" and 0 <= t.span.start - span.end <= _NEAR)
        base = next(dated, None)
        earlier = phrasing.EARLIER.search(found.unnamed[span.end : span.end + 25].lower())
        if way and (base or earlier):
            unit = phrasing.UNITS[next(g for g in earlier.groups() if g)] if earlier and not base else None
            yield Asked("comparison", None, moments.when, base, unit, sign=1 if way[1] else -1)


_BETWEEN_TWO = re.compile(
    rf"\b(?:({phrasing.UP})|({phrasing.DOWN}))\s+(?:[a-z]+ly\s+)?(to|from) #[^#;]{{0,40}}\b(?:from|to) #"
)
_NEAR = 12  # characters after a figure in which its time begins
_FROM = re.compile(rf"^[^#;]{{0,20}}?(?:\b({phrasing.UP})|\b(?:{phrasing.DOWN}))\s+from\b")


def in_unit(found: Context, quantity: Quantity) -> Quantity:
    """``quantity`` in the unit of the one that it is set against, where it gives none: "36 tonnes against 17"."""
    if quantity.unit != "1" or quantity.unit_name or (quantity.of and quantity.of.span.end > quantity.span.start):
        return quantity
    earlier = [q for q in found.record.quantities if q.span.end <= quantity.span.start]
    last = max(earlier, key=lambda q: q.span.end, default=None)
    between = found.unnamed[last.span.end : quantity.span.start] if last else ""
    if last and last.unit != "1" and len(between) < _BETWEEN and phrasing.SET_AGAINST.search(between.lower()):
        return replace(quantity, unit=last.unit)
    return quantity


_BETWEEN = 60  # characters between two figures that are set against each other
_GAPPED = re.compile(r"(?:,|;|\band|\bwhile|\bbut)\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*\s+(\d[\d,.]*)")


def stray(found: Context) -> bool:
    """Whether the claim gives another entity a number that was not read: "Elsin had 300 visitors, Tarn 90"."""
    known = [q.span for q in found.record.quantities] + [t.span for t in found.record.times]
    start = found.claim.span.start
    spots = (start + m.start(1) for m in _GAPPED.finditer(found.unnamed[start : found.claim.span.end]))
    return any(not any(span.start <= at < span.end for span in known) for at in spots)
