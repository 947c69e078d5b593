"""A record made readable: in the terminal, as one HTML report, and as JSON Schema for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.api import Part
    from onrecord.record import Record

__all__ = ["schema", "to_html", "to_terminal"]


def to_html(records: Sequence[Record], *, model: str | None = None, only: Sequence[Part] = ()) -> str:
    """One self-contained HTML report of ``records``; ``model`` is the hash of the weights, for its footer.

    With ``only``, a table of each of these parts and nothing else.
    """
    from onrecord.publish.report import render

    return render(records, model=model, only=only)


def to_terminal(
    record: Record, width: int = 80, colour: bool = False, only: Sequence[Part] = (), statements: bool = True
) -> str:
    """``record`` as lines of at most ``width`` columns; with ``colour``, styled by ANSI codes.

    With ``only``, a table of each of these parts and nothing else; without ``statements``, what was checked and the
    sums.
    """
    from onrecord.publish import tables, terminal

    if only:
        return tables.render(record, only, width=width, colour=colour)
    return terminal.render(record, width=width, colour=colour, statements=statements)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record."""
    from onrecord.publish.json_schema import record_schema

    return record_schema()
