"""Sources as they are heard: without what a clipped or widened span leaves at their edges."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reader.findings import Finding, Findings
from onrecord.spans import Span

__all__ = ["heard"]

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_BEGINS = re.compile(r"[;:!?\n“”\"]\s*|\.\s+|(?: [–—-]|,) ")
_WHEN = re.compile(r"(?<=[\w)]) (?:today|yesterday|tonight|earlier|later|also|(?:on )?[A-Z][a-z]+day)$")
_REACH = 120


def heard(text: str, findings: Findings) -> Findings:
    """``findings`` with each source narrowed to who speaks: one paragraph's part, the one next to the cue; no
    adverb of time; not what a bracket holds when the source begins inside of it; a handle with its sign."""
    return replace(findings, attributions=tuple(_heard(text, finding) for finding in findings.attributions))


def _heard(text: str, finding: Finding) -> Finding:
    if not finding.source:
        return finding
    span = _beside(text, finding.source[0], finding.cue)
    span = _before_bracket(text, span)
    while span.start < span.end and text[span.start] in '"“„«':
        span = Span(span.start + 1, span.end)
    when = _WHEN.search(text, max(span.start, span.end - 20), span.end)
    if when:
        span = Span(span.start, when.start())
    if span.start and text[span.start - 1] == "@":
        span = Span(span.start - 1, span.end)
    return replace(finding, source=(span, *finding.source[1:]))


def _beside(text: str, source: Span, cue: tuple[Span, ...]) -> Span:
    """The part of a source that runs over paragraphs which stands next to the cue."""
    breaks = list(_PARAGRAPH.finditer(text, source.start, source.end))
    parts = [
        Span(a, b)
        for a, b in zip(
            [source.start, *(gap.end() for gap in breaks)], [*(gap.start() for gap in breaks), source.end], strict=True
        )
        if a < b
    ]
    if len(parts) < 2:
        return source
    return parts[0] if cue and cue[0].start < source.start else parts[-1]


def _before_bracket(text: str, source: Span) -> Span:
    """The words before a bracket in whose inside the source begins, back to where their clause begins."""
    close = text.find(")", source.start, source.end)
    if close < 0 or "(" in text[source.start : close]:
        return source
    floor = max(0, source.start - _REACH)
    opened = text.rfind("(", floor, source.start)
    if opened < 0 or ")" in text[opened : source.start]:
        return Span(close + 1, source.end) if text[close + 1 : source.end].strip() else source
    begin = max((match.end() for match in _BEGINS.finditer(text, floor, opened)), default=floor)
    end = opened - 1 if text[opened - 1 : opened] == " " else opened
    return Span(begin, end) if begin < end else source
