"""What a figure is of, by trees written by hand: the reader's own trees are measured, not tested."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.normalise.quantities import govern, quantities
from reader.trees import tree

CASES = {
    "the subject of its verb": (
        "Exports to the islands dropped 7%.",
        "Exports NOUN nsubj 5\nto ADP case 4\nthe DET det 4\nislands NOUN nmod 1\ndropped VERB root 0\n"
        "7 NUM nummod 7\n% SYM obj 5\n. PUNCT punct 5",
        ["Exports to the islands"],
    ),
    "the object beside which it stands": (
        "The board cut its fees by $5 million.",
        "The DET det 2\nboard NOUN nsubj 3\ncut VERB root 0\nits PRON nmod:poss 5\nfees NOUN obj 3\nby ADP case 7\n"
        "$ SYM obl 3\n5 NUM compound 9\nmillion NUM nummod 7\n. PUNCT punct 3",
        ["its fees"],
    ),
    "the subject of a predicate": (
        "The mast that fell was 30 metres long.",
        "The DET det 2\nmast NOUN nsubj 8\nthat PRON nsubj 4\nfell VERB acl:relcl 2\nwas AUX cop 8\n30 NUM nummod 7\n"
        "metres NOUN obl:unmarked 8\nlong ADJ root 0\n. PUNCT punct 8",
        ["mast that fell"],
    ),
    "the noun of a relative clause": (
        "He sold a boat which cost $900.",
        "He PRON nsubj 2\nsold VERB root 0\na DET det 4\nboat NOUN obj 2\nwhich PRON nsubj 6\ncost VERB acl:relcl 4\n"
        "$ SYM obj 6\n900 NUM nummod 7\n. PUNCT punct 2",
        ["boat"],
    ),
    "the subject that a second verb shares": (
        "Orskneft shares opened at $4 and fell 3%.",
        "Orskneft PROPN compound 2\nshares NOUN nsubj 3\nopened VERB root 0\nat ADP case 5\n$ SYM obl 3\n"
        "4 NUM nummod 5\nand CCONJ cc 8\nfell VERB conj 3\n3 NUM nummod 10\n% SYM obj 8\n. PUNCT punct 3",
        ["Orskneft shares", "Orskneft shares"],
    ),
}


@pytest.mark.parametrize("text, lines, wanted", CASES.values(), ids=CASES)
def test_a_figure_is_of(text: str, lines: str, wanted: list[str]) -> None:
    bare = [replace(quantity, of=None) for quantity in quantities(text)]
    found = govern(bare, tree(text, lines))
    assert [quantity.of and quantity.of.text for quantity in found] == wanted
    for quantity in found:
        assert quantity.of is not None
        assert text[quantity.of.span.start : quantity.of.span.end] == quantity.of.text


def test_what_the_rules_found_stays() -> None:
    text = "It delivered 410 tonnes of grain."
    before = quantities(text)
    lines = """
        It PRON nsubj 2
        delivered VERB root 0
        410 NUM nummod 4
        tonnes NOUN obj 2
        of ADP case 6
        grain NOUN nmod 4
        . PUNCT punct 2
    """
    assert govern(before, tree(text, lines)) == before
    assert before[0].of is not None


def test_the_same_in_another_unit_is_of_the_same() -> None:
    text = "Orsk owed 60 million shekels ($17 million)."
    bare = [replace(quantity, of=None) for quantity in quantities(text)]
    lines = """
        Orsk PROPN nsubj 2
        owed VERB root 0
        60 NUM compound 4
        million NUM nummod 5
        shekels NOUN obj 2
        ( PUNCT punct 7
        $ SYM appos 5
        17 NUM compound 9
        million NUM nummod 7
        ) PUNCT punct 7
        . PUNCT punct 2
    """
    assert [quantity.of and quantity.of.text for quantity in govern(bare, tree(text, lines))] == ["Orsk", "Orsk"]


def test_a_figure_that_is_the_subject_is_of_nothing() -> None:
    text = "5% was enough."
    lines = "5 NUM nummod 2\n% SYM nsubj 4\nwas AUX cop 4\nenough ADJ root 0\n. PUNCT punct 4"
    assert govern(quantities(text), tree(text, lines))[0].of is None


def test_a_pronoun_is_no_thing() -> None:
    text = "It rose 5%."
    lines = "It PRON nsubj 2\nrose VERB root 0\n5 NUM nummod 4\n% SYM obj 2\n. PUNCT punct 2"
    assert govern(quantities(text), tree(text, lines))[0].of is None


def test_no_tree_breaks_it() -> None:
    text = "Fees rose 5% to $3."
    circle = """
        Fees NOUN nsubj 2
        rose VERB conj 1
        5 NUM nummod 4
        % SYM obj 2
        to ADP case 6
        $ SYM obl 2
        3 NUM nummod 6
        . PUNCT punct 2
    """
    assert len(govern(quantities(text), tree(text, circle))) == 2
