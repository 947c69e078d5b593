"""The packs of the repository as topics: their descriptors and files read as plain JSON and CSV."""

from __future__ import annotations

import calendar
import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from truths_facts import Topic
from truths_tables import Cell, Pack, Series, Table, Words

__all__ = ["ROOT", "given"]

ROOT = Path(__file__).resolve().parents[1] / "packs"

_MEASURES = {"uk-cpi": "CPI inflation", "uk-cpih": "CPIH inflation", "uk-rpi": "RPI inflation"}
"""Where one country has several series, the words that tell them apart."""
_THE = {"United Kingdom": "the United Kingdom", "Philippines": "the Philippines"}
_KINDS = {
    "trucks": "trucks",
    "food": "food trucks",
    "medical": "medical trucks",
    "water": "water trucks",
    "fuel": "fuel trucks",
}

_INFLATION = {
    "dev": Words(
        "pct",
        np=("{m} in {E}", "annual {m} in {E}"),
        says=("{m} in {E} was {v} {p}", "{m} in {E} stood at {v} {p}", "annual {m} in {E} was {v} {p}"),
        peak=("the highest monthly rate of {m} in {E} {p} was {v}",),
        low=("the lowest monthly rate of {m} in {E} {p} was {v}",),
        count=("{m} in {E} was above {x} in {n} months {p}",),
        narrower=(
            "food price {m} in {E} was {v} {p}",
            "core {m} in {E} stood at {v} {p}",
            "wage growth in {E} was {v} {p}",
            "{m} expected by households in {E} was {v} {p}",
        ),
    ),
    "held": Words(
        "pct",
        np=("the annual rate of {m} in {E}", "{m} in {E}"),
        says=("{E} recorded annual {m} of {v} {p}", "{p}, {m} in {E} came in at {v}", "{m} ran at {v} in {E} {p}"),
        peak=("{m} in {E} hit a high of {v} {p}",),
        low=("{m} in {E} hit a low of {v} {p}",),
        count=("{m} in {E} was over {x} in {n} months {p}",),
        narrower=(
            "services {m} in {E} came in at {v} {p}",
            "{m} in the capital of {E} ran at {v} {p}",
            "{E} recorded rent {m} of {v} {p}",
        ),
    ),
}
_TRUCKS = {
    "dev": Words(
        "count",
        np=("the number of {m} that entered the Gaza Strip",),
        says=("{v} {m} entered the Gaza Strip {p}", "{v} {m} entered Gaza {p}", "Gaza was entered by {v} {m} {p}"),
        mean=("an average of {v} {m} a day entered the Gaza Strip {p}",),
        peak=("the highest number of {m} that entered Gaza in a day {p} was {v}",),
        count=("more than {x} {m} entered the Gaza Strip on {n} days {p}",),
        narrower=(
            "{v} {m} entered northern Gaza {p}",
            "{v} {m} left the Gaza Strip {p}",
            "{v} {m} were looted in the Gaza Strip {p}",
            "{v} {m} waited at the border of Gaza {p}",
        ),
    ),
    "held": Words(
        "count",
        np=("the number of {m} that reached Gaza", "the number of {m} that crossed into Gaza"),
        says=("{v} {m} crossed into Gaza {p}", "{v} {m} reached the Gaza Strip {p}", "{p}, {v} {m} arrived in Gaza"),
        mean=("on average, {v} {m} a day crossed into Gaza {p}",),
        peak=("on the busiest day {p}, {v} {m} crossed into Gaza",),
        count=("on {n} days {p}, over {x} {m} crossed into Gaza",),
        narrower=(
            "{v} {m} were turned back at the crossing into Gaza {p}",
            "{v} {m} reached Rafah from Cairo {p}",
            "{v} {m} were unloaded in the south of the Gaza Strip {p}",
        ),
    ),
}


def _worded(words: Words, **slots: str) -> Words:
    """The words with measure and place put in."""

    def put(template: str) -> str:
        for name, value in slots.items():
            template = template.replace("{" + name + "}", value)
        return template

    changed: Any = {
        name: tuple(put(t) for t in getattr(words, name))
        for name in ("np", "says", "mean", "peak", "low", "count", "narrower")
    }
    return replace(words, **changed)


