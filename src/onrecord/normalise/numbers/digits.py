"""Digit strings to values: separators by the habit of the text, digits of any script."""

from __future__ import annotations

import math
import re
from typing import Literal

from onrecord.normalise.numbers.tokens import Tokens

__all__ = ["Style", "digits_value", "style_of"]

Style = Literal["point", "comma"]
"""Which mark the text writes before decimals."""

_GROUPS = re.compile(r"\d{1,3}(?:(?P<mark>[.,'’٬])\d{3})(?:(?P=mark)\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
_ONLY_POINT = re.compile(r"\d{1,30}\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_ONLY_COMMA = re.compile(r"\d{1,30},(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")


def style_of(tokens: Tokens) -> Style:
    """The decimal mark by majority of the numbers that can be read one way only; the point where none can."""
    votes = 0
    for word in tokens.words:
        if word[0].isdecimal() and not word.isdecimal():
            votes += bool(_ONLY_COMMA.fullmatch(word)) - bool(_ONLY_POINT.fullmatch(word))
    return "comma" if votes > 0 else "point"


def digits_value(raw: str, style: Style = "point") -> float | None:
    """The value of one digit run, or None if it is no number (a version, a date) or too large for a float.

    >>> digits_value("1,209"), digits_value("1.209"), digits_value("1.209", "comma"),
    digits_value("10,00,000")
    (1209.0, 1.209, 1209.0, 1000000.0)
    """
    if raw.isdecimal():
        return _finite(raw)
    raw = raw.replace("٫", ".") if "٫" in raw else raw
    decimal = "." if style == "point" or "٬" in raw else ","
    whole, mark, part = raw.rpartition(decimal)
    if mark and part.isdecimal() and (whole.isdecimal() or _grouped(whole, decimal) or _INDIAN.fullmatch(whole)):
        return _finite(f"{_plain(whole)}.{part}")
    if _grouped(raw, decimal) or _INDIAN.fullmatch(raw):
        return _finite(_plain(raw))
    other = "," if decimal == "." else "."
    whole, mark, part = raw.rpartition(other)  # against the habit, but it can be read one way only
    if mark and part.isdecimal() and len(part) != 3 and (whole.isdecimal() or _grouped(whole, other)):
        return _finite(f"{_plain(whole)}.{part}")
    return _finite(_plain(raw)) if _grouped(raw, other) and raw.count(decimal) > 1 else None


def _grouped(raw: str, decimal: str) -> bool:
    match = _GROUPS.fullmatch(raw)
    return bool(match) and match["mark"] != decimal  # type: ignore[index]


def _plain(raw: str) -> str:
    return "".join(character for character in raw if character.isdecimal())


def _finite(raw: str) -> float | None:
    value = float(raw)
    return value if math.isfinite(value) else None
