from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.normalise.acts import cue_entry, kind_and_act
from onrecord.normalise.cues import PHRASES, entries
from onrecord.reader.findings import Finding
from onrecord.record import Act, AttributionKind
from onrecord.spans import Span

from .marked import marked

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize(
    ("statement", "kind", "act"),
    [
        ("<s1>The mayor</s1> <c1>said</c1> <t1>that the ferry was late</t1>.", "statement", "state"),
        ("<s1>The mayor</s1> <c1>has repeatedly denied</c1> <t1>taking the money</t1>.", "statement", "deny"),
        ("<s1>The mayor</s1> <c1>did not deny</c1> <t1>taking the money</t1>.", "statement", "state"),
        ("<s1>The union</s1> <c1>accused</c1> <t1>the port of cutting wages</t1>.", "statement", "accuse"),
        ("<s1>She</s1> <c1>called</c1> <t1>it a lie</t1>.", "statement", "accuse"),
        ("<s1>She</s1> <c1>called on</c1> <t1>the port to open its books</t1>.", "statement", "urge"),
        ("<s1>She</s1> <c1>called for</c1> <t1>an inquiry</t1>.", "statement", "urge"),
        ("<s1>She</s1> <c1>asked</c1> <t1>the port to open its books</t1>.", "statement", "urge"),
        ("<s1>She</s1> <c1>asked</c1> <t1>whether the books were open</t1>.", "statement", "ask"),
        ("“<t1>Where are the books</t1>?” <s1>she</s1> <c1>said</c1>.", "statement", "ask"),
        ("<s1>She</s1> <c1>told</c1> <t1>reporters to leave the hall</t1>.", "statement", "urge"),
        ("<s1>She</s1> <c1>told</c1> <t1>that rain amounted to 10 mm</t1>.", "statement", "state"),
        ("<s1>The council</s1> <c1>vowed to</c1> <t1>rebuild the quay</t1>.", "statement", "promise"),
        ("<s1>The council</s1> <c1>would not promise</c1> <t1>a new quay</t1>.", "statement", "other"),
        ("<s1>The mayor</s1> <c1>refused to</c1> <t1>answer</t1>.", "statement", "other"),
        ("<s1>The mayor</s1> <c1>praised</c1> <t1>the divers</t1>.", "statement", "other"),
        ("<s1>The firm</s1> <c1>announced</c1> <t1>a new line</t1>.", "statement", "announce"),
        ("<s1>The firm</s1> <c1>warned that</c1> <t1>prices would rise</t1>.", "statement", "predict"),
        ("<s1>The firm</s1> <c1>warned against</c1> <t1>swimming there</t1>.", "statement", "urge"),
        ("“<t1>We will rebuild the quay</t1>,” <s1>she</s1> <c1>said</c1>.", "statement", "promise"),
        ("<s1>She</s1> <c1>said</c1> <t1>fares will rise in May</t1>.", "statement", "predict"),
        ("“<t1>You must leave at once</t1>,” <s1>she</s1> <c1>said</c1>.", "statement", "urge"),
        ("“<t1>I thank the divers</t1>,” <s1>she</s1> <c1>said</c1>.", "statement", "other"),
        ("<s1>She</s1> <c1>said</c1> <t1>the firm violated the charter</t1>.", "statement", "accuse"),
        ("<s1>She</s1> <c1>would like to note</c1> <t1>the calm sea</t1>.", "statement", "state"),
        ("<s1>She</s1> <c1>made clear</c1> <t1>the quay was safe</t1>.", "statement", "state"),
        ("<s1>She</s1> <c1>went on to explain</c1> <t1>the plan</t1>.", "statement", "state"),
        ("Ferry late<c1>:</c1> <s1>mayor</s1>", "statement", "state"),
        ("<t1>The quay is safe</t1>, <c1>according to</c1> <s1>the mayor</s1>.", "statement", "state"),
        (
            "<t1>The quay is safe</t1>, <c1>according to</c1> <s1>a survey of divers</s1>.",
            "evidence",
            "state",
        ),
        ("<s1>The data</s1> <c1>showed</c1> <t1>a rise</t1>.", "evidence", "state"),
        ("<s1>A report by the council</s1> <c1>said</c1> <t1>fares rose</t1>.", "evidence", "state"),
        ("<s1>A reporter</s1> <c1>said</c1> <t1>fares rose</t1>.", "statement", "state"),
        ("<s1>She</s1> <c1>believes</c1> <t1>fares rose</t1>.", "belief", "state"),
        ("<s1>She</s1> <c1>fears</c1> <t1>fares rise</t1>.", "belief", "predict"),
        ("<s1>The quay</s1> <c1>is expected</c1> <t1>to open in May</t1>.", "belief", "predict"),
        ("<s1>She</s1> <c1>wants</c1> <t1>to rebuild the quay</t1>.", "intention", "promise"),
        ("<s1>She</s1> <c1>wants</c1> <t1>the firm to rebuild the quay</t1>.", "intention", "urge"),
        ("<s1>The court</s1> <c1>ruled</c1> <t1>that the sale was void</t1>.", "decree", "announce"),
        ("<s1>The court</s1> <c1>ordered</c1> <t1>the firm to pay</t1>.", "decree", "announce"),
        ("<s1>She</s1> <c1>pointed out</c1> <t1>the calm sea</t1>.", "statement", "state"),
        ("<s1>She</s1> <c1>lashed out at</c1> <t1>the board</t1>.", "statement", "accuse"),
    ],
)
def test_kind_and_act(statement: str, kind: AttributionKind, act: Act) -> None:
    text, findings = marked(statement)
    assert kind_and_act(text, findings.attributions[0]) == (kind, act)


