from __future__ import annotations

import pytest

from onrecord.audit.names import FORMS, INSTEAD, Names, Swap

PERU = Names("place", name=("Peru",), adjective=("Peruvian",), people=("Peruvians",))
FLATS = Names("place", name=("the Low Flats", "the Flats"), acronym=("the LF",))
BRILL = Names("person", name=("Ana Brill",), surname=("Brill",))


@pytest.mark.parametrize(
    ("names", "form", "wanted"),
    [
        (PERU, "adjective", "Peruvian"),
        (PERU, "acronym", "Peru"),
        (FLATS, "name", "the Low Flats"),
        (FLATS, "people", "the Low Flats"),
        (BRILL, "short", "Ana Brill"),
        (Names("place", adjective=("Tavrian",)), "people", "Tavrian"),
    ],
)
def test_a_form_that_is_lacking_is_replaced_by_the_one_that_stands_for_it(names, form, wanted):
    assert names.of(form) == wanted


def test_every_form_has_its_stand_ins():
    assert set(INSTEAD) == set(FORMS)


def test_a_swap_is_listed_by_the_names_without_their_articles():
    assert Swap((PERU, FLATS)).label == "Peru ↔ Low Flats"
    assert Swap((PERU, FLATS, PERU)).label == "Peru → Low Flats → Peru"


def test_a_turn_puts_each_actor_in_the_place_of_the_one_before():
    swap = Swap((PERU, FLATS, BRILL))
    assert swap.turned(0) == (PERU, FLATS, BRILL)
    assert swap.turned(1) == (FLATS, BRILL, PERU)
    assert swap.turned(2, 1) == (BRILL,)
