"""The words that patterns are made of. No actor is named in any of them."""

from __future__ import annotations

from onrecord.evidence.inside.sentences import ANY

__all__ = ["NOUN", "THE", "WORDS"]

WORDS = rf"[^\n:;(){ANY}]{{0,120}}?"
"""Words without a figure, a bracket or a colon, as few as will do."""
NOUN = r"(?:[ -][^\W\d_][\w'’]*){0,8}?"
"""A noun with what stands before it."""
THE = r"(?:the |its |their |his |her |our |all |those |these |all of |some |a total of )*"
