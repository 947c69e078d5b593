from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.aliases import AliasRow, AliasTable
from onrecord.normalise.identities.matching import IDENTITIES, Context, Found, Index, look_up
from onrecord.record import ActorKind

OFFICE = AliasRow("Harbour Office", "HO", "local:1", source="our list")


def found(*rows: AliasRow, names: tuple[str, ...], kind: ActorKind | None = "organisation", language: str | None = "en",
          published: str | None = "2024-05-03") -> Found:  # fmt: skip
    return look_up(names, Context(kind, language, published), Index([AliasTable(rows)]))


def linked(result: Found) -> list[tuple[str, str]]:
    return [(link.id, link.match) for link in result.links]


def maybe(result: Found) -> list[tuple[str, str]]:
    return [(link.id, link.match) for link in result.suggested]


@pytest.mark.parametrize(
    ("name", "match"), [("HO", "exact"), ("the HO", "normalised"), ("H.O.", "normalised"), ("hö", "normalised")]
)
def test_exact_and_normalised_matches_are_identities(name: str, match: str) -> None:
    result = found(OFFICE, names=(name,))
    assert (linked(result), maybe(result)) == ([("local:1", match)], [])
    assert (result.links[0].source, result.links[0].name) == ("our list", "Harbour Office")


def test_any_of_the_names_will_do() -> None:
    assert linked(found(OFFICE, names=("Office of the Harbour", "HO"))) == [("local:1", "exact")]


def test_an_alias_of_two_ids_links_neither_and_says_so() -> None:
    result = found(OFFICE, replace(OFFICE, id="local:2"), names=("HO",))
    assert (linked(result), maybe(result)) == ([], [("local:1", "several"), ("local:2", "several")])


def test_two_names_of_one_actor_that_mean_two_ids_link_neither() -> None:
    result = found(OFFICE, AliasRow("Port", "Port", "local:2"), names=("HO", "Port"))
    assert (linked(result), maybe(result)) == ([], [("local:1", "several"), ("local:2", "several")])


def test_rows_that_agree_are_one_link_each() -> None:
    assert linked(found(OFFICE, replace(OFFICE, source="another"), names=("HO",))) == [("local:1", "exact")] * 2


@pytest.mark.parametrize(
    ("row", "actor", "match"),
    [
        ("person", "organisation", "kind"),
        ("organisation", "person", "kind"),
        ("person", "person", "exact"),
        ("place", "organisation", "exact"),
        ("group", "place", "exact"),
        (None, "person", "exact"),
        ("person", None, "exact"),
    ],
)
def test_a_person_is_no_body_and_a_state_is_a_place_and_a_body(
    row: ActorKind | None, actor: ActorKind | None, match: str
) -> None:
    result = found(replace(OFFICE, kind=row), names=("HO",), kind=actor)
    assert [*linked(result), *maybe(result)] == [("local:1", match)]
    assert bool(result.links) is (match in IDENTITIES)


@pytest.mark.parametrize(
    ("row", "document", "match"),
    [
        ("en", "en", "exact"),
        ("en-GB", "en", "exact"),
        ("es", "en", "language"),
        ("es", None, "exact"),
        (None, "en", "exact"),
    ],
)
def test_an_alias_of_another_language_is_only_suggested(row: str | None, document: str | None, match: str) -> None:
    result = found(replace(OFFICE, language=row), names=("HO",), language=document)
    assert [*linked(result), *maybe(result)] == [("local:1", match)]


