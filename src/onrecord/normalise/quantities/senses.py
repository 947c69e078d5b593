"""What a bare number is when it is no quantity: a year, a date, a clock, a name, a score, a list number."""

from __future__ import annotations

from onrecord.normalise.numbers import Number, Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.numbers.words import LETTER_SCALES
from onrecord.normalise.quantities.codes import coordinate, edition, identifier, place
from onrecord.normalise.quantities.nouns import counted, is_plural

__all__ = ["are_years", "chained", "is_score", "other_sense"]

_WORDS = wordlists(__package__, "senses")
MONTHS = _WORDS["months"]
_WEEKDAYS = _WORDS["weekdays"]
_CLOCK = _WORDS["clock"]
_DESIGNATORS = _WORDS["designators"]
_NOT_DESIGNATORS = _WORDS["not_designators"]
_STREETS = _WORDS["streets"]
_STREETS_FIRST = _WORDS["streets_first"]
_YEAR_BEFORE = _WORDS["year_before"]
_NOT_NAMES = _WORDS["not_names"]
_PERSON_AFTER = _WORDS["person_after"]


def other_sense(tokens: Tokens, number: Number, *, measured: bool, bounded: bool, joined: bool, money: bool) -> bool:
    """Whether ``number`` is no quantity.

    ``measured`` says that a unit or a currency stands with it, ``money`` that a currency stands before it,
    ``bounded`` that words bound it ("more than"),
    ``joined`` that it ends a range.
    """
    first, last = number.first, number.last
    if not joined and _glued(tokens, number, measured=measured, money=money):
        return True
    if coordinate(tokens, number) or (number.form == "words" and place(tokens, number)):
        return True
    if number.form not in ("digits", "words") or number.scale not in (1.0, 100.0):
        letter = tokens.low[last - 1] in LETTER_SCALES and tokens.gap(last - 1) == 0
        return letter and not money and _designated(tokens, first)  # "Figure 3b"
    if _calendar(tokens, number, measured=measured):
        return True
    if measured:
        return False
    if number.form == "words":
        return _idiom(tokens, number)
    if tokens.words[first][0] == "0" and len(tokens.words[first]) > 1 and number.plain:
        return True
    if tokens.word(first - 1) == "[" and tokens.word(last) == "]":
        return True
    if joined:
        return number.plain and _designated(tokens, first)
    if bounded:
        return False
    if not number.plain:
        return number.form == "digits" and "." in tokens.words[first] and edition(tokens, first)
    grouped = tokens.word(first - 1) == "of" and tokens.word(first - 2) == "group" and tokens.words[first - 2][0] == "G"
    return (
        grouped
        or len(tokens.words[first]) > 12  # an identifier
        or _year(tokens, number)
        or _designated(tokens, first)
        or _named(tokens, number)
        or _address(tokens, last)
        or _listed(tokens, number)
        or identifier(tokens, first)
    )


def _glued(tokens: Tokens, number: Number, *, measured: bool, money: bool) -> bool:
    """Written together with letters, slashes, dots: "F-16", "3D", "22nd", "/2004/", "v2"."""
    first, last = number.first, number.last
    if tokens.gap(first) == 0 and first > 0 and _glued_before(tokens, number, measured=measured, money=money):
        return True
    if tokens.gap(last) or measured or last >= len(tokens):
        return False
    after = tokens.low[last]
    clock = after == ":" and tokens.digits(last + 1) and tokens.gap(last + 1) == 0
    return after[0].isalpha() or after in ("_", "@", "/") or clock


def _glued_before(tokens: Tokens, number: Number, *, measured: bool, money: bool) -> bool:
    """Whether what is written on before the number makes it part of something else."""
    i = number.first - 1
    before, tight = tokens.low[i], tokens.gap(i) == 0
    if before[-1].isalpha() or before == "_":
        return not money
    if before in _SIGNS_BEFORE:
        either = before == "/" and tokens.word(i - 1) == "-"
        return not (measured or either)
    if before in ("-", "‑"):  # "TA-35"; not "to-260,000"
        return tight and tokens.word(i - 1)[-1:].isalpha() and tokens.word(i - 1) not in _BEFORE_HYPHEN
    if before == "=":
        return tight and tokens.word(i - 2) in ("?", "&")
    return before in ("'", "’", "‘") and number.plain and len(tokens.words[number.first]) == 2


_SIGNS_BEFORE = frozenset("#@/\\№&.)")
_BEFORE_HYPHEN = frozenset(("to", "and", "or", "than", "over", "sub", "plus", "about", "under"))


