"""Sources that one attribution shares with the one before it: "She called on them to stay and stressed the risk"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reader.findings import Finding
from onrecord.reader.syntax import Syntax
from onrecord.spans import overlap

__all__ = ["coordinated"]

_PASSIVE = frozenset(("aux:pass", "nsubj:pass", "nsubj", "csubj", "expl"))


def coordinated(found: Sequence[Finding], syntax: Syntax) -> tuple[Finding, ...]:
    """``found``, each attribution without a source given that of the one whose verb its own verb is coordinated with.

    Not where the verb has a subject of its own, or is passive: such a cue has no source to share.
    """
    verbs: dict[int, Finding] = {}
    for finding in found:
        if finding.source:
            verbs |= {word: finding for span in finding.cue for word in syntax.words(span)}
    return tuple(finding if finding.source else _shared(finding, syntax, verbs) for finding in found)


def _shared(finding: Finding, syntax: Syntax, verbs: dict[int, Finding]) -> Finding:
    verb = syntax.top([word for span in finding.cue for word in syntax.words(span)])
    if verb is None or syntax.relation(verb) != "conj":
        return finding
    if any(syntax.relation(child) in _PASSIVE for child in syntax.children(verb)):
        return finding
    first = int(syntax.heads[verb])
    other = verbs.get(first)
    if other is None or first > verb or other.parent != finding.parent:
        return finding
    held = any(overlap(source, content) for source in other.source for content in finding.content)
    return finding if held else replace(finding, source=other.source)
