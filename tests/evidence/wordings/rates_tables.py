"""An invented county with its libraries, bridge, farms, power, burglaries, waste, ports and vaccines: for shares,
rates, sums, means and parts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from evidence.wordings.tables import _series, _table

BRANCHES = {"Harbour Library": 8200, "Mill Lane Library": 4100, "Dunmore Library": 2700}
LOANS = (0, 3, -4, 5, 2, -6, -9, 1, 4, 7, 3, -8)
DISTRICTS = {"Aldham": (184_000, 1290), "Bexcombe": (96_000, 480), "Corley": (41_500, 152)}
WASTE = {"Aldham": (88_400, 30_900), "Bexcombe": (45_100, 20_300), "Corley": (19_900, 6_200)}
HARVEST = {"Norden": (410, 270, 95), "Surrey Vale": (300, 210, 60), "Wexmoor": (120, 40, 70)}
PORTS = {"Port Ansel": 640, "Port Brede": 415, "Fennick": 175}
POWER = ((2100, 420, 60), (1900, 380, 150), (1850, 350, 180), (2200, 560, 70))
DOSES = {"Upper Ridd": (5200, 6500), "Lower Ridd": (2900, 7250)}


def loans() -> Iterator[str]:
    for index in range(18):
        total = 0
        for place, (branch, size) in enumerate(BRANCHES.items()):
            value = size + size * LOANS[index % 12] // 100 + index * (place + 1) * 13 % 97
            total += value
            yield f"{2022 + index // 12}-{index % 12 + 1:02d},{branch},{value}"
        yield f"{2022 + index // 12}-{index % 12 + 1:02d},Cresswick,{total}"


def crossings() -> Iterator[str]:
    for index in range(184):
        day = date(2023, 3, 1) + timedelta(index)
        yield f"{day},{12_400 + (index * 389) % 1900 - (2600 if day.weekday() > 4 else 0) + index * 6}"


def calls() -> Iterator[str]:
    for index in range(104):
        day = date(2022, 1, 3) + timedelta(7 * index)
        value = 1480 + (index * 71) % 260 + index * 2
        yield f"{day},{value},{value * (88 - index % 9) // 100}"


def harvest() -> Iterator[str]:
    for index, year in enumerate(range(2016, 2024)):
        rows = []
        for place, (county, (_, wheat, barley)) in enumerate(HARVEST.items()):
            wheat += (index * (17 + place) * 3) % 43
            barley += (index * 11) % 23
            rows.append((county, wheat + barley + 12 + index, wheat, barley))
        rows.append(("Averell", *(sum(row[i] for row in rows) for i in (1, 2, 3))))
        yield from (f"{year},{county},{g * 1000},{w * 1000},{b * 1000}" for county, g, w, b in rows)


def by_district(values: dict[str, tuple[int, ...]], growth: tuple[int, ...], step: int) -> Iterator[str]:
    for index, year in enumerate(range(2017, 2024)):
        rows = []
        for place, (name, sizes) in enumerate(values.items()):
            rows.append(
                (
                    name,
                    [
                        s + index * g * s // 1000 + (index * step + place) % 7
                        for s, g in zip(sizes, growth, strict=True)
                    ],
                )
            )
        rows.append(("Tarrow", [sum(row[1][i] for row in rows) for i in range(len(growth))]))
        yield from (f"{year},{name},{','.join(map(str, row))}" for name, row in rows)


def cargo() -> Iterator[str]:
    for index in range(24):
        for place, (port, size) in enumerate(PORTS.items()):
            value = size * 100 + (index * (place + 3) * 811) % 9000 - 4000
            yield f"{2022 + index // 12}-{index % 12 + 1:02d},{port},{value}"


def power() -> Iterator[str]:
    for index in range(12):
        total, wind, solar = POWER[index % 4]
        step = index // 4
        yield f"{2021 + step}-Q{index % 4 + 1},{total + step * 35},{wind + step * 62},{solar + step * 25}"


def doses() -> Iterator[str]:
    for index in range(12):
        for place, (region, (had, needed)) in enumerate(DOSES.items()):
            yield f"2023-{index + 1:02d},{region},{had + (index * 370 + place * 90) % 1300},{needed + index * 50}"


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    branch, district, county = {"column": "branch"}, {"column": "district"}, {"column": "county"}
    week = {
        "name": "calls",
        "path": "calls.csv",
        "schema": {
            "fields": [
                {"name": "first", "type": "date"},
                {"name": "calls", "type": "integer"},
                {"name": "prompt", "type": "integer"},
            ]
        },
        "onrecord": {
            "producer": "Tarrow Ambulance Service",
            "confirmed": True,
            "entities": {
                "constant": "Tarrow Ambulance Service",
                "names": {"Tarrow Ambulance Service": ["ambulance service", "Tarrow"]},
            },
            "periods": {"grain": "week", "column": "first"},
            "series": [
                _series("calls", "emergency calls", "999 calls", counted="calls"),
                _series(
                    "prompt",
                    "emergency calls answered within ten seconds",
                    "calls answered within ten seconds",
                    counted="calls",
                ),
            ],
        },
    }
    mwh = {"unit": "GW.h", "rounding": 1}
    tonnes: dict[str, Any] = {"unit": "t"}
    tables: list[tuple[dict[str, Any], Any]] = [
        (
            _table(
                "loans",
                "month",
                "month",
                [_series("loans", "library loans", "books borrowed", "loans", "items lent", counted="loans")],
                branch,
            ),
            ["month,branch,loans", *loans()],
        ),
        (
            _table(
                "crossings",
                "day",
                "day",
                [_series("vehicles", "vehicles that crossed", "vehicles", "crossings", "traffic", counted="vehicle")],
                {"constant": "Sorrel Bridge"},
            ),
            ["day,vehicles", *crossings()],
        ),
        (week, ["first,calls,prompt", *calls()]),
        (
            _table(
                "harvest",
                "year",
                "year",
                [
                    _series("grain", "grain harvest", "grain harvested", "harvest of grain", **tonnes),
                    _series("wheat", "wheat harvest", "wheat harvested", "harvest of wheat", **tonnes),
                    _series("barley", "barley harvest", "barley harvested", **tonnes),
                ],
                county,
            ),
            ["year,county,grain,wheat,barley", *harvest()],
        ),
        (
            _table(
                "burglary",
                "year",
                "year",
                [
                    _series("burglaries", "burglaries", "burglary", "break-ins", counted="burglary"),
                    _series(
                        "people",
                        "population",
                        "inhabitants",
                        "residents",
                        sort="stock",
                        role="population",
                        of=["burglaries", "waste"],
                    ),
                ],
                district,
            ),
            ["year,district,people,burglaries", *by_district(DISTRICTS, (6, 31), 5)],
        ),
        (
            _table(
                "waste",
                "year",
                "year",
                [
                    _series("waste", "household waste", "household waste collected", "waste collected", **tonnes),
                    _series("recycled", "household waste recycled", "waste recycled", "recycled waste", **tonnes),
                ],
                district,
            ),
            ["year,district,waste,recycled", *by_district(WASTE, (9, 26), 3)],
        ),
        (
            _table(
                "cargo",
                "month",
                "month",
                [_series("cargo", "cargo handled", "cargo", "freight", **tonnes)],
                {"column": "port"},
            ),
            ["month,port,cargo", *cargo()],
        ),
        (
            _table(
                "power",
                "quarter",
                "quarter",
                [
                    _series("power", "electricity generated", "electricity generation", "power generation", **mwh),
                    _series(
                        "wind",
                        "wind power generated",
                        "electricity generated from wind",
                        "wind generation",
                        "wind power",
                        **mwh,
                    ),
                    _series(
                        "solar",
                        "solar power generated",
                        "electricity generated from sunlight",
                        "solar generation",
                        "solar power",
                        **mwh,
                    ),
                ],
                {"constant": "Averell"},
            ),
            ["quarter,power,wind,solar", *power()],
        ),
        (
            _table(
                "doses",
                "month",
                "month",
                [
                    _series(
                        "doses",
                        "vaccine doses received",
                        "doses of vaccine received",
                        "vaccine doses",
                        "vaccines",
                        counted="dose",
                    ),
                    _series("needed", "vaccine doses needed", role="need", of=["doses"], counted="dose"),
                ],
                {"column": "region"},
            ),
            ["month,region,doses,needed", *doses()],
        ),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "rates", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
