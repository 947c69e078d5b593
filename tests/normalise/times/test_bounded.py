"""Stretches bounded by a time: the year to March, the week beginning a day, a length beside a range."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times
from onrecord.record import Time

DECEMBER = "2021-12-01"


def only(text: str, published: str | None = DECEMBER) -> Time:
    (found,) = times(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "length", "kind", "written", "lo", "hi"),
    [
        (
            "The port took 12 boats a day from 25 October to 14 November 2021.",
            "a day",
            "set",
            "25 October to 14 November 2021",
            "2021-10-25",
            "2021-11-14",
        ),
        (
            "It was shut for four months from August to December 2015.",
            "four months",
            "duration",
            "August to December 2015",
            "2015-08-01",
            "2015-12-31",
        ),
        (
            "An average of 170 a day from May to June crossed.",
            "a day",
            "set",
            "May to June",
            "2021-05-01",
            "2021-06-30",
        ),
        (
            "It sold 30 a week from 3 March until 4 May 2021.",
            "a week",
            "set",
            "3 March until 4 May 2021",
            "2021-03-03",
            "2021-05-04",
        ),
        (
            "Over the six weeks from 28 September to 8 November 2020 it rained.",
            "six weeks",
            "duration",
            "28 September to 8 November 2020",
            "2020-09-28",
            "2020-11-08",
        ),
        (
            "They sailed three days a week from 2013–2015.",
            "a week",
            "set",
            "2013–2015",
            "2013-01-01",
            "2015-12-31",
        ),
    ],
)
def test_a_length_before_a_range_is_a_time_of_its_own(
    text: str, length: str, kind: str, written: str, lo: str, hi: str
) -> None:
    *_, first, last = times(text, DECEMBER)
    assert (text[slice(*first.span)], first.kind, first.lo) == (length, kind, None)
    assert (text[slice(*last.span)], last.lo, last.hi) == (written, lo, hi)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("It will open two weeks from Monday.", "2021-12-20", "2021-12-20"),
        ("It closed for three days from 4 May.", "2021-05-04", "2021-05-06"),
        ("Over the six weeks from 14 May it rained.", "2021-05-14", "2021-06-24"),
    ],
)
def test_a_length_from_one_time_still_counts_from_it(text: str, lo: str, hi: str) -> None:
    found = only(text)
    assert (found.lo, found.hi) == (lo, hi)


@pytest.mark.parametrize(
    ("written", "lo", "hi"),
    [
        ("the week of 19-25 October 2020", "2020-10-19", "2020-10-25"),
        ("the week of 19 to 25 October 2020", "2020-10-19", "2020-10-25"),
        ("the week of October 19-25, 2020", "2020-10-19", "2020-10-25"),
        ("the week from 19 to 25 October 2020", "2020-10-19", "2020-10-25"),
        ("the week 19–25 October 2020", "2020-10-19", "2020-10-25"),
        ("the week of 29 September to 5 October 2020", "2020-09-29", "2020-10-05"),
        ("the week from 29 September to 5 October 2020", "2020-09-29", "2020-10-05"),
        ("the year from April 2020 to March 2021", "2020-04-01", "2021-03-31"),
        ("the week of 9 July", "2021-07-05", "2021-07-11"),
        ("the month of March 2021", "2021-03-01", "2021-03-31"),
        ("the month of March last year", "2020-03-01", "2020-03-31"),
        ("the months of March to May 2021", "2021-03-01", "2021-05-31"),
        ("the year 2020", "2020-01-01", "2020-12-31"),
        ("the years 2018 to 2020", "2018-01-01", "2020-12-31"),
    ],
)
def test_a_unit_of_a_time_is_that_time(written: str, lo: str, hi: str) -> None:
    found = only(f"In {written} the port took few boats.")
    assert (found.span, found.lo, found.hi) == ((3, 3 + len(written)), lo, hi)


@pytest.mark.parametrize(
    ("written", "lo", "hi"),
    [
        ("the week beginning 6 July 2020", "2020-07-06", "2020-07-12"),
        ("the week starting Sunday 5 July 2020", "2020-07-05", "2020-07-11"),
        ("the week commencing 8 July 2020", "2020-07-08", "2020-07-14"),
        ("the week from 8 July 2020", "2020-07-08", "2020-07-14"),
        ("the year beginning April 2020", "2020-04-01", "2021-03-31"),
        ("the quarter starting 1 July 2020", "2020-07-01", "2020-09-30"),
        ("the 12 months beginning July 2020", "2020-07-01", "2021-06-30"),
    ],
)
def test_a_stretch_that_begins_with_a_time(written: str, lo: str, hi: str) -> None:
    found = only(f"In {written} the port took few boats.")
    start = 7 if written.startswith("the 12") else 3
    assert (found.span, found.lo, found.hi) == ((start, 3 + len(written)), lo, hi)


def test_a_week_that_begins_on_a_monday_is_one_of_the_calendar() -> None:
    monday, sunday = only("The week beginning 6 July 2020 was dry."), only("The week beginning 5 July 2020 was dry.")
    assert (monday.grain, monday.timex.value) == ("week", "2020-W28")
    assert (sunday.grain, sunday.timex.value) == ("day", "P1W")


@pytest.mark.parametrize(
    ("written", "lo", "hi"),
    [
        ("the week ended 8 November 2020", "2020-11-02", "2020-11-08"),
        ("the week ending Tuesday 10 November 2020", "2020-11-04", "2020-11-10"),
        ("the week to 8 November 2020", "2020-11-02", "2020-11-08"),
        ("the week ended Sunday", "2021-11-22", "2021-11-28"),
        ("the week to last Sunday", "2021-11-22", "2021-11-28"),
        ("the year to March 2021", "2020-04-01", "2021-03-31"),
        ("the year to the end of March 2021", "2020-04-01", "2021-03-31"),
        ("the twelve months up to June 2021", "2020-07-01", "2021-06-30"),
        ("the decade to 2020", "2011-01-01", "2020-12-31"),
        ("the year to end March 2021", "2020-04-01", "2021-03-31"),
        ("the year to end-March 2021", "2020-04-01", "2021-03-31"),
        ("the 12-month period to June 2021", "2020-07-01", "2021-06-30"),
        ("the year to 31 March 2021", "2020-04-01", "2021-03-31"),
        ("the financial year to March 2021", "2020-04-01", "2021-03-31"),
        ("the 12 months to June 2021", "2020-07-01", "2021-06-30"),
        ("the last 12 months to June 2021", "2020-07-01", "2021-06-30"),
        ("the twelve months ending in June 2021", "2020-07-01", "2021-06-30"),
        ("the three months to June 2021", "2021-04-01", "2021-06-30"),
        ("the three months through June", "2021-04-01", "2021-06-30"),
        ("the first nine months to September 2021", "2021-01-01", "2021-09-30"),
        ("the quarter ended 30 June 2021", "2021-04-01", "2021-06-30"),
        ("the quarter to June", "2021-04-01", "2021-06-30"),
        ("the month to 14 May", "2021-04-15", "2021-05-14"),
        ("the month ended 31 May", "2021-05-01", "2021-05-31"),
        ("the six weeks to 14 May", "2021-04-03", "2021-05-14"),
        ("the five years to 2020", "2016-01-01", "2020-12-31"),
        ("the year to the third quarter of 2021", "2020-10-01", "2021-09-30"),
        ("year to March 2021", "2020-04-01", "2021-03-31"),
    ],
)
def test_a_stretch_that_ends_with_a_time(written: str, lo: str, hi: str) -> None:
    found = only(f"In {written} the port took few boats.")
    assert (found.span, found.lo, found.hi) == ((3, 3 + len(written)), lo, hi)


def test_a_stretch_shorter_than_what_it_runs_to_is_not_joined() -> None:
    text = "Over the six weeks to June it rained."
    assert [text[slice(*each.span)] for each in times(text, DECEMBER)] == ["six weeks", "June"]


def test_the_hours_to_a_day_are_no_stretch_of_days() -> None:
    text = "In the 48 hours ended 6 July it rained."
    assert [text[slice(*each.span)] for each in times(text, DECEMBER)] == ["48 hours", "6 July"]


def test_hours_up_to_an_hour_are_no_minutes_of_a_clock() -> None:
    text = "In the 24 hours to 6 pm on 6 July it rained."
    hours, moment = times(text, DECEMBER)
    assert (hours.duration, moment.clock, moment.lo) == ("PT24H", "18:00", "2021-07-06")


@pytest.mark.parametrize(
    ("written", "lo", "hi"),
    [
        ("the first six months of 2021", "2021-01-01", "2021-06-30"),
        ("the first 11 weeks of 2021", "2021-01-04", "2021-03-21"),
        ("the last two months of 2019", "2019-11-01", "2019-12-31"),
        ("the final two months of 2019", "2019-11-01", "2019-12-31"),
        ("the final week of May 2021", "2021-05-24", "2021-05-30"),
        ("the second six months of 2020", "2020-07-01", "2020-12-31"),
        ("the first three quarters of 2021", "2021-01-01", "2021-09-30"),
        ("the first ten days of May 2021", "2021-05-01", "2021-05-10"),
    ],
)
def test_a_run_of_units_of_a_time(written: str, lo: str, hi: str) -> None:
    found = only(f"In {written} the port took few boats.")
    assert (found.span, found.lo, found.hi) == ((3, 3 + len(written)), lo, hi)


def test_the_weeks_of_a_year_may_be_counted_from_its_first_day() -> None:
    found = only("In the first 11 weeks of 2020 the port took few boats.")
    assert (found.lo, found.hi) == ("2019-12-30", "2020-03-15")
    assert [(each.lo, each.hi) for each in found.alternatives] == [("2020-01-01", "2020-03-17")]


@pytest.mark.parametrize(
    "text",
    [
        "Catches fell by three quarters.",
        "Catches fell three quarters.",
        "Some three quarters were lost.",
        "Grain accounts for three quarters.",
        "Catches rose by one quarter.",
        "It came between the 5th and the 10th place.",
        "It came between the 5th and 10th place.",
        "It rose from the 5th to the 3rd place.",
    ],
)
def test_fractions_and_ranks_are_no_times(text: str) -> None:
    assert times(text, DECEMBER) == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Catches fell for three quarters.", "three quarters"),
        ("Catches fell three consecutive quarters.", "three consecutive quarters"),
        ("Catches fell three quarters in a row.", "three quarters"),
        ("Catches fell in the last three quarters.", "the last three quarters"),
        ("It was put off by two quarters.", "two quarters"),
        ("It was shut between the 5th and the 10th of May.", "the 5th and the 10th of May"),
    ],
)
def test_quarters_and_ordinals_that_are_times_stay_so(text: str, written: str) -> None:
    assert text[slice(*only(text).span)] == written


def test_a_number_after_a_month_and_a_comma_is_a_day_only_with_a_year() -> None:
    text = "In March, 30 boats left."
    assert text[slice(*only(text).span)] == "March"
    assert only("It left on March, 30, 2021.").lo == "2021-03-30"
    assert only("It left on March, 30th.").lo == "2021-03-30"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In January boats left.", "2021-01"),
        ("Since January boats have left.", "2021-01"),
        ("Boats left in June.", "2020-06"),
        ("Boats left last December.", "2020-12"),
    ],
)
def test_a_month_without_a_year_is_the_last_one(text: str, edtf: str) -> None:
    assert only(text, "2021-05-20").edtf == edtf


@pytest.mark.parametrize(
    ("text", "lo"),
    [
        ("By the end of June, 300,000 people had visited.", "2023-06-30"),
        ("By the end of June catches were down.", "2023-06-30"),
        ("By the end of June, 300,000 people will have visited.", "2024-06-30"),
        ("By the end of June, all who had left will return.", "2024-06-30"),
        ("By the end of June, schools must open, the mayor was told.", "2024-06-30"),
        ("The bridge must be open by the end of June, as was agreed.", "2024-06-30"),
    ],
)
def test_the_end_of_a_month_that_opens_a_sentence_takes_its_tense_from_the_verb(text: str, lo: str) -> None:
    assert only(text, "2023-12-01").lo == lo
