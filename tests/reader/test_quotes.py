"""Quotation marks are paired by rule, in any style, and a stray one harms nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.quotes import CLOSING, INSIDE, OPENING, paragraphs, quotations, states


def quoted(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" and left.', ['"yes"']),
        ("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"]),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("«Oui», dit-elle.", ["«Oui»"]),
        ("»Nein«, sagte sie.", ["»Nein«"]),
        ("said ``so'' today", ["``so''"]),
        ("''Never,'' she said. ''Not once.''", ["''Never,''", "''Not once.''"]),
        ('("Yes")', ['"Yes"']),
        ('"a" "b"', ['"a"', '"b"']),
        ('“Straight after curly," he said.', ['“Straight after curly,"']),
        ("an “open mark“ twice", ["“open mark“"]),
        ("'Ten years to clear,' she said", ["'Ten years to clear,'"]),
        ("the ‘so-called truce’, and", ["‘so-called truce’"]),
    ],
)
def test_every_style_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the farmers’ demand",
        "It's the boys' turn, isn't it",
        "back in the '90s",
        "the ’80s and rock 'n roll",
        "5'10\" tall",
        "’",
        "a stray ” mark",
        "",
    ],
)
def test_apostrophes_primes_and_strays_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_apostrophe_inside_a_single_quotation_does_not_close_it() -> None:
    assert quoted("He said 'it's not the crew's fault' twice") == ["'it's not the crew's fault'"]


def test_single_inside_double_is_nested() -> None:
    outer, inner = quotations("“One ‘two’ three”")
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.span.start > outer.span.start


def test_double_inside_double() -> None:
    text = "“He called it “great” and left.”"
    assert quoted(text) == [text, "“great”"]


def test_unclosed_runs_to_the_end_of_its_paragraph() -> None:
    text = "He said: “We go on.\n\nThe council met."
    (quotation,) = quotations(text)
    assert text[quotation.inner.start : quotation.inner.end] == "We go on."
    assert not quotation.closed


def test_reopened_in_the_next_paragraph() -> None:
    text = "“First part.\n\n“Second part,” she said."
    first, second = quotations(text)
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_not_reopened_when_the_next_paragraph_starts_with_words() -> None:
    *_, last = quotations("“First part.\n\nThen “Second part,” she said.")
    assert not last.continues


def test_states_mark_the_outermost_quotation() -> None:
    text = "a “b ‘c’” d"
    marked = states(text, quotations(text))
    assert [text[i] for i, s in enumerate(marked) if s == OPENING] == ["“"]
    assert "".join(text[i] for i, s in enumerate(marked) if s == INSIDE) == "b ‘c’"
    assert [text[i] for i, s in enumerate(marked) if s == CLOSING] == ["”"]


def test_paragraphs_are_lines_only_where_there_is_no_blank_line() -> None:
    assert list(paragraphs("a\nb")) == [(0, 1), (2, 3)]
    assert list(paragraphs("a\nb\n\nc")) == [(0, 3), (5, 6)]


MARKS = st.text(alphabet="“”„«»‹›\"'‘’‚` \n\tab.,1é𝔸", max_size=60)


@given(MARKS)
def test_any_text_gives_quotations_inside_it(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        start, end = quotation.span
        assert 0 <= start <= quotation.inner.start <= quotation.inner.end <= end <= len(text)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    assert len(states(text, found)) == len(text)


@given(MARKS)
def test_outermost_quotations_do_not_overlap(text: str) -> None:
    outer = [q.span for q in quotations(text) if q.depth == 0]
    assert all(a.end <= b.start for a, b in itertools.pairwise(outer))
