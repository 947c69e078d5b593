from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.wording import counted, one_line, unexpected


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_becomes_one_line_that_any_terminal_can_take(text):
    line = one_line(text)
    assert line.isprintable()
    assert line.encode("utf-8").decode("utf-8") == line


@given(st.text(st.characters(exclude_categories=("C", "Z"))))
def test_ordinary_text_stays_as_it_is(text):
    assert one_line(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\nb", "a\\nb"), ("\x1b[2J", "\\x1b[2J"), ("a\udcff", "a\\udcff"), ("„Straße“ 🌊", "„Straße“ 🌊")],
)
def test_what_would_move_the_cursor_is_escaped(text, shown):
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0 inputs"), (1, "1 input"), (2, "2 inputs"), (12345, "12,345 inputs")]
)
def test_a_number_with_its_noun(number, shown):
    assert counted(number, "input") == shown


def test_an_unforeseen_exception_names_place_kind_and_what_to_do():
    line = unexpected("a.txt", ValueError("x\n" * 1000))
    assert line.startswith("E999 a.txt: unexpected ValueError (x\\nx")
    assert line.endswith("run it again with --debug and report what it prints")
    assert len(line) < 600
