"""Spans and the conversion of offsets: round trips over any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.spans import Offsets, Span, overlap, quote, within

TEXTS = st.text(st.characters(), max_size=60)
ANY_TEXTS = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "C", "Cs")), max_size=60)


@given(ANY_TEXTS, st.data())
def test_offsets_round_trip_at_every_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    offsets = Offsets(text)
    assert offsets.from_utf16(offsets.to_utf16(offset)) == offset
    assert offsets.from_utf8(offsets.to_utf8(offset)) == offset


@given(TEXTS)
def test_offsets_count_what_the_encoders_write(text: str) -> None:
    offsets = Offsets(text)
    for offset in range(len(text) + 1):
        before = text[:offset]
        assert offsets.to_utf16(offset) == len(before.encode("utf-16-le", "surrogatepass")) // 2
        assert offsets.to_utf8(offset) == len(before.encode("utf-8", "surrogatepass"))


def test_an_offset_inside_a_code_point_is_rounded_down() -> None:
    offsets = Offsets("a😀b")
    assert [offsets.from_utf16(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
    assert [offsets.from_utf8(byte) for byte in range(7)] == [0, 1, 1, 1, 1, 2, 3]


@pytest.mark.parametrize(("character", "units", "octets"), [("a", 1, 1), ("é", 1, 2), ("“", 1, 3), ("\ud800", 1, 3)])
def test_widths(character: str, units: int, octets: int) -> None:
    offsets = Offsets(character)
    assert (offsets.to_utf16(1), offsets.to_utf8(1)) == (units, octets)


@given(TEXTS, st.data())
def test_quote_is_the_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert quote(text, Span(start, end)) == text[start:end]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [((0, 3), (2, 5), True), ((0, 3), (3, 5), False), ((0, 9), (4, 5), True), ((4, 5), (0, 9), True)],
)
def test_overlap(a: tuple[int, int], b: tuple[int, int], expected: bool) -> None:
    assert overlap(a, b) is expected


def test_within_asks_for_one_holder_for_each_span() -> None:
    assert within([(1, 2), (6, 7)], [(0, 3), (5, 8)])
    assert not within([(2, 6)], [(0, 3), (3, 8)])
    assert within([], [])
