"""What a time expression is resolved against: the day of publication, the tense, the times before it in the
text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from onrecord.normalise.letters import CAPITAL
from onrecord.normalise.times.cues import WANTED, deadline, looks_back, opens_past
from onrecord.normalise.times.nodes import At, Date, Node, Part, Range, Rolling, Shifted, Unit
from onrecord.normalise.times.periods import Period, holding, year_of
from onrecord.normalise.times.values import point

__all__ = [
    "COMPARED",
    "Context",
    "first_year",
    "lean",
    "narrative",
    "past_stretch",
    "publication",
    "publication_moment",
]

_EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.Z+-]*)?")


def publication(edtf: str | None) -> Period | None:
    """The period of publication: a day, a month or a year in EDTF; None where it is not known."""
    match = _EDTF.fullmatch((edtf or "").rstrip("~?%"))
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day:
            return point(date(year or 0, month or 0, day))
        return holding(date(year or 0, month or 1, 1), "month" if month else "year")
    except ValueError:
        return None


def publication_moment(edtf: str | None) -> datetime | None:
    """The local time of publication, where it is given to the minute; a time zone is left aside."""
    match = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?", edtf or "")
    try:
        return datetime.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


# A year ago means the same month or quarter a year ago, and a bare clock time the day, where one was named
# this
# few code points before.
COMPARED = 400

# The tense of a clause from its nearest verb: words that point ahead, words that point back.
_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t"
    r"|(?:is|are|set|due|supposed|going|plans?|planned|planning|expects?|expected"
    r"|scheduled|hopes?|intends?|likely|ready|willing|agree[sd]?|pledge[sd]?|promise[sd]?|vow(?:s|ed)?|committed|wants?"
    r"|programme?|goal|target|commitment|proposal|agreement|deadline|aims?) to"
    r"|to be|scheduled|due|upcoming|coming|begins|starts|takes place|payable|effective|expected|supposed"
    r"|starting|beginning|gonna|opens|closes|expires|resumes"
    r"|to (?:resume|begin|start|open|close|end|meet|vote)"
    r"|(?:when|if|once|unless|until)\s{1,9}(?:[\w'’-]{1,20}\s{1,9}){1,4}(?:is|are))\b|['’]ll\b"
)
_BACK = re.compile(
    r"\b(?:had been (?:due|scheduled|expected|set)(?: to)?|was|were|had|did|said|says|told|came"
    r"|went|took|began|fell|rose|since|ago|been"
    r"|(?<!be )(?<!is )(?<!are )(?!scheduled|expected|supposed|need|proposed|un)"
    r"(?:made|met|held|left|won|lost|built|rebuilt|sold|bought|paid|sent|spent|gave|got|grew|kept|knew|led|ran|saw|shot"
    r"|spoke|stood|struck|thought|threw|wrote|broke|brought|caught|chose|drew|drove|fought|found|flew|heard|felt|sank"
    r"|sought|taught|laid|hit|[a-z]{2,20}ed))\b"
)
_SENTENCE = re.compile(rf"(?<!\b[A-Z])[.!?]['\"”’)]*\s+(?=[\"“‘'(]?[{CAPITAL}0-9])|\n\s?\n")
_WAS = re.compile(r"\b(?:was|were|had)\b")
_UNTIL = re.compile(r"\b(?:until|as (?:soon|early) as|no later than)\s+$")
_WINDOW = 240


def lean(text: str, start: int, end: int) -> int:
    """Whether the clause about ``[start, end)`` points ahead (1), back (-1), or neither (0)."""
    before, after = _around(text, start, end)
    if _UNTIL.search(before) and not _WAS.search(before):
        return 1
    for window, nearest in ((before, -1), (after[:80], 0)):
        ahead = [match.end() for match in _AHEAD.finditer(window)]
        ahead += [match.end() for match in WANTED.finditer(window) if nearest]
        back = [match.end() for match in _BACK.finditer(window)]
        if ahead or back:
            if nearest == -1:
                return 1 if max(ahead, default=-1) > max(back, default=-1) else -1
            return 1 if min(ahead, default=_WINDOW) < min(back, default=_WINDOW) else -1
        if nearest == -1 and deadline(before, text[start:end]):
            return -1 if opens_past(before, after) else 1
    return 0


def past_stretch(text: str, start: int, end: int) -> bool:
    """Whether "in six years" at ``[start, end)`` is the stretch that a superlative or a negation covers."""
    return looks_back(*_around(text, start, end))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``[start, end)`` in its sentence."""
    before = text[max(0, start - _WINDOW) : start]
    breaks = [match.end() for match in _SENTENCE.finditer(before)]
    sentence = _SENTENCE.search(text, end, end + _WINDOW)
    return before[breaks[-1] :] if breaks else before, text[end : sentence.start() if sentence else end + _WINDOW]


def narrative(nodes: Iterable[Node], published: Period | None) -> bool:
    """Whether a text tells of other years than its own: full dates far from the publication outnumber
    the times that are relative to it."""
    own = published.first.year if published else None
    far = near = 0
    for node in nodes:
        inner = node.first if isinstance(node, Range) else node.day if isinstance(node, At) else node
        while isinstance(inner, Part):
            inner = inner.node
        if isinstance(inner, Date):
            if inner.year is not None and (own is None or abs(inner.year - own) > 1):
                far += 1
            elif (inner.weekday is not None and not inner.day) or inner.year_shift is not None:
                near += 1
        elif isinstance(inner, Unit | Shifted | Rolling):
            near += _deictic(inner)
    return far >= 3 and far > 3 * near


def first_year(nodes: Iterable[Node]) -> Period | None:
    """The first year that is named."""
    years = (node.year for node in nodes if isinstance(node, Date) and not node.bc)
    return next((year_of(year) for year in years if year is not None and 1 <= year <= 9999), None)


def _deictic(node: Unit | Shifted | Rolling) -> int:
    if isinstance(node, Unit):
        return int(not node.back)
    return int(not isinstance(node, Shifted) or node.anchor == "published")


@dataclass(slots=True)
class Context:
    """What is known when a time is resolved; ``earlier`` are the dated times before it, latest last.

    ``opening`` is the first year that a narrative names, for the dates before it. ``strict`` is that of a
    range's start, which cannot lie after the end. ``stretch`` is that of "in six years" where it looks back.
    ``beside`` is the year that the sentence names before the time ("of all months of 2021, it was in May").
    ``before_christ`` is the latest year BC, which no :class:`Period` holds: its time, the year, where it ends.
    """

    published: Period | None
    tells: bool = False
    lean: int = 0
    earlier: list[tuple[str, Period, int]] = field(default_factory=list)
    at: int = 0
    strict: bool = False
    stretch: bool = False
    moment: datetime | None = None
    opening: tuple[str, Period] | None = None
    before_christ: tuple[str, int, int] | None = None
    beside: int | None = None

    @property
    def day(self) -> date | None:
        """The day of publication, if it is known to the day."""
        return self.published.first if self.published and self.published.grain == "day" else None

    def last_bc(self) -> tuple[str, int] | None:
        """The latest earlier time and its year BC, where that is the latest one."""
        if self.before_christ is None or (self.earlier and self.earlier[-1][2] > self.before_christ[2]):
            return None
        return self.before_christ[:2]

    def last(self, grains: tuple[str, ...] | None = None, reach: int = 10**9) -> tuple[str, Period] | None:
        """The latest earlier time, of one of ``grains`` and at most ``reach`` code points back."""
        for name, period, where in reversed(self.earlier[-12:]):
            if self.at - where > reach:
                return None
            if grains is None or period.grain in grains:
                return name, period
        return None
