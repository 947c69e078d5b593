"""Units, money, rates, ranges that share them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import onrecord
from onrecord.normalise.quantities import quantities
from onrecord.record import Quantity


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("15 per cent", "15 %"),
        ("15%", "15 %"),
        ("fifteen percent", "15 %"),
        ("0.2 percentage points", "0.2 pp"),
        ("25 basis points", "25 bp"),
        ("4 ppb", "4 [ppb]"),
        ("five miles", "5 [mi_i]"),
        ("a 12-mile road", "12 [mi_i]"),
        ("80 km/h", "80 km /h"),
        ("80 mph", "80 [mi_i] /h"),
        ("400 metres per second", "400 m /s"),
        ("1520 sq m", "1520 m2"),
        ("300 m²", "300 m2"),
        ("300 dunums", "300 {dunam}"),
        ("12.3m tonnes", "1.23e+07 t"),
        ("thousands of tonnes", "~≥2000 t"),
        ("half a mile", "0.5 [mi_i]"),
        ("a tenth of a second", "0.1 s"),
        ("54GB", "54 GBy"),
        ("2.4 gigawatts", "2.4 GW"),
        ("30 degrees Celsius", "30 Cel"),
        ("-5 °F", "-5 [degF]"),
        ("352 μm", "352 um"),
        ("20 previous years", "20 a"),
        ("12 years old", "12 a"),
        ("highs of 40C", "40 Cel"),
        ("highs of 90F", "90 [degF]"),
        ("a 10in pipe", "10 [in_i]"),
        ("a 4,000mAh battery", "4000 mA.h"),
        ("52,000 barrels a day", "52000 [bbl_us] /d"),
        ("15 litres per person per day", "15 L /{person}.d"),
        ("30 deaths per 100,000 people", "30 death /100000.{person}"),
        ("500 trucks a day", "500 truck /d"),
        ("$3.5 per thousand cubic feet", "3.5 USD /1000.[cft_i]"),
        ("twice daily deliveries of 5 tonnes weekly", "5 t /wk"),
    ],
)
def test_units(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(text)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("$5", "5 USD"),
        ("US$5", "5 USD"),
        ("US $5", "5 USD"),
        ("A$5", "5 AUD"),
        ("a $5 fee", "5 USD"),
        ("$1.5bn", "1.5e+09 USD"),
        ("€3m", "3e+06 EUR"),
        ("£1.2 billion", "1.2e+09 GBP"),
        ("RM23.50", "23.5 MYR"),
        ("INR1 trillion", "1e+12 INR"),
        ("USD 20 million", "2e+07 USD"),
        ("five dollars", "5 USD"),
        ("half a million dollars", "500000 USD"),
        ("7.5 million Danish crowns", "7.5e+06 DKK"),
        ("9 New Zealand dollars", "9 NZD"),
        ("40 dinars", "40 XXX"),
        ("300 yen", "300 JPY"),
        ("3 million pounds", "3e+06 GBP"),
        ("$10 per gram", "10 USD /g"),
        ("-$5", "-5 USD"),
        ("a $1.5bn-plus deal", "≥1.5e+09 USD"),
        ("$76 US a barrel", "76 USD /[bbl_us]"),
        ("84.75 cents", "84.75 cent"),
    ],
)
def test_money(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(f"They got {text}.") == [wanted]


def test_a_bare_dollar_follows_the_publisher(written: Callable[..., list[str]]) -> None:
    assert written("It costs $5, or US$3, or 4 dollars.", dollar="NZD") == ["5 NZD", "3 USD", "4 NZD"]


def test_pounds_are_weight_unless_the_text_writes_money(written: Callable[..., list[str]]) -> None:
    assert written("The crate weighed 208 pounds.") == ["208 [lb_av]"]
    assert written("It cost £3, then 40 pounds.") == ["3 GBP", "40 GBP"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("$3–5 billion", ["3e+09..5e+09 USD"]),
        ("between 3 and 5 million people", ["3e+06..5e+06 person"]),
        ("$200 to $4 million", ["200..4e+06 USD"]),
        ("the US $89 to $93 billion", ["8.9e+10..9.3e+10 USD"]),
        ("5-10W", ["5..10 W"]),
        ("24 to 33-35 billion euros", ["2.4e+10..3.5e+10 EUR"]),
        ("40 to 50 hours a week", ["40..50 h /wk"]),
        ("1.5 ± 0.5 kg", ["1..2 kg"]),
        ("300±15 °C", ["285..315 Cel"]),
        ("between −2 and −7 °C", ["-7..-2 Cel"]),
        ("5k-20k", ["5000..20000 -"]),
        ("65, 70 and 75 per cent", ["65 %", "70 %", "75 %"]),
        ("two or three boats", ["2..3 boat"]),
    ],
)
def test_ranges_and_lists_share_scale_and_unit(text: str, wanted: list[str], written: Callable[..., list[str]]) -> None:
    assert written(f"It takes {text}.") == wanted


def test_a_figure_in_parentheses_restates_the_one_before(written: Callable[..., list[str]]) -> None:
    text = "Customers with more than 7.5 million Danish crowns ($1.1 million) pay."
    assert written(text) == [">7.5e+06 DKK", ">1.1e+06 USD"]
    assert written("It makes 9 billion shekels ($2 billion) a year.") == ["9e+09 ILS /a", "2e+09 USD /a"]


def test_the_unit_has_its_british_name(only: Callable[[str], Quantity]) -> None:
    assert only("400 meters of rope").unit_name == "metre"
    assert quantities("40 pesos")[0].unit_name == "pesos"


@pytest.mark.parametrize(
    ("text", "value", "unit", "per"),
    [
        ("The plant made 400 megawatt hours.", 400, "MW.h", None),
        ("It used 3.2 kilowatt-hours a day.", 3.2, "kW.h", "d"),
    ],
)
def test_energy_is_read_where_its_hours_could_be_a_time(text: str, value: float, unit: str, per: str | None) -> None:
    (found,) = onrecord.quantities(text)
    assert (found.lower, found.unit, found.per) == (value, unit, per)
