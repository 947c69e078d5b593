"""Values of a series for a period: the SQL that ran, and what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.memory import Memory, day, months, pack, series, subject, table
from onrecord.evidence.model import Coverage, Entities, Periods
from onrecord.evidence.query import LISTED, Missing, Rows, Value, entity_values, gapless
from onrecord.evidence.subject import Subject
from onrecord.record import Observation

JAN, MAR = day("2023-01-01"), day("2023-03-31")


def reason(found: object) -> str:
    assert isinstance(found, Missing)
    return found.reason


def test_a_flow_adds_up_and_says_how() -> None:
    found = subject(months(2023, 10, 20, 30), rounding=1).value(JAN, MAR)
    assert isinstance(found, Value)
    assert (found.number, found.half, found.parts) == (60, 1.5, (10, 20, 30))
    assert [row.row for row in found.rows] == [1, 2, 3]
    assert found.query == (
        "SELECT sum(\"n\") FROM \"visitors\" WHERE _lo >= DATE '2023-01-01' AND _hi <= DATE '2023-03-31'"
    )


def test_the_scale_is_that_of_the_unit() -> None:
    found = subject(months(2023, 1.2, 1.3), scale=1000, rounding=0.1).value(JAN, day("2023-02-28"))
    assert isinstance(found, Value)
    assert (found.number, found.half) == (2500, 100)


def test_a_count_takes_no_scale_and_has_no_rounding() -> None:
    found = subject(months(2023, 1.2, 1.3), scale=1000, rounding=0.1).value(JAN, day("2023-02-28"), "count")
    assert isinstance(found, Value)
    assert (found.number, found.half) == (2, 0)


def test_what_is_not_a_flow_has_one_value_only() -> None:
    stock = subject(months(2023, 10, 20, 30), sort="stock")
    assert reason(stock.value(JAN, MAR)) == "no_period"
    one = stock.value(JAN, day("2023-01-31"))
    assert isinstance(one, Value) and one.number == 10
    mean = stock.value(JAN, MAR, "avg")
    assert isinstance(mean, Value) and mean.number == 20


def test_a_period_without_its_row_is_no_sum() -> None:
    gap = subject([("2023-01", 10), ("2023-03", 30)])
    assert reason(gap.value(JAN, MAR)) == "data_fault"
    found = gap.values(JAN, MAR)
    assert isinstance(found, Rows) and len(found.rows) == 2


def test_a_row_without_a_value_or_at_fault_is_none_either() -> None:
    assert reason(subject(months(2023, 10, None, 30)).value(JAN, MAR)) == "data_fault"
    assert reason(subject(months(2023, 10, 20, 30), faults={2: "12 km"}).value(JAN, MAR)) == "data_fault"


def test_two_rows_of_one_period_add_up_in_a_flow_only() -> None:
    twice = [("2023-01", 10.0), ("2023-01", 5.0)]
    found = subject(twice, rounding=1).value(JAN, day("2023-01-31"))
    assert isinstance(found, Value)
    assert (found.number, found.half) == (15, 1), "the rounding of both rows counts"
    assert reason(subject(twice, sort="rate").value(JAN, day("2023-01-31"))) == "data_fault"


def test_several_rows_a_period_may_leave_periods_out() -> None:
    rows = [("2023-01-03", 10.0), ("2023-01-09", 5.0), ("2023-01-09", 1.0)]
    deliveries = subject(rows, table={"periods": Periods("day", column="when", several=True)})
    found = deliveries.value(JAN, day("2023-01-31"))
    assert isinstance(found, Value) and found.number == 16
    assert reason(subject(rows, table={"grain": "day"}).value(JAN, day("2023-01-31"))) == "data_fault"


def test_outside_what_a_table_covers_or_has() -> None:
    covered = subject(months(2023, 10), table={"coverage": Coverage("2023-01-01", "2023-12-31")})
    assert reason(covered.value(day("2022-01-01"), day("2022-01-31"))) == "outside_coverage"
    assert reason(subject(months(2023, 10)).value(day("2022-01-01"), day("2022-01-31"))) == "outside_coverage"


def test_days_that_are_no_whole_months_have_no_value() -> None:
    assert reason(subject(months(2023, 10, 20)).value(JAN, day("2023-02-14"))) == "no_period"


def test_only_rows_of_the_entity_and_of_the_condition() -> None:
    rows = [*months(2023, 10, 20, entity="Tarn"), *months(2023, 1, 2, entity='O\'Dell "West"')]
    entities = Entities(column="town")
    other = subject(rows, entity='O\'Dell "West"', table={"entities": entities})
    found = other.value(JAN, day("2023-02-28"))
    assert isinstance(found, Value) and found.number == 3
    narrowed = subject(rows, entity=None, where={"town": "Tarn"}, table={"entities": entities})
    found = narrowed.value(JAN, day("2023-02-28"))
    assert isinstance(found, Value) and found.number == 30
    assert other.span() == (JAN, day("2023-02-28"))


def test_entities_are_those_of_the_column_in_order_of_the_file() -> None:
    store = Memory()
    made = store.add(
        table(entities=Entities(column="town")), [("2023", 1, "Tarn"), ("2023", 2, "Elsin"), ("2024", 1, "Tarn")]
    )
    assert entity_values(store, pack(made), made) == ("Tarn", "Elsin")
    assert entity_values(store, pack(made), table()) == ("Tarn",)


def test_rows_beyond_the_listed_are_counted() -> None:
    every = [Observation(i, None, None, 1.0) for i in range(LISTED + 5)]
    first = Rows(tuple(every), "q", LISTED + 5).value(1.0, 0.0)
    latest = Rows(tuple(every), "q", LISTED + 5).value(1.0, 0.0, latest=True)
    assert (len(first.rows), first.omitted) == (LISTED, 5)
    assert (first.rows[0].row, latest.rows[-1].row) == (0, LISTED + 4)


def test_a_gap_and_an_overlap_are_not_gapless() -> None:
    def row(lo: str, hi: str) -> Observation:
        return Observation(1, lo, hi, 1.0)

    ends = day("2023-01-01"), day("2023-01-20")
    assert gapless([row("2023-01-01", "2023-01-10"), row("2023-01-11", "2023-01-20")], *ends)
    assert not gapless([row("2023-01-01", "2023-01-10"), row("2023-01-12", "2023-01-20")], *ends)
    assert not gapless([row("2023-01-01", "2023-01-10"), row("2023-01-10", "2023-01-20")], *ends)
    assert not gapless([Observation(1, None, None, 1.0)], *ends)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=12))
def test_sums_means_and_ends_are_those_of_python(values: list[int]) -> None:
    own = subject(months(2023, *map(float, values)))
    ends = JAN, own.span()[1]  # type: ignore[index]
    numbers = {}
    for how in ("sum", "avg", "min", "max", "count"):
        found = own.value(*ends, how)  # type: ignore[arg-type]
        assert isinstance(found, Value)
        numbers[how] = found.number
    assert numbers["sum"] == sum(values)
    assert numbers["avg"] == pytest.approx(sum(values) / len(values))
    assert (numbers["min"], numbers["max"], numbers["count"]) == (min(values), max(values), len(values))


def test_a_series_without_a_column_counts_its_rows() -> None:
    store = Memory()
    counted = series(column=None)
    made = store.add(table(counted), months(2023, 1, 1, 1))
    found = Subject(store, pack(made), made, counted, "Tarn").value(JAN, MAR)
    assert isinstance(found, Value) and found.number == 3
