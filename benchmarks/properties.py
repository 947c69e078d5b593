"""Properties of countries: which sentences state one, by the labels of Vlachos and Riedel (2015).

    python benchmarks/properties.py [--shared ../shared] [--sample N] [--show N] [--json FILE]

A pack is made of their knowledge base, one row a country and one series a property; names and synonyms of the
properties were written from the names of the properties alone. A sentence is identified where checking it makes any
check of that property and that country for the number that is marked. The values of the knowledge base have no dates,
so only that counts, not the result. Rows without a label of yes or no are left out.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import corpora
from onrecord.record import Quantity, Record

__all__ = ["FOLDER", "PROPERTIES", "clean", "identified", "main", "score", "write_pack"]

FOLDER = "data/claims/vlachos_riedel_2015"
Row = dict[str, Any]

PROPERTIES: dict[str, tuple[str, tuple[str, ...], str, str, str | None]] = {
    "consumer_price_index": (
        "consumer price index",
        (
            "CPI",
            "consumer prices index",
            "consumer price index (2005 = 100)",
        ),
        "1",
        "index",
        None,
    ),
    "cpi_inflation_rate": (
        "inflation rate",
        (
            "inflation",
            "consumer price inflation",
            "CPI inflation",
            "inflation, consumer prices (annual %)",
            "inflation rate (consumer prices)",
        ),
        "%",
        "rate",
        None,
    ),
    "diesel_price_liter": (
        "price of a litre of diesel",
        (
            "diesel price",
            "price of diesel",
            "diesel fuel price",
            "pump price for diesel fuel (US$ per liter)",
        ),
        "USD",
        "rate",
        "L",
    ),
    "fertility_rate": (
        "fertility rate",
        (
            "total fertility rate",
            "children born per woman",
            "births per woman",
            "fertility rate, total (births per woman)",
            "fertility rate, total",
        ),
        "1",
        "rate",
        None,
    ),
    "foreign_direct_investment_net_inflows": (
        "net inflows of foreign direct investment",
        (
            "foreign direct investment",
            "FDI inflows",
            "foreign direct investment, net inflows (BoP, current US$)",
        ),
        "USD",
        "flow",
        None,
    ),
    "gdp_growth_rate": (
        "GDP growth rate",
        (
            "GDP growth",
            "economic growth",
            "growth of GDP",
            "GDP growth (annual %)",
            "real growth rate of GDP",
        ),
        "%",
        "rate",
        None,
    ),
    "gdp_nominal": (
        "GDP",
        (
            "gross domestic product",
            "nominal GDP",
            "GDP (current US$)",
            "GDP at market prices",
        ),
        "USD",
        "flow",
        None,
    ),
    "gdp_nominal_per_capita": (
        "GDP per capita",
        (
            "gross domestic product per capita",
            "per capita GDP",
            "GDP per head",
            "GDP per capita (current US$)",
        ),
        "USD",
        "rate",
        None,
    ),
    "gdp_real": (
        "real GDP",
        (
            "real gross domestic product",
            "GDP at constant prices",
            "GDP (constant 2000 US$)",
        ),
        "USD",
        "flow",
        None,
    ),
    "gni_in_ppp_dollars": (
        "gross national income",
        (
            "GNI",
            "GNI in PPP dollars",
            "GNI, PPP (current international $)",
            "GNI, PPP",
            "GNI in purchasing power parity dollars",
            "gross national income, PPP",
        ),
        "USD",
        "flow",
        None,
    ),
    "gni_per_capita_in_ppp_dollars": (
        "gross national income per capita",
        (
            "GNI per capita",
            "per capita income",
            "per capita GNI",
            "GNI per capita, PPP (current international $)",
            "GNI per capita, PPP",
            "gross national income per capita, PPP",
            "GNI per capita, PPP (constant international $)",
        ),
        "USD",
        "rate",
        None,
    ),
    "health_expenditure_as_percent_of_gdp": (
        "health expenditure as a share of GDP",
        (
            "health expenditure",
            "health spending",
            "spending on health",
            "health expenditure, total (% of GDP)",
            "total health spending",
            "healthcare spending",
            "healthcare expenditure",
        ),
        "%",
        "rate",
        None,
    ),
    "internet_users_percent_population": (
        "share of internet users in the population",
        (
            "internet users",
            "internet penetration",
            "internet users (per 100 people)",
        ),
        "%",
        "rate",
        None,
    ),
    "labor_participation_rate": (
        "labour participation rate",
        (
            "labour force participation",
            "labor force participation rate, total",
        ),
        "%",
        "rate",
        None,
    ),
    "life_expectancy": (
        "life expectancy",
        (
            "life expectancy at birth",
            "life expectancy at birth, total (years)",
        ),
        "a",
        "rate",
        None,
    ),
    "merchandise_trade_percent_of_gdp": (
        "merchandise trade as a share of GDP",
        (
            "merchandise trade",
            "merchandise trade (% of GDP)",
        ),
        "%",
        "rate",
        None,
    ),
    "net_migration": (
        "net migration",
        ("net migrants",),
        "1",
        "flow",
        None,
    ),
    "population": (
        "population",
        (
            "inhabitants",
            "people living",
            "total population",
            "residents",
            "population, total",
            "number of people",
            "people",
        ),
        "1",
        "stock",
        None,
    ),
    "population_growth_rate": (
        "population growth rate",
        (
            "population growth",
            "annual population growth",
            "growth of the population",
            "population growth (annual %)",
            "growth rate of the population",
        ),
        "%",
        "rate",
        None,
    ),
    "prevalence_of_undernourisment": (
        "prevalence of undernourishment",
        (
            "undernourishment",
            "undernourished people",
            "prevalence of undernourishment (% of population)",
        ),
        "%",
        "rate",
        None,
    ),
    "renewable_freshwater_per_capita": (
        "renewable freshwater per capita",
        (
            "renewable water resources per capita",
            "renewable freshwater resources",
            "renewable internal freshwater resources per capita (cubic meters)",
            "renewable internal freshwater resources per capita",
        ),
        "m3",
        "rate",
        None,
    ),
    "size_of_armed_forces": (
        "size of the armed forces",
        (
            "armed forces",
            "armed forces personnel",
            "armed forces personnel, total",
        ),
        "1",
        "stock",
        None,
    ),
    "time_required_to_start_a_business": (
        "time required to start a business",
        (
            "days to start a business",
            "time required to start a business (days)",
        ),
        "d",
        "rate",
        None,
    ),
    "trade_balance_as_percent_of_gdp": (
        "trade balance as a share of GDP",
        ("trade balance",),
        "%",
        "rate",
        None,
    ),
}
"""By the name in the data set: property, synonyms, unit, sort, and what it is by."""

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"}


def clean(text: str) -> str:
    """The sentence without its marks, with brackets for their tokens and no space before a full stop or comma."""
    text = re.sub(r"</?(?:location|number)>", "", text)
    for token, sign in _BRACKETS.items():
        text = text.replace(token, sign)
    text = re.sub(r" ([,.;:%)\]”?!]|'s\b)", r"\1", text)
    return re.sub(r"([(\[“$€£]) ", r"\1", text)


def _lines(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def aliases(shared: Path) -> dict[str, tuple[str, ...]]:
    """Other names of each country; one that two countries have is none's."""
    with gzip.open(shared / FOLDER / "aliases.json.gz", "rt", encoding="utf-8") as file:
        found: dict[str, list[str]] = json.load(file)
    counts = Counter(name.strip().lower() for names in found.values() for name in set(names))
    kept = {
        country: {name.strip() for name in names if len(name.strip()) > 2 and counts[name.strip().lower()] == 1}
        for country, names in found.items()
    }
    lower = {country.lower() for country in found}
    return {country: tuple(sorted(n for n in names if n.lower() not in lower)) for country, names in kept.items()}


