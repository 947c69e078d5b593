from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli import outputs
from onrecord.cli.outputs import FORMATS, SUFFIXES, is_folder, writer
from onrecord.cli.sinks import Appended, Replaced, encode
from onrecord.documents import from_text
from onrecord.errors import UnwritableOutput
from onrecord.publish import to_terminal
from onrecord.record import Record

RECORD = Record(from_text("The mayor spoke.", source="in/speech.txt"))


def test_every_format_has_a_suffix_and_every_suffix_a_format():
    assert set(SUFFIXES.values()) == set(FORMATS)


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_json_of_any_text_can_be_written_and_read_back(text):
    record = Record(replace(RECORD.document, text=text))
    assert Record.from_json(encode(record.to_json()).decode("utf-8")) == record


@pytest.mark.parametrize(
    ("source", "id", "name"),
    [
        ("in/speech.txt", None, "speech.json"),
        ("batch.jsonl", "doc-7", "doc-7.json"),
        ("batch.jsonl", "../../etc/passwd", "_.._etc_passwd.json"),
        ("-", None, "-.json"),
        ("", None, "document.json"),
        ("a b:c.txt", None, "a_b_c.json"),
    ],
)
def test_a_file_in_a_folder_is_named_after_its_document_and_stays_in_it(tmp_path, source, id, name):
    into = writer("json", f"{tmp_path}/", several=True)
    document = replace(RECORD.document, source=source, id=id or RECORD.document.sha256)
    into.add(Record(document))
    into.finish()
    (written,) = tmp_path.iterdir()
    assert written.name == name


def test_names_that_are_taken_get_a_number(tmp_path):
    into = writer("text", f"{tmp_path}/", several=True)
    for _ in range(3):
        into.add(RECORD)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["speech-2.txt", "speech-3.txt", "speech.txt"]


def test_a_file_in_a_folder_that_cannot_be_made_leaves_no_other(tmp_path, monkeypatch):
    def broken(*_: object, **__: object) -> str:
        raise LookupError

    monkeypatch.setattr(outputs, "_view", broken)
    with pytest.raises(LookupError):
        writer("text", f"{tmp_path}/", several=True).add(RECORD)
    assert list(tmp_path.iterdir()) == []


def test_what_is_a_folder(tmp_path):
    assert is_folder(str(tmp_path))
    assert is_folder("new/")
    assert not is_folder(str(tmp_path / "new"))


def test_texts_are_set_apart_by_an_empty_line(tmp_path):
    into = writer("text", str(tmp_path / "all"), several=True)
    into.add(RECORD)
    into.add(RECORD)
    into.finish()
    view = to_terminal(RECORD)
    assert (tmp_path / "all").read_text(encoding="utf-8") == f"{view.rstrip()}\n\n{view.rstrip()}\n"


def test_a_replaced_file_appears_only_at_the_end_and_with_an_ordinary_mode(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("before", encoding="utf-8")
    sink = Replaced(path)
    sink.write("after")
    assert path.read_text(encoding="utf-8") == "before"
    sink.finish()
    assert path.read_text(encoding="utf-8") == "after"
    reference = tmp_path / "reference"
    reference.touch()
    assert path.stat().st_mode == reference.stat().st_mode


def test_an_abandoned_file_leaves_nothing(tmp_path):
    sink = Replaced(tmp_path / "a.html")
    sink.write("half")
    sink.abandon()
    assert list(tmp_path.iterdir()) == []


def test_an_appended_file_keeps_what_was_written_when_abandoned(tmp_path):
    sink = Appended(tmp_path / "r.part", tmp_path / "r")
    sink.write("one\n")
    assert (tmp_path / "r.part").read_text(encoding="utf-8") == "one\n"
    sink.abandon()
    assert [path.name for path in tmp_path.iterdir()] == ["r.part"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error_with_the_path_and_a_remedy(tmp_path):
    (tmp_path / "r.part").symlink_to("/dev/full")
    sink = Appended(tmp_path / "r.part", tmp_path / "r")
    with pytest.raises(UnwritableOutput, match=r"E401 .*No space left.*--out"):
        sink.write("one\n")
    sink.abandon()
