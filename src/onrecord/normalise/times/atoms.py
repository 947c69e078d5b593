"""First levels of the grammar: dates by their fields, clock times, durations."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.nodes import Clock, Date, Feast, Length, Range, Years
from onrecord.normalise.times.numbers import century_of
from onrecord.normalise.times.rules import Level, Matched, Rule

__all__ = ["CLOCKS", "DATES", "DATES_APART", "LENGTHS", "MODIFIED"]


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


_SPLIT = re.compile(r"[/.-]")


def _numeric(match: Matched) -> Date | None:
    """Figures with strokes, dots or hyphens: year first, else month first where both orders are dates.

    Month first is the order of the publishers whose dates have strokes most often; with dots day first.
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
            return Date(year=year, month=month, day=day)
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
_MONTH_FIRST = (
    "(?P<m>MONTH|LOWMONTH) (?:COMMA|THE)? (?P<d>DAYNUM) (?! DASH? ANYUNIT|SLASH) (?:(?:COMMA|OF|IN){0,2} (?P<y>YEAR))?"
)
_THROUGH = "(?:DASH|LONGDASH|TO|UNTIL|AND|OR|SLASH)"
_JOIN = f"(?P<j>{_THROUGH[3:]}"

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
_DATES = (
    Rule("DATE", _MONTH_FIRST, _month_day),
    Rule("DATE", f"THE? {_DAY_FIRST}", _month_day),
    Rule("DATE", "(?P<m>MONTH|LOWMONTH) (?P<d>DAYNUM|NUM) COMMA? (?P<y>YEAR|NUM)", _spoken_year),
    Rule(
        "DATE",
        "THE? (?P<d>DAYNUM) (?P<u>UNIT) OF (?P<m>MONTH) (?:COMMA? (?P<y>YEAR))?",
        lambda m: _month_day(m) if m["u"] == "day" else None,
    ),
    Rule("DATE", "(?P<m>MONTH) (?:SLASH|DASH) (?P<d>D12|D31) (?:(?:SLASH|DASH) (?P<y>YEAR))?", _month_day),
    Rule("DATE", "(?P<d>D12|D31) SLASH (?P<m>MONTH) SLASH (?P<y>YEAR)", _month_day),
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
    Rule("MONTHS", "(?P<y>YEAR) DASH (?P<m>D12) (?!ANYUNIT|DASH|SLASH)", _year_month),
    Rule("MONTHS", "(?P<m>MONTH) OF? (?P<y>NUM)", lambda m: _month_year(m) if 1500 <= m["y"] < 2100 else None),
    Rule("DATE", "(?<=ON) (?P<span>THE (?P<d>LONEORD))", lambda m: Date(day=m["d"])),
    Rule("DATE", "(?<=[FROM UNTIL BETWEEN]) (?P<span>THE (?P<d>LONEORD))", lambda m: Date(day=m["d"])),
    Rule("DATE", "(?<=[UNIT DAYPART]OF) THE (?P<d>LONEORD)", lambda m: Date(day=m["d"])),
    Rule("MONTHS", "(?P<m>MONTH)", lambda m: Date(month=m["m"])),
    Rule("DATE", "(?P<i>ISO)", _iso),
    Rule("DATE", "(?P<n>NUMERIC)", _numeric),
    Rule("DATE", "(?P<n>DIGITS)", _digits),
    Rule("DATE", "(?<=WEEKDAY) COMMA? (?P<span>(?P<s>STROKE))", _stroke),
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
    Rule("ERAYEAR", "(?P<n>D12|D31|D99|D999|YEAR) (?P<era>ERA)", _era),
    Rule(
        "ERAYEAR",
        "(?P<era>ERA) (?P<n>D12|D31|D99|D999|YEAR)",
        lambda m: None if m["era"].startswith("b") else _era(m),
    ),
    Rule(
        "SEASONS",
        "THE? (?P<s>SEASON) (?:OF|COMMA|IN)? (?P<y>YEAR) (?:(?:DASH|SLASH) (?:YEAR|TWODIGIT))?",
        _season_pair,
    ),
    Rule(
        "QUARTERS",
        "THE? (?P<n>ORDINAL) DASH? (?P<u>UNIT)",
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


def _seconds(written: str) -> tuple[int, str] | None:
    parts = [int(part) for part in re.split("[:.]", written)]
    if parts[0] > 24 or parts[1] > 59 or (len(parts) > 2 and parts[2] > 59):
        return None
    total = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
    return (total, "second" if len(parts) > 2 else "minute") if total <= 86400 else None


def _half_day(seconds: int, half: str | None) -> int | None:
    if half is None:
        return seconds
    if not 0 < seconds < 46800 and not (half and seconds < 3600):
        return None
    return seconds % 43200 + (43200 if half.startswith("p") else 0)


def _half_of(match: Matched) -> str | None:
    if "half" not in match:
        return None
    token = match.tokens("half")[0]
    return str(token.value or "").replace(".", "") or "am"


def _clock(match: Matched) -> Clock | None:
    read = _seconds(match["c"])
    if read is None:
        return None
    half = _half_of(match)
    start = _half_day(read[0], half)
    sure = half is not None or read[0] >= 46800 or read[0] < 3600
    return None if start is None else Clock(start, sure=sure, precise=read[1])


def _spoken_half(match: Matched) -> Clock | None:
    """ "nine thirty p.m."."""
    start = _half_day(match["k"].start, _half_of(match))
    return None if start is None else Clock(start)


def _hour(match: Matched) -> Clock | None:
    """ "9 a.m.", "nine o'clock"."""
    half = _half_of(match)
    start = _half_day(match["n"] * 3600, half) if match["n"] <= 24 else None
    return None if start is None else Clock(start, sure=half is not None, precise="hour")


def _minutes(match: Matched) -> Clock | None:
    """ "half past seven", "20 minutes to nine", "a quarter past five"."""
    hour, spoken = match["h"], match["n"]
    token = match.tokens("n")[-1]
    if token.symbol == symbol("UNIT"):
        spoken = 15 if token.value == "quarter" else None
    if token.symbol == symbol("HALF"):
        spoken = 30 if match.names("way", "PAST", "AFTER") else None
    if spoken is None or not 0 < spoken < 60 or not 1 <= hour <= 12:
        return None
    past = match.names("way", "PAST", "AFTER")
    if token.symbol not in (symbol("UNIT"), symbol("HALF")) and "ticks" not in match and not match.names("way", "PAST"):
        return None
    start = _half_day(int(hour * 60 + (spoken if past else -spoken)) * 60, _half_of(match))
    return None if start is None else Clock(start, sure="half" in match)


_JOINED = "(?:TO|UNTIL|DASH|LONGDASH|AND)"

CLOCKS = Level(
    Rule("CLOCKTIME", "(?P<c>CLOCK) (?P<half>AMPM)?", _clock),
    Rule("CLOCKTIME", "(?P<n>HOURNUM) (?P<half>AMPM)", _hour),
    Rule("CLOCKTIME", "(?P<k>CLOCKTIME) (?P<half>AMPM)", _spoken_half),
    Rule("CLOCKTIME", "(?P<n>HOURNUM) OCLOCK (?P<half>AMPM)?", _hour),
    Rule("CLOCKTIME", "(?P<c>CLOCK) (?P<half>AMPM)? ZONE", _clock),
    Rule(
        "CLOCKTIME",
        "(?P<n>HALF|INT|AMOUNT|AN? UNIT) (?P<ticks>TICKS|TICK)? (?P<way>PAST|TO|AFTER|BEFORE) "
        "(?P<h>HOURNUM) OCLOCK? (?P<half>AMPM)?",
        _minutes,
    ),
    Rule("CLOCKTIME", "(?P<n>HOURNUM) (?P<half>AMPM) ZONE", _hour),
    Rule("CLOCKTIME", "(?P<n>NOON)", lambda m: Clock(m["n"] * 3600 % 86400, precise="hour")),
)


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
    """ "three-quarters", "a quarter of"."""
    after = match.after()
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
