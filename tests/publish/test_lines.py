from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.lines import anchor, lines, statements_first
from onrecord.record import Actor, Attribution, Document, Published, Record
from onrecord.spans import Span

RECORD_OF = Document("d", "0" * 64, "x.txt", "text/plain", None, None, None, Published(), "abcdef")


def by_id(record: Record) -> dict[str, object]:
    return {line.attribution.id: line for line in lines(record)}


def test_lines_are_numbered_in_text_order(example: Record) -> None:
    found = lines(example)
    assert [line.number for line in found] == list(range(1, 14))
    assert [anchor(line.attribution) for line in found] == sorted(anchor(a) for a in example.attributions)


def test_contents_are_verbatim_and_in_parts(example: Record) -> None:
    for line in lines(example):
        text = example.document.text
        assert line.parts == tuple(" ".join(text[a:b].split()) for a, b in line.attribution.content)
    assert len(lines(example)[2].parts) == 2


@pytest.mark.parametrize(
    ("id", "written"),
    [
        ("q1", ""),  # a part of the name, in small letters
        ("q3", ""),  # opens with the name
        ("q4", ""),  # the surname
        ("q5", "She"),
        ("q12", "A survey by the Institute of Coastal Works"),
        ("q13", ""),
    ],
)
def test_the_source_as_written_is_kept_where_it_differs(example: Record, id: str, written: str) -> None:
    assert by_id(example)[id].written == written  # type: ignore[attr-defined]


def test_roles_dates_and_nesting(example: Record) -> None:
    found = {line.attribution.id: line for line in lines(example)}
    assert found["q3"].role == "director of operations, Lindhaven Harbour Authority"
    assert found["q2"].said == "12 March 2025"
    assert found["q6"].said == "in October"
    assert (found["q6"].depth, found["q6"].parent) == (1, found["q5"].number)
    assert found["q13"].speaker is None


def test_statements_come_first_and_each_line_once(example: Record) -> None:
    statements, others = statements_first(lines(example))
    assert {line.attribution.kind for line in others} == {"belief", "intention", "evidence"}
    assert all(line.is_statement for line in statements)
    assert sorted(line.number for line in (*statements, *others)) == list(range(1, 14))


def test_what_is_nested_follows_its_parent_whatever_its_kind(
    make_record: Callable[..., Record], attribute: Callable[..., Attribution]
) -> None:
    record = make_record(
        "0123456789",
        attribute("inner", content=(Span(5, 6),), kind="belief", parent="outer"),
        attribute("other", content=(Span(2, 3),)),
        attribute("outer", content=(Span(4, 8),)),
    )
    statements, others = statements_first(lines(record))
    assert [line.attribution.id for line in statements] == ["other", "outer", "inner"]
    assert others == ()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 7) | st.none()), max_size=8))
def test_any_tangle_of_parents_gives_each_line_once(links: list[tuple[int, int | None]]) -> None:
    attributions = tuple(
        Attribution(
            f"q{i}",
            (),
            (),
            (Span(start, start),),
            None,
            "direct",
            "statement",
            "state",
            parent=None if parent is None else f"q{parent}",
        )
        for i, (start, parent) in enumerate(links)
    )
    found = lines(Record(RECORD_OF, (), attributions))
    statements, others = statements_first(found)
    assert sorted(line.number for line in (*statements, *others)) == [line.number for line in found]
    for line in found:
        assert line.depth == (0 if line.parent is None else found[line.parent - 1].depth + 1)


def test_a_very_deep_chain_of_parents_does_not_overflow(
    make_record: Callable[..., Record], attribute: Callable[..., Attribution]
) -> None:
    chain = [attribute(f"q{i}", parent=f"q{i - 1}") for i in range(5000)]
    assert max(line.depth for line in lines(make_record("", *chain))) == 4999


def test_white_space_is_folded_for_display(
    make_record: Callable[..., Record], attribute: Callable[..., Attribution]
) -> None:
    text = "Ada\n  Quill said\r\nyes\t\tand no"
    record = make_record(
        text,
        attribute("q1", source=(Span(0, 11),), content=(Span(18, len(text)),), speaker="a1"),
        actors=(Actor("a1", "Ada Quill", "person"),),
    )
    (line,) = lines(record)
    assert line.parts == ("yes and no",)
    assert line.written == ""
