"""Words that look like a denial, a wish or a question and take nothing back."""

from __future__ import annotations

import pytest

from onrecord.evidence.denying import is_certain, is_rhetorical, unwished
from onrecord.evidence.phrasing import MODAL


@pytest.mark.parametrize("before", ["nobody disputes that ", "there is no denying that ", "it is beyond dispute that "])
def test_a_denied_doubt_is_certain(before: str) -> None:
    assert is_certain(before)


@pytest.mark.parametrize("before", ["nobody believes that ", "there is no proof that ", "the mayor disputes that "])
def test_a_doubt_is_not(before: str) -> None:
    assert not is_certain(before)


@pytest.mark.parametrize(
    ("before", "rest"), [("did you know that ", "?"), ("", ", minister, and what did you do?"), ("remember when ", "?")]
)
def test_a_question_that_asks_something_else(before: str, rest: str) -> None:
    assert is_rhetorical(before, rest)


@pytest.mark.parametrize(("before", "rest"), [("", "?"), ("is it true that ", "?"), ("", " in may 2021?")])
def test_a_question_that_asks_it(before: str, rest: str) -> None:
    assert not is_rhetorical(before, rest)


@pytest.mark.parametrize("words", ["300 boats, more than anyone could have guessed", "as expected, 300 boats came"])
def test_a_wish_that_is_only_compared_with(words: str) -> None:
    assert not MODAL.search(unwished(words))


@pytest.mark.parametrize("words", ["300 boats were expected", "it hopes for 300 boats", "it could have had 300"])
def test_a_wish_stays(words: str) -> None:
    assert MODAL.search(unwished(words))


def test_a_wish_in_the_name_of_a_series_is_none() -> None:
    assert not MODAL.search(unwished("300 planned visits", ["planned"]))
    assert MODAL.search(unwished("300 visits planned for may", ["planned"]))
