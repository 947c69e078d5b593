from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord import quantities, times
from onrecord.publish.held import by_line, figures
from onrecord.publish.lines import lines
from onrecord.record import Attribution, Record
from onrecord.spans import Span

TEXT = "In May 2023 Ada Quill said that Bo Wren had promised that at most 40 boats would sail. Nine did."


def record_of(make_record: Callable[..., Record], *attributions: Attribution) -> Record:
    found = make_record(TEXT, *attributions)
    return replace(found, quantities=quantities(TEXT), times=times(TEXT))


def test_both_kinds_in_text_order_as_written_and_as_read(make_record: Callable[..., Record]) -> None:
    found = figures(record_of(make_record), ())
    assert [(figure.number, figure.letter, figure.written, figure.read) for figure in found][:2] == [
        (1, "t", "May 2023", "May 2023"),
        (2, "n", "at most 40", "≤ 40 boats"),
    ]
    assert {figure.line for figure in found} == {None}


def test_the_innermost_content_holds_a_figure(
    make_record: Callable[..., Record], attribute: Callable[..., Attribution]
) -> None:
    outer, inner = TEXT.index("that Bo"), TEXT.index("that at most")
    end = TEXT.index(".")
    record = record_of(
        make_record,
        attribute("q1", content=(Span(outer, end),)),
        attribute("q2", content=(Span(inner, end),), parent="q1"),
    )
    held = by_line(figures(record, lines(record)))
    assert [figure.written for figure in held[2]] == ["at most 40"]
    assert 1 not in held
    assert held[None][0].written == "May 2023"


def test_a_figure_across_the_end_of_a_content_is_not_held(
    make_record: Callable[..., Record], attribute: Callable[..., Attribution]
) -> None:
    cut = TEXT.index("40")
    record = record_of(make_record, attribute("q1", content=(Span(0, cut),)))
    assert [figure.line for figure in figures(record, lines(record))][:2] == [1, None]
