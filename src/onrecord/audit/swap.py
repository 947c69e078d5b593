"""Names exchanged in a text: whole words, the longest first, all at once, with the way back for every offset.

A text and its swapped text have the same *places*, numbers in which what is unchanged and the edges of a name are
even and whatever lies inside a name is odd. So spans of two texts that differ in names only can be compared
exactly, and one that cuts a name in two never equals one that does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.audit.names import FORMS, NameForm, Names, article_of

__all__ = ["Finder", "Occurrence", "Piece", "Swapped", "rewrite", "unchanged"]

_OPENS = re.compile(r"(?:^|[\n.!?:“\"])[ \t“\"‘(]{0,3}$")
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|some|any|no|every|each)|[’']s|s[’'])\s$", re.I
)
_INDEFINITE = re.compile(r"(?<!\w)an?(?=\s$)", re.I)
_WIDTH = 12  # code points before a name in which its article and the words above are looked for
_SPELT = "AEFHILMNORSX"
_VOWEL = re.compile(r"(?!eu|one|u[gkst]|un[ai])[aeiouà-æè-ïò-öø]", re.I)


class Occurrence(NamedTuple):
    """A name in a text: ``[start, end)`` with its article, ``head`` where the name proper begins, the actor's index,
    the form, whether all is in capitals, and whether the article it takes is absent."""

    start: int
    head: int
    end: int
    actor: int
    form: NameForm
    capitals: bool
    bare: bool


class Piece(NamedTuple):
    """A stretch that differs: where it is in the text that both come from, and in this one (``head`` as above)."""

    base_start: int
    base_end: int
    start: int
    head: int
    end: int


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text with its names exchanged; ``pieces`` are in the order of the text and apart."""

    text: str
    pieces: tuple[Piece, ...]

    def place(self, offset: int) -> int:
        """The place of ``offset``: even, twice the offset in the common base; odd inside a name."""
        index = bisect_right(self.pieces, offset, key=_start) - 1
        if index < 0:
            return 2 * offset
        piece = self.pieces[index]
        if offset <= piece.head:
            return 2 * piece.base_start
        if offset < piece.end:
            return 2 * piece.base_start + 1
        return 2 * (piece.base_end + offset - piece.end)

    def places(self, span: tuple[int, int]) -> tuple[int, int]:
        """The places of a span's two edges."""
        return self.place(span[0]), self.place(span[1])


def _start(piece: Piece) -> int:
    return piece.start


class Finder:
    """Finds the names of several actors in any text; a spelling that two share is the first one's."""

    def __init__(self, actors: Sequence[Names]) -> None:
        self._known: dict[str, tuple[int, NameForm, bool, bool]] = {}
        persons: set[str] = set()
        for index, actor in enumerate(actors):
            for form in FORMS:
                for spelling in actor.spellings(form):
                    article = article_of(spelling)
                    bare = " ".join(spelling[len(article) :].split())
                    for written in (bare, bare[0].upper() + bare[1:]):
                        self._known.setdefault(written, (index, form, bool(article), False))
                    self._known.setdefault(bare.upper(), (index, form, bool(article), True))
                    if actor.kind == "person":
                        persons |= {bare, bare[0].upper() + bare[1:], bare.upper()}
        longest = sorted(self._known, key=lambda written: (-len(written), written))
        bodies = "|".join(_pattern(written, written in persons) for written in longest)
        # Not re.I: "may" is no name, and neither is "us".
        self._pattern = re.compile(rf"(?<!\w)(?P<the>(?:[Tt]he|THE)\s)?(?P<body>{bodies})(?!\w)") if bodies else None

    def find(self, text: str) -> list[Occurrence]:
        """The names in ``text``, in order and apart."""
        return [self._occurrence(match) for match in self._pattern.finditer(text)] if self._pattern else []

    def mask(self, text: str) -> str:
        """``text`` with a number for each actor in the place of its names, whatever their form.

        >>> Finder([Names("place", name=("the Netherlands",))]).mask("in the Netherlands")
        'in ⟨1⟩'
        """
        parts, end = [], 0
        for item in self.find(text):
            parts += [text[end : item.start], f"⟨{item.actor + 1}⟩"]
            end = item.end
        return "".join([*parts, text[end:]])

    def _occurrence(self, match: re.Match[str]) -> Occurrence:
        actor, form, takes, capitals = self._known[" ".join(match["body"].split())]
        there = takes and match["the"] is not None
        head = match.start("body")
        start = match.start() if there else head
        return Occurrence(start, head, match.end(), actor, form, capitals, takes and not there)