def test_an_unknown_cue_is_a_statement() -> None:
    assert cue_entry(["gallumphed"]) == ("", ("statement", "state"))


def test_phrases_win_over_their_first_word() -> None:
    assert cue_entry(["called", "for"]) == ("call", PHRASES["call for"])
    assert cue_entry(["called", "it"]) == ("call", entries()["call"])


@settings(deadline=None)
@given(st.text(max_size=60), st.lists(st.integers(0, 70), min_size=6, max_size=6))
def test_any_spans_give_a_kind_and_an_act(text: str, cuts: list[int]) -> None:
    a, b, c, d, e, f = sorted(cuts)
    kind, act = kind_and_act(text, Finding((Span(a, b),), (Span(c, d),), (Span(e, f),), "mixed", 0.5))
    assert kind in ("statement", "belief", "intention", "decree", "evidence")
    assert act in ("state", "deny", "accuse", "urge", "promise", "predict", "announce", "ask", "other")


@pytest.mark.skipif(not (SHARED / "data/gold/gold.jsonl").exists(), reason="needs ../shared/data/gold")
def test_acts_of_the_gold_statements() -> None:
    right = total = 0
    for line in (SHARED / "data/gold/gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        for item in gold["attributions"]:
            source, cue, content = (
                tuple(Span(x["start"], x["end"]) for x in item[part]) for part in ("source", "cue", "content")
            )
            _, act = kind_and_act(gold["text"], Finding(source, cue, content, item["form"], 1.0))
            right, total = right + (act == item["act"]), total + 1
    assert right / total > 0.8


@pytest.mark.skipif(
    not (SHARED / "data/attribution/polnear/train.jsonl.gz").exists(),
    reason="needs ../shared/data/attribution",
)
def test_cues_of_polnear_train_are_listed() -> None:
    listed = total = 0
    with gzip.open(SHARED / "data/attribution/polnear/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            for item in article["attributions"]:
                cue = " ".join(article["text"][start:end] for start, end in item["cue"]).lower()
                words = [word.strip(".,:;“”\"'’—–-()") for word in cue.split()]
                words = [word for word in words if word]
                listed, total = listed + (not words or bool(cue_entry(words)[0])), total + 1
    assert listed / total >= 0.95
