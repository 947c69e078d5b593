# ruff: noqa: E501 - figures of a table stand in one row
"""Invented aid crossings, shelters, cholera, food prices, electricity, refugees and detentions with their
figures, which the sentences of ``birch.txt`` are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

# aid trucks a month: food, medical, fuel, other (the total is their sum)
TRUCKS = {
    "Bab Sarem": (
        (
            257,
            207,
            237,
            270,
            292,
            290,
            290,
            325,
            321,
            348,
            335,
            264,
            239,
            158,
            395,
            421,
            418,
            371,
            394,
            373,
            456,
            405,
            309,
            286,
            264,
        ),
        (47, 49, 52, 43, 62, 77, 52, 73, 61, 76, 64, 49, 54, 28, 68, 110, 102, 80, 94, 95, 101, 73, 56, 70, 58),
        (26, 41, 29, 41, 31, 32, 35, 36, 47, 51, 53, 32, 38, 29, 53, 47, 54, 66, 54, 53, 54, 70, 36, 41, 44),
        (
            81,
            93,
            134,
            111,
            110,
            116,
            149,
            125,
            114,
            122,
            138,
            126,
            106,
            49,
            169,
            165,
            143,
            148,
            101,
            186,
            113,
            107,
            172,
            121,
            133,
        ),
    ),
    "Kerrat Bridge": (
        (
            118,
            129,
            122,
            124,
            117,
            141,
            157,
            159,
            152,
            149,
            133,
            108,
            105,
            149,
            235,
            223,
            206,
            189,
            200,
            217,
            224,
            189,
            174,
            148,
            133,
        ),
        (28, 27, 23, 33, 26, 25, 36, 33, 26, 41, 22, 27, 22, 30, 57, 40, 53, 51, 32, 47, 40, 34, 39, 33, 31),
        (14, 16, 16, 16, 18, 26, 22, 22, 25, 23, 14, 17, 12, 20, 32, 39, 26, 27, 30, 26, 26, 22, 20, 17, 25),
        (34, 33, 67, 64, 63, 62, 50, 41, 67, 62, 70, 34, 32, 39, 59, 101, 91, 82, 83, 63, 71, 67, 54, 45, 42),
    ),
    "Tell Asha": (
        (56, 50, 54, 0, 0, 43, 72, 66, 65, 70, 62, 40, 32, 32, 82, 74, 85, 82, 80, 74, 88, 62, 55, 56, 44),
        (11, 13, 10, 0, 0, 7, 16, 15, 13, 19, 14, 8, 5, 7, 13, 15, 19, 15, 16, 14, 18, 14, 14, 9, 7),
        (10, 10, 9, 0, 0, 7, 10, 8, 12, 8, 7, 5, 6, 6, 14, 10, 16, 11, 13, 12, 14, 11, 9, 8, 5),
        (25, 14, 30, 0, 0, 14, 20, 28, 25, 33, 17, 10, 13, 9, 22, 37, 33, 25, 22, 39, 25, 28, 26, 19, 25),
    ),
}
# a week: cases, deaths
CHOLERA = {
    "Zahrat": (
        "20 27 50 51 74 110 139 216 284 310 398 470 542 582 692 678 612 612 518 456 389 358 251 179 140 106 73 52 39 27 35 30 30 31 23 22 18 16 18 15",
        "0 1 1 1 1 1 4 4 7 6 4 10 15 16 9 8 16 13 10 6 7 8 3 4 4 1 1 1 1 0 0 1 1 1 0 0 0 0 0 0",
    ),
    "Halmun": (
        "11 17 20 18 16 15 18 20 27 29 42 60 96 119 177 198 233 297 328 340 320 282 240 223 184 133 97 65 48 34 27 24 18 10 18 19 9 16 13 9",
        "0 0 0 0 0 0 0 1 0 1 1 1 2 3 2 5 3 6 6 8 3 7 3 2 4 2 2 1 1 1 1 0 0 0 0 0 0 0 0 0",
    ),
    "Idrin": (
        "6 5 3 4 5 7 7 3 6 5 6 5 8 11 16 21 30 38 50 64 84 83 91 99 91 96 74 68 51 39 32 19 15 12 6 7 4 5 5 5",
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 1 2 1 2 2 1 1 2 1 1 0 0 0 0 0 0 0 0 0 0",
    ),
}
_SHELTERED = (
    "18367 18585 18792 19068 19478 19786 20087 20326 20417 20562 20859 21181 21561 21891 21971 22251 22601 22920 "
    "23229 23436 27439 30297 33008 36804 37261 37663 37490 37794 37574 37315 37183 37161 36939 37339 37390 37261 "
    "37642 37639 37919 38310 38497 38952 38806 38647 38459 38506 38783 39119 39055 39192 38999 38825 38361 37994 "
    "37934 37869 37574 37372 37151 36761 36577 36248 36068 35728 35542 35468 35198 35110 35039 34880 34970 34980 "
    "34823 34636 34650 34609 34421 38031 37645 37571 37581 37532 37517 37299 36885 36764 36860 36509 36299 36084 "
    "35983 35761 35577 35383 35234 35116 "
)
_SHELTERS = (
    "61 61 61 65 65 65 65 65 65 66 66 66 66 66 67 67 67 67 67 67 68 70 75 76 76 80 80 80 80 80 80 85 85 85 85 85 "
    "85 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85 82 82 82 82 82 78 78 78 78 78 78 75 75 75 75 75 74 "
    "74 74 74 74 74 78 84 84 84 84 84 84 84 84 84 84 80 80 80 80 76 76 76 76 "
)
PRICES = {
    "flour price": (
        "0.78 0.79 0.86 0.94 1.02 1.05 1.04 1.01 0.98 0.97 0.99 1.03 "
        "1.06 1.08 1.11 1.15 1.19 1.24 1.31 1.38 1.42 1.47 1.56 1.61 1.56"
    ),
    "cooking oil price": (
        "2.10 2.14 2.46 2.83 3.05 3.12 2.96 2.74 2.61 2.55 2.52 2.48 "
        "2.45 2.41 2.38 2.36 2.40 2.47 2.55 2.68 2.79 2.93 3.18 3.34 3.47"
    ),
    "rice price": (
        "1.31 1.32 1.34 1.37 1.39 1.40 1.38 1.41 1.43 1.44 1.47 1.49 "
        "1.52 1.55 1.57 1.60 1.58 1.63 1.72 1.84 1.90 1.97 2.08 2.15 2.11"
    ),
}
POWER = {
    "Quenza": (
        "11.4 11.2 12.0 12.6 13.1 12.2 10.8 10.3 11.5 12.4 11.1 9.6 "
        "9.2 8.1 8.8 9.9 10.4 9.0 7.2 6.8 7.9 8.3 6.1 5.2 4.6"
    ),
    "Tabrin": ("7.0 6.8 7.1 7.5 7.9 7.3 6.4 6.2 6.6 7.2 6.0 5.1 4.8 4.0 4.4 4.9 5.3 4.7 3.9 3.6 4.1 4.3 3.2 2.6 2.9"),
    "Port Selim": (
        "14.8 14.5 15.2 15.9 16.3 15.8 14.1 13.7 14.4 15.0 14.2 13.3 "
        "13.0 12.6 13.4 14.0 14.6 14.9 15.1 15.3 15.6 16.0 16.4 16.8 17.2"
    ),
}
WATER = {
    "Quenza": "84 84 85 86 86 83 78 75 79 82 80 76 74 69 71 75 77 72 61 58 64 66 53 47 42",
    "Tabrin": "63 62 62 64 65 61 55 52 54 57 53 48 46 41 43 45 48 44 38 35 37 39 31 27 29",
    "Port Selim": "91 91 92 92 93 93 90 89 90 91 91 90 90 89 91 92 92 93 93 94 94 95 95 96 96",
}
# refugees a quarter: by land, by sea, by air (the total is their sum)
ARRIVALS = (
    (3120, 1480, 2260, 3940, 4410, 5230, 6870, 6120, 7340, 12650, 15880, 11420, 9760, 10940, 12310, 8150),
    (640, 910, 2870, 1120, 530, 1460, 3920, 1340, 710, 2240, 5630, 1890, 860, 2510, 6480, 1730),
    (210, 15, 40, 95, 130, 160, 240, 220, 310, 480, 520, 390, 340, 410, 450, 360),
)
RECOGNITION = "61.2 60.8 62.5 63.1 58.4 57.9 55.0 54.6 52.3 49.7 47.1 46.8 44.9 45.3 41.6 38.2"
# a year: detentions, releases, population
DETENTIONS = {
    "Ardesh": (
        (310, 342, 298, 285, 361, 448, 590, 812, 1046, 1385),
        (288, 301, 310, 262, 274, 330, 402, 515, 498, 611),
        (412000, 417000, 421000, 426000, 431000, 435000, 439000, 444000, 448000, 452000),
    ),
    "Kolvar": (
        (1240, 1315, 1180, 1095, 1270, 1630, 2210, 1940, 2385, 2760),
        (1105, 1160, 1198, 1030, 1012, 1290, 1504, 1622, 1570, 1815),
        (1830000, 1846000, 1861000, 1879000, 1894000, 1908000, 1921000, 1935000, 1952000, 1968000),
    ),
    "San Ligo": (
        (96, 88, 104, 79, 91, 120, 165, 143, 188, 171),
        (90, 84, 95, 81, 80, 97, 118, 126, 130, 149),
        (96000, 95500, 95000, 94200, 93600, 92900, 92100, 91500, 90800, 90000),
    ),
    "Pelhane": (
        (702, 668, 641, 597, 560, 531, 524, 480, 433, 351),
        (640, 655, 620, 588, 571, 502, 496, 471, 440, 402),
        (688000, 694000, 701000, 709000, 715000, 722000, 730000, 739000, 745000, 754000),
    ),
}


def _months(first: int, count: int) -> list[str]:
    return [f"{first + i // 12}-{i % 12 + 1:02d}" for i in range(count)]


def _series(name: str, of: str, column: str, *synonyms: str, sort: str = "flow", unit: str = "1", **more: Any) -> Any:
    own = {"name": name, "property": of, "synonyms": list(synonyms), "column": column, "unit": unit, "sort": sort}
    return own | more


def _table(name: str, periods: Any, kind: str, whose: dict[str, str], producer: str, series: list[Any]) -> Any:
    fields = [{"name": periods[one], "type": kind} for one in ("column", "last") if one in periods]
    fields += [{"name": whose["column"], "type": "string"}] if "column" in whose else []
    fields += [{"name": one["column"], "type": "number"} for one in series]
    own = {"producer": producer, "confirmed": True, "entities": whose, "periods": periods, "series": series}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def _lines(table: Any, rows: list[tuple[Any, ...]]) -> list[str]:
    head = ",".join(one["name"] for one in table["schema"]["fields"])
    return [head, *(",".join(map(str, row)) for row in rows)]


def tables() -> list[tuple[Any, list[tuple[Any, ...]]]]:
    """Every table with its rows."""
    months, days = _months(2022, 25), [date(2023, 11, 1) + timedelta(i) for i in range(96)]
    weeks = [date(2023, 5, 1) + timedelta(7 * i) for i in range(40)]
    quarters = [f"{2020 + i // 4}-Q{i % 4 + 1}" for i in range(16)]
    return [
        (
            _table(
                "trucks",
                {"grain": "month", "column": "month"},
                "yearmonth",
                {"column": "crossing"},
                "Marwa Aid Logistics Cell",
                [
                    _series(
                        "aid trucks", "aid trucks", "all", "aid lorries", "truckloads of aid", "humanitarian trucks"
                    ),
                    _series("food trucks", "food trucks", "food", "food lorries", "trucks carrying food"),
                    _series(
                        "medical trucks", "medical trucks", "medical", "medical lorries", "trucks carrying medicine"
                    ),
                    _series("fuel trucks", "fuel trucks", "fuel", "fuel tankers", "trucks carrying fuel"),
                    _series("other trucks", "other trucks", "other", "trucks carrying other goods"),
                ],
            ),
            [
                (month, who, sum(row), *row)
                for i, month in enumerate(months)
                for who, parts in TRUCKS.items()
                for row in [tuple(part[i] for part in parts)]
            ],
        ),
        (
            _table(
                "shelters",
                {"grain": "day", "column": "day"},
                "date",
                {"constant": "Orlan"},
                "Orlan Shelter Cluster",
                [
                    _series(
                        "people in shelters",
                        "people in shelters",
                        "people",
                        "displaced people in shelters",
                        "people sheltering",
                        "displaced people in collective shelters",
                        sort="stock",
                    ),
                    _series(
                        "open shelters",
                        "open shelters",
                        "shelters",
                        "collective shelters open",
                        "shelters open",
                        sort="stock",
                    ),
                ],
            ),
            list(zip(days, _SHELTERED.split(), _SHELTERS.split(), strict=True)),
        ),
        (
            _table(
                "cholera",
                {"grain": "period", "column": "from", "last": "to"},
                "date",
                {"column": "governorate"},
                "Disease Early Warning Network",
                [
                    _series("cholera cases", "cholera cases", "cases", "cases of cholera", "cholera infections"),
                    _series("cholera deaths", "cholera deaths", "deaths", "deaths from cholera"),
                ],
            ),
            [
                (week, week + timedelta(6), who, cases.split()[i], deaths.split()[i])
                for i, week in enumerate(weeks)
                for who, (cases, deaths) in CHOLERA.items()
            ],
        ),
        (
            _table(
                "prices",
                {"grain": "month", "column": "month"},
                "yearmonth",
                {"constant": "Marwa"},
                "Marwa Market Monitor",
                [
                    _series(
                        "flour price",
                        "flour price",
                        "flour",
                        "price of flour",
                        "kilo of flour",
                        sort="rate",
                        unit="EUR",
                        rounding=0.01,
                    ),
                    _series(
                        "cooking oil price",
                        "cooking oil price",
                        "oil",
                        "price of cooking oil",
                        "litre of cooking oil",
                        sort="rate",
                        unit="EUR",
                        rounding=0.01,
                    ),
                    _series(
                        "rice price",
                        "rice price",
                        "rice",
                        "price of rice",
                        "kilo of rice",
                        sort="rate",
                        unit="EUR",
                        rounding=0.01,
                    ),
                ],
            ),
            list(zip(months, *(row.split() for row in PRICES.values()), strict=True)),
        ),
        (
            _table(
                "power",
                {"grain": "month", "column": "month"},
                "yearmonth",
                {"column": "town"},
                "Grid Watch",
                [
                    _series(
                        "electricity supply",
                        "electricity supply",
                        "hours",
                        "hours of electricity",
                        "hours of power",
                        "daily electricity supply",
                        sort="rate",
                        unit="h",
                        rounding=0.1,
                    ),
                    _series(
                        "running water coverage",
                        "running water coverage",
                        "water",
                        "households with running water",
                        "access to running water",
                        sort="rate",
                        unit="%",
                        rounding=1,
                    ),
                ],
            ),
            [
                (month, who, row.split()[i], WATER[who].split()[i])
                for i, month in enumerate(months)
                for who, row in POWER.items()
            ],
        ),
        (
            _table(
                "arrivals",
                {"grain": "quarter", "column": "quarter"},
                "string",
                {"constant": "Keldria"},
                "Keldria Refugee Registration Office",
                [
                    _series("refugee arrivals", "refugee arrivals", "all", "refugees arriving", "refugees registered"),
                    _series("land arrivals", "land arrivals", "land", "refugees arriving by land", "arrivals by land"),
                    _series("sea arrivals", "sea arrivals", "sea", "refugees arriving by sea", "arrivals by sea"),
                    _series("air arrivals", "air arrivals", "air", "refugees arriving by air", "arrivals by air"),
                    _series(
                        "recognition rate",
                        "recognition rate",
                        "recognised",
                        "asylum recognition rate",
                        sort="rate",
                        unit="%",
                        rounding=0.1,
                    ),
                ],
            ),
            [
                (quarter, sum(row), *row, rate)
                for quarter, row, rate in zip(quarters, zip(*ARRIVALS, strict=True), RECOGNITION.split(), strict=True)
            ],
        ),
        (
            _table(
                "detentions",
                {"grain": "year", "column": "year"},
                "year",
                {"column": "province"},
                "Detention Observatory",
                [
                    _series("detentions", "detentions", "detained", "people detained", "arrests"),
                    _series("releases", "releases", "released", "people released", "detainees released"),
                    _series("population", "population", "population", "inhabitants", "residents", sort="stock"),
                ],
            ),
            [
                (2014 + i, who, *(column[i] for column in columns))
                for i in range(10)
                for who, columns in DETENTIONS.items()
            ],
        ),
    ]


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    every = tables()
    data = {"name": "birch", "resources": [table for table, _ in every]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, rows in every:
        (folder / table["path"]).write_text("\n".join(_lines(table, rows)) + "\n", encoding="utf-8")
    return folder
