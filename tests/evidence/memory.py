"""Tables in this process, and records of one claim, for tests of what is computed of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

import onrecord
from onrecord.evidence.asked import Context, context
from onrecord.evidence.calendar import days
from onrecord.evidence.model import Entities, Field, Grain, Pack, Periods, Series, Table
from onrecord.evidence.subject import Subject
from onrecord.record import (
    Attribution,
    Checkability,
    Claim,
    ClaimKind,
    Document,
    Factuality,
    Interval,
    Published,
    Quantity,
    Record,
)
from onrecord.spans import Span

Row = tuple[str, float | None] | tuple[str, float | None, str]


class Memory:
    """Runs queries on tables made of rows; ``queries`` are those that ran."""

    def __init__(self) -> None:
        self._con = duckdb.connect(":memory:")
        self.queries: list[str] = []

    def add(self, table: Table, rows: Sequence[Row], faults: dict[int, str] | None = None) -> Table:
        """Rows of (EDTF period, value, entity); ``faults`` by number of row."""
        column, entity = table.series[0].column or "n", table.entities.column or "who"
        self._con.execute(
            f'CREATE TABLE "{table.name}" ("{column}" DOUBLE, "{entity}" VARCHAR, _row BIGINT, _lo DATE, _hi DATE, '
            "_fault VARCHAR)"
        )
        for number, (period, value, *who) in enumerate(rows, 1):
            lo, hi = days(period) or (None, None)
            fault = (faults or {}).get(number)
            self._con.execute(
                f'INSERT INTO "{table.name}" VALUES (?, ?, ?, ?, ?, ?)',
                [value, *(who or [None]), number, lo, hi, fault],
            )
        return table

    def run(self, pack: Pack, table: Table, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self.queries.append(sql)
        return self._con.execute(sql, list(parameters)).fetchall()


def series(**changes: Any) -> Series:
    """The series "visitors", a flow of counts; ``changes`` replace its parts."""
    plain: dict[str, Any] = {"name": "visitors", "property": "visitors", "column": "n", "unit": "1", "sort": "flow"}
    return Series(**{**plain, **changes})


def table(
    *each: Series, name: str = "visitors", grain: Grain = "month", entities: Entities | None = None, **changes: Any
) -> Table:
    """A confirmed table of Tarn, by the Tarn Office."""
    plain: dict[str, Any] = {
        "path": f"{name}.csv",
        "format": "csv",
        "fields": (Field("n", "number"),),
        "entities": entities or Entities(constant="Tarn"),
        "periods": Periods(grain, column="when"),
        "series": each or (series(),),
        "producer": "Tarn Office",
        "confirmed": True,
    }
    return Table(name, **{**plain, **changes})


def pack(*tables: Table, name: str = "lake") -> Pack:
    return Pack(name, Path(name), tables)


def subject(
    rows: Sequence[Row], entity: str | None = "Tarn", faults: dict[int, str] | None = None, **changes: Any
) -> Subject:
    """Rows as a series; ``changes`` are of the series, and ``table=`` those of the table."""
    store, own = Memory(), series(**{key: value for key, value in changes.items() if key != "table"})
    made = store.add(table(own, **changes.get("table", {})), rows, faults)
    return Subject(store, pack(made), made, own, entity)


def months(year: int, *values: float | None, entity: str | None = None) -> list[Row]:
    """A value for each month of a year, from January on."""
    return [(f"{year}-{i:02d}", value, *([entity] if entity else [])) for i, value in enumerate(values, 1)]  # type: ignore[misc]


def quantity(text: str) -> Quantity:
    """The only figure of ``text``."""
    [found] = onrecord.quantities(text)
    return found


def exactly(number: float) -> tuple[Interval, ...]:
    return (Interval(number - 0.5, number + 0.5),)


def record(
    text: str,
    said: str | None = None,
    *,
    published: str | None = "2024-02-10",
    kind: ClaimKind = "quantity",
    factuality: Factuality = "asserted",
    attributions: Sequence[Attribution] = (),
    title: str | None = None,
) -> Record:
    """The record of ``text`` with one claim, ``said``, by default the whole text without its last mark."""
    said = said or text.rstrip(".")
    start = text.index(said)
    span = Span(start, start + len(said))
    document = Document("d", "", "d.txt", "text/plain", title, None, "en", Published(published, "given"), text)
    times = onrecord.times(text, published=published)
    quantities = onrecord.quantities(text, published=published)
    own = [q.id for q in quantities if span.start <= q.span.start < span.end]
    within = [t.id for t in times if span.start <= t.span.start < span.end]
    of = attributions[-1].id if attributions else None
    claim = Claim("c1", span, (span,), of, kind, factuality, Checkability(True, ""), tuple(own), tuple(within))
    return Record(document, quantities=quantities, times=times, claims=(claim,), attributions=tuple(attributions))


def only(made: Record) -> Context:
    """The only claim of a record."""
    [claim] = made.claims
    return context(made, claim)


def day(text: str) -> date:
    return date.fromisoformat(text)
