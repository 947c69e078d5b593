from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord import aliases
from onrecord.aliases import AliasRow, read_aliases
from onrecord.errors import BadAliasRow, InputTooLarge, UnreadableInput

HEAD = "name,alias,id,kind,language,from,to,source\n"


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "offices.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_row_is_its_alias_and_its_name(tmp_path: Path) -> None:
    row = "Harbour Office,HO,local:1,organisation,en,2020,2024-05-03,our list\n"
    rows = read_aliases(table(tmp_path, HEAD + row)).rows
    rest = ("local:1", "organisation", "en", "2020", "2024-05-03", "our list")
    assert rows == (AliasRow("Harbour Office", "HO", *rest), AliasRow("Harbour Office", "Harbour Office", *rest))


def test_columns_may_be_left_out_and_stand_in_any_order(tmp_path: Path) -> None:
    rows = read_aliases(table(tmp_path, "\ufeffID, Alias\nlocal:1, the junta \n\n ,\n")).rows
    assert rows == (AliasRow("the junta", "the junta", "local:1", source="offices.csv"),)


def test_a_cell_may_hold_a_comma_and_a_line_break(tmp_path: Path) -> None:
    (row,) = read_aliases(table(tmp_path, 'name,id\n"Elsin, Port\nof",local:1\n')).rows
    assert row.name == "Elsin, Port\nof"


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("", "row 1", "the columns id and name or alias are needed"),
        ("name,alias\nA,B\n", "row 1", "the columns id"),
        ("id,kind\nx,person\n", "row 1", "the columns id"),
        ("id,name,nom\nx,A,B\n", "row 1", "no column is called 'nom'"),
        ("id,name,name\nx,A,B\n", "row 1", "twice"),
        ("id,name\nx,A\ny\n", "row 3", "1 cells under 2 columns"),
        ("id,name\nx,\n", "row 2", "no name and no alias"),
        ("id,name\n,A\n", "row 2", "'' is no id"),
        ("id,name\na b,A\n", "row 2", "'a b' is no id"),
        ("id,name,kind\nx,A,country\n", "row 2", "'country' is no kind"),
        ("id,name,language\nx,A,English\n", "row 2", "'English' is no language"),
        ("id,name,from\nx,A,May\n", "row 2", "'May' is not a date"),
        ("id,name,to\nx,A,2023-13\n", "row 2", "not in the calendar"),
        ("id,name,from,to\nx,A,2024-05,2023\n", "row 2", "ends (2023) before it begins (2024-05)"),
        ('id,name\nx,"A\n', "row", "unexpected end"),
    ],
)
def test_a_row_that_is_none_is_told_with_file_row_and_remedy(
    tmp_path: Path, text: str, place: str, problem: str
) -> None:
    path = table(tmp_path, text)
    with pytest.raises(BadAliasRow) as caught:
        read_aliases(path)
    assert caught.value.place.startswith(f"{path} {place}")
    assert problem in caught.value.problem
    assert caught.value.remedy


def test_a_row_may_begin_in_the_year_it_ends(tmp_path: Path) -> None:
    (row,) = read_aliases(table(tmp_path, "id,name,from,to\nx,A,2024-05,2024\n")).rows
    assert (row.first, row.last) == ("2024-05", "2024")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadAliasRow, match="byte 8 is not UTF-8"):
        read_aliases(table(tmp_path, b"id,name\n\xff,A\n"))


def test_a_file_that_is_not_there_and_one_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableInput):
        read_aliases(tmp_path / "gone.csv")
    monkeypatch.setattr(aliases, "LIMIT", 4)
    with pytest.raises(InputTooLarge):
        read_aliases(table(tmp_path, "id,name\nx,A\n"))


def test_a_table_is_read_once_and_again_when_it_has_changed(tmp_path: Path) -> None:
    path = table(tmp_path, "id,name\nx,A\n")
    first = read_aliases(path)
    assert read_aliases(str(path)) is first
    path.write_text("id,name\ny,B\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert [row.id for row in read_aliases(path).rows] == ["y"]


def test_the_packaged_table_is_a_table_with_one_id_a_name_but_for_namesakes() -> None:
    rows = aliases.packaged().rows
    ids: dict[str, set[str]] = {}
    for row in rows:
        assert row.id.startswith("iso3166-1:")
        ids.setdefault(row.alias, set()).add(row.id)
    assert {alias for alias, found in ids.items() if len(found) > 1} == {"Congo", "Korea"}
