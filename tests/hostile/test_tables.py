"""Tables made to harm: each is one clear error or a row at fault; nothing runs, nothing outside the pack is read."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from evidence.making import RAIN, resource, row, write, xlsx
from onrecord.errors import BadTable, EvidenceError, QueryStopped, TableTooLarge, UnsafePath
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.limits import Limits
from onrecord.evidence.store import Store

ALL = 'SELECT * FROM "town-rain" ORDER BY _row'
EVIL = "'; DROP TABLE \"town-rain\"; COPY (SELECT 1) TO 'out.csv'; --"


def load(folder: Path, **limits):
    with Store([read_pack(folder)], limits=Limits(**limits)) as store:
        return store.run("weather", "town-rain", ALL), store.faults("weather", "town-rain")


BAD_CSV = [
    ("encoding", RAIN.replace("Elsin", "Élsin").encode("latin-1"), "line 2", "not utf-8"),
    ("NUL", RAIN.encode().replace(b"12.25", b"\0"), "line 4", "NUL"),
    ("quote", RAIN.encode().replace(b"12.25", b'"12.25'), "line 4", "not a table"),
    ("half a quote", RAIN.encode().replace(b"1.5", b'"1"5'), "line 2", "not a table"),
    ("a cell of 200,000 letters", RAIN.encode() + b"2024-01-04," + b"x" * 200_000 + b",1\n", "line 5", "field larger"),
    ("no such column", b"day,town,rain\n", "", "did you mean 'rain'"),
    ("a column twice", b"day,town,rain_mm,rain_mm\n", "", "twice"),
    ("empty", b"", "", "no header"),
]


@pytest.mark.parametrize(
    ("content", "line", "words"), [case[1:] for case in BAD_CSV], ids=[case[0] for case in BAD_CSV]
)
def test_a_file_that_is_no_table_is_one_error_with_its_line(tmp_path, content, line, words):
    folder = write(tmp_path, resource(), rain_csv=content)
    with pytest.raises(BadTable) as raised:
        load(folder)
    assert raised.value.place.startswith(str(folder / "rain.csv"))
    assert raised.value.place.endswith(line)
    assert words in raised.value.problem


def test_sql_in_cells_headers_and_names_is_only_text(tmp_path):
    fields = [{"name": "day", "type": "date"}, {"name": EVIL}, {"name": "rain_mm", "type": "number"}]
    own = {"entities": {"column": EVIL}, "coverage": {"lo": "2024-01-01", "hi": "2024-01-02"}}
    own["series"] = [
        {"name": EVIL, "property": EVIL, "column": "rain_mm", "unit": "mm", "sort": "stock", "where": {EVIL: EVIL}}
    ]
    quoted = '"' + EVIL.replace('"', '""') + '"'
    lines = [f"day,{quoted},rain_mm", f"2024-01-01,{quoted},{quoted}", f"2024-01-01,{quoted},1"]
    schema = {"fields": fields, "missingValues": ["", "' OR 1=1 --"]}
    made = resource(own=own, schema=schema, name=EVIL)
    folder = write(tmp_path, made, rain_csv="\n".join(lines))
    before = sorted(tmp_path.iterdir())
    table = '"' + EVIL.replace('"', '""') + '"'
    with Store([read_pack(folder)]) as store:
        rows = store.run("weather", EVIL, f"SELECT * FROM {table} ORDER BY _row")
        assert [each[2] for each in rows] == [EVIL, EVIL]
        assert [each[3] for each in rows] == [None, 1.0]
        assert any(EVIL[:20] in (fault.text or "") for fault in store.faults("weather", EVIL))
    assert sorted(tmp_path.iterdir()) == before


def test_sql_in_the_name_of_a_sheet_is_only_a_name(tmp_path):
    xlsx(
        tmp_path / "rain.xlsx",
        row(1, "day", "town", "rain_mm") + row(2, "2024-01-01", "'; DROP", 1),
        sheet="'; DROP TABLE x; --",
    )
    folder = write(tmp_path, resource("rain.xlsx", own={"sheet": "'; DROP TABLE x; --"}))
    ((_, _, town, *_),), _ = load(folder)
    assert town == "'; DROP"


def test_a_sparse_file_of_ten_gigabytes_is_refused_at_once(tmp_path):
    folder = write(tmp_path, resource(), rain_csv=RAIN)
    os.truncate(folder / "rain.csv", 10_000_000_000)
    start = time.monotonic()
    with pytest.raises(TableTooLarge, match="10,000 MB, over the limit"):
        load(folder)
    assert time.monotonic() - start < 5


def test_an_archive_that_claims_ten_gigabytes_is_refused(tmp_path):
    path = tmp_path / "rain.xlsx"
    xlsx(path, row(1, "day", "town", "rain_mm"), extra={"xl/media/big": b"x"})
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")  # the last entry of the central directory: its claimed size
    content[at + 24 : at + 28] = struct.pack("<I", 4_000_000_000)
    path.write_bytes(content)
    with zipfile.ZipFile(path) as archive:
        assert sum(each.file_size for each in archive.infolist()) > 4_000_000_000
    with pytest.raises(TableTooLarge, match="claims 4,000 MB"):
        load(write(tmp_path, resource("rain.xlsx")))


def test_a_sheet_that_unpacks_to_far_more_than_it_is_is_refused(tmp_path):
    many = "".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(2, 60_000))
    xlsx(tmp_path / "rain.xlsx", row(1, "day", "town", "rain_mm") + many)
    assert (tmp_path / "rain.xlsx").stat().st_size < 1_000_000
    with pytest.raises(TableTooLarge, match="unpacked"):
        load(write(tmp_path, resource("rain.xlsx")), file_bytes=1_000_000)


def test_one_cell_far_away_does_not_make_a_sheet_of_billions(tmp_path):
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    xlsx(tmp_path / "rain.xlsx", row(1, "day", "town", "rain_mm") + row(2, "2024-01-01", "Elsin", 1) + far)
    with pytest.raises(TableTooLarge, match="cells"):
        load(write(tmp_path, resource("rain.xlsx")))


ENTITIES = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/hostname">]>"""