def _calendar(tokens: Tokens, number: Number, *, measured: bool) -> bool:
    first, last = number.first, number.last
    before, after = tokens.word(first - 1), tokens.word(last)
    if before == ".":
        before = tokens.word(first - 2) if tokens.word(first - 2) in MONTHS else before
    if number.value == int(number.value) and 1 <= number.value <= 31 and not measured:
        month = before in MONTHS and before not in ("may", "march", "mar")
        proper = before in ("may", "march", "mar") and tokens.words[first - 1][0].isupper() and tokens.gap(first) <= 1
        if month or proper or (after in MONTHS and tokens.words[last][0].isupper()):
            return True
        if after == "of" and tokens.word(last + 1) in MONTHS and tokens.words[last + 1][0].isupper():
            return True
    if after in _CLOCK and (not measured or after in ("pm", "am")):
        return True
    if (
        after in ("a", "p")
        and tokens.word(last + 1) == "."
        and tokens.word(last + 2) == "m"
        and tokens.gap(last + 1) == 0
    ):
        return True
    return (
        tokens.word(last) == ":" and tokens.digits(last + 1) and tokens.gap(last + 1) == 0 and tokens.gap(last) == 0
    ) or (
        tokens.word(first - 1) == ":"
        and tokens.digits(first - 2)
        and tokens.gap(first) == 0
        and tokens.gap(first - 1) == 0
    )


_IDIOMS = {
    ("one", "another"),
    ("one", "day"),
    ("one", "time"),
    ("zero", "sum"),
    ("zero", "in"),
    ("one", "thing"),
    ("one", "point"),
}


def _idiom(tokens: Tokens, number: Number) -> bool:
    low, after = tokens.low[number.first], tokens.word(number.last)
    i = number.first
    if tokens.words[i][0].isupper() and i > 0 and tokens.words[i - 1][0].isupper() and not _sentence_initial(tokens, i):
        return True  # "the Big Ten", "Kick Six"
    if after == "-" and tokens.gap(number.last) == 0:
        return True  # "two-state", "three-way"
    if (low, after) in _IDIOMS or low == "nil":
        return True
    if tokens.word(i - 1) == "of" and i > 1 and tokens.words[i - 2][0].isupper() and tokens.words[i][0].isupper():
        return True  # "the Group of Seven"
    return (tokens.word(number.first - 1) == "-" and tokens.gap(number.first) == 0) or _designated(tokens, number.first)


def _year(tokens: Tokens, number: Number) -> bool:
    """A bare four-digit integer that is a year, by what stands around it; "1200 trucks" is none."""
    if len(tokens.words[number.first]) != 4 or not 1000 <= number.value <= 2200:
        return False
    before, after = tokens.word(number.first - 1), tokens.word(number.last)
    modern = 1900 <= number.value <= 2050
    if before in MONTHS or before in _WEEKDAYS or (before in (",", ".") and tokens.digits(number.first - 2)):
        return True
    noun = counted(tokens, number.last)
    if modern:
        alone = _sentence_initial(tokens, number.first) and number.value % 100 == 0  # "2000 trucks left"
        counts = alone or before.endswith("ed") or before in _COUNTING
        return not (noun and noun.last == number.last + 1 and counts)
    if after in ("ad", "bc", "bce", "ce"):
        return True
    return noun is None and before in _YEAR_BEFORE and before not in ("to", "of", "the", "and", "for", "this", "last")


_COUNTING = _WORDS["counting"]


def _designated(tokens: Tokens, first: int) -> bool:
    """After a word that numbers things: "chapter 5", "No. 10", "Highway 6"."""
    before = tokens.word(first - 1)
    if before == "." and tokens.gap(first - 1) == 0:
        return tokens.word(first - 2) in (
            "no",
            "nos",
            "p",
            "pp",
            "vol",
            "fig",
            "art",
            "sec",
            "ch",
            "par",
            "ver",
        )
    if _designator(before):
        return tokens.gap(first) == 1 and tokens.word(first - 2) not in _POINTING  # "last week 345 people came"
    j = first - 1
    while tokens.word(j) in _LIST_SIGNS or (tokens.digits(j) and j > first - 12 and tokens.words[j].isdecimal()):
        j -= 1
    listed = any(tokens.digits(i) for i in range(j + 1, first))  # not "last week, 345 came"
    return listed and before in _LIST_SIGNS and _designator(tokens.word(j)) and not counted(tokens, first + 1)


_POINTING = frozenset(("last", "this", "past", "previous", "that", "per", "each", "every", "a"))
_LIST_SIGNS = frozenset((",", "and", "or", "&", "–", "-", "to", "through", "thru"))


def _designator(word: str) -> bool:
    return word in _DESIGNATORS or (word.endswith("s") and word[:-1] in _DESIGNATORS and word not in _NOT_DESIGNATORS)


