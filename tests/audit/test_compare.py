"""Two readings with the names swapped: the same record, or what differs and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import quantities, times
from onrecord.audit.compare import Count, compare
from onrecord.audit.items import Side
from onrecord.audit.names import Names
from onrecord.audit.swap import Finder, rewrite, unchanged
from onrecord.documents import from_text
from onrecord.record import Actor, Attribution, Checkability, Claim, Record, Role, Said
from onrecord.spans import Span, overlap, quote

BRILL = Names("person", name=("Ana Brill",), surname=("Brill",))
HOLLIS = Names("person", name=("Ruth van der Hollis",), surname=("van der Hollis",))
TEXT = "“Ana Brill waits for 40 boats,” said Ruth van der Hollis, mayor, on 3 May 2024. Brill denied it."


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def read(text: str, speaker: str, other: str, short: str) -> Record:
    """A record of TEXT, whoever stands in it."""
    quoted, cue, day = at(text, text[1 : text.index("”")]), at(text, "said"), at(text, "3 May 2024")
    end = text.index(" denied")
    attributions = (
        Attribution("q1", (at(text, speaker),), (cue,), (quoted,), "a1", "direct", "statement", "state", Said(day)),
        Attribution(
            "q2", (Span(end - len(short), end),), (at(text, "denied"),), (), "a2", "indirect", "statement", "deny"
        ),
    )
    actors = (
        Actor("a1", speaker, "person", (Role("mayor", None),), (at(text, speaker),)),
        Actor("a2", other, "person", (), (at(text, other),)),
    )
    return Record(
        from_text(text),
        actors=actors,
        attributions=attributions,
        quantities=quantities(text),
        times=times(text),
    )


@pytest.fixture
def sides() -> tuple[Side, Side]:
    found = Finder((BRILL, HOLLIS)).find(TEXT)
    first = Side(read(TEXT, "Ruth van der Hollis", "Ana Brill", "Brill"), unchanged(TEXT, found), (BRILL, HOLLIS))
    turned = rewrite(TEXT, found, (HOLLIS, BRILL))
    second = Side(read(turned.text, "Ana Brill", "Ruth van der Hollis", "Van der Hollis"), turned, (HOLLIS, BRILL))
    return first, second


def changed(side: Side, index: int = 0, **fields: object) -> Side:
    items = list(side.record.attributions)
    items[index] = replace(items[index], **fields)  # type: ignore[arg-type]
    return replace(side, record=replace(side.record, attributions=tuple(items)))


def test_a_record_with_the_names_swapped_is_the_same(sides):
    found = compare(*sides)
    assert found.differences == ()
    assert found.same
    assert found.counts["attributions"] == Count(2, 2)
    assert found.counts["quantities"] == found.counts["times"] == found.counts["roles"] == Count(1, 1)
    assert found.counts["actors"] == Count(2, 2)


def test_what_each_actor_says_is_counted_for_both(sides):
    voices = compare(*sides).voices
    assert sorted(voice.actor for voice in voices) == ["Ana Brill"] * 2 + ["Ruth van der Hollis"] * 2
    assert all(voice.same for voice in voices)


@pytest.mark.parametrize(
    ("fields", "cause", "kind"),
    [
        ({"act": "accuse"}, "act", "acts"),
        ({"form": "mixed"}, "form", "forms"),
        ({"speaker": None}, "speaker", "speakers"),
        ({"speaker": "a2"}, "speaker", "speakers"),
        ({"kind": "belief"}, "kind", None),
        ({"said": None}, "said", None),
        ({"parent": "q2"}, "parent", None),
        ({"source": ()}, "source", "spans"),
        ({"content": (Span(10, 12),)}, "name cut", "spans"),
    ],
)
def test_a_field_that_differs_is_named_as_the_cause(sides, fields, cause, kind):
    found = compare(sides[0], changed(sides[1], **fields))
    (difference,) = found.differences
    assert (difference.kind, difference.cause) == ("attributions", cause)
    assert found.counts["attributions"] == Count(1, 2)
    for each in ("acts", "forms", "speakers", "spans"):
        assert found.counts[each] == (Count(1, 2) if each == kind else Count(2, 2))
    assert sum(voice.same for voice in found.voices) < len(found.voices)


def test_confidence_and_ids_do_not_count(sides):
    assert compare(sides[0], changed(sides[1], id="x", confidence=0.1)).same


def test_what_only_one_reading_has_is_found_in_one(sides):
    first, second = sides
    less = replace(second, record=replace(second.record, attributions=second.record.attributions[:1], times=()))
    found = compare(first, less)
    assert {(d.kind, d.cause) for d in found.differences} == {("attributions", "found"), ("times", "found")}
    assert all(d.second is None for d in found.differences)
    assert found.counts["attributions"] == Count(1, 2)
    assert found.counts["speakers"] == Count(1, 1)
    assert found.counts["times"] == Count(0, 1)
    assert {(d.first is None) for d in compare(less, first).differences} == {True}


def test_a_cue_that_is_longer_is_the_same_attribution_with_another_cue(sides):
    first, second = sides
    cue = at(second.record.document.text, "said")
    found = compare(first, changed(second, cue=(Span(cue.start - 2, cue.end),)))
    assert [(d.kind, d.cause) for d in found.differences] == [("attributions", "cue")]


def test_a_value_that_differs_is_a_difference_of_its_kind(sides):
    first, second = sides
    more = tuple(replace(item, upper=41.0) for item in second.record.quantities)
    found = compare(first, replace(second, record=replace(second.record, quantities=more)))
    assert [(d.kind, d.cause) for d in found.differences] == [("quantities", "upper")]
    assert found.differences[0].first == {"upper": "40.0"}


def claimed(side: Side, words: str, **fields: object) -> Side:
    """The side with one claim of these words of its text and the figures in them."""
    span = at(side.record.document.text, words)
    figures = tuple(q.id for q in side.record.quantities if overlap(q.span, span))
    claim = Claim("c1", span, (span,), None, "quantity", "asserted", Checkability(True, ""), figures)
    return replace(side, record=replace(side.record, claims=(replace(claim, **fields),)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "causes"),
    [
        ({}, []),
        ({"kind": "event"}, ["kind"]),
        ({"factuality": "negated"}, ["factuality"]),
        ({"checkability": Checkability(False, "")}, ["checkable"]),
        ({"quantities": ()}, ["figures"]),
        ({"parts": (Span(0, 1),)}, ["found", "found"]),
    ],
)
def test_claims_are_compared_by_words_kind_factuality_and_figures(sides, fields, causes):
    first, second = sides
    number = next(quote(first.record.document.text, q.span) for q in first.record.quantities)
    found = compare(claimed(first, number), claimed(second, number, **fields))
    assert [(d.kind, d.cause) for d in found.differences] == [("claims", cause) for cause in causes]
    assert found.counts["claims"].same == (0 if causes else 1)


def test_a_people_that_is_counted_is_its_name_in_the_unit_too():
    peru, flats = (
        Names("place", name=("Peru",), people=("Peruvians",)),
        Names("place", name=("Flats",), people=("Flatsians",)),
    )
    text = "It met 40 Peruvians."
    found = Finder((peru, flats)).find(text)
    turned = rewrite(text, found, (flats, peru))
    sides = (
        Side(Record(from_text(text), quantities=quantities(text)), unchanged(text, found), (peru, flats)),
        Side(Record(from_text(turned.text), quantities=quantities(turned.text)), turned, (flats, peru)),
    )
    assert [side.record.quantities[0].unit_name for side in sides] == ["peruvian", "flatsian"]
    assert compare(*sides).same


def test_a_role_and_an_actor_that_differ(sides):
    first, second = sides
    actors = (replace(second.record.actors[0], roles=(Role("head", None),), kind="group"), *second.record.actors[1:])
    found = compare(first, replace(second, record=replace(second.record, actors=actors)))
    assert {(d.kind, d.cause) for d in found.differences} == {("actors", "kind"), ("roles", "title")}
