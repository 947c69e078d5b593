"""What the heads' numbers mean, and how far the linker looks; shared by training and reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.record import ActorKind

__all__ = [
    "BEGIN",
    "CUE_TAGS",
    "INSIDE",
    "MENTION_KINDS",
    "MENTION_TAGS",
    "OUTSIDE",
    "REACH",
    "ROLE_TAGS",
    "distances",
    "neighbourhood",
]

OUTSIDE, BEGIN, INSIDE = range(3)
"""Tags of a cue. Of a mention of kind ``k``: begin ``1 + 2 k``, inside ``2 + 2 k``; likewise of a role, 0 source,
1 content."""

CUE_TAGS = 3
ROLE_TAGS = 5
MENTION_KINDS: tuple[ActorKind, ...] = ("person", "organisation", "place", "group")
MENTION_TAGS = 1 + 2 * len(MENTION_KINDS)

REACH = 80
"""Words on either side of a cue in which the linker looks for its source and content: 99 % of the attributions
in PolNeAR train span at most 88 words from end to end, the cue somewhere between."""


def neighbourhood(cues: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    """The words around each cue, shape ``(cues, 2 * REACH)``; -1 where the text has ended.

    ``cues``: word ranges, shape ``(cues, 2)``; ``total``: words in the text.
    """
    around = cues[:, :1] + np.arange(-REACH, REACH)
    return np.where((around >= 0) & (around < total), around, -1)


def distances(cues: NDArray[np.int64]) -> NDArray[np.int64]:
    """How far each word of the neighbourhood is from its cue, as an index ``0 … 2 * REACH``: ``REACH`` on the cue."""
    offset = np.arange(-REACH, REACH)[None, :]
    length = (cues[:, 1:] - cues[:, :1]) - 1
    return REACH + np.where(offset < 0, offset, np.maximum(offset - length, 0))
