"""Claims of all entities of a table, of wholes and their parts, and per head of people who are counted elsewhere."""

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
from onrecord.record import Record

FERRIES = "month,harbour,all,island,coast\n" + "".join(
    f"2023-{month:02d},{harbour},{island + coast},{island},{coast}\n"
    for month in range(1, 13)
    for harbour, island, coast in (("Ostrel", 300 + month, 100), ("Pellin", 200, 50 + month), ("Quern", 90, 10))
)
PEOPLE = "year,harbour,people\n2023,Ostrel,20000\n2023,Pellin,5000\n2023,Quern,2500\n"
CRANES = "month,yard,lifts\n2023-05,Ostrel,40\n2023-05,Pellin,60\n2023-05,All yards,100\n"
BAKERS = "month,loaves\n2023-05,9100\n2023-06,9300\n"


def _table(name: str, column: str, kind: str, series: list[dict[str, Any]], **own: Any) -> dict[str, Any]:
    fields = [{"name": column, "type": kind}]
    fields += [{"name": own["entities"]["column"]}] if "column" in own["entities"] else []
    fields += [{"name": one["column"], "type": "number"} for one in series]
    grain = "year" if column == "year" else "month"
    own |= {"confirmed": True, "periods": {"grain": grain, "column": column}, "series": series}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def _series(name: str, column: str, *synonyms: str, sort: str = "flow") -> dict[str, Any]:
    return {"name": name, "property": name, "synonyms": list(synonyms), "column": column, "unit": "1", "sort": sort}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    harbours = {"column": "harbour"}
    tables = [
        _table(
            "ferries",
            "month",
            "yearmonth",
            [
                _series("ferry passengers", "all", "passengers carried"),
                _series("island passengers", "island"),
                _series("coast passengers", "coast"),
            ],
            producer="Lorn Harbour Board",
            entities=harbours,
        ),
        _table(
            "people", "year", "year", [_series("population", "people", "residents", sort="stock")],
            producer="Lorn Registry", entities=harbours,
        ),
        _table(
            "cranes", "month", "yearmonth", [_series("crane lifts", "lifts")],
            producer="Crane Union", entities={"column": "yard"},
        ),
        _table(
            "bakers", "month", "yearmonth", [_series("loaves baked", "loaves")],
            producer="Bakers of Tamsin", entities={"constant": "Tamsin"},
        ),
    ]  # fmt: skip
    folder: Path = tmp_path_factory.mktemp("pack")
    write(folder, *tables, ferries_csv=FERRIES, people_csv=PEOPLE, cranes_csv=CRANES, bakers_csv=BAKERS)
    with Store([read_pack(folder)]) as opened:
        yield opened


def checked(store: Store, text: str) -> Record:
    return check(read_document(from_text(text, published="2024-02-05")), store, store.packs)


def results(store: Store, text: str) -> list[str]:
    return [one.result for one in checked(store, text).results]


# In May 2023: Ostrel 305 + 100, Pellin 200 + 55, Quern 90 + 10
@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The three Lorn harbours had 760 ferry passengers in May 2023.", "consistent"),
        ("The three Lorn harbours had 860 ferry passengers in May 2023.", "inconsistent"),
        ("In May 2023, 760 ferry passengers were recorded across Lorn's three harbours.", "consistent"),
        ("In May 2023, 790 ferry passengers were recorded across Lorn's three harbours.", "inconsistent"),
        ("Ferry passengers in the three harbours of Lorn rose by 0.3 % from May to June 2023.", "consistent"),
        ("Ferry passengers in the three harbours of Lorn fell by 0.3 % from May to June 2023.", "inconsistent"),
        ("Our three harbours together averaged 763 ferry passengers a month in 2023.", "consistent"),
        ("Our three harbours together averaged 703 ferry passengers a month in 2023.", "inconsistent"),
        # of which they are, or how many: not these
        ("The four harbours had 760 ferry passengers in May 2023.", "not_checked"),
        ("The three Marlby harbours had 760 ferry passengers in May 2023.", "not_checked"),
        ("The three harbours each had 760 ferry passengers in May 2023.", "not_checked"),
        ("All three harbours had more than 700 ferry passengers in May 2023.", "inconsistent"),  # each of them
        # how many they are is not said, nor who: supposed, and no reason to call a claim inconsistent
        ("The harbours had 760 ferry passengers in May 2023.", "consistent"),
        ("The harbours had 860 ferry passengers in May 2023.", "depends"),
        ("In May 2023 there were 760 ferry passengers in Lorn.", "consistent"),
        ("In May 2023 there were 860 ferry passengers.", "depends"),
        ("In May 2023, 9,100 loaves were baked.", "consistent"),
        ("In May 2023, 9,500 loaves were baked.", "depends"),
        # a row of its own for the total
        ("The two yards counted 100 crane lifts in May 2023.", "consistent"),
        ("The two yards counted 200 crane lifts in May 2023.", "inconsistent"),
    ],
)
def test_all_entities_added_up(store: Store, text: str, result: str) -> None:
    assert results(store, text) == [result]


