from __future__ import annotations

import json

from jsonschema import Draft202012Validator


def test_the_schema_is_one_and_what_is_read_follows_it(onrecord, statement):
    schema = json.loads(onrecord("schema").out)
    Draft202012Validator.check_schema(schema)
    statement("a.txt")
    record = json.loads(onrecord("read", "a.txt", "--format", "json").out)
    Draft202012Validator(schema).validate(record)
    record["attributions"][0]["act"] = "mumble"
    assert not Draft202012Validator(schema).is_valid(record)
