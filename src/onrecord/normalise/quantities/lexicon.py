"""The lexicons of units and money, read once from the generated data files (`scripts/lexicons.py`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["MAX_TOKENS", "RATES", "Money", "Units", "money", "units"]

MAX_TOKENS = 6
"""No form in the lexicons has more tokens."""

RATES = {
    "mph": ("[mi_i]", "h"), "m . p . h .": ("[mi_i]", "h"), "m . p . h": ("[mi_i]", "h"), "kph": ("km", "h"),
    "kmh": ("km", "h"), "kmph": ("km", "h"), "fps": ("1", "s"), "mpg": ("[mi_i]", "[gal_us]"), "rpm": ("1",
    "min"),
    "bpd": ("[bbl_us]", "d"), "kbps": ("kbit", "s"), "mbps": ("Mbit", "s"), "gbps": ("Gbit", "s"),
    "bpm": ("1", "min"),
}  # fmt: skip
"""Abbreviations of a unit and what it is per."""


@dataclass(frozen=True, slots=True)
class Units:
    """UCUM codes by word (lower case) and by symbol (exact), what each measures, its name.

    ``table`` gives dimension, factor and offset to the dimension's base.
    """

    table: dict[str, tuple[str, float, float]]
    names: dict[str, str]
    words: dict[str, str]
    symbols: dict[str, str]
    starts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Money:
    """ISO 4217 codes by name and by symbol in lower case; XXX is a name that several currencies share."""

    codes: frozenset[str]
    words: dict[str, str]
    symbols: dict[str, str]
    subunits: frozenset[str]
    starts: frozenset[str]
    ends: frozenset[str]


def _load(name: str) -> Any:
    return json.loads(files(__package__).joinpath("data", name).read_text(encoding="utf-8"))


@cache
def units() -> Units:
    """The lexicon of units."""
    data = _load("units.json")
    table = {code: (str(row[0]), float(row[1]), float(row[2])) for code, row in data["units"].items()}
    forms = [*data["words"], *(form.lower() for form in data["symbols"]), *RATES]
    starts = frozenset(form.split(" ")[0] for form in forms)
    return Units(table, data["names"], data["words"], data["symbols"], starts)


@cache
def money() -> Money:
    """The lexicon of currencies."""
    data = _load("currencies.json")
    codes = {code.lower(): code for code in data["prose_codes"]}
    symbols, words = data["symbols"], data["words"]
    forms = [*symbols, *words, *codes]
    return Money(
        frozenset(data["prose_codes"]),
        words,
        symbols,
        frozenset(data["subunits"]),
        frozenset(form.split(" ")[0] for form in forms),
        frozenset(form.split(" ")[-1] for form in forms),
    )
