from __future__ import annotations

import json
import tracemalloc

import pytest

import fakes
from onrecord.cli import jobs, reading
from onrecord.cli.jobs import Settings
from onrecord.cli.reading import Plan, carry_out
from onrecord.documents import from_text


def peak_of(tmp_path, number: int) -> int:
    """The most memory (bytes) that Python objects took while a batch of ``number`` texts was read."""
    fakes.read(from_text("Everything that is loaded only once is loaded before the count."))
    batch = tmp_path / "batch.jsonl"
    text = "“Words” said Ana Brill. " * 20
    with batch.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(i), "text": text}) + "\n" for i in range(number))
    plan = Plan((str(batch),), Settings(), "jsonl", str(tmp_path / "records.jsonl"), quiet=True)
    tracemalloc.start()
    try:
        assert carry_out(plan, fakes.read) == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_number_of_documents(tmp_path):
    # Up to a few hundred, memory still rises to where Python's collector of cycles holds it.
    few, many = peak_of(tmp_path, 300), peak_of(tmp_path, 1200)
    assert many < 1.5 * few


@pytest.mark.parametrize(("counted", "shown"), [(5, "3"), (3, "3"), (2, None)])
def test_inputs_are_counted_as_long_as_there_are_not_too_many(tmp_path, monkeypatch, counted, shown):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("x", encoding="utf-8")
    totals = []
    real = reading.display
    monkeypatch.setattr(jobs, "COUNTED", counted)
    monkeypatch.setattr(reading, "display", lambda total, **rest: totals.append(total) or real(total, **rest))
    out = tmp_path / "out.jsonl"
    assert carry_out(Plan((str(tmp_path),), Settings(), "jsonl", str(out)), fakes.read) == 0
    assert totals == [None if shown is None else int(shown)]
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    ("paths", "format", "several"),
    [
        (("a.txt",), None, False),
        (("-",), None, False),
        (("a.txt", "b.txt"), None, True),
        (("a.jsonl",), None, True),
        (("-",), "jsonl", True),
        ((".",), None, True),
    ],
)
def test_what_stands_for_several_documents(paths, format, several):
    assert Plan(paths, Settings(format)).several is several


@pytest.mark.parametrize(
    ("format", "out", "words"),
    [
        ("jsonl", "r.jsonl", "--resume: r.jsonl keeps what is read"),
        ("html", "new/", "The files written so far are whole"),
        ("text", None, "reads everything again; --format jsonl"),
    ],
)
def test_after_ctrl_c_it_is_said_how_to_go_on(tmp_path, monkeypatch, capsys, format, out, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")

    class Heard(reading.Interrupt):
        def __enter__(self):
            self.heard = True
            return super().__enter__()

    monkeypatch.setattr(reading, "Interrupt", Heard)
    assert carry_out(Plan(("a.txt",), Settings(), format, out), fakes.read) == 130
    message = capsys.readouterr().err
    assert "Stopped after 0 of 1 input." in message
    assert words in message
