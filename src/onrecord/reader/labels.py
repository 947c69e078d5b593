"""What the heads' numbers mean, and how far the linker looks; shared by training and reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.record import ActorKind

__all__ = [
    "AHEAD",
    "ARC",
    "BACK",
    "BEGIN",
    "CUE_TAGS",
    "FAR",
    "INSIDE",
    "MENTION_KINDS",
    "MENTION_TAGS",
    "OUTSIDE",
    "PARTS",
    "REACH",
    "RELATIONS",
    "ROLE_TAGS",
    "distances",
    "far",
    "neighbourhood",
]

OUTSIDE, BEGIN, INSIDE = range(3)
"""Tags of a cue. Of a mention of kind ``k``: begin ``1 + 2 k``, inside ``2 + 2 k``; likewise of a role, 0 source,
1 content."""

CUE_TAGS = 3
ROLE_TAGS = 5
MENTION_KINDS: tuple[ActorKind, ...] = ("person", "organisation", "place", "group")
MENTION_TAGS = 1 + 2 * len(MENTION_KINDS)

PARTS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
"""The universal parts of speech of Universal Dependencies, by the index of their label."""

RELATIONS = (
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound",
    "compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
    "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:pass",
    "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "part", "punct", "reparandum",
    "root", "vocative", "xcomp",
)  # fmt: skip
"""Relations of a word to its head (Universal Dependencies 2, de Marneffe et al. 2021), by the index of their label.
Subtypes not named here count as the relation they refine; ``part``: not the first word of its token ("1", ",", "200").
"""

ARC = 128
"""Numbers a word gives as a dependent, and as a head; their product says how well the two go together."""

BACK, AHEAD = 300, 20
"""Words before and after a pronoun among which the one it stands for is looked for."""

FAR = 16
"""Classes of how far a word is before a pronoun (see :func:`far`)."""

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


def far(offset: NDArray[np.int64]) -> NDArray[np.int64]:
    """The class of how far a word is from a pronoun: 0 after it, else growing with the logarithm of the distance.

    ``offset``: places of words minus the place of the pronoun, any shape; at most ``FAR - 1``.
    """
    steps = np.log2(np.maximum(-offset, 1)) * 1.75
    return np.where(offset >= 0, 0, 1 + np.minimum(steps.astype(np.int64), FAR - 2))
