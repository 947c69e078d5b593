from __future__ import annotations

import sys
from pathlib import Path

import pytest

import fakes
from onrecord.cli.interrupt import Interrupt
from onrecord.cli.jobs import Settings
from onrecord.cli.reading import Plan, carry_out
from onrecord.cli.workers import AHEAD, ordered


def run(numbers, *, workers, interrupt=None):
    return ordered(
        fakes.double,
        iter(numbers),
        workers=workers,
        interrupt=interrupt or Interrupt(),
        lost=lambda job: -job,
    )


@pytest.mark.parametrize("workers", [1, 3])
def test_the_results_come_in_the_order_of_the_jobs(workers):
    assert list(run(range(12), workers=workers)) == [2 * number for number in range(12)]


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_to_do(workers):
    assert list(run([], workers=workers)) == []


def test_a_process_that_dies_costs_only_the_job_that_killed_it():
    numbers = [1, 2, 13, 3, 4, 13, 5]
    assert list(run(numbers, workers=2)) == [2, 4, -13, 6, 8, -13, 10]


def test_only_so_many_jobs_are_taken_ahead():
    taken = []

    def numbers():
        for number in range(1000):
            taken.append(number)
            yield number

    results = ordered(fakes.double, numbers(), workers=2, interrupt=Interrupt(), lost=abs)
    assert next(results) == 0
    assert len(taken) == 2 * AHEAD
    results.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_after_an_interrupt_the_rest_is_left(workers):
    interrupt = Interrupt()
    results = run(range(100), workers=workers, interrupt=interrupt)
    first = next(results)
    interrupt.heard = True
    rest = list(results)
    assert first == 0
    assert len(rest) <= 2 * AHEAD
    assert rest == [2 * number for number in range(1, 1 + len(rest))]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for number in range(9):
        text = f"“Words number {number} of nine” said Ana Brill."
        (tmp_path / f"{number}.txt").write_text(
            text + " BOOM" * (number == 4) + " DIE" * (number == 6), encoding="utf-8"
        )
    return tmp_path


@pytest.mark.parametrize("format", ["jsonl", "json", "html"])
def test_the_file_is_the_same_with_one_worker_and_with_three(archive, tmp_path, format):
    (archive / "6.txt").unlink()
    written = []
    for workers in (1, 3):
        out = tmp_path / f"out{workers}"
        plan = Plan((str(archive),), Settings(), format, str(out), workers=workers, quiet=True)
        assert carry_out(plan, fakes.read) == 1
        written.append(out.read_bytes())
    assert written[0] == written[1]
    assert b"number 8" in written[0]


def test_an_input_that_kills_its_process_is_named(archive, tmp_path, capsys):
    plan = Plan((str(archive),), Settings(), "jsonl", str(tmp_path / "r"), workers=2, quiet=True)
    assert carry_out(plan, fakes.read) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"E999 {archive}/4.txt", f"E999 {archive}/6.txt"]
    assert len((tmp_path / "r").read_text(encoding="utf-8").splitlines()) == 7


def test_the_modules_that_a_fresh_process_needs_can_be_found():
    assert any(Path(folder) == Path(fakes.__file__).parent for folder in sys.path)
