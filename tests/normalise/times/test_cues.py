"""Words before a time that say which way it is counted."""

from __future__ import annotations

import pytest

from onrecord.normalise.times import times
from onrecord.record import Time

MAY = "2024-05-14"


def only(text: str) -> Time:
    (found,) = times(text, MAY)
    return found


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("The port of Ostra posted its first increase in six years.", "P6Y"),
        ("Port of Ostra posts first increase in six years", "P6Y"),
        ("Rents fall for the first time in a decade.", "P10Y"),
        ("The river is at its lowest level in nearly 20 years.", "P20Y"),
        ("It is the worst harvest in 40 years.", "P40Y"),
        ("It is the province's most expensive vote in two decades.", "P20Y"),
        ("Turnout is at a record high in five years.", "P5Y"),
        ("Ostra has not seen rain in eight months.", "P8M"),
        ("The clinic hasn’t had a doctor in three weeks.", "P3W"),
        ("It will be the first election in six years.", "P6Y"),
        ("The biggest storm in six years hits the coast.", "P6Y"),
    ],
)
def test_in_six_years_is_a_past_stretch_after_a_superlative_or_a_negation(text: str, duration: str) -> None:
    found = only(text)
    assert (found.kind, found.duration, found.edtf, found.lo) == ("duration", duration, None, None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The bridge will be finished in two years.", "2026"),
        ("The first phase will open in two years.", "2026"),
        ("The first ferry leaves in two weeks.", "2024-05-28"),
        ("The mayor has a forest to plant in two years.", "2026"),
        ("At least two mills reopen in two years.", "2026"),
        ("The band is to record an album in two years.", "2026"),
        ("It is the tallest mill, and will close in two years.", "2026"),
    ],
)
def test_in_two_years_is_ahead_where_nothing_is_compared(text: str, edtf: str) -> None:
    assert only(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The ferrymen want an independent review before the end of June.", "2024-06-30"),
        ("The guild calls for a vote by March.", "2025-03-31"),
        ("The mayor demands an answer until 3 March.", "2025-03-03"),
        ("The mill hopes for approval in February.", "2025-02-28"),
        ("The mill plans a new kiln for April.", "2025-04-30"),
        ("The ministry expects a fall in sales in March.", "2025-03-31"),
        ("The guilds want a deal by Friday.", "2024-05-17"),
        ("A new kiln by the end of June, the guild insists.", "2024-06-30"),
    ],
)
def test_what_is_wanted_or_due_by_a_day_points_ahead(text: str, last: str) -> None:
    assert only(text).hi == last


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The guild called for an inquiry in March.", "2024-03"),
        ("The work was finished by March.", "2024-03"),
        ("The report was published before the end of June.", "2023-06"),
        ("The school was closed until March.", "2024-03"),
        ("The town met its demands in March.", "2024-03"),
    ],
)
def test_what_was_wanted_or_done_points_back(text: str, edtf: str) -> None:
    assert only(text).edtf == edtf
