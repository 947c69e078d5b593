from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.normalise.cast import cast
from onrecord.reader import find
from onrecord.reader.findings import Finding, Findings, Mention
from onrecord.record import ActorKind
from onrecord.spans import Span, quote

from .marked import actor, marked, roles, speakers

SHARED = Path(__file__).parents[3] / "shared"

NAMES: dict[str, ActorKind] = {
    "Mara Venn": "person",
    "Venn": "person",
    "Odo Holt": "person",
    "Holt": "person",
    "Harbour Board": "organisation",
    "Northgas": "organisation",
    "Northgas Holdings": "organisation",
    "Northern Ports Authority": "organisation",
    "Oldport": "place",
    "Orlo": "place",
    "Orlan": "group",
    "Orlans": "group",
    "Ministry of Health": "organisation",
}

RELEASE = """<s1>The Harbour Board</s1> <c1>calls for</c1> <t1>a safer quay</t1>.

<s2>Mara Venn, a member of the Safety Committee of the Harbour Board</s2>, <c2>said</c2> on Tuesday <t2>that
Pilot Odo Holt had warned of the current</t2>.

“<t3>The quay has been unsafe since Holt left Oldport</t3>,” <s3>Venn</s3> <c3>said</c3>.

“<t4>Nobody listened</t4>,” <s45>she</s45> <c4>said</c4>, <c5>adding that</c5> “<t5>we have repeatedly
<c6>asked</c6> <t6>for lights</t6></t5>”.

<s78>She</s78> <c7>called on</c7> <t7>the port to act</t7> and <c8>thanked</c8> <t8>the pilots</t8>.
"""


def test_a_press_release() -> None:
    found = speakers(RELEASE, NAMES)
    assert found == ["Harbour Board", *["Mara Venn"] * 4, None, *["Mara Venn"] * 2]
    assert roles(RELEASE, NAMES, "Mara Venn") == [("member of the Safety Committee", "Harbour Board")]


def test_mentions_are_verbatim_and_hold_the_pronouns() -> None:
    text, _ = marked(RELEASE)
    surfaces = [quote(text, span) for span in actor(RELEASE, NAMES, "Mara Venn").mentions]
    assert surfaces == ["Mara Venn", "Venn", "she", "She"]


