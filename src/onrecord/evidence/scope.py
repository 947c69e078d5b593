"""What the document around a claim says of whom and when, where the claim itself does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.evidence.asked import Context
from onrecord.evidence.events import Event
from onrecord.evidence.forms import Subject
from onrecord.evidence.gates import named
from onrecord.evidence.model import Entities
from onrecord.evidence.periods import Period, days, of_time, pieces, shifted, words_for
from onrecord.evidence.query import Missing
from onrecord.evidence.wording import Word, words
from onrecord.record import Attribution, Quantity, Record, Time
from onrecord.spans import Span

__all__ = ["Scope", "Whose"]

_NEAR = 3  # times elsewhere in the document that are tried as the claim's
_LAGS = 3  # values back from the day of publication that "is" may mean: figures come out a period or two late
_LONG = 27  # days that a series must reach over for "so far" to be a reading of it
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")


@dataclass(frozen=True, slots=True)
class Whose:
    """The entity that a claim is of, and what that supposes where the claim does not name it."""

    entity: str | None
    assumed: str | None = None
    others: tuple[str, ...] = ()  # those that the claim names besides


@dataclass(frozen=True)
class Scope:
    """A record seen from one of its claims."""

    record: Record
    published: date | None = None
    _words: list[Word] = field(default_factory=list)

    @classmethod
    def of(cls, record: Record) -> Scope:
        """The scope of every claim of ``record``."""
        text = record.document.text
        known = days(record.document.published.edtf)
        return cls(record, known[1] if known else None, words(text, [Span(0, len(text))]))

    def sentence(self, span: Span) -> Span:
        """The sentence around ``span``, by its marks."""
        text = self.record.document.text
        start = max((m.end() for m in _SENTENCE.finditer(text, 0, span.start)), default=0)
        after = _SENTENCE.search(text, max(span.end - 1, 0))
        return Span(start, after.start() + 1 if after else len(text))

    def asks(self, sentence: Span) -> bool:
        """Whether a sentence ends in a question mark, within quotation marks or not."""
        text = self.record.document.text[sentence.start : sentence.end + 2].rstrip(" \n\"'”’)»")
        return text.endswith("?")

    def attribution(self, context: Context) -> Attribution | None:
        """The attribution that the claim is from."""
        return next((a for a in self.record.attributions if a.id == context.claim.attribution), None)

    def whose(self, context: Context, found: Sequence[Word], entities: Entities, values: Sequence[str]) -> Whose | None:
        """The entity of a table that the claim is of: named in it, else the only one named nearest around it."""
        own = named(entities, values, found)
        distinct = list(dict.fromkeys(hit.entity for hit in own))
        if distinct:
            return Whose(distinct[0], others=tuple(distinct[1:]))
        attribution = self.attribution(context)
        around = [self.sentence(context.claim.span)]
        if attribution and attribution.content:
            around.append(Span(attribution.content[0].start, attribution.content[-1].end))
        around.append(Span(0, len(self.record.document.text)))
        title = self.record.document.title or ""
        for span in around:
            inside = [w for w in self._words if w.span.start >= span.start and w.span.end <= span.end]
            hits = list(dict.fromkeys(hit.entity for hit in named(entities, values, inside)))
            if len(hits) == 1:
                return Whose(
                    hits[0], None if span is around[0] else f"{hits[0]} is meant, which the text names elsewhere"
                )
            if hits:
                return None
        hits = list(dict.fromkeys(hit.entity for hit in named(entities, values, words(title, [Span(0, len(title))]))))
        return Whose(hits[0], f"{hits[0]} is meant, which the title names") if len(hits) == 1 else None

    def nearest(
        self, quantity: Quantity, context: Context, found: Sequence[Word], entities: Entities, values: Sequence[str]
    ) -> Whose | None:
        """Of several entities that a claim with several figures names, the one beside ``quantity``: the first after it
        and before the next figure, else the last before it."""
        hits = [(found[hit.first].span.start, hit.entity) for hit in named(entities, values, found)]
        following = min(
            (q.span.start for q in context.quantities if q.span.start > quantity.span.start),
            default=len(self.record.document.text),
        )
        after = [entity for start, entity in hits if quantity.span.end <= start < following]
        before = [entity for start, entity in hits if start < quantity.span.start]
        chosen = after[0] if after else before[-1] if before else None
        return Whose(chosen) if chosen else None

    def periods(
        self,
        context: Context,
        time: Time | None,
        subject: Subject,
        events: Sequence[Event] = (),
        *,
        plain: bool = False,
    ) -> Iterator[Period]:
        """The periods that the claim may be of, for a series of the table: its own time, one carried from its
        sentence, else what the document, the events that it names and the series offer. ``plain``: the words before its
        time ("from", "to") say how it is compared, not that it is open."""
        if time is not None and time.lo is not None:
            for period in of_time(self.record, time, "stated", self.published, plain=plain):
                yield self._so_far(period, subject)
            return
        carried = [t for t in self.record.times if t.id in context.claim.carried_times and t.kind in ("date", "time")]
        if carried:
            yield from of_time(self.record, carried[0], "carried", self.published)
            return
        if subject.series.role in ("need", "baseline") or subject.table.periods.constant is not None:
            span = subject.span()
            if span:
                yield Period(*span, "series", f"the only period of the series, {words_for(*span)}")
            return
        yield from self._supposed(context, subject, events)

    def _so_far(self, period: Period, subject: Subject) -> Period:
        """A period that reaches up to the day of publication, cut back to the last one that the series has whole."""
        span = subject.span()
        if not period.so_far or span is None:
            return period
        rows = subject.values(period.lo, min(period.hi, span[1]))
        if isinstance(rows, Missing) or not rows.rows or not rows.rows[-1].hi:
            return period
        last = date.fromisoformat(rows.rows[-1].hi)
        following = shifted(last, last, subject.table.periods.grain)
        late = following is not None and (period.hi - last) > 2 * (last - following[1])
        return period if late else replace(period, hi=last, assumed=f"up to {last}, the last that the series has")

    def _supposed(self, context: Context, subject: Subject, events: Sequence[Event]) -> Iterator[Period]:
        span = subject.span()
        if span is None or self.published is None:
            return
        flow = subject.series.sort == "flow"
        if not flow:
            yield from self._latest(subject, span)
        seen: set[tuple[date, date]] = set()
        for time in self._elsewhere(context):
            for period in of_time(self.record, time, "document", self.published):
                inside = span[0] <= period.lo and period.hi <= span[1]
                whole = pieces(period.lo, period.hi, subject.table.periods.grain)
                if not period.open and inside and whole and (period.lo, period.hi) not in seen and len(seen) < _NEAR:
                    seen.add((period.lo, period.hi))
                    written = self.record.document.text[time.span.start : time.span.end]
                    yield Period(
                        period.lo, period.hi, "document", f"“{written}”, elsewhere in the text, is meant", time.id
                    )
        for event in events:
            whole = pieces(event.lo, event.hi, subject.table.periods.grain)
            if flow and whole and event.hi <= self.published and (event.lo, event.hi) not in seen:
                seen.add((event.lo, event.hi))
                note = f"{event.label}, {words_for(event.lo, event.hi)}, which the text names, is meant"
                yield Period(event.lo, event.hi, "document", note)
        if flow and subject.table.periods.grain == "period":
            if span[1] <= self.published:
                yield Period(*span, "series", f"the period of the series is meant, {words_for(*span)}")
        elif flow and span[0] <= self.published and (span[1] - span[0]).days >= _LONG:
            hi = min(span[1], self.published)
            yield Period(
                span[0], hi, "coverage", f"all of the series up to the day of publication is meant, from {span[0]}"
            )

    def _latest(self, subject: Subject, span: tuple[date, date]) -> Iterator[Period]:
        assert self.published is not None  # noqa: S101 (asked by the caller)
        back = shifted(self.published, self.published, "year")
        rows = subject.values(max(span[0], back[0] if back else span[0]), self.published)
        if isinstance(rows, Missing):
            return
        for row in reversed(rows.rows[-_LAGS:]):
            if row.lo and row.hi:
                lo, hi = date.fromisoformat(row.lo), date.fromisoformat(row.hi)
                yield Period(
                    lo, hi, "latest", f"a latest value on the day of publication is meant, {words_for(lo, hi)}"
                )

    def _elsewhere(self, context: Context) -> list[Time]:
        """Dated times of the document outside the claim, the nearest before it first; not when it was said."""
        said = {a.said.span for a in self.record.attributions if a.said}
        own = context.claim.span
        found = [
            t
            for t in self.record.times
            if t.kind == "date" and t.lo and t.span not in said and not (own.start <= t.span.start < own.end)
        ]
        return sorted(found, key=lambda t: (t.span.start > own.start, abs(own.start - t.span.start)))
