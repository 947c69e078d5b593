"""Options that mean the same in every command, and their types."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable
from typing import Any

import click

from onrecord.documents.formats import NAMES
from onrecord.errors import OnrecordError

__all__ = [
    "Day",
    "Named",
    "debug",
    "document_options",
    "evidence",
    "out",
    "quiet",
    "some_files",
    "source_format",
    "workers",
]


class Named(click.Choice[str]):
    """One of several names; a wrong one gets the name that was probably meant."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        near = difflib.get_close_matches(str(value).lower(), self.choices, n=1, cutoff=0.5)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        return f"{value!r} is not one of {', '.join(self.choices)}.{meant}"


class Day(click.ParamType[str]):
    """A date as EDTF writes it: 2024-05-03, 2024-05 or 2024."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from onrecord.documents.dates import parse_published

        try:
            return parse_published(str(value))
        except OnrecordError as error:
            raise click.UsageError(str(error), ctx) from error


def some_files(ctx: click.Context, files: tuple[str, ...]) -> tuple[str, ...]:
    """``files``, else standard input; a usage error where that is a terminal."""
    if not files and sys.stdin.isatty():
        raise click.UsageError("Nothing to read: name files or folders, or - for standard input.", ctx)
    return files or ("-",)


_DOCUMENT = (
    click.option(
        "--published",
        type=Day(),
        metavar="DATE",
        help="When it was published, as 2024-05-03, 2024-05 or 2024. Without it the date comes from the "
        "document's metadata or dateline.",
    ),
    click.option("--publisher", metavar="NAME", help="Who published it."),
    click.option("--title", metavar="TEXT", help="Its title."),
)


def document_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds ``--published``, ``--publisher`` and ``--title``."""
    for option in reversed(_DOCUMENT):
        command = option(command)
    return command


evidence = click.option(
    "--evidence",
    type=click.Path(path_type=str),
    multiple=True,
    metavar="PACK",
    help="A folder of tables that claims are checked against; may be given several times. "
    "'onrecord evidence' makes one.",
)
source_format = click.option(
    "--from",
    "source_format",
    type=Named(NAMES),
    metavar="FORMAT",
    help=f"What the inputs are: {', '.join(NAMES)}. Without it, each input's own name and content tell.",
)
out = click.option(
    "--out",
    metavar="PATH",
    help="Write to this file, which appears only when it is whole; into a folder, one file for each input.",
)
workers = click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes to work with. The results are the same bytes for any N.",
)
quiet = click.option("--quiet", "-q", is_flag=True, help="No progress and no summary; errors still show.")
debug = click.option("--debug", is_flag=True, help="Show tracebacks.")
