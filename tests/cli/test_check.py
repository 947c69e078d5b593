"""``onrecord check``: the command as it runs, with the packaged model and small packs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord import api
from onrecord.api import read_document
from onrecord.record import Record

VISITORS = "month,visitors\n2023-01,300\n2023-02,310\n2023-03,320\n"
RIGHT = "Tarn had 310 visitors in February 2023."
WRONG = "Tarn had 500 visitors in February 2023."


@pytest.fixture
def onrecord(onrecord: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """The command line with the reader that has a model."""
    monkeypatch.setattr(api, "read_document", read_document)
    return onrecord


def pack(folder: Path, *, confirmed: bool = True, **changes: Any) -> Path:
    """A pack with the visitors of Tarn, and where not ``confirmed`` a second table that nobody has looked at."""
    own = {
        "producer": "Tarn Office",
        "confirmed": True,
        "entities": {"constant": "Tarn"},
        "periods": {"grain": "month", "column": "month"},
        "series": [{"name": "visitors", "property": "visitors", "column": "visitors", "unit": "1", "sort": "flow"}],
    }
    fields = [{"name": "month", "type": "yearmonth"}, {"name": "visitors", "type": "integer"}]
    table = {"name": "visitors", "path": "visitors.csv", "schema": {"fields": fields}, "onrecord": own, **changes}
    guessed = {**table, "name": "guests", "onrecord": {**own, "confirmed": False}}
    folder.mkdir()
    resources = [table] if confirmed else [table, guessed]
    (folder / "datapackage.json").write_text(json.dumps({"name": "lake", "resources": resources}), encoding="utf-8")
    (folder / "visitors.csv").write_text(VISITORS, encoding="utf-8")
    return folder


def write(tmp_path: Path, **texts: str) -> None:
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")


@pytest.mark.parametrize("text", [RIGHT, WRONG, "Elsin had 310 visitors.", "It rained."])
def test_the_exit_code_is_nought_whatever_came_of_it(onrecord, tmp_path, text):
    pack(tmp_path / "lake")
    write(tmp_path, a=text)
    result = onrecord("check", "a.txt", "--evidence", "lake")
    assert (result.code, result.err) == (0, "")
    assert result.out.strip()


def test_text_shows_the_result_and_the_working(onrecord, tmp_path):
    pack(tmp_path / "lake")
    write(tmp_path, a=WRONG)
    out = " ".join(onrecord("check", "a.txt", "--evidence", "lake").out.split())
    assert "nconsistent" in out
    assert "Feb 2023: 310" in out
    assert "Tarn Office" in out


def test_json_is_a_record_with_checks_and_results(onrecord, tmp_path):
    pack(tmp_path / "lake")
    write(tmp_path, a=f"{RIGHT} {WRONG}")
    record = Record.from_json(onrecord("check", "a.txt", "--evidence", "lake", "--format", "json").out)
    assert [one.result for one in record.results] == ["consistent", "inconsistent"]
    assert [one.evidence[0].pack for one in record.checks] == ["lake", "lake"]


def test_html_is_one_report_with_the_figures(onrecord, tmp_path):
    pack(tmp_path / "lake")
    write(tmp_path, a=WRONG)
    result = onrecord("check", "a.txt", "--evidence", "lake", "--out", "report.html", "--quiet")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert (result.code, result.out) == (0, "")
    assert page.lower().startswith("<!doctype html>")
    assert "Tarn Office" in page and "310" in page


def test_without_evidence_the_command_is_wrong(onrecord, tmp_path):
    write(tmp_path, a=RIGHT)
    result = onrecord("check", "a.txt")
    assert (result.code, result.out) == (2, "")
    assert "--evidence PACK" in result.err


def test_a_pack_that_cannot_be_used_ends_the_run_with_one_line(onrecord, tmp_path):
    folder = pack(tmp_path / "lake")
    broken = json.loads((folder / "datapackage.json").read_text())
    broken["resources"][0]["onrecord"]["series"][0]["column"] = "guests"
    (folder / "datapackage.json").write_text(json.dumps(broken))
    write(tmp_path, a=RIGHT)
    result = onrecord("check", "a.txt", "--evidence", "lake")
    assert (result.code, result.out) == (1, "")
    [line] = result.err.splitlines()
    assert "E501" in line
    assert "datapackage.json" in line and "$.resources[0].onrecord.series[0].column" in line
    assert line.endswith("See the reference of evidence packs")


def test_a_pack_that_is_not_there_ends_the_run_with_one_line(onrecord, tmp_path):
    write(tmp_path, a=RIGHT)
    result = onrecord("check", "a.txt", "--evidence", "nowhere")
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    assert "nowhere" in result.err


def test_a_table_that_cannot_be_read_skips_the_document_that_needs_it(onrecord, tmp_path):
    folder = pack(tmp_path / "lake")
    (folder / "visitors.csv").write_bytes(b"month,guests\n2023-02,310\n")
    write(tmp_path, a=RIGHT, b="It rained.")
    result = onrecord("check", "a.txt", "b.txt", "--evidence", "lake", "--format", "json", "--quiet")
    assert result.code == 1
    assert [item["document"]["source"] for item in json.loads(result.out)] == ["b.txt"]
    [line] = result.err.splitlines()
    assert "visitors.csv" in line


def test_a_table_that_nobody_has_confirmed_is_said_and_left_out(onrecord, tmp_path):
    pack(tmp_path / "lake", confirmed=False)
    write(tmp_path, a=RIGHT)
    result = onrecord("check", "a.txt", "--evidence", "lake", "--format", "json")
    assert result.code == 0
    assert "lake: 1 table not confirmed and so left out (guests)" in result.err
    assert [one.evidence[0].table for one in Record.from_json(result.out).checks] == ["visitors"]


def test_reading_with_evidence_checks_too(onrecord, tmp_path):
    pack(tmp_path / "lake")
    write(tmp_path, a=RIGHT)
    with_it = Record.from_json(onrecord("read", "a.txt", "--evidence", "lake", "--format", "json").out)
    without = Record.from_json(onrecord("read", "a.txt", "--format", "json").out)
    assert [one.result for one in with_it.results] == ["consistent"]
    assert (without.results, without.checks) == ((), ())
    assert without.claims == with_it.claims


def test_only_checks_leaves_the_other_parts_empty(onrecord, tmp_path):
    pack(tmp_path / "lake")
    write(tmp_path, a=RIGHT)
    arguments = ("read", "a.txt", "--evidence", "lake", "--only", "checks")
    record = Record.from_json(onrecord(*arguments, "--format", "json").out)
    assert [one.result for one in record.results] == ["consistent"]
    assert record.checks
    assert (record.claims, record.quantities, record.times, record.attributions) == ((), (), (), ())
    assert "310" in onrecord(*arguments).out


def test_several_packs_are_one_body_of_evidence(onrecord, tmp_path):
    pack(tmp_path / "lake")
    other = pack(tmp_path / "board")
    described = json.loads((other / "datapackage.json").read_text())
    described["name"] = "board"
    described["resources"][0]["onrecord"]["producer"] = "Lake Board"
    (other / "datapackage.json").write_text(json.dumps(described))
    (other / "visitors.csv").write_text(VISITORS.replace("310", "400"))
    write(tmp_path, a=RIGHT)
    result = onrecord("check", "a.txt", "--evidence", "lake", "--evidence", "board", "--format", "json")
    [found] = Record.from_json(result.out).results
    assert (found.result, found.reason) == ("depends", "producer")


def test_any_number_of_workers_gives_the_same_bytes(onrecord, tmp_path):
    pack(tmp_path / "lake")
    write(tmp_path, a=RIGHT, b=WRONG, c="Tarn had 320 visitors in March 2023.")
    runs = [
        onrecord("check", "a.txt", "b.txt", "c.txt", "--evidence", "lake", "--format", "json", "--workers", number)
        for number in ("1", "2")
    ]
    assert [run.code for run in runs] == [0, 0]
    assert runs[0].out == runs[1].out
    assert [item["results"][0]["result"] for item in json.loads(runs[0].out)] == [
        "consistent",
        "inconsistent",
        "consistent",
    ]
