"""Claims through all the gates, against tables in this process and, once, through the store."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from evidence.making import resource, write
from evidence.memory import Memory, Row, months, pack, record, series, table
from onrecord.evidence.checking import check
from onrecord.evidence.deciding import OTHER_PRODUCER
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.model import Entities, Pack
from onrecord.evidence.store import Store
from onrecord.record import Attribution, ClaimResult, Record
from onrecord.spans import Span

TOWNS = Entities(column="town")
VALUES: list[Row] = [*months(2023, 300, 310, 320, entity="Tarn"), *months(2023, 80, 90, 100, entity="Elsin")]


def lake(**changes: Any) -> tuple[Memory, Pack]:
    store = Memory()
    return store, pack(store.add(table(entities=TOWNS, **changes), VALUES))


def two_producers(first: list[float], second: list[float]) -> tuple[Memory, Pack]:
    store = Memory()
    office = store.add(table(series(name="office"), name="office"), months(2023, *first))
    board = store.add(table(series(name="board"), name="board", producer="Lake Board"), months(2023, *second))
    return store, pack(office, board)


def checked(made: Record, packs: tuple[Memory, Pack] | None = None) -> Record:
    store, own = packs or lake()
    return check(made, store, [own])


def result(made: Record, packs: tuple[Memory, Pack] | None = None) -> ClaimResult:
    [found] = checked(made, packs).results
    return found


def test_a_claim_is_checked_with_the_rows_and_the_query() -> None:
    made = checked(record("Tarn had 930 visitors from January to March 2023."))
    [one], [whole] = made.checks, made.results
    assert (one.id, one.claim, one.result, whole.result, whole.checks) == (
        "k1",
        "c1",
        "consistent",
        "consistent",
        ("k1",),
    )
    [evidence] = one.evidence
    assert [row.value for row in evidence.rows] == [300, 310, 320]
    assert (evidence.unit, evidence.sort, evidence.producer) == ("1", "flow", "Tarn Office")
    assert 'sum("n")' in evidence.query and "\"town\" = 'Tarn'" in evidence.query
    assert one.reading is not None
    assert (one.reading.lo, one.reading.hi, one.reading.period) == ("2023-01-01", "2023-03-31", "stated")


def test_values_around_are_for_a_picture() -> None:
    [one] = checked(record("Tarn had 310 visitors in February 2023.")).checks
    assert [row.value for row in one.evidence[0].around] == [300, 320]


def test_a_value_that_moves_out_is_inconsistent() -> None:
    assert result(record("Tarn had 500 visitors in February 2023.")).result == "inconsistent"
    assert result(record("Tarn had 310 visitors in February 2023.")).result == "consistent"


def test_a_record_is_checked_anew_and_else_unchanged() -> None:
    made = record("Tarn had 310 visitors in February 2023.")
    first = checked(made)
    assert checked(first) == first
    assert replace(first, checks=(), results=()) == made


def test_a_table_that_nobody_has_confirmed_is_left_out() -> None:
    packs = lake(confirmed=False)
    found = result(record("Tarn had 310 visitors in February 2023."), packs)
    assert (found.result, found.reason, packs[0].queries) == ("not_checked", "no_table", [])


def test_the_nearest_series_is_named_with_the_words_it_lacks() -> None:
    found = result(record("Tarn had 310 elderly visitors in February 2023."))
    assert found.working == "nearest: visitors (Tarn Office), but not of “elderly”"


def test_producers_that_differ_are_what_it_depends_on() -> None:
    found = result(record("Tarn had 310 visitors in February 2023."), two_producers([0, 310], [0, 400]))
    assert (found.result, found.reason) == ("depends", "producer")


@pytest.mark.parametrize(
    ("number", "expected"),
    [("310", "consistent"), ("400", "inconsistent"), ("900", "inconsistent")],
)
def test_figures_of_another_producer_than_the_one_named_do_not_count(number: str, expected: str) -> None:
    made = checked(
        record(f"Tarn had {number} visitors in February 2023, by the Tarn Office."), two_producers([0, 310], [0, 400])
    )
    own, other = made.checks
    assert made.results[0].result == expected
    assert made.results[0].checks == ("k1", "k2")
    assert own.reading and other.reading
    assert (own.reading.producer, own.reading.assumed) == ("Tarn Office", ())
    assert (other.reading.producer, other.reading.assumed) == ("Lake Board", (OTHER_PRODUCER,))


def test_a_named_producer_without_a_figure_leaves_it_unchecked() -> None:
    found = result(record("Tarn had 400 visitors in February 2023, by the Tarn Office."), two_producers([10], [0, 400]))
    assert (found.result, found.reason) == ("not_checked", "outside_coverage")


def test_a_producer_is_named_by_whoever_speaks_of_the_figure() -> None:
    text = "Figures of the Lake Board show that Tarn had 310 visitors in February 2023."
    said = "Tarn had 310 visitors in February 2023"
    source, content = text.index("the Lake Board"), text.index(said)

    def of(cue: str) -> Attribution:
        at = text.index(cue)
        named, body = (Span(source, source + 14),), (Span(content, content + len(said)),)
        return Attribution("q1", named, (Span(at, at + len(cue)),), body, None, "indirect", "statement", "state")

    by_figures = result(record(text, said, attributions=[of("Figures")]), two_producers([0, 310], [0, 400]))
    assert by_figures.result == "inconsistent"
    by_word = result(record(text, said, attributions=[of("that")]), two_producers([0, 310], [0, 400]))
    assert by_word.result == "inconsistent"


def test_a_claim_that_was_checked_in_part_says_which_figure() -> None:
    found = result(record("Visitors to Tarn rose to 310 in February 2023 from 900 in February 2019."))
    assert (found.result, found.reason) == ("consistent", None)
    assert found.working == "1 of 3 things claimed were checked. “310”: Feb 2023: 310 (Tarn, Tarn Office); claimed 310"


def test_what_is_inconsistent_only_by_a_supposed_period_depends_on_it() -> None:
    made = record("It was fine in February 2023. Tarn had 500 visitors.", "Tarn had 500 visitors")
    assert (result(made).result, result(made).reason) == ("depends", "period")


def test_what_is_inconsistent_only_by_a_supposed_entity_depends_on_it() -> None:
    made = record(
        "Tarn is small. There were 500 visitors in February 2023.", "There were 500 visitors in February 2023"
    )
    assert (result(made).result, result(made).reason) == ("depends", "definition")


def test_the_working_is_of_a_reading_that_has_the_result() -> None:
    text = "It was fine in February 2023, not in December 2019. Tarn had 310 visitors."
    found = checked(record(text, "Tarn had 310 visitors"))
    shown = [one.working for one in found.checks if one.result != "not_checked"]
    assert found.results[0].working in shown


def test_a_period_after_the_day_of_publication_is_a_forecast() -> None:
    found = result(record("Tarn had 310 visitors in February 2023.", published="2023-01-15"))
    assert (found.result, found.reason) == ("not_checked", "forecast")


def test_a_claim_of_two_entities_needs_a_form_for_them() -> None:
    open_ = result(record("Tarn and Elsin had 310 visitors in February 2023."))
    assert (open_.result, open_.reason) == ("not_checked", "no_entity")
    assert result(record("Tarn and Elsin together had 400 visitors in February 2023.")).result == "consistent"
    assert (
        result(record("Tarn had more visitors in February 2023 than Elsin.", kind="comparison")).result == "consistent"
    )


def test_a_denial_of_a_figure_is_not_checked_and_nought_is() -> None:
    assert result(record("Zero visitors came to Tarn in February 2023.", factuality="negated")).result == "inconsistent"
    assert (
        result(record("Not 310 visitors came to Tarn in February 2023.", factuality="negated")).reason == "not_asserted"
    )


def test_the_same_through_the_store(tmp_path: Any) -> None:
    rows = "day,town,rain_mm\n2024-01-01,Port Elsin,1.5\n2024-01-02,Port Elsin,0\n2024-01-03,Port Elsin,12.25\n"
    folder = write(tmp_path, resource(), rain_csv=rows)
    made = record("Port Elsin had 13.8 mm of rainfall from 1 to 3 January 2024.")
    with Store([read_pack(folder)]) as store:
        found = check(made, store, store.packs)
    assert [one.result for one in found.checks] == ["consistent"]
    assert found.results[0].working.startswith("1–3 Jan 2024: 1.5 + 0 + 12.25 = 13.75")
    assert Record.from_json(found.to_json()) == found
    assert json.loads(found.to_json())["checks"][0]["evidence"][0]["file"] == "rain.csv"


def test_a_gap_in_the_file_is_said_through_the_store(tmp_path: Any) -> None:
    rows = "day,town,rain_mm\n2024-01-01,Port Elsin,1.5\n2024-01-03,Port Elsin,12.25\n"
    folder = write(tmp_path, resource(), rain_csv=rows)
    made = record("Port Elsin had 13.8 mm of rainfall from 1 to 3 January 2024.")
    with Store([read_pack(folder)]) as store:
        [found] = check(made, store, store.packs).results
    assert (found.result, found.reason) == ("not_checked", "data_fault")
