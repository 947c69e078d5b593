"""Whether something is asserted, denied or left open: by the words round its predicate and what governs it.

A coarse reading of event factuality (Saurí and Pustejovsky 2009): own negation, modal verbs and adverbs; then up the
tree, at most :data:`_HIGH` steps, verbs that leave what they govern open (want, plan, believe), that deny it (fail,
refuse, prevent; Karttunen 1971), conditions and purposes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.claims.lexicon import (
    CONDITIONS,
    DENYING,
    DOUBTED,
    EXPECTED,
    MODALS,
    NEGATIONS,
    OPEN_NOUNS,
    OPENING,
    POSSIBLY,
    SHORT,
)
from onrecord.claims.words import Words
from onrecord.record import Factuality

__all__ = ["is_coming", "of_predicate", "of_word"]

_HIGH = 8
_WIDE = 40
"""Words hanging on one word that are looked at; no sentence that was written has more."""
_APOSTROPHES = ("'", "’")
_BELOW = frozenset(("nsubj", "nsubj:pass", "obj", "advmod", "aux", "part", "cop", "det"))
_GOVERNED = frozenset(("xcomp", "ccomp", "acl", "csubj", "conj", "advcl"))


def of_predicate(words: Words, predicate: int, read: Collection[int] = ()) -> Factuality:
    """The factuality of a predicate by its own negation, modal verb and adverbs.

    ``read`` are words that a figure's value already accounts for: "does not exceed 1,200" is at most 1,200.
    """
    negated, found = _own(words, predicate, read)
    if found in ("possible", "asserted", "future") and negated:
        # "could not" is denied, "may not" is as open as "may"; "unlikely" is left open either way
        return "possible" if found == "possible" and not _can(words, predicate) else "negated"
    return found


def is_coming(words: Words, predicate: int) -> bool:
    """Whether a predicate stands with "will" or "shall", denied or not."""
    return any(
        MODALS.get(words.low[kid], SHORT.get(words.low[kid])) == "future" and words.part[kid] == "AUX"
        for kid in words.kids[predicate][:_WIDE]
    )


def of_word(words: Words, word: int) -> Factuality:
    """The factuality of any word that names an event, by itself and by all that governs it in its sentence."""
    found = of_predicate(words, word)
    at = word
    for _ in range(_HIGH):
        if found != "asserted":
            return found
        if _is_open_clause(words, at):
            return "conditional"
        head, relation = words.head[at], words.relation[at]
        if head == at or relation not in _GOVERNED:
            return found
        low = words.low[head]
        if relation == "xcomp" and low in DENYING:
            return "negated"
        if (relation in ("xcomp", "acl") and low in OPENING) or (relation == "acl" and low in OPEN_NOUNS):
            return "possible"
        if relation == "ccomp" and low in DOUBTED:
            return "possible"
        if relation == "xcomp":
            above = of_predicate(words, head)
            if above != "asserted":
                return above
        at = head
    return found


def _own(words: Words, predicate: int, read: Collection[int]) -> tuple[bool, Factuality]:
    negated = False
    found: Factuality = "asserted"
    for word in _around(words, predicate):
        low = words.low[word]
        if low in NEGATIONS or (low == "t" and word and words.low[word - 1] in _APOSTROPHES):
            negated = negated or word not in read
        elif low in POSSIBLY:
            found = "possible"
        elif low in MODALS and words.part[word] == "AUX" and found == "asserted":
            found = MODALS[low]
        elif low in SHORT and found == "asserted":
            found = SHORT[low]
    low = words.low[predicate]
    if found == "asserted" and (low in EXPECTED or low == "going") and _has(words, predicate, "xcomp"):
        found = "future"
    elif found == "asserted" and low in POSSIBLY | {"possible", "conceivable", "unlikely"}:
        found = "possible"
    return negated, found


def _can(words: Words, predicate: int) -> bool:
    return any(words.low[kid] in ("could", "can", "couldn") for kid in words.kids[predicate])


def _has(words: Words, predicate: int, relation: str) -> bool:
    return any(words.relation[kid] == relation for kid in words.kids[predicate])


def _is_open_clause(words: Words, word: int) -> bool:
    """Whether a word heads a condition or a clause of purpose."""
    for kid in words.kids[word]:
        low = words.low[kid]
        if low in CONDITIONS and words.relation[kid] in ("mark", "advmod"):
            return True
        if low == "to" and words.part[kid] == "PART" and words.relation[word] == "advcl":
            return True
    return False


def _around(words: Words, predicate: int) -> Iterator[int]:
    for kid in words.kids[predicate][:_WIDE]:
        yield kid
        if words.relation[kid] in _BELOW:
            yield from (w for w in words.kids[kid][:_WIDE] if words.relation[w] in ("det", "advmod", "part", "aux"))
