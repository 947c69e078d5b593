"""The single figures of the pack `gaza-aid-2023`: what they are of, and whose; values and addresses are of the data."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from packing.files import Plain

GAZA, NORTH, SOUTH = "Gaza Strip", "north of the Gaza Strip", "south of the Gaza Strip"
NAMES = {
    GAZA: ["Gaza", "the Strip"],
    NORTH: ["northern Gaza", "northern Gaza Strip", "north of Gaza", "north of Wadi Gaza"],
    SOUTH: ["southern Gaza", "southern Gaza Strip", "south of Gaza", "south of Wadi Gaza"],
}
TRUCKS, NEEDED, FUEL = (
    "trucks that entered the Gaza Strip",
    "trucks needed in the Gaza Strip",
    "fuel that entered the Gaza Strip",
)
FOOD = "food trucks that entered the Gaza Strip"
WORDS = {
    TRUCKS: (
        "trucks that entered Gaza", "trucks entering Gaza", "truckloads that entered Gaza", "lorries that entered Gaza",
        "aid trucks that entered Gaza", "trucks of humanitarian aid that entered Gaza", "trucks that crossed into Gaza",
        "trucks that arrived in Gaza", "trucks that reached Gaza",
    ),
    NEEDED: (
        "trucks needed in Gaza", "trucks that Gaza needs", "trucks required in Gaza", "aid trucks needed in Gaza",
        "truckloads needed in Gaza", "lorries needed in Gaza",
    ),
    FUEL: ("fuel entering Gaza", "fuel that reached Gaza", "fuel that arrived in Gaza", "fuel that crossed into Gaza"),
    "fuel needed in the Gaza Strip": ("fuel needed in Gaza", "fuel that Gaza needs", "fuel required in Gaza"),
    FOOD: ("trucks of food that entered Gaza", "food trucks entering Gaza"),
    "population of the Gaza Strip": (
        "population of Gaza", "people in Gaza", "people living in Gaza", "inhabitants of Gaza", "residents of Gaza",
    ),
    "functioning hospitals": (
        "hospitals functioning", "hospitals that function", "operating hospitals", "hospitals that operate",
        "hospitals in operation", "operational hospitals", "working hospitals",
    ),
    "partly functioning hospitals": (
        "partially functioning hospitals", "partially functional hospitals", "partly functional hospitals",
        "partially operational hospitals", "partly operating hospitals",
    ),
    "hospitals": (),
}  # fmt: skip
"""Synonyms by property, so that they are the same whoever counts."""
FREE, ALL = ("unrwa-trucks", "cogat-trucks"), ("unrwa-trucks", "cogat-trucks", "cogat-trucks-all")
WORKDAY = "{workday}"
"""An annotation of UCUM, so that nothing converts it to a day of the calendar."""


@dataclass(frozen=True)
class Row:
    """One figure. Without a property it is for people to read and no series stands for it."""

    id: str
    evidence: str | None
    property: str | None
    producer: str
    definition: str
    counted: str = "truck"
    unit: str = "1"
    per: str | None = None
    said: str | None = None
    rounding: float = 0.0
    sort: str = "rate"
    role: str = "measured"
    of: tuple[str, ...] = ()
    place: str = GAZA
    by: str | None = None
    value: str | None = None
    period: tuple[str, ...] = ()
    published: str | None = None
    source: str | None = None

    @property
    def noun(self) -> str | None:
        return self.counted if self.unit == "1" else None

    @property
    def synonyms(self) -> tuple[str, ...]:
        return WORDS.get(self.property or "", ())


@dataclass(frozen=True)
class Figures:
    """A table of figures whose times are told the same way."""

    name: str
    title: str
    definition: str
    rows: tuple[Row, ...]
    periods: Plain
    periods_fields: Mapping[str, tuple[str, str]] = field(default_factory=dict)


SPAN = {"first_day": ("date", "first day"), "last_day": ("date", "last day")}
PERIOD = {"grain": "period", "column": "first_day", "last": "last_day"}
UN, OCHA, WHO = "United Nations, Spokesperson", "OCHA (United Nations)", "World Health Organization"
SIS, PRCS = "State Information Service (Egypt)", "Palestine Red Crescent Society"
OFFICE = "Government Media Office (Gaza)"

REPORTED = Figures(
    "reported-trucks", "Trucks and fuel, as reported at the time", "Figures that producers gave at the time",
    (
        Row("ocha-dispatched", "E01", "trucks dispatched to the Gaza Strip", OCHA,
            "Trucks dispatched from Nitzana on the day", sort="flow"),
        Row("ocha-offloaded", "E02", "trucks offloaded in the Gaza Strip", OCHA,
            "Trucks offloaded on the day at the reception point of UNRWA", sort="flow"),
        Row("ocha-fuel", "E03", FUEL, OCHA, "Fuel that entered on the day; cooking gas apart",
            "fuel", "L", rounding=1000, sort="flow"),
        Row("ocha-trucks", "E04", TRUCKS, OCHA, "Trucks that entered on the day by 19:00, without fuel and cooking gas",
            sort="flow"),
        Row("un-trucks", "E05", TRUCKS, UN, "Trucks that entered from Egypt, mean of the seven days; fuel apart",
            per="d", rounding=10, by="Times of Israel"),
        Row("un-fuel", "E05", FUEL, UN, "Fuel that entered from Egypt, mean of the seven days", "fuel", "L", per="d",
            rounding=10000, value="110000", by="Times of Israel"),
        Row("israel-trucks", "E08", TRUCKS, "Officials of Israel, unnamed",
            "Aid trucks that entered, mean of the seven days; fuel and cooking gas apart", per="d", rounding=100,
            by="Axios, JNS"),
        Row("prcs-week", "E09", None, PRCS, "Aid trucks that arrived in the whole Strip in the seven days",
            said="more than", sort="flow", by="dpa, Volksfreund"),
        Row("sis-27-november", "E10", TRUCKS, SIS, "Trucks that crossed at Rafah, to the evening of the last day",
            sort="flow"),
        Row("sis-29-november", "E11", TRUCKS, SIS, "Truckloads of aid that crossed at Rafah, to the last day",
            sort="flow", by="Xinhua, DT Next"),
        Row("prcs-25-november", "E12", TRUCKS, PRCS, "Trucks that it received from the Egyptian Red Crescent",
            sort="flow"),
        Row("un-21-november", "E13", None, UN, "Truckloads that entered, without fuel", said="at least", sort="flow"),
    ),
    PERIOD, SPAN,
)  # fmt: skip

BEFORE = "Usual before 7 October 2023"
BASELINES = Figures(
    "baselines", "What entered before October 2023", BEFORE,
    (
        Row("un-before", "E14", TRUCKS, UN, f"{BEFORE}: truckloads, commercial and humanitarian, without fuel",
            per="mo", said="nearly", rounding=1000, role="baseline", of=FREE),
        Row("ocha-before", "E15", TRUCKS, OCHA, f"{BEFORE}: trucks each working day, not each day",
            per=WORKDAY, rounding=100, role="baseline", of=ALL, by="Petra, MENAFN"),
        Row("anadolu-before", "E16", TRUCKS, "Anadolu Agency", f"{BEFORE}: trucks a day, 45 of them fuel",
            per="d", rounding=100, role="baseline", of=("cogat-trucks-all",), by="TRT"),
        Row("un-before-daily", "E17", TRUCKS, "United Nations, as IFP News reports it", f"{BEFORE}: trucks a day",
            per="d", said="roughly", rounding=5, role="baseline", of=ALL, by="IFP News"),
        Row("chronicle-before", "E18", TRUCKS, "Palestine Chronicle, without a source of its own",
            f"{BEFORE}: trucks a day, as reported", per="d", said="about", rounding=100, role="baseline", of=ALL),
        Row("office-before", "E23", TRUCKS, OFFICE, f"{BEFORE}: trucks a day", per="d", rounding=100, role="baseline",
            of=ALL, by="Middle East Monitor", value="500"),
        Row("cogat-food-before", "E19", FOOD, "COGAT (Israel, Ministry of Defense)",
            f"{BEFORE}: food trucks a day", per="d", rounding=10, role="baseline", of=("unrwa-food", "cogat-food"),
            by="insighthubnews", published="2024"),
        Row("rafah-fuel-before", "E32", FUEL, "Media director of the Rafah crossing", f"{BEFORE}: fuel a day",
            "fuel", "L", per="d", said="at least", rounding=100000, role="baseline", of=("ocha-fuel", "un-fuel"),
            by="LBCI"),
    ),
    {"grain": "day", "constant": "2023-10-06"},
)  # fmt: skip

NEEDS = Figures(
    "needs", "What was said to be needed", "Need, as stated on the day",
    (
        Row("ocha-need", "E21", NEEDED, OCHA, "Trucks a day asked for by the Emergency Relief Coordinator",
            per="d", said="at least", rounding=10, role="need", of=ALL, by="Rediff"),
        Row("unrwa-need", "E22", NEEDED, "UNRWA (United Nations)", "Trucks a day asked for", per="d", rounding=100,
            role="need", of=ALL, by="OODA Loop"),
        Row("office-need", "E23", NEEDED, OFFICE, "Trucks a day needed to recover", per="d", rounding=100, role="need",
            of=ALL, by="Middle East Monitor"),
        Row("wfp-need", "E25", None, "World Food Programme", "Food trucks a day, for its own work alone", per="d",
            rounding=10, role="need", by="Reuters"),
        Row("unrwa-fuel-need", "E29", "fuel needed in the Gaza Strip", "UNRWA (United Nations)",
            "Fuel a day for basic humanitarian operations", "fuel", "L", per="d", rounding=10000, role="need",
            of=("ocha-fuel", "un-fuel"), by="Middle East Monitor"),
        Row("reuters-fuel-need", "E31", "fuel needed in the Gaza Strip", "Reuters", "Fuel a day for all of the Strip",
            "fuel", "L", per="d", said="more than", rounding=100000, role="need", of=("ocha-fuel", "un-fuel"),
            by="Rediff"),
    ),
    {"grain": "day", "column": "stated"}, {"stated": ("date", "day of the report")},
)  # fmt: skip

STANDARDS = Figures(
    "standards", "Standards of need",
    "Need of one person by a standard, which holds on any day; here for the days of the pack",
    (
        Row("sphere-water", "E28", "water needed by a person", "Sphere", "Water for one person a day, key indicator",
            "water", "L", per="{person}.d", rounding=1, role="need", published="no date"),
        Row("sphere-energy", "E27", "food energy needed by a person", "Sphere",
            "Food energy for one person a day, planning figure", "food energy", "kcal", per="{person}.d",
            rounding=100, role="need"),
    ),
    {"grain": "period", "constant": "2023-10-21/2023-12-31"},
)  # fmt: skip

PEOPLE = "population of the Gaza Strip"
POPULATION = Figures(
    "population", "People in the Gaza Strip", "People living in the Gaza Strip in 2023",
    (
        Row("pcbs-population", "E33", PEOPLE, "Palestinian Central Bureau of Statistics",
            "Projection for 2023, sum of the five governorates", "person", sort="stock", role="population", of=ALL,
            by="OCHA, Humanitarian Needs Overview 2023"),
        Row("ocha-population", "E34", PEOPLE, OCHA, "People living in the Strip, rounded", "person", sort="stock",
            role="population", of=ALL, value="2200000", rounding=100000),
    ),
    {"grain": "year", "constant": "2023"},
)  # fmt: skip

FUNCTIONING, PARTLY = "functioning hospitals", "partly functioning hospitals"
HOSPITALS = Figures(
    "hospitals", "Hospitals that functioned", "Hospitals that functioned on the day",
    (
        Row("un-hospitals-north", "E35", PARTLY, UN, "Hospitals partly operational, by figures of the WHO", "hospital",
            sort="stock", place=NORTH),
        Row("un-hospitals-south", "E36", FUNCTIONING, UN, "Hospitals operational", "hospital", sort="stock",
            place=SOUTH, by="Prensa Latina"),
        Row("who-hospitals-december", "E37", FUNCTIONING, WHO, "Hospitals operating", "hospital", sort="stock",
            by="Reuters"),
        Row("ocha-hospitals-north", None, FUNCTIONING, OCHA, "Hospitals, both small, that operated", "hospital",
            sort="stock", place=NORTH, value="2", period=("2023-12-06",), published="2023-12-06",
            source="OCHA, Flash Update 61"),
        Row("who-hospitals-partly", "E38", PARTLY, WHO, "Hospitals partially functional", "hospital", sort="stock",
            by="Reuters"),
        Row("un-hospitals-north-all", "E35", "hospitals", UN, "Hospitals in all, open or not", "hospital", sort="stock",
            role="population", of=("un-hospitals-north", "ocha-hospitals-north"), place=NORTH, value="24"),
        Row("un-hospitals-south-all", "E36", "hospitals", UN, "Hospitals in all, open or not", "hospital", sort="stock",
            role="population", of=("un-hospitals-south",), place=SOUTH, value="11", by="Prensa Latina"),
        Row("who-hospitals-all", "E37", "hospitals", WHO, "Hospitals in all, open or not", "hospital", sort="stock",
            role="population", of=("who-hospitals-december", "who-hospitals-partly"), value="36", by="Reuters"),
    ),
    {"grain": "day", "column": "day"}, {"day": ("date", "the day")},
)  # fmt: skip

SUPPLIES = Figures(
    "supplies", "Supplies to hospitals and people", "Supplies that reached hospitals or people",
    (
        Row("who-hospital-fuel", "E39", "fuel delivered to hospitals", WHO,
            "Fuel to two hospitals, Al-Ahli and Al-Sahaba",
            "fuel", "L", rounding=100, sort="flow", place=NORTH, by="Anadolu, MENAFN"),
        Row("ocha-medical", "E40", "medical supplies delivered", OCHA, "Medical supplies north of Wadi Gaza",
            "medical supplies", "t", rounding=1, sort="flow", place=NORTH),
        Row("ocha-medical-day", "E41", "medical supplies delivered to one hospital", OCHA,
            "Medical supplies to one hospital, Al-Ahli, on one day", "medical supplies", "t", rounding=1, sort="flow",
            place=NORTH),
        Row("wfp-people", "E44", "people reached with food by the World Food Programme", "World Food Programme",
            "People reached with its food", "person", sort="flow"),
    ),
    PERIOD, SPAN,
)  # fmt: skip


def tables(evidence: Path) -> list[Figures]:
    """The tables with values, days and addresses from the rows of evidence that they name."""
    with evidence.open(encoding="utf-8", newline="") as file:
        known = {row["id"]: row for row in csv.DictReader(file)}
    return [
        Figures(each.name, each.title, each.definition, tuple(_filled(row, each, known) for row in each.rows),
                each.periods, each.periods_fields)
        for each in (REPORTED, BASELINES, NEEDS, STANDARDS, POPULATION, HOSPITALS, SUPPLIES)
    ]  # fmt: skip


def _filled(row: Row, table: Figures, known: Mapping[str, Mapping[str, str]]) -> Row:
    if row.evidence is None:
        return row
    found = known[row.evidence]
    days = {"first_day": "period_start", "last_day": "period_end", "day": "period_start", "stated": "date"}
    changed = {
        "value": row.value or found["value"],
        "published": row.published or found["date"],
        "source": row.source or found["url"].partition(" (")[0],
        "period": tuple(found[days[name]] for name in table.periods_fields),
    }
    return Row(**{name: changed.get(name, getattr(row, name)) for name in Row.__dataclass_fields__})