def given(part: str, root: Path = ROOT) -> list[Topic]:
    """Topics of the repository's packs, worded for ``part``; none where a pack is not there."""
    made = []
    if (root / "inflation" / "datapackage.json").exists():
        made += _inflation(root / "inflation", _INFLATION[part])
    if (root / "gaza-aid-2023" / "datapackage.json").exists():
        made += _trucks(root / "gaza-aid-2023", _TRUCKS[part])
    return made


def _inflation(folder: Path, words: Words) -> list[Topic]:
    topics = []
    for resource in _resources(folder):
        name, described = resource["name"], resource["onrecord"]
        ((series),) = described["series"]
        if series["property"] != "annual inflation rate" or "inflation" not in (
            *series.get("synonyms", ()),
            series["property"],
        ):
            continue
        entity = described["entities"]["constant"]
        worded = _worded(words, m=_MEASURES.get(name, "inflation"), E=_THE.get(entity, entity))
        cells = tuple(
            (
                *_month(row[described["periods"]["column"]]),
                float(row[series["column"]]) if row[series["column"]] else None,
            )
            for row in _csv(folder / resource["path"])
        )
        topics.append(_topic(folder, resource, series, entity, cells, worded, "month"))
    plain = [topic for topic in topics if topic.table.name not in _MEASURES]
    told = [topic for topic in topics if topic.table.name in _MEASURES]
    # "Inflation" alone, of a country with several measures, is each of them.
    any_of = [_bare(topic, told, words) for topic in told]
    return plain + told + any_of


def _bare(topic: Topic, told: list[Topic], words: Words) -> Topic:
    entity = topic.table.entities[0]
    worded = _worded(words, m="inflation", E=_THE.get(entity, entity))
    rivals = tuple(other for other in told if other.table.name != topic.table.name)
    return replace(topic, series=replace(topic.series, words=worded), rivals=rivals, one_producer=True)


def _trucks(folder: Path, words: Words) -> list[Topic]:
    topics: list[Topic] = []
    for resource in _resources(folder):
        if resource["name"] not in ("unrwa-trucks", "cogat-trucks"):
            continue
        rows = _csv(folder / resource["path"])
        for series in resource["onrecord"]["series"]:
            kind = _KINDS.get(series["column"] if series["column"] in _KINDS else "")
            if kind is None:
                continue
            cells = tuple((d := date.fromisoformat(row["date"]), d, float(row[series["column"]])) for row in rows)
            entity = resource["onrecord"]["entities"]["constant"]
            topics.append(_topic(folder, resource, series, entity, cells, _worded(words, m=kind), "day"))
    made = []
    for topic in topics:
        rivals = [t for t in topics if t.series.property == topic.series.property and t is not topic]
        # Other producers count all trucks too, some for a week only: a claim of all trucks names its producer.
        made.append(replace(topic, rivals=tuple(rivals), must_name=topic.series.column == "trucks"))
    return made


def _topic(
    folder: Path, resource: Mapping[str, Any], series: Mapping[str, Any], entity: str, cells: tuple[Cell, ...],
    words: Words, grain: str,
) -> Topic:  # fmt: skip
    described = resource["onrecord"]
    made = Series(
        series["name"], series["property"], series["column"], series["unit"], series["sort"], words,
        rounding=series.get("rounding", 0.0),
    )  # fmt: skip
    producer = series.get("producer", described["producer"]).split(" (")[0].split(",")[0]
    table = Table(
        resource["name"], grain, producer, "", (entity,), (made,), {(made.name, entity): cells},
    )  # fmt: skip
    return Topic(Pack(folder.name, (table,), folder), table, made)


def _resources(folder: Path) -> list[dict[str, Any]]:
    data = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources: list[dict[str, Any]] = data["resources"]
    return resources


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _month(text: str) -> tuple[date, date]:
    year, month = (int(part) for part in text.split("-"))
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
