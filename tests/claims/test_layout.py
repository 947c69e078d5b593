from __future__ import annotations

import pytest

from onrecord.claims.layout import is_wrapped, unsaid
from onrecord.spans import quote

TEXT = """Berth fees rise by 12 per cent

PORT ELSIN, 14 May 2024 – The port handled 40 ships.

# What comes next

40 ships – of all sizes – came.
Press office: press@elsin.example"""


def test_titles_headings_datelines_and_contacts_state_nothing():
    found = [(quote(TEXT, span).strip(), reason) for span, reason in unsaid(TEXT, None)]
    assert found == [
        ("Berth fees rise by 12 per cent", "A heading."),
        ("PORT ELSIN, 14 May 2024 –", "Says where and when the text is from."),
        ("# What comes next", "A heading."),
        ("Press office: press@elsin.example", "Says whom to ask."),
    ]


def test_the_title_of_the_document_is_known_in_the_text():
    text = "News\n\nThe pier is open.\n\nIt rained."
    assert [quote(text, span) for span, _ in unsaid(text, "The pier  is open.")] == ["News", "The pier is open."]


@pytest.mark.parametrize("text", ["", "The pier is open", "Malta – an island – has 40 ships."])
def test_a_text_of_one_line_is_no_heading(text):
    assert list(unsaid(text, None)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The authority had written to all of the member companies\nin May", True),
        ("The authority had written to all of the member companies.\nin May", False),
        ("The authority had written to all of the member companies\n\nin May", False),
        ("The authority had written to all of the member companies\nMay", False),
        ("Boats\nin May", False),
    ],
)
def test_a_long_line_goes_on_in_the_next(text, expected):
    assert is_wrapped(text, text.rindex("\n") + 1) is expected
