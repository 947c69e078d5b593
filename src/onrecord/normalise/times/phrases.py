"""Middle levels of the grammar: times relative to the publication or to another time, sets, parts and
ordinals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.nodes import (
    At,
    Clock,
    Date,
    InTime,
    Length,
    Nth,
    Part,
    Range,
    Rolling,
    Shifted,
    Unit,
    Vague,
)
from onrecord.normalise.times.rules import Level, Matched, Rule
from onrecord.normalise.times.sets import SETS, value_of

__all__ = ["PHRASES", "WHICH", "daypart"]


_DAYPART_HOURS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 22), "NI": (18, 24), "DT": (8, 18)}


def daypart(code: str) -> Clock:
    """A part of the day with the hours it is taken to have."""
    start, end = _DAYPART_HOURS[code]
    return Clock(start * 3600, end * 3600, precise="daypart", daypart=code)


WHICH = {
    symbol(name): which
    for name, which in (
        ("EARLY", "early"),
        ("EARLIER", "earlier"),
        ("LATE", "late"),
        ("LATER", "later"),
        ("MID", "mid"),
        ("START", "start"),
        ("END", "end"),
    )
}


_END_OF = {"eod": "day", "eom": "month", "eoy": "year"}


def _last_unit(match: Matched) -> Any:
    """ "last week" is the calendar's; "the last week", "the past week" end at the anchor."""
    unit = value_of(match, "u")
    counted = match.names("way", "PAST") or (unit == "hour" and "the" in match)
    if unit in ("minute", "second") or (unit in ("hour", "day") and not counted):
        return None  # "last minute", "our last day" count from no anchor
    if "this" in match or ("the" not in match and match.names("way", "LAST")) or unit == "weekend":
        return Unit(unit, -1)
    return Rolling(Length(((1.0, unit),)), -1, calendar=True)


def _latest(match: Matched) -> Unit | None:
    """ "the latest quarter" is the last whole one; "the latest period" the one that the text speaks of."""
    if "period" in match:
        return Unit("period", back=True)
    unit = value_of(match, "u")
    return Unit(unit, -1) if unit in ("week", "month", "quarter", "year") else None


def _next_hour(match: Matched) -> Rolling | None:
    unit = value_of(match, "u")
    return Rolling(Length(((1.0, unit),)), 1) if unit == "hour" else None


def _rolling(sign: int) -> Any:
    def build(match: Matched) -> Rolling:
        return Rolling(match["n"], sign)

    return build


def _unit(shift: int, back: bool = False) -> Any:
    def build(match: Matched) -> Unit | None:
        unit = value_of(match, "u")
        return None if unit in ("hour", "minute", "second") else Unit(unit, shift, back=back)

    return build


def _the_unit(match: Matched) -> Unit | None:
    unit = value_of(match, "u")
    if unit not in ("day", "week", "fortnight", "month", "quarter", "year", "weekend"):
        return None
    return Unit(unit, 0, back=unit != "weekend", bare=True)


def _ago(sign: int, anchor: str) -> Any:
    def build(match: Matched) -> Shifted:
        return Shifted(match["n"], sign, anchor)

    return build


def _directed(match: Matched) -> Any:
    """ "last Friday", "next March", "this summer", "last Thanksgiving"."""
    direction = -1 if match.names("way", "LAST", "PAST", "PREVIOUS") else 0
    if match.names("way", "NEXT", "COMING", "FOLLOWING"):
        direction = 1
    node = match["x"]
    if match.names("x", "SEASON"):
        return Date(part=("season", node), direction=direction)
    if isinstance(node, Date) and node.year is not None:
        return node
    if isinstance(node, Date) and node.weekday is not None and match.names("way", "PREVIOUS"):
        return replace(node, direction=direction, back=True)
    return replace(node, direction=direction)


def _same_quarter(match: Matched) -> Date | None:
    """ "the 2018 quarter": the quarter of that year that the text speaks of."""
    return Date(year=match["y"], part=("quarter", 0)) if match["u"] == "quarter" else None


