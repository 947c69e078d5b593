"""Two invented towns that are places and producers of figures, their pack, and statements of one about the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.aliases import AliasTable
from onrecord.api import quantities, times
from onrecord.audit import Names
from onrecord.normalise.identities import identified
from onrecord.record import Actor, Checkability, Claim, Document, Record
from onrecord.spans import Span, overlap

VISITORS = """year,town,visitors,note,link
2021,Velland,41000,"Velland, by its gates",https://example.org/Velland/2021
2022,Velland,43500,,
2023,Velland,47900,,
2021,Osten,52000,counted as Velland does,https://example.org/Osten/2021
2022,Osten,50100,,
2023,Osten,46200,,
2021,Marl,9000,,
2022,Marl,9100,,
2023,Marl,9400,,
"""
CARGO = (
    "day\tby\ttons\n"
    + "".join(f"2024-03-{day:02}\tVelland Harbour Board\t{100 + day}\n" for day in range(1, 32))
    + "".join(f"2024-03-{day:02}\tOsten Ledger Office\t{90 + 2 * day}\n" for day in range(1, 32))
)
RATE = """month,rate
2024-01,4.1
2024-02,4.3
2024-03,4.0
2024-04,3.6
"""
PEOPLE = "year,town,people\n2023,Velland,120000\n2023,Osten,96000\n"

VELLAND = Names("place", name=("Velland",), adjective=("Vellandian",), people=("Vellandians",))
OSTEN = Names("place", name=("Osten",), adjective=("Ostener",), people=("Osteners",))
BOARD = Names("organisation", name=("the Velland Harbour Board",), acronym=("the VHB",))
OFFICE = Names("organisation", name=("the Osten Ledger Office",), acronym=("the OLO",))


def field(name: str, type: str = "string") -> dict[str, str]:
    return {"name": name, "type": type}


def resource(name: str, path: str, fields: Sequence[dict[str, str]], own: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "title": "Figures of Velland and Osten",
        "schema": {"fields": list(fields), "missingValues": ["", "Osten?"]},
        "sources": [{"title": "Yearbook of Velland", "path": "https://example.org/Velland"}],
        "onrecord": {"confirmed": True, **own},
    }


def flow(name: str, property: str, column: str, unit: str = "1", **more: Any) -> dict[str, Any]:
    return {"name": name, "property": property, "column": column, "unit": unit, "sort": "flow", **more}


TOWNS = {"Velland": ["the town of Velland", "Velland-on-Sea"], "Osten": ["the Free Port of Osten"]}
RESOURCES = [
    resource(
        "visitors",
        "visitors.csv",
        [field("year", "year"), field("town"), field("visitors", "integer"), field("note"), field("link")],
        {
            "producer": "Velland Harbour Board (VHB)",
            "entities": {"column": "town", "names": TOWNS},
            "periods": {"grain": "year", "column": "year"},
            "series": [flow("visitors", "visitors", "visitors", synonyms=["tourists"], counted="visitor")],
        },
    ),
    *(
        resource(
            f"cargo-{key}",
            "cargo.tsv",
            [field("day", "date"), field("by"), field("tons", "number")],
            {
                "producer": producer,
                "definition": f"Cargo as {producer} counts it",
                "entities": {"constant": "Osten", "names": TOWNS},
                "periods": {"grain": "day", "column": "day"},
                "series": [
                    flow(
                        f"cargo-{key}", "cargo landed in Osten", "tons", "t", synonyms=["cargo"], where={"by": producer}
                    )
                ],
            },
        )
        for key, producer in (("velland", "Velland Harbour Board"), ("osten", "Osten Ledger Office"))
    ),
    *(
        resource(
            f"prices-{key}",
            f"prices-{key}.csv",
            [field("month", "yearmonth"), field("rate", "number")],
            {
                "producer": producer,
                "entities": {"constant": town, "names": TOWNS},
                "periods": {"grain": "month", "column": "month"},
                "series": [
                    {
                        "name": f"prices-{key}",
                        "property": "inflation",
                        "column": "rate",
                        "unit": "%",
                        "sort": "rate",
                        "rounding": 0.1,
                    }
                ],
            },
        )
        for key, producer, town in (
            ("velland", "Velland Harbour Board", "Velland"),
            ("osten", "Osten Ledger Office", "Osten"),
        )
    ),
    resource(
        "people",
        "people.csv",
        [field("year", "year"), field("town"), field("people", "integer")],
        {
            "producer": "Osten Ledger Office",
            "entities": {"column": "town", "names": TOWNS},
            "periods": {"grain": "year", "column": "year"},
            "series": [
                {"name": "people", "property": "people living", "column": "people", "unit": "1", "sort": "stock"}
                | {"role": "population", "synonyms": ["Vellandians", "Osteners"]}
            ],
        },
    ),
]

STATEMENTS = (
    """Velland welcomed 47,900 visitors in 2023.
Osten’s visitors fell by 8% in 2023, by the figures of the Velland Harbour Board.""",
    """More tourists came to Velland than to Osten in 2023.
Osten had three times as many visitors as Velland in 2022.""",
    """According to the Osten Ledger Office, inflation in Osten was 3.6% in April 2024.
The VHB put inflation in Velland at 4.4% in February 2024.""",
    """Cargo landed in Osten was more than 3,500 tonnes in March 2024.
According to the Velland Harbour Board, 3,596 tonnes of cargo landed in Osten in March 2024.""",
    """The town of Velland had 40 visitors per 100 people in 2023.
Velland and Osten together had 94,100 visitors in 2023.""",
    """Osten had the most visitors of the three towns in 2021.
Visitors to the Free Port of Osten fell every year from 2021 to 2023.
An Ostener paid 3.6% more in April 2024, a man told us, who may know.""",
    """Velland’s tourists numbered 43,500 in 2022, those of Osten 50,100.
A Vellandian minister spoke of inflation of 4% in March 2024 in Velland.
Marl had 9,400 visitors in 2023.""",
    """In Velland-on-Sea, visitors rose by 4,400 from 2022 to 2023.
OSTEN’S VISITORS NUMBERED 46,200 IN 2023.""",
)


def pack(folder: Path, resources: Sequence[dict[str, Any]] = RESOURCES) -> Path:
    """The pack of the two towns in ``folder``."""
    folder.mkdir(parents=True)
    files = {"visitors.csv": VISITORS, "cargo.tsv": CARGO, "people.csv": PEOPLE}
    files |= {"prices-velland.csv": RATE, "prices-osten.csv": RATE.replace("4.3", "4.4")}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    data = {"name": "towns", "title": "Velland and Osten", "resources": list(resources)}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def read(document: Document, *, aliases: Sequence[AliasTable] = ()) -> Record:
    """A reading by rules alone, in which every line is a claim and the only actor is whoever stands first."""
    text, day = document.text, document.published.edtf
    record = Record(document, times=times(text, published=day), quantities=quantities(text, published=day))
    record = replace(record, claims=tuple(_claims(record)))
    if aliases:
        first = text.partition(" ")[0].removesuffix("’s")
        record = identified(
            replace(record, actors=(Actor("a1", first, "place", mentions=(Span(0, len(first)),)),)), aliases
        )
    return record


def _claims(record: Record) -> Iterator[Claim]:
    for number, match in enumerate(re.finditer(r"[^\n]+", record.document.text), 1):
        span = Span(*match.span())
        figures = tuple(item.id for item in record.quantities if overlap(item.span, span))
        when = tuple(item.id for item in record.times if overlap(item.span, span))
        stated = Checkability(True, "")
        yield Claim(f"c{number}", span, (span,), None, "quantity", "asserted", stated, figures, when)
