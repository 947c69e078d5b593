"""What a number is when it is no quantity, and what only looks so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.normalise.quantities import quantities
from onrecord.spans import Span


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 2019.",
        "It opened on 3 May 2024, a Friday.",
        "On December 1 the mayor spoke.",
        "The 2014 elections were held in March 2015.",
        "between 2014 and 2017 the port closed",
        "the 2014-15 season",
        "the 1990s and the '80s",
        "It began at 17:22 and ended at 9 p.m. or 0401 GMT.",
        "the 22nd amendment and the 3rd street",
        "They won 2-1, then drew 0–0.",
        "It passed Resolution 2334 on Highway 6.",
        "Buy the Zephyr 11 and an F-16 near Gate 4.",
        "See chapter 5, page 12, No. 10 and Article 51.",
        "Version 3.2.1 runs at 192.168.1.2.",
        "Call +1-222-2222-3333 or 020-7946-0958.",
        "It is at 358 El Camino Way.",
        "See figures 2 and 3, phases 3, 5, and 7, articles 12 to 14.",
        "It works [89], as others say [15,24].",
        "1. First point\n2. Second point",
        "As shown (3), and again [12], it works.",
        "see https://t.example/gwzQL6R and 2016 campaigns",
        "https://example.org/2004/17?x=305",
        "a two-state deal and a three-way call",
        "The Group of Twenty met; the Group of 7 did not.",
        "Buy the Mer d'Azur 11 and the O'Zephyr 5, or watch L’Étoile 2 and Şəms 7.",
        "Watch the channels 星光 2 and نجمة 3 tonight.",
        "They zero in on it; the Band of Eight agrees.",
        "They are open 24/7 since 9/11.",
        "2019-09-01T10:38:07.190Z",
        "12/25/2019",
        "a 3D film in 1080p for his iPad2 or Zephyr 5C",
        "one of them, at one point, on one hand, a single one, not one but both",
        "He scored twice and doubled down.",
        "<tweet id=760428498989289472>",
    ],
)
def test_no_quantity(text: str) -> None:
    assert [text[q.span.start : q.span.end] for q in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1200 trucks entered.", ["1200 truck"]),
        ("They counted 1200 trucks.", ["1200 truck"]),
        ("more than 2000 people came", [">2000 person"]),
        ("killed 2019 people", ["2019 person"]),
        ("On Monday 200 people came.", ["200 person"]),
        ("Some 300 residents left.", ["~300 resident"]),
        ("In May 12,000 people left.", ["12000 person"]),
        ("the two countries", ["2 country"]),
        ("a 12-page report", ["12 page"]),
        ("It fell to 13,176.", ["13176 - down"]),
        ("Zephyr 8.5% and Boreal 3%", ["8.5 %", "3 %"]),
        ("The vote was 52 to 48 per cent", ["52 %", "48 %"]),
        ("15 of the 19 seats", ["15 seat", "19 seat"]),
    ],
)
def test_quantities_that_look_like_something_else(
    text: str, wanted: list[str], written: Callable[..., list[str]]
) -> None:
    assert written(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("children under two", "<2 a"),
        ("people aged 35 to 55", "35..55 a"),
        ("Ana Velde, 44, has left.", "44 a"),
        ("girls younger than 12", "<12 a"),
        ("a 65-year-old fisherman", "65 a"),
    ],
)
def test_ages(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(text) == [wanted]


def test_what_the_times_have_taken_is_left_out() -> None:
    text = "In 48 hours 300 boats left within 2 days."
    times = (Span(3, 11), Span(34, 40))
    assert [text[q.span.start : q.span.end] for q in quantities(text, times)] == ["300"]


def test_taken_spans_may_overlap_and_come_in_any_order() -> None:
    text = "1 km, 2 km, 3 km, 4 km, 5 km"
    taken = (Span(18, 22), Span(0, 10), Span(6, 8), Span(0, 2), Span(1, 3))
    assert [text[q.span.start : q.span.end] for q in quantities(text, taken)] == ["3 km", "5 km"]


def test_one_counts_on_request(written: Callable[..., list[str]]) -> None:
    assert written("They have one harbour.") == []
    assert written("They have one harbour.", ones=True) == ["1 harbour"]
    assert written("one in five boats") == ["0.2 -"]
