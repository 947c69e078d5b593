"""The pack `gaza-aid-2023`: aid into the Gaza Strip, 21 October to 31 December 2023, by several producers."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from packing.figures import NAMES, Figures, tables
from packing.files import Plain, package, resource, series, table

FIRST, LAST = date(2023, 10, 21), date(2023, 12, 31)
PLACE = {"constant": "Gaza Strip", "names": {"Gaza Strip": ["Gaza", "the Strip"]}}
COVERAGE = {"lo": FIRST.isoformat(), "hi": LAST.isoformat(), "places": ["Gaza Strip"]}
TRUCKS = "trucks that entered the Gaza Strip"
# What trucks are one sign of: claims of these get readings, and never a result.
AID = ["humanitarian aid received", "humanitarian aid that entered Gaza", "aid received", "aid that entered Gaza"]
SYNONYMS = [
    "trucks that entered Gaza",
    "trucks entering the Strip",
    "trucks that crossed into Gaza",
    "trucks crossing into the Strip",
    "trucks that arrived in Gaza",
    "trucks arriving in Gaza",
    "trucks that reached Gaza",
    "trucks that came into Gaza",
    "trucks that went into Gaza",
    "trucks received in Gaza",
    "entry of trucks into Gaza",
    "truckloads that entered Gaza",
    "lorries that entered Gaza",
    "aid trucks that entered Gaza",
    "humanitarian aid trucks that entered Gaza",
    "trucks of humanitarian aid that entered Gaza",
    "trucks carrying aid that entered Gaza",
    "trucks loaded with aid that entered Gaza",
    "relief trucks that entered Gaza",
]
"""No word that narrows ("food") or widens, and the verb in each: trucks that wait are not trucks that entered."""
UNRWA, COGAT = "UNRWA (United Nations)", "COGAT (Israel, Ministry of Defense)"
RECEIVED = (
    "Rows of the agency’s list of trucks received in the Gaza Strip over land crossings, by the day received; cargo of "
    "the United Nations, the Red Crescent, other organisations and the private sector; no tankers of fuel or gas"
)
LISTED = (
    "Rows of the ministry’s list of aid consignments by land crossings, one taken as one truckload, by the date of the "
    "list, which does not say whether it is of inspection, dispatch or entry"
)
Columns = dict[str, tuple[str, str, str]]
"""Type, description and column of the data by column of the pack."""
UNRWA_COLUMNS: Columns = {
    "trucks": ("integer", "trucks received, all kinds", "trucks"),
    "food": ("integer", "of them food, water included", "cat_food_items"),
    "medical": ("integer", "of them medical supplies", "cat_medical_supplies"),
    "mixed": ("integer", "of them mixed cargo", "cat_mixed_items"),
    "non_food": ("integer", "of them anything else", "cat_non_food_items"),
    "red_crescent": ("integer", "of all, sent by way of the Palestine Red Crescent", "type_humanitarian_prcs"),
    "un": ("integer", "of all, of the United Nations", "type_humanitarian_un"),
    "ingo": ("integer", "of all, of international organisations", "type_humanitarian_ingo"),
    "private": ("integer", "of all, of the private sector", "type_private_sector"),
}
COGAT_COLUMNS: Columns = {
    "total": ("integer", "consignments, all kinds", "n_total"),
    "without_fuel": ("integer", "consignments without fuel and cooking gas", "n_excl_fuel_gas"),
    "food": ("integer", "of them food, water apart", "n_food"),
    "water": ("integer", "of them water", "n_water"),
    "medical": ("integer", "of them medical supplies", "n_medical_supplies"),
    "shelter": ("integer", "of them shelter equipment", "n_shelter_equipment"),
    "combined": ("integer", "of them combined aid", "n_combined_aid"),
    "fuel": ("integer", "fuel", "n_fuel"),
    "gas": ("integer", "cooking gas", "n_gas"),
}


def _days() -> Iterator[str]:
    for number in range((LAST - FIRST).days + 1):
        yield (FIRST + timedelta(number)).isoformat()


def _daily(path: Path, day: str, columns: Columns) -> str:
    """The list by day. A day on which the list has no row is a row of zeros, marked as such."""
    with path.open(encoding="utf-8", newline="") as file:
        listed = {row[day]: row for row in csv.DictReader(file)}
    rows = []
    for each in _days():
        row = listed.get(each)
        counts = [int(row[column]) if row else 0 for _, _, column in columns.values()]
        rows.append([each, *counts, "true" if row else "false"])
    return table(("date", *columns, "in_list"), rows)


def _list(
    name: str,
    title: str,
    columns: Columns,
    onrecord: Plain,
    each: list[Plain],
    source: tuple[str, str],
    licence: Plain | None,
) -> Plain:
    fields = {
        "date": ("date", "day of the list"),
        **{key: (kind, text) for key, (kind, text, _) in columns.items()},
        "in_list": ("boolean", "whether the list has a row on that day; where not, every count is 0"),
    }
    shared = {
        "coverage": COVERAGE,
        "entities": PLACE,
        "periods": {"grain": "day", "column": "date"},
        "series": each,
    }
    return resource(name, title, fields, onrecord | shared, source, licence)


def _kind(producer: str, column: str, what: str, nouns: list[str], definition: str) -> Plain:
    """A series of one kind of load, under the same words for each producer."""
    return series(
        f"{producer}-{column}", f"{what} trucks that entered the Gaza Strip", column, "1", "flow", counted="truck",
        synonyms=[
            f"{load} {noun} that {verb} Gaza"
            for noun in nouns for load in ("trucks of", "trucks carrying", "truckloads of")
            for verb in ("entered", "crossed into", "reached")
        ],
        definition=definition,
    )  # fmt: skip


def _unrwa() -> Plain:
    each = [
        series("unrwa-trucks", TRUCKS, "trucks", "1", "flow", counted="truck", synonyms=SYNONYMS, stands_for=AID),
        _kind("unrwa", "food", "food", ["food"], f"{RECEIVED}. Food items, water among them; mixed loads apart"),
        _kind("unrwa", "medical", "medical", ["medical supplies"], f"{RECEIVED}. Medical supplies; mixed loads apart"),
    ]
    return _list(
        "unrwa-trucks", "Trucks received, by day, by the list of UNRWA", UNRWA_COLUMNS,
        {"producer": UNRWA, "definition": RECEIVED, "retrieved": "2025-01-19"}, each,
        ("UNRWA, Gaza Supplies and Dispatch Tracking (commodities-received-13.xlsx), by HDX",
         "https://data.humdata.org/dataset/state-of-palestine-gaza-aid-truck-data"),
        {"name": "CC-BY", "title": "Creative Commons Attribution, as a registry of licences has it"},
    )  # fmt: skip


def _cogat() -> Plain:
    each = [
        series("cogat-trucks", TRUCKS, "without_fuel", "1", "flow", counted="truck", synonyms=SYNONYMS, stands_for=AID,
               definition=f"{LISTED}; without fuel and cooking gas"),
        series("cogat-trucks-all", TRUCKS, "total", "1", "flow", counted="truck", synonyms=SYNONYMS, stands_for=AID,
               definition=f"{LISTED}; fuel and cooking gas included"),
        _kind("cogat", "food", "food", ["food"], f"{LISTED}. Food, water and combined aid apart"),
        _kind("cogat", "medical", "medical", ["medical supplies"], f"{LISTED}. Medical supplies; combined aid apart"),
        _kind("cogat", "water", "water", ["water"], f"{LISTED}. Water"),
        _kind("cogat", "fuel", "fuel", ["fuel"], f"{LISTED}. Fuel, cooking gas apart"),
        _kind("cogat", "gas", "cooking gas", ["cooking gas"], f"{LISTED}. Cooking gas"),
    ]  # fmt: skip
    return _list(
        "cogat-trucks", "Aid consignments, by day, by the list of COGAT", COGAT_COLUMNS,
        {"producer": COGAT, "definition": LISTED, "retrieved": "2024-09-24"}, each,
        ("COGAT, list of aid consignments", "https://gaza-aid-data.gov.il/main/"), None,
    )  # fmt: skip


def _pause() -> tuple[str, Plain]:
    sources = [f"https://www.ochaopt.org/content/hostilities-gaza-strip-and-israel-flash-update-{n}" for n in (49, 56)]
    text = table(
        ("event", "first_day", "last_day", "begins", "ends", "source", "source_end"),
        [("humanitarian pause", "2023-11-24", "2023-11-30", "2023-11-24T07:00", "2023-12-01T07:00", *sources)],
    )
    fields = {
        "event": ("string", "name of the event"),
        "first_day": ("date", "first day"),
        "last_day": ("date", "last whole day: it ended on the morning after"),
        "begins": ("string", "when it began, local time"),
        "ends": ("string", "when it ended, local time, about"),
        "source": ("string", "address for the beginning"),
        "source_end": ("string", "address for the end"),
    }
    names = [
        f"{kind}{word}"
        for kind in ("", "humanitarian ", "temporary ")
        for word in ("pause", "truce", "ceasefire", "cease-fire")
    ]
    onrecord: Plain = {
        "producer": "OCHA (United Nations)",
        "definition": "Pause in the hostilities, from 24 November 2023 at 7:00 to 1 December at about 7:00 local time: "
        "seven days, counted as 24 to 30 November",
        "coverage": COVERAGE,
        "entities": PLACE,
        "periods": {"grain": "period", "column": "first_day", "last": "last_day"},
        "series": [
            series("pause", "humanitarian pause", None, "1", "event",
                   synonyms=[name for name in names if name != "humanitarian pause"]
                   + ["operational pause", "pause in hostilities", "pause in fighting"]),
        ],
    }  # fmt: skip
    return text, resource(
        "pause", "The pause of November 2023", fields, onrecord, ("OCHA, Flash Updates 49 and 56", sources[0])
    )


def _figures(figures: Figures) -> tuple[str, Plain]:
    """A table of single figures, each with its own producer, and the series that stand for a row each."""
    columns = {
        "id": ("string", "which figure it is"),
        "value": ("number", "the figure, as published"),
        "said": ("string", "how the source limits it: about, nearly, at least"),
        "unit": ("string", "unit, in UCUM; 1 for counts"),
        "counted": ("string", "what is counted or measured"),
        "per": ("string", "per what"),
        **figures.periods_fields,
        "place": ("string", "where"),
        "producer": ("string", "whose figure it is"),
        "by": ("string", "who reports it"),
        "published": ("string", "when the report was published"),
        "definition": ("string", "what the figure is of"),
        "source": ("string", "address, or title where no address is known"),
    }
    text = table(
        tuple(columns),
        [
            (row.id, row.value, row.said, row.unit, row.counted, row.per, *row.period, row.place, row.producer, row.by,
             row.published, row.definition, row.source)
            for row in figures.rows
        ],
    )  # fmt: skip
    each = [
        series(
            row.id, row.property, "value", row.unit, row.sort, synonyms=list(row.synonyms), where={"id": row.id},
            counted=row.noun, per=row.per, rounding=row.rounding, role=None if row.role == "measured" else row.role,
            of=list(row.of), definition=row.definition, producer=row.producer, source=row.source,
        )
        for row in figures.rows if row.property
    ]  # fmt: skip
    onrecord: Plain = {
        "producer": "several, named in each row",
        "definition": figures.definition,
        "entities": {
            "column": "place",
            "names": {place: NAMES[place] for place in dict.fromkeys(row.place for row in figures.rows)},
        },
        "periods": figures.periods,
        "series": each,
    }
    return text, resource(figures.name, figures.title, columns, onrecord)


def files(data: Path) -> dict[str, str]:
    """The files of the pack by name, from the folder with the folders of evidence."""
    made = {
        "unrwa-trucks.csv": _daily(
            data / "unrwa_gaza_trucks" / "unrwa_trucks_daily.csv", "received_date", UNRWA_COLUMNS
        ),
        "cogat-trucks.csv": _daily(
            data / "cogat_gaza_consignments" / "cogat_consignments_daily.csv", "date", COGAT_COLUMNS
        ),
    }
    resources = [_unrwa(), _cogat()]
    made["pause.csv"], pause = _pause()
    resources.append(pause)
    for figures in tables(data / "evidence_points" / "evidence.csv"):
        made[f"{figures.name}.csv"], one = _figures(figures)
        resources.append(one)
    made["datapackage.json"] = package(
        "gaza-aid-2023",
        "Aid into the Gaza Strip, October to December 2023",
        "Trucks by day by the lists of two producers, and figures of many producers on what entered before, what was "
        "needed, who lives there and which hospitals worked. See README.md.",
        resources,
    )
    return made
