"""The work behind ``onrecord evidence list``, ``show`` and ``check``."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from io import StringIO
from typing import Any

import click
from rich.text import Text

from onrecord.cli.outputs import terminal
from onrecord.cli.sinks import Stdout
from onrecord.cli.wording import counted, one_line
from onrecord.errors import OnrecordError
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.faults import Fault
from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.sql import name
from onrecord.evidence.store import Store
from onrecord.plain import plain
from onrecord.publish.tables import table as drawn
from onrecord.publish.tables import unpadded
from onrecord.publish.terminal import console_on

__all__ = ["check_packs", "list_packs", "packs_of", "put", "show_table", "state"]

_NUMBERS = ("row", "rows", "series")


def list_packs(paths: Sequence[str], format: str) -> int:
    """Writes the series of the packs; gives 1 where a pack cannot be read."""
    packs, code = packs_of(paths)
    if format == "json":
        put_json([plain(pack) for pack in packs])
        return code
    for pack in packs:
        parts = [part for table in pack.tables for part in _series(table)]
        put([Text(f"{pack.name}: {pack.title}" if pack.title else pack.name, "bold"), Text(), *parts])
    return code


def _series(table: Table) -> Iterator[Any]:
    """A table's series, a line each, under what they have in common."""
    whose = table.entities.constant or (f"by {table.entities.column}" if table.entities.column else "")
    facts = (table.producer or "?", whose, _when(table), state(table))
    head = f"{table.name} ({'; '.join(filter(None, facts))})"
    own = any(each.producer and each.producer != table.producer for each in table.series)
    rows = [
        (each.name, each.property or "?", each.unit, *((_producer(each, table),) if own else ()))
        for each in table.series
    ]
    yield Text(head, "bold")
    yield drawn("", ("series", "property", "unit", *(("producer",) if own else ())), rows, ())


def show_table(path: str, wanted: str, rows: int, format: str, ctx: click.Context) -> int:
    """Writes how a table is described, and its first rows."""
    pack = read_pack(path)
    found = next((table for table in pack.tables if table.name == wanted), None)
    if found is None:
        names = [table.name for table in pack.tables]
        near = difflib.get_close_matches(wanted, names, n=1)
        meant = f"Did you mean {near[0]!r}?" if near else f"The tables are {', '.join(names)}."
        raise click.UsageError(f"No table {wanted!r} in {path}. {meant}", ctx)
    with Store([pack]) as store:
        values = store.run(pack, found, f"SELECT * FROM {name(found.name)} ORDER BY _row LIMIT ?", [rows])  # noqa: S608 - quoted
        (total,) = store.run(pack, found, f"SELECT count(*) FROM {name(found.name)}")[0]  # noqa: S608 - quoted
        faults = store.faults(pack, found)
    heads = ("_row", *(field.name for field in found.fields), "_lo", "_hi", "_fault")
    if format == "json":
        shown = [dict(zip(heads, (_plain(value) for value in row), strict=True)) for row in values]
        put_json({"table": plain(found), "rows": shown, "total": total, "faults": plain(faults)})
        return 0
    put(
        [
            *described(found),
            drawn(
                f"{len(values):,} of {counted(total, 'row')}",
                ("row", *heads[1:-3], "days", "fault"),
                [[*map(_cell, row[:-3]), _days(*row[-3:-1]), _cell(row[-1])] for row in values],
                ("row",),
            ),
            Text(f"{counted(len(faults), 'fault')}: onrecord evidence check {path}" if faults else "No faults."),
        ]
    )
    return 0


