"""What is counted, shares, trends, comparisons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.normalise.quantities import quantities
from onrecord.record import Quantity


@pytest.mark.parametrize(
    ("text", "name", "thing"),
    [
        ("Some 1,200 trucks entered the port.", "truck", "trucks"),
        (
            "The number of trucks that entered the port does not exceed 1200.",
            "truck",
            "trucks that entered the port",
        ),
        ("They saw 63 digital and physical copies.", "copy", "digital and physical copies"),
        ("They read 85 pages of the report.", "page", "pages of the report"),
        ("They met 300 people who live there.", "person", "people who live there"),
        ("They sold 40 Model 3 sedans.", "sedan", "Model 3 sedans"),
        ("They filled 8 million 250ml bottles.", "bottle", "250ml bottles"),
        ("The total number of cases has reached 5,000.", "case", "cases"),
        ("It got no help, and the aid received is less than 1% of the need.", "per cent", "aid received"),
        ("The plan is slated to cost $203 billion.", None, "plan"),
        ("The death toll rose to 1200 on Friday.", None, "death toll"),
        ("The unemployment rate fell to 3.8%.", "per cent", "unemployment rate"),
        ("The town met its target of 2%.", "per cent", "target"),
        ("They imposed a 25% duty.", "per cent", "duty"),
        ("They landed 410 tonnes of grain.", "tonne", "grain"),
        ("Only 200 wounded remain.", None, None),
        ("We know that the so-called aid received is less than 1%.", "per cent", "so-called aid received"),
        ("They kept a long-term rate of 20 percent.", "per cent", "long-term rate"),
        ("She read a 46-page harbour ruling.", "page", "harbour ruling"),
        ("The dam, a 28-nation project, leaks.", "nation", "project"),
        ("They won by a 2-to-1 vote.", None, None),
        ("The two largest teachers unions met.", "union", "largest teachers unions"),
        ("The two largest Bakers' Forum unions met.", "union", "largest Bakers' Forum unions"),
        ("They met four MDL members.", "member", "MDL members"),
        (
            "They met ten judges of the Velland and Osten Court of Appeal.",
            "judge",
            "judges of the Velland and Osten Court of Appeal",
        ),
        ("Velde Ji-won, 82, left.", "year of age", None),
        ("Ana d'Orme, 82, left.", "year of age", None),
        ("She read the five most recent reports.", "report", "most recent reports"),
        ("They met 12 people who work with Mr. Velde. He left.", "person", "people who work with Mr. Velde"),
        ("They met 12 people who work in plan B. He left.", "person", "people who work in plan B"),
        ("It got a $9 million loan from the State of Velland.", None, "loan from the State of Velland"),
        ("Rain in Velland and Osten - will rise by 5 percent.", "per cent", "Rain in Velland and Osten"),
        (
            "The number of trucks that entered Velland and Osten does not exceed 1200.",
            "truck",
            "trucks that entered Velland and Osten",
        ),
        ("They sold $5 million worth of fish.", None, "fish"),
        ("They made up a mere half of 1 percent.", None, None),
        ("It talked well-meaning people out of 300 crowns.", "crowns", None),
        ("Velland Rail claims that our plan would cost $60 million.", None, "our plan"),
        (
            "They met three members who left the board because it had failed.",
            "member",
            "members who left the board",
        ),
        ("Records show that she has sought $10 million in damages.", None, None),
    ],
)
def test_the_thing(text: str, name: str | None, thing: str | None) -> None:
    quantity = quantities(text)[0]
    assert quantity.unit_name == name
    assert (quantity.of.text if quantity.of else None) == thing


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "The aid is less than 1% of what our people in the valley require.",
            "what our people in the valley require",
        ),
        ("60 per cent of its revenue comes from fish.", "its revenue"),
        ("Half the boats left.", "the boats"),
        ("About 62% of Velese agreed.", "Velese"),
        ("About 5% of the boats in Velland and Osten, it said, left.", "the boats in Velland and Osten"),
        ("About 5% of the boats in Velland and Osten left.", "the boats in Velland"),
        ("A third of the crew left.", "the crew"),
        ("One in five children left.", "children"),
        ("Prices rose 5%.", None),
        ("About 35% of the jobs depend directly on trade.", "the jobs"),
        ("About 71% of those who were asked agreed.", "those who were asked agreed"),
        ("About 40% of the non-oil exports went north.", "the non-oil exports"),
    ],
)
def test_shares(text: str, whole: str | None, only: Callable[[str], Quantity]) -> None:
    found = only(text).share_of
    assert (found.text if found else None) == whole


def test_phrases_are_verbatim() -> None:
    text = "The number of trucks that entered the port is 3% of what the town requires, not 1,200."
    for quantity in quantities(text):
        for phrase in (quantity.of, quantity.share_of, quantity.compared):
            assert phrase is None or text[phrase.span.start : phrase.span.end] == phrase.text


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Shares rose 6.5%.", "up"),
        ("Shares rose by more than 6.5%.", "up"),
        ("Shares edged down 0.4 per cent.", "down"),
        ("Shares were up 0.2%.", "up"),
        ("The rate fell to 7.9%.", "down"),
        ("The bank hiked its key rate by another 250 basis points.", "up"),
        ("An increase of 77% was seen.", "up"),
        ("It saw a 19% drop.", "down"),
        ("Zephyr +0.2%", "up"),
        ("Zephyr -1.3%", "down"),
        ("It makes up 30% of them.", None),
        ("They raised $3 million.", None),
        ("The rate is 7%.", None),
    ],
)
def test_trends(text: str, trend: str | None, only: Callable[[str], Quantity]) -> None:
    assert only(text).trend == trend


def test_a_change_keeps_where_it_came_from() -> None:
    before, after = quantities("The rate fell from 8.1% to 7.9% in May.")
    assert (before.lower, after.lower, after.trend) == (8.1, 7.9, "down")
    assert after.compared
    assert (after.compared.relation, after.compared.quantity) == ("from", before.id)


def test_only_like_comes_from_like() -> None:
    raised, _ = quantities("They raised $185,000 from two emails.")
    assert raised.compared is None


def test_a_change_shares_its_unit() -> None:
    before, after = quantities("He dropped from 208 pounds to 193.")
    assert (before.unit, after.unit, after.trend) == ("[lb_av]", "[lb_av]", "down")


@pytest.mark.parametrize(
    ("text", "relation", "words", "other"),
    [
        (
            "The number of trucks does not exceed 1200, the same number that entered in two days.",
            "same",
            "the same number that entered in two days",
            False,
        ),
        ("They have twice as many boats as the rival port.", "times", "as the rival port", False),
        ("They have three times as many boats as Port Sorel.", "times", "as many boats as Port Sorel", False),
        ("It rose to 900 boats, compared with 600 last year.", "with", "compared with 600", True),
        ("It took 100 trucks a day compared with 500 before.", "with", "compared with 500", True),
        ("It rose to 5%, up from 4% in May.", "from", "up from 4%", True),
    ],
)
def test_comparisons(text: str, relation: str, words: str, other: bool) -> None:
    first = quantities(text)[0]
    assert first.compared
    assert first.compared.relation == relation
    assert first.compared.text.endswith(words.split()[-1])
    assert (first.compared.quantity is not None) == other


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sales more than doubled.", ">2 time up"),
        ("Sales grew tenfold.", "10 time up"),
        ("It is twice the size.", "2 time"),
    ],
)
def test_multiples(text: str, wanted: str, written: Callable[..., list[str]]) -> None:
    assert written(text) == [wanted]


def test_ratios_are_written_with_four_decimals(only: Callable[[str], Quantity]) -> None:
    assert only("one in three boats").lower == 0.3333
    assert only("1 in 71 boats").lower == 0.0141
    assert only("1 in 3,000 boats").lower == 0.0003333
    assert only("1/128 of a boat").lower == 0.0078125


def test_a_multiple_is_not_of_the_time_it_took(only: Callable[[str], Quantity]) -> None:
    assert only("Its workforce quadrupled in less than a year.").compared is None


def test_a_verb_after_each_of_the_counted_is_no_noun() -> None:
    boats, people = quantities("Each of the 40 boats carries 12 people.")
    assert (boats.unit_name, people.unit_name) == ("boat", "person")
