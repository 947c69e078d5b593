"""Claims, their checks and the sums of a text as they are shown: the terminal, the report and the tables say the same.

Claims are numbered in text order, all of them, so that "claim 4" is the same claim everywhere; checks and sums in the
order of the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from onrecord.publish.calendar import stretch_words
from onrecord.publish.characters import folded
from onrecord.publish.figures import interval_words
from onrecord.publish.held import Figure, numbers
from onrecord.publish.lines import Line
from onrecord.publish.words import UNCLEAR, number_of, reason_words, result_word, result_words
from onrecord.record import (
    Arithmetic,
    ArithmeticKind,
    Check,
    Claim,
    ClaimResult,
    QueryForm,
    Reading,
    Reason,
    Record,
    Result,
)
from onrecord.spans import quote

__all__ = [
    "OWN_VOICE",
    "Finding",
    "Looked",
    "Sum",
    "checked",
    "findings",
    "kind_words",
    "status_words",
    "sums",
    "tally",
]

OWN_VOICE = "the text itself"

_FORMS: dict[QueryForm, str] = {
    "level": "{}",
    "sum": "sum of {}",
    "mean": "mean of {}",
    "count": "number of {}",
    "minimum": "lowest of {}",
    "maximum": "highest of {}",
    "change": "change in {}",
    "change_percent": "change in {} in per cent",
    "change_points": "change in {} in points",
    "ratio": "ratio of {}",
    "share": "share of {}",
    "per_head": "{} per head",
    "per_day": "{} per day",
    "factor": "{} as many times over",
    "comparison": "{} compared",
    "rank": "rank by {}",
    "record": "highest or lowest ever of {}",
    "trend": "rise or fall of {}",
    "parts": "sum of the parts of {}",
    "duration": "length of time of {}",
}
_PERIODS = {
    "stated": "the claim states the period",
    "carried": "the period is that of its sentence",
    "document": "the period is from elsewhere in the text",
    "latest": "the latest value at the time",
    "coverage": "all that the series covers so far",
    "series": "the only period of the series",
    "none": "",
}
_SUMS: dict[ArithmeticKind, str] = {
    "parts": "parts and their total",
    "share": "a share and its base",
    "rate": "a rate and a total",
    "duration": "a length of time and its dates",
    "change": "a change and its levels",
    "repeated": "the same quantity stated twice",
}
_AGREE: dict[Result, str] = {
    "consistent": "The text’s own figures agree.",
    "inconsistent": "The text’s own figures do not agree.",
    "depends": "The text’s own figures agree in one reading and not in another.",
    "not_checked": "Nothing was compared.",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """A check in words: ``looked_up`` is its reading, ``period`` how the period is known, ``counted`` whether the
    claim's result comes from it."""

    check: Check
    word: str
    sentence: str
    looked_up: str
    period: str
    claimed: str
    observed: str
    producers: tuple[str, ...]
    counted: bool

    @property
    def definition(self) -> str:
        """What is counted, and how: by this alone readings of one property may differ."""
        return folded((self.check.reading and self.check.reading.definition) or "")

    @property
    def assumed(self) -> tuple[str, ...]:
        """What the reading supposes, a line each."""
        return tuple(folded(line) for line in self.check.reading.assumed) if self.check.reading else ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim in the words of the text, who makes it, ``line`` the number of that attribution, and what was found."""

    number: int
    claim: Claim
    parts: tuple[str, ...]
    who: str
    line: int | None
    result: ClaimResult | None
    checks: tuple[Looked, ...]

    @property
    def is_checked(self) -> bool:
        """Whether anything was compared."""
        return self.result is not None and self.result.result != "not_checked"

    @property
    def compared(self) -> tuple[Looked, ...]:
        """The readings in which two sets of values were compared."""
        return tuple(looked for looked in self.checks if looked.check.result != "not_checked")

    @property
    def left(self) -> tuple[Looked, ...]:
        """The readings in which nothing was compared."""
        return tuple(looked for looked in self.checks if looked.check.result == "not_checked")

    @property
    def words(self) -> str:
        """The claim, verbatim but for white space; "…" where it is interrupted."""
        return " … ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum in words, with the figures it is made of."""

    number: int
    sum: Arithmetic
    word: str
    sentence: str
    kind: str
    figures: tuple[Figure, ...]


