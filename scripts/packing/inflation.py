"""The pack `inflation`: yearly rates of inflation, by month, as statistical offices publish them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from packing.files import Plain, package, resource, series, table

YEARLY = "annual inflation rate"
SYNONYMS = (
    "annual inflation",
    "annual rate of inflation",
    "yearly inflation",
    "year-on-year inflation",
    "12-month inflation",
    "annual consumer price inflation",
)
BARE = ("inflation", "inflation rate", "rate of inflation", "headline inflation", "consumer price inflation")
"""Said without "annual": only where the rate an office leads with is the yearly one."""
INDEX = ("CPI inflation", "CPI inflation rate", "CPI", "consumer price index inflation")
OGL = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


@dataclass(frozen=True)
class Office:
    """One series of one office; `places` is to how many decimals the office prints, `since` the first month taken."""

    country: str
    index: str
    entity: str
    names: tuple[str, ...]
    producer: str
    definition: str
    synonyms: tuple[str, ...]
    measured: str = YEARLY
    places: int = 1
    since: str = ""
    licence: Plain | None = None

    @property
    def name(self) -> str:
        return f"{self.country}-{self.index}".lower()


UK = ("UK", "U.K.", "Britain", "Great Britain", "British")
SOUTH_AFRICA = ("South African", "Republic of South Africa")
ONS = "Office for National Statistics (United Kingdom)"
STATS_SA = "Statistics South Africa"
CHANGE = "Change over twelve months, in per cent, of the"
OFFICES = (
    Office(
        "UK", "CPI", "United Kingdom", UK, ONS,
        f"{CHANGE} Consumer Prices Index, which leaves out the costs of owning a home and council tax (series D7G7); "
        "before 1997 estimated by the office afterwards",
        SYNONYMS + BARE + INDEX, since="1989-01", licence=OGL,
    ),
    Office(
        "UK", "CPIH", "United Kingdom", UK, ONS,
        f"{CHANGE} Consumer Prices Index including owner occupiers’ housing costs and council tax (series L55O); "
        "before 2006 estimated by the office afterwards",
        (*SYNONYMS, *BARE, "CPIH inflation", "CPIH inflation rate", "CPIH"),
        since="1989-01", licence=OGL,
    ),
    Office(
        "UK", "RPI", "United Kingdom", UK, ONS,
        f"{CHANGE} Retail Prices Index, all items (series CZBH); no accredited official statistic since 2013",
        ("annual inflation", "annual rate of inflation", "yearly inflation", "year-on-year inflation",
         "12-month inflation", "inflation", "inflation rate", "rate of inflation", "retail price inflation",
         "RPI inflation", "RPI inflation rate", "RPI"),
        licence=OGL,
    ),
    Office(
        "IE", "CPI", "Ireland", ("Irish", "Republic of Ireland"), "Central Statistics Office (Ireland)",
        f"{CHANGE} Consumer Price Index, all items; before 1997 the office took prices once a quarter, so that months "
        "share a figure",
        SYNONYMS + BARE + INDEX,
    ),
    Office(
        "JP", "CPI", "Japan", ("Japanese",), "Statistics Bureau of Japan",
        f"{CHANGE} Consumer Price Index, all items, with fresh food and energy",
        SYNONYMS + BARE + INDEX,
    ),
    Office(
        "MX", "CPI", "Mexico", ("Mexican",), "National Institute of Statistics and Geography, INEGI (Mexico)",
        f"{CHANGE} National Consumer Price Index, all items",
        SYNONYMS + BARE + INDEX, places=2,
    ),
    Office(
        "NG", "CPI", "Nigeria", ("Nigerian",), "National Bureau of Statistics (Nigeria)",
        f"{CHANGE} Consumer Price Index, all items; worked out from the office’s index and rounded to its two decimals",
        SYNONYMS + BARE + INDEX, places=2,
    ),
    Office(
        "PH", "CPI", "Philippines", ("the Philippines", "Philippine"), "Philippine Statistics Authority",
        f"{CHANGE} Consumer Price Index (2018 = 100), all items, all income households",
        SYNONYMS + BARE + INDEX,
    ),
    Office(
        "ZA", "CPI", "South Africa", SOUTH_AFRICA, STATS_SA,
        f"{CHANGE} Consumer Price Index, headline; before 2009 of the index that led then, for a smaller area",
        SYNONYMS + BARE + INDEX,
    ),
    Office(
        "AR", "CPI", "Argentina", ("Argentine", "Argentinian"),
        "National Institute of Statistics and Censuses, INDEC (Argentina)",
        f"{CHANGE} Consumer Price Index, national, general level (December 2016 = 100); worked out from the office’s "
        "index and rounded to its one decimal",
        SYNONYMS,
    ),
    Office(
        "ZA", "PPI", "South Africa", SOUTH_AFRICA, STATS_SA,
        f"{CHANGE} Producer Price Index for final manufactured goods, headline",
        ("producer price inflation", "producer inflation", "annual producer price inflation",
         "annual rate of producer inflation", "PPI inflation", "PPI"),
        measured="annual producer price inflation rate",
    ),
)  # fmt: skip


def _lines(path: Path) -> list[Mapping[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _rounded(value: str, places: int) -> str:
    """Half away from zero, as offices round; a zero has no sign."""
    text = str(Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return text.removeprefix("-") if not text.strip("-0.") else text


def _resource(office: Office, meta: Mapping[str, str], months: Sequence[str]) -> Plain:
    address = meta["url"].replace(" ", "%20")
    onrecord: Plain = {"producer": office.producer, "definition": office.definition}
    onrecord |= {
        "coverage": {"lo": f"{months[0]}-01", "hi": _last_day(months[-1]), "places": [office.entity]},
        "entities": {"constant": office.entity, "names": {office.entity: list(office.names)}},
        "periods": {"grain": "month", "column": "month"},
        "series": [
            series(
                office.name, office.measured, "rate", "%", "rate",
                synonyms=list(office.synonyms), rounding=float(Decimal(1).scaleb(-office.places)),
            )
        ],
    }  # fmt: skip
    fields = {
        "month": ("yearmonth", "the month"),
        "rate": ("number", "change over twelve months, per cent"),
    }
    title = f"{office.entity}: {office.index}, change over twelve months"
    return resource(office.name, title, fields, onrecord, (office.producer, address), office.licence)


def _last_day(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{month}-{[31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1]}"


def files(data: Path) -> dict[str, str]:
    """The files of the pack by name, from the folder with `observations.jsonl.gz` and `series_metadata.jsonl.gz`."""
    observations = _lines(data / "observations.jsonl.gz")
    meta = {(line["country"], line["series"]): line for line in _lines(data / "series_metadata.jsonl.gz")}
    made, resources = {}, []
    for office in OFFICES:
        key = (office.country, office.index)
        rows = [
            (line["month"], _rounded(line["yoy_percent"], office.places))
            for line in observations
            if (line["country"], line["series"]) == key and line["month"] >= office.since
        ]
        made[f"{office.name}.csv"] = table(("month", "rate"), rows)
        resources.append(_resource(office, meta[key], [month for month, _ in rows]))
    made["datapackage.json"] = package(
        "inflation",
        "Inflation",
        "Yearly rates of inflation, by month, of eight countries, as their statistical offices publish them. "
        "See README.md.",
        resources,
    )
    return made
