"""What is never checked, and why."""

from __future__ import annotations

import pytest

from evidence.memory import only, record
from onrecord.evidence.refusing import is_difference, refused
from onrecord.evidence.scope import Scope
from onrecord.record import Attribution, ClaimKind, Factuality, Reason, Record
from onrecord.spans import Span


def why(made: Record) -> Reason | None:
    found = refused(only(made), Scope.of(made))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("kind", "factuality", "reason"),
    [
        ("call", "asserted", "not_fact"),
        ("characterisation", "asserted", "not_fact"),
        ("quantity", "possible", "not_asserted"),
        ("quantity", "conditional", "not_asserted"),
        ("quantity", "future", "forecast"),
        ("prediction", "asserted", "forecast"),
        ("quantity", "negated", "not_asserted"),
        ("quantity", "asserted", None),
    ],
)
def test_by_kind_and_factuality(kind: ClaimKind, factuality: Factuality, reason: Reason | None) -> None:
    assert why(record("Tarn had 40 visitors.", kind=kind, factuality=factuality)) == reason


@pytest.mark.parametrize(
    "text",
    ["The number did not exceed 40 visitors.", "Zero visitors came to Tarn.", "Not a single boat came to Tarn."],
)
def test_a_denial_that_is_in_the_figure_states_it(text: str) -> None:
    assert why(record(text, factuality="negated")) is None


def test_a_denial_of_a_figure_states_none() -> None:
    assert why(record("None of 30 boats came.", factuality="negated")) == "not_asserted"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("If Tarn had 40 visitors, it was a good day.", "Tarn had 40 visitors"),
        ("If Tarn had 40 visitors, it was a good day.", "If Tarn had 40 visitors"),
        ("Had Tarn had 40 visitors, we would know.", "Had Tarn had 40 visitors"),
        ("Did Tarn have 40 visitors?", "Did Tarn have 40 visitors"),
        ("She said it: Tarn had 40 visitors?", "Tarn had 40 visitors"),
        ("It is expected that Tarn had 40 visitors.", "Tarn had 40 visitors"),
        ("Nobody believes that Tarn had 40 visitors.", "Tarn had 40 visitors"),
        ("Nobody believes that Tarn had 40 visitors.", "that Tarn had 40 visitors"),
        ("There is no proof that Tarn had 40 visitors.", "Tarn had 40 visitors"),
    ],
)
def test_what_the_sentence_does_not_assert(text: str, said: str) -> None:
    assert why(record(text, said)) == "not_asserted"


@pytest.mark.parametrize("before", ["The ferry had sailed. ", "There were storms. ", "It should rain. ", "Will it? "])
def test_the_sentence_before_takes_nothing_away(before: str) -> None:
    assert why(record(f"{before}Tarn had 40 visitors.", "Tarn had 40 visitors")) is None


@pytest.mark.parametrize(
    ("act", "kind", "reason"),
    [
        ("state", "statement", None),
        ("deny", "statement", "not_asserted"),
        ("promise", "statement", "not_asserted"),
        ("state", "belief", "not_asserted"),
        ("state", "evidence", None),
    ],
)
def test_by_what_the_speaker_does(act: str, kind: str, reason: Reason | None) -> None:
    of = Attribution("q1", (), (), (Span(0, 20),), None, "indirect", kind, act)  # type: ignore[arg-type]
    assert why(record("Tarn had 40 visitors.", attributions=[of])) == reason


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        ("Tarn had 40 more visitors in May than in April.", True),
        ("Tarn had 40 fewer visitors.", True),
        ("Tarn had an additional 40 visitors.", True),
        ("Tarn had more than 40 visitors.", False),
        ("Tarn had 40 visitors, more than ever.", False),
    ],
)
def test_by_how_much_more_is_no_level(text: str, difference: bool) -> None:
    found = only(record(text))
    assert is_difference(found, found.quantities[0]) is difference
