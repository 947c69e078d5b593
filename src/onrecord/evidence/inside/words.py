"""The words that patterns are made of. No actor is named in any of them, and none is longer for a longer name."""

from __future__ import annotations

from onrecord.evidence.inside.sentences import ANY

__all__ = ["NOUN", "THE", "WORDS"]

WORDS = rf"[^\n:;(){ANY}]*?"
"""Words without a figure, a bracket or a colon, as few as will do; how many must not matter: some are names."""
NOUN = rf"[^\n,:;(){ANY}]*?"
"""A noun with what belongs to it, without a comma."""
THE = r"(?:the |its |their |his |her |our |all |those |these |all of |some |a total of ){0,3}"
