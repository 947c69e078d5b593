"""Invented places of an invented gazetteer: two countries, a division of the name of one, towns of one name."""

from __future__ import annotations

import re

import pytest

from onrecord.normalise.folding import fold
from onrecord.normalise.places import country_alone, located
from onrecord.normalise.places.gazetteer import Entry
from onrecord.record import Actor, ActorKind, Place, PlaceLevel
from onrecord.spans import Span, quote


def entry(name: str, level: PlaceLevel, country: str, division: str = "", geonames: int | None = None) -> Entry:
    return Entry(Place(name, level, country, geonames, None, None, "an invented list"), division)


ENTRIES = [
    entry("Avaria", "country", "AV"),
    entry("Bellan", "country", "BE"),
    entry("Avaria", "division", "BE", "7"),
    entry("Corrin", "country", "CO"),
    entry("Elsin", "town", "AV", "1", 11),
    entry("Elsin", "town", "BE", "7", 12),
    entry("Elsin", "town", "BE", "8", 13),
    entry("Tamsin", "town", "BE", "7", 14),
    entry("Corrin", "town", "BE", "8", 15),
    entry("Marl Province", "division", "CO", "2"),
    entry("Lund", "town", "CO", "2", 16),
    entry("Lund", "division", "CO", "2"),
]


def lookup(name: str) -> tuple[Entry, ...]:
    if fold(name) == "marl":
        return (ENTRIES[9], entry("Marl", "town", "AV", "1", 17), entry("Marl", "town", "CO", "2", 18))
    return tuple(entry for entry in ENTRIES if fold(entry.place.name) == fold(name))


def cast(text: str, *names: str, kind: ActorKind = "place") -> dict[str, Actor]:
    actors = [
        Actor(f"a{i}", name, kind, mentions=tuple(Span(*m.span()) for m in re.finditer(rf"\b{name}\b", text)))
        for i, name in enumerate(names, 1)
    ]
    return {actor.name: actor for actor in located(text, actors, lookup)}


def test_the_only_place_of_its_name_is_linked() -> None:
    tamsin = cast("The ferry left Tamsin.", "Tamsin")["Tamsin"]
    assert tamsin.place is not None
    assert (tamsin.place.country, tamsin.place.geonames, tamsin.place.basis) == ("BE", 14, "only")
    assert tamsin.place.source == "an invented list"
    assert tamsin.candidates == ()


def test_a_name_of_a_country_and_of_another_countrys_division_stays_open() -> None:
    avaria = cast("He flew to Avaria.", "Avaria")["Avaria"]
    assert avaria.place is None
    assert [(place.level, place.country) for place in avaria.candidates] == [("country", "AV"), ("division", "BE")]


def test_a_country_comes_before_towns_of_its_name_and_they_stay_candidates() -> None:
    corrin = cast("He flew to Corrin.", "Corrin")["Corrin"]
    assert corrin.place is not None
    assert (corrin.place.level, corrin.place.basis, len(corrin.candidates)) == ("country", "country", 2)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("In Elsin, Bellan, it rained.", {"Bellan": "BE"}),
        ("ELSIN. Tamsin, Avaria (AP) – The ferry left.", {"Tamsin": 14, "Avaria": "BE"}),
        ("In Tamsin, in Avaria, it rained.", {"Tamsin": 14, "Avaria": "BE"}),
        ("In Tamsin, Avaria said no.", {"Avaria": None}),
        ("She was in Tamsin, Avaria on Tuesday.", {"Avaria": "BE"}),
        ("She was born in Tamsin, Avaria", {"Avaria": "BE"}),
        ("In Elsin (Avaria) it rained.", {"Avaria": None, "Elsin": None}),
        ("In Avaria’s capital, Tamsin, it rained.", {"Tamsin": 14, "Avaria": "BE"}),
        ("In Avaria's port city of Tamsin it rained.", {"Avaria": "BE"}),
        ("From Tamsin, Avaria and Corrin they came.", {"Avaria": None}),
        ("From Corrin, Tamsin, Avaria they came.", {"Avaria": None}),
        ("Avaria and Tamsin said no.", {"Avaria": None}),
        ("Tamsin, she said. Avaria was far.", {"Avaria": None}),
    ],
)
def test_words_beside_a_name_decide_and_lists_do_not(text: str, chosen: dict[str, object]) -> None:
    actors = cast(text, "Elsin", "Avaria", "Bellan", "Tamsin", "Corrin")
    for name, wanted in chosen.items():
        place = actors[name].place
        assert (place and (place.geonames or place.country)) == wanted, name


def test_the_evidence_is_where_the_text_says_it() -> None:
    text = "In Tamsin, Avaria, it rained. Avaria is wet."
    avaria = cast(text, "Tamsin", "Avaria")["Avaria"]
    assert avaria.place is not None
    assert avaria.place.basis == "text"
    assert avaria.place.evidence is not None
    assert quote(text, avaria.place.evidence) == "Tamsin, Avaria"


def test_a_text_that_puts_a_name_at_two_places_leaves_it_open() -> None:
    one, other = "In Marl, Avaria, it rained. ", "In Marl, Lund, it did not. "
    for text, wanted in ((one, 17), (other, 18), (one + other, None)):
        marl = cast(text, "Marl", "Avaria", "Lund")["Marl"]
        assert (marl.place and marl.place.geonames) == wanted
        assert len(marl.candidates) == 3


def test_of_several_places_in_one_country_only_the_country_is_known() -> None:
    lund = cast("He flew to Lund.", "Lund")["Lund"]
    assert lund.place == Place("Lund", None, "CO", None, None, None, "an invented list", "shared")
    assert len(lund.candidates) == 2


def test_the_longer_name_elsewhere_in_the_text_says_which_country() -> None:
    text = "Floods hit Marl. All of Marl Province is under water."
    marl = cast(text, "Marl", "Marl Province")["Marl"]
    assert marl.place is not None
    assert (marl.place.country, marl.place.basis, marl.place.geonames) == ("CO", "shared", None)
    assert cast("Floods hit Marl.", "Marl")["Marl"].place is None


@pytest.mark.parametrize("kind", ["person", "organisation", "group"])
def test_only_places_are_located(kind: ActorKind) -> None:
    assert cast("Tamsin said no.", "Tamsin", kind=kind)["Tamsin"].place is None


def test_a_place_that_no_list_has_is_left_alone() -> None:
    nowhere = cast("He flew to Nowhere.", "Nowhere")["Nowhere"]
    assert (nowhere.place, nowhere.candidates) == (None, ())


@pytest.mark.parametrize(
    ("name", "alone"), [("Avaria", False), ("Corrin", True), ("Bellan", True), ("Tamsin", False), ("X", True)]
)
def test_whether_a_name_is_a_country_and_nothing_like_one(name: str, alone: bool) -> None:
    assert country_alone(name, lookup) is alone
