"""Dates of publication as users and files write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.dates import is_day, parse_published
from onrecord.errors import InvalidDate


@given(st.dates())
def test_every_day_of_the_calendar(day: datetime.date) -> None:
    assert parse_published(day.isoformat()) == day.isoformat()
    assert is_day(day.isoformat())


@given(st.datetimes(timezones=st.just(datetime.UTC) | st.none()))
def test_a_date_time_gives_its_day_as_written(moment: datetime.datetime) -> None:
    assert parse_published(moment.isoformat()) == moment.date().isoformat()


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        (" 2024-05-03 ", "2024-05-03"),
        ("2024-05-03T23:30:00-05:00", "2024-05-03"),
        ("2024-05-03 23:30", "2024-05-03"),
        ("2024-05-03T10:00:00.123456789Z", "2024-05-03"),
        ("2016-12-31T23:59:60Z", "2016-12-31"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_forms_taken(value: str, edtf: str) -> None:
    assert parse_published(value) == edtf


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "yesterday",
            "3 May 2024",
            "2024-5-3",
            "20240503",
            "2024-W18-5",
            "24-05-03",
            "2024-05-03/2024-05-04",
        ),
        *("2024-13", "2024-00", "2023-02-29", "2024-05-32", "0000", "2024-05-03T25:00", "2024-05-03T10:61"),
        *("٢٠٢٤", "2024-05-03\n2024", "9" * 5000, "2024-05-03T", "2024-05-03T10:00:00junk", "\ud800"),
    ],
)
def test_anything_else_is_an_invalid_date_with_examples(value: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        parse_published(value, place="a.jsonl:4")
    assert caught.value.place == "a.jsonl:4"
    assert "2024-05-03" in caught.value.remedy
    assert len(caught.value.problem) < 90


@given(st.text())
def test_any_text_ends_in_a_date_or_the_error(value: str) -> None:
    try:
        assert parse_published(value) in value
    except InvalidDate as error:
        assert error.code == "E110"


@pytest.mark.parametrize("value", ["2024", "2024-05", "2024-02-30", "2024-05-03T10:00", "x"])
def test_what_is_no_day(value: str) -> None:
    assert not is_day(value)
