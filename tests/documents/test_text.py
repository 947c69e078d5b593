"""Plain text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.text import parse


def test_only_the_mark_and_the_line_ends_change() -> None:
    parsed = parse("\ufeff  “A” \r\n\r\n\tB  ﬁ\u00a0e\u0301\rC\n".encode(), "a.txt")
    assert parsed.text == "  “A” \n\n\tB  ﬁ\u00a0e\u0301\nC\n"
    assert parsed.degraded == ()


@given(st.text(st.characters(exclude_characters="\0\r\ufeff", exclude_categories=("Cs",)), max_size=80))
def test_text_stays_as_it_is(text: str) -> None:
    assert parse(("a" + text).encode(), "a.txt").text == "a" + text