def write_pack(shared: Path, folder: Path) -> Path:
    """The knowledge base as a pack: one table, a row a country."""
    values: dict[str, dict[str, float]] = {}
    for row in _lines(shared / FOLDER / "kb_values.jsonl.gz"):
        values.setdefault(row["location"], {})[row["property"]] = row["value"]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "countries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["country", *PROPERTIES], restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({"country": country, **own} for country, own in sorted(values.items()))
    names = {country: others for country, others in aliases(shared).items() if others and country in values}
    fields = [{"name": "country", "type": "string"}, *({"name": name, "type": "number"} for name in PROPERTIES)]
    resource = {
        "name": "countries",
        "path": "countries.csv",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
        "onrecord": {
            "producer": "Knowledge base",
            "confirmed": True,
            "entities": {"column": "country", "names": {country: list(others) for country, others in names.items()}},
            "periods": {"grain": "period", "constant": "1900-01-01/2099-12-31"},
            "series": [_series(name) for name in PROPERTIES],
        },
    }
    text = json.dumps({"name": "countries", "resources": [resource]}, ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return folder


def _series(name: str) -> dict[str, Any]:
    phrase, synonyms, unit, sort, per = PROPERTIES[name]
    made = {"name": name, "property": phrase, "synonyms": list(synonyms), "column": name, "unit": unit, "sort": sort}
    return made | ({"per": per} if per else {})


def identified(record: Record, row: Row) -> bool:
    """Whether any check of ``record`` is of the row's property and country for the row's number."""
    quantities = {quantity.id: quantity for quantity in record.quantities}
    wanted = PROPERTIES[row["property"]][0]
    for check in record.checks:
        reading = check.reading
        if reading is None or reading.property != wanted or reading.entity != row["location"]:
            continue
        quantity = quantities.get(reading.quantity or "")
        if quantity and _same(quantity, row["claimed_value"]):
            return True
    return False


def _same(quantity: Quantity, value: float) -> bool:
    ends = [end for end in (quantity.lower, quantity.upper) if end is not None]
    return any(math.isclose(end, value, rel_tol=1e-6, abs_tol=1e-9) for end in ends)


def score(pairs: Iterable[tuple[Row, bool]]) -> dict[str, Any]:
    """Precision and recall of the rows labelled yes, in per cent, with their counts."""
    pairs = list(pairs)
    yes = sum(row["is_claim_of_property"] == 1 for row, _ in pairs)
    found = sum(hit for _, hit in pairs)
    right = sum(hit and row["is_claim_of_property"] == 1 for row, hit in pairs)
    return {
        "rows": len(pairs),
        "yes": yes,
        "found": found,
        "right": right,
        "precision": round(100 * right / found, 1) if found else None,
        "recall": round(100 * right / yes, 1) if yes else None,
    }


def measured(rows: list[Row], pack: Path) -> list[tuple[Row, bool]]:
    """Each row with whether it is identified. Each sentence is read once."""
    from onrecord import read_document
    from onrecord.documents import from_text
    from onrecord.evidence.checking import check
    from onrecord.evidence.descriptor import read_pack
    from onrecord.evidence.store import Store

    by_text: dict[str, list[Row]] = {}
    for row in rows:
        by_text.setdefault(clean(row["text"]), []).append(row)
    pairs = []
    with Store([read_pack(pack)]) as store:
        for text, own in by_text.items():
            record = check(read_document(from_text(text)), store, store.packs)
            pairs += [(row, identified(record, row)) for row in own]
    return pairs


def labelled(shared: Path) -> list[Row]:
    """The rows of the part that may be looked at, with a label of yes or no."""
    return [row for row in _lines(shared / FOLDER / "claims_dev.jsonl.gz") if row["is_claim_of_property"] is not None]


def main(arguments: list[str]) -> None:
    """Prints precision and recall overall and by property."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--sample", type=int, metavar="N", help="only N rows")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N rows that went wrong")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    chosen = parser.parse_args(arguments)
    rows = labelled(chosen.shared)
    if chosen.sample:
        rows = random.Random(7).sample(rows, min(chosen.sample, len(rows)))
    with tempfile.TemporaryDirectory() as folder:
        pairs = measured(rows, write_pack(chosen.shared, Path(folder) / "countries"))
    found = {"all": score(pairs)}
    for name in sorted({row["property"] for row in rows}):
        found[name] = score(pair for pair in pairs if pair[0]["property"] == name)
    print(f"{'property':40s} {'rows':>5s} {'yes':>5s} {'found':>6s} {'right':>6s} {'P':>6s} {'R':>6s}")
    for name, own in found.items():
        shares = " ".join(f"{'-' if own[key] is None else own[key]:>6}" for key in ("precision", "recall"))
        print(f"{name:40s} {own['rows']:5d} {own['yes']:5d} {own['found']:6d} {own['right']:6d} {shares}")
    for row, hit in [pair for pair in pairs if pair[1] != (pair[0]["is_claim_of_property"] == 1)][: chosen.show]:
        said = "found" if hit else "missed"
        print(f"{said}: {row['property']}, {row['location']}, {row['claimed_value']}\n    {clean(row['text'])[:300]}")
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
