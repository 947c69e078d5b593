"""Claims against evidence: each reading that the gates let through, its result, and the result for the claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.evidence.asked import Asked, Context, asked, context
from onrecord.evidence.events import lasted, named_events
from onrecord.evidence.forms import Outcome, Subject, between, computed
from onrecord.evidence.gates import Candidate, Failed, candidates, named, names_of, producer_names, producer_of
from onrecord.evidence.model import Pack, Series, Table
from onrecord.evidence.periods import Period, shifted
from onrecord.evidence.phrasing import AMONG, ANY_OTHER, HEADS, INVERTED, MODAL, NEED, OPEN
from onrecord.evidence.printed import printed
from onrecord.evidence.query import Missing, Runs, Value, entity_values
from onrecord.evidence.scope import Scope, Whose
from onrecord.evidence.several import among, together
from onrecord.evidence.shares import per_head, share
from onrecord.evidence.verdict import agreed, compared, scaled
from onrecord.evidence.wording import Word, contents, finds, words
from onrecord.record import Check, Claim, ClaimResult, Evidence, Interval, Observation, Reading, Reason, Record, Result
from onrecord.spans import Span

__all__ = ["check"]

_READINGS = 60  # of one thing asked, at most: more could not be read by anyone
_NOT_ASSERTED = {"possible": "put as possible", "conditional": "put on a condition"}
_IF = re.compile(r"\b(?:if|unless|whether)\b")
_DOUBTED = re.compile(
    r"\b(?:nobody|no one|none|never|not|n't|no evidence|no proof|false|untrue|wrong|doubts?|doubtful|den(?:y|ies|ied)|"
    r"rejects?|rejected|disputes?|disputed)\b[^.;]{0,60}\bthat\s+$"
)
_DENIED = frozenset({"deny", "ask", "urge", "promise", "predict"})


def check(record: Record, store: Runs, packs: Sequence[Pack]) -> Record:
    """``record`` with a check for each reading of each claim against the tables of ``packs``, and a result a claim.

    ``store`` runs the queries. Tables that nobody has confirmed are left out. Whatever ``record`` held of checks and
    results is replaced; nothing else changes.

    Raises:
        EvidenceError: a table cannot be read, or a query breaks its limits.
    """
    engine = _Engine(record, store, packs)
    checks: list[Check] = []
    results: list[ClaimResult] = []
    for claim in record.claims:
        made, result = engine.claim(claim, len(checks))
        checks += made
        results.append(result)
    return replace(record, checks=tuple(checks), results=tuple(results))


@dataclass(frozen=True, slots=True)
class _Answer:
    """The readings of one thing that a claim asks."""

    asked: Asked
    checks: tuple[Check, ...]
    result: Result
    reason: Reason | None


class _Engine:
    """One record against some packs."""

    def __init__(self, record: Record, store: Runs, packs: Sequence[Pack]) -> None:
        self.record, self.store, self.scope = record, store, Scope.of(record)
        self.series = [(p, t, s) for p in packs for t in p.tables if t.confirmed for s in t.series]
        self.producers = tuple(dict.fromkeys(n for _, t, s in self.series for n in producer_names(producer_of(t, s))))
        self.known: dict[tuple[str, str], tuple[str, ...]] = {}
        self.events = tuple(
            named_events(store, self.series, words(record.document.text, [Span(0, len(record.document.text))]))
        )
        self.labels: dict[str, list[Candidate]] = {}  # of earlier claims of the same sentence, for elliptic ones

    def entities(self, pack: Pack, table: Table) -> tuple[str, ...]:
        key = (pack.name, table.name)
        if key not in self.known:
            self.known[key] = entity_values(self.store, pack, table)
        return self.known[key]

    def claim(self, claim: Claim, number: int) -> tuple[list[Check], ClaimResult]:
        """The checks of one claim, numbered from ``number`` + 1, and its result."""
        found = context(self.record, claim)
        refused = self._refused(found)
        if refused:
            return [], ClaimResult(claim.id, "not_checked", refused[0], (), refused[1])
        items = asked(found)
        if not items:
            return [], ClaimResult(claim.id, "not_checked", "no_value", (), "no figure and no comparison")
        answers, near = [], list[Failed]()
        for item in items:
            answer, failed = self._answer(found, item)
            near += failed
            if answer:
                answers.append(answer)
        checks: list[Check] = []
        for answer in answers:
            for one in answer.checks:
                checks.append(replace(one, id=f"k{number + len(checks) + 1}"))
        return checks, self._result(claim, items, answers, checks, near)

    def _refused(self, found: Context) -> tuple[Reason, str] | None:
        claim = found.claim
        if claim.kind in ("call", "characterisation"):
            return "not_fact", "a call to action or a characterisation is never checked"
        if claim.factuality in _NOT_ASSERTED:
            return "not_asserted", f"the claim is {_NOT_ASSERTED[claim.factuality]}"
        if claim.factuality == "future" or claim.kind == "prediction":
            return "forecast", "the claim is of what was still to come"
        if claim.factuality == "negated" and not _bounded(found):
            return "not_asserted", "the claim is a denial"
        sentence = self.scope.sentence(claim.span)
        before = found.text[sentence.start : claim.span.start].lower()
        if OPEN.search(before) or _IF.search(found.raw[:12]) or INVERTED.search(found.raw) or self.scope.asks(sentence):
            return "not_asserted", "the claim is asked or put on a condition"
        if MODAL.search(found.text[max(0, claim.span.start - 30) : claim.span.end].lower()):
            return "not_asserted", "the claim is put as wished, expected or possible"
        if _DOUBTED.search(before):
            return "not_asserted", "the sentence does not assert it"
        attribution = self.scope.attribution(found)
        if attribution and (attribution.act in _DENIED or attribution.kind in ("belief", "intention", "decree")):
            return "not_asserted", "the speaker does not assert it"
        return None

    # What is asked, of which series, of whom, when -------------------------------------------------------------

    def _answer(self, found: Context, item: Asked) -> tuple[_Answer | None, list[Failed]]:
        if item.length is not None:
            return self._lasted(found, item), []
        said = self._words(found, item)
        passed, failed = candidates(said, self._of_role(item), self.entities, self.producers, item.grain)
        if not passed and item.form == "share":
            passed = self._by_whole(found, item, said)
        if not passed and item.form == "share":
            return self._stands_for(found, item, said), failed
        if not passed and not contents(said):
            passed = self.labels.get(self._place(found), [])
        elif passed:
            self.labels[self._place(found)] = passed
        passed = self._named_producer(found, passed)
        checks: list[Check] = []
        for candidate in passed:
            checks += self._of_series(found, item, candidate, said)
        if not checks:
            return None, failed
        checks = checks[:_READINGS]
        result, reason = agreed(checks)
        supposed = {c.reading.period for c in checks if c.reading and c.result != "not_checked"}
        if (
            result == "inconsistent"
            and supposed
            and supposed <= {"document", "coverage", "latest"}
            and not self._now(found)
        ):
            result, reason = "depends", "period"
        if result == "inconsistent" and all(c.reading and _elsewhere(c.reading) for c in checks if c.result == result):
            result, reason = "depends", "definition"
        return _Answer(item, tuple(checks), result, reason), failed

    def _lasted(self, found: Context, item: Asked) -> _Answer | None:
        """A length of time that is said of an event of a pack."""
        assert item.length is not None  # noqa: S101 (asked so)
        said, checks = self._all_words(found), []
        for event in named_events(self.store, self.series, said):
            outcome = lasted(item.length, event, said)
            if outcome and not (self.scope.published and event.hi > self.scope.published):
                period = Period(event.lo, event.hi, "series")
                checks.append(self._check(found, item, event.subject, period, outcome, Whose(event.subject.entity)))
        return _Answer(item, tuple(checks), *agreed(checks)) if checks else None

    def _by_whole(self, found: Context, item: Asked, said: Sequence[Word]) -> list[Candidate]:
        """The series of a share that only its whole names: "Tarn had a third of all visitors", "half of the water it
        needed". What else the claim says must be names of entities and words that never narrow."""
        assert item.whole is not None  # noqa: S101 (the form says so)
        phrase = words(found.text, [item.whole])
        wholes, _ = candidates(phrase, self._real(), self.entities, self.producers)
        parts = []
        for whole in wholes:
            names = [n for v in self.entities(whole.pack, whole.table) for n in names_of(whole.table.entities, v)]
            own = {i for n in names for first in finds(n, said) for i in range(first, first + len(n.split()))}
            if contents([word for i, word in enumerate(said) if i not in own]):
                continue
            if whole.series.role != "need":
                parts.append(whole)
                continue
            parts += [
                Candidate(p, t, s, whole.label)
                for p, t, s in self.series
                if p == whole.pack and s.name in whole.series.of and s.role == "measured"
            ]
        return list({(c.pack.name, c.table.name, c.series.name): c for c in parts}.values())

    def _real(self) -> Iterable[tuple[Pack, Table, Series]]:
        return ((p, t, s) for p, t, s in self.series if s.sort != "event" and s.role != "baseline")

    def _stands_for(self, found: Context, item: Asked, said: Sequence[Word]) -> _Answer | None:
        """Readings of a share of something wider than any series counts: shown, never a result."""
        signs = [
            (p, t, replace(s, property=s.stands_for[0], synonyms=s.stands_for[1:], stands_for=(s.property,)))
            for p, t, s in self.series
            if s.stands_for
        ]
        passed, _ = candidates(said, signs, self.entities, self.producers)
        checks: list[Check] = []
        for candidate in passed:
            series = replace(candidate.series, property=candidate.series.stands_for[0])
            for one in self._of_series(found, item, replace(candidate, series=series), said):
                note = f"“{candidate.label}” is read as {series.property}"
                checks.append(
                    replace(one, reading=one.reading and replace(one.reading, assumed=(*one.reading.assumed, note)))
                )
        return _Answer(item, tuple(checks[:_READINGS]), "not_checked", "no_denominator") if checks else None

    def _place(self, found: Context) -> str:
        return f"{found.claim.attribution}:{self.scope.sentence(found.claim.span).start}"

    def _now(self, found: Context) -> bool:
        """Whether the claim is put in the present, so that "latest" is what it says."""
        return any(word.low in ("is", "are", "stands", "currently", "now", "today") for word in self._all_words(found))

    def _all_words(self, found: Context) -> list[Word]:
        return words(found.text, found.claim.parts)

    def _words(self, found: Context, item: Asked) -> list[Word]:
        """The words of the claim less its figures and times, and less what a share is of."""
        out = [q.span for q in found.quantities]
        out += [t.span for t in self.record.times if t.kind != "set" or t.span.end - t.span.start > 9]
        if item.whole:
            out.append(item.whole)
        if item.quantity and item.quantity.compared and item.quantity.compared.relation == "same":
            out = [*out, item.quantity.compared.span] if not item.usual else out
        if item.alone:
            phrase = item.quantity.of.span if item.quantity and item.quantity.of else Span(0, 0)
            return words(found.text, [phrase])
        if item.form == "per_head":
            out += [Span(found.claim.span.start + m.start(), found.claim.span.start + m.end()) for m in _heads(found)]
        if item.among is not None:
            out += [Span(found.claim.span.start + m.start(), found.claim.span.start + m.end()) for m in _group(found)]
        return [w for w in self._all_words(found) if not any(o.start <= w.span.start < o.end for o in out)]

    def _of_role(self, item: Asked) -> Iterable[tuple[Pack, Table, Series]]:
        for pack, table, series in self.series:
            if series.sort == "event" or (series.role == "population" and item.form == "per_head"):
                continue
            if (series.role == "baseline") == item.usual:
                yield pack, table, series

    def _named_producer(self, found: Context, passed: list[Candidate]) -> list[Candidate]:
        """The candidates of the producer that the claim goes by, where it names one: "according to"."""
        attribution = self.scope.attribution(found)
        said = self._all_words(found)
        if attribution:
            cue = " ".join(found.text[s.start : s.end] for s in attribution.cue).lower()
            if any(word in cue for word in ("according", "figures", "data", "statistics", "show")):
                said = [*said, *words(found.text, attribution.source)]
        theirs = [c for c in passed if any(finds(n, said) for n in producer_names(producer_of(c.table, c.series)))]
        return theirs or passed

    def _of_series(self, found: Context, item: Asked, candidate: Candidate, said: Sequence[Word]) -> Iterator[Check]:
        table, values = candidate.table, self.entities(candidate.pack, candidate.table)
        whose = self.scope.whose(found, said, table.entities, values)
        if whose and whose.others and item.quantity and len(found.quantities) > 1 and not item.together:
            whose = self.scope.nearest(item.quantity, found, said, table.entities, values) or whose
        whole = None
        if whose and whose.others and item.whole and not item.together:
            hits = named(table.entities, values, said)
            after = [hit.entity for hit in hits if said[hit.first].span.start >= item.whole.start]
            rest = [hit.entity for hit in hits if not after or hit.entity != after[0]]
            if after and len(set(rest)) == 1:
                whole, whose = after[0], Whose(rest[0])
        has_entities = table.entities.constant is not None or table.entities.column is not None
        if whose is None and has_entities:
            words_ = f"whose figure it is, of {table.path}, is not stated"
            yield self._unchecked(found, candidate, item, None, "no_entity", words_)
            return
        whose = whose or Whose(None)
        if whose.others and not _of_several(item):
            words_ = f"which of {', '.join((whose.entity or '', *whose.others))} is meant is open"
            yield self._unchecked(found, candidate, item, None, "no_entity", words_)
            return
        subject = Subject(self.store, candidate.pack, table, candidate.series, whose.entity)
        claimed = self._claimed(item)
        plain = item.base is not None or item.form in (
            "change",
            "change_percent",
            "change_points",
            "factor",
            "comparison",
        )
        periods = list(self.scope.periods(found, item.time, subject, self.events, plain=plain))[:_READINGS]
        if not periods:
            words_ = f"no period that {table.path} has is stated"
            yield self._unchecked(found, candidate, item, whose, "no_period", words_)
        for period in periods:
            if self.scope.published and period.lo > self.scope.published:
                words_ = "the period lies after the day of publication"
                yield self._unchecked(found, candidate, item, whose, "forecast", words_)
                continue
            for outcome in self._outcomes(found, item, subject, period, claimed, whose, whole):
                yield self._check(found, item, subject, period, outcome, whose)

    def _claimed(self, item: Asked) -> tuple[Interval, ...]:
        if item.quantity is None:
            return ()
        quantity, span = item.quantity, item.quantity.span
        text = self.record.document.text[span.start : span.end]
        if item.over is None:
            return printed(text, quantity, self.record.document.text[max(0, span.start - 12) : span.start])
        # "at most 1,200, the same number as in two days": the number itself is what is the same
        number = quantity.upper if quantity.upper is not None else quantity.lower
        point = replace(quantity, lower=number, upper=number, lower_open=False, upper_open=False)
        return tuple(scaled(one, 1 / item.over) for one in printed(text, point))

    def _outcomes(
        self,
        found: Context,
        item: Asked,
        subject: Subject,
        period: Period,
        claimed: tuple[Interval, ...],
        whose: Whose,
        whole: str | None,
    ) -> Iterator[Outcome | Missing]:
        if item.form == "share" and whole is not None:
            yield share(item, subject, replace(subject, entity=whole), period, claimed)
        elif item.form == "share":
            yield from self._shares(found, item, subject, period, claimed)
        elif item.form == "per_head":
            yield from self._heads(item, subject, period, claimed)
        elif item.together:
            yield together(item, subject, (whose.entity or "", *whose.others), period, claimed)
        elif item.among is not None:
            yield among(item, subject, self.entities(subject.pack, subject.table), period)
        elif whose.others:
            yield from between(item, subject, replace(subject, entity=whose.others[0]), period, claimed)
        else:
            yield from computed(item, subject, period, self._base(item, period), claimed)

    def _base(self, item: Asked, period: Period) -> Period | None:
        time = item.since if item.form in ("rank", "record") else item.base
        if time is None:
            return None
        lo, hi = (date.fromisoformat(end) if end else None for end in (time.lo, time.hi))
        readings = [
            (lo, hi),
            *((date.fromisoformat(o.lo), date.fromisoformat(o.hi)) for o in time.alternatives if o.lo and o.hi),
        ]
        known = [(a, b) for a, b in readings if a and b]
        # "than in January": the last one before the period, where the month alone is said
        before = [pair for pair in known if pair[1] < period.lo]
        chosen = max(before, default=known[0] if known else None)
        return Period(*chosen, "stated", None, time.id) if chosen else None

    # Shares ------------------------------------------------------------------------------------------------------

    def _shares(
        self, found: Context, item: Asked, part: Subject, period: Period, claimed: tuple[Interval, ...]
    ) -> Iterator[Outcome | Missing]:
        assert item.whole is not None  # noqa: S101 (the form says so)
        if part.series.unit == "%":
            yield from computed(replace(item, form="level"), part, period, None, claimed)
            return
        phrase = words(found.text, [item.whole])
        if all(word.low in NEED for word in contents(phrase)) and contents(phrase):
            yield from self._needs(item, part, period, claimed)
            return
        wholes, _ = candidates(phrase, self._real(), self.entities, self.producers)
        made = False
        for whole in wholes:
            values = self.entities(whole.pack, whole.table)
            whose = self.scope.whose(found, phrase, whole.table.entities, values)
            if whole.series.role == "need" and part.entity in values:
                whose = Whose(part.entity)  # "of the water it needed": its own need
            same = whole.table == part.table and whole.series == part.series
            if whose is None or (same and whose.entity == part.entity):
                continue
            made = True
            yield share(
                item, part, Subject(self.store, whole.pack, whole.table, whole.series, whose.entity), period, claimed
            )
        if not made:
            yield from self._needs(item, part, period, claimed)

    def _needs(
        self, item: Asked, part: Subject, period: Period, claimed: tuple[Interval, ...]
    ) -> Iterator[Outcome | Missing]:
        """The share of what is needed, by each series that says how much that is."""
        assert item.whole is not None  # noqa: S101 (the form says so)
        needs = [
            (p, t, s) for p, t, s in self.series if s.role == "need" and part.series.name in s.of and p == part.pack
        ]
        for pack, table, series in needs:
            values = self.entities(pack, table)
            whose = part.entity if part.entity in values else values[0] if len(values) == 1 else None
            if whose is None:
                continue
            whole_of = Subject(self.store, pack, table, series, whose)
            outcome = share(item, part, whole_of, period, claimed)
            if isinstance(outcome, Outcome):
                note = f"the whole is not stated: {series.property} is meant ({whole_of.producer})"
                outcome = replace(outcome, assumed=(*outcome.assumed, note))
            yield outcome
        if not needs:
            yield Missing(
                "no_denominator", f"no series is of “{self.record.document.text[item.whole.start : item.whole.end]}”"
            )

    def _heads(
        self, item: Asked, part: Subject, period: Period, claimed: tuple[Interval, ...]
    ) -> Iterator[Outcome | Missing]:
        people = [(p, t, s) for p, t, s in self.series if s.role == "population" and p == part.pack]
        made = False
        for pack, table, series in people:
            if part.entity in self.entities(pack, table):
                made = True
                yield per_head(item, part, Subject(self.store, pack, table, series, part.entity), period, claimed)
        if not made:
            yield Missing("no_denominator", f"no series counts the people of {part.entity or part.table.path}")

    # Checks ------------------------------------------------------------------------------------------------------

    def _check(
        self, found: Context, item: Asked, subject: Subject, period: Period, outcome: Outcome | Missing, whose: Whose
    ) -> Check:
        candidate = Candidate(subject.pack, subject.table, subject.series, "")
        if isinstance(outcome, Missing):
            return self._unchecked(found, candidate, item, whose, outcome.reason, outcome.words, period)
        notes = tuple(note for note in (period.assumed, whose.assumed, *outcome.assumed) if note)
        reading = Reading(
            form=outcome.form,
            property=subject.series.property,
            producer=subject.producer,
            quantity=item.quantity.id if item.quantity else None,
            definition=subject.series.definition or subject.table.definition,
            entity=subject.entity,
            lo=outcome.lo.isoformat(),
            hi=outcome.hi.isoformat(),
            period=period.basis,
            unit=outcome.unit,
            against=outcome.against,
            assumed=notes,
        )
        result: Result
        reason: Reason | None
        observed = None
        if outcome.number is None:
            result = "depends" if outcome.held is None else "consistent" if outcome.held else "inconsistent"
            reason = "rounding" if outcome.held is None else None
        else:
            result, reason = compared(outcome.claimed, outcome.number, outcome.half)
            observed = Interval(outcome.number - outcome.half, outcome.number + outcome.half)
        claimed = outcome.claimed[0] if outcome.claimed else None
        evidence = tuple(self._evidence(subject, value, i == 0) for i, value in enumerate(outcome.values))
        return Check("", found.claim.id, reading, result, reason, claimed, observed, evidence, outcome.working)

    def _unchecked(
        self,
        found: Context,
        candidate: Candidate,
        item: Asked,
        whose: Whose | None,
        reason: Reason,
        said: str,
        period: Period | None = None,
    ) -> Check:
        reading = Reading(
            form=item.form,
            property=candidate.series.property,
            producer=producer_of(candidate.table, candidate.series),
            quantity=item.quantity.id if item.quantity else None,
            definition=candidate.series.definition or candidate.table.definition,
            entity=whose.entity if whose else None,
            lo=period.lo.isoformat() if period else None,
            hi=period.hi.isoformat() if period else None,
            period=period.basis if period else "none",
            unit=candidate.series.unit,
        )
        return Check("", found.claim.id, reading, "not_checked", reason, None, None, (), said)

    def _evidence(self, subject: Subject, value: Value, around: bool) -> Evidence:
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
            definition=subject.series.definition or subject.table.definition,
            omitted=value.omitted,
            around=_around(subject, value) if around else (),
        )

    def _result(
        self,
        claim: Claim,
        items: Sequence[Asked],
        answers: Sequence[_Answer],
        checks: Sequence[Check],
        near: Sequence[Failed],
    ) -> ClaimResult:
        ids = tuple(one.id for one in checks)
        decided = [answer for answer in answers if answer.result != "not_checked"]
        if not decided:
            if answers:
                first = answers[0]
                return ClaimResult(claim.id, "not_checked", first.reason, ids, first.checks[0].working)
            return ClaimResult(claim.id, "not_checked", "no_table", ids, _near_words(near))
        for result in ("inconsistent", "depends"):
            found = [answer for answer in decided if answer.result == result]
            if found:
                one = next(c for c in found[0].checks if c.result == result or result == "depends")
                return ClaimResult(claim.id, found[0].result, found[0].reason, ids, one.working)
        part = "" if len(decided) == len(items) else f"{len(decided)} of {len(items)} things claimed were checked. "
        return ClaimResult(claim.id, "consistent", None, ids, part + decided[0].checks[0].working)


