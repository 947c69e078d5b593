from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fakes
from onrecord.cli.jobs import Job, Settings, is_batch, jobs, lost, perform
from onrecord.errors import UnreadableInput, WeightsMissing


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("“Words” said Ana Brill.", encoding="utf-8")
    (tmp_path / "b.md").write_text("“Other words” said Ana Brill.", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(
        '{"id": "1", "text": "x"}\n\n{"id": "2", "text": "y"}\n', encoding="utf-8"
    )
    return tmp_path


def test_a_folder_is_its_files_and_a_batch_its_lines(folder):
    found = list(jobs([str(folder), str(folder / "c.jsonl")], None))
    assert [job.name.removeprefix(f"{folder}/") for job in found] == [
        "a.txt",
        "b.md",
        "c.jsonl:1",
        "c.jsonl:3",
    ]


def test_files_are_not_opened_before_their_turn(folder):
    (job,) = jobs([str(folder / "a.txt")], None)
    assert job.data is None


def test_a_batch_that_is_not_there_is_one_failed_job(folder):
    (job,) = jobs([str(folder / "gone.jsonl")], None)
    assert isinstance(job.error, UnreadableInput)


@pytest.mark.parametrize(
    ("path", "format", "batch"),
    [
        ("a.jsonl", None, True),
        ("a.NDJSON", None, True),
        ("a.txt", "jsonl", True),
        ("a.jsonl", "text", False),
        ("-", None, False),
    ],
)
def test_what_is_a_batch(path, format, batch):
    assert is_batch(path, format) is batch


def test_a_job_gives_a_record(folder):
    outcome = perform(Job(str(folder / "a.txt")), Settings(publisher="The Courier"), fakes.read)
    assert outcome.record is not None
    assert outcome.record.document.publisher == "The Courier"


def test_a_document_that_is_known_is_not_read(folder):
    def never(document):
        raise AssertionError(document.id)

    known = perform(Job(str(folder / "a.txt")), Settings(), fakes.read).record
    assert known is not None
    outcome = perform(Job(str(folder / "a.txt")), Settings(known=frozenset({known.document.id})), never)
    assert (outcome.record, outcome.failure) == (None, None)


def test_a_model_that_is_absent_is_nobodys_failure_but_ends_the_run():
    with pytest.raises(WeightsMissing):
        perform(Job("-", b"NO MODEL"), Settings(), fakes.read)


def test_a_failure_has_a_code_a_reason_that_others_share_and_a_line():
    failure = perform(Job("gone.txt"), Settings(), fakes.read).failure
    assert failure is not None
    assert (failure.code, failure.reason) == ("E101", "The file cannot be opened")
    assert failure.line.startswith("E101 gone.txt: ")
    assert failure.trace is None


def test_with_debug_a_failure_has_its_traceback():
    failure = perform(Job("-", b"BOOM"), Settings(debug=True), fakes.read).failure
    assert failure is not None
    assert failure.trace is not None
    assert "RuntimeError: boom" in failure.trace


def test_a_lost_job_is_named():
    failure = lost(Job("b.jsonl", b"{}", 7)).failure
    assert failure is not None
    assert failure.line.startswith("E999 b.jsonl:7: ")


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_end_in_a_record_or_in_one_line(data):
    outcome = perform(Job("-", data), Settings(), fakes.read)
    assert (outcome.record is None) != (outcome.failure is None)
    assert outcome.failure is None or outcome.failure.line.isprintable()


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_line_of_a_batch_ends_in_a_record_or_in_one_line(line):
    outcome = perform(Job("b.jsonl", line or b"x", 1), Settings(), fakes.read) if line.strip() else None
    assert outcome is None or (outcome.record is None) != (outcome.failure is None)


@pytest.mark.parametrize("words", ["“Words” said Ana Brill.", "BOOM"])
def test_jobs_and_outcomes_go_to_other_processes_and_back(words):
    job = Job("b.jsonl", words.encode(), None)
    outcome = perform(job, Settings(format="text"), fakes.read)
    assert pickle.loads(pickle.dumps((job, outcome))) == (job, outcome)  # noqa: S301 - made here
