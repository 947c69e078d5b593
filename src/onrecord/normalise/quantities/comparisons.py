"""Comparison by reference: "the same number that …", "three times as many as", "compared with 600"."""

from __future__ import annotations

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.draft import Draft, Range
from onrecord.normalise.quantities.nouns import phrase_end, relative_end
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
_MORE = _WORDS["more"]
_LESS = _WORDS["less"]


def link_comparisons(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give each draft what it is compared with: tokens and, where it is one, the other draft."""
    for k, draft in enumerate(drafts):
        after = drafts[k + 1] if k + 1 < len(drafts) else None
        if draft.relation is None:
            _link(tokens, draft, after)


def _link(tokens: Tokens, draft: Draft, after: Draft | None) -> None:
    i = max(draft.noun.last if draft.noun else draft.last, draft.reach)
    if draft.number.form == "multiple" or (draft.unit_name == "time" and draft.unit == "1"):
        _set(draft, "times", _times(tokens, i), after)
        return
    low = tokens.word(i)
    if low in _MORE or low in _LESS:
        _set(draft, "more" if low in _MORE else "less", _than(tokens, i), after)
        return
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
            if " ".join(tokens.low[i : i + length]) == form:
                if relation == "from" and not (after and after.first == i + length and _same_kind(draft, after)):
                    continue
                end = after.last if after and after.first == i + length else phrase_end(tokens, i + length)
                _set(draft, relation, (i, end) if end > i + length else None, after)  # type: ignore[arg-type]
                return


def _same_kind(draft: Draft, after: Draft) -> bool:
    """Whether the second may be what the first changed from: not "raised $5 from two emails"."""
    if after.measure is None and after.noun is None:
        return True
    return draft.unit == after.unit and (draft.unit != "1" or draft.unit_name == after.unit_name)


def _same(tokens: Tokens, i: int) -> Range | None:
    """ "the same number that entered the town in only two days" from token ``i``."""
    if tokens.word(i) == "the" and tokens.word(i + 1) == "same" and tokens.word(i + 2) in _SAME:
        return i, relative_end(tokens, i + 2)
    return None


def _times(tokens: Tokens, i: int) -> Range | None:
    """What a multiple is of: "as many as last year", "the number in May", "more than its rival"."""
    if tokens.word(i) in ("in", "over", "within", "since", "during", "after"):  # "doubled in less than a year"
        return None
    for j in range(i + 1, min(i + 7, len(tokens))):
        if tokens.low[j] in ("as", "than"):
            return i, max(phrase_end(tokens, j + 1), j + 1)
    if tokens.word(i) in ("the", "that", "its", "their", "his", "her", "what"):
        return i, phrase_end(tokens, i)
    return None


def _than(tokens: Tokens, i: int) -> Range | None:
    for j in range(i + 1, min(i + 4, len(tokens))):
        if tokens.low[j] == "than":
            return i, max(phrase_end(tokens, j + 1), j + 1)
    return None


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
        if relation == "from":
            _direction(draft, after)
