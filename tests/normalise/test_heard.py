from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.normalise.heard import heard
from onrecord.reader.findings import Finding, Findings
from onrecord.spans import Span

from .marked import marked


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("<s1>Harbour Officials\n\nMara Venn</s1><c1>:</c1> <t1>so</t1>", "Mara Venn"),
        ("<t1>So</t1> <c1>―</c1> <s1>Mara Venn.\n\nQuay/Photos</s1>", "Mara Venn."),
        ("OLDPORT, 3 May – Orb Tessel’s wind unit (QSE: <s1>ORB) today</s1> <c1>said</c1> <t1>so</t1>",
         "Orb Tessel’s wind unit"),
        ("He left. Northgas (the <s1>firm)</s1> <c1>said</c1> <t1>so</t1>", "Northgas"),
        ("<s1>QSE) Northgas</s1> <c1>said</c1> <t1>so</t1>", " Northgas"),
        ("<s1>Northgas (QSE)</s1> <c1>said</c1> <t1>so</t1>", "Northgas (QSE)"),
        ("<s1>Northgas on Tuesday</s1> <c1>said</c1> <t1>so</t1>", "Northgas"),
        ("@<s1>quaywatch</s1> <c1>said</c1> <t1>so</t1>", "@quaywatch"),
        ('<s1>"VENN</s1><c1>:</c1> <t1>so</t1>', "VENN"),
        ("<s1>Mara Venn</s1> <c1>said</c1> <t1>so</t1>", "Mara Venn"),
    ],
)  # fmt: skip
def test_a_source_is_narrowed_to_who_speaks(statement: str, source: str) -> None:
    text, findings = marked(statement)
    (finding,) = heard(text, findings).attributions
    assert text[finding.source[0].start : finding.source[0].end] == source


def test_an_attribution_without_a_source_stays() -> None:
    text, findings = marked("It <c1>was noted</c1> <t1>that it rained</t1>.")
    assert heard(text, findings) == findings


@given(st.text(alphabet='Ab ()@"\n today', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_source_stays_in_the_text(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    finding = Finding((Span(start, end),), (), (), "indirect", 1.0)
    ((span,),) = (f.source for f in heard(text, Findings((finding,))).attributions)
    assert 0 <= span.start <= span.end <= len(text)
