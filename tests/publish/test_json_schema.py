from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from onrecord import record as vocabulary
from onrecord.publish import schema
from onrecord.publish.json_schema import _FIELDS, schema_text
from onrecord.record import Attribution, Record
from onrecord.spans import Span


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def test_the_packaged_schema_is_current() -> None:
    packaged = files("onrecord").joinpath("record.schema.json").read_text(encoding="utf-8")
    assert packaged == schema_text(), "run: python -m onrecord.publish.json_schema > src/onrecord/record.schema.json"


def test_the_module_prints_it() -> None:
    command = [sys.executable, "-m", "onrecord.publish.json_schema"]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    assert json.loads(done.stdout) == schema()


def test_records_validate(validator: Any, example: Record, make_record: Callable[..., Record]) -> None:
    for record in (example, make_record("")):
        assert [error.message for error in validator.iter_errors(json.loads(record.to_json()))] == []


def test_what_may_be_left_out_is_what_has_a_default(validator: Any, example: Record) -> None:
    least = {"schema": vocabulary.SCHEMA, "document": example.to_dict()["document"]}
    assert validator.is_valid(least)
    assert Record.from_dict(least).attributions == ()


def _without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: _without(data, "schema"),
        lambda data: _without(data, "document"),
        lambda data: {**data, "schema": "onrecord-record/2"},
        lambda data: {**data, "extra": 1},
        lambda data: {**data, "document": _without(data["document"], "text")},
        lambda data: {**data, "document": {**data["document"], "title": 3}},
        lambda data: {
            **data,
            "document": {**data["document"], "published": {"edtf": None, "basis": "guess"}},
        },
        lambda data: {**data, "attributions": [{**data["attributions"][0], "content": [[1]]}]},
        lambda data: {**data, "attributions": [{**data["attributions"][0], "content": [[1, 2, 3]]}]},
        lambda data: {**data, "attributions": [{**data["attributions"][0], "content": [[-1, 2]]}]},
        lambda data: {**data, "attributions": [{**data["attributions"][0], "kind": "rumour"}]},
        lambda data: {**data, "attributions": [{**data["attributions"][0], "confidence": "high"}]},
        lambda data: [data],
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(
    spoil: Callable[[Any], Any], validator: Any, example: Record
) -> None:
    spoilt = spoil(example.to_dict())
    assert not validator.is_valid(spoilt)
    with pytest.raises(vocabulary.InvalidRecord):
        Record.from_dict(spoilt)


def test_every_field_is_described_and_nothing_else() -> None:
    kinds = (vocabulary.Record, vocabulary.Document, vocabulary.Published, vocabulary.Actor, vocabulary.Role)
    kinds += (vocabulary.Place, vocabulary.Link, vocabulary.CharacterisingMention)
    kinds += (vocabulary.Attribution, vocabulary.Said, vocabulary.Warning)
    kinds += (vocabulary.Quantity, vocabulary.Phrase, vocabulary.Comparison)
    kinds += (vocabulary.Time, vocabulary.Alternative, vocabulary.Timex)
    kinds += (vocabulary.Claim, vocabulary.Checkability, vocabulary.Interval, vocabulary.Reading)
    kinds += (vocabulary.Observation, vocabulary.Evidence, vocabulary.Check, vocabulary.ClaimResult)
    kinds += (vocabulary.Arithmetic,)
    fields = {f"{kind.__name__}.{field.name}" for kind in kinds for field in dataclasses.fields(kind)}
    assert set(_FIELDS) == fields


def test_a_new_field_without_description_is_noticed(attribute: Callable[..., Attribution]) -> None:
    described = schema()["$defs"]["Attribution"]["properties"]
    assert set(described) == set(attribute("q1", content=(Span(0, 0),)).__slots__)
    assert all(each["description"] for each in described.values())