def _sentence_initial(tokens: Tokens, i: int) -> bool:
    return (
        i == 0
        or tokens.word(i - 1) in (".", "!", "?", ":", "“", '"', "‘", "•", "-", "–", "—", ";", "(")
        or "\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]
    )


def _named(tokens: Tokens, number: Number) -> bool:
    """Right after a capitalised word: part of its name, unless it counts or is an age."""
    i = number.first - 1
    if i < 0 or tokens.gap(number.first) != 1 or tokens.low[i] in _NOT_NAMES:
        return False
    inner = tokens.words[i][0].isalpha() and not tokens.words[i].islower()  # a capital further on: "iPhone 11"
    if not (tokens.proper(i) or inner):
        return False
    if tokens.low[i] in MONTHS or tokens.low[i] in _WEEKDAYS:
        return False
    noun = counted(tokens, number.last)
    if _sentence_initial(tokens, i) and noun:
        return False
    if tokens.word(number.last) in _PERSON_AFTER and tokens.proper(i - 1) and 15 < number.value < 110:
        return False
    return not (noun and noun.name in ("person", "man", "woman", "child", "time"))


def _address(tokens: Tokens, last: int) -> bool:
    """Before a street's name: "358 El Camino Way", "9 E 71st St"."""
    if not (last < len(tokens) and (tokens.words[last][0].isupper() or tokens.digits(last))):
        return False
    if tokens.low[last] in _STREETS_FIRST and tokens.words[last + 1 : last + 2] and tokens.words[last + 1][0].isupper():
        return True
    for i in range(last, min(last + 5, len(tokens))):
        if not (
            tokens.words[i][0].isupper() or tokens.words[i][0].isdecimal() or tokens.low[i] in ("st", "nd", "rd", "th")
        ):
            return False
        if tokens.low[i] in _STREETS and tokens.words[i][0].isupper() and i > last:
            return True
    return False


def _listed(tokens: Tokens, number: Number) -> bool:
    """A list number ("1. ", "2) ", "(3)") or a citation ("[4]")."""
    first, last = number.first, number.last
    before, after = tokens.word(first - 1), tokens.word(last)
    enclosed = before == "(" and after == ")" and tokens.word(first - 2) != "("
    if (enclosed and number.value <= 30) or (before == "[" and after == "]"):
        return True
    line_start = first == 0 or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    return (
        line_start
        and after in (".", ")")
        and tokens.gap(last) == 0
        and tokens.gap(last + 1) > 0
        and last + 1 < len(tokens)
    )


_JOINTS = frozenset("-–—/.:−")


def chained(tokens: Tokens, numbers: list[Number]) -> set[int]:
    """Indices of numbers in one chain of signs: telephone numbers, dates, machine addresses, clocks."""
    found: set[int] = set()
    run = [0] if numbers else []
    for k in range(1, len(numbers) + 1):
        if k < len(numbers) and _joined(tokens, numbers[k - 1], numbers[k]):
            run.append(k)
            continue
        if len(run) > 2:
            found.update(run)
        run = [k]
    return found


def _joined(tokens: Tokens, a: Number, b: Number) -> bool:
    last, first = a.last, b.first
    if tokens.words[first] in _JOINTS:  # the sign that was read as a minus
        return first == last and tokens.gap(last) == 0
    one = first == last + 1 and tokens.words[last] in _JOINTS and tokens.gap(last) == 0 and tokens.gap(first) == 0
    return one and a.form == b.form == "digits"


_GAMES = _WORDS["games"]


def are_years(tokens: Tokens, a: Number, b: Number) -> bool:
    """Whether the two ends of a range without a unit are years: "between 2014 and 2017"."""
    if not (a.plain and b.plain and len(tokens.words[a.first]) == len(tokens.words[b.first]) == 4):
        return False
    noun = counted(tokens, b.last)
    counts = noun is not None and (noun.last == b.last + 1 or noun.name == "person")
    return 1400 <= a.value < b.value <= 2200 and not counts


def is_score(tokens: Tokens, a: Number, b: Number) -> bool:
    """Whether two numbers joined by a dash are a score, a vote or a span of years rather than a range."""
    if not (a.plain and b.value == int(b.value) and a.scale == b.scale == 1.0):
        return False
    if len(tokens.words[a.first]) == 4 and 1900 <= a.value <= 2100:
        return b.value < 100 or 1900 <= b.value <= 2100
    if a.value >= b.value:
        return True
    if a.value > 200:
        return False
    around = {tokens.word(i) for i in range(a.first - 6, b.last + 3)}
    noun = tokens.word(b.last)
    return bool(around & _GAMES) and not is_plural(noun)