def _bounded(found: Context) -> bool:
    """Whether the denial is inside a figure: "does not exceed 1200" asserts a bound."""
    text = found.text.lower()
    return any(
        (q.lower is None) != (q.upper is None)
        and any(w in text[q.span.start : q.span.end].split() for w in ("not", "no", "never"))
        for q in found.quantities
    )


def _elsewhere(reading: Reading) -> bool:
    """Whether whose figure it is was supposed from elsewhere in the text."""
    return any("is meant, which the" in note for note in reading.assumed)


def _of_several(item: Asked) -> bool:
    """Whether a claim that names several entities of a table may be read of all of them."""
    if item.together or item.among is not None:
        return True
    if item.form in ("comparison", "factor"):
        return item.base is None
    return item.form in ("change", "change_percent") and item.base is None and not item.ends


def _group(found: Context) -> Iterator[re.Match[str]]:
    for pattern in (AMONG, ANY_OTHER):
        yield from pattern.finditer(found.raw)


def _heads(found: Context) -> Iterator[re.Match[str]]:
    return HEADS.finditer(found.raw)


def _near_words(near: Sequence[Failed]) -> str:
    if not near:
        return "no series is of this"
    best = min(near, key=lambda failed: len(failed.words))
    whose = producer_of(best.table, best.series)
    return f"nearest: {best.series.property} ({whose}), but not of “{' '.join(best.words[:6])}”"


def _around(subject: Subject, value: Value) -> tuple[Observation, ...]:
    rows = value.rows
    if not rows or not rows[0].lo or not rows[-1].hi:
        return ()
    lo, hi = date.fromisoformat(rows[0].lo), date.fromisoformat(rows[-1].hi)
    reach = max(12, 2 * len(rows))
    before, after = (
        shifted(lo, lo, subject.table.periods.grain, -reach),
        shifted(hi, hi, subject.table.periods.grain, reach),
    )
    if not before or not after:
        return ()
    found = subject.values(before[0], after[1])
    if isinstance(found, Missing):
        return ()
    used = {row.row for row in rows}
    return tuple(row for row in found.rows if row.row not in used)[:120]
