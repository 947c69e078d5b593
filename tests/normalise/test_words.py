from __future__ import annotations

import pytest

from onrecord.normalise.words import is_abbreviation, is_plural, is_role, role_key


@pytest.mark.parametrize("word", ["Minister", "spokeswoman", "vice-president", "hydrologist", "Sen.", "CEO"])
def test_offices(word: str) -> None:
    assert is_role(word)


@pytest.mark.parametrize("word", ["harbour", "table", "", "ministry"])
def test_other_words(word: str) -> None:
    assert not is_role(word)


@pytest.mark.parametrize(
    ("one", "other"), [("chairman", "chair"), ("spokeswoman", "spokesperson"), ("Sen.", "senator")]
)
def test_forms_of_one_office(one: str, other: str) -> None:
    assert role_key(one) == role_key(other)


def test_different_offices_have_different_keys() -> None:
    assert role_key("minister") != role_key("mayor")


def test_plurals() -> None:
    assert is_plural("residents")
    assert is_plural("people")
    assert not any(map(is_plural, ["press-gang", "status", "analysis", "glass", "gas"]))


def test_abbreviations() -> None:
    assert is_abbreviation("Gov.")
    assert not is_abbreviation("Gov")
    assert not is_abbreviation("quay.")
