"""Numbers that name rather than count, each beside what looks like it and counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.normalise.quantities import quantities


@pytest.mark.parametrize(
    "text",
    [
        "She bought a wPhone 11.",
        "Resolutions 242 and 338 were passed.",
        "The A1 and Route 66 were shut.",
        "Article 51(2) and Section 230 were read.",
        "See section 3.2, version 2.0 and Figure 3b.",
        "It runs wOS 17.2.",
        "Pages 12-14 were torn.",
        "Call (555) 010-0142.",
        "Call +44 20 7946 0958.",
        "Call 020 7946 0958 now.",
        "Tel: 555 0142 99",
        "Call 1-800-555-0142.",
        "The postcode is 90210.",
        "The ID is 4711.",
        "It is at 12 Harbour Street.",
        "It lies at 31°30′N.",
        "It lies at 31.5° N of here.",
        "Three Mile Bay was shut.",
        "Ana Brill (1704 – 1787) painted.",
        "Lindhaven lost 6-4, 7-5.",
        "The court ruled 6-3.",
        "A 50-50 chance was seen.",
        "An A/RES/77/247 was passed.",
        "(3) Cars",
        "Read chapters 6 through 12 on 4K screens.",
        "The 101st Division came third.",
        "An AK-47 and a T-72 were found.",
        "It runs v2.3 and 2.0.1.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert [text[q.span.start : q.span.end] for q in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She bought two wPhone 11 phones.", ["2 phone"]),
        ("They found two AK-47 rifles.", ["2 rifle"]),
        ("Ten F-16s flew.", ["10 -"]),
        ("It cost $3b.", ["3e+09 USD"]),
        ("Version 2.0 has 12 parts.", ["12 part"]),
        ("It showed Ana Brill ahead by 4.3 points.", ["4.3 point"]),
        ("She called 40 boats and 3,000 people.", ["40 boat", "3000 person"]),
        ("It grew by +3 000 000 euros.", ["3e+06 EUR up"]),
        ("They walked Three Miles From Port.", ["3 [mi_i]"]),
        ("It turned 90 degrees.", ["90 deg"]),
        ("2000 trucks left.", ["2000 truck"]),
        ("There were 2020 boats.", ["2020 boat"]),
        ("They sent 2010 boats.", ["2010 boat"]),
        ("The motion passed by 52 votes to 48.", ["52 vote", "48 vote"]),
        ("The code is 40% longer.", ["40 %"]),
        ("It cost RMB 40 million.", ["4e+07 CNY"]),
        ("It cost NIS 40.", ["40 ILS"]),
        ("It cost Ksh 40,000.", ["40000 KES"]),
    ],
)
def test_quantities_beside_them(text: str, wanted: list[str], written: Callable[..., list[str]]) -> None:
    assert written(text) == wanted


@pytest.mark.parametrize(
    "text", ["MMXXIV", "The stone says MMXXIV.", "Chapter XIV was read.", "Oswin III left in XL shirts."]
)
def test_a_roman_numeral_numbers_things_and_counts_none(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It ranks between the tenth and the fifteenth.", ["10..15 place"]),
        ("It ranks higher than the tenth but lower than the fifteenth.", ["(10..15) place"]),
        ("It came in between the 5th and the 10th place.", ["5..10 place"]),
        ("It came in 5th to 10th place.", ["5..10 place"]),
        ("It scored between the 90th and 95th percentile.", ["90..95 percentile"]),
        ("It is ranked between twenty-first and twenty-fifth.", ["21..25 place"]),
        ("It came in the 5th place.", []),
        ("It was between the 5th and the 10th of May.", []),
        ("It was built between the 19th and 20th centuries.", []),
        ("It lies between 5th and 6th Avenue.", []),
        ("It fell from 5th to 10th place.", []),
    ],
)
def test_a_range_of_ranks(text: str, wanted: list[str], written: Callable[..., list[str]]) -> None:
    assert written(text) == wanted