@pytest.mark.parametrize(
    ("statement", "speaker"),
    [
        ("<s1>Mara Venn, a member of the Harbour Board</s1>, <c1>said</c1> <t1>so</t1>.", "Mara Venn"),
        ("<s1>Harbour Board spokesperson Mara Venn</s1> <c1>said</c1> <t1>so</t1>.", "Mara Venn"),
        ("<s1>The President of Orlo Mara Venn</s1> <c1>said</c1> <t1>so</t1>.", "Mara Venn"),
        ("<s1>The chair of the Harbour Board, Mara Venn,</s1> <c1>said</c1> <t1>so</t1>.", "Mara Venn"),
        ("<s1>Mara Venn of the Harbour Board</s1> <c1>said</c1> <t1>so</t1>.", "Mara Venn"),
        ("<s1>A statement from Northgas</s1> <c1>said</c1> <t1>so</t1>.", "Northgas"),
        ("<s1>Figures released by the Harbour Board</s1> <c1>show</c1> <t1>so</t1>.", "Harbour Board"),
        ("<s1>Northgas’s statement</s1> <c1>said</c1> <t1>so</t1>.", "Northgas"),
        ("<s1>Northgas’s survey</s1> <c1>showed</c1> <t1>so</t1>.", "Northgas’s survey"),
        ("<s1>the Ministry of Health of Orlo</s1> <c1>said</c1> <t1>so</t1>.", "Ministry of Health of Orlo"),
        ("<s1>The Orlans</s1> <c1>said</c1> <t1>so</t1>.", "Orlans"),
        ("<s1>Northgas officials</s1> <c1>said</c1> <t1>so</t1>.", "Northgas officials"),
        ("<s1>a lawyer for Mara Venn</s1> <c1>said</c1> <t1>so</t1>.", "a lawyer for Mara Venn"),
        ("<s1>Analysts</s1> <c1>said</c1> <t1>so</t1>.", "Analysts"),
        ("<s1>the latest projections</s1> <c1>show</c1> <t1>so</t1>.", "the latest projections"),
        ("<s1>Residents who fled the quay</s1> <c1>said</c1> <t1>so</t1>.", "Residents"),
        ("<s1>Mara Venn and Odo Holt</s1> <c1>said</c1> <t1>so</t1>.", "Mara Venn; Odo Holt"),
        ("<s1>Mara Venn, Odo Holt and Orlo</s1> <c1>said</c1> <t1>so</t1>.", "Mara Venn; Odo Holt; Orlo"),
        ("<s1>Orlo</s1> <c1>said</c1> <t1>so</t1>.", "Orlo"),
        ("<s1>I</s1> <c1>said</c1> <t1>so</t1>.", None),
        ("<s1>We</s1> <c1>said</c1> <t1>so</t1>.", None),
        ("<s1>Others</s1> <c1>said</c1> <t1>so</t1>.", None),
        ("<s1>You</s1> <c1>said</c1> <t1>so</t1>.", None),
        ("It <c1>was noted</c1> <t1>that it rained</t1>.", None),
        ("Odo Holt met Northgas, <s1>which</s1> <c1>denied</c1> <t1>it</t1>.", "Northgas"),
        ("Northgas met Odo Holt, <s1>who</s1> <c1>denied</c1> <t1>it</t1>.", "Odo Holt"),
        ("It angered Orlan pilots, <s1>who</s1> <c1>denied</c1> <t1>it</t1>.", "Orlan pilots"),
    ],
)  # fmt: skip
def test_the_speaker_of_a_source(statement: str, speaker: str | None) -> None:
    assert speakers(statement, NAMES) == [speaker]


@pytest.mark.parametrize(
    ("before", "source", "speaker"),
    [
        ("Orlan President Mara Venn met pilot Odo Holt.", "the Orlan leader", "Mara Venn"),
        ("Orlan President Mara Venn met pilot Odo Holt.", "The president", "Mara Venn"),
        ("Health minister Mara Venn met Justice Minister Odo Holt.", "the health minister", "Mara Venn"),
        ("Health minister Mara Venn met Justice Minister Odo Holt.", "the minister", None),
        ("Deputy Mayor Mara Venn met Odo Holt.", "the deputy mayor", "Mara Venn"),
        ("Northgas spokeswoman Mara Venn met Odo Holt.", "the spokesperson", "Mara Venn"),
        ("Mara Venn met Odo Holt.", "the governor", None),
        ("The quay was shut.", "the governor", "the governor"),
        ("The Northern Ports Authority met Northgas.", "the authority", "Northern Ports Authority"),
        ("<s2>Northgas</s2> <c2>denied</c2> <t2>it</t2>.", "the company", "Northgas"),
        ("<s2>Northgas</s2> <c2>denied</c2> <t2>it</t2>.", "it", "Northgas"),
        ("<s2>Northgas</s2> <c2>denied</c2> <t2>it</t2>.", "she", None),
        ("<s2>A statement from Northgas</s2> <c2>denied</c2> <t2>it</t2>.", "the statement", "Northgas"),
        ("<s2>The pilots</s2> <c2>denied</c2> <t2>it</t2>.", "they", "The pilots"),
        ("<s2>A pilot from Oldport</s2> <c2>denied</c2> <t2>it</t2>.", "the pilot", "A pilot from Oldport"),
        ("<s2>Mara Venn</s2> <c2>denied</c2> <t2>it</t2>.", "they", None),
        ("Mara Venn, the mother of two, met Odo Holt, a widower and father.", "she", "Mara Venn"),
        ("Mara Venn, the mother of two, met Odo Holt, a widower and father.", "he", "Odo Holt"),
        ("Ms. Mara Venn met Mr. Odo Holt.", "he", "Odo Holt"),
        ("The Governor’s aides met in Oldport.", "she", "The Governor"),
    ],
)  # fmt: skip
def test_descriptions_and_pronouns(before: str, source: str, speaker: str | None) -> None:
    found = speakers(f"{before} Then <s1>{source}</s1> <c1>said</c1> <t1>so</t1>.", NAMES)
    assert found[0] == speaker


