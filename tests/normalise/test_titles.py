from __future__ import annotations

import pytest

from onrecord.normalise.titles import head_word
from onrecord.record import ActorKind

from .marked import roles

NAMES: dict[str, ActorKind] = {
    "Mara Venn": "person",
    "Odo Holt": "person",
    "Harbour Board": "organisation",
    "Northgas": "organisation",
    "Oldport": "place",
    "Orlo": "place",
    "Orlan": "group",
    "NORPA": "organisation",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Venn, a member of the Audit Committee of the Harbour Board, spoke.",
         [("member of the Audit Committee", "Harbour Board")]),
        ("Mara Venn, Northgas’s spokesperson, spoke.", [("spokesperson", "Northgas")]),
        ("Northgas spokesperson Mara Venn spoke.", [("spokesperson", "Northgas")]),
        ("Minister of Fisheries Mara Venn spoke.", [("Minister of Fisheries", None)]),
        ("Minister for Rural Affairs Mara Venn spoke.", [("Minister for Rural Affairs", None)]),
        ("Mara Venn, Executive Director of Northgas, spoke.", [("Executive Director", "Northgas")]),
        ("Mara Venn, chair of the Harbour Board, spoke.", [("chair", "Harbour Board")]),
        ("Mara Venn, Minister of Defence of Orlo: “We sail.”", [("Minister of Defence", "Orlo")]),
        ("Mara Venn, senior port economist at Oldport-based firm Northgas, wrote.",
         [("senior port economist", "Northgas")]),
        ("Mara Venn, Chief Pilot, Northgas and CEO, Harbour Board, spoke.",
         [("Chief Pilot", "Northgas"), ("CEO", "Harbour Board")]),
        ("Mara Venn, 45, a teacher from Oldport, spoke.", [("teacher", None)]),
        ("Orlan President Mara Venn spoke.", [("Orlan President", None)]),
        ("The chair of the Harbour Board, Mara Venn, spoke.", [("chair", "Harbour Board")]),
        ("Northgas’s chief executive, Mara Venn, spoke.", [("chief executive", "Northgas")]),
        ("She sent her press adviser, Dr. Mara Venn, to Oldport.", [("press adviser", None)]),
        ("In Oldport, he met Deputy Mayor Mara Venn.", [("Deputy Mayor", None)]),
        ("OLDPORT -- President Mara Venn spoke.", [("President", None)]),
        ("He sailed alongside Deputy Mayor Mara Venn.", [("Deputy Mayor", None)]),
        ("Mara Venn, now a consultant, spoke.", [("consultant", None)]),
        ("Mara Venn, another critic of Mr. Holt, spoke.", [("critic of Mr. Holt", None)]),
        ("He believes Orlan President Mara Venn.", [("Orlan President", None)]),
        ("They met under investigation former Mayor Mara Venn.", [("former Mayor", None)]),
        ("Of 27 leaders - Orlan Minister Mara Venn was first.", [("Orlan Minister", None)]),
        ("She is an adviser to the Venn campaign. Mara Venn spoke.", []),
        ("Oldport Sen. Mara Venn spoke.", [("Oldport Sen.", None)]),
        ("Mara Venn, director at Blue Anchor Trust, spoke.", [("director", "Blue Anchor Trust")]),
        ("Mara Venn of the Harbour Board spoke.", [(None, "Harbour Board")]),
        ("Odo Holt’s sister Mara Venn spoke.", [("sister", None)]),
        ("Mara Venn, a pilot by the time Northgas came, spoke.", [("pilot", None)]),
        ("They met Mara Venn, Gov. Odo Holt and others.", []),
        ("Mara Venn spoke.", []),
        ("Mara Venn, who is ill, spoke.", []),
        ("He met Mara Venn, the quay and the sea.", []),
        ("Yesterday, Mara Venn, Odo Holt and others spoke.", []),
    ],
)  # fmt: skip
def test_roles_as_stated(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert roles(text, NAMES, "Mara Venn") == expected


def test_a_role_ends_with_the_source() -> None:
    text = "<s1>Mara Venn, head of the Harbour Board</s1>, Odo Holt’s rival, <c1>said</c1> <t1>so</t1>."
    assert roles(text, NAMES, "Mara Venn") == [("head", "Harbour Board")]


def test_one_role_stated_twice_is_one() -> None:
    text = "NORPA director Mara Venn spoke. Mara Venn, director of NORPA, left."
    assert roles(text, NAMES, "Mara Venn") == [("director", "NORPA")]


def test_head_word() -> None:
    assert head_word("secretary of state") == "secretary"
    assert head_word("") == ""
