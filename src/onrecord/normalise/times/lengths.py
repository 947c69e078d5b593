"""First levels of the grammar: durations."""

from __future__ import annotations

from dataclasses import replace

from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.nodes import Length
from onrecord.normalise.times.rules import Level, Matched, Rule

__all__ = ["LENGTHS", "MODIFIED"]


def _unit(match: Matched, group: str) -> str:
    token = match.tokens(group)[0]
    return "second" if token.value == 2 else str(token.value)


def _length(match: Matched) -> Length | None:
    if (match.names("u", "SECOND") and "dash" not in match) or _fraction(match):
        return None
    unit = _unit(match, "u")
    return Length(((match["n"], "workday" if unit == "day" and "working" in match else unit),))


def _nights(match: Matched) -> Length | None:
    """ "3 night": a stay of so many days."""
    return Length(((float(match["n"]), "night"),)) if match["p"] == "NI" else None


def _fraction(match: Matched) -> bool:
    """ "three-quarters", "a quarter of"; not "the first three quarters of 2021"."""
    after = match.after()
    if "of" in match:
        return False
    return match["u"] == "quarter" and ("dash" in match or (after is not None and after.symbol == symbol("OF")))


def _one(match: Matched) -> Length | None:
    if match.names("u", "SECOND") or match["u"] == "quarter":
        return None
    return Length(((1.0, _unit(match, "u")),))


def _vague(match: Matched) -> Length | None:
    return Length(((None, _unit(match, "u")),)) if not match.names("u", "SECOND") else None


_AGAIN = frozenset(map(symbol, ("LAST", "PAST", "PREVIOUS")))


def _two(match: Matched) -> Length | None:
    before, after = match.before(), match.after()
    if before and after and before.symbol in _AGAIN and after.symbol == symbol("AGO"):
        return None  # "the last three months and two days ago" are two times
    first, second = _unit(match, "u"), _unit(match, "v")
    order = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
    if first not in order or second not in order or order.index(first) >= order.index(second):
        return None
    return Length(((match["n"] or 1.0, first), (match["k"], second)))


def _three(match: Matched) -> Length | None:
    """ "two years, three months and four days"."""
    two = _two(match)
    units = ("year", "month", "week", "day", "hour", "minute", "second")
    third = _unit(match, "w")
    if two is None or two.amounts[1][1] not in units or third not in units[units.index(two.amounts[1][1]) + 1 :]:
        return None
    return Length((*two.amounts, (match["l"], third)))


def _half_more(match: Matched) -> Length:
    """ "an hour and a half"."""
    return Length((((match["n"] or 1.0) + 0.5, _unit(match, "u")),))


def _between(match: Matched) -> Length | None:
    """ "two to three weeks", "15 or 20 years": the lower amount, with the upper kept."""
    low, high = match["n"], match["k"]
    return Length(((low, _unit(match, "u")),), upper=high) if low is not None and low < high else None


# The mod of TIMEX3 by the words before a duration.
_MODS = {
    "ABOUT": "APPROX",
    "MORE": "MORE_THAN",
    "LESS": "LESS_THAN",
    "AT": "EQUAL_OR_MORE",
    "UP": "EQUAL_OR_LESS",
}


def _with_mod(match: Matched) -> Length:
    """ "about an hour", "more than two weeks", "at least 20 years"."""
    mod = next(value for name, value in _MODS.items() if match.names("m", name))
    length: Length = match["n"]
    return replace(length, mod="EQUAL_OR_LESS" if "most" in match else mod)


MODIFIED = Level(
    Rule("LENGTH", "(?P<m>ABOUT|(?:MORE|LESS) THAN|AT (?:LEAST|(?P<most>MOST))|UP TO) (?P<n>LENGTH)", _with_mod),
)

_AMOUNT = "(?P<n>AMOUNT) (?P<dash>DASH)? (?:MORE|ADDITIONAL|OTHERWORD|(?P<working>WORKING))?"

LENGTHS = Level(
    Rule("LENGTH", f"{_AMOUNT} (?P<u>ANYUNIT) (?:OR SO)?", _length),
    Rule(
        "LENGTH",
        "(?<=[ORDW LAST PAST FINAL]) (?P<n>AMOUNT) (?P<u>UNITS) "
        "(?= (?P<of>OF) (?:THE|THIS|LAST)? (?:YEAR|UNIT|FISCAL|FY))",
        _length,
    ),
    Rule("LENGTH", "AN (?:ADDITIONAL|ALL)? (?P<u>ONEUNIT) (?:OR SO)?", _one),
    Rule("LENGTH", "ANOTHER (?P<u>ONEUNIT)", _one),
    Rule("LENGTH", "EVERYDAY (?P<u>UNIT)", _one),
    Rule("LENGTH", "ANOTHER (?P<n>AMOUNT) (?P<u>ANYUNIT)", _length),
    Rule(
        "LENGTH",
        "AN (?P<u>ANYUNIT) OR (?P<k>AMOUNT|ONES|NUM)",
        lambda m: Length(((1.0, _unit(m, "u")),), upper=2.0),
    ),
    Rule("LENGTH", "(?:VAGUEAMOUNT|FEW|AN FEW) (?:MORE|ADDITIONAL)? (?P<u>ANYUNIT)", _vague),
    Rule("LENGTH", "(?:(?P<n>AMOUNT)|AN) (?P<u>ANYUNIT) COMMA? AND? (?P<k>AMOUNT) (?P<v>ANYUNIT)", _two),
    Rule(
        "LENGTH",
        "(?:(?P<n>AMOUNT)|AN) (?P<u>ANYUNIT) COMMA? AND? (?P<k>AMOUNT) (?P<v>ANYUNIT) "
        "COMMA? AND? (?P<l>AMOUNT) (?P<w>ANYUNIT)",
        _three,
    ),
    Rule("LENGTH", "(?P<n>D12|D31) DASH? (?P<p>DAYPART)", _nights),
    Rule("LENGTH", "(?:(?P<n>AMOUNT)|AN) (?P<u>ANYUNIT) AND AN HALF", _half_more),
    Rule(
        "LENGTH",
        "(?:BETWEEN|FROM)? (?P<span>(?P<n>INT) (?:TO|OR|DASH|AND|LONGDASH) (?P<k>AMOUNT) DASH? (?P<u>ANYUNIT))",
        _between,
    ),
)
