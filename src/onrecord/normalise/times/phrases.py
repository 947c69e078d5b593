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
    Every,
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

__all__ = ["PHRASES", "SEASON_CODES", "WHICH", "daypart", "value_of"]


_DAYPART_HOURS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 22), "NI": (18, 24), "DT": (8, 18)}


_CODES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}


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


def value_of(match: Matched, group: str) -> str:
    found = match[group]
    return "second" if found == 2 else str(found)


def _last_unit(match: Matched) -> Any:
    """ "last week" is the calendar's; "the last week", "the past week" end at the anchor."""
    unit = value_of(match, "u")
    if unit in ("minute", "second") or (unit in ("hour", "day") and not match.names("way", "PAST")):
        return None  # "last minute", "our last day" count from no anchor
    if "this" in match or ("the" not in match and match.names("way", "LAST")) or unit == "weekend":
        return Unit(unit, -1)
    return Rolling(Length(((1.0, unit),)), -1, calendar=True)


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
    return replace(node, direction=direction)


def _same(match: Matched) -> Any:
    node = match["x"]
    return replace(node, back=True) if isinstance(node, Date) else None


def _season(match: Matched) -> Date:
    return Date(part=("season", match["s"]))


def _every(match: Matched) -> Every | None:
    """ "every day", "each July", "every other week", "every three months"."""
    node = match["n"]
    if match.names("n", "LENGTH"):
        (amount, unit), *_ = node.amounts
        number = int(amount) if amount is not None and amount == int(amount) else None
        return _every_unit(unit, number) if number else None
    if match.names("n", "WEEKDAYNAME"):
        return Every(f"XXXX-WXX-{node.weekday + 1}")
    if match.names("n", "MONTHS"):
        return Every(f"XXXX-{node.month:02}")
    if match.names("n", "SEASON"):
        return Every(f"XXXX-{SEASON_CODES[node]}")
    if match.names("n", "DAYPART"):
        return Every(f"XXXX-XX-XXT{node}")
    return _every_unit(value_of(match, "n"), 2 if "other" in match else 1)


SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def _every_unit(unit: str, number: int) -> Every | None:
    if unit == "weekend":
        return Every("XXXX-WXX-WE")
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


def _weekdays(match: Matched) -> Every:
    tail = "TNI" if match.names("p", "UNITS") else f"T{match['p']}" if "p" in match else ""
    return Every(f"XXXX-WXX-{match['w'] + 1}{tail}")


def _often(match: Matched) -> Every:
    return Every(match["n"], match["n"])


def _recent(match: Matched) -> Vague | None:
    unit = value_of(match, "u")
    timex = "FUTURE_REF" if match.names("way", "COMING", "NEXT", "FOLLOWING") else "PAST_REF"
    return Vague(timex, reference=False, unit=unit)


def _year(match: Matched) -> Date:
    return Date(year=match["y"], fiscal="f" in match)


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


# "the last week of May" counts inside May and not from the anchor.
_NOT_OF = "(?!OF|IN (?:MONTHS|YEAR))"


