from __future__ import annotations

import pytest

from evidence.making import row, xlsx
from onrecord.errors import BadTable, UnreadableInput
from onrecord.evidence.hxl import Tag, is_tag_row, part, tag
from onrecord.evidence.infer import describe, guess
from onrecord.evidence.model import Entities, Field, Periods
from onrecord.evidence.writing import put


def test_tags_and_their_attributes():
    assert tag("#adm1 +name +en") == Tag("#adm1", ("name", "en"))
    assert tag("#1") is None
    assert tag("rain") is None
    assert is_tag_row(["#date", "", "#affected+f"])
    assert not is_tag_row(["#date", "x"])
    assert not is_tag_row(["", None])
    parts = [part(Tag("#date")), part(Tag("#adm1", ("code",))), part(Tag("#adm1", ("name",))), part(Tag("#affected"))]
    assert parts == ["period", None, "entity", "value"]


def test_a_plain_file(tmp_path):
    lines = [
        "Date;Town;Rain (mm);Share of days with rain (%);code",
        "2024-01-01;Elsin;1,5;50;7",
        "2024-02-01;Elsin;2,25;40;7",
    ]
    lines += ["2024-03-01;Elsin;n/a;45;7"]
    (tmp_path / "Town rain.csv").write_text("\n".join(lines), encoding="utf-8")
    found = guess(tmp_path / "Town rain.csv")
    table = found.table
    assert (table.name, table.format, table.delimiter, table.confirmed, table.producer) == (
        "town-rain",
        "csv",
        ";",
        False,
        "",
    )
    assert table.entities == Entities(column="Town")
    assert table.periods == Periods("month", column="Date")
    assert table.fields[2] == Field("Rain (mm)", "number", decimal=",")
    assert [(s.column, s.unit, s.sort, s.rounding) for s in table.series] == [
        ("Rain (mm)", "mm", "flow", 0.01),
        ("Share of days with rain (%)", "%", "rate", 0.0),
    ]
    assert table.missing == ("", "n/a")
    assert any(line.startswith("producer") for line in found.lacking)


def test_hxl_tags_below_a_title_and_a_header(tmp_path):
    lines = [
        "Visitors of the quay,,,",
        "When,P-code,Where,How many",
        "#date,#adm2+code,#adm2+name,#affected",
        '03/05/2024,E1,Elsin,"1,200"',
    ]
    (tmp_path / "v.csv").write_text("\n".join(lines), encoding="utf-8")
    found = guess(tmp_path / "v.csv")
    table = found.table
    assert (table.header_row, table.hxl_row) == (2, 3)
    assert table.entities.column == "Where"
    assert table.periods.column == "When"
    assert [series.column for series in table.series] == ["How many"]
    assert (table.fields[0].format, table.fields[3].group) == ("%d/%m/%Y", ",")
    assert any("other way round" in line for line in found.guessed)


@pytest.mark.parametrize(
    ("encoding", "known"), [("utf-8", True), ("utf-16", True), ("utf-8-sig", True), ("windows-1252", False)]
)
def test_encodings(tmp_path, encoding, known):
    text = "day,town,visitors\n" + "".join(f"2024-01-{i:02},Ørsted på øen,{i}\n" for i in range(1, 20))
    (tmp_path / "v.csv").write_bytes(text.encode(encoding))
    found = guess(tmp_path / "v.csv")
    assert any("encoding" in line for line in found.guessed) == (not known)
    folder = tmp_path
    (table,) = put(folder, found.table).tables
    assert table.encoding == found.table.encoding
    assert table.series[0].counted == "visitor"


@pytest.mark.parametrize(
    ("cells", "periods"),
    [
        (["2024-Q1", "2024-Q2", "2024-Q3"], Periods("quarter", column="time")),
        (["2024-W01", "2024-W02", "2024-W03"], Periods("week", column="time")),
        (["Jan 2024", "Feb 2024", "Sept 2024"], Periods("month", column="time")),
        (["2024-01-01", "2024-01-08", "2024-01-15"], Periods("week", column="time")),
        (["2024-01-01", "2024-01-02", "2024-01-02"], Periods("day", column="time", several=True)),
    ],
)
def test_grains(tmp_path, cells, periods):
    (tmp_path / "v.csv").write_text("time,boats\n" + "".join(f"{cell},5\n" for cell in cells), encoding="utf-8")
    assert describe(tmp_path / "v.csv").periods == periods


def test_years_and_first_and_last_days(tmp_path):
    (tmp_path / "y.tsv").write_text("year\tboats\n2022\t5\n2023\t6\n", encoding="utf-8")
    (tmp_path / "p.csv").write_text("start,end,boats\n2024-01-01,2024-01-05,6\n", encoding="utf-8")
    assert describe(tmp_path / "y.tsv").periods == Periods("year", column="year")
    assert describe(tmp_path / "p.csv").periods == Periods("period", column="start", last="end")


def test_what_the_person_says_comes_first(tmp_path):
    (tmp_path / "v.csv").write_text("kind,boats\nsail,5\n", encoding="utf-8")
    with pytest.raises(BadTable, match="no column holds dates"):
        guess(tmp_path / "v.csv")
    table = guess(tmp_path / "v.csv", period="2024-05", entity="Port Elsin").table
    assert (table.periods, table.entities) == (Periods("month", constant="2024-05"), Entities(constant="Port Elsin"))
    with pytest.raises(BadTable, match="neither a column nor a date"):
        guess(tmp_path / "v.csv", period="May")


def test_a_workbook_and_its_sheets(tmp_path):
    xlsx(
        tmp_path / "v.xlsx",
        row(1, "day", "town", "boats") + row(2, "2024-01-01", "Elsin", 5),
        sheet="Boats & more".replace("&", "&amp;"),
    )
    table = describe(tmp_path / "v.xlsx")
    assert (table.format, table.sheet, table.series[0].column) == ("xlsx", None, "boats")
    with pytest.raises(BadTable, match="no sheet"):
        describe(tmp_path / "v.xlsx", sheet="Ships")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\x02\x03", b"1,2\n3,4\n"])
def test_what_is_no_table_is_one_error(tmp_path, content):
    (tmp_path / "v.csv").write_bytes(content)
    with pytest.raises(BadTable):
        describe(tmp_path / "v.csv")
    with pytest.raises(UnreadableInput):
        describe(tmp_path / "gone.csv")
