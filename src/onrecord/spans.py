"""Spans: exact ranges of code points of one canonical text.

Every item of a record points into ``document.text`` with spans. Browsers count UTF-16 code units and files
count bytes, so the conversions live here, once, and are tested as round trips.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Offsets", "Span", "overlap", "quote", "within"]


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of Unicode code points; in JSON ``[start, end]``.

    >>> text = "the mayor said"
    >>> span = Span(4, 9)
    >>> text[span.start:span.end]
    'mayor'
    """

    start: int
    end: int


def quote(text: str, span: tuple[int, int]) -> str:
    """The verbatim characters of ``span`` in ``text``."""
    return text[span[0] : span[1]]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two spans share at least one code point."""
    return a[0] < b[1] and b[0] < a[1]


def within(spans: Iterable[tuple[int, int]], holders: Iterable[tuple[int, int]]) -> bool:
    """Whether each of ``spans`` lies wholly inside one of ``holders``."""
    held = list(holders)
    return all(any(c <= a and b <= d for c, d in held) for a, b in spans)


class Offsets:
    """Conversion of code point offsets of one text to UTF-16 code units and UTF-8 bytes, and back.

    Lone surrogates count as one code point, one UTF-16 unit and three bytes.
    Offsets run from 0 to ``len(text)`` inclusive; an offset inside a code point on the way back is
    rounded down to that code point's start. Building is linear in the text, each conversion logarithmic.
    """

    def __init__(self, text: str) -> None:
        self._utf16 = [0, *accumulate(2 if ord(c) > 0xFFFF else 1 for c in text)]
        self._utf8 = [0, *accumulate(_utf8_length(ord(c)) for c in text)]

    def to_utf16(self, offset: int) -> int:
        """UTF-16 code units before code point ``offset``."""
        return self._utf16[offset]

    def from_utf16(self, units: int) -> int:
        """Code points before UTF-16 unit ``units``."""
        return bisect_right(self._utf16, units) - 1

    def to_utf8(self, offset: int) -> int:
        """UTF-8 bytes before code point ``offset``."""
        return self._utf8[offset]

    def from_utf8(self, count: int) -> int:
        """Code points before UTF-8 byte ``count``."""
        return bisect_right(self._utf8, count) - 1


def _utf8_length(point: int) -> int:
    return 1 if point < 0x80 else 2 if point < 0x800 else 3 if point < 0x10000 else 4