def test_a_pronoun_between_equals_is_unclear() -> None:
    text = "They saw Mara Venn and Odo Holt. “<t1>No</t1>,” <s1>she</s1> <c1>said</c1>."
    assert speakers(text, NAMES) == [None]


def test_a_person_inside_a_quotation_is_not_the_one_who_speaks() -> None:
    text = (
        "<s1>Mara Venn</s1> <c1>spoke</c1>: “<t1>Odo Holt left. Holt never came back</t1>.”\n\n"
        "“<t2>Holt is gone</t2>,” <s2>she</s2> <c2>said</c2>."
    )
    assert speakers(text, NAMES) == ["Mara Venn", "Mara Venn"]


def test_a_gender_once_met_is_kept() -> None:
    text = "Odo Holt slipped on his own quay. Mara Venn left. <s1>He</s1> <c1>said</c1> <t1>nothing</t1>."
    assert speakers(text, NAMES) == ["Odo Holt"]


def test_first_persons_inside_a_quotation() -> None:
    text = (
        "“<t1>Today <s2>I</s2> <c2>told</c2> <t2>them so</t2> and <s3>we</s3> <c3>asked</c3> <t3>for "
        "lights</t3></t1>,” <c1>said</c1> <s1>Mara Venn, chair of the Harbour Board</s1>."
    )
    assert speakers(text, NAMES, {2: 1, 3: 1}) == ["Mara Venn", "Mara Venn", "Harbour Board"]


def test_he_inside_a_direct_quotation_is_not_its_speaker() -> None:
    text = (
        "Odo Holt has quit his post. “<t1><s2>He</s2> <c2>promised</c2> <t2>lights</t2></t1>,” "
        "<s1>Ms. Mara Venn</s1> <c1>said</c1>."
    )
    assert speakers(text, NAMES, {2: 1}) == ["Mara Venn", "Odo Holt"]


def test_he_inside_reported_speech_is_its_speaker() -> None:
    text = "<s1>Odo Holt</s1> <c1>said</c1> <t1><s2>he</s2> <c2>believed</c2> <t2>Venn</t2></t1>."
    assert speakers(text, NAMES, {2: 1}) == ["Odo Holt", "Odo Holt"]


def test_a_speaker_the_tagger_missed_is_still_one() -> None:
    text = (
        "<s1>Tilda Marr, head of the pier</s1>, <c1>said</c1> <t1>so</t1>. “<t2>No</t2>,” <s2>Marr</s2> <c2>said</c2>."
    )
    assert speakers(text) == ["Tilda Marr", "Tilda Marr"]


def test_several_speakers_are_one_group_and_each_an_actor() -> None:
    text = "<s1>Mara Venn and Odo Holt</s1> <c1>said</c1> <t1>so</t1>."
    actors, _ = cast(*marked(text, NAMES))
    assert [(item.name, item.kind) for item in actors] == [
        ("Mara Venn", "person"),
        ("Mara Venn; Odo Holt", "group"),
        ("Odo Holt", "person"),
    ]


def test_names_swapped_give_the_same_cast() -> None:
    swapped = RELEASE.replace("Venn", "Zygo").replace("Harbour Board", "Utopia Forum")
    renamed: dict[str, ActorKind] = {
        name.replace("Venn", "Zygo").replace("Harbour Board", "Utopia Forum"): kind for name, kind in NAMES.items()
    }
    _, before = cast(*marked(RELEASE, NAMES))
    _, after = cast(*marked(swapped, renamed))
    assert before == after


def test_nothing_gives_nothing() -> None:
    assert cast("", Findings()) == ((), ())


def test_a_ring_of_parents_ends() -> None:
    spans = (Span(0, 2),)
    ring = tuple(Finding(spans, (), (), "direct", 1.0, parent) for parent in (1, 0, 2, 9))
    _, ids = cast("he said", Findings(ring))
    assert ids == (None, None, None, None)


