"""The packaged gazetteer: states and territories, first-level divisions, towns over 15,000 inhabitants.

Both files in ``data`` are sorted and made by ``scripts/gazetteer.py``, which says from what. They are read once,
at the first look-up, and kept as lines: finding one of 120,000 names takes 17 comparisons.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.normalise.folding import fold
from onrecord.record import Place, PlaceLevel

__all__ = ["Entry", "entries", "halves", "key", "short_name"]

# A state's name in full, folded: what stands after it is its short name. No emirates and no Islamic states: by these
# names movements call themselves too.
_FORMAL = re.compile(
    r"(?:(?:arab|bolivarian|co operative|cooperative|democratic|eastern|federal|federative|hashemite|hellenic"
    r"|independent|islamic|oriental|peoples|plurinational|socialist|swiss|united) ){0,3}"
    r"(?:republic|kingdom|principality|sultanate|grand duchy|commonwealth|(?<!islamic )state) of (?:the )?(.+)"
)
_SAINT = re.compile(r"\bst\b")


class Entry(NamedTuple):
    """A place of the gazetteer; ``division`` is GeoNames' code of the first-level division, "" for a country."""

    place: Place
    division: str


def key(name: str) -> str:
    """``name`` as the gazetteer is sorted by: folded, "St" written out."""
    return _SAINT.sub("saint", fold(name))


def short_name(name: str) -> str | None:
    """The folded short name in the name of a state in full, None where the name is no such name.

    >>> short_name("The Islamic Republic of Avaria"), short_name("Avaria")
    ('avaria', None)
    """
    found = _FORMAL.fullmatch(key(name))
    return found[1] if found else None


def entries(name: str) -> tuple[Entry, ...]:
    """Every place of that name: states first, then divisions, then towns from the largest down.

    The name of a state in full is that of the state by the short name in it, if no division has that: "the State of
    Georgia" is no republic.
    """
    if found := _named(key(name)):
        return found
    short = short_name(name)
    named = _named(short) if short else ()
    if key(name).startswith("state ") and any(entry.place.level == "division" for entry in named):
        return ()
    return tuple(entry for entry in named if entry.place.level == "country")


@cache
def halves() -> frozenset[tuple[str, str]]:
    """The folded words on either side of "and" in the names of states."""
    names = (line.partition("\t")[0] for line in _lines("names.tsv") if " and " in line)
    states = (name for name in names if any(entry.place.level == "country" for entry in _named(name)))
    return frozenset((left.split()[-1], right.split()[0]) for left, _, right in (n.partition(" and ") for n in states))


def _named(form: str) -> tuple[Entry, ...]:
    lines = _lines("names.tsv")
    at = bisect_left(lines, form + "\t")
    if not form or at == len(lines) or not lines[at].startswith(form + "\t"):
        return ()
    return tuple(_entry(int(number)) for number in lines[at].rpartition("\t")[2].split())


@cache
def _lines(name: str) -> list[str]:
    path = files("onrecord.normalise.places").joinpath("data", name)
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def _entry(number: int) -> Entry:
    name, level, country, division, geonames, latitude, longitude, source = _lines("places.tsv")[number].split("\t")
    levels: dict[str, PlaceLevel] = {"country": "country", "division": "division", "town": "town"}
    place = Place(
        name=name,
        level=levels[level],
        country=country,
        geonames=int(geonames) if geonames else None,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        source=source,
    )
    return Entry(place, division)
