from __future__ import annotations

import pytest

from onrecord.normalise.cues import entries, lemma_of
from onrecord.normalise.lemma import forms, lemmas


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("say", {"say", "says", "said", "saying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("describe", {"describe", "describes", "described", "describing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("write", {"write", "writes", "wrote", "written", "writing"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
        ("convey", {"convey", "conveys", "conveyed", "conveying"}),
        ("be", {"be", "is", "are", "was", "were", "been", "being", "am"}),
    ],
)
def test_forms_hold_the_real_ones(verb: str, expected: set[str]) -> None:
    assert expected <= set(forms(verb))


def test_a_lemma_wins_over_another_verbs_form() -> None:
    table = lemmas(["find", "found"])
    assert table["found"] == "found"
    assert table["finds"] == "find"


def test_every_listed_cue_finds_itself() -> None:
    table = lemma_of()
    assert len(entries()) > 700
    assert all(table[word] == word for word in entries())


def test_unlisted_words_have_no_lemma() -> None:
    assert "harbouring" not in lemma_of()
