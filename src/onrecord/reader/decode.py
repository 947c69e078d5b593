"""From the heads' numbers to word ranges: cues, names, and the roles around a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.labels import BEGIN, INSIDE, MENTION_KINDS, OUTSIDE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.record import ActorKind

__all__ = ["best_tags", "cues", "mentions", "probabilities", "runs"]


def probabilities(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Softmax over the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    out: NDArray[np.float32] = shifted / shifted.sum(-1, keepdims=True)
    return out


def cues(chances: NDArray[np.float32], threshold: float) -> list[tuple[int, int, float]]:
    """Candidate cues as ``(start, end, chance)`` word ranges, in order, without overlap.

    ``chances``: ``(words, 3)``, outside, begin, inside. A cue begins where the chance of ``begin`` is at least
    ``threshold`` and goes on while ``inside`` is likelier than either other tag; of two that
    overlap the likelier beginning wins.
    """
    goes_on = chances[:, INSIDE] > np.maximum(chances[:, 0], chances[:, BEGIN])
    found: list[tuple[int, int, float]] = []
    for start in np.flatnonzero(chances[:, BEGIN] >= threshold).tolist():
        end = start + 1
        while end < len(chances) and goes_on[end]:
            end += 1
        chance = float(chances[start, BEGIN])
        if found and found[-1][1] > start:
            if found[-1][2] >= chance:
                continue
            found.pop()
        found.append((start, end, chance))
    return found


def mentions(logits: NDArray[np.float32], glued: NDArray[np.bool_] | None = None) -> list[tuple[int, int, ActorKind]]:
    """Names as ``(start, end, kind)`` word ranges from ``(words, 9)`` scores.

    Where a name begins and goes on is decided over all kinds together, its kind over all its words; a stray inside tag
    begins a name. ``glued``: words that are written as one with the word before, so that no name ends between them.
    """
    chances = probabilities(logits)
    begins, inside = chances[:, BEGIN::2], chances[:, INSIDE::2]
    by_tag = np.stack([chances[:, OUTSIDE], begins.sum(1), inside.sum(1)], axis=1)
    tags = by_tag.argmax(1)
    ranges: list[tuple[int, int]] = []
    for word in np.flatnonzero(tags).tolist():
        if tags[word] == INSIDE and ranges and ranges[-1][1] == word:
            ranges[-1] = (ranges[-1][0], word + 1)
        else:
            ranges.append((word, word + 1))
    if glued is not None:
        ranges = _unparted(ranges, glued)
    kinds = begins + inside
    return [(start, end, MENTION_KINDS[int(kinds[start:end].sum(0).argmax())]) for start, end in ranges]


def _unparted(ranges: list[tuple[int, int]], glued: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """``ranges`` with no edge inside words that are written as one."""
    out: list[tuple[int, int]] = []
    for start, end in ranges:
        while start and glued[start]:
            start -= 1
        while end < len(glued) and glued[end]:
            end += 1
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def best_tags(
    scores: NDArray[np.float32],
    first: NDArray[np.float32],
    last: NDArray[np.float32],
    moves: NDArray[np.float32],
) -> NDArray[np.int64]:
    """The best tag sequence of each row under a linear-chain CRF (Viterbi 1967).

    ``scores``: ``(rows, length, tags)``; ``first``, ``last``: ``(tags,)``; ``moves``: ``(tags, tags)``, from and to.
    Returns ``(rows, length)``.
    """
    rows, length, tags = scores.shape
    back = np.zeros((length, rows, tags), np.int64)
    best = first + scores[:, 0]
    for i in range(1, length):
        options = best[:, :, None] + moves
        back[i] = options.argmax(1)
        best = np.take_along_axis(options, back[i][:, None, :], 1)[:, 0] + scores[:, i]
    path = np.zeros((rows, length), np.int64)
    path[:, -1] = (best + last).argmax(-1)
    every = np.arange(rows)
    for i in range(length - 1, 0, -1):
        path[:, i - 1] = back[i, every, path[:, i]]
    return path


def runs(tags: NDArray[np.int64], role: int) -> list[tuple[int, int]]:
    """Ranges of one role (0 source, 1 content) in a tag sequence; a stray inside tag begins a range."""
    begin, inside = BEGIN + 2 * role, INSIDE + 2 * role
    out: list[tuple[int, int]] = []
    for i in np.flatnonzero((tags == begin) | (tags == inside)).tolist():
        if tags[i] == inside and out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out
