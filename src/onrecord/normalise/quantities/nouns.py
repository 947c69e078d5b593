"""Noun phrases by rule: where a phrase ends, its head, the head's singular."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists

__all__ = [
    "Counted",
    "counted",
    "is_plural",
    "phrase_end",
    "relative_end",
    "sentence_start",
    "singular",
    "subject",
    "whole_words",
]


class Counted(NamedTuple):
    """A counted noun: tokens ``[first, last)`` with its modifiers, its head and the head's singular."""

    first: int
    last: int
    head: int
    name: str


_WORDS = wordlists(__package__, "nouns")
PREPOSITIONS = _WORDS["prepositions"]
AUXILIARIES = _WORDS["auxiliaries"]
_FUNCTION = _WORDS["function"]
_STOP = PREPOSITIONS | AUXILIARIES | _FUNCTION
_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "oxen": "ox", "fishermen": "fisherman", "policemen": "policeman",
    "firefighters": "firefighter", "criteria": "criterion", "phenomena": "phenomenon", "data": "data",
    "crises": "crisis", "analyses": "analysis", "lives": "life", "wives": "wife", "knives": "knife",
    "halves": "half",
    "leaves": "leaf", "wolves": "wolf", "thieves": "thief", "shelves": "shelf", "loaves": "loaf",
    "calves": "calf",
    "servicemen": "serviceman", "gunmen": "gunman", "chairmen": "chairman", "spokesmen": "spokesman",
    "businessmen": "businessman", "lawmakers": "lawmaker", "congressmen": "congressman", "buses": "bus",
    "movies": "movie", "ties": "tie", "cookies": "cookie", "zombies": "zombie", "selfies": "selfie",
    "indices": "index", "vertices": "vertex", "personnel": "personnel", "aircraft": "aircraft",
    "staff": "staff",
    "police": "police", "troops": "troop", "cattle": "cattle", "sheep": "sheep", "fish": "fish",
    "deer": "deer",
    "crew": "crew", "series": "series", "species": "species", "vehicles": "vehicle",
    "spacecraft": "spacecraft",
    "offspring": "offspring", "youth": "youth", "folk": "folk", "livestock": "livestock", "clergy": "clergy",
    "infantry": "infantry", "times": "time", "percent": "percent", "media": "medium", "bacteria": "bacterium",
    "taxis": "taxi", "bonuses": "bonus", "viruses": "virus", "campuses": "campus", "statuses": "status",
    "houses": "house", "horses": "horse", "nurses": "nurse", "courses": "course", "shoes": "shoe",
    "heroes": "hero",
    "potatoes": "potato", "tomatoes": "tomato", "torpedoes": "torpedo", "echoes": "echo", "vetoes": "veto",
}  # fmt: skip
_NOT_PLURAL = _WORDS["not_plural"]
_DETERMINERS = _WORDS["determiners"]
_LINKS = _WORDS["links"]
_NOT_OPENING = _WORDS["not_opening"] | {"."}
_EACH = frozenset(("each", "one", "none", "neither", "either"))
_NOT_MODIFYING = frozenset(("times", "people", "men", "women", "children"))
_INNER_SIGNS = frozenset("-'’&")
_NOT_LAST = _LINKS | _INNER_SIGNS | {"and", "the", "a", "an"}
_OPEN_PHRASE = _WORDS["open_phrase"]
_MODIFIERS = 6
"""A phrase longer than this before its head is a misreading."""


def singular(word: str) -> str:
    """The singular of an English noun in lower case.

    >>> [singular(word) for word in ("trucks", "cities", "boxes", "people", "glasses", "bus")]
    ['truck', 'city', 'box', 'person', 'glass', 'bus']
    """
    low = word.lower()
    if low in _PLURALS:
        return _PLURALS[low]
    if not is_plural(low):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    return low[:-1]


