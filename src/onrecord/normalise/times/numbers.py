"""Numbers inside time expressions: words, mixed fractions, years in words."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.nodes import Clock
from onrecord.normalise.times.rules import Level, Matched, Rule
from onrecord.normalise.times.tokens import Token

__all__ = ["AMOUNTS", "NUMBERS", "century_of", "full_year"]

_WORDS = frozenset(map(symbol, ("ONES", "TEENS", "TENS", "SCALE")))


def _cardinal(tokens: Sequence[Token]) -> int | None:
    """The value of number words in order ("twenty-four", "two thousand and ten"), None where they do not
    join."""
    total, group, last = 0, 0, 0
    for value in (token.value for token in tokens if token.symbol in _WORDS):
        if value == 100:
            group = (group or 1) * 100
        elif value > 100:
            total, group = total + (group or 1) * value, 0
        elif last and (last < 20 or (last < 100 and value > 9)):
            return None
        else:
            group += value
        last = value
    return total + group


def _number(match: Matched) -> int | None:
    return _cardinal(match.tokens("all"))


def _year(match: Matched) -> int | None:
    """ "nineteen ninety-six", "twenty twenty-three", "nineteen oh five"."""
    rest = _cardinal(match.tokens("rest"))
    head = match["head"]
    if rest is None or head not in range(11, 21) or match["oh"]:
        return None
    return int(head) * 100 + rest


def _spoken(match: Matched) -> Clock | None:
    """ "at nine thirty", "from five-fifteen"."""
    minutes = _cardinal(match.tokens("rest"))
    if minutes is None or not 10 <= minutes < 60 or not 1 <= match["head"] <= 12:
        return None
    return Clock(match["head"] * 3600 + minutes * 60, sure=False)


def _ordinal(match: Matched) -> int:
    return int(match["tens"]) + int(match["ones"])


_TEENS_UP = "(?:TENS (?:DASH? ONES)?|TEENS)"
_UNDER_100 = f"(?:{_TEENS_UP}|ONES)"

NUMBERS = Level(
    Rule("YEAR", f"(?P<head>TEENS|TENS) (?P<rest>(?:{_TEENS_UP}|(?P<oh>ONES) ONES))", _year),
    Rule(
        "CLOCKTIME",
        f"(?<=[AT FROM TO BETWEEN AND UNTIL ORDW]) (?P<head>ONES|TEENS) DASH? (?P<rest>{_TEENS_UP})",
        _spoken,
    ),
    Rule("CLOCKTIME", f"(?P<head>ONES|TEENS) DASH? (?P<rest>{_TEENS_UP}) (?=AMPM|IN THE DAYPART)", _spoken),
    Rule("ORD", "(?P<tens>TENS) DASH? (?P<ones>ORDW|SECOND)", _ordinal),
    Rule(
        "NUM",
        f"(?P<all>(?:AN? SCALE|{_UNDER_100}) (?:DASH? SCALE|(?<=SCALE) (?:AND|DASH)? {_UNDER_100}){{0,7}})",
        _number,
    ),
    Rule("NUM", "(?P<all>(?:D12|D31|D99|D999|OLDYEAR)) (?P<scale>SCALE)", lambda m: m["all"] * m["scale"]),
)


def full_year(two: int, near: int) -> int:
    """A year of two digits in the century that brings it nearest to ``near``, at most 20 years after it."""
    year = near - near % 100 + two
    if year > near + 20:
        year -= 100
    elif year <= near - 80:
        year += 100
    return year


def century_of(number: int) -> int:
    """First year of the ``number``-th century, as EDTF's 19XX counts."""
    return (number - 1) * 100


def _plain(match: Matched) -> float | None:
    return match["n"] if match["n"] is None else float(match["n"])


def _and_half(match: Matched) -> float | None:
    return None if match["n"] is None else float(match["n"]) + 0.5


def _vulgar(match: Matched) -> float:
    return float(match["n"] or 0) + float(match["f"])


def _stroke(match: Matched) -> float | None:
    """ "2 1/2": a whole number and a fraction with strokes."""
    above, below = (int(part) for part in match["f"].split("/"))
    return float(match["n"]) + above / below if 0 < above < below else None


# An amount of units; VAGUEAMOUNT is one that no number holds ("several").
AMOUNTS = Level(
    Rule(
        "AMOUNT",
        "(?P<n>INT) (?=DASH? "
        "(?:ADDITIONAL|MORE|OTHERWORD|LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING|WORKING)? "
        "MANYUNITS)",
        _plain,
    ),
    Rule(
        "AMOUNT",
        "(?P<n>D12|D31|D99|D999|OLDYEAR|NUM|DECIMAL) (?=DASH? "
        "(?:ADDITIONAL|MORE|OTHERWORD|LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING)? "
        "(?:ANYUNIT|UNIT))",
        _plain,
    ),
    Rule("AMOUNT", "(?P<n>INT) AND AN? HALF (?=DASH? ANYUNIT)", _and_half),
    Rule("AMOUNT", "(?P<n>INT)? (?P<f>VULGAR) AN? (?=DASH? ANYUNIT)", _vulgar),
    Rule("AMOUNT", "(?P<n>INT) (?:AND|DASH)? (?P<f>STROKE) (?=DASH? ANYUNIT)", _stroke),
    Rule("AMOUNT", "AN? HALF AN? DASH? (?=ANYUNIT)", lambda m: 0.5),
    Rule("AMOUNT", "AN? COUPLE OF? (?=(?:MORE|ADDITIONAL)? ANYUNIT)", lambda m: 2.0),
    Rule(
        "VAGUEAMOUNT",
        "AN? (?:ADDITIONAL? FEW|NUMBEROF OF) (?=(?:MORE|ADDITIONAL|SHORT)? ANYUNIT)",
        lambda m: True,
    ),
)
