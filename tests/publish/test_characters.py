from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.characters import folded, inert, plain, shortened

any_text = st.text(st.characters())  # lone surrogates and controls included


@given(any_text)
def test_nothing_shifts(text: str) -> None:
    assert len(inert(text)) == len(plain(text)) == len(text)


@given(any_text)
def test_what_is_shown_can_be_written_as_utf8_and_is_its_own_display(text: str) -> None:
    shown = inert(text)
    shown.encode("utf-8")
    assert inert(shown) == shown


@pytest.mark.parametrize(
    "forbidden", ["\x00", "\x1b", "\x7f", "\x9b", "\ud800", "\udfff", "\ufffe", "\U0010ffff", "\u202e"]
)
def test_forbidden_characters_are_replaced_one_for_one(forbidden: str) -> None:
    assert inert(f"a{forbidden}b") == "a\ufffdb"


def test_odd_white_space_becomes_a_space_and_line_breaks_stay() -> None:
    assert inert("a\r\nb\x0cc\td\x85e") == "a \nb c\td e"


def test_right_to_left_marks_stay_where_direction_is_isolated() -> None:
    text = "\u200fשלום\u2067a\u2069"
    assert inert(text) == text
    assert plain(text) == "\u200fשלום\ufffda\ufffd"


@pytest.mark.parametrize("text", ["naïve — “quoted” 👩‍🚒", "e\u0301", "عربي", "汉字"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert plain(text) == text


def test_folded() -> None:
    assert folded("  a\n\n b\u00a0c ") == "a b c"


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_shortened_is_never_longer_than_asked(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_shortened_cuts_at_a_space() -> None:
    assert shortened("one two three four", 12) == "one two…"
