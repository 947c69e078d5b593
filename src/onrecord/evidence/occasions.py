"""Figures of how often something came about: "warplanes struck Darvan 49 times", which is no factor."""

from __future__ import annotations

import re

from onrecord.evidence.question import Asked, Context
from onrecord.evidence.wording import moves
from onrecord.record import Quantity, Time

__all__ = ["occasions"]

# What makes a figure a factor: it is set against something ("three times as many", "twice Xxxx's", "5 times the")
_AGAINST = re.compile(
    r"(?:\s{0,3}times\b)?\s{0,3}(?:as|more|less|fewer|the|that|those|what|its|their|his|her|our|over|than|of|in a row"
    r"|running|in succession|xxxx|[a-z]{2,12}er|bigger|larger|greater|higher|lower)\b"
)
# What is compared, ranked or measured beside it: the times may be those at which a figure was passed
_MEASURED = re.compile(
    r"\b(?:number|figure|rate|level|record|average|mean|total|price|cost|share|more|less|fewer|above|below|over|under"
    r"|than|most|least|peak\w{0,3}|multipl\w{1,4}|outnumber\w{0,3}|exceed\w{0,3}|by|factor|worth|as|at least"
    r"|[a-z]{2,12}est)\b"
)


def occasions(found: Context, quantity: Quantity, time: Time | None) -> list[Asked] | None:
    """The number of things that a claim counts by "times" as a level of theirs; empty where it may be neither that nor
    a factor; None where it is a factor."""
    if quantity.unit_name != "time" or quantity.trend or not _when(found, quantity):
        return None
    if _AGAINST.match(found.after(quantity.span)):
        return None
    said = re.findall(r"[a-z]+", found.low)
    if any(word in moves("up") or word in moves("down") for word in said):
        return None
    known = quantity.lower is not None and float(quantity.lower).is_integer()
    if not known or len(found.quantities) > 1 or _MEASURED.search(found.before(quantity.span, 200)):
        return []
    return [Asked("level", quantity, time, often=True)]


def _when(found: Context, quantity: Quantity) -> bool:
    """Whether what a figure seems compared with is only when: "99 times last month", not "last month's"."""
    span = quantity.compared.span if quantity.compared else None
    if span is None:
        return True
    owns = found.unnamed[span.end : span.end + 2].startswith(("'", "’"))
    return not owns and any(t.span.start <= span.start and span.end <= t.span.end for t in found.times)
