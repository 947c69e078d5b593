"""Names taken out of sentences: whatever they are and wherever they stand, the same sentence is left."""

from __future__ import annotations

import re

import pytest

from onrecord.claims.masking import masked
from onrecord.spans import Span

COMMON = frozenset(("the", "we", "in", "grant", "will", "yesterday", "and", "he"))


def mask(sentence: str, *names: str) -> str:
    places = [Span(*match.span()) for name in names for match in re.finditer(re.escape(name), sentence)]
    return masked(sentence, places, COMMON)


@pytest.mark.parametrize(
    "name",
    [
        "Venn",
        "Marisol Venn",
        "the Republic of Tessaly",
        "Tessaly",
        "the Harbour Board",
        "Gov. Marisol Q. Venn",
        "U.T.R.",
        "bin Sallor",
        "van der Meel",
        "Abu al-Tanir",
        "Smith-Okoro",
        "O'Dell",
        "Theresa May",
        "Bank of the North",
        "María de la Cruz Ibáñez",
        "Peter van der Meulen",
        "the People's Front of Ordra",
        "Citizens' Forum",
        "Ade\u0301ba\u0301yo\u0323\u0300-Okonkwo",
        "Врен",
        "港口",
        "DePaolo",
        "B52 Brigade",
    ],
)
def test_a_name_that_no_reader_marked_is_one_placeholder_inside_a_sentence(name):
    assert mask(f"Yesterday {name}'s plan cost 30 boats.") == "Yesterday X's plan cost 30 boats."


def test_a_marked_name_needs_no_capital():
    assert mask("in 2020 venn said no", "venn") == "in 2020 X said no"


def test_a_common_word_without_a_capital_is_no_name():
    assert mask("we will grant 3 boats", "we", "grant") == "we will grant 3 boats"


def test_a_common_word_begins_a_sentence_unless_it_is_marked():
    assert mask("Grant money fell. Will it rise?") == "Grant money fell. Will it rise?"
    assert mask("Grant said so.", "Grant") == "X said so."
    assert mask("Tessaly said so. Orrin did not.") == "X said so. X did not."


def test_times_figures_and_the_speaker_stay():
    sentence = "In March I paid $3.5 million, and on Monday I'll pay 20% more."
    assert mask(sentence) == sentence


def test_several_names_stay_several():
    assert mask("In May Venn, Orrin and the Doves met.") == "In May X, X and X met."
    assert mask("We met Marisol. Orrin left.") == "We met X. X left."


def test_political_bents_are_names_of_sides():
    assert mask("we beat a conservative plan") == mask("we beat a socialist plan") == "we beat a X plan"
    assert mask("we beat the liberal-minded") == mask("we beat the conservative-minded")


def test_where_a_reader_lets_a_name_begin_does_not_matter():
    sentence = "In 2020 the port of Tessaly lost boats."
    assert mask(sentence) == mask(sentence, "Tessaly") == mask(sentence, "the port of Tessaly")
    assert mask(sentence) == "In 2020 the port of X lost boats."


def test_a_mark_holds_the_words_of_a_name_together():
    assert mask("In 2020 Ordra and Quell Islands fell.", "Ordra and Quell Islands") == "In 2020 X fell."


def test_marks_that_overlap_are_one():
    sentence = "In Port Elsin Harbour"
    assert masked(sentence, [Span(3, 13), Span(8, 21)], COMMON) == "In X"


def test_white_space_is_single_and_nothing_is_something():
    assert mask("") == ""
    assert mask("we  sold\n 3 boats") == "we sold 3 boats"


def test_time_grows_with_the_length():
    assert mask("the " * 20_000 + "Venn").endswith("X")
    assert mask("Venn de la " * 20_000).startswith("X")
    assert mask("X, " * 20_000).count("X") == 20_000
