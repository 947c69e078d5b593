"""What a claim says besides its figure that narrows nothing."""

from __future__ import annotations

import pytest

from onrecord import read_document
from onrecord.documents import from_text
from onrecord.evidence.adjuncts import aside
from onrecord.evidence.asked import context


def left_out(text: str) -> list[str]:
    record = read_document(from_text(text, published="2024-02-05"))
    spans = [span for claim in record.claims for span in aside(context(record, claim))]
    return [text[span.start : span.end].strip(" ,") for span in spans]


@pytest.mark.parametrize(
    ("text", "aside_is"),
    [
        ("Tarn had 300 visitors in May, thanks in large part to the fair.", "thanks in large part to the fair"),
        ("Because of the long strike, Tarn had 300 visitors in May.", "Because of the long strike"),
        ("Despite the rain Tarn had 300 visitors in May.", ""),
    ],
)
def test_why_something_came_about_is_left_out(text: str, aside_is: str) -> None:
    assert any(one == aside_is for one in left_out(text)) or not aside_is


def test_a_cause_that_may_narrow_is_kept() -> None:
    assert left_out("In May 300 flights were cancelled because of snow.") == []
