"""What a figure of a sentence stands for: the same sets as against evidence, and a count to the unit exactly itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.api import read_document
from onrecord.documents import from_text
from onrecord.evidence.inside.sentences import Figure, sentences


def figure(text: str) -> Figure:
    record = read_document(from_text(text), only=("quantities", "times"))
    [found] = [item for sentence in sentences(record) for item in sentence.items if isinstance(item, Figure)]
    return found


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("1,209 boats came.", (1209, 1209), (1209, 1209)),
        ("1,200 boats came.", (1200, 1200), (1150, 1250)),
        ("Two hundred boats came.", (180, 220), (150, 250)),
        ("It costs $1.5m.", (1_450_000, 1_550_000), (1_450_000, 1_550_000)),
        ("It weighs 5 tonnes.", (4.5, 5.5), (4.5, 5.5)),
        ("33% of the boats came.", (32.5, 33.5), (32.5, 33.5)),
        ("More than 1,000 boats came.", (1000, None), (900, None)),
        ("About 1,200 boats came.", (1080, 1320), (1080, 1320)),
        ("A quarter of the boats came.", (0.225, 0.275), (0.225, 0.275)),
        ("The number of boats doubled.", (1.9, 2.1), (1.7, 2.3)),
    ],
)
def test_a_figure_stands_for_what_would_be_printed_so(text, narrow, wide):
    found = figure(text)
    assert (found.narrow.lower, found.narrow.upper) == pytest.approx(narrow)
    assert (found.wide.lower, found.wide.upper) == pytest.approx(wide)


@given(st.integers(1, 10**7), st.sampled_from(["", "about ", "nearly ", "at least ", "less than "]))
def test_the_wider_set_holds_the_narrower(number, bound):
    found = figure(f"There were {bound}{number:,} boats.")
    if found.narrow.lower is not None:
        assert found.wide.lower is not None and found.wide.lower <= found.narrow.lower
    if found.narrow.upper is not None:
        assert found.wide.upper is not None and found.wide.upper >= found.narrow.upper
