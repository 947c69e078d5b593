"""What a figure is by, where that stands apart from it: "488 kg were collected per resident", "every day, 300 came"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence.phrasing import OFTEN, UNIT, UNITS
from onrecord.evidence.question import Context
from onrecord.record import Quantity

__all__ = ["BY_HEADS", "by_heads", "by_time"]

_PEOPLE = r"(?:inhabitants?|people|residents?|persons?|citizens?|head|heads|capita|population)"
_MANY = (
    r"(?:(?P<many>\d[\d,]*)\s+)?(?P<more>hundred\s+thousand\s+|ten\s+thousand\s+|hundred\s+|thousand\s+|million\s+)?"
)
BY_HEADS = re.compile(
    rf"\b(?:per|for\s+(?:each|every)|(?:out\s+of|in|to)\s+every)\s+{_MANY}(?:of\s+(?:the|its|their)\s+)?{_PEOPLE}\b"
    r"(?:\s+(?:living|resident)\b|\s+of\s+(?:the\s+)?population\b)?"
    rf"|\b(?:one|1)\s+{_PEOPLE}\s+in\s+(?:every\s+)?(?P<one>\d[\d,]*)\b"
    rf"|\b(?:each|every)\s+{_PEOPLE}\b|\ba\s+head\b(?!\s+(?:of|start))"
    r"|\b(?:on (?:a|an) )?per[- ](?:capita|head|person)(?: basis)?\b(?: of (?:the )?population\b)?"
    # "47 arrests per 100,000": heads, where nothing else is named
    r"|\bper\s+(?P<bare>1,000|10,000|100,000|1\s000|10\s000|100\s000|thousand|hundred thousand|million)"
    r"(?=\W*$|\W+(?:in|during|over|on|for|from|last|this|a year|per year|and|while|but|against|compared|up|down"
    r"|than)\b)"
)
_WORDS = {"hundred thousand": 1e5, "ten thousand": 1e4, "hundred": 1e2, "thousand": 1e3, "million": 1e6}

_CODES = {"day": "d", "week": "wk", "month": "mo", "quarter": "{quarter}", "year": "a"}
# No rate: "in a day", "a year earlier", "on every day when"
_NOT_AFTER = (
    r"(?<!\bin )(?<!\bon )(?<!\bfor )(?<!\bof )(?<!\bwithin )(?<!\bthan )(?<!\bafter )(?<!\bonce )"
    r"(?<!\btimes )(?<!\bduring )"
)
_NOT_BEFORE = r"(?!\s+(?:earlier|before|ago|later|after|previously|prior|old|when|which|that|long)\b)"
_OFTEN = "daily|weekly|monthly|quarterly|annually|yearly"
_BY_TIME = re.compile(
    rf"{_NOT_AFTER}\b(?:a|an|per|each|every)\s+(?:single\s+|given\s+)?{UNIT}\b{_NOT_BEFORE}"
    rf"|\b({_OFTEN})(?=\W*$|\s+(?:in|during|over|on|between|from|last|this|throughout|across|at|by|through|into|to)\b)"
    rf"|^\W*({_OFTEN}),|\b(day) in,? day out\b|\ba ({_OFTEN}) $"
)


def by_heads(found: Context) -> tuple[Quantity, ...]:
    """The claim's figures; where it has one besides the heads that it is by, that one alone, by these."""
    match = BY_HEADS.search(found.raw)
    if match is None:
        return found.quantities
    start = found.claim.span.start
    inside = [q for q in found.quantities if start + match.start() <= q.span.start < start + match.end()]
    if match["one"] and len(found.quantities) == len(inside) == 1:  # "one resident in 526"
        heads = float(match["one"].replace(",", ""))
        return (replace(inside[0], lower=1.0, upper=1.0, per=f"{heads:.0f}.{{person}}"),)
    rest = [q for q in found.quantities if q not in inside]
    if len(rest) == 1 and (rest[0].per or "").isdecimal() and not match["many"]:
        return (replace(rest[0], per=f"{rest[0].per}.{{person}}"),)
    if len(rest) == 1 and (rest[0].per or "").isdecimal():
        rest = [replace(rest[0], per=None)]
    if len(rest) != 1 or len(inside) > 1 or rest[0].per or rest[0].unit in ("%", "pp"):
        return found.quantities
    said = match["many"] or (match["bare"] if (match["bare"] or "a")[0].isdigit() else None) or "1"
    more = match["more"] or match["bare"] or ""
    many = float(re.sub(r"[,\s]", "", said)) * _WORDS.get(" ".join(more.split()), 1.0)
    return (replace(rest[0], per=f"{many:.0f}.{{person}}"),)


def by_time(found: Context, quantity: Quantity) -> str | None:
    """The unit of time, in UCUM, that a figure without one is by: "every day in May, 300 came"; None where by none."""
    bound = (quantity.lower is None) != (quantity.upper is None)
    end = found.claim.span.end
    following = min((q.span.start for q in found.quantities if q.span.start > quantity.span.start), default=end)
    match = _BY_TIME.search(found.unnamed[quantity.span.end : following].lower())
    if match is None and len(found.quantities) == 1:
        match = _BY_TIME.search(found.raw) or _BY_TIME.search(found.before(quantity.span))
    if match is None or (bound and match[0].startswith(("each", "every"))):
        return None
    said = next(group for group in match.groups() if group)
    return _CODES[said if said in UNITS else OFTEN.get(said, "year")]
