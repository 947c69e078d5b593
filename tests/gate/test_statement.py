"""One statement, counted by hand: eight attributions, seven of them by one person whose role is stated."""

from __future__ import annotations

from collections import Counter

import pytest

import corpora
import onrecord
from onrecord.spans import overlap

STATEMENT = "statements/masar-badil-2023-12-01.txt"


@pytest.fixture(scope="module")
def record(shared):
    text = (corpora.SHARED / STATEMENT).read_text(encoding="utf-8")
    return onrecord.read(text, published="2023-12-01")


@pytest.fixture(scope="module")
def speaker(record):
    """The person who speaks most."""
    persons = {actor.id: actor for actor in record.actors if actor.kind == "person"}
    count = Counter(a.speaker for a in record.attributions if a.speaker in persons)
    assert count, "no person speaks"
    return persons[count.most_common(1)[0][0]]


def outermost(record):
    return [attribution for attribution in record.attributions if attribution.parent is None]


def test_it_holds_eight_attributions(record):
    assert len(outermost(record)) == 8


def test_seven_are_spoken_by_the_person_whom_the_sources_name(record, speaker):
    spoken = [attribution for attribution in outermost(record) if attribution.speaker == speaker.id]
    named = [
        attribution
        for attribution in spoken
        if any(overlap(mention, source) for mention in speaker.mentions for source in attribution.source)
    ]
    assert len(spoken) == 7
    assert len(named) >= 3


def test_nobody_else_speaks(record, speaker):
    others = {
        actor.name
        for attribution in record.attributions
        for actor in record.actors
        if attribution.speaker == actor.id and actor.kind == "person" and actor is not speaker
    }
    assert not others


def test_the_speaker_has_a_title_and_an_organisation(record, speaker):
    organisations = {actor.id for actor in record.actors if actor.kind == "organisation"}
    assert [role for role in speaker.roles if role.title and role.organisation in organisations]
