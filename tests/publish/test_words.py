from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from onrecord.publish import words
from onrecord.record import Act, Actor, Attribution, AttributionKind, Basis, Form, Published, Record, Role


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-03-12", "12 March 2025"),
        ("2025-03", "March 2025"),
        ("2025", "2025"),
        ("2025-03-01/2025-04", "1 March 2025 to April 2025"),
        ("2025-03-12?", "2025-03-12?"),
        ("2025-13-40", "2025-13-40"),
        ("/2025", "/2025"),
        ("2025/..", "2025 to .."),
        ("a/b/c", "a/b/c"),
        ("", ""),
    ],
)
def test_dates_in_words(edtf: str, expected: str) -> None:
    assert words.date_words(edtf) == expected


@pytest.mark.parametrize("basis", get_args(Basis))
def test_every_basis_of_a_date_has_words(basis: Basis, make_record: Callable[..., Record]) -> None:
    record = make_record("", published=Published("2025", basis))
    assert words.published_words(record.document).startswith("2025 (")


def test_no_date_is_said_in_words(make_record: Callable[..., Record]) -> None:
    assert words.published_words(make_record("").document) == "date unknown"


@pytest.mark.parametrize("kind", get_args(AttributionKind))
@pytest.mark.parametrize("act", get_args(Act))
def test_every_act_of_every_kind_has_words(
    act: Act, kind: AttributionKind, attribute: Callable[..., Attribution]
) -> None:
    shown = words.act_words(attribute("q1", act=act, kind=kind))
    assert shown.startswith(kind) == (kind != "statement")


def test_every_form_has_words() -> None:
    assert set(words.FORMS) == set(get_args(Form))


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role("mayor", "a1"), "mayor, City of Ostmark"),
        (Role("mayor of the City of Ostmark", "a1"), "mayor of the City of Ostmark"),
        (Role("mayor", None), "mayor"),
        (Role("mayor", "a9"), "mayor"),
        (Role(None, "a1"), "City of Ostmark"),
        (Role(None, None), ""),
    ],
)
def test_roles(role: Role, expected: str) -> None:
    assert words.role_words(role, {"a1": Actor("a1", "City of Ostmark", "organisation")}) == expected


@pytest.mark.parametrize(("code", "expected"), [("en", "English"), ("xx", "xx"), (None, "language unknown")])
def test_languages(code: str | None, expected: str) -> None:
    assert words.language_words(code) == expected


def test_degraded_flags_are_sentences() -> None:
    assert words.degraded_words("encoding_guessed") == (
        "Something was lost on the way from file to text: encoding guessed."
    )


def test_counts_of_the_example(example: Record) -> None:
    assert words.counts(example) == (
        "10 statements by 4 speakers, unclear who speaks in 1; 1 belief, 1 intention, 1 piece of evidence"
    )


def test_counts_of_few(make_record: Callable[..., Record], attribute: Callable[..., Attribution]) -> None:
    actor = Actor("a1", "Ada Quill", "person")
    assert words.counts(make_record("")) == "No statements found"
    assert words.counts(make_record("", attribute("q1", speaker="a1"), actors=(actor,))) == "1 statement by 1 speaker"
    assert words.counts(make_record("", attribute("q1", kind="belief"))) == "0 statements; 1 belief"


def test_a_speaker_who_is_no_actor_of_the_record_is_unclear(
    make_record: Callable[..., Record], attribute: Callable[..., Attribution]
) -> None:
    assert words.counts(make_record("", attribute("q1", speaker="a9"))) == "1 statement, unclear who speaks in 1"


@pytest.mark.parametrize(
    ("title", "source", "shown"),
    [
        ("A  ferry\nsails", "a/ferry.txt", "A ferry sails"),
        (None, "a/ferry.txt", "ferry.txt"),
        (" ", "a\\ferry.txt", "ferry.txt"),
        (None, "https://ferry.example/a", "https://ferry.example/a"),
        (None, "-", "Untitled document"),
        (None, "", "Untitled document"),
    ],
)
def test_a_document_without_a_title_goes_by_its_file(
    make_record: Callable[..., Record], title: str | None, source: str, shown: str
) -> None:
    assert words.title_words(make_record("", title=title, source=source).document) == shown
