"""Tables of TabFact as packs: which column says whose figures they are, which hold figures, and what these are called.

All of it goes by the look of a table alone, the same way for every table; no statement is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from onrecord.evidence import sql
from onrecord.evidence.guesses import sort_of, unit_of
from onrecord.evidence.model import Entities, Field, Pack, Periods, Series, Table

__all__ = ["COUNTS", "FIRST", "LAST", "Sheet", "Tables", "number_of", "sheet"]

COUNTS = "counts"
"""The name of the table of how many rows each text stands in; its definition is what a row may be called."""
FIRST, LAST = date(1000, 1, 1), date(2999, 12, 31)
"""The one period of a table that has none."""

_NUMBER = re.compile(r"([$£€]?)\s*([+-]?\d+(?:,\d{3})*(?:\.\d+)?)(?![\d.]|\s*(?:[-–:/,]|\(\d))\s*(.*)")
_MISSING = re.compile(r"|n / ?a|[-–—]+|none|unknown|tbd|dnf|dns|dnq")
_YEAR = re.compile(r"[12]\d{3}")
_BRACKETS = re.compile(r"\([^()]*\)")
_ENOUGH = 0.8  # of the cells that are not empty must be numbers in one unit
_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR"}

# Other words for a heading that stands in many tables.
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "attendance": ("crowd",),
    "crowd": ("attendance",),
    "gold": ("gold medals",),
    "silver": ("silver medals",),
    "bronze": ("bronze medals",),
    "lost": ("losses",),
    "won": ("wins",),
    "drawn": ("draws",),
    "pts": ("points",),
    "pop": ("population",),
}
# Words for one kind of entity, which a heading may have any of.
_KINDS = (
    "team club side squad",
    "nation country",
    "player golfer driver rider athlete swimmer skier cyclist bowler batsman name",
    "opponent game match",
    "school college university institution",
    "city town",
)
# Words for getting a figure, which narrow none.
_GOT = "get got achieve achieved obtain obtained accumulate accumulated"
# Words that go with a heading and do not narrow it, where one of its words is among the first.
_BESIDE: tuple[tuple[str, str], ...] = (
    ("attendance crowd", "attendance crowd people fan spectator attend attended draw game match"),
    ("gold silver bronze medals", "medal win won earn earned finish collect"),
    ("points pts goals runs tries", "score scored earn earned win won finish season game"),
    ("wins won win losses lost draws drawn", "win won lose lost game match season finish"),
    ("played matches games", "play played game match season"),
    ("laps", "complete completed finish race drive"),
    ("population", "people inhabitant resident live"),
    ("money earnings prize", "earn earned win won prize money dollar"),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the data set as a pack of up to two tables, and its cells.

    ``by_name`` has a table for each column of texts, which says whose figures they are; ``by_time`` has a row a year or
    a day. None where there is no such column. A column of texts goes by its heading, one of figures by its place.
    """

    by_name: Pack | None
    by_time: Pack | None
    columns: dict[str, list[Any]]


def number_of(cell: str) -> tuple[float, str, str] | None:
    """The number that a cell begins with, the sign before it and the words after it; None where it is not one number.

    A range, a score and a date are not.
    """
    match = _NUMBER.fullmatch(cell.strip())
    return (float(match[2].replace(",", "")), match[1], match[3]) if match else None


def _figures(cells: Sequence[str]) -> tuple[list[float | None], str] | None:
    """A column's numbers and the unit written in its cells; None where it is not one of numbers in one unit."""
    filled = [cell for cell in cells if not _MISSING.fullmatch(cell)]
    found = [number_of(cell) for cell in filled]
    shapes = [(one[1], re.sub(r"[\d.,]+", "#", one[2])) for one in found if one]
    if not shapes:
        return None
    usual = max(set(shapes), key=shapes.count)
    if len(filled) < 2 or shapes.count(usual) < _ENOUGH * len(filled):
        return None
    numbers = []
    for cell in cells:
        one = number_of(cell)
        numbers.append(one[0] if one and (one[1], re.sub(r"[\d.,]+", "#", one[2])) == usual else None)
    return numbers, usual[0] or usual[1]


