"""One number of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Form", "Number"]

Form = Literal["digits", "words", "fraction", "ratio", "vague", "multiple"]


@dataclass(frozen=True, slots=True)
class Number:
    """One number: tokens ``[first, last)``, its value and how it is written.

    ``value`` is ``mantissa * scale``; a vague number ("dozens") gives its lower bound. ``plain`` says that it
    is a
    bare integer in digits: what a year, a street number or part of a name looks like.
    """

    first: int
    last: int
    value: float
    form: Form
    mantissa: float
    scale: float = 1.0
    plain: bool = False
