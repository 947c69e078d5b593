"""The work behind ``onrecord evidence add``: a file into a pack, with a description that a person corrects."""

from __future__ import annotations

import difflib
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import click
from rich.text import Text

from onrecord.cli.tables import described, put, put_json
from onrecord.cli.wording import counted, one_line
from onrecord.errors import OnrecordError, UnreadableInput, UnwritableOutput
from onrecord.evidence.descriptor import DESCRIPTOR, read_pack
from onrecord.evidence.infer import Guess, guess, lacking
from onrecord.evidence.model import Entities, Pack, Series, Table
from onrecord.evidence.store import Store
from onrecord.evidence.writing import put as put_tables
from onrecord.plain import plain

__all__ = ["Said", "describe_into"]


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says of the tables; None and empty: nothing."""

    producer: str | None = None
    properties: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    entity: str | None = None
    period: str | None = None
    source: str | None = None
    licence: str | None = None
    retrieved: str | None = None
    definition: str | None = None
    sheet: str | None = None
    confirm: bool = False
    again: bool = False


def describe_into(folder: str, files: Iterable[str], said: Said, format: str) -> int:
    """Adds each file to the pack and writes what was guessed; gives 1 where one could not be added."""
    pack = Path(folder)
    code, told = 0, []
    for file in files:
        try:
            told.append(_add(pack, Path(file), said))
        except OnrecordError as error:
            code = 1
            sys.stderr.write(one_line(str(error)) + "\n")
    if format == "json":
        put_json(
            [
                {
                    "table": plain(found.table),
                    "guessed": list(found.guessed),
                    "lacking": list(found.lacking),
                    "faults": n,
                }
                for found, n in told
            ]
        )
        return code
    for found, faults in told:
        put([*described(found.table), *_words(found, faults, folder)])
    return code


def _words(found: Guess, faults: int | None, folder: str) -> Iterable[Any]:
    for title, lines in (("Guessed, so look twice:", found.guessed), ("Not said yet:", found.lacking)):
        if lines:
            yield Text(title, style="bold")
            for line in lines:
                yield Text(one_line(f"  {line}"))
    if faults:
        yield Text(f"{counted(faults, 'fault')} in its rows: onrecord evidence check {folder}")
    if not found.table.confirmed:
        yield Text("Unconfirmed, so nothing is checked against it.")
        yield Text(f"Correct it with these options or in {folder}/{DESCRIPTOR}, then:")
        yield Text(f"onrecord evidence add {found.table.path} --pack {folder} --confirm")


def _add(folder: Path, file: Path, said: Said) -> tuple[Guess, int | None]:
    """One file: the description that was written, and how many faults its rows have."""
    if (folder / file).is_file() and not file.exists():
        file = folder / file  # named as the pack names it
    if not file.is_file():
        problem = "a folder" if file.is_dir() else "no such file"
        raise UnreadableInput(str(file), problem, "Name a CSV, TSV, XLSX or Parquet file")
    name = _inside(folder, file)
    before = _before(folder, name)
    if before is None or said.again:
        found = guess(file, sheet=said.sheet, entity=said.entity, period=said.period)
        found = replace(found, table=replace(found.table, path=name))
    else:
        found = Guess(before, (), ())
        if said.entity is not None:
            known = {field.name for field in before.fields}
            entities = Entities(column=said.entity) if said.entity in known else Entities(constant=said.entity)
            found = replace(found, table=replace(before, entities=replace(entities, names=before.entities.names)))
        if said.period is not None:
            periods = guess(file, sheet=before.sheet, period=said.period).table.periods
            found = replace(found, table=replace(found.table, periods=periods))
    table = _told(found.table, said)
    found = Guess(table, found.guessed, lacking(table))
    if said.confirm:
        table = _confirmed(table, found.lacking)
        found = replace(found, table=table)
    _copy(file, folder, name)
    pack = put_tables(folder, table)
    return found, _faults(pack, table)


def _faults(pack: Pack, table: Table) -> int | None:
    with Store([pack]) as store:
        return len(store.faults(pack, table.name))


def _confirmed(table: Table, lacks: tuple[str, ...]) -> Table:
    needed = [line for line in lacks if line.startswith(("producer", "entity", "series", "property"))]
    if needed:
        raise click.UsageError(f"{table.path} cannot be confirmed: it lacks {'; '.join(needed)}.")
    return replace(table, confirmed=True)


def _told(table: Table, said: Said) -> Table:
    series = table.series
    if said.columns:
        for column in said.columns:
            _known(column, series, "--series")
        series = tuple(each for each in series if each.column in said.columns)
    series = _each(series, said.properties, "property", "--property")
    series = _each(series, said.units, "unit", "--unit")
    return replace(
        table,
        series=series,
        producer=said.producer or table.producer,
        source=said.source or table.source,
        licence=said.licence or table.licence,
        retrieved=said.retrieved or table.retrieved,
        definition=said.definition or table.definition,
    )


def _each(
    series: tuple[Series, ...], words: Iterable[str], field: Literal["property", "unit"], option: str
) -> tuple[Series, ...]:
    """``COLUMN=TEXT`` for one column, or ``TEXT`` where there is one series only."""
    for word in words:
        column, equals, text = word.partition("=")
        if not equals:
            if len(series) != 1:
                columns = ", ".join(str(each.column) for each in series) or "none"
                raise click.UsageError(f"{option} {word!r}: say of which column, as COLUMN=TEXT. They are {columns}.")
            column, text = str(series[0].column), word
        _known(column.strip(), series, option)
        series = tuple(
            _changed(each, field, text.strip()) if each.column == column.strip() else each for each in series
        )
    return series


def _changed(series: Series, field: Literal["property", "unit"], text: str) -> Series:
    return replace(series, property=text) if field == "property" else replace(series, unit=text)


def _known(column: str, series: Iterable[Series], option: str) -> None:
    columns = [each.column for each in series if each.column]
    if column not in columns:
        near = difflib.get_close_matches(column, columns, n=1)
        meant = f"Did you mean {near[0]!r}?" if near else f"They are {', '.join(columns) or 'none'}."
        raise click.UsageError(f"{option}: no column of figures {column!r}. {meant}")


def _inside(folder: Path, file: Path) -> str:
    """The file's path in the pack: its own where it is there already, else a plain name."""
    if file.resolve().is_relative_to(folder.resolve()):
        return file.resolve().relative_to(folder.resolve()).as_posix()
    return re.sub(r"[^\w.-]+", "-", file.name).strip("-.") or "table"


def _before(folder: Path, name: str) -> Table | None:
    if not (folder / DESCRIPTOR).exists():
        return None
    return next((table for table in read_pack(folder).tables if table.path == name), None)


def _copy(file: Path, folder: Path, name: str) -> None:
    """Copies the file into the pack, where it is not there; never over another."""
    target = folder / name
    if target.exists() and target.resolve() == file.resolve():
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists() and target.read_bytes() != file.read_bytes():
            remedy = "Rename one of the two, or replace the one in the pack yourself"
            raise UnwritableOutput(str(target), "another file of that name is in the pack", remedy)
        if not target.exists():
            shutil.copyfile(file, target)
    except OSError as error:
        raise UnwritableOutput(str(target), f"cannot be written ({error})", "Choose another --pack") from error
