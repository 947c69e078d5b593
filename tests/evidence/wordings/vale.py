"""Invented towns, a country and a valley with their figures, which the sentences of levels.txt are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

CITIES = {"Harrowmere": (411_000, 1.06), "Sollis": (152_300, 0.93), "Penwarden": (60_900, 1.11)}
YEARLY = (88, 84, 81, 90, 97, 113, 131, 128, 104, 93, 86, 95)


def _months(first: int, last: int) -> list[str]:
    return [f"{year}-{month:02d}" for year in range(first, last + 1) for month in range(1, 13)]


def _quarters(first: int, last: int) -> list[str]:
    return [f"{year}-Q{quarter}" for year in range(first, last + 1) for quarter in range(1, 5)]


def _days(first: date, count: int, step: int = 1) -> list[str]:
    return [str(first + timedelta(index * step)) for index in range(count)]


def _wave(index: int, size: float, growth: float, salt: int, digits: int = 0) -> float:
    """A figure that moves up and down around a slow growth, the same each time."""
    season = YEARLY[(index + salt) % 12] / 100
    value = size * season * (1 + (growth - 1) * index / 12) * (1 + ((index * 37 + salt * 17) % 23 - 11) / 160)
    return round(value, digits) if digits else round(value)


Rows = dict[tuple[str, str], float]


def _rows(periods: list[str], names: dict[str, tuple[float, float]], digits: int = 0) -> Rows:
    return {
        (period, name): _wave(index, size, growth, salt, digits)
        for index, period in enumerate(periods)
        for salt, (name, (size, growth)) in enumerate(names.items())
    }


MONTHS, QUARTERS = _months(2019, 2022), _quarters(2018, 2022)
YEARS = [str(year) for year in range(2012, 2023)]
WEEKS = _days(date(2022, 1, 3), 52, 7)
DAYS = _days(date(2021, 1, 1), 181)
JOURNEYS = _rows(MONTHS, CITIES)
LOANS = _rows(MONTHS, {"Sollis Central Library": (5_200, 0.95), "Penwarden Library": (1_900, 1.08)})
ASYLUM = _rows(MONTHS, {"Estmark": (3_100, 1.2)})
DIESEL = _rows(MONTHS, {"Estmark": (1.52, 1.05)}, 2)
INFLATION = _rows(MONTHS, {"Estmark": (4.4, 1.2)}, 1)
POWER = _rows(QUARTERS, {"Estmark": (8_240, 1.03)})
ARRESTS = _rows(QUARTERS, {"Northwick": (412, 1.1), "Calder": (655, 0.95)})
BURGLARIES = _rows(QUARTERS, {"Northwick": (233, 0.94), "Calder": (301, 1.02)})
VACANCY = _rows(QUARTERS, {"Harrowmere": (9.1, 1.1), "Sollis": (12.4, 0.97)}, 1)
WASTE = _rows(QUARTERS, {"Harrowmere": (14_800, 1.05), "Sollis": (6_350, 1.02)})
BIRTHS = _rows(YEARS, {"Lorne": (21_400, 0.9), "Dovra": (8_950, 1.06)})
DEATHS = _rows(YEARS, {"Lorne": (17_900, 1.05), "Dovra": (7_300, 1.02)})
BORN = {key: round(value * 0.86) for key, value in BIRTHS.items()}
WHEAT = _rows(YEARS, {"Lorne": (1_310_000, 1.02), "Dovra": (402_000, 0.97)})
MEASLES = _rows(WEEKS, {"Ostrand": (140, 1.2), "Meeks": (61, 0.9)})
RESERVOIR = _rows(WEEKS, {"Blackmere": (62, 1.01)}, 1)
KILLED = _rows(DAYS, {"the Zarin valley": (24, 1.01)})
COUNTED = {key: round(value * 1.4) + 2 for key, value in KILLED.items()}

ADMITTED = _rows(WEEKS, {"Aldous Hospital": (310, 1.05), "Thorne Infirmary": (122, 0.97)})
CRASHES = _rows(MONTHS, {"Wexmoor": (84, 0.96), "Hartsea": (140, 1.03)})
MILK = _rows(MONTHS, {"Estmark": (41.3, 1.04)}, 1)
HOUSES = _rows(QUARTERS, {"Penwarden": (214_000, 1.05), "Sollis": (187_500, 1.03)})
REFUGEES = _rows(MONTHS, {"Estmark": (61_400, 1.12)})
DROPPED = _rows(YEARS, {"Lorne": (6.2, 1.02), "Dovra": (9.7, 0.98)}, 1)
VISITS = _rows(DAYS, {"the Maritime Museum": (640, 1.01)})

TABLES: list[tuple[str, str, str, str, list[tuple[dict[str, Any], Rows]]]] = [
    ("journeys", "month", "city", "Tessaly Transport Authority",
     [({"property": "passenger journeys", "synonyms": ["passengers", "journeys"], "counted": "passenger"}, JOURNEYS)]),
    ("loans", "month", "library", "Tessaly Library Service",
     [({"property": "library loans", "synonyms": ["loans", "books borrowed"], "counted": "book"}, LOANS)]),
    ("asylum", "month", "", "Estmark Migration Office",
     [({"property": "asylum applications", "synonyms": ["applications for asylum"]}, ASYLUM)]),
    ("diesel", "month", "", "Estmark Price Office",
     [({"property": "diesel price", "synonyms": ["price of diesel"], "unit": "EUR", "sort": "rate", "rounding": 0.01},
       DIESEL)]),
    ("inflation", "month", "", "Estmark Price Office",
     [({"property": "inflation rate", "synonyms": ["inflation"], "unit": "%", "sort": "rate", "rounding": 0.1},
       INFLATION)]),
    ("power", "quarter", "", "Estmark Grid Agency",
     [({"property": "electricity generated", "synonyms": ["power generation", "electricity output"], "unit": "GW.h",
        "rounding": 1}, POWER)]),
    ("crime", "quarter", "district", "Tessaly Police",
     [({"property": "arrests", "synonyms": ["people arrested"], "counted": "person"}, ARRESTS),
      ({"property": "burglaries"}, BURGLARIES)]),
    ("vacancy", "quarter", "city", "Bellhouse Property",
     [({"property": "office vacancy rate", "synonyms": ["empty offices"], "unit": "%", "sort": "rate", "rounding": 0.1},
       VACANCY)]),
    ("waste", "quarter", "city", "Tessaly Waste Authority",
     [({"property": "recycled waste", "synonyms": ["waste recycled"], "unit": "t", "rounding": 1}, WASTE)]),
    ("registry", "year", "province", "Estmark Civil Registry",
     [({"property": "births", "synonyms": ["live births"]}, BIRTHS), ({"property": "deaths"}, DEATHS)]),
    ("clinics", "year", "province", "Estmark Health Agency", [({"property": "births"}, BORN)]),
    ("wheat", "year", "province", "Estmark Ministry of Farming",
     [({"property": "wheat harvest", "synonyms": ["wheat production"], "unit": "t", "rounding": 1000}, WHEAT)]),
    ("measles", "week", "town", "Ostrand Health Board",
     [({"property": "measles cases", "synonyms": ["cases of measles"], "counted": "case"}, MEASLES)]),
    ("reservoir", "week", "", "Tessaly Water",
     [({"property": "reservoir level", "synonyms": ["storage"], "unit": "%", "sort": "rate", "rounding": 0.1},
       RESERVOIR)]),
    ("admitted", "week", "hospital", "Tessaly Health Trust",
     [({"property": "emergency admissions", "synonyms": ["emergency patients"], "counted": "patient"}, ADMITTED)]),
    ("crashes", "month", "county", "Tessaly Road Safety Council",
     [({"property": "road accidents", "synonyms": ["accidents", "crashes"]}, CRASHES)]),
    ("milk", "month", "", "Estmark Dairy Board",
     [({"property": "milk production", "synonyms": ["milk deliveries"], "unit": "l", "rounding": 1e5, "scale": 1e6},
       MILK)]),
    ("houses", "quarter", "city", "Estmark Land Registry",
     [({"property": "average house price", "synonyms": ["house prices"], "unit": "EUR", "sort": "rate"}, HOUSES)]),
    ("refugees", "month", "", "Estmark Refugee Council",
     [({"property": "refugees", "synonyms": ["registered refugees"], "sort": "stock", "counted": "refugee"},
       REFUGEES)]),
    ("dropped", "year", "province", "Estmark School Inspectorate",
     [({"property": "school dropout rate", "synonyms": ["pupils who left school early"], "unit": "%", "sort": "rate",
        "rounding": 0.1}, DROPPED)]),
    ("visits", "day", "", "Harrowmere Museums Service",
     [({"property": "museum visitors", "synonyms": ["visitors", "visits"], "counted": "visitor"}, VISITS)]),
    ("killed", "day", "", "Zarin Ministry of Health",
     [({"property": "people killed", "synonyms": ["killings"], "counted": "person"}, KILLED)]),
    ("counted", "day", "", "Zarin Rights Watch", [({"property": "people killed", "counted": "person"}, COUNTED)]),
]  # fmt: skip
OTHER = {"reservoir": {"Blackmere": ["Blackmere reservoir"]}, "killed": {"the Zarin valley": ["Zarin"]},
         "counted": {"the Zarin valley": ["Zarin"]}}  # fmt: skip


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    types = {"day": "date", "week": "date", "month": "yearmonth", "year": "year"}
    resources = []
    for name, grain, place, producer, series in TABLES:
        keys = list(series[0][1])
        columns = [f"v{index}" for index in range(len(series))]
        fields = [{"name": "when", "type": types.get(grain, "string")}]
        fields += [{"name": place}] if place else []
        fields += [{"name": column, "type": "number"} for column in columns]
        lines = [",".join(field["name"] for field in fields)]
        for when, entity in keys:
            values = [str(rows[when, entity]) for _, rows in series]
            lines.append(",".join([when, *([entity] if place else []), *values]))
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        entities: dict[str, Any] = {"column": place} if place else {"constant": keys[0][1]}
        own = {
            "producer": producer,
            "confirmed": True,
            "entities": entities | ({"names": OTHER[name]} if name in OTHER else {}),
            "periods": {"grain": grain, "column": "when"},
            "series": [
                {"name": f"s{index}", "column": columns[index], "unit": "1", "sort": "flow"} | fixed
                for index, (fixed, _) in enumerate(series)
            ],
        }
        resources.append({"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own})
    data = {"name": "vale", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    return folder
