"""The figures and dates of a record in text order, each with the attribution whose content holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.publish.characters import folded, shortened
from onrecord.publish.figures import bearing_words, quantity_words, time_words
from onrecord.publish.lines import Line
from onrecord.record import Quantity, Record, Time
from onrecord.spans import Span, quote

__all__ = ["MOST_WHOLE", "Figure", "as_read", "by_line", "figures", "numbers"]

MOST_WHOLE = 80  # code points of what a share is a share of; the whole stands in the text


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or a time as written and as read.

    ``number`` counts both in text order; ``letter`` is ``n`` for a quantity, ``t`` for a time; ``whole`` what
    a share is a share of; ``bearing`` what else it is a figure of; ``line`` the number of the innermost
    attribution whose content holds it, None outside all contents.
    """

    number: int
    letter: Literal["n", "t"]
    span: Span
    written: str
    read: str
    whole: str
    bearing: tuple[str, ...]
    line: int | None

    @property
    def differs(self) -> bool:
        """Whether reading it adds anything to what is written: "2015" is 2015."""
        return bool(self.whole) or self.read.casefold() != self.written.casefold()


def figures(record: Record, all_lines: Sequence[Line]) -> tuple[Figure, ...]:
    """Every quantity and time of ``record`` in text order; figure ``i`` has number ``i + 1``."""
    found = _ordered(record)
    holders = _holders([item.span for item in found], all_lines)
    text = record.document.text
    result = []
    for i, (item, holder) in enumerate(zip(found, holders, strict=True)):
        written = folded(quote(text, item.span))
        if isinstance(item, Time):
            result.append(Figure(i + 1, "t", item.span, written, time_words(item), "", _event(text, item), holder))
        else:
            whole = folded(item.share_of.text) if item.share_of else ""
            bearing = bearing_words(item)
            result.append(Figure(i + 1, "n", item.span, written, quantity_words(item), whole, bearing, holder))
    return tuple(result)


def numbers(record: Record) -> Mapping[tuple[str, str], int]:
    """The number of each figure by its letter and its id in the record: ``("n", "n1")``."""
    return {("t" if isinstance(item, Time) else "n", item.id): i + 1 for i, item in enumerate(_ordered(record))}


def _ordered(record: Record) -> list[Quantity | Time]:
    return sorted((*record.quantities, *record.times), key=lambda item: (item.span, isinstance(item, Time)))


def as_read(figure: Figure) -> str:
    """The figure on one line: "less than 1% → < 1 % of what the island requires"."""
    whole = f" of {shortened(figure.whole, MOST_WHOLE)}" if figure.whole else ""
    return f"{figure.written} → {figure.read}{whole}"


def by_line(found: Sequence[Figure]) -> Mapping[int | None, list[Figure]]:
    """Figures by the number of the line that holds them; those outside all contents under None."""
    held: defaultdict[int | None, list[Figure]] = defaultdict(list)
    for figure in found:
        held[figure.line].append(figure)
    return held


def _event(text: str, time: Time) -> tuple[str, ...]:
    return (f"event: {folded(quote(text, time.event))}",) if time.event else ()


def _holders(spans: Sequence[Span], all_lines: Sequence[Line]) -> list[int | None]:
    """For each span (in text order) the line with the shortest content round it."""
    contents = sorted((part, line.number) for line in all_lines for part in line.attribution.content)
    open_now: list[tuple[Span, int]] = []
    holders: list[int | None] = []
    following = 0
    for span in spans:
        while following < len(contents) and contents[following][0].start <= span.start:
            open_now.append(contents[following])
            following += 1
        open_now = [item for item in open_now if item[0].end > span.start]
        round_it = [item for item in open_now if item[0].end >= span.end]
        holders.append(min(round_it, key=_length)[1] if round_it else None)
    return holders


def _length(item: tuple[Span, int]) -> tuple[int, int]:
    return item[0].end - item[0].start, -item[1]
