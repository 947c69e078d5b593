"""Checking against a large pack: how long one statement takes, cold and warm, and how much memory.

    python benchmarks/evidence.py [--tables 50] [--rows 100000] [--folder FOLDER]

A pack of so many tables is made (invented places, seeded), each a line list of deliveries by day and town, so that 50
tables of 100,000 rows are 5 million. One statement has claims on three of them. Cold is the first check of a process,
warm the next; memory is the peak of this process and of the one that holds the tables.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

TOWNS = ("Elsin", "Tarn", "Norvend", "Haverlund", "Corlath", "Sundholm", "Ravensay", "Fellrigg")
FIRST = date(2020, 1, 1)
DAYS = 1461


def write_pack(folder: Path, tables: int, rows: int, seed: int = 7) -> dict[str, int]:
    """The pack, and the sum of March 2022 in Elsin for each table's goods."""
    folder.mkdir(parents=True, exist_ok=True)
    resources, sums = [], {}
    for number in range(tables):
        name, rng = f"goods{number:02d}", random.Random(seed * 1000 + number)
        total = 0
        with (folder / f"{name}.csv").open("w", encoding="utf-8") as file:
            file.write("day,town,crates,note\n")
            for row in range(rows):
                day = FIRST + timedelta(row * DAYS // rows)
                town, crates = rng.choice(TOWNS), rng.randrange(1, 60)
                file.write(f"{day},{town},{crates},lot {row}\n")
                total += crates if town == "Elsin" and (day.year, day.month) == (2022, 3) else 0
        sums[name] = total
        resources.append(_resource(name))
    (folder / "datapackage.json").write_text(json.dumps({"name": "crates", "resources": resources}), encoding="utf-8")
    return sums


def _resource(name: str) -> dict[str, object]:
    fields = [("day", "date"), ("town", "string"), ("crates", "integer"), ("note", "string")]
    return {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "schema": {"fields": [{"name": field, "type": kind} for field, kind in fields]},
        "onrecord": {
            "producer": "Elsin Customs",
            "confirmed": True,
            "entities": {"column": "town"},
            "periods": {"grain": "day", "column": "day", "several": True},
            "series": [
                {
                    "name": name,
                    "property": f"crates of {name} delivered",
                    "column": "crates",
                    "unit": "1",
                    "sort": "flow",
                    "counted": "crate",
                }
            ],
        },
    }


def main(arguments: list[str]) -> None:
    """Prints the times and the memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--tables", type=int, default=50)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the pack is, or is made; else a temporary folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.folder or Path(made) / "crates"
        sums = write_pack(folder, chosen.tables, chosen.rows)
        found = _measure(folder, sums, chosen.tables * chosen.rows)
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _measure(folder: Path, sums: dict[str, int], rows: int) -> dict[str, float]:
    import onrecord
    from onrecord.evidence import opened

    few = list(sums.items())[:: max(1, len(sums) // 3)][:3]
    text = " ".join(f"In March 2022, {total:,} crates of {name} were delivered in Elsin." for name, total in few)
    started = time.perf_counter()
    record = onrecord.read(text, published="2022-05-01")
    read = time.perf_counter() - started
    taken = []
    for _ in range(4):
        started = time.perf_counter()
        record = onrecord.check(record, [folder])
        taken.append(time.perf_counter() - started)
    results = [result.result for result in record.results]
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    opened._close()
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(sums)} tables, {rows:,} rows; {len(few)} claims: {', '.join(results)}")
    print(f"reading, the model loaded      {read:6.2f} s")
    print(f"checking, cold                 {taken[0]:6.2f} s")
    print(f"checking, warm (best of 3)     {min(taken[1:]):6.2f} s")
    print(f"peak memory, this process      {own:6.0f} MB")
    print(f"peak memory, the tables' own   {child:6.0f} MB")
    return {"cold": taken[0], "warm": min(taken[1:]), "own_mb": own, "tables_mb": child}


if __name__ == "__main__":
    main(sys.argv[1:])
