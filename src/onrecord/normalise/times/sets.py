"""Sets: what happens every so often."""

from __future__ import annotations

from onrecord.normalise.times.nodes import Date, Every
from onrecord.normalise.times.rules import Matched, Rule

__all__ = ["SEASON_CODES", "SETS", "value_of"]


def value_of(match: Matched, group: str) -> str:
    """The unit of a group; "second" is an ordinal elsewhere."""
    found = match[group]
    return "second" if found == 2 else str(found)


_CODES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}

SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def _every(match: Matched) -> Every | None:
    """ "every day", "each July", "every other week", "every three months"."""
    node = match["n"]
    if match.names("n", "LENGTH"):
        (amount, unit), *_ = node.amounts
        number = int(amount) if amount is not None and amount == int(amount) else None
        return _every_unit(unit, number) if number else None
    if match.names("n", "WEEKDAYNAME"):
        return Every(f"XXXX-WXX-{node.weekday + 1}", "P2W" if "other" in match else None)
    if match.names("n", "WEEKDAYWORD"):
        return Every("P1WD")
    if match.names("n", "DATE"):
        dated = isinstance(node, Date) and node.month and node.day and node.year is None
        return Every(f"XXXX-{node.month:02}-{node.day:02}", "P1Y") if dated else None
    if match.names("n", "MONTHS"):
        return Every(f"XXXX-{node.month:02}")
    if match.names("n", "SEASON"):
        return Every(f"XXXX-{SEASON_CODES[node]}")
    if match.names("n", "DAYPART"):
        return Every(f"XXXX-XX-XXT{node}")
    return _every_unit(value_of(match, "n"), 2 if "other" in match else 1)


def _every_unit(unit: str, number: int) -> Every | None:
    if unit == "weekend":
        return Every("XXXX-WXX-WE" if number == 1 else f"P{number}WE")
    if unit == "night":
        return Every("XXXX-XX-XXTNI")
    if unit == "quarter":
        return Every(f"P{3 * number}M", f"P{3 * number}M")
    code = {"hour": "H", "minute": "M", "second": "S", "fortnight": "W"}.get(unit) or _CODES.get(unit)
    if code is None:
        return None
    if unit in ("decade", "century", "fortnight"):
        number, code = (
            number * {"decade": 10, "century": 100, "fortnight": 2}[unit],
            "W" if unit == "fortnight" else "Y",
        )
    value = f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{number}{code}"
    return Every(value, value)


def _weekday_nights(match: Matched) -> Every | None:
    """ "Monday nights", and the first of "Monday and Tuesday nights"."""
    part = "NI" if match.names("p", "UNITS") else match["p"]
    if match.names("p", "UNITS") and match["p"] != "night":
        return None
    return Every(f"XXXX-WXX-{match['x'].weekday + 1}T{part}")


def _weekdays(match: Matched) -> Every:
    tail = "TNI" if match.names("p", "UNITS") else f"T{match['p']}" if "p" in match else ""
    return Every(f"XXXX-WXX-{match['w'] + 1}{tail}")


def _often(match: Matched) -> Every:
    return Every(match["n"], match["n"])


SETS = (
    Rule(
        "SETNODE",
        "(?:EVERY|EACH) (?:PASSING|ADDITIONAL)? (?P<other>OTHERWORD)? "
        "(?P<n>ONEUNIT|WEEKDAYNAME|MONTHS|SEASON|DAYPART|LENGTH|WEEKDAYWORD|DATE)",
        _every,
    ),
    Rule("SETNODE", "(?<=ON) (?P<n>WEEKDAYWORD)", _every),
    Rule("SETNODE", "(?<=[EVERY EACH]WEEKDAYNAME[AND OR]) (?P<n>WEEKDAYNAME)", _every),
    Rule("SETNODE", "(?:EVERY|EACH) UNIT ON (?P<n>WEEKDAYNAME)", _every),
    Rule("SETNODE", "(?<=[ON AT]) (?P<n>UNITS)", lambda m: _every_unit(m["n"], 1) if m["n"] == "weekend" else None),
    Rule(
        "SETNODE",
        "THE? (?P<d>ORD|LONEORD|ORDW) (?:OF|DAY)? (?:OF)? (?:EVERY|EACH) (?P<u>UNIT)",
        lambda m: Every(f"XXXX-XX-{m['d']:02}", "P1M") if m["u"] == "month" and m["d"] < 32 else None,
    ),
    Rule("SETNODE", "(?P<x>WEEKDAYNAME) (?P<p>UNITS)", _weekday_nights),
    Rule("SETNODE", "(?P<x>WEEKDAYNAME) (?= (?:AND|OR|COMMA) WEEKDAYNAME (?P<p>UNITS|DAYPARTS))", _weekday_nights),
    Rule("SETNODE", "(?P<n>OFTEN)", _often),
    Rule("SETNODE", "(?P<w>WEEKDAYS) (?P<p>DAYPART|UNITS)?", _weekdays),
    Rule("SETNODE", "(?P<w>WEEKDAYS)", _weekdays),
    Rule(
        "SETNODE",
        "(?P<x>WEEKDAYNAME) (?P<p>DAYPARTS)",
        lambda m: Every(f"XXXX-WXX-{m['x'].weekday + 1}T{m['p']}"),
    ),
    Rule("SETNODE", "(?:EVERY|EACH)? (?P<p>DAYPARTS)", lambda m: Every(f"XXXX-XX-XXT{m['p']}")),
    Rule("SETNODE", "PER (?P<n>ONEUNIT)", _every),
    Rule("SETNODE", "(?:ONCE|(?:INT|AMOUNT) TIMES) (?:EVERY|EACH|PER|AN)? (?P<n>LENGTH|ONEUNIT)", _every),
)
