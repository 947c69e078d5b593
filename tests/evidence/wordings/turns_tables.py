"""Invented boats, fill levels, visits, loans and people, which the sentences of ``turns.txt`` are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

BOATS = {'Elsin': (200, 190, 210, 230, 240, 260, 300, 310, 280, 250, 220, 205, 210, 205, 220, 240, 250, 270, 310, 330,
           290, 260, 230, 215, 150),
 'Marlby': (50, 52, 54, 56, 58, 60, 62, 64, 66, 68, 70, 72, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60),
 'Tarn': (100, 110, 120, 130, 150, 170, 190, 200, 180, 160, 140, 120, 104, 99, 126, 140, 155, 180, 200, 220,
          190, 150, 130, 90, 85)}  # fmt: skip
LEVEL = {'Elsin': (60.0, 61.0, 62.0, 63.0, 64.0, 65.0, 66.0, 67.0, 68.0, 69.0, 70.0, 71.0, 72.0, 73.0, 74.0, 75.0, 76.0,
           77.0, 78.0, 79.0, 80.0, 81.0, 82.0, 83.0, 84.0),
 'Marlby': (30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 29.0, 28.5, 28.0, 27.5,
            27.0, 26.5, 26.0, 25.5, 25.0, 24.5, 24.0, 23.5, 23.0),
 'Tarn': (80.0, 82.0, 85.5, 84.0, 81.0, 75.0, 60.5, 52.0, 50.5, 55.0, 62.0, 70.0, 75.0, 80.5, 88.0, 86.0, 80.0,
          72.0, 61.0, 50.0, 48.5, 54.0, 66.0, 71.0, 79.5)}  # fmt: skip
VISITS = (400, 410, 390, 420, 450, 440, 430, 480, 500, 470, 460, 455, 445, 435, 425, 415, 405, 395, 385, 375, 365, 355,
 345, 335, 325, 210, 330, 340, 350, 360, 372)  # fmt: skip
LOANS = {'Elsin': (900, 880, 860, 840, 820, 800, 780, 760, 740, 720, 700, 680, 660, 640, 620, 600),
 'Tarn': (500, 520, 540, 560, 580, 600, 620, 640, 610, 590, 570, 650, 700, 660, 640, 630)}  # fmt: skip
PEOPLE = {'Elsin': (20500, 20400, 20300, 20200, 20100, 20000, 19900, 19680),
 'Tarn': (10100, 10200, 10300, 10400, 10500, 10600, 10700, 11500)}  # fmt: skip


def _series(name: str, column: str, sort: str, unit: str = "1", *synonyms: str, **more: Any) -> dict[str, Any]:
    own = {"name": name, "property": name, "synonyms": list(synonyms), "column": column, "unit": unit, "sort": sort}
    return own | more


def _table(
    name: str, producer: str, entities: dict[str, str], periods: dict[str, str], kind: str, series: list[dict[str, Any]]
) -> dict[str, Any]:
    fields = [{"name": periods[key], "type": kind} for key in ("column", "last") if key in periods]
    fields += [{"name": entities["column"], "type": "string"}] if "column" in entities else []
    fields += [{"name": one["column"], "type": "number"} for one in series]
    own = {"producer": producer, "confirmed": True, "entities": entities, "periods": periods, "series": series}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def _rows(periods: list[str], *columns: dict[str, tuple[float, ...]]) -> list[str]:
    return [
        ",".join((one, who, *(str(column[who][i]) for column in columns)))
        for i, one in enumerate(periods)
        for who in columns[0]
    ]


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    months = [f"{2022 + i // 12}-{i % 12 + 1:02d}" for i in range(25)]
    mondays = [date(2023, 7, 3) + timedelta(7 * i) for i in range(len(VISITS))]
    quarters = [f"{2020 + i // 4}-Q{i % 4 + 1}" for i in range(16)]
    boats = [
        _series("boats", "boats", "flow", "1", "boat arrivals", "boats handled"),
        _series("fill level", "level", "rate", "%", "tank level", rounding=0.1),
    ]
    visits, loans = _series("visits", "visits", "flow", "1", "planned visits"), _series("loans", "loans", "flow")
    people = _series("population", "people", "stock", "1", "inhabitants", "residents")
    ports, towns = {"column": "port"}, {"column": "town"}
    weeks = {"grain": "period", "column": "from", "last": "to"}
    quarter, year = {"grain": "quarter", "column": "quarter"}, {"grain": "year", "column": "year"}
    tables = [
        (
            _table("boats", "Sound Authority", ports, {"grain": "month", "column": "month"}, "yearmonth", boats),
            ["month,port,boats,level", *_rows(months, BOATS, LEVEL)],
        ),
        (
            _table("visits", "Marwick Hospital Trust", {"constant": "Marwick"}, weeks, "date", [visits]),
            ["from,to,visits", *(f"{d},{d + timedelta(6)},{v}" for d, v in zip(mondays, VISITS, strict=True))],
        ),
        (
            _table("loans", "Library Board", towns, quarter, "string", [loans]),
            ["quarter,town,loans", *_rows(quarters, LOANS)],
        ),
        (
            _table("people", "Registry", towns, year, "year", [people]),
            ["year,town,people", *_rows([str(each) for each in range(2016, 2024)], PEOPLE)],
        ),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "turns", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
