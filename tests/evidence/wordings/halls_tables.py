"""An invented shire with its births, railway lines, fish landings, museum, rain and fires, each with its total."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from evidence.wordings.tables import _series, _table

BIRTHS = {"St Brede Infirmary": 310, "Northwick General": 205, "Calder Cottage Hospital": 42}
LINES = {"Coast Line": 1_240_000, "Vale Line": 730_000, "Moor Line": 95_000}
LANDINGS = {"Eskay": 18_400, "Pollan": 9_150, "Murrow": 4_020}
FIRES = {"Ostrey Vale": (212_000, 880), "Pencarrow": (143_500, 512), "Leigh": (61_200, 190)}


def births() -> Iterator[str]:
    for index in range(24):
        total = 0
        for place, (hospital, size) in enumerate(BIRTHS.items()):
            value = size + (index * 17 + place * 11) % (size // 6) - index // 2
            total += value
            yield f"{2021 + index // 12}-{index % 12 + 1:02d},{hospital},{value}"
        yield f"{2021 + index // 12}-{index % 12 + 1:02d},Caldershire,{total}"


def passengers() -> Iterator[str]:
    for index in range(12):
        total = 0
        for place, (line, size) in enumerate(LINES.items()):
            value = size + index * size // 50 + (index % 4) * (place + 2) * 1700
            total += value
            yield f"{2021 + index // 4}-Q{index % 4 + 1},{line},{value}"
        yield f"{2021 + index // 4}-Q{index % 4 + 1},Harland Rail,{total}"


def landings() -> Iterator[str]:
    for index, year in enumerate(range(2018, 2024)):
        values = {h: s - index * s // 40 + (index * 7 % 4) * 90 for h, s in LANDINGS.items()}
        yield from (f"{year},{harbour},{value}" for harbour, value in values.items())
        yield f"{year},Westray,{sum(values.values())}"


def museum() -> Iterator[str]:
    for index in range(183):
        day = date(2023, 4, 1) + timedelta(index)
        summer = 90 if day.month in (7, 8) else 0
        yield f"{day},{420 + (index * 37) % 150 + (260 if day.weekday() > 4 else 0) + summer}"


def fires() -> Iterator[str]:
    for index, year in enumerate(range(2017, 2024)):
        rows = {n: (p + index * p // 150, f - index * f // 30 + index % 3) for n, (p, f) in FIRES.items()}
        rows["Mid Ostrey"] = (sum(p for p, _ in rows.values()), sum(f for _, f in rows.values()))
        yield from (f"{year},{name},{people},{count}" for name, (people, count) in rows.items())


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    born = _series("births", "births", "babies born", "babies delivered", "deliveries", counted="baby")
    rides = _series("passengers", "passengers", "passengers carried", "travellers", counted="passenger")
    fish = _series("fish", "fish landed", "landings of fish", "fish landings", "catch", unit="t")
    guests = _series("visitors", "museum visitors", "visitors", "visited", "admissions", counted="visitor")
    blazes = _series("fires", "house fires", "fires in homes", "domestic fires", counted="fire")
    people = _series("people", "population", "inhabitants", sort="stock", role="population", of=["fires"])
    tables = [
        (_table("births", "month", "month", [born], {"column": "hospital"}), ["month,hospital,births", *births()]),
        (
            _table("rides", "quarter", "quarter", [rides], {"column": "line"}),
            ["quarter,line,passengers", *passengers()],
        ),
        (_table("fish", "year", "year", [fish], {"column": "harbour"}), ["year,harbour,fish", *landings()]),
        (_table("museum", "day", "day", [guests], {"constant": "Dunlow Museum"}), ["day,visitors", *museum()]),
        (_table("fires", "year", "year", [blazes, people], {"column": "area"}), ["year,area,people,fires", *fires()]),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "halls", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
