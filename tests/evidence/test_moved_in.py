"""Claims of what moved in several entities at once, and of entities that the speaker or the sentence before names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evidence.making import write
from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.checking import check
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store

FERRIES = "year,harbour,passengers\n" + "".join(
    f"{year},{harbour},{number}\n"
    for year, numbers in ((2021, (300, 200, 90)), (2022, (340, 180, 95)), (2023, (360, 150, 99)))
    for harbour, number in zip(("Ostrel", "Pellin", "Quern"), numbers, strict=True)
)
POWER = "month,town,hours\n" + "".join(
    f"2023-{month:02d},{town},{hours}\n"
    for month in range(1, 13)
    for town, hours in (("Venn", 9 + month), ("Holt", 4 + month), ("Tamm", 21 - 2 * month))
)
SWANS = "year,swans\n2022,410\n2023,460\n"


def _table(
    name: str, column: str, entities: dict[str, Any], producer: str, grain: str = "year", **series: Any
) -> dict[str, Any]:
    fields = [{"name": grain, "type": {"month": "yearmonth"}.get(grain, grain)}]
    fields += [{"name": entities["column"]}] if "column" in entities else []
    fields += [{"name": column, "type": "number"}]
    one = {"name": name, "column": column, "unit": "1", "sort": "flow"} | series
    own = {"confirmed": True, "periods": {"grain": grain, "column": grain}, "series": [one]}
    own |= {"entities": entities, "producer": producer}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    tables = [
        _table("ferries", "passengers", {"column": "harbour"}, "Lorn Ferry Board", property="ferry passengers"),
        _table(
            "power",
            "hours",
            {"column": "town"},
            "Power Watch",
            "month",
            property="hours of power",
            unit="h",
            sort="rate",
        ),
        _table("swans", "swans", {"constant": "Wexmere"}, "Wexmere Bird Trust", property="swans hatched"),
    ]
    folder: Path = write(
        tmp_path_factory.mktemp("pack"), *tables, ferries_csv=FERRIES, swans_csv=SWANS, power_csv=POWER
    )
    with Store([read_pack(folder)]) as opened:
        yield opened


def _results(store: Store, text: str) -> set[str]:
    record = check(read_document(from_text(text, published="2024-02-05")), store, store.packs)
    return {one.result for one in record.results}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Ferry passengers rose in both Ostrel and Quern in 2023.", "consistent"),
        ("Ferry passengers fell in both Ostrel and Quern in 2023.", "inconsistent"),
        ("Ferry passengers rose in Ostrel and Pellin in 2023, compared with 2022.", "inconsistent"),
        ("Ferry passengers rose in two of the three harbours in 2023.", "consistent"),
        ("Ferry passengers rose in one of the three harbours in 2023.", "inconsistent"),
        ("Ferry passengers rose in each of the three harbours in 2023.", "inconsistent"),
        ("Ferry passengers fell in all three harbours in 2023.", "inconsistent"),
        ("Ferry passengers were higher in 2023 than in 2022 in two of the three harbours.", "consistent"),
        ("Ferry passengers fell in two of the four harbours in 2023.", "not_checked"),
        ("Ferry passengers rose in Ostrel, unlike in Pellin, in 2023.", "not_checked"),
    ],
)
def test_what_moved_in_several_entities_is_asked_of_each(store: Store, text: str, result: str) -> None:
    assert _results(store, text) == {result}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("In 2023, 460 swans hatched, the Wexmere Bird Trust said.", "consistent"),
        ("In 2023, 560 swans hatched, the Wexmere Bird Trust said.", "inconsistent"),
        ("Wexmere's bird trust counted 560 swans hatched in 2023.", "inconsistent"),
        ("Wexmere Bird Trust: 560 swans hatched in 2023.", "inconsistent"),
        ("In 2023, 560 swans hatched, the bird trust said.", "depends"),
        ("In 2023, 560 swans hatched, the mayor of Ostrel said.", "depends"),
    ],
)
def test_a_producer_that_bears_the_name_of_its_one_entity_speaks_of_it(store: Store, text: str, result: str) -> None:
    assert _results(store, text) == {result}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Ostrel is busy. In 2023 the harbour had 460 ferry passengers.", "inconsistent"),
        ("Ostrel is busy. In 2023 there were 460 ferry passengers.", "depends"),
        ("Ostrel lies near Port Venn. In 2023 the harbour had 460 ferry passengers.", "depends"),
    ],
)
def test_what_points_back_to_the_only_name_before_is_of_it(store: Store, text: str, result: str) -> None:
    assert result in _results(store, text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Venn had more hours of power than Holt throughout 2023.", "consistent"),
        ("Venn had fewer hours of power than Holt throughout 2023.", "inconsistent"),
        ("Venn had more hours of power than Tamm throughout 2023.", "not_checked"),
        ("Of the three towns, Venn had the most hours of power in 2023.", "not_checked"),
    ],
)
def test_rates_of_a_time_are_compared_where_every_month_agrees(store: Store, text: str, result: str) -> None:
    assert _results(store, text) == {result}