def _pattern(spelling: str, person: bool) -> str:
    words = r"\s{1,2}".join(map(re.escape, spelling.split()))
    # Half of a double-barrelled name is another person's; a state may stand in a compound: "the Peru-Chile border".
    return rf"(?<!-){words}(?!-[A-Z])" if person else words


def unchanged(text: str, found: Sequence[Occurrence]) -> Swapped:
    """``text`` as it stands, with the places that :func:`rewrite` of the same ``found`` has."""
    return Swapped(text, tuple(Piece(item.start, item.end, item.start, item.head, item.end) for item in found))


def rewrite(text: str, found: Sequence[Occurrence], actors: Sequence[Names]) -> Swapped:
    """``text`` with the names at ``found`` replaced by those of ``actors``, by the index in each occurrence.

    The form is kept, as is ALL CAPS; a form that the new actor lacks is replaced by the one that stands for it
    (:data:`~onrecord.audit.names.INSTEAD`). Articles ("the", "a" or "an") and the mark of a possessive follow the
    new name.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    done = length = 0

    def put(start: int, end: int, new: str, head: int) -> None:
        nonlocal done, length
        parts.append(text[done:start])
        length += start - done
        pieces.append(Piece(start, end, length, length + head, length + len(new)))
        parts.append(new)
        length += len(new)
        done = end

    for item in found:
        new, head = _rendered(text, item, actors[item.actor])
        article = None if head else _INDEFINITE.search(text, max(done, item.start - 3), item.start)
        if article and (wanted := _indefinite(article[0], new)) != article[0]:
            put(*article.span(), wanted, 0)
        put(item.start, item.end, new, head)
        end, mark = _possessive(text, item, new)
        if end > item.end:
            put(item.end, end, mark, 0)
    return Swapped("".join([*parts, text[done:]]), tuple(pieces))


def _rendered(text: str, item: Occurrence, actor: Names) -> tuple[str, int]:
    """The new name as it stands in the place of ``item``, and how long its article is."""
    spelling = actor.of(item.form)
    article = article_of(spelling)
    body = spelling[len(article) :]
    if item.capitals:
        body = body.upper()
    before = text[max(0, item.start - _WIDTH) : item.start]
    opens = bool(_OPENS.search(before)) or not before
    if article and item.head > item.start:
        article = text[item.start : item.head]
    elif article and (item.bare or _joined(text, item) or _DETERMINED.search(before)):
        article = ""
    elif article:
        article = "THE " if item.capitals else "The " if opens else "the "
    if opens and not article:
        body = body[0].upper() + body[1:]
    return article + _stopped(text, item, body), len(article)


def _joined(text: str, item: Occurrence) -> bool:
    return text[max(0, item.start - 1) : item.start] == "-" or text[item.end : item.end + 1] == "-"


def _stopped(text: str, item: Occurrence, body: str) -> str:
    """``body`` with one full stop where an abbreviation's own stop and the sentence's meet."""
    if body.endswith(".") and text[item.end : item.end + 1] == ".":
        return body[:-1]
    if text[item.end - 1] == "." and not body.endswith(".") and text[item.end : item.end + 1] in ("", "\n"):
        return body + "."
    return body


def _possessive(text: str, item: Occurrence, new: str) -> tuple[int, str]:
    """Where the mark of the possessive ends and what it becomes: "Hollis’" to "Brill’s", and back for plurals."""
    end, mark = item.end, text[item.end : item.end + 1]
    if not mark or mark not in "’'" or "‘" in text[max(0, item.start - 200) : item.start]:
        return end, ""
    ends = new[-1] in "sS"
    if text[end - 1] in "sS" and not ends and text[end + 1 : end + 2].isspace():
        return end + 1, mark + ("S" if item.capitals else "s")
    marked = text[end + 1 : end + 2] in ("s", "S") and not text[end + 2 : end + 3].isalnum()
    if marked and ends and item.form == "people":
        return end + 2, mark
    return end, ""


def _indefinite(article: str, new: str) -> str:
    """``a`` or ``an``, in the capitals of ``article``, as ``new`` wants it."""
    spelt = new[0] in _SPELT if new[:3].isupper() and len(new.split("-")[0].split()[0]) < 4 else _VOWEL.match(new)
    wanted = "an" if spelt else "a"
    return wanted.capitalize() if article[0] == "A" else wanted
