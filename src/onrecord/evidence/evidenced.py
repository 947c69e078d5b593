"""A reading as a check: what was looked up, the two sets of values compared, the rows and the query."""

from __future__ import annotations

from onrecord.evidence.asked import Asked
from onrecord.evidence.gates import producer_of
from onrecord.evidence.model import Series, Table
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import Period, shifted
from onrecord.evidence.query import Missing, Value, days_of
from onrecord.evidence.subject import Subject
from onrecord.evidence.verdict import compared
from onrecord.evidence.whose import Whose
from onrecord.record import Check, Evidence, Interval, Observation, Reading, Reason, Result

__all__ = ["checked", "unchecked"]

_AROUND = 12  # periods before and after the rows of a check that its picture shows, at least
_AROUND_ROWS = 120  # of these in all, at most


def checked(claim: str, item: Asked, subject: Subject, period: Period, outcome: Outcome, theirs: Whose) -> Check:
    """The check, without an id yet, of a reading that a query answered. ``claim`` is an id.

    Raises:
        EvidenceError: the rows around cannot be read.
    """
    assumed = tuple(note for note in (period.assumed, theirs.assumed, *outcome.assumed) if note)
    reading = Reading(
        form=outcome.form,
        property=subject.series.property,
        producer=subject.producer,
        quantity=item.quantity.id if item.quantity else None,
        definition=subject.definition,
        entity=subject.entity,
        lo=outcome.lo.isoformat(),
        hi=outcome.hi.isoformat(),
        period=period.basis,
        unit=outcome.unit,
        against=outcome.against,
        assumed=assumed,
    )
    result, reason, observed = _compared(outcome)
    claimed = outcome.claimed[0] if outcome.claimed else None
    evidence = tuple(
        _evidence((outcome.whole if i else None) or subject, value, () if i else _around(subject, value))
        for i, value in enumerate(outcome.values)
    )
    return Check("", claim, reading, result, reason, claimed, observed, evidence, outcome.working)


def unchecked(
    claim: str,
    item: Asked,
    table: Table,
    series: Series,
    entity: str | None,
    missing: Missing,
    period: Period | None = None,
) -> Check:
    """The check, without an id yet, of a reading that no query could answer, and why."""
    reading = Reading(
        form=item.form,
        property=series.property,
        producer=producer_of(table, series),
        quantity=item.quantity.id if item.quantity else None,
        definition=series.definition or table.definition,
        entity=entity,
        lo=period.lo.isoformat() if period else None,
        hi=period.hi.isoformat() if period else None,
        period=period.basis if period else "none",
        unit=series.unit,
    )
    return Check("", claim, reading, "not_checked", missing.reason, None, None, (), missing.words)


def _compared(outcome: Outcome) -> tuple[Result, Reason | None, Interval | None]:
    """How what was found stands to what was claimed, and the values that the rows allow where there is a number."""
    if outcome.number is not None:
        observed = Interval(outcome.number - outcome.half, outcome.number + outcome.half)
        return *compared(outcome.claimed, outcome.number, outcome.half), observed
    if outcome.held is None:
        return "depends", "rounding", None
    return "consistent" if outcome.held else "inconsistent", None, None


def _evidence(subject: Subject, value: Value, around: tuple[Observation, ...]) -> Evidence:
    return Evidence(
        pack=subject.pack.name,
        table=subject.table.name,
        series=subject.series.name,
        file=subject.table.path,
        producer=subject.producer,
        query=value.query,
        rows=value.rows,
        source=subject.series.source or subject.table.source,
        retrieved=subject.table.retrieved,
        definition=subject.definition,
        omitted=value.omitted,
        around=around,
        unit=subject.series.unit,
        sort=subject.series.sort,
    )


def _around(subject: Subject, value: Value) -> tuple[Observation, ...]:
    """Values of the series before and after the rows of ``value``; none where they cannot be read."""
    ends = (days_of(value.rows[0]), days_of(value.rows[-1])) if value.rows else (None, None)
    if not ends[0] or not ends[1]:
        return ()
    lo, hi, grain = ends[0][0], ends[1][1], subject.table.periods.grain
    reach = max(_AROUND, 2 * len(value.rows))
    before, after = shifted(lo, lo, grain, -reach), shifted(hi, hi, grain, reach)
    found = subject.values(before[0], after[1]) if before and after else None
    if found is None or isinstance(found, Missing):
        return ()
    used = {row.row for row in value.rows}
    return tuple(row for row in found.rows if row.row not in used)[:_AROUND_ROWS]