@pytest.mark.parametrize(
    ("first", "last", "published", "wanted"),
    [
        ("2024", None, "2024-05-03", "exact"),
        ("2024-05-03", None, "2024-05-03", "exact"),
        ("2024-05-04", None, "2024-05-03", None),
        (None, "2024-05-02", "2024-05-03", None),
        (None, "2024-05-03", "2024-05-03", "exact"),
        (None, "2024-05", "2024-05-31", "exact"),
        (None, "2023", "2024-05-03", None),
        ("2023-07", "2024-01", "2023-12", "exact"),
        ("2024-05-02", None, "2024-05", "dates"),
        ("2024-05-02", None, "2024", "dates"),
        (None, "2024-05-02", "2024-05", "dates"),
        (None, "2024-04-02", "2024-05", None),
        ("2023", "2024", "2023", "exact"),
        ("2023", None, None, "dates"),
        (None, None, None, "exact"),
    ],
)
def test_the_dates_of_a_row_are_held_against_the_date_of_publication(
    first: str | None, last: str | None, published: str | None, wanted: str | None
) -> None:
    result = found(replace(OFFICE, first=first, last=last), names=("HO",), published=published)
    assert [*linked(result), *maybe(result)] == ([("local:1", wanted)] if wanted else [])


def test_dates_tell_two_holders_of_a_name_apart() -> None:
    now, then = replace(OFFICE, id="local:2", first="2024"), replace(OFFICE, last="2023")
    assert linked(found(now, then, names=("HO",))) == [("local:2", "exact")]
    assert linked(found(now, then, names=("HO",), published="2021")) == [("local:1", "exact")]


@pytest.mark.parametrize(
    "name", ["Habour Office", "Harbour Offices", "Office Harbour", "Lindhaven Harbour Office", "Harbor Office"]
)
def test_nearly_the_same_name_is_a_suggestion_never_a_link(name: str) -> None:
    result = found(AliasRow("Harbour Office", "Harbour Office", "local:1"), names=(name,))
    assert (linked(result), maybe(result)) == ([], [("local:1", "near")])


@pytest.mark.parametrize("name", ["Harbour", "Office", "Harvest Officers", "Tax Office", "HO Ltd"])
def test_a_name_that_is_not_near_is_nothing(name: str) -> None:
    assert found(AliasRow("Harbour Office", "Harbour Office", "local:1"), names=(name,)) == Found()


def test_who_is_linked_gets_no_near_names_beside() -> None:
    near = AliasRow("Harbour Offices", "Harbour Offices", "local:2")
    assert maybe(found(AliasRow("Harbour Office", "Harbour Office", "local:1"), near, names=("Harbour Office",))) == []


def test_a_large_table_of_like_names_is_looked_up_quickly() -> None:
    rows = [AliasRow(f"Committee {i}", f"Committee of the Harbour {i}", f"local:{i}") for i in range(20_000)]
    known = Index([AliasTable(tuple(rows))])
    context = Context("organisation", "en", None)
    start = time.process_time()
    for i in range(100):
        look_up((f"Committee on the Harbour {i}", "x" * 100_000), context, known)
    assert time.process_time() - start < 5  # measured: 0.8


NAMES = st.sampled_from(["Elsin", "elsin", "The Elsin", "Elsin Port", "Port Elsin", "Tamsin"])
ROWS = st.builds(
    AliasRow,
    NAMES,
    NAMES,
    st.sampled_from(["a:1", "a:2"]),
    st.sampled_from(["person", "place", None]),
    st.sampled_from(["en", "es", None]),
    st.sampled_from(["2023", None]),
    st.sampled_from(["2024", None]),
)


@given(st.lists(ROWS, max_size=6), st.lists(NAMES, min_size=1, max_size=2), st.sampled_from(["2023-05", "2025", None]))
def test_links_are_identities_of_one_id_and_suggestions_are_none(
    rows: list[AliasRow], names: list[str], published: str | None
) -> None:
    result = found(*rows, names=tuple(names), kind="place", published=published)
    assert all(link.match in IDENTITIES for link in result.links)
    assert all(link.match not in IDENTITIES for link in result.suggested)
    assert len({link.id for link in result.links}) <= 1
    again = found(*reversed(rows), names=tuple(names), kind="place", published=published)
    assert set(again.links) == set(result.links)
