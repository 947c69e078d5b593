"""The first and last day of each row's period, as SQL over the typed columns."""

from __future__ import annotations

from onrecord.evidence.calendar import days
from onrecord.evidence.model import Field, Table
from onrecord.evidence.sql import day

__all__ = ["bounds", "example"]

_LENGTH = {"day": "0 DAY", "week": "6 DAY", "month": "1 MONTH", "quarter": "3 MONTH", "year": "1 YEAR"}

_EXAMPLES = {
    "day": "2024-05-03",
    "week": "2024-W05",
    "month": "2024-05",
    "quarter": "2024-Q1",
    "year": "2024",
    "period": "2024-05-03",
}


def example(grain: str) -> str:
    """A period of the grain as a text column may write it."""
    return _EXAMPLES[grain]


def bounds(table: Table, columns: dict[str, str]) -> tuple[str, str]:
    """SQL of first and last day, NULL where unreadable; ``columns`` gives the SQL of each field's value."""
    periods = table.periods
    if periods.constant is not None:
        fixed = days(periods.constant)
        if fixed is None:  # the descriptor was checked
            raise ValueError(periods.constant)
        return day(fixed[0]), day(fixed[1])
    fields = {field.name: field for field in table.fields}
    first = _first(fields[periods.column or ""], columns[periods.column or ""], periods.grain)
    if periods.grain == "period":
        last = fields[periods.last or ""]
        return first, _end(_first(last, columns[last.name], "period"), _grain_of(last))
    return first, _end(first, periods.grain)


def _end(first: str, grain: str) -> str:
    """The last day of the stretch that begins on ``first``."""
    if grain in ("day", "week"):
        return f"CAST({first} + INTERVAL {_LENGTH[grain]} AS DATE)"
    return f"CAST({first} + INTERVAL {_LENGTH[grain]} - INTERVAL 1 DAY AS DATE)"


def _grain_of(field: Field) -> str:
    return {"yearmonth": "month", "year": "year", "integer": "year"}.get(field.type, "day")


def _first(field: Field, column: str, grain: str) -> str:
    if field.type == "date":
        # A week begins on the day that is given; a month, a quarter and a year are those that the day is in.
        within = grain in ("month", "quarter", "year")
        return f"CAST(date_trunc('{grain}', {column}) AS DATE)" if within else column
    if field.type == "yearmonth":
        month = f"TRY_CAST({column} || '-01' AS DATE)"
        return f"CAST(date_trunc('{grain}', {month}) AS DATE)" if grain in ("quarter", "year") else month
    if field.type in ("year", "integer"):
        return f"CASE WHEN {column} BETWEEN 1000 AND 2999 THEN make_date({column}, 1, 1) END"
    return _text(column, grain)


def _text(column: str, grain: str) -> str:
    """Texts that can mean one period only."""
    if grain == "week":
        week = f"regexp_replace({column}, '^([0-9]{{4}})[- ]?[Ww]([0-9]{{2}})$', '\\1-W\\2')"
        first = f"CAST(try_strptime({week} || '-1', '%G-W%V-%u') AS DATE)"
        return f"CASE WHEN strftime({first}, '%G-W%V') = {week} THEN {first} END"
    if grain == "quarter":
        written = f"upper({column})"
        ordered = f"regexp_replace({written}, '^(Q[1-4])[- /]?([0-9]{{4}})$', '\\2\\1')"
        match = f"regexp_extract({ordered}, '^([0-9]{{4}})[- /]?Q([1-4])$'"
        year, quarter = f"TRY_CAST({match}, 1) AS BIGINT)", f"TRY_CAST({match}, 2) AS BIGINT)"
        return f"CASE WHEN {year} BETWEEN 1000 AND 2999 THEN make_date({year}, {quarter} * 3 - 2, 1) END"
    if grain == "year":
        year = f"TRY_CAST({column} AS BIGINT)"
        return f"CASE WHEN regexp_full_match({column}, '[12][0-9]{{3}}') THEN make_date({year}, 1, 1) END"
    if grain == "month":
        month = f"TRY_CAST({column} || '-01' AS DATE)"
        return f"CASE WHEN regexp_full_match({column}, '[0-9]{{4}}-[0-9]{{2}}') THEN {month} END"
    return (
        f"CASE WHEN regexp_full_match({column}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}') THEN TRY_CAST({column} AS DATE) END"
    )
