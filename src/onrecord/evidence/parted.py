"""A claim of a whole and of a part of it, as one claim each: "2,233 burglaries, 1,493 of them in Aldham"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.evidence.fractions import fraction
from onrecord.evidence.inner import inner_time
from onrecord.evidence.phrasing import AFTER_NOUN, TOGETHER
from onrecord.evidence.question import Context
from onrecord.record import Quantity
from onrecord.spans import Span

__all__ = ["followed_by_parts", "parted", "portions"]

_HEDGES = (
    r"(?:(?:some|about|only|just|nearly|almost|over|more than|fewer than|around|an? \w{1,30}|with|and|but)\s{1,4}){0,6}"
)
_OF_IT = re.compile(r"\s{1,4}(?:[a-z]{1,30}\s{1,4}){0,2}of\s{1,4}(?:it|them|these|those|which|whom|that)\b")
_LEADING = re.compile(
    rf"[,;(–—]?\s{{0,4}}\b(?:including|among them|of (?:which|whom|these|those|them|that)|of this)\W{{1,4}}{_HEDGES}$"
)
_BARE = re.compile(
    rf"[,;:(–—]\s{{0,4}}(?:and |but |with )?(?:[\w’'-]{{1,30}}\s{{1,4}}){{0,5}}{_HEDGES}$"
    rf"|\s{{1,4}}(?:and|but|with)\s{{1,4}}{_HEDGES}$"
)
_OF_WHOLE = re.compile(
    r"^(?:\W*(?:in|during|over|on|for|between)\b[^,]{0,40},|(?:[^,]{0,30}\bthat|but|and)\b)?\W*(?:out )?"
    r"of (?:the|its|all|their|our|a total of|x[\w]*['’]s|\W*#|\d)"
)
# "2,592 of Tarrow's 6,849 births", and what may belong to the noun after it: "born in Tarrow".
_N_OF = re.compile(r"\s{1,4}(?:out\s{1,4})?of\s{1,4}(?=(?:[\w’'-]{1,30}\s{1,4}){0,5}$)")
_NOUN = re.compile(r"\s{1,4}[a-z]{1,30}(?:\s{1,4}[a-z]{1,30}(?:ed|rn|en|ght|wn)\b)?")
_NEAR = 4  # characters between a noun and its time: "births in 2022"
_COMMA = re.compile(r",\s")
# "568 admissions: 345 emergencies", "90 million: Elsin 53 million"
_COLON = re.compile(
    rf"(?:[:(–—])\s{{0,3}}(?:the (?:other|remaining) )?{_HEDGES}"
    r"(?:x[\w’'-]{1,40}\s{1,4}(?:with\s{1,4})?)?$"
)
_FOLLOWING = re.compile(
    r"[,;:(–—]{0,2} ?(?:(?:including|among them|of (?:which|whom|these|those|them|that))\b"
    r"|(?:[a-z]{1,12} ){0,3}\d[\d,.]{0,12} (?:[a-z]{1,20} ){0,3}of (?:them|these|those|which|whom)\b)"
)
_BETWEEN_PARTS = re.compile(r"[,;]\s(?:and\s|while\s|but\s)?|\s(?:and|while|plus)\s")
_REST = re.compile(
    r"(?:[,;]|\s(?:and|while|with))\s(?:(?:and|while|with)\s)?[^,;\d]{0,60}?"
    r"\bthe (?:rest|remainder|others|remaining ones)\b"
)
_INSIDE = re.compile(
    r"\b(?:first|second|third|last|final|opening|closing|previous|next|following|same|one|single|busiest|worst|best)"
    r"\s(?:\w{1,12}\s)?(?:day|week|weekend|month|quarter|half|year|night|days|weeks|months)\b"
)
# What a list of parts does not say
_MORE_THAN_PARTS = re.compile(
    r"\b(?:than|from # |compared|against|versus|up|down|rose|fell|average|more|fewer|less|respectively|increase"
    r"|decrease)\b|%"
)


def parted(found: Context) -> list[Context]:
    """The claim, or where it gives a whole and a part of it, each with its own words; what the part is of is said by
    the whole, and so is when, if it does not say."""
    found = _without_rest(_counting(found))
    for whole, part in zip(found.quantities, found.quantities[1:], strict=False):
        if whole.unit in ("%", "pp") or part.unit in ("%", "pp"):
            continue
        if inside := _inside(found, whole, part):
            return [replace(inside[0], divided=inside[1].claim.span), *portions(inside[1])]
        at = _cut(found, whole.span.end, part.span)
        if at is not None:
            first, second = _clipped(found, found.claim.span.start, at), _clipped(found, at, found.claim.span.end)
            if first is None or second is None:
                continue
            second = _within(_dated(second, first), first)
            bare = replace(part, share_of=None)  # it is a figure by itself
            second = replace(second, quantities=tuple(bare if q is part else q for q in second.quantities))
            part = bare
            if part.unit == "1" and part.of is None and whole.unit != "1" and not fraction(found, part):
                named = replace(part, unit=whole.unit, unit_name=whole.unit_name)
                second = replace(second, quantities=tuple(named if q is part else q for q in second.quantities))
            return [replace(first, divided=second.claim.span), *portions(second)]
    return [found]


def _without_rest(found: Context) -> Context:
    """``found`` without what it says, and gives no figure of, of all that is left: ", Elsin and Tarn the rest"."""
    last = max((q.span.end for q in found.quantities), default=None)
    rest = _REST.search(found.unnamed[last : found.claim.span.end].lower()) if last is not None else None
    return (_clipped(found, found.claim.span.start, (last or 0) + rest.start()) if rest else None) or found


def _counting(found: Context) -> Context:
    """``found`` without figures that only say of how many something is the sum: "between the two of them"."""
    start, apart = found.claim.span.start, [match.span() for match in TOGETHER.finditer(found.raw)]
    kept = tuple(q for q in found.quantities if not any(a <= q.span.start - start < b for a, b in apart))
    return replace(found, quantities=kept) if kept else found


def _inside(found: Context, part: Quantity, whole: Quantity) -> list[Context]:
    """The whole and the part of "2,592 of Tarrow's 6,849 births in 2022 were …", whose whole stands inside the part."""
    match = _N_OF.match(found.unnamed[part.span.end : whole.span.start])
    if match is None or part.unit in ("%", "pp"):
        return []
    text, start = found.text, part.span.end + match.end()
    end = whole.of.span.end if whole.of else whole.span.end
    if end == whole.span.end and (noun := _NOUN.match(text, end)):
        end = noun.end()
    if rest := AFTER_NOUN.match(text, end):
        end = rest.end()
    end = next((t.span.end for t in found.times if end < t.span.start <= end + _NEAR), end)
    if end > found.claim.span.end:
        return []
    bare = replace(part, share_of=None)  # it is a figure by itself
    found = replace(found, quantities=tuple(bare if q is part else q for q in found.quantities))
    first = _clipped(found, start, end)
    before, after = _clipped(found, found.claim.span.start, part.span.end), _clipped(found, end, found.claim.span.end)
    if first is None or before is None:
        return []
    second = before
    if after is not None:
        parts = (*before.claim.parts, *after.claim.parts)
        claim = replace(before.claim, span=Span(parts[0].start, parts[-1].end), parts=parts)
        second = replace(before, claim=claim, quantities=(*before.quantities, *after.quantities))
        second = replace(second, times=(*before.times, *after.times))
    return [_dated(first, second), _dated(second, first)]


def _dated(found: Context, other: Context) -> Context:
    """``found``, of the dates of ``other`` where it states none."""
    dated = tuple(t.id for t in other.times if t.kind in ("date", "time"))
    if not dated or any(t.kind in ("date", "time") for t in found.times):
        return found
    return replace(found, claim=replace(found.claim, carried_times=dated))


def _within(found: Context, other: Context) -> Context:
    """``found``, of a part of the time of ``other`` where its words say so: "40 of them in the first week"."""
    dated = [t for t in other.times if t.kind in ("date", "time")]
    if len(dated) != 1 or any(t.kind in ("date", "time") for t in found.times):
        return found
    time = inner_time(found.raw, dated[0])
    if time is None:
        return found
    start = found.claim.span.start
    time = replace(time, span=Span(start, found.claim.span.end))
    return replace(found, claim=replace(found.claim, carried_times=()), times=(*found.times, time))


def _cut(found: Context, after: int, part: Span) -> int | None:
    """Where the words of the part begin, between the figure of the whole, which ends at ``after``, and its own."""
    gaps = pairwise(found.claim.parts)
    ends = [one.end for one, other in gaps if after <= one.end and other.start <= part.start < other.end]
    if ends and _FOLLOWING.match(found.unnamed[ends[0] : part.start].lower()):
        return ends[0]  # the parts between are claims of their own
    between = found.unnamed[after : part.start].lower()
    if lead := _LEADING.search(between):
        return after + lead.start()
    if _OF_IT.match(found.after(part)):
        bare = _BARE.search(between)
        return after + bare.start() if bare else None
    if _OF_WHOLE.match(found.raw) and (commas := list(_COMMA.finditer(between))):
        return after + commas[-1].start()
    colon = _COLON.search(between)
    if colon and "(" not in between[: colon.start()]:  # "300 in May (April: 280)" has no parts
        return after + colon.start()
    return None


def followed_by_parts(found: Context, sentence: Span) -> bool:
    """Whether what the claim gives is the whole of parts that its sentence goes on to tell, in other claims."""
    if len(found.quantities) != 1 or found.quantities[0].unit in ("%", "pp"):
        return False
    return bool(_FOLLOWING.match(found.unnamed[found.claim.span.end : sentence.end].lower()))


def portions(found: Context) -> list[Context]:
    """The parts of a whole one by one: "345 emergencies and 223 planned", "Elsin 300, Tarn 200, the rest in Holm"."""
    found = replace(found, portion=True)
    if _MORE_THAN_PARTS.search(found.low):
        return [found]
    found = _without_rest(found)
    figures = sorted(found.quantities, key=lambda q: q.span.start)
    ends = [found.claim.span.start]
    for one, other in pairwise(figures):
        cuts = [m.start() for m in _BETWEEN_PARTS.finditer(found.unnamed[one.span.end : other.span.start])]
        if not cuts:
            return [found]
        ends.append(one.span.end + cuts[-1])
    made = [_clipped(found, a, b) for a, b in pairwise([*ends, found.claim.span.end])]
    kept = [one for one in made if one]
    if any(_INSIDE.search(one.low) and not one.times for one in kept):
        return [replace(found, quantities=())]  # "82 of them in the first week": of a shorter time, which is not read
    return [_dated(one, found) for one in kept] if len(kept) == len(made) and kept else [found]


def _clipped(found: Context, start: int, end: int) -> Context | None:
    parts = tuple(
        Span(max(p.start, start), min(p.end, end)) for p in found.claim.parts if p.start < end and start < p.end
    )
    if not parts:
        return None
    quantities = tuple(q for q in found.quantities if start <= q.span.start < end)
    times = tuple(t for t in found.times if start <= t.span.start < end)
    claim = replace(
        found.claim,
        span=Span(parts[0].start, parts[-1].end),
        parts=parts,
        quantities=tuple(q.id for q in quantities),
        times=tuple(t.id for t in times),
    )
    return replace(found, claim=claim, quantities=quantities, times=times)
