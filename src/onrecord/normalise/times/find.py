"""From a text to its times: clusters of tokens, the grammar, then each expression on the calendar."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.normalise.times.around import elliptic, ordered, rate, rates_apart, year_beside
from onrecord.normalise.times.context import (
    Context,
    first_year,
    lean,
    narrative,
    past_stretch,
    publication,
    publication_moment,
)
from onrecord.normalise.times.joins import parse
from onrecord.normalise.times.nodes import Date, InTime, Length, Node, Range, Shifted, Vague
from onrecord.normalise.times.resolve import place
from onrecord.normalise.times.tokens import Token, clusters
from onrecord.normalise.times.values import Value
from onrecord.record import Alternative, Time, Timex, TimexType
from onrecord.spans import Span

__all__ = ["resolve", "times", "within"]


def within(found: Sequence[Time], start: int, end: int) -> tuple[Time, ...]:
    """Those of ``found`` (times of one text, in order) that lie wholly inside ``[start, end)``."""
    first = bisect_left(found, start, key=lambda time: time.span.start)
    last = bisect_right(found, end, key=lambda time: time.span.end)
    return tuple(found[first:last])


_TYPES: dict[str, TimexType] = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}


def times(text: str, published: str | None = None, *, references: bool = False, ends: bool = False) -> tuple[Time, ...]:
    """The times of ``text`` in order, none overlapping another; ids ``t1``, ``t2``, …

    ``published`` is the EDTF date (day, month or year) the text was published; without it, relative times
    stay
    unresolved and say so. With ``references``, words such as "now" and "recently" are given too, unresolved;
    with ``ends``, the two ends of a range are two times, as TIMEX3 has them, and not one.

    >>> times("Rain fell throughout the past week.", "2023-12-01")[0].edtf
    '2023-11-24/2023-11-30'
    """
    found = [token for cluster in clusters(text) for token in parse(cluster, ends)]
    if not references:
        found = [t for t in found if not (isinstance(t.value, Vague) and t.value.reference)]
    found = [token for token in _whole_words(text, found) if not (_in_unit(text, token) or _share(text, token))]
    found = elliptic(text, list(rates_apart(text, ordered(text, _without_doubt(text, found)))))
    own = publication(published)
    nodes = [token.value for token in found]
    context = Context(own, narrative(nodes, own), moment=publication_moment(published))
    opening = first_year(nodes) if context.tells else None
    context.opening = ("none", opening) if opening else None
    return tuple(_time(text, token, number, context) for number, token in enumerate(found, 1))


_UNIT = re.compile(r"(?:hour|day|week|month|year|minute|second)s?")
_OF_WORK = re.compile(
    r"\b(?:[a-z]{0,12}watt|[a-z]{0,8}amp(?:ere)?|volt|man|woman|person|staff|labou?r|machine)[ ‐‑-]$", re.I
)


def _in_unit(text: str, token: Token) -> bool:
    """Whether a token ends a unit of energy, charge or work: "400 megawatt hours", "12 person-days"."""
    if not _UNIT.fullmatch(text, token.start, token.end):
        return False
    return _OF_WORK.search(text[max(0, token.start - 24) : token.start]) is not None


_COUNTED = re.compile(
    r"(?<!\baccount )(?<!\baccounts )(?<!\baccounted )(?<!\baccounting )\bfor (?:about |some )?$"
    r"|\b(?:the|these|those|first|last|past|all|within|during|throughout) $",
    re.I,
)
_COUNTED_ON = re.compile(r"\s{1,9}(?:in a row|running|on end)\b", re.I)


def _share(text: str, token: Token) -> bool:
    """Whether one or three quarters are a fraction: "fell by three quarters", not "fell for three quarters"."""
    node = token.value
    if not isinstance(node, Length) or node.amounts not in (((1.0, "quarter"),), ((3.0, "quarter"),)):
        return False
    if re.search(r"(?:consecutive|straight|successive|more|further)\s", text[token.start : token.end], re.I):
        return False
    before = text[max(0, token.start - 24) : token.start]
    return not (_COUNTED.search(before) or _COUNTED_ON.match(text, token.end))


def _without_doubt(text: str, found: list[Token]) -> list[Token]:
    """The same without the numbers that may be years before 1000, where no sure one stands beside them."""
    if not any(_doubtful(token.value) for token in found) or any(_early(token.value) for token in found):
        return found
    return [kept for token in found if (kept := _undoubted(text, token))]


_LAST_NUMBER = re.compile(r"\s{0,9},?\s{0,9}\d{3}$")


def _undoubted(text: str, token: Token) -> Token | None:
    """A token without its doubtful year; None where nothing is left."""
    node = token.value
    if not _doubtful(node):
        return token
    if not isinstance(node, Date) or node.month is None:
        return None
    written = _LAST_NUMBER.sub("", text[token.start : token.end])
    return token._replace(end=token.start + len(written), value=replace(node, year=None, doubtful=False))


def _doubtful(node: Node) -> bool:
    if isinstance(node, Range):
        return _doubtful(node.first) and _doubtful(node.last)
    return isinstance(node, Date) and node.doubtful


def _early(node: Node) -> bool:
    if isinstance(node, Range):
        return _early(node.first)
    if not isinstance(node, Date) or node.year is None or node.doubtful:
        return False
    return node.bc or 0 < node.year < 1000


_COMPOUND = re.compile(r"(?:[-‐‑][^\W\d_]{1,15}){1,3}(?!\w)")


def _whole_words(text: str, found: list[Token]) -> list[Token]:
    """The same with the whole of a hyphenated word in which a time ends: "the 40-year-old bridge"."""
    whole = []
    for token, after in zip(found, [*(token.start for token in found[1:]), len(text)], strict=False):
        match = _COMPOUND.match(text, token.end, after) if text[token.end - 1].isalnum() else None
        whole.append(token._replace(end=match.end()) if match else token)
    return whole


def resolve(expression: str, published: str | None = None) -> Time | None:
    """The first time in ``expression``, read as told in the past tense; None where there is none.

    >>> resolve("Tuesday", "2024-05-03").edtf
    '2024-04-30'
    """
    return next(iter(times(expression, published)), None)


def _time(text: str, token: Token, number: int, context: Context) -> Time:
    context.lean = lean(text, token.start, token.end)
    context.stretch = isinstance(token.value, InTime) and past_stretch(text, token.start, token.end)
    context.at = token.start
    context.beside = year_beside(text, token.start)
    token = rate(text, token) or token
    value = place(token.value, context)
    name = f"t{number}"
    if value.period and _counted_from(token, value, context):
        context.earlier.append((name, value.period, token.end))
    elif value.bounds and value.timex.startswith("BC") and value.grain != "century":
        told = value.bounds[value.grain != "season"]  # a winter ends in the next year
        context.before_christ = (name, 1 - int(told.rsplit("-", 2)[0]), token.end)
    return _record(name, token, value, text)


def _counted_from(token: Token, value: Value, context: Context) -> bool:
    """Whether later times may count from this one.

    Not from what is only compared with ("a year earlier"), nor, in a narrative, from the narrator's own day.
    """
    if value.kind not in ("date", "time") or value.period is None or value.reading == "rolling":
        return False
    node = token.value
    compared = isinstance(node, Shifted) and node.sign < 0 and node.length.amounts[0][1] == "year"
    return not compared and not (context.tells and value.anchor == "published")


def _record(name: str, token: Token, value: Value, text: str) -> Time:
    lo, hi = value.bounds or (None, None)
    if value.period:
        lo, hi = value.period.first.isoformat(), value.period.last.isoformat()
    return Time(
        id=name,
        span=Span(token.start, token.end),
        kind=value.kind,
        edtf=value.edtf,
        lo=lo,
        hi=hi,
        grain=value.grain,
        duration=value.duration,
        anchor=value.anchor,
        reading=value.reading,
        alternatives=tuple(_alternative(each) for each in value.alternatives),
        timex=Timex(_type(value), value.timex, value.mod),
        clock=value.clock,
        reason=value.reason,
        event=_event(text, token),
    )


def _type(value: Value) -> TimexType:
    if value.kind == "date" and value.timex.startswith("P") and not value.timex.startswith(("PAST", "PRESENT")):
        return "DURATION"
    return _TYPES[value.kind]


def _alternative(value: Value) -> Alternative:
    first, last = (value.period.first.isoformat(), value.period.last.isoformat()) if value.period else (None, None)
    return Alternative(value.edtf, first, last, value.reading)


_EVENT_WORDS = re.compile(r"\s{1,9}(?:prior to|previous to|before|after)\s{1,9}([^.,;:!?()\n“”\"]{1,400})(?!\w)", re.I)


def _event(text: str, token: Token) -> Span | None:
    """The words after "before" or "after" up to the next mark, as the event a duration counts from."""
    if not (isinstance(token.value, Shifted) and token.value.anchor == "event"):
        return None
    match = _EVENT_WORDS.match(text, token.end)
    if not match:
        return None
    end = match.start(1) + len(match.group(1).rstrip())
    return Span(match.start(1), end)
