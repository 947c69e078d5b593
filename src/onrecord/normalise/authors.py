"""Whose speech or statement a whole document is, where its title or first line says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.normalise.letters import CAPITAL
from onrecord.normalise.names import fold
from onrecord.normalise.words import HONORIFICS, INSTITUTIONS, OFFICES, is_role

__all__ = ["Author", "author"]

_KINDS = r"(?:speech|remarks|statement|address|comments?|keynote|testimony|lecture|sermon|letter)"
_NAME = rf"((?:[{CAPITAL}][\w.’'-]{{0,40}} ){{0,7}}[{CAPITAL}][\w’'-]{{0,40}})"
_BY = re.compile(
    rf"(?:[A-Z][\w-]{{0,40}} ){{0,4}}(?i:{_KINDS}) (?:of|by|from) (?:the )?{_NAME}"
    r"(?=$|[,(:;–—]| (?:[–—-]|to|at|on|in|before|after|following|during|for|about) )"
)
_OWNED = re.compile(
    rf"(?:The )?{_NAME}(?:’s|'s) (?:[a-z]{{1,20}} ){{0,3}}{_KINDS}(?=$|[,(:;–—]| (?:to|at|on|before|after) )"
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Author:
    """The person or institution that speaks a whole document; ``title`` is the office before a person's name."""

    name: str
    title: str | None
    person: bool


def author(text: str, title: str | None) -> Author | None:
    """Who speaks ``text`` as a whole: "Speech of N. N., chair of X, to …", "Remarks by N. N.", "N. N.'s address".

    Only ``title`` and the first line are looked at; None where neither says it.
    """
    for line in (title or "", text.lstrip()[: _LONGEST + 1].partition("\n")[0]):
        line = " ".join(line[:_LONGEST].split())
        match = _BY.match(line) or _OWNED.match(line)
        if match and (found := _read(match[1].split())):
            return found
    return None


def _read(words: list[str]) -> Author | None:
    """A name of two to four words with the office before it, or an institution's name."""
    offices = [i for i, word in enumerate(words) if is_role(word) or fold(word) in OFFICES or fold(word) in HONORIFICS]
    bare = words[offices[-1] + 1 :] if offices else words
    if any(fold(word) in INSTITUTIONS for word in bare):
        return None if offices else Author(" ".join(words), None, person=False)
    if not 2 <= len(bare) <= 4:
        return None
    office = " ".join(words[: len(words) - len(bare)])
    return Author(" ".join(bare), office if office and fold(office) not in HONORIFICS else None, person=True)
