"""How much a sentence looks like those that fact-checkers check: a number to sort claims by, and nothing else.

The model sees each sentence with its names masked (:mod:`onrecord.reader.masking`), so two sentences that differ in
names alone have the same score. It says nothing of whether a claim is true and has no part in any check.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.claims.adapters import Change, adapted
from onrecord.errors import WeightsDamaged
from onrecord.normalise.layout import Layout
from onrecord.normalise.words import word_set
from onrecord.reader.batches import batch
from onrecord.reader.masking import masked
from onrecord.reader.session import loaded, released, session
from onrecord.reader.windows import windows
from onrecord.reader.words import split
from onrecord.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.record import Record

__all__ = ["BENTS", "WEIGHTS", "Scorer", "inputs", "scored", "scorer", "worthiness"]

WEIGHTS = Path(__file__).parent / "weights"
"""The folder of the packaged weights: ``manifest.json`` and the file it names with its SHA-256."""

BENTS = word_set(
    """
    anarchism anarchist anarchists capitalism capitalist capitalists centrism centrist centrists communism communist
    communists conservatism conservative conservatives fascism fascist fascists leftism leftist leftists liberal
    liberalism liberals libertarian libertarians marxism marxist marxists nationalism nationalist nationalists populism
    populist populists progressive progressives rightist rightists royalist royalists socialism socialist socialists
    """
)
"""Words for a political bent. They name a side as a party's name does, and are written without a capital."""


def worthiness(sentences: Sequence[str]) -> list[float]:
    """From 0 to 1 how much each sentence looks like one that is checked; above 0.5 are those that the model would pick.

    English only.

    Raises:
        ModelError: the packaged weights are missing or damaged.
    """
    return [scorer().score(sentence) for sentence in sentences]


def scored(record: Record) -> Record:
    """The record with ``worthiness`` at each claim: that of the sentence which holds it. The claims keep their order.

    Raises:
        ModelError: the packaged weights are missing or damaged.
    """
    text = record.document.text
    layout = Layout(text)
    ends = [*layout.sentences[1:], len(text)]
    known: dict[Span, float] = {}
    claims = []
    for claim in record.claims:
        first, last = layout.sentence(claim.span.start), layout.sentence(max(claim.span.start, claim.span.end - 1))
        place = Span(layout.sentences[first], ends[last])
        if place not in known:
            known[place] = scorer().score(text[place.start : place.end])
        claims.append(replace(claim, worthiness=known[place]))
    return replace(record, claims=tuple(claims))


_NONE = np.zeros((0, 1), np.int64)  # what stands in names is not asked


class Scorer:
    """The loaded weights.

    Raises:
        WeightsMissing: a file named in the manifest, or the manifest, is absent.
        WeightsDamaged: a file is not the one that was released, or not made for the packaged encoder.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.manifest: dict[str, Any] = json.loads(released(folder / "manifest.json"))
        data = released(folder / "worthiness.npz", self.manifest["files"]["worthiness.npz"])
        if self.manifest["encoder"] != session().manifest["files"]["encoder.onnx"]:
            raise WeightsDamaged("worthiness.npz", "it was made for another encoder", "Reinstall onrecord")
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            self._arrays = {name: arrays[name] for name in arrays.files}
        changes = [
            Change(matrix, scale, *(self._arrays[f"{name}.{part}"].astype(np.float32) for part in ("down", "up")))
            for name, (matrix, scale) in self.manifest["adapts"].items()
        ]
        self._run = loaded(adapted(session().checked("encoder.onnx"), changes, self.manifest["states"]))

    def score(self, sentence: str) -> float:
        """The worthiness of one sentence, to four decimals; 0 where there is not a word."""
        if not any(map(str.isalnum, sentence)):
            return 0.0
        return round(float(1 / (1 + np.exp(-self.logit(inputs(sentence))))), 4)

    def logit(self, given: NDArray[np.int64]) -> float:
        """The number before it is squeezed between 0 and 1; 0 parts the classes. ``given``: see :func:`inputs`.

        Two means of the encoder's states, one of them by attention, weighed.
        """
        ((states,),) = self._run.run([self.manifest["states"]], {"inputs": given, "names": _NONE})
        looked = states @ self._arrays["attention"]
        shares = np.exp(looked - looked.max())
        pooled = np.concatenate([shares @ states / shares.sum(), states.mean(0)])
        return float(pooled @ self._arrays["head"]) - float(self.manifest["parting"])


@cache
def scorer() -> Scorer:
    """The packaged weights, loaded once a process."""
    return Scorer()


def inputs(sentence: str) -> NDArray[np.int64]:
    """What the encoder reads of a sentence with its names masked, as far as one window goes: ``(1, length, 4)``."""
    model = session()
    words = masked(split(" ".join(sentence.split()), model.tokenizer), model.common, BENTS).words
    return batch(words, windows(words)[:1]).inputs
