from __future__ import annotations

import pytest

from onrecord.claims.factuality import is_coming, of_predicate, of_word
from onrecord.claims.words import Words, words_of
from reader.trees import tree


def clause(helping: str, part: str = "AUX", relation: str = "aux") -> Words:
    """ "Boats HELPING come": words of a clause with one word before its verb."""
    return words_of(
        tree(f"Boats {helping} come", f"Boats NOUN nsubj 3\n{helping} {part} {relation} 3\ncome VERB root 0"), ()
    )


@pytest.mark.parametrize(
    ("helping", "part", "expected"),
    [
        ("do", "AUX", "asserted"),
        ("never", "ADV", "negated"),
        ("may", "AUX", "possible"),
        ("reportedly", "ADV", "possible"),
        ("will", "AUX", "future"),
        ("would", "AUX", "conditional"),
        ("cannot", "AUX", "negated"),
    ],
)
def test_the_words_round_a_verb_say_how_sure_it_is(helping, part, expected):
    assert of_predicate(clause(helping, part, "aux" if part == "AUX" else "advmod"), 2) == expected


@pytest.mark.parametrize(("helping", "expected"), [("could", "negated"), ("may", "possible")])
def test_what_could_not_be_is_denied_and_what_may_not_be_is_open(helping, expected):
    lines = f"Boats NOUN nsubj 4\n{helping} AUX aux 4\nnot PART advmod 4\ncome VERB root 0"
    assert of_predicate(words_of(tree(f"Boats {helping} not come", lines), ()), 3) == expected


def test_a_denial_that_a_figure_has_read_counts_no_more():
    assert of_predicate(clause("never", "ADV", "advmod"), 2, read=(1,)) == "asserted"


def test_will_is_to_come_denied_or_not():
    assert is_coming(clause("will"), 2)
    assert not is_coming(clause("do"), 2)


@pytest.mark.parametrize(
    ("governing", "expected"),
    [("began", "asserted"), ("failed", "negated"), ("wanted", "possible"), ("refused", "negated")],
)
def test_a_verb_decides_on_what_it_governs(governing, expected):
    lines = f"They PRON nsubj 2\n{governing} VERB root 0\nto PART mark 4\ngo VERB xcomp 2"
    words = words_of(tree(f"They {governing} to go", lines), ())
    assert (of_word(words, 1), of_word(words, 3)) == ("asserted", expected)


def test_a_condition_is_left_open():
    lines = "if SCONJ mark 3\nboats NOUN nsubj 3\ncome VERB advcl 5\nwe PRON nsubj 5\nwait VERB root 0"
    words = words_of(tree("if boats come we wait", lines), ())
    assert (of_word(words, 2), of_word(words, 4)) == ("conditional", "asserted")