def _same(match: Matched) -> Any:
    node = match["x"]
    return replace(node, back=True) if isinstance(node, Date) else None


def _season(match: Matched) -> Date:
    return Date(part=("season", match["s"]))


def _recent(match: Matched) -> Vague | None:
    unit = value_of(match, "u")
    timex = "FUTURE_REF" if match.names("way", "COMING", "NEXT", "FOLLOWING") else "PAST_REF"
    return Vague(timex, reference=False, unit=unit)


def _year(match: Matched) -> Date:
    return Date(year=match["y"], fiscal="f" in match)


def _split_year(match: Matched) -> Date | None:
    """ "the 2021/22 financial year"."""
    first, last = match["y"], match["z"]
    follows = last == first + 1 if match.names("z", "YEAR") else last == (first + 1) % 100
    return Date(year=first + 1, fiscal=True, split=True) if follows else None


def _fiscal_unit(match: Matched) -> Date | None:
    if match["u"] != "year":
        return None
    direction = {"LAST": -1, "NEXT": 1}
    shift = next((n for name, n in direction.items() if match.names("way", name)), 0)
    return Date(year_shift=shift, fiscal=True)


def _part_of_day(shift: int, back: bool) -> Any:
    def build(match: Matched) -> At | None:
        code = "NI" if match.names("p", "UNITS") else match["p"]
        return At(Unit("day", shift, back=back), daypart(code))

    return build


def _early_part(match: Matched) -> Part:
    """ "late this afternoon", "early in the morning"."""
    at = At(Unit("day", back=True), daypart(match["p"]))
    return Part(WHICH[match.tokens("w")[0].symbol], at)


def _year_before(match: Matched) -> Shifted | None:
    """ "the year-earlier quarter", "the year-ago period"."""
    return Shifted(Length(((1.0, "year"),)), -1, "text") if match["u"] == "year" else None


def _year_end(match: Matched) -> Any:
    """ "year-end" is the last day; "month's end" the end of the month."""
    unit = match["u"]
    if unit not in ("year", "month", "week", "quarter"):
        return None
    if unit == "year" and match.names("d", "DASH"):
        return Date(month=12, day=31)
    return Part("end", Unit(unit, 0, back=True))


def _plural_unit(match: Matched) -> Length | None:
    return Length(((None, value_of(match, "u")),)) if match["u"] != "quarter" else None


def _counted(match: Matched) -> Rolling:
    """ "the 10 previous weeks"."""
    sign = -1 if match.names("way", "LAST", "PAST", "PREVIOUS") else 1
    return Rolling(Length(((match["n"], value_of(match, "u")),)), sign)


def _numbered_week(match: Matched) -> Nth | None:
    """ "week 23 of 2024"."""
    year = Date(year=match["y"]) if "y" in match else Unit("year")
    return Nth(match["n"], "week", year) if match["u"] == "week" and 0 < match["n"] < 54 else None


def _to_date(match: Matched) -> Range | None:
    """ "the year to date"."""
    return Range(Unit(match["u"]), Unit("day")) if match["u"] in ("year", "quarter", "month") else None


def _beyond(match: Matched) -> Unit | None:
    """ "the day after tomorrow"."""
    step = 1 if match.names("way", "AFTER") else -1
    return Unit("day", match["d"] + step) if match["u"] == "day" else None


# "the last week of May" counts inside May and not from the anchor.
_NOT_OF = "(?!OF|IN (?:MONTHS|YEAR))"


def _these_days(match: Matched) -> Vague | None:
    """ "these days", "present-day": the present."""
    return Vague("PRESENT_REF") if match["u"] == "day" and match["w"] in ("these", "present") else None


