"""Evidence with its names exchanged: what of a pack and of an alias table is another, and what stays."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from audit import towns
from evidence import making
from onrecord.aliases import AliasRow, AliasTable
from onrecord.audit.names import Names
from onrecord.audit.packs import Exchange, NotSwapped, changes, texts, write
from onrecord.audit.sources import Sources
from onrecord.audit.swap import Finder
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.model import Pack
from onrecord.evidence.store import Store

PAIR = (towns.VELLAND, towns.OSTEN)
SWAP = Exchange(Finder(PAIR), PAIR[::-1])


def swapped(folder: Path, into: Path, exchange: Exchange = SWAP) -> Pack:
    """The pack in ``folder`` with its names exchanged, written into ``into`` and read from there."""
    with Store([read_pack(folder)]) as store:
        [pack], known = store.packs, texts(store)
        changed = changes(pack, known[pack.name], exchange)
        assert changed is not None
        write(pack, known[pack.name], changed, exchange, into)
    return read_pack(into)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return towns.pack(tmp_path / "towns")


@pytest.fixture
def turned(folder: Path, tmp_path: Path) -> Pack:
    return swapped(folder, tmp_path / "turned")


def rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_what_a_descriptor_says_in_words_is_swapped(turned):
    visitors, cargo, _, prices, _, people = turned.tables
    assert turned.title == "Osten and Velland"
    assert visitors.title == "Figures of Osten and Velland"
    assert visitors.producer == "Osten Harbour Board (VHB)"
    assert dict(visitors.entities.names) == {
        "Osten": ("the town of Osten", "Osten-on-Sea"),
        "Velland": ("the Free Port of Velland",),
    }
    assert (cargo.entities.constant, prices.entities.constant) == ("Velland", "Osten")
    assert cargo.definition == "Cargo as Osten Harbour Board counts it"
    assert cargo.series[0].property == "cargo landed in Velland"
    assert dict(cargo.series[0].where) == {"by": "Osten Harbour Board"}
    assert people.series[0].synonyms == ("Osteners", "Vellandians")
    raw = json.loads((turned.folder / "datapackage.json").read_text(encoding="utf-8"))
    assert raw["resources"][0]["sources"] == [{"title": "Yearbook of Osten", "path": "https://example.org/Velland"}]


def test_names_of_tables_files_columns_and_series_stay(folder, turned):
    before = read_pack(folder)
    assert turned.name == before.name
    for old, new in zip(before.tables, turned.tables, strict=True):
        assert (new.name, new.path, new.fields, new.periods, new.missing) == (
            old.name,
            old.path,
            old.fields,
            old.periods,
            old.missing,
        )
        assert [series.name for series in new.series] == [series.name for series in old.series]


def test_cells_of_words_are_swapped_and_numbers_addresses_and_rows_stay(folder, turned):
    old, new = rows(folder / "visitors.csv"), rows(turned.folder / "visitors.csv")
    assert [row[1] for row in new] == ["town", *["Osten"] * 3, *["Velland"] * 3, *["Marl"] * 3]
    assert new[1][3] == "Osten, by its gates"
    assert [[row[0], row[2], row[4]] for row in new] == [[row[0], row[2], row[4]] for row in old]
    cargo = rows(turned.folder / "cargo.tsv", "\t")
    assert cargo[1] == ["2024-03-01", "Osten Harbour Board", "101"]
    assert cargo[-1] == ["2024-03-31", "Velland Ledger Office", "152"]
    assert (turned.folder / "prices-osten.csv").read_bytes() == (folder / "prices-osten.csv").read_bytes()


def test_a_table_is_written_so_that_every_row_keeps_its_number_and_its_faults(tmp_path):
    text = (
        "A list of Velland\r\nday;town;rain_mm\r\n#date;#loc;#value\r\n\r\n2024-01-01; Velland ;1,5\r\n"
        '2024-01-02;"Velland\r\nHarbour";x\r\n2024-01-03;Osten?;2\r\n2024-01-04;Osten\r\n'
        "2024-01-05;Órr in Velland;3\r\n"
    )
    fields = [{"name": "day", "type": "date"}, {"name": "town"}]
    fields.append({"name": "rain_mm", "type": "number", "decimalChar": ","})
    table = making.resource(
        own={"header_row": 2, "hxl_row": 3},
        schema={"fields": fields, "missingValues": ["Osten?"]},
        encoding="windows-1252",
        dialect={"delimiter": ";"},
    )
    folder = making.write(tmp_path / "rain", table, rain_csv=text.encode("windows-1252"))
    pack = swapped(folder, tmp_path / "turned", Exchange(Finder(PAIR), (Names("place", name=("Вел",)), towns.VELLAND)))
    got = rows(pack.folder / "rain.csv", ";")
    assert got[:4] == [["A list of Velland"], ["day", "town", "rain_mm"], ["#date", "#loc", "#value"], []]
    assert [row[1] for row in got[4:]] == ["Вел", "Вел\r\nHarbour", "Osten?", "Osten", "Órr in Вел"]
    with Store([read_pack(folder)]) as one, Store([pack]) as two:
        assert [(f.row, f.column) for f in one.faults("weather", "town-rain")] == [
            (f.row, f.column) for f in two.faults("weather", "town-rain")
        ]
        sql = 'SELECT _row, _lo, rain_mm FROM "town-rain" ORDER BY _row'
        assert one.run("weather", "town-rain", sql) == two.run("weather", "town-rain", sql)


def test_a_pack_without_the_names_is_not_changed(folder):
    nobody = (Names("place", name=("Norveld",)), Names("place", name=("Ansel",)))
    with Store([read_pack(folder)]) as store:
        known = texts(store)["towns"]
        assert changes(store.packs[0], known, Exchange(Finder(nobody), nobody[::-1])) is None


@pytest.mark.parametrize(
    "actor",
    [
        Names("place", name=("Velland", "Osten")),
        Names("organisation", name=("Velland Harbour Board", "Osten Ledger Office")),
    ],
)
def test_two_names_never_become_one(folder, tmp_path, actor):
    other = Names("place", name=("Norveld",))
    with pytest.raises(NotSwapped, match="would get one name"):
        swapped(folder, tmp_path / "turned", Exchange(Finder([actor, other]), (other, actor)))


def test_two_forms_of_one_actor_may_become_one(folder, tmp_path):
    full = Names("place", name=("the town of Velland",), short=("Velland",))
    other = Names("place", name=("Norveld",))
    pack = swapped(folder, tmp_path / "turned", Exchange(Finder([full]), [other]))
    assert dict(pack.tables[0].entities.names)["Norveld"] == ("Norveld-on-Sea",)


def test_names_in_the_cells_of_a_workbook_are_said_not_to_be_swapped(tmp_path):
    folder = making.write(tmp_path / "rain", making.resource("rain.xlsx", format="xlsx"))
    cells = making.row(1, "day", "town", "rain_mm") + making.row(2, "2024-01-01", "Velland", 1.5)
    making.xlsx(folder / "rain.xlsx", cells)
    with pytest.raises(NotSwapped, match=r"in the cells of rain\.xlsx, which is neither CSV nor TSV"):
        swapped(folder, tmp_path / "turned")
    elsin = (Names("organisation", name=("Elsin Weather Office",)), Names("organisation", name=("Tarn Office",)))
    pack = swapped(folder, tmp_path / "only-said", Exchange(Finder(elsin), elsin[::-1]))
    assert pack.tables[0].producer == "Tarn Office"
    assert (pack.folder / "rain.xlsx").read_bytes() == (folder / "rain.xlsx").read_bytes()


def test_alias_tables_are_swapped_by_name_and_alias_and_ids_stay():
    row = AliasRow("Republic of Velland", "VELLAND", "https://example.org/Velland", "place", source="Velland.csv")
    sources = Sources(tables=(AliasTable((row,)),))
    ((other,),) = (table.rows for table in sources.aliases(PAIR, PAIR[::-1]))
    assert (other.name, other.alias) == ("Republic of Osten", "OSTEN")
    assert (other.id, other.kind, other.source) == (row.id, row.kind, row.source)
    assert sources.aliases(PAIR, PAIR[::-1])[0] is sources.aliases(PAIR, PAIR[::-1])[0]
    assert sources.aliases(PAIR, PAIR) == sources.tables
    assert sources.named([towns.VELLAND])
    assert not sources.named([towns.BOARD])


def test_an_address_is_no_name_of_a_pack(tmp_path):
    table = making.resource(
        schema={
            "fields": [
                {"name": "day", "type": "date"},
                {"name": "town"},
                {"name": "rain_mm", "type": "number"},
                {"name": "link"},
            ]
        }
    )
    text = making.RAIN.replace("rain_mm\n", "rain_mm,link\n").replace(",1.5", ",1.5,see https://example.org/Velland/1")
    folder = making.write(tmp_path / "rain", table, rain_csv=text.replace(",0\n", ",0,\n").replace("12.25", "12.25,"))
    assert not Sources((str(folder),)).in_packs([towns.VELLAND])
    assert Sources((str(folder),)).in_packs([Names("place", name=("Port Elsin",))])
