"""Annotated texts as arrays of labels a word.

A text is a row (a plain dict) with whatever is known of it as spans of code points; what a row lacks is left out of
the losses:

- ``text``; ``id``
- ``attributions`` with ``source``, ``cue`` and ``content``; ``discard``: spans to leave out; ``nested`` (see augment)
- ``names``: ``[start, end, kind]``; ``unsure``: spans where nobody knows whether there is a name
- ``tokens``: ``[start, end, part of speech, relation, index of the head]``, the root its own head
- ``pronouns``: ``at``, ``means`` (spans of the words that it stands for; none: nobody), ``unsure``, ``silver`` where a
  machine says so
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reader.labels import AHEAD, BACK, BEGIN, INSIDE, MENTION_KINDS, PARTS, RELATIONS
from onrecord.reader.masking import Masked, masked
from onrecord.reader.words import Words, split

IGNORE = -100
"""A word that a loss leaves out."""

SILVER = 0.4
"""The weight of a pronoun whose meaning a machine says."""

LABELS = ("cue", "nested", "roles", "mentions", "parts", "relations")
"""Labels of the encoder's words, to which a masked name is one word; names know nothing of ``mentions``."""

INNER = ("mentions", "parts", "relations", "heads")
"""Labels of a text's own words, of which those in names are learned apart."""

Row = dict[str, Any]

_KIND = {kind: i for i, kind in enumerate(MENTION_KINDS)}
_PART = {part: i for i, part in enumerate(PARTS)}
_RELATION = {relation: i for i, relation in enumerate(RELATIONS)}


