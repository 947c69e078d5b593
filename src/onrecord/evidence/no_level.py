"""Figures that the words around them make something else than a value of a series: no level is asked of them.

"Within 730 passengers of", "the two ferries", "1st of three", "one passenger in seven", "differ by 900", "the five-year
average of 622": what such a figure is may be read elsewhere; where it is not, it must never be set against a value.
"""

from __future__ import annotations

import re

from onrecord.evidence.periods import parse_day, pieces
from onrecord.evidence.phrasing import COUNT_WORDS, HIGHEST, LOWEST, UNITS
from onrecord.evidence.question import Context
from onrecord.record import Quantity, Time

__all__ = ["is_no_level", "not_told_apart", "part_way"]

_HEDGES = r"(?:(?:about|some|just|only|nearly|almost|around|over|roughly|the|a|an)\s+){0,3}$"
_BEFORE = re.compile(
    rf"\b(?:within|(?:differ(?:s|ed|ing)?|apart|separated|divided|missed|short|trail(?:s|ed)?|lag(?:s|ged)?) by"
    rf"|margin of|gap of|lead of|difference of|shortfall of|surplus of|deficit of|swing of|aged)\s+{_HEDGES}"
    rf"|\b(?:\d{{1,3}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|last) (?:out )?of (?:the |all )?$"
    rf"|\bone\s+[a-z-]{{2,30}}\s+(?:[a-z-]{{2,30}}\s+)?(?:in|out of)\s+(?:every\s+)?{_HEDGES}"
    rf"|\b(?:each|every)\s+(?!day|night|week|month|quarter|year|hour|time|single|of\b|one\b|other\b|inhabitant|resident|person|citizen|head|\d)"
    rf"[a-z'’-]{{2,30}}(?:\s+[a-z'’-]{{1,30}}){{0,7}}\s+{_HEDGES}"
    rf"|\b(?:[a-z]{{2,12}}-(?:year|month|week|day)|long-term|long-run|usual|normal|seasonal|historical|national|regional)"
    rf"\s+(?:average|mean|norm|median)\b[^,;]{{0,12}}$"
)
_BARE_EXTREME = re.compile(rf"\b(?:the|its|their)\s+(?:{HIGHEST}|{LOWEST}),?\s+$")
_TOP_FEW = re.compile(
    rf"\b(?:top|bottom|{HIGHEST}|{LOWEST})\s+(?:\d{{1,2}}|{COUNT_WORDS})\s+(?:days|weeks|months|quarters|years)\b"
    rf"|\b(?:\d{{1,2}}|{COUNT_WORDS})\s+(?:{HIGHEST}|{LOWEST})\s+(?:days|weeks|months|quarters|years)\b"
)
_NEXT_MOVE = re.compile(r"\b(?:before|then|only to|followed by|after)\s+(?:again\s+)?[a-z]{3,20}ing\b|\bbefore an?\b")
_APPOSED = re.compile(
    r"^\W*(?:which is |that is |meaning )?(?:an?|the)\s+(?:[a-z]+\s+)?(?:drop|fall|decline|decrease|reduction|loss|rise"
    r"|increase|gain|jump|growth|climb|surge|change|difference|swing)\s+of\b"
)
_BEST = re.compile(
    rf"\b(?:{HIGHEST}|{LOWEST}|top|peak|record)[- ](?:single[- ])?(?:[a-z]{{2,20}} )?"
    r"(day|night|week|month|quarter|year)\b"
)
_WITH = re.compile(r"^\W*(?:with|at|when|on)\b")
# "in 14 of the 40 weeks"
_OF_UNITS = re.compile(
    rf"\s(?:out )?of (?:the|its|those) (?:last |past )?(?:(?:\d{{1,3}}|{COUNT_WORDS}) )?"
    r"(?:days|weeks|months|quarters|years)\b"
)
_SO_MANY_UNITS = re.compile(
    rf"\b(?:on|in|for|during) (?:only |just |as many as |fully )?(?:\d{{1,3}}|{COUNT_WORDS})"
    r" (?:days|nights|weeks|months|quarters|years)\b"
)
_KNOWN = re.compile(r"\b(?:the|all|these|those|both|its|their|our|all of the|other)\s+$")
_FEW = re.compile(rf"(?:{COUNT_WORDS})")
_SO_FAR = re.compile(r"\b(?:passed|topped|crossed|reached|hit|surpassed|broke)\b[^,;]{0,40}$")
_FOR_YEAR = re.compile(r"\s{1,4}(?:[a-z]{1,20}\s{1,4}){0,2}for (?:the (?:year|season|quarter|month)|\d{4})\b")
_FOR_SO_MANY = re.compile(r"^\W{0,4}(?:for|against|to) # (?:[a-z'-]{1,20} ){1,6}[^,;#]{0,30}, (?:only |just )?#")
_MOVED_OVER = re.compile(
    r"\b(?:gain(?:s|ed|ing)?|lost|loses|losing|took|takes|w[io]ns?|dr[ae]ws?|attract(?:s|ed)|poach(?:es|ed)|sen[dt]s?)\s"
    r"(?:[a-z]{2,12}\s){0,2}\d[\d,.]{0,9}\s[^#,;]{0,40}\b(?:from|to) (?:the )?([A-Z][a-z])"
)
_APIECE = re.compile(r"\s{1,3}(?:[a-z-]{2,30}\s{1,3}){0,2}(?:each|apiece)\b(?! (?:[a-z]{3,9}))")
# "Elsin and Tarn had 300 each"
_SEVERAL = re.compile(
    rf"\b[A-Z]\w{{1,30}},? and (?:the )?[A-Z]|\b(?:both|all|respectively)\b"
    rf"|\b(?:the|these) (?:{COUNT_WORDS})\b"
)
_PART_WAY = re.compile(r"\b(?:into|(?:half|mid|part)[ -]?way (?:through|into))\s+(?:the\s+)?$")


