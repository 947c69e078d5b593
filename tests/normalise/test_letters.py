from __future__ import annotations

import re

import pytest

from onrecord.normalise.letters import CAPITAL

FIRST = re.compile(f"[{CAPITAL}]")


@pytest.mark.parametrize("letter", "AZÇÓŠŁÞΆЖԱḤỌא" + "ع陳あ한")
def test_a_letter_that_begins_a_name(letter):
    assert FIRST.fullmatch(letter)


@pytest.mark.parametrize("letter", "azçóšłþάжաḥọ1_-.’“ \n×")
def test_what_begins_none(letter):
    assert not FIRST.fullmatch(letter)


def test_every_capital_of_these_alphabets_is_one():
    letters = [chr(code) for code in range(0x590) if chr(code).isalpha()]
    assert [c for c in letters if bool(FIRST.fullmatch(c)) != c.isupper()] == []
