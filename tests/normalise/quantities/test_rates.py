"""What a quantity is per."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("500 trucks a day", "500 truck /d"),
        ("500 trucks each day", "500 truck /d"),
        ("500 trucks daily", "500 truck /d"),
        ("15 litres per person per day", "15 L /{person}.d"),
        ("15 litres of water per person per day", "15 L /{person}.d"),
        ("15 litres a day per person", "15 L /d.{person}"),
        ("40 per 100,000", "40 - /100000"),
        ("40 cases per 100,000 people", "40 case /100000.{person}"),
        ("40 deaths per 1,000 live births", "40 death /1000.{birth}"),
        ("40 per million inhabitants", "40 - /1000000.{person}"),
        ("40 cases for every 100,000 people", "40 case /100000.{person}"),
        ("one doctor per 10,000 people", "1 doctor /10000.{person}"),
        ("one doctor for every 10,000 people", "1 doctor /10000.{person}"),
        ("$40 a barrel", "40 USD /[bbl_us]"),
        ("40 euros/hour", "40 EUR /h"),
        ("$4,000 annually", "4000 USD /a"),
        ("3% per annum", "3 % /a"),
        ("30 pupils per teacher", "30 pupil /{teacher}"),
        ("6 litres per 100 km", "6 L /100.km"),
        ("5 l/100 km", "5 L /100.km"),
        ("40 mg/kg", "40 mg /kg"),
        ("40 µg/m³", "40 ug /m3"),
        ("40 people per square kilometre", "40 person /km2"),
    ],
)
def test_per(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(f"The harbour saw {text}.") == [wanted]


def test_one_of_something_is_no_rate(written: Callable[..., list[str]]) -> None:
    assert written("There is one doctor in the port.") == []
