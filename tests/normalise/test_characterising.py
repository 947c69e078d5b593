from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.characterising import characterising
from onrecord.record import Attribution
from onrecord.spans import Span, quote


def found(text: str) -> list[str]:
    return [quote(text, mention.span) for mention in characterising(text, ())]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("We will resist the occupation.", ["the occupation"]),
        ("The junta has closed the port.", ["The junta"]),
        ("He blamed the terrorist regime of the islands.", ["the terrorist regime"]),
        ("They fought the separatists for a year.", ["the separatists"]),
        ("These so-called liberators burnt the mill.", ["These so-called liberators"]),
        ("“This illegitimate entity will fall,” she said.", ["This illegitimate entity"]),
        ("The Avarian occupation forces left Elsin.", ["The Avarian occupation forces"]),
        ("He spoke of the Elsin-backed rebel group.", ["the Elsin-backed rebel group"]),
        ("The enemy’s ships were seen off Tamsin.", ["The enemy"]),
        ("The rebels and the militants met.", ["The rebels", "the militants"]),
        ("As the occupation resumes its war, we stay.", ["the occupation"]),
        ("The regime announced a curfew.", ["The regime"]),
        ("the “criminal” dictatorship", ["the “criminal” dictatorship"]),
        ("The puppet government fled.", ["The puppet government"]),
        ("The racist Avarian state will pay.", ["The racist Avarian state"]),
        ("He is chair of the so-called people’s council; the usurpers know it.", ["the usurpers"]),
    ],
)
def test_a_definite_phrase_of_category_is_a_characterising_mention(text: str, terms: list[str]) -> None:
    assert found(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "The government said that the army and the council agreed.",
        "Avarian troops left Elsin.",
        "Rebels attacked; a militant was held.",
        "The occupation of Elsin began in May.",
        "The tax regime and the new inspection regime are complex.",
        "The resistance to the plan grew.",
        "The terrorist attacks in May were condemned.",
        "The rebel leader spoke.",
        "The militant wing of the union met.",
        "The regime change they wanted never came.",
        "The Rebel Alliance Band played.",
        "She said that rebels were near, that militants too.",
        "The legal entity was dissolved; the entity paid.",
        "The Words ‘Old Tyrant’ stood on it; the radical plan; the criminal code.",
        "The ministry, the union and the police of the state met the group.",
    ],
)
def test_other_phrases_are_none(text: str) -> None:
    assert found(text) == []


def test_who_says_it_is_the_innermost_attribution_that_holds_it() -> None:
    text = "The mayor said Brill had called him the tyrant. The junta fell."

    def attribution(id: str, content: str) -> Attribution:
        start = text.index(content)
        return Attribution(id, (), (), (Span(start, start + len(content)),), None, "indirect", "statement", "state")

    outer, inner = attribution("q1", "Brill had called him the tyrant"), attribution("q2", "him the tyrant")
    mentions = characterising(text, (outer, inner))
    assert [(mention.id, mention.attribution) for mention in mentions] == [("x1", "q2"), ("x2", None)]


SIDES = ["Avarian", "Bellan", "northern", "Elsin-backed"]


@pytest.mark.parametrize("side", SIDES)
def test_every_side_is_treated_alike(side: str) -> None:
    text = f"The {side} regime and the {side} rebels fought the brutal {side} militants."
    assert found(text) == [f"The {side} regime", f"the {side} rebels", f"the brutal {side} militants"]


@given(
    st.lists(
        st.sampled_from(["the", "this", "regime", "rebels", "racist", "Avarian", "of", "“", "”", "\n", ".", "state"])
    )
)
def test_mentions_are_verbatim_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    spans = [mention.span for mention in characterising(text, ())]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_it_takes_time_in_step_with_the_text() -> None:
    text = "the racist the Avarian “the regime ” the rebels killed his " * 20_000
    start = time.process_time()
    characterising(text, ())
    assert time.process_time() - start < 5
