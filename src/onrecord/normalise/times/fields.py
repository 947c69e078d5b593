"""First levels of the grammar: dates by their fields."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.normalise.times.clocks import seconds_of
from onrecord.normalise.times.nodes import At, Clock, Date, Feast, Range, Years
from onrecord.normalise.times.numbers import century_of
from onrecord.normalise.times.rules import Level, Matched, Rule

__all__ = ["DATES", "DATES_APART"]


def _lone_day(match: Matched) -> Date | None:
    """ "on the twelfth", "by the 27th": small ordinals in words are more often of a list."""
    written = match.names("d", "ORDW") and match["d"] <= 10
    return None if written or not 1 <= match["d"] <= 31 else Date(day=match["d"])


def _spoken_year(match: Matched) -> Date | None:
    """ "January first two thousand and ten"."""
    return _month_day(match) if 1500 <= match["y"] < 2100 else None


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        date(year if year and year > 0 else 2000, month, day)
    except ValueError:
        return False
    return True


def _month_day(match: Matched) -> Date | None:
    year = match["y"] if "z" not in match else match["z"] - 10000
    if not 1 <= match["d"] <= 31:
        return None
    return Date(year=year, month=match["m"], day=match["d"])


def _month_days(match: Matched) -> Range | None:
    """ "4-5 May", "May 4 to 6, 2020", "25 and 26 March": the days share their month.

    Days that "and" joins are one stretch where they are neighbours or "between" stands before.
    """
    first, last, month, year = match["d"], match["e"], match["m"], match["y"]
    if not 1 <= first < last <= 31 or not _valid(year, month, last):
        return None
    if match.names("j", "AND", "OR", "SLASH") and last > first + 1 and "whole" not in match:
        return None
    return Range(Date(year=year, month=month, day=first), Date(year=year, month=month, day=last))


def _year_month(match: Matched) -> Date | None:
    """ "2015-12" is December where it cannot be two years ("2012-13")."""
    return None if match["m"] > match["y"] % 100 else _month_year(match)


def _month_year(match: Matched) -> Date:
    return Date(year=match["y"], month=match["m"])


def _iso(match: Matched) -> Any:
    year, month, day = int(match["i"][:4]), int(match["i"][5:7]), int(match["i"][8:10])
    if not year or not _valid(year, month, day):
        return None
    return Date(year=year, month=month, day=day)


def _iso_moment(match: Matched) -> At | None:
    """ "2021-05-03T10:30"."""
    day, read = _iso(match), seconds_of(match["i"][11:]) if len(match["i"]) > 10 else None
    return At(day, Clock(read[0], precise=read[1])) if day and read else None


_SPLIT = re.compile(r"[/.-]")


def _numeric(match: Matched) -> Date | None:
    """Figures with strokes, dots or hyphens: year first, else month first where both orders are dates.

    Month first is the order of the publishers whose dates have strokes most often, but the other is a reading too; with
    dots day first.
    """
    written = match["n"]
    first, second, third = (int(part) for part in _SPLIT.split(written))
    width = [len(part) for part in _SPLIT.split(written)]
    if width[0] == 4 and width[2] < 3:
        return Date(year=first, month=second, day=third) if _ymd(first, second, third) else None
    if width[0] > 2 or width[2] not in (2, 4):
        return None
    year = third if width[2] == 4 else third - 10000  # resolved to a century beside the publication
    orders = [(first, second), (second, first)]
    if "." in written:
        orders.reverse()
    for month, day in orders:
        if _ymd(third if width[2] == 4 else 2000, month, day):
            return Date(year=year, month=month, day=day, swapped="." not in written and day <= 12 and day != month)
    if "/" in written and width[2] == 4 and first <= 12 and second <= 31:
        return Date(year=year, month=first, day=second)  # 30 February: a day that does not exist
    return None


def _ymd(year: int, month: int, day: int) -> bool:
    return year > 0 and _valid(year, month, day)


def _digits(match: Matched) -> Date | None:
    value = match["n"]
    year, month, day = value // 10000, value // 100 % 100, value % 100
    return Date(year=year, month=month, day=day) if _ymd(year, month, day) else None


def _stroke(match: Matched) -> Date | None:
    """ "10/18": month and day beside a word of time."""
    month, day = (int(part) for part in match["s"].split("/"))
    if month > 12:
        month, day = day, month
    return Date(month=month, day=day) if 1 <= month <= 12 and _valid(None, month, day) else None


def _decade(match: Matched) -> Years | None:
    digits = match["n"]
    if len(digits) == 2:
        return Years(int(digits), 10, short=True)
    width = 100 if digits.endswith("00") and not digits.startswith("20") else 10
    return Years(int(digits), width)


def _century(match: Matched) -> Any:
    first = century_of(match["n"])
    if not 0 <= first <= 2200:
        return None
    if "era" in match and match["era"].startswith("b"):
        return Years(-century_of(match["n"] + 1), 100)
    return Years(first, 100)


def _centuries(match: Matched) -> Range | None:
    """ "the 15th to the 19th century"."""
    first, last = match["a"], match["b"]
    if match["u"] != "century" or not 0 < first < last <= 22:
        return None
    return Range(Years(century_of(first), 100), Years(century_of(last), 100))


def _era(match: Matched) -> Any:
    """ "241 BC", "AD 79"."""
    bc = match["era"].startswith("b")
    year = match["n"]
    return Date(year=year, bc=bc) if 0 < year <= 9999 else None


def _old_year(match: Matched) -> Date:
    """ "in 348", where the text speaks of such years."""
    return Date(year=match["y"], doubtful=True)


def _old_month(match: Matched) -> Date:
    """ "in December of 384"; without "of" it may be a count ("in May 384, in June 410")."""
    return Date(year=match["y"] or match["z"], month=match["m"], doubtful="z" in match)


def _old_day(match: Matched) -> Date | None:
    """ "30 September 420", which may be a count as well."""
    found = _month_day(match)
    return replace(found, doubtful=True) if found else None


def _old_decade(match: Matched) -> Years | None:
    """ "the 470s BC"."""
    first = int(match["n"])
    return Years(-first, 10) if match["era"].startswith("b") else Years(first, 10)


def _season_pair(match: Matched) -> Date | None:
    """ "winter of 1776-77": named for the year it begins in."""
    return Date(year=match["y"], part=("season", match["s"]))


def _business(match: Matched) -> Date:
    return Date(part=match["q"], year=match["y"])


def _quarter(match: Matched) -> Date | None:
    return Date(part=("quarter", match["n"]), year=match["y"]) if match["n"] <= 4 else None


_DAY_FIRST = (
    "(?P<d>DAYNUM|NUM) (?:DASH|OF)? (?P<m>MONTH|LOWMONTH) (?:(?:COMMA|DASH|OF|IN){0,2} "
    "(?P<y>YEAR)|OF (?P<z>TWODIGIT) (?!ANYUNIT))?"
)
_MONTH_FIRST = "(?P<m>MONTH|LOWMONTH) THE? (?P<d>DAYNUM) (?! DASH? ANYUNIT|SLASH) (?:(?:COMMA|OF|IN){0,2} (?P<y>YEAR))?"
# "In March, 30 boats left" has no day.
_AFTER_COMMA = "(?P<m>MONTH|LOWMONTH) COMMA (?P<d>DAYNUM) (?:COMMA|OF){0,2} (?P<y>YEAR)"
_THROUGH = "(?:DASH|LONGDASH|TO|UNTIL|AND|OR|SLASH)"
_JOIN = f"(?P<j>{_THROUGH[3:]}"

_OLD_END = "(?=[STOP COMMA DASH LONGDASH AND TO])"

_DAYS = (
    Rule(
        "DAYS",
        f"(?P<whole>FROM|BETWEEN)? (?P<span>(?P<m>MONTH) THE? (?P<d>DAYNUM) {_JOIN} THE? "
        f"(?P<e>DAYNUM) (?:COMMA? (?P<y>YEAR))?) (?! ANYUNIT|DASH? MONTH)",
        _month_days,
    ),
    Rule(
        "DAYS",
        f"(?P<whole>FROM|BETWEEN)? (?P<span>THE? (?P<d>DAYNUM) {_JOIN} THE? (?P<e>DAYNUM) OF? "
        f"(?P<m>MONTH) (?:COMMA? (?P<y>YEAR))?)",
        _month_days,
    ),
)
# The same days as two times: each takes the month and year from beside the other.
_DAYS_APART = (
    Rule(
        "DATE",
        f"(?P<m>MONTH) (?P<d>DAYNUM) (?= {_THROUGH} DAYNUM (?:COMMA? (?P<y>YEAR))? (?!ANYUNIT|MONTH))",
        _month_day,
    ),
    Rule(
        "DATE",
        f"(?<= (?P<m>MONTH) DAYNUM {_THROUGH}) (?P<d>DAYNUM) (?:COMMA? (?P<y>YEAR))? (?! ANYUNIT|DASH? MONTH)",
        _month_day,
    ),
    Rule(
        "DATE",
        f"(?P<d>DAYNUM) (?= {_THROUGH} THE? DAYNUM OF? (?P<m>MONTH) (?:COMMA? (?P<y>YEAR))?)",
        _month_day,
    ),
)
# "between the 5th and the 10th place": a noun follows the second.
_NO_RANK = "(?! (?:AND|TO|UNTIL|DASH|OR) THE? (?:ORD|ORDW|SECOND) (?!OF|MONTH|DASH? ANYUNIT))"
_DATES = (
    Rule("DATE", _MONTH_FIRST, _month_day),
    Rule("DATE", _AFTER_COMMA, _month_day),
    Rule("DATE", "(?P<m>MONTH|LOWMONTH) COMMA (?P<d>LONEORD)", _month_day),
    Rule("DATE", f"THE? {_DAY_FIRST}", _month_day),
    Rule("DATE", "(?P<m>MONTH|LOWMONTH) (?P<d>NUM) COMMA? (?P<y>YEAR)", _spoken_year),
    Rule("DATE", "(?P<m>MONTH|LOWMONTH) (?P<d>DAYNUM|NUM) (?P<y>NUM) (?=STOP|COMMA)", _spoken_year),
    Rule(
        "DATE",
        "THE? (?P<d>DAYNUM) (?P<u>UNIT) OF (?P<m>MONTH) (?:COMMA? (?P<y>YEAR))?",
        lambda m: _month_day(m) if m["u"] == "day" else None,
    ),
    Rule("DATE", "(?P<m>MONTH) (?:SLASH|DASH) (?P<d>D12|D31) (?:(?:SLASH|DASH) (?P<y>YEAR))?", _month_day),
    Rule("DATE", "(?P<d>D12|D31) SLASH (?P<m>MONTH) SLASH (?P<y>YEAR)", _month_day),
    Rule("DATE", "(?P<d>D12|D31) DASH (?P<m>MONTH) DASH (?P<z>TWODIGIT)", _month_day),
    Rule("DATE", "(?P<y>YEAR) (?:SLASH|DASH) (?P<m>MONTH) (?:SLASH|DASH) (?P<d>D12|D31)", _month_day),
    Rule("QUARTERS", "(?P<q>QH) (?:(?:OF|IN|DASH|COMMA|SLASH)? (?P<y>YEAR))?", _business),
    Rule("QUARTERS", "(?P<y>YEAR) (?:DASH|SLASH)? (?P<q>QH)", _business),
    Rule("YEARNODE", "(?P<y>FY)", lambda m: Date(year=m["y"], fiscal=True)),
    Rule("MONTHS", "(?P<m>MONTH|LOWMONTH) (?:COMMA|OF|IN|DASH)? (?P<y>YEAR)", _month_year),
    Rule(
        "MONTHS",
        "(?P<m>MONTH) OF (?P<z>TWODIGIT) (?!ANYUNIT)",
        lambda m: Date(year=m["z"] - 10000, month=m["m"]),
    ),
    Rule("MONTHS", "(?P<y>YEAR) (?P<m>MONTH) (?!DAYNUM)", _month_year),
    Rule("MONTHS", "(?P<m>D12) (?:DASH|SLASH) (?P<y>YEAR) (?!ANYUNIT|DASH|SLASH)", _month_year),
    Rule("MONTHS", "(?P<y>YEAR) (?:DASH|SLASH) (?P<m>D12) (?!ANYUNIT|DASH|SLASH)", _year_month),
    Rule("MONTHS", "(?P<m>MONTH) OF? (?P<y>NUM)", lambda m: _month_year(m) if 1500 <= m["y"] < 2100 else None),
    Rule("DATE", "(?<=ON) (?P<span>THE (?P<d>LONEORD))", lambda m: Date(day=m["d"])),
    Rule("DATE", f"(?<=[FROM UNTIL BETWEEN]) (?P<span>THE (?P<d>LONEORD)) {_NO_RANK}", lambda m: Date(day=m["d"])),
    Rule("DATE", "(?<=[UNIT DAYPART]OF) THE (?P<d>LONEORD)", lambda m: Date(day=m["d"])),
    Rule(
        "DATE",
        "(?<=[ON FOR BY BEFORE AFTER SINCE FROM UNTIL]) (?P<span>THE (?P<d>ORD|ORDW|LONEORD)) (?=STOP)",
        _lone_day,
    ),
    Rule(
        "DATE",
        "(?P<m>MONTH|LOWMONTH) (?P<d>NUM) (?=STOP|COMMA|AT)",
        lambda m: _month_day(m) if m["d"] > 12 else None,
    ),
    Rule("MONTHS", "(?P<m>MONTH)", lambda m: Date(month=m["m"])),
    Rule("DATE", "(?P<i>ISO)", lambda m: None if "T" in m["i"] else _iso(m)),
    Rule("MOMENT", "(?P<i>ISO)", _iso_moment),
    Rule("DATE", "(?P<n>NUMERIC)", _numeric),
    Rule("DATE", "(?P<n>DIGITS)", _digits),
    Rule("DATE", "(?<=WEEKDAY) COMMA? (?P<span>(?P<s>STROKE))", _stroke),
    Rule("DATE", "(?<=UNIT OF) (?P<s>STROKE)", _stroke),
    Rule("DATE", "(?P<s>STROKE) (?= COMMA? AT? (?:CLOCK|HOURNUM AMPM))", _stroke),
    Rule("DATE", "(?<=[ON FROM BETWEEN BY UNTIL BEFORE AFTER SINCE]) (?P<s>STROKE)", _stroke),
    Rule("DATE", "(?P<s>STROKE) (?= (?:DASH|TO|UNTIL|AND|COMMA|OR) (?:STROKE|NUMERIC))", _stroke),
    Rule("DATE", "(?<=STROKE[DASH TO UNTIL AND COMMA OR]) (?P<s>STROKE)", _stroke),
    Rule("MONTHS", "(?<=IN) (?P<m>LOWMONTH)", lambda m: Date(month=m["m"])),
    Rule("YEARS", "(?P<all>THE? (?P<n>DECADE))", _decade),
    Rule("YEARS", "THE (?P<n>TENTIES)", lambda m: Years(m["n"], 10, short=True)),
    Rule("YEARS", "(?<=THE[EARLY LATE MID]) (?P<n>TENTIES)", lambda m: Years(m["n"], 10, short=True)),
    Rule("YEARS", "(?<=IN) (?P<n>TENTIES)", lambda m: Years(m["n"], 10, short=True)),
    Rule("YEARS", "(?P<c>YEAR) (?P<n>TENTIES)", lambda m: None),
    Rule(
        "YEARS",
        "THE? (?P<n>ORDINAL) DASH? (?P<u>UNIT) (?P<era>ERA)?",
        lambda m: _century(m) if m["u"] == "century" else None,
    ),
    Rule(
        "RANGENODE",
        "(?:FROM|BETWEEN)? (?P<span>THE? (?P<a>ORDINAL) (?:TO|UNTIL|DASH|AND|OR) THE? "
        "(?P<b>ORDINAL) (?P<u>UNIT|UNITS))",
        _centuries,
    ),
    Rule("ERAYEAR", "(?P<n>D12|D31|D99|D999|OLDYEAR|YEAR) (?P<era>ERA)", _era),
    Rule("ERAYEAR", f"(?P<n>D99|D999|OLDYEAR|YEAR) (?= {_THROUGH} (?:D99|D999|OLDYEAR|YEAR) (?P<era>ERA))", _era),
    Rule("YEARS", "THE? (?P<n>DECADE) (?P<era>ERA)", _old_decade),
    Rule("DATE", f"(?P<d>DAYNUM) OF? (?P<m>MONTH) (?P<y>OLDYEAR) {_OLD_END}", _old_day),
    Rule("DATE", f"(?P<m>MONTH) (?P<d>DAYNUM) COMMA? (?P<y>OLDYEAR) {_OLD_END}", _old_day),
    Rule("MONTHS", f"(?P<m>MONTH) (?:OF (?P<y>OLDYEAR) (?!ERA)|(?P<z>OLDYEAR) {_OLD_END})", _old_month),
    Rule("SEASONS", "THE? (?P<s>SEASON) OF (?P<y>OLDYEAR) (?!ERA)", _season_pair),
    Rule("YEARNODE", "(?<=[IN SINCE UNTIL AFTER BEFORE BY FROM BETWEEN TO]) (?P<y>OLDYEAR)", _old_year),
    Rule("YEARNODE", f"(?<=ABOUT) (?P<y>OLDYEAR) {_OLD_END}", _old_year),
    Rule("YEARNODE", "(?<=[OLDYEAR YEAR][DASH LONGDASH AND OR]) (?P<y>OLDYEAR)", _old_year),
    Rule("YEARNODE", "(?P<y>OLDYEAR) (?= (?:DASH|LONGDASH) OLDYEAR)", _old_year),
    Rule(
        "ERAYEAR",
        "(?P<era>ERA) (?P<n>D12|D31|D99|D999|OLDYEAR|YEAR)",
        lambda m: None if m["era"].startswith("b") else _era(m),
    ),
    Rule(
        "SEASONS",
        "THE? (?P<s>SEASON) (?:OF|COMMA|IN)? (?P<y>YEAR) (?:(?:DASH|SLASH) (?:YEAR|TWODIGIT))?",
        _season_pair,
    ),
    Rule(
        "QUARTERS",
        "THE? (?P<n>ORDINAL) DASH? (?P<u>UNIT|UNITS)",
        lambda m: _quarter(m) if m["u"] == "quarter" else None,
    ),
    Rule(
        "QUARTERS",
        "THE? FINAL (?P<u>UNIT)",
        lambda m: Date(part=("quarter", 4)) if m["u"] == "quarter" else None,
    ),
    # "between the second and third quarters of 2022"
    Rule(
        "QUARTERS",
        "THE? (?P<n>ORDINAL) (?= (?:AND|OR|TO|UNTIL|DASH|COMMA) THE? ORDINAL DASH? (?P<u>UNIT|UNITS))",
        lambda m: _quarter(m) if m["u"] == "quarter" else None,
    ),
    Rule("HOLIDAYS", "THE? (?P<h>HOLIDAY) (?:(?:OF|COMMA|IN)? (?P<y>YEAR))?", lambda m: Feast(m["h"], m["y"])),
    Rule("WEEKDAYNAME", "(?P<w>WEEKDAY)", lambda m: Date(weekday=m["w"])),
    Rule(
        "WEEKDAYNAME",
        "(?P<w>SHORTDAY) (?= COMMA? (?:THE? DAYNUM|MONTH|CLOCK|NUMERIC|DAYPART))",
        lambda m: Date(weekday=m["w"]),
    ),
    Rule("WEEKDAYNAME", "(?<=ON) (?P<w>SHORTDAY)", lambda m: Date(weekday=m["w"])),
)
DATES = Level(*_DAYS, *_DAYS_APART, *_DATES)
DATES_APART = Level(*_DAYS_APART, *_DATES)
