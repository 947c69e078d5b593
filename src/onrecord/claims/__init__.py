"""What is said, as claims: each one proposition in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reader.syntax import Syntax
    from onrecord.record import Claim, Record

__all__ = ["claims"]


def claims(record: Record, syntax: Syntax | None) -> tuple[Claim, ...]:
    """The claims of a record with its attributions, actors, quantities and times, in the order of the text.

    ``syntax`` are the trees of the same text (:attr:`onrecord.reader.findings.Findings.syntax`). Every quantity of
    the record belongs to exactly one claim.
    """
    from onrecord.claims.making import made

    return made(record, syntax)
