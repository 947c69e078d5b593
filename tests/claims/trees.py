"""Clauses of trees written by hand, as they are compared."""

from __future__ import annotations

from onrecord.claims.clauses import clauses
from onrecord.claims.words import Words, words_of
from reader.trees import tree

__all__ = ["figures_of", "told"]


def figures_of(words: Words) -> bytearray:
    """Every number word marked as the first of a figure."""
    return bytearray([*(int(part == "NUM") for part in words.part), 0])


def told(text: str, lines: str) -> list[tuple[str, str]]:
    """Each clause of a sentence: how it stands and its words."""
    words = words_of(tree(text, lines), ())
    found = clauses(words, range(len(words)), figures_of(words), bytearray(len(words) + 1))
    return [
        (clause.relation, " ".join(text[words.starts[w] : words.ends[w]] for w in clause.words)) for clause in found
    ]
