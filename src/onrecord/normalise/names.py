"""Names: what a tagged mention holds once titles, articles and possessives are taken off, and its keys."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.normalise.whole import whole
from onrecord.normalise.words import HONORIFICS, OFFICES, word_set
from onrecord.reader.findings import Mention
from onrecord.record import ActorKind
from onrecord.spans import Span

__all__ = ["Name", "fold", "initials", "read_names", "trim_name"]

_LETTERS = r"(?:[^\W_]|[\u0300-\u036f])+"  # an accent may be a mark of its own
_TOKEN = re.compile(rf"{_LETTERS}(?:[.’'&-]{_LETTERS})*\.?")
_POSSESSIVE = re.compile(r"(?:’s|'s|(?<=s)[’'])$")
_EDGE = " \t\r\n,;:.!?\"“”„«»()[]—–-‘’'"
_ARTICLE = re.compile(r"(?:the|a|an) ", re.I)
_SUFFIXES = word_set("jr sr ii iii iv phd md")
_SMALL = word_set("of the and for in on de la du des y e a &")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HONORIFIC = re.compile(r"\b([A-Z][a-z]{1,8})\.? $")
_OF_PLACE = re.compile(r" of (?:the )?$")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of an actor by name: its bare span, kind, and folded words.

    ``words`` has no honorific, title, article or possessive; it is empty where nothing but a title is left
    ("the Vice President"). ``gender`` is what an honorific says ("m", "f", ""); ``lead`` is where the mention
    begins with its honorific.
    """

    span: Span
    kind: ActorKind
    words: tuple[str, ...]
    gender: str = ""
    lead: int = 0

    @property
    def key(self) -> str:
        return " ".join(self.words)


def read_names(text: str, mentions: tuple[Mention, ...]) -> list[Name]:
    """The names of ``mentions`` in text order: outermost only, trimmed, "Ministry of Health of N." joined."""
    outer: list[tuple[Span, ActorKind]] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        span = trim_name(text, mention.span)
        if span.start < span.end and (not outer or span.start >= outer[-1][0].end):
            outer.append((span, mention.kind))
    complete = whole(text, [Mention(span, kind) for span, kind in outer])
    return [_read(text, span, kind) for span, kind in _with_places(text, [(m.span, m.kind) for m in complete])]


def trim_name(text: str, span: Span) -> Span:
    """``span`` up to the end of its line, without article, possessive and marks at its edges."""
    start, end = span
    line = text.find("\n", start, end)
    end = end if line < 0 else line
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE and not _is_abbreviation(text, start, end):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    if possessive:
        end = start + possessive.start()
    article = _ARTICLE.match(text, start, end)
    return Span(article.end() if article else start, end)


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a final full stop belongs to the name: "U.S.", "J.", "Jr."."""
    return text[end - 1] == "." and bool(re.search(r"(?:\b[A-Z]|\b[JS]r)\.$", text[max(start, end - 4) : end]))


def _with_places(text: str, outer: list[tuple[Span, ActorKind]]) -> list[tuple[Span, ActorKind]]:
    """Organisations with the place that belongs to their name."""
    joined: list[tuple[Span, ActorKind]] = []
    for span, kind in outer:
        if joined and kind == "place" and joined[-1][1] == "organisation":
            before = joined[-1][0]
            if span.start - before.end < 9 and _OF_PLACE.match(text[before.end : span.start]):
                joined[-1] = (Span(before.start, span.end), "organisation")
                continue
        joined.append((span, kind))
    return joined


def _read(text: str, span: Span, kind: ActorKind) -> Name:
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(text, span.start, span.end)]
    if kind != "person":
        surface = text[span.start : span.end]
        words = _CAMEL.sub(" ", surface[1:]).split() if surface.startswith("@") else [word for _, word in tokens]
        return Name(span, kind, tuple(fold(word) for word in words), "", span.start)
    gender = ""
    if tokens and fold(tokens[-1][1]) in OFFICES:
        return Name(span, kind, (), "", span.start)
    while tokens and (fold(tokens[0][1]) in HONORIFICS or fold(tokens[0][1]) in OFFICES or _begins_title(text, tokens)):
        gender = gender or HONORIFICS.get(fold(tokens[0][1]), "")
        tokens.pop(0)
    if not tokens:
        return Name(span, kind, (), gender, span.start)
    words = [fold(word) for _, word in tokens]
    if len(words) == 1 and text[span.start] == "@":
        words = [fold(word) for word in _CAMEL.sub(" ", tokens[0][1]).split()]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    outside = None if gender else _honorific_before(text, span.start)
    bare = Span(tokens[0][0] - (text[span.start] == "@" and tokens[0][0] == span.start + 1), span.end)
    if outside:
        return Name(bare, kind, tuple(words), HONORIFICS[outside[0]], outside[1])
    return Name(bare, kind, tuple(words), gender, span.start)


def _begins_title(text: str, tokens: list[tuple[int, str]]) -> bool:
    """Whether the first word goes with an office ("Vice President N.") or is a handle ("@mayor N.")."""
    if len(tokens) < 2:
        return False
    handle = tokens[0][0] > 0 and text[tokens[0][0] - 1] == "@"
    return handle or any(fold(word) in OFFICES for _, word in tokens[1:4])


def _honorific_before(text: str, start: int) -> tuple[str, int] | None:
    """The honorific that stands just before ``start``, folded, and where it begins."""
    floor = max(0, start - 12)
    match = _HONORIFIC.search(text[floor:start])
    return (match[1].lower(), floor + match.start()) if match and match[1].lower() in HONORIFICS else None


def fold(word: str) -> str:
    """A word of a name as it is compared: lower case, no full stops, one kind of apostrophe."""
    return word.replace(".", "").replace("’", "'").casefold()


def initials(words: tuple[str, ...]) -> str:
    """The first letters of the content words: "World Food Programme" gives "wfp".

    >>> initials(("world", "food", "programme"))
    'wfp'
    """
    return "".join(word[0] for word in words if word and word not in _SMALL)
