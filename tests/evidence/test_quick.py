from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence.making import RAIN, resource, write
from onrecord.errors import EvidenceError
from onrecord.evidence import loading, quick
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.limits import Limits

LIMITS = Limits()
FIELDS = [{"name": "day", "type": "date"}, {"name": "town"}, {"name": "rain_mm", "type": "number"}]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    schema = {"fields": FIELDS, "missingValues": ["-"]}
    return write(tmp_path_factory.mktemp("pack"), resource(schema=schema), rain_csv=RAIN)


def loaded(folder):
    """All rows and faults, or the error."""
    pack = read_pack(folder)
    try:
        found = loading.load(pack.tables[0], folder, LIMITS)
    except EvidenceError as error:
        return type(error), str(error)
    with found.con:
        return found.con.execute('SELECT * FROM "town-rain" ORDER BY _row').fetchall(), found.faults


CELLS = st.sampled_from(
    ["", " ", "-", "1", "2.5", "x", "é", "2024-01-01", "2024-01-02", "1 2", "'", "#", "\\", "\t", "\ufeff", "NULL"]
)
LINE = st.lists(CELLS, min_size=1, max_size=5).map(",".join)
TEXT = st.tuples(
    st.lists(LINE | st.just("") | st.just(",,"), max_size=8), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans()
)


@given(TEXT)
@example((["2024-01-01,a,1", "2024-01-01,b"], "\n", True))
@example((["2024-01-01,a,1,", ",,", "2024-01-02,b,"], "\r\n", True))
@settings(max_examples=60)
def test_the_quick_reader_reads_what_the_other_reads(folder, text):
    lines, end, last = text
    content = end.join(["day,town,rain_mm", *lines]) + (end if last else "")
    (folder / "rain.csv").write_bytes(content.encode("utf-8"))
    first = loaded(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick, "lines", lambda path: None)
        assert loaded(folder) == first


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a,b\n1,2\n", 2),
        (b"a,b\r\n1,2\r\n", 2),
        (b"a,b\n1,2", 1),
        (b"a,b\r\n1,2\n", None),
        (b"a,b\n\n1,2\n", None),
        (b"a,b\r\n\r\n1,2\r\n", None),
        (b"\na,b\n", None),
        (b"a,b\r1,2\r", None),
        (b'a,"b"\n', None),
        (b"a,b\n\0\n", None),
    ],
)
def test_what_is_plain(tmp_path, content, expected):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert quick.lines(path) == expected


@pytest.mark.parametrize("at", range(-3, 4))
def test_ends_of_lines_across_chunks(tmp_path, at):
    path = tmp_path / "a.csv"
    start = b"x" * ((1 << 20) + at)
    path.write_bytes(start + b"\r\n\r\n")
    assert quick.lines(path) is None
    path.write_bytes(start + b"\r\ny\r\n")
    assert quick.lines(path) == 2


def test_a_plain_file_is_read_quickly(folder, monkeypatch):
    (folder / "rain.csv").write_text(RAIN, encoding="utf-8")
    monkeypatch.setattr(loading, "batches", None)
    rows, faults = loaded(folder)
    assert (len(rows), faults) == (3, ())
