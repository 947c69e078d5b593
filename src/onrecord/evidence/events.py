"""Events of a pack that a text names: they give a claim without a period its days, and a stated length its check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.evidence.asked import whole_days
from onrecord.evidence.gates import label_words, names_of
from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.outcome import Outcome
from onrecord.evidence.periods import words_for
from onrecord.evidence.query import Missing, Runs, Value, days_of
from onrecord.evidence.subject import Subject
from onrecord.evidence.wording import Word, same_word
from onrecord.record import Interval, Time

__all__ = ["Event", "lasted", "named_events"]

_NEAR = 8  # words between a length of time and the name of the event that it is said of


@dataclass(frozen=True, slots=True)
class Event:
    """One row of an event series, and at which word the text names it."""

    subject: Subject
    lo: date
    hi: date
    label: str
    at: tuple[int, ...]
    value: Value


def named_events(store: Runs, series: Iterable[tuple[Pack, Table, Series]], found: Sequence[Word]) -> Iterator[Event]:
    """The events that the words ``found`` name by a label of theirs, less the name of their entity."""
    for pack, table, item in series:
        if item.sort != "event":
            continue
        entity = table.entities.constant
        known = names_of(table.entities, entity) if entity else ()
        at: dict[int, str] = {}
        for label in (item.property, *item.synonyms):
            parts = label_words(label, known)
            for first in range(len(found) - len(parts) + 1) if parts else ():
                if all(same_word(part, found[first + i].low) for i, part in enumerate(parts)):
                    at.setdefault(first, label)
        if not at:
            continue
        subject = Subject(store, pack, table, item, entity)
        span = subject.span()
        rows = subject.values(*span) if span else None
        if rows is None or isinstance(rows, Missing) or len(rows.rows) != 1:
            continue  # two events of one name: which is meant is open
        [row] = rows.rows
        if days := days_of(row):
            yield Event(subject, *days, next(iter(at.values())), tuple(at), rows.value(row.value or 0.0, 0.0))


def lasted(length: Time, event: Event, found: Sequence[Word]) -> Outcome | None:
    """A stated length of an event against its days; None where the two do not stand together.

    First and last day may both be counted or not, so that a week is from 1 to 7 May and from 1 to 8 May.
    """
    days = whole_days(length.duration)
    place = next((i for i, word in enumerate(found) if word.span.start >= length.span.start), None)
    if days is None or place is None or not any(-_NEAR <= at - place <= _NEAR for at in event.at):
        return None
    count = (event.hi - event.lo).days + 1
    claimed = (Interval(float(days), float(days + 1)),) if days > 1 else (Interval(float(days), float(days)),)
    working = (
        f"{event.subject.series.property}, {words_for(event.lo, event.hi)}: {count} days, first and last counted "
        f"({event.subject.producer}); claimed {days} day{'' if days == 1 else 's'}"
    )
    return Outcome("duration", float(count), 0.0, claimed, working, (event.value,), "d", event.lo, event.hi)
