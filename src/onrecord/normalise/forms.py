"""The names by which a document calls one actor."""

from __future__ import annotations

from onrecord.normalise.folding import fold
from onrecord.normalise.pronouns import FIRST, PERSONAL, RELATIVE
from onrecord.record import Actor
from onrecord.spans import quote

__all__ = ["forms"]

_PRONOUNS = PERSONAL.keys() | FIRST | RELATIVE | {"you", "your", "whose"}


def forms(text: str, actor: Actor) -> tuple[str, ...]:
    """The actor's name, then each other form among its mentions that is no part of the name.

    An acronym is such a form; a surname or "the ministry" is not: by these alone it is known only in this document.
    Neither is a pronoun, which is no name at all; "US" and "IT" in capitals are none.
    """
    whole = set(fold(actor.name).split())
    found = {fold(actor.name): actor.name}
    for span in actor.mentions:
        form = quote(text, span)
        words = fold(form)
        if form.lower() in _PRONOUNS and not form.isupper():
            continue
        if words and words not in found and not whole.issuperset(words.split()):
            found[words] = form
    return tuple(found.values())
