"""Sentences as patterns see them: the words between the figures in lower case, a sign for each figure and each time.

A pattern is a regular expression over such a sentence, so that names, however long, are never what it matches.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, cast

from onrecord.evidence.inside.sets import point
from onrecord.evidence.printed import counted, printed
from onrecord.record import Interval, Quantity, Record, Time

__all__ = [
    "ANY",
    "CHANGE",
    "DATE",
    "FIGURE",
    "LENGTH",
    "OFTEN",
    "PERCENT",
    "RATIO",
    "TIMES",
    "Figure",
    "Sentence",
    "sentences",
]

FIGURE, PERCENT, CHANGE, RATIO, TIMES, DATE, LENGTH, OFTEN = (chr(0xE000 + n) for n in range(8))
"""A count, measure or amount; per cent; points; a fraction; a multiple; a date; a length of time; a repeated time."""
ANY = f"{FIGURE}-{OFTEN}"
"""All signs, inside the brackets of a regular expression."""

_END = re.compile(r"[.!?…](?![.!?…])[”’\"')\]]{0,4}(?=\s)|\n")
_NOT_END = re.compile(
    r"(?:\b(?:[A-Za-z]|mr|mrs|ms|dr|st|gen|col|lt|sen|rep|gov|no|approx|ca|inc|co|ltd|vs|etc|jan|feb|mar|apr|jun|jul"
    r"|aug|sep|sept|oct|nov|dec))\.$",
    re.IGNORECASE,
)
_PRIVATE = re.compile("[\ue000-\ue0ff]")
_SPACE = re.compile(r"\s")
_LONG = re.compile(r"^(?:(?:a|the)\s+)?(day|week|month|year)-long$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with the narrowest and the widest set of values that it may stand for."""

    quantity: Quantity
    text: str
    narrow: Interval
    wide: Interval

    @property
    def id(self) -> str:
        return self.quantity.id

    @property
    def exact(self) -> float | None:
        """The value where it is one."""
        return self.quantity.lower if self.quantity.lower == self.quantity.upper else None


Item: TypeAlias = Figure | Time


@dataclass(frozen=True)
class Sentence:
    """``shape`` is the sentence with signs, ``items`` what the signs stand for, in order, ``start`` where it begins."""

    start: int
    end: int
    shape: str
    items: tuple[Item, ...]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where each item's sign stands in the shape."""
        return tuple(n for n, sign in enumerate(self.shape) if FIGURE <= sign <= OFTEN)

    def number(self, place: int) -> int:
        """Which item's sign is at ``place`` of the shape, or the first after it."""
        return bisect_left(self.places, place)

    def figure(self, found: re.Match[str], name: str) -> Figure:
        """The figure that a pattern's group is the sign of."""
        return cast(Figure, self.items[self.number(found.start(name))])

    def time(self, found: re.Match[str], name: str) -> Time:
        """The time that a pattern's group is the sign of."""
        return cast(Time, self.items[self.number(found.start(name))])

    def sign(self, number: int) -> str:
        """The sign of item ``number``."""
        return self.shape[self.places[number]]

    def after(self, number: int) -> str:
        """The words between item ``number`` and the next one, or the end."""
        end = self.places[number + 1] if number + 1 < len(self.places) else len(self.shape)
        return self.shape[self.places[number] + 1 : end]


def sentences(record: Record) -> Iterator[Sentence]:
    """The sentences of a record's text that hold a figure or a time, in order."""
    text = record.document.text
    items: list[Quantity | Time] = sorted(
        (*record.quantities, *record.times), key=lambda item: (item.span.start, -item.span.end)
    )
    first = 0
    start = 0
    for end in _ends(text):
        held: list[Quantity | Time] = []
        reach = start
        while first < len(items) and items[first].span.start < end:
            if items[first].span.start >= reach and items[first].span.end <= end:
                held.append(items[first])
                reach = items[first].span.end
            first += 1
        if held:
            yield _sentence(text, start, end, held)
        start = end


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        if found[0][0] == "." and _NOT_END.search(text[max(0, found.start() - 8) : found.start() + 1]):
            continue
        yield found.end()
    yield len(text)


def _sentence(text: str, start: int, end: int, held: list[Quantity | Time]) -> Sentence:
    shape: list[str] = []
    items: list[Item] = []
    at = start
    for item in held:
        shape.append(_plain(text[at : item.span.start]))
        words = text[item.span.start : item.span.end]
        shape.append(_sign(item, words))
        items.append(item if isinstance(item, Time) else _figure(text, item, words))
        at = item.span.end
    shape.append(_plain(text[at:end]))
    return Sentence(start, end, "".join(shape).lstrip(" "), tuple(items))


_GAP = 400
"""Characters between two figures from which on nothing links them: only the two ends are kept, with a break."""


def _plain(words: str) -> str:
    if len(words) > _GAP:
        return f"{_plain(words[: _GAP // 2])}\n{_plain(words[-_GAP // 2 :])}"
    low = words.lower()
    return _SPACE.sub(" ", _PRIVATE.sub(" ", low))


_BEFORE = 12
"""Characters before a figure in which "just over" has its first word."""


def _figure(text: str, quantity: Quantity, words: str) -> Figure:
    start = quantity.span.start
    readings = printed(words, quantity, text[max(0, start - _BEFORE) : start]) or (Interval(None, None),)
    narrow, wide = readings[0], readings[-1]
    if quantity.lower is not None and counted(words, quantity):  # the number itself, and only zeros may be rounded
        narrow = point(quantity.lower)
        wide = narrow if wide == Interval(quantity.lower - 0.5, quantity.lower + 0.5) else wide
    return Figure(quantity, words, narrow, wide)


def _sign(item: Quantity | Time, words: str) -> str:
    if isinstance(item, Time):
        if item.kind == "duration" or _LONG.match(words):
            return LENGTH
        return OFTEN if item.kind == "set" else DATE
    if item.unit == "%":
        return PERCENT
    if item.unit in ("pp", "bp") or item.unit_name == "point":
        return CHANGE
    if item.unit == "1" and item.unit_name == "time":
        return TIMES
    values = [value for value in (item.lower, item.upper) if value is not None]
    if item.unit == "1" and item.per is None and any(0 < abs(value) < 1 for value in values) and not _digital(words):
        return RATIO
    return FIGURE


def _digital(words: str) -> bool:
    """Whether it is written as a decimal number and not as a fraction."""
    return "." in words
