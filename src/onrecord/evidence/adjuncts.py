"""What a claim says besides its figure that narrows nothing: why something came about, what it ended, who says so.

Only where it is set off: "300 flights were cancelled because of the snow" may count those alone, while "thanks to the
snow, 300 were" counts all. A phrase that holds a figure is left in: it may be another claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.evidence.question import Context
from onrecord.spans import Span

__all__ = ["aside"]

_WORDS = r"[^,;:.!?()\d]{1,70}"
_PARTLY = r"(?:(?:in no small part|in large part|in part|largely|partly|mainly|not least|mostly|chiefly)\s)?"
_CAUSE = (
    rf"(?:{_PARTLY}(?:thanks {_PARTLY}to|because of|due to|owing to|on account of|as a result of|in the wake of"
    r"|on the back of|in spite of|despite|amid|amidst|notwithstanding|in the face of|in the run-up to"
    r"|in the build-up to|for all))"
)
_PATTERNS = (
    re.compile(rf",\s{{0,3}}(?:and\s)?(?:a\s\w{{1,20}}\s)?{_CAUSE}\s{_WORDS}(?=[,;.!?]|$)"),
    re.compile(rf"^\W{{0,4}}{_CAUSE}\s{_WORDS},"),
    # these two never say which of the things are counted
    re.compile(rf"\b{_PARTLY}(?:thanks {_PARTLY}to|amid|amidst|despite|in spite of)\s{_WORDS}(?=[,;.!?]|$)"),
    re.compile(
        rf",\s(?:ending|capping|extending|snapping|breaking|continuing|reversing|halting)\s(?:an?|the|its|their)\s{_WORDS}"
        r"(?=[,;.!?]|$)"
    ),
    re.compile(r"\((?:sources?|data|figures|see|cf\.?|note|photo|chart|table)\b[^()]{0,80}(?:\)|$)"),
    re.compile(r",\s(?:i\.e\.|e\.g\.|that is|that is to say|in other words|namely),?(?=\s)"),
)
# When something was, told by an event: only beside a date, which then says when
_EVENTS = re.compile(
    r"^\W{0,4}(?:before|after|since|during|ahead of|in the aftermath of|following)\s(?:the|its|their|a|an)\s"
    rf"{_WORDS},"
)
_ORDERS = re.compile(r"\b(?:most|least|first|record|[a-z]{2,12}est|since|than|half|third|quarter|double|twice)\b")


def aside(found: Context) -> Iterator[Span]:
    """The spans of the claim that say why or how come, or by which source."""
    start = found.claim.span.start
    low = found.raw
    patterns = (*_PATTERNS, _EVENTS) if any(t.kind == "date" for t in found.times) else _PATTERNS
    for pattern in patterns:
        for match in pattern.finditer(low):
            if not _ORDERS.search(match[0].partition(" ")[2]):
                yield Span(start + match.start(), start + match.end())
