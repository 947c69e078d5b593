"""Guesses from the words of a header and the look of dates: unit, property, sort, grain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from statistics import median

from onrecord.evidence.model import Grain, Sort

__all__ = ["code_of", "grain_of", "property_of", "sort_of", "unit_of"]

_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,20})[)\]]")
_WORDS = re.compile(r"[\W_]+")

_INDEX = re.compile(r"\b(index|cpi|deflator)\b")
_RATE = re.compile(r"\b(rate|share|ratio|percent|percentage|pct|per|average|mean|inflation|yield)\b")
_STOCK = re.compile(r"\b(population|stock|stocks|balance|level|cumulative|total to date|registered|inventory|debt)\b")

_QUARTER = re.compile(r"\d{4}[- /]?Q[1-4]|Q[1-4][- /]?\d{4}", re.IGNORECASE)
_WEEK = re.compile(r"\d{4}[- ]?W\d{2}", re.IGNORECASE)

# Days between one row and the next, and the grain that it tells.
_STEPS: tuple[tuple[int, int, Grain], ...] = (
    (1, 1, "day"),
    (7, 7, "week"),
    (28, 31, "month"),
    (90, 92, "quarter"),
    (365, 366, "year"),
)


def unit_of(header: str) -> tuple[str, str | None, str | None]:
    """Unit, counted noun and per, from a header: ``rain (mm)``, ``rice_tonnes``, ``% of homes``, ``trucks``.

    The unit is what the reader of quantities makes of the word after a number; ``1`` where it knows none.
    """
    from onrecord.api import quantities

    bracketed = _BRACKETED.search(header)
    words = [word for word in _WORDS.split(_BRACKETED.sub(" ", header)) if word]
    tries = [bracketed[1]] if bracketed else []
    tries += ["%"] if "%" in header else []
    tries += [word for word in (words[-1:] + words[:1]) if len(word) > 1]
    for word in tries:
        for quantity in quantities(f"There were 5 {word} there."):
            if quantity.unit != "1" and quantity.lower == 5:
                return quantity.unit, None, quantity.per
    counted = words[-1].lower() if words and words[-1].endswith("s") and len(words[-1]) > 3 else None
    return "1", counted.removesuffix("s") if counted else None, None


@cache
def code_of(unit: str) -> str:
    """The UCUM code of a unit as people write it ("MWh" is MW.h, "ha" is har); ``unit`` itself where it is one already
    or the reader of quantities does not know it.

    >>> code_of("hectares"), code_of("MW.h"), code_of("widgets")
    ('har', 'MW.h', 'widgets')
    """
    from onrecord.normalise.quantities.conversion import dimension

    if unit in ("1", "%") or dimension(unit):
        return unit
    read, counted, per = unit_of(f"({unit})")
    return unit if read == "1" or counted or per else read


def property_of(header: str) -> str:
    """The header as words, without a unit at its end: a first proposal, which a person replaces."""
    text = _BRACKETED.sub(" ", header)
    words = [word for word in re.split(r"[\s_]+", text) if word]
    unit, _, _ = unit_of(header)
    if len(words) > 1 and unit != "1" and unit_of(words[-1])[0] == unit:
        words = words[:-1]
    return " ".join(words).strip().lower()


def sort_of(header: str, unit: str) -> Sort:
    """Flow, stock, rate or index, by the words of the header."""
    words = " ".join(_WORDS.split(header.lower()))
    if _INDEX.search(words):
        return "index"
    if unit == "%" or _RATE.search(words):
        return "rate"
    return "stock" if _STOCK.search(words) else "flow"


def grain_of(texts: Sequence[str], form: str | None = None) -> Grain | None:
    """How long a period is: by the look of it, or by the usual step from one date to the next."""
    filled = [text for text in texts if text]
    for pattern, grain in ((_QUARTER, "quarter"), (_WEEK, "week")):
        if filled and sum(1 for text in filled if pattern.fullmatch(text)) >= 0.9 * len(filled):
            return grain  # type: ignore[return-value]  # one of the grains
    days = sorted({day for day in (_day(text, form) for text in filled) if day})
    if len(days) < 3 or len(days) * 2 < len(set(filled)):
        return None
    step = median((after - before).days for before, after in pairwise(days))
    return next((grain for low, high, grain in _STEPS if low <= step <= high), None)


def _day(text: str, form: str | None) -> date | None:
    try:
        if form is None:
            return date.fromisoformat(text[:10])
        return datetime.strptime(re.sub(r"(?i)\bsept\b", "Sep", text), form).date()  # noqa: DTZ007 - days have no zone
    except ValueError:
        return None
