"""Claims of which only the object of a verb of counting was told apart."""

from __future__ import annotations

import pytest

from evidence.memory import record
from onrecord.evidence.rejoined import rejoined
from onrecord.record import Attribution
from onrecord.spans import Span


def cut(text: str, cue: str, said: str) -> tuple[str, tuple[str, ...]]:
    """The claim as it is joined again, and its times."""
    at, start = text.index(cue), text.index(said)
    content = (Span(start, start + len(said)),)
    of = Attribution("q1", (), (Span(at, at + len(cue)),), content, None, "indirect", "evidence", "state")
    made = record(text, said, attributions=[of])
    claim = rejoined(made, made.claims[0])
    return text[claim.span.start : claim.span.end], claim.times


def test_the_subject_and_verb_of_counting_belong_to_it() -> None:
    text = "In 2021 no town recorded fewer boats than Elsin."
    assert cut(text, "recorded", "boats")[0] == text.rstrip(".")


def test_who_reported_is_no_part_of_it_but_when_is() -> None:
    said, times = cut("In May 2021 owners reported 534 bicycles stolen.", "reported", "534 bicycles stolen")
    assert (said, len(times)) == ("534 bicycles stolen", 1)


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        ("The mayor said 300 boats came.", "said", "300 boats came"),
        ("The port reported that boats were few.", "reported", "that boats were few"),
        ("The port recorded, as we know, 300 boats.", "recorded", "300 boats"),
    ],
)
def test_any_other_content_stays(text: str, cue: str, said: str) -> None:
    assert cut(text, cue, said)[0] == said
