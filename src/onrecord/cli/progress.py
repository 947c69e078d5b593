"""What happened to each input: lines and progress on stderr while reading, a summary at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import click

from onrecord.cli.wording import counted, one_line

if TYPE_CHECKING:
    from onrecord.cli.jobs import Outcome

__all__ = ["Display", "Lines", "Tally", "display"]

# Seconds between two lines of progress where stderr is not a terminal.
EVERY = 10.0

# Names given for each reason in the final table; the lines above it have named all of them.
NAMED = 3


@dataclass(slots=True)
class Group:
    """The inputs that failed for one reason."""

    reason: str
    count: int = 0
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Tally:
    """How many inputs came to what; its size does not grow with their number."""

    read: int = 0
    known: int = 0
    attributions: int = 0
    warned: int = 0
    groups: dict[str, Group] = field(default_factory=dict)

    @property
    def skipped(self) -> int:
        """How many inputs could not be read."""
        return sum(group.count for group in self.groups.values())

    @property
    def seen(self) -> int:
        """How many inputs came to anything at all."""
        return self.read + self.known + self.skipped

    def add(self, outcome: Outcome) -> None:
        """Counts one outcome."""
        if outcome.failure:
            group = self.groups.setdefault(outcome.failure.code, Group(outcome.failure.reason))
            group.count += 1
            if len(group.names) < NAMED:
                group.names.append(one_line(outcome.name))
        elif outcome.record is None:
            self.known += 1
        else:
            self.read += 1
            self.attributions += len(outcome.record.attributions)
            self.warned += bool(outcome.record.warnings)

    def progress(self, total: int | None) -> str:
        """The state in a few words: ``37/120 · 2 skipped``."""
        seen = f"{self.seen:,}" if total is None else f"{self.seen:,}/{total:,}"
        return f"{seen} · {self.skipped:,} skipped" if self.groups else seen

    def summary(self, where: str | None) -> list[str]:
        """The closing lines: what was read, into which file, then a table of what was skipped and why."""
        parts = [counted(self.read, "document"), counted(self.attributions, "attribution")]
        if self.warned:
            parts.append(f"{self.warned:,} with warnings")
        if self.known:
            parts.append(f"{self.known:,} there already")
        lines = [f"{one_line(where) if where else 'Read'}: {', '.join(parts)}"]
        if self.groups:
            lines.append(f"{counted(self.skipped, 'input')} skipped:")
        width = max((len(group.reason) for group in self.groups.values()), default=0)
        for code, group in sorted(self.groups.items()):
            more = ", …" if group.count > len(group.names) else ""
            lines.append(
                f"  {code}  {group.count:>6,}  {group.reason:<{width}}  {', '.join(group.names)}{more}"
            )
        return lines


class Display(Protocol):
    """Where lines and progress go while inputs are read."""

    def line(self, text: str) -> None:
        """Shows one line that stays."""

    def update(self, tally: Tally) -> None:
        """Shows how far the reading is."""


class Silent:
    """Only the lines: one input, or ``--quiet``."""

    def line(self, text: str) -> None:
        """Writes the line to stderr."""
        click.echo(text, err=True)

    def update(self, tally: Tally) -> None:
        """Nothing: no progress is wanted."""


class Lines(Silent):
    """A line of progress every ten seconds, for logs."""

    def __init__(self, total: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._clock, self._last = total, clock, clock()

    def update(self, tally: Tally) -> None:
        """Writes the state where ten seconds have passed since the last time."""
        if self._clock() - self._last >= EVERY:
            self._last = self._clock()
            self.line(tally.progress(self._total))


def display(total: int | None, *, quiet: bool, to_stdout: bool) -> AbstractContextManager[Display]:
    """The display for ``total`` inputs (None: unknown), as a context manager.

    No bar is drawn where it would run into results on the same terminal: they show how far the reading is.
    """
    if quiet or total == 1 or (to_stdout and sys.stdout.isatty()):
        return nullcontext(Silent())
    if sys.stderr.isatty():
        from onrecord.cli.bar import Bar

        return Bar(total)
    return nullcontext(Lines(total))
