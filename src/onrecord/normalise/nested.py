"""Places inside the names of organisations: "Ministry of Health of Peru" names Peru too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.normalise.names import Name, fold
from onrecord.normalise.people import Entity
from onrecord.reader.findings import Mention
from onrecord.spans import Span

__all__ = ["nest_places"]

_OF = re.compile(r" of (?:the )?(?=[^\W\d_])")


def nest_places(text: str, names: Iterable[Name], mentions: Iterable[Mention], places: list[Entity]) -> list[Entity]:
    """Give each of ``places`` its mentions at the end of organisations' names, after "of"; return the new ones.

    A place there is one that the text names elsewhere, or that the reader (``mentions``) marks there. Nothing else is
    taken for a place, so "Society of Friends" holds none.
    """
    by_key = {_key(name): entity for entity in places for name in entity.names}
    marked = {mention.span for mention in mentions if mention.kind == "place"}
    made: list[Entity] = []
    for name in names:
        if name.kind != "organisation":
            continue
        for match in _OF.finditer(text, name.span.start, name.span.end):
            span = Span(match.end(), name.span.end)
            words = text[span.start : span.end]
            entity = by_key.get(_key(words))
            if entity is None and span in marked:
                entity = by_key[_key(words)] = Entity("place", names={words: 1})
                made.append(entity)
            if entity is not None:
                entity.mentions.append(span)
    return made


def _key(name: str) -> str:
    return " ".join(fold(word) for word in name.split())
