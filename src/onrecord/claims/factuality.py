"""Whether a claim is asserted, denied, or left open: by the words round its predicate and by how it is reported."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.claims.lexicon import MODALS, NEGATIONS, POSSIBLY
from onrecord.claims.words import Words
from onrecord.record import Factuality

__all__ = ["of_word"]


def of_word(words: Words, predicate: int) -> Factuality:
    """The factuality of a predicate by its own negation, modal verb and adverbs."""
    negated = False
    found: Factuality = "asserted"
    for word in _around(words, predicate):
        low = words.low[word]
        if low in NEGATIONS or (low == "t" and words.low[word - 1] in ("'", "’")):
            negated = True
        elif low in POSSIBLY:
            found = "possible"
        elif low in MODALS and words.part[word] == "AUX" and found == "asserted":
            found = MODALS[low]  # type: ignore[assignment]
    if found in ("asserted", "future") and negated:
        return "negated"
    return found


def _around(words: Words, predicate: int) -> Iterator[int]:
    for kid in words.kids[predicate]:
        yield kid
        if words.relation[kid] in ("nsubj", "nsubj:pass", "obj", "advmod", "aux", "part"):
            yield from words.kids[kid]