PHRASES = Level(
    *SETS,
    Rule("UNITNODE", f"(?P<the>THE)? (?P<this>THIS)? (?P<way>LAST|PAST) (?P<u>ONEUNIT) {_NOT_OF}", _last_unit),
    Rule("UNITNODE", f"(?:THE|THIS)? AGAIN (?P<n>LENGTH) {_NOT_OF}", _rolling(-1)),
    Rule("UNITNODE", "THE? (?P<n>AMOUNT) (?P<way>AGAIN|AHEAD) (?P<u>MANYUNITS)", _counted),
    Rule("UNITNODE", "(?P<n>LENGTH) (?<=LENGTH)PAST", lambda m: None),
    Rule("UNITNODE", "(?:THE|THIS)? (?:NEXT|COMING|FOLLOWING) (?P<n>LENGTH)", _rolling(1)),
    Rule("UNITNODE", "(?:NEXT|THIS COMING|COMING) (?P<u>UNIT)", _unit(1)),
    Rule(
        "UNITNODE",
        "THE (?:COMING) (?P<u>UNIT)",
        lambda m: Rolling(Length(((1.0, value_of(m, "u")),)), 1, calendar=True),
    ),
    Rule(
        "UNITNODE",
        "THE? SAME? (?:FOLLOWING|NEXT) (?P<u>UNIT)",
        lambda m: Unit(value_of(m, "u"), 1, back=True) if m.tokens("u") else None,
    ),
    Rule("UNITNODE", "THE? PREVIOUS (?P<u>UNIT)", _unit(-1, back=True)),
    Rule("UNITNODE", "THIS YEARWORD (?P<u>UNIT)", _unit(0)),
    Rule("UNITNODE", "(?:THE? CURRENT|THIS (?:SAME|CURRENT)?) (?P<u>UNIT)", _unit(0)),
    Rule("UNITNODE", "(?:THAT SAME?|THE? SAME) (?P<u>UNIT)", _unit(0, back=True)),
    Rule("UNITNODE", "THE (?:LATEST|MOST RECENT) (?P<u>UNIT)", _latest),
    Rule("UNITNODE", "THE LATEST (?P<period>PERIOD)", _latest),
    Rule("UNITNODE", "THE CORRESPONDING (?P<u>UNIT)", _the_unit),
    Rule("UNITNODE", "THE? NEXT (?P<u>TICK)", _next_hour),
    Rule(
        "UNITNODE",
        "THE ALL? (?P<u>UNIT) (?!BEFORE|AFTER|OF (?:DATE|HOLIDAYS|WEEKDAYNAME)|THAT? (?:START|STARTING) ON? DATE"
        "|THAT? ENDED [ON IN]? (?:DATE|MONTHS))",
        _the_unit,
    ),
    Rule("RANGENODE", "THE? (?P<u>UNIT) TO TIMEWORD", _to_date),
    Rule(
        "UNITNODE", "(?P<way>THE|THIS|LAST|NEXT|CURRENT)? (?:THE|CURRENT)? FISCAL (?P<u>UNIT) (?!ENDED)", _fiscal_unit
    ),
    Rule("YEARNODE", "(?P<f>(?:THE? FISCAL (?:UNIT)?)) (?P<y>YEAR)", _year),
    Rule("YEARNODE", "THE? FISCAL (?:UNIT)? (?P<y>YEAR) (?:SLASH|DASH|LONGDASH) (?P<z>YEAR|TWODIGIT)", _split_year),
    Rule("YEARNODE", "THE? (?P<y>YEAR) (?:SLASH|DASH|LONGDASH) (?P<z>YEAR|TWODIGIT) FISCAL (?:UNIT)?", _split_year),
    Rule("YEARNODE", "THE? ALL? (?P<u>UNIT|UNITS) OF? (?P<y>YEAR)", lambda m: _year(m) if m["u"] == "year" else None),
    Rule("YEARNODE", "(?P<y>YEAR)", _year),
    Rule("UNITNODE", "(?P<n>LENGTH) AGO", _ago(-1, "published")),
    Rule("UNITNODE", "(?P<n>LENGTH) (?:EARLIER|PREVIOUS (?!TO))", _ago(-1, "text")),
    Rule("UNITNODE", "(?P<n>LENGTH) LATER", _ago(1, "text")),
    Rule("UNITNODE", "(?P<n>LENGTH) (?:HENCE)", _ago(1, "published")),
    Rule(
        "UNITNODE",
        "(?P<n>LENGTH) FROM (?P<v>VAGUE)",
        lambda m: Shifted(m["n"], 1) if m["v"] == "PRESENT_REF" else None,
    ),
    Rule("UNITNODE", "(?<=IN) (?P<n>LENGTH) (?!BEFORE|AFTER|SINCE|FROM)", lambda m: InTime(m["n"])),
    Rule(
        "UNITNODE",
        "(?<=WITHIN) (?P<n>LENGTH) (?!BEFORE|AFTER|SINCE|FROM|OF)",
        lambda m: InTime(m["n"], within=True),
    ),
    Rule("UNITNODE", "THE? (?P<u>UNIT) DASH (?:EARLIER|AGO) (?:UNIT|PERIOD|LENGTH)?", _year_before),
    Rule(
        "QUARTERS",
        "THE? (?P<u>UNIT) DASH (?:EARLIER|AGO) (?P<x>QUARTERS)",
        lambda m: replace(m["x"], year_shift=-1),
    ),
    Rule("UNITNODE", "THE? (?P<u>UNIT) (?P<d>DASH|POSSESSIVE) END", _year_end),
    Rule("YEARNODE", "(?<=IN) (?P<y>NUM)", lambda m: Date(year=m["y"]) if 1900 <= m["y"] < 2100 else None),
    Rule(
        "YEARNODE",
        "THE (?P<u>UNIT) (?P<y>D99|D999|OLDYEAR)",
        lambda m: Date(year=m["y"]) if m["u"] == "year" and m["y"] > 31 else None,
    ),
    Rule(
        "YEARNODE",
        "THE? (?P<u>UNIT) (?P<y>NUM)",
        lambda m: Date(year=m["y"]) if m["u"] == "year" and 1500 <= m["y"] <= 2100 else None,
    ),
    Rule(
        "MOMENT",
        "(?:THE)? (?P<w>EARLY|LATE|MID|LATER|EARLIER) (?:THAT|THIS|IN THE)? DASH? (?P<p>DAYPART)",
        _early_part,
    ),
    Rule("MOMENT", "(?<=IN) (?P<p>DAYPART)", _part_of_day(0, True)),
    Rule(
        "UNITNODE",
        "THE (?P<u>UNIT) (?P<way>AFTER NEXT|BEFORE LAST)",
        lambda m: Unit(m["u"], 2 if m.names("way", "AFTER") else -2),
    ),
    Rule("UNITNODE", "THE? (?P<u>UNIT) (?P<n>D12|D31|D99) (?:OF (?P<y>YEAR))?", _numbered_week),
    Rule(
        "DAYNODE",
        "(?:THE|THIS)? (?P<way>LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING|THIS) (?P<x>WEEKDAYNAME|HOLIDAYS|DATE) "
        f"{_NOT_OF}",
        _directed,
    ),
    Rule("DAYNODE", "THE? (?P<x>WEEKDAYNAME) (?P<way>LAST|NEXT) (?!ANYUNIT)", _directed),
    Rule("DAYNODE", "THAT SAME? (?P<x>WEEKDAYNAME)", _same),
    Rule("DAYNODE", "(?P<x>DATE|MONTHS) (?P<way>LAST|NEXT) (?=STOP|COMMA)", _directed),
    Rule("UNITNODE", "THE? (?P<e>ENDOF)", lambda m: Part("end", Unit(_END_OF[m["e"]]))),
    Rule(
        "MONTHS",
        "(?:THE|THIS)? (?P<way>LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING|THIS) (?P<x>MONTHS)",
        _directed,
    ),
    Rule(
        "SEASONS",
        "(?:THE|THIS)? (?P<way>LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING|THIS) (?P<x>SEASON)",
        _directed,
    ),
    Rule("QUARTERS", "(?P<way>LAST|NEXT|THIS) (?P<x>QUARTERS)", _directed),
    Rule("QUARTERS", "THE (?P<y>YEAR) (?P<u>UNIT)", _same_quarter),
    Rule("SEASONS", "(?:THAT|THE SAME) (?P<s>SEASON)", lambda m: Date(part=("season", m["s"]), back=True)),
    Rule("SEASONS", "THE (?P<s>SEASON) (?!OF)", _season),
    Rule("SEASONS", "(?<=IN) (?P<s>SEASON)", _season),
    Rule("SEASONS", "(?P<s>SEASON)", lambda m: _season(m) if m["s"] in (22, 24) else None),
    Rule("DAYNODE", "THE? (?P<u>UNIT) (?P<way>AFTER|BEFORE) (?P<d>TODAY)", _beyond),
    Rule("DAYNODE", "(?P<d>TODAY) (?P<night>DAYPART|UNIT)?", lambda m: _tomorrow(m)),
    Rule("MOMENT", "THIS (?:SAME|ADDITIONAL)? (?P<p>DAYPART)", _part_of_day(0, False)),
    Rule("MOMENT", "TONIGHT", lambda m: At(Unit("day"), daypart("NI"))),
    Rule("MOMENT", "THE (?P<p>DAYPART) (?!OF|BEFORE|AFTER)", _part_of_day(0, True)),
    Rule("MOMENT", "LAST (?P<p>DAYPART)", _part_of_day(-1, False)),
    Rule("MOMENT", "(?:THAT SAME?|THE SAME) (?P<p>DAYPART)", _part_of_day(0, True)),
    Rule("MOMENT", "NEXT (?P<p>DAYPART)", _part_of_day(1, False)),
    Rule("MOMENT", "THE (?:FOLLOWING|NEXT) (?P<p>DAYPART)", _part_of_day(1, True)),
    Rule("MOMENT", "THE PREVIOUS (?P<p>DAYPART)", _part_of_day(-1, True)),
    Rule("VAGUENODE", "(?:THE|THIS)? (?P<way>RECENT|COMING|PAST|NEXT|FOLLOWING|LAST) (?P<u>MANYUNITS)", _recent),
    Rule("VAGUENODE", "(?P<r>VAGUE)", lambda m: Vague(m["r"])),
    Rule("LENGTH", "(?P<u>MANYUNITS)", _plural_unit),
    Rule("VAGUENODE", "(?<=AT) THE? MOMENTWORD", lambda m: Vague("PRESENT_REF")),
    Rule("VAGUENODE", "(?<=AT) (?:THIS|THE? CURRENT) TIMEWORD", lambda m: Vague("PRESENT_REF")),
    Rule("VAGUENODE", "(?<=AT) CURRENT", lambda m: Vague("PRESENT_REF")),
    Rule("VAGUENODE", "THE PAST", lambda m: Vague("PAST_REF")),
    Rule("VAGUENODE", "THE? NEAR? FUTURE", lambda m: Vague("FUTURE_REF")),
    Rule("VAGUENODE", "(?P<w>THIS) (?P<u>UNITS)", _these_days),
    Rule("VAGUENODE", "(?P<w>CURRENT) DASH (?P<u>UNIT)", _these_days),
    Rule("VAGUENODE", "RECENT", lambda m: Vague("PAST_REF")),
    Rule("VAGUENODE", "(?P<c>CURRENT)", lambda m: Vague("PRESENT_REF") if m["c"] == "current" else None),
)


def _tomorrow(match: Matched) -> Any:
    if "night" not in match:
        return Unit("day", match["d"])
    code = match["night"]
    return At(Unit("day", match["d"]), daypart(code)) if code in _DAYPART_HOURS else None
