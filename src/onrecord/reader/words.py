"""A text as words: what the encoder reads and what its heads label.

A word is what the tokeniser splits before it looks into its vocabulary: a run of letters and digits or a single
punctuation mark. Each is read through its pieces and labelled once. Three features the uncased vocabulary loses are
given beside the pieces: the letter case, the gap before the word, and where it stands to the quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.quotes import Quotation, quotations, states

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

__all__ = ["CASES", "GAPS", "MASKED", "STATES", "Words", "split"]

CASES, GAPS, STATES = 5, 3, 4
"""How many values each feature has: lower, Capitalised, UPPER, other, a masked name; attached, spaced, on a new line;
see quotes."""

MASKED = 4
"""The case of a masked name."""

# No prose has words this long, and a megabyte of them would take minutes: each is read as one unknown word.
_LONG_CHUNK = re.compile(r"\S{250,}")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, arrays of length ``n`` words or ``p`` pieces.

    ``starts``, ``ends``: code point offsets (n); ``first``: index of each word's first piece (n);
    ``pieces``: vocabulary ids (p); ``case``, ``gap``, ``state``: features (n).
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    first: NDArray[np.int32]
    pieces: NDArray[np.int32]
    case: NDArray[np.int8]
    gap: NDArray[np.int8]
    state: NDArray[np.int8]
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self) -> NDArray[np.bool_]:
        """For each word, whether it and the word before are letters or digits with nothing between them, as characters
        are of scripts that set no blanks."""
        letters = np.array([self.text[end - 1].isalnum() for end in self.ends], bool)
        touching = np.zeros(len(self), bool)
        touching[1:] = (self.gap[1:] == 0) & letters[1:] & letters[:-1]
        return touching


def split(text: str, tokenizer: Tokenizer) -> Words:
    """``text`` as words, by a tokeniser without truncation, padding or special pieces."""
    readable = _LONG_CHUNK.sub(lambda m: "x" * len(m[0]), _SURROGATE.sub("\ufffd", text))
    encoding = tokenizer.encode(readable, add_special_tokens=False)
    word_ids = np.array([-1 if i is None else i for i in encoding.word_ids], np.int64)
    offsets = np.array(encoding.offsets, np.int32).reshape(-1, 2)
    first = np.flatnonzero(np.diff(word_ids, prepend=-1)).astype(np.int32)
    starts = offsets[first, 0]
    ends = np.maximum.reduceat(offsets[:, 1], first) if len(first) else starts
    found = quotations(text)
    state = np.frombuffer(bytes(states(text, found)), np.int8)
    return Words(
        text=text,
        starts=starts,
        ends=ends,
        first=first,
        pieces=np.array(encoding.ids, np.int32),
        case=np.array([_case(text[s:e]) for s, e in zip(starts, ends, strict=True)], np.int8),
        gap=_gaps(text, starts, ends),
        state=state[starts] if len(starts) else np.zeros(0, np.int8),
        quotations=found,
    )


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word[:1].isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    return 3


def _gaps(text: str, starts: NDArray[np.int32], ends: NDArray[np.int32]) -> NDArray[np.int8]:
    """0 where a word touches the one before, 2 where a line break lies between (or it is the first), else 1."""
    breaks = np.cumsum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32) == ord("\n"))
    previous = np.concatenate([[0], ends[:-1]]) if len(ends) else ends
    broken = np.array([breaks[s - 1] if s else 0 for s in starts]) > np.array(
        [breaks[e - 1] if e else 0 for e in previous]
    )
    gap = np.where(broken, 2, np.where(starts > previous, 1, 0))
    gap[:1] = 2
    return gap.astype(np.int8)
