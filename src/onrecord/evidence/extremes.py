"""How claims say that a figure is the mean, the greatest or the least value of a period, or in how many it held."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.model import Grain
from onrecord.evidence.periods import parse_day, pieces
from onrecord.evidence.question import Asked, Context
from onrecord.evidence.rated import by_time
from onrecord.record import Quantity, QueryForm, Time

__all__ = ["aggregate", "ranged", "units_only", "utmost"]

_MEAN = re.compile(rf"\b(?:average\w*|averaging|mean|typical {phrasing.UNIT})\b")
_MEAN_UNIT = re.compile(rf"\b(?:average|mean|typical)\s+{phrasing.UNIT}\b")
# What a mean is taken by: "an average of 9,000 a month"
_EACH = re.compile(rf"\b(?:a|an|per|each|every|any|one)\s+(?:single\s+|given\s+)?{phrasing.UNIT}\b")
# The best or worst unit of a period: "the wettest day in May", "its best single month"
_TOP_UNIT = re.compile(rf"\b({phrasing.HIGHEST}|{phrasing.LOWEST}|peak|top)[- ](?:single[- ])?{phrasing.UNIT}\b")
_LEAST = frozenset({*phrasing.LOWEST.split("|"), "minimum"})
_HIGH = re.compile(rf"\b(?:{phrasing.HIGHEST}|maximum|peak\w*|record)\b")
_LOW = re.compile(rf"\b(?:{phrasing.LOWEST}|minimum|trough\w*|nadir)\b")
# Said of the figure itself, whatever the unit: "peaked at 300", "a high of 300", "at its height"
_PEAK = re.compile(
    r"\b(?:peaked|peaking|peaks|topped out|maxed out)\b|\b(?:high|peak|maximum|ceiling) (?:of|at|for|in|was"
    r"|stood|came)\b"
    r"|\bat (?:its|their|the) (?:height|peak|highest|most)\b|\breach(?:ed|ing)? (?:its|their|a) (?:peak|maximum|high)\b"
)
_TROUGH = re.compile(
    r"\b(?:bottomed out|bottoming out|troughed)\b|\b(?:low|trough|minimum|nadir|floor) (?:of|at|for|in|was|stood"
    r"|came)\b"
    r"|\bat (?:its|their|the) (?:lowest|least|weakest)\b|\breach(?:ed|ing)? (?:its|their|a) (?:trough|minimum"
    r"|low|nadir)\b"
)
_SUBJECT = re.compile(
    rf"^\W*(?:(?:in|during|over|on|for|between|from)\s[^,]{{3,40}},\s*)?(?:the|[^,#]{{1,40}}['’]s?|its"
    rf"|their) ({phrasing.HIGHEST}"
    rf"|{phrasing.LOWEST}|peak|top|maximum|minimum)\b"
    r"[^,;]*\b(?:was|were|is|came to|came in at|stood at|reached|amounted to)\s+#"
)
_YEARS_HIGH = re.compile(rf"-{phrasing.UNIT}\s+(?:high|low|peak)\b")
_RECORD_IN = re.compile(rf"\brecord for\b.*\b(?:in|on|of) (?:a|any|one)(?: single)? {phrasing.UNIT}\b")
_SINGLE = re.compile(rf"\b(?:in|on|during|of) (?:a|any|one)(?: single| given)? {phrasing.UNIT}\b")
_AS_MANY = re.compile(r"\bas (?:many|much|high) as\b|\bmaximum of\b")
_AS_FEW = re.compile(r"\bas (?:few|little|low) as\b|\bminimum of\b")
_AS_HIGH = re.compile(r"\bas (?:high|low) as\b")
_OVER = re.compile(r"\b(?:more|over|above|exceed\w*|greater|higher)\b")
_UNDER = re.compile(r"\b(?:fewer|less|under|below|lower)\b")
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b")
_NO_UNIT = re.compile(
    rf"\b(?:no|none of the|not (?:a single|one))(?: single)? {phrasing.UNIT}s?\b"
    r"|\bat no (?:time|point|stage)\b|^\W*never\b"
)
_UNITS_OF = re.compile(
    r"\s{1,4}(?:of\s+(?:the|its|those|all)\s+)?(?:\d+\s+|last\s+)?(?:consecutive\s+|single\s+)?(day|week|month"
    r"|quarter|year)s\b(?! of age| old)"
)
_REACHED = re.compile(
    r"\b(?:reached|reaching|hit|hitting|saw|rose to|fell to|climbed to|dropped to)\s+(?:an?|its|their|the)?\s*$"
)
_EACH_TIME = re.compile(
    rf"\b(?:never|always|at no (?:time|point)|at all times|throughout|(?:every|each|any"
    rf"|no)(?: single)? {phrasing.UNIT})\b"
)
_RANGED = re.compile(
    r"\b(?:ranged|ranges|ranging|varied|varying|fluctuated|fluctuating|oscillated|swung|hovered"
    r"|moved)\s+(?:anywhere\s+)?"
    r"(?:between|from)?\s*$"
)
_STANDS = re.compile(r"\b(?:was|were|is|are|stood|came|ran|amounted|numbered|numbering|worked|be|been|of|at)\b")


# "at most 300 a day": of each day, not on average
_UTMOST = re.compile(
    r"\b(?:at (?:the )?(?:most|least)|up to|a (?:maximum|minimum) of|as (?:many|much|few|little) as)\b"
)


def utmost(found: Context, quantity: Quantity) -> bool:
    """Whether a figure is the most or the least that any unit had: "at most 300 a day" is no mean of the days."""
    return bool(_UTMOST.search(f"{found.before(quantity.span, 20)}{found.words(quantity.span)}"))


def ranged(found: Context, quantity: Quantity) -> bool:
    """Whether a figure is the least and the greatest that something ranged between."""
    return bool(_RANGED.search(found.before(quantity.span)))


def units_only(found: Context, quantity: Quantity) -> bool:
    """Whether a figure only says how many days or months: "in five of the months"."""
    return bool(_UNITS_OF.match(found.after(quantity.span)))


def aggregate(found: Context, quantity: Quantity, time: Time | None, before: str, after: str) -> list[Asked]:
    """A level, or the mean, greatest or least value of a period; nothing where a level by the day is said of more."""
    low = found.low
    often = next((grain for word, grain in phrasing.OFTEN.items() if re.search(rf"\b{word}\b", low)), None)
    each = _EACH.search(low)
    grain = often or (phrasing.UNITS[each[1]] if each else None)
    whose = quantity.of.text.lower() if quantity.of else ""
    near = low if len(found.quantities) == 1 else f"{_plain(before[-40:])} {whose} {after[:25]}"
    both = quantity.lower is not None and quantity.upper is not None and quantity.lower < quantity.upper
    if both and not quantity.approximate and _RANGED.search(before):
        ends = (("minimum", quantity.lower), ("maximum", quantity.upper))
        return [Asked(form, _at(quantity, end), time, grain=grain) for form, end in ends]  # type: ignore[arg-type]
    if _MEAN.search(near):
        unit = _MEAN_UNIT.search(low) or each
        return [Asked("mean", quantity, time, grain=phrasing.UNITS[unit[1]] if unit else often)]
    if (
        (phrasing.RECORD.search(low) or _YEARS_HIGH.search(low))
        and not _RECORD_IN.search(low)
        and "on record" not in low
    ):
        return [Asked("level", quantity, time)]  # that it is one is asked besides
    if form := _extreme(found, quantity, near, grain, before):
        top, single = _top(found, quantity), _SINGLE.search(low)
        size = phrasing.UNITS[top[2]] if top else grain or (phrasing.UNITS[single[1]] if single else None)
        if _as_far_as(found, quantity):
            quantity = _at(quantity)
        elif _denies(found, quantity):
            quantity = _denied(quantity)
        return [Asked(form, quantity, time, grain=size, judged=bool(top and top[1] in ("best", "worst")))]
    return _by_unit(found, quantity, time, often, before)


def _extreme(found: Context, quantity: Quantity, near: str, grain: Grain | None, before: str) -> QueryForm | None:
    """Whether a figure is said to be the greatest or the least value."""
    if top := _top(found, quantity):
        return "minimum" if top[1] in _LEAST else "maximum"
    if (quantity.lower is None) != (quantity.upper is None) and _EACH_TIME.search(found.raw):
        return "maximum" if (quantity.lower is None) != _denies(found, quantity) else "minimum"
    if (quantity.lower is None) != (quantity.upper is None) and grain and _NOT.search(found.words(quantity.span)):
        return "maximum" if quantity.lower is None else "minimum"
    single = grain or _SINGLE.search(found.low)
    words = found.words(quantity.span)
    if (single or _REACHED.search(before) or _AS_HIGH.search(words)) and (
        _AS_MANY.search(words) or _AS_FEW.search(words)
    ):
        return "maximum" if _AS_MANY.search(words) else "minimum"
    if _PEAK.search(near):
        return "maximum"
    if _TROUGH.search(near):
        return "minimum"
    if (subject := _SUBJECT.search(found.low)) and len(found.quantities) == 1 and not phrasing.AMONG.search(found.raw):
        return "minimum" if subject[1] in _LEAST else "maximum"
    if single and _HIGH.search(near):
        return "maximum"
    return "minimum" if single and _LOW.search(near) else None


_PARTED = re.compile(r",| and | while | but |;")


def _top(found: Context, quantity: Quantity) -> re.Match[str] | None:
    """The best or worst unit that a figure is of: of several figures, the words up to those of the next."""
    if len(found.quantities) < 2:
        return _TOP_UNIT.search(found.low)
    starts = [q.span.start for q in found.quantities if q.span.start > quantity.span.start]
    ends = [q.span.end for q in found.quantities if q.span.start < quantity.span.start]
    before = found.unnamed[max(ends, default=found.claim.span.start) : quantity.span.start].lower()
    after = found.unnamed[quantity.span.end : min(starts, default=found.claim.span.end)].lower()
    parted = _PARTED.search(before) if ends else None
    return _TOP_UNIT.search(before[parted.end() :] if parted else before) or (
        _TOP_UNIT.search(_PARTED.split(after)[0] if starts else after)
    )


def _by_unit(found: Context, quantity: Quantity, time: Time | None, often: Grain | None, before: str) -> list[Asked]:
    """A level: of a daily figure it is that of one day, or its mean over more; else it is left open."""
    if not quantity.per and quantity.unit != "%" and (per := by_time(found, quantity)):
        if utmost(found, quantity):
            return []
        return [Asked("per_day", replace(quantity, per=per), time)]
    level = [Asked("level", quantity, time)]
    if often is None or often == "year" or quantity.unit == "%" or quantity.per or time is None:
        return level
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    parts = pieces(lo, hi, often) if lo and hi else None
    if not parts or len(parts) == 1:
        return level
    return [Asked("mean", quantity, time, grain=often)] if _STANDS.search(before[-16:]) else []


def _as_far_as(found: Context, quantity: Quantity) -> bool:
    words = found.words(quantity.span)
    return bool(_AS_MANY.search(words) or _AS_FEW.search(words))


def _at(quantity: Quantity, value: float | None = None) -> Quantity:
    """The figure as one number: ``value``, else the bound that it has."""
    end = value if value is not None else quantity.upper if quantity.upper is not None else quantity.lower
    return replace(quantity, lower=end, upper=end, lower_open=False, upper_open=False)


def _denies(found: Context, quantity: Quantity) -> bool:
    """Whether a bound is said to hold of no unit, and reads as if it held: "in no month did it have more than 300"."""
    if not _NO_UNIT.search(found.raw) or (quantity.lower is None) == (quantity.upper is None):
        return False
    words = found.words(quantity.span)
    return bool(_OVER.search(words) if quantity.upper is None else _UNDER.search(words))


def _denied(quantity: Quantity) -> Quantity:
    """What a bound leaves where it never holds: at most 300 of "in no month more than 300"."""
    return replace(
        quantity,
        lower=quantity.upper,
        upper=quantity.lower,
        lower_open=not quantity.upper_open,
        upper_open=not quantity.lower_open,
    )


def _plain(before: str) -> str:
    return before.replace("at most", "").replace("at least", "")