@dataclass
class Link:
    """One annotated attribution as word indices: the cue's range, and the words of its roles."""

    cue: tuple[int, int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


@dataclass
class Pronoun:
    """A pronoun's word, the words of what it stands for, and words of which nobody knows."""

    word: int
    means: np.ndarray
    unsure: np.ndarray
    weight: float


@dataclass
class Example:
    """One text: the encoder's words, a label a word for each of :data:`LABELS`, and each word's head; its own words and
    their labels for each of :data:`INNER`, heads by index in the text. ``IGNORE``: unknown."""

    words: Words
    labels: dict[str, np.ndarray]
    heads: np.ndarray
    own: Words
    masked: Masked
    inner: dict[str, np.ndarray]
    links: list[Link] = field(default_factory=list)
    pronouns: list[Pronoun] = field(default_factory=list)


def load(path: Path) -> list[Row]:
    """The rows of a gzip JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def example(row: Row, tokenizer: Any, common: Collection[str]) -> Example:
    """The labels of a row. ``common``: see :func:`onrecord.reader.masking.names_by_shape`."""
    own = split(row["text"], tokenizer)
    made = masked(own, common)
    unknown = {name: np.full(len(made.words), IGNORE) for name in LABELS}
    inner = {name: np.full(len(own), IGNORE) for name in INNER}
    out = Example(made.words, unknown, np.full(len(made.words), IGNORE), own, made, inner)
    if row.get("attributions") is not None:
        _add_attributions(out, row)
    if row.get("names") is not None:
        inner["mentions"] = names(own, row)
    if row.get("tokens"):
        inner["parts"], inner["relations"], inner["heads"] = syntax(own, row["tokens"])
    _fold(out)
    for pronoun in row.get("pronouns") or []:
        _add_pronoun(out, pronoun)
    return out


def _fold(out: Example) -> None:
    """Labels of the encoder's words from those of the text's own: a name is what its word with a head outside it is."""
    unit = out.masked.unit
    top = np.flatnonzero(np.diff(unit, prepend=-1))
    heads = out.inner["heads"]
    for start, end in out.masked.names:
        own = heads[start:end]
        outside = (own != IGNORE) & ((own < start) | (own >= end) | (own == np.arange(start, end)))
        if outside.any():
            top[unit[start]] = start + int(np.flatnonzero(outside)[0])
    for name in ("parts", "relations"):
        out.labels[name] = out.inner[name][top]
    to = heads[top]
    out.heads = np.where(to == IGNORE, IGNORE, unit[np.maximum(to, 0)])
    out.labels["mentions"] = out.inner["mentions"][top]
    for start, end in out.masked.names:
        out.labels["mentions"][unit[start]] = IGNORE
        own = heads[start:end]
        out.inner["heads"][start:end] = np.where(
            np.arange(start, end) == top[unit[start]],
            np.where(own == IGNORE, IGNORE, np.arange(start, end)),
            np.where((own >= start) & (own < end), own, IGNORE),
        )


def _add_attributions(out: Example, row: Row) -> None:
    cue, nested, roles = (out.labels[name] for name in ("cue", "nested", "roles"))
    cue[:] = roles[:] = 0
    for attribution in row["attributions"]:
        link = _link(out.words, attribution)
        if link is None:
            continue
        out.links.append(link)
        _tag(roles, link.source, 0)
        _tag(roles, link.content, 1)
        _tag(cue, [link.cue], 0)
    # Nobody annotated what lies inside a content, so the head for nested cues learns nothing there …
    nested[:] = cue
    for link in out.links:
        for start, end in link.content:
            nested[start:end] = IGNORE
    # … except in texts made by wrapping an annotated passage, where it is known.
    for inner in row.get("nested", []):
        _add_nested(out, inner)
    for start, end in _ranges(out.words, row.get("discard") or []):
        for labels in (cue, nested, roles):
            labels[start:end] = IGNORE


def _link(words: Words, attribution: Row) -> Link | None:
    spans = {role: _ranges(words, attribution[role]) for role in ("source", "cue", "content")}
    if not spans["cue"] or not spans["content"]:
        return None
    return Link(spans["cue"][0], spans["source"], spans["content"])


def _add_nested(out: Example, inner: Row) -> None:
    nested = out.labels["nested"]
    for start, end in _ranges(out.words, inner["known"]):
        nested[start:end] = 0
    links = [link for link in (_link(out.words, attribution) for attribution in inner["attributions"]) if link]
    for link in links:
        for start, end in link.content:
            nested[start:end] = IGNORE
    for link in links:
        _tag(nested, [link.cue], 0)
    out.links += links


def names(words: Words, row: Row) -> np.ndarray:
    """The tag of a name a word."""
    labels = np.zeros(len(words), np.int64)
    for start, end in _ranges(words, row.get("unsure") or []):
        labels[start:end] = IGNORE
    for start, end, kind in row["names"]:
        _tag(labels, _ranges(words, [[start, end]]), _KIND[kind])
    return labels


def syntax(words: Words, tokens: list[list[Any]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Part of speech, relation and head a word; a token's labels go to its first word, on which the others hang as
    ``part``."""
    parts, relations, heads = (np.full(len(words), IGNORE) for _ in range(3))
    first: list[int | None] = []
    free = 0
    for start, end, *_ in tokens:
        low = max(int(np.searchsorted(words.ends, start, side="right")), free)
        high = int(np.searchsorted(words.starts, end, side="left"))
        first.append(low if low < high else None)
        if low < high:
            heads[low + 1 : high] = low
            relations[low + 1 : high] = _RELATION["part"]
            free = high
    for word, (_, _, part, relation, head) in zip(first, tokens, strict=True):
        if word is None:
            continue
        parts[word] = _PART.get(part, IGNORE)
        relations[word] = _RELATION.get(relation, _RELATION.get(relation.split(":")[0], IGNORE))
        to = first[head]
        heads[word] = IGNORE if to is None else to
    return parts, relations, heads


def _add_pronoun(out: Example, pronoun: Row) -> None:
    at = _ranges(out.words, [pronoun["at"]])
    if not at:
        return
    word = at[0][0]
    means, unsure = (_words(out.words, pronoun.get(name) or [], word) for name in ("means", "unsure"))
    # What it stands for is named, but too far away to be seen: nothing to learn.
    if len(means) or not pronoun["means"]:
        out.pronouns.append(Pronoun(word, means, unsure, SILVER if pronoun.get("silver") else 1.0))


def _words(words: Words, spans: list[list[int]], around: int) -> np.ndarray:
    found = [np.arange(start, end) for start, end in _ranges(words, spans)]
    joined = np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
    return joined[(joined >= around - BACK) & (joined < around + AHEAD) & (joined != around)]


def _ranges(words: Words, spans: list[list[int]]) -> list[tuple[int, int]]:
    """Word ranges of character spans; a span that covers no word is left out."""
    found = []
    for start, end in spans:
        low = int(np.searchsorted(words.ends, start, side="right"))
        high = int(np.searchsorted(words.starts, end, side="left"))
        if low < high:
            found.append((low, high))
    return found


def _tag(labels: np.ndarray, ranges: list[tuple[int, int]], kind: int) -> None:
    for start, end in ranges:
        labels[start:end] = INSIDE + 2 * kind
        labels[start] = BEGIN + 2 * kind
