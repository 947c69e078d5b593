"""Last levels of the grammar: clock times on days, durations from a date, ranges; and the order of all
levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.normalise.times.bounded import ONE_END, STRETCHES, UP_TO, UP_TO_APART, of_unit
from onrecord.normalise.times.clocks import CLOCKS
from onrecord.normalise.times.compounds import COMPOUNDS, MERGES, PARTS, SHARED
from onrecord.normalise.times.fields import DATES, DATES_APART
from onrecord.normalise.times.lengths import LENGTHS, MODIFIED
from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.nodes import (
    At,
    Clock,
    Date,
    Edge,
    Every,
    Length,
    Node,
    Range,
    Shifted,
    Unit,
    Vague,
)
from onrecord.normalise.times.numbers import AMOUNTS, NUMBERS
from onrecord.normalise.times.phrases import PHRASES
from onrecord.normalise.times.rules import Level, Matched, Rule
from onrecord.normalise.times.tokens import Token
from onrecord.normalise.times.values import clock_text

__all__ = ["parse"]


def _at(match: Matched) -> At | None:
    """A clock time on a day, the part of the day telling morning from afternoon."""
    return _on(match["d"], match["c"])


def _in_part(clock: Clock, part: str | None) -> Clock:
    """The clock time moved to the half of the day that ``part`` names."""
    if clock.sure or part not in ("AF", "EV", "NI"):
        return replace(clock, sure=True)
    hour = clock.start // 3600
    late = part != "NI" or 5 <= hour < 12
    moved = clock.start + 43200 if late and hour < 12 else clock.start
    return replace(clock, start=moved, sure=True)


def _with_part(match: Matched) -> Clock:
    return _in_part(match["c"], match["p"])


def _bare(hour: int) -> Clock | None:
    return Clock(hour * 3600, sure=hour > 12, precise="hour") if 0 < hour < 24 else None


def _clock_range(match: Matched) -> Clock | None:
    first, last = match["a"], match["b"]
    if not isinstance(first, Clock):
        first = _bare(first)
    if not isinstance(last, Clock):
        last = _bare(last)
    if first is None or last is None:
        return None
    if first.end is not None or last.end is not None:
        return None
    start = first.start
    if not (first.sure or last.sure) and last.start <= start:
        last = replace(last, start=last.start + 43200)
    if (not first.sure and last.sure and last.start - start > 43200) or (
        not first.sure and last.sure and start < last.start and last.start >= 43200 and start + 43200 < last.start
    ):
        start += 43200
    return Clock(start, last.start, sure=first.sure or last.sure, precise=last.precise)


def _hour_in_part(match: Matched) -> Clock | None:
    clock = _bare(match["h"])
    return _in_part(clock, match["p"]) if clock else None


def _hours(match: Matched) -> Clock | None:
    """ "between 5 and 6 in the afternoon"."""
    first, last = _bare(match["a"]), _bare(match["b"])
    if first is None or last is None:
        return None
    if "p" in match:
        first, last = _in_part(first, match["p"]), _in_part(last, match["p"])
    return replace(first, end=last.start + (43200 if last.start <= first.start and last.start < 43200 else 0))


def _at_hour(match: Matched) -> At | None:
    clock = _bare(match["h"])
    return _on(match["d"], clock) if clock else None


def _day_hours(match: Matched) -> At | None:
    clock = _hours(match)
    return _on(match["d"], clock) if clock else None


def _on(day: Any, clock: Clock) -> At | None:
    """A clock time on a day, or in the part of the day that is named with it."""
    if not isinstance(day, At):
        return At(day, clock)
    if day.clock.precise != "daypart" or day.day is None:
        return None
    part = day.clock.daypart
    end = None if clock.end is None else _in_part(Clock(clock.end, sure=clock.sure), part).start
    return At(day.day, replace(_in_part(clock, part), end=end))


def _from_node(match: Matched) -> Shifted | None:
    if match["n"].amounts[0][0] is None:
        return None
    sign = -1 if match.names("way", "BEFORE", "PREVIOUS") else 1
    return Shifted(match["n"], sign, match["x"])


def _set_at(match: Matched) -> Every:
    """ "every Monday at 4 p.m."."""
    node, clock = match["s"], match["c"]
    head = node.timex if node.timex.startswith("XXXX") and "T" not in node.timex else ""
    return Every(f"{head}T{clock_text(clock.start, clock.precise)}", node.duration)


def _next_to(match: Matched) -> Shifted:
    """ "the day after the vote", "the year before 2019"."""
    sign = -1 if match.names("way", "BEFORE") else 1
    return Shifted(Length(((1.0, match["u"]),)), sign, match["x"] or "event")


def _event(match: Matched) -> Shifted:
    return Shifted(match["n"], -1 if match.names("way", "BEFORE", "PREVIOUS") else 1, "event")


_SURE_MONTH = (Date,)


def _range(match: Matched) -> Any:
    """Two times as one interval; a field that only the second has holds for the first too."""
    first, last = match["a"], match["b"]
    if isinstance(first, Edge) and first.unit == "week" and isinstance(last, Date):
        first = first.node  # "the week of 28 September to 4 October"
    first, last = (Unit("day") if each == Vague("PRESENT_REF") else each for each in (first, last))
    if isinstance(first, Clock | Vague) or isinstance(last, Clock | Vague):
        return None
    if isinstance(first, At) != isinstance(last, At) and isinstance(last if isinstance(first, At) else first, Unit):
        return None
    for one, other in _orders(first, last):
        if _ordered(one, other):
            return Range(_shared(one, other), other)
    return None


def _orders(first: Node, last: Node) -> Iterator[tuple[Node, Node]]:
    """Two ends as they are read, then with day and month of those in figures changed about: "8/5/2022 to 3/6/2022"."""
    yield first, last
    turned = [_turned(first), _turned(last)]
    if turned != [first, last]:
        yield turned[0], turned[1]


def _turned(node: Node) -> Node:
    if isinstance(node, Date) and node.swapped:
        return replace(node, month=node.day, day=node.month, swapped=False)
    return node


def _to_present(match: Matched) -> Range | None:
    """ "2013 to the present"."""
    present = match["b"] == "present" or match["b"] == Vague("PRESENT_REF")
    started = isinstance(match["a"], Date) and match["a"].direction is None
    return Range(match["a"], Unit("day")) if present and started else None


def _shared(first: Node, last: Node) -> Node:
    free = isinstance(first, Date) and first.year is None and first.direction is None and first.year_shift is None
    if free and isinstance(first, Date) and isinstance(last, Date) and last.year is not None:
        early = (first.month or 1) <= (last.month or 12)
        return replace(first, year=last.year if early or not last.month else last.year - 1)
    return first


def _ordered(first: Node, last: Node) -> bool:
    """Whether two times can be the ends of one interval: years in order, no year against a weekday."""
    if isinstance(first, Date) and isinstance(last, Date):
        if first.year is not None and last.year is not None and not (first.bc or last.bc):
            return (first.year, first.month or 1, first.day or 1) <= (
                last.year,
                last.month or 12,
                last.day or 31,
            )
        if first.weekday is not None and last.weekday is not None:
            return True
        return not (first.weekday is not None and last.month and not last.day)
    return True


def _listed(match: Matched) -> Range | None:
    """Years joined by a mark: "1939-1945"; the season's or business year "2022-23"."""
    first, last = match["a"], match["b"]
    if not isinstance(first, Date) or first.month or first.part or first.year is None:
        return None
    last = _second_year(match) if isinstance(last, int) else last
    return Range(first, last) if last and _ordered(first, last) else None


