"""What a number in figures is: a day, a year, a decade, an ordinal, a clock time, or none of these."""

from __future__ import annotations

import re

from onrecord.normalise.times.lexicon import OTHER, Token, lexicon, symbol

__all__ = ["ERA_NEXT", "LOOK_BACK", "NAMED", "business", "number"]

_APOSTROPHES = "'’"


def number(text: str, match: re.Match[str]) -> Token:
    """The token of a number (groups ``number`` and ``suffix``) by its figures and what stands beside it."""
    start, end = match.span()
    digits, suffix = match["number"], match["suffix"]
    if suffix:
        return _suffixed(text, start, end, digits, suffix)
    if end < len(text) and (text[end].isalpha() or text[end] == "_"):
        return _glued(text, start, end, digits)
    if not digits.isdigit():
        plain = digits.replace(",", "")
        return Token(symbol("DECIMAL"), start, end, float(plain) if len(plain) < 12 else None)
    if len(digits) > 9:
        return Token(OTHER, 0, 0, None)
    military = _military(text, start, end)
    if military:
        return military
    name = _class_of(digits)
    if name == "D999" and digits[0] != "0":
        if _CIRCA.search(text[max(0, start - LOOK_BACK) : start]):
            name = "YEAR"
        elif _AS_YEAR.match(text, end):
            name = "OLDYEAR"
    elif name == "YEAR" and not _is_year(text, start, end, int(digits)):
        name = "BIG"
    return Token(symbol(name), start, end, int(digits))


# What is counted follows the number: "2000 trucks". Verbs and prepositions in -s are not nouns.
_COUNTED = re.compile(
    r"\s{1,9}(?:people|men|women|children|per\b|percent|troops"
    r"|(?!(?:was|is|has|as|this|its|plus|versus|vs|does|across|perhaps|thus|us|onwards|"
    r"afterwards|towards|always|years?|seasons?|elections?|earnings|results|revenues|profits|levels|figures|estimates"
    r"|prices|forecasts|budgets|accords|proceeds|dividends|talks|guidelines|standards|rules)\b)[a-z]{2,24}[^su\W]s)\b"
)
_DATED = re.compile(
    r"(?:\b(?:[12]\d{3} (?:and|or)|in|since|the|during|early|late|until|before|after|by|[QH][1-4]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)|['’]s|mid-) ?$"
    # "the third quarter of 2020 remains the lowest"; "half of 2000 trucks" is none
    r"|(?:rst|ond|ird|rth|nal|ast) (?:quarter|half) of $"
    r"|\b(?:summer|winter|spring|autumn|beginning|start|end|[Tt]he year)(?: of)? $"
    r"|(?:^|[^\w\s]\s?)From [12]\d{3} to $",
    re.I,
)
_OLD = re.compile(r"\b(?:in|since|until|year|circa|from|[A-Z][a-z]{2,8},?) ?$")
_CODED = re.compile(
    r"\b(?:no\.|nos\.|number|pages?|room|flight|article|section|resolution|route|highway|channel) $", re.I
)
NAMED = re.compile(r"(?<=[^.!?\s] )[A-Z][^\W\d_]* $")
LOOK_BACK = 16
_TO_YEAR = re.compile(r"[-–](?:1[0-9]|20)\d\d(?![\w,.-])")
_WORD = re.compile(r"[^\W\d_]+")
_BUSINESS = re.compile(r"[QqHh][1-4]\b")


def _is_year(text: str, start: int, end: int, value: int) -> bool:
    """Whether four figures from 1000 to 2199 are a year, by what stands beside them."""
    before = text[max(0, start - LOOK_BACK) : start]
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        word = _WORD.match(text, end + 1)
        joined = word is not None and lexicon().get(word.group().lower())
        if _BUSINESS.match(text, end + 1):
            return True
        if not joined or joined.symbol not in (symbol("MONTH"), symbol("QH")):
            return text[end + 1 : end + 5].lower() != "year" and 1700 <= value < 2100 and bool(_DATED.search(before))
    if _TO_YEAR.match(text, end):
        return value >= 1000
    if _COUNTED.match(text, end, end + 40) and not _DATED.search(before):
        return False
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return value < 2100
    if not 1500 <= value < 2100:
        return bool(_OLD.search(before)) and not _COUNTED.match(text, end, end + 40)
    if _CODED.search(before):
        return False
    named = NAMED.search(before)
    if named is None or named.group().strip().lower().rstrip(".") in lexicon():
        return True
    cited = "(" in before or text[end : end + 1] in (")", ";", ":")
    return named.group()[0].isupper() and cited and value >= 1900


