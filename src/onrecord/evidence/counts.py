"""How claims say in how many days, months or towns a bound holds: "more than 20 mm fell on nine days"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.moments import Moments
from onrecord.evidence.ordering import direction, more_or_less
from onrecord.evidence.question import Asked, Context
from onrecord.evidence.superlatives import spent_on
from onrecord.record import Quantity
from onrecord.spans import Span

__all__ = ["counted"]

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_VALUES = {word: number for number, word in enumerate(_WORDS, 1)} | {"none": 0, "both": 2, "a single": 1, "not one": 0}
_N = rf"(\d{{1,3}}|{'|'.join(_WORDS)})"
_OF = (
    r"(?:of\s+(?:the|its|those|all|these|all the)\s+|out of\s+(?:the\s+)?|consecutive\s+|single\s+|separate\s+"
    r"|different\s+)"
)
# "nine days", "nine of the 31 days", "all but two months", "every month except May", "not a single month"
_UNITS = re.compile(
    rf"\b(?:(all but|all except|every|each|all|not a single|not one"
    rf"|none)\s+)?(?:{_N}\s+)?(?:{_OF}(?:{_N}\s+)?)?(?:last\s+|past\s+)?"
    r"(day|week|month|quarter|year)(s?)\b(?!\s+(?:of age|old|ago|earlier|before|later)\b)"
)
_EXCEPT = re.compile(
    r"^[^.;]{0,40}?\b(?:except|but|bar|apart from|other than|save)\s+(?:for\s+)?(?:in\s+|on\s+)?(?:one\b|[a-z0-9]+)"
)
_ONCE = re.compile(
    rf"\b(?:(once|twice)|(?:on\s+)?{_N}\s+(?:separate\s+|different\s+)?(?:times|occasions?))\b(?!\s+(?:as"
    rf"|the|more|its|higher|that))"
)
_NUMBER_OF = re.compile(
    r"(?:\bnumber of |^\W*|,\s+)(day|week|month|quarter|year)s (?:with|on which|in which|when|that|above"
    r"|below|over)\b.*\b(?:was|were|stood at|came to|reached|totalled|numbered)\s+(?:just\s+|only\s+)?$"
)
_ENTITIES = re.compile(
    rf"\b(?:(all but)\s+)?(?:{_N}|(all|both|none|each|every one))\s+(?:of|out of)\s+(?:the\s+|its\s+|our\s+"
    rf"|all\s+)*(?:{_N}\s+)?([a-z]+)\b"
    rf"|\b(all)\s+(?:the\s+)?{_N}\s+([a-z]+)\b"
)
_PASSED = re.compile(
    r"\b(?:(passed|passing|beat|beating|crossed|cleared|broke|broke through|breached|bettered|above|over"
    r"|past|surpassed|topped)"
    r"|(reached|hit|touched)|(missed|below|under))\s+(?:the\s+)?$"
)


# Before how many units something holds in: not "the three months to June", "over two years"
_BEFORE = re.compile(
    r"(?:^\W*|[,:]\s+(?:and\s+|but\s+)?|\b(?:on|in|during|had|saw|were|was|of|for|than|only|just|exactly"
    r"|all|were only|as (?:many|few) as|at least|at most|up to|no (?:fewer|more) than|some|about)\s+)$"
)


# "brought fewer boats than the month before", "fell in seven months of 2021"
_THAN_BEFORE = re.compile(
    rf"\b(?:({phrasing.COMPARATIVES_MORE})|({phrasing.COMPARATIVES_LESS}))\b.{{0,60}}?\bthan (?:in |on |that of )?"
    rf"(?:the|its|their) (?:one|(?:(?:previous|preceding) )?{phrasing.UNIT})"
    r"(?: (?:before|earlier|previously|preceding it))?\b"
)
_MOVED_IN = re.compile(
    rf"\b(?:({phrasing.UP})|({phrasing.DOWN}))\s+(?:in|on|during)\s+(?:just |only |as many as |no fewer than )?$"
)
_ENDS_APART = re.compile(r"\b(?:running|in a row|in succession|consecutive|straight|successive)\b")


def _stepped(found: Context, moments: Moments, low: str) -> list[Asked]:
    """In how many units something was more or less than in the one before: "seven months of 2021 brought fewer"."""
    if found.quantities and any(not _UNITS.match(f"{found.words(q.span)} months") for q in found.quantities):
        return []
    if _ENDS_APART.search(low) or not moments.when:
        return []
    for match in _UNITS.finditer(low):
        many = _many(match, low) if match[5] else None
        moved, than = _MOVED_IN.search(low[: match.start()]), _THAN_BEFORE.search(low, match.end())
        moved = (
            moved if match[3] or low[match.end() :].startswith(" of ") else None
        )  # "fell in two months": within them
        way = moved or (than if _BEFORE.search(low[: match.start()]) else None)
        if many and way:
            grain, sign = phrasing.UNITS[match[4]], 1 if way[1] else -1
            item = Asked("count", None, moments.when, grain=grain, count=many[0], rest=many[1], sign=sign, steps=True)
            return [item if moved else replace(item, spent=spent_on(found, way[1] or way[2]))]
    return []


# "two ports reported fewer than 100"
_SOME = re.compile(rf"^\W*(?:(?:only|just|exactly) )?{_N} ([a-z]+) [a-z]+ ")


def counted(found: Context, moments: Moments) -> list[Asked]:
    """In how many days, months or entities a bound holds; nothing where the claim says no such thing."""
    low = found.unnamed[found.claim.span.start : found.claim.span.end].lower()
    start = found.claim.span.start
    if stepped := _stepped(found, moments, low):
        return stepped
    for match in _UNITS.finditer(low):
        many = _many(match, low) if match[3] or _BEFORE.search(low[: match.start()]) else None
        bound = _bound(found, Span(start + match.start(), start + match.end())) if many else None
        if many and bound:
            when = moments.of(bound, found.quantities)
            grain = phrasing.UNITS[match[4]]
            return [Asked("count", bound, when, grain=grain, count=many[0], rest=many[1])]
    if any_at_all := _any_at_all(found, moments, low):
        return any_at_all
    for quantity in found.quantities:
        if (unit := _NUMBER_OF.search(found.before(quantity.span, 200))) and quantity.lower == quantity.upper:
            bound = _bound(found, quantity.span)
            if bound and quantity.lower is not None:
                return [Asked("count", bound, moments.when, grain=phrasing.UNITS[unit[1]], count=int(quantity.lower))]
    if once := _ONCE.search(low):
        bound = _bound(found, Span(start + once.start(), start + once.end()))
        never = low[: once.start()].rstrip().endswith("not")
        number = 0 if never and once[1] else 1 if once[1] == "once" else 2 if once[1] else _number(once[2])
        return [Asked("count", bound, moments.when, count=number)] if bound else []
    return _entities(found, moments, low)


# "recorded deaths in 14 of the 40 weeks": weeks with any
_HAD_IN = re.compile(
    rf"\b(?:recorded|reported|registered|saw|had|counted|logged|there (?:was|were)|came|died|occurred|were (?:seen"
    rf"|counted|recorded|reported))\b(?P<what>[^,;]{{0,50}}?) (?:in|on|during) (?:just |only |exactly )?{_N}"
    rf" (?:out )?of (?:the|its) (?:last |past )?(?:\d{{1,3}}|{'|'.join(_WORDS)})"
    rf" (day|week|month|quarter|year)s\b"
)
_NO_ANY = re.compile(
    rf"\b(?:no|not|never|none|without|nil|zero)\b|\b(?:{phrasing.COMPARATIVES}|{phrasing.HIGHEST}|{phrasing.LOWEST})\b"
    rf"|\b(?:{phrasing.UP}|{phrasing.DOWN})\b"
)


def _any_at_all(found: Context, moments: Moments, low: str) -> list[Asked]:
    """In how many units there was any, where the claim has no other figure."""
    match = _HAD_IN.search(low)
    when = moments.when or moments.since
    if match is None or _NO_ANY.search(low) or when is None:
        return []
    start = found.claim.span.start
    inside = [q for q in found.quantities if start + match.start(2) <= q.span.start < start + match.end()]
    if not inside or len(inside) != len(found.quantities):
        return []
    some = replace(inside[0], lower=0.0, upper=None, lower_open=True, unit="1", unit_name=None, of=None, compared=None)
    return [Asked("count", some, when, grain=phrasing.UNITS[match[3]], count=_number(match[2]))]


_PLACES = (
    "port|school|hospital|branch|branche|crossing|ward|farm|depot|site|plant|library|librarie|clinic|harbour|camp|reservoir"
    "|lake|line|parish|shop|museum|hall|pool|park"
)


def _many(match: re.Match[str], low: str) -> tuple[int, bool] | None:
    """How many of the units, and whether that is how many it does not hold for."""
    every, number = match[1], match[2]
    if every in ("not a single", "not one", "none"):
        return (0, False) if number is None else None
    excepted = _EXCEPT.match(low[match.end() :])
    if every in ("every", "each", "all") and number is None:
        return (1, True) if excepted else None
    if number is None or (match[5] == "" and number not in ("one", "1")) or every in ("every", "each"):
        return None
    return _number(number), every in ("all but", "all except")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _VALUES[word]


def _bound(found: Context, apart: Span) -> Quantity | None:
    """The last figure before the words ``apart``, else the first after them, as a bound; None where it is none."""
    others = [q for q in found.quantities if not (apart.start <= q.span.start < apart.end)]
    before = [q for q in others if q.span.start < apart.start]
    one = before[-1] if before else others[0] if others else None
    if one is None or one.trend:
        return None
    if (one.lower is None) != (one.upper is None):
        return one
    passed = _PASSED.search(found.before(one.span))
    if one.lower is None or one.lower != one.upper or not passed:
        return None
    if passed[3]:
        return replace(one, lower=None, upper_open=True)
    return replace(one, upper=None, lower_open=bool(passed[1]))


def _sign(found: Context, moments: Moments, apart: Span) -> int:
    """Which way something went in the entities that are counted in the words ``apart``; 0 where that is not said, or
    with a figure of its own."""
    if any(not apart.start <= q.span.start < apart.end for q in found.quantities):
        return 0
    compared = moments.base or moments.earlier
    return direction(found.low) or (more_or_less(found.low) if compared and phrasing.THAN.search(found.low) else 0)


def _entities(found: Context, moments: Moments, low: str) -> list[Asked]:
    """In how many entities of a table: "two of the three districts had more than 200"."""
    for match in _ENTITIES.finditer(low):
        noun = match[5] or match[8]
        if noun.removesuffix("s") in phrasing.UNITS or noun in ("them", "those", "all", "which"):
            continue
        start = found.claim.span.start
        bound = _bound(found, Span(start + match.start(), start + match.end()))
        sign = 0 if bound else _sign(found, moments, Span(start + match.start(), start + match.end()))
        if bound is None and not sign:
            continue
        total = match[4] or match[7]
        among = _number(total) if total else 2 if match[3] == "both" else 0
        if match[6] or match[3] in ("all", "both", "each", "every one"):
            count, rest = 0, True
        else:
            count, rest = (0 if match[3] else _number(match[2])), bool(match[1])
        if bound is None:  # "fell in two of the three districts"
            base, main = moments.base or moments.since, moments.when
            item = Asked("count", None, main, base, moments.earlier, sign=sign, count=count, rest=rest, among=among)
            return [replace(item, moved=True, unread=moments.unread)]
        return [Asked("count", bound, moments.when, count=count, rest=rest, among=among)]
    some = _SOME.match(low)
    if some and re.fullmatch(rf"(?:{phrasing.KINDS}|{phrasing.PLURALS}|{_PLACES}|(?:{_PLACES})s)", some[2]):
        bound = _bound(found, Span(found.claim.span.start, found.claim.span.start + some.end(2)))
        if bound is not None:
            return [Asked("count", bound, moments.when, count=_number(some[1]), among=0)]
    return []
