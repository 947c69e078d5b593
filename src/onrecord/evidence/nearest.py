"""Which of several series of one table a claim's words say as such.

A phrase of the thesaurus may say a word of a label that the claim does not mean: whoever "landed in Elsin" need not
have come by land. Where the whole and a part of one table both fit, the part is told apart by a word of its own, and a
claim that means it says that word.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from onrecord.evidence.labels import Label, Said, says
from onrecord.evidence.model import Series
from onrecord.evidence.wording import name_words, same_word

__all__ = ["Fitting", "nearest", "residual"]

_REST = frozenset({"other", "others", "remaining", "residual", "rest"})


@dataclass(frozen=True, slots=True)
class Fitting:
    """A series that fits a claim: of which table, by which labels, and what the claim says of it."""

    table: Hashable
    series: Series
    labels: tuple[Label, ...]
    said: Said


def nearest(fits: Sequence[Fitting]) -> list[bool]:
    """For each of ``fits`` whether it is kept: False where another series of its table is said as such and this one
    only has words besides that are not."""
    return [not any(_further(one, other) for other in fits if other is not one) for one in fits]


def _further(one: Fitting, other: Fitting) -> bool:
    if one.table != other.table or one.series.name == other.series.name:
        return False
    return _unsaid(one, other) > 0 and _unsaid(other, one) == 0


def _unsaid(one: Fitting, other: Fitting) -> int:
    """How many words of ``one`` the claim does not say as such that ``other`` has not, by its nearest label."""
    shared = {part for label in other.labels for part in label.parts}
    return min(
        sum(
            not says(part, one.said, one.series) and not any(same_word(part, known) for known in shared)
            for part in label.parts
        )
        for label in one.labels
    )


def residual(label: str, said: Sequence[str]) -> bool:
    """Whether a label of what is left ("other trucks") is said as such: "trucks" alone are more, and "no other town had
    as many trucks" is of all. Labels that leave nothing out always are."""
    lows = name_words(label)
    if not _REST & set(lows):
        return True
    pairs = [(low, after) for low, after in zip(lows, (*lows[1:], ""), strict=True) if low in _REST]
    following = list(zip(said, (*said[1:], ""), strict=True))
    return all(any(a == low and (not after or same_word(b, after)) for a, b in following) for low, after in pairs)
