"""Numbers that break programs: each gives a finite value or no quantity, and a record that can be written."""

from __future__ import annotations

import itertools
import math
from itertools import pairwise

import pytest

import onrecord
from onrecord.record import Record
from onrecord.spans import quote

LONG = "9" * 400
NUMBERS = {
    "400 digits": LONG,
    "400 digits in threes": ",".join(["999"] * 134),
    "400 zeros": "0" * 400,
    "400 decimals": f"0.{LONG}",
    "a long range": f"{LONG}–{LONG}",
    "too large an exponent": "1e999",
    "too small an exponent": "1e-999",
    "a negative one": "-1e999",
    "an exponent of 400 digits": f"1e{LONG}",
    "a power": "10^999",
    "superscripts": f"10{'⁹' * 50}",
    "nested brackets": "(" * 10_000 + "5" + ")" * 10_000,
    "open brackets": "(" * 10_000 + "5",
    "words without end": "million " * 2_000,
    "hundreds of hundreds": "hundreds of " * 2_000 + "boats",
    "fractions over fractions": "1/" * 5_000 + "0",
    "over nothing": "1/0",
    "Arabic-Indic": "٣٬٥٠٠",
    "Arabic-Indic decimals": "٣٫٥",
    "Persian": "۱۲۰۰",
    "mixed scripts": "1٢3۴",
    "a half": "½",
    "one and a half": "1½",
    "over zero": "0/3",
    "Roman": "MMXXIV",
    "circled": "①②",
    "full width": "１２００",
    "not a number": "NaN",
    "infinity": "∞",
    "a sign alone": "−",
    "a unit of units": "5 " + "km/" * 2_000,
    "per per per": "5 boats " + "per day " * 2_000,
    "a date of 400 digits": f"3 May {LONG}",
    "the last year and one": "31 December 10000",
    "year nought": "1 January 0000",
    "a month of thirteen": "2024-13-45",
    "hours": "99:99:99",
    "a long stretch": f"the past {LONG} years",
    "centuries from now": "in 9000 centuries",
    "a currency": f"${LONG}bn",
}
PUBLISHED = "2024-05-16"


def ends(found):
    return [end for quantity in found for end in (quantity.lower, quantity.upper) if end is not None]


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("sentence", ["{}", "The quay took {} boats.", "Between {0} and {0} tonnes came."])
def test_a_number_has_a_finite_value_or_none(name, sentence):
    text = sentence.format(NUMBERS[name])
    quantities, times = onrecord.quantities(text, published=PUBLISHED), onrecord.times(text, published=PUBLISHED)
    assert all(math.isfinite(end) for end in ends(quantities))
    spans = sorted([found.span for found in (*quantities, *times)])
    assert all(quote(text, span) for span in spans)
    assert all(one.end <= next.start for one, next in pairwise(spans))


@pytest.mark.parametrize("name", NUMBERS)
def test_its_record_is_written_and_read_again(name):
    record = onrecord.read(f"“The quay took {NUMBERS[name]} boats,” said Ana Brill.", published=PUBLISHED)
    assert Record.from_json(record.to_json()) == record


VALUES = {
    "400 digits": None,
    "400 digits in threes": None,
    "400 zeros": None,
    "too large an exponent": None,
    "a negative one": None,
    "an exponent of 400 digits": None,
    "nested brackets": 5,
    "Arabic-Indic": 3500,
    "Arabic-Indic decimals": 3.5,
    "Persian": 1200,
    "full width": 1200,
    "a half": 0.5,
    "one and a half": 1.5,
    "Roman": None,
    "circled": None,
    "not a number": None,
    "infinity": None,
    "a currency": None,
}
"""What each gives: a value, or None for no quantity. A number that no float holds has no value that could be printed.
A Roman numeral numbers a year, a chapter, a king; in prose none counts anything, so none is a quantity."""


@pytest.mark.parametrize("name", VALUES)
def test_a_number_has_its_value_or_is_no_quantity(name):
    wanted = [VALUES[name]] * 2 if VALUES[name] is not None else []
    assert ends(onrecord.quantities(NUMBERS[name])) == wanted
    assert ends(onrecord.quantities(f"The quay took {NUMBERS[name]} boats of the old sort.")) == wanted


def test_a_number_in_brackets_has_its_noun_however_deep():
    (found,) = onrecord.quantities("(" * 10_000 + "5 boats" + ")" * 10_000)
    assert (found.lower, found.upper, found.unit_name) == (5, 5, "boat")


def test_a_stretch_beyond_the_calendar_is_read_once_at_most():
    text = "The quay was shut for the past 99999999999 days."
    quantities, times = onrecord.quantities(text, published=PUBLISHED), onrecord.times(text, published=PUBLISHED)
    spans = sorted(found.span for found in (*quantities, *times))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
