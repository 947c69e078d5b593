"""Sentences with the names taken out, so that what scores them cannot know whom they are about.

A name is what the reader marks as one, and, since no reader marks all, every word with a capital that stands where only
a name has one. All names become the same word, whatever their kind, length and article: sentences that differ in names
alone become the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from onrecord.normalise.words import word_set
from onrecord.spans import Span

__all__ = ["BENTS", "NAME", "TIMES", "masked"]

NAME = "X"
"""The word that stands for every name."""

TIMES = word_set(
    """
    january february march april may june july august september october november december
    jan feb apr jun jul aug sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Words that have a capital and name a time, not an actor, unless they follow a name at once ("Theresa May")."""

BENTS = word_set(
    """
    anarchism anarchist anarchists capitalism capitalist capitalists centrism centrist centrists communism communist
    communists conservatism conservative conservatives fascism fascist fascists leftism leftist leftists liberal
    liberalism liberals libertarian libertarians marxism marxist marxists nationalism nationalist nationalists populism
    populist populists progressive progressives rightist rightists royalist royalists socialism socialist socialists
    """
)
"""Words for a political bent. They name a side as a party's name does, and are written without a capital."""

_LETTER = r"[\w\u0300-\u036f]"  # with the accents that are marks of their own
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_LETTER}+(?:[.'’&\-–/]{_LETTER}+)*|\S")
_HYPHEN = re.compile(r"[\-–/]")
_I = re.compile(r"i(?:['’](?:m|d|ll|ve|s|re))?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_OPENS = frozenset(".!?:;\"“”‘'([{*-–—…")
"""Marks after which a capital says nothing: a sentence may begin."""

_SMALL = "af al av bin da das de del della den der des di dos du e el for ibn la le of ter the van von y zu"
_JOINS = re.compile(rf"[\s&\-–/]*|(?:['’]s?)?(?:\s+(?:{_SMALL.replace(' ', '|')})(?=\s)){{0,3}}\s+")
"""What stands between the words of one name: blanks, hyphens, a possessive, up to three small words."""

_SHORT = re.compile(r"\b\w{1,4}$")
"""A word that a full stop may shorten ("Gov."), so that the name goes on after it."""
_BEFORE = re.compile(
    r"\b(?:(?:the|bin|ibn|al|el|de|del|der|den|da|di|van|von|abu|la|le)[\s\-]{1,4}){1,4}$", re.IGNORECASE
)
"""What belongs to the name that follows: its article, and the small words that many peoples' names begin with."""


def masked(sentence: str, names: Iterable[Span], common: Collection[str]) -> str:
    """``sentence`` with each name replaced by :data:`NAME`, and white space made single.

    ``names`` are spans of ``sentence``. What has a capital in them is taken out, so that it does not matter where a
    reader lets a name begin ("the port of Elsin", "Elsin"); a span without any is taken out whole where one of its
    words is not common. ``common`` are words in lower case that are no names where a sentence begins with them, unless
    ``names`` says so. Words in scripts without capitals count as names.
    """
    marked = {part for name in names for part in _parts(sentence, name, common)}
    taken = _joined(sentence, sorted(marked | set(_capitals(sentence, common))))
    parts, at = [], 0
    for start, end in taken:
        parts += [_BEFORE.sub("", sentence[at:start]), NAME]
        at = end
    return " ".join("".join([*parts, sentence[at:]]).split())


def _parts(sentence: str, name: Span, common: Collection[str]) -> list[tuple[int, int]]:
    """From the first word of a marked name that has a capital to the last; the whole name where none has."""
    words = [(match.start(), _POSSESSIVE.sub("", match.group())) for match in _WORD.finditer(sentence, *name)]
    found = [(start, start + len(word)) for start, word in words if _named(word)]
    if not found and any(word[:1].isalnum() and word.lower() not in common for _, word in words):
        return [(name.start, name.end)]
    return [(found[0][0], found[-1][1])] if found else []


def _capitals(sentence: str, common: Collection[str]) -> Iterable[tuple[int, int]]:
    """The words that a capital gives away as names."""
    opens, last = True, -2
    for match in _WORD.finditer(sentence):
        word = match.group()
        if word[0].isalnum():
            bare = _POSSESSIVE.sub("", word)
            low = bare.lower()
            time = low in TIMES and match.start() != last + 1
            known = time or _I.fullmatch(word) or (opens and low in common)
            if not BENTS.isdisjoint(_HYPHEN.split(low)) or (_named(bare) and not known):
                last = match.start() + len(bare)
                yield match.start(), last
            opens = False
        else:
            opens = opens or word in _OPENS


def _named(word: str) -> bool:
    """Whether the word has a capital, or letters of a script that has none."""
    return any(c.isalpha() and (c != c.lower() or c.lower() == c.upper()) for c in word)


def _joined(sentence: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap, or between which nothing stands but what joins the words of one name, made one."""
    out: list[tuple[int, int]] = []
    for start, end in ranges:
        if out and (start <= out[-1][1] or _joins(sentence, out[-1][1], start)):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _joins(sentence: str, end: int, start: int) -> bool:
    between = sentence[end:start]
    return bool(_JOINS.fullmatch(between)) or (between.strip() == "." and bool(_SHORT.search(sentence[end - 5 : end])))
