from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import quantities, times
from onrecord.publish.calendar import duration_words, recurrence_words, stretch_words
from onrecord.publish.figures import bearing_words, plural, quantity_words, time_words
from onrecord.record import Alternative, Comparison, Phrase, Quantity, Time, Timex
from onrecord.spans import Span

SPAN = Span(0, 1)


def quantity(lower: float | None, upper: float | None = None, **changes: Any) -> Quantity:
    return Quantity("n1", SPAN, lower, upper, **changes)


def time(**changes: Any) -> Time:
    names = "edtf lo hi grain duration".split()  # noqa: SIM905
    fields = {**dict.fromkeys(names), "kind": "date", "anchor": "none", "reading": "point", "alternatives": ()}
    return Time(id="t1", span=SPAN, **{**fields, "timex": Timex("DATE", "XXXX"), **changes})


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (quantity(None, 1200, unit_name="truck"), "≤ 1,200 trucks"),
        (quantity(None, 1, upper_open=True, unit="%", unit_name="per cent"), "< 1 %"),
        (quantity(10, lower_open=True, unit="t", unit_name="tonne"), "> 10 tonnes"),
        (quantity(24, approximate=True, unit_name="house"), "≥ about 24 houses"),
        (quantity(5, 10, unit_name="person"), "5–10 people"),
        (quantity(-5, -3, unit="Cel", unit_name="degree Celsius"), "−5 to −3 degrees Celsius"),
        (quantity(5, 10, lower_open=True), "> 5 and ≤ 10"),
        (quantity(1, 1, unit_name="meeting"), "1 meeting"),
        (quantity(0, 0, unit_name="city"), "0 cities"),
        (quantity(12, 12, unit="%", trend="up"), "12 % (rise)"),
        (quantity(2, 2, unit="pp", unit_name="percentage point", trend="down"), "2 percentage points (fall)"),
        (quantity(1.5e9, 1.5e9, unit="USD"), "USD 1,500,000,000"),
        (quantity(600, 600, unit="XXX", unit_name="dinars"), "600 dinars"),
        (quantity(15, 15, unit="L", unit_name="litre", per="{person}.d"), "15 litres per person per day"),
        (quantity(12, 12, unit_name="death", per="100000.{person}"), "12 deaths per 100,000 people"),
        (quantity(0.3333, 0.3333, approximate=True), "about ⅓"),
        (quantity(0.5, 0.5, unit="km", unit_name="kilometre"), "0.5 kilometres"),
        (quantity(41, 41, unit="a", unit_name="year of age"), "41 years of age"),
        (quantity(3, 3, unit="[odd]"), "3 [odd]"),
        (quantity(None), "no definite number"),
    ],
)
def test_a_quantity_in_words(figure: Quantity, words: str) -> None:
    assert quantity_words(figure) == words


def test_the_noun_is_the_one_in_the_text_where_it_counts_that() -> None:
    companies = quantity(41, 41, unit_name="company", of=Phrase(SPAN, "member companies in the bay"))
    assert quantity_words(companies) == "41 member companies"
    assert bearing_words(companies) == ("of member companies in the bay",)


def test_what_the_figure_is_of_is_not_said_twice() -> None:
    assert bearing_words(quantity(9, 9, unit_name="reply", of=Phrase(SPAN, "replies"))) == ()
    assert bearing_words(quantity(0, 0, unit_name="vote", of=Phrase(SPAN, "vote"))) == ()


def test_shares_and_comparisons() -> None:
    figure = quantity(
        None,
        1,
        unit="%",
        of=Phrase(SPAN, "aid\nreceived"),
        share_of=Phrase(SPAN, "what is needed"),
        compared=Comparison("same", SPAN, "the same number as in May"),
    )
    assert bearing_words(figure) == (
        "share of what is needed",
        "of aid received",
        "the same number as in May",
    )
    fallen = quantity(4, 4, unit="%", trend="down", compared=Comparison("from", SPAN, "from 5%"))
    assert bearing_words(fallen) == ("from 5%",)
    assert bearing_words(quantity(3, 3, compared=Comparison("with", SPAN, "600 in May"))) == ("against: 600 in May",)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (time(lo="2023-12-01", hi="2023-12-01"), "1 December 2023"),
        (time(lo="2018-01-01", hi="2018-12-31"), "2018"),
        (time(lo="2024-02-01", hi="2024-02-29"), "February 2024"),
        (time(lo="2023-11-01", hi="2023-11-30", reading="rolling"), "1–30 November 2023"),
        (time(edtf="2023", grain="year"), "2023"),
        (time(kind="time", lo="2023-12-02", hi="2023-12-02", clock="14:00/16:00"), "2 December 2023, 14:00–16:00"),
        (time(kind="time", clock="14:30"), "14:30"),
        (time(kind="duration", duration="P1W"), "1 week"),
        (time(kind="duration", duration="PT48H", reason="counted from an event"), "48 hours (counted from an event)"),
        (time(duration="P6Y", reason="publication date unknown"), "6 years, not resolved (publication date unknown)"),
        (time(reason="no definite time"), "not resolved (no definite time)"),
        (time(kind="set", timex=Timex("SET", "XXXX-WXX-2")), "every Tuesday"),
    ],
)
def test_a_time_in_words(found: Time, words: str) -> None:
    assert time_words(found) == words


