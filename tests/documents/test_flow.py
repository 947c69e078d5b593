"""Running text from pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.flow import Flow


def test_paragraphs_lines_and_cells() -> None:
    flow = Flow()
    flow.write(" The \n board\tof ")
    flow.write("Eastmere")
    flow.line()
    flow.write("met.")
    flow.end()
    flow.end()
    for cell in ("2022", " 40 "):
        flow.cell()
        flow.write(cell)
    assert flow.text() == "The board of Eastmere\nmet.\n\n2022\t40"


def test_verbatim_keeps_lines_and_a_blank_one_parts_paragraphs() -> None:
    flow = Flow()
    flow.verbatim("one\ntwo\n\n \nthree")
    assert flow.paragraphs() == ["one\ntwo", "three"]


def test_two_breaks_part_paragraphs() -> None:
    flow = Flow()
    flow.write("one")
    flow.line()
    flow.line()
    flow.write("two")
    assert flow.paragraphs() == ["one", "two"]


@given(st.lists(st.tuples(st.sampled_from(["write", "verbatim"]), st.text(max_size=8))))
def test_no_word_is_lost_and_no_empty_paragraph_made(pieces: list[tuple[str, str]]) -> None:
    flow = Flow()
    for kind, text in pieces:
        getattr(flow, kind)(text)
    assert flow.text().split() == "".join(text for _, text in pieces).split()
    assert all(paragraph.strip() == paragraph != "" for paragraph in flow.paragraphs())
