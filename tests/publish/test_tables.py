from __future__ import annotations

from dataclasses import replace

import pytest

import harbour
from onrecord import quantities, times
from onrecord.api import PARTS, Part
from onrecord.publish import tables, to_html, to_terminal
from onrecord.record import Record


@pytest.fixture(scope="module")
def full(example: Record) -> Record:
    text = example.document.text
    return replace(example, quantities=quantities(text), times=times(text, published="2025-03-12"))


@pytest.mark.parametrize("width", [40, 80])
def test_every_table_fits(full: Record, width: int) -> None:
    rows = to_terminal(full, width, only=PARTS).splitlines()
    assert max(map(len, rows)) <= width
    assert [row for row in rows if row != row.rstrip()] == []


def test_each_part_alone_says_as_written_and_as_read(full: Record) -> None:
    shown = to_terminal(full, 80, only=("times",))
    assert "eleven weeks" in shown
    assert "11 weeks" in shown
    assert "four hundred" not in shown
    assert "400 people" in to_terminal(full, 80, only=("quantities",))
    assert "director of operations" in to_terminal(full, 80, only=("actors",))
    assert "crews’ union" in to_terminal(full, 80, only=("attributions",))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_with_nothing_in_it_says_so(example: Record, part: Part) -> None:
    empty = Record(example.document)
    assert f"No {part} found" in to_terminal(empty, 80, only=(part,))


def test_colour_changes_no_words(full: Record) -> None:
    assert "\x1b[" not in to_terminal(full, 80, only=PARTS)
    assert "\x1b[" in to_terminal(full, 80, True, only=PARTS)


@pytest.mark.parametrize(
    ("part", "title"),
    [
        ("attributions", "Who said what"),
        ("quantities", "Figures"),
        ("times", "Dates and times"),
        ("actors", "Who is named"),
    ],
)
def test_the_page_of_one_part_is_that_table(full: Record, part: Part, title: str) -> None:
    html = to_html([full], only=(part,))
    assert html.count("<table") == 1
    assert f">{title}</h2>" in html
    assert "<mark" not in html


def test_the_whole_page_has_figures_in_notes_and_in_a_table(full: Record) -> None:
    html = to_html([full])
    assert html.count("<table") == 2
    assert "Figures and dates" in html
    assert '<p class="figure"><span class="t"><bdi>eleven weeks</bdi></span> → <bdi><b>11 weeks</b></bdi></p>' in html
    assert html.count('<tr id="figure-') == len(full.quantities) + len(full.times)
    assert html.count('-m" class=') == len(full.quantities) + len(full.times)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_claims_checks_and_sums_are_tables_too(width: int) -> None:
    port = harbour.record()
    shown = tables.render(port, ("claims", "checks", "arithmetic"), width=width, colour=False)  # type: ignore[arg-type]
    assert max(map(len, shown.splitlines())) <= width
    folded = "".join(shown.split())
    for title in ("Claims", "Checks", "Arithmetic"):
        assert title in shown
    for cell in ("±depends", "calltoaction") if width > 40 else ():
        assert cell in folded
    if width == 120:
        assert "250 + 310 = 560, not 580" in shown
        assert shown.count("≠ inconsistent") == 4  # two claims' checks, one claim, one sum


def test_a_record_without_them_says_so(example: Record) -> None:
    for part in ("claims", "checks", "arithmetic"):
        assert f"No {part} found" in tables.render(example, (part,), width=80, colour=False)  # type: ignore[arg-type]
