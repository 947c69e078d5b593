from __future__ import annotations

import io
import sys

import pytest
from rich.console import Console
from rich.progress import Task

from onrecord.cli.bar import Bar, Remaining
from onrecord.cli.jobs import Failure, Outcome
from onrecord.cli.progress import EVERY, NAMED, Lines, Silent, Tally, display
from onrecord.documents import from_text
from onrecord.record import Record, Warning

RECORD = Record(from_text("x"))


def failed(name: str, code: str = "E101", reason: str = "The file cannot be opened") -> Outcome:
    return Outcome(name, failure=Failure(code, reason, f"{code} {name}: no"))


@pytest.fixture
def tally() -> Tally:
    tally = Tally()
    for outcome in (
        Outcome("a", RECORD),
        Outcome("b"),
        failed("c"),
        failed("d", "E103", "The bytes are not text"),
    ):
        tally.add(outcome)
    return tally


def test_a_tally_counts_each_kind_of_outcome(tally):
    assert (tally.read, tally.known, tally.skipped, tally.seen) == (1, 1, 2, 4)
    assert tally.progress(120) == "4/120 · 2 skipped"
    assert tally.progress(None) == "4 · 2 skipped"


def test_without_a_failure_none_is_mentioned():
    tally = Tally()
    tally.add(Outcome("a", RECORD))
    assert tally.progress(2000) == "1/2,000"
    assert tally.summary("r.html") == ["r.html: 1 document, 0 attributions"]


def test_the_summary_groups_failures_by_reason(tally):
    assert tally.summary(None) == [
        "Read: 1 document, 0 attributions, 1 there already",
        "2 inputs skipped:",
        "  E101       1  The file cannot be opened  c",
        "  E103       1  The bytes are not text     d",
    ]


def test_the_summary_names_a_few_and_does_not_grow():
    tally = Tally()
    for number in range(1000):
        tally.add(failed(f"{number}\n.txt"))
    assert tally.summary(None)[-1].endswith(
        "1,000  The file cannot be opened  0\\n.txt, 1\\n.txt, 2\\n.txt, …"
    )
    assert len(tally.groups["E101"].names) == NAMED


def test_warned_documents_are_counted():
    tally = Tally()
    tally.add(Outcome("a", Record(RECORD.document, warnings=(Warning("W102", "empty"),))))
    assert tally.summary(None) == ["Read: 1 document, 0 attributions, 1 with warnings"]


def test_lines_come_every_ten_seconds(tally, capsys):
    now = 100.0
    lines = Lines(120, clock=lambda: now)
    for now in (101.0, 109.9, 100.0 + EVERY, 111.0, 119.0, 121.0):  # noqa: B007 - the clock reads it
        lines.update(tally)
    assert capsys.readouterr().err == "4/120 · 2 skipped\n" * 2


def test_silence_still_shows_errors(tally, capsys):
    silent = Silent()
    silent.update(tally)
    silent.line("E101 c: no")
    assert capsys.readouterr().err == "E101 c: no\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("total", "quiet", "to_stdout", "err_tty", "out_tty", "kind"),
    [
        (5, False, False, True, True, Bar),
        (5, False, True, True, False, Bar),
        (5, False, True, True, True, Silent),
        (5, False, True, False, False, Lines),
        (None, False, False, False, False, Lines),
        (1, False, False, True, True, Silent),
        (5, True, False, True, True, Silent),
    ],
)
def test_which_display(monkeypatch, total, quiet, to_stdout, err_tty, out_tty, kind):
    monkeypatch.setattr(sys, "stderr", Terminal() if err_tty else io.StringIO())
    monkeypatch.setattr(sys, "stdout", Terminal() if out_tty else io.StringIO())
    with display(total, quiet=quiet, to_stdout=to_stdout) as shown:
        assert type(shown) is kind


def test_the_bar_shows_the_state_and_lines_above_it(tally):
    stream = io.StringIO()
    with Bar(120, Console(file=stream, force_terminal=True, width=100)) as bar:
        bar.line("E101 [c]: no")
        bar.update(tally)
    assert "E101 [c]: no" in stream.getvalue()
    assert "4/120 · 2 skipped" in stream.getvalue()


@pytest.mark.parametrize(
    ("completed", "total", "elapsed", "shown"),
    [
        (4, 100, 9.0, ""),
        (5, 100, 9.0, "2:51 left"),
        (1, 100, 10.0, "16:30 left"),
        (0, 100, 60.0, ""),
        (100, 100, 60.0, ""),
        (50, None, 60.0, ""),
    ],
)
def test_the_time_left_is_told_once_there_is_enough_behind(completed, total, elapsed, shown):
    task = Task(0, "", total, completed, _get_time=lambda: elapsed)
    task.start_time = 0.0
    assert Remaining().render(task).plain == shown
