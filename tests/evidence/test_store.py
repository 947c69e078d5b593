from __future__ import annotations

from datetime import date

import pytest

from evidence.making import RAIN, resource, row, write, xlsx
from onrecord.errors import BadTable, QueryFailed, QueryStopped
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.limits import Limits
from onrecord.evidence.store import Store

ALL = 'SELECT * FROM "town-rain" ORDER BY _row'


def rows(folder, sql=ALL, parameters=(), **limits):
    with Store([read_pack(folder)], limits=Limits(**limits)) as store:
        return store.run("weather", "town-rain", sql, parameters)


def test_a_table_has_its_columns_typed_and_four_more(tmp_path):
    first, *_, last = rows(write(tmp_path, resource(), rain_csv=RAIN))
    day = date(2024, 1, 1)
    assert first == (1, day, "Port Elsin", 1.5, day, day, None)
    assert last[0] == 3


NAMES = (
    "e",
    "L",
    "problem",
    "entity",
    "before",
    "AFTER",
    "lo",
    "hi",
    "c0",
    "t1",
    "v2",
    "_note",
    "_t",
    "_d",
    "rain-mm",
    "a b",
)


@pytest.mark.parametrize(
    "names", [NAMES, (*NAMES[::-1],), ("first", "times", "same", "select", "Ω", "x'y", 'x"y', "; DROP")]
)
def test_columns_may_have_any_names(tmp_path, names):
    fields = [{"name": "day", "type": "date"}, *({"name": name, "type": "number"} for name in names), {"name": "town"}]
    own = {
        "entities": {"column": "town"},
        "series": [
            {"name": name, "property": name, "column": name, "unit": "1", "sort": "stock", "where": {names[0]: "1.0"}}
            for name in names
        ],
    }
    head = ",".join('"' + name.replace('"', '""') + '"' for name in ("day", *names, "town"))
    lines = [f"2024-01-{day},{'1,' * len(names)}Elsin" for day in ("01", "01", "03")]
    folder = write(tmp_path, resource(own=own, schema={"fields": fields}), rain_csv="\n".join([head, *lines]))
    with Store([read_pack(folder)]) as store:
        found = store.run("weather", "town-rain", ALL)
        assert [row[-1] is None for row in found] == [False, False, True]
        assert {fault.problem for fault in store.faults("weather", "town-rain")} == {
            "2 rows of this period, the first is row 1",
            "no row of Elsin for 2024-01-02",
        }


def test_parameters_are_values_and_dates_are_dates(tmp_path):
    folder = write(tmp_path, resource(), rain_csv=RAIN)
    query = 'SELECT sum(rain_mm), max(_hi) FROM "town-rain" WHERE _lo >= ? AND town = ?'
    assert rows(folder, query, [date(2024, 1, 2), "Port Elsin"]) == [(12.25, date(2024, 1, 3))]


def test_rows_at_fault_stay_and_say_so(tmp_path):
    text = RAIN + "2024-01-04,Port Elsin,12 km\n2024-01-05,Port Elsin\n\n2024-01-07,Port Elsin,1\n"
    folder = write(tmp_path, resource(), rain_csv=text)
    found = {each[0]: each for each in rows(folder)}
    assert list(found) == [1, 2, 3, 4, 5, 7]
    assert (found[4][3], found[4][6]) == (None, "rain_mm: “12 km” is not a number")
    assert found[5][1:] == (None, None, None, None, None, "2 cells where the header has 3")


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO 'out.csv'",
        "SELECT 1; SELECT 2",
        "SET threads = 2",
        "ATTACH 'other.db'",
        "INSTALL httpfs",
        "SELECT * FROM read_csv('rain.csv')",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM glob('*')",
        "SELECT * FROM 'rain.csv'",
        "SELECT * FROM no_such_table",
        'DROP TABLE "town-rain"',
        "PRAGMA database_list",
        "",
    ],
)
def test_only_a_select_over_the_table_runs(tmp_path, sql):
    folder = write(tmp_path, resource(), rain_csv=RAIN)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(QueryFailed):
        rows(folder, sql)
    assert sorted(tmp_path.iterdir()) == before


def test_the_store_outlives_a_query_that_is_stopped(tmp_path):
    endless = "SELECT count(*) FROM range(100000000) a, range(10000000) b WHERE a.range + b.range = -1"
    with Store([read_pack(write(tmp_path, resource(), rain_csv=RAIN))], limits=Limits(query_seconds=0.5)) as store:
        with pytest.raises(QueryStopped):
            store.run("weather", "town-rain", endless)
        assert len(store.run("weather", "town-rain", ALL)) == 3


def test_an_answer_of_too_many_rows_is_refused(tmp_path):
    with pytest.raises(QueryStopped, match="over 2 rows"):
        rows(write(tmp_path, resource(), rain_csv=RAIN), answer_rows=2)


def test_tables_used_longest_ago_are_let_go_and_come_back(tmp_path):
    two = resource("snow.csv", name="town-snow")
    folder = write(tmp_path, resource(), two, rain_csv=RAIN, snow_csv=RAIN)
    with Store([read_pack(folder)], limits=Limits(held_cells=25)) as store:
        for _ in range(2):
            for name in ("town-rain", "town-snow"):
                assert store.run("weather", name, f'SELECT count(*) FROM "{name}"') == [(3,)]


def test_a_child_that_was_killed_is_started_again(tmp_path):
    with Store([read_pack(write(tmp_path, resource(), rain_csv=RAIN))]) as store:
        assert len(store.run("weather", "town-rain", ALL)) == 3
        store._child.kill()
        store._child.wait()
        assert len(store.run("weather", "town-rain", ALL)) == 3


def test_a_workbook_is_read_by_its_values(tmp_path):
    xlsx(
        tmp_path / "rain.xlsx",
        row(1, "day", "town", "rain_mm")
        + row(2, "2024-01-01", "Port Elsin", 1.5)
        + row(3, "2024-01-02", "Port Elsin", "<c><f>C2*2</f><v>3</v></c>")
        + row(4, "2024-01-03", "Port Elsin", "<c><f>C2*3</f></c>")
        + row(5, "2024-01-04", "Port Elsin", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    )
    found = rows(write(tmp_path, resource("rain.xlsx")))
    assert [each[3] for each in found] == [1.5, 3.0, None, None]
    assert [each[6] is None for each in found] == [True, True, False, False]
    assert "never computed" in found[2][6]
    assert "#DIV/0!" in found[3][6]


def test_parquet_is_read_with_its_rows_in_order(tmp_path):
    import duckdb

    with duckdb.connect(":memory:") as con:
        con.execute(
            f"""COPY (SELECT DATE '2024-01-01' + CAST(i AS INTEGER) AS day, 'Port Elsin' AS town, i / 4 AS rain_mm
            FROM range(5) t(i)) TO '{tmp_path / "rain.parquet"}'"""
        )
    found = rows(write(tmp_path, resource("rain.parquet")))
    assert [(each[0], each[3], each[4]) for each in found][3:] == [
        (4, 0.75, date(2024, 1, 4)),
        (5, 1.0, date(2024, 1, 5)),
    ]


@pytest.mark.parametrize("ending", ["xlsx", "parquet"])
def test_bytes_that_are_no_table_are_one_error(tmp_path, ending):
    folder = write(tmp_path, resource(f"rain.{ending}"), **{f"rain_{ending}": b"PK\x03\x04 not one"})
    with pytest.raises(BadTable):
        rows(folder)
