"""Text to tokens that may belong to a time expression, each with its symbol; everything else is ``OTHER``."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from onrecord.normalise.times.holidays import NAMES
from onrecord.normalise.times.lexicon import OTHER, abbreviation, lexicon, needs_capital, symbol

__all__ = ["Token", "clusters"]


class Token(NamedTuple):
    """A symbol with its place in the text and what it stands for."""

    symbol: str
    start: int
    end: int
    value: Any


# Every alternative begins with another kind of character or is bounded in length, so the scan is linear.
_TOKEN = re.compile(
    r"(?P<dotted>(?<![^\W\d_])[AaPpBb]\.\s?[MmCcDd]\b\.?(?:E\.?)?)"
    r"|(?P<business>\b(?:[QqHh][1-4]|[1-4]Q|FY\s?['’]?(?:\d\d){1,2})\b)"
    r"|(?P<word>[oO]['’]clock\b|[^\W\d_]+)"
    r"|(?P<iso>\d{4}-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?)?(?!\w|-\d))"
    r"|(?P<numeric>\d{1,4}/\d{1,2}/\d{1,4}(?![\w/])|\d{1,4}(?P<bar>[.-])\d{1,2}(?P=bar)\d{1,4}(?![\w/-]))"
    r"|(?P<clock>[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?(?=\s?[AaPp]\.?\s?[Mm]\b)|"
    r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<stroke>\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?P<suffix>(?:st|nd|rd|th|s|['’]s)(?!\w))?"
    r"|(?P<break>\n[^\S\n]*\n)"
    r"|(?P<short>['’‘]\d\d(?!\w))"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<mark>[^\w\s])"
)
_MARKS = {
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "—": "LONGDASH",
    "‑": "DASH",
    "/": "SLASH",
    "@": "AT",
    "~": "DASH",
}
_MARK_SYMBOLS = {mark: symbol(name) for mark, name in _MARKS.items()}
_APOSTROPHES = "'’"
_MONEY = frozenset("$£€¥₪₹%#§№")
_CLUSTER = re.compile(r"[^.]+")
_ANCHORS = [
    "MONTH",
    "LOWMONTH",
    "WEEKDAY",
    "WEEKDAYS",
    "WEEKDAYWORD",
    "LATEST",
    "ENDOF",
    "SHORTDAY",
    "DAYPARTS",
    "LONEORD",
    "RECENT",
    "CURRENT",
    "FUTURE",
    "PAST",
    "UNIT",
    "UNITS",
    "TICK",
    "TICKS",
    "SECOND",
    "SEASON",
    "DAYPART",
    "NOON",
    "TODAY",
    "TONIGHT",
    "OFTEN",
    "VAGUE",
    "HOLIDAY",
    "YEAR",
    "OLDYEAR",
    "ISO",
    "NUMERIC",
    "CLOCK",
    "QH",
    "FY",
    "VAGUE",
    "MOMENTWORD",
    "STROKE",
    "DECADE",
    "AMPM",
    "OCLOCK",
    "TENTIES",
    "ERA",
    "TEENS",
    "TENS",
    "DIGITS",
]
_ANCHOR = re.compile("[" + "".join(map(symbol, _ANCHORS)) + "]")


def clusters(text: str) -> list[list[Token]]:
    """Runs of neighbouring tokens that hold at least one word of time.

    A run that a mark or the end of the text closes ends with the token ``STOP``, so that the grammar can tell
    "on the twelfth." from "on the twelfth floor".
    """
    tokens = _scan(text)
    line = "".join([token.symbol for token in tokens])
    found = []
    for match in _CLUSTER.finditer(line):
        if _ANCHOR.search(line, *match.span()):
            run = tokens[match.start() : match.end()]
            if _CLOSED.match(text, run[-1].end):
                run.append(Token(_STOP, run[-1].end, run[-1].end, None))
            found.append(run)
    return found


_STOP = symbol("STOP")
_CLOSED = re.compile(r"[\"”’']?\s{0,9}(?:[^\w\s\"“‘'(\[]|$)")


def _scan(text: str) -> list[Token]:
    table, tokens, until = lexicon(), [], 0
    other = (OTHER, 0, 0, None)
    feast = symbol("FEAST")
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            start, end = match.span()
            if start < until:
                continue
            entry = table.get(match.group().lower().replace("’", "'"))
            if entry is None:
                tokens.append(Token(*other))
            elif entry.symbol == feast or (entry.symbol in _FEAST_TOO):
                token = _feast(text, start) or _word(text, start, end, entry.symbol, entry.value)
                until = token.end
                tokens.append(token)
            else:
                token = _word(text, start, end, entry.symbol, entry.value)
                until = token.end
                tokens.append(token)
        elif match.start() >= until:
            glued = bool(tokens) and tokens[-1].end == match.start() and tokens[-1].symbol in _GLUE
            token = _other_kind(text, match, kind or "", glued)
            until = token.end or until
            tokens.append(token)
    return tokens


_FEAST_TOO = frozenset(map(symbol, ("MONTH", "LOWMONTH", "ORDW", "EVERYDAY")))
_COMMON = frozenset(("new year", "may day", "victory day", "midsummer"))  # other words in lower case
_LONGEST_NAME = max(map(len, NAMES))
_LONGEST_WORDS = max(len(name.split()) for name in NAMES)
_NAME_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?['’]?\.?(?: [^\W\d_]+(?:['’-][^\W\d_]+)?['’]?){0,4}")


def _feast(text: str, start: int) -> Token | None:
    """A holiday that begins here: the longest name of the table."""
    match = _NAME_WORDS.match(text, start, start + _LONGEST_NAME + 6)
    if not match:
        return None
    words = match.group().split(" ")
    for count in range(len(words), 0, -1):
        written = " ".join(words[:count])
        name = written.lower().replace("’", "'").replace(".", "")
        for form in (name, name.rstrip("'"), name.removesuffix("'s")):
            if form in NAMES and (written[0].isupper() or form not in _COMMON):
                return Token(symbol("HOLIDAY"), start, start + len(written) - (len(name) - len(form)), form)
    return None


def _word(text: str, start: int, end: int, mark: str, value: Any) -> Token:
    written = text[start:end]
    word = written.lower()
    if written == word and needs_capital(word):
        mark = symbol("LOWMONTH") if mark == symbol("MONTH") else OTHER
    elif mark == symbol("FEAST"):
        mark = OTHER
    if mark in (symbol("ERA"), symbol("ZONE")) and not written.isupper():
        mark = OTHER
    if mark == _ORDINAL and value > 10 and _CLOSED.match(text, end):
        mark = _LONE_ORDINAL
    if mark == _MONTH and word in _GIVEN_NAMES and _named(text, start, end):
        mark = OTHER
    if (start and text[start - 1] in "$#@_") or text[end : end + 1] == "_":
        mark = OTHER
    if end < len(text) and text[end] == "." and abbreviation(word):
        end += 1
        mark = symbol("WEEKDAY") if mark == symbol("SHORTDAY") else mark
    return Token(mark, start, end, value)


_MONTH = symbol("MONTH")
_ORDINAL, _LONE_ORDINAL = symbol("ORDW"), symbol("LONEORD")
_GLUE = frozenset(map(symbol, ("MONTH", "ERA")))
_GIVEN_NAMES = frozenset(("jan", "april", "may", "june", "august", "mar", "march", "jun"))
_SURNAME = re.compile(r" ([A-Z][^\W\d_]+)")
_PREPOSITION = re.compile(
    r"(?:\d|\d(?:st|nd|rd|th)|\b(?:in|of|since|by|until|from|to|and|between|this|last|next|early|late|mid|on|before"
    r"|after|during))[ -]$",
    re.I,
)
_PERSONAL = frozenset(("and", "to", "from", "of", "by"))  # "signed by Jan Velde" names a person
# "the annual March for Peace", "his March to the Hills", but "the March vote", "in March for the third time".
_PROCESSION = re.compile(r" (?:for|to|of|on|against|through|from) (?:the )?(?!Friday|Monday)[A-Z]|(?=[.,;:!?])")
_PROCEEDED = re.compile(r"(?:\b(?:the|a|his|her|its|their|annual|first|second)|['’]s|[\"“`]) ?$")


def _named(text: str, start: int, end: int) -> bool:
    """Whether a month's name is the given name of a person: a capitalised word follows, no preposition
    precedes."""
    before = text[max(0, start - _LOOK_BACK) : start]
    leading = _NAMED.search(before) if text[start:end] in ("March", "May") else None
    if leading and leading.group().strip().lower() not in lexicon():
        return True  # "the Long March"
    if text[start:end] == "March" and _PROCEEDED.search(before) and _PROCESSION.match(text, end):
        return True
    surname = _SURNAME.match(text, end)
    known = surname and lexicon().get(surname[1].lower())
    if surname is None or known:
        return False
    leads = _PREPOSITION.search(text[max(0, start - 10) : start])
    return leads is None or (end - start == 3 and leads.group()[:-1].lower() in _PERSONAL)


def _other_kind(text: str, match: re.Match[str], kind: str, glued: bool) -> Token:
    """A token that is no word; ``glued`` says that a month or an era ends where it begins ("Dec31", "AD842")."""
    start, end = match.span()
    if kind == "mark":
        found = _MARK_SYMBOLS.get(match.group())
        return Token(found, start, end, None) if found else Token(OTHER, 0, 0, None)
    if kind == "short":
        dated = _BEFORE_SHORT.search(text[max(0, start - 8) : start])
        return Token(symbol("YEAR"), start, end, int(match.group()[1:]) - 10000) if dated else Token(OTHER, 0, 0, None)
    if kind == "possessive":
        return Token(symbol("POSSESSIVE"), start, end, None)
    if kind == "break":
        return Token(OTHER, 0, 0, None)
    if kind == "business":
        return _business(match.group(), start, end)
    if kind == "dotted":
        letters = "".join(filter(str.isalpha, match.group())).lower()
        name = "AMPM" if letters[1] == "m" else "ERA"
        return Token(symbol(name) if letters in ("am", "pm", "ad", "bc", "bce") else OTHER, start, end, letters)
    before = text[start - 1] if start else " "
    if before in _MONEY or (before.isalnum() and not glued) or before == "_" or text[end : end + 1] in ("%", "°"):
        return Token(OTHER, 0, 0, None)
    joined = before in ".-/:" and start > 1 and text[start - 2].isdigit() and _run_on(text, start)
    if joined and not _ERA_NEXT.match(text, end):
        return Token(OTHER, 0, 0, None)
    if kind in ("iso", "numeric", "clock", "stroke"):
        return Token(symbol(kind.upper()), start, end, match.group())
    return _number(text, match)


def _run_on(text: str, start: int) -> bool:
    """Whether figures before a joining mark make this the end of a code or a telephone number."""
    return (
        text[start - 1] in ".:"
        or re.search(r"(?:\d{5}|(?<!\d)\d{3}|\d-\d+)[-/]$", text[max(0, start - 8) : start]) is not None
    )


def _number(text: str, match: re.Match[str]) -> Token:
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
        if _CIRCA.search(text[max(0, start - _LOOK_BACK) : start]):
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
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)|['’]s|mid-) ?$",
    re.I,
)
_OLD = re.compile(r"\b(?:in|since|until|year|circa|from|[A-Z][a-z]{2,8},?) ?$")
_CODED = re.compile(
    r"\b(?:no\.|nos\.|number|pages?|room|flight|article|section|resolution|route|highway|channel) $", re.I
)
_NAMED = re.compile(r"(?<=[^.!?\s] )[A-Z][^\W\d_]* $")
_LOOK_BACK = 16
_TO_YEAR = re.compile(r"[-–](?:1[0-9]|20)\d\d(?![\w,.-])")
_WORD = re.compile(r"[^\W\d_]+")
_BUSINESS = re.compile(r"[QqHh][1-4]\b")


def _is_year(text: str, start: int, end: int, value: int) -> bool:
    """Whether four figures from 1000 to 2199 are a year, by what stands beside them."""
    before = text[max(0, start - _LOOK_BACK) : start]
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
    named = _NAMED.search(before)
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
    if not (hours or text[start] == "0") or not _AT_HOUR.search(text[max(0, start - _LOOK_BACK) : start]):
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
        old = len(digits) == 3 and _ERA_NEXT.match(text, end)
        if digits.isdigit() and digits[-1] == "0" and (len(digits) in (2, 4) or old):
            if len(digits) == 2 and _OWN_AGE.search(text[max(0, start - _LOOK_BACK) : start]):
                return Token(OTHER, 0, 0, None)
            quoted = start - 1 if len(digits) == 2 and before and before in _APOSTROPHES + "‘" else start
            return Token(symbol("DECADE"), quoted, end, digits)
        if suffix != "s" and digits.isdigit() and len(digits) == 4:
            return Token(symbol(_class_of(digits)), start, end - 2, int(digits))
        return Token(OTHER, 0, 0, None)
    value = int(digits) if digits.isdigit() and len(digits) < 3 else 0
    alone = 0 < value < 32 and _ALONE.match(text, end)
    return Token(symbol("LONEORD" if alone else "ORD") if value else OTHER, start, end, value)


_ERA_NEXT = re.compile(r"\s?(?:BCE?|AD|CE|B\.C)\b")
# "in her late 30s" is an age.
_OWN_AGE = re.compile(r"\b(?:his|her|their|my|our|your) (?:(?:early|late|mid)[ -])?$", re.I)
# An ordinal that no noun follows may be a day of the month: "on the 18th."
_ALONE = re.compile(
    r"\s{0,9}(?:[.,;:!?)\n]|$)|\s{1,9}(?:and|at|but|for|from|he|I|in|it|she|that|the|they|this|to|was|we|were|with)\b"
)


_BEFORE_SHORT = re.compile(r"\b(?:in|of|since|from|until|by|before|after|summer|winter|spring|fall|autumn) $")


def _business(written: str, start: int, end: int) -> Token:
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
