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

__all__ = ["Entry", "entries", "key"]

_SAINT = re.compile(r"\bst\b")


class Entry(NamedTuple):
    """A place of the gazetteer; ``division`` is GeoNames' code of the first-level division, "" for a country."""

    place: Place
    division: str


def key(name: str) -> str:
    """``name`` as the gazetteer is sorted by: folded, "St" written out."""
    return _SAINT.sub("saint", fold(name))


def entries(name: str) -> tuple[Entry, ...]:
    """Every place of that name: states first, then divisions, then towns from the largest down."""
    form = key(name)
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
