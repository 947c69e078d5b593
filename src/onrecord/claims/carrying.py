"""What a clause takes over from the one that it was split from: times and actors that govern it too.

Little is carried, since a check may rely on it: an adverbial before the subject governs the clauses that follow in
its sentence ("In May, 40 ships came and 30 left"), a verb without a subject has that of the verb before, and what is
only set beside a figure ("40 in May, up from 30") is of the same things and, unless it names its own, of the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.claims.clauses import Clause
from onrecord.claims.items import Items, Mentioned
from onrecord.record import Time

__all__ = ["Carried", "carried"]

_MOST = 120
"""Words of a matrix clause that are looked at: several clauses may hang on one, each looking at it again."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Times and mentions of the matrix clause."""

    times: list[Time] = field(default_factory=list)
    mentions: list[Mentioned] = field(default_factory=list)


_THEM = frozenset(("it", "which", "whom", "them", "these", "those"))


def _of_them(items: Items, clause: Clause) -> bool:
    """Whether a clause tells a part of what the clause before tells the whole of: "of which 40 were blue"."""
    low = items.words.low
    return any(low[a] == "of" and low[b] in _THEM for a, b in zip(clause.words, clause.words[1:], strict=False))


def carried(items: Items, clause: Clause, own: Sequence[Time]) -> Carried:
    """What holds for ``clause`` too, whose own times are ``own``."""
    matrix = clause.matrix
    if matrix is None:
        return Carried()
    front = set(matrix.fronted)
    if clause.relation in ("apposition", "further", "participle"):
        scope, dated = list(matrix.words), set(matrix.words)
    elif clause.relation in ("shared", "relative") and matrix.predicate is not None:
        scope, dated = [word for word in matrix.words if word < matrix.predicate], front
    else:
        scope, dated = list(matrix.fronted), front
    if _of_them(items, clause):
        scope, dated = list(matrix.words), set(matrix.words)
    after = matrix.predicate is not None and bool(clause.words) and clause.words[0] > matrix.predicate
    if after and items.words.low[clause.words[0]] in ("when", "with"):
        dated = set(matrix.words)  # "May was the best month, with 300 sold"
        scope = list(dict.fromkeys([*scope, *matrix.words]))
    scope = scope[:_MOST]
    _, _, mentions = items.at(scope)
    _, times, _ = items.at([word for word in scope if word in dated])
    if after and items.words.low[clause.words[0]] == "when":
        times = times[-1:]  # "it was in May, when"
    return Carried(times if all(_relative(time) for time in own) else [], mentions)


def _relative(time: Time) -> bool:
    """Whether a time only counts from another one of the text: "a year earlier" says nothing of when by itself."""
    return time.duration is not None and time.anchor.startswith("t")