def test_what_is_supposed_is_told(store: Store) -> None:
    [one] = checked(store, "In May 2023 there were 760 ferry passengers.").checks
    assert one.reading is not None and one.reading.entity is None
    assert one.reading.assumed == ("all 3 of ferries.csv added up are meant, which the claim does not say",)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Of the 760 ferry passengers in May 2023, {405|425} used Ostrel, 255 Pellin and 100 Quern.", True),
        ("Of the 760 ferry passengers in May 2023, 405 used Ostrel, 255 Pellin and {100|130} Quern.", True),
        ("Ostrel had 405 ferry passengers in May 2023: {305|325} island and 100 coast passengers.", True),
        ("Ostrel had 405 ferry passengers in May 2023, {305|345} of them island passengers.", True),
        ("The three harbours had 760 ferry passengers in May 2023, of which {405|455} in Ostrel.", True),
        ("Ostrel had 405 ferry passengers in May 2023: 305 island passengers, the other {100|170} on day trips.", True),
        ("Ostrel and Quern together had {505|585} ferry passengers in May 2023, Pellin the rest.", True),
        # of a shorter time, which is not read
        ("Ostrel had 405 ferry passengers in May 2023, 90 of them in the first week.", False),
    ],
)
def test_wholes_and_parts(store: Store, text: str, *, right: bool) -> None:
    head, _, rest = text.partition("{")
    (good, bad), tail = rest.partition("}")[0].split("|") if rest else ("", ""), rest.partition("}")[2]
    found = set(results(store, head + good + tail))
    assert found == {"consistent"} if right else "inconsistent" not in found and "consistent" not in found
    if right:
        assert "inconsistent" in results(store, head + bad + tail)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Ostrel's share of the ferry passengers of the three harbours was 53 % in May 2023.", "consistent"),
        ("Ostrel's share of the ferry passengers of the three harbours was 63 % in May 2023.", "inconsistent"),
        ("Ostrel's share of ferry passengers was 53 % in May 2023.", "consistent"),
        ("Ostrel's share of ferry passengers was 63 % in May 2023.", "depends"),
        ("May alone had 8.3 % of Ostrel's ferry passengers of 2023.", "consistent"),
        ("May alone had 18.3 % of Ostrel's ferry passengers of 2023.", "inconsistent"),
        ("Pellin had 616 ferry passengers per 1,000 residents in 2023.", "consistent"),
        ("Pellin had 716 ferry passengers per 1,000 residents in 2023.", "inconsistent"),
        ("The three harbours had 333 ferry passengers for every thousand residents in 2023.", "consistent"),
        ("The three harbours had 433 ferry passengers for every thousand residents in 2023.", "inconsistent"),
    ],
)
def test_shares_and_heads(store: Store, text: str, result: str) -> None:
    assert results(store, text) == [result]


def test_only_tables_that_the_text_has_a_label_of_are_loaded(tmp_path: Path) -> None:
    """A place in the text may be where all entities of a table are; most tables of a large pack are of other things."""
    whose = {"producer": "Harbour Board of Lorn", "entities": {"column": "harbour"}}
    ferries = _table("ferries", "month", "yearmonth", [_series("ferry passengers", "all")], **whose)
    people = _table("people", "year", "year", [_series("population", "people", sort="stock")], **whose)
    pack = read_pack(write(tmp_path, ferries, people, ferries_csv=FERRIES, people_csv=PEOPLE))
    asked: set[str] = set()
    with Store([pack]) as store:

        class Recording:
            def run(self, pack: Any, table: Any, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
                asked.add(table.name)
                return store.run(pack, table, sql, parameters)

        document = from_text("In May 2023 Ostrel had 405 ferry passengers, the most in Lorn.", published="2023-08-01")
        record = check(read_document(document), Recording(), [pack])
    assert record.results[0].result in ("consistent", "depends")
    assert asked == {"ferries"}