_AT_HOUR = re.compile(
    r"(?:\b(?:at|by|from|between|until|till|around|about|before|after|since|to|and) |\b[0-2]\d[0-5]\d[-–])$", re.I
)
_HOURS = re.compile(r" ?(?:hours|hrs|h)\b")


def _military(text: str, start: int, end: int) -> Token | None:
    """ "at 0730", "by 1500 hours": a clock time in four figures."""
    if end - start != 4 or not ("00" <= text[start : start + 2] <= "23" and text[start + 2] < "6"):
        return None
    hours = _HOURS.match(text, end)
    if not (hours or text[start] == "0") or not _AT_HOUR.search(text[max(0, start - LOOK_BACK) : start]):
        return None
    return Token(
        symbol("CLOCK"), start, hours.end() if hours else end, f"{text[start : start + 2]}:{text[start + 2 : end]}"
    )


# Three figures that may be a year, as no noun follows, and those that a scholar's abbreviation makes one.
_AS_YEAR = re.compile(
    r"\s{0,9}(?:[.,;:!?)\]–—/-]|$)|\s{1,9}(?:and|to|or|when|while|until|he|she|they|it|the|by|at|[A-Z])\b|\s{1,9}[A-Z]"
)
_CIRCA = re.compile(r"(?<!\w)(?:c|ca|b|d|r|fl)\. ?$")


def _class_of(digits: str) -> str:
    value = int(digits)
    if len(digits) <= 2:
        return "D12" if 1 <= value <= 12 else "D31" if 13 <= value <= 31 else "D99"
    if len(digits) == 3:
        return "D999"
    if len(digits) == 4:
        return "YEAR" if 1000 <= value <= 2199 else "BIG"
    return "DIGITS" if len(digits) == 8 and "1800" <= digits[:4] <= "2199" else "BIG"


def _suffixed(text: str, start: int, end: int, digits: str, suffix: str) -> Token:
    if suffix in ("s", "'s", "’s"):
        before = text[start - 1 : start]
        old = len(digits) == 3 and ERA_NEXT.match(text, end)
        if digits.isdigit() and digits[-1] == "0" and (len(digits) in (2, 4) or old):
            if len(digits) == 2 and _OWN_AGE.search(text[max(0, start - LOOK_BACK) : start]):
                return Token(OTHER, 0, 0, None)
            quoted = start - 1 if len(digits) == 2 and before and before in _APOSTROPHES + "‘" else start
            return Token(symbol("DECADE"), quoted, end, digits)
        if suffix != "s" and digits.isdigit() and len(digits) == 4:
            return Token(symbol(_class_of(digits)), start, end - 2, int(digits))
        return Token(OTHER, 0, 0, None)
    value = int(digits) if digits.isdigit() and len(digits) < 3 else 0
    alone = 0 < value < 32 and _ALONE.match(text, end)
    return Token(symbol("LONEORD" if alone else "ORD") if value else OTHER, start, end, value)


ERA_NEXT = re.compile(r"\s?(?:BCE?|AD|CE|B\.C)\b")
# "in her late 30s" is an age.
_OWN_AGE = re.compile(r"\b(?:his|her|their|my|our|your) (?:(?:early|late|mid)[ -])?$", re.I)
# An ordinal that no noun follows may be a day of the month: "on the 18th."
_ALONE = re.compile(
    r"\s{0,9}(?:[.,;:!?)\n]|$)|\s{1,9}(?:and|at|but|for|from|he|I|in|it|she|that|the|they|this|to|was|we|were|with)\b"
)


def business(written: str, start: int, end: int) -> Token:
    """ "Q3", "3Q", "H1", "FY2023"."""
    digits = "".join(filter(str.isdigit, written))
    if written[0] not in "Ff":
        kind = ("half" if written[0] in "Hh" else "quarter", int(digits))
        return Token(symbol("QH") if kind[0] == "quarter" or kind[1] < 3 else OTHER, start, end, kind)
    year = int(digits)
    return Token(symbol("FY"), start, end, year if year > 99 else year - 10000)


_GLUED_UNIT = re.compile(r"(?:h|hrs?|mins?|secs?|days?|weeks?|months?|years?|yrs?)\b")
_GLUED = re.compile(r"[ap](?:m|\.\s?m)\b", re.I)


def _glued(text: str, start: int, end: int, digits: str) -> Token:
    """A number with letters at its end: a clock time ("9am"), else a name or a code."""
    if _GLUED.match(text, end) and digits.isdigit() and len(digits) <= 4:
        return Token(symbol(_class_of(digits)), start, end, int(digits))
    if _GLUED_UNIT.match(text, end) and len(digits) < 5:
        return Token(symbol("DECIMAL"), start, end, float(digits.replace(",", "")))
    return Token(OTHER, 0, 0, None)