def _second_year(match: Matched) -> Date | None:
    """The 45 of "1939-45"."""
    first, two = match["a"], match["b"]
    if not isinstance(first, Date) or first.month or first.part or first.year is None or first.bc:
        return None
    year = first.year - first.year % 100 + two
    written = match.tokens("b")[0]
    return Date(year=year) if first.year < year and written.end - written.start == 2 else None


_JOIN = "(?:TO|UNTIL|DASH|LONGDASH)"
_TO = "(?:TO|UNTIL|DASH|LONGDASH|AND)"

_HOURS = Level(
    Rule(
        "CLOCKTIME",
        f"(?:FROM|BETWEEN)? (?P<span>(?P<a>CLOCKTIME|HOURNUM) {_TO} (?P<b>CLOCKTIME))",
        _clock_range,
    ),
    Rule(
        "CLOCKTIME",
        f"(?:FROM|BETWEEN)? (?P<span>(?P<a>CLOCKTIME) {_TO} (?P<b>HOURNUM)) (?!ANYUNIT|MONTH|DATE)",
        _clock_range,
    ),
    Rule("CLOCKTIME", "(?P<c>CLOCKTIME) (?:IN|AT) THE? (?P<p>DAYPART|UNIT)", _with_part),
    Rule("CLOCKTIME", "(?P<h>HOURNUM) IN THE (?P<p>DAYPART)", _hour_in_part),
    Rule(
        "CLOCKTIME",
        f"(?:FROM|BETWEEN)? (?P<span>(?P<a>HOURNUM) {_TO} (?P<b>HOURNUM) IN THE (?P<p>DAYPART))",
        _hours,
    ),
)
_ANCHORED = Level(
    Rule("UNITNODE", "(?P<n>LENGTH) (?P<way>BEFORE|AFTER|PREVIOUS TO|SINCE) (?P<x>ENDPOINT)", _from_node),
    Rule("UNITNODE", f"(?P<n>LENGTH) (?P<way>FROM) (?P<x>ENDPOINT) {ONE_END}", _from_node),
    Rule("UNITNODE", "THE (?P<u>UNIT) (?P<way>BEFORE|AFTER) (?P<x>DAYISH|MONTHS|YEARNODE)", _next_to),
    Rule("EVENTNODE", "(?P<span>THE (?P<u>UNIT)) (?P<way>BEFORE|AFTER)", _next_to),
    Rule("EVENTNODE", "(?P<span>(?P<n>LENGTH)) (?P<way>BEFORE|AFTER|PREVIOUS TO)", _event),
)
# Bare hours are clock times beside a day only: "tomorrow at 5", "Monday 3-8", "between 3 and 8 yesterday".
_HOURS_BY_DAY = Level(
    Rule("SETNODE", "(?P<s>SETNODE) (?:COMMA|AT)? (?P<c>CLOCKTIME)", _set_at),
    Rule("SETNODE", "(?P<c>CLOCKTIME) (?P<s>SETNODE)", _set_at),
    Rule("MOMENT", "(?<=AT) (?P<h>HOURNUM) (?P<d>MOMENT|DAYNODE)", _at_hour),
    Rule("MOMENT", "(?<=[FROM UNTIL]) (?P<h>HOURNUM) (?P<d>MOMENT)", _at_hour),
    Rule("MOMENT", "(?<=AT ABOUT) (?P<h>HOURNUM) (?P<d>MOMENT|DAYNODE)", _at_hour),
    Rule("MOMENT", "(?P<d>DAYISH|MOMENT) COMMA? (?:AT ABOUT?|ABOUT) (?P<h>HOURNUM) (?!ANYUNIT|SCALE)", _at_hour),
    Rule(
        "MOMENT",
        f"(?:FROM|BETWEEN) (?P<span>(?P<a>HOURNUM) {_TO} (?P<b>HOURNUM) ON (?P<d>DAYISH))",
        _day_hours,
    ),
    Rule(
        "MOMENT",
        f"(?P<d>DAYISH|MOMENT) (?:FROM|BETWEEN)? (?P<a>HOURNUM) {_TO} (?P<b>HOURNUM) (?!ANYUNIT|SCALE|MONTH)",
        _day_hours,
    ),
    Rule(
        "MOMENT",
        f"(?:FROM|BETWEEN)? (?P<span>(?P<a>HOURNUM) {_TO} (?P<b>HOURNUM) (?P<d>DAYNODE|MOMENT))",
        _day_hours,
    ),
)
_MOMENTS = Level(
    Rule("MOMENT", "(?P<d>DAYISH|MOMENT) (?:COMMA|AT|FROM|BY){0,2} (?:ABOUT)? (?P<c>CLOCKTIME)", _at),
    Rule("MOMENT", "(?P<c>CLOCKTIME) (?:COMMA|ON|OF){0,2} (?P<d>DAYISH|MOMENT)", _at),
    Rule("MOMENT", "(?P<c>CLOCKTIME)", lambda m: At(None, m["c"])),
)


