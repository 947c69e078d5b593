from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.publish import to_html, to_terminal
from onrecord.publish.casts import identity_words, place_words, says_words, tallies, terms
from onrecord.publish.lines import lines
from onrecord.record import Actor, CharacterisingMention, Link, Match, Place, Record
from onrecord.spans import Span

ELSIN = Place("Elsin", "town", "AV", 1, 1.5, -2.5, "an invented list", "only")
TWO = (replace(ELSIN, basis=None), Place("Elsin", "town", "BE", 2, None, None, "an invented list"))

DIVISION = Place("Elsin", "division", "AV", None, None, None, "an invented list")
SHARED = Place("Elsin", None, "AV", None, None, None, "an invented list", "shared")


def link(id: str, match: Match = "exact") -> Link:
    return Link(id, "Elsin", "Elsin", match, "our list")


@pytest.fixture
def known(example: Record) -> Record:
    """The example with a place, links, suggestions and two terms, one of them in what somebody says."""
    start = example.document.text.index("an avoidable failure")
    mentions = (
        CharacterisingMention("x1", Span(0, 5), None),
        CharacterisingMention("x2", Span(start, start + 20), "q6", (link("local:9"),)),
    )
    actors = tuple(
        replace(
            actor,
            place=ELSIN if actor.kind == "place" else None,
            links=(link("local:1"),) if actor.id == "a2" else (),
            suggested=(link("local:2", "near"),) if actor.id == "a3" else (),
        )
        for actor in example.actors
    )
    return replace(example, actors=actors, characterising=mentions)


@pytest.mark.parametrize(
    ("place", "candidates", "words"),
    [
        (ELSIN, (), "Elsin, AV (an invented list)"),
        (None, (), ""),
        (None, TWO, "one of: Elsin, town in AV; Elsin, town in BE"),
        (None, TWO * 2, "one of: Elsin, town in AV; Elsin, town in BE; Elsin, town in AV and 1 more"),
        (SHARED, (*TWO, DIVISION), "in AV (an invented list), one of: Elsin, town in AV; Elsin, division in AV"),
        (replace(ELSIN, basis="text"), TWO, "Elsin, AV (an invented list)"),
    ],
)
def test_a_place_is_said_with_whose_label_it_is_and_what_is_open_stays_open(
    place: Place | None, candidates: tuple[Place, ...], words: str
) -> None:
    assert place_words(Actor("a1", "Elsin", "place", place=place, candidates=candidates)) == words


def test_a_suggestion_never_looks_like_an_identity() -> None:
    actor = Actor(
        "a1", "Elsin", "place", links=(link("local:1"), link("local:1")), suggested=(link("local:2", "several"),)
    )
    assert identity_words(actor) == "local:1; perhaps local:2 (the alias of several)"


def test_what_each_actor_says_is_counted_by_kind(example: Record) -> None:
    counted = tallies(example)
    assert sum(sum(tally.values()) for tally in counted.values()) == sum(
        a.speaker is not None for a in example.attributions
    )
    assert says_words({"belief": 1, "statement": 2}) == "2 statements, 1 belief"


def test_terms_say_who_says_them(known: Record) -> None:
    own, held = terms(known, lines(known))
    assert (own.written, own.who, own.line, own.means) == ("Ferry", "the text itself", None, "")
    assert (held.written, held.means) == ("an avoidable failure", "local:9")
    assert held.line is not None


def test_the_terminal_has_the_cast_and_the_terms(known: Record) -> None:
    shown = " ".join(to_terminal(known, 100, only=("actors",)).split())
    assert "Elsin, AV (an invented list)" in shown
    assert "local:1" in shown
    assert "Terms for others" in shown
    assert "an avoidable failure" in shown
    assert max(map(len, to_terminal(known, 40, only=("actors",)).splitlines())) <= 40


@pytest.mark.parametrize("only", [(), ("actors",)])
def test_the_page_has_the_cast_and_the_terms(known: Record, only: tuple[()]) -> None:
    html = to_html([known], only=only)
    assert "Elsin, AV (an invented list)" in html
    assert "local:1" in html
    assert "perhaps local:2 (nearly the same name)" in html
    assert ">Terms for others</h2>" in html
    assert ("#q6" in html) is not bool(only)


def test_no_terms_no_table(example: Record) -> None:
    assert "Terms for others" not in to_html([example])
    assert "Terms for others" not in to_terminal(example, only=("actors",))
