"""The command line in this process, with a reader that needs no model."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import fakes
from onrecord import api
from onrecord.cli.app import run


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """Standard output or error as a program meets them: text over bytes."""

    def __init__(self, data: bytes = b"", tty: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", write_through=True)
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    def text(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8")


@pytest.fixture
def onrecord(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Runs ``onrecord`` in an empty folder: ``onrecord("read", "a.txt", stdin=b"…")``."""
    monkeypatch.setattr(api, "read_document", fakes.read)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def call(*arguments: str, stdin: bytes = b"", tty: bool = False) -> Result:
        streams = Stream(stdin, tty), Stream(tty=tty), Stream(tty=tty)
        with monkeypatch.context() as patch:
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            code = run(arguments)
        return Result(code, streams[1].text(), streams[2].text())

    return call


@pytest.fixture
def statement(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small statement: ``statement("a.txt", "words")``."""

    def write(
        name: str, words: str = "We will reopen the bridge in May, and the ferry runs until then"
    ) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The town council met for two hours. “{words}” said Ana Brill.\n", encoding="utf-8")
        return path

    return write
