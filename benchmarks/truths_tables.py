"""Tables for the benchmark of checks: made-up figures of made-up places, written as packs.

Nothing here uses onrecord: the descriptor is written and read as plain JSON, the figures are plain Python numbers.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

__all__ = ["Cell", "Pack", "Series", "Table", "Words", "days", "months", "quarters", "spans", "weeks", "write", "years"]

Cell = tuple[date, date, float | None]
"""First day, last day, value; None where the row has no value."""


@dataclass(frozen=True, slots=True)
class Words:
    """How one property is talked about. ``{e}`` is the place, ``{v}`` the figure, ``{p}`` the period.

    ``kind`` says how figures of it are written, ``np`` are noun phrases for the figure itself, the rest are clauses by
    what they say; see ``truths_dev.py``.
    """

    kind: str
    np: tuple[str, ...]
    says: tuple[str, ...]
    plural: bool = False
    mean: tuple[str, ...] = ()
    perday: tuple[str, ...] = ()
    peak: tuple[str, ...] = ()
    low: tuple[str, ...] = ()
    count: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    factor: tuple[str, ...] = ()
    most: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    of_total: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    """Clauses of something narrower or other than the property: no table here is of it."""
    per: int = 100_000
    """The heads that ``head`` is by."""


@dataclass(frozen=True, slots=True)
class Series:
    """One property: a column, or the rows of a column where another column holds a word (``where``)."""

    name: str
    property: str
    column: str
    unit: str
    sort: str
    words: Words | None
    synonyms: tuple[str, ...] = ()
    counted: str | None = None
    rounding: float = 0.0
    where: tuple[str, str] | None = None
    role: str = "measured"
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One file. ``total`` is the place that the others are the parts of, where there is one in the table."""

    name: str
    grain: str
    producer: str
    definition: str
    entities: tuple[str, ...]
    series: tuple[Series, ...]
    cells: Mapping[tuple[str, str], tuple[Cell, ...]]
    """By series and entity, in the order of time."""
    column: str | None = None
    """The header of the column with the entities; None: there is only one, named in the descriptor."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    total: str | None = None
    title: str = ""
    where_column: str | None = None
    two_dates: bool = False
    group: str = "places"
    """What the entities are together: stations, towns."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of tables; ``given`` where it is one of the repository's."""

    name: str
    tables: tuple[Table, ...]
    given: Path | None = None


def spans(first: date, count: int, step: Callable[[date], date]) -> list[tuple[date, date]]:
    """``count`` periods that follow one another from ``first``; ``step`` gives the first day of the next."""
    made = []
    for _ in range(count):
        after = step(first)
        made.append((first, after - timedelta(1)))
        first = after
    return made


