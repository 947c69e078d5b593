from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onrecord.aliases import AliasRow, AliasTable
from onrecord.normalise.identities import identified
from onrecord.normalise.places import located
from onrecord.record import Actor, ActorKind, CharacterisingMention, Document, Published, Record
from onrecord.spans import Span

TEXT = "Ana Brill of the Harbour Office (HO) met the junta in France. Brill said Georgia and the United Nations knew."


def record(*actors: tuple[str, ActorKind, tuple[str, ...]]) -> Record:
    document = Document("d", "0", "a.txt", "text/plain", None, None, "en", Published("2024-05-03", "given"), TEXT)
    cast = tuple(
        Actor(f"a{i}", name, kind, mentions=tuple(at(form) for form in forms))
        for i, (name, kind, forms) in enumerate(actors, 1)
    )
    return Record(document, located(TEXT, cast), characterising=(CharacterisingMention("x1", at("the junta"), None),))


def at(words: str) -> Span:
    match = re.search(re.escape(words), TEXT)
    assert match
    return Span(*match.span())


def table(*rows: AliasRow) -> AliasTable:
    return AliasTable(rows)


BRILL = ("Ana Brill", "person", ("Ana Brill", "Brill"))
OFFICE = ("Harbour Office", "organisation", ("Harbour Office", "HO"))
FRANCE = ("France", "place", ("France",))
GEORGIA = ("Georgia", "place", ("Georgia",))
NATIONS = ("United Nations", "organisation", ("United Nations",))


def test_an_actor_is_linked_by_its_name_and_by_an_acronym() -> None:
    done = identified(
        record(BRILL, OFFICE), [table(AliasRow("A. Brill", "Ana Brill", "local:7"), AliasRow("HO", "HO", "local:8"))]
    )
    assert [actor.same_as for actor in done.actors] == [("local:7",), ("local:8",)]
    assert [[link.id for link in actor.links] for actor in done.actors] == [["local:7"], ["local:8"]]


def test_a_surname_alone_is_no_name_to_look_up() -> None:
    done = identified(record(BRILL), [table(AliasRow("Brill", "Brill", "local:9"))])
    assert done.actors[0].same_as == ()


def test_a_term_is_linked_by_the_users_tables_only() -> None:
    plain = identified(record(OFFICE))
    assert plain.characterising[0].links == ()
    done = identified(record(OFFICE), [table(AliasRow("The ruling council", "the junta", "local:5"))])
    (mention,) = done.characterising
    assert [(link.id, link.match) for link in mention.links] == [("local:5", "exact")]
    assert mention.span == at("the junta")
    assert (
        identified(record(OFFICE), [table(AliasRow("the juntas", "the juntas", "local:5"))]).characterising
        == plain.characterising
    )


def test_states_and_the_united_nations_are_known_without_a_table() -> None:
    done = identified(record(FRANCE, NATIONS, BRILL))
    assert [actor.same_as for actor in done.actors] == [("iso3166-1:FR",), ("iso3166-1:UN",), ()]
    assert done.actors[0].links[0].source == "Unicode CLDR"


@pytest.mark.parametrize("kind", ["place", "organisation"])
def test_what_may_be_one_of_several_is_not(kind: ActorKind) -> None:
    done = identified(record(("Georgia", kind, ("Georgia",))))
    assert done.actors[0].same_as == ()


@pytest.mark.parametrize("kind", ["person", "group"])
def test_a_person_or_a_group_is_no_state(kind: ActorKind) -> None:
    assert identified(record(("France", kind, ("France",)))).actors[0].same_as == ()


def test_the_users_word_comes_before_the_packaged_table() -> None:
    done = identified(
        record(FRANCE, GEORGIA),
        [table(AliasRow("France", "France", "local:fr"), AliasRow("Georgia", "Georgia", "local:ge"))],
    )
    assert [actor.same_as for actor in done.actors] == [("local:fr",), ("local:ge",)]


def test_doing_it_again_replaces_what_was_there() -> None:
    first = identified(record(BRILL, FRANCE), [table(AliasRow("Ana Brill", "Ana Brill", "local:7"))])
    assert identified(first) == identified(record(BRILL, FRANCE))
    kept = replace(first, actors=first.actors)
    assert Record.from_json(kept.to_json()) == first