PHRASES = Level(
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
    Rule("UNITNODE", "THE (?:LATEST) (?P<u>UNIT)", _the_unit),
    Rule(
        "UNITNODE",
        "THE ALL? (?P<u>UNIT) (?!BEFORE|AFTER|OF (?:DATE|HOLIDAYS|WEEKDAYNAME)|(?:START|STARTING) ON? DATE)",
        _the_unit,
    ),
    Rule("RANGENODE", "THE? (?P<u>UNIT) TO TIMEWORD", _to_date),
    Rule("UNITNODE", "(?P<way>THE|THIS|LAST|NEXT|CURRENT)? (?:THE|CURRENT)? FISCAL (?P<u>UNIT)", _fiscal_unit),
    Rule("YEARNODE", "(?P<f>(?:THE? FISCAL (?:UNIT)?)) (?P<y>YEAR)", _year),
    Rule("YEARNODE", "THE? ALL? UNIT (?P<y>YEAR)", lambda m: _year(m)),
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
    Rule("UNITNODE", "THE? (?P<u>UNIT) DASH (?:EARLIER|AGO) (?:UNIT|PERIOD)?", _year_before),
    Rule(
        "QUARTERS",
        "THE? (?P<u>UNIT) DASH (?:EARLIER|AGO) (?P<x>QUARTERS)",
        lambda m: replace(m["x"], year_shift=-1),
    ),
    Rule("UNITNODE", "THE? (?P<u>UNIT) (?P<d>DASH|POSSESSIVE) END", _year_end),
    Rule("YEARNODE", "(?<=IN) (?P<y>NUM)", lambda m: Date(year=m["y"]) if 1900 <= m["y"] < 2100 else None),
    Rule(
        "YEARNODE",
        "THE (?P<u>UNIT) (?P<y>D99|D999)",
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
        "SETNODE",
        "(?:EVERY|EACH) (?:PASSING|ADDITIONAL)? (?P<other>OTHERWORD)? "
        "(?P<n>ONEUNIT|WEEKDAYNAME|MONTHS|SEASON|DAYPART|LENGTH)",
        _every,
    ),
    Rule("SETNODE", "(?P<n>OFTEN)", _often),
    Rule("SETNODE", "(?P<w>WEEKDAYS) (?P<p>DAYPART|UNITS)?", _weekdays),
    Rule("SETNODE", "(?P<w>WEEKDAYS)", _weekdays),
    Rule(
        "SETNODE",
        "(?P<x>WEEKDAYNAME) (?P<p>DAYPARTS)",
        lambda m: Every(f"XXXX-WXX-{m['x'].weekday + 1}T{m['p']}"),
    ),
    Rule("SETNODE", "(?:EVERY|EACH)? (?P<p>DAYPARTS)", lambda m: Every(f"XXXX-XX-XXT{m['p']}")),
    Rule(
        "UNITNODE",
        "THE (?P<u>UNIT) (?P<way>AFTER NEXT|BEFORE LAST)",
        lambda m: Unit(m["u"], 2 if m.names("way", "AFTER") else -2),
    ),
    Rule("UNITNODE", "THE? (?P<u>UNIT) (?P<n>D12|D31|D99) (?:OF (?P<y>YEAR))?", _numbered_week),
    Rule("SETNODE", "PER (?P<n>ONEUNIT)", _every),
    Rule("SETNODE", "(?:ONCE|(?:INT|AMOUNT) TIMES) (?:EVERY|EACH|PER|AN)? (?P<n>LENGTH|ONEUNIT)", _every),
    Rule(
        "DAYNODE",
        "(?:THE|THIS)? (?P<way>LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING|THIS) (?P<x>WEEKDAYNAME|HOLIDAYS|DATE) (?!OF)",
        _directed,
    ),
    Rule("DAYNODE", "THE? (?P<x>WEEKDAYNAME) (?P<way>LAST|NEXT)", _directed),
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
    Rule("SEASONS", "(?:THAT|THE SAME) (?P<s>SEASON)", lambda m: Date(part=("season", m["s"]), back=True)),
    Rule("SEASONS", "THE (?P<s>SEASON) (?!OF)", _season),
    Rule("SEASONS", "(?<=IN) (?P<s>SEASON)", _season),
    Rule("SEASONS", "(?P<s>SEASON)", lambda m: _season(m) if m["s"] in (22, 24) else None),
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
    Rule("VAGUENODE", "THE? FUTURE", lambda m: Vague("FUTURE_REF")),
    Rule("VAGUENODE", "RECENT", lambda m: Vague("PAST_REF")),
    Rule("VAGUENODE", "(?P<c>CURRENT)", lambda m: Vague("PRESENT_REF") if m["c"] == "current" else None),
)


def _tomorrow(match: Matched) -> Any:
    if "night" not in match:
        return Unit("day", match["d"])
    code = match["night"]
    return At(Unit("day", match["d"]), daypart(code)) if code in _DAYPART_HOURS else None
