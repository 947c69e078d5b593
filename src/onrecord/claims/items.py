"""The items of one record by the word at which each begins."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.claims.words import words_of
from onrecord.reader.syntax import Syntax
from onrecord.record import Actor, Quantity, Record, Time
from onrecord.spans import Span

__all__ = ["Items", "Mentioned"]

Mentioned = tuple[Span, Actor]


class Items:
    """A record's words with its figures, times and mentions.

    ``figures`` and ``dates`` mark the first words of quantities and of times; ``reach`` is where a quantity ends, by
    its first word.
    """

    def __init__(self, record: Record, syntax: Syntax) -> None:
        self.record = record
        mentions = [(span, actor) for actor in record.actors for span in actor.mentions]
        kept = [*(q.span for q in record.quantities), *(t.span for t in record.times), *(span for span, _ in mentions)]
        self.words = words_of(syntax, kept)
        self.quantities: dict[int, list[Quantity]] = {}
        self.times: dict[int, list[Time]] = {}
        self.mentions: dict[int, list[Mentioned]] = {}
        self.figures, self.dates = bytearray(len(syntax) + 1), bytearray(len(syntax) + 1)
        self.reach: dict[int, int] = {}
        for quantity in record.quantities:
            word = self.words.first(quantity.span)
            self.quantities.setdefault(word, []).append(quantity)
            self.figures[word] = 1
            self.reach[word] = max(self.reach.get(word, 0), quantity.span.end)
        for time in record.times:
            word = self.words.first(time.span)
            self.times.setdefault(word, []).append(time)
            self.dates[word] = 1
        for span, actor in mentions:
            self.mentions.setdefault(self.words.first(span), []).append((span, actor))

    def at(self, words: Iterable[int]) -> tuple[list[Quantity], list[Time], list[Mentioned]]:
        """What begins at one of ``words``."""
        quantities: list[Quantity] = []
        times: list[Time] = []
        mentions: list[Mentioned] = []
        for word in words:
            quantities += self.quantities.get(word, ())
            times += self.times.get(word, ())
            mentions += self.mentions.get(word, ())
        return quantities, times, mentions
