"""``onrecord evidence``: packs of tables that claims are checked against."""

from __future__ import annotations

import click

from onrecord.cli.options import Named, debug
from onrecord.cli.verbs import Verbs

__all__ = ["FORMATS", "add", "check", "evidence", "list_", "show"]

FORMATS = ("text", "json")


class _Verbs(Verbs):
    usual = "add"


class _IsoDay(click.ParamType[str]):
    """A day, 2024-05-03."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from onrecord.evidence.calendar import is_day

        if not is_day(str(value)):
            self.fail(f"{value!r} is not a day such as 2024-05-03.", param, ctx)
        return str(value)


_packs = click.argument("packs", nargs=-1, required=True, type=click.Path(path_type=str), metavar="PACK...")
_format = click.option(
    "--format", type=Named(FORMATS), default="text", show_default=True, metavar="FORMAT", help="text or json."
)


@click.group(cls=_Verbs)
def evidence() -> None:
    """Describes tables of figures, looks at them and finds their faults.

    A pack is a folder of tables (CSV, TSV, XLSX, Parquet) with one descriptor, datapackage.json, that says of each
    whose figures they are, of what, where and when. Claims are checked only against tables that a person has confirmed.

    \b
    Examples:
      onrecord evidence add rain.csv --pack weather
      onrecord evidence check weather
      onrecord evidence show weather rain
    """


@evidence.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=str), metavar="FILE...")
@click.option("--pack", required=True, metavar="FOLDER", help="The pack's folder; it is made where there is none.")
@click.option("--producer", metavar="NAME", help="Whose figures they are: every table is some party's.")
@click.option(
    "--property",
    "properties",
    multiple=True,
    metavar="[COLUMN=]TEXT",
    help="What a column measures, as a noun phrase: 'rainfall', 'rain_mm=rainfall'.",
)
@click.option(
    "--unit", "units", multiple=True, metavar="[COLUMN=]UNIT", help="Its unit (UCUM): mm, t, %, 1 for counts."
)
@click.option("--series", "columns", multiple=True, metavar="COLUMN", help="Keep only these columns as series.")
@click.option(
    "--entity", metavar="NAME", help="The column of places, people or organisations; or the one that all is of."
)
@click.option("--period", metavar="PERIOD", help="The column of dates; or the period that all is of: 2024-05.")
@click.option("--source", metavar="TEXT", help="Where the file is from: an address or a title.")
@click.option("--licence", metavar="TEXT", help="Under what licence.")
@click.option("--retrieved", type=_IsoDay(), metavar="DATE", help="When it was fetched, as 2024-05-03.")
@click.option("--definition", metavar="TEXT", help="What exactly is counted, and how.")
@click.option("--sheet", metavar="NAME", help="The sheet of an XLSX file; without it the first.")
@click.option("--confirm", is_flag=True, help="You have looked at the description and it is right.")
@click.option("--again", is_flag=True, help="Guess anew, where the pack describes the file already.")
@_format
@debug
@click.pass_context
def add(
    ctx: click.Context,
    files: tuple[str, ...],
    pack: str,
    producer: str | None,
    properties: tuple[str, ...],
    units: tuple[str, ...],
    columns: tuple[str, ...],
    entity: str | None,
    period: str | None,
    source: str | None,
    licence: str | None,
    retrieved: str | None,
    definition: str | None,
    sheet: str | None,
    confirm: bool,
    again: bool,
    format: str,
    debug: bool,
) -> None:
    """Puts FILES into a pack with a description: what is not said is guessed, and printed.

    The file is copied into the folder. Encoding, header, types, dates, entity, values and units are guessed from its
    first 2,000 rows and from HXL tags. The description stays unconfirmed, and unused, until you say --confirm: correct
    it with these options or in datapackage.json, then run the command again.

    \b
    Examples:
      onrecord evidence add rain.csv --pack weather
      onrecord evidence add rain.csv --pack weather --producer 'Elsin Weather Office' \\
          --property rainfall --entity town --retrieved 2024-05-03 --confirm
      onrecord evidence add harvest.xlsx --pack farms --sheet 2024 --unit rice=t --unit maize=t

    Exit codes: 0 added, 1 a file could not be, 2 the command is wrong.
    """
    from onrecord.cli.describing import Said, describe_into

    said = Said(
        producer=producer,
        properties=properties,
        units=units,
        columns=columns,
        entity=entity,
        period=period,
        source=source,
        licence=licence,
        retrieved=retrieved,
        definition=definition,
        sheet=sheet,
        confirm=confirm,
        again=again,
    )
    ctx.exit(describe_into(pack, files, said, format))


@evidence.command("list")
@_packs
@_format
@debug
@click.pass_context
def list_(ctx: click.Context, packs: tuple[str, ...], format: str, debug: bool) -> None:
    """Lists the series of packs, with producer, property, entity and period.

    \b
    Examples:
      onrecord evidence list weather
      onrecord evidence list weather farms --format json
    """
    from onrecord.cli.tables import list_packs

    ctx.exit(list_packs(packs, format))


@evidence.command()
@click.argument("pack", type=click.Path(path_type=str))
@click.argument("table", required=False)
@click.option(
    "--rows", type=click.IntRange(0, 10_000), default=10, show_default=True, metavar="N", help="Rows to show."
)
@_format
@debug
@click.pass_context
def show(ctx: click.Context, pack: str, table: str | None, rows: int, format: str, debug: bool) -> None:
    """Shows how a table is described and its first rows as they were read, with the days of each.

    Without TABLE, the pack's tables.

    \b
    Examples:
      onrecord evidence show weather
      onrecord evidence show weather rain --rows 100
    """
    from onrecord.cli.tables import list_packs, show_table

    ctx.exit(show_table(pack, table, rows, format, ctx) if table else list_packs((pack,), format))


@evidence.command()
@_packs
@_format
@debug
@click.pass_context
def check(ctx: click.Context, packs: tuple[str, ...], format: str, debug: bool) -> None:
    """Loads every table of packs and lists its faults: what cannot be read, stands twice, is missing.

    A value at fault is never used and never dropped in silence: a check that needs it says data fault.

    \b
    Examples:
      onrecord evidence check weather
      onrecord evidence check weather farms --format json

    Exit codes: 0 no errors, 1 errors (notes do not count), 2 the command is wrong.
    """
    from onrecord.cli.tables import check_packs

    ctx.exit(check_packs(packs, format))
