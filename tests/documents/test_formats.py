"""The registry of formats."""

from __future__ import annotations

import importlib

import pytest

from onrecord.documents.formats import FORMATS, NAMES, by_name, sniff
from onrecord.errors import UnknownFormat


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_registered_under_its_name_with_a_parser(name: str) -> None:
    format = by_name(name)
    assert format.name == name
    assert importlib.import_module(format.module).parse(b"words", "a").text == "words"
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in format.suffixes)


def test_no_suffix_belongs_to_two_formats() -> None:
    suffixes = [suffix for format in FORMATS.values() for suffix in format.suffixes]
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize(
    ("name", "near"), [("htm", "html"), ("HTML", "html"), ("makdown", "markdown"), ("json", "jsonl")]
)
def test_an_unknown_name_suggests_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UnknownFormat, match=f"Did you mean {near}"):
        by_name(name)


def test_a_batch_is_not_one_document() -> None:
    with pytest.raises(UnknownFormat, match="many documents"):
        by_name("jsonl")


def test_a_name_near_to_none_lists_them_all() -> None:
    with pytest.raises(UnknownFormat) as caught:
        by_name("zzz")
    assert caught.value.remedy == f"Choose one of {', '.join(NAMES)}"


@pytest.mark.parametrize(
    ("data", "source", "name"),
    [
        (b"<html>", "a.txt", "text"),
        (b"words", "A.HTM", "html"),
        (b"words", "folder/notes.md", "markdown"),
        (b"<!DOCTYPE html><p>x", "-", "html"),
        (b"\n<!-- x -->\n<html lang='en'>", "page", "html"),
        ("\ufeff<html >".encode("utf-16"), "page", "html"),
        (b"# Head", "notes", "text"),
        (b"a <b>word</b> in a text", "notes.log", "text"),
        (b"", "", "text"),
    ],
)
def test_sniffing_goes_by_suffix_and_then_by_content(data: bytes, source: str, name: str) -> None:
    assert sniff(data, source).name == name
