"""What a quantity is of: the thing counted or measured, the whole of a share, ages."""

from __future__ import annotations

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.conversion import dimension
from onrecord.normalise.quantities.draft import Draft, Range
from onrecord.normalise.quantities.nouns import (
    AUXILIARIES,
    phrase_end,
    relative_end,
    sentence_start,
    singular,
    subject,
)
from onrecord.normalise.quantities.trends import change_before

__all__ = ["find_age", "find_share", "find_thing"]

_WORDS = wordlists(__package__, "things")
_PEOPLE = _WORDS["people"]
_PRONOUNS = _WORDS["pronouns"]
_ARTICLES = frozenset(("a", "an", "the", "its", "their"))
_NOT_IN_NAME = _WORDS["not_in_name"]
_AFTER_PERSON = _WORDS["after_person"]
_NOT_FIRST = _WORDS["not_first"]
_COUNT_WORDS = _WORDS["count_words"]
_RELATIVE = _WORDS["relative"]
_AFTER_HEAD = _WORDS["after_head"]
_VERBS = _WORDS["verbs"]
_STEPS = _WORDS["steps"]
_MOVES = _WORDS["moves"]


def find_age(tokens: Tokens, draft: Draft) -> bool:
    """Give a bare number the unit year where it is an age: "aged 35 to 55", "children under two"."""
    value = draft.upper if draft.upper is not None else draft.lower
    if draft.measure or draft.noun or value is None or not 0 < value < 130 or draft.number.scale != 1.0:
        return False
    if not (_aged(tokens, draft) or (draft.number.plain and value > 5 and _after_name(tokens, draft))):
        return False
    draft.unit, draft.unit_name = "a", "year of age"
    return True


def _aged(tokens: Tokens, draft: Draft) -> bool:
    """ "aged 35", "over the age of 21", "younger than 12", "children under two"."""
    i, first = draft.first, draft.number.first
    before = tokens.word(i - 1)
    if before in ("aged", "age", "ages") or (before in ("of", "than") and tokens.word(i - 2) == "age"):
        return True
    if tokens.word(first - 1) == "than" and tokens.word(first - 2) in ("younger", "older"):
        return True
    return draft.bounded and before in _PEOPLE and (draft.number.form == "words" or draft.number.plain)


_GROWN = _WORDS["grown"]


def _after_name(tokens: Tokens, draft: Draft) -> bool:
    """ "Ana Velde, 44, has left" and, where commas are lost, "Ana Velde 44 has left"."""
    first, after = draft.number.first, tokens.word(draft.last)
    comma = tokens.word(first - 1) == ","
    i = first - 2 if comma else first - 1
    if comma and tokens.word(i) in _GROWN and tokens.word(draft.last) == ",":
        return True  # "the man, 44, has left"
    if i < 0 or not tokens.proper(i) or tokens.gap(first) != 1:
        return False
    return after in (",", ".", ";") if comma else after in _AFTER_PERSON and draft.number.value > 15


def find_share(tokens: Tokens, draft: Draft) -> None:
    """The whole of a percentage, a fraction or a ratio: "less than 1% of what our people require"."""
    i = draft.last
    fraction = draft.number.form in ("fraction", "ratio") and draft.unit == "1"
    if draft.share or (draft.unit != "%" and not fraction):
        return
    if tokens.word(i) == "of":
        draft.share = _whole(tokens, i + 1)
    elif tokens.word(i) in _PARTS and tokens.word(i + 1) in ("of", "in"):
        draft.share = _whole(tokens, i + 2)  # "a 40% share of the market"
    elif fraction and (
        tokens.word(i) in ("the", "its", "their", "his", "her", "our", "all") or draft.number.form == "ratio"
    ):
        draft.share = _whole(tokens, i)
    elif tokens.word(draft.first - 1) == ",":
        draft.share = _whole_before(tokens, draft.first - 1)


_PARTS = frozenset(("share", "portion", "proportion", "part", "slice", "stake"))


def _whole_before(tokens: Tokens, comma: int) -> Range | None:
    """The whole that opens the sentence: "Of the boats in port, 40% sank"."""
    start = sentence_start(tokens, comma)
    first = start + 1
    if tokens.word(start) != "of" or comma - first > 14:
        return None
    return (first, comma) if phrase_end(tokens, first) == comma else None


def _whole(tokens: Tokens, i: int) -> Range | None:
    if tokens.word(i) in ("whom", "which"):
        return i, i + 1  # "10 per cent of which are new"
    if tokens.word(i) == "what":
        return i, relative_end(tokens, i)
    end = phrase_end(tokens, i)
    if end > i and tokens.word(end) in ("who", "that"):
        end = relative_end(tokens, end)
    named = any(low[0].isalpha() for low in tokens.low[i:end])  # not "half of 1 percent"
    return (i, end) if named else None


