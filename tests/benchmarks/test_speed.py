from __future__ import annotations

import subprocess
import sys

import pytest

import speed


@pytest.mark.parametrize("kind", speed.KINDS)
def test_a_megabyte_without_a_space(kind):
    text = speed.without_a_space(kind)
    assert len(text.split()) == 1
    assert 999_900 < len(text.encode()) <= speed.MEGABYTE


def test_a_megabyte_of_running_text_is_whole_characters(monkeypatch):
    monkeypatch.setattr(speed, "texts", lambda: ["“Ja,” sagte é. " * 100, "港 " * 50])
    assert 999_990 < len(speed.running_text().encode()) <= speed.MEGABYTE


def test_a_command_is_timed_in_a_process_of_its_own():
    assert 0 < speed.command("--version", runs=1) < 60


def test_peak_memory_is_this_process_s_own():
    """A child of a large parent: its peak is its own, not what the parent held when it made it."""
    held = bytearray(300_000_000)
    code = "import sys; sys.path[:0] = ['benchmarks']; import speed; print(speed._peak_mb())"
    done = subprocess.run([sys.executable, "-c", code], cwd=speed.ROOT, capture_output=True, text=True, check=True)
    assert len(held) == 300_000_000
    assert 5 < float(done.stdout) < 150
