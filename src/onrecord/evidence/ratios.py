"""Claims of how many of one thing there are for so many of another: "three burglaries for every one in Tarn".

The figure is one value divided by another, times so many as the claim says: of two series of one entity, or of two
entities of one series. What follows "for every" is what it is divided by; a claim of this kind never states a level.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence.phrasing import COUNT_WORDS, NUMBERS, UNIT
from onrecord.evidence.question import Asked, Context
from onrecord.evidence.rated import BY_HEADS
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["MASS", "TO_ONE", "ratio"]

_MANY = (
    rf"(?P<many>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}}(?:\.\d{{1,3}})?|one|an?|{COUNT_WORDS}|twenty"
    r"|(?:(?:a|one|ten) )?(?:hundred|thousand))"
)
_WORTH = {"one": 1, "a": 1, "an": 1, "twenty": 20, "hundred": 100, "thousand": 1000}
# No time and no share: "for every week", "per cent"
_NO_THING = rf"(?!\s*(?:single |other |working |given )?(?:{UNIT}|night|hour|minute|time|cent)s?\b)"
_OTHERS = tuple(_MANY.replace("many", name) for name in ("of", "per"))
_EVERY = re.compile(
    rf"\b(?:for (?:each|every)(?: single)?(?: {_MANY}(?!\w))?|(?:to|against) (?:each|every)(?: {_OTHERS[0]}(?!\w))?"
    rf"|per {_OTHERS[1]}(?![\w.])){_NO_THING}\s*"
)
# A claim that was cut off from what its figure is for: "For every tonne that it recycled, | 1.9 tonnes were burnt"
_LEAD = re.compile(
    rf"(?:^|[.!?\n]\s{{0,4}}|[“\"]|, )(?:for (?:each|every)(?: {_MANY}(?!\w))?){_NO_THING}\s"
    r"(?P<what>[^.!?\n]{3,120}?),?\s{0,4}$"
)
_THERE = re.compile(r"\bthere (?:was|were|is|are|has been|have been|had been|came|went)\b")
_COMMA = re.compile(r",(?!\d)")
_CLOSE = re.compile(r"[,;:(–—](?!\d)|\b(?:according to|compared with|than)\b")
_ONE = re.compile(r"\b(?:just one|only one|one|a single)\b(?= [a-z])")
_RATIO_OF = re.compile(
    r"\b(?:the|a|its|their) ratio of (?P<part>[^,;]{2,60}?) to (?P<whole>[^,;]{2,80}?)\s+(?:was|is|stood at"
    r"|stands at|came to|reached|of|at|amounted to|had been)\s+(?:(?:just|only|about|at|some)\s+){0,3}$"
)
MASS = re.compile(
    r"(?<=\bevery )(?:tonne|ton|kilo|kilogram|kg|litre|liter|metre|meter|kilomet(?:re|er)|km|hectare|barrel)\b"
)
TO_ONE = re.compile(r"\s{1,4}(?:to|for) (?:every )?(?:one|1)\b(?![.,]?\d)")


def ratio(found: Context) -> list[Asked] | None:
    """What a claim asks that says how many of one thing there are for so many of another: one figure, or nothing where
    that is not read; None where it says no such thing."""
    if BY_HEADS.search(found.raw):
        return None
    start, text = found.claim.span.start, found.raw
    match = next((m for m in _EVERY.finditer(text) if not _rated(found, m)), None)
    if match is None:
        return _ratio_of(found) or _led(found)
    many = match["many"] or match["of"] or match["per"] or "one"
    inside = [q for q in found.quantities if match.start() <= q.span.start - start < match.end()]
    rest = [q for q in found.quantities if q not in inside]
    if not rest and inside and (one := list(_ONE.finditer(text, 0, match.start()))):
        # "one van for every four lorries": so many lorries to a van
        return _made(found, inside[-1], Span(start + one[-1].end(), start + match.start()), 1.0)
    if len(rest) != 1 or len(inside) > 1:
        return []
    quantity = rest[0]
    at = quantity.span.start - start
    if at < match.start() and quantity.lower == quantity.upper == 1 and _worth(many) > 1:
        name = next(name for name in ("many", "of", "per") if match[name])
        stated = Span(start + match.start(name), start + match.end(name))
        other = inside[0] if inside else replace(quantity, lower=_worth(many), upper=_worth(many), span=stated, of=None)
        return _made(found, other, Span(quantity.span.end, start + match.start()), 1.0)
    if at < match.start():
        close = _CLOSE.search(text, match.end())
        return _made(
            found, quantity, Span(start + match.end(), start + (close.start() if close else len(text))), _worth(many)
        )
    between = text[match.end() : at]
    cut = _THERE.search(between) or next(reversed(list(_COMMA.finditer(between))), None)
    end = match.end() + (cut.start() if cut else len(between))
    return _made(found, quantity, Span(start + match.end(), start + end), _worth(many))


def _rated(found: Context, match: re.Match[str]) -> bool:
    """Whether a figure has what follows as its own unit: "3 euros per 1,000 litres"."""
    at = found.claim.span.start + match.start()
    return any(q.per and not q.per.isdigit() and q.span.start < at < q.span.end for q in found.quantities)


def _worth(many: str) -> float:
    words = many.replace(",", "").split()
    made = 1.0
    for word in words:
        made *= float(word) if word[0].isdigit() else _WORTH.get(word, NUMBERS.get(word, 1))
    return made


def _ratio_of(found: Context) -> list[Asked] | None:
    """The figure of "the ratio of wind to gas was 1.1 to one"."""
    for quantity in found.quantities:
        before = found.before(quantity.span, 200)
        if match := _RATIO_OF.search(before):
            at = quantity.span.start - len(before)
            one = TO_ONE.match(found.after(quantity.span))
            if len(found.quantities) > (2 if one else 1):
                return []
            return _made(found, quantity, Span(at + match.start("whole"), at + match.end("whole")), 1.0)
    return None


def _led(found: Context) -> list[Asked] | None:
    """The figure of a claim whose sentence says before it what it is for."""
    start = found.claim.span.start
    from_ = max(0, start - 140)
    match = _LEAD.search(found.unnamed[from_:start].lower())
    if match is None:
        return None
    if len(found.quantities) != 1:
        return []
    whole = Span(from_ + match.start("what"), from_ + match.end("what"))
    return _made(found, found.quantities[0], whole, _worth(match["many"] or "one"))


def _made(found: Context, quantity: Quantity, whole: Span, by: float) -> list[Asked]:
    dated = list({(t.lo, t.hi): t for t in _dated(found, whole)}.values())
    if len(dated) > 1 or quantity.trend or quantity.unit in ("%", "pp") or whole.end <= whole.start:
        return []  # of two times: which is whose must not be mistaken
    figure = replace(quantity, per=None, share_of=None, compared=None)
    return [Asked("ratio", figure, dated[0] if dated else None, whole=whole, by=by)]


def _dated(found: Context, whole: Span) -> list[Time]:
    own = [t for t in found.times if t.kind in ("date", "time")]
    inside = [t for t in found.record.times if t.kind == "date" and whole.start <= t.span.start < whole.end]
    return [*own, *inside]