def _unit_range(match: Matched) -> Any:
    """ "the year from April 2020 to March 2021"."""
    return _range(match) if of_unit(match["w"]) else None


_RANGES = Level(
    Rule("RANGENODE", f"(?P<w>UNITNODE) (?:FROM|OF)? (?P<a>ENDPOINT) {_JOIN} (?P<b>ENDPOINT)", _unit_range),
    Rule("RANGENODE", f"FROM (?P<span>(?P<a>ENDPOINT) {_JOIN} (?P<b>ENDPOINT))", _range),
    Rule("RANGENODE", "BETWEEN (?P<span>(?P<a>ENDPOINT) (?:AND|TO|UNTIL|DASH) (?P<b>ENDPOINT))", _range),
    Rule("RANGENODE", f"(?P<a>ENDPOINT) {_JOIN} (?P<b>ENDPOINT)", _range),
    Rule("RANGENODE", f"FROM? (?P<span>(?P<a>ENDPOINT) {_JOIN} THE? (?P<b>CURRENT|VAGUENODE))", _to_present),
    Rule(
        "RANGENODE",
        f"(?:FROM|BETWEEN) (?P<span>(?P<a>ENDPOINT|VAGUENODE) {_TO} (?P<b>VAGUENODE|ENDPOINT))",
        _range,
    ),
    Rule(
        "RANGENODE",
        "(?:FROM|BETWEEN)? (?P<span>(?P<a>YEARNODE) (?:DASH|SLASH|LONGDASH) (?P<b>YEARNODE|TWODIGIT))",
        _listed,
    ),
)

