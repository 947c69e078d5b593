from __future__ import annotations

import json
from dataclasses import replace

import pytest

from evidence.making import RAIN, resource, write
from onrecord.errors import BadDescriptor, UnreadableInput, UnsafePath
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.model import Coverage, Entities, Field, Periods, Series
from onrecord.evidence.writing import put


def test_a_descriptor_gives_the_model(tmp_path):
    own = {
        "definition": "rain in the gauge at the quay",
        "retrieved": "2024-05-01",
        "coverage": {"lo": "2024-01-01", "hi": "2024-01-03", "places": ["Port Elsin"]},
        "entities": {"column": "town", "names": {"Port Elsin": ["Elsin"]}},
    }
    made = resource(
        own=own,
        title="Rain",
        encoding="utf-8",
        sources=[{"title": "Rain book", "path": "https://example.org/rain"}],
        licenses=[{"name": "CC-BY-4.0"}],
    )
    (table,) = read_pack(write(tmp_path, made, rain_csv=RAIN)).tables
    assert table.entities == Entities(column="town", names={"Port Elsin": ("Elsin",)})
    assert table.coverage == Coverage("2024-01-01", "2024-01-03", ("Port Elsin",))
    assert table.fields[2] == Field("rain_mm", "number")
    assert table.series[0] == Series("rain", "rainfall", "rain_mm", "mm", "flow", rounding=0.1)
    assert (table.source, table.licence, table.format) == ("https://example.org/rain", "CC-BY-4.0", "csv")
    assert (table.missing, table.confirmed) == (("",), True)


def test_what_is_written_is_read_back(tmp_path):
    folder = write(tmp_path, rain_csv=RAIN)
    (table,) = read_pack(write(tmp_path / "one", resource(), rain_csv=RAIN)).tables
    full = replace(
        table,
        fields=(
            Field("day", "date", format="%d/%m/%Y"),
            Field("town", "string", "a town"),
            Field("rain_mm", "number", None, None, ",", "."),
        ),
        entities=Entities(constant="Port Elsin", names={"Port Elsin": ("Elsin", "the port")}),
        periods=Periods("month", constant="2024-01"),
        series=(replace(table.series[0], where={"town": "x"}, of=("rain",), role="need", synonyms=("rain",), per="d"),),
        missing=("", "n/a"),
        encoding="windows-1252",
        delimiter=";",
        source="A book of rain",
        licence="Public domain",
        title="Rain",
        coverage=Coverage("2024-01-01", None, ("Port Elsin",)),
        header_row=2,
        hxl_row=3,
    )
    assert put(folder, full).tables == (full,)
    assert read_pack(folder).tables == (full,)


def test_other_fields_and_resources_stay_as_they_are(tmp_path):
    folder = write(tmp_path, {**resource(), "mediatype": "text/csv"}, rain_csv=RAIN, snow_csv=RAIN)
    (table,) = read_pack(folder).tables
    put(folder, replace(table, name="town-snow", path="snow.csv"))
    first, second = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert first["mediatype"] == "text/csv"
    assert second["name"] == "town-snow"


FAULTS = [
    ("$.resources[0].onrecord.produser", {"own": {"produser": "x"}}, "did you mean 'producer'"),
    ("$.resources[0].onrecord.periods.grain", {"own": {"periods": {"grain": "hour", "column": "day"}}}, "one of day"),
    (
        "$.resources[0].onrecord.periods.column",
        {"own": {"periods": {"grain": "day", "column": "dya"}}},
        "did you mean 'day'",
    ),
    ("$.resources[0].onrecord.periods", {"own": {"periods": {"grain": "day"}}}, "either a constant or a column"),
    (
        "$.resources[0].onrecord.periods.constant",
        {"own": {"periods": {"grain": "year", "constant": "2024-13"}}},
        "expected a day",
    ),
    ("$.resources[0].onrecord.periods.last", {"own": {"periods": {"grain": "period", "column": "day"}}}, "last day"),
    ("$.resources[0].onrecord.entities", {"own": {"entities": {}}}, "either a constant or a column"),
    ("$.resources[0].onrecord.entities.constant", {"own": {"entities": {"constant": " "}}}, "names whose figures"),
    ("$.resources[0].onrecord.producer", {"own": {"producer": ""}}, "names its producer"),
    ("$.resources[0].onrecord.coverage.lo", {"own": {"coverage": {"lo": "2024"}}}, "expected a date"),
    (
        "$.resources[0].onrecord.coverage",
        {"own": {"coverage": {"lo": "2024-02-01", "hi": "2024-01-01"}}},
        "after the last",
    ),
    ("$.resources[0].onrecord.hxl_row", {"own": {"hxl_row": 1}}, "below the header"),
    (
        "$.resources[0].schema.fields[0].type",
        {"schema": {"fields": [{"name": "day", "type": "datetime"}]}},
        "one of string",
    ),
    (
        "$.resources[0].schema.fields[0].bareNumber",
        {"schema": {"fields": [{"name": "a", "bareNumber": False}]}},
        "not supported",
    ),
    ("$.resources[0].schema.fields[0].name", {"schema": {"fields": [{"name": "_row"}]}}, "are made when"),
    ("$.resources[0].schema.fields[1].name", {"schema": {"fields": [{"name": "a"}, {"name": "A"}]}}, "another column"),
    ("$.resources[0].dialect.quoteChar", {"dialect": {"quoteChar": "'"}}, "not supported"),
    ("$.resources[0].dialect.delimiter", {"dialect": {"delimiter": "::"}}, "one character"),
    ("$.resources[0].format", {"format": "ods"}, "one of csv"),
    ("$.resources[0].path", {"path": ["a.csv", "b.csv"]}, "of type str"),
    ("$.resources[0].name", {"name": "a\nb"}, "printable"),
    ("$.resources[0].name", {"name": "_x"}, "printable"),
]


