"""Letters that begin a name: capitals of every alphabet, and the letters of scripts that have no capitals."""

from __future__ import annotations

from itertools import groupby

__all__ = ["CAPITAL"]


def _ranges(letters: list[int]) -> str:
    """Code points as the inside of a class of a regular expression."""
    runs = [[code for _, code in run] for _, run in groupby(enumerate(letters), lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" if len(run) > 1 else chr(run[0]) for run in runs)


# Up to Armenian and in the additions to Latin and Greek there are capitals; Hebrew and what follows, Hangul and the
# scripts of East Asia have none.
_CASED = [code for block in (range(0x41, 0x590), range(0x1E00, 0x2000)) for code in block if chr(code).isupper()]
_UNCASED = "\u05d0-\u109f\u1100-\u13ff\u3041-\u9fff\uac00-\ud7a3"

CAPITAL = _ranges(_CASED) + _UNCASED
"""The inside of a class for the first letter of a name; for English the same as ``A-Z``."""
