"""Datelines: the date a text gives itself in its first lines ("GENEVA, 3 May 2024 –").

A date counts only where nothing but a place, a label or a weekday stands before it in its line and the line
then ends or a separator follows; a date inside a sentence is what the text is about, not when it was
published. A date without a year gives nothing, and neither does 3.5.2024 or 3/5/2024, which is read both
ways in the world.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.spans import Span

__all__ = ["LANGUAGES", "DatedSpan", "dates_in", "find_dateline", "find_dates"]


@dataclass(frozen=True, slots=True)
class _Language:
    """What datelines are made of in one language, all in lower case; abbreviations without their dot."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[str, ...]
    labels: tuple[str, ...]


# One entry a language; another one is data only.
LANGUAGES = {
    "en": _Language(
        months=(
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        weekdays=(
            *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
            *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
        ),
        labels=(
            *(
                "for immediate release",
                "embargoed until",
                "press release",
                "press statement",
                "media release",
            ),
            *(
                "news release",
                "media statement",
                "statement",
                "news",
                "date",
                "dated",
                "published",
                "published on",
            ),
            *("released", "released on", "issued", "issued on", "posted", "posted on", "release date"),
            *("publication date", "date of publication"),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """Where a full date stands in a text and the day it names, ``YYYY-MM-DD``."""

    span: Span
    edtf: str


_MONTHS = {
    name: number for language in LANGUAGES.values() for number, names in enumerate(language.months, 1) for name in names
}
_WEEKDAYS = frozenset(name for language in LANGUAGES.values() for name in language.weekdays)
_LABELS = frozenset(name for language in LANGUAGES.values() for name in language.labels)

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:"
    rf"(?:the )?(?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{_MONTH})\b\.?,? (?P<y1>[0-9]{{4}})"
    rf"|(?P<m2>{_MONTH})\b\.? (?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>[0-9]{{4}})"
    rf"|(?P<y3>[0-9]{{4}})-(?P<m3>[0-9]{{2}})-(?P<d3>[0-9]{{2}})"
    rf"|(?P<a4>[0-9]{{1,2}})(?P<sign>[./])(?P<b4>[0-9]{{1,2}})(?P=sign)(?P<y4>[0-9]{{4}})"
    rf")(?![\w/-]|\.[0-9])",
    re.IGNORECASE,
)

# Between date and text: a time, a wire's or bureau's name in brackets, then dash, bar, colon or line's end.
_AFTER = re.compile(
    r"[)\]]?(?:,? ?(?:at )?\(?[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?\)?)?"
    r"(?: ?\([^()\n]{1,40}\)| ?/[^/\n]{1,40}/)?"
    r"(?:$| ?[–—―|·•:]| ?-{1,3}(?:[ \w\"'“‘]|$)|\.$)",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[,|·•:;()/\[\]–—―]| -+ ?|-- ?")
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’-]*")

# Words in lower case that names of places hold.
_IN_PLACES = frozenset(
    (
        *("and", "and/or", "of", "the", "upon", "on", "am", "an", "al", "el", "de", "da", "do", "dos", "del", "di"),
        *("du", "des", "la", "le", "les", "las", "los", "der", "den", "van", "von", "y", "e", "en", "i", "sur"),
        *("sous", "bei", "ob"),
    )
)
_PARTICLE = re.compile(r"[^\W\d_]{1,4}[’'-][^\W\d_a-z]")

# First lines only: kicker, headline, subheading, place, date; behind them the running text begins.
_LINES = 8
# Longer than any place with its country, weekday and date.
_HEAD = 160
_PLACE_WORDS = 5


def find_dateline(text: str) -> str | None:
    """The day, ``YYYY-MM-DD``, that the first lines of ``text`` give as its date; None where there is none.

    >>> find_dateline("EASTMERE, 3 May 2024 – The harbour reopened.")
    '2024-05-03'
    """
    for line in _first_lines(text):
        for dated in find_dates(line):
            before, after = line[: dated.span.start], line[dated.span.end :]
            if _AFTER.match(after) and _is_dateline_start(before):
                return dated.edtf
    return None


def find_dates(text: str) -> Iterator[DatedSpan]:
    """Each full and unambiguous date written in ``text``, in order."""
    for match in _DATE.finditer(text):
        day = _day(match)
        if day:
            yield DatedSpan(Span(*match.span()), day)


def dates_in(text: str) -> frozenset[str]:
    """The days, ``YYYY-MM-DD``, that ``text`` names in full and unambiguously."""
    return frozenset(dated.edtf for dated in find_dates(text))


def _first_lines(text: str) -> Iterator[str]:
    start, seen = 0, 0
    while start < len(text) and seen < _LINES:
        end = text.find("\n", start)
        end = len(text) if end == -1 else end
        line = text[start : min(end, start + _HEAD)].strip()
        if line:
            seen += 1
            # One space stands for each white space character, so that patterns need not name them all.
            yield " ".join(line.split())
        start = end + 1


def _day(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["y4"]:
        first, second = int(part["a4"]), int(part["b4"])
        if first != second and first <= 12 and second <= 12:
            return None
        day, month = (second, first) if second > 12 else (first, second)
        return _iso(int(part["y4"]), month, day)
    year, month_name, day_text = next((part[f"y{n}"], part[f"m{n}"], part[f"d{n}"]) for n in (1, 2, 3) if part[f"y{n}"])
    month = int(month_name) if month_name.isdigit() else _MONTHS.get(month_name.lower(), 0)
    # 0, and so no day: IGNORECASE also takes U+017F for an s and U+0130 for an i.
    return _iso(int(year), month, int(day_text))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _is_dateline_start(before: str) -> bool:
    """Whether ``before`` is nothing but labels, weekdays and one place."""
    if before and not before.endswith((" ", "(", "[", "|", "/")):
        return False
    words = 0
    for part in _SEPARATORS.split(before):
        plain = part.strip(" .").lower()
        if not plain or plain in _LABELS or plain in _WEEKDAYS:
            continue
        found = part.split()
        words += len(found)
        if words > _PLACE_WORDS or not _is_place(found):
            return False
    # "Eastmere 3 May 2024" is a place and a date only where a comma or a bracket parts them.
    last = _SEPARATORS.split(before)[-1].strip(" .").lower()
    return not last or last in _LABELS or last in _WEEKDAYS


def _is_place(words: list[str]) -> bool:
    """Capitalised words, with the small words of place names between them."""
    return all(
        _PLACE_WORD.fullmatch(word)
        and (word[0].isupper() or not word.isascii() or word in _IN_PLACES or _PARTICLE.match(word))
        for word in words
    )
