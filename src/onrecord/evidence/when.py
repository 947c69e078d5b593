"""The periods that a claim may be of: its own time, one carried to it, else what its document and the series offer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.evidence.asked import Context
from onrecord.evidence.events import Event
from onrecord.evidence.periods import Period, around_of, of_time, pieces, shifted, words_for
from onrecord.evidence.query import Missing, days_of
from onrecord.evidence.scope import Scope
from onrecord.evidence.subject import Subject
from onrecord.record import Time

__all__ = ["periods"]

_NEAR = 3  # times elsewhere in the document that are tried as the claim's
_LAGS = 3  # values back from the day of publication that "is" may mean: figures come out a period or two late
_LONG = 27  # days that a series must reach over for "so far" to be a reading of it

_END = re.compile(r"(?:the )?(?:very )?(?:end|close)[ -]")
_NOW = re.compile(r"\b(?:now|today|current\w*|present\w*|moment|at last|recent\w*)\b")


def periods(
    scope: Scope,
    context: Context,
    time: Time | None,
    subject: Subject,
    events: Sequence[Event] = (),
    *,
    plain: bool = False,
) -> Iterator[Period]:
    """The periods that the claim may be of, for the series of ``subject``: its own ``time``, one carried from its
    sentence, else what the document, the ``events`` that it names and the series offer. ``plain``: the words before its
    time ("from", "to") say how it is compared, not that it is open."""
    if time is not None and time.lo is not None:
        for period in of_time(scope.record, time, "stated", scope.published, plain=plain):
            whole = _at_end(period, context.words(time.span), subject)
            yield whole or _so_far(period, subject)
        return
    if time is not None and not _NOW.search(context.words(time.span)):
        return  # it says when, but not so that it could be placed: nothing else may be supposed
    carried = [t for t in scope.record.times if t.id in context.claim.carried_times and t.kind in ("date", "time")]
    if carried:
        inner = _innermost(carried)
        yield from of_time(scope.record, inner, "carried", scope.published)
        return
    if subject.series.role in ("need", "baseline") or subject.table.periods.constant is not None:
        span = subject.span()
        if span:
            yield Period(*span, "series", f"the only period of the series, {words_for(*span)}")
        return
    if scope.published is not None:
        yield from _supposed(scope, context, subject, events, scope.published)


def _innermost(times: Sequence[Time]) -> Time:
    """The first of ``times``, or one that lies inside it: "its best month of 2023 was August, with 300"."""
    first = times[0]
    for time in times[1:]:
        if time.lo and time.hi and first.lo and first.hi and first.lo <= time.lo and time.hi <= first.hi:
            first = time
    return first


def _at_end(period: Period, words: str, subject: Subject) -> Period | None:
    """The unit of the table that "the end of June" ends, for a series that has one value a unit."""
    grain = subject.table.periods.grain
    if subject.series.sort == "flow" or grain not in ("month", "quarter", "year") or not _END.match(words):
        return None
    first_unit, last_unit = around_of(period.lo, grain), around_of(period.hi, grain)
    if first_unit != last_unit and pieces(first_unit[0], period.hi, grain):
        # "between the end of December and the end of January"
        return replace(period, lo=first_unit[0], assumed=f"the values for each {grain} that ends then are meant")
    after = period.hi + timedelta(1)
    first = shifted(after, after, grain)
    if first is None or not pieces(first[0], period.hi, grain):
        return None
    return replace(period, lo=first[0], assumed=f"the value for {words_for(first[0], period.hi)} is meant")


def _so_far(period: Period, subject: Subject) -> Period:
    """A period that reaches up to the day of publication, cut back to the last one that the series has whole."""
    span = subject.span() if period.so_far else None
    if span is None:
        return period
    found = subject.values(period.lo, min(period.hi, span[1]))
    own = days_of(found.rows[-1]) if not isinstance(found, Missing) and found.rows else None
    if own is None:
        return period
    last = own[1]
    before = shifted(last, last, subject.table.periods.grain)
    late = before is not None and (period.hi - last) > 2 * (last - before[1])
    return period if late else replace(period, hi=last, assumed=f"up to {last}, the last that the series has")


def _supposed(
    scope: Scope, context: Context, subject: Subject, events: Sequence[Event], published: date
) -> Iterator[Period]:
    """What may be meant where nothing is stated: a latest value, another time of the document, an event that it names,
    the whole series so far."""
    span = subject.span()
    if span is None:
        return
    grain, flow = subject.table.periods.grain, subject.series.sort == "flow"
    if not flow:
        yield from _latest(subject, span, published)
    seen: set[tuple[date, date]] = set()
    for period in _elsewhere(scope, context, subject, span, published):
        if (period.lo, period.hi) not in seen and len(seen) < _NEAR:
            seen.add((period.lo, period.hi))
            yield period
    for event in events if flow else ():
        if pieces(event.lo, event.hi, grain) and event.hi <= published and (event.lo, event.hi) not in seen:
            seen.add((event.lo, event.hi))
            note = f"{event.label}, {words_for(event.lo, event.hi)}, which the text names, is meant"
            yield Period(event.lo, event.hi, "document", note)
    if flow and grain == "period":
        if span[1] <= published:
            yield Period(*span, "series", f"the period of the series is meant, {words_for(*span)}")
    elif flow and span[0] <= published and (span[1] - span[0]).days >= _LONG:
        note = f"all of the series up to the day of publication is meant, from {span[0]}"
        yield Period(span[0], min(span[1], published), "coverage", note)


def _latest(subject: Subject, span: tuple[date, date], published: date) -> Iterator[Period]:
    """The last values of the year before the day of publication, the latest first."""
    back = shifted(published, published, "year")
    found = subject.values(max(span[0], back[0] if back else span[0]), published)
    if isinstance(found, Missing):
        return
    for row in reversed(found.rows[-_LAGS:]):
        if days := days_of(row):
            yield Period(*days, "latest", f"a latest value on the day of publication is meant, {words_for(*days)}")


def _elsewhere(
    scope: Scope, context: Context, subject: Subject, span: tuple[date, date], published: date
) -> Iterator[Period]:
    """The dated times of the document outside the claim that the series has whole, the nearest before it first; not
    when it was said."""
    said = {a.said.span for a in scope.record.attributions if a.said}
    own = context.claim.span
    others = [
        time
        for time in scope.record.times
        if time.kind == "date" and time.lo and time.span not in said and not own.start <= time.span.start < own.end
    ]
    others.sort(key=lambda time: (time.span.start > own.start, abs(own.start - time.span.start)))
    for time in others:
        for period in of_time(scope.record, time, "document", published):
            inside = span[0] <= period.lo and period.hi <= span[1]
            if not period.open and inside and pieces(period.lo, period.hi, subject.table.periods.grain):
                written = context.text[time.span.start : time.span.end]
                note = f"“{written}”, elsewhere in the text, is meant"
                yield Period(period.lo, period.hi, "document", note, time.id)
