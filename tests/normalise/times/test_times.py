"""Times as people write them, read against a day of publication: golden cases written for this project."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import resolve, times, within
from onrecord.record import Time

FRIDAY = "2023-12-01"


def one(text: str, published: str | None = FRIDAY) -> Time:
    found = times(text, published)
    assert len(found) == 1, [text[t.span.start : t.span.end] for t in found]
    return found[0]


def read(text: str, published: str | None = FRIDAY) -> tuple[str, str | None, str | None, str | None]:
    time = one(text, published)
    return text[time.span.start : time.span.end], time.edtf, time.lo, time.hi


@pytest.mark.parametrize(
    ("text", "written", "edtf", "lo", "hi"),
    [
        # dates
        ("The dam failed on 3 May 2021.", "3 May 2021", "2021-05-03", "2021-05-03", "2021-05-03"),
        ("signed May 3, 2021 in Ostra", "May 3, 2021", "2021-05-03", "2021-05-03", "2021-05-03"),
        ("the 3rd of May, 2021", "the 3rd of May, 2021", "2021-05-03", "2021-05-03", "2021-05-03"),
        ("filed 2021-05-03 late", "2021-05-03", "2021-05-03", "2021-05-03", "2021-05-03"),
        ("filed 5/3/2021", "5/3/2021", "2021-05-03", "2021-05-03", "2021-05-03"),
        ("filed 23/5/2021", "23/5/2021", "2021-05-23", "2021-05-23", "2021-05-23"),
        ("Friday, Oct. 23, 1998 was dry", "Friday, Oct. 23, 1998", "1998-10-23", "1998-10-23", "1998-10-23"),
        ("In August 2022 it closed.", "August 2022", "2022-08", "2022-08-01", "2022-08-31"),
        ("In 2019 it closed.", "2019", "2019", "2019-01-01", "2019-12-31"),
        ("nineteen ninety-six was wet", "nineteen ninety-six", "1996", "1996-01-01", "1996-12-31"),
        ("in the summer of '99", "the summer of '99", "1999-22", "1999-06-01", "1999-08-31"),
        ("in 241 BC", "241 BC", "-0240", "-0240-01-01", "-0240-12-31"),
        # parts of years and longer periods
        ("the third quarter of 2023", "the third quarter of 2023", "2023-35", "2023-07-01", "2023-09-30"),
        ("In Q3 2023 sales fell.", "Q3 2023", "2023-35", "2023-07-01", "2023-09-30"),
        ("2019 H2 was slow", "2019 H2", "2019-41", "2019-07-01", "2019-12-31"),
        ("winter of 2022-23", "winter of 2022-23", "2022-24", "2022-12-01", "2023-02-28"),
        ("In the 1990s it grew.", "the 1990s", "199X", "1990-01-01", "1999-12-31"),
        ("the early 1990s", "the early 1990s", "199X", "1990-01-01", "1994-12-31"),
        ("in the 19th century", "the 19th century", "18XX", "1800-01-01", "1899-12-31"),
        ("late February", "late February", "2023-02", "2023-02-15", "2023-02-28"),
        ("mid-November 2021", "mid-November 2021", "2021-11", "2021-11-11", "2021-11-20"),
        ("early 2021 was calm", "early 2021", "2021", "2021-01-01", "2021-06-30"),
        ("at the end of 2022", "the end of 2022", "2022", "2022-12-01", "2022-12-31"),
        ("week 18 of 2021", "week 18 of 2021", "2021-05-03/2021-05-09", "2021-05-03", "2021-05-09"),
        ("last Monday of May 2021", "last Monday of May 2021", "2021-05-31", "2021-05-31", "2021-05-31"),
        # ranges are one interval
        ("from 2014 to 2019", "2014 to 2019", "2014/2019", "2014-01-01", "2019-12-31"),
        ("between 2014 and 2019", "2014 and 2019", "2014/2019", "2014-01-01", "2019-12-31"),
        ("the war of 1939-45", "1939-45", "1939/1945", "1939-01-01", "1945-12-31"),
        ("on December 4-5", "December 4-5", "2023-12-04/2023-12-05", "2023-12-04", "2023-12-05"),
        ("from Monday to Friday", "Monday to Friday", "2023-11-27/2023-12-01", "2023-11-27", "2023-12-01"),
        ("between March and May 2020", "March and May 2020", "2020-03/2020-05", "2020-03-01", "2020-05-31"),
        # relative to the publication
        ("It rained yesterday.", "yesterday", "2023-11-30", "2023-11-30", "2023-11-30"),
        ("last week it rained", "last week", "2023-11-20/2023-11-26", "2023-11-20", "2023-11-26"),
        ("this month", "this month", "2023-12", "2023-12-01", "2023-12-31"),
        ("last year", "last year", "2022", "2022-01-01", "2022-12-31"),
        ("last year's third quarter", "last year's third quarter", "2022-35", "2022-07-01", "2022-09-30"),
        ("three days ago", "three days ago", "2023-11-28", "2023-11-28", "2023-11-28"),
        ("two years ago", "two years ago", "2021", "2021-01-01", "2021-12-31"),
        ("over the past 30 days", "the past 30 days", "2023-11-01/2023-11-30", "2023-11-01", "2023-11-30"),
        ("in the next five days", "the next five days", "2023-12-02/2023-12-06", "2023-12-02", "2023-12-06"),
        ("It opened on Tuesday.", "Tuesday", "2023-11-28", "2023-11-28", "2023-11-28"),
        ("It will open on Tuesday.", "Tuesday", "2023-12-05", "2023-12-05", "2023-12-05"),
        ("next week on Tuesday", "next week on Tuesday", "2023-12-05", "2023-12-05", "2023-12-05"),
        ("It closed in March.", "March", "2023-03", "2023-03-01", "2023-03-31"),
        ("It will close in March.", "March", "2024-03", "2024-03-01", "2024-03-31"),
        ("The vote is on January 9.", "January 9", "2024-01-09", "2024-01-09", "2024-01-09"),
        ("by year-end", "year-end", "2023-12-31", "2023-12-31", "2023-12-31"),
        ("the year to date", "the year to date", "2023-01-01/2023-12-01", "2023-01-01", "2023-12-01"),
        # named days
        ("last Thanksgiving", "last Thanksgiving", "2023-11-23", "2023-11-23", "2023-11-23"),
        ("at Christmas", "Christmas", "2023-12-25", "2023-12-25", "2023-12-25"),
        ("Easter Monday 2024", "Easter Monday 2024", "2024-04-01", "2024-04-01", "2024-04-01"),
    ],
)  # fmt: skip
def test_a_time_is_found_whole_and_placed(text: str, written: str, edtf: str, lo: str, hi: str) -> None:
    assert read(text) == (written, edtf, lo, hi)


@pytest.mark.parametrize(
    ("text", "written", "duration"),
    [
        ("It lasted two weeks.", "two weeks", "P2W"),
        ("It took about an hour.", "about an hour", "PT1H"),
        ("a one-week pause", "one-week", "P1W"),
        ("for two and a half years", "two and a half years", "P2Y6M"),
        ("a year and a half", "a year and a half", "P1Y6M"),
        ("3 years and 2 months", "3 years and 2 months", "P3Y2M"),
        ("two to three weeks", "two to three weeks", "P2W"),
        ("half an hour", "half an hour", "PT30M"),
        ("two decades", "two decades", "P20Y"),
        ("for 2 years, 3 months and 5 days", "2 years, 3 months and 5 days", "P2Y3M5D"),
        ("a stay of 3 night", "3 night", "P3D"),
        ("a 10-second delay", "10-second", "PT10S"),
    ],
)
def test_a_duration_is_in_iso_8601(text: str, written: str, duration: str) -> None:
    time = one(text)
    assert (text[slice(*time.span)], time.kind, time.duration, time.edtf) == (
        written,
        "duration",
        duration,
        None,
    )


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("about an hour", "APPROX"),
        ("more than two weeks", "MORE_THAN"),
        ("less than a year", "LESS_THAN"),
        ("at least three days", "EQUAL_OR_MORE"),
        ("at most three days", "EQUAL_OR_LESS"),
        ("up to 180 days", "EQUAL_OR_LESS"),
    ],
)
def test_a_duration_keeps_its_modifier(text: str, mod: str) -> None:
    time = one(text)
    assert (text[slice(*time.span)], time.timex.mod) == (text, mod)


@pytest.mark.parametrize(
    ("text", "value", "duration"),
    [
        ("a daily count", "P1D", "P1D"),
        ("each passing day", "P1D", "P1D"),
        ("every three months", "P3M", "P3M"),
        ("every Monday", "XXXX-WXX-1", None),
        ("on Tuesdays", "XXXX-WXX-2", None),
        ("every Monday at 4 p.m.", "XXXX-WXX-1T16:00", None),
        ("the annual fair", "P1Y", "P1Y"),
    ],
)
def test_a_set_has_its_period(text: str, value: str, duration: str | None) -> None:
    time = one(text)
    assert (time.kind, time.timex.type, time.timex.value, time.duration) == ("set", "SET", value, duration)
    assert time.lo is None


@pytest.mark.parametrize(
    ("text", "edtf", "clock"),
    [
        ("on Tuesday at 9 a.m.", "2023-11-28T09:00:00", "09:00"),
        ("at 5:30 pm yesterday", "2023-11-30T17:30:00", "17:30"),
        ("noon on 3 May 2021", "2021-05-03T12:00:00", "12:00"),
        ("from 9 to 11 a.m. on Tuesday", "2023-11-28", "09:00/11:00"),
        ("yesterday at half past seven pm", "2023-11-30T19:30:00", "19:30"),
        ("tomorrow at nine thirty pm", "2023-12-02T21:30:00", "21:30"),
        ("between 3 and 8 yesterday", "2023-11-30", "03:00/08:00"),
    ],
)
def test_a_clock_time_stands_on_its_day(text: str, edtf: str, clock: str) -> None:
    time = one(text)
    assert (time.kind, time.edtf, time.clock) == ("time", edtf, clock)


def test_a_part_of_the_day_keeps_the_day() -> None:
    time = one("the evening of March 9", "2026-03-09")
    assert (time.kind, time.edtf, time.timex.value) == ("time", "2026-03-09", "2026-03-09TEV")


def test_an_unsure_clock_time_has_the_other_half_of_the_day_as_alternative() -> None:
    time = one("tomorrow at 5")
    assert time.edtf == "2023-12-02T05:00:00"
    assert [other.edtf for other in time.alternatives] == ["2023-12-02T17:00:00"]


def test_the_past_week_is_seven_days_with_the_calendar_week_beside_it() -> None:
    time = one("Trucks entered throughout the past week.")
    assert (time.edtf, time.reading, time.duration, time.anchor) == (
        "2023-11-24/2023-11-30",
        "rolling",
        "P1W",
        "published",
    )
    other = time.alternatives[0]
    assert (other.lo, other.hi, other.reading) == ("2023-11-20", "2023-11-26", "calendar")


def test_a_duration_before_an_event_keeps_the_event_as_its_anchor() -> None:
    text = "The convoy left 48 hours prior to the launch, they said."
    time = one(text)
    assert text[slice(*time.span)] == "48 hours"
    assert (time.duration, time.anchor, time.reason) == ("PT48H", "event", "counted from an event")
    assert time.event is not None
    assert text[slice(*time.event)] == "the launch"


def test_an_event_goes_on_to_the_next_mark_however_long_the_names_in_it_are() -> None:
    for name in ("Bo", "the People's Council of the Eastern and Western Harbours of Lower Veldria"):
        event = f"a march by {name} on the town hall that ended in a sit-in of two hundred people"
        text = f"The road was closed 48 hours before {event}."
        (time, *_) = times(text)
        assert time.event is not None
        assert text[slice(*time.event)] == event


def test_later_times_count_from_earlier_ones() -> None:
    text = "The bridge fell on 3 May 2021. Two days later it was gone, and the same month another fell."
    _, later, month = times(text, FRIDAY)
    assert (later.edtf, later.anchor) == ("2021-05-05", "t1")
    assert (month.edtf, month.anchor) == ("2021-05", "t2")


def test_a_later_time_without_an_earlier_one_is_open() -> None:
    time = one("Two days later it was gone.")
    assert (time.edtf, time.lo, time.reason) == (None, None, "no earlier time in the text to count from")


def test_a_year_earlier_is_the_same_month_a_year_earlier() -> None:
    _, earlier = times("Prices rose in March 2023, against a fall a year earlier.", FRIDAY)
    assert earlier.edtf == "2022-03"


def test_a_comparison_is_not_counted_from() -> None:
    *_, last = times("In March 2023 it rose from a year earlier. Output in the month fell.", FRIDAY)
    assert last.edtf == "2023-03"


def test_a_narrative_dates_months_by_the_year_it_tells_of() -> None:
    text = (
        "On 1 September 1939 the border closed. On 17 September 1939 the river froze. "
        "By early October it was over. "
        "In June 1940 the town was rebuilt, and on July 14 it reopened."
    )
    found = {text[slice(*time.span)]: time.edtf for time in times(text, "2009-12-19")}
    assert found["early October"] == "1939-10"
    assert found["July 14"] == "1940-07-14"


def test_a_narrative_that_looks_back_in_passing_keeps_its_year() -> None:
    text = (
        "On 1 September 1939 the border closed. On 17 September 1939 the river froze. In 1912, the town had had "
        "three mills. By early October they were shut, and on 2 May 1940 they burnt."
    )
    found = {text[slice(*time.span)]: time.edtf for time in times(text, "2009-12-19")}
    assert found["early October"] == "1939-10"


def test_a_narrative_of_years_before_christ_counts_on_from_them() -> None:
    text = (
        "In 499 BC the Ostrans rose. In 494 BC they fell, and in 492 BC it rained. The following year they rested. "
        "In August they sailed. Ten years later the town burnt. The next day it rained."
    )
    *_, following, august, later, day = times(text, "2009-12-19")
    assert (following.edtf, following.anchor) == ("-0490", "t3")
    assert (august.edtf, august.timex.value) == ("-0490-08", "BC0491-08")
    assert later.edtf == "-0480"
    assert (day.edtf, day.reason) == (None, "outside the calendar")


def test_a_narrative_does_not_count_from_its_own_publication() -> None:
    text = "In 1861 the war began. In 1862 it went on. In 1863 it ended. The next day the town was rebuilt."
    *_, day = times(text, "2009-12-19")
    assert (day.edtf, day.reason) == (None, "no earlier time in the text to count from")


def test_the_previous_weekday_counts_from_the_day_told_of() -> None:
    *_, previous = times("The index fell 2% on Friday from the previous Friday.", "2023-12-04")
    assert previous.edtf == "2023-11-24"


def test_that_weekday_is_the_one_told_of() -> None:
    *_, that = times("The dam broke on 14 November 2023. That Tuesday the town was empty.", FRIDAY)
    assert that.edtf == "2023-11-14"


def test_a_year_that_is_forecast_is_not_one_named_in_passing() -> None:
    *_, year = times("It sold notes due 2031. It forecasts a loss for the full year.", FRIDAY)
    assert year.edtf == "2023"


def test_this_summer_told_in_the_past_in_winter_is_the_last_one() -> None:
    assert one("We rebuilt the mill this summer.", "2024-01-10").edtf == "2023-22"
    assert one("We will rebuild the mill this summer.", "2024-01-10").edtf == "2024-22"


@pytest.mark.parametrize(
    ("text", "value"),
    [("It rains a lot these days.", "PRESENT_REF"), ("It may close in the near future.", "FUTURE_REF")],
)
def test_references_to_the_present_and_the_future(text: str, value: str) -> None:
    assert times(text, FRIDAY) == ()
    assert [time.timex.value for time in times(text, FRIDAY, references=True)] == [value]


def test_a_run_of_units_counts_from_one_end() -> None:
    time = one("the first nine months of 2021")
    assert (time.lo, time.hi, time.duration) == ("2021-01-01", "2021-09-30", "P9M")
    assert read("the first week of May 2021")[2:] == ("2021-05-03", "2021-05-09")


def test_two_figures_are_a_year_near_the_publication() -> None:
    assert read("filed 10/18/23")[1] == "2023-10-18"
    assert read("filed 10/18/98")[1] == "1998-10-18"
    assert read("in '87 it rained")[1] == "1987"


def test_a_fiscal_year_keeps_its_readings() -> None:
    time = one("in fiscal 2022")
    assert time.edtf == "2022"
    assert ("2021-10-01", "2022-09-30") in [(other.lo, other.hi) for other in time.alternatives]


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "last week",
        "on Tuesday",
        "in March",
        "the past 30 days",
        "two years ago",
        "on 3 May",
        "this summer",
    ],
)
def test_without_a_publication_date_relative_times_stay_open_with_the_reason(text: str) -> None:
    time = one(text, None)
    assert (time.edtf, time.lo, time.hi, time.reason) == (None, None, None, "publication date unknown")


def test_full_dates_need_no_publication_date() -> None:
    assert read("on 3 May 2021", None)[1] == "2021-05-03"


def test_a_publication_known_to_the_month_resolves_months_and_years_only() -> None:
    assert read("last year", "2023-12")[1] == "2022"
    assert one("yesterday", "2023-12").reason == "publication date known only to the month or year"


def test_a_publication_known_to_the_minute_resolves_hours() -> None:
    time = one("It fell two hours ago.", "2023-12-01T16:12:00")
    assert (time.edtf, time.clock) == ("2023-12-01T14:12:00", "14:12")


@pytest.mark.parametrize(
    "text",
    [
        "The number of 1200 trucks did not rise.",
        "It does not exceed 1200.",
        "about 2000 soldiers",
        "Resolution 1701 was read.",
        "It may rain and the march went on.",
        "They sat down as the sun set.",
        "She came second of three.",
        "three-quarters of the town",
        "call 555-1998",
        "Mina May Velde spoke",
        "the March for Water",
        "her March to the Sea",
        "It was signed by Jan Velde and Jun Ostra.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert times(text, FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 10 August Ostran ships sailed.", "2023-08-10"),
        ("in March for the third time", "2023-03"),
        ("since the March vote", "2023-03"),
    ],
)
def test_a_month_is_one_by_its_day_or_preposition(text: str, edtf: str) -> None:
    assert one(text).edtf == edtf


def test_a_day_that_does_not_exist_is_open() -> None:
    time = one("on 30 February 2021")
    assert (time.lo, time.reason) == (None, "outside the calendar")


def test_rates_are_sets() -> None:
    for text in ("700 seats a week", "about $5 million a year", "twice a day", "rose 3% a month"):
        assert one(text).kind == "set"
    assert one("700 seats a week").duration == "P1W"
    assert one("it took a week").kind == "duration"


def test_vague_times_have_no_value() -> None:
    time = one("in recent weeks")
    assert (time.edtf, time.lo, time.duration, time.reason) == (None, None, None, "no definite time")


def test_references_are_given_only_when_asked_for() -> None:
    text = "It is now dry."
    assert times(text, FRIDAY) == ()
    assert [t.timex.value for t in times(text, FRIDAY, references=True)] == ["PRESENT_REF"]


def test_the_ends_of_a_range_can_be_had_apart() -> None:
    found = times("from 2014 to 2019", FRIDAY, ends=True)
    assert [time.edtf for time in found] == ["2014", "2019"]


def test_resolve_gives_the_first_time() -> None:
    assert resolve("no time here", FRIDAY) is None
    found = resolve("Tuesday", "2024-05-03")
    assert found is not None
    assert found.edtf == "2024-04-30"


def test_a_range_of_clock_times_over_days_keeps_both_clocks() -> None:
    time = one("from 3 p.m. yesterday to 9 a.m. today")
    assert (time.kind, time.edtf, time.clock) == ("time", "2023-11-30/2023-12-01", "15:00/09:00")


def test_times_within_a_stretch_of_the_text() -> None:
    text = "On Tuesday it rained, on Friday it snowed, in March it thawed."
    found = times(text, FRIDAY)
    inside = within(found, text.index("on Friday"), text.index("in March"))
    assert [text[slice(*time.span)] for time in inside] == ["Friday"]
    assert within(found, 0, len(text)) == found
    assert within(found, 0, 5) == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It carried 500 trucks a day. It closed.", "a day"),
        ("It opened in May. It closed.", "May"),
        ("It opened in Jan. 2021", "Jan. 2021"),
        ("the 40-year-old bridge", "40-year-old"),
        ("a month-long strike", "a month-long"),
        ("a five-year plan", "five-year"),
    ],
)
def test_a_time_ends_with_its_word(text: str, written: str) -> None:
    span = one(text).span
    assert text[span.start : span.end] == written


@pytest.mark.parametrize(
    "text",
    ["It made 400 megawatt hours.", "It used 3 kilowatt-hours.", "They put in 12 person days.", "A man-year is long."],
)
def test_a_unit_of_energy_or_work_is_no_time(text: str) -> None:
    assert times(text) == ()


def test_a_stretch_beside_a_watt_stays_one() -> None:
    text = "The lamp of one watt burned for three hours."
    assert [text[t.span.start : t.span.end] for t in times(text)] == ["three hours"]
