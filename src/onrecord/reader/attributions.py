"""Cues and the roles around them, put together into findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader import decode
from onrecord.reader.edges import cut, paragraph_numbers, sentence_numbers, trim, undated, whole
from onrecord.reader.findings import Finding
from onrecord.reader.labels import REACH, distances, neighbourhood
from onrecord.reader.quoted import LONG, Quoted, quoted, snap, subtract, union
from onrecord.reader.quotes import OUTSIDE
from onrecord.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.reader.words import Words
    from onrecord.record import Form

__all__ = ["Crf", "Link", "Thresholds", "attributions", "form"]

Range = tuple[int, int]


Link = Callable[["NDArray[np.int64]", "NDArray[np.int64]"], "tuple[NDArray[np.float32], NDArray[np.float32]]"]
"""Neighbourhoods and distances ``(cues, 2 REACH)`` to tag scores ``(cues, 2 REACH, 5)`` and a logit a cue."""


@dataclass(frozen=True, slots=True)
class Crf:
    """The linker's transition scores; see :func:`onrecord.reader.decode.best_tags`."""

    first: NDArray[np.float32]
    last: NDArray[np.float32]
    moves: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least confidence of an attribution, of one inside another's content, of a cue to be linked at all, and of
    an attribution whose content is a quotation that nobody else claims; chosen on dev."""

    outer: float = 0.55
    nested: float = 0.6
    candidate: float = 0.2
    quotation: float = 0.15


@dataclass(frozen=True, slots=True)
class _Candidate:
    cue: Range
    source: list[Range]
    content: list[Range]
    confidence: float


def attributions(
    words: Words,
    cue_logits: NDArray[np.float32],
    nested_logits: NDArray[np.float32],
    link: Link,
    crf: Crf,
    thresholds: Thresholds,
) -> tuple[Finding, ...]:
    """The attributions of a text, ordered by cue; nested ones name their parent by index."""
    quotations = quoted(words)
    paragraph = paragraph_numbers(words)
    sentence = sentence_numbers(words, paragraph)

    def linked(logits: NDArray[np.float32], inside: NDArray[np.bool_] | None = None) -> list[_Candidate]:
        found = decode.cues(decode.probabilities(logits), thresholds.candidate)
        kept = [cue for cue in found if inside is None or inside[cue[0] : cue[1]].all()]
        found_roles = _linked(words, kept, link, crf)
        others = frozenset(sentence[[start for start, _, _ in kept]].tolist()) if kept else frozenset()
        cut_roles = (_within_sentence(words, c, sentence, paragraph, others) for c in found_roles)
        return [_snapped(candidate, quotations) for candidate in cut_roles]

    likely = linked(cue_logits)
    tops = _distinct([c for c in likely if c.confidence >= thresholds.outer], len(words))
    rest = [c for c in likely if thresholds.quotation <= c.confidence < thresholds.outer]
    tops = _distinct([*tops, *_unclaimed(rest, tops, quotations)], len(words))
    tops = _settled(_settled(tops, quotations, sentence), quotations, paragraph)
    tops = _carried(tops, quotations)
    tops = [c for c in (_trimmed(words, c) for c in tops) if c.content]
    holder = _holders(tops, len(words))
    inner = linked(nested_logits, inside=holder >= 0)
    made = _nest(words, tops, [c for c in inner if c.confidence >= thresholds.nested], holder)
    spot = {id(candidate): i for i, (candidate, _) in enumerate(made)}
    return tuple(_finding(words, candidate, None if parent is None else spot[id(parent)]) for candidate, parent in made)


def _within_sentence(
    words: Words,
    candidate: _Candidate,
    sentence: NDArray[np.int64],
    paragraph: NDArray[np.int64],
    others: frozenset[int],
) -> _Candidate:
    """Roles cut at the ends of sentences: a source keeps the part beside its cue; what a content has in another
    sentence stays where it is quoted, where that sentence of the same paragraph has no cue of its own (``others``:
    those that have one), or where the cue's own sentence holds none of it. (Of the contents in PolNeAR train 0.4 %
    go on into another sentence without quotation marks.)"""
    here = sentence[candidate.cue[0]]
    source = cut(candidate.source, sentence)
    content = cut(candidate.content, sentence)
    own = [part for part in content if sentence[part[0]] == here]
    more = [
        part
        for part in content
        if (words.state[slice(*part)] != OUTSIDE).mean() > 0.5
        or (paragraph[part[0]] == paragraph[candidate.cue[0]] and int(sentence[part[0]]) not in others)
    ]
    near = min(source, key=lambda part: abs(part[0] - candidate.cue[0]), default=None)
    return replace(
        candidate,
        source=[near] if near else [],
        content=union([*own, *more]) if own else content,
    )


def _snapped(candidate: _Candidate, quotations: Quoted) -> _Candidate:
    others = [candidate.cue, *candidate.source]
    return replace(candidate, content=snap(candidate.content, others, quotations))


def _unclaimed(rest: list[_Candidate], tops: list[_Candidate], quotations: Quoted) -> list[_Candidate]:
    """Unlikely candidates that speak for a quotation of some length which no likelier one claims."""
    claimed = {i for c in tops for part in c.content for i in quotations.touching(part)}
    out = []
    for candidate in sorted(rest, key=lambda c: (-c.confidence, c.cue)):
        held = {
            i
            for part in candidate.content
            for i in quotations.touching(part)
            if quotations.inner[i] >= LONG and _inside(quotations.ranges[i], candidate.content)
        }
        if held - claimed:
            out.append(candidate)
            claimed |= held
    return out


def _settled(tops: list[_Candidate], quotations: Quoted, place: NDArray[np.int64]) -> list[_Candidate]:
    """A quotation claimed from its own sentence (or paragraph: ``place`` numbers them) and from another one stays
    with the claims of its own; what claimed it from elsewhere needs some words of its own to stay."""
    claims: dict[int, list[int]] = {}
    for at, candidate in enumerate(tops):
        for i in {i for part in candidate.content for i in quotations.touching(part)}:
            if _inside(quotations.ranges[i], candidate.content):
                claims.setdefault(i, []).append(at)
    lost: dict[int, list[Range]] = {}
    for i, several in claims.items():
        here = [at for at in several if place[tops[at].cue[0]] == place[quotations.ranges[i][0]]]
        for at in several if here else []:
            if at not in here:
                lost.setdefault(at, []).append(quotations.ranges[i])
    left = [replace(c, content=subtract(c.content, lost.get(at, []))) for at, c in enumerate(tops)]
    return [c for at, c in enumerate(left) if at not in lost or sum(b - a for a, b in c.content) >= LONG]


def _carried(tops: list[_Candidate], quotations: Quoted) -> list[_Candidate]:
    """A quotation that goes on over paragraphs keeps its speaker: its unclaimed parts join the claimed one."""
    owner = {
        i: at
        for at, c in enumerate(tops)
        for part in c.content
        for i in quotations.touching(part)
        if _inside(quotations.ranges[i], c.content)
    }
    gained: dict[int, list[Range]] = {}
    for chain in quotations.chains:
        # The closing part's speaker first: there the cue of a running quotation stands.
        near = _fill([owner.get(i) for i in chain][::-1])[::-1]
        for i, at in zip(chain, _fill(near), strict=True):
            if i not in owner and at is not None:
                gained.setdefault(at, []).append(quotations.ranges[i])
    return [replace(c, content=union([*c.content, *gained.get(at, [])])) for at, c in enumerate(tops)]


def _fill(values: list[int | None]) -> list[int | None]:
    """Each None replaced by what stands last before it."""
    out: list[int | None] = []
    for value in values:
        out.append(out[-1] if value is None and out else value)
    return out


def _linked(words: Words, found: Sequence[tuple[int, int, float]], link: Link, crf: Crf) -> list[_Candidate]:
    """The candidate cues for which the linker finds a content, with their roles."""
    if not found:
        return []
    ranges = np.array([(start, end) for start, end, _ in found], np.int64)
    around = neighbourhood(ranges, len(words))
    scores, valid = link(around, distances(ranges))
    paths = decode.best_tags(scores, crf.first, crf.last, crf.moves)
    paths[around < 0] = 0
    chances = 1 / (1 + np.exp(-valid))
    out: list[_Candidate] = []
    for (start, end, chance), path, truth in zip(found, paths, chances, strict=True):
        path[REACH : REACH + end - start] = 0
        shift = start - REACH
        source = whole([(a + shift, b + shift) for a, b in decode.runs(path, 0)], (start, end))
        content = [(a + shift, b + shift) for a, b in decode.runs(path, 1)]
        confidence = round(float(np.sqrt(chance * truth)), 3)
        if content:
            out.append(_Candidate((start, end), source, content, confidence))
    return out


def _distinct(tops: list[_Candidate], total: int) -> list[_Candidate]:
    """Outermost attributions: one whose cue lies in a likelier one's content is left to the nested head."""
    kept: list[_Candidate] = []
    covered = np.zeros(total, np.int32)
    for candidate in sorted(tops, key=lambda c: (-c.confidence, c.cue)):
        if not covered[slice(*candidate.cue)].all():
            kept.append(candidate)
            for part in candidate.content:
                covered[slice(*part)] += 1
    return [c for c in kept if _inside(c.cue, c.content) or not covered[slice(*c.cue)].all()]


