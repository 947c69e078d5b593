"""The group ``onrecord``, and the one place where a failure becomes a line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from onrecord._version import __version__
from onrecord.cli.audit import audit
from onrecord.cli.check import check
from onrecord.cli.doctor import doctor
from onrecord.cli.evidence import evidence
from onrecord.cli.read import read
from onrecord.cli.schema import schema
from onrecord.cli.sinks import PipeClosed
from onrecord.cli.verbs import Verbs
from onrecord.cli.wording import one_line, unexpected
from onrecord.errors import OnrecordError

__all__ = ["FAILED", "INTERRUPTED", "OK", "USAGE", "group", "run"]

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
def group() -> None:
    """Puts public statements on the record: who said what, tied to the exact characters it came from.

    \b
    Examples:
      onrecord read statement.txt
      onrecord read archive/ --format html --out report.html
      onrecord check statement.txt --evidence packs/inflation
      onrecord evidence check packs/inflation
      onrecord audit swap statement.txt
      onrecord doctor
    """


for command in (read, check, evidence, audit, doctor, schema):
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
