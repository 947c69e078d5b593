"""Files, folders and standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.documents import Input, gather, read_inputs
from onrecord.documents import inputs as module
from onrecord.errors import (
    BadBatchLine,
    BinaryInput,
    InputTooLarge,
    InvalidDate,
    UnknownFormat,
    UnreadableInput,
)
from onrecord.record import Document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of readable, unreadable and hidden files."""
    (tmp_path / "sub" / ".hidden").mkdir(parents=True)
    for name in (
        "b.txt",
        "a.md",
        "page.HTML",
        "sub/c.txt",
        "sub/.d.txt",
        "sub/.hidden/e.txt",
        "x.pdf",
        "l.jsonl",
    ):
        (tmp_path / name).write_text("words of " + name)
    return tmp_path


def sources(folder: Path, **options: str) -> list[str]:
    found = list(gather([str(folder)], **options))
    return [str(Path(each.source).relative_to(folder)) for each in found if isinstance(each, Input)]


def test_a_folder_gives_its_readable_files_sorted(folder: Path) -> None:
    assert sources(folder) == ["a.md", "b.txt", "page.HTML", os.path.join("sub", "c.txt")]  # noqa: PTH118


@pytest.mark.parametrize(("format", "found"), [("markdown", ["a.md"]), ("jsonl", ["l.jsonl"]), ("html", ["page.HTML"])])
def test_a_folder_read_as_one_format_gives_that_formats_files(folder: Path, format: str, found: list[str]) -> None:
    assert sources(folder, format=format) == found


def test_files_keep_their_order_and_are_taken_whatever_their_suffix(folder: Path) -> None:
    paths = [str(folder / "x.pdf"), "-", str(folder / "absent")]
    assert list(gather(paths)) == [Input(path) for path in paths]


def test_a_link_to_a_folder_above_does_not_loop(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "broken.txt").symlink_to(folder / "nowhere")
    assert len(sources(folder)) == 4


def test_one_bad_input_stops_no_other(folder: Path) -> None:
    (folder / "z.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = list(read_inputs([str(folder / "absent.txt"), str(folder)], published="2024"))
    assert [type(each) for each in found] == [
        UnreadableInput,
        Document,
        Document,
        Document,
        Document,
        BinaryInput,
    ]
    assert str(found[0]) == f"E101 {folder / 'absent.txt'}: no such file. Check the path"
    assert all(each.published.edtf == "2024" for each in found if isinstance(each, Document))


def test_a_batch_file_gives_a_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "a"}\nbad\n{"id": "2", "text": "b"}')
    by_suffix, by_name = list(read_inputs([str(path)])), list(read_inputs([str(path)], format="jsonl"))
    assert [type(each) for each in by_suffix] == [Document, BadBatchLine, Document]
    assert [type(each) for each in by_name] == [type(each) for each in by_suffix]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("“Yes,” she said.".encode())))
    (document,) = read_inputs(["-"])
    assert isinstance(document, Document)
    assert (document.text, document.source) == ("“Yes,” she said.", "-")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(20_000_001)
    (error,) = read_inputs([str(tmp_path / "big.txt")])
    assert isinstance(error, InputTooLarge)


@pytest.mark.parametrize("path", ["", "\0", "a\0b", "x" * 5000, "\ud800"])
def test_a_path_no_file_can_have_is_unreadable(path: str) -> None:
    (error,) = read_inputs([path])
    assert isinstance(error, UnreadableInput)


def test_a_file_that_fails_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

        readline = read

    monkeypatch.setattr(module, "gather", lambda paths, format: [Input("a.txt", Broken()), Input("b.jsonl", Broken())])
    for error in read_inputs(["x"]):
        assert isinstance(error, UnreadableInput)
        assert error.problem == "Input/output error"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "a.txt").chmod(0)
    (error,) = read_inputs([str(tmp_path / "a.txt")])
    assert "permission" in str(error)


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    (error,) = gather([str(tmp_path)])
    assert isinstance(error, UnreadableInput)
    assert error.problem == "no permission to read it"


def test_wrong_options_are_refused_before_anything_is_read() -> None:
    with pytest.raises(UnknownFormat):
        read_inputs(["absent"], format="pdfx")
    with pytest.raises(InvalidDate):
        read_inputs(["absent"], published="soon")
