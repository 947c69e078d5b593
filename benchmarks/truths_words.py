"""How a part of the benchmark words things: periods, sentences, who says it. The two parts share no wording here."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

__all__ = ["CLOSE", "OPEN", "Wording", "capital", "marked", "months_of", "placed", "relative", "said", "sort_of"]

OPEN, CLOSE = "\x02", "\x03"

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Wording:
    """The wordings of one part.

    ``wraps`` make a sentence of a clause (``{c}``; ``{S}`` with a capital), ``fronts`` put its period first, ``named``
    name the producer, ``joins`` put two clauses in one sentence. ``generic`` are clauses for any property by what they
    say. ``periods`` and ``bare`` name a period by its sort, with and without its preposition; ``relative`` only make
    sense beside a date of publication, the second word says which.
    """

    wraps: tuple[str, ...]
    fronts: tuple[str, ...]
    named: tuple[str, ...]
    joins: tuple[str, ...]
    speakers: tuple[str, ...]
    publishers: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    generic: Mapping[str, tuple[str, ...]]
    periods: Mapping[str, tuple[str, ...]]
    bare: Mapping[str, tuple[str, ...]]
    relative: Mapping[str, tuple[tuple[str, str], ...]]
    up: Mapping[str, tuple[str, ...]]
    down: Mapping[str, tuple[str, ...]]
    hard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def sort_of(span: tuple[date, date]) -> str:
    """What people call a stretch of days: day, week, month, quarter, half, year, days, months, years."""
    lo, hi = span
    after = hi + timedelta(1)
    if lo == hi:
        return "day"
    if lo.day == 1 and after.day == 1:
        count = (after.year - lo.year) * 12 + after.month - lo.month
        if lo.month == 1 and count % 12 == 0:
            return "year" if count == 12 else "years"
        if count == 1:
            return "month"
        if count == 3 and lo.month % 3 == 1:
            return "quarter"
        if count == 6 and lo.month in (1, 7):
            return "half"
        return "months" if lo.year == hi.year else "months_cross"
    if (hi - lo).days == 6:
        return "week" if lo.month == hi.month else "week_cross"
    return "days" if lo.month == hi.month else "days_cross"


def months_of(span: tuple[date, date]) -> int:
    """How many months a stretch of whole months has."""
    after = span[1] + timedelta(1)
    return (after.year - span[0].year) * 12 + after.month - span[0].month


def _slots(span: tuple[date, date]) -> dict[str, str]:
    lo, hi = span
    return {
        "d": str(lo.day), "D": str(hi.day), "m": MONTHS[lo.month - 1], "M": MONTHS[hi.month - 1],
        "y": str(lo.year), "Y": str(hi.year), "wd": DAYS[lo.weekday()],
        "lo": f"{lo.day} {MONTHS[lo.month - 1]} {lo.year}", "hi": f"{hi.day} {MONTHS[hi.month - 1]} {hi.year}",
        "us": f"{MONTHS[lo.month - 1]} {lo.day}, {lo.year}", "ush": f"{MONTHS[hi.month - 1]} {hi.day}, {hi.year}",
        "q": ORDINALS[(lo.month - 1) // 3], "Q": str((lo.month - 1) // 3 + 1), "h": ORDINALS[(lo.month - 1) // 6],
        "th": "th" if 10 < lo.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(lo.day % 10, "th"),
        "n": str((hi - lo).days + 1),
    }  # fmt: skip


def said(span: tuple[date, date], wording: Wording, rng: random.Random) -> tuple[str, str]:
    """Words for a period, with their preposition and without it."""
    sort, slots = sort_of(span), _slots(span)
    return rng.choice(wording.periods[sort]).format(**slots), rng.choice(wording.bare[sort]).format(**slots)


def relative(span: tuple[date, date], wording: Wording, rng: random.Random) -> tuple[str, date] | None:
    """Words for a period that need a date of publication, and such a date; None where there are none."""
    sort = sort_of(span)
    choices = list(wording.relative.get(sort, ()))
    if sort in ("quarter", "half", "months") and span[0].month == 1:
        choices += wording.relative["since"]
    if not choices:
        return None
    text, rule = rng.choice(choices)
    hi = span[1]
    published = {
        "after": hi + timedelta(rng.randint(2, 6)),
        "next_day": hi + timedelta(1),
        "next_week": hi + timedelta(rng.randint(1, 7)),
        "next_month": hi + timedelta(rng.randint(3, 27)),
        "next_year": hi + timedelta(rng.randint(10, 300)),
        "same_year": hi + timedelta(rng.randint(3, 40)),
    }[rule]
    if (rule == "same_year" and published.year != hi.year) or (rule == "next_week" and hi.weekday() != 6):
        return None
    return text.format(**_slots(span)), published


def marked(text: str) -> str:
    """``text`` between the two signs that ``placed`` takes out again."""
    return f"{OPEN}{text}{CLOSE}"


def capital(text: str) -> str:
    """``text`` with a capital first letter, past any signs before it."""
    for index, sign in enumerate(text):
        if sign not in (OPEN, CLOSE, "“"):
            return text[:index] + sign.upper() + text[index + 1 :]
    return text


def placed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the signs, and where they were."""
    plain, spans, start = "", [], 0
    for sign in text:
        if sign == OPEN:
            start = len(plain)
        elif sign == CLOSE:
            spans.append((start, len(plain)))
        else:
            plain += sign
    return plain, spans
