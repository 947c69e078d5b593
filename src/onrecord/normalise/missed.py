"""Names that head a source and that no mention marks, so that an overlooked speaker stays one actor."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.normalise.letters import CAPITAL
from onrecord.normalise.names import Name
from onrecord.normalise.words import ARTICLES, BODIES, FUNCTION, INDEFINITE, is_plural, is_role
from onrecord.reader.findings import Findings, Mention
from onrecord.spans import Span

__all__ = ["missed"]

_LETTER = r"[^\W\d_]"
_FULL = re.compile(
    rf"[{CAPITAL}]{_LETTER}{{0,40}}\.?(?:[-’']{_LETTER}{{1,40}})?"
    rf"(?: [{CAPITAL}]{_LETTER}{{0,40}}\.?(?:[-’']{_LETTER}{{1,40}}){{0,2}}){{1,3}}(?=$|,| \()"
)
_BARE = re.compile(rf"[{CAPITAL}]{_LETTER}+(?:[-’']{_LETTER}+)*")


def missed(text: str, findings: Findings, names: list[Name]) -> list[Mention]:
    """Mentions for sources that begin with an unmarked full name ("N. N., the mayor"), as persons, and for
    sources that are the bare surname of a person so named or marked."""
    starts = [name.span.start for name in names]
    surnames = {name.words[-1] for name in names if name.kind == "person" and name.words}
    sources = [span for finding in findings.attributions for span in finding.source[:1]]
    found: dict[Span, Mention] = {}
    for span in sources:
        match = _FULL.match(text, span.start, span.end)
        if match and _is_free(names, starts, match.span()) and _looks_personal(match.group()):
            found[Span(*match.span())] = Mention(Span(*match.span()), "person")
            surnames.add(match.group().split()[-1].casefold())
    for span in sources:
        match = _BARE.fullmatch(text, span.start, span.end)
        if match and match.group().casefold() in surnames and _is_free(names, starts, match.span()):
            found[span] = Mention(span, "person")
    return list(found.values())


def _is_free(names: list[Name], starts: list[int], span: tuple[int, int]) -> bool:
    place = bisect_right(starts, span[1] - 1)
    return all(name.span.end <= span[0] for name in names[max(0, place - 2) : place])


def _looks_personal(surface: str) -> bool:
    words = [word.lower() for word in surface.split()]
    if words[0] in ARTICLES | FUNCTION | INDEFINITE or surface.isupper():
        return False
    return not any(word in BODIES or is_plural(word) or is_role(word) for word in words)
