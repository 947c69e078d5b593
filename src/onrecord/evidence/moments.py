"""Which of a claim's times is when, which is what it is compared with, and since when it counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.evidence import phrasing
from onrecord.evidence.model import Grain
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["Moments", "stretch"]

_RANGED = re.compile(r"\b(?:to|and|until|till|through)\b|[–—]|\d-\d")


def stretch(words: str) -> bool:
    """Whether a time as written has two ends of its own: "2019 and 2023", "January to June"."""
    return bool(_RANGED.search(words))


class Moments:
    """The roles of a claim's dated times, by the words before each."""

    def __init__(
        self, dated: Sequence[Time], low: str, words: Callable[[Span], str], before: Callable[[Span], str]
    ) -> None:
        """``low`` is the claim, ``words`` what a span of it reads, ``before`` what stands before one, in lower case."""
        self.since = next((t for t in dated if phrasing.SINCE.search(before(t.span))), None)
        others = [t for t in dated if t is not self.since]
        self.bases = [t for t in others if self._base(before(t.span), words(t.span), low)]
        self.main = [t for t in others if t not in self.bases]
        if not self.main and len(self.bases) > 1:
            self.main, self.bases = self.bases[-1:], self.bases[:-1]
        elif not self.main and self.bases and not phrasing.COMPARES.search(low):
            self.main, self.bases = self.bases, []  # "from May 2021": no comparison after all
        earlier = phrasing.EARLIER.search(low)
        self.earlier: Grain | None = phrasing.UNITS[next(g for g in earlier.groups() if g)] if earlier else None
        # It says what it compares with, but not so that a time could be read.
        self.unread = bool(phrasing.COMPARES.search(low)) and not self.bases and not self.earlier and not self.since

    @staticmethod
    def _base(before: str, words: str, low: str) -> bool:
        match = phrasing.BASE.search(before)
        if not match:
            return False
        if match[0].startswith("from") and "than" not in before[-24:]:
            return not stretch(words)  # "from May to June" is one stretch
        if match[0].startswith("as"):
            return bool(re.search(r"\bas \w+", low))
        return True

    @property
    def when(self) -> Time | None:
        """The claim's own time."""
        return self.main[0] if self.main else None

    @property
    def base(self) -> Time | None:
        """The time that it is compared with."""
        return self.bases[0] if self.bases else None

    def of(self, quantity: Quantity, figures: Sequence[Quantity]) -> Time | None:
        """The time of one figure of several: the first after it and before the next, else the nearest."""
        every = sorted([*self.main, *self.bases], key=lambda t: t.span.start)
        if len(figures) > 1 and len(every) > 1:
            following = min((q.span.start for q in figures if q.span.start > quantity.span.start), default=None)
            for time in every:
                if time.span.start >= quantity.span.end and (following is None or time.span.start < following):
                    return time
        if len(self.main) < 2:
            return self.when
        return min(self.main, key=lambda t: max(quantity.span.start - t.span.end, t.span.start - quantity.span.end))
