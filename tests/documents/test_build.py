"""Documents from text and bytes: identity, date, language and flags."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents import DEGRADED, from_bytes, from_text
from onrecord.errors import BinaryInput, InvalidDate, UnknownFormat
from onrecord.record import Published

ENGLISH = "The harbour board of Eastmere said on Tuesday that no ship had waited for more than two days."
ANY_TEXT = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "C", "Cs")), max_size=80)


@settings(deadline=None)
@given(ANY_TEXT)
def test_text_is_kept_code_point_for_code_point(text: str) -> None:
    document = from_text(text)
    assert document.text == text
    assert document.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert document.id == document.sha256
    assert set(document.degraded) <= DEGRADED.keys()


def test_what_is_given_is_kept() -> None:
    document = from_text(ENGLISH, id="s1", source="a.txt", published="2024-05", publisher="Port News", title="No delay")
    assert (document.id, document.source, document.media_type) == ("s1", "a.txt", "text/plain")
    assert (document.title, document.publisher, document.language) == ("No delay", "Port News", "en")
    assert document.published == Published("2024-05", "given")
    assert document.degraded == ()


def test_the_hash_is_of_the_source_bytes() -> None:
    data = b"\xef\xbb\xbfOne\r\ntwo"
    document = from_bytes(data, source="a.txt")
    assert document.text == "One\ntwo"
    assert document.sha256 == document.id == hashlib.sha256(data).hexdigest()


PAGE = (
    '<html><head><meta property="og:site_name" content="Port News"><meta name="date" content="2024-05-03">'
    f"</head><body><article><h1>No delay</h1><p>EASTMERE, 1 May 2024 – {ENGLISH}</p><p>{ENGLISH * 4}</p>"
    "</article></body></html>"
).encode()


@pytest.mark.parametrize(
    ("data", "source", "given", "expected"),
    [
        (PAGE, "a.html", {"published": "2024-06-01"}, Published("2024-06-01", "given")),
        (PAGE, "a.html", {}, Published("2024-05-03", "metadata")),
        (b"EASTMERE, 1 May 2024 - All is well.", "a.txt", {}, Published("2024-05-01", "dateline")),
        (b"All is well since 1 May 2024.", "a.txt", {}, Published(None, "unknown")),
        (b"---\ndate: 2024\n---\n1 May 2024", "a.md", {}, Published("2024", "metadata")),
    ],
)
def test_the_date_has_the_best_basis_there_is(
    data: bytes, source: str, given: dict[str, Any], expected: Published
) -> None:
    assert from_bytes(data, source=source, **given).published == expected


def test_what_is_given_goes_before_metadata() -> None:
    assert from_bytes(PAGE, source="a.html").publisher == "Port News"
    document = from_bytes(PAGE, source="a.html", publisher="Port Authority", title="Other")
    assert (document.publisher, document.title) == ("Port Authority", "Other")


def test_the_format_named_goes_before_suffix_and_content() -> None:
    document = from_bytes(b"<p># Head</p>", source="a.html", format="text")
    assert (document.text, document.media_type) == ("<p># Head</p>", "text/plain")


@pytest.mark.parametrize(
    ("data", "flags"),
    [
        (b"", ("empty",)),
        (b" \n\t\n", ("empty",)),
        (b"caf\xe9", ("encoding_guessed",)),
        (b"\xef\xbb\xbfa\xff", ("undecodable",)),
    ],
)
def test_flags(data: bytes, flags: tuple[str, ...]) -> None:
    assert from_bytes(data, source="a.txt").degraded == flags


def test_lone_surrogates_are_flagged() -> None:
    assert from_text(ENGLISH + "\udc80").degraded == ("broken_unicode",)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"format": "pfd"}, UnknownFormat),
        ({"published": "soon"}, InvalidDate),
        ({"data": b"%PDF-1.4"}, BinaryInput),
    ],
)
def test_errors(changes: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        from_bytes(**{"data": b"words", "source": "a.txt", **changes})


def test_an_empty_date_is_no_date() -> None:
    with pytest.raises(InvalidDate):
        from_text(ENGLISH, published="")
