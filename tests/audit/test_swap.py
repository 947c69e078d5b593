"""Names exchanged in a text: the words that come out, and that no offset is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.audit.names import Names
from onrecord.audit.swap import Finder, rewrite, unchanged

PERU = Names("place", name=("Peru",), adjective=("Peruvian",), people=("Peruvians",))
FLATS = Names(
    "place", name=("the Low Flats",), acronym=("the LF", "the L.F."), adjective=("Olavian",), people=("Olavians",)
)
BRILL = Names("person", name=("Ana Brill",), surname=("Brill",))
HOLLIS = Names("person", name=("Ruth van der Hollis",), surname=("van der Hollis",))
PARTY = Names("organisation", name=("Harbour Party",), short=("Harbour",))
CLUB = Names("organisation", name=("al-Noor Club",))


def swapped(text: str, *actors: Names) -> str:
    turned = (*actors[1:], actors[0])
    return rewrite(text, Finder(actors).find(text), turned).text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru met the Low Flats.", "The Low Flats met Peru."),
        ("Peruvians and Olavians", "Olavians and Peruvians"),
        ("a Peruvian envoy, an Olavian one, A Peruvian", "an Olavian envoy, a Peruvian one, An Olavian"),
        ("Peruvian and Perun are words of their own", "Olavian and Perun are words of their own"),
        ("PERU AND THE LOW FLATS", "THE LOW FLATS AND PERU"),
        (
            "pro-Peru, Peru-backed, the Peru-Velland border",
            "pro-Low Flats, Low Flats-backed, the Low Flats-Velland border",
        ),
        ("Low Flats ministers", "Peru ministers"),
        ("It went from Peru to the LF and the\nLow Flats.", "It went from the Low Flats to Peru and Peru."),
        ("the army of the L.F.\nThen", "the army of Peru.\nThen"),
        ("the Peru delegation, its Peru office", "the Low Flats delegation, its Low Flats office"),
        ("Olavians’ rights and Peruvians' rights", "Peruvians’ rights and Olavians' rights"),
    ],
)
def test_places(text, wanted):
    assert swapped(text, PERU, FLATS) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Brill spoke; Brill left.", "Ruth van der Hollis spoke; van der Hollis left."),
        ("Van der Hollis said", "Brill said"),
        ("Brill said. Brill", "Van der Hollis said. Van der Hollis"),
        ("van der Hollis’ plan, Brill’s plan", "Brill’s plan, van der Hollis’s plan"),
        (
            "Brill-Jones and Jones-Brill are others, Brill-backed is not",
            "Brill-Jones and Jones-Brill are others, van der Hollis-backed is not",
        ),
        ("BRILL", "VAN DER HOLLIS"),
    ],
)
def test_persons(text, wanted):
    assert swapped(text, BRILL, HOLLIS) == wanted


def test_the_longest_name_is_taken_first_and_what_is_lacking_falls_back():
    assert (
        swapped("the Harbour Party, Harbour, al-Noor Club", PARTY, CLUB)
        == "the al-Noor Club, al-Noor Club, Harbour Party"
    )


def test_three_take_turns():
    assert swapped("Ana Brill, Peru", BRILL, HOLLIS, PERU) == "Ruth van der Hollis, Ana Brill"


def test_a_mask_stands_for_any_form_of_a_name():
    finder = Finder((PERU, FLATS))
    assert finder.mask("the Low Flats’ Peruvian envoy") == "⟨2⟩’ ⟨1⟩ envoy"
    assert Finder(()).mask("Peru") == "Peru"


NAMES = ["Peru", "the Low Flats", "The Low Flats", "PERU", "the LF", "a Peruvian", "Olavians’", "Peruvians'"]
OTHERS = ["said", "the", "a", "an", "“", "”", ".", "é", "of", "in", "-", "Per", "U", "’s", "🌊", "\n"]
WORDS = st.sampled_from(NAMES + OTHERS)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_each_character_outside_the_names_has_one_place_in_both_texts(text):
    found = Finder((PERU, FLATS)).find(text)
    one, two = unchanged(text, found), rewrite(text, found, (FLATS, PERU))
    at = {two.place(offset): offset for offset in range(len(two.text)) if not _held(offset, two.pieces)}
    for offset in range(len(text)):
        place = one.place(offset)
        if place in at:
            assert text[offset] == two.text[at[place]]


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_the_edges_of_a_name_are_even_and_its_inside_is_odd(text):
    found = Finder((PERU, FLATS)).find(text)
    one, two = unchanged(text, found), rewrite(text, found, (FLATS, PERU))
    for side in (one, two):
        for piece in side.pieces:
            assert side.place(piece.start) == side.place(piece.head) == 2 * piece.base_start
            assert side.place(piece.end) == 2 * piece.base_end
            assert all(side.place(offset) % 2 for offset in range(piece.head + 1, piece.end))
    places = [two.place(offset) for offset in range(len(two.text) + 1)]
    assert places == sorted(places)
    assert two.place(len(two.text)) == one.place(len(text)) == 2 * len(text)


def _held(offset, pieces):
    return any(piece.start <= offset < piece.end for piece in pieces)


def test_every_span_between_names_is_found_again():
    text = "In Peru the port of the Low Flats opened."
    found = Finder((PERU, FLATS)).find(text)
    two = rewrite(text, found, (FLATS, PERU))
    start = text.index("the port")
    there = two.text.index("the port")
    assert unchanged(text, found).places((start, start + 8)) == two.places((there, there + 8))
    assert two.text == "In the Low Flats the port of Peru opened."