def _holders(tops: list[_Candidate], total: int) -> NDArray[np.int64]:
    """For each word the index, in the order of the cues, of the first attribution whose content holds it, else -1."""
    holder = np.full(total, -1, np.int64)
    for at, candidate in reversed(list(enumerate(sorted(tops, key=lambda c: c.cue)))):
        for part in candidate.content:
            holder[slice(*part)] = at
    return holder


def _nest(
    words: Words, tops: list[_Candidate], nested: list[_Candidate], holder: NDArray[np.int64]
) -> list[tuple[_Candidate, _Candidate | None]]:
    """Every candidate with the outermost one whose content holds it, in the order of the cues."""
    ordered = sorted(tops, key=lambda c: c.cue)
    placed: list[tuple[_Candidate, _Candidate | None]] = [(c, None) for c in ordered]
    for candidate in nested:
        parent = ordered[holder[candidate.cue[0]]]
        if not _inside(candidate.cue, parent.content):
            continue  # the cue runs over from one content into another
        source = _clip(candidate.source, parent.content)
        content = _clip(candidate.content, parent.content)
        clipped = _trimmed(words, replace(candidate, source=source, content=content))
        if clipped.content:
            placed.append((clipped, parent))
    return sorted(placed, key=lambda pair: (pair[0].cue, pair[1] is not None))


