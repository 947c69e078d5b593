"""Claims of whole texts, read with the packaged weights."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord import read
from onrecord.api import read_document
from onrecord.documents import from_text
from onrecord.record import Claim, Record
from onrecord.spans import quote

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".txt"))
CORPORA = ("data/gold/gold.jsonl", "data/attribution/polnear/dev.jsonl.gz")


def words(record: Record, claim: Claim) -> str:
    return " … ".join(quote(record.document.text, part) for part in claim.parts)


def said(text: str) -> list[str]:
    record = read(text)
    return [words(record, claim) for claim in record.claims]


def is_sound(record: Record) -> None:
    """Every figure has one claim, no word is in two, each part is words of the text, what is named is in the record."""
    held = [id for claim in record.claims for id in claim.quantities]
    assert sorted(held) == sorted(quantity.id for quantity in record.quantities)
    every = sorted(part for claim in record.claims for part in claim.parts)
    assert all(a.end <= b.start for a, b in pairwise(every))
    spans = {quantity.id: quantity.span for quantity in record.quantities}
    times, actors = {time.id for time in record.times}, {actor.id for actor in record.actors}
    assert [claim.id for claim in record.claims] == [f"c{number}" for number in range(1, len(record.claims) + 1)]
    for claim in record.claims:
        assert claim.parts == tuple(sorted(claim.parts))
        assert (claim.span.start, claim.span.end) == (claim.parts[0].start, claim.parts[-1].end)
        assert all(part.start < part.end for part in claim.parts)
        assert all(a.end <= b.start for a, b in zip(claim.parts, claim.parts[1:], strict=False))
        for id in claim.quantities:
            assert any(part.start <= spans[id].start and spans[id].end <= part.end for part in claim.parts)
        assert times >= {*claim.times, *claim.carried_times}
        assert actors >= {*claim.actors, *claim.carried_actors}
        assert not set(claim.actors) & set(claim.carried_actors)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_figure_of_an_example_has_one_claim(path):
    record = read(path.read_text(encoding="utf-8"))
    assert record.claims
    is_sound(record)


@pytest.mark.parametrize("name", CORPORA)
def test_every_figure_of_real_texts_has_one_claim(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip("the corpora are not beside this tree")
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in raw.decode().splitlines()[:40]:
        is_sound(read(json.loads(line)["text"]))


def test_clauses_of_one_sentence_are_claims_of_their_own():
    assert said("The port handled 40 ships in May and the airport handled 900 flights.") == [
        "The port handled 40 ships in May",
        "the airport handled 900 flights",
    ]


def test_the_claims_of_a_content_are_its_speakers():
    record = read("“The roads were open, and 40 lorries passed in May,” said Ana Brill, the mayor. The bridge fell.")
    assert [(words(record, claim), claim.attribution) for claim in record.claims] == [
        ("The roads were open", "q1"),
        ("40 lorries passed in May", "q1"),
        ("The bridge fell", None),
    ]


def test_claims_alone_are_those_of_the_whole_record():
    document = from_text((ROOT / "examples" / "port-fees.txt").read_text(encoding="utf-8"))
    whole, alone = read_document(document), read_document(document, only=["claims"])
    assert alone.claims == whole.claims != ()
    assert (alone.attributions, alone.quantities, alone.times, alone.actors) == ((), (), (), ())


@pytest.mark.parametrize("text", ["", " \n", "Le port a traité quarante navires en mai, selon la mairie de la ville."])
def test_what_is_not_read_has_no_claims(text):
    assert read(text).claims == ()


KINDS = {
    "The port handled 40 ships in May.": ("quantity", "asserted", True),
    "The port handled more ships than in any year since 2015.": ("comparison", "asserted", True),
    "The port closed because of the storm.": ("cause", "asserted", False),
    "The port will close in June.": ("prediction", "future", False),
    "The government must close the port.": ("call", "possible", False),
    "The new plan is a disgrace.": ("characterisation", "asserted", False),
    "The port never closed.": ("event", "negated", False),
    "The port may have closed.": ("event", "possible", False),
    "Why did they close the port?": ("other", "asserted", False),
}


@pytest.mark.parametrize("text", KINDS)
def test_kinds_factuality_and_whether_it_can_be_checked(text):
    (claim,) = read(text).claims
    assert (claim.kind, claim.factuality, claim.checkability.checkable) == KINDS[text]
    assert claim.checkability.reason.endswith(".")


def test_who_denies_a_thing_negates_it():
    (claim,) = (c for c in read("Ana Brill denied that the port had closed.").claims)
    assert (claim.attribution, claim.factuality) == ("q1", "negated")


def test_what_somebody_is_called_on_to_do_is_a_call():
    (claim,) = read("The union urged the port to publish 40 letters.").claims
    assert (claim.kind, claim.checkability.checkable) == ("call", False)


def test_a_denial_in_a_figure_is_not_counted_twice():
    (claim,) = read("The number of ships that entered does not exceed 1200.").claims
    assert claim.factuality == "asserted"


def test_a_figure_beside_another_has_its_things_and_not_its_time():
    record = read(
        "Prices in Lindhaven rose by 12 per cent in May, up from 9 per cent in April.", published="2024-07-01"
    )
    first, second = record.claims
    times = {time.id: time.edtf for time in record.times}
    assert [times[id] for id in second.times] == ["2024-04"]
    assert (second.carried_times, second.carried_actors) == ((), first.actors)


def test_a_time_before_the_subject_governs_both_clauses():
    record = read("In May 2024 the port took 40 ships and the airport took 900 flights.")
    first, second = record.claims
    assert first.times == second.carried_times != ()


def test_what_a_claim_states_is_in_the_words_of_the_text():
    record = read("The port of Lindhaven handled 40 ships in May 2024.")
    stated = record.claims[0].checkability
    assert [phrase and phrase.text for phrase in (stated.entity, stated.period, stated.value)] == [
        "Lindhaven",
        "May 2024",
        "40",
    ]


def test_a_heading_is_no_statement_and_its_figure_has_a_claim():
    record = read("Fees rise by 12 per cent\n\nThe port closed.\n")
    assert [(claim.kind, len(claim.quantities)) for claim in record.claims] == [("other", 1), ("event", 0)]
    assert not record.claims[0].checkability.checkable


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "4,340 pupils were enrolled in Upper Tamsel in 2021, and Lower Tamsel had about 6,000 pupils in 2013.",
            2,
        ),
        ("Output totalled 130,000 megawatt hours in 2012, and demand in Norvend was above 80,000 MWh in 2018.", 2),
        ("Haverlund had 220 mm of rain in March 2021, while of the three stations, Upper Tyssen had most in May.", 2),
    ],
)
def test_clauses_part_where_the_tree_lacks_their_subject(text, claims):
    assert len(read(text, published="2024-01-06").claims) == claims


@pytest.mark.parametrize(
    "text",
    [
        "A total of 110,426 visitors was recorded in Marrow in 2022.",
        "Marrow registered 110,426 visitors in 2022.",
        "Throughout 2022, 110,426 visitors were counted in Marrow.",
    ],
)
def test_a_counted_figure_is_claimed_with_its_verb(text):
    [claim] = read(text, published="2023-06-15").claims
    assert text[claim.span.start : claim.span.end] == text[:-1]
    assert claim.attribution is None
