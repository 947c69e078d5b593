"""What rose and what fell, by how much, to what and from what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.normalise.quantities import quantities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Exports rose by 4%.", ["4 % up"]),
        ("Exports fell to $40 million.", ["4e+07 USD down"]),
        ("Exports were down by 4%.", ["4 % down"]),
        ("An increase of 4% was seen.", ["4 % up"]),
        ("A 4% increase was seen.", ["4 % up"]),
        ("A rise in exports of 4% was seen.", ["4 % up"]),
        ("A drop of 40 boats was seen.", ["40 boat down"]),
        ("Exports went up to 40 tonnes.", ["40 t up"]),
        ("Exports climbed as much as 4%.", ["≤4 % up"]),
        ("Exports are 4% higher than last year.", ["4 % up"]),
        ("Turnout was 5.1 points lower.", ["5.1 point down"]),
        ("Exports grew at 4% a year.", ["4 % /a up"]),
        ("Exports shrank by a third.", ["0.3333 - down"]),
        ("Exports grew by an average of 4% a year.", ["4 % /a up"]),
        ("Exports grew at an average annual rate of 4%.", ["4 % up"]),
        ("A 4% annual rise came.", ["4 % up"]),
        ("Exports have halved.", ["0.5 time down"]),
        ("Exports have doubled to 40 tonnes.", ["2 time up", "40 t up"]),
        ("Exports increased fivefold.", ["5 time up"]),
        ("Exports rose tenfold.", ["10 time up"]),
        ("Exports rose 10-fold.", ["10 time up"]),
        ("The number of boats more than doubled.", [">2 time up"]),
        ("The rate rose 0.1 point.", ["0.1 point up"]),
        ("Rents have risen 30 to 40 per cent.", ["30..40 % up"]),
        ("Costs rose by between 3% and 5%.", ["3..5 % up"]),
        ("Rates fell to 2.5% and 4.5%.", ["2.5 % down", "4.5 % down"]),
        ("Prices fell more than 4%.", [">4 % down"]),
        ("They raised taxes by 4%.", ["4 % up"]),
        ("They raised 40 euros.", ["40 EUR"]),
        ("Exports remained at 40 tonnes.", ["40 t"]),
        ("It fell short of 40 tonnes.", ["<40 t"]),
        ("They gave up 40 yards.", ["40 [yd_i]"]),
    ],
)
def test_trends(text: str, wanted: list[str], written: Callable[..., list[str]]) -> None:
    assert written(text) == wanted


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Exports fell from $60 million to $40 million.", "down"),
        ("Exports fell, from 60 to 40 tonnes.", "down"),
        ("Exports dropped from 60 to 40 tonnes.", "down"),
        ("Exports went from 40 to 60 tonnes.", "up"),
        ("The rate would go from 21 to 28 percent.", "up"),
        ("The fleet shrank from 82 ships to 47.", "down"),
    ],
)
def test_a_change_keeps_what_it_came_from(text: str, trend: str) -> None:
    first, last = quantities(text)
    assert (last.trend, first.trend) == (trend, None)
    assert last.compared is not None
    assert (last.compared.relation, last.compared.quantity) == ("from", first.id)
    assert (first.unit, first.unit_name) == (last.unit, last.unit_name)


def test_the_amount_of_a_change_is_not_compared_with_where_it_began() -> None:
    amount, first, last = quantities("Their lead fell 7 points, from 11 to 4.")
    assert amount.compared is None
    assert last.compared is not None
    assert last.compared.quantity == first.id


@pytest.mark.parametrize(
    "text",
    [
        "Exports fell to $40 million from $60 million.",
        "Exports fell to 6.2% in March from 6.8% in February.",
        "Exports were 40 tonnes, down from 60 tonnes in May.",
        "40 boats came, down from 60 in May.",
    ],
)
def test_so_does_one_that_names_it_after(text: str) -> None:
    last, first = quantities(text)
    assert last.trend == "down"
    assert last.compared is not None
    assert (last.compared.relation, last.compared.quantity) == ("from", first.id)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fine ranges from 500 to 900 euros.", "500..900 EUR"),
        ("It holds from 3 to 5 boats.", "3..5 boat"),
        ("The fine is from 500 to 900 euros.", "500..900 EUR"),
    ],
)
def test_a_range_is_no_change(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(text) == [wanted]


@pytest.mark.parametrize(
    "text", ["The rate edged lower to 4%.", "The rate moved higher to 4%.", "The rate rose to 4%."]
)
def test_the_thing_ends_before_the_verb(text: str) -> None:
    (found,) = quantities(text)
    assert found.of is not None
    assert found.of.text == "rate"
