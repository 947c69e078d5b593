"""All visible text of a page, in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.page import scan

PAGE = """<!doctype html><html><head><title>Tab</title><style>p { color: red }</style>
<script>if (a < b) { document.write("<p>no</p>") }</script></head>
<body><!-- unseen <p> --><h1>Board denies <em>delay</em></h1><p>One&nbsp;ship &amp; two.<br>New line.
<div>Three <b>bold</b>
words</div><ul><li>first<li>second</ul><table><tr><td>2022<td>40</table><pre>kept
apart</pre>2 < 3</body></html>"""


def test_visible_text_by_paragraphs() -> None:
    assert scan(PAGE).paragraphs == (
        "Board denies delay",
        "One ship & two.\nNew line.",
        "Three bold words",
        "first\nsecond",
        "2022\t40",
        "kept\napart",
        "2 < 3",
    )


def test_headings() -> None:
    assert scan("<h1>One</h1><p>x</p><h2>Two <i>parts</i></h2><h4>small</h4>").headings == (
        "One",
        "Two parts",
    )


@pytest.mark.parametrize("tail", ["<p", "<!-- x", "<script>x", "<?php x", "</"])
def test_what_never_closes_ends_with_the_page(tail: str) -> None:
    assert scan("<p>text " + tail).paragraphs[0].startswith("text")


def test_a_character_reference_of_thousands_of_digits_stays_as_it_is() -> None:
    digits = "&#" + "9" * 5000 + ";"
    assert scan(digits).paragraphs == (digits,)


@given(st.text("<>/!-?apbrhe1&;#x\"'= \n"))
def test_any_markup_is_read(page: str) -> None:
    assert all(paragraph.strip() for paragraph in scan(page).paragraphs)


@given(st.lists(st.text("abc é“”"), max_size=5))
def test_no_word_of_plain_text_is_lost(texts: list[str]) -> None:
    page = "".join(f"<p>{text}</p>" for text in texts)
    assert " ".join(scan(page).paragraphs).split() == " ".join(texts).split()


@pytest.mark.parametrize(
    "piece", ["<", "<a", "<!--", "<script", "<p>", "&#", "<h1>", "</h1>", "<br>", "x ", "<!", "</"]
)
def test_time_does_not_grow_faster_than_the_page(piece: str) -> None:
    began = time.perf_counter()
    scan(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - began < 8
