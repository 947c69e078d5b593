"""The packaged model, run by onnxruntime on one thread.

One thread gives the same bytes on every machine with the same instruction set and lets workers share cores; several
documents are read in parallel by several workers.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.errors import WeightsDamaged, WeightsMissing
from onrecord.reader import inner
from onrecord.reader.attributions import Crf, Thresholds
from onrecord.reader.batches import batch
from onrecord.reader.inner import Tree
from onrecord.reader.labels import CUE_TAGS, MENTION_TAGS, PARTS
from onrecord.reader.windows import windows

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from onrecord.reader.masking import Masked
    from onrecord.reader.words import Words

__all__ = ["WEIGHTS", "Heads", "Session", "loaded", "released", "session"]

WEIGHTS = Path(__file__).parent / "weights"
"""The folder of the packaged model: ``manifest.json`` and the files it names with their SHA-256."""

_OUTPUTS = ["scores", "projected", "pairs"]
_HEADS = np.cumsum([CUE_TAGS, CUE_TAGS, MENTION_TAGS, len(PARTS)]).tolist()
"""Where the columns of one head end and those of the next begin."""

_ONE_THREAD = 1 << 18

_CUES = 4
"""Cues in one run of the linker. Windows are run one by one: that was fastest on one core (larger batches leave the
processor's second-level cache), needs no padding, and what is read in a window depends on nothing outside it."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What is read of a text, arrays of a row a word.

    Of the encoder's words, to which a masked name is one word: ``cue``, ``nested``: scores of outside, begin, inside;
    ``asked``, ``named``: what a word gives as a pronoun and as what a pronoun stands for, 128 numbers each;
    ``projected``: the linker's view of the word, 128 numbers.

    Of the text's own words: ``mentions``: scores of the nine tags of names; ``tree``.
    """

    cue: NDArray[np.float32]
    nested: NDArray[np.float32]
    mentions: NDArray[np.float32]
    tree: Tree
    asked: NDArray[np.float16]
    named: NDArray[np.float16]
    projected: NDArray[np.float32]


class Session:
    """A loaded model.

    Raises:
        WeightsMissing: a file named in the manifest, or the manifest, is absent.
        WeightsDamaged: a file is not the one that was released.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.folder = folder
        self.manifest: dict[str, Any] = json.loads(released(folder / "manifest.json"))
        self.crf = Crf(*(np.array(self.manifest["crf"][k], np.float32) for k in ("first", "last", "moves")))
        self.thresholds = Thresholds(**self.manifest["thresholds"])
        self.far, self.nobody = (np.array(self.manifest["stands"][k], np.float32) for k in ("far", "nobody"))

    @property
    def hash(self) -> str:
        """The model's identity: SHA-256 over the manifest's list of files."""
        return hashlib.sha256(json.dumps(self.manifest["files"], sort_keys=True).encode()).hexdigest()

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The tokeniser, without truncation and padding."""
        from tokenizers import Tokenizer

        made: Tokenizer = Tokenizer.from_buffer(self.checked("tokenizer.json"))
        return made

    def heads(self, words: Words, masked: Masked) -> Heads:
        """Run the encoder over ``words`` as ``masked`` has them, window by window."""
        filled: list[NDArray[Any]] = []
        tags, trees = [], []
        for window in windows(masked.words):
            found = inner.names(words, masked, window)
            states, pieces, *fields = self._window(masked.words, window, found)
            # Filled window by window: a megabyte of text joined at the end would be held twice.
            filled = filled or [np.empty((len(masked.words), *field.shape[1:]), field.dtype) for field in fields]
            for whole, field in zip(filled, fields, strict=True):
                whole[slice(*window)] = field
            for group in inner.grouped(found):
                part = found.only(group)
                scores, tree = self._names(part, pieces[group, : part.mask.shape[1]], states[part.units - window[0]])
                tags.append((part, scores))
                trees.append((part, tree))
        cue, nested, mentions, parts, relations, heads, asked, named, projected = filled
        tree = inner.unfolded(masked, inner.Tree(parts, relations, heads), trees)
        return Heads(cue, nested, inner.mentions(masked, mentions, tags), tree, asked, named, projected)

    def _window(self, words: Words, window: tuple[int, int], names: inner.Names) -> tuple[NDArray[Any], ...]:
        """The encoder's states of a window's words, its rows for the pieces of ``names``, and what its heads say."""
        made = batch(words, [window])
        inputs = {"inputs": made.inputs, "names": names.pieces}
        rows, states, *outputs = self._encoder.run(["named", "states", *_OUTPUTS], inputs)
        scores, projected, pairs = (found[0, made.places] for found in outputs)
        cue, nested, mentions, parts, relations = np.split(scores, _HEADS, axis=1)
        left, right, asked, named = np.split(pairs, 4, axis=1)
        return (
            states[0, made.places],
            rows,
            cue,
            nested,
            mentions,
            parts.argmax(1).astype(np.int8),
            relations.argmax(1).astype(np.int8),
            _best_heads(left, right) + window[0],
            asked.astype(np.float16),  # half precision: a megabyte of text has a hundred thousand words
            named.astype(np.float16),
            projected,
        )

    def _names(
        self, found: inner.Names, pieces: NDArray[np.float32], states: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], Tree]:
        """Scores of the tags of names, and trees, of the words of names."""
        inputs = {"named": pieces, "case": found.case, "mask": found.mask, "states": states}
        return inner.read(found, *self._namer.run(["scores", "pairs"], inputs))

    def link(
        self, projected: NDArray[np.float32], around: NDArray[np.int64], distance: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Tag scores ``(cues, 2 REACH, 5)`` and a logit a cue, from the words ``around`` each cue."""
        tags, valid = [], []
        for at in range(0, len(around), _CUES):
            part = around[at : at + _CUES]
            seen = part >= 0
            inputs = {
                "near": projected[np.maximum(part, 0)],
                "distance": distance[at : at + _CUES],
                "mask": seen.astype(np.int32),
            }
            scores, logit = self._linker.run(None, inputs)
            tags.append(np.where(seen[..., None], scores, np.float32(0)))
            valid.append(logit[:, 0])
        return np.concatenate(tags), np.concatenate(valid)

    @cached_property
    def _encoder(self) -> Any:
        return loaded(self.checked("encoder.onnx"))

    @cached_property
    def _namer(self) -> Any:
        return loaded(self.checked("namer.onnx"))

    @cached_property
    def common(self) -> frozenset[str]:
        """Common words: see :func:`onrecord.reader.masking.names_by_shape`."""
        return frozenset(self.checked("common.txt").decode().split())

    @cached_property
    def _linker(self) -> Any:
        return loaded(self.checked("linker.onnx"))

    def checked(self, name: str) -> bytes:
        """The bytes of a file of the model."""
        return released(self.folder / name, self.manifest["files"][name])


def _best_heads(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.int32]:
    """For each row of ``left`` the row of ``right`` with the largest product.

    A few rows at a time: above 2^18 multiplications OpenBLAS would take all processors, and the one thread of a
    worker is to be one thread.
    """
    rows = max(1, _ONE_THREAD // max(right.size, 1))
    found = [(left[at : at + rows] @ right.T).argmax(1) for at in range(0, len(left), rows)]
    return np.concatenate(found).astype(np.int32)


@cache
def session() -> Session:
    """The packaged model, loaded once a process."""
    return Session()


def released(path: Path, sha256: str | None = None) -> bytes:
    """The bytes of a packaged file, which must have the SHA-256 given.

    Raises:
        WeightsMissing: the file is absent.
        WeightsDamaged: it is not the one that was released.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsMissing(path.name, "the packaged model is incomplete", "Reinstall onrecord") from error
    if sha256 is not None and hashlib.sha256(data).hexdigest() != sha256:
        raise WeightsDamaged(path.name, "the file is not the one released with this version", "Reinstall onrecord")
    return data


def loaded(data: bytes) -> Any:
    """An ONNX model ready to run on one thread."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(data, options, providers=["CPUExecutionProvider"])
