"""What a claim states of all the entities of a table at once: the highest of them, how many there are, their sum.

The claim is read as one row of signs: ``E`` for an entity that it names, ``Q`` for a figure, ``P`` for the words of the
property, ``N`` for the noun that the entities are (towns). Only claims whose every word then has its place in one of a
few closed patterns are read, so that nothing that narrows them is passed over. No name is in the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.evidence.asked import Context
from onrecord.evidence.gates import label_words, named
from onrecord.evidence.model import Entities, Series
from onrecord.evidence.wording import Word, covers, same_word, words
from onrecord.normalise.folding import fold
from onrecord.record import Quantity

__all__ = ["OfAll", "of_all", "speaks_of_others"]

Kind = Literal["top", "top_value", "count", "every", "total", "mean", "only", "spread", "each"]


@dataclass(frozen=True, slots=True)
class OfAll:
    """One thing stated of all entities of a table.

    *top*: ``entity`` has the greatest (``sign`` 1) or least (-1) value, or is in ``place``; *top_value*: that value is
    ``quantity``; *count*: ``quantity`` entities have what ``bound`` says; *every*: there are ``quantity`` entities;
    *total*, *mean*: the sum or mean of all is ``quantity``; *only*: ``entity`` alone has what ``bound`` says; *spread*:
    the greatest less the least is ``quantity``; *each*: ``entity`` has ``quantity``, one of several that are named.
    """

    kind: Kind
    quantity: Quantity | None = None
    bound: Quantity | None = None
    entity: str | None = None
    sign: int = 1
    place: int = 1


_MOST = "highest|most|largest|biggest|greatest|maximum"
_LEAST = "lowest|fewest|least|smallest|minimum"
_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
_S = rf"(?:(?P<place>{'|'.join(_PLACES)}) )?(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))"
_IS = r"(?:was|were|is|are|of|at|stood at|stands at)"
_HAD = r"(?:had|has|have|with|received|recorded|saw|reached)"
_ALL = r"(?: (?:of|for|in|by|among|across|per|out of)(?: (?:all|any|each|every))*(?: N)?)?"
_WITH = r"(?:with|had|has|have|(?:that|which|who|to) (?:had|has|have))"
_DID = rf"(?:{_WITH}|(?:(?:that|which|who) )?P)"
_THERE = r"(?:there (?:were|are) )?"
_OUT_OF = r"(?:out )?of (?:all )?(?:(?P<A>Q) )?"
_NAMED = r"(?:N )?(?P<E>E)(?: N)?"

_BY = r"(?: (?:was )?(?:by|from|for|in|at|of|against|recorded by|recorded in) (?:N )?(?P<E>E)(?: N)?)?"
_AT = r"(?: (?:of|with|at) (?P<Q>Q)(?: P)?)?"

_WORDED: tuple[tuple[Kind, str], ...] = (
    ("top", rf"{_S} P{_ALL} (?:{_IS} )?(?P<Q>Q){_BY}"),
    ("top", rf"(?P<Q>Q) (?:was|is) {_S} P{_ALL}"),
    ("top", rf"{_S} P{_ALL} (?:was|were|is|are) (?:by |in |for |from |at |that of )?{_NAMED}{_AT}"),
    ("top", rf"{_NAMED} {_HAD} {_S} P{_ALL}{_AT}{_ALL}"),
    ("top", rf"{_NAMED} (?:was|is) (?:N )?{_WITH} {_S} P{_AT}{_ALL}"),
    ("top", rf"N {_WITH} {_S} P (?:was|is) (?P<E>E){_AT}"),
    ("top", rf"{_NAMED} {_HAD} {_S} P{_ALL} {_HAD} (?P<Q>Q)(?: P)?"),
    ("count", rf"{_THERE}(?P<Q>Q) (?:{_OUT_OF})?N {_DID} (?P<B>Q) P"),
    ("count", rf"{_THERE}(?P<Q>Q) (?:{_OUT_OF})?N {_WITH} P (?:of |at |was |were )?(?P<B>Q)"),
    ("every", r"there (?:were|are) (?P<Q>Q) (?:different )?N(?: in total| overall| altogether)?"),
    ("total", rf"(?:combined |overall )?total P{_ALL} {_IS} (?P<Q>Q)"),
    ("total", r"there (?:were|are) total of (?P<Q>Q) P(?: (?:by|in|among|across|for)(?: all)? N)?"),
    ("total", rf"{_THERE}(?P<Q>Q) P (?:in total|overall|altogether|in all)"),
    ("total", rf"(?:all )?N {_HAD} (?:combined )?total of (?P<Q>Q) P"),
    ("mean", rf"(?:average|mean) P{_ALL} {_IS} (?P<Q>Q)"),
    ("mean", rf"N {_HAD} (?:average|mean) P of (?P<Q>Q)"),
    ("only", rf"{_NAMED} (?:was|is) only (?:N|one|1) {_WITH} (?P<B>Q) P"),
    ("only", rf"{_NAMED} (?:was|is) only (?:N|one|1) {_WITH} P (?:of |at )?(?P<B>Q)"),
    ("only", rf"only {_NAMED} (?:had|has|have) (?P<B>Q) P"),
    ("each", r"(?:both )?(?:N )?(?P<E>E) and (?P<F>E) (?:both |each |all )?(?:had|have|P) (?P<Q>Q) P"),
    ("spread", rf"difference between highest(?: P)? and lowest P{_ALL} (?:was|is) (?P<Q>Q)"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _WORDED)
_DROPPED = frozenset(("the", "a", "an", "just", "exactly"))
_SOFT = re.compile(r"\b(?:numbers?|amounts?|quantity|level)(?: of)? P\b|\bP figures?\b")
_JOINED = re.compile(r"\bP(?:(?: of| in| for| per)? P)+\b")

# A place in an order is no amount: the highest rank is the first. Whether "more" of it is better is not in its words.
_ORDERS = frozenset(("rank", "ranking", "position", "place", "number", "no", "seed", "round", "week", "order", "grade"))


@dataclass(frozen=True, slots=True)
class _Sign:
    sign: str
    entity: str | None = None
    quantity: Quantity | None = None


# Of others than the one that is named: no figure of this one alone can show it.
_OTHERS = re.compile(
    rf"\b(?:{_MOST}|{_LEAST}|longest|shortest|best|worst|only|all|every|each|both|others?|another|any|same|different|"
    r"except|ti(?:e|es|ed)|first|last|second|third|fourth|fifth|rank\w*)\b|(?:#|\bone) of\b"
)


def speaks_of_others(found: Context) -> bool:
    """Whether a claim says how one entity stands to all others, or says something of several at once, so that its own
    value alone neither shows nor refutes it: "the lowest rain, 40 mm, fell in Elsin", "one of three towns with a port".
    """
    return bool(_OTHERS.search(found.low))


def _signs(found: Context, series: Series, entities: Entities, values: Sequence[str], noun: str) -> list[_Sign]:
    """The claim as a row of signs; its words in lower case where they are none."""
    said = words(found.text, found.claim.parts)
    hits = {i: hit for hit in named(entities, values, said) for i in range(hit.first, hit.last)}
    own = set(label_words(series.property)) | set(label_words(series.counted or ""))
    known = {word for label in (series.property, *series.synonyms) for word in label_words(label)}
    kind = [fold(word) for word in noun.split()]
    made: list[_Sign] = []
    for i, word in enumerate(said):
        quantity = next((q for q in found.quantities if q.span.start <= word.span.start < q.span.end), None)
        if i in hits and hits[i].first < i:
            continue
        if i in hits:
            made.append(_Sign("E", hits[i].entity))
        elif quantity is not None:
            if not (made and made[-1].quantity is quantity):
                made.append(_Sign("Q", quantity=quantity))
        elif _is(word, own):
            made.append(_Sign("P"))
        elif _is(word, kind):
            made.append(_Sign("N"))
        elif _is(word, known):
            made.append(_Sign("P"))
        elif word.low not in _DROPPED:
            made.append(_Sign(word.low))
    return made


def _is(word: Word, known: Sequence[str] | set[str]) -> bool:
    return any(same_word(word.low, other) for other in known)


def of_all(found: Context, series: Series, entities: Entities, values: Sequence[str], noun: str) -> list[OfAll]:
    """What the claim states of all of ``values``, the entities of a table, by ``series``; all of it holds or the claim
    does not. Empty where any of its words has no place in a pattern.

    ``noun`` is what the entities are called ("town").
    """
    row = _signs(found, series, entities, values, noun)
    if sum(one.quantity is not None for one in row) != len(found.quantities) or found.times:
        return []
    labels = [label_words(label) for label in (series.property, *series.synonyms)]
    lows = [word.low for word in words(found.text, found.claim.parts)]
    stated = any(label and covers(label, lows) for label in labels)
    line = _JOINED.sub("P", _SOFT.sub("P", _JOINED.sub("P", " ".join(one.sign for one in row))))
    line = re.sub(r"\b(?:single |particular )?N(?: N)*\b", "N", re.sub(r"\bonly Q\b", "Q", line))
    for kind, pattern in _PATTERNS:
        match = pattern.fullmatch(line)
        if match and (stated or kind == "every"):
            return _read(kind, match, [one for one in row if one.sign in ("E", "Q")], series)
    return []


def _read(kind: Kind, match: re.Match[str], marks: Sequence[_Sign], series: Series) -> list[OfAll]:
    groups = match.groupdict()
    order = sorted((match.start(name), name) for name in ("E", "F", "Q", "B", "A") if groups.get(name))
    if [name in ("E", "F") for _, name in order] != [one.sign == "E" for one in marks]:
        return []  # more is named than the pattern has a place for
    by = {name: one for (_, name), one in zip(order, marks, strict=True)}
    quantity, bound = (by[name].quantity if name in by else None for name in ("Q", "B"))
    entity = by["E"].entity if "E" in by else None
    if kind in ("count", "every") and not _whole(quantity):
        return []
    if kind == "each":
        return [OfAll(kind, quantity, None, by[name].entity) for name in ("E", "F")]
    if "A" in by:
        return [OfAll(kind, quantity, bound), OfAll("every", by["A"].quantity)]
    if kind != "top":
        return [OfAll(kind, quantity, bound, entity)]
    if not _ORDERS.isdisjoint(label_words(series.property)) or not _amount(series):
        return []
    sign, place = 1 if groups["most"] else -1, _PLACES.get(groups["place"] or "", 1)
    made = [OfAll("top", None, None, entity, sign, place)] if entity is not None else []
    return [*made, OfAll("top_value", quantity, None, None, sign, place)] if quantity else made


def _amount(series: Series) -> bool:
    return not any(fold(word) in _ORDERS for word in series.property.split()[-1:])


def _whole(quantity: Quantity | None) -> bool:
    """Whether a figure counts something: whole, and without a unit."""
    if quantity is None or quantity.unit != "1":
        return False
    return all(end is None or end == int(end) for end in (quantity.lower, quantity.upper))
