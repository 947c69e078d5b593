"""Two numbers that make one interval, or a change from one to the other."""

from __future__ import annotations

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.conversion import convert, dimension
from onrecord.normalise.quantities.draft import Draft
from onrecord.normalise.quantities.senses import are_years, is_score
from onrecord.normalise.quantities.trends import change_before

__all__ = ["join_counts", "join_ranges", "merge_bounds", "share_trend", "share_units"]

_DASHES = frozenset("-–—−~‑‒")
_MARGINS = frozenset(("±", "+ / -", "+ / −", "+ -", "plus or minus"))
_TO = frozenset(("to", "through", "thru", "- to -", "to -", "- to", "up to", "to about", "till"))
_ANDS = frozenset(("and", "and about", "and around", "and up to"))
_STEPS = frozenset(("up", "to", "about", "around", "just", "as", "low", "approximately", "the", "a", "roughly"))
_HUNDREDTHS = frozenset(("cent", "penny"))
_MOVED = wordlists(__package__, "ranges")["moved"]
_LINKS = frozenset(("and", "but", ", and", ",", ", but", "and is", "and was"))


def join_ranges(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts with ranges joined and scores left out, in order."""
    kept: list[Draft] = []
    for draft in reversed(drafts):  # from the right: "24 to 33-35" ends at 35
        after = kept[-1] if kept else None
        if after is None:
            kept.append(draft)
            continue
        verdict = _relation(tokens, draft, after)
        if verdict in ("score", "years"):
            kept.pop()
        elif verdict == "margin":
            kept[-1] = _margin(draft, after)
        elif verdict == "sum":
            kept[-1] = _sum(draft, after)
        elif verdict == "range":
            kept[-1] = _joined(tokens, draft, after)
        else:
            if verdict == "change":
                _change(tokens, draft, after)
            kept.append(draft)
    return kept[::-1]


def _relation(tokens: Tokens, a: Draft, b: Draft) -> str | None:
    """How two neighbours hang together: "range", "change", "margin", "sum", "score", "years", or not at all."""
    if not 0 <= b.first - a.last <= 3:
        return None
    if tokens.low[a.last : b.first] in ([], ["and"]) and _smaller(tokens, a, b):
        return "sum"
    if b.first == a.last:
        return None
    link = " ".join(tokens.low[a.last : b.first])
    if link in _MARGINS:
        return "margin" if a.same_unit(b) and b.lower is not None and a.lower is not None else None
    if link in _DASHES:
        return _dashed(tokens, a, b)
    if not a.same_unit(b) or {a.number.form, b.number.form} & {"ratio", "multiple"}:
        return None
    if link == "or":
        return "range" if _neighbours(a, b) else None
    if link in _TO or link in _ANDS:
        return _spelled(tokens, a, b, link)
    return None


def _smaller(tokens: Tokens, a: Draft, b: Draft) -> bool:
    """Whether the second goes on in a smaller unit: "5 lb 4 oz", "6 ft and 2 in", "3 dollars and 50 cents"."""
    if tokens.word(a.first - 1) == "between" or a.number.value != int(a.number.value):
        return False
    if b.unit_name == "penny" and a.unit == "[lb_av]":
        a.unit, a.unit_name = "GBP", None
    if b.unit_name in _HUNDREDTHS and len(a.unit) == 3 and a.unit.isupper():
        return a.number.scale == 1.0 and 0 <= b.number.value < 100
    if a.unit == "[ft_i]" and not b.measure and tokens.word(b.last) == "in" and b.number.plain:
        b.measure, b.unit, b.unit_name, b.last = a.measure, "[in_i]", "inch", b.last + 1
    if dimension(a.unit) not in ("length", "mass") or not (b.measure and b.number.value >= 0):
        return False
    part = convert(b.number.value, b.unit, a.unit)
    listed = b.first > a.last and a.unit not in ("[ft_i]", "[lb_av]", "[stone_av]")  # "3 km and 200 m" may be two
    return part is not None and part < 1 and a.unit != b.unit and not listed


def _sum(a: Draft, b: Draft) -> Draft:
    hundredths = b.number.value / 100 if b.unit_name in _HUNDREDTHS else None
    value = round(a.number.value + (hundredths or convert(b.number.value, b.unit, a.unit) or 0.0), 9)
    b.first, b.lower, b.upper = a.first, value, value
    b.measure, b.unit, b.unit_name = a.measure, a.unit, a.unit_name
    return b


def _neighbours(a: Draft, b: Draft) -> bool:
    """ "two or three", "five or six hundred": small numbers in words, next to each other."""
    words = a.number.form == b.number.form == "words" and not a.measure and a.number.scale in (1.0, b.number.scale)
    return words and b.number.mantissa <= 20 and 0 < b.number.mantissa - a.number.mantissa <= 2


def _spelled(tokens: Tokens, a: Draft, b: Draft, link: str) -> str | None:
    """ "between A and B", "from A to B", "A to B"."""
    start = a.first - 1
    while tokens.word(start) in _STEPS:
        start -= 1
    openers = (tokens.word(start), tokens.word(a.first - 1))
    between, from_ = "between" in openers, "from" in openers
    bare = not (a.measure or b.measure)
    if bare and (link in _TO or between) and are_years(tokens, a.number, b.number):
        return "years"
    if link in _ANDS:
        return "range" if between else None
    if from_:
        verb = start - (tokens.word(start - 1) == ",")  # "doubled, from 40 to 95"
        moved = tokens.word(verb - 1) in _MOVED or change_before(tokens, verb)
        return "range" if _rises(a, b) and not moved else "change"
    if link == "up to" or b.joined == "to" or not _rises(a, b):
        return None
    near = (b.upper or 0) <= 3 * (a.lower or 0)  # "fell by 1 to 1.5 degrees", not "up by 27,000 to 256,000"
    one_unit = b.measure is not None and a.measure is None  # "have risen 30 to 40 per cent"
    amount = (near and (openers[1] == "by" or one_unit)) or not change_before(tokens, a.first)
    return "range" if amount else None


def _dashed(tokens: Tokens, a: Draft, b: Draft) -> str | None:
    spaced = [tokens.gap(i) for i in range(a.last, b.first + 1)]
    tight = max(spaced) == 0
    if not a.same_unit(b) or not (tight or spaced[0] == spaced[-1] <= 1):
        return None
    if a.number.form not in ("digits", "words") or b.number.form not in ("digits", "words"):
        return None
    measured = bool(a.measure or b.measure) or b.number.scale > 1
    if not measured and is_score(tokens, a.number, b.number):
        return "score"
    if not measured and tokens.word(a.first - 1) == "(" and are_years(tokens, a.number, b.number):
        return "years"  # of a life, a reign
    return "range" if _rises(a, b) else ("score" if tight and not measured else None)


def _rises(a: Draft, b: Draft) -> bool:
    low, high = a.lower, b.upper
    if low is None or high is None:
        return False
    return low < high or (a.number.scale == 1 and b.number.scale > 1 and a.number.mantissa < b.number.mantissa)


def _joined(tokens: Tokens, a: Draft, b: Draft) -> Draft:
    """One interval; a scale or unit at the end goes for both: "$3–5 billion", "5 to 10 per cent"."""
    _take_scale(a, b)
    if not a.measure:
        a.measure, a.unit, a.unit_name, a.money_first = (
            b.measure,
            b.unit,
            b.unit_name,
            b.money_first or a.money_first,
        )
    opener = tokens.word(a.first - 1)
    first = a.first - 1 if opener in ("between", "from") else a.first
    b.first, b.lower = first, a.lower
    if b.lower is not None and b.upper is not None and b.lower > b.upper:
        b.lower, b.upper = b.upper, b.lower  # "between −2 and −7"
    b.measure, b.unit, b.unit_name = (
        b.measure or a.measure,
        a.unit if not b.measure else b.unit,
        b.unit_name or a.unit_name,
    )
    b.bounded, b.joined = True, "-" if tokens.word(b.number.first - 1) in _DASHES else "to"
    return b


def _take_scale(a: Draft, b: Draft) -> None:
    shared = a.number.scale == 1.0 < b.number.scale and a.number.mantissa < b.number.mantissa
    if shared and a.lower is not None and not (a.money_first and not b.money_first and a.number.mantissa >= 1000):
        a.lower = a.lower * b.number.scale
        a.upper = a.lower


def _margin(a: Draft, b: Draft) -> Draft:
    """ "1.96 ± 0.08 GPa": from 1.88 to 2.04."""
    middle, margin = a.number.value, abs(b.number.value)
    if not b.measure:
        b.measure, b.unit, b.unit_name, b.per = a.measure, a.unit, a.unit_name, a.per
    b.first, b.lower, b.upper = a.first, middle - margin, middle + margin
    b.bounded, b.joined = True, "±"
    return b


def _change(tokens: Tokens, a: Draft, b: Draft) -> None:
    """ "from A to B": B is what it became, and keeps A as what it came from."""
    _take_scale(a, b)
    _unit_from(a, b)
    _unit_from(b, a)
    up = (a.upper or 0) < (b.lower or 0)
    b.trend = change_before(tokens, a.first - 1) or ("up" if up else "down")
    b.relation, b.reference, b.other = "from", (a.first - 1, a.noun.last if a.noun else a.last), a


def join_counts(tokens: Tokens, a: Draft, b: Draft) -> None:
    """ "shrank from 82 ships to 47", "by 34 votes to 12": what the first counts goes for a bare second."""
    if not a.noun or b.noun or b.measure or tokens.word(a.noun.last) != "to" or b.first != a.noun.last + 1:
        return
    b.unit_name, b.of = a.unit_name, a.of or (a.noun.first, a.noun.last)
    verb = a.first - 2
    if tokens.word(a.first - 1) == "from" and (change_before(tokens, a.first - 1) or tokens.word(verb) in _MOVED):
        _change(tokens, a, b)


def _unit_from(a: Draft, b: Draft) -> None:
    if not a.measure and b.measure:
        a.measure, a.unit, a.unit_name, a.per = b.measure, b.unit, b.unit_name, b.per


def merge_bounds(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """ "more than 10 and less than 20", "at most 100 and at least 20": one interval."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        if before and _complement(tokens, before, draft):
            if before.upper is None:
                draft.lower, draft.lower_open = before.lower, before.lower_open
            else:
                draft.upper, draft.upper_open = before.upper, before.upper_open
            draft.first = before.first
            _unit_from(draft, before)
            kept[-1] = draft
            continue
        kept.append(draft)
    return kept


def _complement(tokens: Tokens, a: Draft, b: Draft) -> bool:
    if not (a.bounded and b.bounded and a.same_unit(b)) or not 1 <= b.first - a.last <= 2:
        return False
    if " ".join(tokens.low[a.last : b.first]) not in _LINKS:
        return False
    if a.upper is None and b.lower is None and a.lower is not None and b.upper is not None:
        return a.lower < b.upper
    if a.lower is None and b.upper is None and a.upper is not None and b.lower is not None:
        return b.lower < a.upper
    return False


def share_trend(tokens: Tokens, a: Draft, b: Draft) -> None:
    """What rose or fell to the first of two figures did to the second: "fell to 2.5% and 4.5%"."""
    link = " ".join(tokens.low[a.last : b.first])
    if a.trend and b.trend is None and a.measure and b.measure and a.unit == b.unit and link in ("and", ", and", ","):
        b.trend, b.of = a.trend, b.of or a.of


def share_units(tokens: Tokens, drafts: list[Draft]) -> None:
    """A unit at the end of a list goes for all of it: "65, 70 and 75 per cent"."""
    for k in range(len(drafts) - 2, -1, -1):
        a, b = drafts[k], drafts[k + 1]
        if (
            a.measure
            or not b.measure
            or b.money_first
            or b.unit == "1"
            or a.noun
            or a.number.form not in ("digits", "words")
        ):
            continue
        if a.number.scale != b.number.scale or b.first != b.number.first or b.number.form != a.number.form:
            continue
        link = " ".join(tokens.low[a.last : b.first])
        if link in (",", "and", "or", ", and", ", or", "to", "by", "x", "×"):
            _unit_from(a, b)
