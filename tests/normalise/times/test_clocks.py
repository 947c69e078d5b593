"""Clock times as people write them."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times

MAY = "2024-05-14"


@pytest.mark.parametrize(
    ("text", "written", "clock"),
    [
        ("It rang at 1140 a.m.", "1140 a.m.", "11:40"),
        ("doors at 720pm", "720pm", "19:20"),
        ("The shift ends at 0730.", "0730", "07:30"),
        ("They left by 1500 hours.", "1500 hours", "15:00"),
        ("open between 0730 and 0930 hours", "0730 and 0930 hours", "07:30/09:30"),
        ("lit by 05:30 hrs", "05:30 hrs", "05:30"),
        ("ten thirty in the evening", "ten thirty in the evening", "22:30"),
        ("Some left at 4 this morning.", "4 this morning", "04:00"),
        ("It opens at 5 tomorrow morning.", "5 tomorrow morning", "05:00"),
        ("on Wednesday evening at 8", "Wednesday evening at 8", "20:00"),
        ("It rang at 12 noon.", "12 noon", "12:00"),
        ("At mid-day it rang.", "mid-day", "12:00"),
        ("from 9 this morning until 5 this afternoon", "9 this morning until 5 this afternoon", "09:00/17:00"),
    ],
)
def test_a_clock_time(text: str, written: str, clock: str) -> None:
    (found,) = times(text, MAY)
    assert (text[slice(*found.span)], found.kind, found.clock) == (written, "time", clock)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Wednesday evening next week", "2024-05-22TEV"),
        ("the first Monday evening of next month", "2024-06-03TEV"),
        ("on the morning of the 18th", "2024-05-18TMO"),
    ],
)
def test_a_part_of_a_day_that_is_named_by_its_week_or_month(text: str, value: str) -> None:
    (found,) = times(text, MAY)
    assert found.timex.value == value


@pytest.mark.parametrize("text", ["It cost 1500 hours of work.", "flight 0730", "code 0930"])
def test_four_figures_are_no_clock_time_without_a_sign_of_it(text: str) -> None:
    assert [found.clock for found in times(text, MAY) if found.kind == "time"] == []
