"""Several entities of one series: added up, and in order."""

from __future__ import annotations

from evidence.memory import day, exactly, quantity, subject
from onrecord.evidence.asked import Asked
from onrecord.evidence.model import Entities
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period
from onrecord.evidence.query import Missing
from onrecord.evidence.several import among, together
from onrecord.evidence.subject import Subject

JAN = Period(day("2023-01-01"), day("2023-01-31"), "stated")
TOWNS = {"entities": Entities(column="town")}


def towns(entity: str = "Tarn", **values: float) -> tuple[Subject, tuple[str, ...]]:
    rows = [("2023-01", value, name) for name, value in values.items()]
    return subject(rows, entity, table=TOWNS), tuple(values)


def ranked(place: int = 1, sign: int = 1, number: int = 0, entity: str = "Tarn", **values: float) -> Outcome | Missing:
    own, names = towns(entity, **values)
    return among(Asked("rank", sign=sign, place=place, among=number), own, names, JAN)


def held(found: Outcome | Missing) -> bool | None:
    assert isinstance(found, Outcome), found
    return found.held


def test_values_of_several_add_up() -> None:
    own, names = towns(Tarn=10, Elsin=4)
    found = together(Asked("level", quantity("14 visitors")), own, names, JAN, exactly(14))
    assert isinstance(found, Outcome)
    assert (found.form, found.number) == ("parts", 14)
    assert found.working == "Jan 2023: 10 (Tarn) + 4 (Elsin) = 14 (Tarn Office); claimed 14"


def test_rates_do_not_add_up() -> None:
    own = subject([("2023-01", 4, "Tarn")], unit="%", sort="rate", table=TOWNS)
    found = together(Asked("level", quantity("4 %")), own, ("Tarn",), JAN, exactly(4))
    assert isinstance(found, Missing) and found.reason == "no_value"


def test_without_one_of_them_there_is_no_sum() -> None:
    own, _ = towns(Tarn=10)
    found = together(Asked("level", quantity("14 visitors")), own, ("Tarn", "Elsin"), JAN, exactly(14))
    assert isinstance(found, Missing) and found.reason == "outside_coverage"


def test_first_second_and_last() -> None:
    values = {"Tarn": 10.0, "Elsin": 4.0, "Holm": 6.5}
    assert held(ranked(**values)) is True  # type: ignore[arg-type]
    assert held(ranked(entity="Holm", place=2, **values)) is True  # type: ignore[arg-type]
    assert held(ranked(entity="Elsin", sign=-1, **values)) is True  # type: ignore[arg-type]
    assert held(ranked(entity="Holm", **values)) is False  # type: ignore[arg-type]


def test_a_tie_is_open() -> None:
    assert held(ranked(Tarn=10, Elsin=10, Holm=1)) is None


def test_a_total_of_the_others_takes_no_part() -> None:
    found = ranked(Tarn=10, Elsin=4, Holm=1, Lakeland=15, number=3)
    assert held(found) is True


def test_of_another_number_than_is_claimed_nothing_is_said() -> None:
    found = ranked(Tarn=10, Elsin=4, Holm=1, number=5)
    assert isinstance(found, Missing) and found.reason == "no_entity"
