from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import harbour
from onrecord.publish.checked import (
    OWN_VOICE,
    checked,
    counts_of_checks,
    findings,
    kind_words,
    status_words,
    sums,
    tally,
)
from onrecord.publish.figures import interval_words, rounded_words
from onrecord.publish.held import figures, numbers
from onrecord.publish.lines import lines
from onrecord.publish.words import SIGNS, UNCLEAR, reason_words, result_word, result_words
from onrecord.record import ClaimKind, Factuality, Interval, QueryForm, Reason, Record, Result
from onrecord.spans import Span


@pytest.fixture(scope="module")
def port() -> Record:
    return harbour.record()


def test_claims_are_numbered_in_text_order_whatever_the_order_of_the_record(port: Record) -> None:
    found = findings(replace(port, claims=port.claims[::-1]), lines(port))
    assert [finding.claim.id for finding in found] == ["c1", "c2", "c3", "c4", "c5", "c6", "c7"]
    assert [finding.number for finding in found] == list(range(1, 8))
    assert [finding.number for finding in checked(found)] == [1, 2, 4]


def test_a_claim_is_in_the_words_of_the_text_and_says_whose_it_is(port: Record) -> None:
    found = findings(port, lines(port))
    assert found[1].words == "in May 310 … trucks"
    assert [(finding.who, finding.line) for finding in found[:3]] == [
        ("Ada Quill", 1),
        ("Ada Quill", 2),
        ("Harbour Office", 3),
    ]
    assert (found[6].who, found[6].line) == (OWN_VOICE, None)
    (lost,) = findings(replace(port, claims=(replace(port.claims[0], attribution="q99"),)), lines(port))
    assert (lost.who, lost.line) == (UNCLEAR, None)


def test_a_claim_without_parts_is_its_span(port: Record) -> None:
    (finding,) = findings(replace(port, claims=(replace(port.claims[0], parts=()),)), lines(port))
    assert finding.words == "No more than 310 trucks entered Port Elsin in May"


def test_each_reading_is_there_and_says_what_it_supposes(port: Record) -> None:
    one, two = findings(port, lines(port))[0].checks
    assert (one.word, two.word) == ("≠ inconsistent", "= consistent")
    assert one.looked_up == "sum of trucks that entered, Port Elsin, May 2024"
    assert (one.claimed, one.observed) == ("at most 310", "312")
    assert two.producers == ("Carriers’ Union of Elsin",)
    assert two.assumed == ("“Trucks” counts empty ones too.",)
    assert one.counted
    (left,) = findings(port, lines(port))[4].checks
    assert (left.looked_up, left.sentence) == (
        "no reading could be made",
        "Not checked: the text does not say when, and no period can be supposed.",
    )


def test_a_reading_that_the_result_does_not_come_from_is_marked(port: Record) -> None:
    results = (replace(port.results[0], checks=("k1",)),)
    one, two = findings(replace(port, results=results), lines(port))[0].checks
    assert (one.counted, two.counted) == (True, False)


def test_readings_that_were_not_compared_are_kept_apart(port: Record) -> None:
    checks = (replace(port.checks[4], claim="c1"), *port.checks[:2])
    finding = findings(replace(port, checks=checks), lines(port))[0]
    assert [looked.check.id for looked in finding.compared] == ["k1", "k2"]
    assert [looked.check.id for looked in finding.left] == ["k5"]


def test_whose_it_is_is_not_said_twice(port: Record) -> None:
    check = replace(port.checks[0], reading=harbour.reading(property="trucks that entered Port Elsin"))
    looked = findings(replace(port, checks=(check,)), lines(port))[0].checks[0]
    assert looked.looked_up == "sum of trucks that entered Port Elsin, May 2024"


def test_every_form_of_a_query_and_every_period_has_words(port: Record) -> None:
    for form in get_args(QueryForm):
        check = replace(port.checks[0], reading=harbour.reading(form=form, property="{} trucks", against="May\n2023"))
        looked = findings(replace(port, checks=(check,)), lines(port))[0].checks[0].looked_up
        assert "{} trucks" in looked
        assert looked.endswith("Port Elsin, May 2024, against May 2023")


def test_the_tally_has_the_most_frequent_reason_first_and_names_calls(port: Record) -> None:
    assert tally(findings(port, lines(port))) == (
        "4 claims not checked: 1 no table, 1 no period, 1 not asserted, 1 call to action"
    )
    claims = tuple(replace(port.claims[5], id=f"x{i}", kind=("call", "characterisation")[i % 3 == 0]) for i in range(6))
    results = tuple(replace(port.results[5], claim=claim.id) for claim in claims)
    found = findings(replace(port, claims=claims, results=results), lines(port))
    assert tally(found) == "6 claims not checked: 4 calls to action, 2 characterisations"
    assert tally(findings(replace(port, results=()), lines(port))) == ""
    unsaid = replace(port, results=(replace(port.results[2], reason=None),))
    assert tally(findings(unsaid, lines(port))) == "1 claim not checked: 1 no reason given"


def test_how_many_were_checked(port: Record) -> None:
    assert counts_of_checks(findings(port, lines(port))) == "3 claims checked: 1 consistent, 1 inconsistent, 1 depends"
    assert counts_of_checks(findings(replace(port, results=port.results[2:4]), ())) == "1 claim checked: 1 consistent"
    assert counts_of_checks(findings(replace(port, results=port.results[2:3]), ())) == ""


