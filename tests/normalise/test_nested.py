from __future__ import annotations

from onrecord.normalise.cast import cast
from onrecord.record import ActorKind

from .marked import marked


def mentions(text: str, names: dict[str, ActorKind]) -> dict[str, list[str]]:
    actors, _ = cast(*marked(text, names))
    return {actor.name: [text[a:b] for a, b in actor.mentions] for actor in actors}


def test_a_place_named_elsewhere_is_named_in_a_body_too() -> None:
    text = "Rain fell on Tessaly. The Bank of Tessaly met. Tessaly waits."
    found = mentions(text, {"Bank of Tessaly": "organisation", "Tessaly": "place"})
    assert found["Tessaly"] == ["Tessaly", "Tessaly", "Tessaly"]
    assert found["Bank of Tessaly"] == ["Bank of Tessaly"]


def test_a_place_that_the_reader_marks_there_is_one() -> None:
    found = mentions(
        "The Ministry of Health of Tessaly met.", {"Ministry of Health": "organisation", "Tessaly": "place"}
    )
    assert found == {"Ministry of Health of Tessaly": ["Ministry of Health of Tessaly"], "Tessaly": ["Tessaly"]}


def test_what_is_no_place_is_not_taken_for_one() -> None:
    found = mentions("The Society of Friends met.", {"Society of Friends": "organisation"})
    assert found == {"Society of Friends": ["Society of Friends"]}
