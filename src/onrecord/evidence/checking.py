"""Claims against evidence: each claim through the gates, each reading with its check, one result a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.evidence.asked import Asked, Context, asked, context
from onrecord.evidence.asking import Asking, Before
from onrecord.evidence.asserting import bared
from onrecord.evidence.choosing import by_both, by_producer, by_whole, by_words, elliptic, part_unsaid, stood_for
from onrecord.evidence.deciding import Answer, answered, of_other_producer, result_of
from onrecord.evidence.events import Event, lasted, named_events
from onrecord.evidence.everyone import told_of, with_every
from onrecord.evidence.evidenced import checked
from onrecord.evidence.gates import Candidate, Failed
from onrecord.evidence.model import Pack
from onrecord.evidence.parted import followed_by_parts, parted, portions
from onrecord.evidence.periods import Period
from onrecord.evidence.phrasing import OF_THESE
from onrecord.evidence.pointing import POINTED, figures_before, points_back
from onrecord.evidence.query import Runs
from onrecord.evidence.readings import READINGS, claimed_sets, readings
from onrecord.evidence.refusing import refused
from onrecord.evidence.remainder import is_rest, number_of, rest_of
from onrecord.evidence.scope import Scope
from onrecord.evidence.supposing import supposed
from onrecord.evidence.tables import Tables
from onrecord.evidence.told import claim_words, lead_words, told_words
from onrecord.evidence.whose import Whose
from onrecord.evidence.wording import Word
from onrecord.record import Check, ClaimResult, Record
from onrecord.spans import Span

__all__ = ["check"]

_PRESENT = frozenset({"is", "are", "stands", "currently", "now", "today"})


def check(record: Record, store: Runs, packs: Sequence[Pack]) -> Record:
    """``record`` with a check for each reading of each claim against the tables of ``packs``, and a result a claim.

    ``store`` runs the queries. Tables that nobody has confirmed are left out. Whatever ``record`` held of checks and
    results is replaced; nothing else changes.

    Raises:
        EvidenceError: a table cannot be read, or a query breaks its limits.
    """
    tables, scope = Tables.of(store, packs), Scope.of(record)
    walk = _Walk(tables, told_of(tables, scope.words), scope, tuple(named_events(store, tables.series, scope.words)))
    checks: list[Check] = []
    results: list[ClaimResult] = []
    unnamed = tables.unnamed(record.document.text, scope.words)
    for claim in record.claims:
        made, result = walk.claim(context(record, claim, unnamed), len(checks))
        checks += made
        results.append(result)
    return replace(record, checks=tuple(checks), results=tuple(results))


@dataclass(frozen=True, slots=True)
class _Walk:
    """The claims of one record, one after another: an elliptic claim is of the series of the one before it in its
    sentence and by its speaker, which is why their order matters; ``before`` has the last one at -1. ``near`` are the
    tables that the document has a label of, ``events`` what it names, ``divided`` the sentences of a whole that parts
    are told of, ``told`` what was found for the whole and each part there."""

    tables: Tables
    near: Tables
    scope: Scope
    events: tuple[Event, ...]
    before: dict[tuple[str | None, int], Before] = field(default_factory=dict)
    divided: set[tuple[str | None, int]] = field(default_factory=set)
    told: dict[tuple[str | None, int], list[Check | None]] = field(default_factory=dict)

    def claim(self, found: Context, number: int) -> tuple[list[Check], ClaimResult]:
        """The checks of one claim, numbered from ``number`` + 1, and its result."""
        found = bared(found, self.scope)
        claim = found.claim
        found = with_every(found, self.near, self.scope.sentence(claim.span))
        refusal = refused(found, self.scope, self.tables.wished)
        sections, whole = [found], asked(found)
        if any(item.form == "count" for item in whole):  # "two of the four quarters" are no part of a whole
            asks = [self._asking(found, item) for item in whole]
        else:
            sections = self._sections(found)
            asks = [self._asking(section, item) for section in sections for item in asked(section)]
        if pointed := self._pointed(found):
            asks, sections = pointed, [found]
        items = [asking.item for asking in asks]
        if refusal and claim.kind == "characterisation":
            # How long an event lasted is a matter of fact, also where it is told in loaded words: it is shown, and the
            # claim as a whole stays what nothing is said of.
            lengths = (self._lasted(asking) for asking in asks if asking.item.length is not None)
            shown = [one for answer in lengths if answer for one in answer.checks]
            checks = [replace(one, id=f"k{i}") for i, one in enumerate(shown, number + 1)]
            ids = tuple(one.id for one in checks)
            return checks, ClaimResult(claim.id, "not_checked", refusal[0], ids, refusal[1])
        if refusal:
            return [], ClaimResult(claim.id, "not_checked", refusal[0], (), refusal[1])
        if not items:
            return [], ClaimResult(claim.id, "not_checked", "no_value", (), "no figure and no comparison")
        answers, near, told = list[Answer](), list[Failed](), set[int]()
        for asking in asks:
            answer, failed = self._part(asking)
            near += failed
            if answer:
                answers.append(answer)
                told |= {asking.found.claim.span.start} if answer.result != "not_checked" else set()
        unread = any(answer.asked.unread and answer.result == "not_checked" for answer in answers)
        if unread or len(told) < len(sections) > 1:
            # a figure alone bears out neither what it is compared with nor, of a whole, what is said of its part
            answers = [answer for answer in answers if answer.result != "consistent"]
        made = (one for answer in answers for one in (*answer.checks, *answer.shown))
        checks = [replace(one, id=f"k{i}") for i, one in enumerate(made, number + 1)]
        ids = tuple(one.id for one in checks)
        return checks, result_of(claim, items, answers, ids, near, found.text)

    def _sections(self, found: Context) -> list[Context]:
        """The claim as it gives a whole and its parts, or parts of the whole that its sentence gave before."""
        sections, sentence = parted(found), self.scope.sentence(found.claim.span)
        if (
            not any(section.divided for section in sections)
            and len(sections) == 1
            and followed_by_parts(found, sentence)
        ):
            sections = [replace(found, divided=Span(found.claim.span.end, sentence.end))]
        place = found.claim.attribution, self.scope.sentence(found.claim.span).start
        if any(section.divided for section in sections):
            self.divided.add(place)
        elif place in self.divided and place in self.before:
            sections = portions(found)
        return sections

    def _pointed(self, found: Context) -> list[Asking]:
        """What a claim asks of the figure of the claim before it; nothing where it does not point back to one."""
        if (joined := points_back(found)) is None:
            return []
        spent = figures_before(found, joined)
        items = [replace(item, spent=(*item.spent, *spent)) for item in asked(joined)]
        return [self._asking(joined, item) for item in items] if all(i.form in POINTED for i in items) else []

    def _asking(self, found: Context, item: Asked) -> Asking:
        return Asking(found, item, self.tables, self.scope)

    def _part(self, asking: Asking) -> tuple[Answer | None, list[Failed]]:
        """The readings of one thing asked: of the last part of a whole, what is left of it where no series is of that
        part."""
        found, item = asking.found, asking.item
        place = found.claim.attribution, self.scope.sentence(found.claim.span).start
        if is_rest(found):
            asking = replace(asking, item=replace(item, together=True))
        answer, failed = self._answer(asking)
        if found.divided:
            self.told[place] = [number_of(answer)]
        elif found.portion and place in self.told:
            if is_rest(found) and (answer is None or answer.result == "not_checked"):
                claimed = claimed_sets(item, found.unnamed)
                answer = rest_of(item, found.claim.id, self.told[place], claimed) if item.form == "level" else answer
            self.told[place].append(number_of(answer))
        return answer, failed

    def _answer(self, asking: Asking) -> tuple[Answer | None, list[Failed]]:
        """The readings of one thing asked, None where no series is of it, and the series that it nearly is about."""
        item, found = asking.item, asking.found
        if item.length is not None:
            return self._lasted(asking), []
        said = told_words(asking)
        if part_unsaid(asking, said):
            return None, []
        passed, failed = by_words(asking, said)
        place = found.claim.attribution, self.scope.sentence(found.claim.span).start
        now = any(word.low in _PRESENT for word in claim_words(found))
        if not passed and item.form in ("share", "ratio"):
            ways = (by_both, by_whole) if item.form == "ratio" else (by_whole, by_both)
            passed = ways[0](asking, said) or ways[1](asking, said)
        if passed and not found.portion:
            self.before[place] = self.before[place[0], -1] = Before.of(asking, passed, said)
        elif lead := lead_words(asking, said):
            passed, _ = by_words(asking, lead)
        if not passed and (before := self._before(asking, place)) and (lent := before.lent(asking, now=now)):
            asking, passed = lent, elliptic(lent, said, before)
            item = asking.item
        if not passed and item.form == "share":
            return self._stood_for(asking, said), failed
        if not passed and item.form != "share" and (may := supposed(asking, said)):
            checks = [_noting(one, may.note) for one in self._read(asking, [may.candidate], said)]
            return (answered(item, checks, now=now) if checks else None), failed
        theirs, others = by_producer(asking, passed)
        checks = self._read(asking, theirs, said)
        if not checks:
            return None, failed
        shown = [of_other_producer(one) for one in self._read(asking, others, said)]
        return answered(item, checks, shown[: READINGS - len(checks)], now=now), failed

    def _before(self, asking: Asking, place: tuple[str | None, int]) -> Before | None:
        """What an elliptic claim leaves out: said in its sentence, or before it where it points back ("of these")."""
        back = (place[0], -1) if OF_THESE.search(asking.found.raw) else place
        before = self.before.get(place) or self.before.get(back)
        return before or (self._ahead(asking) if asking.item.form in ("rank", "record") else None)

    def _ahead(self, asking: Asking) -> Before | None:
        """The series that the rest of the sentence is of: "August was its best month, with 300 loans"."""
        found = asking.found
        sentence = self.scope.sentence(found.claim.span)
        for claim in found.record.claims:
            if claim.span.start >= found.claim.span.end and claim.span.end <= sentence.end:
                other = context(found.record, claim, found.unnamed)
                for item in asked(other):
                    there = self._asking(other, item)
                    said = told_words(there)
                    if passed := by_words(there, said)[0]:
                        return Before.of(there, passed, said)
        return None

    def _read(self, asking: Asking, candidates: Sequence[Candidate], said: Sequence[Word]) -> list[Check]:
        return [one for each in candidates for one in readings(asking, each, said, self.events)][:READINGS]

    def _lasted(self, asking: Asking) -> Answer | None:
        """A length of time that is said of an event of a pack: "one week of the truce"."""
        item, found = asking.item, asking.found
        assert item.length is not None  # noqa: S101 (asked so)
        said, checks = claim_words(found), list[Check]()
        for event in named_events(self.tables.store, self.tables.series, said):
            outcome = lasted(item.length, event, said)
            if outcome and not (self.scope.published and event.hi > self.scope.published):
                period, theirs = Period(event.lo, event.hi, "series"), Whose(event.subject.entity)
                checks.append(checked(found.claim.id, item, event.subject, period, outcome, theirs))
        return answered(item, checks, now=True) if checks else None

    def _stood_for(self, asking: Asking, said: Sequence[Word]) -> Answer | None:
        """Readings of a share of something wider than any series counts: shown, never a result."""
        checks = []
        for candidate in stood_for(asking, said):
            note = f"“{candidate.label}” is read as {candidate.series.property}"
            for one in readings(asking, candidate, said, self.events):
                reading = one.reading and replace(one.reading, assumed=(*one.reading.assumed, note))
                checks.append(replace(one, reading=reading))
        return Answer(asking.item, tuple(checks[:READINGS]), "not_checked", "no_denominator") if checks else None


def _noting(check: Check, note: str) -> Check:
    """``check`` with a line of what is supposed."""
    reading = check.reading
    return replace(check, reading=replace(reading, assumed=(*reading.assumed, note))) if reading else check
