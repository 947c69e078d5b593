from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.findings import Finding
from onrecord.reader.uncut import uncut
from onrecord.spans import Span

TEXT = "Mara Venn Holt said the Bank of Orsk failed."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def finding(source: str, cue: str, content: str) -> Finding:
    return Finding((span(source),), (span(cue),), (span(content),), "indirect", 1.0)


NAMES = [span("Mara Venn Holt"), span("Bank of Orsk")]


def test_a_source_takes_a_name_whole() -> None:
    (found,) = uncut([finding("Venn Holt", "said", "the Bank of Orsk failed")], NAMES)
    assert found.source == (span("Mara Venn Holt"),)
    (found,) = uncut([finding("Mara Venn", "said", "the Bank of Orsk failed")], NAMES)
    assert found.source == (span("Mara Venn Holt"),)


def test_a_content_takes_a_name_whole() -> None:
    (found,) = uncut([finding("Mara Venn Holt", "said", "the Bank")], NAMES)
    assert found.content == (span("the Bank of Orsk"),)


def test_an_edge_that_another_part_holds_stays() -> None:
    cut = finding("Mara", "Venn", "Holt")
    assert uncut([cut], NAMES) == (cut,)


def test_edges_of_names_stay() -> None:
    whole = finding("Mara Venn Holt", "said", "Bank of Orsk failed")
    assert uncut([whole], NAMES) == (whole,)


@given(st.lists(st.integers(0, len(TEXT)), min_size=6, max_size=6, unique=True))
def test_no_part_grows_into_another(cuts: list[int]) -> None:
    a, b, c, d, e, f = sorted(cuts)
    made = Finding((Span(a, b),), (Span(c, d),), (Span(e, f),), "indirect", 1.0)
    (found,) = uncut([made], NAMES)
    assert found.source[0].end <= found.cue[0].start
    assert found.cue[0].end <= found.content[0].start
    assert found.source[0].start <= a and found.content[0].end >= f
