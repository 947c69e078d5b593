"""A length of time and the dates that it is between: "the five-day strike, from 1 to 5 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.evidence.inside.sentences import DATE, LENGTH, Sentence
from onrecord.evidence.inside.sums import Sets, Sum, near, number, tested
from onrecord.evidence.inside.words import NOUN
from onrecord.record import Interval, Time

__all__ = ["DAYS", "days", "durations"]

DAYS: dict[str, tuple[float, float]] = {"H": (1 / 24, 1 / 24), "D": (1, 1), "W": (7, 7), "M": (28, 31), "Y": (365, 366)}
"""The fewest and the most days of each unit of an ISO 8601 duration."""
_LASTING = (
    r"(?:,? (?:that|which))? (?:lasted|lasting|ran|runs|running|was held|were held|held|took place|takes place"
    r"|scheduled|will run|will last|went on|continued|stretched)(?: for)?"
)
_WORD = r" [^\W\d_][\w'’]*"
_LENGTH, _DATES = f"(?P<length>{LENGTH})", f"(?P<dates>{DATE})"
_RUNS = r"\b(?:lasted|lasts|last|ran|runs|run|went on|continued|lasting|running)(?: for)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_LENGTH}{_WORD},?(?:{_LASTING})?,? (?:from |between ){_DATES}",
        rf"{_LENGTH}{_WORD} \({_DATES}\)",
        rf"{_LENGTH}{NOUN},?{_LASTING},? (?:from |between ){_DATES}",
        rf"{_RUNS} {_LENGTH},? (?:from |between ){_DATES}",
        rf"(?:from |between ){_DATES},? (?:a (?:period|total|stretch) of |a |for ){_LENGTH}(?=[,.;)]|$)",
    )
)
_LOOSE = 2
"""The form with any words in it, which may name something else that lasted: it is reported only where it fits."""
_ISO = re.compile(r"^P(?:T)?(\d+(?:\.\d+)?)([HDWMY])$")
_LONG = re.compile(r"(day|week|month|year)-long$", re.IGNORECASE)
_WORKED = re.compile(r"working|business|trading|school|week ?day", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?<![\w.])[\w.]{1,30}[- ](?:day|week|month|year|hour)(?:[- ]long)?$|-long$", re.IGNORECASE)


def durations(sentence: Sentence, text: str) -> Iterator[Sum]:
    """The sums of a sentence's lengths of time and dates."""
    if LENGTH not in sentence.shape or DATE not in sentence.shape:
        return
    done: set[str] = set()
    for k, form in enumerate(_FORMS):
        for found in form.finditer(sentence.shape):
            length, dates = sentence.time(found, "length"), sentence.time(found, "dates")
            words = text[length.span.start : length.span.end]
            if (k <= _LOOSE and not _ADJECTIVE.search(words)) or _WORKED.search(words):
                continue
            result = _duration(length, dates, words)
            if result and length.id not in done and not (k == _LOOSE and result.result != "consistent"):
                done.add(length.id)
                yield result


def days(time: Time, words: str = "") -> Sets | None:
    """How many days a length of time is: exactly, and as a number rounded to its unit.

    That is half a unit either way; a course of six weeks may also be of six meetings, and so a week shorter.
    """
    found, long = _ISO.match(time.duration or ""), _LONG.search(words)
    if long:
        count, unit = 1.0, long[1][0].upper()
    elif found and not ("PT" in (time.duration or "") and found[2] == "M"):
        count, unit = float(found[1]), found[2]
    else:
        return None
    least, most = DAYS[unit]
    fewest = count - 0.5 if unit in "HD" else max(count - 1, count / 2)
    return Interval(count * least, count * most), Interval(fewest * least, (count + 0.5) * most)


def span_of(time: Time) -> Interval | None:
    """How many days lie from the first date of a range to the last, with and without both of them.

    A month or a year at either end may be meant to its beginning or to its end.
    """
    ends = (time.edtf or "").split("/")
    if len(ends) != 2 or time.kind != "date" or time.lo is None or time.hi is None or time.alternatives:
        return None
    try:
        first, last = date.fromisoformat(time.lo), date.fromisoformat(time.hi)
    except ValueError:
        return None
    whole = (last - first).days
    at_ends = [{10: 1, 7: 31, 4: 366}.get(len(end)) for end in ends]
    if None in at_ends or whole <= 0:
        return None
    least = whole + 2 - sum(length for length in at_ends if length)
    return Interval(float(max(least, 0)), float(whole + 1))


def _duration(length: Time, dates: Time, words: str) -> Sum | None:
    claimed, computed = days(length, words), span_of(dates)
    if claimed is None or computed is None or not near(claimed[0], computed):
        return None
    fewest = _without_weekends(computed, dates) if "D" in str(length.duration) else computed
    result, a, b = tested(claimed, (computed, fewest))
    words = words.lower().removeprefix("the ").removeprefix("a ")
    low, high = number(computed.lower), number(computed.upper)
    note = " (if rounded, or if not every day counts)" if result == "depends" else ""
    working = f"{dates.lo} to {dates.hi} = {low} to {high} days (without or with both ends); stated {words}{note}"
    return Sum(length.span.start, "duration", result, (), (length, dates), a, b, working)


def _without_weekends(count: Interval, dates: Time) -> Interval:
    """The days of a range and, as fewest, those of them from Monday to Friday: a strike may be of working days."""
    first, last = (date.fromisoformat(day or "") for day in (dates.lo, dates.hi))
    held = (last - first).days + 1
    worked = held // 7 * 5 + sum((first.weekday() + n) % 7 < 5 for n in range(held % 7))
    return Interval(min(count.lower or 0.0, float(worked)), count.upper)
