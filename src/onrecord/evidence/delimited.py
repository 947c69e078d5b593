"""CSV and TSV as rows of text, strictly: nothing is sniffed, every byte is decoded, every line is accounted for.

Python's ``csv`` and not DuckDB's ``read_csv``: one reader for all encodings, it counts rows as a person does (an empty
line is a row), and a row of the wrong length is that row's fault and not the file's. Where the two cannot differ,
:mod:`onrecord.evidence.quick` uses DuckDB's.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import BadTable
from onrecord.evidence.model import Table
from onrecord.evidence.rows import Numbered

__all__ = ["LINE", "codec", "read"]

LINE = 10_000_000
"""Characters of one line; a line list with long notes has some thousands."""

# Python's codecs for text of one language or another; not those that run code pages of the system or change the text.
_ENCODINGS = re.compile(
    r"utf-8(-sig)?|utf-16(-[lb]e)?|utf-32(-[lb]e)?|ascii|iso8859-\d+|cp\d+|mac-\w+|koi8-\w|shift_ji\w+"
    r"|euc_\w+|gb\w+|big5\w*"
)


def codec(encoding: str) -> str | None:
    """Python's name of an encoding that tables are read in; None: not one of them."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return None
    return ("utf-8-sig" if name == "utf-8" else name) if _ENCODINGS.fullmatch(name) else None


def read(table: Table, path: Path, place: str) -> Iterator[Numbered]:
    """The rows of the file, each with its number from 1; raises :class:`BadTable` with the line."""
    encoding = codec(table.encoding)
    if encoding is None:
        raise BadTable(place, f"no encoding {table.encoding[:40]!r} is known", "Name it as utf-8, windows-1252 …")
    delimiter = table.delimiter or ("\t" if table.format == "tsv" else ",")
    with path.open("rb") as file:
        lines = _lines(file, encoding, place)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            yield from enumerate(reader, start=1)
        except csv.Error as error:
            problem = f"not a table from here on ({error})"
            remedy = "Check the quotation marks and the delimiter"
            raise BadTable(f"{place} line {reader.line_num}", problem, remedy) from error
        except UnicodeDecodeError as error:
            raise _undecodable(path, encoding, place, error) from error


def _lines(file: BinaryIO, encoding: str, place: str) -> Iterator[str]:
    text = io.TextIOWrapper(file, encoding=encoding, errors="strict", newline="")
    number = 0
    while line := text.readline(LINE):
        number += 1
        if "\0" in line:
            raise BadTable(
                f"{place} line {number}", "a NUL character", "Check that this is a table of text, and its encoding"
            )
        if len(line) == LINE:
            raise BadTable(f"{place} line {number}", f"over {LINE:,} characters long", "Check that this is a table")
        yield line
    text.detach()


def _undecodable(path: Path, encoding: str, place: str, error: UnicodeDecodeError) -> BadTable:
    """The error with its line: the decoder reads ahead, so the line is found again."""
    where = place
    if not encoding.startswith(("utf-16", "utf-32")):
        with path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(LINE), b""), start=1):
                try:
                    line.decode(encoding)
                except UnicodeDecodeError:
                    where = f"{place} line {number}"
                    break
    name = encoding.removesuffix("-sig")
    return BadTable(where, f"not {name} ({error.reason})", "Name the file's encoding in the descriptor")
