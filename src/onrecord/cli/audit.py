"""``onrecord audit``: whether the program treats every side alike."""

from __future__ import annotations

import click

from onrecord.cli.options import Named, debug, document_options, evidence, quiet, some_files, source_format
from onrecord.cli.outputs import SUFFIXES, is_folder
from onrecord.cli.verbs import Verbs

__all__ = ["FORMATS", "audit", "swap"]

FORMATS = ("text", "json")

_PER_CENT = click.FloatRange(0, 100)


class _Audits(Verbs):
    usual = "swap"


@click.group(cls=_Audits)
def audit() -> None:
    """Measures whether every side is treated alike.

    \b
    Examples:
      onrecord audit swap statement.txt
      onrecord audit swap --help
    """


@audit.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "--swaps",
    metavar="FILE",
    help="The actors to swap, as TOML. Without it the packaged list, whose actors take the places of the texts' own.",
)
@click.option(
    "--plant",
    is_flag=True,
    help="With --swaps: first put the actors in the places of those whom each text names most (or of the file's "
    "roles), then swap them. So texts that do not name them can be audited with them.",
)
@evidence
@click.option(
    "--aliases",
    type=click.Path(path_type=str),
    multiple=True,
    metavar="FILE",
    help="A CSV file that says which names are whose, as for 'onrecord read'; may be given several times.",
)
@source_format
@document_options
@click.option(
    "--floor",
    type=_PER_CENT,
    metavar="PERCENT",
    help="Exit with 1 where fewer of all attributions are identical.",
)
@click.option(
    "--swap-floor",
    type=_PER_CENT,
    metavar="PERCENT",
    help="Exit with 1 where fewer attributions are identical in any one swap.",
)
@click.option(
    "--check-floor",
    type=_PER_CENT,
    metavar="PERCENT",
    help="With --evidence: exit with 1 where fewer checks, or fewer results, are identical.",
)
@click.option(
    "--differences",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    metavar="N",
    help="How many differences to show as text; json always has them all.",
)
@click.option(
    "--format",
    "format",
    type=Named(FORMATS),
    metavar="FORMAT",
    help=f"How to write the result: {', '.join(FORMATS)}. Without it, the ending of --out tells, else text.",
)
@click.option("--out", metavar="PATH", help="Write to this file, which appears only when it is whole.")
@quiet
@debug
@click.pass_context
def swap(
    ctx: click.Context,
    files: tuple[str, ...],
    swaps: str | None,
    plant: bool,
    evidence: tuple[str, ...],
    aliases: tuple[str, ...],
    source_format: str | None,
    published: str | None,
    publisher: str | None,
    title: str | None,
    floor: float | None,
    swap_floor: float | None,
    check_floor: float | None,
    differences: int,
    format: str | None,
    out: str | None,
    quiet: bool,
    debug: bool,
) -> None:
    """Swaps actors through the documents and compares the records.

    FILES are as in onrecord read. Each document is read twice, with the actors of each swap in one another's place,
    and the two records are compared with the names mapped back. Where nothing was swapped, nothing is counted.
    With --evidence names change places in the tables too, each text is checked against its own, and checks and results
    are compared; names in alias tables change places likewise.

    \b
    Examples:
      onrecord audit swap statement.txt
      onrecord audit swap archive/ --swaps parties.toml
      onrecord audit swap archive/ --swaps parties.toml --plant --format json --out audit.json
      onrecord audit swap statement.txt --swaps parties.toml --evidence my-tables --check-floor 100
      onrecord audit swap --from jsonl batch.jsonl --floor 93 --swap-floor 90

    Exit codes: 0 everything was read and is above the floors, 1 something was not, 2 the command is wrong, 130
    stopped by Ctrl-C.
    """
    from dataclasses import replace
    from pathlib import Path

    from onrecord.cli.auditing import Plan, carry_out
    from onrecord.cli.jobs import Settings

    if out is not None and is_folder(out):
        raise click.UsageError("The result is one file: name it with --out FILE.", ctx)
    known = SUFFIXES.get(Path(out).suffix.lower()) if out else None
    format = format or (known if known in FORMATS else None) or "text"
    if check_floor is not None and not evidence:
        raise click.UsageError(
            "Nothing is checked without evidence: name a folder of tables with --evidence PACK.", ctx
        )
    settings = Settings(source_format, published, publisher, title, debug)
    paths = some_files(ctx, files)
    plan = Plan(paths, settings, swaps, plant or not swaps, floor, swap_floor, differences, format, out, quiet)
    ctx.exit(carry_out(replace(plan, evidence=evidence, aliases=aliases, check_floor=check_floor)))
