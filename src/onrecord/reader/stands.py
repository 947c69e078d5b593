"""What pronouns stand for: for each pronoun of the third person, how likely it is each word around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.labels import AHEAD, BACK, far
from onrecord.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["THIRD", "Stands", "stands"]

THIRD = frozenset(
    (
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs",
        "themselves", "it", "its", "itself",
    )
)  # fmt: skip
"""The pronouns of the third person."""

_AT_ONCE = 256


@dataclass(frozen=True, eq=False)
class Stands:
    """The pronouns of one text.

    ``pronouns``: their spans in text order; ``chances``: ``(pronouns, BACK + AHEAD)``, the chance that each stands for
    the word so far before or after it (after Dobrovolskii 2021: one word for each mention); ``starts``, ``ends``: the
    offsets of all words; ``places``: the pronouns' words.
    """

    pronouns: tuple[Span, ...]
    places: NDArray[np.int64]
    chances: NDArray[np.float32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def chance(self, pronoun: int, spans: Iterable[Span]) -> float:
        """The chance that a pronoun, by its number, stands for what the words of ``spans`` name."""
        total = 0.0
        base = int(self.places[pronoun]) - BACK
        for span in spans:
            # Looked up as what the arrays hold; else the whole array would be copied into another type each time.
            low = int(self.ends.searchsorted(np.int32(span.start), side="right")) - base
            high = int(self.starts.searchsorted(np.int32(span.end), side="left")) - base
            total += float(self.chances[pronoun, max(low, 0) : max(high, 0)].sum())
        return total


def stands(
    text: str,
    offsets: tuple[NDArray[np.int32], NDArray[np.int32]],
    asked: NDArray[np.float16],
    named: NDArray[np.float16],
    learned: tuple[NDArray[np.float32], NDArray[np.float32]],
) -> Stands:
    """The pronouns of ``text``.

    ``offsets``: starts and ends of its ``n`` words; ``asked``, ``named``: ``(n, 128)``, what a word gives as a pronoun
    and as what one stands for; ``learned``: scores by distance ``(FAR,)``, and what nobody gives ``(128,)``.
    """
    starts, ends = offsets
    places = [
        i for i, (s, e) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)) if text[s:e].lower() in THIRD
    ]
    around = np.arange(-BACK, AHEAD)
    scores_far, nobody = learned[0][far(around)], learned[1]
    rows = []
    for at in range(0, len(places), _AT_ONCE):
        words = np.array(places[at : at + _AT_ONCE], np.int64)
        near = words[:, None] + around
        outside = (near < 0) | (near >= len(starts)) | (around == 0)
        asking = asked[words].astype(np.float32)
        scores = np.einsum("pd,pnd->pn", asking, named[np.clip(near, 0, len(starts) - 1)].astype(np.float32))
        scores = np.where(outside, np.float32(-1e4), scores + scores_far)
        every = np.concatenate([scores, (asking @ nobody)[:, None]], axis=1)
        weights = np.exp(every - every.max(1, keepdims=True))
        rows.append((weights / weights.sum(1, keepdims=True))[:, :-1])
    chances = np.concatenate(rows) if rows else np.zeros((0, BACK + AHEAD), np.float32)
    spans = tuple(Span(int(starts[i]), int(ends[i])) for i in places)
    return Stands(spans, np.array(places, np.int64), chances.astype(np.float32), starts, ends)