def _inside(inner: Range, holders: list[Range]) -> bool:
    return any(start <= inner[0] and inner[1] <= end for start, end in holders)


def _clip(ranges: list[Range], holders: list[Range]) -> list[Range]:
    return [(max(a, c), min(b, d)) for a, b in ranges for c, d in holders if max(a, c) < min(b, d)]


def _finding(words: Words, candidate: _Candidate, parent: int | None) -> Finding:
    return Finding(
        source=tuple(_span(words, part) for part in candidate.source),
        cue=(_span(words, candidate.cue),),
        content=tuple(_span(words, part) for part in candidate.content),
        form=form(words, candidate.content),
        confidence=candidate.confidence,
        parent=parent,
    )


def _trimmed(words: Words, candidate: _Candidate) -> _Candidate:
    """The candidate without a day at the end of its cue, nor commas, colons or dashes at the edges of its roles."""
    return replace(
        candidate,
        cue=undated(words, candidate.cue),
        source=trim(words, candidate.source),
        content=trim(words, candidate.content),
    )


def _span(words: Words, part: Range) -> Span:
    return Span(int(words.starts[part[0]]), int(words.ends[part[1] - 1]))


def form(words: Words, content: Sequence[Range]) -> Form:
    """Direct where every word of the content is quoted, mixed where some are, else indirect."""
    quoted = plain = False
    for start, end in content:
        for word in range(start, end):
            if words.text[words.starts[word]].isalnum():
                inside = words.state[word] != OUTSIDE
                quoted, plain = quoted or inside, plain or not inside
    if not quoted:
        return "indirect"
    return "mixed" if plain else "direct"
