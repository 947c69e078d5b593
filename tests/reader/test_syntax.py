from __future__ import annotations

from onrecord.reader import find
from onrecord.reader.syntax import Syntax
from onrecord.spans import Span
from reader.trees import tree

TEXT = "The mayor of Orsk said fees rose by 5%."
LINES = """
    The DET det 2
    mayor NOUN nsubj 5
    of ADP case 4
    Orsk PROPN nmod 2
    said VERB root 0
    fees NOUN nsubj 7
    rose VERB ccomp 5
    by ADP case 10
    5 NUM nummod 10
    % SYM obl 7
    . PUNCT punct 5
"""


def made() -> Syntax:
    return tree(TEXT, LINES)


def words(syntax: Syntax, found: list[int]) -> str:
    return " ".join(syntax.text[syntax.starts[i] : syntax.ends[i]] for i in found)


def test_a_word_has_a_part_a_relation_and_children() -> None:
    syntax = made()
    assert syntax.part(1) == "NOUN"
    assert syntax.relation(1) == "nsubj"
    assert words(syntax, syntax.children(1)) == "The Orsk"
    assert syntax.children(3) == [2]


def test_a_root_hangs_on_nothing() -> None:
    syntax = made()
    assert syntax.relation(4) == "root"
    assert 4 not in syntax.children(4)


def test_the_top_of_some_words_hangs_on_none_of_them() -> None:
    assert made().top([7, 8, 9]) == 9
    assert made().top([]) is None


def test_the_words_of_a_span_share_a_character_with_it() -> None:
    syntax = made()
    start = TEXT.index("5%")
    assert words(syntax, list(syntax.words(Span(start, start + 2)))) == "5 %"
    assert not list(syntax.words(Span(3, 4)))


def test_a_circle_of_arcs_has_a_top() -> None:
    syntax = tree("one two", "one NOUN nmod 2\ntwo NOUN nmod 1")
    assert syntax.top([0, 1]) is None
    assert syntax.children(0) == [1]


def test_the_model_reads_a_plain_sentence() -> None:
    syntax = find("The mayor of Orsk closed two schools on Friday.").syntax
    assert syntax is not None
    place = {syntax.low(i): i for i in range(len(syntax))}
    assert syntax.relation(place["closed"]) == "root"
    assert int(syntax.heads[place["mayor"]]) == place["closed"]
    assert syntax.relation(place["mayor"]) == "nsubj"
    assert syntax.relation(place["schools"]) == "obj"
    assert int(syntax.heads[place["two"]]) == place["schools"]