def sheet(name: str, caption: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Sheet:
    """The pack of one table."""
    header = [heading.strip() for heading in header]
    cells = [[row[i].strip() if i < len(row) else "" for row in rows] for i in range(len(header))]
    figures = {i: found for i in range(len(header)) if (found := _figures(cells[i]))}
    years = [i for i in figures if re.search(r"\b(?:year|season)\b", header[i]) and _are_years(cells[i])]
    days = {i: found for i in range(len(header)) if i not in figures and (found := _days(cells[i]))}
    texts = [i for i in range(len(header)) if i not in figures and i not in days and _are_names(cells[i])]
    columns: dict[str, list[Any]] = {f"c{i}": list(numbers) for i, (numbers, _) in figures.items()}
    columns |= {f"t{i}": cells[i] for i in texts}
    fields = tuple(Field(f"c{i}", "number") for i in figures)
    beside = _own_words(caption, [*header, *(cell for column in cells for cell in column)])
    whole = Periods("period", constant=f"{FIRST}/{LAST}")

    def series(noun: str) -> tuple[Series, ...]:
        return tuple(_series(i, header[i], figures[i][1], f"{noun} {beside}") for i in figures if i not in years)

    tables = _counts(name, caption, header, cells, texts)
    rows_only = not any(len(set(cells[i])) == len(rows) for i in texts[:_TEXTS])
    if rows_only and figures and rows:
        columns[_ROWS] = [f"zzrow {number}" for number in range(len(rows))]
        own = (Field(_ROWS, "string"), *fields)
        noun = "game match" if {"date", "opponent", "home team"} & set(header) else ""
        tables.append(_table(name, "by row", caption, own, Entities(None, _ROWS, {}), whole, series(noun)))
    for i in texts[:_TEXTS] if figures else ():
        noun = _plain(header[i]) or "name"
        column = noun if header.count(header[i]) == 1 and noun not in columns else f"{noun} {i}"
        columns[column] = cells[i]
        own = (Field(column, "string", nouns_of(column)), *fields)
        tables.append(
            _table(
                name,
                f"by {column}",
                caption,
                own,
                Entities(None, column, _names(cells[i])),
                whole,
                series(nouns_of(noun)),
            )
        )
    timed = []
    if years:
        timed.append(
            _table(name, "years", caption, fields, Entities(), Periods("year", column=f"c{years[0]}"), series(""))
        )
    for i, found in list(days.items())[:1]:
        columns[f"d{i}"] = found
        own = (Field(f"d{i}", "date"), *fields)
        timed.append(_table(name, "days", caption, own, Entities(), Periods("day", column=f"d{i}"), series("")))
    return Sheet(_pack(name, tables), _pack(name, timed), columns)


_ROWS = "zzrows"


def nouns_of(heading: str) -> str:
    """The nouns that may stand for what a column names."""
    own = heading.split()
    return " ".join((heading, *(kind for kind in _KINDS if own and own[-1].removesuffix("s") in kind.split())))


def _counts(
    path: str, caption: str, header: Sequence[str], cells: Sequence[Sequence[str]], texts: Sequence[int]
) -> list[Table]:
    """A table of how many rows each text stands in, one series for each: "riders of Honda"."""
    nouns = [_plain(header[i]) for i in texts]
    made, fields = [], []
    for i in texts[:_TEXTS]:
        fields.append(Field(f"t{i}", "string"))
        distinct = list(dict.fromkeys(cells[i]))
        for text in distinct if 1 < len(distinct) <= _COUNTED else ():
            if not _NAME.fullmatch(text) or any(
                text != other and (text in other or other in text) for other in distinct if other
            ):
                continue
            heading = _plain(header[i])
            labels = tuple(f"{noun} {text}" for noun in nouns if noun and noun != heading and " " not in noun)
            known = f"{text} {heading} {' '.join(nouns_of(noun) for noun in nouns)} {_GOT} {_NEVER}"
            made.append(
                Series(f"t{i} {text}", f"{heading} {text}", None, "1", "flow", (*labels, known), {f"t{i}": text})
            )
    periods = Periods("period", constant=f"{FIRST}/{LAST}")
    if not made:
        return []
    table = _table(path, COUNTS, caption, tuple(fields), Entities(), periods, tuple(made))
    rows = " ".join(nouns_of(noun) for i, noun in zip(texts, nouns, strict=True) if len(set(cells[i])) == len(cells[i]))
    rows += " game match" if {"date", "opponent", "home team"} & set(header) else ""
    return [replace(table, definition=rows)]


_COUNTED = 60  # texts of a column that are counted
_TEXTS = 6  # columns of texts that may say whose figures they are


def _own_words(caption: str, others: Sequence[str]) -> str:
    """The words of a caption that stand nowhere in the table, and so tell none of its figures from another."""
    known = {stem for text in others for stem in _stems(text)}
    return " ".join(word for word in _WORD.findall(caption) if known.isdisjoint(_stems(word)))


def _stems(text: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(text)}


_NAME = re.compile(r"(?=.*[^\W\d_]{3})[^\d+]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY_FORMATS = ("%B %d , %Y", "%d %B %Y", "%Y - %m - %d", "%b %d , %Y", "%d %b %Y")


def _days(cells: Sequence[str]) -> list[date | None] | None:
    """A column's days, all different; None where it is not one of days with their year."""
    found = [_day(cell) for cell in cells]
    read = [day for day in found if day]
    return found if len(read) == len(cells) and len(set(read)) == len(read) > 1 else None


def _day(cell: str) -> date | None:
    for form in _DAY_FORMATS:
        try:
            return datetime.strptime(cell, form).date()  # noqa: DTZ007 - days have no zone
        except ValueError:
            continue
    return None


def _are_names(cells: Sequence[str]) -> bool:
    """Whether a column names something: words, not one for all, not scores or codes."""
    worded = sum(bool(re.search(r"[^\W\d_]{3}", cell)) and not re.search(r"\d - \d", cell) for cell in cells)
    return len(set(cells)) > 1 and worded >= _ENOUGH * len(cells)


def _are_years(cells: Sequence[str]) -> bool:
    return all(_YEAR.fullmatch(cell) for cell in cells) and len(set(cells)) == len(cells)


def _table(
    path: str,
    name: str,
    caption: str,
    fields: tuple[Field, ...],
    entities: Entities,
    periods: Periods,
    series: tuple[Series, ...],
) -> Table:
    return Table(name, path, "csv", fields, entities, periods, series, caption, title=caption, confirmed=True)


def _pack(name: str, tables: Sequence[Table]) -> Pack | None:
    return Pack(name, Path(name), tuple(tables)) if tables else None


def _names(cells: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Each cell without what stands in brackets, where that is no other's name too."""
    short = {cell: _plain(cell) for cell in cells}
    every = [*short.values(), *(cell for cell in cells if short[cell] != cell)]
    return {cell: (name,) for cell, name in short.items() if name and name != cell and every.count(name) == 1}


def _plain(heading: str) -> str:
    return " ".join(_BRACKETS.sub(" ", heading).split())


def _series(at: int, heading: str, written: str, beside: str) -> Series:
    """The series of a column of figures; the words ``beside`` narrow nothing that is said of it."""
    plain = _plain(heading) or heading
    unit, counted, _ = unit_of(heading)
    if unit == "1" and written in _SIGNS:
        unit = _SIGNS[written]
    elif unit == "1" and written and (word := re.match(r"[a-z%]+", written)):
        unit = unit_of(f"x ({word[0]})")[0]
    scale = next((by for word, by in _SCALES.items() if re.search(rf"\b{word}", f"{heading} {written}")), 1.0)
    sort = "stock" if (usual := sort_of(heading, unit)) == "flow" else usual
    own = set(plain.split())
    more = [words for first, words in _BESIDE if not own.isdisjoint(first.split())]
    if own <= {"total", "number", "count", "amount"}:
        more.append("medal")
    # A label fits only where all of its words are there: one that never fits just makes its words known.
    known = " ".join((plain, *more, beside, _GOT))
    synonyms = (*_SYNONYMS.get(plain, ()), f"{known} {_NEVER}")
    return Series(f"c{at}", plain, f"c{at}", unit, sort, synonyms, counted=counted, scale=scale)


_NEVER = "zzunsaid"
_SCALES = {"thousands": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9}


class Tables:
    """Runs queries on sheets, in a database of this process; each sheet is loaded by the first query that needs it."""

    def __init__(self) -> None:
        import duckdb

        self._con = duckdb.connect(":memory:", config={"threads": 1})
        self._sheets: dict[str, Sheet] = {}
        self._loaded: str | None = None

    def add(self, name: str, made: Sheet) -> None:
        """Makes a sheet known by the name of its packs."""
        self._sheets[name] = made

    def run(self, pack: Pack, table: Table, query: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of one query."""
        if self._loaded != f"{pack.name}/{table.name}":
            self._load(self._sheets[pack.name], table)
            self._loaded = f"{pack.name}/{table.name}"
        return self._con.execute(query, list(parameters)).fetchall()

    def _load(self, made: Sheet, table: Table) -> None:
        kinds = {"string": "VARCHAR", "number": "DOUBLE", "date": "DATE"}
        columns = ", ".join(f"{sql.name(field.name)} {kinds[field.type]}" for field in table.fields)
        made_here = f"{columns}, _row BIGINT, _lo DATE, _hi DATE, _fault VARCHAR"
        self._con.execute(f"CREATE OR REPLACE TABLE {sql.name(table.name)} ({made_here})")
        cells = [made.columns[field.name] for field in table.fields]
        periods = made.columns[table.periods.column] if table.periods.column else None
        rows = []
        for number, row in enumerate(zip(*cells, strict=True), 1):
            lo, hi = FIRST, LAST
            if periods and table.periods.grain == "year":
                lo, hi = date(int(periods[number - 1]), 1, 1), date(int(periods[number - 1]), 12, 31)
            elif periods:
                lo = hi = periods[number - 1]
            rows.append([*row, number, lo, hi, None])
        marks = f"({', '.join('?' * (len(table.fields) + 4))})"
        values = [value for row in rows for value in row]
        if values:
            self._con.execute(f"INSERT INTO {sql.name(table.name)} VALUES {', '.join([marks] * len(rows))}", values)  # noqa: S608 - marks only
