"""An invented coast, clinic and country with their figures, which the sentences of this folder are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SEASON = (40, 42, 55, 60, 70, 95, 130, 140, 90, 65, 45, 50)
REGIONS = {"Marrow": (100, (1.0, 1.25, 1.5)), "Ostler": (61, (1.0, 1.1, 1.2)), "Tilde Bay": (23, (1.0, 0.9, 0.75))}
_RATES = (
    "6.8 6.7 6.7 6.6 6.5 6.4 6.4 6.3 6.2 6.1 6.1 6.0 5.9 5.8 5.8 5.7 5.6 5.5 5.4 5.3 5.2 5.2 5.1 5.0 5.1 5.3 5.9 7.4 "
    "8.8 9.4 9.2 8.9 8.5 8.2 8.0 7.8 7.7 7.5 7.2 7.0 6.7 6.4 6.2 6.1 5.9 5.8 5.7 5.6 5.5 5.3 5.2 5.0 4.9 4.7 4.6 4.5 "
    "4.3 4.2 4.2 4.1"
)
JOBLESS = _RATES.split()
EXPORTS = (410, 425, 431, 462, 455, 470, 482, 511, 480, 310, 402, 455, 470, 498, 520, 566, 580, 612, 640, 702)
DEATHS = {
    "Brack": (48, 51, 46, 44, 40, 31, 36, 33),
    "Hollin": (22, 20, 24, 19, 18, 12, 15, 17),
    "Quay": (9, 11, 8, 12, 10, 7, 6, 5),
}
PEOPLE = {"Brack": (402_000, 3_100), "Hollin": (151_000, -900), "Quay": (61_200, 450)}


def visitors() -> list[str]:
    """Visitors by month and region, 2020 to 2022, with the coast as their total."""
    rows = []
    for index, year in enumerate((2020, 2021, 2022)):
        for month in range(1, 13):
            total = 0
            for region, (size, growth) in REGIONS.items():
                value = int(SEASON[month - 1] * size * growth[index]) + (month * 37 + index * 11) % 29
                total += value
                rows.append(f"{year}-{month:02d},{region},{value}")
            rows.append(f"{year}-{month:02d},Corrin,{total}")
    return ["month,region,visitors", *rows]


def admissions() -> list[str]:
    """Admissions by day in the first half of 2022, one high and one low day among them."""
    rows, day = [], date(2022, 1, 1)
    odd = {date(2022, 4, 14): 9, date(2022, 2, 20): -11}
    for index in range(181):
        rows.append(f"{day},{20 + (index * 7) % 13 + index // 30 * 3 + odd.get(day, 0)}")
        day += timedelta(1)
    return ["day,admissions", *rows]


def _table(
    name: str, grain: str, column: str, series: list[dict[str, Any]], entities: dict[str, Any]
) -> dict[str, Any]:
    types = {"day": "date", "month": "yearmonth", "year": "year"}
    fields = [{"name": column, "type": types.get(column, "string")}]
    fields += [{"name": entities["column"]}] if "column" in entities else []
    fields += [{"name": one["column"], "type": "number"} for one in series]
    producers = {"visitors": "Corrin Tourist Board", "admissions": "Saint Orla Clinic"}
    own = {
        "producer": producers.get(name, "Veldmark Statistics"),
        "confirmed": True,
        "entities": entities,
        "periods": {"grain": grain, "column": column},
        "series": series,
    }
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def _series(name: str, label: str, *synonyms: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "property": label,
        "synonyms": list(synonyms),
        "column": name,
        "unit": "1",
        "sort": "flow",
    } | more


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    years = range(2015, 2023)
    towns = {"column": "town"}
    country = {"constant": "Veldmark"}
    roads = _series(
        "deaths",
        "road deaths",
        "killed on the roads",
        "died on the roads",
        "lost their lives on the roads",
        counted="people",
    )
    guests = _series("visitors", "visitors", "visited", counted="people")
    people = _series(
        "people", "population", "inhabitants", "home to people", sort="stock", role="population", of=["deaths"]
    )
    rate = {"unit": "%", "sort": "rate", "rounding": 0.1}
    tables = [
        (_table("visitors", "month", "month", [guests], {"column": "region"}), visitors()),
        (
            _table(
                "admissions", "day", "day", [_series("admissions", "admissions", "patients admitted", "patients")],
                {"constant": "Saint Orla Clinic"},
            ),
            admissions(),
        ),
        (
            _table(
                "jobless", "month", "month",
                [_series("rate", "unemployment rate", "unemployment", "jobless rate", "out of work", **rate)],
                country,
            ),
            ["month,rate", *(f"{2018 + i // 12}-{i % 12 + 1:02d},{value}" for i, value in enumerate(JOBLESS))],
        ),
        (
            _table(
                "exports", "quarter", "quarter",
                [_series("exports", "exports", "exported goods", "sold goods abroad", unit="EUR", rounding=1e6)],
                country,
            ),
            ["quarter,exports", *(f"{2018 + i // 4}-Q{i % 4 + 1},{value}000000" for i, value in enumerate(EXPORTS))],
        ),
        (
            _table("roads", "year", "year", [roads], towns),
            ["year,town,deaths", *(f"{y},{town},{DEATHS[town][i]}" for i, y in enumerate(years) for town in DEATHS)],
        ),
        (
            _table("people", "year", "year", [people], towns),
            [
                "year,town,people",
                *(f"{y},{t},{a + i * b}" for i, y in enumerate(years) for t, (a, b) in PEOPLE.items())
            ],
        ),
    ]  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "coast", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
