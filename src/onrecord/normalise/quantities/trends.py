"""Rises and falls: "rose by", "down 0.1 per cent", "an increase of", "+0.2%"."""

from __future__ import annotations

from onrecord.normalise.numbers import Tokens
from onrecord.record import Trend

__all__ = ["change_before", "trend_of"]


def _forms(*groups: str) -> frozenset[str]:
    return frozenset(word for group in groups for word in group.split())


_UP = _forms(
    "rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing gain gains gained gaining",
    "jump jumps jumped jumping surge surges surged surging soar soars soared soaring grow grows grew grown growing rally rallied",
    "advance advances advanced advancing boost boosts boosted boosting add adds added adding hike hiked",
    "expand expands expanded expanding strengthen strengthened rebound rebounded rebounding spike spiked leap leapt leaped swell",
    "swelled accelerate accelerated appreciate appreciated inch inched edge edged ballooned skyrocketed swelling upped lift lifted",
)
_DOWN = _forms(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased",
    "decreasing slip slips slipped slipping slide slides slid sliding plunge plunges plunged plunging tumble tumbles tumbled",
    "tumbling sink sinks sank sunk sinking dip dips dipped dipping lose loses lost losing shrink shrinks shrank shrunk shrinking",
    "cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering slash slashed slashing plummet plummeted",
    "slump slumps slumped slumping shed sheds ease eased easing weaken weakened retreat retreated crash crashed contract contracted",
    "trim trimmed slumped narrowed cooled slowed softened dwindled halved deflated trimming shaved",
)
_RAISE = _forms("raise raises raised raising")
"""To raise three million is no rise; to raise a rate by or to three per cent is."""
_NOUN_UP = _forms("increase rise gain jump surge growth hike climb expansion rally boost leap spike uptick upswing raise")
_NOUN_DOWN = _forms("decrease fall drop decline reduction cut loss dip plunge slump slide contraction downturn discount")
_PHRASAL = _forms(
    "make makes made making give gave take takes took taking pick picked set sets setting end ended come came sign signed use used",
    "put hold show turn break open clean pay paid line built build snap snapped buy bought split eat back call called write",
)
"""Verbs after which "up" and "down" belong to the verb: "makes up a third"."""
_STEPS = _forms("by to from further again back slightly up down another a about around just only nearly almost some as much well over")
_AFTER_UP = _forms("higher up")
_AFTER_DOWN = _forms("lower down")


def change_before(tokens: Tokens, i: int) -> Trend | None:
    """The direction of the verb of change that ends right before token ``i``, adverbs and particles aside."""
    j = i - 1
    for _ in range(4):
        low = tokens.word(j)
        if low in ("up", "down"):
            if tokens.word(j - 1) in _PHRASAL:
                return None
            return "up" if low == "up" else "down"
        if low in _UP or low in _DOWN:
            ambiguous = low in ("edge", "edged", "inch", "inched") and tokens.word(j + 1) in ("down", "lower")
            return "down" if low in _DOWN or ambiguous else "up"
        if low in ("higher", "lower"):
            return "up" if low == "higher" else "down"
        if not (low in _STEPS or low.endswith("ly")):
            return None
        j -= 1
    return None


def trend_of(tokens: Tokens, first: int, last: int, *, amount: bool) -> Trend | None:
    """The trend of a quantity written in tokens ``[first, last)``; ``amount``: it has a unit or a large number."""
    before = tokens.word(first - 1)
    if before in ("up", "down") and not amount:
        return None  # "gave up 517 yards"
    if before == "from":
        return None
    if before == "to" and tokens.word(first - 2) in ("%", "percent", "cent", "points"):
        return None
    found = change_before(tokens, first)
    if found:
        return found
    if before in ("by", "to") and (before == "by" or tokens.word(first - 2) not in ("up", "down")):
        return _clause_verb(tokens, first - 1)
    if before in ("of", "in") and tokens.word(first - 2) in _NOUN_UP:
        return "up"
    if before in ("of", "in") and tokens.word(first - 2) in _NOUN_DOWN:
        return "down"
    after = tokens.word(last)
    if after in _AFTER_UP or (amount and after in _NOUN_UP):
        return "up"
    if after in _AFTER_DOWN or (amount and after in _NOUN_DOWN):
        return "down"
    return None


def _clause_verb(tokens: Tokens, i: int) -> Trend | None:
    """The verb of change within the clause before "by": "hiked its key rate by"."""
    for j in range(i - 1, max(-1, i - 9), -1):
        low = tokens.low[j]
        if low in (",", ".", ";", "and", "but"):
            return None
        if low in _UP or low in _RAISE:
            return "up"
        if low in _DOWN:
            return "down"
    return None
