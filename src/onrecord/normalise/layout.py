"""Where sentences and paragraphs of a text begin, for rules that count in them."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.normalise.letters import CAPITAL

__all__ = ["Layout"]

_END = re.compile(rf"[.!?…][”\"’')\]]*\s+(?=[“\"‘(\[]?[{CAPITAL}0-9@])|\n+\s*|[!?.,][”\"]\s+(?=[{CAPITAL}])")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|St|Rev|Hon|No|vs|Jr|Sr)|\b[A-Z])\.\s+$")


class Layout:
    """Sentence and paragraph numbers of offsets; building is linear, each look-up logarithmic."""

    def __init__(self, text: str) -> None:
        self.sentences = [0]
        self.paragraphs = [0]
        for match in _END.finditer(text):
            end = match.end()
            if "\n" in match.group():
                self.paragraphs.append(end)
            elif _SHORT.search(text, max(0, match.start() - 5), end):
                continue
            self.sentences.append(end)

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds ``offset``."""
        return bisect_right(self.sentences, offset) - 1

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds ``offset``."""
        return bisect_right(self.paragraphs, offset) - 1
