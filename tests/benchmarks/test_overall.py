"""What claims state of all entities of a table, read and computed; towns and figures are invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.api import quantities, times
from onrecord.documents import from_text
from onrecord.evidence.asked import Context, context
from onrecord.evidence.forms import Outcome, Subject
from onrecord.evidence.model import Entities, Field, Pack, Periods, Series, Table
from onrecord.evidence.periods import Period
from onrecord.evidence.printed import printed
from onrecord.evidence.query import Missing
from onrecord.evidence.verdict import compared
from onrecord.record import Checkability, Claim, Record
from onrecord.spans import Span
from overall import of_all, speaks_of_others
from overall_forms import computed_of_all

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31), "stated")
VISITORS = Series("visitors", "visitors", "visitors", "1", "flow", ("guests",), counted="visitor")
ROWS = {"Elsin": 410.0, "Tarn": 250.0, "Varnmoor": 90.0, "Ostavia": 60.0}


class Rows:
    """A table in DuckDB, in this process."""

    def __init__(self, rows: dict[str, float | None]) -> None:
        import duckdb

        self.con = duckdb.connect(":memory:")
        self.con.execute(
            "CREATE TABLE towns (town VARCHAR, visitors DOUBLE, _row BIGINT, _lo DATE, _hi DATE, _fault VARCHAR)"
        )
        for number, (town, value) in enumerate(rows.items(), 1):
            self.con.execute("INSERT INTO towns VALUES (?, ?, ?, ?, ?, NULL)", [town, value, number, YEAR.lo, YEAR.hi])

    def run(self, pack: Pack, table: Table, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self.con.execute(sql, list(parameters)).fetchall()


TABLE = Table(
    "towns",
    "towns.csv",
    "csv",
    (Field("town", "string"), Field("visitors", "number")),
    Entities(column="town"),
    Periods("year", constant="2023"),
    (VISITORS,),
    "Tourist Board",
    confirmed=True,
)


def read(text: str) -> Context:
    found, dated = quantities(text), times(text)
    span = Span(0, len(text))
    claim = Claim(
        "c1",
        span,
        (span,),
        None,
        "quantity",
        "asserted",
        Checkability(True, "a figure"),
        tuple(q.id for q in found),
        tuple(t.id for t in dated),
    )
    return context(Record(from_text(text), quantities=found, times=dated, claims=(claim,)), claim)


def results(text: str, rows: dict[str, float | None] | None = None, series: Series = VISITORS) -> list[str | None]:
    """The result of each thing that ``text`` states of all towns."""
    rows = rows if rows is not None else dict(ROWS)
    subject = Subject(Rows(rows), Pack("towns", Path("towns"), (TABLE,)), TABLE, series, None)
    made: list[str | None] = []
    for item in of_all(read(text), series, TABLE.entities, tuple(rows), "town"):
        span = item.quantity.span if item.quantity else Span(0, 0)
        claimed = printed(text[span.start : span.end], item.quantity) if item.quantity else ()
        outcome = computed_of_all(item, subject, tuple(rows), YEAR, claimed)
        if isinstance(outcome, Missing):
            made.append(outcome.reason)
        elif outcome.number is None:
            made.append({True: "consistent", False: "inconsistent", None: "depends"}[outcome.held])
        else:
            made.append(compared(outcome.claimed, outcome.number, outcome.half)[0])
    return made


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Elsin had the most visitors.", "Tarn had the most visitors."),
        ("The fewest visitors were in Ostavia.", "The fewest visitors were in Elsin."),
        ("Tarn had the second most visitors.", "Varnmoor had the second most visitors."),
        ("Three towns had more than 80 visitors.", "Two towns had more than 80 visitors."),
        ("Two of the four towns had fewer than 100 visitors.", "Three of the four towns had fewer than 100 visitors."),
        ("There were four towns.", "There were five towns."),
        ("There were a total of 810 visitors.", "There were a total of 900 visitors."),
        ("The total number of visitors was 810.", "The total number of visitors was 650."),
        ("The average number of visitors was 202.5.", "The average number of visitors was 300."),
        ("Elsin was the only town with more than 300 visitors.", "Tarn was the only town with more than 200 visitors."),
        (
            "The difference between the highest and lowest number of visitors was 350.",
            "The difference between the highest and lowest number of visitors was 210.",
        ),
    ],
)
def test_true_and_false_claims_of_all_towns(true: str, false: str) -> None:
    assert set(results(true)) == {"consistent"}
    assert "inconsistent" in results(false)


def test_an_entity_and_its_figure_are_both_looked_at() -> None:
    assert results("The highest number of visitors was 410 in Elsin.") == ["consistent", "consistent"]
    assert results("The highest number of visitors was 250 in Tarn.") == ["inconsistent", "inconsistent"]
    assert results("Tarn had the most visitors with 410.") == ["inconsistent", "consistent"]
    assert results("Both Elsin and Tarn had 410 visitors.") == ["consistent", "inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "Elsin had the most foreign visitors.",
        "Three small towns had more than 80 visitors.",
        "Elsin had the most visitors in May 2023.",
        "Elsin had the most visitors and Tarn the least.",
        "Perhaps three towns had more than 80 visitors.",
        "Elsin had 400 visitors.",
        "Elsin had the highest rank.",
    ],
)
def test_a_word_without_a_place_leaves_the_claim_unread(text: str) -> None:
    assert of_all(read(text), VISITORS, TABLE.entities, tuple(ROWS), "town") == []


def test_the_highest_rank_is_not_the_greatest_number() -> None:
    rank = Series("rank", "rank", "visitors", "1", "stock")
    assert of_all(read("Elsin had the highest rank."), rank, TABLE.entities, tuple(ROWS), "town") == []


def test_a_row_of_the_total_takes_no_part() -> None:
    rows = {**ROWS, "All towns": 810.0}
    assert results("Elsin had the most visitors.", dict(rows)) == ["consistent"]
    assert results("The total number of visitors was 810.", dict(rows)) == ["consistent"]
    assert results("Elsin had the most visitors.", {**ROWS, "Sennering": 810.0}) == ["no_entity"]


def test_a_tie_depends_and_a_gap_is_not_checked() -> None:
    assert results("Elsin had the most visitors.", {"Elsin": 5.0, "Tarn": 5.0, "Ostavia": 1.0}) == ["depends"]
    assert results("Elsin had the most visitors.", {"Elsin": 5.0, "Tarn": None, "Ostavia": 1.0}) == ["data_fault"]
    assert results("Elsin had the most visitors.", {"Elsin": 5.0}) == ["no_entity"]


def test_rates_do_not_add_up() -> None:
    rate = Series("visitors", "visitors", "visitors", "1", "rate")
    assert results("The total number of visitors was 810.", series=rate) == ["unit_mismatch"]


def test_the_working_shows_the_order() -> None:
    (item,) = of_all(read("Tarn had the most visitors."), VISITORS, TABLE.entities, tuple(ROWS), "town")
    subject = Subject(Rows(dict(ROWS)), Pack("towns", Path("towns"), (TABLE,)), TABLE, VISITORS, None)
    outcome = computed_of_all(item, subject, tuple(ROWS), YEAR, ())
    assert isinstance(outcome, Outcome)
    assert "Elsin 410, Tarn 250" in outcome.working
    assert "Tarn is number 2 of 4 (Tourist Board); claimed highest" in outcome.working
    assert outcome.values[0].rows[0].entity == "Tarn"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Elsin had the lowest rainfall, 40 mm.", True),
        ("Elsin was one of three towns with 40 visitors.", True),
        ("Only Elsin had 40 visitors.", True),
        ("Elsin had at most 40 visitors.", False),
        ("Elsin had 40 visitors.", False),
    ],
)
def test_what_a_value_alone_does_not_show(text: str, others: bool) -> None:
    assert speaks_of_others(read(text)) is others
