"""Writes docs/reference/commands.md from the help of each command; a test fails where it is not current."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.app import group

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"

HEAD = """# Commands

Every command answers `--help`. Results go to standard output, everything else to standard error. This page is
made from that help by `python scripts/commands.py`.

## Exit codes

| code | meaning |
| --- | --- |
| 0 | everything was read (`audit`: and is above the floors) |
| 1 | something could not be read, the run could not be finished, or a floor was not reached |
| 2 | the command line is wrong |
| 130 | stopped by Ctrl-C; what was read is kept |

Colours are left out where `NO_COLOR` is set or the output is no terminal.
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join([HEAD, *_sections("onrecord", group)])


def _sections(name: str, command: click.Command) -> Iterator[str]:
    yield _section(name, command)
    if isinstance(command, click.Group):
        for verb in sorted(command.commands):
            yield from _sections(f"{name} {verb}", command.commands[verb])


def _section(name: str, command: click.Command) -> str:
    with click.Context(command, info_name=name, terminal_width=80, help_option_names=["-h", "--help"]) as context:
        return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