def findings(record: Record, all_lines: Sequence[Line]) -> tuple[Finding, ...]:
    """Every claim of ``record`` in text order; finding ``i`` has number ``i + 1``."""
    by_id = {line.attribution.id: line for line in all_lines}
    results = {result.claim: result for result in record.results}
    checks: dict[str, list[Check]] = {}
    for check in record.checks:
        checks.setdefault(check.claim, []).append(check)
    found = []
    for i, claim in enumerate(sorted(record.claims, key=lambda claim: claim.span)):
        line = by_id.get(claim.attribution) if claim.attribution is not None else None
        result = results.get(claim.id)
        used = set(result.checks) if result else set()
        found.append(
            Finding(
                number=i + 1,
                claim=claim,
                parts=tuple(folded(quote(record.document.text, span)) for span in claim.parts or (claim.span,)),
                who=_who(claim, line),
                line=line.number if line else None,
                result=result,
                checks=tuple(_looked(check, check.id in used) for check in checks.get(claim.id, ())),
            )
        )
    return tuple(found)


def checked(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The claims of which anything was compared with evidence: those with a result, and those whose readings decide
    nothing but can be shown."""
    return tuple(finding for finding in found if finding.is_checked or (finding.result and finding.compared))


def tally(found: Iterable[Finding]) -> str:
    """What was not checked, by reason, the most frequent first: "12 claims not checked: 9 no table, 3 no period"."""
    left = [f for f in found if f.result and f.result.result == "not_checked" and not f.compared]
    if not left:
        return ""
    # by reason, and for what is no matter of fact by the claim's kind, which says which of the two it is
    counted = Counter(
        (f.result.reason, f.claim.kind if f.result.reason == "not_fact" else None) for f in left if f.result
    )
    order = [None, *get_args(Reason)]
    ranked = sorted(counted.items(), key=lambda item: (-item[1], order.index(item[0][0]), item[0][1] or ""))
    parts = [f"{count} {reason_words(reason, count, kind)}" for (reason, kind), count in ranked]
    return f"{number_of(len(left), 'claim')} not checked: {', '.join(parts)}"


def counts_of_checks(found: Iterable[Finding]) -> str:
    """How many claims were checked and with what result: "3 claims checked: 2 consistent, 1 depends"; "" for none."""
    counted = Counter(finding.result.result for finding in found if finding.is_checked and finding.result)
    if not counted:
        return ""
    parts = [f"{counted[result]} {result}" for result in get_args(Result) if counted[result]]
    return f"{number_of(counted.total(), 'claim')} checked: {', '.join(parts)}"


def sums(record: Record, all_figures: Sequence[Figure]) -> tuple[Sum, ...]:
    """The sums done with the text's own figures; ``all_figures`` are those of the record, in order."""
    known = numbers(record)
    found = []
    for i, one in enumerate(record.arithmetic):
        places = [known.get(("n", id)) for id in one.quantities] + [known.get(("t", id)) for id in one.times]
        held = tuple(all_figures[place - 1] for place in dict.fromkeys(places) if place)
        found.append(Sum(i + 1, one, result_word(one.result), _AGREE[one.result], _SUMS[one.kind], held))
    return tuple(found)


def kind_words(claim: Claim) -> str:
    """What sort of claim it is, and how it is put where that is not as a fact: "quantity, negated"."""
    kind = "call to action" if claim.kind == "call" else claim.kind
    return kind if claim.factuality == "asserted" else f"{kind}, {claim.factuality}"


def status_words(finding: Finding) -> str:
    """The result in a word or two; without one, whether the claim could be looked up at all."""
    if finding.result is None:
        return "not looked up" if finding.claim.checkability.checkable else "not checkable"
    if finding.is_checked:
        return result_word(finding.result.result)
    return f"{result_word('not_checked')}: {reason_words(finding.result.reason, 1, finding.claim.kind)}"


def _who(claim: Claim, line: Line | None) -> str:
    if line is None:
        return OWN_VOICE if claim.attribution is None else UNCLEAR
    return folded(line.speaker.name) if line.speaker else line.written or UNCLEAR


def _looked(check: Check, counted: bool) -> Looked:
    reading = check.reading
    unit = reading.unit if reading else None
    names = ([reading.producer] if reading else []) + [evidence.producer for evidence in check.evidence]
    return Looked(
        check=check,
        word=result_word(check.result),
        sentence=result_words(check.result, check.reason),
        looked_up=_reading_words(reading) if reading else "no reading could be made",
        period=_PERIODS[reading.period] if reading else "",
        claimed=interval_words(check.claimed, unit),
        observed=interval_words(check.observed, unit),
        producers=tuple(dict.fromkeys(filter(None, map(folded, names)))),
        counted=counted,
    )


def _reading_words(reading: Reading) -> str:
    """What is looked up: "sum of trucks that entered, Port Elsin, May 2024, against May 2023"."""
    what = _FORMS[reading.form].replace("{}", folded(reading.property))
    whose = folded(reading.entity or "")
    if whose.casefold() in what.casefold():
        whose = ""  # "trucks that entered Port Elsin" are those of Port Elsin
    when = stretch_words(reading.lo, reading.hi) if reading.lo or reading.hi else ""
    against = f"against {folded(reading.against)}" if reading.against else ""
    return ", ".join(filter(None, (what, whose, when, against)))
