"""JSON Lines: a document or an error for each line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents import from_batch
from onrecord.documents.decode import LIMIT
from onrecord.errors import BadBatchLine, InvalidDate
from onrecord.record import Document, Published

GOOD = '{"id": "1", "text": "words"}'


@settings(deadline=None)
@given(st.text(min_size=1), st.text(st.characters(categories=("L", "P", "Z", "C", "Cs"))))
def test_id_and_text_are_unchanged(id: str, text: str) -> None:
    (document,) = from_batch([json.dumps({"id": id, "text": text})])
    assert isinstance(document, Document)
    assert (document.id, document.text) == (id, text)


def test_all_fields() -> None:
    line = {
        "id": "1",
        "text": "words",
        "published": "2024-05-03",
        "title": "T",
        "publisher": "P",
        "more": [1],
    }
    (document,) = from_batch([json.dumps(line).encode()], source="a.jsonl")
    assert isinstance(document, Document)
    assert (document.title, document.publisher, document.source) == ("T", "P", "a.jsonl")
    assert document.published == Published("2024-05-03", "given")


def test_what_the_line_says_goes_before_what_is_given_for_all() -> None:
    lines = ['{"id": "1", "text": "a", "published": "2023"}', '{"id": "2", "text": "b", "published": null}']
    documents = list(from_batch(lines, published="2024", publisher="P"))
    assert [document.published.edtf for document in documents if isinstance(document, Document)] == [
        "2023",
        "2024",
    ]
    assert all(document.publisher == "P" for document in documents if isinstance(document, Document))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"text": "a"}', "id is missing"),
        ('{"id": "", "text": "a"}', "id is missing"),
        ('{"id": "1"}', "text is missing"),
        ('{"id": 1, "text": "a"}', "id is not a string"),
        ('{"id": "1", "text": ["a"]}', "text is not a string"),
        ('{"id": "1", "text": "a", "title": {}}', "title is not a string"),
        ('{"id": "1", "text": "a", "published": "3 May"}', "published: '3 May' is not a date"),
        (b'{"id": "1", "text": "\xff"}', "not UTF-8"),
        ("[" * 100_000, "not JSON"),
        ('{"id": ' + "9" * 5000 + "}", "not JSON"),
        (b"a" * (LIMIT + 1), "longer than 20 MB"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(line: str | bytes, problem: str) -> None:
    first, error, blank_passed_over = from_batch([GOOD, line, "\n", GOOD], source="a.jsonl")
    assert isinstance(error, BadBatchLine)
    assert error.place == "a.jsonl:2"
    assert error.problem.startswith(problem)
    assert isinstance(first, Document)
    assert isinstance(blank_passed_over, Document)


def test_a_byte_order_mark_on_the_first_line() -> None:
    assert all(
        isinstance(found, Document)
        for line in ("\ufeff" + GOOD, b"\xef\xbb\xbf" + GOOD.encode())
        for found in from_batch([line])
    )


def test_a_date_given_for_all_that_is_none_is_the_callers_error() -> None:
    with pytest.raises(InvalidDate):
        list(from_batch([GOOD], published="soon"))
