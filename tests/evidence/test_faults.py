from __future__ import annotations

from datetime import date

import pytest

from evidence.making import resource, write
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    """Loads one table: its rows without the four own columns, and its faults."""

    def call(lines, fields, own=None, **changes):
        own = {"entities": {"constant": "Port Elsin"}, **(own or {})}
        folder = tmp_path_factory.mktemp("pack")
        changes.setdefault("schema", {"fields": fields})
        write(folder, resource(own=own, **changes), rain_csv="\n".join(lines))
        with Store([read_pack(folder)]) as store:
            return store.run("weather", "town-rain", 'SELECT * FROM "town-rain" ORDER BY _row'), store.faults(
                "weather", "town-rain"
            )

    return call


NUMBERS = [
    ({"type": "integer"}, "12", 12),
    ({"type": "integer"}, "-12", -12),
    ({"type": "integer"}, "−12", -12),
    ({"type": "integer"}, "12.0", 12),
    ({"type": "integer"}, "12.000", None),
    ({"type": "integer"}, "12.7", None),
    ({"type": "integer"}, "1_000", None),
    ({"type": "integer"}, "0x10", None),
    ({"type": "integer"}, "1e3", None),
    ({"type": "integer"}, "12 trucks", None),
    ({"type": "integer"}, '"1,234"', None),
    ({"type": "integer"}, "99999999999999999999", None),
    ({"type": "integer", "groupChar": ","}, '"1,234"', 1234),
    ({"type": "integer", "groupChar": ","}, '"10,00,000"', 1000000),
    ({"type": "integer", "groupChar": ","}, '"1,23"', None),
    ({"type": "integer", "groupChar": ".", "decimalChar": ","}, "1.234", 1234),
    ({"type": "integer", "groupChar": "\u202f"}, "1\u202f234", 1234),
    ({"type": "number"}, "1.5", 1.5),
    ({"type": "number"}, ".5", 0.5),
    ({"type": "number"}, "1e3", 1000.0),
    ({"type": "number"}, "1e999", None),
    ({"type": "number"}, "NaN", None),
    ({"type": "number"}, "inf", None),
    ({"type": "number"}, '"1,5"', None),
    ({"type": "number"}, "5%", None),
    ({"type": "number", "decimalChar": ","}, '"1,5"', 1.5),
    ({"type": "number", "decimalChar": ","}, "1.5", None),
    ({"type": "number", "decimalChar": ",", "groupChar": "."}, '"1.234,5"', 1234.5),
    ({"type": "number", "decimalChar": ",", "groupChar": "."}, "1.5", None),
    ({"type": "boolean"}, "TRUE", True),
    ({"type": "boolean"}, "yes", None),
    ({"type": "date"}, "2024-02-29", date(2024, 2, 29)),
    ({"type": "date"}, "2024-02-30", None),
    ({"type": "date"}, "2024-02-28T00:00:00Z", date(2024, 2, 28)),
    ({"type": "date"}, "2024-02-28 14:30", None),
    ({"type": "date"}, "3 Sept 2024", None),
    ({"type": "date", "format": "%d %b %Y"}, "3 Sept 2024", date(2024, 9, 3)),
    ({"type": "date", "format": "%d/%m/%Y"}, "03/09/2024", date(2024, 9, 3)),
    ({"type": "date", "format": "%d/%m/%Y"}, "2024-09-03", date(2024, 9, 3)),
    ({"type": "date", "format": "%d/%m/%Y"}, "03/13/2024", None),
    ({"type": "date", "format": "%d/%m/%Y"}, "3/9/24", None),
    ({"type": "yearmonth"}, "2024-09", "2024-09"),
    ({"type": "yearmonth"}, "2024M09", "2024-09"),
    ({"type": "yearmonth"}, "Sept 2024", "2024-09"),
    ({"type": "yearmonth"}, "2024 SEP", "2024-09"),
    ({"type": "yearmonth"}, "2024-13", None),
    ({"type": "year"}, "2024", 2024),
    ({"type": "year"}, "24", None),
]


def test_cells_are_read_strictly_and_at_fault_otherwise(load):
    """All cases in one table of one row, for each load starts a process."""
    fields = [{"name": f"c{i}", **field} for i, (field, _, _) in enumerate(NUMBERS)]
    lines = [",".join(field["name"] for field in fields), ",".join(cell for _, cell, _ in NUMBERS)]
    own = {"periods": {"grain": "year", "constant": "2024"}, "series": []}
    ((_, *values, _, _, _),), faults = load(lines, fields, own)
    wrong = {fault.column: fault for fault in faults}
    for i, (field, cell, expected) in enumerate(NUMBERS):
        assert values[i] == expected, (field, cell)
        assert (f"c{i}" in wrong) == (expected is None), (field, cell)
    assert all((fault.row, fault.level) == (1, "error") for fault in faults)


def test_faults_say_why(load):
    fields = [{"name": "day", "type": "date"}, {"name": "rain_mm", "type": "integer"}]
    lines = [
        "day,rain_mm",
        '2024-01-01,"1,234"',
        "2024-01-02,12 km",
        "2024-01-03,12 mi",
        "2024-01-04,n/a",
        "2024-01-05,1.5",
    ]
    _, faults = load(lines, fields)
    problems = [fault.problem for fault in faults]
    words = (
        "groupChar",
        "'km'",
        "'mi'",
        "missingValues",
        "the column is a number",
        "several units in one column: km, mi",
    )
    assert all(word in problem for word, problem in zip(words, problems, strict=True))


