"""Comparison by reference, kept as words and, where it is one, as the other quantity."""

from __future__ import annotations

import pytest

from onrecord.normalise.quantities import quantities


@pytest.mark.parametrize(
    ("text", "relation", "words"),
    [
        ("40 boats, the same number that came in May, left.", "same", "the same number that came in May"),
        ("40 boats came, the same number as last year.", "same", "the same number as last year"),
        ("40 boats came, roughly the same as last year.", "same", "the same as last year"),
        ("40 boats came. It is the same number that fled in May.", "same", "the same number that fled in May"),
        ("Three times as many boats as in May came.", "times", "as many boats as in May"),
        ("Three times more boats than in May came.", "times", "more boats than in May"),
        ("Twice as many boats left as last year.", "times", "as many boats left as last year"),
        ("It is twice the number of last year.", "times", "the number of last year"),
        ("It is three times the size of Lindhaven.", "times", "the size of Lindhaven"),
        ("It is half as many as last year.", "times", "as many as last year"),
        ("Exports are twice as high as in May.", "times", "as high as in May"),
        ("Exports were five times what they were before.", "times", "what they were before"),
        ("Prices are 1.5 times those of last year.", "times", "those of last year"),
        ("It is ten times higher than in May.", "times", "higher than in May"),
        ("40 more boats than last year came.", "more", "more boats than last year"),
        ("40 fewer boats than in May came.", "less", "fewer boats than in May"),
        ("Exports are 4% higher than last year.", "more", "higher than last year"),
        ("Exports are 4% lower than in May.", "less", "lower than in May"),
        ("Prices are 40% above last year's level.", "more", "above last year's level"),
        ("Output was 40 tonnes, well above the forecast.", "more", "well above the forecast"),
        ("Output was 40 tonnes, still below the level of May.", "less", "still below the level of May"),
        ("The road is 5 km longer than the old one.", "more", "longer than the old one"),
    ],
)
def test_what_it_is_compared_with(text: str, relation: str, words: str) -> None:
    compared = quantities(text)[0].compared
    assert compared is not None
    assert (compared.relation, compared.text, compared.quantity) == (relation, words, None)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("40 boats came, compared with 600 last year.", "with"),
        ("40 boats came, compared to 600 in May.", "with"),
        ("40 boats came, against 600 in May.", "with"),
        ("40 boats came, versus 600 in May.", "with"),
        ("40 boats came, as opposed to 600 before.", "with"),
        ("40 boats came in, compared with the 600 of May.", "with"),
        ("40 boats came, up from 20 a year earlier.", "from"),
        ("40 boats came, down from 600 in May.", "from"),
        ("40 boats came, well short of the 600 needed.", "less"),
        ("40 boats (compared with 600 in May) came.", "with"),
    ],
)
def test_the_other_quantity_counts_the_same(text: str, relation: str) -> None:
    first, other = quantities(text)
    assert first.compared is not None
    assert (first.compared.relation, first.compared.quantity) == (relation, other.id)
    assert other.unit_name == first.unit_name == "boat"
    assert other.lower == other.upper


@pytest.mark.parametrize(
    "text",
    [
        "The tower stands 40 metres above the sea.",
        "They pay 40 euros over the summer.",
        "40 boats came from two towns.",
        "It doubled in less than a year.",
        "40 boats came, and the same crew left.",
        "40 boats came. Against all hope, 20 people lived.",
    ],
)
def test_no_comparison(text: str) -> None:
    assert [found.compared for found in quantities(text) if found.compared] == []


def test_the_thing_of_a_multiple_is_what_is_counted() -> None:
    found = quantities("Three times as many boats as in May came.")[0]
    assert found.of is not None
    assert found.of.text == "boats"
    assert quantities("It is three times the size of Lindhaven.")[0].of is None
