"""The conversion table against pint."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.quantities import convert, dimension
from onrecord.normalise.quantities.lexicon import money, units

PINT = {
    "km": "kilometer", "m": "meter", "dm": "decimeter", "cm": "centimeter", "mm": "millimeter",
    "um": "micrometer",
    "nm": "nanometer", "pm": "picometer", "[mi_i]": "mile", "[yd_i]": "yard", "[ft_i]": "foot",
    "[in_i]": "inch",
    "[nmi_i]": "nautical_mile", "[ly]": "light_year", "AU": "astronomical_unit",
    "t": "metric_ton", "kt": "kilometric_ton", "kg": "kilogram", "g": "gram", "mg": "milligram",
    "ug": "microgram",
    "[ston_av]": "short_ton", "[lton_av]": "long_ton", "[stone_av]": "stone", "[lb_av]": "pound",
    "[oz_av]": "ounce",
    "[oz_tr]": "troy_ounce", "[car_m]": "carat",
    "km2": "kilometer**2", "m2": "meter**2", "cm2": "centimeter**2", "har": "hectare", "[mi_i]2": "mile**2",
    "[yd_i]2": "yard**2", "[sft_i]": "foot**2", "[sin_i]": "inch**2", "[acr_br]": "(4840*yard**2)",
    "km3": "kilometer**3", "m3": "meter**3", "cm3": "centimeter**3", "[cft_i]": "foot**3",
    "[cin_i]": "inch**3",
    "[cyd_i]": "yard**3", "ML": "megaliter", "hL": "hectoliter", "L": "liter", "dL": "deciliter",
    "cL": "centiliter",
    "mL": "milliliter", "uL": "microliter", "[bbl_us]": "oil_barrel", "[gal_us]": "gallon",
    "[gal_br]": "imperial_gallon",
    "[qt_us]": "quart", "[pt_us]": "pint", "[foz_us]": "fluid_ounce", "[cup_us]": "cup",
    "[tbs_us]": "tablespoon",
    "[tsp_us]": "teaspoon", "[bu_us]": "bushel",
    "a": "julian_year", "wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second",
    "ms": "millisecond",
    "us": "microsecond", "ns": "nanosecond", "10.a": "(10*julian_year)", "100.a": "(100*julian_year)",
    "mo": "(julian_year/12)",
    "J": "joule", "kJ": "kilojoule", "MJ": "megajoule", "GJ": "gigajoule", "cal": "calorie",
    "kcal": "kilocalorie",
    "kW.h": "kilowatt_hour", "MW.h": "megawatt_hour", "GW.h": "gigawatt_hour", "TW.h": "terawatt_hour",
    "eV": "electron_volt", "keV": "kiloelectron_volt", "MeV": "megaelectron_volt", "GeV": "gigaelectron_volt",
    "W": "watt", "mW": "milliwatt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt",
    "[HP]": "horsepower", "Pa": "pascal", "hPa": "hectopascal", "kPa": "kilopascal", "MPa": "megapascal",
    "GPa": "gigapascal",
    "bar": "bar", "mbar": "millibar", "atm": "atm", "[psi]": "psi", "mm[Hg]": "mmHg",
    "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "THz": "terahertz",
    "bit": "bit", "kbit": "kilobit", "Mbit": "megabit", "Gbit": "gigabit", "By": "byte", "kBy": "kilobyte",
    "MBy": "megabyte", "GBy": "gigabyte", "TBy": "terabyte", "PBy": "petabyte",
    "A": "ampere", "mA": "milliampere", "V": "volt", "kV": "kilovolt", "mV": "millivolt", "N": "newton",
    "kN": "kilonewton",
    "deg": "degree", "rad": "radian", "'": "arcminute", "mol": "mole", "mmol": "millimole",
    "Sv": "sievert", "mSv": "millisievert", "uSv": "microsievert", "%": "percent", "[ppm]": "ppm",
}  # fmt: skip
"""Units of the table that pint knows, by its names."""


@pytest.fixture(scope="module")
def registry() -> object:
    pint = pytest.importorskip("pint")
    return pint.UnitRegistry()


def test_every_factor_that_pint_knows(registry) -> None:  # type: ignore[no-untyped-def]
    table = units().table
    bases: dict[str, str] = {}
    for code in PINT:
        bases.setdefault(table[code][0], code)
    for code, name in PINT.items():
        base = bases[table[code][0]]
        ratio = registry.parse_expression(name) / registry.parse_expression(PINT[base])
        wanted = ratio.to_base_units().magnitude
        ours = table[code][1] / table[base][1]
        assert math.isclose(ours, wanted, rel_tol=1e-6), (code, ours, wanted)


def test_temperatures_with_their_offsets(registry) -> None:  # type: ignore[no-untyped-def]
    names = {"Cel": "degC", "[degF]": "degF", "K": "kelvin"}
    for code, name in names.items():
        for other, its_name in names.items():
            wanted = registry.Quantity(21.5, name).to(its_name).magnitude
            assert convert(21.5, code, other) == pytest.approx(wanted)


def test_most_of_the_table_is_covered() -> None:
    assert len(set(PINT) & set(units().table)) / len(units().table) > 0.8


def test_nothing_crosses_a_dimension_and_money_is_never_converted() -> None:
    assert convert(1, "km", "kg") is None
    assert convert(1, "pp", "%") is None
    assert convert(1, "USD", "EUR") is None
    assert convert(1, "USD", "USD") == 1
    assert dimension("EUR") is None
    assert not set(units().table) & money().codes


@given(st.sampled_from(sorted(units().table)), st.floats(-1e6, 1e6))
def test_there_and_back(code: str, value: float) -> None:
    base = next(c for c, row in units().table.items() if row[0] == dimension(code))
    there = convert(value, code, base)
    assert there is not None
    back = convert(there, base, code)
    assert (
        back == pytest.approx(value, rel=1e-3, abs=1e3 if units().table[code][1] > 1e9 else 1e-2) or abs(there) < 1e-6
    )
