"""Words to arrays: the input of the encoder, the same for training and for reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.reader.words import Words

__all__ = ["FEATURES", "Batch", "batch"]

FEATURES = ("pieces", "case", "gap", "state")

_START, _END = 101, 102
"""The vocabulary ids of the marks that the pretrained encoder expects at a window's ends ([CLS] and [SEP])."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, padded to the longest.

    ``inputs``: int64 ``(windows, length, 4)``, the features of :data:`FEATURES` for each piece;
    ``mask``: int32 ``(windows, length)``, 1 where there is a piece; ``places``: int64 ``(words,)``, where the
    first piece of each word lies in the windows joined end to end.
    """

    inputs: NDArray[np.int64]
    mask: NDArray[np.int32]
    places: NDArray[np.int64]


def batch(words: Words, ranges: list[tuple[int, int]]) -> Batch:
    """The windows ``ranges`` (word ranges of ``words``) as arrays."""
    piece = np.append(words.first, len(words.pieces))
    lengths = [int(piece[end] - piece[start]) for start, end in ranges]
    width = max(lengths) + 2
    inputs = np.zeros((len(ranges), width, len(FEATURES)), np.int64)
    mask = np.zeros((len(ranges), width), np.int32)
    places = []
    for row, ((start, end), length) in enumerate(zip(ranges, lengths, strict=True)):
        low, high = piece[start], piece[end]
        owner = np.repeat(np.arange(start, end), np.diff(piece[start : end + 1]))
        inputs[row, 0, 0], inputs[row, length + 1, 0] = _START, _END
        inputs[row, 1 : length + 1, 0] = words.pieces[low:high]
        inputs[row, 1 : length + 1, 1] = words.case[owner]
        inputs[row, 1 : length + 1, 3] = words.state[owner]
        firsts = words.first[start:end] - low + 1
        inputs[row, firsts, 2] = words.gap[start:end]
        mask[row, : length + 2] = 1
        places.append(row * width + firsts)
    return Batch(inputs, mask, np.concatenate(places).astype(np.int64))
