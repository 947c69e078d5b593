from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import harbour
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


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_checks_fit_too(width: int) -> None:
    rows = render(harbour.record(), width=width, colour=False).splitlines()
    assert max(map(len, rows)) <= width
    assert [row for row in rows if row != row.rstrip()] == []


def test_a_checked_claim_has_its_words_result_readings_and_working() -> None:
    shown = render(harbour.record(), width=100, colour=False)
    assert (
        "claim 1  “No more than 310 trucks entered Port Elsin in May”\n"
        "  Ada Quill · no. 1\n"
        "  │ ± depends  It depends on who counted.\n"
        "  │ Inconsistent by one count, consistent by another.\n"
        "  │ 2 readings\n"
        "  │   sum of trucks that entered, Port Elsin, May 2024\n"
        "  │     ≠ inconsistent  31 rows of May 2024 sum to 312; the claim is at most 310.\n"
        "  │       figures by Elsin Customs Service\n"
        "  │   trucks that entered, Port Elsin, May 2024; supposes “Trucks” counts empty ones too.\n"
        "  │     = consistent  "
    ) in shown
    assert shown.count("31 rows sum to 312, not 310.") == 1  # the working of its only check is the claim's


def test_readings_that_differ_in_what_is_counted_say_so() -> None:
    port = harbour.record()
    evidence = port.checks[0].evidence
    checks = tuple(
        replace(check, reading=harbour.reading(definition=words), evidence=evidence)
        for check, words in zip(port.checks, ("Laden trucks.", "All trucks " + "and carts " * 90), strict=False)
    )
    shown = render(replace(port, checks=checks), width=100, colour=False)
    assert "  │       counted: Laden trucks.\n" in shown
    counted = " ".join(shown.replace("│", "").split("counted: All")[1].split("…")[0].split())
    assert counted.startswith("trucks and carts and carts")
    assert 150 < len(counted) < 200


def test_a_reading_that_was_not_compared_takes_one_line() -> None:
    port = harbour.record()
    left = replace(port.checks[1], id="k9", result="not_checked", reason="data_fault", working="A row is missing.")
    shown = render(replace(port, checks=(*port.checks, left, left)), width=100, colour=False)
    assert "  │   – not checked  Carriers’ Union of Elsin: A row is missing.\n\n" in shown
    assert "  │ 2 readings\n" in shown


def test_what_was_not_checked_is_counted_and_not_listed() -> None:
    shown = render(harbour.record(), width=100, colour=False)
    assert "4 claims not checked: 1 no table, 1 no period, 1 not asserted, 1 call to action\n" in shown
    assert "claim 3" not in shown
    assert "No table is of days with rain" not in shown


def test_sums_name_their_figures_as_written() -> None:
    shown = render(harbour.record(), width=100, colour=False)
    assert (
        "Arithmetic in the text\n\n"
        "  “580”, “250”, “310”\n"
        "  │ ≠ inconsistent  The text’s own figures do not agree.\n"
        "  │ parts and their total: 250 + 310 = 560, not 580\n"
    ) in shown


def test_claims_alone_change_nothing_in_the_terminal() -> None:
    port = harbour.record()
    plain = replace(port, checks=(), results=(), arithmetic=())
    assert render(plain, width=80, colour=False) == render(replace(plain, claims=()), width=80, colour=False)


def test_a_quotation_is_not_quoted_twice() -> None:
    port = harbour.record()
    said = replace(port.claims[0], parts=(harbour.place("“The world must act now,”"),))
    shown = render(replace(port, claims=(said,)), width=80, colour=False)
    assert "claim 1  “The world must act now,”\n" in shown


def test_results_have_a_sign_a_word_and_a_colour_which_is_the_same_for_all() -> None:
    port = harbour.record()
    shown = render(port, width=100, colour=True)
    assert ANSI.sub("", shown) == render(port, width=100, colour=False)
    looks = set(re.findall("((?:\x1b\\[[0-9;]*m)+)≠ inconsistent", shown))
    assert len(looks) == 1
    assert looks.isdisjoint(re.findall("((?:\x1b\\[[0-9;]*m)+)= consistent", shown))
    others = replace(port, actors=tuple(replace(actor, name=f"The {actor.name}") for actor in port.actors))
    assert set(re.findall("((?:\x1b\\[[0-9;]*m)+)≠ inconsistent", render(others, width=100, colour=True))) == looks


@given(st.text(st.characters(), max_size=30), st.integers(1, 60))
def test_hostile_packs_send_nothing_to_the_terminal(text: str, width: int) -> None:
    port = harbour.record()
    reading = harbour.reading(property=text, producer=text, entity=text, unit=text, against=text, assumed=(text,))
    series = replace(port.checks[0].evidence[0], producer=text)
    checks = tuple(replace(check, reading=reading, working=text, evidence=(series,)) for check in port.checks)
    results = tuple(replace(result, working=text) for result in port.results)
    sums = tuple(replace(one, working=text) for one in port.arithmetic)
    shown = render(replace(port, checks=checks, results=results, arithmetic=sums), width=width, colour=False)
    shown.encode("utf-8")
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) is None


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
