"""The killable worker."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from onrecord.documents import worker
from onrecord.documents.parsed import Parsed

HOSTILE_PARSERS = {
    "slow": "import time\ndef extract(text): time.sleep(60)",
    "busy": "def extract(text):\n    while True: pass",
    "greedy": "def extract(text): return bytearray(3_000_000_000)",
    "crash": "import os\ndef extract(text): os.abort()",
    "raises": "def extract(text): raise SystemError('x')",
    "chatty": "print('noise')\nfrom onrecord.documents.parsed import Parsed\nextract = Parsed",
}


@pytest.fixture
def parsers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules on the child's import path whose parsers misbehave."""
    for name, code in HOSTILE_PARSERS.items():
        (tmp_path / f"parser_{name}.py").write_text(code)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def test_a_child_gives_what_the_parser_gives() -> None:
    text = "# Head\n\n“Yes” \ud800 😀"
    parsed = worker.run("onrecord.documents.markdown", text)
    assert (parsed.title, parsed.degraded) == ("Head", ())
    assert "😀" in parsed.text


@pytest.mark.parametrize("name", ["slow", "busy"])
def test_time_is_limited(parsers: None, name: str) -> None:
    began = time.perf_counter()
    with pytest.raises(worker.Stopped) as caught:
        worker.run(f"parser_{name}", "x", seconds=1)
    assert caught.value.reason == "timeout"
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("name", ["greedy", "crash", "raises", "chatty", "absent"])
def test_what_fails_in_the_child_fails_nowhere_else(parsers: None, name: str) -> None:
    with pytest.raises(worker.Stopped) as caught:
        worker.run(f"parser_{name}", "x")
    assert caught.value.reason == "failed"


def test_no_interpreter_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no processes left")

    monkeypatch.setattr(subprocess, "run", refuse)
    with pytest.raises(worker.Stopped):
        worker.run("onrecord.documents.markdown", "x")


def test_the_fallback_is_flagged() -> None:
    parsed, flags = worker.extract_or("html", "no.such.module", Parsed, "words")
    assert (parsed.text, flags) == ("words", ("html_failed",))


def test_short_texts_stay_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "run", lambda module, text: Parsed("from the child"))
    assert worker.extract("onrecord.documents.markdown", "a").text == "a"
    assert worker.extract("onrecord.documents.markdown", "a" * (worker.ALONE_ABOVE + 1)).text == "from the child"
