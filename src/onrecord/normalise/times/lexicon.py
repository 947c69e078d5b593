"""The words of time expressions, each with the symbol the grammar knows it by.

A symbol is one character, so that the grammar can be regular expressions over a string with one character a
token. Grammar rules name symbols in capitals (``MONTH DAYNUM COMMA? YEAR``); :func:`pattern` compiles them.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from onrecord.normalise.times.holidays import NAMES

__all__ = ["OTHER", "Token", "Word", "abbreviation", "first_symbols", "lexicon", "needs_capital", "pattern", "symbol"]

OTHER = "."

# Classes that rules may name, each the union of symbols.
_CLASSES = {
    "DAYNUM": "D12 D31 ORD LONEORD ORDW SECOND",
    "ORDINAL": "ORD LONEORD ORDW SECOND",
    "INT": "D12 D31 D99 D999 OLDYEAR YEAR BIG NUM DECIMAL",
    "TWODIGIT": "D12 D31 D99",
    "HOURNUM": "D12 D31 NUM",
    "ANYUNIT": "UNIT UNITS TICK TICKS SECOND",
    "ONEUNIT": "UNIT TICK SECOND",
    "MANYUNITS": "UNITS TICKS",
    "AGAIN": "LAST PAST PREVIOUS",
    "AHEAD": "NEXT COMING FOLLOWING",
    "HYPHEN": "DASH",
    "DAYISH": "DATE WEEKDAYNAME DAYNODE HOLIDAYS",
    "PLACED": "DATE WEEKDAYNAME DAYNODE HOLIDAYS MONTHS YEARNODE SEASONS QUARTERS UNITNODE YEARS DAYS ERAYEAR",
    "ENDPOINT": "DATE WEEKDAYNAME DAYNODE HOLIDAYS MONTHS YEARNODE SEASONS QUARTERS "
    "UNITNODE YEARS ERAYEAR MOMENT CLOCKTIME",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the lexicon: its symbol and what it stands for (a month's number, a unit's name)."""

    symbol: str
    value: Any = None


class Token(NamedTuple):
    """A symbol with its place in the text and what it stands for."""

    symbol: str
    start: int
    end: int
    value: Any


@cache
def _data() -> tuple[dict[str, Any], dict[str, dict[str, int]]]:
    folder = files("onrecord.normalise.times")
    words = tomllib.loads(folder.joinpath("lexicon.toml").read_text(encoding="utf-8"))
    names = json.loads(folder.joinpath("names.json").read_text(encoding="utf-8"))
    return words, names


_symbols: dict[str, str] = {}


def symbol(name: str) -> str:
    """The character that stands for the symbol called ``name``; made on first use."""
    return _symbols.setdefault(name, chr(0x100 + len(_symbols)))


_NAME = re.compile(r"\b[A-Z][A-Z0-9]+\b")


def pattern(source: str) -> re.Pattern[str]:
    """A rule over symbols as a regular expression; blanks only separate."""

    def one(match: re.Match[str]) -> str:
        names = _CLASSES.get(match.group(), match.group()).split()
        return symbol(names[0]) if len(names) == 1 else "[" + "".join(map(symbol, names)) + "]"

    return re.compile(_NAME.sub(one, source).replace(" ", ""))


_PIECES = re.compile(r"[A-Z][A-Z0-9]+|\((?:\?(?:P<\w+>|<?[=!]|:))?|[)|?*\[\]]|\{\d+,\d+\}")


def first_symbols(source: str) -> frozenset[str]:
    """The symbols that a match of a rule can begin with."""
    pieces = _PIECES.findall(source)
    found, _, _ = _alternatives(pieces, 0)
    return frozenset(found)


