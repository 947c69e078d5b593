"""The record in JSON and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InvalidRecord
from onrecord.record import (
    SCHEMA,
    Actor,
    Attribution,
    CharacterisingMention,
    Comparison,
    Document,
    Link,
    Phrase,
    Place,
    Published,
    Quantity,
    Record,
    Role,
    Said,
    Warning,
)
from onrecord.spans import Span

LENGTH = 30
WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS
SPANS = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: Span(*sorted(pair)))
SPAN_LISTS = st.lists(SPANS, max_size=3).map(tuple)
PLACES = st.builds(
    Place,
    country=st.sampled_from(["AV", "BE"]),
    geonames=st.none() | st.integers(0),
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    evidence=st.none() | SPANS,
)
LINKS = st.lists(st.builds(Link), max_size=2).map(tuple)
TERMS = st.builds(CharacterisingMention, span=SPANS, attribution=MAYBE, links=LINKS, suggested=LINKS)
ACTORS = st.builds(
    Actor,
    place=st.none() | PLACES,
    candidates=st.lists(PLACES, max_size=2).map(tuple),
    links=LINKS,
    suggested=LINKS,
    roles=st.lists(st.builds(Role, MAYBE, MAYBE), max_size=2).map(tuple),
    mentions=SPAN_LISTS,
    same_as=st.lists(WORDS, max_size=2).map(tuple),
)
ATTRIBUTIONS = st.builds(
    Attribution,
    source=SPAN_LISTS,
    cue=SPAN_LISTS,
    content=SPAN_LISTS,
    said=st.none() | st.builds(Said, SPANS, MAYBE),
    confidence=st.floats(0, 1),
)
ENDS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
PHRASES = st.none() | st.builds(Phrase, SPANS, WORDS)
QUANTITIES = st.builds(
    Quantity,
    span=SPANS,
    lower=ENDS,
    upper=ENDS,
    unit=WORDS,
    unit_name=MAYBE,
    of=PHRASES,
    per=MAYBE,
    share_of=PHRASES,
    trend=st.sampled_from(["up", "down", None]),
    compared=st.none() | st.builds(Comparison, st.sampled_from(["same", "times"]), SPANS, WORDS, MAYBE),
)
DOCUMENTS = st.builds(
    Document,
    published=st.builds(Published),
    text=st.text(min_size=LENGTH, max_size=LENGTH),
    degraded=st.just(("empty",)),
)
RECORDS = st.builds(
    Record,
    document=DOCUMENTS,
    actors=st.lists(ACTORS, max_size=2).map(tuple),
    attributions=st.lists(ATTRIBUTIONS, max_size=2).map(tuple),
    warnings=st.lists(st.builds(Warning, WORDS, WORDS), max_size=2).map(tuple),
    quantities=st.lists(QUANTITIES, max_size=2).map(tuple),
    characterising=st.lists(TERMS, max_size=2).map(tuple),
    schema=st.just(SCHEMA),
)


def small() -> dict[str, Any]:
    """The plain data of a small valid record."""
    text = "“No,” said Ana Velde."
    document = Document("d1", "00", "a.txt", "text/plain", None, None, "en", Published("2024-05-03", "given"), text)
    attribution = Attribution(
        "q1",
        (Span(11, 20),),
        (Span(6, 10),),
        (Span(0, 5),),
        "a1",
        "direct",
        "statement",
        "deny",
        Said(Span(0, 5)),
    )
    actor = Actor("a1", "Ana Velde", "person", (Role("chair", None),), (Span(11, 20),))
    return Record(document, (actor,), (attribution,)).to_dict()


@given(RECORDS)
def test_json_round_trip(record: Record) -> None:
    assert Record.from_json(record.to_json()) == record
    assert Record.from_json(record.to_json(indent=2)) == record


@given(RECORDS)
def test_the_same_record_gives_the_same_characters(record: Record) -> None:
    assert Record.from_json(record.to_json()).to_json() == record.to_json()


def test_json_shape() -> None:
    plain = small()
    assert next(iter(plain)) == "schema"
    assert plain["schema"] == "onrecord-record/1"
    assert plain["attributions"][0]["source"] == [[11, 20]]
    assert plain["document"]["published"] == {"edtf": "2024-05-03", "basis": "given"}


def test_a_lone_surrogate_survives_json() -> None:
    document = Document("d", "0", "", "text/plain", None, None, None, Published(), "a\ud800b")
    assert Record.from_json(Record(document).to_json()).document.text == "a\ud800b"


CHANGES = [
    ("schema", lambda plain: plain.update(schema="onrecord-record/99"), "$.schema"),
    ("unknown field", lambda plain: plain["document"].update(colour="red"), "$.document.colour"),
    ("missing field", lambda plain: plain["document"].pop("sha256"), "$.document.sha256"),
    ("wrong type", lambda plain: plain["document"].update(text=7), "$.document.text"),
    ("no such act", lambda plain: plain["attributions"][0].update(act="sing"), "$.attributions[0].act"),
    (
        "span reversed",
        lambda plain: plain["attributions"][0].update(cue=[[9, 3]]),
        "$.attributions[0].cue[0]",
    ),
    ("span outside", lambda plain: plain["attributions"][0].update(cue=[[9, 300]]), "$"),
    (
        "span of three",
        lambda plain: plain["actors"][0].update(mentions=[[1, 2, 3]]),
        "$.actors[0].mentions[0]",
    ),
    ("list wanted", lambda plain: plain.update(actors={}), "$.actors"),
    ("object wanted", lambda plain: plain.update(document=[]), "$.document"),
    ("said outside", lambda plain: plain["attributions"][0]["said"].update(span=[0, 99]), "$"),
]


@pytest.mark.parametrize(("change", "place"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_what_is_not_a_record_is_refused_with_its_place(change: Any, place: str) -> None:
    plain = small()
    change(plain)
    with pytest.raises(InvalidRecord) as caught:
        Record.from_dict(plain)
    assert caught.value.place == place


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, json.dumps({"schema": SCHEMA})])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecord):
        Record.from_json(text)


def test_a_whole_number_is_a_confidence() -> None:
    plain = small()
    plain["attributions"][0]["confidence"] = 1
    assert Record.from_dict(plain).attributions[0].confidence == 1.0


@pytest.mark.parametrize(
    "quantity",
    [
        Quantity("n1", Span(0, 99), 1.0, 1.0),
        Quantity("n1", Span(0, 1), 1.0, 1.0, of=Phrase(Span(2, 99), "x")),
        Quantity("n1", Span(0, 1), 1.0, 1.0, share_of=Phrase(Span(2, 99), "x")),
        Quantity("n1", Span(0, 1), 1.0, 1.0, compared=Comparison("same", Span(2, 99), "x")),
    ],
)
def test_spans_of_quantities_lie_inside_the_text(quantity: Quantity) -> None:
    record = Record.from_dict(small())
    outside = Record(record.document, quantities=(quantity,))
    with pytest.raises(InvalidRecord, match="outside the text"):
        Record.from_dict(outside.to_dict())
