"""``onrecord check``: documents to records whose claims are checked against evidence."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import (
    Named,
    debug,
    document_options,
    evidence,
    out,
    quiet,
    some_files,
    source_format,
    workers,
)
from onrecord.cli.outputs import FORMATS, SUFFIXES
from onrecord.cli.read import check_out

__all__ = ["check"]


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=str))
@evidence
@source_format
@document_options
@click.option(
    "--format",
    "format",
    type=Named(FORMATS),
    metavar="FORMAT",
    help=f"How to write the records: {', '.join(FORMATS)}. Without it, the ending of --out tells, else text: the "
    "checks and the sums, without the statements.",
)
@out
@workers
@quiet
@debug
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[str, ...],
    evidence: tuple[str, ...],
    source_format: str | None,
    published: str | None,
    publisher: str | None,
    title: str | None,
    format: str | None,
    out: str | None,
    workers: int,
    quiet: bool,
    debug: bool,
) -> None:
    """Checks the figures of public statements against tables of evidence, and against each other.

    FILES are files, folders or - for standard input, as for 'onrecord read'. A figure is compared only with a series
    of the same property, of the same place or person, in the same period and unit; each way to read a claim is checked
    on its own. The result is consistent, inconsistent, depends or not checked, with the rows and the sum: never a
    verdict.

    \b
    Examples:
      onrecord check statement.txt --evidence packs/inflation
      onrecord check statement.txt --evidence packs/inflation --evidence my-tables --out report.html
      onrecord check archive/ --evidence my-tables --format jsonl --out checked.jsonl --workers 4
      cat statement.txt | onrecord check - --published 2024-05-03 --evidence my-tables

    Exit codes: 0 everything was checked, whatever came of it, 1 something could not be read, 2 the command is wrong,
    130 stopped by Ctrl-C.
    """
    from onrecord.cli.jobs import Settings
    from onrecord.cli.reading import Plan, carry_out

    if not evidence:
        raise click.UsageError("Nothing to check against: name a folder of tables with --evidence PACK.", ctx)
    paths = some_files(ctx, files)
    format = format or (SUFFIXES.get(Path(out).suffix.lower()) if out else None) or "text"
    check_out(ctx, format, out, False)
    settings = Settings(source_format, published, publisher, title, debug)
    plan = Plan(paths, settings, format, out, workers, quiet=quiet, evidence=evidence, statements=False)
    ctx.exit(carry_out(plan))
