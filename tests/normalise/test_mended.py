from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.mended import mended
from onrecord.reader.findings import Finding, Findings, Mention
from onrecord.record import ActorKind
from onrecord.spans import Span

from .marked import marked

KINDS: dict[str, ActorKind] = {"P": "person", "O": "organisation", "L": "place", "G": "group"}


def names(statement: str, *parts: str) -> list[tuple[str, ActorKind]]:
    """What becomes of mentions given as "O:Harbour", each found after the one before it, in ``statement``."""
    text, findings = marked(statement)
    mentions, at = [], 0
    for part in parts:
        start = text.index(part[2:], at)
        at = start + len(part) - 2
        mentions.append(Mention(Span(start, at), KINDS[part[0]]))
    found = mended(text, Findings(findings.attributions, tuple(mentions)))
    return [(text[m.span.start : m.span.end], m.kind) for m in found]


@pytest.mark.parametrize(
    ("text", "parts", "whole", "kind"),
    [
        ("the Port Authority of Orlo Bay", ("O:Port Authority of", "P:Orlo", "O:Bay"), "", "organisation"),
        ("the Port Authority of Orlo Bay", ("O:Port Authority", "L:Orlo Bay"), "", "organisation"),
        ("the Ministry of the Interior", ("O:Ministry", "O:Interior"), "", "organisation"),
        ("the Institute for Tide Studies", ("O:Institute", "O:Tide Studies"), "", "organisation"),
        ("the Bureau of Tides", ("O:Bureau of",), "", "organisation"),
        ("Vennqvist Laboratories", ("P:Vennqvist", "O:Laboratories"), "", "organisation"),
        ("Mara Venn Foundation", ("P:Mara Venn", "O:Foundation"), "", "organisation"),
        ("the Orlan Authority", ("G:Orlan", "O:Authority"), "", "organisation"),
        ("the Venn-Holt Administration", ("P:Venn", "G:-", "O:Holt Administration"), "", "organisation"),
        ("the Gulf of Orlo", ("L:Gulf of", "L:Orlo"), "", "place"),
        ("the Orlo Islands", ("P:Orlo", "L:Islands"), "", "place"),
        ("Vann Holt II", ("P:Vann Holt",), "", "person"),
        ("@quaywatch", ("O:quaywatch",), "", "organisation"),
        ("Ms Venn", ("O:Ms Venn",), "", "person"),
        ("Mrs. Venn", ("O:Venn",), "Venn", "person"),
        ("the Masa Bade", ("P:Masa Bade",), "", "organisation"),
    ],
)
def test_one_name(text: str, parts: tuple[str, ...], whole: str, kind: ActorKind) -> None:
    assert names(f"We saw {text}.", *parts) == [(whole or text.removeprefix("the "), kind)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the president of Orlo Mara Venn", ("L:Orlo", "P:Mara Venn")),
        ("Mara Venn of Orlo", ("P:Mara Venn", "L:Orlo")),
        ("the Harbour Board and Northgas", ("O:Harbour Board", "O:Northgas")),
        ("the Safety Committee of the Harbour Board", ("O:Safety Committee", "O:Harbour Board")),
        ("Harbour Board Director Mara Venn", ("O:Harbour Board", "P:Mara Venn")),
        ("Orlan President Mara Venn", ("G:Orlan", "P:Mara Venn")),
        ("to ORB Venn", ("O:ORB", "P:Venn")),
        ("the Presidents of Orlo", ("O:Presidents", "L:Orlo")),
    ],
)
def test_two_names_stay_two(text: str, parts: tuple[str, ...]) -> None:
    assert names(f"We saw {text}.", *parts) == [(part[2:], KINDS[part[0]]) for part in parts]


def test_names_side_by_side_are_one_where_they_recur() -> None:
    text = "ORB Tessel said so. We like ORB Tessel."
    assert [name for name, _ in names(text, "O:ORB", "L:Tessel", "O:ORB", "L:Tessel")] == ["ORB Tessel"] * 2


def test_a_name_known_whole_is_completed_elsewhere() -> None:
    text = "The Port Authority of Orlo Bay rose. We saw the Port Authority of Orlo Bay."
    found = names(text, "O:Port Authority of Orlo Bay", "O:Port")
    assert found == [("Port Authority of Orlo Bay", "organisation")] * 2


