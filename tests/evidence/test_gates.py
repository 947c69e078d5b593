"""Which series, and whose, a claim's words name."""

from __future__ import annotations

from typing import Any

from evidence.memory import pack, series, table
from onrecord.evidence.gates import candidates, label_words, named, names_of, producer_names, producer_of
from onrecord.evidence.model import Entities, Series
from onrecord.evidence.wording import words
from onrecord.spans import Span

TOWNS = Entities(column="town", names={"Elsin": ("Port Elsin",), "Elsin Bay": ()})


def asked(
    text: str, *each: Series, values: tuple[str, ...] = ("Tarn", "Elsin"), **changes: Any
) -> tuple[list[str], list[str]]:
    """Names of the series that pass, and the words by which others fail."""
    made = table(*each, entities=TOWNS)
    found = words(text, [Span(0, len(text))])
    described = [(pack(made), made, one) for one in each]
    passed, failed = candidates(found, described, lambda *_: values, **changes)
    return [one.series.name for one in passed], [word for one in failed for word in one.words]


VISITORS = series(synonyms=("guests", "guests by night"))


def test_a_label_or_a_synonym_names_a_series() -> None:
    assert asked("Tarn had visitors", VISITORS) == (["visitors"], [])
    assert asked("A guest came to Port Elsin", VISITORS) == (["visitors"], [])
    assert asked("Tarn had boats", VISITORS) == ([], [])


def test_a_word_that_narrows_or_widens_is_another_property() -> None:
    assert asked("Tarn had elderly visitors", VISITORS) == ([], ["elderly"])
    assert asked("Tarn had visitors by train", VISITORS) == ([], ["train"])


def test_the_longest_label_is_taken() -> None:
    made = table(VISITORS, entities=TOWNS)
    text = "guests by night in Tarn"
    [one] = candidates(words(text, [Span(0, len(text))]), [(pack(made), made, VISITORS)], lambda *_: ("Tarn",))[0]
    assert one.label == "guests by night"


def test_producers_explain_themselves() -> None:
    assert asked("Visitors by the Lake Board", VISITORS)[0] == []
    assert asked("Visitors by the Lake Board", VISITORS, producers=["Lake Board"])[0] == ["visitors"]


def test_how_often_explains_a_flow_and_what_is_by_that_grain() -> None:
    rate = series(name="rate", property="inflation", unit="%", sort="rate")
    assert asked("monthly visitors", VISITORS)[0] == ["visitors"]
    assert asked("monthly inflation", rate)[0] == []
    assert asked("monthly inflation", rate, grain="month")[0] == ["rate"]


def test_entities_are_asked_only_where_a_label_fits() -> None:
    made, text = table(VISITORS, entities=TOWNS), "boats in Tarn"

    def load(*_: object) -> tuple[str, ...]:
        raise AssertionError("the table would be loaded")

    assert candidates(words(text, [Span(0, len(text))]), [(pack(made), made, VISITORS)], load) == ([], [])


def test_a_longer_name_hides_those_inside_it() -> None:
    text = "Elsin Bay and Port Elsin"
    found = named(TOWNS, ("Elsin", "Elsin Bay"), words(text, [Span(0, len(text))]))
    assert [(hit.entity, hit.first, hit.last) for hit in found] == [("Elsin Bay", 0, 2), ("Elsin", 3, 5)]


def test_a_name_of_a_producer_hides_that_of_an_entity_inside_it() -> None:
    text = "by figures of the Elsin Weather Office, Tarn and Elsin"
    found = words(text, [Span(0, len(text))])
    office = ["Elsin Weather Office", "Tarn"]
    assert [(hit.entity, hit.first) for hit in named(TOWNS, ("Elsin", "Tarn"), found, office)] == [
        ("Tarn", 7),
        ("Elsin", 9),
    ]


def test_names() -> None:
    assert names_of(TOWNS, "Elsin") == ("Elsin", "Port Elsin")
    assert producer_of(table(), series(producer="Lake Board")) == "Lake Board"
    assert producer_of(table(), series()) == "Tarn Office"
    assert producer_names("LB (Lake Board), Tarn") == ("LB (Lake Board), Tarn", "LB")
    assert label_words("number of visitors to Tarn", ["Tarn"]) == ("visitors",)
