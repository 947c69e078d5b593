"""Numbers as people write them: words, scales, separators, fractions, ranges, signs, digits of other scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("twenty-eight thousand six hundred and forty-two people", "28642 person"),
        ("one hundred and six boats", "106 boat"),
        ("eleven hundred boats", "1100 boat"),
        ("two dozen boats", "24 boat"),
        ("half a dozen boats", "6 boat"),
        ("half a million boats", "500000 boat"),
        ("three million and a half people", "3.5e+06 person"),
        ("one and a half million people", "1.5e+06 person"),
        ("five point five million people", "5.5e+06 person"),
        ("a couple boats", "~2 boat"),
        ("several hundred boats", "~≥300 boat"),
        ("a few hundred boats", "~≥300 boat"),
        ("2.3 million boats", "2.3e+06 boat"),
        ("300k people", "300000 person"),
        ("€3m", "3e+06 EUR"),
        ("€3 m", "3e+06 EUR"),
        ("1.5bn euros", "1.5e+09 EUR"),
        ("£4.2tn", "4.2e+12 GBP"),
        ("Rs 10,00,000", "1e+06 INR"),
        ("10,00,000 people", "1e+06 person"),
        ("a lakh of rupees", "100000 XXX"),
        ("1,209 boats", "1209 boat"),
        ("1 209 boats", "1209 boat"),
        ("1\u202f209 boats", "1209 boat"),
        ("1'209 boats", "1209 boat"),
        ("12,5 million euros", "1.25e+07 EUR"),
        ("2½ miles", "2.5 [mi_i]"),
        ("2 1/2 miles", "2.5 [mi_i]"),
        ("-5 °C", "-5 Cel"),
        ("−5 degrees Celsius", "-5 Cel"),
        ("minus 5 degrees Fahrenheit", "-5 [degF]"),
        ("3 × 10^6 km²", "3e+06 km2"),
        ("3×10⁶ km²", "3e+06 km2"),
        ("1.2e6 cells", "1.2e+06 cell"),
        ("٣٬٥٠٠ boats", "3500 boat"),
        ("۱۲۰۰ boats", "1200 boat"),
        ("१२०० boats", "1200 boat"),
    ],
)
def test_one_number(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(f"The harbour saw {text}.") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("$3–5 billion", "3e+09..5e+09 USD"),
        ("$3-$5 billion", "3e+09..5e+09 USD"),
        ("$3 billion to $5 billion", "3e+09..5e+09 USD"),
        ("between 3 and 5 billion dollars", "3e+09..5e+09 USD"),
        ("€2.5–3.5m", "2.5e+06..3.5e+06 EUR"),
        ("10 to 15 per cent", "10..15 %"),
        ("10%-15%", "10..15 %"),
        ("3- to 4-metre waves", "3..4 m"),
        ("temperatures of -5 to -2 °C", "-5..-2 Cel"),
        ("temperatures between −5 and 3 °C", "-5..3 Cel"),
        ("two or three boats", "2..3 boat"),
        ("five or six hundred boats", "500..600 boat"),
        ("three to four hundred boats", "300..400 boat"),
        ("two to three thousand boats", "2000..3000 boat"),
        ("40 000–50 000 boats", "40000..50000 boat"),
        ("between 40 and up to 50 boats", "40..50 boat"),
        ("anywhere from 500 to 900 euros", "500..900 EUR"),
    ],
)
def test_ranges(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(f"The harbour saw {text}.") == [wanted]


def test_separators_follow_the_habit_of_the_text(written: Callable[..., list[str]]) -> None:
    text = "The port took 1.209 boats and 2.500.000 containers at 3,5 tonnes."
    assert written(text) == ["1209 boat", "2.5e+06 container", "3.5 t"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("5 lb 4 oz", "5.25 [lb_av]"),
        ("5 feet 11 inches", "5.91667 [ft_i]"),
        ("5 feet and 11 inches", "5.91667 [ft_i]"),
        ("3 dollars 50 cents", "3.5 USD"),
        ("thirteen dollars and forty-five cents", "13.45 USD"),
        ("3 pounds and 50 pence", "3.5 GBP"),
        ("6 ft 2 in", "6.16667 [ft_i]"),
        ("3 km 200 m", "3.2 km"),
    ],
)
def test_two_units_make_one_amount(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(f"It measures {text} at most.")[0].lstrip("≤") == wanted
    assert len(written(f"It measures {text} at most.")) == 1


def test_lengths_of_two_things_stay_apart(written: Callable[..., list[str]]) -> None:
    assert written("It is 12 metres long and 3 metres wide.") == ["12 m", "3 m"]
    assert written("It is 3 km and 200 m to two quays.")[:2] == ["3 km", "200 m"]
    assert written("It costs between 1 dollar and 50 cents.") != ["1.5 USD"]
    assert written("It is 10 by 12 metres, or 5 x 6 ft.") == ["10 m", "12 m", "5 [ft_i]", "6 [ft_i]"]
