"""Bounds that the words around a figure give it: "passed the 5,000 mark", "fell short of 300"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.question import Context
from onrecord.record import Quantity

__all__ = ["TOUCHED", "at_no_time", "marked"]

_AT_NO_TIME = re.compile(
    r"^\W*(?:never|not once|not (?:one|a single) (?:day|week|month|quarter|year)"
    r"|at no (?:time|point|stage|month-end)|(?:in|on) no (?:single )?(?:day|week|month|quarter|year))\b"
)
# "never … did it reach 300", "at no point did it fall to 300"; the first group is of what it did not rise to
TOUCHED = re.compile(
    r"\b(?:(reach|hit|touch|attain|(?:rise|climb|get|go|come|grow) (?:up )?to|get as far as)|(?:fall|drop|sink|go down"
    r"|dip|decline|slip) to)\s+(?:(?:even|the|a|just|only)\s+){0,2}$"
)

_JUST = r"(?:(?:only|just|easily|narrowly|barely|comfortably|well)\s+)*"
_PASSED = re.compile(
    r"\b(?:pass|cross|break|broke|breach|top|surpass|exceed|clear)\w*\s+(?:through\s+)?(?:the\s+)(?:\w+\s+)?$"
)
# No rise: "brought up to 300 passengers" is at most 300, "added up to 300" a sum
_BROUGHT_UP_TO = re.compile(r"\b(?:brought|took|had|saw|carried|welcomed|received|admitted|drew|counted)\s+up to\s+$")
_ADDED_UP = re.compile(r"\b(?:added|adds|add|adding)\s+(?:#|up to\s+)$")
_MARK = re.compile(r"\s{0,4}(?:-\s{0,4})?(?:mark|threshold|milestone|barrier|line)\b")
_ABOVE = re.compile(rf"\b(?:surpass|exceed|topp|eclips)\w*\s+{_JUST}$|\b(?:north|upwards|in excess) of\s+$")
_SHORT = re.compile(
    r"\b(?:fell|falls|falling|fallen|stopp?ed|just|remained|stayed|was|were)\s+(?:\w+\s+)?(?:short"
    r"|shy) of\s+(?:the\s+)?$"
    r"|\b(?:did not|didn['’]t|never|failed to|not)\s+(?:even\s+|quite\s+)?(?:to\s+)?reach(?:ed)?\s+(?:the\s+)?$"
    r"|\bsouth of\s+$"
)


_BOUND = re.compile(r"(?:below|under|above|beneath|past|as (?:low|high) as)\b")
_NAMED = re.compile(r"\b(?:Lower|Upper|Higher|Greater|Rising|Falling|Low|High)\s+[A-Z]")


def _moves(found: Context) -> bool:
    """Whether the claim says that something moves, names left out."""
    text = _NAMED.sub("", found.unnamed[found.claim.span.start : found.claim.span.end])
    return bool(phrasing.MOVES_OR_LIES.search(text.lower()) or _LOWER.search(text.lower()))


_LOWER = re.compile(r"\b(?:lower|higher|fewer|more|less)\b")


# "half a point", "0.4 of a percentage point"
_POINT = re.compile(r"\s{1,4}(?:of\s+)?an?\s+(?:full\s+|whole\s+)?(?:percentage\s+|per\s?cent\s+)?point\b(?!\s+of\b)")


def at_no_time(found: Context) -> bool:
    """Whether a claim begins with a denial of every time: "Never in 2021 did it exceed 300"."""
    return bool(_AT_NO_TIME.search(found.raw))


def marked(found: Context, quantity: Quantity) -> Quantity:
    """``quantity``, as a bound where it is one number and the words around it make it one."""
    if quantity.unit == "1" and quantity.unit_name is None and _POINT.match(found.after(quantity.span)):
        quantity = replace(quantity, unit="pp", unit_name="percentage point")
    sign = "#" if found.words(quantity.span).startswith("up to") else ""
    if _ADDED_UP.search(found.before(quantity.span) + sign) and quantity.upper is not None:
        return replace(quantity, lower=quantity.upper, trend=None, lower_open=False, upper_open=False)
    by = re.search(r"\bby\s+(?:just\s+|only\s+)?$", found.before(quantity.span))
    if quantity.trend and not by and _BOUND.match(found.words(quantity.span)):
        return replace(quantity, trend=None)  # "fell below 300" says where it lies, not by how much it moved
    if (
        quantity.trend
        and _NAMED.search(found.text[found.claim.span.start : found.claim.span.end])
        and not _moves(found)
    ):
        return replace(quantity, trend=None)  # "Lower Elsin had 300"
    if quantity.trend == "up" and _BROUGHT_UP_TO.search(found.before(quantity.span)):
        return replace(quantity, lower=None, trend=None)
    if quantity.lower is None or quantity.lower != quantity.upper or quantity.trend or quantity.compared:
        return quantity
    before, after = found.before(quantity.span), found.after(quantity.span)
    if at_no_time(found) and (touched := TOUCHED.search(before)):
        bound = {"lower": None, "upper_open": True} if touched[1] else {"upper": None, "lower_open": True}
        return replace(quantity, **bound)  # type: ignore[arg-type]
    if (_PASSED.search(before) and _MARK.match(after)) or _ABOVE.search(before):
        return replace(quantity, upper=None, lower_open=True)
    if _SHORT.search(before):
        return replace(quantity, lower=None, upper_open=True)
    return quantity
