from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import quantities, times
from onrecord.publish.terminal import render, wants_colour
from onrecord.record import Actor, Attribution, Document, Published, Record, Role, Warning
from onrecord.spans import Span

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_figures_stand_under_what_holds_them_and_the_rest_is_counted(example: Record) -> None:
    text = example.document.text
    found = replace(example, quantities=quantities(text), times=times(text, published="2025-03-12"))
    shown = render(found, width=100, colour=False)
    assert "eleven weeks → 11 weeks" in shown
    assert shown.splitlines()[-1].startswith("Outside what anyone said: ")
    assert "→" not in render(example, width=100, colour=False)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked_and_none_ends_in_a_space(example: Record, width: int) -> None:
    rows = render(example, width=width, colour=False).splitlines()
    assert max(map(len, rows)) <= width
    assert [row for row in rows if row != row.rstrip()] == []


def test_a_block_says_who_act_and_what_in_full(example: Record) -> None:
    shown = render(example, width=80, colour=False)
    assert (
        "3  Mara Velden, director of operations, Lindhaven Harbour Authority · stated\n"
        "   “The channel has been swept twice and it is safe,” … “Nobody on the island\n"
        "   should have to spend another winter waiting for a boat.”\n"
        "   direct quotation\n"
    ) in shown
    assert "13  unclear who speaks · stated\n" in shown
    assert "  6  crews’ union · promised\n     that the pilings would hold until spring\n" in shown
    assert "written “She”" in shown


def test_every_content_is_shown_whole(example: Record) -> None:
    shown = " ".join(render(example, width=40, colour=False).split())
    for attribution in example.attributions:
        for start, end in attribution.content:
            assert " ".join(example.document.text[start:end].split()) in shown


def test_title_and_organisation_come_once(example: Record) -> None:
    assert render(example, width=200, colour=False).count("director of operations") == 1


def test_header_warnings_and_counts(example: Record) -> None:
    rows = render(example, width=120, colour=False).splitlines()
    assert rows[:4] == [
        "Ferry to Osterholm will sail again in April, harbour authority says",
        "Lindhaven Harbour Authority · 12 March 2025 (from the dateline) · English",
        "! Part of the text could not be read and is missing here. (W120)",
        "! Something was lost on the way from file to text: encoding guessed.",
    ]
    assert rows[-1].startswith("10 statements by 4 speakers")


def test_other_kinds_come_after_and_are_marked(example: Record) -> None:
    before, after = render(example, width=80, colour=False).split("Not statements")
    assert "belief (predicted)" in after
    assert "evidence" in after
    assert "belief" not in before
    assert "The money was there" in before


def test_an_empty_record_says_so(make_record: Callable[..., Record]) -> None:
    assert render(make_record(""), width=80, colour=False) == (
        "ferry.txt\ndate unknown · English\n\nNo statements found\n"
    )


def test_colour_changes_nothing_but_the_colour(example: Record) -> None:
    coloured = render(example, width=80, colour=True)
    assert ANSI.search(coloured)
    assert ANSI.sub("", coloured) == render(example, width=80, colour=False)


def test_the_environment_changes_nothing(example: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = render(example, width=80, colour=False)
    for name in ("FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.setenv(name, "1")
    assert render(example, width=80, colour=False) == expected


@given(st.text(st.characters(), max_size=40), st.integers(1, 60), st.booleans())
def test_hostile_text_sends_nothing_to_the_terminal(text: str, width: int, colour: bool) -> None:
    document = Document("d", "", text, "text/plain", text, text, text, Published(text, "given"), text, (text,))
    span = (Span(0, len(text)),)
    said = Attribution("q1", span, span, span, "a1", "direct", "statement", "state")
    record = Record(document, (Actor("a1", text, "person", (Role(text, None),)),), (said,), (Warning(text, text),))
    shown = ANSI.sub("", render(record, width=width, colour=colour))
    shown.encode("utf-8")
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) is None


def test_square_brackets_are_text(make_record: Callable[..., Record]) -> None:
    assert "[bold]not markup[/bold] :smile:" in render(
        make_record("", title="[bold]not markup[/bold] :smile:"), width=80, colour=False
    )


def test_deep_nesting_stays_readable(example: Record, attribute: Callable[..., Attribution]) -> None:
    chain = [attribute(f"q{i}", content=(Span(i, 60),), parent=f"q{i - 1}") for i in range(30)]
    shown = render(replace(example, attributions=tuple(chain)), width=40, colour=False)
    assert max(map(len, shown.splitlines())) <= 40
    assert "within 29" in shown


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (_Terminal(), {"TERM": "xterm"}, True),
        (_Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),  # the standard: present and not empty
        (_Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (_Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(stream: io.StringIO, environment: dict[str, str], expected: bool) -> None:
    assert wants_colour(stream, environment) is expected