def test_sums_name_their_figures_the_tested_one_first(port: Record) -> None:
    one, two = sums(port, figures(port, lines(port)))
    assert [figure.written for figure in one.figures] == ["580", "250", "310"]
    assert (one.word, one.sentence) == ("≠ inconsistent", "The text’s own figures do not agree.")
    assert [figure.letter for figure in two.figures] == ["n", "n", "t"]
    (lost,) = sums(
        replace(port, arithmetic=(replace(port.arithmetic[0], quantities=("n99", "n2", "n2")),)), figures(port, ())
    )
    assert [figure.written for figure in lost.figures] == ["250"]


def test_figures_have_the_numbers_that_they_are_shown_with(port: Record) -> None:
    known = numbers(port)
    assert {figure.number for figure in figures(port, ())} == set(known.values())
    assert figures(port, ())[known["n", "n4"] - 1].written == "580"
    assert figures(port, ())[known["t", "t1"] - 1].letter == "t"


@pytest.mark.parametrize("result", get_args(Result))
@pytest.mark.parametrize("reason", [None, *get_args(Reason)])
def test_every_result_and_reason_is_one_sentence_and_never_says_true_or_false(result: Result, reason: Reason) -> None:
    sentence = result_words(result, reason)
    assert sentence.endswith(".")
    assert sentence.count(".") == 1
    for words in (sentence, result_word(result), reason_words(reason)):
        assert not {"true", "false", "lie", "wrong", "right"} & set(words.lower().replace(".", "").split())


def test_a_reason_of_another_result_is_passed_over() -> None:
    assert result_words("depends", "producer") == "It depends on who counted."
    assert result_words("depends", "no_table") == result_words("depends")
    assert result_words("consistent", "rounding") == result_words("consistent")
    assert result_words("not_checked", "no_table") == "Not checked: no table at hand is of this property."


def test_no_two_results_have_one_sign() -> None:
    assert len(set(SIGNS.values())) == len(get_args(Result))


@pytest.mark.parametrize("kind", get_args(ClaimKind))
@pytest.mark.parametrize("factuality", get_args(Factuality))
def test_kinds_in_words(port: Record, kind: ClaimKind, factuality: Factuality) -> None:
    words = kind_words(replace(port.claims[0], kind=kind, factuality=factuality))
    assert words.startswith(kind)
    assert words.endswith(factuality) == (factuality != "asserted")


def test_a_claim_that_was_never_looked_up_says_whether_it_could_be(port: Record) -> None:
    found = findings(replace(port, results=()), lines(port))
    assert {status_words(finding) for finding in found} == {"not looked up"}
    dull = replace(port.claims[0], checkability=replace(port.claims[0].checkability, checkable=False))
    (finding,) = findings(replace(port, claims=(dull,), results=()), lines(port))
    assert status_words(finding) == "not checkable"
    assert status_words(findings(port, lines(port))[5]) == "– not checked: call to action"


@pytest.mark.parametrize(
    ("interval", "unit", "words"),
    [
        (None, "1", "none"),
        (Interval(None, None), "1", "any value"),
        (Interval(312, 312), "1", "312"),
        (Interval(None, 310), "1", "at most 310"),
        (Interval(None, 310, upper_open=True), "%", "less than 310 %"),
        (Interval(5, None), "mm", "at least 5 mm"),
        (Interval(5, None, lower_open=True), "USD", "more than USD 5"),
        (Interval(-5, -3), "Cel", "from −5 °C to −3 °C"),
        (Interval(5, 10, lower_open=True), "pp", "more than 5 percentage points and at most 10 percentage points"),
        (Interval(1.5e12, 1.5e12), None, "1,500,000,000,000"),
        (Interval(0, 1e300), "1", "from 0 to 1e+300"),
        (Interval(3, 3), "x" * 90, "3 " + "x" * 39 + "…"),
    ],
)
def test_an_interval_in_words(interval: Interval | None, unit: str | None, words: str) -> None:
    assert interval_words(interval, unit) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (20000, "20,000"),
        (-0.5, "−0.5"),
        (999999, "999,999"),
        (1.5e6, "1.5 million"),
        (-2e9, "−2 billion"),
        (3e12, "3 trillion"),
        (1e15, "1e+15"),
        (-1.7e308, "−1.7e+308"),
    ],
)
def test_values_on_an_axis_are_short(value: float, words: str) -> None:
    assert rounded_words(value) == words


@given(
    st.builds(Interval, st.none() | st.floats(), st.none() | st.floats(), st.booleans(), st.booleans()),
    st.none() | st.text(max_size=60),
)
def test_any_interval_has_words(interval: Interval, unit: str | None) -> None:
    assert interval_words(interval, unit)


def test_a_record_without_claims_has_no_findings(port: Record) -> None:
    bare = Record(port.document)
    assert findings(bare, ()) == ()
    assert tally(()) == ""
    assert sums(bare, ()) == ()
    # checks and results of no claim of the record are left out, not guessed at
    assert findings(replace(port, claims=()), lines(port)) == ()


def test_a_span_at_the_end_of_the_text_is_a_claim_too(port: Record) -> None:
    end = len(port.document.text)
    (finding,) = findings(replace(port, claims=(harbour.claim("c1", Span(end, end)),)), lines(port))
    assert finding.words == ""
