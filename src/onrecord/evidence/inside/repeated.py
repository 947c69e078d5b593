"""The same quantity given twice by one source, with values that cannot both hold: only ever a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.evidence.inside.sentences import Figure
from onrecord.evidence.inside.sets import meet
from onrecord.evidence.inside.sums import Sum, near, stated
from onrecord.record import Attribution, Record, Time

__all__ = ["repeated"]

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "that",
        "who",
        "which",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "its",
        "their",
        "his",
        "her",
        "our",
        "some",
        "were",
        "was",
        "is",
        "are",
        "be",
        "had",
        "has",
    ]
)
_LEAST = 3
"""How many words, small ones aside, what is counted must have before two figures are of the same thing."""


def repeated(record: Record, found: Iterable[tuple[Figure, tuple[Time, ...]]]) -> Iterator[Sum]:
    """Figures of the same words, unit, source and times whose values differ.

    ``found`` gives each figure with the times of its sentence. A record without attributions does not say whose
    figures they are, and has none.
    """
    if not record.attributions:
        return
    holders = _Holders(record.attributions)
    seen: dict[tuple[object, ...], Figure] = {}
    for figure, times in found:
        said = figure.quantity
        if said.of is None or said.trend or said.compared or said.share_of or figure.exact is None or said.approximate:
            continue
        words = tuple(word for word in _WORD.findall(said.of.text.lower()) if word not in _SMALL)
        if len(words) < _LEAST or said.of.text[:1].isdigit():
            continue
        when = tuple(sorted({(time.edtf or time.timex.value) for time in times}))
        key = (words, said.unit, said.per, holders.speaker(said.span.start), when)
        first = seen.setdefault(key, figure)
        if first is figure or meet(first.wide, figure.wide) or not near(first.narrow, figure.narrow):
            continue
        working = f"{said.of.text}: {stated(first)}, then {stated(figure)}; the same words, source and time"
        yield Sum(said.span.start, "repeated", "depends", (figure, first), (), figure.narrow, first.narrow, working)


class _Holders:
    """Whose words a place of the text is in: of the attributions that hold it, the one that begins last."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        self._spans = sorted(
            (span.start, span.end, each.speaker or each.id) for each in attributions for span in each.content
        )
        self._next = 0
        self._open: list[tuple[int, str]] = []

    def speaker(self, place: int) -> str | None:
        """The speaker at ``place``; places must come in order."""
        while self._next < len(self._spans) and self._spans[self._next][0] <= place:
            _, end, speaker = self._spans[self._next]
            self._open.append((end, speaker))
            self._next += 1
        while self._open and self._open[-1][0] <= place:
            self._open.pop()
        return self._open[-1][1] if self._open else None
