"""A record made readable: in the terminal, as one HTML report, and as JSON Schema for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Record

__all__ = ["schema", "to_html", "to_terminal"]


def to_html(records: Sequence[Record], *, model: str | None = None) -> str:
    """One self-contained HTML report of ``records``; ``model`` is the hash of the weights, for its footer."""
    from onrecord.publish.report import render

    return render(records, model=model)


def to_terminal(record: Record, width: int = 80, colour: bool = False) -> str:
    """``record`` as lines of at most ``width`` columns; with ``colour``, styled by ANSI codes."""
    from onrecord.publish.terminal import render

    return render(record, width=width, colour=colour)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record."""
    from onrecord.publish.json_schema import record_schema

    return record_schema()
