"""What bare numbers count: the noun after them, "one" and "several" on their terms, multiples."""

from __future__ import annotations

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.bounds import bound_after
from onrecord.normalise.quantities.draft import Draft
from onrecord.normalise.quantities.measures import rate_after
from onrecord.normalise.quantities.nouns import counted, sentence_start

__all__ = ["find_noun", "find_part"]

_WORDS = wordlists(__package__, "counts")
_BEFORE_ONE = _WORDS["before_one"]
_DETERMINERS = _WORDS["determiners"]
_AFTER_TWICE = _WORDS["after_twice"]
_AFTER_DOUBLED = _WORDS["after_doubled"] | {"-"}


def find_noun(tokens: Tokens, draft: Draft, *, ones: bool) -> bool:
    """Find the counted noun of a bare number; False where there is no quantity after all."""
    number = draft.number
    if number.form == "words" and number.value == 1.0 and number.last == number.first + 1:
        return _one(tokens, draft) and (ones or _in_every(tokens, draft))
    if draft.measure or number.form == "ratio" or (number.form == "fraction" and number.scale == 1.0):
        return True
    if number.form == "multiple":
        return _multiple(tokens, draft)
    if number.value == 0.0 and tokens.word(number.first) == "not":
        draft.noun = counted(tokens, draft.last, one=True)
        if draft.noun is None and tokens.word(draft.last) != "of":
            return False  # "not one did"
    if draft.noun is None:
        _counted(tokens, draft)
    if draft.noun:
        _name(tokens, draft)
        return True
    return number.form != "vague" or _vague_alone(tokens, draft)


def _one(tokens: Tokens, draft: Draft) -> bool:
    """ "one mosque", "one of the boats"; not "the one", "no one"."""
    if draft.measure:
        return True
    if tokens.word(draft.first - 1) in _BEFORE_ONE:
        return False
    i = draft.last + (tokens.word(draft.last) == "of")
    draft.noun = counted(tokens, i, one=i == draft.last)
    if draft.noun:
        _name(tokens, draft)
    return draft.noun is not None


def _in_every(tokens: Tokens, draft: Draft) -> bool:
    """ "one doctor per 10,000 people"."""
    rate = rate_after(tokens, draft.noun.last) if draft.noun else None
    return rate is not None and rate[1][0].isdecimal()


def _name(tokens: Tokens, draft: Draft) -> None:
    """The unit's name from the noun, and the bound after it: "5 boats or more"."""
    if draft.noun is None:
        return
    draft.unit_name = draft.noun.name
    after = bound_after(tokens, draft.noun.last)
    if after and not draft.bounded and tokens.word(draft.noun.last) in ("or", "and", "at"):
        draft.apply(after.effect)


def _vague_alone(tokens: Tokens, draft: Draft) -> bool:
    """A vague number without its noun: "in the thousands", "dozens more"; not "several"."""
    if tokens.word(draft.last) in ("of", "more"):
        return True
    before = tokens.word(draft.first - 1) in ("the", "in", "by", "for", "to")
    return before and tokens.low[draft.number.first] != "several"


def _counted(tokens: Tokens, draft: Draft) -> None:
    i, number = draft.last, draft.number
    if tokens.word(i) in ("-", "‑") and tokens.gap(i) == 0 and tokens.gap(i + 1) == 0 and number.plain:
        noun = counted(tokens, i + 1) or counted(tokens, i + 1, one=True)
        draft.noun = noun and noun._replace(last=i + 2, head=i + 1, name=tokens.low[i + 1])
        return
    if tokens.word(i) == "of":
        if number.form != "vague" and number.scale == 1.0:
            return
        i += 1
        while tokens.word(i) in _DETERMINERS:
            i += 1
    one = tokens.word(i) == "point" and abs(number.value) <= 1  # "0.1 point", "a quarter point"
    draft.noun = counted(tokens, i, one=one)


def _multiple(tokens: Tokens, draft: Draft) -> bool:
    """ "twice as many", "more than doubled", "tenfold"; "scored twice" and "doubled down" are none."""
    low, after = tokens.low[draft.number.first], tokens.word(draft.number.last)
    draft.unit_name = "time"
    if low in ("twice", "thrice"):
        return after in _AFTER_TWICE
    if low.endswith(("ed", "ing")):
        draft.trend = "down" if draft.number.value < 1.0 else "up"
        return after not in _AFTER_DOUBLED
    return True


def find_part(tokens: Tokens, draft: Draft, after: Draft) -> None:
    """ "15 of the 19 hijackers": the first number counts what the second one counts."""
    _part_of(tokens, draft, after)
    between = tokens.low[draft.last : after.first]
    part = draft.unit == "%" or draft.number.form in ("fraction", "ratio")
    if (
        part
        and after.measure
        and after.unit != "%"
        and draft.share is None
        and between[:1] == ["of"]
        and len(between) <= 2
    ):
        draft.share = (draft.last + 1, after.last)  # "4% of the $2.8 billion"
        return
    if draft.noun or draft.measure or not after.noun or between[:1] != ["of"] or len(between) > 3:
        return
    if all(word in _DETERMINERS for word in between[1:]):
        draft.unit_name, draft.share = after.noun.name, (draft.last + 1, after.noun.last)


def _part_of(tokens: Tokens, whole: Draft, part: Draft) -> None:
    """ "Of the 600 boats, 40 sank", "of the 600 crews asked, two-thirds": the second is a part of the first."""
    fraction = part.unit == "%" or part.number.form in ("fraction", "ratio")
    comma = part.first - 1
    if not whole.noun or part.noun or (part.measure and not fraction) or tokens.word(comma) != ",":
        return
    start = sentence_start(tokens, whole.first)
    opens = tokens.word(start) == "of" and 1 <= whole.first - start <= 3
    if opens and 0 <= comma - whole.noun.last <= 3 and "," not in tokens.low[whole.noun.last : comma]:
        part.share = start + 1, comma
        part.unit_name = part.unit_name if fraction else whole.noun.name
