"""The words of places in an order, and the denials that say that something is the most: "no town had more than"."""

from __future__ import annotations

import re

from onrecord.evidence import phrasing
from onrecord.evidence.question import Context
from onrecord.record import Time
from onrecord.spans import Span

__all__ = [
    "ANY_TIME",
    "JUDGED",
    "LEAST",
    "LESS",
    "ORDINALS",
    "OTHER_THING",
    "PLACES",
    "RANK",
    "UNIT_WORD",
    "dated_of",
    "denial",
    "denial_of_unit",
    "denies_more",
    "ever",
    "sign_of",
    "spent_on",
]

ORDINALS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th|6th|7th|8th|9th|10th"
PLACES = {word: index % 9 + 2 for index, word in enumerate(ORDINALS.split("|"))} | {"first": 1, "1st": 1, "top": 1}
RANK = re.compile(rf"\b(?:({ORDINALS})[- ])?({phrasing.HIGHEST}|{phrasing.LOWEST})\b")
LEAST = frozenset({*phrasing.LOWEST.split("|"), "low"})
JUDGED = frozenset({"best", "worst"})
_THE_UNIT = re.compile(rf"(?:the|a|any) {phrasing.UNIT}$")
OTHER_THING = re.compile(
    r"^\W{0,4}(?:single[- ]|ever[- ]|recorded[- ])?(?:[a-z-]+\s+)?(?:rise|increase|growth|gain|jump|fall|drop|decline"
    r"|decrease|reduction|change|improvement|share|proportion|percentage|contribution|gap|difference|swing"
    r"|surge|loss)\b"
    r"|(?<=most)\s+of\b|^\W*(?:part|extent|recent|likely)\b"
)
# A denial that says that something is the most: "no town had more than Elsin", "never before had it had as many"
_NONE = re.compile(
    rf"\b(?:(?:no(?: (?:other|single|one))*(?: other)?|not (?:one|a single)(?: other)?|(?:none|not one"
    rf"|not a single one) of (?:the|its|our|their|all the)(?: (?:other|remaining|{phrasing.COUNT_WORDS}))*)"
    rf" ([a-z]+?)(?=s?\b)s?|nowhere|nobody|never|not since|at no (?:time|point) since)\b(?P<rest>.{{0,100}}?)"
    rf"\b(?P<more>{phrasing.COMPARATIVES}|(?:as|so) (?:many|much|high|large|great|big|busy|good|strong|dear"
    rf"|expensive|few|little|low|small"
    rf"|cheap|bad|weak))\b"
    r"(?P<tail>.*)"
)
# "had no emptier day than 9 May", "never had a better quarter than": the unit stands after the comparative
_NO_MORE_UNIT = re.compile(
    rf"\b(?:(?P<no>no|not a)(?: single)?|(?P<never>never|not|n['’]t)\b(?P<rest>.{{0,40}}?)\ba) "
    rf"(?P<more>{phrasing.COMPARATIVES}) (?:[a-z]+ )?(?P<unit>day|week|month|quarter|year)\b(?P<tail>.*\bthan\b.*)"
)
# These say of what it is as well: "dearer" is of a price, "wetter" of rain
_OF_A_THING = re.compile(
    r"\b(?:dear|costl|pric|cheap|expensive|wet|dr|rain|sun|snow|wind|hot|warm|cold|cool|dead|blood)[a-z]*\b"
)
LESS = re.compile(rf"^(?:{phrasing.COMPARATIVES_LESS}|(?:as|so) (?:few|little|low|small|cheap|weak))$")
UNIT_WORD = re.compile(phrasing.UNIT + "$")
ANY_TIME = re.compile(rf"\bthan (?:in |on |during )?any (?:other |previous |earlier )?{phrasing.UNIT}\b")


def ever(low: str) -> bool:
    """Whether the claim is of all that was ever recorded."""
    return bool(re.search(r"\bon record\b|\bever\b|\brecords (?:began|start)", low))


def denies_more(found: Context) -> bool:
    """Whether a denial says that something is the most or the least: "never before had it had as many"."""
    return denial(found) is not None or denial_of_unit(found) is not None


def denial(found: Context) -> re.Match[str] | None:
    """A denial that says that something is the most or the least, None where the claim has none."""
    # "Not since May had so many come as in July": what opens it may stand before the claim
    opened = found.raw.startswith("since") and found.unnamed[: found.claim.span.start].lower().rstrip().endswith("not")
    match = _NONE.search("not " * opened + found.low)
    if match is None or "#" in match["rest"]:
        return None
    first = match[0].partition(" ")[0]
    if match["more"].startswith("so") and not re.search(r"\bas\b", match["tail"]):
        return None  # "no town had so many": as which is not said
    if first == "never" and match["more"].startswith(("as", "so")) and "before" not in match["rest"]:
        return match if re.search(r"\bas\b", match["tail"]) else None
    if re.search(r"\b(?:than|as)\s+#", match["tail"]):
        return None
    told = re.search(r"\bthan\b|\bas\b", match["tail"])
    return match if told or match["rest"].startswith(" before") else None


def denial_of_unit(found: Context) -> re.Match[str] | None:
    """A denial that a unit of the calendar was more or less than another: "had no emptier day than 9 May"; groups:
    no or never, more, unit."""
    match = _NO_MORE_UNIT.search(found.low)
    return None if match is None or re.search(r"\bthan\s+#", match["tail"]) else match


def spent_on(found: Context, words: str) -> tuple[Span, ...]:
    """Where ``words`` stand in the claim, which say how it compares and not of what it is."""
    at = -1 if _OF_A_THING.search(words) else found.raw.find(words)
    start = found.claim.span.start + at
    return (Span(start, start + len(words)),) if at >= 0 else ()


def sign_of(match: re.Match[str]) -> int:
    """Which way a denial goes: 1 the most, -1 the least."""
    return -1 if LESS.match(match["more"]) else 1


def dated_of(found: Context) -> list[Time]:
    """The dates of the claim, one where two are the same: "9 May was the day with the most"."""
    told = (t for t in reversed(found.times) if t.kind in ("date", "time") and not _THE_UNIT.match(found.words(t.span)))
    return list({(t.lo, t.hi): t for t in told}.values())
