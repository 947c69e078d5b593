"""Names masked: whatever they are and wherever they stand, the same words are left."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.masking import NAME, masked, names_by_shape, shown
from onrecord.reader.session import session
from onrecord.reader.words import MASKED, split
from onrecord.spans import quote

COMMON = frozenset(("grant", "boats", "thousands", "port", "safety", "rules", "officials", "open", "quoting", "talks"))


def mask(text: str, *also: str) -> str:
    return shown(masked(split(text, session().tokenizer), COMMON, frozenset(also)))


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


def test_a_word_without_a_capital_is_no_name():
    assert mask("we will grant 3 boats") == "we will grant 3 boats"
    assert mask("we beat a tidal plan", "tidal") == mask("we beat a coastal plan", "coastal") == "we beat a X plan"
    assert mask("we beat the tidal-minded", "tidal") == "we beat X"


def test_a_common_word_begins_a_sentence_unless_the_text_has_it_as_a_name():
    assert mask("Grant money fell. Will it rise?") == "Grant money fell. Will it rise?"
    assert mask("Grant said so. The plan of Grant failed.") == "X said so. The plan of X failed."
    assert mask("Tessaly said so. Orrin did not.") == "X said so. X did not."
    assert mask("The Hague slept. The port did not.") == "X slept. The port did not."


def test_a_common_word_that_opens_a_sentence_goes_with_the_name_after_it():
    assert mask("Open Quell said so. Officials did not.") == "X said so. Officials did not."
    assert mask("Officials' Forum said so.") == mask("Boats' Forum said so.") == "X said so."
    assert mask("Quoting Venn, he left. In Ordra, he stayed.") == "Quoting X, he left. In X, he stayed."


def test_times_figures_and_the_speaker_stay():
    sentence = "In March I paid $3.5 million, and on Monday I'll pay 20% more."
    assert mask(sentence) == sentence


def test_what_states_a_gender_stays():
    assert mask("we met Mrs. Venn and Mr Orrin") == "we met Mrs. X and Mr X"


def test_several_names_stay_several():
    assert mask("In May Venn, Orrin and the Doves met.") == "In May X, X and X met."
    assert mask("We met Marisol. Orrin left.") == "We met X. X left."
    assert mask("Talks with the U.T.R. failed. Orrin left.") == "Talks with X failed. X left."


def test_a_state_with_two_halves_is_one_name():
    assert mask("from Trinidad and Tobago’s port to Ordra and Quell") == "from X’s port to X and X"


def test_in_a_headline_common_words_stay():
    line = "Thousands Of Boats Leave Port Of Tessaly Over Venn Safety Rules"
    assert mask(f"{line}\n\nIt was so.") == "Thousands Of Boats X Port Of X Over X Safety Rules\n\nIt was so."


def test_the_article_before_a_name_becomes_one_word_too():
    assert mask("an Ordran boat and a Tessalian boat") == "an X boat and a X boat"
    pieces = [masked(split(text, session().tokenizer), COMMON).words.pieces for text in ("an Ordran", "a Venn")]
    assert pieces[0].tolist() == pieces[1].tolist()


def test_masked_words_keep_their_places_and_hold_one_piece():
    text = "Yesterday Marisol Venn met O'Dell."
    words = split(text, session().tokenizer)
    made = masked(words, COMMON)
    assert [text[s:e] for s, e in zip(made.words.starts, made.words.ends, strict=True)] == [
        "Yesterday", "Marisol Venn", "met", "O'Dell", ".",
    ]  # fmt: skip
    assert made.unit.tolist() == [0, 1, 1, 2, 3, 3, 3, 4]
    assert made.names == ((1, 3), (4, 7))
    assert made.named.tolist() == [1, 3]
    assert [int(made.words.pieces[made.words.first[unit]]) for unit in made.named] == [NAME, NAME]
    assert made.words.case[made.named].tolist() == [MASKED, MASKED]


@given(st.text(alphabet="Aab .,'-\nÉ港", max_size=60))
def test_names_are_in_order_apart_and_words_cover_the_text(text):
    names = names_by_shape(text, COMMON)
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(quote(text, name).strip() for name in names)
    words = split(text, session().tokenizer)
    made = masked(words, COMMON)
    assert len(made.unit) == len(words)
    assert [int(s) for s in made.words.starts] == sorted({int(s) for s in made.words.starts})
    assert made.words.first.tolist() == sorted(set(made.words.first.tolist()))
    assert len(made.words.pieces) <= len(words.pieces)


def test_nothing_is_something():
    assert mask("") == ""
    assert len(masked(split("", session().tokenizer), COMMON).words) == 0


@pytest.mark.parametrize("text", ["the " * 20_000 + "Venn", "Venn de la " * 20_000, "X, " * 20_000, "Ab " * 20_000])
def test_time_grows_with_the_length(text):
    assert mask(text).count("X") >= 1
