"""Values in EDTF, TIMEX3 and ISO 8601; the package ``edtf`` is the judge of EDTF."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.times.nodes import Length
from onrecord.normalise.times.periods import Period, holding, quarter_of, season
from onrecord.normalise.times.values import clock_text, edtf, iso_duration, timex, vague_duration

DAYS = st.dates(date(1000, 1, 1), date(8999, 12, 31))
UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


@given(DAYS, st.sampled_from(UNITS))
def test_another_program_reads_the_same_days(day: date, unit: str) -> None:
    period = holding(day, unit)
    parsed = parse_edtf(edtf(period))
    assert tuple(parsed.lower_strict())[:3] == period.first.timetuple()[:3]
    assert tuple(parsed.upper_strict())[:3] == period.last.timetuple()[:3]


@given(DAYS, DAYS)
def test_intervals_of_days_are_read_the_same(one: date, other: date) -> None:
    first, last = sorted((one, other))
    parsed = parse_edtf(edtf(Period(first, last, "day")))
    assert tuple(parsed.lower_strict())[:3] == first.timetuple()[:3]
    assert tuple(parsed.upper_strict())[:3] == last.timetuple()[:3]


def test_halves_and_seasons() -> None:
    assert edtf(quarter_of(2023, 2, 6)) == "2023-41"
    assert [edtf(season(2023, number)) for number in (21, 22, 23, 24)] == [
        "2023-21",
        "2023-22",
        "2023-23",
        "2023-24",
    ]


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("day", "1998-01-08"),
        ("week", "1998-W02"),
        ("weekend", "1998-W02-WE"),
        ("month", "1998-01"),
        ("quarter", "1998-Q1"),
        ("year", "1998"),
        ("decade", "199"),
        ("century", "19"),
    ],
)
def test_timex(unit: str, value: str) -> None:
    assert timex(holding(date(1998, 1, 8), unit)) == value


@pytest.mark.parametrize(
    ("amounts", "iso"),
    [
        (((2.0, "week"),), "P2W"),
        (((48.0, "hour"),), "PT48H"),
        (((1.5, "year"),), "P1Y6M"),
        (((1.5, "hour"),), "PT1H30M"),
        (((1.5, "day"),), "P1DT12H"),
        (((1.0, "year"), (2.0, "month")), "P1Y2M"),
        (((1.0, "day"), (5.0, "hour")), "P1DT5H"),
        (((2.0, "century"),), "P200Y"),
        (((2.0, "quarter"),), "P6M"),
        (((1.0, "fortnight"),), "P2W"),
        (((0.5, "hour"),), "PT30M"),
    ],
)
def test_durations(amounts: tuple[tuple[float, str], ...], iso: str) -> None:
    assert iso_duration(Length(amounts)) == iso


def test_a_vague_duration_has_no_value_but_a_timex() -> None:
    assert iso_duration(Length(((None, "year"),))) is None
    assert vague_duration(Length(((None, "year"),))) == "PXY"
    assert vague_duration(Length(((None, "minute"),))) == "PTXM"


def test_clock_text() -> None:
    assert clock_text(9 * 3600, "hour") == "09:00"
    assert clock_text(9 * 3600 + 61, "second") == "09:01:01"
