# ruff: noqa: E501 - figures of a table stand in one row
"""Invented crossings, a strip's patients, provinces under attack, two sides' prisoners, a grain corridor, a health
service and a town's water, with their figures, which the sentences of ``fir.txt`` are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

TRUCKS = {
    "Marjan": (
        "68 68 62 61 56 64 52 77 64 82 54 64 68 91 59 63 59 64 87 90 68 95 90 69 82 94 80 72 100 98 96 "
        "80 98 86 90 92 101 107 108 115 81 103 0 0 84 117 87 117 99 116 113 112 114 101 112 100 127 125 130 112 110 116 "
        "135 100 129 120"
    ),
    "Kasra Gate": (
        "34 42 37 46 30 46 30 0 30 32 32 30 49 35 40 52 53 36 50 43 55 0 0 56 48 59 37 44 48 57 50 "
        "59 63 61 68 60 67 61 52 69 68 62 72 65 53 69 63 49 59 0 74 65 61 52 61 79 0 76 75 78 80 62 "
        "64 66 69 75"
    ),
    "Zohar Bridge": (
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 21 9 16 14 14 14 26 21 24 17 24 35 22 26 29 "
        "26 25 36 37 0 43 43 32 43 38 38 50 53 44 44 49 58 46 51 45 49 50 48 47 48 58 67 60 53 64 61 "
        "60 64 65 70"
    ),
}
FUEL = {
    "Marjan": (
        "89 97 135 65 104 144 141 103 114 140 82 105 75 128 125 86 126 135 147 96 132 111 134 152 163 112 109 159 117 159 "
        "135 156 97 132 172 148 126 126 129 105 152 155 0 0 183 154 181 175 143 122 179 121 170 114 138 134 160 168 191 "
        "154 156 132 173 170 128 127"
    ),
    "Kasra Gate": (
        "30 55 20 48 30 57 22 0 66 62 29 40 58 70 29 46 34 66 21 24 61 0 0 33 44 55 50 59 44 69 21 "
        "53 52 38 34 39 26 50 51 59 51 21 45 53 21 66 52 66 51 0 40 24 31 40 23 66 0 50 64 53 38 24 "
        "54 70 32 31"
    ),
    "Zohar Bridge": (
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 9 33 8 10 13 22 36 23 26 18 23 17 15 39 19 "
        "19 30 17 15 0 40 19 38 42 28 22 17 32 43 19 25 10 13 27 36 31 24 27 35 25 18 29 18 11 24 28 "
        "46 34 11 39"
    ),
}
CHILDREN = (21, 10, 27, 24, 11, 30, 25, 13, 34, 35, 15, 31, 28, 26, 16, 32, 36, 33, 29, 32, 28, 20, 41, 24, 42, 26)
CHILDREN += (40, 29, 37, 29, 30)
ADULTS = (69, 58, 62, 67, 36, 55, 73, 67, 38, 35, 78, 53, 64, 55, 48, 79, 46, 67, 65, 56, 82, 77, 79, 91, 67, 61)
ADULTS += (68, 83, 58, 87, 65)
ATTACKS = {
    "Vellach": (63, 82, 61, 59, 66, 64, 58, 55, 52, 54, 49, 48, 52, 57, 37, 51, 36, 35, 32, 45, 49, 28, 34, 41, 23),
    "Upper Talis": (41, 44, 35, 40, 32, 30, 42, 37, 36, 29, 28, 31, 36, 27, 34, 26, 22, 29, 23, 24, 19, 18, 20, 12, 17),
    "Kemren": (109, 127, 119, 94, 122, 91, 87, 88, 105, 86, 84, 79, 71, 86, 67, 65, 57, 56, 59, 47, 76, 40, 44, 58, 52),
    "Dorva": (23, 25, 21, 22, 16, 18, 20, 17, 19, 14, 13, 17, 12, 15, 18, 16, 14, 11, 10, 13, 8, 12, 9, 7, 5),
}
KILLED = {
    "Vellach": (17, 48, 23, 34, 18, 22, 35, 28, 16, 25, 21, 19, 20, 15, 13, 24, 12, 14, 11, 17, 25, 8, 9, 16, 7),
    "Upper Talis": (21, 22, 11, 14, 17, 13, 12, 18, 16, 15, 10, 19, 9, 12, 17, 8, 6, 11, 7, 10, 5, 9, 8, 3, 4),
    "Kemren": (30, 74, 68, 32, 67, 33, 46, 25, 60, 34, 27, 38, 17, 22, 28, 30, 35, 24, 21, 16, 19, 23, 18, 20, 26),
    "Dorva": (12, 13, 11, 10, 6, 8, 9, 14, 5, 7, 3, 9, 6, 7, 8, 5, 4, 6, 3, 7, 4, 5, 2, 1, 0),
}
INJURED = {
    "Vellach": (86, 144, 112, 101, 115, 72, 73, 55, 61, 62, 57, 59, 95, 80, 66, 70, 54, 53, 47, 82, 76, 39, 38, 40, 30),
    "Upper Talis": (49, 42, 43, 69, 50, 45, 61, 66, 58, 52, 34, 53, 64, 48, 37, 23, 31, 26, 22, 41, 19, 25, 28, 21, 18),
    "Kemren": (
        173,
        195,
        160,
        166,
        222,
        150,
        94,
        117,
        162,
        159,
        118,
        109,
        68,
        82,
        78,
        105,
        63,
        92,
        91,
        55,
        108,
        69,
        40,
        90,
        85,
    ),
    "Dorva": (30, 21, 33, 34, 23, 20, 31, 17, 27, 12, 15, 16, 22, 28, 25, 26, 14, 18, 17, 13, 11, 10, 9, 8, 5),
}
PRISONERS = {
    "Velmark": (249, 109, 146, 68, 160, 117, 56, 150, 58, 200, 46, 239, 195, 168, 209, 402),
    "Tarsia": (170, 202, 84, 37, 124, 113, 213, 27, 199, 120, 233, 74, 188, 235, 114, 367),
}
INBOUND = (11, 40, 50, 44, 93, 66, 99, 84, 68, 75, 63, 102, 90, 87, 62, 94, 51, 78)
OUTBOUND = (9, 41, 46, 55, 81, 61, 93, 86, 67, 77, 73, 91, 94, 88, 59, 96, 46, 83)
WHEAT = (
    59400,
    488200,
    571300,
    727900,
    894500,
    654100,
    379800,
    457600,
    478900,
    435300,
    395200,
    543700,
    633400,
    643800,
    349100,
    842500,
    449700,
    720600,
)
MAIZE = (
    144100,
    661800,
    765200,
    1051300,
    1180900,
    1134700,
    1490200,
    1129500,
    963400,
    822600,
    928100,
    1053800,
    1049600,
    771300,
    521700,
    1389200,
    640500,
    800900,
)
BARLEY = (
    0,
    55700,
    131200,
    129600,
    253900,
    155300,
    109400,
    160100,
    154800,
    233500,
    122700,
    221900,
    203600,
    83200,
    37500,
    107300,
    70900,
    189400,
)
HEALTH = {
    "Vellach": (
        (1840, 1835, 1852, 1870, 1866, 1710, 1395, 1204, 1297),
        (912400, 918700, 924100, 929800, 933600, 927500, 901200, 846300, 831900),
        (112, 87, 64, 91, 203, 318, 742, 1126, 655),
        (71.4, 72.0, 72.9, 74.3, 76.8, 83.1, 92.5, 97.2, 91.6),
    ),
    "Upper Talis": (
        (960, 965, 958, 970, 982, 991, 1003, 1018, 1046),
        (498200, 501900, 506300, 509500, 514800, 531700, 560400, 602500, 611300),
        (41, 29, 33, 52, 48, 97, 160, 241, 189),
        (64.8, 65.9, 65.2, 67.7, 69.0, 73.5, 80.4, 86.1, 84.7),
    ),
    "Kemren": (
        (2410, 2398, 2415, 2431, 2440, 2102, 1466, 1190, 1120),
        (1240600, 1252800, 1263900, 1271100, 1279500, 1238200, 1130700, 1004800, 968300),
        (146, 131, 98, 120, 377, 611, 1480, 2315, 1102),
        (75.2, 74.6, 76.1, 77.0, 79.3, 88.2, 96.9, 99.1, 98.4),
    ),
    "Dorva": (
        (410, 412, 405, 405, 398, 402, 431, 460, 492),
        (176300, 176900, 177200, 178100, 178800, 183600, 194900, 210200, 216700),
        (9, 14, 6, 11, 8, 22, 35, 71, 28),
        (58.3, 57.9, 59.6, 60.2, 61.5, 63.8, 70.9, 77.6, 74.0),
    ),
}
WATER = {
    "Tamsa": (41200, 39800, 44100, 47300, 52600, 58900, 63400, 61200, 55700, 49100, 38400, 36900),
    "Beit Rahil": (18300, 17900, 19400, 20800, 22100, 25600, 27900, 28400, 24700, 21300, 17200, 16600),
    "Old Quarter": (9400, 9100, 8800, 8500, 8100, 7700, 7200, 6900, 6500, 6100, 5600, 4700),
    "Senn Heights": (26700, 25900, 28800, 31400, 33700, 38200, 40100, 42300, 36800, 30500, 24600, 23100),
}
WATER_PRICE = {
    "Tamsa": "4.20 4.20 4.35 4.40 4.80 5.30 5.90 6.10 5.60 6.40 8.70 9.30",
    "Beit Rahil": "3.80 3.75 3.90 4.10 4.40 4.90 5.20 5.40 5.00 5.70 7.60 7.90",
    "Old Quarter": "5.10 5.30 5.50 5.80 6.20 6.90 7.40 7.80 8.10 8.60 11.40 12.60",
    "Senn Heights": "3.10 3.10 3.20 3.20 3.60 4.10 4.40 4.50 4.20 4.60 5.80 6.20",
}


def _months(year: int, month: int, count: int) -> list[str]:
    return [f"{year + (month - 1 + i) // 12}-{(month - 1 + i) % 12 + 1:02d}" for i in range(count)]


def _words(rows: dict[str, str]) -> dict[str, list[str]]:
    return {who: row.split() for who, row in rows.items()}


def _each(entity: str, periods: list[str], **columns: dict[str, Any]) -> list[str]:
    names = list(columns)
    lines = [f"period,{entity},{','.join(names)}"]
    for i, one in enumerate(periods):
        for who in columns[names[0]]:
            lines.append(f"{one},{who}," + ",".join(str(columns[name][who][i]) for name in names))
    return lines


def _one(periods: list[str], **columns: Any) -> list[str]:
    rows = zip(*columns.values(), strict=True)
    return [
        f"period,{','.join(columns)}",
        *(f"{one},{','.join(map(str, row))}" for one, row in zip(periods, rows, strict=True)),
    ]


def _series(column: str, of: str, *synonyms: str, **more: Any) -> dict[str, Any]:
    base = {"name": of, "property": of, "synonyms": list(synonyms), "column": column, "unit": "1", "sort": "flow"}
    return base | more


def _table(name: str, periods: dict[str, str], whose: dict[str, str], producer: str, *series: dict[str, Any]) -> Any:
    types = {"day": "date", "period": "date", "month": "yearmonth", "year": "year"}
    kind = types.get(periods["grain"], "string")
    fields = [{"name": periods["column"], "type": kind}]
    fields += [{"name": periods["last"], "type": kind}] if "last" in periods else []
    fields += [{"name": whose["column"]}] if "column" in whose else []
    fields += [{"name": one["column"], "type": "number"} for one in series]
    own = {"producer": producer, "confirmed": True, "entities": whose, "periods": periods, "series": list(series)}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    days = [str(date(2023, 12, 1) + timedelta(i)) for i in range(66)]
    weeks = [date(2023, 7, 3) + timedelta(7 * i) for i in range(31)]
    quarters = [f"{2020 + i // 4}-Q{i % 4 + 1}" for i in range(16)]
    patients = [a + b for a, b in zip(CHILDREN, ADULTS, strict=True)]
    casualties = {who: [a + b for a, b in zip(KILLED[who], INJURED[who], strict=True)] for who in KILLED}
    ships = [a + b for a, b in zip(INBOUND, OUTBOUND, strict=True)]
    grain = [sum(row) for row in zip(WHEAT, MAIZE, BARLEY, strict=True)]
    tables = [
        (
            _table(
                "crossings",
                {"grain": "day", "column": "period"},
                {"column": "crossing"},
                "Qarda Access Office",
                _series("trucks", "aid trucks", "trucks of aid", "relief trucks", "humanitarian trucks"),
                _series("fuel", "fuel", "fuel delivered", "fuel deliveries", unit="t"),
            ),
            _each("crossing", days, trucks=_words(TRUCKS), fuel=_words(FUEL)),
        ),
        (
            _table(
                "evacuations",
                {"grain": "period", "column": "from", "last": "to"},
                {"constant": "Qarda Strip"},
                "Qarda Ministry of Health",
                _series("patients", "medical evacuations", "patients evacuated", "evacuated patients"),
                _series("children", "child medical evacuations", "children evacuated", "evacuated children"),
                _series("adults", "adult medical evacuations", "adults evacuated", "evacuated adults"),
            ),
            [
                "from,to,patients,children,adults",
                *(f"{one},{one + timedelta(6)},{patients[i]},{CHILDREN[i]},{ADULTS[i]}" for i, one in enumerate(weeks)),
            ],
        ),
        (
            _table(
                "attacks",
                {"grain": "month", "column": "period"},
                {"column": "province"},
                "Oskara Truce Monitor",
                _series("attacks", "attacks", "armed attacks", "attacks recorded"),
                _series("casualties", "civilian casualties", "casualties"),
                _series("killed", "civilians killed", "civilian deaths", "people killed"),
                _series("injured", "civilians injured", "civilians wounded", "people injured"),
            ),
            _each(
                "province",
                _months(2022, 1, 25),
                attacks=ATTACKS,
                casualties=casualties,
                killed=KILLED,
                injured=INJURED,
            ),
        ),
        (
            _table(
                "prisoners",
                {"grain": "quarter", "column": "period"},
                {"column": "side"},
                "Joint Exchange Commission",
                _series("released", "prisoners released", "released prisoners", "prisoners freed"),
            ),
            _each("side", quarters, released=PRISONERS),
        ),
        (
            _table(
                "corridor",
                {"grain": "month", "column": "period"},
                {"constant": "Lorran Corridor"},
                "Lorran Coordination Centre",
                _series("ships", "ships inspected", "vessels inspected", "ship inspections"),
                _series("inbound", "inbound ships inspected", "inbound vessels inspected", "inbound inspections"),
                _series("outbound", "outbound ships inspected", "outbound vessels inspected", "outbound inspections"),
                _series("grain", "grain exports", "grain exported", "grain shipped", unit="t", rounding=100),
                _series("wheat", "wheat exports", "wheat exported", "wheat shipped", unit="t", rounding=100),
                _series("maize", "maize exports", "maize exported", "maize shipped", unit="t", rounding=100),
                _series("barley", "barley exports", "barley exported", "barley shipped", unit="t", rounding=100),
            ),
            _one(
                _months(2022, 8, 18),
                ships=ships,
                inbound=INBOUND,
                outbound=OUTBOUND,
                grain=grain,
                wheat=WHEAT,
                maize=MAIZE,
                barley=BARLEY,
            ),
        ),
        (
            _table(
                "health",
                {"grain": "year", "column": "period"},
                {"column": "province"},
                "Oskara Ministry of Health",
                _series("beds", "hospital beds", "beds open", "hospital beds open", sort="stock"),
                _series("population", "population", "inhabitants", "residents", sort="stock"),
                _series("measles", "measles cases", "cases of measles"),
                _series(
                    "occupancy",
                    "bed occupancy",
                    "bed occupancy rate",
                    "occupancy rate",
                    unit="%",
                    sort="rate",
                    rounding=0.1,
                ),
            ),
            _each(
                "province",
                [str(year) for year in range(2015, 2024)],
                **{
                    name: {who: rows[i] for who, rows in HEALTH.items()}
                    for i, name in enumerate(("beds", "population", "measles", "occupancy"))
                },
            ),
        ),
        (
            _table(
                "water",
                {"grain": "month", "column": "period"},
                {"column": "district"},
                "Tamsa Water Cluster",
                _series("delivered", "water delivered", "water deliveries", "water trucked", unit="m3", rounding=100),
                _series("price", "water price", "price of water", unit="EUR", sort="rate", rounding=0.01),
            ),
            _each("district", _months(2023, 1, 12), delivered=WATER, price=_words(WATER_PRICE)),
        ),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "fir", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
