"""How claims give one value its place among others: of the entities of a table, or of the periods of a series."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.model import Grain
from onrecord.evidence.moments import Moments
from onrecord.evidence.periods import parse_day, pieces, shifted
from onrecord.evidence.question import Asked, Context, Scoped
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["JUDGED", "LEAST", "ORDINALS", "PLACES", "RANK", "among", "denies_more", "in_period"]

ORDINALS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th|6th|7th|8th|9th|10th"
PLACES = {word: index % 9 + 2 for index, word in enumerate(ORDINALS.split("|"))} | {"first": 1, "1st": 1, "top": 1}
RANK = re.compile(rf"\b(?:({ORDINALS})[- ])?({phrasing.HIGHEST}|{phrasing.LOWEST})\b")
LEAST = frozenset({*phrasing.LOWEST.split("|"), "low"})
JUDGED = frozenset({"best", "worst"})

# "came second", "ranked third", "finished last": not "came last year"
_PLACED = re.compile(
    rf"\b(?:came|comes|coming|ranks?|ranked|ranking|placed|finished|stood|stands|sits|sat|was|were|is)\s+(?:in\s+|at\s+)?(?:the\s+)?"
    rf"({ORDINALS}|first|1st|last|bottom|top)(?:\s+place)?"
    rf"(?=\s*(?:[,;.]|$|\s(?:of|among|amongst|out of|for|by|in terms of|on|behind|after|ahead of|in|with|at|to)\b))"
)
_IN_PLACE = re.compile(rf"\bin\s+({ORDINALS}|first|last)\s+place\b")
_TOPPED = re.compile(
    rf"\b(?:topped|tops|headed|heads|led|leads)\s+(?:the\s+(?:list|table|ranking|rankings|league|field|way)"
    rf"|(?:all\s+)?the\s+(?:other\s+)?{phrasing.PLURALS}|all\s+(?:other\s+)?[a-z]+s)\b"
    r"|\b(?:outdid|outsold|outperformed|surpassed|exceeded|outstripped)\s+(?:every other|all other|all the other)\s+[a-z]+\b"
)
_TRAILED = re.compile(
    r"\b(?:trailed|trails|lagged|lags)\s+(?:behind\s+)?(?:every other|all other|all the other|the other|all the)\s+[a-z]+\b"
)
_BOTTOM = re.compile(r"\bbottom of the (?:table|list|league|ranking|rankings|pile)\b|\bpropped up the table\b")
_LISTED = re.compile(
    rf"\b(?:list|table|ranking|rankings|league) of (?:the |all )*{phrasing.PLURALS}\b|\bthe {phrasing.PLURALS}\b"
)
# "second only to Elsin", "behind only Elsin", "trailed only Elsin"
_BUT_ONE = re.compile(
    r"\bsecond only to\b|\b(?:behind|beaten by|trailed|trailing|trails|outdone by|topped by|exceeded by|surpassed by) only\b"
    r"|\b(?:beaten|outdone|topped|exceeded|surpassed|bettered|eclipsed|outstripped) only by\b|\bonly behind\b"
)
_ONLY_MORE = re.compile(r"\b[Oo]nly ((?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4})\s")
_BEHIND = re.compile(r"\b(?:behind|after|trailing)\s+(?:only\s+)?(?:the\s+)?[A-Z]")
_AHEAD = re.compile(r"\b(?:ahead of|followed by|before)\s+(?:the\s+)?[A-Z]")
_ONE_KIND = re.compile(
    rf"\b({phrasing.HIGHEST}|{phrasing.LOWEST})(?:[- ][a-z]+ed)? (?:{phrasing.KINDS})\b"
    rf"|\bthe ([a-z]*[a-rt-z]) (?:with|that had|which had|that saw|that recorded) the (?:(?:{ORDINALS})[- ])?({phrasing.HIGHEST}"
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
    rf"\b(?!(?:was|were|is|are|be|been|of|in|on|at|by|for|with|to|from|and|reached|hit)\b)[a-z]+ the (?:(?:{ORDINALS})[- ])?"
    rf"(?:{phrasing.HIGHEST}|{phrasing.LOWEST})\b(?![- ](?:single[- ])?{phrasing.UNIT})"
)
# "the smallest harvest of 2018 was Elsin's", "the most visitors were counted in Elsin"
_THE_WAS = re.compile(
    rf"\b[Tt]he (?:(?:{ORDINALS})[- ])?(?:{phrasing.HIGHEST}|{phrasing.LOWEST})\b(?![- ](?:single[- ])?{phrasing.UNIT})[^;]{{2,90}}?"
    r"\b(?:was|were|came|went|occurred)\s+(?:(?:[a-z]+(?:ed|en|un)|that of|those of|found|held)\s+)?(?:(?:in|at|by|for|to|from|of)\s+)?(?:the\s+)?(?=[A-Z])"
)
_THE_UNIT = re.compile(rf"(?:the|a|any) {phrasing.UNIT}$")
_OTHER_THING = re.compile(
    r"^\W*(?:single[- ]|ever[- ]|recorded[- ])?(?:[a-z-]+\s+)?(?:rise|increase|growth|gain|jump|fall|drop|decline"
    r"|decrease|reduction|change|improvement|share|proportion|percentage|contribution|gap|difference|swing|surge|loss)\b"
    r"|(?<=most)\s+of\b|^\W*(?:part|extent|recent|likely)\b"
)

# A denial that says that something is the most: "no town had more than Elsin", "never before had it had as many"
_NONE = re.compile(
    rf"\b(?:no(?: (?:other|single|one))*(?: other)? ([a-z]+)|nowhere|nobody|never|not since)\b(?P<rest>.{{0,100}}?)"
    rf"\b(?P<more>{phrasing.COMPARATIVES}|as (?:many|much|high|large|great|big|busy|good|strong|dear|expensive|few|little|low|small"
    rf"|cheap|bad|weak))\b"
    r"(?P<tail>.*)"
)
_LESS = re.compile(rf"^(?:{phrasing.COMPARATIVES_LESS}|as (?:few|little|low|small|cheap|weak))$")
_UNIT_WORD = re.compile(phrasing.UNIT + "$")
_OF_UNIT = re.compile(
    r"\bof (?:the|that|this) (?:(?:calendar|whole|same) )?(week|month|quarter|year)\b|\bof (?:the|its) (half[- ]year|season|period)\b"
    r"|\b(?:this|that) (week|month|quarter|year)\b"
)
# The unit that has the record: "its busiest month", "the month with the most visitors"
_BEST_UNIT = re.compile(
    rf"\b({phrasing.HIGHEST}|{phrasing.LOWEST}|top|peak|record)[- ](?:single[- ])?(?:[a-z]+ )?{phrasing.UNIT}\b"
    rf"|\b{phrasing.UNIT} (?:with|that had|which had|that saw|of) the ({phrasing.HIGHEST}|{phrasing.LOWEST})\b"
)
_PEAKED = re.compile(
    r"\b(?:peaked|topped out|maxed out|(?:hit|reached|attained|touched) (?:its|their|a|the) (?:\w+ )?(?:peak|high|highest(?: point| level)?|maximum|height))\b"
    r"|\b(bottomed out|troughed|(?:hit|reached|touched) (?:its|their|a|the) (?:\w+ )?(?:low|trough|nadir|lowest(?: point| level)?|minimum|bottom|floor))\b"
    r"|\b(?:peak|high point|maximum) (?:came|was reached|was hit|was)\b|\b(low|trough|low point|minimum) (?:came|was reached|was hit|was)\b"
)
_ANY_TIME = re.compile(rf"\bthan (?:in |on |during )?any (?:other |previous |earlier )?{phrasing.UNIT}\b")


def among(found: Context, moments: Moments) -> tuple[Asked, Quantity | None] | None:
    """A rank among the entities of a table, and the figure that only says how many they are."""
    if moments.since or moments.earlier:
        return None
    low = found.low
    if none := _denied_of_entities(found):
        return none
    if moments.base:
        return None
    group, rank = phrasing.AMONG.search(found.raw), RANK.search(low)
    if group and group[2] and _UNIT_WORD.match(group[2].removesuffix("s")):
        return None  # "the most of all months"
    judged = bool(rank and rank[2] in JUDGED)
    down = -1 if rank and rank[2] in LEAST else 1
    if but := _BUT_ONE.search(low):
        said = re.search(rf"\b({ORDINALS})\b[^a-z]{{0,2}}$", low[: but.start()])
        placed = PLACES[said[1]] if said else 0
        return _placed(found, moments, down, placed, group, rival=1, judged=judged)
    text = found.unnamed[found.claim.span.start : found.claim.span.end]
    if (only := _ONLY_MORE.search(text)) and (more := re.search(rf"\b({phrasing.COMPARATIVES})\b.*\bthan\b", low)):
        if text[: only.start()].strip() and not text[: only.start()].rstrip().endswith(","):
            return None
        sign = -1 if _LESS.match(more[1]) else 1
        return _placed(found, moments, sign, 0, group, rival=1, turned=True)
    in_place = _IN_PLACE.search(low)
    if in_place and re.search(r"\bwith\b", low[: in_place.start()]):
        return None  # of another as well: "led, with Elsin in second place"
    if placed := _PLACED.search(low) or in_place:
        last = placed[1] in ("last", "bottom")
        sign, place = -1 if last else down, 1 if last else PLACES[placed[1]]
        rival = 1 if _BEHIND.search(text) else -1 if _AHEAD.search(text) else 0
        return _placed(found, moments, sign, place, group, rival=rival, judged=judged)
    if (_TRAILED.search(low) and not rank) or _BOTTOM.search(low):
        return _placed(found, moments, -1, 1, group)
    if _TOPPED.search(low) and "every month" not in low and not _MORE_THAN_ANY.search(low):
        return _placed(found, moments, down, 1, group, judged=judged)
    if rank and _OTHER_THING.search(low[rank.end() :]):
        return None
    place = PLACES.get((rank[1] if rank else None) or "", 1)
    if rank and group:
        return _placed(found, moments, down, place, group, judged=judged)
    if rank and not found.quantities and (one := _ONE_KIND.search(low)) and not _UNIT_WORD.match(one[2] or ""):
        return _placed(found, moments, down, place, None, judged=judged)
    if rank and not _ever(low) and (at := _HIGHEST_IN.search(text)) and not _timed(found, at.end()):
        return _placed(found, moments, down, place, None, judged=judged)
    if rank and not _ever(low) and _of_entities(found, text):
        return _placed(found, moments, down, place, None, judged=judged)
    if (other := _MORE_THAN_ANY.search(low)) and not _ANY_TIME.search(low):
        return _placed(found, moments, -1 if phrasing.LESS.search(other[0]) else 1, 1, None)
    return None


def _of_entities(found: Context, text: str) -> bool:
    """Whether a superlative is of one entity among the others: "Elsin had the most", "the most were seen in Elsin"."""
    if _HAD_THE.search(text) and len(_dated(found)) < 2:
        return True
    was = _THE_WAS.search(text)
    return bool(was and not _timed(found, was.end()))


def _ever(low: str) -> bool:
    return bool(re.search(r"\bon record\b|\bever\b|\brecords (?:began|start)", low))


def _recorded(found: Context) -> bool:
    """Whether the words after the claim say since when: "were the highest since records began"."""
    end = found.claim.span.end
    return bool(
        re.match(
            r"\W{0,3}(?:since|ever since) (?:records|measurements|counting) (?:began|started)",
            found.unnamed[end : end + 40],
        )
    )


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
) -> tuple[Asked, Quantity | None]:
    many, inside = 0, None
    if group:
        start = found.claim.span.start
        many = int(group[1]) if group[1] and group[1].isdigit() else phrasing.NUMBERS.get(group[1] or "", 0)
        spans = (start + group.start(), start + group.end())
        inside = next((q for q in found.quantities if spans[0] <= q.span.start < spans[1]), None)
    item = Asked("rank", None, moments.when, sign=sign, place=place, among=many)
    return replace(item, rival=rival, turned=turned, judged=judged), inside


def denies_more(found: Context) -> bool:
    """Whether a denial says that something is the most or the least: "never before had it had as many"."""
    return _denial(found) is not None


def _denial(found: Context) -> re.Match[str] | None:
    match = _NONE.search(found.low)
    if match is None or "#" in match["rest"]:
        return None
    first = match[0].partition(" ")[0]
    if first == "never" and match["more"].startswith("as") and "before" not in match["rest"]:
        return match if re.search(r"\bas\b", match["tail"]) else None
    if re.search(r"\b(?:than|as)\s+#", match["tail"]):
        return None
    told = re.search(r"\bthan\b|\bas\b", match["tail"])
    return match if told or match["rest"].startswith(" before") else None


def _sign(match: re.Match[str]) -> int:
    return -1 if _LESS.match(match["more"]) else 1


def _denied_of_entities(found: Context) -> tuple[Asked, Quantity | None] | None:
    """The rank of "no other town had more visitors than Elsin"."""
    match = _denial(found)
    if match is None or (match[0].partition(" ")[0] != "nowhere" and (not match[1] or _UNIT_WORD.match(match[1]))):
        return None
    dated = _dated(found)
    if len(dated) > 1:
        return None
    return Asked("rank", None, dated[0] if dated else None, sign=_sign(match), among=0), None


def in_period(found: Context, moments: Moments) -> Asked | None:
    """The rank of one period among those of a longer one, or among all that there are where the claim names none:
    "August was its best month of 2022", "no month had more than August", "output peaked on 3 May"."""
    low, dated = found.low, _dated(found)
    match = _denial(found)
    if match and (not match[1] or _UNIT_WORD.match(match[1])):
        return _never(found, match, dated)
    if moments.base or moments.since or moments.earlier or (_ANY_TIME.search(low) and not dated):
        return None
    best, peaked, rank = _BEST_UNIT.search(low), _PEAKED.search(low), RANK.search(low)
    if rank and _OTHER_THING.search(low[rank.end() :]):
        return None
    inner, outer = _inner(found, dated)
    if inner is None:
        return None
    unit = _OF_UNIT.search(low)
    inside: Grain | None = None
    if unit and not outer:
        if unit[2]:
            return None
        inside = phrasing.UNITS[unit[1] or unit[3]]
    judged = False
    if best:
        word = best[1] or best[4]
        sign, judged = -1 if word in LEAST else 1, word in JUDGED
    elif peaked and not found.quantities and not phrasing.RECORD.search(low):
        sign = -1 if peaked[1] or peaked[2] else 1
    elif rank and (outer or inside or _recorded(found)):
        sign, judged = -1 if rank[2] in LEAST else 1, rank[2] in JUDGED
    else:
        return None
    place = PLACES.get((rank[1] if rank else None) or "", 1)
    grain = phrasing.UNITS[best[2] or best[3]] if best else None
    if grain and not _one(inner, grain):
        return None  # "its best month of 2022": the month is not told
    return Asked(
        "rank",
        None,
        inner,
        sign=sign,
        place=place,
        grain=grain,
        within=outer,
        inside=inside,
        scoped="" if _ever(low) or _recorded(found) else "any",
        judged=judged,
    )


def _never(found: Context, match: re.Match[str], dated: list[Time]) -> Asked | None:
    first = match[0].partition(" ")[0]
    if first == "not":
        inside = [t for t in dated if t.span.start < found.claim.span.start + match.start("more")]
        rest = [t for t in dated if t not in inside]
        if len(inside) != 1 or len(rest) > 1:
            return None
        return Asked("rank", None, rest[0] if rest else None, sign=_sign(match), since=inside[0]) if rest else None
    inner, outer = _inner(found, dated)
    if inner is None:
        return None
    unit = phrasing.UNITS.get(match[1] or "")
    return Asked("rank", None, inner, sign=_sign(match), grain=unit, within=outer, scoped=_scope_of(found.low, first))


def _dated(found: Context) -> list[Time]:
    """The dates of the claim, one where two are the same: "9 May was the day with the most"."""
    told = (t for t in reversed(found.times) if t.kind in ("date", "time") and not _THE_UNIT.match(found.words(t.span)))
    return list({(t.lo, t.hi): t for t in told}.values())


def _scope_of(low: str, first: str) -> Scoped:
    """What a denial is of: "has never had more" of all that is known, "had never had more" of what was before."""
    if first == "never":
        return "all" if re.search(r"\b(?:has|have) never\b|\bnever (?:has|have)\b", low) else ""
    return "any" if first == "no" else ""


def _inner(found: Context, dated: list[Time]) -> tuple[Time | None, Time | None]:
    """Of one or two times, the shorter one and the one that holds it; a month without a year is one of that year."""
    if len(dated) == 1:
        return dated[0], None
    if len(dated) != 2:
        return None, None
    outer, inner = sorted(dated, key=_days)
    outer, inner = inner, outer
    inner = _moved(found, inner, outer)
    if inner.lo and inner.hi and outer.lo and outer.hi and outer.lo <= inner.lo and inner.hi <= outer.hi:
        return inner, outer
    return None, None


def _one(time: Time, grain: Grain) -> bool:
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    return bool(lo and hi and len(pieces(lo, hi, grain) or ()) == 1)


def _days(time: Time) -> int:
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    return (hi - lo).days if lo and hi else 0


def _moved(found: Context, inner: Time, outer: Time) -> Time:
    """``inner`` in the year of ``outer``, where it names no year itself."""
    lo, hi, first, last = (parse_day(day) for day in (inner.lo, inner.hi, outer.lo, outer.hi))
    if not (lo and hi and first and last) or re.search(r"\d{4}|['’]\d\d", _at(found, inner.span)):
        return inner
    moved = shifted(lo, hi, "year", first.year - lo.year) if first.year == last.year else None
    return replace(inner, lo=moved[0].isoformat(), hi=moved[1].isoformat(), alternatives=()) if moved else inner


def _at(found: Context, span: Span) -> str:
    return found.text[span.start : span.end]
