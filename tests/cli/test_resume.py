from __future__ import annotations

import json

import pytest

from onrecord.cli.resume import begun, part_of, take_up
from onrecord.errors import InvalidRecord


@pytest.fixture
def finished(onrecord, statement, tmp_path):
    """A finished JSON Lines file of two documents, and the folder they came from."""
    statement("in/a.txt"), statement("in/b.txt", "other words")
    assert onrecord("read", "in", "--out", "r.jsonl").code == 0
    return tmp_path / "r.jsonl"


def _sources(path):
    return [json.loads(line)["document"]["source"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_only_what_is_not_there_is_read(onrecord, statement, finished):
    before = finished.read_bytes()
    statement("in/aa.txt", "new words")
    result = onrecord("read", "in", "--out", "r.jsonl", "--resume")
    assert result.err == "r.jsonl: 1 document, 1 attribution, 2 there already\n"
    assert finished.read_bytes().startswith(before)
    assert _sources(finished) == ["in/a.txt", "in/b.txt", "in/aa.txt"]


def test_a_second_run_changes_nothing(onrecord, finished):
    before = finished.read_bytes()
    assert onrecord("read", "in", "--out", "r.jsonl", "--resume").code == 0
    assert finished.read_bytes() == before


@pytest.mark.parametrize("kept", [0, 1, 40, -1])
def test_a_torn_last_line_is_cut_off_and_read_again(onrecord, finished, kept):
    whole = finished.read_bytes()
    first, second = whole.splitlines(keepends=True)
    part_of(finished).write_bytes(first + second[:kept])
    finished.unlink()
    assert onrecord("read", "in", "--out", "r.jsonl", "--resume").code == 0
    assert finished.read_bytes() == whole
    assert not part_of(finished).exists()


def test_without_resume_everything_is_read_again(onrecord, finished):
    part_of(finished).write_bytes(b"left over from a killed run")
    whole = finished.read_bytes()
    assert onrecord("read", "in", "--out", "r.jsonl").code == 0
    assert finished.read_bytes() == whole


@pytest.mark.parametrize(
    "line", [b"not json\n", b"[]\n", b'{"schema": "other/1"}\n', b'{"schema": "onrecord-record/1"}\n']
)
def test_a_file_of_something_else_is_left_alone(onrecord, finished, line):
    damaged = line + finished.read_bytes()
    finished.write_bytes(damaged)
    result = onrecord("read", "in", "--out", "r.jsonl", "--resume")
    assert (result.code, len(result.err.splitlines())) == (1, 1)
    assert result.err.startswith("E201 r.jsonl line 1: ")
    assert finished.read_bytes() == damaged


def test_nothing_to_go_on_with_is_an_ordinary_start(onrecord, statement, tmp_path):
    statement("in/a.txt")
    assert onrecord("read", "in", "--out", "r.jsonl", "--resume").code == 0
    assert _sources(tmp_path / "r.jsonl") == ["in/a.txt"]


def test_the_unfinished_file_goes_before_the_finished(tmp_path):
    path = tmp_path / "r.jsonl"
    assert begun(path) == path
    part_of(path).touch()
    assert begun(path) == part_of(path)


def test_the_ids_are_those_of_the_documents(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text('{"schema": "onrecord-record/1", "document": {"id": "x"}}\n', encoding="utf-8")
    assert take_up(path) == {"x"}
    path.write_text('{"schema": "onrecord-record/1", "document": {"id": 1}}\n', encoding="utf-8")
    with pytest.raises(InvalidRecord):
        take_up(path)