def test_entities_in_a_sheet_are_not_opened(tmp_path):
    xlsx(tmp_path / "rain.xlsx", row(1, "day", "town", "rain_mm") + row(2, "2024-01-01", "&b;&c;", 1))
    name, content = "xl/worksheets/sheet1.xml", {}
    with zipfile.ZipFile(tmp_path / "rain.xlsx") as archive:
        content = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "rain.xlsx", "w") as archive:
        for each, data in content.items():
            archive.writestr(each, ENTITIES.encode() + data if each == name else data)
    try:
        rows, _ = load(write(tmp_path, resource("rain.xlsx")))
    except EvidenceError:
        return
    host = Path("/etc/hostname").read_text(encoding="utf-8").strip() if Path("/etc/hostname").exists() else "\0"
    assert all(host not in str(each) and "aaaa" not in str(each) for each in rows)


def test_parquet_that_claims_too_much_or_is_damaged(tmp_path):
    import duckdb

    with duckdb.connect(":memory:") as con:
        con.execute(
            f"""COPY (SELECT DATE '2024-01-01' AS day, 'Elsin' AS town, 1.0 AS rain_mm FROM range(100000))
            TO '{tmp_path / "rain.parquet"}'"""
        )
    folder = write(tmp_path, resource("rain.parquet"))
    assert (folder / "rain.parquet").stat().st_size < 100_000
    with pytest.raises(TableTooLarge, match="over the limit of 10 rows"):
        load(folder, rows=10)
    content = (folder / "rain.parquet").read_bytes()
    (folder / "rain.parquet").write_bytes(content[:200] + bytes(200) + content[400:])
    with pytest.raises(EvidenceError):
        load(folder)


def test_nested_parquet_is_refused(tmp_path):
    import duckdb

    with duckdb.connect(":memory:") as con:
        con.execute(
            f"""COPY (SELECT DATE '2024-01-01' AS day, {{'a': 1}} AS town, [1.0] AS rain_mm)
            TO '{tmp_path / "rain.parquet"}'"""
        )
    with pytest.raises(BadTable, match="lists or groups"):
        load(write(tmp_path, resource("rain.parquet")))


def test_a_file_that_becomes_a_link_after_the_descriptor_was_read(tmp_path):
    (tmp_path / "secret.csv").write_text(RAIN, encoding="utf-8")
    folder = write(tmp_path / "pack", resource(), rain_csv=RAIN)
    pack = read_pack(folder)
    (folder / "rain.csv").unlink()
    (folder / "rain.csv").symlink_to(tmp_path / "secret.csv")
    with Store([pack]) as store, pytest.raises(UnsafePath):
        store.run("weather", "town-rain", ALL)


def test_a_folder_whose_name_is_a_pattern_is_only_a_folder(tmp_path):
    import duckdb

    folder = tmp_path / "packs [2024] *"
    write(folder, resource("rain.parquet"))
    with duckdb.connect(":memory:") as con:
        con.execute(
            f"""COPY (SELECT DATE '2024-01-01' AS day, 'Elsin' AS town, 1.0 AS rain_mm)
            TO '{tmp_path / "made.parquet"}'"""
        )
    (tmp_path / "made.parquet").rename(folder / "rain.parquet")
    assert len(load(folder)[0]) == 1


def test_a_query_that_needs_too_much_memory_or_time_is_stopped(tmp_path):
    folder = write(tmp_path, resource(), rain_csv=RAIN)
    with Store([read_pack(folder)], limits=Limits(memory_bytes=50_000_000, query_seconds=1)) as store:
        with pytest.raises(QueryStopped, match="memory"):
            store.run("weather", "town-rain", "SELECT count(DISTINCT hash(range)) FROM range(50000000)")
        start = time.monotonic()
        with pytest.raises(QueryStopped):
            store.run("weather", "town-rain", "SELECT sum(sqrt(a.range)) FROM range(10000000) a, range(1000000) b")
        assert time.monotonic() - start < 10
        assert len(store.run("weather", "town-rain", ALL)) == 3


def test_a_child_that_hangs_is_killed(tmp_path, monkeypatch):
    from onrecord.evidence import store as module

    monkeypatch.setattr(module, "_GRACE", 0.0)
    folder = write(tmp_path, resource(), rain_csv=RAIN)
    with Store([read_pack(folder)], limits=Limits(load_seconds=0.0001)) as store:
        with pytest.raises(TableTooLarge, match="ended without a result"):
            store.run("weather", "town-rain", ALL)
        assert store._child is None


def test_the_child_ends_with_its_parent(tmp_path):
    folder = write(tmp_path, resource(), rain_csv=RAIN)
    code = (
        "import os\nfrom onrecord.evidence.descriptor import read_pack\nfrom onrecord.evidence.store import Store\n"
        f"store = Store([read_pack({str(folder)!r})]); store.faults('weather', 'town-rain')\n"
        "print(store._child.pid, flush=True); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ})
    pid = int(done.stdout)
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text().split(")")[1][:3]:
            return
        time.sleep(0.05)
    pytest.fail("the child goes on")


def test_the_child_can_write_no_file(tmp_path):
    code = (
        "from onrecord.evidence.child import _limit_memory\n_limit_memory(4_000_000_000)\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "file = open('out', 'wb', buffering=0)\nfile.write(b'x')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "File too large" in done.stderr
    assert (tmp_path / "out").stat().st_size == 0
