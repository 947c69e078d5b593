"""Comparison by reference: "the same number that …", "three times as many as", "compared with 600"."""

from __future__ import annotations

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.conversion import dimension
from onrecord.normalise.quantities.draft import Draft, Range
from onrecord.normalise.quantities.nouns import counted, phrase_end, relative_end
from onrecord.record import Relation

__all__ = ["link_comparisons"]

_WORDS = wordlists(__package__, "comparisons")
_SAME = _WORDS["same"]
_WITH = (
    "compared with",
    "compared to",
    "versus",
    "as against",
    "in comparison with",
    "as opposed to",
    "in contrast to",
)
_FROM = ("up from", "down from", "from", "and from", "increase from", "rise from")
_AFTER_COMMA = ("against", "up from", "down from", *_WITH)
"""What may follow its quantity after more of the clause and a comma: "40 boats came, down from 60"."""
_BESIDE: dict[Relation, tuple[str, ...]] = {
    "more": ("above", "more than", "higher than"),
    "less": ("below", "fewer than", "less than", "lower than", "short of"),
}
_REACH = 16
"""Tokens after a quantity in which what it is compared with is looked for."""
_MORE = _WORDS["more"]
_LESS = _WORDS["less"]


def link_comparisons(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give each draft what it is compared with: tokens and, where it is one, the other draft."""
    for k, draft in enumerate(drafts):
        after = drafts[k + 1] if k + 1 < len(drafts) else None
        if k + 2 < len(drafts) and drafts[k + 2].other is after:
            after = None  # "fell 7 points, from 11 to 4": the 11 belongs to the 4
        if draft.relation is None:
            _link(tokens, draft, after)


def _link(tokens: Tokens, draft: Draft, after: Draft | None) -> None:
    i = max(draft.noun.last if draft.noun else draft.last, draft.reach)
    if draft.number.form == "multiple" or (draft.unit_name == "time" and draft.unit == "1"):
        _set(draft, "times", _times(tokens, i), after)
        _of_multiple(tokens, draft)
        return
    if draft.number.form == "fraction" and tokens.word(i) == "as":
        _set(draft, "times", _times(tokens, i), after)  # "half as many as last year"
        return
    for first in (draft.noun.first if draft.noun else i, i):
        low = tokens.word(first)
        if low in _MORE or low in _LESS:
            level = dimension(draft.unit) != "length"  # not "120 m above the sea"
            _set(draft, "more" if low in _MORE else "less", _than(tokens, first, level=level), after)
            if draft.noun and draft.of and draft.of[0] == first:
                draft.of = first + 1, draft.of[1]
            return
    low, end = tokens.word(i), i
    if low == "in" and tokens.word(i + 2) == ",":
        i += 2  # "4.1% in June, down from 4.6%"
        low = tokens.word(i)
    i += low in (",", "(", "–", "-", "—")
    same = _same(tokens, i)
    if same:
        _set(draft, "same", same, after)
        return
    for forms, relation in ((_WITH, "with"), (_FROM, "from")):
        for form in forms:
            length = form.count(" ") + 1
            if _stands(tokens, i, form):
                if relation == "from" and not (after and after.first == i + length and _same_kind(draft, after)):
                    continue
                end = after.last if after and after.first == i + length else phrase_end(tokens, i + length)
                _set(draft, relation, (i, end) if end > i + length else None, after)  # type: ignore[arg-type]
                return
    _link_later(tokens, draft, after, end)


def _link_later(tokens: Tokens, draft: Draft, after: Draft | None, i: int) -> None:
    """What stands after the rest of the clause: "came, compared with 60 in May", "came, the same number as in May",
    and in a sentence of its own, "It is the same number that …"."""
    stop = min(len(tokens), i + _REACH, after.first if after else len(tokens))
    changes = draft.trend and draft.measure and after and _same_kind(draft, after)
    for j in range(i, stop):
        low = tokens.low[j]
        if low in (".", ";", "!", "?"):
            if tokens.word(j + 1) in ("it", "this", "that") and tokens.word(j + 2) in ("is", "was"):
                _set(draft, "same", _same(tokens, j + 3), after)
            return
        if low == "from" and changes and after and after.first == j + 1:
            _set(draft, "from", (j, after.last), after)  # "fell to 6% in May from 7%"
            return
        if low not in (",", "–", "—", "("):
            continue
        same = _same(tokens, j + 1)
        if same:
            _set(draft, "same", same, after)
            return
        form = next((form for form in _AFTER_COMMA if _stands(tokens, j + 1, form)), None)
        if form and after and _same_kind(draft, after) and _only_small(tokens, j + 2 + form.count(" "), after.first):
            _set(draft, "from" if form.endswith("from") else "with", (j + 1, after.last), after)
        if form:
            return
        beside = _beside(tokens, j + 1)
        if beside:
            _set(draft, *beside, after)
            return


def _beside(tokens: Tokens, i: int) -> tuple[Relation, Range] | None:
    """What an apposition sets the figure against: "well short of the 500 needed", "above the estimate"."""
    first = i + (tokens.word(i) in ("well", "far", "just", "still", "slightly", "much"))
    for relation, forms in _BESIDE.items():
        for form in forms:
            j = first + form.count(" ") + 1
            if _stands(tokens, first, form) and tokens.word(j) in ("the", "its", "their", "that", "last"):
                numbered = j + 2 if tokens.digits(j + 1) else j
                return relation, (i, max(phrase_end(tokens, numbered), numbered))
    return None


def _only_small(tokens: Tokens, first: int, last: int) -> bool:
    """Whether nothing stands in tokens ``[first, last)`` but at most one small word: "compared with the 600"."""
    return first == last or (first + 1 == last and tokens.word(first) in _SMALL)


_SMALL = frozenset(("the", "about", "around", "some", "only", "just"))


def _stands(tokens: Tokens, i: int, form: str) -> bool:
    return " ".join(tokens.low[i : i + form.count(" ") + 1]) == form


def _of_multiple(tokens: Tokens, draft: Draft) -> None:
    """The thing of "three times as many boats as in May" is the boats, not the times."""
    if not draft.noun or draft.relation != "times" or draft.reference is None:
        return
    first = draft.reference[0]
    if tokens.word(first) == "as":
        first += 1
    found = counted(tokens, first + 1) if tokens.word(first) in ("many", "more", "fewer") else None
    draft.of = (found.first, found.last) if found else None


def _same_kind(draft: Draft, after: Draft) -> bool:
    """Whether the second may be what the first changed from: not "raised $5 from two emails"."""
    if after.measure is None and after.noun is None:
        return True
    return draft.unit == after.unit and (draft.unit != "1" or draft.unit_name == after.unit_name)


def _same(tokens: Tokens, i: int) -> Range | None:
    """ "the same number that entered the town in only two days", "the same as last year" from token ``i``."""
    i += tokens.word(i) in ("roughly", "about", "exactly", "nearly", "almost", "also", "precisely")
    if tokens.word(i) != "the" or tokens.word(i + 1) != "same":
        return None
    if tokens.word(i + 2) in _SAME:
        return i, relative_end(tokens, i + 2)
    end = _phrase_after(tokens, i + 3) if tokens.word(i + 2) == "as" else i
    return (i, end) if end > i + 3 else None


def _phrase_after(tokens: Tokens, i: int) -> int:
    """The end of the phrase at token ``i``, which may have a preposition before it: "than in May"."""
    first = i + (tokens.word(i) in ("in", "at", "on", "during", "for"))
    end = phrase_end(tokens, first)
    return end if end > first else i


def _times(tokens: Tokens, i: int) -> Range | None:
    """What a multiple is of: "as many as last year", "the number in May", "more than its rival"."""
    if tokens.word(i) in ("in", "over", "within", "since", "during", "after"):  # "doubled in less than a year"
        return None
    for j in range(i + 1, min(i + 7, len(tokens))):
        if tokens.low[j] in (".", ",", ";"):
            break
        if tokens.low[j] in ("as", "than"):
            return i, max(_phrase_after(tokens, j + 1), j + 1)
    if tokens.word(i) == "what":
        return i, relative_end(tokens, i)
    if tokens.word(i) in ("the", "that", "its", "their", "his", "her", "those", "these", "this", "last"):
        return i, phrase_end(tokens, i)
    return None


def _than(tokens: Tokens, i: int, *, level: bool) -> Range | None:
    """What "more boats than last year", "higher than in May", "above the level of May" at token ``i`` goes back to."""
    for j in range(i + 1, min(i + 5, len(tokens))):
        if tokens.low[j] in (".", ",", ";"):
            break
        if tokens.low[j] == "than":
            return i, max(_phrase_after(tokens, j + 1), j + 1)
    end = phrase_end(tokens, i + 1) if level and tokens.word(i) in ("above", "below") else i
    return (i, end) if end > i + 1 else None


def _direction(draft: Draft, other: Draft) -> None:
    """Where only "from" says that it changed, the values say which way."""
    if draft.trend is None and draft.lower is not None and other.lower is not None and draft.unit == other.unit:
        draft.trend = "up" if draft.lower > other.lower else "down" if draft.lower < other.lower else None


def _set(draft: Draft, relation: Relation, found: Range | None, after: Draft | None) -> None:
    if found is None or found[1] <= found[0]:
        return
    draft.relation, draft.reference = relation, found
    if relation in ("same", "times"):
        return  # the words say what; a number among them ("in two days") is not the other side
    if after and found[0] <= after.first and after.last <= found[1] + 1 and after is not draft:
        draft.other = after
        if after.measure is None and after.noun is None and after.unit_name is None and draft.measure is None:
            after.unit_name, after.of = draft.unit_name, after.of or draft.of  # "compared with 600"
        if relation == "from":
            _direction(draft, after)
