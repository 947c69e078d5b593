"""When something was said: the time beside a cue, out of the times of the document.

"said on Tuesday", "told reporters Monday", "On 3 May, the minister said". What cannot be placed on the
calendar keeps its span and has no EDTF value.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.normalise.times import within
from onrecord.reader.findings import Finding
from onrecord.record import Said, Time
from onrecord.spans import Span

__all__ = ["said"]

# A clause that ends the reach of the cue: what follows dates something else.
_STOP = re.compile(
    r"[,;:\n“”\"]|\b(?:that|after|before|when|while|as|which|who|to|until|since|for|about)\b|[.!?](?:\s|$)"
)
# What may stand between the start of a sentence and the time that opens it.
_LEAD = re.compile(
    r"(?:(?:(?:Earlier|Later|Late|Early)(?: on)?|On|In|At|Speaking(?: [^\s,;:.!?]+){0,8}?(?: on)?) )?", re.I
)
_BRACKET = re.compile(r"[.!?”\"’]{0,4} ?[\[(][^\[\]()\n]{1,40}[\])]")
_BREAK = re.compile(r"[.!?”\"]\s+|\n")
_TO_ANCHOR = re.compile(r",?[^\S\n]+")
# A bare year dates a saying only here; elsewhere it names what is spoken of ("its 2019 report").
_IN = re.compile(r"\bin (?:(?:an?|the|his|her|its|their) )?$")
_POSSESSIVE = ("'s", "’s")
_REACH = 120


def said(text: str, finding: Finding, found: tuple[Time, ...]) -> Said | None:
    """The time that ``text`` gives for the saying of ``finding``, or None where it gives none.

    ``found`` are the times of ``text`` in order, as :func:`onrecord.normalise.times.times` gives them.
    Times inside the content or the source are those of other events and are not looked at.
    """
    if not finding.cue:
        return None
    for start, last, end in _windows(text, finding):
        for time in within(found, start, end):
            if time.span.start < last and _dates(text, time):
                return Said(time.span, time.edtf)
    opening = _front(text, finding, found)
    return Said(opening.span, opening.edtf) if opening else _bracketed(text, finding, found)


def _dates(text: str, time: Time) -> bool:
    """Whether a time can date a saying: no duration, no set, not the owner of something, not a name's year."""
    start, end = time.span
    if time.kind not in ("date", "time") or text[start:end].endswith(_POSSESSIVE) or text.startswith(_POSSESSIVE, end):
        return False
    return not text[start:end].isdecimal() or _IN.search(text, max(0, start - 12), start) is not None


def _windows(text: str, finding: Finding) -> list[tuple[int, int, int]]:
    """The stretches that may date the saying, after the cue, in it and between source and cue: where each
    begins, before where a time in it must begin, and where that must have ended."""
    cue = Span(finding.cue[0].start, finding.cue[-1].end)
    within_cue = min(cue.end, cue.start + _REACH)
    windows = [_clause(text, cue.end, finding), (cue.start, within_cue, within_cue)]
    held = [span for span in finding.source if span.end <= cue.start]
    if held and cue.start - held[-1].end <= _REACH and not _crosses(held[-1].end, cue.start, finding.content):
        stop = _STOP.search(text, held[-1].end + text.startswith(",", held[-1].end), cue.start)
        windows.append((held[-1].end, stop.start() if stop else cue.start, cue.start))
    return windows


def _crosses(start: int, end: int, content: tuple[Span, ...]) -> bool:
    return any(a < end and start < b for a, b in content)


def _clause(text: str, start: int, finding: Finding) -> tuple[int, int, int]:
    """From the cue's end to where its clause ends or content or source begins; a time may pass a comma."""
    later = [a for a, _ in (*finding.content, *finding.source) if a >= start]
    end = min([*later, start + _REACH, len(text)])
    if later and end == min(later) and finding.source and end == finding.source[0].start:
        # "…", said N. N. on Tuesday: the time follows the source
        start = finding.source[-1].end
        end = min([a for a, _ in finding.content if a >= start] + [start + _REACH, len(text)])
    stop = _STOP.search(text, start, end)
    return start, stop.start() if stop else end, end


def _front(text: str, finding: Finding, found: tuple[Time, ...]) -> Time | None:
    """A time that opens the sentence: "On 3 May, the minister said"."""
    cue = finding.cue[0].start
    anchor = next((span.start for span in finding.source if span.end <= cue), cue)
    index = bisect_right(found, anchor, key=lambda time: time.span.end) - 1
    if index < 0 or not _TO_ANCHOR.fullmatch(text, found[index].span.end, anchor):
        return None
    time = found[index]
    floor = max(0, time.span.start - _REACH)
    breaks = [match.end() for match in _BREAK.finditer(text, floor, time.span.start)]
    start = breaks[-1] if breaks else floor
    if (floor and not breaks) or _crosses(start, anchor, finding.content):
        return None
    return time if _dates(text, time) and _LEAD.fullmatch(text, start, time.span.start) else None


def _bracketed(text: str, finding: Finding, found: tuple[Time, ...]) -> Said | None:
    """The time in a bracket after the content, where a collection of quotes dates each of them."""
    bracket = _BRACKET.match(text, finding.content[-1].end) if finding.content and finding.parent is None else None
    dates = (time for time in within(found, *bracket.span()) if _dates(text, time)) if bracket else ()
    return next((Said(time.span, time.edtf) for time in dates), None)
