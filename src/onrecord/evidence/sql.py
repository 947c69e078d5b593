"""Names and texts as SQL writes them. All SQL here is made of these and of the program's own words."""

from __future__ import annotations

from datetime import date

__all__ = ["day", "name", "text"]


def name(identifier: str) -> str:
    """A table's or column's name, quoted: any character may stand in it but NUL, which no name here has."""
    return '"' + identifier.replace('"', '""') + '"'


def text(value: str) -> str:
    """A text, quoted; DuckDB knows no escapes in it but the doubled quote."""
    return "'" + value.replace("'", "''") + "'"


def day(value: date) -> str:
    """A date."""
    return f"DATE '{value.isoformat()}'"
