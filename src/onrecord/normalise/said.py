"""When something was said: the date adjunct beside a cue, resolved against the day of publication.

"said on Tuesday", "told reporters Monday", "On 3 May, the minister said". What cannot be resolved to a day,
a month or a year keeps its span and has no EDTF value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reader.findings import Finding
from onrecord.record import Said
from onrecord.spans import Span

__all__ = ["resolve", "said"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_DATE = re.compile(
    rf"\b(?:(?P<iso>{_YEAR}-\d\d-\d\d)"
    rf"|(?P<slash>\d\d?/\d\d?/(?:{_YEAR}|\d\d))"
    rf"|(?P<md>{_MONTH} {_DAY})(?:,? (?P<mdy>{_YEAR}))?"
    rf"|(?P<dm>{_DAY} (?:of )?{_MONTH})(?:,? (?P<dmy>{_YEAR}))?"
    rf"|(?:(?:early|mid|late)[- ])?(?P<month>{_MONTH})(?: (?P<my>{_YEAR}))?"
    rf"|(?P<last>last )?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday){_PART}"
    r"|(?P<near>yesterday|today|tonight|this (?:morning|afternoon|evening))"
    r"|(?P<period>(?:(?:earlier|later) )?(?:this|last) (?P<unit>week|weekend|month|year))"
    rf"|in (?P<year>{_YEAR}))(?!\w)"
)
# A clause that ends the reach of the cue: what follows dates something else.
_STOP = re.compile(
    r"[,;:\n“”\"]|\b(?:that|after|before|when|while|as|which|who|to|until|since|for|about)\b|[.!?](?:\s|$)"
)
_FRONT = re.compile(r"(?:(?:On|In|Earlier(?: on)?|Late|Early|Later(?: on)?|Last|Speaking(?: on)?) )?", re.I)
_BRACKET = re.compile(r"[.!?”\"’]{0,4} ?[\[(][^\[\]()\n]{1,40}[\])]")
_REACH = 120


def said(text: str, finding: Finding, published: str | None) -> Said | None:
    """The date that ``text`` gives for the saying of ``finding``, or None where it gives none.

    ``published`` is the document's EDTF date of publication. Dates inside the content or the source are
    those of other events and are not looked at.
    """
    for start, end in _windows(text, finding):
        match = _DATE.search(text, start, end)
        if match:
            span = Span(*match.span("year")) if match["year"] else Span(*match.span())
            return Said(span, resolve(match.group(), published))
    return None


def resolve(expression: str, published: str | None) -> str | None:
    """The EDTF value of a date expression in the past tense, or None where it stays open.

    >>> resolve("Tuesday", "2024-05-03")
    '2024-04-30'
    """
    match = _DATE.match(expression)
    if not match:
        return None
    day = _published_day(published)
    if match["iso"] or match["slash"]:
        return _iso(match["iso"]) if match["iso"] else _slash(match["slash"])
    if match["md"] or match["dm"]:
        return _month_day(match["md"] or match["dm"], match["mdy"] or match["dmy"], day)
    if match["month"]:
        return _month(match["month"], match["my"], day)
    if match["year"]:
        return match["year"]
    return _relative(match, day) if day else None


def _windows(text: str, finding: Finding) -> list[tuple[int, int]]:
    """The stretches that may date the saying: after the cue, in it, between source and cue, before the
    source, and a bracket after the content."""
    if not finding.cue:
        return []
    cue = Span(finding.cue[0].start, finding.cue[-1].end)
    windows = [_clause(text, cue.end, finding), (cue.start, cue.end)]
    held = [span for span in finding.source if span.end <= cue.start]
    if held and cue.start - held[-1].end <= _REACH and not _crosses(held[-1].end, cue.start, finding.content):
        windows.append((held[-1].end, cue.start))
    front = _front(text, held[0].start if held else cue.start, finding)
    windows += [front] if front else []
    if finding.content and finding.parent is None:
        bracket = _BRACKET.match(text, finding.content[-1].end)
        windows += [bracket.span()] if bracket else []
    return windows


def _crosses(start: int, end: int, content: tuple[Span, ...]) -> bool:
    return any(a < end and start < b for a, b in content)


def _clause(text: str, start: int, finding: Finding) -> tuple[int, int]:
    """From the cue's end to where its clause ends or content or source begins; a date may pass a comma."""
    later = [a for a, _ in (*finding.content, *finding.source) if a >= start]
    end = min([*later, start + _REACH, len(text)])
    if later and end == min(later) and finding.source and end == finding.source[0].start:
        # "…", said N. N. on Tuesday: the date follows the source
        start = finding.source[-1].end
        end = min([a for a, _ in finding.content if a >= start] + [start + _REACH, len(text)])
    stop = _STOP.search(text, start, end)
    if not stop:
        return start, end
    date_there = _DATE.search(text, start, end)
    return (start, date_there.end()) if date_there and date_there.start() < stop.start() else (start, stop.start())


def _front(text: str, anchor: int, finding: Finding) -> tuple[int, int] | None:
    """A date adjunct that opens the sentence: "On 3 May, the minister said"."""
    floor = max(0, anchor - 60)
    window = text[floor:anchor]
    breaks = [match.end() for match in re.finditer(r"[.!?”\"]\s+|\n", window)]
    start = floor + breaks[-1] if breaks else floor
    if start == floor and floor:
        return None
    lead = _FRONT.match(text, start, anchor)
    match = _DATE.match(text, lead.end() if lead else start, anchor) or _DATE.match(text, start, anchor)
    if not match or _crosses(start, anchor, finding.content):
        return None
    return (match.start(), match.end()) if re.fullmatch(r",?\s+", text[match.end() : anchor]) else None


def _published_day(published: str | None) -> date | None:
    match = re.match(r"\d{4}-\d\d-\d\d(?=$|T)", published or "")
    return _date(*map(int, match.group().split("-"))) if match else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(value: str) -> str | None:
    return value if _date(*map(int, value.split("-"))) else None


def _slash(value: str) -> str | None:
    """A date with strokes, where only one order of day and month is possible."""
    first, second, year = map(int, value.split("/"))
    year += 2000 if year < 100 else 0
    readings = {found for found in (_date(year, first, second), _date(year, second, first)) if found}
    return readings.pop().isoformat() if len(readings) == 1 else None


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _month_day(value: str, year: str | None, day: date | None) -> str | None:
    number = int(re.search(r"\d+", value).group())  # type: ignore[union-attr]
    month = _month_number(re.search(_MONTH, value).group())  # type: ignore[union-attr]
    if year:
        found = _date(int(year), month, number)
    elif day:
        found = _date(day.year, month, number)
        if found is None or found > day:
            found = _date(day.year - 1, month, number)
    else:
        return None
    return found.isoformat() if found else None


def _month(name: str, year: str | None, day: date | None) -> str | None:
    month = _month_number(name)
    if year:
        return f"{year}-{month:02}"
    return f"{day.year - (month > day.month):04}-{month:02}" if day else None


def _relative(match: re.Match[str], day: date) -> str | None:
    if match["weekday"]:
        back = (day.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
        return _back(day, 7 if match["last"] and not back else back)
    if match["near"]:
        return _back(day, int(match["near"] == "yesterday"))
    before = "last " in match["period"]
    if match["unit"] == "year":
        return f"{day.year - before:04}"
    if match["unit"] == "month":
        first = day.replace(day=1)
        return (_back(first, 1) or "")[:7] or None if before else first.isoformat()[:7]
    return None


def _back(day: date, days: int) -> str | None:
    try:
        return (day - timedelta(days)).isoformat()
    except OverflowError:
        return None
