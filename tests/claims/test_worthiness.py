"""A number to sort claims by, the same whoever is spoken of."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from onrecord.claims.worthiness import WEIGHTS, Scorer, scored, scorer, worthiness
from onrecord.errors import WeightsDamaged, WeightsMissing
from onrecord.record import Checkability, Claim
from onrecord.spans import Span

FACT = "Unemployment in Tessaly rose from 4 percent to 9 percent last year, the highest ever."
TALK = "Thank you very much, it is good to be here."
TEXT = (
    f"{TALK} {FACT} Marisol Venn said the port lost 4,000 jobs in 2021. She said it was sad.\n\n"
    "Orrin Dale cut the budget by half."
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))


def test_figures_are_worth_more_than_thanks():
    fact, talk = worthiness([FACT, TALK])
    assert 0 <= talk < 0.2 < 0.5 < fact <= 1


def test_what_is_no_sentence_is_worth_nothing():
    assert worthiness(["", " … ", "—"]) == [0.0, 0.0, 0.0]


def test_a_score_does_not_hang_on_what_is_scored_beside_it():
    alone = [worthiness([sentence])[0] for sentence in (FACT, TALK, FACT)]
    assert worthiness([FACT, TALK, FACT]) == alone
    assert alone[0] == alone[2]


@pytest.mark.parametrize("other", ["Orrin Dale", "the Harbour Workers' Union", "Nkechi Abubakar-Stone", "Port Elsin"])
def test_names_do_not_move_the_score(other):
    sentence = "Last year {} cut 40 percent of the jobs in the port of {}."
    first = worthiness([sentence.format("Marisol Venn", "Tavira")])
    assert worthiness([sentence.format(other, "Quell")]) == first


def test_political_bents_are_names_of_sides():
    first = worthiness(["we beat a conservative plan that cost 40 jobs"])
    assert worthiness(["we beat a socialist plan that cost 40 jobs"]) == first
    assert worthiness(["we beat a quaint plan that cost 40 jobs"]) != first


def test_a_very_long_sentence_is_scored_by_its_beginning():
    (score,) = worthiness([FACT + " and boats" * 5000])
    assert 0 <= score <= 1


def claim(number: int, text: str, words: str) -> Claim:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Claim(f"c{number}", span, (span,), None, "event", "asserted", Checkability(True, "A fact."))


def test_a_record_is_scored_by_the_sentence_of_each_claim():
    record = onrecord.read(TEXT, published="2022-03-01")
    words = ("Unemployment in Tessaly rose", "the highest ever", "the port lost 4,000 jobs", "it was sad")
    claims = tuple(claim(i, TEXT, part) for i, part in enumerate(words))
    made = scored(replace(record, claims=claims))
    first, second, jobs, sad = (each.worthiness for each in made.claims)
    assert first == second == worthiness([FACT])[0]
    assert [jobs] == worthiness(["Bo Achterberg said the port lost 4,000 jobs in 2021."])
    assert [sad] == worthiness(["She said it was sad."])
    assert replace(made, claims=claims) == replace(record, claims=claims)
    assert onrecord.Record.from_json(made.to_json()) == made


def test_a_record_with_actors_exchanged_has_the_same_scores():
    other = TEXT.replace("Marisol Venn", "Ilse Quandt").replace("Orrin Dale", "Bo Achterberg").replace("Tessaly", "Ur")
    records = [scored(onrecord.read(text, published="2022-03-01")) for text in (TEXT, other)]
    found = [{each.worthiness for each in record.claims} for record in records]
    assert found[0] == found[1]
    assert len(found[0]) > 2


def test_the_weights_are_small_and_hold_no_objects():
    assert (WEIGHTS / "worthiness.npz").stat().st_size < 1_000_000
    assert {path.name for path in WEIGHTS.iterdir()} == {*scorer().manifest["files"], "manifest.json"}


@pytest.mark.parametrize("name", ["worthiness.npz", "manifest.json"])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(WeightsMissing, match=name.replace(".", r"\.")):
        Scorer(copy)


def test_a_changed_file_is_refused(copy):
    path = copy / "worthiness.npz"
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(WeightsDamaged, match=r"worthiness\.npz"):
        Scorer(copy)


def test_weights_for_another_encoder_are_refused(copy):
    changed = json.loads((copy / "manifest.json").read_text(encoding="utf-8")) | {"encoder": "0" * 64}
    (copy / "manifest.json").write_text(json.dumps(changed), encoding="utf-8")
    with pytest.raises(WeightsDamaged, match="another encoder"):
        Scorer(copy)
