"""Changes of the cast keep a record whole: every id that is referred to is an actor's, no mention is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import casting
from onrecord.errors import ImpossibleChange
from onrecord.record import Actor, Attribution, Document, Link, Place, Published, Record, Role
from onrecord.spans import Span

TEXT = (
    "Ana Brill, head of the Harbour Office, said no. Brill said so twice. The Office agreed. Brill’s brother did not."
)


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def attribution(id: str, source: Span, speaker: str | None) -> Attribution:
    return Attribution(id, (source,), (), (), speaker, "indirect", "statement", "state")


def example() -> Record:
    document = Document("d", "0", "a.txt", "text/plain", None, None, "en", Published(), TEXT)
    second, third = at("Brill", 40), at("Brill", 60)
    actors = (
        Actor("a1", "Ana Brill", "person", (Role("head", "a2"),), (at("Ana Brill"), second, third), ("local:7",)),
        Actor("a2", "Harbour Office", "organisation", (), (at("Harbour Office"),)),
        Actor("a3", "The Office", "organisation", (Role(None, "a2"),), (at("The Office"),), ("local:8",)),
    )
    attributions = (
        attribution("q1", at("Ana Brill"), "a1"),
        attribution("q2", second, "a1"),
        attribution("q3", at("The Office"), "a3"),
        attribution("q4", third, "a1"),
        attribution("q5", at("twice"), None),
    )
    return Record(document, actors, attributions)


def speakers(record: Record) -> list[str | None]:
    return [attribution.speaker for attribution in record.attributions]


def test_merging_gives_one_actor_with_all_that_both_had() -> None:
    merged = casting.merge(example(), "a2", "a3")
    assert [actor.id for actor in merged.actors] == ["a1", "a2"]
    office = merged.actors[1]
    assert (office.name, office.mentions) == ("Harbour Office", (at("Harbour Office"), at("The Office")))
    assert (office.same_as, office.roles) == (("local:8",), ())  # a role in itself says nothing
    assert speakers(merged) == ["a1", "a1", "a2", "a1", None]


def test_merging_into_what_others_belong_to_moves_their_roles() -> None:
    merged = casting.merge(example(), "a3", "a2")
    assert merged.actors[0].roles == (Role("head", "a3"),)


def test_splitting_gives_a_new_actor_beside_the_old_that_says_what_its_mentions_say() -> None:
    third = at("Brill", 60)
    done = casting.split(example(), "a1", [third], name="Brill’s brother")
    assert [actor.id for actor in done.actors] == ["a1", "a4", "a2", "a3"]
    old, new = done.actors[:2]
    assert (new.name, new.kind, new.mentions, new.roles, new.same_as) == ("Brill’s brother", "person", (third,), (), ())
    assert third not in old.mentions
    assert old.same_as == ("local:7",)
    assert speakers(done) == ["a1", "a1", "a3", "a4", None]


def test_a_split_actor_is_called_by_its_longest_mention() -> None:
    assert casting.split(example(), "a1", [at("Ana Brill"), at("Brill", 60)]).actors[1].name == "Ana Brill"
    assert casting.split(example(), "a1", [at("Brill", 60)], kind="group").actors[1].kind == "group"


def test_renaming_changes_the_name_and_nothing_else() -> None:
    before, done = example(), casting.rename(example(), "a1", "Ana María Brill")
    assert done.actors[0].name == "Ana María Brill"
    assert casting.rename(done, "a1", "Ana Brill") == before


def test_dismissing_leaves_the_speaker_unclear_and_roles_without_the_organisation() -> None:
    done = casting.dismiss(example(), "a2")
    assert [actor.roles for actor in done.actors] == [(Role("head", None),), ()]
    assert speakers(casting.dismiss(example(), "a1")) == [None, None, "a3", None, None]


LINDEN = Place("Linden", "town", "AV", 1, None, None, "a list", "only")
OTHER = Place("Linden", "town", "BE", 2, None, None, "a list", "only")


@pytest.mark.parametrize(
    ("one", "two", "place", "candidates"),
    [
        (LINDEN, None, "AV", 0),
        (None, LINDEN, "AV", 0),
        (LINDEN, LINDEN, "AV", 0),
        (LINDEN, OTHER, None, 2),
        (None, None, None, 0),
    ],
)
def test_two_places_that_differ_are_open_when_merged(
    one: Place | None, two: Place | None, place: str | None, candidates: int
) -> None:
    record = Record(example().document, (Actor("a1", "L", "place", place=one), Actor("a2", "L", "place", place=two)))
    (actor,) = casting.merge(record, "a1", "a2").actors
    assert (actor.place and actor.place.country, len(actor.candidates)) == (place, candidates)


def test_what_is_linked_is_no_longer_suggested_when_merged() -> None:
    link = Link("local:1", "L", "L", "exact", "a list")
    record = Record(
        example().document, (Actor("a1", "L", "group", links=(link,)), Actor("a2", "L", "group", suggested=(link,)))
    )
    assert casting.merge(record, "a1", "a2").actors[0].suggested == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda record: casting.merge(record, "a1", "a9"),
        lambda record: casting.merge(record, "a9", "a1"),
        lambda record: casting.merge(record, "a1", "a1"),
        lambda record: casting.split(record, "a1", []),
        lambda record: casting.split(record, "a1", [Span(0, 1)]),
        lambda record: casting.split(record, "a2", [at("Harbour Office")]),
        lambda record: casting.rename(record, "a1", "  "),
        lambda record: casting.rename(record, "a9", "Brill"),
        lambda record: casting.dismiss(record, "a9"),
    ],
)
def test_what_cannot_be_done_is_told(change: Callable[[Record], Record]) -> None:
    with pytest.raises(ImpossibleChange) as caught:
        change(example())
    assert caught.value.remedy


IDS = ["a1", "a2", "a3", "a4"]
SPANS = [Span(i, i + 5) for i in range(0, len(TEXT) - 5, 6)]


@st.composite
def records(draw: st.DrawFn) -> Record:
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    owners = draw(st.lists(st.sampled_from(ids), min_size=len(SPANS), max_size=len(SPANS)))
    maybe = st.sampled_from([*ids, None])
    roles = st.lists(st.builds(Role, st.sampled_from(["head", None]), maybe), max_size=2).map(tuple)
    actors = tuple(
        Actor(
            id,
            id.upper(),
            "person",
            draw(roles),
            tuple(s for s, owner in zip(SPANS, owners, strict=True) if owner == id),
        )
        for id in ids
    )
    sources = draw(st.lists(st.sampled_from(SPANS), max_size=6))
    attributions = tuple(attribution(f"q{i}", source, draw(maybe)) for i, source in enumerate(sources))
    return Record(example().document, actors, attributions)


def mentions(record: Record) -> list[Span]:
    return sorted(span for actor in record.actors for span in actor.mentions)


def check_whole(record: Record) -> None:
    ids = [actor.id for actor in record.actors]
    assert len(set(ids)) == len(ids)
    assert {attribution.speaker for attribution in record.attributions} <= {*ids, None}
    assert {role.organisation for actor in record.actors for role in actor.roles} <= {*ids, None}
    assert Record.from_json(record.to_json()) == record


@given(records(), st.data())
def test_any_run_of_changes_keeps_the_record_whole(record: Record, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        before = record
        ids = [actor.id for actor in record.actors]
        one, two = data.draw(st.sampled_from(ids or IDS)), data.draw(st.sampled_from(ids or IDS))
        change = data.draw(st.sampled_from(["merge", "split", "rename", "dismiss"]))
        try:
            if change == "merge":
                record = casting.merge(record, one, two)
            elif change == "split":
                record = casting.split(record, one, data.draw(st.lists(st.sampled_from(SPANS), max_size=3)))
            elif change == "rename":
                record = casting.rename(record, one, "Brill")
            else:
                record = casting.dismiss(record, one)
        except ImpossibleChange:
            assert record is before
        check_whole(record)
        if change != "dismiss":
            assert mentions(record) == mentions(before)
        assert [(a.id, a.source, a.cue, a.content) for a in record.attributions] == [
            (a.id, a.source, a.cue, a.content) for a in before.attributions
        ]


@given(records(), st.data())
def test_merging_what_was_split_undoes_it(record: Record, data: st.DataObject) -> None:
    whole = [actor for actor in record.actors if len(actor.mentions) > 1]
    if not whole:
        return
    actor = data.draw(st.sampled_from(whole))
    some = data.draw(st.lists(st.sampled_from(actor.mentions[1:]), min_size=1, unique=True))
    done = casting.split(record, actor.id, some)
    (new,) = {each.id for each in done.actors} - {each.id for each in record.actors}
    merged = casting.merge(done, actor.id, new)
    assert [(each.id, each.mentions) for each in merged.actors] == [(each.id, each.mentions) for each in record.actors]
    assert speakers(merged) == speakers(record)
