"""A quantity and a time as read, in words: "≤ 1,200 trucks", "24–30 November 2023 or 20–26 November 2023".

What a record holds is shown; nothing is worked out anew. No value makes these functions fail.
"""

from __future__ import annotations

import re

from onrecord.publish.calendar import duration_words, recurrence_words, stretch_words
from onrecord.publish.characters import folded, shortened
from onrecord.publish.words import date_words
from onrecord.record import Alternative, Comparison, Interval, Quantity, Time

__all__ = ["bearing_words", "interval_words", "number_words", "plural", "quantity_words", "rounded_words", "time_words"]

MINUS, DASH = "\u2212", "\u2013"
UNRESOLVED = "not resolved"
MOST_UNIT = 40  # code points of the unit of a series

_FRACTIONS = {
    0.5: "½", 0.3333: "⅓", 0.6667: "⅔", 0.25: "¼", 0.75: "¾", 0.2: "⅕", 0.4: "⅖", 0.6: "⅗", 0.8: "⅘",
    0.1667: "⅙", 0.8333: "⅚", 0.1429: "⅐", 0.125: "⅛", 0.1111: "⅑", 0.1: "⅒",
}  # fmt: skip
_IRREGULAR = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "inch": "inches",
    "half": "halves",
    "wife": "wives",
    "life": "lives",
    **dict.fromkeys(("hertz", "lux", "aircraft", "sheep", "fish", "deer"), ""),
}
# UCUM codes of what a rate is per; https://ucum.org/ucum
_PER = {"a": "year", "mo": "month", "wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second"}
_PER |= {"m2": "square metre", "m3": "cubic metre", "km2": "square kilometre", "L": "litre", "kg": "kilogram"}
_PER |= {"km": "kilometre", "m": "metre", "t": "tonne", "har": "hectare", "[bbl_us]": "barrel", "g": "gram"}
_SIGNS = {"same": "the same as", "times": "times", "more": "more than", "less": "less than", "with": "against"}
_SIGNS |= {"from": "from"}
_MONEY = re.compile("[A-Z]{3}")
_SYMBOLS = {"Cel": "°C", "pp": "percentage points", "bp": "basis points"}


def quantity_words(quantity: Quantity) -> str:
    """The figure as read, with its unit or what is counted, what it is per and its trend: "≤ 1,200 trucks"."""
    value = _interval(quantity)
    unit = _unit(quantity)
    if _MONEY.fullmatch(unit) and quantity.unit_name is None:
        words = f"{unit} {value}"
    else:
        words = f"{value} {unit}" if unit else value
    if quantity.per:
        words += f" per {_per(quantity.per)}"
    return words + {"up": " (rise)", "down": " (fall)", None: ""}[quantity.trend]


def bearing_words(quantity: Quantity) -> tuple[str, ...]:
    """What the figure bears on, one phrase each: the whole it is a share of, else what is counted; a comparison."""
    phrases = []
    if quantity.share_of:
        phrases.append(f"share of {folded(quantity.share_of.text)}")
    if quantity.of and folded(quantity.of.text) not in (quantity.unit_name, *_counted(quantity)):
        phrases.append(f"of {folded(quantity.of.text)}")
    if quantity.compared:
        phrases.append(_compared(quantity.compared))
    return tuple(phrases)


def number_words(value: float, unit: str | None = None) -> str:
    """A value with its unit, as a quantity's: "1,200", "12 %", "USD 5", "14.2 mm"."""
    shown = f"{value:,.15g}".replace("-", MINUS).replace("inf", "∞")
    if unit in (None, "", "1"):
        return shown
    return (
        f"{unit} {shown}"
        if _MONEY.fullmatch(unit)
        else f"{shown} {_SYMBOLS.get(unit, shortened(folded(unit), MOST_UNIT))}"
    )


