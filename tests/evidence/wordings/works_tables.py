"""An invented province with its parcels, waterworks, theatres, prisons and electricity, in several units."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from evidence.wordings.tables import _series, _table

DEPOTS = {"Ashby": 2150, "Corran": 1380, "Ullock": 610}
WORKS = {"Tarn Head": 412_000, "Low Weir": 268_000}
STAGES = {"Royal Playhouse": 31_200, "Old Barn": 9_400, "Quayside Theatre": 14_800}
PRISONS = {"Harrow Hill": 880, "Stonegate": 455}
USE = {"Lenmark": (310_000, 1240), "Ostford": (152_000, 655), "Pell": (68_500, 241)}


def parcels() -> Iterator[str]:
    for index in range(181):
        day, total = date(2022, 1, 1) + timedelta(index), 0
        for place, (depot, size) in enumerate(DEPOTS.items()):
            value = size + (index * (31 + 12 * place)) % (size // 7) - (size // 3 if day.weekday() == 6 else 0)
            total += value
            yield f"{day},{depot},{value}"
        yield f"{day},Norland Post,{total}"


def water() -> Iterator[str]:
    for index in range(24):
        values = {w: s + (index * 7919 * (p + 1)) % (s // 9) for p, (w, s) in enumerate(WORKS.items())}
        month = f"{2021 + index // 12}-{index % 12 + 1:02d}"
        yield from (f"{month},{works},{value}" for works, value in values.items())
        yield f"{month},Elland Water,{sum(values.values())}"


def tickets() -> Iterator[str]:
    for index in range(12):
        values = {t: s + index * s // 40 + (index % 4) * (p + 1) * 310 for p, (t, s) in enumerate(STAGES.items())}
        quarter = f"{2021 + index // 4}-Q{index % 4 + 1}"
        yield from (f"{quarter},{stage},{value},{value * 17}" for stage, value in values.items())
        yield f"{quarter},Marlby,{sum(values.values())},{sum(values.values()) * 17}"


def inmates() -> Iterator[str]:
    for index in range(24):
        for place, (prison, size) in enumerate(PRISONS.items()):
            yield f"{2021 + index // 12}-{index % 12 + 1:02d},{prison},{size + (index * (13 + place * 4)) % 61}"


def electricity() -> Iterator[str]:
    for index, year in enumerate(range(2016, 2024)):
        rows = {n: (p + index * p // 200, u + index * u // 60 - index % 3 * 9) for n, (p, u) in USE.items()}
        rows["Varland"] = (sum(p for p, _ in rows.values()), sum(u for _, u in rows.values()))
        yield from (f"{year},{name},{people},{use}" for name, (people, use) in rows.items())


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    sorted_ = _series("parcels", "parcels sorted", "parcels handled", "parcels", counted="parcel")
    pumped = _series("water", "water pumped", "drinking water pumped", "water supplied", unit="m3")
    sold = _series("tickets", "tickets sold", "theatre tickets", "ticket sales", counted="ticket")
    takings = _series("takings", "box-office takings", "box office takings", "ticket revenue", unit="EUR")
    held = _series("inmates", "prisoners held", "inmates", "prison population", "prisoners", sort="stock")
    used = _series("use", "electricity used", "electricity consumption", "power consumption", unit="GW.h", rounding=1)
    people = _series("people", "population", "inhabitants", sort="stock", role="population", of=["use"])
    depot, works, stage = {"column": "depot"}, {"column": "works"}, {"column": "stage"}
    tables = [
        (_table("parcels", "day", "day", [sorted_], depot), ["day,depot,parcels", *parcels()]),
        (_table("water", "month", "month", [pumped], works), ["month,works,water", *water()]),
        (_table("stage", "quarter", "quarter", [sold, takings], stage), ["quarter,stage,tickets,takings", *tickets()]),
        (_table("prison", "month", "month", [held], {"column": "prison"}), ["month,prison,inmates", *inmates()]),
        (_table("power", "year", "year", [used, people], {"column": "area"}), ["year,area,people,use", *electricity()]),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "works", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