_WORDS = st.sampled_from(
    [
        *(
            "Mara",
            "Venn",
            "Holt",
            "Dr.",
            "Mr.",
            "the",
            "The",
            "President",
            "of",
            "Orlo",
            "Harbour",
            "Board",
            "(HB)",
        ),
        *(",", ".", ":", "“", "”", "’s", "and", "who", "she", "he", "it", "they", "we", "said", "minister"),
        *("company", "Northgas", "statement", "from", "by", "at", "45", "@x", "\n"),
    ]
)
_CUTS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join)), _CUTS, _CUTS, st.randoms())
def test_any_spans_give_a_sound_cast(
    text: str, sources: list[tuple[int, int]], marks: list[tuple[int, int]], random: Random
) -> None:
    def spans(raw: list[tuple[int, int]]) -> list[Span]:
        return [Span(min(a, len(text)), min(a + n, len(text))) for a, n in raw]

    kinds: list[ActorKind] = ["person", "organisation", "place", "group"]
    findings = Findings(
        tuple(
            Finding((s,), (s,), (s,), "direct", 1.0, random.choice([None, *range(len(sources))]))
            for s in spans(sources)
        ),
        tuple(Mention(s, random.choice(kinds)) for s in spans(marks)),
    )
    actors, ids = cast(text, findings)
    known = {item.id for item in actors}
    assert len(known) == len(actors)
    assert len(ids) == len(sources)
    assert {number for number in ids if number} <= known
    assert all(role.organisation is None or role.organisation in known for a in actors for role in a.roles)
    assert all(item.name and "\n" not in item.name for item in actors)
    assert all(0 <= a <= b <= len(text) for item in actors for a, b in item.mentions)
    assert cast(text, findings) == (actors, ids)


