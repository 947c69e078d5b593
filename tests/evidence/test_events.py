"""Events of a pack that a text names, and how long they lasted."""

from __future__ import annotations

import pytest

from evidence.memory import Memory, Row, only, pack, record, series, table
from onrecord.evidence.asked import asked
from onrecord.evidence.events import Event, lasted, named_events
from onrecord.evidence.model import Entities
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.told import claim_words
from onrecord.evidence.verdict import compared

STRIKE = series(name="strike", property="strike", synonyms=("walkout",), column=None, sort="event")


def events(text: str, *rows: str) -> list[Event]:
    store = Memory()
    entities = Entities(constant="Corra ferry", names={"Corra ferry": ("Corra",)})
    each: list[Row] = [(row, None) for row in rows]
    made = store.add(table(STRIKE, name="strike", grain="period", entities=entities), each)
    found = only(record(text))
    return list(named_events(store, [(pack(made), made, STRIKE)], claim_words(found)))


def length(text: str) -> Outcome | None:
    found = only(record(text))
    [event] = events(text, "2024-03-18/2024-03-24")
    [item] = [item for item in asked(found) if item.length]
    assert item.length
    return lasted(item.length, event, claim_words(found))


@pytest.mark.parametrize(
    "text", ["The strike lasted a week.", "Walkouts lasted a week.", "After the Corra strike, boats left."]
)
def test_an_event_is_named_by_a_label(text: str) -> None:
    [event] = events(text, "2024-03-18/2024-03-24")
    assert (event.lo.isoformat(), event.hi.isoformat()) == ("2024-03-18", "2024-03-24")


def test_another_word_names_none() -> None:
    assert events("The storm lasted a week.", "2024-03-18/2024-03-24") == []


def test_of_two_events_of_one_name_none_is_meant() -> None:
    assert events("The strike lasted a week.", "2024-03-18/2024-03-24", "2024-05-01/2024-05-02") == []


@pytest.mark.parametrize(
    ("said", "result"),
    [("seven days", "consistent"), ("six days", "consistent"), ("a week", "consistent"), ("ten days", "inconsistent")],
)
def test_a_length_counts_its_first_and_last_day_or_not(said: str, result: str) -> None:
    found = length(f"The strike lasted {said}.")
    assert found and found.number is not None
    assert compared(found.claimed, found.number, found.half)[0] == result


def test_a_length_far_from_the_name_is_of_something_else() -> None:
    assert length("Ten days of rain had made the roads so bad that nobody in the town heard of the strike.") is None
