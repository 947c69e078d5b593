"""Times that the text says in several pieces, as one: "the June quarter of 2023", "the April-to-June period", a week
with its days in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.evidence.next_times import told_from, weekday_before
from onrecord.evidence.periods import parse_day, shifted
from onrecord.evidence.phrasing import COUNT_WORDS, NUMBERS, UNITS
from onrecord.record import Time
from onrecord.spans import Span

__all__ = ["in_one"]

_QUARTER = re.compile(r"\s{1,4}quarter(?:\s{1,4}(?:of|in)(?:\s{1,4}the year)?)?\s{0,4},?\s{0,4}")
_AFTER_QUARTER = re.compile(r"\s{1,4}quarter\b")
_PERIOD = re.compile(
    r"(?:\s{1,4}(?:period|quarter|months|stretch|span))?(?:\s{1,4}(?:of|in)(?:\s{1,4}the year)?)?\s{0,4},?\s{0,4}"
)
_TO = re.compile(r"-?\s{0,4}(?:to|through|until|till)?\s{0,4}[-–—]?\s{0,4}")
# "the third quarter, July to September 2023", "last week (22 to 28 January)"
_BESIDE = re.compile(r"\s{0,4}(?:,|–|—|\()\s{0,4}(?:that is,?\s{1,4}|i\.e\.,?\s{1,4}|from\s{1,4})?")
_WITH_YEAR = re.compile(r"\d{4}|\b(?:last|this) year\b")
_ONE_WEEK = re.compile(
    r"\b(?:one|week|seven days)\s+(?:that\s+|which\s+)?(?:(ending|ended|to|up to)|(?:beginning|began|starting|started"
    r"|from|of))\s+(?:on\s+)?(?:the\s+)?$"
)
_UNITS_SINCE = re.compile(rf"(\d{{1,3}}|one|{COUNT_WORDS}) (day|week|month|quarter|year)s? since (?:the )?")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_ORDINAL = r"(first|second|third|fourth|last|final)"
# "a worse quarter … than the second of", "the third of", with the year after it
_OF_YEAR = re.compile(rf"\bthe {_ORDINAL}(?: one)? (?:of|in) $")
_QUARTER_BEFORE = re.compile(r"\bquarters?\b(?!.*\b(?:day|week|month|year|half)\b)")
_ENDS_WITH_QUARTER = re.compile(r"\bquarter (?:of|in) (?:the )?$")
_WAS_ORDINAL = re.compile(rf"[^,;.:]{{0,60}}?\b(?:was|is|came in) the {_ORDINAL}(?: one)?(?=\W|$)")
# "at no month-end in 2023": of every one, not of the last
_UNIT_END = re.compile(r"(?:month|quarter|week|year)['’]?s?[- ]end")
_ANY_ONE = re.compile(r"\b(?:no|any|each|every)(?: single)? $")
_WAS_DAY = re.compile(
    r"['’]s? (?:single )?[a-z]{3,20} (?:day|night)\b[^,;.:]{0,50}? (?:was|came on|fell on)"
    r" the (\d{1,2})(?:st|nd|rd|th)\b"
)
_IN = re.compile(r"\b(?:in|on|for|\d of|of the|of all|of all the)\s+$")
_SIX_DAYS = timedelta(6)
_ENDS_QUARTER = (3, 6, 9, 12)


def in_one(times: Sequence[Time], words: Callable[[Span], str]) -> tuple[Time, ...]:
    """``times``, in the order of the text, those that say one time together made one; ``words`` is what a span of the
    text reads, in lower case."""
    times = [t for t in times if not _any_end(t, words)]
    joined = list(_joined([_since(t, words) for t in sorted(times, key=lambda t: t.span.start)], words))
    joined = [one for time in joined for one in (*_ordinal(time, words), *told_from(time, words))]
    joined = [weekday_before(time, joined[:i], words) for i, time in enumerate(joined)]
    weekly = any("week" in words(Span(max(0, t.span.start - 200), t.span.start)) for t in joined)
    return tuple(_week(time, words) if weekly else time for time in _named_quarters(joined, words))


def _any_end(time: Time, words: Callable[[Span], str]) -> bool:
    before = words(Span(max(0, time.span.start - 16), time.span.start))
    return bool(_UNIT_END.fullmatch(words(time.span)) and _ANY_ONE.search(before))


def _ordinal(time: Time, words: Callable[[Span], str]) -> Iterator[Time]:
    """The quarter of a year that only its number tells, beside the year that it is of: "no quarter was worse than the
    second of 2023" (that quarter alone), "its best quarter of 2023 was the third", "January's best day was the 16th".
    """
    year, month = _is_year(time), _months(time) == 1
    before = words(Span(max(0, time.span.start - 120), time.span.start))
    after = words(Span(time.span.end, time.span.end + 90))
    first = parse_day(time.lo)
    if not first or not (year or month):
        yield time
    elif year and (of := _OF_YEAR.search(before)) and _QUARTER_BEFORE.search(before[: of.start()]):
        yield _quarter(time, _ORDINALS[of[1]], Span(time.span.start - (len(before) - of.start()), time.span.end))
    elif year and (was := _WAS_ORDINAL.match(after)) and _ENDS_WITH_QUARTER.search(before):
        yield time
        yield _quarter(time, _ORDINALS[was[1]], Span(time.span.end + was.start(1), time.span.end + was.end(1)))
    elif month and (day := _WAS_DAY.match(after)) and 1 <= int(day[1]) <= (parse_day(time.hi) or first).day:
        yield time
        iso = first.replace(day=int(day[1])).isoformat()
        span = Span(time.span.end + day.start(1), time.span.end + day.end())
        yield replace(time, id=f"{time.id}+", span=span, lo=iso, hi=iso, alternatives=(), grain="day")
    else:
        yield time


def _quarter(year: Time, number: int, span: Span) -> Time:
    first = (parse_day(year.lo) or date.min).replace(month=3 * number - 2, day=1)
    last = _first_after(first.replace(month=3 * number)) - timedelta(1)
    lo, hi = first.isoformat(), last.isoformat()
    return replace(year, id=f"{year.id}+", span=span, lo=lo, hi=hi, alternatives=(), grain="quarter")


def _joined(times: Sequence[Time], words: Callable[[Span], str]) -> Iterator[Time]:
    held: Time | None = None
    for time in times:
        one = _as_one(held, time, words) if held else None
        if one is None and held is not None:
            yield held
        held = one or time
    if held is not None:
        yield held


def _as_one(first: Time, second: Time, words: Callable[[Span], str]) -> Time | None:
    """Two times that follow on each other as one; None where they are two."""
    if not (first.lo and first.hi and second.lo and second.hi) or second.span.start < first.span.end:
        return None
    between, said = words(Span(first.span.end, second.span.start)), words(first.span)
    span = Span(first.span.start, second.span.end)
    if _is_year(second) and not _WITH_YEAR.search(said):
        if _months(first) == 1 and _QUARTER.fullmatch(between):
            return _in_year(replace(first, span=Span(span.start, span.end)), second, back=2)
        if "-" in said or "–" in said or re.search(r"\bto\b", said):
            return (
                _in_year(replace(first, span=span), second) if _PERIOD.fullmatch(between) and between.strip() else None
            )
    if said.endswith(("-to", "-through")) and _TO.fullmatch(between):
        return replace(first, span=span, hi=second.hi, alternatives=())
    if _BESIDE.fullmatch(between):
        same = (first.lo, first.hi) == (second.lo, second.hi)
        bracketed = "(" in between and (parse_day(second.hi) or date.min) > (parse_day(second.lo) or date.max)
        if same or (bracketed and _lasts(first) == _lasts(second)):
            return replace(second, span=span)
    return None


def _named_quarters(times: Sequence[Time], words: Callable[[Span], str]) -> Iterator[Time]:
    """The quarters that the name of their last month is for: "in the September quarter"."""
    for time in times:
        after = words(Span(time.span.end, time.span.end + 9))
        if time.kind == "date" and _months(time) == 1 and _AFTER_QUARTER.match(after):
            yield _opened(time, 2)
        else:
            yield time


def _since(time: Time, words: Callable[[Span], str]) -> Time:
    """The time that so many units are counted since, where they are counted and not passed: "in three weeks since the
    beginning of July"."""
    match = _UNITS_SINCE.match(words(time.span))
    opened = match and _IN.search(words(Span(max(0, time.span.start - 12), time.span.start)))
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    if not match or not opened or not lo or not hi:
        return time
    many = int(match[1]) if match[1].isdigit() else NUMBERS.get(match[1], 1)
    moved = shifted(lo, hi, UNITS[match[2]], -many)
    if moved is None:
        return time
    span = Span(time.span.start + match.end(), time.span.end)
    return replace(time, span=span, lo=moved[0].isoformat(), hi=moved[1].isoformat(), alternatives=())