def test_other_readings_come_after_or() -> None:
    calendar = Alternative("2023-11-20/2023-11-26", "2023-11-20", "2023-11-26", "calendar")
    week = time(lo="2023-11-24", hi="2023-11-30", reading="rolling", alternatives=(calendar,))
    assert time_words(week) == "24–30 November 2023 or 20–26 November 2023"


@pytest.mark.parametrize(
    ("lo", "hi", "words"),
    [
        ("2023-05-01", "2023-07-31", "May–July 2023"),
        ("2022-12-01", "2023-02-28", "December 2022 – February 2023"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        ("2023-11-28", "2023-12-02", "28 November – 2 December 2023"),
        ("2023-12-28", "2024-01-02", "28 December 2023 – 2 January 2024"),
        ("-0499-01-01", "-0499-12-31", "500 BC"),
        ("2024-02-01", "2024-02-28", "1–28 February 2024"),
        ("2023-05-01", None, "from 1 May 2023"),
        (None, "2023-05-01", "until 1 May 2023"),
        ("long ago", "2023-05-01", "long ago to 1 May 2023"),
    ],
)
def test_a_stretch_of_days(lo: str | None, hi: str | None, words: str) -> None:
    assert stretch_words(lo, hi) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("PT1H30M", "1 hour 30 minutes"), ("P10000000Y", "10,000,000 years"), ("P0.5D", "0.5 days"), ("P", "P"), ("", "")],
)
def test_a_duration(iso: str, words: str) -> None:
    assert duration_words(iso) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P1D", "every day"),
        ("P2W", "every 2 weeks"),
        ("XXXX-01", "every January"),
        ("XXXX-12-05", "every 5 December"),
        ("XXXX-XX-19", "day 19 of every month"),
        ("P1WD", "every weekday"),
        ("XXXX-WXX-WE", "every weekend"),
        ("XXXX-WXX-1", "every Monday"),
        ("PXY", "repeated"),
    ],
)
def test_a_recurrence(value: str, words: str) -> None:
    assert recurrence_words(value) == words


def test_a_weekday_every_other_week() -> None:
    assert recurrence_words("XXXX-WXX-1", "P2W") == "every second Monday"


@pytest.mark.parametrize(
    ("one", "many"),
    [("bus", "buses"), ("loss", "losses"), ("child", "children"), ("series", "series"), ("hertz", "hertz"), ("", "")],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


WORDS = ("12", "may", "2020", "%", "$", "about", "of", "trucks", "per", "day", "less than", "in", "-", "last week")
numbers = st.none() | st.floats() | st.sampled_from([0.0, 1.0, 0.5, 1e300])
words = st.text(max_size=12) | st.sampled_from(["{person}.d", "100000.{person}", "truck", "trucks in May", "USD", "1"])
phrases = st.none() | st.builds(Phrase, st.just(SPAN), words)
compared = st.none() | st.builds(
    Comparison, st.sampled_from(["same", "times", "more", "less", "with", "from"]), st.just(SPAN), words
)
any_quantity = st.builds(
    Quantity,
    words,
    st.just(SPAN),
    numbers,
    numbers,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "up", "down"]),
    words,
    st.none() | words,
    phrases,
    st.none() | words,
    phrases,
    compared,
)
days = st.none() | st.dates().map(str) | st.text(max_size=8) | st.sampled_from(["2023-02-31", "-0499-01-01"])
values = st.text(max_size=8) | st.sampled_from(["P1D", "P1Y2M", "XXXX-01", "XXXX-WXX-7", "P..D", "PT" + "9" * 15 + "H"])
readings = st.sampled_from(["point", "calendar", "rolling"])
any_time = st.builds(
    Time,
    words,
    st.just(SPAN),
    st.sampled_from(["date", "time", "duration", "set"]),
    days,
    days,
    days,
    st.none() | words,
    st.none() | values,
    words,
    readings,
    st.lists(st.builds(Alternative, days, days, days, readings), max_size=2).map(tuple),
    st.builds(Timex, st.just("DATE"), values),
    st.none() | st.just("14:00/16:00"),
    st.none() | words,
)


@given(any_quantity)
def test_any_quantity_has_words(figure: Quantity) -> None:
    assert quantity_words(figure)
    assert all(bearing_words(figure))


@given(any_time)
def test_any_time_has_words(found: Time) -> None:
    assert time_words(found)


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_whatever_is_found_in_a_text_has_words(parts: list[str]) -> None:
    text = " ".join(parts)
    assert all(quantity_words(found) for found in quantities(text))
    assert all(time_words(found) for found in times(text, published="2024-05-03"))
