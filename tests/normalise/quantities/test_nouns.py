"""Plurals and singulars."""

from __future__ import annotations

import pytest

from onrecord.normalise.quantities.nouns import is_plural, singular


@pytest.mark.parametrize(
    ("plural", "wanted"),
    [
        ("trucks", "truck"), ("cities", "city"), ("boxes", "box"), ("losses", "loss"), ("churches", "church"),
        ("people", "person"), ("women", "woman"), ("lives", "life"), ("viruses", "virus"), ("houses",
        "house"),
        ("Syrians", "syrian"), ("series", "series"), ("days", "day"), ("police", "police"),
    ],
)  # fmt: skip
def test_singular(plural: str, wanted: str) -> None:
    assert is_plural(plural.lower())
    assert singular(plural) == wanted


@pytest.mark.parametrize(
    "word", ["bus", "class", "this", "was", "news", "analysis", "truck", "s", "", "previous", "ana's"]
)
def test_words_that_only_end_so(word: str) -> None:
    assert not is_plural(word)
    assert singular(word) == word
