"""Times joined to times: a date with its year, parts of a time, runs inside it, a day with its part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.normalise.times.nodes import At, Date, Edge, Feast, Nth, Part, Range, Unit
from onrecord.normalise.times.phrases import WHICH, daypart
from onrecord.normalise.times.rules import Level, Matched, Rule
from onrecord.normalise.times.sets import value_of

__all__ = ["COMPOUNDS", "MERGES", "PARTS", "SHARED"]


def _part(match: Matched) -> Part:
    return Part(WHICH[match.tokens("w")[0].symbol], match["x"])


def _joined_part(match: Matched) -> Part | None:
    """ "end-June", and not "at an end - June"."""
    (dash,) = match.tokens("d")
    close = match.tokens("w")[0].end == dash.start and dash.end == match.tokens("x")[0].start
    return _part(match) if close else None


def _with_year(match: Matched, inner: Date | None = None) -> Any:
    """A month, quarter, season, feast or day (or the ``inner`` node of a part) with the year that stands beside it."""
    node, year = inner or match["x"], match["y"]
    if isinstance(node, Feast | Date) and node.year is not None:
        return None
    if isinstance(year, Date):
        if year.month or year.day or year.weekday is not None or year.part or year.year is None:
            return None
        return replace(node, year=year.year)
    if isinstance(year, Unit) and year.unit == "year":
        if year.back and isinstance(node, Date):
            return replace(node, back=True, year_shift=year.shift)
        return replace(node, year_shift=year.shift)
    return None


def _with_era(match: Matched) -> Date | None:
    """ "the spring of 480 BC"."""
    node, year = match["x"], match["y"]
    return replace(node, year=year.year, bc=year.bc) if node.year is None else None


def _of_month(match: Matched) -> Any:
    """ "the 5th of this month", "the third of last month"."""
    unit = match["x"]
    if not isinstance(unit, Unit) or unit.unit != "month" or not 1 <= match["d"] <= 31:
        return None
    return Date(day=match["d"], month_shift=unit.shift, back=unit.back)


def _weekday_date(match: Matched) -> Date | None:
    weekday, node = match["w"], match["x"]
    if not isinstance(node, Date) or not node.day or not isinstance(weekday, Date):
        return None
    return replace(node, weekday=weekday.weekday)


def _weekday_ordinal(match: Matched) -> Date | None:
    return Date(weekday=match["w"].weekday, day=match["d"]) if 1 <= match["d"] <= 31 else None


def _nth(match: Matched) -> Nth | None:
    number = -1 if match.names("n", "LAST", "PAST", "FINAL") else match["n"]
    unit = value_of(match, "u")
    if unit in ("hour", "minute", "second") or not isinstance(number, int) or number > 99:
        return None
    return Nth(number, unit, match["x"])


def _run(match: Matched) -> Nth | None:
    """ "the first nine months of the year": a run of units from one end."""
    (amount, unit), *rest = match["l"].amounts
    if rest or amount is None or amount != int(amount) or not 0 < amount < 400 or unit in ("hour", "minute", "second"):
        return None
    number = match["n"] if match.names("n", "ORDW", "SECOND") else -1
    return Nth(number, unit, match["x"], count=int(amount))


def _nth_weekday(match: Matched) -> Nth:
    number = -1 if match.names("n", "LAST") else match["n"]
    return Nth(number, "day", match["x"], weekday=match["w"].weekday)


def _week_day(match: Matched) -> Nth | None:
    """ "next week on Tuesday"."""
    week = match["x"]
    return Nth(1, "day", week, weekday=match["w"].weekday) if isinstance(week, Unit) and week.unit == "week" else None


def _of_year(match: Matched) -> Nth | Part | None:
    """ "week 23 of last year", "late May last year"."""
    week, year = match["x"], match["y"]
    if isinstance(week, Part) and isinstance(week.node, Date):
        node = _with_year(match, week.node)
        return replace(week, node=node) if node else None
    if not (isinstance(week, Nth) and week.node == Unit("year")):
        return None
    whole = isinstance(year, Unit) and year.unit == "year"
    return replace(week, node=year) if whole or isinstance(year, Date) else None


def _week_day_part(match: Matched) -> At | None:
    """ "Wednesday evening next week"."""
    day, code = _week_day(match), _part_code(match)
    return At(day, daypart(code)) if day and code else None


def _nth_part(match: Matched) -> At | None:
    """ "the first Monday evening of next month"."""
    code = _part_code(match)
    return At(_nth_weekday(match), daypart(code)) if code else None


def _days_of_month(match: Matched) -> Range | None:
    """ "from the 4th to the 22nd of next month"."""
    unit, first, last = match["x"], match["d"], int(match["e"])
    if not isinstance(unit, Unit) or unit.unit != "month" or not 1 <= first < last <= 31:
        return None
    shared = Date(month_shift=unit.shift, back=unit.back)
    return Range(replace(shared, day=first), replace(shared, day=last))


def _part_code(match: Matched) -> str | None:
    return match["p"] if match.names("p", "DAYPART") else "NI" if match["p"] == "night" else None


def _day_part(match: Matched) -> At | None:
    code = _part_code(match)
    return At(match["x"], daypart(code)) if code else None


def _edge(match: Matched) -> Edge | None:
    """ "the week of 6 July", "the weekend starting 8 May"."""
    units = ("week", "weekend") if match.names("w", "OF") else ("weekend",)
    return Edge(match["u"], match["x"]) if match["u"] in units else None


_ANY = "(?P<x>PLACED)"


PARTS = Level(
    Rule("UNITNODE", f"THE? (?P<w>EARLY|LATE|MID) (?:DASH|IN)? {_ANY}", _part),
    Rule("UNITNODE", "(?P<w>START|END) (?P<d>DASH) (?P<x>MONTHS|YEARNODE|QUARTERS)", _joined_part),
    Rule("UNITNODE", "(?<=[TO BY AT SINCE UNTIL]) (?P<w>END) (?P<x>MONTHS)", _part),
    Rule("UNITNODE", f"(?P<w>EARLIER|LATER) (?:IN|ON)? {_ANY}", _part),
    Rule("UNITNODE", f"(?:THE? VERY)? (?:THE)? (?P<w>START|END|MID) OF THE? {_ANY}", _part),
    Rule(
        "UNITNODE",
        "(?P<w>START|END|MID) OF (?P<u>UNIT)",
        lambda m: (
            Part("end" if m.names("w", "END") else "start", Unit(m["u"]))
            if m["u"] in ("day", "week", "month", "quarter", "year")
            else None
        ),
    ),
    Rule("UNITNODE", f"THE? (?P<w>EARLY|LATE) PARTWORD OF {_ANY}", _part),
)


def _named_unit(match: Matched) -> Any:
    """ "the month of March"; "the months of March" and May."""
    return match["x"] if match["u"] == "month" else None


MERGES = Level(
    Rule("MONTHS", "THE? (?P<u>UNIT|UNITS) OF (?P<x>MONTHS)", _named_unit),
    Rule("DATE", "(?P<w>WEEKDAYNAME|DAYNODE) (?:COMMA|THE|DASH){0,2} (?P<x>DATE)", _weekday_date),
    Rule("DATE", "(?P<w>WEEKDAYNAME) THE? (?P<d>ORD|LONEORD|ORDW|SECOND) (?!ANYUNIT|OF)", _weekday_ordinal),
    Rule("DATE", "(?P<w>WEEKDAYNAME) (?P<d>D12|D31) (?=STOP|AT (?:CLOCKTIME|HOURNUM))", _weekday_ordinal),
)


def _half(match: Matched) -> Any:
    """ "the second half of 2023", "the first half of May"."""
    number = 2 if match.names("n", "LAST", "SECOND") else match["n"]
    node = match["x"]
    if number > 2:
        return None
    if isinstance(node, Unit) and node.unit == "year":
        return Date(part=("half", number), year_shift=node.shift, back=node.back)
    if isinstance(node, Date) and node.year is not None and not (node.month or node.part):
        return Date(part=("half", number), year=node.year)
    return Part("early" if number == 1 else "late", node)


COMPOUNDS = Level(
    Rule("QUARTERS", f"THE? (?P<n>ORDW|SECOND|LAST) HALF OF {_ANY}", _half),
    Rule("MONTHS", "(?P<x>MONTHS) OF? (?P<y>ERAYEAR)", _with_era),
    Rule("SEASONS", "(?P<x>SEASONS) OF? (?P<y>ERAYEAR)", _with_era),
    Rule("SEASONS", "(?P<s>SEASON) OF? (?P<y>ERAYEAR)", lambda m: replace(m["y"], part=("season", m["s"]))),
    Rule("MONTHS", "(?P<x>MONTHS) (?:COMMA|OF|IN)? (?P<y>UNITNODE|YEARNODE)", _with_year),
    Rule("DATE", "(?P<x>DATE|HOLIDAYS|DAYNODE) (?:COMMA|OF|IN)? (?P<y>UNITNODE|YEARNODE)", _with_year),
    Rule("DATE", "(?P<y>UNITNODE) (?P<x>HOLIDAYS)", _with_year),
    Rule("SEASONS", "(?P<x>SEASONS) (?:COMMA|OF|IN)? (?P<y>UNITNODE|YEARNODE)", _with_year),
    Rule("QUARTERS", "(?P<x>QUARTERS) (?:COMMA|OF|IN)? (?P<y>UNITNODE|YEARNODE)", _with_year),
    Rule("QUARTERS", "(?:THE)? (?P<y>YEARNODE|UNITNODE) (?:POSSESSIVE)? FISCAL? (?P<x>QUARTERS)", _with_year),
    Rule("DATE", "THE? (?P<d>ORD|LONEORD) OF? (?P<x>UNITNODE)", _of_month),
    Rule("UNITNODE", f"THE? (?P<n>ORDINAL|LAST|PAST|FINAL) (?P<u>ONEUNIT) (?:OF|IN) {_ANY}", _nth),
    Rule("UNITNODE", f"THE? (?P<n>ORDW|SECOND|LAST|PAST|FINAL) (?P<l>LENGTH) (?:OF|IN) {_ANY}", _run),
    Rule("UNITNODE", "(?P<x>UNITNODE) (?:OF|COMMA)? (?P<y>UNITNODE|YEARNODE)", _of_year),
    Rule(
        "MOMENT",
        "(?P<w>WEEKDAYNAME) (?P<p>DAYPART|UNIT) (?:OF|IN)? (?P<x>UNITNODE)",
        _week_day_part,
    ),
    Rule(
        "MOMENT", "THE? (?P<n>ORDINAL|LAST) (?P<w>WEEKDAYNAME) (?P<p>DAYPART|UNIT) (?:OF|IN) (?P<x>PLACED)", _nth_part
    ),
    Rule(
        "RANGENODE",
        "(?:FROM|BETWEEN) (?P<span>THE? (?P<d>DAYNUM) (?:TO|UNTIL|DASH|LONGDASH|AND) THE? (?P<e>DAYNUM|AMOUNT) "
        "(?:OF|IN)? (?P<x>UNITNODE))",
        _days_of_month,
    ),
    Rule(
        "UNITNODE",
        "(?P<x>HOLIDAYS|DAYNODE) (?P<u>UNIT) (?!OF)",
        lambda m: Edge("weekend", m["x"]) if m["u"] == "weekend" else None,
    ),
    Rule("DAYNODE", "(?P<x>UNITNODE) (?:ON|DASH|COMMA|POSSESSIVE)? (?P<w>WEEKDAYNAME)", _week_day),
    Rule(
        "DAYNODE",
        "(?P<w>WEEKDAYNAME) OF (?P<x>UNITNODE)",
        lambda m: Nth(1, "day", m["x"], weekday=m["w"].weekday),
    ),
    Rule("DAYNODE", "(?P<w>WEEKDAYNAME) COMMA? (?P<x>UNITNODE)", _week_day),
    Rule("DAYNODE", f"THE? (?P<n>ORDINAL|LAST) (?P<w>WEEKDAYNAME) (?:OF|IN) {_ANY}", _nth_weekday),
    Rule(
        "UNITNODE",
        "THE? (?P<u>UNIT) (?P<w>OF|START|STARTING) ON? (?P<x>DAYISH)",
        _edge,
    ),
    Rule("MOMENT", "THE? (?P<p>DAYPART|UNIT) (?:OF|ON) (?P<x>DAYISH)", _day_part),
    Rule("MOMENT", "(?P<x>DAYISH) (?P<p>DAYPART|UNIT)", _day_part),
)


def _with_next_year(match: Matched) -> Date | None:
    """The month in "April and June 1955" takes its year from the next, and so does a season."""
    node, after = match["x"], match["y"]
    after = after.node if isinstance(after, Part) else after
    if (
        isinstance(after, Date)
        and after.bc
        and isinstance(node, Date)
        and node.year is None
        and (node.part or node.month)
    ):
        return replace(node, year=after.year, bc=True)
    if not isinstance(node, Date) or not isinstance(after, Date) or after.year is None or after.bc:
        return None
    if node.year is not None or node.direction is not None or node.year_shift is not None:
        return None
    if node.part and after.part and node.part[0] == after.part[0]:
        return replace(node, year=after.year - (node.part[0] == "quarter" and node.part > after.part))
    if node.part:
        return None
    if not node.month or after.part:
        return None
    return replace(node, year=after.year - (after.month is not None and node.month > after.month))


_NEXT = "(?P<y>MONTHS|DATE|SEASONS|UNITNODE)"
_AND = "(?:AND|OR|TO|UNTIL|DASH|LONGDASH|COMMA)"

SHARED = Level(
    Rule("MONTHS", f"(?P<x>MONTHS) (?= {_AND} {_NEXT})", _with_next_year),
    Rule("DATE", f"(?P<x>DATE) (?= {_AND} {_NEXT})", _with_next_year),
    Rule("SEASONS", f"(?P<x>SEASONS) (?= {_AND} {_NEXT})", _with_next_year),
    Rule("QUARTERS", f"(?P<x>QUARTERS) (?= {_AND} (?P<y>QUARTERS))", _with_next_year),
)
