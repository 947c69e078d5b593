"""Digit strings to values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.numbers.digits import digits_value, style_of
from onrecord.normalise.numbers.tokens import tokenise


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("7", 7.0),
        ("1,209", 1209.0),
        ("1,209,000.5", 1209000.5),
        ("1.209", 1.209),
        ("1.234.567", 1234567.0),
        ("3,5", 3.5),
        ("10,00,000", 1000000.0),
        ("12,34,567.89", 1234567.89),
        ("1'000'000", 1000000.0),
        ("٣٬٥٠٠", 3500.0),
        ("٣٫٥", 3.5),
        ("۱۲۰۰", 1200.0),
        ("१२", 12.0),
    ],
)
def test_values(raw: str, value: float) -> None:
    assert digits_value(raw) == value


@pytest.mark.parametrize("raw", ["1.2.3", "192.168.0.1", "12.10.2024", "1,2,3", "9" * 400, "1" * 100_000])
def test_versions_dates_lists_and_what_no_float_holds_are_no_numbers(raw: str) -> None:
    assert digits_value(raw) is None


@pytest.mark.parametrize(("raw", "value"), [("1.209", 1209.0), ("1.209,5", 1209.5), ("1,209", 1.209), ("2.5", 2.5)])
def test_values_where_the_comma_is_the_decimal_mark(raw: str, value: float) -> None:
    assert digits_value(raw, "comma") == value


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("The port took 1.209 trucks and 3,5 boats.", "comma"),
        ("El puerto recibió 1.234.567 toneladas.", "comma"),
        ("The port took 1,209 trucks and 3.5 boats.", "point"),
        ("Nothing here tells: 1,209 or 1.209.", "point"),
    ],
)
def test_the_text_s_own_habit(text: str, style: str) -> None:
    assert style_of(tokenise(text)) == style


@given(st.integers(0, 10**12))
def test_grouped_integers_round_trip(value: int) -> None:
    assert digits_value(f"{value:,}") == value
    assert digits_value(f"{value:,}".replace(",", "٬")) == value
    assert digits_value(str(value)) == value


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_decimals_round_trip(whole: int, part: int) -> None:
    assert digits_value(f"{whole:,}.{part:02}") == float(f"{whole}.{part:02}")
