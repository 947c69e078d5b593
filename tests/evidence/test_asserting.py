"""Frames that look open and assert what follows them."""

from __future__ import annotations

import pytest

from evidence.memory import only, record
from onrecord.evidence.asserting import bared, set_apart
from onrecord.evidence.refusing import refused
from onrecord.evidence.scope import Scope
from onrecord.record import Attribution, Reason, Record
from onrecord.spans import Span

CLAIM = "Tarn recorded 40 visitors in 2021"


def left(made: Record) -> tuple[str, Reason | None]:
    """What is left of the claim, and why it is not checked."""
    scope = Scope.of(made)
    found = bared(only(made), scope)
    why = refused(found, scope)
    return found.text[found.claim.span.start : found.claim.span.end], why[0] if why else None


@pytest.mark.parametrize(
    "frame",
    [
        "We should not forget that",
        "It would be wrong to ignore that",
        "It should be remembered that",
        "Nobody should be surprised that",
        "It will surprise nobody that",
        "Few would have guessed that",
        "I would like to point out that",
        "One might add that",
        "You can see that",
        "Strange as it may sound,",
        "Come what may,",
        "The truth is that",
    ],
)
def test_a_frame_that_takes_it_for_granted_is_cut(frame: str) -> None:
    assert left(record(f"{frame} {CLAIM}.", factuality="possible")) == (CLAIM, None)


@pytest.mark.parametrize(
    "frame",
    [
        "It would be wrong to say that",
        "One could say that",
        "Few would believe that",
        "I would not be surprised to learn that",
        "We do not know that",
        "I cannot confirm that",
        "If you remember that",
        "It may be that",
    ],
)
def test_any_other_leaves_the_claim_as_it_is(frame: str) -> None:
    text = f"{frame} {CLAIM}"
    assert left(record(f"{text}.", factuality="possible")) == (text, "not_asserted")


@pytest.mark.parametrize("rest", ["it may have been 40 visitors.", "Tarn did not have 40 visitors."])
def test_what_follows_may_be_open_itself(rest: str) -> None:
    assert left(record(f"Do not forget that {rest}", factuality="negated"))[1] == "not_asserted"


@pytest.mark.parametrize(
    ("lead", "reason"),
    [
        ("The mayor claims that ", None),
        ("The mayor never claims that ", "not_asserted"),
        ("The mayor wrongly claims that ", "not_asserted"),
        ("The mayor could say or claims that ", "not_asserted"),
    ],
)
def test_whoever_claims_it_asserts_it(lead: str, reason: Reason | None) -> None:
    text, at = f"{lead}{CLAIM}.", lead.index("claims")
    content = (Span(len(lead), len(text) - 1),)
    said = Attribution("q1", (), (Span(at, at + 6),), content, None, "indirect", "statement", "state")
    assert left(record(text, CLAIM, factuality="possible", attributions=[said]))[1] == reason


@pytest.mark.parametrize("before", ["we had hoped for better: ", "it may have been a cold spring, but "])
def test_a_mark_sets_a_clause_apart(before: str) -> None:
    assert set_apart(before, CLAIM.lower())


@pytest.mark.parametrize("before", ["we hoped for this: ", "the target ", "they wanted, and "])
def test_what_only_points_on_does_not(before: str) -> None:
    assert not set_apart(before, CLAIM.lower())