def _week(time: Time, words: Callable[[Span], str]) -> Time:
    """A day that only ends or begins a week: "the quietest week was the one ending 31 December"."""
    day = parse_day(time.lo)
    match = _ONE_WEEK.search(words(Span(max(0, time.span.start - 40), time.span.start)))
    if match is None or day is None or time.lo != time.hi:
        return time
    ends = {"lo": (day - _SIX_DAYS).isoformat()} if match[1] else {"hi": (day + _SIX_DAYS).isoformat()}
    return replace(time, **ends, alternatives=(), grain="week")  # type: ignore[arg-type]


def _opened(time: Time, back: int) -> Time:
    hi, lo = parse_day(time.hi), parse_day(time.lo)
    moved = shifted(lo, hi, "month", -back) if lo and hi and hi.month in _ENDS_QUARTER else None
    return replace(time, lo=moved[0].isoformat(), alternatives=(), grain="quarter") if moved else time


def _in_year(time: Time, year: Time, back: int = 0) -> Time | None:
    """``time`` in another year, from ``back`` months earlier."""
    lo, hi, other = parse_day(time.lo), parse_day(time.hi), parse_day(year.lo)
    moved = shifted(lo, hi, "year", other.year - hi.year) if lo and hi and other else None
    if moved is None:
        return None
    made = replace(time, lo=moved[0].isoformat(), hi=moved[1].isoformat(), alternatives=())
    return _opened(made, back) if back else made


def _is_year(time: Time) -> bool:
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    return bool(lo and hi and (lo.month, lo.day, hi.month, hi.day) == (1, 1, 12, 31) and lo.year == hi.year)


def _months(time: Time) -> int:
    """How many whole months a time is of; 0 where it is not of whole ones."""
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    if not lo or not hi or lo.day != 1 or (hi.toordinal() + 1) != _first_after(hi).toordinal():
        return 0
    return (hi.year - lo.year) * 12 + hi.month - lo.month + 1


def _first_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _lasts(time: Time) -> int:
    lo, hi = parse_day(time.lo), parse_day(time.hi)
    return (hi - lo).days if lo and hi else -1
