from __future__ import annotations

import pytest

from onrecord.normalise.phrases import carrier, is_document, is_utterance, read_phrase, trim
from onrecord.spans import Span, quote


@pytest.mark.parametrize(
    ("source", "name", "head", "determiner"),
    [
        ("the latest projections", "the latest projections", "projections", "the"),
        ("Residents who fled", "Residents", "Residents", ""),
        ("a lawyer for the port", "a lawyer for the port", "lawyer", "a"),
        ("The agency, a small one", "The agency", "agency", "the"),
        ("“his office”", "his office", "office", "his"),
        ("by the pilots", "the pilots", "pilots", "the"),
        ("the port’s", "the port", "port", "the"),
    ],
)
def test_the_parts_of_a_source(source: str, name: str, head: str, determiner: str) -> None:
    phrase = read_phrase(source, Span(0, len(source)), [])
    assert (phrase.name(source), phrase.head, phrase.determiner) == (name, head, determiner)


def test_a_preposition_inside_a_name_parts_nothing() -> None:
    text = "the Board of Ports in Orlo"
    phrase = read_phrase(text, Span(0, len(text)), [Span(4, 18)])
    assert quote(text, phrase.front) == "the Board of Ports"


def test_modifiers() -> None:
    text = "the former deputy mayor"
    assert read_phrase(text, Span(0, len(text)), []).modifiers(text) == {"former", "deputy"}


def test_an_overlong_name_is_cut_at_a_word() -> None:
    text = "pilots " * 40
    name = read_phrase(text, Span(0, len(text)), []).name(text)
    assert len(name) <= 100
    assert name.endswith("pilots")


@pytest.mark.parametrize(
    ("source", "behind"),
    [
        ("A statement from the port", "the port"),
        ("data released by Northgas", "Northgas"),
        ("a report published Tuesday by Northgas", "Northgas"),
        ("a lawyer from the port", None),
        ("a statement", None),
    ],
)
def test_who_stands_behind_a_document(source: str, behind: str | None) -> None:
    span = carrier(source, read_phrase(source, Span(0, len(source)), []), len(source))
    assert (quote(source, span) if span else None) == behind


def test_documents_and_utterances() -> None:
    assert is_utterance("statements")
    assert is_document("survey")
    assert not is_utterance("survey")
    assert not is_document("pilot")


def test_trim_keeps_the_stop_of_an_abbreviation() -> None:
    text = "“the U.S.”,"
    assert quote(text, trim(text, Span(0, len(text)))) == "the U.S."
