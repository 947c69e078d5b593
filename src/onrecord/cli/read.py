"""``onrecord read``: documents to records."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.api import PARTS, Part
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
from onrecord.cli.outputs import FORMATS, SUFFIXES, is_folder

__all__ = ["check_out", "read"]


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=str))
@source_format
@document_options
@click.option(
    "--format",
    "format",
    type=Named(FORMATS),
    metavar="FORMAT",
    help=f"How to write the records: {', '.join(FORMATS)}. Without it, the ending of --out tells, else text.",
)
@click.option(
    "--only",
    type=Named(PARTS),
    multiple=True,
    metavar="PART",
    help=f"Only this part of the record: {', '.join(PARTS)}; may be given several times. As text or html one "
    "table, as json or jsonl the record with the other parts empty. Quantities and times need no model.",
)
@click.option(
    "--aliases",
    type=click.Path(path_type=str),
    multiple=True,
    metavar="FILE",
    help="A CSV file that says which names are whose: name, alias, id, kind, language, from, to, source; may be "
    "given several times.",
)
@evidence
@click.option(
    "--worthiness",
    is_flag=True,
    help="Score each claim by how much its sentence looks like those that fact-checkers check, and list claims by it. "
    "The model sees no names, and the score is no part of any result.",
)
@out
@workers
@click.option(
    "--resume",
    is_flag=True,
    help="With --format jsonl and --out: keep the records that the file holds and add those it lacks.",
)
@quiet
@debug
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[str, ...],
    source_format: str | None,
    published: str | None,
    publisher: str | None,
    title: str | None,
    format: str | None,
    only: tuple[Part, ...],
    aliases: tuple[str, ...],
    evidence: tuple[str, ...],
    worthiness: bool,
    out: str | None,
    workers: int,
    resume: bool,
    quiet: bool,
    debug: bool,
) -> None:
    """Reads public statements and writes down who said what.

    FILES are files, folders or - for standard input: plain text, Markdown, HTML, or with --from jsonl one
    JSON object a line with "id", "text" and, where known, "published" and "title".

    \b
    Examples:
      onrecord read statement.txt
      onrecord read statement.txt --published 2024-05-03 --format json
      onrecord read statement.txt --only quantities --only times
      onrecord read archive/ --format html --out report.html
      onrecord read statement.txt --only actors --aliases ministries.csv
      onrecord read statement.txt --evidence packs/inflation
      onrecord read speech.txt --only claims --worthiness
      cat page.html | onrecord read - --from html
      onrecord read --from jsonl batch.jsonl --format jsonl --out records.jsonl --workers 4

    Exit codes: 0 everything was read, 1 something was not, 2 the command is wrong, 130 stopped by Ctrl-C.
    """
    from onrecord.cli.jobs import Settings
    from onrecord.cli.reading import Plan, carry_out

    paths = some_files(ctx, files)
    format = format or (SUFFIXES.get(Path(out).suffix.lower()) if out else None) or "text"
    check_out(ctx, format, out, resume)
    settings = Settings(source_format, published, publisher, title, debug)
    plan = Plan(
        paths, settings, format, out, workers, resume, quiet, _in_order(only), aliases, evidence, worthiness=worthiness
    )
    ctx.exit(carry_out(plan))


def check_out(ctx: click.Context, format: str, out: str | None, resume: bool) -> None:
    """A usage error where ``--resume`` or ``--format jsonl`` lacks the file it needs."""
    if resume and (format != "jsonl" or out is None):
        raise click.UsageError("--resume needs --format jsonl and --out FILE.", ctx)
    if format == "jsonl" and out is not None and is_folder(out):
        raise click.UsageError("--format jsonl writes one file: name it with --out FILE.jsonl.", ctx)


def _in_order(only: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in PARTS if part in only)
