"""Any input ends in a record that keeps its promises, or in one typed error."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from hostile.inputs import COUNT, make
from onrecord import publish
from onrecord.api import read_document
from onrecord.documents import from_bytes
from onrecord.errors import InputError
from onrecord.record import Attribution, Document, Record
from onrecord.spans import Span, quote, within

PARTS = 40


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(publish.schema())


def documents(number: int) -> Iterator[Document]:
    """The document of an input, and the same one called English where it is not: the reader then reads it."""
    data, format = make(number)
    try:
        document = from_bytes(data, source="hostile", format=format)
    except InputError as error:
        assert error.code.startswith("E1")
        assert error.place
        assert error.problem
        assert error.remedy
        return
    yield document
    if document.language not in ("en", None):
        yield replace(document, language="en")


def spans(record: Record) -> Iterator[Span]:
    for actor in record.actors:
        yield from actor.mentions
    for attribution in record.attributions:
        yield from parts(attribution)
        if attribution.said:
            yield attribution.said.span


def parts(attribution: Attribution) -> list[Span]:
    return [*attribution.source, *attribution.cue, *attribution.content]


def check(record: Record) -> None:
    """The promises of a record that its types do not make."""
    text = record.document.text
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(text)
        assert quote(text, span)
    actors = {actor.id for actor in record.actors}
    assert len(actors) == len(record.actors)
    for actor in record.actors:
        assert actor.name
        assert all(role.organisation is None or role.organisation in actors for role in actor.roles)
    attributions = {attribution.id: attribution for attribution in record.attributions}
    assert len(attributions) == len(record.attributions)
    for attribution in record.attributions:
        assert attribution.content
        assert attribution.speaker is None or attribution.speaker in actors
        if attribution.parent is not None:
            assert within(parts(attribution), attributions[attribution.parent].content)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_hostile_input_ends_in_a_record_or_in_a_typed_error(part, validator):
    for number in range(part, COUNT, PARTS):
        for document in documents(number):
            record = read_document(document)
            check(record)
            written = record.to_json()
            assert Record.from_json(written) == record, number
            if number // PARTS % 20 == 0:
                validator.validate(json.loads(written))
            if number // PARTS % 25 == 1:
                assert read_document(document).to_json() == written, number


def test_the_inputs_are_of_every_sort_and_many_are_read():
    """The check above would be empty if nothing got as far as the reader."""
    read = [document for number in range(0, COUNT, 20) for document in documents(number)]
    assert len(read) > 50
    assert sum(bool(document.text.strip()) for document in read) > 50
    assert len({make(number).format for number in range(50)}) == 4


def test_an_input_is_made_again_by_its_number():
    assert [make(number) for number in range(50)] == [make(number) for number in range(50)]
