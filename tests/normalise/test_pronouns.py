from __future__ import annotations

import re

import numpy as np
import pytest

from onrecord.normalise.people import Entity
from onrecord.normalise.pronouns import PERSONAL, Named, Pronouns
from onrecord.reader.labels import AHEAD, BACK
from onrecord.reader.stands import THIRD, Stands
from onrecord.reader.syntax import Syntax
from onrecord.record import ActorKind
from onrecord.spans import Span
from reader.trees import tree

TEXT = "Mara met Odo at Northgas. She left. Then she waved. It rained. They left."


def entity(kind: ActorKind = "person", gender: str = "") -> Entity:
    made = Entity(kind, {"N. N.": 1})
    if gender:
        made.genders[gender] += 3
    return made


def read(
    named: dict[str, Entity | None],
    chances: dict[str, dict[str, float]],
    text: str = TEXT,
    syntax: Syntax | None = None,
) -> Pronouns:
    """The pronouns of ``text``, given how likely each stands for each word; the rest of it is nobody's."""
    words = [match.span() for match in re.finditer(r"\w+", text)]
    said = [text[a:b] for a, b in words]
    places = [i for i, word in enumerate(said) if word.lower() in THIRD]
    table = np.zeros((len(places), BACK + AHEAD), np.float32)
    for row, place in enumerate(places):
        for word, chance in chances.get(said[place], {}).items():
            table[row, said.index(word) - place + BACK] = chance
    starts, ends = (np.array(column, np.int32) for column in zip(*words, strict=True))
    stands = Stands(tuple(Span(*words[i]) for i in places), np.array(places), table, starts, ends)
    found = [Named(Span(text.index(name), text.index(name) + len(name)), who) for name, who in named.items()]
    return Pronouns(text, stands, sorted(found, key=lambda item: item.span), syntax)


def test_the_likeliest_actor_is_meant() -> None:
    mara, odo = entity(), entity()
    pronouns = read({"Mara": mara, "Odo": odo}, {"She": {"Mara": 0.7, "Odo": 0.1}})
    assert pronouns.speaker(TEXT.index("She")) is mara


def test_equals_are_unclear() -> None:
    pronouns = read({"Mara": entity(), "Odo": entity()}, {"She": {"Mara": 0.41, "Odo": 0.4}})
    assert pronouns.speaker(TEXT.index("She")) is None


def test_who_speaks_must_be_clearer_than_who_is_named() -> None:
    chances = {"She": {"Mara": 0.6, "Odo": 0.3}}
    pronouns = read({"Mara": entity(), "Odo": entity()}, chances)
    pronouns.read_to(len(TEXT))
    assert [TEXT[a:b] for (a, b), *_ in pronouns.read] == ["She"]
    pronouns = read({"Mara": entity(), "Odo": entity()}, chances)
    assert pronouns.speaker(TEXT.index("She")) is None
    assert pronouns.read == []


def test_who_spoke_last_goes_on_in_doubt() -> None:
    mara = entity()
    pronouns = read({"Mara": mara, "Odo": entity()}, {"She": {"Mara": 0.6, "Odo": 0.3}})
    assert pronouns.speaker(TEXT.index("She"), mara) is mara


def test_one_whom_nobody_knows_keeps_it_open() -> None:
    pronouns = read({"Mara": None, "Odo": entity()}, {"She": {"Mara": 0.7, "Odo": 0.1}})
    assert pronouns.speaker(TEXT.index("She")) is None


def test_what_is_hardly_likely_is_unclear() -> None:
    assert read({"Mara": entity()}, {"She": {"Mara": 0.02}}).speaker(TEXT.index("She")) is None


def test_a_known_gender_rules_others_out() -> None:
    mara, odo = entity(gender="f"), entity(gender="m")
    pronouns = read({"Mara": mara, "Odo": odo}, {"She": {"Mara": 0.2, "Odo": 0.7}})
    assert pronouns.speaker(TEXT.index("She")) is mara


def test_a_body_is_no_she_and_a_person_no_it() -> None:
    firm, mara = entity("organisation"), entity()
    pronouns = read({"Northgas": firm, "Mara": mara}, {"She": {"Northgas": 0.9}, "It": {"Mara": 0.9}})
    assert pronouns.speaker(TEXT.index("She")) is None
    assert pronouns.speaker(TEXT.index("It")) is None


@pytest.mark.parametrize(
    "kind, word, meant", [("organisation", "It", True), ("group", "They", True), ("place", "They", False)]
)
def test_bodies_are_it_and_they(kind: ActorKind, word: str, meant: bool) -> None:
    body = entity(kind)
    assert (read({"Northgas": body}, {word: {"Northgas": 0.9}}).speaker(TEXT.index(word)) is body) == meant


def test_a_pronoun_read_counts_for_the_next_and_tells_the_gender() -> None:
    mara = entity()
    pronouns = read({"Mara": mara}, {"She": {"Mara": 0.9}, "she": {"She": 0.9}})
    assert pronouns.speaker(TEXT.index("she")) is mara
    assert mara.gender == "f"
    assert [TEXT[a:b] for (a, b), *_ in pronouns.read] == ["She", "she"]


def test_an_actor_without_a_name_can_be_noted() -> None:
    crew = entity("group")
    pronouns = read({}, {"They": {"rained": 0.9}})
    start = TEXT.index("rained")
    pronouns.note(Span(start, start + 6), crew)
    assert pronouns.speaker(TEXT.index("They")) is crew


def test_an_object_is_not_the_subject_of_its_verb() -> None:
    text = "Mara saw her. Mara saw herself."
    lines = """
        Mara PROPN nsubj 2
        saw VERB root 0
        her PRON obj 2
        . PUNCT punct 2
        Mara PROPN nsubj 6
        saw VERB root 0
        herself PRON obj 6
        . PUNCT punct 6
    """
    mara = entity()
    pronouns = read({"Mara": mara}, {"her": {"Mara": 0.9}, "herself": {"Mara": 0.9}}, text, tree(text, lines))
    assert pronouns.speaker(text.index("her.")) is None
    assert pronouns.speaker(text.index("herself")) is mara


def test_a_woman_just_spoken_of_keeps_her_open() -> None:
    woman = Entity("person")
    woman.genders["f"] += 3
    pronouns = read({"Mara": entity(), "Odo": woman}, {"She": {"Mara": 0.99}})
    assert pronouns.speaker(TEXT.index("She")) is None


def test_a_place_without_a_pronoun_means_nobody() -> None:
    assert read({"Mara": entity()}, {"She": {"Mara": 0.9}}).speaker(0) is None


def test_every_pronoun_that_is_asked_has_its_kind() -> None:
    assert PERSONAL.keys() == THIRD
