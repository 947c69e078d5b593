"""The group ``onrecord``, and the one place where a failure becomes a line on stderr and an exit code."""

from __future__ import annotations

import difflib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from onrecord._version import __version__
from onrecord.cli.doctor import doctor
from onrecord.cli.read import read
from onrecord.cli.schema import schema
from onrecord.cli.sinks import PipeClosed
from onrecord.cli.wording import one_line, unexpected
from onrecord.errors import OnrecordError

__all__ = ["FAILED", "INTERRUPTED", "OK", "USAGE", "group", "run"]

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


class Verbs(click.Group):
    """A group that suggests the verb that was meant, and ``read`` where a file came without one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word = args[0]
        if (word.startswith("-") and word != "-") or self.get_command(ctx, word):
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"No such command {word!r}.{_meant(word, self.list_commands(ctx))}", ctx)


def _meant(word: str, verbs: list[str]) -> str:
    if word == "-" or Path(word).exists() or Path(word).suffix:
        return f" Did you mean 'onrecord read {word}'?"
    near = difflib.get_close_matches(word, verbs, n=1)
    return f" Did you mean 'onrecord {near[0]}'?" if near else f" The commands are {', '.join(verbs)}."


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
def group() -> None:
    """Puts public statements on the record: who said what, tied to the exact characters it came from.

    \b
    Examples:
      onrecord read statement.txt
      onrecord read archive/ --format html --out report.html
      onrecord doctor
    """


for command in (read, doctor, schema):
    group.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; gives the exit code: 0 all read, 1 some not, 2 usage, 130 interrupted."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return group.main(words, prog_name="onrecord", standalone_mode=False) or OK
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else error.message, err=True)
        return USAGE
    except click.ClickException as error:
        click.echo(_usage_line(error), err=True)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except PipeClosed:
        _close_stdout()
        return OK
    except OnrecordError as error:
        click.echo(one_line(str(error)), err=True)
        return FAILED
    except Exception as error:
        click.echo(traceback.format_exc() if "--debug" in words else unexpected("onrecord", error), err=True)
        return FAILED


def _usage_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "onrecord"
    message = one_line(error.format_message())
    stop = "" if message.endswith((".", "?", ")")) else "."
    return f"{path}: {message}{stop} Try '{path} --help'."


def _close_stdout() -> None:
    """Points stdout at nothing, so that Python's flush at exit does not meet the broken pipe again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