def test_missing_markers_are_no_faults(load):
    fields = [{"name": "day", "type": "date"}, {"name": "rain_mm", "type": "number"}]
    lines = ["day,rain_mm", "2024-01-01,", "2024-01-02, n/a ", "2024-01-03,-"]
    rows, faults = load(lines, fields, schema={"fields": fields, "missingValues": ["", "n/a", "-"]})
    assert [row[2] for row in rows] == [None, None, None]
    assert faults == ()
    _, (fault,) = load(lines[:2], fields, schema={"fields": fields, "missingValues": ["-"]})
    assert "empty cell" in fault.problem


GRAINS = [
    ("week", "string", "2024-W05", ("2024-01-29", "2024-02-04")),
    ("week", "string", "2023-W53", None),
    ("week", "date", "2024-01-29", ("2024-01-29", "2024-02-04")),
    ("month", "yearmonth", "2024-02", ("2024-02-01", "2024-02-29")),
    ("month", "date", "2024-02-15", ("2024-02-01", "2024-02-29")),
    ("month", "string", "2024-02", ("2024-02-01", "2024-02-29")),
    ("quarter", "string", "2024-Q1", ("2024-01-01", "2024-03-31")),
    ("quarter", "string", "2024 q2", ("2024-04-01", "2024-06-30")),
    ("quarter", "string", "Q4 2024", ("2024-10-01", "2024-12-31")),
    ("quarter", "string", "2024-Q5", None),
    ("quarter", "date", "2024-05-03", ("2024-04-01", "2024-06-30")),
    ("quarter", "yearmonth", "2024-05", ("2024-04-01", "2024-06-30")),
    ("year", "year", "2024", ("2024-01-01", "2024-12-31")),
    ("year", "integer", "2024", ("2024-01-01", "2024-12-31")),
    ("year", "string", "2024", ("2024-01-01", "2024-12-31")),
    ("year", "string", "2023/24", None),
    ("year", "date", "2024-05-03", ("2024-01-01", "2024-12-31")),
]


@pytest.mark.parametrize(("grain", "kind", "cell", "expected"), GRAINS)
def test_a_period_has_a_first_and_a_last_day(load, grain, kind, cell, expected):
    fields = [{"name": "when", "type": kind}, {"name": "rain_mm", "type": "number"}]
    ((*_, lo, hi, fault),), faults = load(
        ["when,rain_mm", f"{cell},1"], fields, {"periods": {"grain": grain, "column": "when"}}
    )
    if expected is None:
        assert (lo, hi) == (None, None)
        assert (
            fault
            == f"when: “{cell}” is not a {grain} such as "
            + {"week": "2024-W05", "quarter": "2024-Q1", "year": "2024"}[grain]
        )
        assert faults[0].column == "when"
    else:
        assert (lo.isoformat(), hi.isoformat(), fault) == (*expected, None)


def test_periods_of_two_columns(load):
    fields = [{"name": "from", "type": "date"}, {"name": "to", "type": "date"}, {"name": "rain_mm", "type": "number"}]
    lines = ["from,to,rain_mm", "2024-01-01,2024-01-07,1", "2024-01-08,2024-01-02,1", "2024-01-08,,1"]
    rows, faults = load(lines, fields, {"periods": {"grain": "period", "column": "from", "last": "to"}})
    assert [row[4:6] for row in rows] == [(date(2024, 1, 1), date(2024, 1, 7)), (None, None), (None, None)]
    assert [fault.problem for fault in faults] == ["the period ends before it begins", "no date"]


DAYS = [{"name": "day", "type": "date"}, {"name": "town"}, {"name": "rain_mm", "type": "number"}]
BY_TOWN = {"entities": {"column": "town"}, "coverage": {"lo": "2024-01-01", "hi": "2024-01-06"}}


def test_gaps_doubles_and_what_lies_outside(load):
    lines = ["day,town,rain_mm"]
    lines += ["2024-01-02,Elsin,1", "2024-01-02,Elsin,2", "2024-01-05,Elsin,", "2024-02-01,Elsin,4"]
    rows, faults = load(lines, DAYS, BY_TOWN)
    assert [(fault.row, fault.problem) for fault in faults] == [
        (1, "2 rows of this period, the first is row 1"),
        (2, "2 rows of this period, the first is row 1"),
        (4, "outside the coverage 2024-01-01 to 2024-01-06"),
        (None, "no row of Elsin for 2024-01-01"),
        (None, "no row of Elsin for 2024-01-03 to 2024-01-04"),
        (None, "no row of Elsin for 2024-01-06"),
    ]
    assert [row[-1] is not None for row in rows] == [True, True, False, True]


def test_a_gap_without_a_stated_coverage_is_a_note(load):
    _, (fault,) = load(["day,town,rain_mm", "2024-01-01,A,1", "2024-01-03,A,1"], DAYS, {"entities": {"column": "town"}})
    assert (fault.level, fault.problem, fault.series) == ("note", "no row of A for 2024-01-02", "rain")


def test_rows_of_another_selection_or_of_a_list_are_no_doubles(load):
    lines = ["day,town,rain_mm", "2024-01-01,A,1", "2024-01-01,B,1"]
    one = {
        "name": "a",
        "property": "rain in A",
        "column": "rain_mm",
        "unit": "mm",
        "sort": "flow",
        "where": {"town": "A"},
    }
    assert load(lines, DAYS, {"series": [one]})[1] == ()
    assert load(lines, DAYS, {"periods": {"grain": "day", "column": "day", "several": True}})[1] == ()
    assert len(load(lines, DAYS)[1]) == 2


def test_many_faults_of_a_column_are_counted(load):
    lines = ["day,town,rain_mm", *(f"2024-01-01,T{i},x" for i in range(150))]
    rows, faults = load(lines, DAYS, {"entities": {"column": "town"}})
    assert len(rows) == 150
    assert all(row[-1] for row in rows)
    assert len(faults) == 101
    assert faults[-1].problem == "50 more faults like these"
