"""Dates by their fields: as spoken, run together, in lists, before the year 1000."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times

MAY = "2024-05-14"


def read(text: str) -> list[tuple[str, str | None]]:
    return [(text[slice(*found.span)], found.edtf) for found in times(text, MAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "born on January twenty-five nineteen eighty-six",
            [("January twenty-five nineteen eighty-six", "1986-01-25")],
        ),
        ("in nineteen oh five", [("nineteen oh five", "1905")]),
        ("signed January first two thousand and ten", [("January first two thousand and ten", "2010-01-01")]),
        ("filed on Dec31, 2019", [("Dec31, 2019", "2019-12-31")]),
        ("printed 2015/3", [("2015/3", "2015-03")]),
        ("It is due by the 27th.", [("the 27th", "2024-05-27")]),
        ("It came on the twelfth.", [("the twelfth", "2024-05-12")]),
        ("the week of the 20th", [("the week of the 20th", "2024-05-20/2024-05-26")]),
        ("on Sunday 19.", [("Sunday 19", "2024-05-19")]),
        ("stamped 2021-05-03T10:30", [("2021-05-03T10:30", "2021-05-03T10:30:00")]),
        ("late October last year", [("late October last year", "2023-10")]),
        ("the last weekend of March", [("the last weekend of March", "2024-03-30/2024-03-31")]),
        ("the last Monday in May 2015", [("the last Monday in May 2015", "2015-05-25")]),
        ("week 27 of last year", [("week 27 of last year", "2023-07-03/2023-07-09")]),
        ("the late nineties", [("the late nineties", "199X")]),
        ("from the 4th to the 22nd of next month", [("the 4th to the 22nd of next month", "2024-06-04/2024-06-22")]),
        ("last week's Friday", [("last week's Friday", "2024-05-10")]),
        ("the day after tomorrow", [("the day after tomorrow", "2024-05-16")]),
        ("Friday next week", [("Friday next week", "2024-05-24")]),
        ("sales in 3Q 2023", [("3Q 2023", "2023-35")]),
        ("sent 5-Nov-17", [("5-Nov-17", "2017-11-05")]),
        ("the weekend of 5/25", [("the weekend of 5/25", "2024-05-25/2024-05-26")]),
        ("compared with 2019 earnings", [("2019", "2019")]),
        ("on 3 May last, he", [("3 May last", "2024-05-03")]),
    ],
)
def test_a_date_is_read_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on May 4 and 5, 2020", ["2020-05-04/2020-05-05"]),
        ("on May 4 and 16, 2020", ["2020-05-04", "2020-05-16"]),
        ("between May 4 and 16, 2020", ["2020-05-04/2020-05-16"]),
        ("on 4 and 16 May 2020", ["2020-05-04", "2020-05-16"]),
    ],
)
def test_days_in_a_list_are_one_stretch_only_as_neighbours(text: str, expected: list[str]) -> None:
    assert [edtf for _, edtf in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "In May twenty people left.",
        "on the twelfth floor",
        "On the second, he said no.",
        "They came in 348, as counted.",
        "the 314 to 368, and in 420.",
        "about 700 Ostrans, in 360 of them",
        "She was in her late 30s.",
    ],
)
def test_what_only_looks_like_a_day_or_year_is_left_alone(text: str) -> None:
    assert [written for written, _ in read(text) if written != "May"] == []


def test_a_count_beside_a_month_is_no_year() -> None:
    assert read("Trucks let in: in March 314, in April 280.") == [("March", "2024-03"), ("April", "2024-04")]
    assert read("On 3 May 420, on 4 May 380.") == [("3 May", "2024-05-03"), ("4 May", "2024-05-04")]
    assert read("He lived from c. 347 to 30 September 420.")[-1][1] == "0347-01-01/0420-09-30"


def test_three_figures_are_years_where_a_sure_early_year_is_named() -> None:
    text = (
        "Brother Anso (c. 314 – 368) came to Ostra in 328. He left about 340, and in 348 Anso wrote to 70 of his men."
    )
    assert [written for written, _ in read(text)] == ["314 – 368", "328", "340", "348"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("left in December of 384", "0384-12"),
        ("built in AD842 by monks", "0842"),
        ("in the winter of 373", "0373-24"),
    ],
)
def test_an_early_date_is_sure_by_its_month_or_era(text: str, edtf: str) -> None:
    assert [found for _, found in read(text)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf", "lo", "hi"),
    [
        ("the Ostran revolt (499-493 BC)", "-0498/-0492", "-0498-01-01", "-0492-12-31"),
        ("from 20 BC to AD 14", "-0019/0014", "-0019-01-01", "0014-12-31"),
        ("throughout the 470s BC", "-0478/-0469", "-0478-01-01", "-0469-12-31"),
        ("in May of 481 BC", "-0480-05", "-0480-05-01", "-0480-05-31"),
        ("in the spring of 481 BC", "-0480-21", "-0480-03-01", "-0480-05-31"),
        ("in the winter of 481 BC", "-0480-24", "-0480-12-01", "-0479-02-28"),
    ],
)
def test_years_before_christ_have_bounds(text: str, edtf: str, lo: str, hi: str) -> None:
    (found,) = times(text, MAY)
    assert (found.edtf, found.lo, found.hi) == (edtf, lo, hi)


def test_a_date_that_no_calendar_has_is_open() -> None:
    (found,) = times("filed 2/30/2021", MAY)
    assert (found.edtf, found.timex.value, found.reason) == (None, "2021-02-30", "outside the calendar")
