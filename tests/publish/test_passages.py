from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.passages import clip, passage_at, passages
from onrecord.spans import Span

texts = st.text(st.sampled_from("ab \n\t\u00a0\u2028é"), max_size=60)


def shown(text: str) -> list[str]:
    return [text[a:b] for a, b in passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("one line", ["one line"]),
        ("one\ntwo\n", ["one", "two"]),
        ("one\ntwo\n\nthree\n", ["one\ntwo", "three"]),
        ("  one  \n \n\n two", ["one", "two"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@given(texts)
def test_passages_hold_all_that_is_not_white_space(text: str) -> None:
    spans = passages(text)
    assert "".join("".join(part.split()) for part in shown(text)) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert list(spans) == sorted(spans)


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_clipping_only_takes_what_is_between_passages(text: str, one: int, other: int) -> None:
    span = Span(*sorted((min(one, len(text)), min(other, len(text)))))
    spans = passages(text)
    clipped = clip(span, spans, [passage.start for passage in spans])
    assert "".join(text[span.start : span.end].split()) == "".join(text[clipped.start : clipped.end].split())
    if clipped.start < clipped.end:
        assert any(a <= clipped.start < b for a, b in spans)
        assert any(a < clipped.end <= b for a, b in spans)


def test_passage_at() -> None:
    assert [passage_at([5, 10], offset) for offset in (0, 5, 9, 10, 99)] == [0, 0, 0, 1, 1]
