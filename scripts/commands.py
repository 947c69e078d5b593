"""Writes docs/reference/commands.md from the help of each command; a test fails where it is not current."""

from __future__ import annotations

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
| 0 | everything was read |
| 1 | something could not be read, or the run could not be finished |
| 2 | the command line is wrong |
| 130 | stopped by Ctrl-C; what was read is kept |

Colours are left out where `NO_COLOR` is set or the output is no terminal.
"""


def page() -> str:
    """The page as Markdown."""
    parts = [HEAD, _section("onrecord", group)]
    parts += [_section(f"onrecord {name}", group.commands[name]) for name in sorted(group.commands)]
    return "\n".join(parts)


def _section(name: str, command: click.Command) -> str:
    with click.Context(
        command, info_name=name, terminal_width=80, help_option_names=["-h", "--help"]
    ) as context:
        return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
