"""Labels of series against the words of claims."""

from __future__ import annotations

from evidence.memory import series
from onrecord.evidence.labels import Said, explains, labels_of, missing, whole
from onrecord.evidence.model import Series
from onrecord.evidence.wording import words
from onrecord.spans import Span


def said(text: str, unit: str | None = None) -> Said:
    return Said.of(words(text, [Span(0, len(text))]), (), unit)


def left(text: str, one: Series, unit: str | None = None) -> list[str]:
    return missing(labels_of(one, ())[0], said(text, unit), one)


def test_a_label_may_be_said_by_any_phrase_of_its_group() -> None:
    nights = series(property="overnight stays", unit="1")
    assert left("nights were spent by guests", nights) == []
    assert left("guests came", nights) == ["overnight", "stays"]


def test_people_are_those_of_a_label_beside_its_other_words() -> None:
    trams = series(property="tram passengers")
    assert left("trams carried people", trams) == []
    assert left("people", trams) == ["tram", "passengers"]


def test_the_unit_of_a_figure_says_its_words_and_money_that_it_is_a_price() -> None:
    power = series(property="hours of electricity", unit="h", sort="rate")
    assert left("electricity", power, "h") == []
    assert left("electricity", power, "1") == ["hours"]
    bread = series(property="price of bread", unit="EUR", sort="rate")
    assert left("a loaf", bread, "EUR") == []
    assert left("a loaf", bread, "%") == ["price"]


def test_other_is_a_word_of_a_label() -> None:
    assert left("boats", series(property="other boats")) == ["other"]
    assert whole(labels_of(series(property="other boats"), ())[0], said("other boats"), series())


def test_a_doer_is_explained_as_subject_and_not_where_it_narrows() -> None:
    labels = labels_of(series(property="vaccinations"), ())
    assert explains(labels, said("nurses gave jabs"), 0)
    assert explains(labels, said("nurses gave jabs"), 1)
    assert not explains(labels, said("jabs of nurses"), 2)
    assert not explains(labels, said("nurse jabs"), 0)


def test_doers_that_are_counted_are_not_what_they_did() -> None:
    surgery = series(property="operations")
    labels = labels_of(surgery, ())
    text = "surgeons performed operations"
    found = words(text, [Span(0, len(text))])
    assert explains(labels, Said.of(found), 0)
    assert not explains(labels, Said.of(found, counted="surgeon"), 0)
