"""The examples of the project, read with the packaged model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord import publish, quote
from onrecord.record import Record

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

pytestmark = pytest.mark.skipif(
    not (ROOT / "src/onrecord/reader/weights/manifest.json").exists(),
    reason="the packaged weights are not in this tree",
)


def read(*arguments: str) -> bytes:
    command = [sys.executable, "-m", "onrecord", "read", str(EXAMPLES), *arguments]
    done = subprocess.run(command, cwd=ROOT / "src", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    found = [Record.from_json(line) for line in read("--format", "jsonl").decode("utf-8").splitlines()]
    return {Path(record.document.source).name: record for record in found}


def test_every_example_is_read_without_loss(records):
    assert set(records) == {path.name for path in EXAMPLES.iterdir()}
    assert {record.document.degraded for record in records.values()} == {()}
    assert {record.document.language for record in records.values()} == {"en"}


def test_every_record_follows_the_schema(records):
    validator = Draft202012Validator(publish.schema())
    assert [name for name, record in records.items() if not validator.is_valid(json.loads(record.to_json()))] == []


@pytest.mark.parametrize(
    ("name", "edtf", "basis"),
    [
        ("port-fees.txt", "2024-05-14", "dateline"),
        ("drought-aid.md", "2023-09-08", "metadata"),
        ("court-ruling.html", "2024-02-21", "metadata"),
        ("vaccine-trial.txt", "2023-10-03", "dateline"),
        ("transport-strike.txt", None, "unknown"),
    ],
)
def test_dates_are_known_in_different_ways(records, name, edtf, basis):
    published = records[name].document.published
    assert (published.edtf, published.basis) == (edtf, basis)


@pytest.mark.parametrize(
    ("name", "speaker", "words"),
    [
        ("port-fees.txt", "Obrad Tallis", "Nobody asked the people who pay,"),
        ("port-fees.txt", "Pell Adeyra", "This is a matter for the board,"),
        ("court-ruling.html", "Amara Stellan", "A notice pinned to a gate is not a hearing,"),
        (
            "vaccine-trial.txt",
            "Ingrid Vasska",
            "These are early numbers, and we treat them as early numbers,",
        ),
        ("drought-aid.md", "Deren Okoli", "We saw soldiers selling our water at the bridge,"),
    ],
)
def test_plain_quotations_have_their_speaker(records, name, speaker, words):
    record = records[name]
    actors = {actor.id: actor.name for actor in record.actors}
    who = {
        actors.get(attribution.speaker or "", "unclear")
        for attribution in record.attributions
        if any(words in quote(record.document.text, span) for span in attribution.content)
    }
    assert who == {speaker}


def test_the_bytes_are_the_same_with_two_workers_and_on_another_run():
    assert read("--format", "jsonl") == read("--format", "jsonl", "--workers", "2") == read("--format", "jsonl")
