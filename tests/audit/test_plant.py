from __future__ import annotations

import re

from onrecord.audit.names import Names
from onrecord.audit.plant import fitting, roles
from onrecord.documents import from_text
from onrecord.record import Actor, ActorKind, Record
from onrecord.spans import Span

TEXT = (
    "The Harbour Union (HU) of Velland met Ana Brill. Vellandian ministers and Vellandians saw Brill; she left the "
    "Harbour Union for Velland. HU and Velland agreed, the Tarvi did not."
)


def record(text: str, **actors: ActorKind) -> Record:
    """A record whose actors are mentioned wherever their words stand: ``Ana_Brill="person"``."""
    made = []
    for number, (words, kind) in enumerate(actors.items(), 1):
        surfaces = words.replace("_", " ").split(" or ")
        spans = sorted(Span(*m.span()) for each in surfaces for m in re.finditer(rf"\b{re.escape(each)}\b", text))
        made.append(Actor(f"a{number}", surfaces[0], kind, mentions=tuple(spans)))
    return Record(from_text(text), actors=tuple(made))


def test_the_most_named_come_first_each_spelling_in_its_form():
    found = roles(
        record(
            TEXT,
            Ana_Brill_or_Brill_or_she="person",
            Harbour_Union_or_HU="organisation",
            Velland="place",
            Vellandian="group",
            Vellandians="group",
        )
    )
    assert found == (
        Names("place", name=("Velland",), adjective=("Vellandian",), people=("Vellandians",)),
        Names("organisation", name=("the Harbour Union",), acronym=("HU",)),
        Names("person", name=("Ana Brill",), surname=("Brill",)),
    )


def test_what_is_no_name_gives_no_place():
    text = "The minister and “the people of Velland” met @brill, M and a harbour official."
    assert roles(record(text, minister="person", M="organisation", a_harbour_official="person")) == ()


def test_two_actors_do_not_share_a_spelling():
    text = "Tarn met Bo Tarn and Ulla Tarn."
    one, two = roles(record(text, Bo_Tarn_or_Tarn="person", Ulla_Tarn_or_Tarn="person"))
    assert {one.name, two.name} == {("Bo Tarn",), ("Ulla Tarn",)}
    assert sorted((one.surname, two.surname)) == [(), ("Tarn",)]


def test_places_are_of_the_first_kind_that_fits():
    person, place, group = Names("person", name=("A",)), Names("place", name=("B",)), Names("group", name=("C",))
    assert fitting((person, place, group), "organisation") == (group,)
    assert fitting((person, place), "group") == (place,)
    assert fitting((place, group), "person") == ()
