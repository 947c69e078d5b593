"""The command line: one file a command, and what the commands share.

``main`` is the console script; importing this package imports nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line on ``arguments`` (default: those of the process) and exits with its code."""
    from onrecord.cli.app import run

    raise SystemExit(run(arguments))
