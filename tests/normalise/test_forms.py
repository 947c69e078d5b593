from __future__ import annotations

import pytest

from onrecord.normalise.forms import forms
from onrecord.record import Actor
from onrecord.spans import Span


def of(name: str, *mentions: str) -> tuple[str, ...]:
    text = " ".join(mentions)
    starts = [sum(len(word) + 1 for word in mentions[:i]) for i in range(len(mentions))]
    spans = tuple(Span(start, start + len(word)) for start, word in zip(starts, mentions, strict=True))
    return forms(text, Actor("a1", name, "organisation", mentions=spans))


@pytest.mark.parametrize(
    ("name", "mentions", "wanted"),
    [
        ("Harbour Office", (), ("Harbour Office",)),
        ("Harbour Office", ("Harbour Office", "HO", "the HO"), ("Harbour Office", "HO")),
        ("Harbour Office", ("the Office", "Harbour"), ("Harbour Office",)),
        ("Ana Brill", ("Brill", "Ms Brill", "she", "Her"), ("Ana Brill", "Ms Brill")),
        ("Island Transport", ("it", "It", "IT", "its"), ("Island Transport", "IT")),
        ("United Shires", ("us", "US"), ("United Shires", "US")),
        ("Harbour Office", ("…",), ("Harbour Office",)),
    ],
)
def test_the_name_and_forms_that_are_no_part_of_it(
    name: str, mentions: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert of(name, *mentions) == wanted