_ENDS = Level(
    Rule("YEARNODE", "(?<=(?P<a>YEARNODE)[DASH SLASH LONGDASH]) (?P<b>TWODIGIT)", _second_year),
)

_LEVELS = (
    NUMBERS,
    AMOUNTS,
    DATES,
    CLOCKS,
    _HOURS,
    LENGTHS,
    MODIFIED,
    _HOURS,
    MERGES,
    PHRASES,
    PARTS,
    COMPOUNDS,
    SHARED,
    PARTS,
    _HOURS_BY_DAY,
    _MOMENTS,
    UP_TO,
    STRETCHES,
    _ANCHORED,
)
_APART = {id(DATES): DATES_APART, id(UP_TO): UP_TO_APART}
_LEVELS_APART = tuple(_APART.get(id(level), level) for level in _LEVELS)
_TIMES = frozenset(
    map(
        symbol,
        [
            "DATE",
            "WEEKDAYNAME",
            "DAYNODE",
            "HOLIDAYS",
            "MONTHS",
            "YEARNODE",
            "SEASONS",
            "QUARTERS",
            "UNITNODE",
            "YEARS",
            "DAYS",
            "ERAYEAR",
            "MOMENT",
            "SETNODE",
            "VAGUENODE",
            "LENGTH",
            "EVENTNODE",
            "RANGENODE",
        ],
    )
)


def parse(cluster: list[Token], ends: bool = False) -> list[Token]:
    """The time expressions of a run of tokens, in order; the value of each is its node.

    With ``ends``, ranges stay two expressions.
    """
    tokens = cluster
    for level in (*_LEVELS_APART, _ENDS) if ends else (*_LEVELS, _RANGES):
        tokens = level.apply(tokens)
    return [token for token in tokens if token.symbol in _TIMES]
