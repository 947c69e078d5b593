"""Sources that one attribution shares with the one before it: "She called on them to stay and stressed the risk"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reader.findings import Finding
from onrecord.reader.syntax import Syntax
from onrecord.spans import Span, overlap

__all__ = ["coordinated", "headed"]

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


def headed(found: Sequence[Finding], syntax: Syntax) -> tuple[Finding, ...]:
    """``found`` with a noun that was taken for a cue beside the verb it is the subject of made that verb's source.

    "Figures from the port show that …": both have the content, neither has a source. Only where nothing is held by
    the noun's attribution.
    """
    holders = {finding.parent for finding in found}
    sources = {i: made for i in range(len(found)) if (made := _of_noun(i, found, syntax, holders))}
    gone = {noun for noun, _ in sources.values()}
    kept = [i for i in range(len(found)) if i not in gone]
    new = {old: number for number, old in enumerate(kept)}
    out = []
    for i in kept:
        parent = None if (old := found[i].parent) is None else new.get(old)
        source = (sources[i][1],) if i in sources else found[i].source
        out.append(replace(found[i], source=source, parent=parent))
    return tuple(out)


def _of_noun(i: int, found: Sequence[Finding], syntax: Syntax, holders: set[int | None]) -> tuple[int, Span] | None:
    """The attribution whose cue is the subject of this one's verb, and the subject with all that is before the verb."""
    finding, other = found[i], found[i - 1]
    if i == 0 or finding.source or not finding.cue:
        return None
    if other.source or not other.cue or other.parent != finding.parent or i - 1 in holders:
        return None
    if not any(overlap(a, b) for a in other.content for b in finding.content):
        return None
    noun, verb = (syntax.top(syntax.words(each.cue[0])) for each in (other, finding))
    if noun is None or verb is None or noun > verb or syntax.part(noun) != "NOUN":
        return None
    if int(syntax.heads[noun]) not in (noun, verb):  # itself where the parser takes the noun for a root of its own
        return None
    before = [child for child in syntax.children(noun) if child < noun]
    start, end = min([noun, *before]), syntax.words(finding.cue[0])[0]
    return i - 1, Span(int(syntax.starts[start]), int(syntax.ends[end - 1]))
