"""Annotated articles as arrays of labels a word."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reader.labels import BEGIN, INSIDE
from onrecord.reader.words import Words, split

IGNORE = -100
"""A word that a loss leaves out."""

# CoreNLP's four classes; its MISC is mostly nationalities, parties and faiths.
_KINDS = {"PERSON": 0, "ORGANIZATION": 1, "LOCATION": 2, "MISC": 3}


@dataclass
class Link:
    """One annotated attribution as word indices: the cue's range, and the words of its roles."""

    cue: tuple[int, int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


@dataclass
class Example:
    """One article: its words and a label a word for each head (``IGNORE`` where unknown)."""

    words: Words
    cue: np.ndarray
    nested: np.ndarray
    roles: np.ndarray
    mentions: np.ndarray
    links: list[Link] = field(default_factory=list)


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a gzip JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def example(row: dict[str, Any], tokenizer: Any, parse: dict[str, Any] | None = None) -> Example:
    """Labels for ``row``: ``text``, ``attributions``, ``discard`` and optionally ``nested`` (see augment).

    ``parse``: the machine parse of the same article, for its names; without one, mentions are left out of the loss.
    """
    words = split(row["text"], tokenizer)
    n = len(words)
    out = Example(words, np.zeros(n, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64), np.full(n, IGNORE))
    for attribution in row["attributions"]:
        spans = {role: _ranges(words, attribution[role]) for role in ("source", "cue", "content")}
        if not spans["cue"] or not spans["content"]:
            continue
        link = Link(spans["cue"][0], spans["source"], spans["content"])
        out.links.append(link)
        _tag(out.roles, link.source, 0)
        _tag(out.roles, link.content, 1)
        _tag(out.cue, [link.cue], 0)
    # Nobody annotated what lies inside a content, so the head for nested cues learns nothing there …
    out.nested[:] = out.cue
    for link in out.links:
        for start, end in link.content:
            out.nested[start:end] = IGNORE
    # … except in texts made by wrapping an annotated passage, where it is known.
    for inner in row.get("nested", []):
        _add_nested(out, inner)
    for start, end in _ranges(words, row.get("discard") or []):
        for labels in (out.cue, out.nested, out.roles):
            labels[start:end] = IGNORE
    if parse is not None:
        _tag_names(out, parse)
    return out


def _add_nested(out: Example, inner: dict[str, Any]) -> None:
    for start, end in _ranges(out.words, inner["known"]):
        out.nested[start:end] = 0
    links = []
    for attribution in inner["attributions"]:
        spans = {role: _ranges(out.words, attribution[role]) for role in ("source", "cue", "content")}
        if spans["cue"] and spans["content"]:
            links.append(Link(spans["cue"][0], spans["source"], spans["content"]))
    for link in links:
        for start, end in link.content:
            out.nested[start:end] = IGNORE
    for link in links:
        _tag(out.nested, [link.cue], 0)
    out.links += links


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


def _tag_names(out: Example, parse: dict[str, Any]) -> None:
    out.mentions[:] = 0
    for sentence in parse["sents"]:
        run: list[list[int]] = []
        previous = None
        for token in [*sentence["tok"], [0, 0, 0, "", "", ""]]:
            kind = _KINDS.get(token[5])
            if run and kind != previous:
                _tag(out.mentions, _ranges(out.words, [[run[0][0], run[-1][1]]]), previous or 0)
                run = []
            if kind is not None:
                run.append(token)
            previous = kind
