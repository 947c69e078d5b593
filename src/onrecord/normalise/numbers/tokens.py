"""Text to tokens: digit runs with their inner separators, words, and single signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Tokens", "tokenise"]

_TOKEN = re.compile(r"\d+(?:[.,٫٬'’]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
"""A digit run may hold separators, a word apostrophes; each alternative is linear."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text in parallel; ``low`` are the words in lower case with plain apostrophes."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    low: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """Token ``i`` in lower case, or the empty string outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def gap(self, i: int) -> int:
        """Characters between token ``i`` and the one before; 1 at the ends of the text."""
        return self.starts[i] - self.ends[i - 1] if 0 < i < len(self.starts) else 1

    def digits(self, i: int) -> bool:
        """Whether token ``i`` is a digit run."""
        return 0 <= i < len(self.words) and self.words[i][0].isdecimal()

    def proper(self, i: int) -> bool:
        """Whether token ``i`` is written as a name: with a capital, also after an elided article or before a hyphen,
        or in a script without capitals."""
        if not 0 <= i < len(self.words):
            return False
        word = self.words[i]
        if word[0].isupper() or (word[0].isalpha() and word[0].lower() == word[0].upper()):
            return True
        if word[1:2] in ("'", "’") and word[2:3].isupper():
            return True  # d'Azur
        return self.word(i - 1) == "-" and self.gap(i) == 0 == self.gap(i - 1) and self.words[i - 2][0].isupper()


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of ``text[start:end]``, with offsets into ``text``."""
    found = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    words = [match[0] for match in found]
    low = [word.lower().replace("’", "'") for word in words]
    return Tokens(text, [match.start() for match in found], [match.end() for match in found], words, low)
