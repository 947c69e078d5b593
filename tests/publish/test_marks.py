from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from onrecord import quantities
from onrecord.publish.characters import inert
from onrecord.publish.held import figures
from onrecord.publish.lines import lines
from onrecord.publish.marks import MOST_COVER, marked, part_id
from onrecord.publish.passages import passages
from onrecord.record import Attribution, Document, Published, Record
from onrecord.spans import Span


class Reader(HTMLParser):
    """What a browser would make of a passage: its text, and per character the marks over it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.ids: list[str] = []
        self.over: list[frozenset[tuple[str, str]]] = []
        self._open: list[tuple[str, tuple[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self._open.append((tag, (values.get("class", "")[:1], values.get("aria-describedby", ""))))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        self.over += [frozenset(mark for tag, mark in self._open if tag == "mark")] * len(data)


def read(record: Record) -> tuple[str, Reader]:
    spans = passages(record.document.text)
    found = lines(record)
    html = "".join(marked(record.document.text, spans, found, {line.number: line.attribution.id for line in found}))
    reader = Reader()
    reader.feed(html)
    reader.close()
    return html, reader


def record_of(text: str, contents: list[tuple[Span, ...]]) -> Record:
    attributions = tuple(
        Attribution(f"q{i}", (), (), spans, None, "direct", "statement", "state") for i, spans in enumerate(contents)
    )
    return Record(Document("d", "", "x", "text/plain", None, None, None, Published(), text), (), attributions)


@st.composite
def piles(draw: st.DrawFn) -> Record:
    text = draw(st.text(st.sampled_from("ab<&\n \ud800\u202e"), min_size=1, max_size=30))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))
    return record_of(text, draw(st.lists(st.lists(ends, max_size=2).map(tuple), max_size=MOST_COVER - 2)))


@given(piles())
def test_any_pile_of_spans_marks_exactly_its_characters(record: Record) -> None:
    text = record.document.text
    _, reader = read(record)
    offsets = [i for span in passages(text) for i in range(*span)]
    assert reader.text == "".join(inert(text[i]) for i in offsets)
    for i, over in zip(offsets, reader.over, strict=True):
        expected = {a.id for a in record.attributions if any(b <= i < e for b, e in a.content)}
        assert {owner for _, owners in over for owner in owners.split()} == expected


@given(piles())
def test_every_span_has_its_own_id_once(record: Record) -> None:
    _, reader = read(record)
    expected = [part_id(a.id, "c", i + 1) for a in record.attributions for i in range(len(a.content))]
    if passages(record.document.text):
        assert sorted(reader.ids) == sorted(expected)


def test_overlapping_spans_get_lanes() -> None:
    html, _ = read(record_of("abcdef", [(Span(0, 4),), (Span(2, 6),), (Span(4, 6),)]))
    lanes = dict(re.findall(r'id="(q\d)-c1" class="c( l\d)?"', html))
    assert lanes == {"q0": "", "q1": " l1", "q2": ""}


def test_source_cue_and_other_kinds_are_told_apart(attribute: Callable[..., Attribution]) -> None:
    parts = {"source": (Span(0, 1),), "cue": (Span(1, 2),), "content": (Span(2, 3),)}
    record = record_of("abcdef", [])
    belief = attribute("q2", content=(Span(4, 5),), kind="belief")
    record = Record(record.document, (), (attribute("q1", **parts), belief))
    html, _ = read(record)
    assert re.findall('id="([^"]+)" class="([^"]+)"', html) == [
        ("q1-s1", "s"),
        ("q1-u1", "u"),
        ("q1-c1", "c"),
        ("q2-c1", "o"),
    ]


def test_a_source_of_two_attributions_is_underlined_once(attribute: Callable[..., Attribution]) -> None:
    shared = (Span(0, 3),)
    record = Record(
        record_of("Ada x y", []).document,
        (),
        (attribute("q1", source=shared), attribute("q2", source=shared)),
    )
    html, reader = read(record)
    assert html.count("<mark") == 1
    assert 'aria-describedby="q1 q2"' in html
    assert reader.ids == ["q1-s1", "q2-s1"]


def test_numbers_stand_at_the_end_of_the_last_part() -> None:
    html, _ = read(record_of("ab cd\n\nef gh", [(Span(0, 2), Span(3, 9)), (Span(10, 12),)]))
    assert re.findall(r'data-n="(\d)">([^<]+)', html) == [("1", "ef"), ("2", "gh")]


def test_hundreds_of_spans_over_one_place_stay_small() -> None:
    count = 600
    text = "x" * (2 * count)
    html, reader = read(record_of(text, [(Span(i, 2 * count - i),) for i in range(count)]))
    assert reader.text == text
    assert len(reader.ids) == count
    assert max(len(over) for over in reader.over) == MOST_COVER
    assert len(html) < 2 * count * MOST_COVER * 120


def test_a_figure_in_a_content_has_a_lane_of_its_own_and_the_note_first() -> None:
    record = replace(record_of("at most 40 boats. Nine.", [(Span(0, 16),)]), quantities=quantities("at most 40 boats."))
    found = lines(record)
    spans = passages(record.document.text)
    rows = {f"figure-{figure.number}": figure for figure in figures(record, found)}
    (html,) = marked(record.document.text, spans, found, {1: "q0"}, rows)
    assert '<mark id="figure-1-m" class="n l1" aria-describedby="q0 figure-1">at most 40</mark>' in html
    (outside,) = marked(record.document.text, spans, (), {}, {"f": replace(rows["figure-1"], line=None)})
    assert outside.startswith('<mark id="f-m" class="n" aria-describedby="f">at most 40</mark>')


def test_markup_in_the_text_is_text() -> None:
    text = "<script>alert(1)</script> & \"quotes\" 'too' </mark>"
    html, reader = read(record_of(text, [(Span(3, 12),), (Span(8, 30),)]))
    assert reader.text == text
    assert "<script" not in html
