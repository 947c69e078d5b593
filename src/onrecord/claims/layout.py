"""Lines of a text that state nothing of their own: its title and headings, datelines, whom to write to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.spans import Span

__all__ = ["is_wrapped", "unsaid"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDED = re.compile(r"[.!?:;…,][”\"’')\]*_]*\s*$")
_CONTACT = re.compile(
    r"[\w-]@[\w-]+\.\w|https?://|\bwww\.|\b(?:tel|phone|fax|email|e-mail|contacts?|press office)\b ?:", re.I
)
_DATELINE = re.compile(r"(?<![^\n])([^–—\n]{2,90}?)(?:–|—|--)\s")
_BULLET = re.compile(r"(?<![^\n])\s{0,9}(?:[•*‣◦▪–-]|\d{1,9}[.)])\s")
_FRONT = re.compile(r"(?<![^\n])\s{0,9}(?:---|[a-z_]{1,30}:\s)")
_SMALL = frozenset(("of", "the", "on", "and", "for", "immediate", "release", "at", "in"))
_LONG_HEADING = 160
_FIRST_LINES = 8
_WRAP = 48
"""Code points of a line that may have been broken only for its length."""


def unsaid(text: str, title: str | None) -> Iterator[tuple[Span, str]]:
    """Such lines, or the beginnings of lines, each with the reason in a line, in text order."""
    first = True  # the first line is the title where it does not end as a sentence does
    known = " ".join((title or "").split())
    for number, match in enumerate(_LINE.finditer(text)):
        line = match.group()
        if len(line) <= _LONG_HEADING:
            plain = " ".join(line.split())
            if _CONTACT.search(line):
                yield Span(*match.span()), "Says whom to ask."
                continue
            titled = first and not _ENDED.search(line) and not _BULLET.match(line) and match.end() < len(text.rstrip())
            if titled or plain.startswith("#") or plain == known or (plain.isupper() and " " in plain):
                yield Span(*match.span()), "A heading."
                first = first and _FRONT.match(line) is not None
                continue
        first = first and _FRONT.match(line) is not None
        dateline = _DATELINE.match(line) if number < _FIRST_LINES else None
        if dateline and _is_place_and_date(dateline[1].rstrip()):
            yield Span(match.start(), match.start() + dateline.end()), "Says where and when the text is from."


def is_wrapped(text: str, start: int) -> bool:
    """Whether the line that begins with the word at ``start`` goes on with the sentence of a long line before it."""
    before = text[max(0, start - _WRAP) : start]
    kept = before.rstrip()
    if before[len(kept) :].count("\n") != 1 or "\n" in kept or len(kept) < _WRAP - 2:
        return False
    return kept[-1] not in '.!?:;”"’' and (text[start].islower() or text[start].isdigit() or text[start] in "$€£¥")


def _is_place_and_date(words: str) -> bool:
    """Whether words before a dash are a dateline: names and a date, or a place in capitals."""
    listed = words.replace(",", " ").split()
    named = all(not word[0].isalpha() or word[0].isupper() or word.lower() in _SMALL for word in listed)
    return bool(listed) and named and (any(c.isdigit() for c in words) or (listed[0].isupper() and len(listed[0]) > 2))