def find_thing(tokens: Tokens, draft: Draft) -> None:
    """The thing counted or measured, after the number, before it ("a target of 2%") or across the verb."""
    if draft.noun:
        draft.of = draft.noun.first, _modified(tokens, draft.noun.last)
        return
    draft.of = _measured(tokens, draft)
    if draft.of:
        return
    if draft.measure and not draft.bounded and draft.per is None and _attributive(tokens, draft):
        return
    draft.of = _named_before(tokens, draft) or _across(tokens, draft)
    if draft.of and (tokens.low[draft.of[1] - 1] in _PRONOUNS or tokens.low[draft.of[0]] in _NOT_FIRST):
        draft.of = None
    if draft.of and not draft.measure and draft.unit == "1" and draft.unit_name is None:
        draft.of = _count_of(tokens, draft, draft.of)


def _measured(tokens: Tokens, draft: Draft) -> Range | None:
    """ "410 tonnes of grain", "$5 worth of fish"; not "$5 of last year", "three days of rain"."""
    first = draft.last + 1 + (tokens.word(draft.last) == "worth")
    if not draft.measure or draft.share or tokens.word(first - 1) != "of":
        return None
    if dimension(draft.unit) in ("ratio", "time") or tokens.word(first) in ("last", "this", "next"):
        return None
    end = phrase_end(tokens, first)
    return (first, end) if end > first else None


def _modified(tokens: Tokens, last: int) -> int:
    """The end of a counted phrase with "of" and a relative clause: "trucks that entered the port"."""
    if tokens.word(last) in ("of",):
        end = phrase_end(tokens, last + 1)
        last = end if end > last + 1 else last
    if tokens.word(last) in _RELATIVE:
        return relative_end(tokens, last)
    return last


def _attributive(tokens: Tokens, draft: Draft) -> bool:
    """ "a 25% duty", "2.4-litre engine": the measured thing is the noun right after."""
    i, before = draft.last, tokens.word(draft.first - 1)
    hyphen = "-" in tokens.low[draft.number.last : draft.last]
    if not (before in _ARTICLES or hyphen) or not tokens.word(i).isalpha() or tokens.gap(i) != 1:
        return False
    if tokens.word(i) in _PRONOUNS:
        return False
    end = phrase_end(tokens, i, 8)
    if end > i:
        draft.of = i, end
    return end > i


def _named_before(tokens: Tokens, draft: Draft) -> Range | None:
    """ "a target of 2%", "an estimate for a rise of 200,000"."""
    last = draft.first - 1
    if tokens.word(last) != "of":
        return None
    first = last
    while first > max(0, last - 5) and _in_name(tokens, first - 1):
        first -= 1
    return (first, last) if first < last else None


def _in_name(tokens: Tokens, i: int) -> bool:
    low = tokens.low[i]
    return low.isalpha() and tokens.gap(i + 1) == 1 and low not in _NOT_IN_NAME and low not in AUXILIARIES


def _across(tokens: Tokens, draft: Draft) -> Range | None:
    """The subject of the verb before the quantity: "The number of trucks that entered the port is 1200"."""
    if _opens_with_verb(tokens, draft):
        return subject(tokens, draft.first)
    for j in range(draft.first, max(0, draft.first - 7), -1):
        low = tokens.low[j - 1]
        changed = change_before(tokens, j) and low not in _STEPS and not low.endswith("ly")
        if low in _VERBS or changed:
            before = tokens.word(j - 2)
            higher = low in ("higher", "lower") and (before in _MOVES or change_before(tokens, j - 1))
            return subject(tokens, j - 2 if higher else j - 1)  # "the rate edged lower to"
        if not (low in _STEPS or low.endswith("ly")):
            return None
    return None


def _opens_with_verb(tokens: Tokens, draft: Draft) -> bool:
    return tokens.low[draft.first] in AUXILIARIES or tokens.low[draft.first].startswith(("exceed", "surpass", "top"))


def _count_of(tokens: Tokens, draft: Draft, found: Range) -> Range:
    """Where the subject is "the number of trucks …", the trucks are the thing, and what is counted."""
    first, last = found
    first += tokens.word(first) in ("total", "overall")
    if tokens.word(first) not in _COUNT_WORDS or tokens.word(first + 1) != "of":
        return found
    head = first + 2
    while head + 1 < last and tokens.low[head + 1].isalpha() and tokens.low[head + 1] not in _AFTER_HEAD:
        head += 1
    draft.unit_name = singular(tokens.words[head])
    return first + 2, last
