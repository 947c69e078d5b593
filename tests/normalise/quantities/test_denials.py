"""Bounds under a denial that does not stand right before them: across a verb, in the subject, in the verb itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The town did not send more than 90 boats.", "≤90 boat"),
        ("The ship cannot carry more than 30 people.", "≤30 person"),
        ("They have never seen more than 90 boats.", "≤90 boat"),
        ("It does not employ fewer than 50 clerks.", "≥50 clerk"),
        ("They didn't get over 40% of the vote.", "≤40 %"),
        ("The plan won't cost more than $3bn.", "≤3e+09 USD"),
        ("It isn't worth more than 40 euros.", "≤40 EUR"),
        ("No boat carries more than 30 people.", "≤30 person"),
        ("Neither town has more than 90 boats.", "≤90 boat"),
        ("None of the towns sent more than 40 boats.", "≤40 boat"),
        ("Nobody paid more than 40 euros.", "≤40 EUR"),
        ("No one paid less than 40 euros.", "≥40 EUR"),
        ("They do not expect more than 40 guests.", "≤40 guest"),
        ("We will not accept less than 40%.", "≥40 %"),
        ("Up to and including 40 boats may berth.", "≤40 boat"),
        ("It failed to reach 90 tonnes.", "<90 t"),
        ("It has failed to exceed 90 tonnes.", "≤90 t"),
        ("They were unable to reach 40%.", "<40 %"),
        ("Not even 90 boats left.", "<90 boat"),
        ("Nowhere near 90 boats left.", "<90 boat"),
        ("The number falls short of 90 boats.", "<90 boat"),
        ("The fine is limited to 500 euros.", "≤500 EUR"),
    ],
)
def test_denied(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They have not been paid for more than 40 hours.", ">40 h"),
        ("There were no deaths in more than 30 towns.", ">30 town"),
        ("He did not say more than 40 people died.", ">40 person"),
        ("Not only more than 40 boats but the quay was lost.", ">40 boat"),
        ("No small child under 5 may board.", "<5 a"),
        ("No agreement was reached and more than 40 boats left.", ">40 boat"),
        ("No town with more than 40 boats took part.", ">40 boat"),
        ("No ship carrying more than 40 people may enter.", ">40 person"),
        ("No boat that carries more than 40 people may enter.", ">40 person"),
        ("It is not true that over 40 boats sank.", ">40 boat"),
        ("They would not rule out more than 40 layoffs.", ">40 layoff"),
        ("They left because more than 40 boats were lost.", ">40 boat"),
        ("He was not there when more than 40 boats sank.", ">40 boat"),
    ],
)
def test_a_denial_that_does_not_reach_the_bound(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(text) == [wanted]
