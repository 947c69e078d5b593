"""The words of a text with their trees as plain lists, read once: splitting looks at every word several times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.reader.labels import PARTS, RELATIONS
from onrecord.reader.syntax import Syntax
from onrecord.spans import Span

__all__ = ["HELPING", "SUBJECTS", "Words", "words_of"]

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
HELPING = frozenset(("aux", "aux:pass", "cop"))
_NO_PREDICATE = frozenset(
    ("amod", "compound", "case", "fixed", "flat", "aux", "aux:pass", "cop", "mark", "part", "det")
)


@dataclass(frozen=True, eq=False)
class Words:
    """Words by number: offsets, the word in lower case, part of speech, relation and head, as a :class:`Syntax` has
    them; ``inside`` marks words after the first of a figure, a time or a name, which nothing is to part."""

    text: str
    starts: list[int]
    ends: list[int]
    low: list[str]
    part: list[str]
    relation: list[str]
    head: list[int]
    inside: bytearray
    syntax: Syntax

    def __len__(self) -> int:
        return len(self.starts)

    def first(self, span: Span) -> int:
        """The first word that shares a character with ``span``; may be the number of words."""
        found = self.syntax.words(span)
        return found.start

    @cached_property
    def kids(self) -> list[list[int]]:
        """The words that hang on each word, in text order."""
        found: list[list[int]] = [[] for _ in self.starts]
        for word, head in enumerate(self.head):
            if head != word:
                found[head].append(word)
        return found

    @cached_property
    def subject(self) -> list[int]:
        """The subject of each word, -1 where it has none: of several the last one before it, else the first after."""
        found = [-1] * len(self.starts)
        for word, relation in enumerate(self.relation):
            head = self.head[word]
            if relation in SUBJECTS and (word < head or found[head] < 0):
                found[head] = word
        return found

    @cached_property
    def predicate(self) -> bytearray:
        """Whether each word may be what a clause says: a verb, or what has a copula or a helping verb."""
        found = bytearray(len(self.starts))
        for word, (part, relation) in enumerate(zip(self.part, self.relation, strict=True)):
            if part == "VERB" and relation not in _NO_PREDICATE and self.low[word][0].isalpha():
                found[word] = 1
            elif relation in HELPING:
                found[self.head[word]] = 1
            elif part == "AUX" and relation not in _NO_PREDICATE:
                found[word] = 1
        return found


def words_of(syntax: Syntax, kept: Iterable[Span]) -> Words:
    """``syntax`` as lists; no cut will fall within one of the spans ``kept``."""
    starts, ends = syntax.starts.tolist(), syntax.ends.tolist()
    text = syntax.text
    inside = bytearray(len(starts))
    for span in kept:
        found = syntax.words(span)
        for word in range(found.start + 1, found.stop):
            inside[word] = 1
    parts, relations = syntax.parts.tolist(), syntax.relations.tolist()
    heads = syntax.heads.tolist()
    return Words(
        text,
        starts,
        ends,
        [text[start:end].lower() for start, end in zip(starts, ends, strict=True)],
        [PARTS[part] for part in parts],
        ["root" if head == word else RELATIONS[r] for word, (r, head) in enumerate(zip(relations, heads, strict=True))],
        heads,
        inside,
        syntax,
    )