def _add_months(day: date, count: int) -> date:
    month = day.month - 1 + count
    return date(day.year + month // 12, month % 12 + 1, 1)


def days(first: date, count: int) -> list[tuple[date, date]]:
    """``count`` days from ``first``."""
    return spans(first, count, lambda day: day + timedelta(1))


def weeks(first: date, count: int) -> list[tuple[date, date]]:
    """``count`` weeks from ``first``."""
    return spans(first, count, lambda day: day + timedelta(7))


def months(first: date, count: int) -> list[tuple[date, date]]:
    """``count`` months from ``first``."""
    return spans(first, count, lambda day: _add_months(day, 1))


def quarters(first: date, count: int) -> list[tuple[date, date]]:
    """``count`` quarters from ``first``."""
    return spans(first, count, lambda day: _add_months(day, 3))


def years(first: int, count: int) -> list[tuple[date, date]]:
    """``count`` years from ``first``."""
    return spans(date(first, 1, 1), count, lambda day: date(day.year + 1, 1, 1))


def walk(
    rng: random.Random,
    periods: list[tuple[date, date]],
    start: float,
    *,
    drift: float = 0.0,
    noise: float = 0.05,
    season: float = 0.0,
    place: float = 1,
    least: float = 0.0,
) -> tuple[Cell, ...]:
    """A series that wanders: ``drift`` and ``noise`` are shares a period, ``season`` a swing over the year."""
    made: list[Cell] = []
    level = start
    for lo, hi in periods:
        level *= 1 + drift + rng.gauss(0, noise)
        swing = 1 + season * (1 if lo.month in (6, 7, 8) else -0.5 if lo.month in (12, 1, 2) else 0.1)
        made.append((lo, hi, max(least, _round(level * swing * (1 + rng.gauss(0, noise / 2)), place))))
    return tuple(made)


def wet(rng: random.Random, periods: list[tuple[date, date]], chance: float, mean: float) -> tuple[Cell, ...]:
    """Days of which ``chance`` are wet, with ``mean`` on a wet one, to a tenth."""
    return tuple(
        (lo, hi, _round(rng.gammavariate(0.9, mean / 0.9), 0.1) if rng.random() < chance else 0.0) for lo, hi in periods
    )


def gaps(cells: tuple[Cell, ...], places: Sequence[int]) -> tuple[Cell, ...]:
    """The series without its values at ``places``."""
    return tuple((lo, hi, None if index in places else v) for index, (lo, hi, v) in enumerate(cells))


def added(parts: list[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """The sum of series of the same periods, period by period."""
    return tuple(
        (rows[0][0], rows[0][1], round(sum(row[2] or 0 for row in rows), 6)) for rows in zip(*parts, strict=True)
    )


def _round(value: float, place: float) -> float:
    return round(round(value / place) * place, 6)


def write(pack: Pack, folder: Path) -> Path:
    """Writes ``pack`` under ``folder``; its own folder (for a pack of the repository, where it is)."""
    if pack.given:
        return pack.given
    home = folder / pack.name
    home.mkdir(parents=True, exist_ok=True)
    resources = []
    for table in pack.tables:
        rows = list(_rows(table))
        with (home / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        resources.append(_resource(table, list(rows[0])))
    descriptor = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": pack.name}
    text = json.dumps({**descriptor, "resources": resources}, indent=2, ensure_ascii=False)
    (home / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    return home


_DATES = {"day": "day", "week": "week_start", "month": "month", "quarter": "quarter_start", "year": "year"}
_TYPES = {"day": "date", "week": "date", "month": "yearmonth", "quarter": "date", "year": "year"}


def _rows(table: Table) -> Iterator[dict[str, str]]:
    """The rows of the file, by period, then entity, then what the column of ``where`` holds."""
    by_where: dict[str | None, list[Series]] = {}
    for series in table.series:
        by_where.setdefault(series.where[1] if series.where else None, []).append(series)
    length = len(next(iter(table.cells.values())))
    for index in range(length):
        for entity in table.entities:
            for word, group in by_where.items():
                lo, hi, _ = table.cells[group[0].name, entity][index]
                row = {table.column: entity} if table.column else {}
                if word is not None and table.where_column:
                    row[table.where_column] = word
                if table.two_dates:
                    row |= {"from": lo.isoformat(), "to": hi.isoformat()}
                else:
                    row[_DATES[table.grain]] = lo.isoformat()[: {"month": 7, "year": 4}.get(table.grain, 10)]
                for series in group:
                    value = table.cells[series.name, entity][index][2]
                    row[series.column] = "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")
                yield row


def _resource(table: Table, columns: list[str]) -> dict[str, Any]:
    values = {series.column for series in table.series}
    whole = {series.column for series in table.series if series.rounding in (0, 1) or series.rounding > 1}

    def type_of(column: str) -> str:
        if column in values:
            return "integer" if column in whole else "number"
        if column in ("from", "to"):
            return "date"
        return _TYPES[table.grain] if column == _DATES.get(table.grain) else "string"

    cells = next(iter(table.cells.values()))
    periods: dict[str, Any] = {"grain": table.grain, "column": _DATES.get(table.grain)}
    if table.two_dates:
        periods = {"grain": "period", "column": "from", "last": "to"}
    entities: dict[str, Any] = {"column": table.column} if table.column else {"constant": table.entities[0]}
    if table.aliases:
        entities["names"] = {name: list(others) for name, others in table.aliases.items()}
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "format": "csv",
        "encoding": "utf-8",
        "title": table.title or table.name,
        "schema": {
            "fields": [{"name": column, "type": type_of(column)} for column in columns],
            "missingValues": [""],
        },
        "onrecord": {
            "producer": table.producer,
            "definition": table.definition,
            "retrieved": "2024-05-01",
            "confirmed": True,
            "coverage": {
                "lo": cells[0][0].isoformat(),
                "hi": cells[-1][1].isoformat(),
                "places": list(table.entities),
            },
            "entities": entities,
            "periods": periods,
            "series": [_series(series, table) for series in table.series],
        },
    }


def _series(series: Series, table: Table) -> dict[str, Any]:
    made: dict[str, Any] = {"name": series.name, "property": series.property, "column": series.column}
    made |= {"unit": series.unit, "sort": series.sort}
    if series.synonyms:
        made["synonyms"] = list(series.synonyms)
    if series.counted:
        made["counted"] = series.counted
    if series.rounding:
        made["rounding"] = series.rounding
    if series.where:
        made["where"] = {table.where_column: series.where[1]}
    if series.role != "measured":
        made["role"] = series.role
        made["of"] = list(series.of)
    return made
