from __future__ import annotations

from onrecord.normalise.cast import cast
from onrecord.record import ActorKind

from .marked import marked


def groups(text: str, names: dict[str, ActorKind]) -> list[list[str]]:
    """The mentions of each actor, in order."""
    plain, findings = marked(text, names)
    actors, _ = cast(plain, findings)
    return [[plain[a:b] for a, b in actor.mentions] for actor in actors]


def test_a_surname_joins_the_full_name() -> None:
    text = "Mara Venn spoke. Mr Holt left. Venn stayed. Mara smiled."
    names: dict[str, ActorKind] = {
        "Mara Venn": "person",
        "Venn": "person",
        "Mara": "person",
        "Holt": "person",
    }
    assert groups(text, names) == [["Mara Venn", "Venn", "Mara"], ["Holt"]]


def test_a_surname_of_two_words_joins_the_one_longer_name() -> None:
    names: dict[str, ActorKind] = {"De Holt": "person", "Odo de Holt": "person", "Mara de Holt": "person"}
    assert groups("De Holt spoke. Odo de Holt left.", names) == [["De Holt", "Odo de Holt"]]
    assert len(groups("Odo de Holt met Mara de Holt. De Holt left.", names)) == 3


def test_a_surname_with_small_words_joins_the_longer_name_that_holds_it() -> None:
    names: dict[str, ActorKind] = {"Ana de la Vell Orme": "person", "De la Vell": "person"}
    assert groups("Ana de la Vell Orme spoke. De la Vell left.", names) == [["Ana de la Vell Orme", "De la Vell"]]
    names = {"Odo van der Vell": "person", "Van der Vell": "person"}
    assert groups("Odo van der Vell spoke. Van der Vell left.", names) == [["Odo van der Vell", "Van der Vell"]]


def test_two_people_with_one_surname_stay_two() -> None:
    text = "Mara Venn met Odo Venn. Venn spoke."
    assert groups(text, {"Mara Venn": "person", "Odo Venn": "person", "Venn": "person"}) == [
        ["Mara Venn"],
        ["Odo Venn"],
    ]


def test_an_honorific_tells_two_surnames_apart() -> None:
    text = "Mr. Odo Venn met Ms. Mara Venn. Ms. Venn spoke."
    names: dict[str, ActorKind] = {"Mr. Odo Venn": "person", "Ms. Mara Venn": "person", "Ms. Venn": "person"}
    assert groups(text, names) == [["Odo Venn"], ["Mara Venn", "Venn"]]


def test_a_surname_in_use_stays_with_its_bearer() -> None:
    text = "Mara Venn spoke. Venn smiled. Her brother Odo Venn left. Venn waved."
    names: dict[str, ActorKind] = {"Mara Venn": "person", "Odo Venn": "person", "Venn": "person"}
    assert groups(text, names) == [["Mara Venn", "Venn", "Her", "Venn"], ["Odo Venn"]]


def test_a_middle_initial_changes_nothing() -> None:
    text = "Mara J. Venn spoke. Mara Venn left. M. Venn signed."
    names: dict[str, ActorKind] = {"Mara J. Venn": "person", "Mara Venn": "person", "M. Venn": "person"}
    assert groups(text, names) == [["Mara J. Venn", "Mara Venn", "M. Venn"]]


def test_a_long_surname_in_another_spelling_is_the_same() -> None:
    for other in ("Mara Lindqvst", "Mara Lindkvist", "Mara Lindqvistt", "Mara Lidnqvist"):
        text = f"Mara Lindqvist spoke. {other} left."
        assert groups(text, {"Mara Lindqvist": "person", other: "person"}) == [["Mara Lindqvist", other]]


def test_short_or_unlike_surnames_stay_two() -> None:
    for other in ("Mara Hold", "Mara Lindberg", "Odo Lindqvst"):
        text = f"Mara Lindqvist met Mara Holt. {other} left."
        names: dict[str, ActorKind] = {"Mara Lindqvist": "person", "Mara Holt": "person", other: "person"}
        assert len(groups(text, names)) == 3


def test_a_defined_acronym_joins_its_name() -> None:
    text = "The Northern Ports Authority (NPA) met. The NPA adjourned."
    assert groups(text, {"Northern Ports Authority": "organisation", "NPA": "organisation"}) == [
        ["Northern Ports Authority", "NPA", "NPA"]
    ]


def test_an_acronym_with_other_letters_joins_where_the_text_defines_it() -> None:
    text = "The Northern Ports Authority (NORPA) met. NORPA adjourned."
    assert len(groups(text, {"Northern Ports Authority": "organisation", "NORPA": "organisation"})) == 1


def test_an_agency_in_a_dateline_is_not_the_place() -> None:
    text = "OLDPORT (AP) — It rained."
    assert groups(text, {"OLDPORT": "place", "AP": "organisation"}) == [["OLDPORT"], ["AP"]]


def test_initials_join_without_a_definition() -> None:
    text = "The Northern Ports Authority met. NPA adjourned."
    assert len(groups(text, {"Northern Ports Authority": "organisation", "NPA": "organisation"})) == 1


def test_initials_of_two_names_join_neither() -> None:
    text = "The Northern Ports Authority met the New Piers Alliance. NPA adjourned."
    names: dict[str, ActorKind] = {
        "Northern Ports Authority": "organisation",
        "New Piers Alliance": "organisation",
        "NPA": "organisation",
    }
    assert len(groups(text, names)) == 3


def test_a_short_form_joins_the_one_longer_name() -> None:
    text = "Venn Marine Holdings sold it. Venn Marine left. Northgas Group stayed. Northgas paid."
    names: dict[str, ActorKind] = {
        "Venn Marine Holdings": "organisation",
        "Venn Marine": "organisation",
        "Northgas Group": "organisation",
        "Northgas": "organisation",
    }
    assert groups(text, names) == [["Venn Marine Holdings", "Venn Marine"], ["Northgas Group", "Northgas"]]


def test_a_body_within_a_body_stays_apart() -> None:
    text = "NORPA met the NORPA Council and the Board of Oldport. Oldport slept."
    names: dict[str, ActorKind] = {
        "NORPA": "organisation",
        "NORPA Council": "organisation",
        "Board of Oldport": "organisation",
        "Oldport": "place",
    }
    assert len(groups(text, names)) == 4


def test_two_names_in_apposition_are_one() -> None:
    text = "A member of the Orlo Vahd, the Popular Front for Clean Rivers, spoke. Orlo Vahd agreed."
    names: dict[str, ActorKind] = {
        "Orlo Vahd": "organisation",
        "Popular Front for Clean Rivers": "organisation",
    }
    assert len(groups(text, names)) == 1


def test_a_list_is_no_apposition() -> None:
    text = "He thanked the Orlo Vahd, the Popular Front for Clean Rivers, and the Guild of Pilots."
    names: dict[str, ActorKind] = {
        "Orlo Vahd": "organisation",
        "Popular Front for Clean Rivers": "organisation",
        "Guild of Pilots": "organisation",
    }
    assert len(groups(text, names)) == 3


def test_a_stray_tag_goes_with_the_majority() -> None:
    text = "Mara Venn spoke. Venn left. Oldport slept."
    plain, findings = marked(text, {"Mara Venn": "person", "Venn": "organisation", "Oldport": "place"})
    actors, _ = cast(plain, findings)
    assert [(actor.name, actor.kind) for actor in actors] == [("Mara Venn", "person"), ("Oldport", "place")]