def is_plural(low: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if low in _PLURALS:
        return True
    return (len(low) > 2 and low[-1] == "s" and low[-2] not in "s'’u" and low not in _NOT_PLURAL) or low.endswith(
        "gnus"
    )


def counted(tokens: Tokens, first: int, *, one: bool = False) -> Counted | None:
    """The counted noun that begins at token ``first``: "European countries", "digital and physical sales".

    The head is the first plural; with ``one``, or without a plural, the last word before the phrase must end.
    """
    if tokens.word(first) in ("last", "next"):
        return None  # "compared with 600 last year"
    i, limit = first, min(len(tokens), first + _MODIFIERS)
    while i < limit:
        low = tokens.low[i]
        if _joins(tokens, i, first):
            i += 1
            continue
        if not low[0].isalpha() or tokens.gap(i) > 1 or _stops(tokens, i, first):
            break
        whole = _EACH & {tokens.word(first - 3), tokens.word(first - 4)}  # "each of the 40 boats carries"
        if is_plural(low) and not one and not _possessive(tokens, i) and (whole or not _modifies(tokens, i)):
            verb = i == first and tokens.word(i + 1) == tokens.word(i - 2) == "the"  # "the two share the border"
            return None if verb else _ended(tokens, first, i)
        if tokens.gap(i) == 0 and i > first and tokens.low[i - 1] != "-" and not tokens.digits(i - 1):
            break
        i += 1
    return _without_plural(tokens, first, i, one=one)


def _joins(tokens: Tokens, i: int, first: int) -> bool:
    """Whether token ``i`` only joins parts of the phrase: a hyphen, "and" between modifiers, a number."""
    low = tokens.low[i]
    if low == "-":
        return i > first and tokens.gap(i) == 0 and tokens.gap(i + 1) == 0
    if low in ("and", "&"):
        return i > first and _coordinated(tokens, i)
    if low == "'":
        return i > first and tokens.gap(i) == 0 and is_plural(tokens.low[i - 1])
    return low[0].isdecimal() and _inner_number(tokens, i, first)


def _stops(tokens: Tokens, i: int, first: int) -> bool:
    low = tokens.low[i]
    if i == first:
        return low in _STOP and low not in _OPEN_PHRASE
    return low in _STOP and tokens.word(i - 1) != "-"


def _modifies(tokens: Tokens, i: int) -> bool:
    """Whether a plural stands before another: "teachers unions"; a verb after it would not end in -s."""
    after = tokens.word(i + 1)
    apart = tokens.gap(i + 1) != 1 or not is_plural(after) or not tokens.words[i + 1].islower()
    return not apart and after not in _STOP and tokens.low[i] not in _NOT_MODIFYING


def _possessive(tokens: Tokens, i: int) -> bool:
    return tokens.low[i].endswith("'s") or (tokens.word(i + 1) == "'" and tokens.gap(i + 1) == 0)


def _coordinated(tokens: Tokens, i: int) -> bool:
    """Whether "and" joins two modifiers of one head: "digital and physical sales"."""
    for j in range(i + 1, i + 4):
        low = tokens.word(j)
        if not low.isalpha() or low in _STOP:
            return False
        if is_plural(low):
            return j > i + 1
    return False


def _inner_number(tokens: Tokens, i: int, first: int) -> bool:
    """A number inside a counted phrase: "Model 3 sedans", "250ml bottles"."""
    if tokens.gap(i + 1) == 0 and tokens.word(i + 1).isalpha():
        return True
    named = tokens.words[i - 1] if tokens.word(i - 1) not in _HYPHENS else tokens.words[i - 2]
    return i > first and not named.islower() and tokens.words[i].isdecimal()


def _ended(tokens: Tokens, first: int, head: int) -> Counted:
    return Counted(first, head + 1, head, singular(tokens.words[head]))


def _without_plural(tokens: Tokens, first: int, end: int, *, one: bool) -> Counted | None:
    """Heads without a plural: "one mosque", "12 page document" (pages), nothing for "200 wounded"."""
    while end > first and tokens.low[end - 1] in ("-", "and", "&"):
        end -= 1
    if end == first:
        return None
    if one:
        return _ended(tokens, first, end - 1)
    low = tokens.low[first]
    attributive = end - first >= 2 and not low.endswith(("ed", "ly", "ing", "al", "ic", "ive", "ous")) and len(low) > 2
    if attributive and not tokens.words[first][0].isupper():
        return _ended(tokens, first, first)
    return None


def phrase_end(tokens: Tokens, first: int, limit: int = 14) -> int:
    """The token after the noun phrase that begins at ``first``, with its "of" and "in" phrases."""
    i, end = first, min(len(tokens), first + limit)
    while i < end and _goes_on(tokens, i, first):
        i += 1
    while i > first and tokens.low[i - 1] in _NOT_LAST:
        i -= 1
    return i


def _goes_on(tokens: Tokens, i: int, first: int) -> bool:
    """Whether token ``i`` belongs to the noun phrase that begins at ``first``."""
    low, before = tokens.low[i], tokens.word(i - 1) if i > first else ""
    if low == ".":
        return bool(before) and _abbreviates(tokens, i)
    if before == "." and tokens.word(i - 2) in _TITLES:
        return low.isalpha()
    if low in _LINKS:
        return bool(before) and _starts_phrase(tokens, i + 1)
    if low in _DETERMINERS:
        return not before or before in _LINKS or before == "all"
    if low == "and":
        return bool(before) and _one_name(tokens, i)
    if low in _INNER_SIGNS:
        return bool(before) and tokens.gap(i) == 0
    if not low[0].isalnum() or (low in _STOP and not _month(tokens, i)):
        return False
    return not _verb_after(tokens, i, before)


def _one_name(tokens: Tokens, i: int) -> bool:
    """Whether "and" at ``i`` joins two names that end the phrase or go on with "of": not "in A and B rose"."""
    if not (tokens.proper(i - 1) and tokens.proper(i + 1)):
        return False
    last = i + 2
    while last < i + _MODIFIERS and tokens.proper(last) and tokens.gap(last) == 1:
        last += 1
    after = tokens.word(last)
    return not after[:1].isalnum() or after in PREPOSITIONS


def _verb_after(tokens: Tokens, i: int, before: str) -> bool:
    """Whether the word after a plural is its verb: "voters supported", "jobs depend directly"."""
    low = tokens.low[i]
    many = is_plural(before) or before.endswith("ese")  # a people: "Velese agreed"
    if not many or not low.isalpha() or not tokens.words[i].islower() or tokens.word(i - 2) == "-":
        return False
    return (low.endswith("ed") and len(low) > 4) or (tokens.word(i + 1).endswith("ly") and not is_plural(low))


def _abbreviates(tokens: Tokens, i: int) -> bool:
    """Whether the full stop at ``i`` belongs to the word before it: "Mr. Velde", "U.S. ports"."""
    before, after = tokens.words[i - 1], tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if tokens.gap(i) or not after[:1].isalpha():
        return False
    initial = len(before) == 1 and before.isupper() and (tokens.gap(i + 1) == 0 or after.islower())
    return initial or tokens.low[i - 1] in _TITLES


def _starts_phrase(tokens: Tokens, i: int) -> bool:
    low = tokens.word(i)
    return low[:1].isalpha() and (low not in _STOP or low in _DETERMINERS or _month(tokens, i))


def _month(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] == "May"


_HYPHENS = frozenset("-‐‑")
_PARTS = 16
"""Tokens of a hyphenated word that are looked at to either side; longer runs are no words."""


def whole_words(tokens: Tokens, found: tuple[int, int], own: tuple[int, int]) -> tuple[int, int] | None:
    """The phrase ``found`` without loose hyphens, and with the whole of a hyphenated word it begins or ends in.

    A word that hangs together with the number itself (tokens ``own``) is left to it: "a 46-page ruling" is
    46 pages of "ruling". None where nothing is left.
    """
    first, last = found
    while first < last and tokens.low[first] in _HYPHENS:
        first += 1
    while first < last and tokens.low[last - 1] in _HYPHENS:
        last -= 1
    start, lowest, highest = first, first - _PARTS, last + _PARTS
    while start > lowest and tokens.word(start - 1) in _HYPHENS and tokens.gap(start) == 0 == tokens.gap(start - 1):
        start -= 2
    if start < own[1] and own[0] < first and start < first:
        first += 1
        while first < highest and tokens.gap(first) == 0:
            first += 1
        last = max(last, phrase_end(tokens, first, 4) if tokens.gap(first) == 1 else first)
    else:
        first = start
    while last < highest and tokens.word(last) in _HYPHENS and tokens.gap(last) == 0 == tokens.gap(last + 1):
        last += 2
    return (first, last) if first < last else None


_SENTENCE_ENDS = frozenset(".!?;:")
_SUBORDINATORS = _WORDS["subordinators"]
_REPORTING = _WORDS["reporting"]
_TITLES = _WORDS["titles"]


def relative_end(tokens: Tokens, first: int, limit: int = 30) -> int:
    """The token after the clause that begins at ``first`` ("what the town requires", "that entered the
    port").

    It ends at punctuation, before a clause of its own, or before an auxiliary once the clause has its verb.
    """
    i, end = first + 1, min(len(tokens), first + limit)
    while i < end:
        low = tokens.low[i]
        if (
            not low[0].isalnum()
            and low not in ("-", "'", "’", "“", "”", "&")
            and not (low == "." and _abbreviates(tokens, i))
        ):
            break
        if (low in AUXILIARIES and i > first + 2 and not _month(tokens, i)) or (
            low in _SUBORDINATORS and i > first + 1
        ):
            break
        i += 1
    return i


def sentence_start(tokens: Tokens, i: int) -> int:
    """The first token of the sentence that holds token ``i``."""
    stop = max(0, i - 60)
    j = i
    while j > stop:
        low = tokens.low[j - 1]
        if low in _SENTENCE_ENDS and tokens.gap(j) > 0 and not (low == "." and len(tokens.word(j - 2)) < 2):
            break
        j -= 1
    return j


_OPENING = _WORDS["opening"]
_QUOTES = frozenset('“”"‘’«»()[]—–,;:')


def subject(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The phrase before the verb at token ``verb``, back to the clause's start: tokens ``[first, last)``."""
    start = sentence_start(tokens, verb)
    first, last = verb, verb
    while last > start and (
        tokens.low[last - 1] in AUXILIARIES or tokens.low[last - 1] in _ADVERBS or tokens.low[last - 1].endswith("ly")
    ):
        last -= 1
    first = last
    while first > start and last - first < 16:
        low = tokens.low[first - 1]
        if low in _QUOTES or (low in _OPENING and not _goes_back(tokens, first - 1, start)):
            break
        first -= 1
    verbs = [j for j in range(first + 1, last) if tokens.low[j] in AUXILIARIES]
    if verbs and tokens.low[verbs[-1] - 1] not in ("that", "who", "which"):
        last = verbs[-1]  # "is slated to cost": the subject stands before the first verb of the group
    while first < last and (tokens.low[first] in _NOT_OPENING or tokens.low[first][0].isdecimal()):
        first += 1
    return (first, last) if first < last and last - first < 16 else None


_ADVERBS = _WORDS["adverbs"]


def _goes_back(tokens: Tokens, i: int, start: int) -> bool:
    """Whether the subject goes on before token ``i``: a relative "that", "and" between two names."""
    return _relative(tokens, i, start) or (tokens.low[i] == "and" and tokens.proper(i - 1) and tokens.proper(i + 1))


def _relative(tokens: Tokens, i: int, start: int) -> bool:
    """Whether "that" at ``i`` is relative and inside the subject: "trucks that entered the port do"."""
    return (
        tokens.low[i] == "that"
        and i > start + 1
        and is_plural(tokens.low[i - 1])
        and tokens.low[i - 1] not in _NOT_PLURAL | _REPORTING
    )
