"""Clauses of one sentence, on trees written by hand."""

from __future__ import annotations

from onrecord.claims.clauses import clauses
from onrecord.claims.words import Words, words_of
from reader.trees import tree

TWO = """
    The DET det 2
    pier NOUN nsubj 3
    closed VERB root 0
    and CCONJ cc 7
    40 NUM nummod 6
    boats NOUN nsubj 7
    left VERB conj 3
    . PUNCT punct 3
"""
SHARED = """
    She PRON nsubj 2
    wrote VERB root 0
    letters NOUN obj 2
    and CCONJ cc 5
    got VERB conj 2
    replies NOUN obj 5
    . PUNCT punct 2
"""
RELATIVE = """
    The DET det 2
    port NOUN nsubj 9
    , PUNCT punct 2
    which PRON nsubj 5
    took VERB acl:relcl 2
    40 NUM nummod 7
    ships NOUN obj 5
    , PUNCT punct 2
    closed VERB root 0
    . PUNCT punct 9
"""
INFINITIVE = """
    They PRON nsubj 2
    want VERB root 0
    to PART mark 4
    go VERB xcomp 2
    and CCONJ cc 6
    look VERB conj 4
    . PUNCT punct 2
"""
FRONTED = """
    In ADP case 2
    May PROPN obl 6
    40 NUM nummod 4
    boats NOUN nsubj 6
    , PUNCT punct 6
    came VERB root 0
    while SCONJ mark 9
    30 NUM nsubj 9
    left VERB advcl 6
    town NOUN obj 9
"""


def figures_of(words: Words) -> bytearray:
    """Every number word marked as the first of a figure."""
    return bytearray([*(int(part == "NUM") for part in words.part), 0])


def told(text: str, lines: str) -> list[tuple[str, str]]:
    """Each clause of a sentence: how it stands and its words."""
    words = words_of(tree(text, lines), ())
    found = clauses(words, range(len(words)), figures_of(words), bytearray(len(words) + 1))
    return [
        (clause.relation, " ".join(text[words.starts[w] : words.ends[w]] for w in clause.words)) for clause in found
    ]


def test_clauses_with_a_subject_and_a_verb_each_stand_alone():
    assert told("The pier closed and 40 boats left.", TWO) == [
        ("main", "The pier closed"),
        ("coordinate", "and 40 boats left ."),
    ]


def test_a_verb_without_a_subject_shares_that_of_the_one_before():
    assert told("She wrote letters and got replies.", SHARED) == [
        ("main", "She wrote letters"),
        ("shared", "and got replies ."),
    ]


def test_a_relative_clause_between_commas_interrupts_its_matrix():
    assert told("The port, which took 40 ships, closed.", RELATIVE) == [
        ("main", "The port , closed ."),
        ("relative", "which took 40 ships ,"),
    ]


def test_an_infinitive_that_goes_on_is_no_claim_of_its_own():
    assert told("They want to go and look.", INFINITIVE) == [("main", "They want to go and look .")]


def test_a_wrong_branch_moves_no_cut():
    assert told("The pier closed and 40 boats left.", TWO.replace("conj 3", "ccomp 3")) == [
        ("main", "The pier closed"),
        ("coordinate", "and 40 boats left ."),
    ]


def test_an_adverbial_before_the_subject_is_known_to_the_clauses_that_follow():
    text = "In May 40 boats, came while 30 left town"
    words = words_of(tree(text, FRONTED), ())
    first, second = clauses(words, range(len(words)), figures_of(words), bytearray(len(words) + 1))
    assert [words.low[word] for word in first.fronted] == ["in", "may"]
    assert (second.relation, second.matrix) == ("subordinate", first)


def test_no_words_are_no_clauses():
    words = words_of(tree("The pier closed and 40 boats left.", TWO), ())
    assert clauses(words, [], bytearray(9), bytearray(9)) == []
