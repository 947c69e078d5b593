"""What a table of figures is described by: packs, tables and the series in them.

Plain data; a descriptor on disk is a Data Package (https://datapackage.org, version 2) whose resources carry these
under ``onrecord``. A series is one measured property in one column of one table: two producers who count differently
are two series, and nothing here ever merges them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

__all__ = ["Coverage", "Entities", "Field", "FieldType", "Grain", "Pack", "Periods", "Role", "Series", "Sort", "Table"]

FieldType = Literal["string", "integer", "number", "date", "yearmonth", "year", "boolean"]
Grain = Literal["day", "week", "month", "quarter", "year", "period"]
Sort = Literal["flow", "stock", "rate", "index", "event"]
Role = Literal["measured", "need", "baseline", "population"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the file: its name in the header, its type, and what it holds in a word or two.

    ``format`` is how dates (and yearmonths) are written, in C's ``strptime`` directives ("%d/%m/%Y"; None: ISO 8601);
    ``decimal`` and ``group`` are the characters of numbers ("1.234,5"; None: no groups).
    """

    name: str
    type: FieldType
    description: str | None = None
    format: str | None = None
    decimal: str = "."
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """Whose figures they are: one for the whole table (``constant``), or one in each row (``column``).

    ``names`` gives other names by the value in the file: ``{"UK": ("United Kingdom", "Britain")}``.
    """

    constant: str | None = None
    column: str | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Periods:
    """When the figures are of: one period for the whole table (``constant``, EDTF), or ``column``, and ``last``
    where each row has a first and a last day. ``grain`` is how long a period is.

    ``several``: more than one row may be of one period (a list of deliveries, one a row), and a period may have none;
    otherwise such rows are faults.
    """

    grain: Grain
    constant: str | None = None
    column: str | None = None
    last: str | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the table says it covers: first and last day (ISO 8601), and places. Inside it nothing should be missing."""

    lo: str | None = None
    hi: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One measured property.

    ``property`` is a noun phrase ("trucks that entered the Gaza Strip"), ``synonyms`` others that mean just the
    same; a claim of anything narrower or wider is not about this series. ``column`` holds the values (None: each row
    counts one), of the rows where ``where`` holds. ``unit`` is as in :class:`onrecord.record.Quantity`, ``per`` the
    time or head that a rate is by ("d"), ``counted`` the noun that is counted ("truck"). ``sort``: a
    *flow* sums over time, a *stock* holds at a time, a *rate* or *index* never sums, an *event* is a row with a first
    and a last day. ``rounding`` is the width of the last place that is printed (0: exact counts; 0.1: one decimal);
    ``scale`` is what one of the file is worth (1000: the file is in thousands of ``unit``).
    ``role``: what was measured, what is needed, what was usual before, or how many people there are; ``of`` names the
    series in the same pack that a need, a baseline or a population goes with.
    ``stands_for`` are wider things that the series is a sign of ("aid received"): a claim of these gets readings, never
    a result. ``producer``, ``source`` and ``definition`` are the table's where None.
    """

    name: str
    property: str
    column: str | None
    unit: str
    sort: Sort
    synonyms: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)
    counted: str | None = None
    per: str | None = None
    rounding: float = 0.0
    scale: float = 1.0
    role: Role = "measured"
    of: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()
    definition: str | None = None
    producer: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One file of a pack and what is in it. ``path`` is relative to the pack; ``confirmed`` is a person's word that
    the description is right: one that is only inferred is never checked against. ``delimiter`` is None where it is the
    format's own (a comma, a tab)."""

    name: str
    path: str
    format: Literal["csv", "tsv", "parquet", "xlsx"]
    fields: tuple[Field, ...]
    entities: Entities
    periods: Periods
    series: tuple[Series, ...]
    producer: str
    title: str | None = None
    definition: str | None = None
    source: str | None = None
    licence: str | None = None
    retrieved: str | None = None
    coverage: Coverage = Coverage()
    missing: tuple[str, ...] = ("",)
    encoding: str = "utf-8"
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int = 1
    hxl_row: int | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of tables with one descriptor, ``datapackage.json``."""

    name: str
    folder: Path
    tables: tuple[Table, ...]
    title: str | None = None
