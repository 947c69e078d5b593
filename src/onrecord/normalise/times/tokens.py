"""Text to tokens that may belong to a time expression, each with its symbol; everything else is ``OTHER``."""

from __future__ import annotations

import re
from typing import Any

from onrecord.normalise.times.figures import ERA_NEXT, LOOK_BACK, NAMED, business, number
from onrecord.normalise.times.holidays import NAMES
from onrecord.normalise.times.lexicon import OTHER, Token, abbreviation, lexicon, needs_capital, symbol

__all__ = ["Token", "clusters"]


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
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            start, end = match.span()
            if start < until:
                continue
            entry = table.get(match.group().lower().replace("’", "'"))
            if entry is None:
                tokens.append(_NONE)
            elif entry.symbol in _FEAST_TOO:
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


_NONE = Token(OTHER, 0, 0, None)
_FEAST, _MONTH, _LOWMONTH = symbol("FEAST"), symbol("MONTH"), symbol("LOWMONTH")
_SHORTDAY, _WEEKDAY = symbol("SHORTDAY"), symbol("WEEKDAY")
_FEAST_TOO = frozenset((_FEAST, _MONTH, _LOWMONTH, symbol("ORDW"), symbol("EVERYDAY")))
_CAPITALS = frozenset(map(symbol, ("ERA", "ZONE")))
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
        mark = _LOWMONTH if mark == _MONTH else OTHER
    elif mark == _FEAST:
        mark = OTHER
    if mark in _CAPITALS and not written.isupper():
        mark = OTHER
    if mark == _ORDINAL and _RANKED.match(text, end):
        mark = OTHER
    if mark == _ORDINAL and value > 10 and _CLOSED.match(text, end):
        mark = _LONE_ORDINAL
    if mark == _MONTH and word in _GIVEN_NAMES and _named(text, start, end):
        mark = OTHER
    if (start and text[start - 1] in "$#@_") or text[end : end + 1] == "_":
        mark = OTHER
    if end < len(text) and text[end] == "." and abbreviation(word):
        end += 1
        mark = _WEEKDAY if mark == _SHORTDAY else mark
    return Token(mark, start, end, value)


_ORDINAL, _LONE_ORDINAL = symbol("ORDW"), symbol("LONEORD")
# "July the second-best" names no day
_RANKED = re.compile(r"-(?:best|worst|most|least|[a-z]{3,12}est)\b")
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
    before = text[max(0, start - LOOK_BACK) : start]
    leading = NAMED.search(before) if text[start:end] in ("March", "May") else None
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
        return Token(found, start, end, None) if found else _NONE
    if kind == "short":
        dated = _BEFORE_SHORT.search(text[max(0, start - 8) : start])
        return Token(symbol("YEAR"), start, end, int(match.group()[1:]) - 10000) if dated else _NONE
    if kind == "possessive":
        return Token(symbol("POSSESSIVE"), start, end, None)
    if kind == "break":
        return _NONE
    if kind == "business":
        return business(match.group(), start, end)
    if kind == "dotted":
        letters = "".join(filter(str.isalpha, match.group())).lower()
        name = "AMPM" if letters[1] == "m" else "ERA"
        return Token(symbol(name) if letters in ("am", "pm", "ad", "bc", "bce") else OTHER, start, end, letters)
    before = text[start - 1] if start else " "
    if before in _MONEY or (before.isalnum() and not glued) or before == "_" or text[end : end + 1] in ("%", "°"):
        return _NONE
    joined = before in ".-/:" and start > 1 and text[start - 2].isdigit() and _run_on(text, start)
    if joined and not ERA_NEXT.match(text, end):
        return _NONE
    if kind in ("iso", "numeric", "clock", "stroke"):
        return Token(symbol(kind.upper()), start, end, match.group())
    return number(text, match)


def _run_on(text: str, start: int) -> bool:
    """Whether figures before a joining mark make this the end of a code or a telephone number."""
    return (
        text[start - 1] in ".:"
        or re.search(r"(?:\d{5}|(?<!\d)\d{3}|\d-\d+)[-/]$", text[max(0, start - 8) : start]) is not None
    )


_BEFORE_SHORT = re.compile(r"\b(?:in|of|since|from|until|by|before|after|summer|winter|spring|fall|autumn) $")
