"""Cells to values: the SQL that types a column of texts, strictly.

A text is read only where it can mean one thing; else the value is NULL and :mod:`onrecord.evidence.faults` says why.
DuckDB's own casts are looser (12.7 is 13 as an integer, 1_000 is 1000), so each is guarded by a pattern.
"""

from __future__ import annotations

from onrecord.evidence.model import Field
from onrecord.evidence.sql import text

__all__ = ["present", "sql_type", "trimmed", "value"]

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "date": "DATE",
    "yearmonth": "VARCHAR",
    "year": "BIGINT",
    "boolean": "BOOLEAN",
}

_SPACE = text(" \t\r\n\u00a0\ufeff")

# A date cell of a spreadsheet and a timestamp of Parquet come with a midnight.
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]00:00(:00(\.0+)?)?(Z|[+]00(:00)?)?)?"

# Spellings of a month that mean one thing only, for there are four digits of a year in each.
_MONTHS = ("%Y-%m", "%Y/%m", "%m/%Y", "%YM%m", "%b %Y", "%B %Y", "%Y %b", "%Y %B", "%b-%Y", "%Y-%b")


def sql_type(field: Field) -> str:
    """The type of the field's column in DuckDB; a ``yearmonth`` is text, ``2024-05``."""
    return _TYPES[field.type]


def trimmed(column: str) -> str:
    """The cell without spaces around it."""
    return f"trim({column}, {_SPACE})"


def present(cell: str) -> str:
    """A trimmed cell; NULL where it is missing (``$missing`` is the list of markers, without spaces around them)."""
    return f"CASE WHEN NOT list_contains($missing, {cell}) THEN {cell} END"


def value(field: Field, cell: str) -> str:
    """The value of a cleaned cell, of :func:`sql_type`, or NULL where it cannot be read."""
    if field.type == "string":
        return cell
    if field.type == "integer":
        number = _plain(field, cell)
        # "12.0" is what a whole number becomes beside empty cells; "12.000" could be twelve thousand.
        return f"""CASE WHEN regexp_full_match({number}, '[+-]?[0-9]+(\\.0)?')
            THEN TRY_CAST(regexp_replace({number}, '\\.0$', '') AS BIGINT) END"""
    if field.type == "number":
        number = _plain(field, cell)
        pattern = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?"
        cast = f"TRY_CAST({number} AS DOUBLE)"
        return f"CASE WHEN regexp_full_match({number}, '{pattern}') AND isfinite({cast}) THEN {cast} END"
    if field.type == "date":
        return _date(field, cell)
    if field.type == "yearmonth":
        return f"strftime({_month(field, cell)}, '%Y-%m')"
    if field.type == "year":
        return f"CASE WHEN regexp_full_match({cell}, '[0-9]{{4}}(\\.0)?') THEN CAST(left({cell}, 4) AS BIGINT) END"
    return f"""CASE WHEN {cell} IN ('true', 'True', 'TRUE', '1') THEN true
        WHEN {cell} IN ('false', 'False', 'FALSE', '0') THEN false END"""


def _plain(field: Field, cell: str) -> str:
    """A number with a point and without groups, where the groups are as groups are (also Indian: 10,00,000)."""
    number = f"replace({cell}, '−', '-')"
    if field.group:
        group, mark = f"\\x{{{ord(field.group):x}}}", f"\\x{{{ord(field.decimal):x}}}"
        grouped = f"[+-]?([0-9]{{1,3}}({group}[0-9]{{3}})+|[0-9]{{1,2}}({group}[0-9]{{2}})+{group}[0-9]{{3}})"
        pattern = text(f"{grouped}({mark}[0-9]*)?")
        group = text(field.group)
        number = (
            f"CASE WHEN regexp_full_match({number}, {pattern}) THEN replace({number}, {group}, '') ELSE {number} END"
        )
    if field.decimal != ".":
        # A point that is neither group nor decimal must not be read as one.
        mark = text(field.decimal)
        number = f"CASE WHEN contains({number}, '.') THEN NULL ELSE replace({number}, {mark}, '.') END"
    return f"({number})"


def _date(field: Field, cell: str) -> str:
    iso = f"CASE WHEN regexp_full_match({cell}, '{_ISO}') THEN TRY_CAST(left({cell}, 10) AS DATE) END"
    if field.format is None:
        return iso
    written = _strptime(cell, (field.format,))
    # Spreadsheets give date cells as ISO 8601 whatever their look; a format that begins with the year rules alone.
    return written if field.format.startswith("%Y") else f"coalesce({iso}, {written})"


def _month(field: Field, cell: str) -> str:
    iso = f"CASE WHEN regexp_full_match({cell}, '{_ISO}') THEN TRY_CAST(left({cell}, 10) AS DATE) END"
    return f"coalesce({iso}, {_strptime(cell, (field.format,) if field.format else _MONTHS)})"


def _strptime(cell: str, formats: tuple[str, ...]) -> str:
    """A date by C's directives. "Sept" is read as %b: no other month is meant by it. Years have four digits."""
    if any("%b" in each for each in formats):
        cell = f"regexp_replace({cell}, '(?i)\\bsept\\b', 'Sep')"
    day = f"CAST(try_strptime({cell}, [{', '.join(text(each) for each in formats)}]) AS DATE)"
    return f"CASE WHEN year({day}) BETWEEN 1000 AND 2999 THEN {day} END"
