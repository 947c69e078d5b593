from __future__ import annotations

from onrecord.normalise.layout import Layout
from onrecord.normalise.people import Entity
from onrecord.normalise.pronouns import OTHER, QUOTED, SUBJECT, Event, Salience
from onrecord.record import ActorKind

TEXT = "Mara met Odo. She left.\n\nIt rained on Northgas. They left."


def entity(name: str, kind: ActorKind = "person", gender: str = "") -> Entity:
    made = Entity(kind, {name: 1})
    if gender:
        made.genders[gender] += 3
    return made


def salience(*events: Event) -> Salience:
    return Salience(Layout(TEXT), list(events))


def test_the_subject_comes_before_the_object() -> None:
    mara, odo = entity("Mara"), entity("Odo")
    assert salience(Event(0, mara, SUBJECT), Event(9, odo, OTHER)).best(14, "she") is mara


def test_equals_are_unclear() -> None:
    assert salience(Event(0, entity("Mara"), OTHER), Event(9, entity("Odo"), OTHER)).best(14, "she") is None


def test_a_known_gender_decides() -> None:
    mara, odo = entity("Mara", gender="f"), entity("Odo", gender="m")
    met = salience(Event(0, mara, SUBJECT), Event(9, odo, OTHER))
    assert met.best(14, "he") is odo
    assert met.best(14, "she") is mara


def test_a_person_is_never_a_body() -> None:
    mara, firm = entity("Mara"), entity("Northgas", "organisation")
    met = salience(Event(0, mara, SUBJECT), Event(9, firm, SUBJECT))
    assert met.best(14, "it") is firm
    assert met.best(14, "they") is firm
    assert met.best(14, "she") is mara


def test_a_speaker_comes_before_all() -> None:
    mara, odo = entity("Mara"), entity("Odo")
    met = salience(Event(0, mara, SUBJECT), Event(9, odo, OTHER))
    met.speaks(9, odo)
    assert met.best(14, "he") is odo


def test_whoever_is_to_be_avoided_is() -> None:
    mara, odo = entity("Mara"), entity("Odo")
    assert salience(Event(0, mara, SUBJECT), Event(9, odo, OTHER)).best(14, "he", mara) is odo


def test_nothing_before_gives_nothing() -> None:
    assert salience(Event(20, entity("Mara"), SUBJECT)).best(14, "she") is None
    assert salience().best(0, "it") is None


def test_a_quoted_name_alone_is_still_a_candidate() -> None:
    odo = entity("Odo")
    assert salience(Event(9, odo, QUOTED)).best(14, "he") is odo


def test_someone_is_near_within_two_paragraphs() -> None:
    met = salience(Event(0, entity("Mara"), SUBJECT))
    assert met.someone(30)
    assert not salience().someone(30)
