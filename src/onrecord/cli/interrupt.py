"""Ctrl-C as a wish to stop: the document in hand is finished first, a second Ctrl-C stops at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any, Self, TypeVar

__all__ = ["Interrupt"]

Item = TypeVar("Item")

_NOTE = b"\nFinishing the document in hand; Ctrl-C again stops at once.\n"


class Interrupt:
    """While entered, the first SIGINT only sets ``heard``; a second raises KeyboardInterrupt.

    A SIGINT that comes while the next input is being waited for (``pull``) has no document in hand: the
    wait ends and ``pull`` gives None.
    """

    def __init__(self) -> None:
        self.heard = False
        self._waiting = False
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def pull(self, items: Iterator[Item]) -> Item | None:
        """The next item; None where there is none or SIGINT has been heard."""
        if self.heard:
            return None
        self._waiting = True
        try:
            return next(items, None)
        except KeyboardInterrupt:
            return None
        finally:
            self._waiting = False

    def _hear(self, _signal: int, _frame: FrameType | None) -> None:
        again, self.heard = self.heard, True
        if again or self._waiting:
            raise KeyboardInterrupt
        # Not print: the handler may run while stderr's own buffer is being written.
        os.write(2, _NOTE)