def described(table: Table) -> Iterator[Any]:
    """A table's description, for the terminal."""
    entity = table.entities.constant if table.entities.column is None else f"column {table.entities.column}"
    when = f"one {table.periods.grain} a row, column {table.periods.column}" if table.periods.column else _when(table)
    if table.periods.last:
        when = f"from column {table.periods.column} to column {table.periods.last}"
    facts = (
        ("state", state(table)),
        ("file", f"{table.path} ({table.format}, {table.encoding})"),
        ("producer", table.producer or "?"),
        ("whose figures", entity or "?"),
        ("when", when + (", several rows a period" if table.periods.several else "")),
        ("definition", table.definition or "?"),
        ("source", table.source or "?"),
        ("licence", table.licence or "?"),
        ("retrieved", table.retrieved or "?"),
    )
    yield drawn(table.title or table.name, ("", ""), facts, ())
    rows = [
        (s.name, s.column or "(each row counts one)", s.property or "?", s.unit, s.sort, f"{s.rounding:g}")
        for s in table.series
    ]
    yield drawn("Series", ("name", "column", "property", "unit", "sort", "rounding"), rows, ("rounding",))


def check_packs(paths: Sequence[str], format: str) -> int:
    """Writes every fault of every table; gives 1 where there are errors or a table cannot be loaded."""
    packs, code = packs_of(paths)
    found: list[tuple[Pack, Table, tuple[Fault, ...]]] = []
    for pack in packs:
        with Store([pack]) as store:
            for table in pack.tables:
                try:
                    found.append((pack, table, store.faults(pack, table)))
                except OnrecordError as error:
                    code = 1
                    sys.stderr.write(one_line(str(error)) + "\n")
    errors = sum(1 for _, _, faults in found for fault in faults if fault.level == "error")
    if format == "json":
        put_json(
            [
                {"pack": pack.name, "table": table.name, "confirmed": table.confirmed, "faults": plain(faults)}
                for pack, table, faults in found
            ]
        )
        return 1 if errors else code
    rows = [(pack.name, table.name, state(table), _tally(faults)) for pack, table, faults in found]
    parts: list[Any] = [drawn("Tables", ("pack", "table", "state", "faults"), rows, ())]
    for pack, table, faults in found:
        if faults:
            lines = [
                (
                    "" if f.row is None else f"{f.row:,}",
                    f.column or "",
                    f.text or "",
                    f.problem,
                    f.level,
                    f.series or "",
                )
                for f in faults
            ]
            title = f"{pack.name} {table.name}"
            parts.append(drawn(title, ("row", "column", "text", "problem", "level", "series"), lines, ("row",)))
    put(parts)
    return 1 if errors else code


def packs_of(paths: Sequence[str]) -> tuple[list[Pack], int]:
    """The packs that can be read; those that cannot get a line on standard error, and the code is 1."""
    packs, code = [], 0
    for path in paths:
        try:
            packs.append(read_pack(path))
        except OnrecordError as error:
            code = 1
            sys.stderr.write(one_line(str(error)) + "\n")
    return packs, code


def state(table: Table) -> str:
    """Whether a person has confirmed the description."""
    return "confirmed" if table.confirmed else "unconfirmed"


def put(parts: Sequence[Any]) -> None:
    """Tables and texts to standard output, one below another."""
    width, colour = terminal()
    out = StringIO()
    console = console_on(out, width, colour)
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text))
    _put(unpadded(out.getvalue()))


def put_json(data: Any) -> None:
    """JSON to standard output."""
    _put(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _put(text: str) -> None:
    sink = Stdout()
    sink.write(text)
    sink.finish()


def _producer(series: Series, table: Table) -> str:
    return series.producer or table.producer or "?"


def _when(table: Table) -> str:
    return table.periods.constant or f"by {table.periods.grain}"


def _tally(faults: Sequence[Fault]) -> str:
    errors = sum(1 for fault in faults if fault.level == "error")
    notes = len(faults) - errors
    words = [counted(errors, "error")] if errors else []
    words += [counted(notes, "note")] if notes else []
    return ", ".join(words) or "none"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _days(lo: date | None, hi: date | None) -> str:
    if lo is None or hi is None:
        return ""
    return lo.isoformat() if lo == hi else f"{lo.isoformat()} to {hi.isoformat()}"


def _cell(value: Any) -> str:
    return (
        "" if value is None else f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(_plain(value))
    )
