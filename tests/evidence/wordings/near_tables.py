"""Invented ferries, a clinic, towns, a lake, a market's prices and districts' waste with their figures, which the
sentences of ``near.txt`` are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

PASSENGERS = {
    "Osmer": (
        (4120, 4380, 5260, 6940, 8130, 9870, 12460, 13020, 9240, 7150, 5080, 4630),
        (4310, 4520, 5640, 7280, 8660, 10240, 12910, 13640, 9580, 7390, 5270, 4850),
    ),
    "Pellan": (
        (2210, 2340, 2690, 3480, 4270, 5160, 6830, 7090, 4920, 3710, 2560, 2380),
        (2150, 2290, 2610, 3390, 4180, 4990, 6620, 6910, 4770, 3560, 2490, 2310),
    ),
    "Wick": (
        (940, 980, 1130, 1490, 1820, 2240, 3010, 3120, 2080, 1570, 1110, 1020),
        (980, 1010, 1190, 1580, 1930, 2390, 3240, 3350, 2210, 1640, 1150, 1060),
    ),
}
CARS = {
    "Osmer": (
        (1180, 1230, 1490, 1920, 2210, 2640, 3280, 3390, 2470, 1980, 1430, 1310),
        (1210, 1260, 1550, 2010, 2330, 2720, 3410, 3530, 2540, 2050, 1480, 1360),
    ),
    "Pellan": (
        (610, 640, 720, 930, 1120, 1340, 1760, 1820, 1270, 980, 700, 660),
        (590, 620, 700, 910, 1090, 1310, 1710, 1790, 1230, 950, 680, 640),
    ),
    "Wick": (
        (210, 220, 260, 340, 410, 500, 670, 690, 460, 350, 250, 230),
        (220, 230, 270, 360, 430, 530, 710, 740, 490, 370, 260, 240),
    ),
}
FIRST = (61, 58, 66, 72, 69, 75, 81, 64, 59, 70, 77, 83, 88, 79, 74, 68, 62, 71, 80, 92, 85, 76, 41, 38, 73, 84)
_REPEAT = "142 137 151 160 158 163 171 149 144 155 168 175 182 170 165 152 147 159 172 188 180 166 98 91 161 177"
REPEAT = [int(value) for value in _REPEAT.split()]
PEOPLE = {
    "Aske": (48_200, 48_900, 49_600, 50_400, 51_300),
    "Brill": (23_700, 23_600, 23_400, 23_500, 23_300),
    "Corvin": (11_900, 12_100, 12_400, 12_600, 12_800),
}
THEFTS = {"Aske": (612, 574, 588, 641, 693), "Brill": (203, 188, 179, 210, 198), "Corvin": (71, 66, 78, 83, 90)}
SOLVED = {"Aske": (204, 196, 211, 224, 231), "Brill": (88, 81, 80, 91, 87), "Corvin": (24, 25, 27, 26, 30)}
BOYS = {"Aske": (271, 264, 258, 269, 274), "Brill": (112, 109, 103, 106, 101), "Corvin": (66, 68, 71, 69, 72)}
GIRLS = {"Aske": (258, 251, 247, 254, 262), "Brill": (107, 101, 99, 104, 96), "Corvin": (61, 66, 69, 64, 70)}
_STORED = (
    "31.2 33.6 35.1 35.8 34.0 31.1 27.4 23.9 22.6 24.8 28.3 31.7 "
    "33.0 34.9 36.4 36.9 35.2 32.3 28.8 25.1 23.7 26.2 29.9 33.4 34.6"
)
STORED = [float(value) for value in _STORED.split()]  # million cubic metres at the end of each month
EGGS = (2.11, 2.14, 2.19, 2.31, 2.38, 2.36, 2.33, 2.41, 2.52, 2.64, 2.71, 2.78)
FLOUR = (1.02, 1.05, 1.11, 1.24, 1.29, 1.31, 1.28, 1.27, 1.25, 1.23, 1.22, 1.2)
RECYCLED = {
    "North Vale": (1810, 1930, 1880, 1790, 1860, 2010, 1940, 1870),
    "South Vale": (940, 1010, 990, 930, 980, 1060, 1040, 990),
}
LANDFILLED = {
    "North Vale": (2640, 2710, 2690, 2580, 2510, 2590, 2540, 2470),
    "South Vale": (2130, 2190, 2200, 2110, 2080, 2160, 2120, 2050),
}


def _months(first: int, count: int) -> list[str]:
    return [f"{first + i // 12}-{i % 12 + 1:02d}" for i in range(count)]


def _series(name: str, column: str, sort: str, unit: str, *synonyms: str, **more: Any) -> dict[str, Any]:
    known = {"name": name, "property": name, "column": column, "sort": sort, "unit": unit}
    return known | {"synonyms": list(synonyms)} | more


def _table(
    name: str, producer: str, grain: str, whose: dict[str, str], series: list[dict[str, Any]], header: str
) -> dict[str, Any]:
    types = {"week": "date", "month": "yearmonth", "year": "year", "quarter": "string"}
    texts = {"route", "town", "district"}
    fields: list[dict[str, Any]] = [{"name": "period", "type": types.get(grain, "date")}]
    periods = {"grain": grain, "column": "period"}
    if grain == "period":
        fields = [{"name": "from", "type": "date"}, {"name": "to", "type": "date"}]
        periods = {"grain": "period", "column": "from", "last": "to"}
    known = {field["name"] for field in fields}
    for column in header.split(","):
        if column not in known:
            fields.append({"name": column, "type": "string" if column in texts else "number"})
    own = {"producer": producer, "confirmed": True, "entities": whose, "periods": periods, "series": series}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def _ferries() -> list[str]:
    rows = ["period,route,passengers,cars"]
    for i, month in enumerate(_months(2022, 24)):
        for route, years in PASSENGERS.items():
            rows.append(f"{month},{route},{years[i // 12][i % 12]},{CARS[route][i // 12][i % 12]}")
    return rows


def _clinic() -> list[str]:
    rows = ["from,to,visits,first,repeat"]
    for i, (first, repeat) in enumerate(zip(FIRST, REPEAT, strict=True)):
        start = date(2023, 7, 3) + timedelta(7 * i)
        rows.append(f"{start},{start + timedelta(6)},{first + repeat},{first},{repeat}")
    return rows


def _towns() -> list[str]:
    rows = ["period,town,people,thefts,solved,boys,girls"]
    for i in range(5):
        for town in PEOPLE:
            figures = (each[town][i] for each in (PEOPLE, THEFTS, SOLVED, BOYS, GIRLS))
            rows.append(",".join([str(2019 + i), town, *map(str, figures)]))
    return rows


def _lake() -> list[str]:
    months = _months(2022, 25)
    return [
        "period,volume,fill",
        *(f"{month},{value * 1e6:.0f},{value / 0.4:.1f}" for month, value in zip(months, STORED, strict=True)),
    ]


def _waste() -> list[str]:
    rows = ["period,district,recycled,landfilled"]
    for i in range(8):
        for district in RECYCLED:
            rows.append(f"{2022 + i // 4}-Q{i % 4 + 1},{district},{RECYCLED[district][i]},{LANDFILLED[district][i]}")
    return rows


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    tables = [
        (
            _table(
                "ferries", "Strait Ferries Office", "month", {"column": "route"},
                [
                    _series("ferry passengers", "passengers", "flow", "1", "passengers carried", "passengers"),
                    _series("cars carried", "cars", "flow", "1", "cars", "cars shipped"),
                ],
                "period,route,passengers,cars",
            ),
            _ferries(),
        ),
        (
            _table(
                "clinic", "Marden Health Board", "period", {"constant": "Marden Clinic"},
                [
                    _series("visits", "visits", "flow", "1", "patient visits", "consultations"),
                    _series("first visits", "first", "flow", "1", "first-time visits", "new patients"),
                    _series("repeat visits", "repeat", "flow", "1", "return visits", "follow-up visits"),
                ],
                "from,to,visits,first,repeat",
            ),
            _clinic(),
        ),
        (
            _table(
                "towns", "Lowmark Statistics", "year", {"column": "town"},
                [
                    _series("population", "people", "stock", "1", "inhabitants", "residents", role="population"),
                    _series("thefts", "thefts", "flow", "1", "reported thefts", "cases of theft"),
                    _series("thefts solved", "solved", "flow", "1", "solved thefts", "thefts cleared up"),
                    _series("boys born", "boys", "flow", "1", "births of boys", "baby boys", "newborn boys"),
                    _series("girls born", "girls", "flow", "1", "births of girls", "baby girls", "newborn girls"),
                ],
                "period,town,people,thefts,solved,boys,girls",
            ),
            _towns(),
        ),
        (
            _table(
                "lake", "Ennis Water", "month", {"constant": "Lake Ennis"},
                [
                    _series("stored water", "volume", "stock", "m3", "water stored", "water in store", rounding=1e5),
                    _series("fill level", "fill", "rate", "%", "level of fill", "filling level", rounding=0.1),
                ],
                "period,volume,fill",
            ),
            _lake(),
        ),
        (
            _table(
                "market", "Holm Prices", "month", {"constant": "Holm"},
                [
                    _series("price of eggs", "eggs", "rate", "EUR", "egg price", "eggs", rounding=0.01),
                    _series("price of flour", "flour", "rate", "EUR", "flour price", "flour", rounding=0.01),
                ],
                "period,eggs,flour",
            ),
            [
                "period,eggs,flour",
                *(f"{m},{a},{b}" for m, a, b in zip(_months(2023, 12), EGGS, FLOUR, strict=True)),
            ],
        ),
        (
            _table(
                "waste", "Vale Waste Partnership", "quarter", {"column": "district"},
                [
                    _series("recycled waste", "recycled", "flow", "t", "waste recycled", "recycling", rounding=10),
                    _series("landfilled waste", "landfilled", "flow", "t", "waste sent to landfill", rounding=10),
                ],
                "period,district,recycled,landfilled",
            ),
            _waste(),
        ),
    ]  # fmt: skip
    for table, rows in tables:
        (folder / table["path"]).write_text("\n".join(rows) + "\n", encoding="utf-8")
    descriptor = {"name": "near", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder
