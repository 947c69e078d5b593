"""What happens every so often."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times

MAY = "2024-05-14"


@pytest.mark.parametrize(
    ("text", "written", "value", "duration"),
    [
        ("It opens every weekday.", "every weekday", "P1WD", None),
        ("It opens on weekdays only.", "weekdays", "P1WD", None),
        ("The mill sells flour on weekends.", "weekends", "XXXX-WXX-WE", None),
        ("It meets every two weekends.", "every two weekends", "P2WE", None),
        ("Rent is due on the 19th of every month.", "the 19th of every month", "XXXX-XX-19", "P1M"),
        ("They feast every 5 May.", "every 5 May", "XXXX-05-05", "P1Y"),
        ("every other Monday", "every other Monday", "XXXX-WXX-1", "P2W"),
        ("every week on Wednesday", "every week on Wednesday", "XXXX-WXX-3", None),
        ("a semiannual report", "semiannual", "P6M", "P6M"),
    ],
)
def test_a_set_has_its_value(text: str, written: str, value: str, duration: str | None) -> None:
    (found,) = times(text, MAY)
    assert (text[slice(*found.span)], found.kind, found.timex.value, found.duration) == (
        written,
        "set",
        value,
        duration,
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ferries leave on Monday and Tuesday nights.", ["XXXX-WXX-1TNI", "XXXX-WXX-2TNI"]),
        ("It meets every Tuesday and Thursday.", ["XXXX-WXX-2", "XXXX-WXX-4"]),
    ],
)
def test_days_that_are_joined_are_all_sets(text: str, values: list[str]) -> None:
    found = times(text, MAY)
    assert [(each.kind, each.timex.value) for each in found] == [("set", value) for value in values]


def test_a_day_that_is_not_repeated_is_a_day() -> None:
    assert [each.kind for each in times("It met on Monday and on Tuesday night.", MAY)] == ["date", "time"]