def is_no_level(found: Context, quantity: Quantity) -> bool:
    """Whether the words around a figure say that it is no value of anything by itself."""
    before = found.before(quantity.span)
    if _BEFORE.search(before):
        return True
    if _SO_FAR.search(before) and _FOR_YEAR.match(found.after(quantity.span)):
        return True  # "passed 50,000 for the year in July": all up to then
    if _BARE_EXTREME.search(before) or _OF_UNITS.match(found.after(quantity.span)):
        return True
    if _FOR_SO_MANY.match(found.low):
        return True  # "for three tickets sold, two were used": a ratio
    if quantity.lower == quantity.upper == 0 and _SO_MANY_UNITS.search(found.raw):
        return True  # "not a single train was cancelled on four days": in how many of them it was so
    if _APIECE.match(found.after(quantity.span)) and not _SEVERAL.search(_written(found)):
        return True  # "Elsin's halls held 462 people each": of each hall
    return bool(_KNOWN.search(before) and _FEW.fullmatch(found.words(quantity.span)))


def _written(found: Context) -> str:
    """The claim with its capitals."""
    return found.text[found.claim.span.start : found.claim.span.end]


def not_told_apart(found: Context) -> bool:
    """Whether what the claim's figures are of cannot be told: the sum of some best months, one move after another, or
    a change that only sums up what the sentence said before it: "fell from 92 in May to 59 in June, a drop of 33"."""
    low, start = found.low, found.claim.span.start
    if _TOP_FEW.search(found.raw) or (len(found.quantities) > 1 and _NEXT_MOVE.search(low)):
        return True
    over = _MOVED_OVER.search(_written(found))
    if over and not any(t.span.start <= start + over.start(1) < t.span.end for t in found.record.times):
        return True  # "gained 210 residents from Tarn": who moved from one to the other
    if any(time.lo for time in found.times):
        return False
    if _of_best(found):
        return True
    if not _APPOSED.match(found.raw):
        return False
    before = re.split(r"[.!?]\s", found.unnamed[max(0, start - 160) : start].lower())[-1]
    return bool(re.search(r"\bfrom\b.*\bto\b|\bbetween\b", before)) or len(found.claim.carried_times) > 1


def _of_best(found: Context) -> bool:
    """Whether a figure is that of the best unit of a longer time, which the sentence does not date: "the best day of
    2023 was a Sunday, with 300 visitors"."""
    start = found.claim.span.start
    before = re.split(r"[.!?]\s", found.unnamed[max(0, start - 160) : start].lower())[-1]
    best = _BEST.search(before)
    if best is None or not _WITH.match(found.raw):
        return False
    grain = UNITS.get(best[1], "day")
    carried = (time for time in found.record.times if time.id in found.claim.carried_times)
    ends = [(lo, hi) for lo, hi in ((parse_day(time.lo), parse_day(time.hi)) for time in carried) if lo and hi]
    return bool(ends) and not any(len(pieces(lo, hi, grain) or ()) == 1 for lo, hi in ends)


def part_way(found: Context, dated: list[Time]) -> bool:
    """Whether the claim is of a time that is cut off somewhere inside: "seven months into 2023"."""
    return any(_PART_WAY.search(found.before(time.span)) for time in dated)
