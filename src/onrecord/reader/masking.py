"""Names taken out of what the encoder reads, so that nothing it says of a sentence hangs on who is named.

A name is told by its shape: a word with a capital (or of a script that has none) where a common word would have none,
and what joins such words. All names become the same word. So two texts that differ in names alone are the same text to
the encoder; which names they are is read apart (:mod:`onrecord.reader.inner`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.normalise.folding import fold
from onrecord.normalise.places.gazetteer import halves
from onrecord.normalise.words import word_set
from onrecord.reader.words import MASKED, Words
from onrecord.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["NAME", "Masked", "masked", "names_by_shape", "shown"]

NAME = 2
"""The vocabulary's first unused piece, which stands for every name."""

TIMES = word_set(
    """
    january february march april may june july august september october november december
    jan feb apr jun jul aug sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Words that have a capital and name a time, not an actor, unless they follow a name at once ("Theresa May")."""

_STYLED = word_set("mr mrs ms miss mx")
"""What is said before a name and stays: it gives a gender, as the text does."""

_CLOSED = word_set(
    """
    a about above across after against all along also although am among an and another any anybody anyone anything are
    around as at be because been before behind being below beneath beside besides between beyond both but by can could
    despite did do does doing done down during each either else even every everybody everyone everything except few for
    from had has have having he hence her here hers herself him himself his how however i if in inside instead into is
    it its itself just least less like many may me meanwhile might mine more moreover most much must my myself near
    neither never nevertheless no nobody none nor not nothing now of off on once one only onto or other others our ours
    ourselves out outside over own per perhaps please rather same several shall she should since so some somebody
    someone something still such than that the their theirs them themselves then there therefore these they this those
    though through throughout thus till to today together too toward towards under unless unlike until up upon us very
    was we were what whatever when whenever where whereas wherever whether which while who whoever whom whose why will
    with within without would yes yesterday yet you your yours yourself yourselves
    """
)
"""Words that make no name by themselves, however often they have a capital ("The Hague", "In")."""

_LETTER = r"[\w\u0300-\u036f]"  # with the accents that are marks of their own
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_LETTER}+(?:[.'’&\-–/]{_LETTER}+)*|\S")
_HYPHEN = re.compile(r"[\-–/]")
_I = re.compile(r"i(?:['’](?:m|d|ll|ve|s|re))?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_OPENS = frozenset(".!?:;\"“”‘'([{*-–—…•")
"""Marks after which a capital says nothing: a sentence may begin."""

_SMALL = "af al av bin da das de del della den der des di dos du e el for ibn la le of ter van von y zu"
_PARTS = rf"(?:{_SMALL.replace(' ', '|')})"
_JOINS = re.compile(rf"[ &\-–/]*|(?:['’]s?)?(?: {{1,3}}{_PARTS}(?: the)?(?= )){{0,3}} {{1,3}}")
"""What stands between the words of one name: blanks, hyphens, a possessive, up to three small words."""

_AND = frozenset((" and ", " & "))
_SHORT = re.compile(
    r"\b(?:[^\W\d_]|adm|amb|bros|brig|capt|cmdr|co|col|corp|cpl|dept|dr|fr|ft|gen|gov|hon|inc|insp|jr|lt|ltd|maj|mt|pres|"
    r"prof|rep|rev|sec|sen|sgt|sr|st|supt)$",
    re.IGNORECASE,
)
"""Initials, and words that a full stop shortens ("Gov."): the name goes on after it."""
_BEFORE = re.compile(
    r"\b(?:(?:the|bin|ibn|al|el|de|del|der|den|da|di|van|von|abu|la|le)[ \-]{1,4}){1,4}$", re.IGNORECASE
)
"""What belongs to the name that follows: its article, and the small words that many peoples' names begin with."""
_WIDE = 40  # code points before a name in which those are looked for
_MOST = 16  # words in one name; lists in capitals go on for lines

_HEADLINE = 0.85
"""Where this share of the common words of a line (closed classes and first words apart) has a capital it is set like a
headline, and capitals say little."""


@dataclass(frozen=True, slots=True)
class Masked:
    """Words as the encoder reads them: each name one word.

    ``words``: the fewer words; ``names``: ranges ``[start, end)`` of the text's own words that became one, in order;
    ``unit``: for each of the text's own words, which of ``words`` it is or is in; ``named``: for each name, likewise.
    """

    words: Words
    names: tuple[tuple[int, int], ...]
    unit: NDArray[np.int64]
    named: NDArray[np.int64]


def masked(words: Words, common: Collection[str], also: frozenset[str] = frozenset()) -> Masked:
    """``words`` with each name (:func:`names_by_shape`) made one word, the same for all.

    "an" before a name becomes "a", for which of the two it is hangs on the name.
    """
    names = _ranges(words, names_by_shape(words.text, common, also))
    inside = np.zeros(len(words), bool)
    begins = np.ones(len(words), bool)
    for start, end in names:
        inside[start:end] = True
        begins[start + 1 : end] = False
    unit = np.cumsum(begins) - 1
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(words)) - 1
    piece = np.append(words.first, len(words.pieces))
    kept = ~inside
    lengths = np.where(inside[firsts], 1, piece[firsts + 1] - piece[firsts]) if len(firsts) else np.zeros(0, np.int64)
    first = (np.cumsum(lengths) - lengths).astype(np.int32)
    pieces = np.full(int(lengths.sum()), NAME, np.int32)
    owner = np.repeat(np.arange(len(words)), np.diff(piece))
    pieces[np.repeat(~inside[firsts], lengths)] = words.pieces[kept[owner]]
    named = np.flatnonzero(inside[firsts])
    for at in named[named > 0] - 1:
        if words.text[words.starts[firsts[at]] : words.ends[firsts[at]]].lower() == "an":
            pieces[first[at]] = _A
    case = words.case[firsts].copy()
    case[named] = MASKED
    made = Words(
        text=words.text,
        starts=words.starts[firsts],
        ends=words.ends[lasts] if len(firsts) else words.ends,
        first=first,
        pieces=pieces,
        case=case,
        gap=words.gap[firsts],
        state=words.state[firsts],
        quotations=words.quotations,
    )
    return Masked(made, tuple(names), unit, named)


def shown(masked: Masked) -> str:
    """The text with "X" for each name, to look at what the encoder reads."""
    words, parts, at = masked.words, [], 0
    for unit in masked.named.tolist():
        parts += [words.text[at : words.starts[unit]], "X"]
        at = int(words.ends[unit])
    return "".join([*parts, words.text[at:]])


_A = 1037
"""The vocabulary's id of "a"."""


def _ranges(words: Words, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Word ranges of ``spans``, apart, at most so long."""
    out: list[tuple[int, int]] = []
    free = 0
    for span in spans:
        low = max(int(words.ends.searchsorted(np.int32(span.start), side="right")), free)
        high = int(words.starts.searchsorted(np.int32(span.end), side="left"))
        for start in range(low, high, _MOST):
            out.append((start, min(start + _MOST, high)))
        free = max(free, high)
    return out


def names_by_shape(text: str, common: Collection[str], also: frozenset[str] = frozenset()) -> list[Span]:
    """The stretches of ``text`` that look like names, in order and apart.

    ``common``: words in lower case that are no names where a sentence begins with them, unless the text has them with a
    capital in the midst of one. In lines set like headlines they never are. ``also``: words in lower case that are
    names wherever they stand.
    """
    lines, start = [], 0
    for written in text.split("\n"):
        lines.append(_Line(written, start, common, also))
        start += len(written) + 1
    midst = {word for line in lines if not line.headline for word in line.midst()}
    found: list[Span] = []
    for line in lines:
        found += line.names(midst)
    return found


class _Line:
    """The words of one line, and whether it is set like a headline."""

    def __init__(self, line: str, start: int, common: Collection[str], also: frozenset[str]) -> None:
        self.text, self.start, self.common, self.also = line, start, common, also
        self.words: list[tuple[int, str, bool]] = []
        opens = True
        for match in _WORD.finditer(line):
            word = match.group()
            if word[0].isalnum():
                bare = _POSSESSIVE.sub("", word)
                self.words.append((match.start(), bare, opens))
                opens = False
            else:
                short = word == "." and _SHORT.search(line[max(0, match.start() - 6) : match.start()])
                opens = opens or (word in _OPENS and not short)
        telling = [w for _, w, opens in self.words if not opens and w.lower() in common and w.lower() not in _CLOSED]
        self.headline = len(telling) >= 2 and sum(map(_named, telling)) >= _HEADLINE * len(telling)

    def midst(self) -> Iterable[str]:
        """Words that have a capital where none opens a sentence."""
        return (bare for _, bare, opens in self.words if not opens and _named(bare))

    def names(self, midst: Collection[str]) -> Iterable[Span]:
        """The names, ``midst`` being words that have a capital in the midst of a sentence somewhere."""
        taken = [self._taken(i, midst) for i in range(len(self.words))]
        found: list[tuple[int, int]] = []
        for i, (at, bare, opens) in enumerate(self.words):
            if taken[i] or (opens and self._leads(i, taken)):
                found.append((at, at + len(bare)))
        wide = []
        for begin, end in found:
            before = _BEFORE.search(self.text, max(0, begin - _WIDE), begin)
            wide.append((before.start() if before else begin, end))
        for begin, end in _joined(self.text, wide):
            yield Span(self.start + begin, self.start + end)

    def _taken(self, i: int, midst: Collection[str]) -> bool:
        """Whether a word is a name or part of one by itself."""
        _, bare, opens = self.words[i]
        low = bare.lower()
        if self.also and not self.also.isdisjoint(_HYPHEN.split(low)):
            return True
        if not _named(bare) or _I.fullmatch(bare) or low.rstrip(".") in _STYLED:
            return False
        if low in TIMES:  # unless it follows a name at once
            return i > 0 and self._next_to(i - 1) and self._taken(i - 1, midst)
        plain = opens or self.headline
        return not (plain and (low in _CLOSED or (low in self.common and bare not in midst)))

    def _leads(self, i: int, taken: list[bool]) -> bool:
        """Whether a common word that opens a sentence belongs to the name that follows ("Open Ground")."""
        low = self.words[i][1].lower()
        if self.headline or low in _CLOSED or low.endswith(("ing", "ed", "ly")) or not _named(self.words[i][1]):
            return False
        return low not in _STYLED and low not in TIMES and i + 1 < len(taken) and taken[i + 1] and self._next_to(i)

    def _next_to(self, i: int) -> bool:
        """Whether nothing but a blank, and the mark of a possessive, stands between a word and the next."""
        at, bare, _ = self.words[i]
        return i + 1 < len(self.words) and self.text[at + len(bare) : self.words[i + 1][0]] in _NEXT


_NEXT = frozenset((" ", "' ", "’ ", "'s ", "’s "))


def _named(word: str) -> bool:
    """Whether the word begins with a letter and has a capital, or letters of a script that has none."""
    return word[0].isalpha() and any(c.isalpha() and (c != c.lower() or c.lower() == c.upper()) for c in word)


def _joined(line: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges between which nothing stands but what joins the words of one name, made one."""
    out: list[tuple[int, int]] = []
    for start, end in ranges:
        if out and (start <= out[-1][1] or _joins(line, out[-1][1], start, end)):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _joins(line: str, end: int, start: int, last: int) -> bool:
    """Whether what ends at ``end`` and what lies from ``start`` to ``last`` are one name."""
    between = line[end:start]
    if between in _AND:
        sides = line[max(0, end - _WIDE) : end].split()[-1], line[start:last].split()[0]
        return tuple(map(fold, sides)) in halves()
    return bool(_JOINS.fullmatch(between)) or (
        between.strip() == "." and bool(_SHORT.search(line[max(0, end - 6) : end]))
    )