@pytest.mark.skipif(not (SHARED / "data/gold/gold.jsonl").exists(), reason="needs ../shared/data/gold")
def test_speakers_of_the_gold_statements() -> None:
    right = wrong = total = 0
    for line in (SHARED / "data/gold/gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        items = [item for item in gold["attributions"] if item["speaker"] and not item["self"]]
        actors, ids = cast(gold["text"], _gold_findings(gold))
        names = {item.id: item.name for item in actors}
        by_gold = dict(zip([item["id"] for item in gold["attributions"]], ids, strict=True))
        for item in items:
            found = names.get(by_gold[item["id"]] or "")
            same = found is not None and _same(found, item["speaker"])
            right, wrong, total = right + same, wrong + (found is not None and not same), total + 1
    assert right / total >= 0.85
    assert wrong / total <= 0.08


def _same(a: str, b: str) -> bool:
    return _plain(a) in _plain(b) or _plain(b) in _plain(a)


def _plain(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return f" {' '.join(word for word in words if word not in ('the', 'a', 'an'))} "


def _gold_findings(gold: dict[str, Any]) -> Findings:
    places = {item["id"]: place for place, item in enumerate(gold["attributions"])}
    attributions = tuple(
        Finding(
            *(tuple(Span(x["start"], x["end"]) for x in item[part]) for part in ("source", "cue", "content")),
            item["form"],
            1.0,
            places.get(item["nested_in"]),
        )
        for item in gold["attributions"]
    )
    surfaces = {(mention["text"], item["kind"]) for item in gold["actors"] for mention in item["mentions"]}
    mentions = tuple(
        Mention(Span(*match.span()), kind)
        for surface, kind in sorted(surfaces)
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", gold["text"])
    )
    return Findings(attributions, mentions, stands=find(gold["text"]).stands)


SPEECH = """Speech of Mara Venn, chair of the Harbour Board, to the pilots

<s1>I</s1> <c1>told</c1> them <t1>so</t1>. <s2>We</s2> <c2>said</c2> <t2>it</t2>.
<s3>Odo Holt</s3> <c3>said</c3> “<t3><s4>I</s4> <c4>know</c4> <t4>nothing</t4></t3>”.
"""


def test_i_in_a_speech_is_whose_speech_it_says_to_be() -> None:
    text, findings = marked(SPEECH, NAMES, {4: 3})
    actors, ids = cast(text, findings)
    by_id = {actor.id: actor.name for actor in actors}
    assert [by_id[id] if id else None for id in ids] == ["Mara Venn", None, "Odo Holt", "Odo Holt"]


def test_the_one_who_spoke_in_the_paragraph_goes_on() -> None:
    statement = """Mr <s1>Odo Holt</s1> <c1>said</c1> <t1>so</t1>. <s2>He</s2> <c2>said</c2> <t2>it</t2>.

Northgas’s chief, <s3>Mara Venn</s3>, <c3>denied</c3> <t3>it</t3>. “<t4>No</t4>,” <s4>she</s4> <c4>said</c4>."""
    assert speakers(statement, NAMES) == ["Odo Holt", "Odo Holt", "Mara Venn", "Mara Venn"]


def test_a_title_says_whose_statement_it_is() -> None:
    text, findings = marked("<s1>I</s1> <c1>regret</c1> <t1>it</t1>.")
    (actor,), ids = cast(text, findings, title="Statement by Deputy Mayor Odo Holt on the quay")
    assert (actor.name, actor.kind, ids) == ("Odo Holt", "person", ("a1",))
    assert [role.title for role in actor.roles] == ["Deputy Mayor"]
    text, findings = marked("<s1>We</s1> <c1>regret</c1> <t1>it</t1>. <s2>I</s2> <c2>said</c2> <t2>so</t2>.")
    (actor,), ids = cast(text, findings, title="Statement by the Harbour Board")
    assert (actor.name, actor.kind, ids) == ("Harbour Board", "organisation", ("a1", None))


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("<s1>The Ministry of Tides</s1> <c1>said</c1> <t1>so</t1>. <s2>The agency</s2> <c2>said</c2> <t2>so</t2>.",
         ["Ministry of Tides", "The agency"]),
        ("Mara Venn met her mother Odda Venn. <s1>Venn</s1> <c1>said</c1> <t1>so</t1>.", [None]),
        ("Mara Venn met Odda Venn. <s1>Ms Venn</s1> <c1>said</c1> <t1>so</t1>.", ["Ms Venn"]),
        ("Odo Holt met a young woman. <s1>She</s1> <c1>said</c1> <t1>so</t1>.", [None]),
        ("Screenings were held. <s1>Screenings conducted in Oldport</s1> <c1>show</c1> <t1>so</t1>.",
         ["Screenings conducted in Oldport"]),
        ("<s1>the</s1> <c1>said</c1> <t1>so</t1>.", [None]),
        ("<s1>US</s1> <c1>said</c1> <t1>so</t1>.", ["US"]),
        ("<s1>Holt’s running mate, Oldport Gov. Mara Venn,</s1> <c1>said</c1> <t1>so</t1>.", ["Mara Venn"]),
        ("<s1>Northgas’s wind unit (Orlo: NGS) today</s1> <c1>said</c1> <t1>so</t1>.", ["Northgas’s wind unit"]),
        ("<s1>Judge Mara Venn</s1> <c1>said</c1> <t1>so</t1>.", ["Mara Venn"]),
    ],
)  # fmt: skip
def test_names_that_only_seem_clear(statement: str, found: list[str | None]) -> None:
    assert speakers(statement, {**NAMES, "Odda Venn": "person"}) == found


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Mara Venn, head of Northgas, left.", "head of Northgas"),
        ("Northgas director Mara Venn left.", "Northgas director"),
        ("Mara Venn, chief  inspector of Northgas, left.", "chief  inspector of Northgas"),
    ],
)
def test_a_role_says_where_it_is_stated(text: str, stated: str) -> None:
    plain, findings = marked(text, NAMES)
    actors, _ = cast(plain, findings)
    spans = [role.span for item in actors for role in item.roles if item.name == "Mara Venn"]
    assert [span and plain[span.start : span.end] for span in spans] == [stated]
