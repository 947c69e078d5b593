"""Levels of the grammar for stretches that a time bounds: "the year to March", "the week beginning 6 July"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.normalise.times.nodes import Date, Ended, Feast, Lasting, Length, Node, Part, Range, Rolling, Unit
from onrecord.normalise.times.rules import Level, Matched, Rule

__all__ = ["ONE_END", "STRETCHES", "UP_TO", "UP_TO_APART", "of_unit"]

# Units of the calendar from the finest, and how fine a time is: a stretch runs to nothing coarser than its unit.
_RANKS = {"day": 0, "workday": 0, "weekend": 0, "week": 1, "fortnight": 1, "month": 2, "quarter": 3, "year": 4}
_YEARS = 4


def of_unit(node: Node | None) -> str | None:
    """The unit that "the week", "the year" or "the financial year" names without saying which one."""
    if isinstance(node, Unit):
        return node.unit if node.bare and node.unit in _RANKS and node.unit != "day" else None
    return "year" if node == Date(year_shift=0, fiscal=True) else None


def _rank(node: Node) -> int | None:
    """How fine the end of a stretch is; None for what is not a date by its own fields."""
    while isinstance(node, Part):
        node = node.node
    if isinstance(node, Feast):
        return 0
    if not isinstance(node, Date):
        return None
    if node.day or node.weekday is not None:
        return 0
    return 2 if node.month else 3 if node.part else _YEARS if node.year is not None else None


def _stretch(match: Matched) -> Length | None:
    """The length of "the week", "week", "the nine months", "the last 12 months", "the third quarter"."""
    node = match["w"]
    if "n" in match:
        length: Length = match["n"]
    elif isinstance(node, Rolling) and node.sign < 0:
        length = node.length
    else:
        unit = match["u"] or of_unit(node) or ("quarter" if "q" in match else None)
        if unit is None or unit == "day":
            return None
        length = Length(((1.0, unit),))
    return (
        length if all(amount is not None and unit in (*_RANKS, "decade") for amount, unit in length.amounts) else None
    )


def _ended(match: Matched) -> Ended | None:
    """ "the year ended March 31", "the week to 8 November", "the third quarter ended Sept. 30"."""
    length, rank = _stretch(match), _rank(match["x"])
    if length is None or rank is None:
        return None
    amount, unit = length.amounts[0]
    whole = rank == _YEARS and amount == 1 and unit == "year"  # "the year to 2021"
    return Ended(length, match["x"]) if rank <= _RANKS.get(unit, _YEARS) and not whole else None


_END = "(?P<x>DATE|WEEKDAYNAME|DAYNODE|HOLIDAYS|MONTHS|QUARTERS|SEASONS|YEARNODE|UNITNODE)"
_OPEN = "THE? FISCAL? (?P<u>UNIT)|(?P<w>UNITNODE)"
_LONG = "(?:THE|(?<=FOR)) ORDW? (?P<n>LENGTH) PERIOD?"
_ENDED = f"(?:{_OPEN}|THE? (?:(?P<n>LENGTH) PERIOD?|(?P<q>QUARTERS)))"
_UNTIL = f"(?:{_OPEN}|{_LONG})"


def _of_days(match: Matched) -> Range | None:
    """ "the week of 19-25 October"."""
    days: Range = match["x"]
    return days if of_unit(match["w"]) not in (None, "year") else None


UP_TO = Level(
    Rule("RANGENODE", f"{_ENDED} THAT? ENDED [ON IN]? {_END}", _ended),
    Rule("RANGENODE", f"{_UNTIL} (?:UP? TO|UNTIL) {_END}", _ended),
    Rule("RANGENODE", "(?P<w>UNITNODE) (?:OF|FROM)? (?P<x>DAYS)", _of_days),
)
# The same as two times.
UP_TO_APART = Level(
    Rule("RANGENODE", f"{_ENDED} (?= THAT? ENDED [ON IN]? {_END})".replace("|(?P<q>QUARTERS)", ""), _ended),
)


def _lasting(match: Matched) -> Lasting | None:
    """ "for three days from Monday", "from 2 p.m. for two hours"."""
    return Lasting(match["n"], match["x"]) if match["n"].amounts[0][0] is not None else None


_NOUNS = ("start", "outset")  # of the symbol of "beginning"


def _begun(match: Matched) -> Lasting | None:
    """ "the week beginning 6 July", "the year starting April 2020", "the month from 3 May"."""
    unit = match["u"] or of_unit(match["w"])
    if unit not in _RANKS or unit in ("day", "weekend") or match["s"] in _NOUNS:
        return None
    return Lasting(Length(((1.0, unit),)), match["x"], calendar=True)


def _from_then(match: Matched) -> Lasting | None:
    """ "the 12 months beginning July 2020"."""
    found = _lasting(match)
    return replace(found, calendar=True) if found and match["s"] not in _NOUNS else None


# What follows a single time: with an end beside it, it is the start of a range.
ONE_END = "(?! (?:TO|UNTIL|DASH) (?:ENDPOINT|VAGUENODE|TWODIGIT))"

STRETCHES = Level(
    Rule(
        "RANGENODE",
        f"(?<=FOR) (?P<n>LENGTH) COMMA? (?:STARTING FROM?|FROM|START) ON? (?P<x>ENDPOINT) {ONE_END}",
        _lasting,
    ),
    Rule("RANGENODE", f"(?<=THE) (?P<n>LENGTH) FROM (?P<x>DATE|WEEKDAYNAME|DAYNODE|MONTHS) {ONE_END}", _lasting),
    Rule("RANGENODE", f"(?P<n>LENGTH) STARTING FROM? ON? (?P<x>ENDPOINT) {ONE_END}", _lasting),
    Rule("RANGENODE", f"(?<=THE) (?P<n>LENGTH) (?P<s>START) ON? (?P<x>DAYISH|MONTHS) {ONE_END}", _from_then),
    Rule(
        "RANGENODE",
        f"(?:THE? (?P<u>UNIT)|(?P<w>UNITNODE)) THAT? (?P<s>START|STARTING) FROM? ON? (?P<x>DAYISH|MONTHS) {ONE_END}",
        _begun,
    ),
    Rule("RANGENODE", f"(?P<w>UNITNODE) FROM (?P<x>DATE) {ONE_END}", _begun),
    Rule("RANGENODE", "(?P<x>MOMENT) FOR (?P<n>LENGTH)", _lasting),
)
