"""Invented names without end: persons, bodies, places and peoples in the shapes that names have around the world.

Half of them are put together from syllables, so that hardly any comes twice and nothing can be learned of who is
named; the other half are from ``invented.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["INVENTED", "acronym", "body", "first", "last", "people", "place"]

INVENTED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "invented.toml").read_text(encoding="utf-8"))

_SOUNDS = (  # beginnings, middles and ends of syllables, by invented language
    (["b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "v", "br", "st", "kr"],
     ["a", "e", "i", "o", "u", "ei", "au"], ["", "n", "r", "l", "rt", "nd", "ck", "s", "ss"]),
    (["m", "n", "k", "b", "d", "s", "z", "w", "y", "nd", "mb", "ng", "kw", "t"], ["a", "e", "i", "o", "u"], [""]),
    (["h", "k", "m", "n", "r", "s", "t", "y", "sh", "ch", "ts"], ["a", "i", "u", "e", "o"], ["", "", "n"]),
    (["kh", "sh", "h", "q", "f", "r", "m", "j", "b", "z", "n", "s", "dh"], ["a", "i", "u", "aa", "ou", "ei"],
     ["", "m", "n", "d", "r", "b", "q", "l", "hd"]),
    (["zh", "x", "q", "l", "ch", "w", "h", "j", "y", "f"], ["ao", "ian", "ei", "ing", "u", "ong", "a", "eng"], [""]),
    (["č", "š", "ž", "j", "v", "d", "b", "m", "p", "kl", "st", "vl", "zdr", "l"], ["a", "e", "i", "o", "u", "á", "ó"],
     ["", "k", "v", "n", "ć", "r", "l", "vić", "ński", "čka"]),
    (["p", "t", "c", "m", "l", "r", "s", "v", "g", "f", "qu", "ñ", "tr"],
     ["a", "e", "i", "o", "é", "í", "ó", "ue", "ã"], ["", "l", "s", "n", "z", "r"]),
)  # fmt: skip
_SCRIPTS = (
    ("абвгдежзиклмнопрстуш", 4, 8),
    ("ابتجحدرسعفقكلمنهوي", 3, 6),
    ("王李明美玲海山林田中", 1, 2),
    ("αβγδεικλμνοπρστυ", 4, 8),
)  # fmt: skip
_NOUNS = (
    "Party", "Front", "Movement", "Brigade", "Army", "Council", "Agency", "Institute", "Ministry", "Union", "League",
    "Foundation", "Group", "Holdings", "Bank", "Post", "Times", "University", "Commission", "Authority", "Forces",
    "Guard", "Committee", "Association", "Court", "Parliament", "Network", "Fund", "Media", "Police", "Coalition",
    "Watch",
)  # fmt: skip
_FIELDS = (
    "Defence",
    "Health",
    "Finance",
    "Trade",
    "Water",
    "Justice",
    "Education",
    "Energy",
    "Transport",
    "Foreign Affairs",
)
_KINDS = ("People's", "National", "Democratic", "Workers'", "United", "Free", "Islamic", "Liberal", "Royal", "General")
_LEADS = (
    "Harakat al-",
    "Hezb-e ",
    "Partido ",
    "Jabhat al-",
    "Liga ",
    "Parti ",
    "Kuomin ",
    "Ansar al-",
    "Movimento ",
    "Dar al-",
)
_PARTICLES = (
    "al-",
    "el-",
    "de ",
    "van ",
    "von ",
    "bin ",
    "Abu ",
    "Ben-",
    "O'",
    "Mc",
    "da ",
    "de la ",
    "Ó ",
    "ter ",
    "D'",
)
_LANDS = ("North ", "South ", "New ", "Port ", "Saint ", "Tell ", "Bir ", "San ", "Upper ", "Kafr ", "")
_PLACES = (" Province", " Valley", " City", " Heights", " County", " Islands", "", "", "", "", "")
_PEOPLES = ("ian", "i", "ese", "an", "ish", "ite", "ari")


def _pick(items: Any, rng: np.random.Generator) -> Any:
    return items[int(rng.integers(len(items)))]


def _word(rng: np.random.Generator, least: int = 1, most: int = 3) -> str:
    """A word of a few syllables of one language, with a capital; now and then of letters of another script."""
    if rng.random() < 0.06:
        letters, shortest, longest = _pick(_SCRIPTS, rng)
        made = "".join(_pick(letters, rng) for _ in range(int(rng.integers(shortest, longest + 1))))
        return made[:1].upper() + made[1:]
    onsets, vowels, codas = _pick(_SOUNDS, rng)
    count = int(rng.integers(least, most + 1))
    made = "".join(_pick(onsets, rng) + _pick(vowels, rng) for _ in range(count)) + _pick(codas, rng)
    return made[:1].upper() + made[1:]


def _listed_or(name: str, made: Callable[[], str], rng: np.random.Generator) -> str:
    return str(_pick(INVENTED[name], rng)) if rng.random() < 0.5 else made()


def first(rng: np.random.Generator) -> str:
    """A person's first name or names."""
    kind = rng.random()
    if kind < 0.08:
        return f"{_word(rng)}-{_word(rng, 1, 2)}"
    if kind < 0.16:
        return f"{_word(rng)} {_word(rng)}"
    return _listed_or("first", lambda: _word(rng), rng)


def last(rng: np.random.Generator) -> str:
    """A person's last name, at times with a particle or of two parts."""
    kind = rng.random()
    if kind < 0.12:
        particle = _pick(_PARTICLES, rng)
        return f"{particle}{_word(rng)}"
    if kind < 0.2:
        return f"{_word(rng)}-{_word(rng)}"
    return _listed_or("last", lambda: _word(rng), rng)


def body(rng: np.random.Generator) -> str:
    """An organisation."""
    kind = rng.random()
    if kind < 0.14:
        return f"{_word(rng, 2)} {_pick(_NOUNS, rng)}"
    if kind < 0.24:
        return f"{_pick(_KINDS, rng)} {_pick(_NOUNS, rng)} of {place(rng)}"
    if kind < 0.32:
        return f"Ministry of {_pick(_FIELDS, rng)}"
    if kind < 0.42:
        return f"{_pick(_LEADS, rng)}{_word(rng)}"
    if kind < 0.52:
        return f"{_word(rng)} {_word(rng)}"
    if kind < 0.58:
        return acronym(rng)
    return _listed_or("bodies", lambda: _word(rng, 2), rng)


def place(rng: np.random.Generator) -> str:
    """A place."""
    return _listed_or("cities", lambda: f"{_pick(_LANDS, rng)}{_word(rng, 2)}{_pick(_PLACES, rng)}", rng)


def people(rng: np.random.Generator) -> str:
    """A people, party or faith, as an adjective or for one of its members."""
    return _listed_or("peoples", lambda: _word(rng, 2, 2).rstrip("aeiou") + _pick(_PEOPLES, rng), rng)


def acronym(rng: np.random.Generator, length: int | None = None) -> str:
    """Capitals."""
    count = length or int(rng.integers(2, 6))
    return "".join(chr(ord("A") + int(i)) for i in rng.integers(0, 26, count))
