"""Invented libraries, districts, orchards, an island's wind, a valley's flu, a fuel price and schools with their
figures, which the sentences of ``orders.txt`` and ``orders2.txt`` are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

LOANS = {
    "Elmgate": (
        (2110, 2040, 2650, 3480, 3920, 4150, 5330, 5710, 4880, 5020, 4790, 3850),
        (5210, 4980, 5630, 5120, 4870, 4650, 6020, 6480, 5390, 5510, 5240, 4310),
    ),
    "Northbank": (
        (1210, 1180, 1630, 2140, 2460, 2590, 3280, 3440, 2950, 3010, 2890, 2340),
        (3120, 3050, 3410, 3280, 3190, 2980, 3870, 4120, 3330, 3300, 3260, 2710),
    ),
    "Saddler Street": (
        (990, 1010, 1320, 1780, 1930, 2050, 2640, 2720, 2310, 2390, 2280, 1760),
        (2480, 2610, 2550, 2340, 2290, 2410, 3010, 3150, 2590, 2620, 2500, 1980),
    ),
}
BURGLARIES = {
    "Westry": (412, 287, 334, 398, 376, 305, 321, 365, 402, 388, 379, 431),
    "Old Harbour": (268, 190, 241, 259, 246, 203, 238, 277, 251, 264, 229, 290),
    "Pell Green": (131, 96, 118, 140, 122, 109, 94, 103, 111, 117, 98, 86),
}
APPLES = {
    "Lower Esk": (41200, 43800, 39500, 44100, 46300, 38700, 45200, 47900, 46800),
    "Upper Esk": (28300, 29100, 30400, 27600, 31200, 33500, 32800, 34900, 36100),
    "Dunmore": (15400, 14900, 16200, 15100, 13800, 14300, 12900, 11700, 12200),
    "Fairlie": (9100, 9600, 8800, 10200, 11300, 12500, 13100, 14800, 16900),
}
_WIND = (
    "410 455 502 388 296 210 185 240 333 471 520 610 588 497 402 350 275 198 160 225 310 690 735 640 505 420 380 "
    "345 290 260 315 540 565 480 430 395 300 205 170 140 190 285 365 450 515 600 660 580 470 385 330 270 215 255 "
    "340 425 495 550 620 530"
)
FLU = (210, 198, 176, 150, 131, 120, 98, 85, 92, 77, 64, 58, 49, 41, 36, 30, 27, 19, 22, 14, 11, 9, 12, 7, 5, 6)
_PETROL = (
    "1.32 1.35 1.39 1.41 1.44 1.47 1.52 1.53 1.54 1.61 1.66 1.62 "
    "1.68 1.75 2.03 1.94 1.98 2.11 2.05 1.86 1.79 1.83 1.77 1.64"
)
WIND, PETROL = _WIND.split(), _PETROL.split()
ABSENCE = {
    "Carrow": (4.6, 4.7, 4.9, 5.1, 7.2, 6.8),
    "Midvale": (4.1, 4.3, 4.2, 4.4, 6.1, 5.7),
    "Thornby": (5.2, 5.1, 5.4, 5.3, 8.0, 7.4),
}


def _months(first: int, count: int) -> list[str]:
    return [f"{first + i // 12}-{i % 12 + 1:02d}" for i in range(count)]


def _each(name: str, periods: list[str], values: dict[str, Any]) -> list[str]:
    return [
        f"period,{name},value",
        *(f"{one},{who},{row[i]}" for i, one in enumerate(periods) for who, row in values.items()),
    ]


def _one(periods: list[str], values: Any) -> list[str]:
    return ["period,value", *(f"{one},{value}" for one, value in zip(periods, values, strict=True))]


def _table(name: str, grain: str, of: str, whose: dict[str, str], producer: str, *synonyms: str, **series: Any) -> Any:
    types = {"day": "date", "week": "date", "month": "yearmonth", "year": "year"}
    fields = [{"name": "period", "type": types.get(grain, "string")}]
    fields += [{"name": whose["column"]}] if "column" in whose else []
    measured = {"name": name, "property": of, "synonyms": list(synonyms), "column": "value", "unit": "1"}
    own = {
        "producer": producer,
        "confirmed": True,
        "entities": whose,
        "periods": {"grain": grain, "column": "period"},
        "series": [measured | {"sort": "flow"} | series],
    }
    fields.append({"name": "value", "type": "number"})
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    days = [str(date(2024, 1, 1) + timedelta(i)) for i in range(60)]
    tables = [
        (
            _table(
                "loans", "month", "loans", {"column": "branch"}, "Brindle Libraries",
                "books borrowed", "books lent", "items borrowed",
            ),
            _each("branch", _months(2021, 24), {who: a + b for who, (a, b) in LOANS.items()}),
        ),
        (
            _table("burglaries", "quarter", "burglaries", {"column": "district"}, "Hale Constabulary", "break-ins"),
            _each("district", [f"{2020 + i // 4}-Q{i % 4 + 1}" for i in range(12)], BURGLARIES),
        ),
        (
            _table(
                "apples", "year", "apple harvest", {"column": "province"}, "Orchard Board of Kessia",
                "apples harvested", "apples picked", "apple crop", unit="t", rounding=100,
            ),
            _each("province", [str(year) for year in range(2014, 2023)], APPLES),
        ),
        (
            _table(
                "wind", "day", "wind output", {"constant": "Varra"}, "Varra Grid",
                "wind power", "wind generation", "electricity from wind", unit="MW.h",
            ),
            _one(days, WIND),
        ),
        (
            _table("flu", "week", "flu cases", {"constant": "Tarn Valley"}, "Tarn Valley Health", "cases of flu"),
            _one([str(date(2023, 1, 2) + timedelta(7 * i)) for i in range(26)], FLU),
        ),
        (
            _table(
                "petrol", "month", "petrol price", {"constant": "Sorrel"}, "Sorrel Energy Desk",
                "price of petrol", "litre of petrol", unit="EUR", sort="rate", rounding=0.01,
            ),
            _one(_months(2021, 24), PETROL),
        ),
        (
            _table(
                "absence", "year", "school absence rate", {"column": "authority"}, "Schools Office",
                "absence rate", "pupil absence", "absence from school", unit="%", sort="rate", rounding=0.1,
            ),
            _each("authority", [str(year) for year in range(2017, 2023)], ABSENCE),
        ),
    ]  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "orders", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
