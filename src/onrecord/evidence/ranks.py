"""How claims give one value its place among others: of the entities of a table, or of the periods of a series."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.moments import Moments
from onrecord.evidence.question import Asked, Context
from onrecord.evidence.superlatives import (
    ANY_TIME,
    JUDGED,
    LEAST,
    LESS,
    ORDINALS,
    OTHER_THING,
    PLACES,
    RANK,
    UNIT_WORD,
    dated_of,
    denial,
    ever,
    sign_of,
    spent_on,
)
from onrecord.record import Quantity

__all__ = ["among"]


# "came second", "ranked third", "finished last": not "came last year"
_PLACED = re.compile(
    rf"\b(?:came|comes|coming|ranks?|ranked|ranking|placed|finished|stood|stands|sits|sat|was|were"
    rf"|is)\s+(?:in\s+|at\s+)?(?:the\s+)?"
    rf"({ORDINALS}|first|1st|last|bottom|top)(?:\s+place)?"
    rf"(?=\s*(?:[,;.]|$|\s(?:of|among|amongst|out of|for|by|in terms of|on|behind|after|ahead of|in|with|at|to)\b))"
)
_IN_PLACE = re.compile(rf"\bin\s+({ORDINALS}|first|last)\s+place\b")
_TOPPED = re.compile(
    rf"\b(?:topped|tops|headed|heads|led|leads)\s+(?:the\s+(?:list|table|ranking|rankings|league|field|way)"
    rf"|(?:all\s+)?the\s+(?:other\s+)?{phrasing.PLURALS}|all\s+(?:other\s+)?[a-z]+s)\b"
    r"|\b(?:outdid|outsold|outperformed|surpassed|exceeded|outstripped)\s+(?:every other|all other"
    r"|all the other)\s+[a-z]+\b"
)
_TRAILED = re.compile(
    r"\b(?:trailed|trails|lagged|lags)\s+(?:behind\s+)?(?:every other|all other|all the other|the other"
    r"|all the)\s+[a-z]+\b"
)
_BOTTOM = re.compile(
    r"\bbottom of the (?:table|list|league|ranking|rankings|pile)\b"
    r"|\bpropp?(?:ed|s|ing)? up the (?:table|list|league|rankings?)\b"
)
_LISTED = re.compile(
    rf"\b(?:list|table|ranking|rankings|league) of (?:the |all )*{phrasing.PLURALS}\b|\bthe {phrasing.PLURALS}\b"
)
# "second only to Elsin", "behind only Elsin", "trailed only Elsin"
_BUT_ONE = re.compile(
    r"\bsecond only to\b|\b(?:behind|beaten by|trailed|trailing|trails|outdone by|topped by|exceeded by"
    r"|surpassed by) only\b"
    r"|\b(?:beaten|outdone|topped|exceeded|surpassed|bettered|eclipsed|outstripped) only by\b|\bonly behind\b"
)
_ONLY_MORE = re.compile(r"\b[Oo]nly ((?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4})\s")
_BEHIND = re.compile(r"\b(?:behind|after|trailing)\s+(?:only\s+)?(?:the\s+)?[A-Z]")
_AHEAD = re.compile(r"\b(?:ahead of|followed by|before)\s+(?:the\s+)?[A-Z]")
# "After Elsin, it was Tarn that had the most"
_AFTER = re.compile(
    r"^\W*(?:After|Behind|Next to|Following) (?:the )?(?P<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}),? "
    r"(?:it (?:was|is)|came|comes|the next)\b"
)
_ONE_KIND = re.compile(
    rf"\b({phrasing.HIGHEST}|{phrasing.LOWEST})(?:[- ][a-z]+ed)? (?:{phrasing.KINDS})\b"
    rf"|\bthe ([a-z]*[a-rt-z]) (?:with|that had|which had|that saw"
    rf"|that recorded) the (?:(?:{ORDINALS})[- ])?({phrasing.HIGHEST}"
    rf"|{phrasing.LOWEST})\b"
)
_MORE_THAN_ANY = re.compile(
    rf"(?<!# )\b(?:{phrasing.COMPARATIVES})\b.{{0,40}}?\bthan (?:in |to |at |on |any of )?"
    r"(?:any other|all (?:the )?others?|every other|anywhere else|the others?|(?:any|all) of the (?:others?|rest))\b"
)
_HIGHEST_IN = re.compile(
    rf"\b({phrasing.HIGHEST}|{phrasing.LOWEST})\s+(?:of all\s+)?(?:in|at|on|for|among)\s+(?:the\s+)?(?=[A-Z])"
)
# "Elsin had the most visitors in 2021", not "was the highest", "its highest" or "the busiest month"
_HAD_THE = re.compile(
    rf"\b(?!(?:was|were|is|are|be|been|of|in|on|at|by|for|with|to|from|and|reached"
    rf"|hit)\b)[a-z]+ the (?:(?:{ORDINALS})[- ])?"
    rf"(?:{phrasing.HIGHEST}|{phrasing.LOWEST})\b(?![- ](?:single[- ])?{phrasing.UNIT})"
)
# "the smallest harvest of 2018 was Elsin's", "the most visitors were counted in Elsin"
_THE_WAS = re.compile(
    rf"\b[Tt]he (?:(?:{ORDINALS})[- ])?(?:{phrasing.HIGHEST}"
    rf"|{phrasing.LOWEST})\b(?![- ](?:single[- ])?{phrasing.UNIT})[^;]{{2,90}}?"
    r"\b(?:was|were|came|went|occurred)\s+(?:(?:[a-z]+(?:ed|en|un)|that of|those of|found"
    r"|held)\s+)?(?:(?:in|at|by|for|to|from|of)\s+)?(?:the\s+)?(?=[A-Z])"
)
_SAVED = re.compile(
    r"\b(?:[Ee]xcept(?: for)?|[Aa]part from|[Aa]side from|[Oo]ther than|[Bb]ar|[Bb]ut(?: for)?"
    r"|[Ee]xcluding|[Oo]utside)\s+"
    r"(?:in\s+)?(?:the\s+)?(?=[A-Z])"
)


def among(found: Context, moments: Moments) -> tuple[Asked, Quantity | None] | None:
    """A rank among the entities of a table, and the figure that only says how many they are."""
    if moments.since or moments.earlier or any(time.id.endswith("+") for time in found.times):
        return None  # "its worst quarter was the second": a time, no place
    low, text = found.low, found.unnamed[found.claim.span.start : found.claim.span.end]
    if (saved := _SAVED.search(text)) and not _timed(found, saved.end()):
        return None  # "more than any other but Elsin": of which place that is must not be mistaken
    if none := _denied_of_entities(found):
        return none
    if moments.base:
        return None
    group, rank = phrasing.AMONG.search(found.raw), RANK.search(low)
    if group and group[2] and UNIT_WORD.match(group[2].removesuffix("s")):
        return None  # "the most of all months"
    judged = bool(rank and rank[2] in JUDGED)
    down = -1 if rank and rank[2] in LEAST else 1
    if but := _BUT_ONE.search(low):
        said = re.search(rf"\b({ORDINALS})\b[^a-z]{{0,2}}$", low[: but.start()])
        where = PLACES[said[1]] if said else 0
        return _placed(found, moments, down, where, group, rival=1, judged=judged)
    if (only := _ONLY_MORE.search(text)) and (more := re.search(rf"\b({phrasing.COMPARATIVES})\b.*\bthan\b", low)):
        if text[: only.start()].strip() and not text[: only.start()].rstrip().endswith(","):
            return None
        sign = -1 if LESS.match(more[1]) else 1
        return _placed(found, moments, sign, 0, group, rival=1, turned=True)
    in_place = _IN_PLACE.search(low)
    if in_place and re.search(r"\bwith\b", low[: in_place.start()]):
        return None  # of another as well: "led, with Elsin in second place"
    if placed := _PLACED.search(low) or in_place:
        last = placed[1] in ("last", "bottom")
        sign, place = -1 if last else down, 1 if last else PLACES[placed[1]]
        rival = 1 if _BEHIND.search(text) else -1 if _AHEAD.search(text) else 0
        return _placed(found, moments, sign, place, group, rival=rival, judged=judged)
    bottom = _BOTTOM.search(low)
    if (_TRAILED.search(low) and not rank) or bottom:
        return _placed(found, moments, -1, 1, group, spent=bottom[0] if bottom else "")
    topped = _TOPPED.search(low)
    if topped and "every month" not in low and not _MORE_THAN_ANY.search(low):
        spent = topped[0].split(" ")[0]
        return _placed(found, moments, down, 1, group, judged=judged, spent=spent if spent.startswith("top") else "")
    if (after := _AFTER.match(text)) and rank and not _timed(found, after.start("who")):
        return _placed(found, moments, down, 2, group, rival=1, turned=True, judged=judged)
    if rank and OTHER_THING.search(low[rank.end() :]):
        return None
    place = PLACES.get((rank[1] if rank else None) or "", 1)
    if rank and group:
        return _placed(found, moments, down, place, group, judged=judged)
    if rank and not found.quantities and (one := _ONE_KIND.search(low)) and not UNIT_WORD.match(one[2] or ""):
        return _placed(found, moments, down, place, None, judged=judged)
    if rank and not ever(low) and (at := _HIGHEST_IN.search(text)) and not _timed(found, at.end()):
        return _placed(found, moments, down, place, None, judged=judged)
    if rank and not ever(low) and _of_entities(found, text):
        return _placed(found, moments, down, place, None, judged=judged)
    if (other := _MORE_THAN_ANY.search(low)) and not ANY_TIME.search(low):
        return _placed(found, moments, -1 if phrasing.LESS.search(other[0]) else 1, 1, None)
    return None


def _of_entities(found: Context, text: str) -> bool:
    """Whether a superlative is of one entity among the others: "Elsin had the most", "the most were seen in Elsin"."""
    if _HAD_THE.search(text) and len(dated_of(found)) < 2:
        return True
    was = _THE_WAS.search(text)
    return bool(was and not _timed(found, was.end()))


def _timed(found: Context, at: int) -> bool:
    """Whether a time of the claim begins at the character ``at`` of it."""
    return any(time.span.start <= found.claim.span.start + at < time.span.end for time in found.times)


def _placed(
    found: Context,
    moments: Moments,
    sign: int,
    place: int,
    group: re.Match[str] | None,
    *,
    rival: int = 0,
    turned: bool = False,
    judged: bool = False,
    spent: str = "",
) -> tuple[Asked, Quantity | None]:
    many, inside = 0, None
    if group:
        start = found.claim.span.start
        many = int(group[1]) if group[1] and group[1].isdigit() else phrasing.NUMBERS.get(group[1] or "", 0)
        spans = (start + group.start(), start + group.end())
        inside = next((q for q in found.quantities if spans[0] <= q.span.start < spans[1]), None)
    item = Asked("rank", None, moments.when, sign=sign, place=place, among=many)
    out = spent_on(found, spent) if spent else ()
    return replace(item, rival=rival, turned=turned, judged=judged, spent=out), inside


def _denied_of_entities(found: Context) -> tuple[Asked, Quantity | None] | None:
    """The rank of "no other town had more visitors than Elsin"."""
    match = denial(found)
    if match is None:
        return None
    if match[0].partition(" ")[0] not in ("nowhere", "nobody") and (not match[1] or UNIT_WORD.match(match[1])):
        return None
    dated = dated_of(found)
    if len(dated) > 1:
        return None
    judged, spent = match["more"] in ("better", "worse"), spent_on(found, match["more"])
    when = dated[0] if dated else None
    return Asked("rank", None, when, sign=sign_of(match), among=0, judged=judged, spent=spent), None
