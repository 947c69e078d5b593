"""The same statement's figures and times, by hand: two quantities and four times, each read in full."""

from __future__ import annotations

import pytest

import corpora
import onrecord
from onrecord.spans import quote

STATEMENT = "statements/masar-badil-2023-12-01.txt"


@pytest.fixture(scope="module")
def text(shared):
    return (corpora.SHARED / STATEMENT).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record(text):
    return onrecord.read(text, published="2023-12-01")


@pytest.fixture(scope="module")
def trucks(record):
    (found,) = [quantity for quantity in record.quantities if quantity.unit == "1"]
    return found


@pytest.fixture(scope="module")
def aid(record):
    (found,) = [quantity for quantity in record.quantities if quantity.unit == "%"]
    return found


def time(record, words):
    (found,) = [time for time in record.times if quote(record.document.text, time.span) == words]
    return found


def test_nothing_else_is_a_quantity_or_a_time(record):
    assert (len(record.quantities), len(record.times)) == (2, 4)


def test_a_number_that_is_not_exceeded_is_a_closed_bound_on_what_is_counted(trucks):
    assert (trucks.lower, trucks.upper, trucks.upper_open) == (None, 1200, False)
    assert (trucks.unit_name, trucks.of.text) == ("truck", "trucks that entered Gaza")


def test_less_than_a_share_is_an_open_bound_with_its_denominator(aid):
    assert (aid.lower, aid.upper, aid.upper_open) == (None, 1, True)
    assert aid.share_of.text.startswith("what our people")
    assert aid.share_of.text.endswith("require")


def test_the_same_number_is_kept_as_a_comparison_with_a_clause(trucks, text):
    assert trucks.compared.relation == "same"
    clause = quote(text, trucks.compared.span)
    assert clause.startswith("the same number")
    assert "48 hours" in clause


def test_hours_before_an_event_keep_it_as_their_anchor(record, text):
    hours = time(record, "48 hours")
    assert (hours.duration, hours.anchor, hours.lo) == ("PT48H", "event", None)
    assert quote(text, hours.event).startswith("the launch")


def test_a_week_after_which_something_resumed_is_a_duration(record):
    week = time(record, "one week")
    assert (week.kind, week.duration, week.edtf) == ("duration", "P1W", None)


def test_the_past_week_has_both_readings(record):
    week = time(record, "the past week")
    assert (week.reading, week.lo, week.hi) == ("rolling", "2023-11-24", "2023-11-30")
    (other,) = week.alternatives
    assert (other.reading, other.lo, other.hi) == ("calendar", "2023-11-20", "2023-11-26")


def test_a_day_without_a_year_is_the_nearest(record):
    day = time(record, "December 1")
    assert (day.edtf, day.lo, day.hi) == ("2023-12-01",) * 3


def test_without_the_model_it_is_the_same(record, text):
    assert onrecord.quantities(text, published="2023-12-01") == record.quantities
    assert onrecord.times(text, published="2023-12-01") == record.times
