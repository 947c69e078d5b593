"""The texts of each epoch: every corpus whole, articles changed in several ways, and made-up releases."""

from __future__ import annotations

from pathlib import Path

import augment
import numpy as np
import sources
from common import common
from corpus import Example, Row, example
from tokenizers import Tokenizer

RENAMED, EXCHANGED, PRONOUNED, MARKS = 0.7, 0.5, 0.4, 0.25
"""The shares of articles whose names, genders, pronouns or quotation marks are changed in an epoch."""


class Texts:
    """All training texts."""

    def __init__(self, data: Path, reader: Tokenizer, articles: int | None = None) -> None:
        self.reader, self.common = reader, common(data)
        self.rows = sources.polnear(data, "train")[:articles]
        others: list[Row] = [
            *sources.treebank(data / "syntax" / "gum" / "train.conllu.gz"),
            *sources.treebank(data / "syntax" / "ewt" / "train.conllu.gz"),
            *sources.re3d(data, "train"),
            *sources.gap(data / "actors" / "gap" / "gap-validation.tsv"),
        ]
        self.others = [example(row, reader, self.common) for row in others[: articles and 2 * articles]]
        self.exchanged = [
            example(augment.exchanged(row), reader, self.common)
            if row.get("pronouns") and row.get("gendered")
            else item
            for row, item in zip(others, self.others, strict=False)
        ]

    def __len__(self) -> int:
        return len(self.rows) * 9 // 8 + len(self.others)

    def pieces(self) -> int:
        """Word pieces in an epoch, about."""
        sample = [len(example(row, self.reader, self.common).words.pieces) for row in self.rows[::10]]
        return round(np.mean(sample) * len(self.rows)) + sum(len(item.words.pieces) for item in self.others)

    def epoch(self, rng: np.random.Generator) -> list[Example]:
        """The texts of one epoch, made anew."""
        changed = [example(self._changed(row, rng), self.reader, self.common) for row in self.rows]
        made = [example(augment.wrapped(self.rows, rng), self.reader, self.common) for _ in range(len(self.rows) // 8)]
        half = [items[int(rng.integers(2))] for items in zip(self.others, self.exchanged, strict=True)]
        return changed + made + half

    def _changed(self, row: Row, rng: np.random.Generator) -> Row:
        if row.get("names") is not None:
            if rng.random() < EXCHANGED:
                row = augment.exchanged(row)
            if rng.random() < RENAMED:
                row = augment.renamed(row, rng)
            if rng.random() < PRONOUNED:
                row = augment.pronouned(row, rng)
        return augment.other_marks(row, rng) if rng.random() < MARKS else row
