"""The maps of the times benchmark."""

from __future__ import annotations

import pytest

import times

DAY = "2024-05-16"


def values(name: str, text: str) -> list[tuple[str, str]]:
    (corpus,) = [corpus for corpus in times.CORPORA if corpus.name == name]
    found = corpus.read({"x": {"text": text, "dct": DAY}})["x"]["timexes"]
    return [(each["type"], each["value"]) for each in found]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("TimeBank", "It rained on May 3.", ("DATE", "2024-05-03")),
        ("AQUAINT", "It rained on May 3.", ("DATE", "2024-05-03")),
        ("WikiWars train", "It rained for two days.", ("DATE", "P2D")),
        ("TimeBank", "It rained for two days.", ("DURATION", "P2D")),
    ],
)
def test_each_set_has_its_own_values(name: str, text: str, value: tuple[str, str]) -> None:
    assert values(name, text) == [value]


def test_tempeval_holds_no_rates() -> None:
    assert values("TimeBank", "The kiln burns 40 logs a day.") == []


def test_a_stretch_of_gum_ends_on_the_day_of_the_text() -> None:
    found = times.GUM.read({"x": {"text": "It rained over the past 10 days.", "dct": DAY}})["x"]["timexes"]
    assert {(each["lo"], each["hi"]) for each in found} == {("2024-05-07", DAY)}


def case(values: list[dict[str, str]]) -> dict[str, dict[str, object]]:
    text = "It rains on May 3."
    return {"x": {"text": text, "dct": DAY, "timexes": [{"start": 12, "end": 17, "values": values}]}}


@pytest.mark.parametrize(("day", "right"), [("2024-05-03", 100.0), ("2024-05-04", 0.0)])
def test_a_case_is_right_where_a_value_is(day: str, right: float) -> None:
    documents = case([{"type": "date", "timex": "XXXX-05-03", "value": day}])
    found = times.CASES.read(documents)
    assert times.CASES.figures(None, documents, found) == {"resolved value": right}
