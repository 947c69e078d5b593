"""Results: of one thing asked by its readings, of a claim by all that it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.evidence.asked import Asked
from onrecord.evidence.gates import Failed, producer_of
from onrecord.evidence.outcome import OTHERWISE
from onrecord.evidence.supposing import LEFT_OUT
from onrecord.evidence.verdict import agreed
from onrecord.evidence.whose import supposed_elsewhere
from onrecord.record import Check, Claim, ClaimResult, Reason, Result

__all__ = ["OTHER_PRODUCER", "Answer", "answered", "of_other_producer", "result_of"]

OTHER_PRODUCER = "figures of another producer than the one that is named"
"""What a check says that is shown for comparison and is no reading of the claim."""

_SUPPOSED = frozenset({"document", "coverage", "latest"})  # periods that the claim does not state
_WORDS = 6  # of a claim that no series has, in the line that says so


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one thing that a claim asks. ``checks`` are its readings, ``shown`` others that do not count."""

    asked: Asked
    checks: tuple[Check, ...]
    result: Result
    reason: Reason | None
    shown: tuple[Check, ...] = ()

    @property
    def working(self) -> str:
        """The working of the reading that shows the result: the first that has it, else the first with any result."""
        same = [check for check in self.checks if check.result == self.result]
        other = [check for check in self.checks if check.result != "not_checked"]
        return (other or self.checks if self.result == "depends" else same or self.checks)[0].working


def answered(item: Asked, checks: Sequence[Check], shown: Sequence[Check] = (), *, now: bool = False) -> Answer:
    """The result of the readings ``checks`` of one thing asked, at least one.

    What is inconsistent only with a period or an entity that was supposed depends on that: the claim may mean another.
    ``now``: the claim is put in the present, so that the latest value is what it states.
    """
    first = [check for check in checks if not _otherwise(check)]
    result, reason = agreed(first)
    if result != "consistent":
        result, reason = agreed(checks)
    supposed = {c.reading.period for c in checks if c.reading and c.result != "not_checked"}
    if result == "inconsistent" and supposed and supposed <= _SUPPOSED and not now:
        result, reason = "depends", "period"
    if result == "inconsistent" and all(_elsewhere(check) for check in checks if check.result == result):
        result, reason = "depends", "definition"
    if result == "inconsistent" and all(_supposing(check) for check in checks if check.result == result):
        result, reason = "depends", "definition"
    return Answer(item, tuple(checks), result, reason, tuple(shown))


def _supposing(check: Check) -> bool:
    return check.reading is not None and any(note.startswith(LEFT_OUT) for note in check.reading.assumed)


def _otherwise(check: Check) -> bool:
    """Whether a reading is only asked where those before it do not bear the claim out."""
    return check.reading is not None and any(note.startswith(OTHERWISE) for note in check.reading.assumed)


def of_other_producer(check: Check) -> Check:
    """``check`` with a line that says why it does not count."""
    reading = check.reading
    return replace(check, reading=reading and replace(reading, assumed=(*reading.assumed, OTHER_PRODUCER)))


def result_of(
    claim: Claim,
    items: Sequence[Asked],
    answers: Sequence[Answer],
    ids: tuple[str, ...],
    near: Sequence[Failed],
    text: str,
) -> ClaimResult:
    """The result of ``claim``: inconsistent where one thing that it asks is, else depends where one does, else
    consistent where one is, and then it says which of them were checked.

    ``items`` is all that it asks, ``answers`` what was found for some, ``ids`` those of all checks, ``near`` the series
    that it nearly is about, ``text`` the document's.
    """
    decided = [answer for answer in answers if answer.result != "not_checked"]
    if not decided and answers:
        return ClaimResult(claim.id, "not_checked", answers[0].reason, ids, answers[0].checks[0].working)
    if not decided:
        return ClaimResult(claim.id, "not_checked", "no_table", ids, _near_words(near))
    for result in ("inconsistent", "depends"):
        found = next((answer for answer in decided if answer.result == result), None)
        if found:
            return ClaimResult(claim.id, found.result, found.reason, ids, found.working)
    # Days from one date to another have a length too; it is claimed only of an event that is named.
    found_lengths = [answer.asked for answer in answers]
    claimed = [item for item in items if item.length is None or item in found_lengths]
    if len(decided) == len(claimed):
        return ClaimResult(claim.id, "consistent", None, ids, decided[0].working)
    each = "; ".join(f"{_quoted(answer.asked, text)}{answer.working}" for answer in decided)
    working = f"{len(decided)} of {len(claimed)} things claimed were checked. {each}"
    return ClaimResult(claim.id, "consistent", None, ids, working)


def _elsewhere(check: Check) -> bool:
    return check.reading is not None and any(map(supposed_elsewhere, check.reading.assumed))


def _quoted(item: Asked, text: str) -> str:
    """The words of the figure that is asked about, or of the length of time; nothing where there is neither."""
    stated = item.quantity or item.length
    return f"“{text[stated.span.start : stated.span.end]}”: " if stated else ""


def _near_words(near: Sequence[Failed]) -> str:
    if not near:
        return "no series is of this"
    best = min(near, key=lambda failed: len(failed.words))
    whose = producer_of(best.table, best.series)
    return f"nearest: {best.series.property} ({whose}), but not of “{' '.join(best.words[:_WORDS])}”"