def _alternatives(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    """First symbols of a group from ``at``, whether it can be empty, and where it ends."""
    found: set[str] = set()
    empty, open_branch = False, True
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            empty, open_branch, at = empty or open_branch, True, at + 1
            continue
        first, skip, at = _item(pieces, at)
        if open_branch:
            found |= first
        open_branch = open_branch and skip
    return found, empty or open_branch, at + 1


def _item(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    piece = pieces[at]
    if piece[0] == "(":
        first, empty, at = _alternatives(pieces, at + 1)
        if piece[1:3] in ("?=", "?!", "?<") and not piece.startswith("(?P"):
            return set(), True, at
    elif piece == "[":
        end = pieces.index("]", at)
        first, empty, at = set().union(*map(_members, pieces[at + 1 : end])), False, end + 1
    else:
        first, empty, at = _members(piece), False, at + 1
    if at < len(pieces) and (pieces[at] in "?*" or pieces[at].startswith("{0")):
        return first, True, at + 1
    return first, empty, at + (at < len(pieces) and pieces[at][0] == "{")


def _members(name: str) -> set[str]:
    return set(map(symbol, _CLASSES.get(name, name).split()))


# Lower-case words that are months, weekdays or seasons only when capitalised or beside a number.
_CAPITAL = frozenset(
    [
        "may",
        "march",
        "mar",
        "jan",
        "jun",
        "sat",
        "sun",
        "mon",
        "wed",
        "dec",
        "fri",
        "thu",
        "tue",
        "tues",
        "thurs",
        "thur",
    ]
)
_WEEKDAY_FORMS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}


@cache
def lexicon() -> dict[str, Word]:
    """Lower-case word to its symbol and value."""
    words, names = _data()
    table: dict[str, Word] = {}
    for name, forms in words["words"].items():
        table |= {form: Word(symbol(name), form) for form in forms.split()}
    for unit, forms in words["units"].items():
        kind = "TICK" if unit in ("hour", "minute", "second") else "UNIT"
        for form in forms.split():
            plural = form.endswith("s") or form in ("millennia", "secs")
            table[form] = Word(symbol(f"{kind}S" if plural else kind), unit)
    table["second"] = Word(symbol("SECOND"), 2)
    for number, forms in enumerate(words["seasons"].values(), 21):
        table |= {form: Word(symbol("SEASON"), number) for form in forms.split()}
    for code, forms in words["dayparts"].items():
        for form in forms.split():
            table[form] = Word(symbol("DAYPARTS" if form.endswith("s") else "DAYPART"), code)
    for clock, forms in words["hours"].items():
        table |= {form: Word(symbol("NOON"), int(clock[:2])) for form in forms.split()}
    for word, shift in words["days"].items():
        table[word] = Word(symbol("TODAY"), int(shift))
    for key, name in (("sets", "OFTEN"), ("references", "VAGUE")):
        for value, forms in words[key].items():
            table |= {form: Word(symbol(name), value) for form in forms.split()}
    for key in ("ones", "teens", "tens", "scales", "decades"):
        name = {"scales": "SCALE", "decades": "TENTIES"}.get(key, key.upper())
        table |= {word: Word(symbol(name), value) for word, value in words[key].items()}
    table |= {w: Word(symbol("ORDW"), n) for w, n in words["ordinals"].items() if w != "second"}
    table |= {name: Word(symbol("MONTH"), number) for name, number in names["months"].items()}
    weekdays = names["weekdays"] | _WEEKDAY_FORMS
    for name, number in weekdays.items():
        table[name] = Word(symbol("SHORTDAY" if len(name) == 3 else "WEEKDAY"), number)
    table |= {f"{name}s": Word(symbol("WEEKDAYS"), n) for name, n in names["weekdays"].items() if len(name) > 3}
    table |= {
        "½": Word(symbol("VULGAR"), 0.5),
        "¼": Word(symbol("VULGAR"), 0.25),
        "¾": Word(symbol("VULGAR"), 0.75),
    }
    for name in NAMES:
        table.setdefault(name.split()[0].split("-")[0], Word(symbol("FEAST")))
    return table


def needs_capital(word: str) -> bool:
    """Whether the lower-case form of ``word`` is usually another word than the month or weekday."""
    return word in _CAPITAL


def abbreviation(word: str) -> bool:
    """Whether a full stop after ``word`` belongs to it."""
    entry = lexicon().get(word)
    short = (len(word) < 4 and word not in ("day", "may")) or word in (
        "sept",
        "tues",
        "thur",
        "thurs",
        "weds",
        "mins",
        "secs",
    )
    return entry is not None and short and entry.symbol in _STOPPED


_STOPPED = frozenset(map(symbol, ("MONTH", "WEEKDAY", "SHORTDAY", "UNIT", "UNITS", "TICK", "TICKS")))