@pytest.mark.parametrize(("place", "changes", "words"), FAULTS)
def test_a_fault_names_file_and_json_path(tmp_path, place, changes, words):
    folder = write(tmp_path, resource(**changes), rain_csv=RAIN)
    with pytest.raises(BadDescriptor) as raised:
        read_pack(folder)
    assert raised.value.place == f"{folder / 'datapackage.json'} {place}"
    assert words in raised.value.problem


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("column", "town", "not an integer or a number"),
        ("column", "rain", "did you mean 'rain_mm'"),
        ("where", {"twon": "x"}, "did you mean 'town'"),
        ("of", ["snow"], "no series 'snow'"),
        ("unit", "", "a count has the unit 1"),
        ("property", "", "what it measures"),
        ("rounding", -1, "width of the last place"),
        ("sort", "sum", "one of flow"),
    ],
)
def test_a_series_fits_its_table(tmp_path, field, value, words):
    series = {"name": "rain", "property": "rainfall", "column": "rain_mm", "unit": "mm", "sort": "flow", field: value}
    folder = write(tmp_path, resource(own={"series": [series]}), rain_csv=RAIN)
    with pytest.raises(BadDescriptor, match=words) as raised:
        read_pack(folder)
    assert "$.resources[0].onrecord.series[0]" in raised.value.place


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b'{"a": 1, "a": 2}',
        b'{"resources": NaN}',
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b'{"resources": 3}',
        b"null",
    ],
)
def test_what_is_no_descriptor_is_one_error(tmp_path, content):
    (tmp_path / "datapackage.json").write_bytes(content)
    with pytest.raises(BadDescriptor):
        read_pack(tmp_path)


def test_a_folder_without_a_descriptor(tmp_path):
    with pytest.raises(UnreadableInput, match="no such file"):
        read_pack(tmp_path)
    with pytest.raises(UnreadableInput, match="no such folder"):
        read_pack(tmp_path / "gone")


PATHS = (
    "../rain.csv",
    "/etc/passwd",
    "a/../../rain.csv",
    "https://example.org/rain.csv",
    "file:rain.csv",
    "C:\\rain.csv",
)
MORE = ("~/rain.csv", "*.csv", "rain[0].csv", "", "a\nb.csv", "a\\b.csv", "{a,b}.csv", "\0.csv")


@pytest.mark.parametrize("path", [*PATHS, *MORE])
def test_a_path_stays_in_the_pack(tmp_path, path):
    (tmp_path / "rain.csv").write_text(RAIN, encoding="utf-8")
    folder = write(tmp_path / "pack", resource(path))
    with pytest.raises(UnsafePath):
        read_pack(folder)


def test_links_and_special_files_do_not_lead_out(tmp_path):
    import os

    (tmp_path / "secret.csv").write_text(RAIN, encoding="utf-8")
    folder = write(tmp_path / "pack", resource())
    (folder / "rain.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(UnsafePath, match="leads out"):
        read_pack(folder)
    (folder / "rain.csv").unlink()
    os.mkfifo(folder / "rain.csv")
    with pytest.raises(UnsafePath, match="regular"):
        read_pack(folder)
    (folder / "rain.csv").unlink()
    (folder / "rain.csv").mkdir()
    with pytest.raises(UnsafePath, match="regular"):
        read_pack(folder)


@pytest.mark.parametrize(("written", "code"), [("ha", "har"), ("MWh", "MW.h"), ("MW.h", "MW.h"), ("widget", "widget")])
def test_a_unit_may_be_written_as_people_do(tmp_path, written, code):
    made = resource()
    made["onrecord"]["series"][0]["unit"] = written
    (table,) = read_pack(write(tmp_path, made, rain_csv=RAIN)).tables
    assert table.series[0].unit == code
