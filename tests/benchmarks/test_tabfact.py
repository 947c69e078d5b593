"""The benchmark of statements about tables: its packs, its texts, its answers; tables and names are invented."""

from __future__ import annotations

import pytest

import corpora
import tabfact
from onrecord.evidence.query import entity_values
from tabfact_tables import COUNTS, Tables, number_of, sheet
from tabfact_words import readable

SHARED = corpora.SHARED
needs_shared = pytest.mark.skipif(not (SHARED / tabfact.FOLDER).exists(), reason="needs the shared data sets")

HEADER = ["rank", "club", "town", "wins", "crowd\r"]
ROWS = [
    ["1", "tarn rovers", "tarn", "9", "12,400\r"],
    ["2", "elsin united", "port elsin", "7", "8150\r"],
    ["3", "varnmoor", "tarn", "4", "-\r"],
    ["4", "ostavia (r)", "ostavia", "2", "900\r"],
]
CAPTION = "1961 northern marsh league"


def said(statement: str, header: list[str] = HEADER, rows: list[list[str]] = ROWS) -> bool | None:
    made, store = sheet("t1", CAPTION, header, rows), Tables()
    store.add("t1", made)
    return tabfact.answered(statement, CAPTION, made, store).said


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1370 lb (635 kg)", (1370.0, "", "lb (635 kg)")),
        ("$ 1,250.5", (1250.5, "$", "")),
        ("-3", (-3.0, "", "")),
        ("71 - 80", None),
        ("18.11 (119)", None),
        ("3:01:04", None),
        ("june 4", None),
    ],
)
def test_a_cell_is_one_number_or_none(cell: str, number: tuple[float, str, str] | None) -> None:
    assert number_of(cell) == number


def test_a_table_becomes_one_for_each_column_of_names() -> None:
    made, store = sheet("t1", CAPTION, HEADER, ROWS), Tables()
    store.add("t1", made)
    assert made.by_name is not None and made.by_time is None
    by = {table.name: table for table in made.by_name.tables}
    assert set(by) == {COUNTS, "by club", "by town"}
    assert [series.property for series in by["by club"].series] == ["rank", "wins", "crowd"]
    assert entity_values(store, made.by_name, by["by town"]) == ("tarn", "port elsin", "ostavia")
    assert by["by club"].entities.names == {"ostavia (r)": ("ostavia",)}
    assert [series.property for series in by[COUNTS].series][:2] == ["club tarn rovers", "club elsin united"]


def test_units_come_from_cells_and_headings() -> None:
    made = sheet("t2", CAPTION, ["lake", "depth (m)", "load"], [["ims", "4", "13 kg"], ["orr", "9", "15 kg"]])
    assert made.by_name is not None
    units = [series.unit for series in made.by_name.tables[-1].series]
    assert units == ["m", "kg"]


def test_years_and_days_are_periods() -> None:
    header, rows = ["year", "wins"], [["1961", "4"], ["1962", "9"]]
    assert said("in 1962 , the number of win be 9", header, rows) is True
    assert said("in 1962 , the number of win be 4", header, rows) is False
    header, rows = ["date", "crowd"], [["june 4 , 1961", "400"], ["june 11 , 1961", "650"]]
    assert said("the crowd be 650 on june 11 , 1961", header, rows) is True


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("during the 1961 northern marsh league , elsin be in tarn", "Elsin was in tarn."),
        ("there be 4 club in the 1961 northern marsh league season", "There were 4 club."),
        ("varnmoor have 4 win in 1961 , 3 more than ostavia", "Varnmoor had 4 win 3 more than ostavia."),
        ("varnmoor have 4 win during the 1961 - 62 season", "Varnmoor had 4 win."),
        ("the score be 6 - 4", "The score was 6–4."),
        ("1961 northern marsh league", ""),
    ],
)
def test_statements_become_texts(statement: str, text: str) -> None:
    assert readable(statement, CAPTION) == text


@pytest.mark.parametrize(
    ("statement", "answer"),
    [
        ("tarn rovers have 9 win", True),
        ("tarn rovers have 8 win", False),
        ("elsin united have more win than varnmoor", True),
        ("elsin united have 2 fewer win than tarn rovers", True),
        ("the highest number of win be 9 by tarn rovers", True),
        ("the highest number of win be 7 by elsin united", False),
        ("3 club have more than 3 win", True),
        ("there be 2 club from tarn", True),
        ("there be 3 club from tarn", False),
        ("there be 4 club in the 1961 northern marsh league", True),
        ("tarn rovers have 9 away win", None),
        ("tarn rovers do not have 9 win", None),
        ("tarn rovers have 9 win in 1974", None),
        ("the highest crowd be 12400", None),  # one of them is not known
        ("varnmoor be 1 of 2 club with 4 win", None),
        ("tarn rovers be a strong club", None),
    ],
)
def test_statements_are_answered_or_left(statement: str, answer: bool | None) -> None:
    assert said(statement) is answer


def test_coverage_and_accuracy() -> None:
    def answer(value: bool | None) -> tabfact.Answer:
        return tabfact.Answer(value, "level", "", "")

    pairs = [({"label": 1}, answer(True)), ({"label": 1}, answer(False)), ({"label": 0}, answer(False))]
    found = tabfact.score([*pairs, ({"label": 0}, answer(None))])
    assert (found["coverage"], found["accuracy"], found["inconsistent_right"]) == (75.0, 66.7, 50.0)
    assert tabfact.score([])["accuracy"] is None


@needs_shared
def test_statements_of_a_few_tables_are_judged() -> None:
    rows, tables = tabfact.read(SHARED)
    few = {row["table"]: row for row in rows}
    assert (len(rows), len(few)) == (12792, 1696)
    chosen = list(few)[:10]
    pairs = list(tabfact.judged([row for row in rows if row["table"] in chosen], tables))
    assert {row["table"] for row, _ in pairs} == set(chosen)
    assert tabfact.score(pairs)["statements"] == len(pairs)
