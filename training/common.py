"""Common words: seldom written with a capital in the training texts, so that one at a sentence's head says nothing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import sources

__all__ = ["common"]

LEAST, TIMES = 3, 3
"""A word is common when it stands in lower case so often, and so many times as often as with a capital in the midst
of a sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def common(data: Path) -> frozenset[str]:
    """The common words of the training parts of PolNeAR, GUM, EWT and re3d, in lower case."""
    rows = [
        *sources.polnear(data, "train"),
        *sources.treebank(data / "syntax" / "gum" / "train.conllu.gz"),
        *sources.treebank(data / "syntax" / "ewt" / "train.conllu.gz"),
        *sources.re3d(data, "train"),
    ]
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        for match in _WORD.finditer(text):
            word = match.group()
            if word == word.lower():
                lower[word] += 1
            elif text[max(0, match.start() - 8) : match.start()].rstrip()[-1:].isalnum():
                capital[word.lower()] += 1
    return frozenset(w for w, n in lower.items() if len(w) > 1 and n >= LEAST and n >= TIMES * capital[w])
