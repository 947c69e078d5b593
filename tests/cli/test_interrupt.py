from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.cli.interrupt import Interrupt

# Runs the command line on a folder of slow documents, with the reader of tests/fakes.py.
PROGRAM = """
import sys
sys.path[:0] = [{tests!r}]
import fakes
from onrecord import api
from onrecord.cli import reading
from onrecord.cli.app import run
if __name__ == "__main__":
    reading._read = fakes.read
    sys.exit(run(sys.argv[1:]))
"""


def test_the_first_signal_is_remembered_and_the_second_stops(capfd):
    with Interrupt() as interrupt:
        os.kill(os.getpid(), signal.SIGINT)
        assert interrupt.heard
        assert interrupt.pull(iter([1])) is None
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert "Finishing the document in hand" in capfd.readouterr().err


def test_a_signal_while_waiting_for_input_ends_the_wait():
    def waiting():
        os.kill(os.getpid(), signal.SIGINT)
        yield 1

    with Interrupt() as interrupt:
        assert interrupt.pull(waiting()) is None
        assert interrupt.heard


def test_what_was_before_is_put_back():
    before = signal.getsignal(signal.SIGINT)
    with Interrupt() as interrupt:
        assert interrupt.pull(iter("ab")) == "a"
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_is_read_and_resume_goes_on(tmp_path, monkeypatch, workers):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(tests=str(Path(__file__).parents[1])), encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(24):
        text = f"“Words number {number}” said Ana Brill. SLOW"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    out, part = tmp_path / "r.jsonl", tmp_path / "r.jsonl.part"
    command = [sys.executable, str(program), "read", str(folder), "--out", str(out), "--workers", workers]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 30
        while (not part.exists() or not part.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Go on with the same command and --resume" in messages
    assert "Traceback" not in messages
    kept = _sources(out)
    assert 0 < len(kept) < 24
    assert kept == [str(folder / f"{number:02}.txt") for number in range(len(kept))]
    monkeypatch.setenv("NOT_SLOW", "1")
    done = subprocess.run([*command, "--resume"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert _sources(out) == [str(folder / f"{number:02}.txt") for number in range(24)]


def _sources(path):
    return [json.loads(line)["document"]["source"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_closed_pipe_is_no_error(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(tests=str(Path(__file__).parents[1])), encoding="utf-8")
    batch = tmp_path / "b.jsonl"
    batch.write_text('{"id": "1", "text": "“Words” said Ana Brill."}\n' * 3000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(program), "read", str(batch), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"schema"')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