@pytest.mark.parametrize(
    ("text", "parts", "left"),
    [
        ("Northgas Executive Director Mara Venn", ("O:Northgas Executive",), ["Northgas"]),
        ("the Minister of Tides of Orlo", ("O:Tides", "L:Orlo"), ["Orlo"]),
        ("River Affairs Minister Odo Holt", ("O:River Affairs", "P:Odo Holt"), ["Odo Holt"]),
        ("Chief Technology Officer Odo Holt", ("O:Technology", "P:Odo Holt"), ["Odo Holt"]),
        ("the Prime Minister of Orlo", ("O:Orlo",), ["Orlo"]),
        ("NTA Secretary Odo Holt", ("O:NTA", "P:Odo Holt"), ["NTA", "Odo Holt"]),
        ("a Tessel-based firm", ("L:Tessel", "O:-based"), ["Tessel"]),
        ("(ORB: the) US", ("O:the", "L:US"), ["US"]),
        ("the end . Holt", ("P:. Holt",), ["Holt"]),
        ("State of", ("O:State of",), ["State"]),
    ],
)
def test_edges_and_portfolios(text: str, parts: tuple[str, ...], left: list[str]) -> None:
    assert [name for name, _ in names(f"We saw {text}.", *parts)] == left


@pytest.mark.parametrize(
    ("source", "parts", "name", "kind"),
    [
        ("The High Court of Orlo", ("O:High Court", "L:Orlo"), "High Court of Orlo", "organisation"),
        ("The Ministry of the Interior in Tessel", ("O:Interior", "L:Tessel"), "Ministry of the Interior", None),
        ("Vennqvist Laboratories", ("L:Vennqvist",), "Vennqvist Laboratories", "organisation"),
        ("the Orlo’s River Bureau", ("O:Bureau",), "Orlo’s River Bureau", "organisation"),
        ("Holm Tarras", ("P:Holm", "L:Tarras"), "Holm Tarras", "place"),
        ("Mr Venn", (), "Mr Venn", "person"),
    ],
)
def test_a_source_shows_the_whole_name(source: str, parts: tuple[str, ...], name: str, kind: ActorKind | None) -> None:
    found = names(f"<s1>{source}</s1> <c1>said</c1> <t1>so</t1>.", *parts)
    assert found[0] == (name, kind or "organisation")


@pytest.mark.parametrize("source", ["Court President Mara Venn", "Mara Venn", "Harbour Board officials", "Parliament"])
def test_a_source_that_is_no_institution_shows_none(source: str) -> None:
    assert names(f"<s1>{source}</s1> <c1>said</c1> <t1>so</t1>.") == []


@given(
    st.text(alphabet="AbC ofthe-@.’s\n Mr", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(get_args(ActorKind))), max_size=6),
)
def test_names_lie_in_the_text_and_apart(text: str, marks: list[tuple[int, int, ActorKind]]) -> None:
    mentions = tuple(Mention(Span(*sorted((min(a, len(text)), min(b, len(text))))), kind) for a, b, kind in marks)
    sources = tuple(Finding((mention.span,), (), (), "indirect", 1.0) for mention in mentions)
    spans = [m.span for m in mended(text, Findings(sources, mentions))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Northgas Executive Director Odo Holt", "O:Northgas Executive Director", "Northgas"),
        ("NPA Secretary-General Odo Holt", "O:NPA Secretary-General", "NPA"),
        ("the Office of the Mayor", "O:Office of the Mayor", "Office of the Mayor"),
        ("the Attorney General spoke", "O:Attorney General", "Attorney General"),
        ("the Orlan Authority", "O:Orlan Authority", "Orlan Authority"),
    ],
)
def test_an_office_after_a_body_is_no_part_of_its_name(text: str, part: str, whole: str) -> None:
    assert names(text, part) == [(whole, "organisation")]


def test_a_name_goes_on_over_an_apostrophe() -> None:
    assert names("Mara Na’ama spoke", "P:Mara Na") == [("Mara Na’ama", "person")]
    assert names("Mara’s coat", "P:Mara") == [("Mara", "person")]


def test_no_name_begins_with_a_small_word() -> None:
    assert names("the women of Orlo left", "L:of Orlo") == [("Orlo", "place")]
    assert names("it came from the Orlan coast", "O:from the Orlan") == [("Orlan", "organisation")]


def test_a_committee_of_an_organisation_is_a_body_apart() -> None:
    text = "The Steering Committee of the Harbour Front met. Harbour Front said so."
    found = names(text, "O:Steering Committee of the Harbour Front", "O:Harbour Front")
    assert found == [
        ("Steering Committee", "organisation"),
        ("Harbour Front", "organisation"),
        ("Harbour Front", "organisation"),
    ]
    assert names("the Board of the Port Authority", "O:Board of the Port Authority")[1][0] == "Port Authority"
    assert names("the Medical Council of Ordra", "O:Medical Council of Ordra") == [
        ("Medical Council of Ordra", "organisation")
    ]
