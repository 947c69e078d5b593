"""A rate, a length of time and the total that they make; one total over two lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.evidence.inside.durations import days
from onrecord.evidence.inside.sentences import DATE, FIGURE, LENGTH, OFTEN, Figure, Sentence
from onrecord.evidence.inside.sets import product, quotient
from onrecord.evidence.inside.sums import Sets, Sum, compared, middle, near, number, sets_of, stated, tested
from onrecord.evidence.inside.words import NOUN, WORDS
from onrecord.record import Interval, Time

__all__ = ["over_two_times", "rates"]

_RATE, _TOTAL, _LENGTH = f"(?P<rate>{FIGURE})", f"(?P<total>{FIGURE})", f"(?P<length>{LENGTH})"
_OVERALL = r"(?:,| –| —|:)? (?:or |for |that is |which is |making )*(?:a|an overall|in) total of "
_FOR = r" (?:for|over|during|in|across) (?:the |a |all |each of )?(?:past |last |next |first |period of )?"
_THAT_IS = r"(?:,| –| —| \(|: | and|: that is|, that is|, which is|, or| or)+ ?(?:or )?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_RATE}(?:{NOUN} ?{OFTEN})?{WORDS}{_FOR}{_LENGTH}{WORDS},?(?:{_OVERALL}){_TOTAL}",
        rf"{_RATE}(?:{NOUN} ?{OFTEN})?{WORDS}{_FOR}{_LENGTH}{_THAT_IS}{_TOTAL}{NOUN},? "
        r"(?:in all|in total|altogether|all told)\b",
        rf"{_TOTAL}{NOUN}{_FOR}{_LENGTH}(?:,? or|, that is|, which is|,| –| —| \() ?(?:or )?"
        rf"(?:just |only |an average of |about )?{_RATE}(?= ?{OFTEN}|[ ,.;)]|$)",
    )
)
_WORKING: dict[str, tuple[float, float]] = {"d": (1.0, 1.0), "wk": (7.0, 7.0), "mo": (28.0, 31.0), "a": (365.0, 366.0)}


def rates(sentence: Sentence, text: str) -> Iterator[Sum]:
    """The sums of a sentence's rates."""
    if LENGTH not in sentence.shape or sentence.shape.count(FIGURE) < 2:
        return
    done: set[str] = set()
    for form in _FORMS:
        for found in form.finditer(sentence.shape):
            rate, amount, length = (
                sentence.figure(found, "rate"),
                sentence.figure(found, "total"),
                sentence.time(found, "length"),
            )
            if rate.id in done:
                continue
            result = _rate(rate, amount, length, text[length.span.start : length.span.end])
            later = any(sign in sentence.shape[found.end() :] for sign in (DATE, LENGTH))
            if result and not (later and result.result == "inconsistent"):  # not "a total of 2,000 since May"
                done.add(rate.id)
                yield result


def _rate(rate: Figure, amount: Figure, length: Time, words: str) -> Sum | None:
    per, period = rate.quantity.per, days(length, words)
    if per not in _WORKING or period is None or amount.quantity.per is not None:
        return None
    if rate.quantity.unit != amount.quantity.unit or rate.quantity.trend or amount.quantity.trend:
        return None
    names = rate.quantity.unit_name, amount.quantity.unit_name
    if None not in names and names[0] != names[1]:
        return None
    least, most = _WORKING[per]
    times = compared(lambda a: quotient(a, Interval(least, most)), period)
    unit = {"d": "D", "wk": "W", "mo": "M", "a": "Y"}[per]
    own = re.match(rf"^P(\d+(?:\.\d+)?){unit}$", length.duration or "")
    if own:  # 12 months at so much a month: no need of days
        count = float(own[1])
        times = Interval(count, count), Interval(count - 0.5, count + 0.5)
    claimed = sets_of(amount)
    computed: Sets = compared(product, sets_of(rate), times)
    result, a, b = tested(claimed, computed)
    if not near(claimed[0], computed[0]):
        return None
    if result == "inconsistent" and per == "d" and (times[0].lower or 0) > 5:
        # Days of work are not days of the calendar: five of seven.
        worked = Interval((times[0].lower or 0) * 5 / 7, times[0].upper)
        if tested(claimed, compared(product, sets_of(rate), (worked, worked)))[0] != "inconsistent":
            result, a, b = "depends", claimed[0], computed[0]
    count_shown = number(middle(times[0]))
    note = " (if rounded, or if not every day counts)" if result == "depends" else ""
    working = f"{stated(rate)} x {count_shown} = {number(middle(computed[0]), 6)}; stated {stated(amount)}{note}"
    return Sum(amount.quantity.span.start, "rate", result, (amount, rate), (length,), a, b, working)


def over_two_times(figure: Figure, around: Sequence[Time], text: str) -> Sum | None:
    """ "1,200 came, the same number as in 48 hours before": what the two come to a day. Nothing is tested by it.

    ``around`` are the times of the figure's sentence and of the one before it, which may be its period.
    """
    said = figure.quantity
    value = said.upper if said.upper is not None else said.lower
    if said.compared is None or said.compared.relation != "same" or not value or said.per or said.unit == "%":
        return None
    inside = [time for time in around if said.compared.span[0] <= time.span.start < said.compared.span[1]]
    other = next((time for time in inside if time.kind == "duration"), None)
    before = [time for time in around if time.span.end <= said.compared.span[0]]
    own = next(((time, length) for time in reversed(before) if (length := _length(time, text))), None)
    second = _length(other, text) if other else None
    if other is None or own is None or second is None or own[1] == second:
        return None
    time, first = own
    factor = quotient(Interval(*first), Interval(*second))
    words, others = (text[each.span.start : each.span.end] for each in (time, other))
    working = (
        f"if it is over {words}, {number(value, 12)} / {_days(first)} = {number(value * 2 / sum(first), 3)} a day; "
        f"over {others}, {number(value, 12)} / {_days(second)} = {number(value * 2 / sum(second), 3)} a day, "
        f"{number(middle(factor), 3)} times as many; nothing is stated to test this with"
    )
    return Sum(said.span.start, "rate", "not_checked", (figure,), (time, other), None, factor, working)


def _days(length: tuple[float, float]) -> str:
    shown = number(sum(length) / 2)
    return f"{shown} day" if shown == "1" else f"{shown} days"


def _length(time: Time, text: str) -> tuple[float, float] | None:
    """The fewest and the most days of a time that is longer than a day, or None."""
    if time.kind == "duration":
        found = days(time, text[time.span.start : time.span.end])
        ends = found and (found[0].lower, found[0].upper)
        return (ends[0], ends[1]) if ends and ends[0] and ends[1] else None
    if time.kind != "date" or time.lo is None or time.hi is None:
        return None
    try:
        count = (date.fromisoformat(time.hi) - date.fromisoformat(time.lo)).days + 1
    except ValueError:
        return None
    return (float(count), float(count)) if count > 1 else None
