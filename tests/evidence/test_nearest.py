"""Which series of one table is said as such."""

from __future__ import annotations

from evidence.memory import series
from onrecord.evidence.labels import Said, labels_of
from onrecord.evidence.model import Series
from onrecord.evidence.nearest import Fitting, nearest, residual
from onrecord.evidence.wording import words
from onrecord.spans import Span

WHOLE = series(name="all", property="refugee arrivals", unit="1")
LAND = series(name="land", property="land arrivals", unit="1")


def kept(text: str, *every: Series, tables: tuple[str, ...] = ("a", "a")) -> list[bool]:
    said = Said.of(words(text, [Span(0, len(text))]))
    fits = [Fitting(table, one, labels_of(one, ()), said) for table, one in zip(tables, every, strict=False)]
    return nearest(fits)


def test_a_part_whose_own_word_is_not_said_gives_way_to_the_whole() -> None:
    assert kept("refugees were registered", WHOLE, LAND) == [True, False]


def test_a_part_whose_own_word_is_said_stays() -> None:
    assert kept("refugee arrivals over land", WHOLE, LAND)[1]


def test_series_of_two_tables_are_both_kept() -> None:
    assert kept("refugees were registered", WHOLE, LAND, tables=("a", "b")) == [True, True]


def test_two_that_each_have_a_word_unsaid_are_both_kept() -> None:
    trips, riders = series(name="t", property="tram trips"), series(name="r", property="tram riders")
    assert kept("trams had 300 passengers", trips, riders) == [True, True]


def test_a_label_of_the_rest_must_be_said_as_such() -> None:
    assert not residual("other trucks", ["trucks"])
    assert residual("other trucks", ["other", "trucks"])
    assert residual("trucks", ["trucks"])
