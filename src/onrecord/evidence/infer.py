"""A first description of a table, guessed from its header and its first rows. Never used until a person confirms it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import BadTable
from onrecord.evidence import hxl
from onrecord.evidence.columns import Column, guess_column
from onrecord.evidence.guesses import grain_of, property_of, sort_of, unit_of
from onrecord.evidence.model import Coverage, Entities, Grain, Periods, Series, Table
from onrecord.evidence.sampling import Sample
from onrecord.evidence.store import sample

__all__ = ["Guess", "describe", "guess", "lacking"]

_TIME_WORDS = re.compile(r"date|day|month|year|period|week|quarter|time\b", re.IGNORECASE)
_FIRST = re.compile(r"(^|[_ ])(start|from|begin|first|since)", re.IGNORECASE)
_LAST = re.compile(r"(^|[_ ])(end|to|until|last|through)([_ ]|$)", re.IGNORECASE)
_ENTITY_WORDS = re.compile(
    r"country|place|location|region|town|city|district|governorate|province|state|area|entity|name|org"
    r"|agency|site|port",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(r"(^|[_ ])(id|code|lat|lon|latitude|longitude|pcode|iso\d?|no|nr|index|rank)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """A guessed description, what was guessed and should be looked at, and what a person has to say yet."""

    table: Table
    guessed: tuple[str, ...]
    lacking: tuple[str, ...]


def describe(path: str | Path, *, sheet: str | None = None) -> Table:
    """A guessed description of the file: ``confirmed`` is False, the producer is empty.

    Raises:
        UnreadableInput, UnsafePath, BadTable, TableTooLarge: the file cannot be read as a table.
    """
    return guess(path, sheet=sheet).table


def guess(path: str | Path, *, sheet: str | None = None, entity: str | None = None, period: str | None = None) -> Guess:
    """As :func:`describe`, with its reasons. ``entity`` and ``period`` name a column, or what the whole table is of.

    Raises:
        UnreadableInput, UnsafePath, BadTable, TableTooLarge: the file cannot be read as a table.
    """
    path = Path(path).resolve()  # who names the file may name a link
    return _of(sample(path.parent, path.name, sheet=sheet), path, entity, period)


def _of(found: Sample, path: Path, entity: str | None, period: str | None) -> Guess:
    header_row, hxl_row = _header(found.rows, str(path))
    header = [(cell or "").strip() for cell in found.rows[header_row - 1]]
    body = [row for row in found.rows[hxl_row or header_row :] if len(row) == len(header)]
    tags = [hxl.tag(cell or "") for cell in found.rows[hxl_row - 1]] if hxl_row else [None] * len(header)
    once = Counter(header)
    columns: dict[str, Column] = {}
    parts: dict[str, hxl.Part | None] = {}
    for i, name in enumerate(header):
        if name and once[name] == 1 and name.isprintable():
            column = guess_column(name, [row[i] for row in body])
            described = tags[i]
            words = "".join([described.name, *(f"+{each}" for each in described.attributes)]) if described else None
            columns[name] = replace(column, field=replace(column.field, description=words))
            parts[name] = hxl.part(described) if described else None
    guessed = [f"column {name!r}: {note}" for name, column in columns.items() for note in column.notes]
    guessed += [f"column {name!r} is left out: the header has it twice" for name in once if once[name] > 1 and name]
    marked = sorted({marker for column in columns.values() for marker in column.missing})
    guessed += [f"these mark missing values: {', '.join(marked)}"] if marked else []
    periods = _periods(columns, parts, period, str(path), _values(header, body))
    entities = _entities(columns, parts, entity, periods)
    if found.guessed:
        guessed.append(f"encoding {found.encoding}: no mark says so, look at the letters with accents")
    if len(found.sheets) > 1 and found.sheet:
        guessed.append(f"sheet {found.sheet!r}, of {', '.join(repr(each) for each in found.sheets)}")
    series = tuple(_series(columns, parts, periods, entities))
    table = Table(
        name=_slug(path.stem),
        path=path.name,
        format=found.format,  # type: ignore[arg-type]  # one of the four
        fields=tuple(column.field for column in columns.values()),
        entities=entities,
        periods=_several(periods, entities, header, body),
        series=series,
        producer="",
        coverage=Coverage(),
        missing=("", *marked),
        encoding=found.encoding,
        delimiter=found.delimiter,
        sheet=found.sheet if len(found.sheets) > 1 else None,
        header_row=header_row,
        hxl_row=hxl_row,
    )
    return Guess(table, tuple(guessed), lacking(table))


def lacking(table: Table) -> tuple[str, ...]:
    """What a description needs before it can be confirmed, and what it should have."""
    needs = [] if table.producer.strip() else ["producer: whose figures these are"]
    if not table.entities.column and not table.entities.constant:
        needs.append("entity: which place, person or organisation the figures are of")
    if not table.series:
        needs.append("series: no column holds figures")
    needs += [f"property of {s.name}: what it measures" for s in table.series if not s.property.strip()]
    needs += [
        f"{name}: {why}"
        for name, why in (
            ("definition", "what is counted and how"),
            ("source", "where the file is from"),
            ("licence", "whether it may be passed on"),
            ("retrieved", "when it was fetched"),
        )
        if getattr(table, name) is None
    ]
    return tuple(needs)


def _header(rows: Sequence[Sequence[str | None]], place: str) -> tuple[int, int | None]:
    """The row of the header and that of HXL tags: the first row as wide as most, of names and not of figures."""
    filled = [sum(1 for cell in row if cell and cell.strip()) for row in rows]
    width = Counter(count for count in filled if count).most_common(1)
    if not width:
        raise BadTable(place, "no rows", "Give a file with a header and rows")
    for i, row in enumerate(rows[:50]):
        cells = [cell.strip() for cell in row if cell and cell.strip()]
        figures = sum(
            1 for cell in cells if re.fullmatch(r"[+-]?[\d.,]+", cell) and not re.fullmatch(r"[12]\d{3}", cell)
        )
        if len(cells) >= max(width[0][0] * 0.7, 1) and not figures and len(set(cells)) == len(cells):
            tags = next((j for j in range(i + 1, min(i + 4, len(rows))) if hxl.is_tag_row(rows[j])), None)
            return i + 1, None if tags is None else tags + 1
    raise BadTable(
        place, "no header is found in its first 50 rows", "Give the columns names in one row above the figures"
    )


def _values(header: Sequence[str], body: Sequence[Sequence[str | None]]) -> Mapping[str, list[str]]:
    return {name: [(row[i] or "").strip() for row in body] for i, name in enumerate(header) if name}


def _periods(
    columns: Mapping[str, Column],
    parts: Mapping[str, hxl.Part | None],
    stated: str | None,
    place: str,
    values: Mapping[str, list[str]],
) -> Periods:
    if stated is not None and stated not in columns:
        from onrecord.evidence.calendar import days

        if days(stated) is None:
            remedy = f"Name a column ({', '.join(columns)}), or write it as 2024, 2024-05, or 2024-05-01/2024-06-30"
            raise BadTable(place, f"the period {stated!r} is neither a column nor a date", remedy)
        length = len(stated)
        grain: Grain = "period" if "/" in stated else "year" if length == 4 else "month" if length == 7 else "day"
        return Periods(grain, constant=stated)
    dated = [name for name, column in columns.items() if column.field.type in ("date", "yearmonth", "year")]
    dated += [name for name in columns if grain_of(values[name]) and name not in dated]
    first = next((name for name in dated if _FIRST.search(name)), None)
    last = next((name for name in dated if _LAST.search(name) and name != first), None)
    if stated is None and first and last:
        return Periods("period", column=first, last=last)
    order = sorted(dated, key=lambda name: (parts[name] != "period", not _TIME_WORDS.search(name)))
    chosen = stated or (order[0] if order else None)
    if chosen is None:
        raise BadTable(place, "no column holds dates", "Say --period 2024-05, or --period with the column's name")
    kind = columns[chosen].field.type
    if kind in ("year", "integer"):
        return Periods("year", column=chosen)
    if kind == "yearmonth":
        return Periods("month", column=chosen)
    return Periods(grain_of(values[chosen], columns[chosen].field.format) or "day", column=chosen)


def _entities(
    columns: Mapping[str, Column], parts: Mapping[str, hxl.Part | None], stated: str | None, periods: Periods
) -> Entities:
    if stated is not None:
        return Entities(column=stated) if stated in columns else Entities(constant=stated)
    texts = [
        name
        for name, column in columns.items()
        if column.field.type == "string" and name not in (periods.column, periods.last)
    ]
    tagged = [name for name in texts if parts[name] == "entity"]
    named = [name for name in texts if _ENTITY_WORDS.search(name) and not _NO_VALUE.search(name)]
    for names in (tagged[-1:], named):
        if names:
            return Entities(column=names[0])
    return Entities(constant="")


def _series(
    columns: Mapping[str, Column], parts: Mapping[str, hxl.Part | None], periods: Periods, entities: Entities
) -> list[Series]:
    tagged = any(part == "value" for part in parts.values())
    found: list[Series] = []
    for name, column in columns.items():
        used = name in (periods.column, periods.last, entities.column)
        if used or column.field.type not in ("integer", "number") or _NO_VALUE.search(name):
            continue
        if tagged and parts[name] != "value":
            continue
        unit, counted, per = unit_of(name)
        slug = _slug(name)
        taken = {series.name for series in found}
        series = Series(
            name=slug if slug not in taken else f"{slug}-{len(found) + 1}",
            property=property_of(name),
            column=name,
            unit=unit,
            sort=sort_of(name, unit),
            counted=counted,
            per=per,
            rounding=0.0 if column.field.type == "integer" else float(f"1e-{column.decimals}"),
        )
        found.append(series)
    return found


def _several(
    periods: Periods, entities: Entities, header: Sequence[str], body: Sequence[Sequence[str | None]]
) -> Periods:
    """Whether the rows are a list with more than one row a period: a third of the periods or more have several."""
    names = [name for name in (periods.column, periods.last, entities.column) if name]
    if periods.column is None or not body:
        return periods
    where = [header.index(name) for name in names]
    counts = Counter(tuple(row[i] for i in where) for row in body)
    many = sum(1 for count in counts.values() if count > 1)
    return replace(periods, several=many * 3 >= len(counts))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "table"
