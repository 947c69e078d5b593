from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.normalise.said import said
from onrecord.normalise.times import times
from onrecord.reader.findings import Finding
from onrecord.spans import Span, quote

from .marked import marked

PUBLISHED = "2024-05-03"  # a Friday


@pytest.mark.parametrize(
    ("statement", "words", "edtf"),
    [
        ("<s1>She</s1> <c1>said</c1> on Tuesday <t1>that the quay was safe</t1>.", "Tuesday", "2024-04-30"),
        ("<s1>She</s1> <c1>said</c1> on Friday <t1>that the quay was safe</t1>.", "Friday", "2024-05-03"),
        ("<s1>She</s1> <c1>told</c1> reporters Monday <t1>the quay was safe</t1>.", "Monday", "2024-04-29"),
        ("<s1>She</s1> <c1>said</c1> December 1 <t1>that it was safe</t1>.", "December 1", "2023-12-01"),
        ("On 3 May, <s1>the mayor</s1> <c1>said</c1> <t1>it was safe</t1>.", "3 May", "2024-05-03"),
        (
            "It is open. On 2 April 2022, <s1>she</s1> <c1>said</c1> <t1>so</t1>.",
            "2 April 2022",
            "2022-04-02",
        ),
        ("“<t1>It is safe</t1>,” <c1>said</c1> <s1>the mayor</s1> yesterday.", "yesterday", "2024-05-02"),
        (
            "“<t1>It is safe</t1>,” <s1>she</s1> <c1>said</c1> in Oldport on Thursday.",
            "Thursday",
            "2024-05-02",
        ),
        ("<s1>The firm</s1> today <c1>announced</c1> <t1>a new line</t1>.", "today", "2024-05-03"),
        ("<s1>The bank</s1> on Thursday <c1>raised</c1> <t1>its forecast</t1>.", "Thursday", "2024-05-02"),
        ("<s1>She</s1> <c1>said</c1> last month <t1>it was safe</t1>.", "last month", "2024-04"),
        (
            "<s1>She</s1> <c1>said</c1> earlier this week <t1>it was safe</t1>.",
            "earlier this week",
            "2024-04-29/2024-05-05",
        ),
        ("<s1>She</s1> <c1>said</c1> in February <t1>it was safe</t1>.", "February", "2024-02"),
        ("On Jan. 3, 2023, <s1>she</s1> <c1>said</c1> <t1>so</t1>.", "Jan. 3, 2023", "2023-01-03"),
        ("Two days ago, <s1>she</s1> <c1>said</c1> <t1>so</t1>.", "Two days ago", "2024-05-01"),
        ("Speaking in Oldport on Monday, <s1>she</s1> <c1>said</c1> <t1>so</t1>.", "Monday", "2024-04-29"),
        ("<s1>She</s1> <c1>told</c1> the council on Jan. 9 <t1>it was safe</t1>.", "Jan. 9", "2024-01-09"),
        ("<s1>The bank</s1>, on Thursday, <c1>said</c1> <t1>so</t1>.", "Thursday", "2024-05-02"),
        ("<s1>She</s1> <c1>said</c1> in a 2019 interview <t1>that it was</t1>.", "2019", "2019"),
        ("<s1>She</s1> <c1>said</c1> on 30 February 2022 <t1>that it was</t1>.", "30 February 2022", None),
        ("<s1>Anna</s1><c1>:</c1> “<t1>We sail.</t1>” [Post, 4/30/2024]", "4/30/2024", "2024-04-30"),
    ],
)
def test_the_date_of_the_saying(statement: str, words: str, edtf: str | None) -> None:
    text, findings = marked(statement)
    found = said(text, findings.attributions[0], times(text, PUBLISHED))
    assert found is not None
    assert (quote(text, found.span), found.edtf) == (words, edtf)


@pytest.mark.parametrize(
    "statement",
    [
        "<s1>She</s1> <c1>said</c1> <t1>the quay opened on Tuesday</t1>.",
        "<s1>She</s1> <c1>said</c1> <t1>it was safe</t1>. On Tuesday it rained.",
        "<s1>She</s1> <c1>spoke</c1> after the fire on Tuesday <t1>of hope</t1>.",
        "“<t1>It is safe</t1>,” <s1>she</s1> <c1>said</c1>, a day after the vote on Monday.",
        "<s1>The mayor elected in 2019</s1> <c1>said</c1> <t1>it was safe</t1>.",
        "<s1>She</s1> <c1>said</c1> <t1>it may be safe</t1>.",
        "<s1>She</s1> <c1>said</c1> at Tuesday’s hearing <t1>it was safe</t1>.",
        "<s1>The mayor</s1>, since she left office in February, <c1>said</c1> <t1>it was safe</t1>.",
        "7 p.m.\n\n<s1>The mayor</s1> <c1>said</c1> <t1>it was safe</t1>.",
        "<s1>She</s1> <c1>asked</c1> every week <t1>if it was safe</t1>.",
        "<s1>She</s1> <c1>presented</c1> the 2019 accounts <t1>as sound</t1>.",
        "After the vote on Monday, <s1>she</s1> <c1>said</c1> <t1>it was safe</t1>.",
    ],
)
def test_dates_of_other_things_are_left(statement: str) -> None:
    text, findings = marked(statement)
    assert said(text, findings.attributions[0], times(text, PUBLISHED)) is None


@settings(deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list("on May3 Monday,.“” 12/-[]lastyear\n")), max_size=80),
    st.lists(st.integers(0, 90), min_size=6, max_size=6),
)
def test_the_span_lies_in_the_text_and_outside_the_content(text: str, cuts: list[int]) -> None:
    a, b, c, d, e, f = sorted(min(cut, len(text)) for cut in cuts)
    finding = Finding((Span(a, b),), (Span(c, d),), (Span(e, f),), "direct", 0.5)
    found = said(text, finding, times(text, PUBLISHED))
    if found:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert not (found.span.start < f and e < found.span.end)


def test_many_times_and_sayings_take_time_in_proportion() -> None:
    sentence = "On Monday, she said it was safe on 3 May 2021. "

    def seconds(copies: int) -> float:
        text = sentence * copies
        found = times(text, PUBLISHED)
        starts = range(0, len(text), len(sentence))
        findings = [
            Finding((Span(k + 11, k + 14),), (Span(k + 15, k + 19),), (Span(k + 20, k + 45),), "indirect", 1.0)
            for k in starts
        ]
        began = time.process_time()
        assert {quote(text, when.span) for finding in findings if (when := said(text, finding, found))} == {"Monday"}
        return time.process_time() - began

    small, large = seconds(1_000), seconds(8_000)
    assert large < 20 * small + 0.2
