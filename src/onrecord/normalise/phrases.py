"""What a source noun phrase is made of: its core, its head, what it says it was said by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.normalise.cues import EVIDENCE_NOUNS, UTTERANCE_NOUNS
from onrecord.normalise.titles import head_word
from onrecord.normalise.words import ARTICLES, PREPOSITIONS
from onrecord.spans import Span

__all__ = ["Phrase", "carrier", "is_document", "is_utterance", "read_phrase", "trim"]

_EDGE = ' \t\r\n,;:.!?"“”„«»—–-‘('
_CORE_END = re.compile(r",? (?:who|which|whose|that|where|when|while)\b|[,:;\n]| [–—-] ")
_WORD = re.compile(r"[^\W_](?:[\w.’'&-]*\w)?")
_BY = re.compile(
    r" (?:(?:released|published|issued|conducted|compiled|provided|reported|made|sent|written"
    r"|given|posted|signed|prepared|commissioned|produced|obtained|collected|carried out"
    r"|put out) )?(?:[a-z]+day )?(?:from|by) ",
    re.I,
)
_LED = re.compile(r"(?:by|from|of|to) ", re.I)
_PARTICIPLE = re.compile(r"(?<=[a-z]) (?:[a-z]+ed|made|sent|written|given|put out)(?: [A-Z][a-z]+day)? $")
_NAME_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source noun phrase: the span of its core (no apposition, no relative clause), the span of the words
    before its first preposition, its determiner in lower case, and its head noun."""

    core: Span
    front: Span
    determiner: str
    head: str

    def name(self, text: str) -> str:
        """The core as written, blanks folded, cut at a word when overlong."""
        name = " ".join(text[self.core.start : self.core.end].split())
        return name if len(name) <= _NAME_LENGTH else name[:_NAME_LENGTH].rsplit(" ", 1)[0]

    def modifiers(self, text: str) -> frozenset[str]:
        """The folded words before the head, determiner aside."""
        words = [m.group().lower() for m in _WORD.finditer(text, self.front.start, self.front.end)]
        return frozenset(words[:-1]) - ARTICLES


def trim(text: str, span: Span) -> Span:
    """``span`` without blanks, quotation marks and punctuation at its edges."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    led = _LED.match(text, start, end)
    start = led.end() if led else start
    while start < end and text[end - 1] in _EDGE and text[end - 1] != ".":
        end -= 1
    if end - start > 2 and text[end - 1] == "." and text[end - 2].islower():
        end -= 1
    if end - start > 2 and text[end - 2 : end] in ("’s", "'s"):
        end -= 2
    return Span(start, end)


def read_phrase(text: str, span: Span, names: list[Span]) -> Phrase:
    """The parts of the noun phrase at ``span``; a preposition inside one of ``names`` parts nothing."""
    start, end = trim(text, span)
    for match in _CORE_END.finditer(text, start + 1, end):
        if not any(a < match.end() and match.start() < b for a, b in names):
            end = match.start()
            break
    bracket = text.rfind(" (", start, end)
    if bracket > start and text.find(")", bracket, end) < 0:
        end = bracket
    front_end = end
    for match in _WORD.finditer(text, start, end):
        inside = any(a <= match.start() < b for a, b in names)
        if match.group().lower() in PREPOSITIONS and not inside and match.start() > start:
            front_end = match.start()
            break
    front_end = _without_participle(text, start, front_end)
    first = _WORD.match(text, start, end)
    word = first.group().lower() if first else ""
    head = head_word(text[start:front_end]) or word
    return Phrase(Span(start, end), Span(start, front_end), word if word in ARTICLES else "", head)


def _without_participle(text: str, start: int, end: int) -> int:
    """The end of the words before a preposition, without the participle it goes with ("released by")."""
    match = _PARTICIPLE.search(text, max(start, end - 30), end)
    end = match.start() if match else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def is_utterance(noun: str) -> bool:
    """Whether a noun names something said or written for someone: a statement, a letter."""
    low = noun.lower()
    return low in UTTERANCE_NOUNS or low.removesuffix("s") in UTTERANCE_NOUNS


def is_document(noun: str) -> bool:
    """Whether a noun names a text or data that can speak: a statement, a survey."""
    low = noun.lower()
    return is_utterance(low) or low in EVIDENCE_NOUNS or low.removesuffix("s") in EVIDENCE_NOUNS or low == "analyses"


def carrier(text: str, phrase: Phrase, end: int) -> Span | None:
    """Who stands behind "a statement from X" or "data released by X": the span of X's noun phrase."""
    if not is_document(phrase.head):
        return None
    link = _BY.search(text, max(phrase.core.start, phrase.front.end - 1), end)
    if link and link.end() < end:
        return Span(link.end(), end)
    return None