def rounded_words(value: float) -> str:
    """A round value, short enough for an axis: "20,000", "1.5 million", "3e+20"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if size <= abs(value) < size * 1000:
            return f"{value / size:.4g} {name}".replace("-", MINUS)
    return (f"{value:,.6g}" if abs(value) < 1e6 else f"{value:.3g}").replace("-", MINUS)


def interval_words(interval: Interval | None, unit: str | None = None) -> str:
    """A set of values in plain words, with its unit: "312", "from 5 to 10 %", "more than 5 and at most 10"."""
    if interval is None:
        return "none"
    lower, upper = interval.lower, interval.upper
    low = "" if lower is None else f"{'more than' if interval.lower_open else 'at least'} {number_words(lower, unit)}"
    high = "" if upper is None else f"{'less than' if interval.upper_open else 'at most'} {number_words(upper, unit)}"
    if lower is None or upper is None:
        return low or high or "any value"
    if interval.lower_open or interval.upper_open:
        return f"{low} and {high}"
    if lower == upper:
        return number_words(lower, unit)
    return f"from {number_words(lower, unit)} to {number_words(upper, unit)}"


def time_words(time: Time) -> str:
    """The time as read: its days, clock time or length, other readings after "or", or why it has none."""
    readings = [_placed(time), *map(_placed, time.alternatives)]
    if time.clock:
        readings[0] = ", ".join(part for part in (readings[0], time.clock.replace("/", DASH)) if part)
    parts = [" or ".join(reading for reading in readings if reading)]
    if not parts[0]:
        parts = [_unplaced(time)]
    if time.reason:
        parts.append(f"({time.reason})")
    return " ".join(part for part in parts if part)


def plural(noun: str) -> str:
    """The plural of a unit's name or a noun, of the usual kinds: "square kilometres", "years of age"."""
    head, of, rest = noun.partition(" of ")
    if of:
        return plural(head) + of + rest
    if head.startswith("degree "):
        return f"degrees {head.removeprefix('degree ')}"
    before, space, last = head.rpartition(" ")
    return before + space + _plural_word(last)


def _plural_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word] or word
    if word.endswith(("ss", "us", "x", "ch", "sh")):
        return f"{word}es"
    if word.endswith("s") or not word.isalpha():
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def _number(value: float, quantity: Quantity) -> str:
    if quantity.unit == "1" and quantity.unit_name is None and value in _FRACTIONS:
        return _FRACTIONS[value]
    return f"{value:,.15g}".replace("-", MINUS).replace("inf", "∞")


def _interval(quantity: Quantity) -> str:
    """The bounds, a point as one number, with "about" where the text blurs them."""
    lower, upper = quantity.lower, quantity.upper
    about = "about " if quantity.approximate else ""
    low = "" if lower is None else _number(lower, quantity)
    high = "" if upper is None else _number(upper, quantity)
    if not low or not high:
        sign = (">" if quantity.lower_open else "≥") if low else "<" if quantity.upper_open else "≤"
        return f"{sign} {about}{low or high}" if low or high else "no definite number"
    if quantity.lower_open or quantity.upper_open:
        return f"{'>' if quantity.lower_open else '≥'} {about}{low} and {'<' if quantity.upper_open else '≤'} {high}"
    if low == high:
        return about + low
    return f"{about}{low} to {high}" if MINUS in low + high else f"{about}{low}{DASH}{high}"


def _unit(quantity: Quantity) -> str:
    if quantity.unit == "%":
        return "%"
    name = folded(quantity.unit_name or "")
    if not name:
        return "" if quantity.unit == "1" else quantity.unit
    shown = quantity.lower if quantity.upper is None else quantity.upper
    if shown in (1, -1):
        return name
    return next(iter(_counted(quantity)), None) or plural(name)


def _counted(quantity: Quantity) -> tuple[str, ...]:
    """The counted noun as the text has it, with what stands before it: "member companies"; empty if there is none."""
    from onrecord.normalise.quantities.nouns import singular

    words = quantity.of.text.split() if quantity.of and quantity.unit == "1" else []
    for i, word in enumerate(words):
        if singular(word.lower()) == quantity.unit_name and word.lower() != quantity.unit_name:
            return (" ".join(words[: i + 1]),)
    return ()


def _per(code: str) -> str:
    """A rate's denominator in words: ``{person}.d`` is "person per day", ``100000.{person}`` "100,000 people"."""
    words, many = "", False
    for part in code.split("."):
        if part.isdecimal():
            words, many = f"{words}{' per ' if words else ''}{int(part[:20]):,}", True
            continue
        name = _PER.get(part, part.strip("{}").replace("_", " "))
        words += (" " if many else " per " if words else "") + (plural(name) if many else name)
        many = False
    return words


def _compared(comparison: Comparison) -> str:
    said = folded(comparison.text)
    sign = _SIGNS[comparison.relation]
    return said if said.lower().startswith(sign.rpartition(" as")[0] or sign) else f"{sign}: {said}"


def _placed(reading: Time | Alternative) -> str:
    if reading.lo or reading.hi:
        return stretch_words(reading.lo, reading.hi, whole=reading.reading != "rolling")
    return date_words(reading.edtf) if reading.edtf else ""


def _unplaced(time: Time) -> str:
    if time.kind == "set":
        return recurrence_words(time.timex.value, time.duration)
    if time.duration and (time.kind == "duration" or time.reason):
        return duration_words(time.duration) + ("" if time.kind == "duration" else f", {UNRESOLVED}")
    return UNRESOLVED
