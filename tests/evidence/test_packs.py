"""The packs in `packs/`: their descriptors fit their files, their sums are known, and the script writes them so."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.model import FieldType, Grain, Role, Sort
from onrecord.evidence.store import Store

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "packs"
DATA = ROOT.parent / "shared" / "data"
NAMES = ("gaza-aid-2023", "inflation")


def descriptor(pack: str) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads((PACKS / pack / "datapackage.json").read_text(encoding="utf-8"))
    return plain


def rows(pack: str, table: str) -> list[dict[str, str]]:
    with (PACKS / pack / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def resources() -> Iterator[tuple[str, dict[str, Any]]]:
    for pack in NAMES:
        for resource in descriptor(pack)["resources"]:
            yield pack, resource


EVERY = [pytest.param(pack, resource, id=f"{pack}/{resource['name']}") for pack, resource in resources()]
PATTERNS = {
    "integer": r"-?\d+",
    "number": r"-?\d+(\.\d+)?",
    "date": r"\d{4}-\d\d-\d\d",
    "yearmonth": r"\d{4}-\d\d",
    "boolean": "true|false",
    "string": r".*",
}


@pytest.mark.parametrize(("pack", "resource"), EVERY)
def test_the_file_has_the_fields_in_order_and_cells_of_their_type(pack: str, resource: dict[str, Any]) -> None:
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    found = rows(pack, resource["name"])
    assert found
    assert list(found[0]) == list(fields)
    for name, field in fields.items():
        assert field["type"] in get_args(FieldType)
        assert field["description"]
        wrong = [row[name] for row in found if row[name] and not re.fullmatch(PATTERNS[field["type"]], row[name])]
        assert wrong == [], name


@pytest.mark.parametrize(("pack", "resource"), EVERY)
def test_each_series_names_producer_source_and_definition_and_finds_its_rows(
    pack: str, resource: dict[str, Any]
) -> None:
    own, found = resource["onrecord"], rows(pack, resource["name"])
    assert own["confirmed"] is True
    assert own["periods"]["grain"] in get_args(Grain)
    assert own["series"]
    for series in own["series"]:
        assert series.get("producer", own["producer"]), series["name"]
        assert series.get("definition", own["definition"]), series["name"]
        assert series.get("source") or resource["sources"][0].get("path"), series["name"]
        assert series["sort"] in get_args(Sort)
        assert series.get("role", "measured") in get_args(Role)
        here = [row for row in found if all(row[key] == value for key, value in series.get("where", {}).items())]
        assert here, series["name"]
        assert series["column"] is None or all(row[series["column"]] for row in here), series["name"]


def test_names_of_series_are_unique_in_their_pack_and_of_names_one() -> None:
    for pack in NAMES:
        every = [series for resource in descriptor(pack)["resources"] for series in resource["onrecord"]["series"]]
        names = [series["name"] for series in every]
        assert len(set(names)) == len(names)
        assert {of for series in every for of in series.get("of", [])} <= set(names)


def test_one_property_has_the_same_words_for_every_producer_of_a_sort() -> None:
    """No producer's trucks are easier to find than another's; the two lists have more words than single figures."""
    words: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for _, resource in (pair for pair in resources() if pair[0] == "gaza-aid-2023"):
        for series in resource["onrecord"]["series"]:
            kind = "figure" if series.get("where") else "list"
            words.setdefault((series["property"], kind), set()).add(tuple(series.get("synonyms", [])))
    assert [property for property, each in words.items() if len(each) > 1] == []


def test_a_row_of_single_figures_agrees_with_its_series() -> None:
    for pack, resource in resources():
        by_id = {row["id"]: row for row in rows(pack, resource["name"]) if "id" in row}
        for series in (series for series in resource["onrecord"]["series"] if "where" in series):
            row = by_id[series["where"]["id"]]
            for name in ("producer", "source", "definition", "unit"):
                assert row[name] == series[name], series["name"]
            assert row["per"] == series.get("per", "")
        assert all(row["source"] and row["producer"] and row["definition"] for row in by_id.values())


def total(table: str, column: str, first: str, last: str) -> int:
    return sum(int(row[column]) for row in rows("gaza-aid-2023", table) if first <= row["date"] <= last)


@pytest.mark.parametrize(
    ("table", "column", "week", "months"),
    [
        ("unrwa-trucks", "trucks", 1209, [218, 2545, 3248]),
        ("cogat-trucks", "total", 1381, [241, 2942, 3504]),
    ],
)
def test_sums_of_the_two_lists(table: str, column: str, week: int, months: list[int]) -> None:
    assert total(table, column, "2023-11-24", "2023-11-30") == week
    assert [total(table, column, f"2023-{month}-01", f"2023-{month}-31") for month in (10, 11, 12)] == months


def test_the_week_without_fuel_and_gas() -> None:
    assert total("cogat-trucks", "without_fuel", "2023-11-24", "2023-11-30") == 1331


@pytest.mark.parametrize("table", ["unrwa-trucks", "cogat-trucks"])
def test_every_day_has_one_row_and_days_that_no_row_lists_are_zeros(table: str) -> None:
    found = rows("gaza-aid-2023", table)
    days = [date(2023, 10, 21) + timedelta(number) for number in range(72)]
    assert [row["date"] for row in found] == [day.isoformat() for day in days]
    for row in found:
        counts = [int(value) for name, value in row.items() if name not in ("date", "in_list")]
        assert any(counts) is (row["in_list"] == "true"), row["date"]


def test_parts_of_the_lists_add_up() -> None:
    for row in rows("gaza-aid-2023", "unrwa-trucks"):
        assert int(row["trucks"]) == sum(int(row[kind]) for kind in ("food", "medical", "mixed", "non_food"))
        assert int(row["trucks"]) == sum(int(row[kind]) for kind in ("red_crescent", "un", "ingo", "private"))
    for row in rows("gaza-aid-2023", "cogat-trucks"):
        kinds = ("food", "water", "medical", "shelter", "combined")
        assert int(row["without_fuel"]) == sum(int(row[kind]) for kind in kinds)
        assert int(row["total"]) == int(row["without_fuel"]) + int(row["fuel"]) + int(row["gas"])


def test_what_is_said_with_a_lower_bound_is_never_a_measured_series() -> None:
    series = {each["name"] for _, resource in resources() for each in resource["onrecord"]["series"]}
    bound = [row["id"] for row in rows("gaza-aid-2023", "reported-trucks") if row["said"]]
    assert bound == ["prcs-week", "un-21-november"]
    assert series.isdisjoint(bound)


def test_months_of_inflation_have_no_gap_and_reach_the_coverage() -> None:
    for resource in descriptor("inflation")["resources"]:
        months = [row["month"] for row in rows("inflation", resource["name"])]
        numbers = [int(month[:4]) * 12 + int(month[5:]) for month in months]
        assert numbers == list(range(numbers[0], numbers[-1] + 1)), resource["name"]
        coverage = resource["onrecord"]["coverage"]
        assert coverage["lo"] == f"{months[0]}-01"
        after = date.fromisoformat(coverage["hi"]) + timedelta(1)
        assert (after.day, after.year * 12 + after.month) == (1, numbers[-1] + 1)


@pytest.mark.parametrize(
    ("table", "month", "rate"),
    [
        ("uk-cpi", "2022-10", "11.1"),
        ("uk-cpih", "2022-10", "9.6"),
        ("uk-rpi", "2022-10", "14.2"),
        ("ar-cpi", "2023-12", "211.4"),
        ("ng-cpi", "2022-03", "15.92"),
        ("mx-cpi", "2022-05", "7.65"),
        ("za-ppi", "2025-10", "2.9"),
    ],
)
def test_rates_as_printed(table: str, month: str, rate: str) -> None:
    assert {row["month"]: row["rate"] for row in rows("inflation", table)}[month] == rate


def test_decimals_are_those_of_the_rounding() -> None:
    for resource in descriptor("inflation")["resources"]:
        (series,) = resource["onrecord"]["series"]
        places = {0.1: 1, 0.01: 2}[series["rounding"]]
        assert {len(row["rate"].partition(".")[2]) for row in rows("inflation", resource["name"])} == {places}


def test_inflation_alone_means_each_of_the_three_of_one_country_and_a_named_index_only_its_own() -> None:
    words = {
        resource["name"]: set(resource["onrecord"]["series"][0]["synonyms"])
        for resource in descriptor("inflation")["resources"]
    }
    of_uk = {name: each for name, each in words.items() if name.startswith("uk-")}
    assert {name for name, each in of_uk.items() if "inflation" in each} == {"uk-cpi", "uk-cpih", "uk-rpi"}
    assert {name for name, each in of_uk.items() if "RPI inflation" in each} == {"uk-rpi"}
    assert {name for name, each in of_uk.items() if "CPI inflation" in each} == {"uk-cpi"}
    assert "inflation" not in words["za-ppi"]
    assert "inflation" not in words["ar-cpi"]


def test_the_script_writes_the_same_bytes(tmp_path: Path) -> None:
    if not (DATA / "evidence").is_dir():
        pytest.skip("the data that the packs are made of are not here")
    subprocess.run([sys.executable, ROOT / "scripts" / "packs.py", "--data", DATA, "--into", tmp_path], check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    kept = {path.relative_to(PACKS): path.read_bytes() for path in PACKS.rglob("*.*") if path.is_file()}
    assert made == {path: text for path, text in kept.items() if path.name != "README.md"}


@pytest.mark.parametrize("folder", NAMES)
def test_the_pack_loads_without_a_fault_and_each_series_has_values(folder: str) -> None:
    pack = read_pack(PACKS / folder)
    with Store([pack]) as store:
        for table in pack.tables:
            assert store.faults(pack, table) == (), table.name
            name = table.name
            assert store.run(pack, table, f'SELECT count(_fault) FROM "{name}"') == [(0,)]
            for series in table.series:
                where = " AND ".join(f'"{column}" = ?' for column in series.where) or "true"
                value = series.column or "_hi"
                query = f'SELECT count(*), count(_lo), count("{value}") FROM "{name}" WHERE {where}'
                ((every, dated, valued),) = store.run(pack, table, query, list(series.where.values()))
                assert 0 < every == dated == valued, series.name
