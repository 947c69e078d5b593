"""The words of claims and of series' names as they are compared: which explain themselves, which must be explained.

A claim is about a series only if every word of it that could narrow or widen what is meant is a word of that series.
What never narrows is a closed list: function words, words for figures and how they stand or move, and words for
making them known. No name is in it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from onrecord.evidence.thesaurus import alike, bases
from onrecord.normalise.folding import fold
from onrecord.normalise.lemma import IRREGULAR_PASTS
from onrecord.spans import Span

__all__ = [
    "Word",
    "contents",
    "covers",
    "finds",
    "frequencies",
    "is_body",
    "is_measure",
    "is_past",
    "leans",
    "moves",
    "name_words",
    "needed",
    "persons",
    "same_word",
    "words",
]

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_OWNER = re.compile(r"['’]s?$", re.I)


@cache
def _read() -> dict[str, Any]:
    text = resources.files("onrecord.evidence").joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in _read().items() if isinstance(listed, str)}


def frequencies() -> frozenset[str]:
    """The words for how often: "monthly"."""
    return _lists()["frequencies"]


def persons() -> frozenset[str]:
    """The words for people by what they do: "visitor"."""
    return _lists()["persons"]


def is_past(low: str) -> bool:
    """Whether a word is a verb in a past form: "visited", "died", "born"."""
    return low.endswith("ed") or low in IRREGULAR_PASTS or low == "born"


def is_measure(low: str) -> bool:
    """Whether a word says how something is counted, which a claim may leave out of a label: "level"."""
    return low in _lists()["soft"]


def is_body(low: str) -> bool:
    """Whether a word is of a body that may count something: "office", "ministry"."""
    return low in _lists()["bodies"]


def moves(direction: Literal["up", "down"]) -> frozenset[str]:
    """The words by which a figure goes up or down."""
    return _lists()[direction]


def leans(found: Iterable[str]) -> int:
    """Whether one wants more (1) or less (-1) of what the words ``found`` are for; 0 where that is not known."""
    every = list(found)
    more, less = (any(same_word(a, b) for a in every for b in _lists()[name]) for name in ("wanted", "unwanted"))
    return int(more) - int(less)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, its comparable form, and whether it begins with a capital."""

    span: Span
    low: str
    capital: bool = False


def words(text: str, spans: Iterable[Span]) -> list[Word]:
    """The words in ``spans`` of ``text``; a possessive "’s" is cut off, a hyphen divides."""
    found = []
    for part in spans:
        for match in _WORD.finditer(text, part.start, part.end):
            low = fold(_OWNER.sub("", match[0]))
            if low:
                found.append(Word(Span(*match.span()), low, match[0][0].isupper()))
    return found


def contents(found: Iterable[Word]) -> list[Word]:
    """The words that say what is meant: neither function words nor words for figures as such, nor numbers."""
    every = list(found)
    turns = {
        i
        for phrase in _read()["phrases"]
        for first in finds(phrase, every)
        for i in range(first, first + len(phrase.split()))
    }
    return [word for i, word in enumerate(every) if i not in turns and (_fate(every, i) or not _plain(word.low))]


def _fate(found: Sequence[Word], i: int) -> bool:
    """Whether a plain verb says with its particle what became of the things counted: "called off", "turned away"."""
    after = found[i + 1].low if i + 1 < len(found) else ""
    return any(found[i].low in verbs.split() and after in particles.split() for verbs, particles in _read()["fates"])


def needed(found: Iterable[Word]) -> list[Word]:
    """The words of a label that a claim must have: all but function words and those for figures as such; of the former
    those that narrow or deny count too ("other trucks")."""
    left_out = (_lists()["function"] | _lists()["soft"]) - _TELLING
    return [word for word in found if word.low not in left_out and not word.low[0].isdigit()]


_TELLING = frozenset({"other", "without", "not", "no"})


@cache
def _plain(low: str) -> bool:
    lists = _lists()
    closed = any(low in lists[name] for name in ("function", "general", "up", "down"))
    return closed or not any(c.isalpha() for c in low) or low[0].isdigit()


@cache
def same_word(a: str, b: str) -> bool:
    """Whether two folded words are forms of one: "entered" and "entering", "lorries" and "lorry"."""
    return a == b or not bases(a).isdisjoint(bases(b)) or _derived(a, b) or not alike(a).isdisjoint(alike(b))


# What makes a noun of a verb or its doer, and the verb's own endings: "enrolment" and "enrolled".
_ENDINGS = re.compile(
    r"(?:ments?|ations?|ions?|ers?|ors?|ees?|als?|ances?|ings?|ures?|ar(?:y|ies)|l?led|l?ling|ed|es|s|e|)$"
)
_DOER, _DONE_TO = re.compile(r"(?:er|or|r)s?"), re.compile(r"e?es?")


def _derived(a: str, b: str) -> bool:
    """Whether one is made of the other or both of one verb: at least five letters, then endings of the closed list."""
    shared = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        shared += 1
    one, other = a[shared:], b[shared:]
    if any(_DOER.fullmatch(x) and _DONE_TO.fullmatch(y) for x, y in ((one, other), (other, one))):
        return False  # an employer is no employee
    return shared >= 5 and all(_ENDINGS.fullmatch(end) for end in (one, other))


def covers(label: Sequence[str], found: Sequence[str]) -> bool:
    """Whether every word of ``label`` has a form of itself in ``found``."""
    return all(any(same_word(word, other) for other in found) for word in label)


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as those of a text are read, so that "People's Bay" and "Marks & Tarn" are found in it."""
    lows = tuple(word.low for word in words(name, [Span(0, len(name))]))
    return lows[1:] if len(lows) > 1 and lows[0] == "the" else lows


def finds(name: str, found: Sequence[Word]) -> list[int]:
    """Where the words of ``name`` stand together in ``found``: the indexes of their first words."""
    parts = [*name_words(name)]
    if not parts:
        return []
    lows = [word.low for word in found]
    hits = [i for i in range(len(lows) - len(parts) + 1) if lows[i : i + len(parts)] == parts]
    if all(part in _lists()["function"] for part in parts):  # "US" is a name, "us" is not
        return [i for i in hits if all(word.capital for word in found[i : i + len(parts)])]
    return hits
