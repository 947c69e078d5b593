"""Persons' names in whole words: what the tagger cuts at a hyphen, an apostrophe, an accent or a small word.

Only the form of the words decides, and only beside another word of the same name: "Ana Mi-ra" shows that "Mi-ra" is
one word, "the Brill-Tarn debate" shows nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.normalise.words import word_set
from onrecord.reader.findings import Mention
from onrecord.spans import Span

__all__ = ["PARTICLES", "whole"]

PARTICLES = word_set(
    "af al av ben bin da das de del della den der di do dos du e el ibn la las le los ten ter van von y zu"
)
"""The small words that stand inside persons' names, in lower case."""

_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_WORD = re.compile(rf"{_LETTERS}(?:[-‐'’](?!s\b){_LETTERS})*")
_SMALL = rf"(?:{'|'.join(sorted(PARTICLES))})"
_BETWEEN = re.compile(rf" (?:{_SMALL} ){{0,3}}")
_BEFORE = re.compile(rf"(?<!\w)(?:{_SMALL} ){{1,3}}$")
_TAIL = re.compile(r"[-‐][a-z]+$")
_ADDED = word_set("era free held led like made run style type wide")
_WIDTH = 24  # code points before a surname in which its small words are looked for


def whole(text: str, mentions: list[Mention]) -> list[Mention]:
    """``mentions``, in text order and apart, with persons' names in whole words and joined over small ones."""
    words = [match.span() for match in _WORD.finditer(text)] if any(m.kind == "person" for m in mentions) else []
    starts = [start for start, _ in words]
    joined: list[Mention] = []
    for mention in mentions:
        mention = _completed(text, mention, words, starts)
        before = joined[-1] if joined else None
        if before and before.kind == mention.kind == "person" and _is_one(text, before.span, mention.span):
            joined[-1] = replace(before, span=Span(before.span.start, max(before.span.end, mention.span.end)))
        elif before is None or mention.span.start >= before.span.end:
            joined.append(mention)
        else:
            # What a completed name covers: the other half of a word of it.
            joined[-1] = replace(before, span=Span(before.span.start, max(before.span.end, mention.span.end)))
    return _as_known(text, joined, words, starts)


def _completed(text: str, mention: Mention, words: list[tuple[int, int]], starts: list[int]) -> Mention:
    """A person's name of several words to the edges of the words that it begins and ends in."""
    start, end = mention.span
    if mention.kind != "person":
        return mention
    first, last = _word_at(start, words, starts), _word_at(end - 1, words, starts)
    if first is None or last is None or first == last:
        return mention
    if text[first[0]].isupper() or text[first[0] : start].rstrip("-‐'’") in PARTICLES | {"d", "l"}:
        start = first[0]
    if not _is_compound(text[last[0] : last[1]]):
        end = last[1]
    return replace(mention, span=Span(start, max(end, mention.span.end)))


def _word_at(offset: int, words: list[tuple[int, int]], starts: list[int]) -> tuple[int, int] | None:
    place = bisect_right(starts, offset) - 1
    return words[place] if place >= 0 and offset < words[place][1] else None


def _is_compound(word: str) -> bool:
    """Whether a word is a name with something added: "Brill-backed", "Tarn-era"."""
    tail = _TAIL.search(word)
    return tail is not None and (tail.group().endswith("ed") or tail.group()[1:] in _ADDED)


def _is_one(text: str, a: Span, b: Span) -> bool:
    """Whether two persons' names side by side are one: a small word ends the first or stands between them."""
    if not 0 < b.start - a.end <= _WIDTH:
        return False
    gap = text[a.end : b.start]
    ends_small = text[a.start : a.end].split()[-1] in PARTICLES
    return _BETWEEN.fullmatch(gap) is not None and (ends_small or gap != " ")


def _as_known(text: str, mentions: list[Mention], words: list[tuple[int, int]], starts: list[int]) -> list[Mention]:
    """Bare surnames to the whole word, and the small words before it, that a full name of the text shows."""
    surnames: set[str] = set()
    for mention in mentions:
        parts = text[mention.span.start : mention.span.end].split()
        if mention.kind == "person" and len(parts) > 1:
            surnames.update(part for part in parts[1:] if part not in PARTICLES)
            small = next((i for i, part in enumerate(parts) if i and part in PARTICLES), len(parts))
            surnames.update(" ".join(parts[small:end]) for end in range(small + 2, len(parts) + 1))
    kept: list[Mention] = []
    for mention in mentions:
        span = _known_span(text, mention.span, surnames, words, starts) if surnames else mention.span
        if kept and span.start < kept[-1].span.end:
            continue
        changed = span != mention.span
        kept.append(Mention(span, "person") if changed else mention)
    return kept


def _known_span(text: str, span: Span, surnames: set[str], words: list[tuple[int, int]], starts: list[int]) -> Span:
    word = _word_at(span.start, words, starts)
    if word and word != span and word[1] >= span.end and text[word[0] : word[1]] in surnames:
        span = Span(*word)
    floor = max(0, span.start - _WIDTH)
    small = _BEFORE.search(text[floor : span.start].lower())
    if small and text[floor + small.start() : span.end].lower() in {name.lower() for name in surnames if " " in name}:
        span = Span(floor + small.start(), span.end)
    return span
