"""Named days."""

from __future__ import annotations

import pytest

from onrecord.normalise.times.holidays import NAMES, holiday


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("easter", 2024, "2024-03-31"),
        ("easter", 2000, "2000-04-23"),
        ("good friday", 2025, "2025-04-18"),
        ("thanksgiving", 2023, "2023-11-23"),
        ("black friday", 2023, "2023-11-24"),
        ("memorial day", 2024, "2024-05-27"),
        ("election day", 2024, "2024-11-05"),
        ("passover", 2024, "2024-04-23"),
        ("rosh hashanah", 2023, "2023-09-16"),
        ("yom kippur", 2024, "2024-10-12"),
        ("hanukkah", 2024, "2024-12-26"),
        ("purim", 2024, "2024-03-24"),
        ("ramadan", 2024, "2024-03-11"),
    ],
)
def test_known_days(name: str, year: int, first: str) -> None:
    assert holiday(name, year)[0].first.isoformat() == first


def test_a_drifting_feast_can_fall_twice_in_a_year() -> None:
    assert [period.first.isoformat() for period in holiday("ramadan", 2030)] == ["2030-01-06", "2030-12-26"]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_rule_gives_days_in_every_year(name: str) -> None:
    for year in (1901, 1968, 2000, 2024, 2099):
        for period in holiday(name, year):
            assert period.first.year == year
            assert period.first <= period.last
