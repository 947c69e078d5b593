"""The progress bar on a terminal; rich is imported only with this module."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.cli.progress import Tally

__all__ = ["Bar", "Remaining"]

# An estimate before this share (of 1) or these seconds would only jump about.
ENOUGH_SHARE, ENOUGH_SECONDS = 0.05, 10.0


class Remaining(ProgressColumn):
    """The time left, once there is enough behind to tell."""

    def render(self, task: Task) -> Text:
        """``1:20 left``, or nothing."""
        elapsed, total = task.elapsed or 0.0, task.total
        if not total or not task.completed or task.completed >= total:
            return Text("")
        if task.completed < ENOUGH_SHARE * total and elapsed < ENOUGH_SECONDS:
            return Text("")
        left = round(elapsed / task.completed * (total - task.completed))
        return Text(f"{left // 60}:{left % 60:02} left")


class Bar:
    """A bar on stderr with the count, the skipped and the time left; lines appear above it."""

    def __init__(self, total: int | None, console: Console | None = None) -> None:
        self._total = total
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), Remaining())
        self._progress = Progress(
            *columns,
            console=console or Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("0", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def line(self, text: str) -> None:
        """Prints the line above the bar."""
        self._progress.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def update(self, tally: Tally) -> None:
        """Moves the bar."""
        self._progress.update(self._task, completed=tally.seen, description=tally.progress(self._total))
