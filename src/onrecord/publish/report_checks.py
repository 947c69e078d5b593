"""What the report shows of claims, checks and sums: their ids in the page, their pictures and their links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from onrecord.publish.calendar import stretch_words
from onrecord.publish.charts import caption, chart
from onrecord.publish.checked import Finding, Looked, Sum, checked, counts_of_checks, findings, sums, tally
from onrecord.publish.figures import number_words
from onrecord.publish.held import Figure
from onrecord.publish.lines import Line
from onrecord.record import Check, Evidence, Observation, Record

__all__ = ["Checks", "Picture", "Proof", "Reading", "checks_of", "is_address", "row_words"]

_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~]{1,2000}")  # printable ASCII without quotes, <, >, \, ^, `, {, |, }


@dataclass(frozen=True, slots=True)
class Picture:
    """One series of evidence with its chart, if it has a value to draw, and what the chart's signs mean."""

    evidence: Evidence
    svg: Markup | None
    caption: tuple[tuple[str, str], ...]
    beside: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One check with its id in the page."""

    id: str
    looked: Looked
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim with its id in the page, which is its note's; ``who`` is the speaker's id there, "" for none."""

    id: str
    finding: Finding
    who: str
    note: str
    readings: tuple[Reading, ...]

    @property
    def at(self) -> int:
        """The offset at which the claim begins."""
        return self.finding.claim.span.start

    @property
    def is_said_below(self) -> bool:
        """Whether the only reading has the working of the result, so that it need not be said twice."""
        workings = [reading.looked.check.working for reading in self.readings]
        return self.finding.result is not None and workings == [self.finding.result.working]


@dataclass(frozen=True, slots=True)
class Checks:
    """All that the page shows of them: ``proofs`` are the claims that were checked, ``claims`` all.

    ``counts`` says how many were checked and with what result, ``tally`` how many were not and why.
    """

    proofs: tuple[Proof, ...]
    claims: tuple[Finding, ...]
    counts: str
    tally: str
    sums: tuple[tuple[str, Sum, tuple[tuple[str, Figure], ...]], ...]

    def __bool__(self) -> bool:
        return bool(self.claims or self.sums)


def checks_of(
    record: Record,
    key: str,
    all_lines: Sequence[Line],
    found: Sequence[Figure],
    ids: Mapping[int, str],
    who: Mapping[str, str],
) -> Checks:
    """The claims and sums of ``record``; ``ids`` are those of the lines' notes by number, ``who`` those of actors."""
    claims = findings(record, all_lines)
    speakers = {line.number: who[line.speaker.id] for line in all_lines if line.speaker}
    proofs = tuple(
        Proof(
            id=f"{key}claim-{finding.number}",
            finding=finding,
            who=speakers.get(finding.line, "") if finding.line else "",
            note=ids[finding.line] if finding.line else "",
            readings=tuple(
                _reading(looked, f"{key}check-{finding.number}-{i + 1}") for i, looked in enumerate(finding.compared)
            ),
        )
        for finding in checked(claims)
    )
    rows = tuple(
        (f"{key}sum-{one.number}", one, tuple((f"{key}figure-{figure.number}-m", figure) for figure in one.figures))
        for one in sums(record, found)
    )
    return Checks(proofs, claims, counts_of_checks(claims), tally(claims), rows)


def row_words(row: Observation) -> str:
    """The days of a row in words; "" where it has none."""
    return stretch_words(row.lo, row.hi) if row.lo or row.hi else ""


def value_words(row: Observation, unit: str | None) -> str:
    """The value of a row with its unit; "none" where it has no value."""
    return "none" if row.value is None else number_words(row.value, unit)


def is_address(source: str | None) -> bool:
    """Whether ``source`` may be a link: an address of the web and nothing but its characters."""
    if not source or not _ADDRESS.fullmatch(source):
        return False
    try:
        parts = urlsplit(source)
        return bool(parts.hostname) and parts.username is None and parts.port is not False
    except ValueError:
        return False


def _reading(looked: Looked, id: str) -> Reading:
    pictures = tuple(_picture(looked.check, one, f"{id}-{i + 1}") for i, one in enumerate(looked.check.evidence))
    return Reading(id, looked, pictures)


def _picture(check: Check, evidence: Evidence, key: str) -> Picture:
    used = {row.row for row in evidence.rows}
    beside = tuple(row for row in evidence.around if row.row not in used)
    svg = chart(check, evidence, key)
    return Picture(evidence, svg, caption(check, evidence) if svg else (), beside)
