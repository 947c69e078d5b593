"""What onrecord is measured against: figures taken elsewhere, units of speed measured in the same run.

No other program for this work can be installed by pip and run offline (their models are not in a package
index), so their figures are quoted. Speed is set against units that are measured beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["CITRON_WORDS", "PEOPLE", "PUBLISHED", "encoder", "float_encoder", "tokenisation"]

PEOPLE = {
    "linked relaxed F": 76.0,
    "linked exact F": 58.0,
    "recall direct": 99.0,
    "recall mixed": 89.0,
    "recall indirect": 72.0,
}
"""People against people on the doubly annotated articles of PolNeAR train and dev, by the same scorer."""

PUBLISHED = {
    "linked relaxed F": 59.4,
    "linked exact F": 33.6,
    "recall direct": 71.0,
    "attributions F": 37.5,
    "speaker right": 78.0,
    "speaker wrong": 22.0,
}
"""Citron (BBC), its models trained again on PolNeAR train: measured by this project, not in this run."""

CITRON_WORDS = 808
"""Words a second of Citron end to end on one core of the same kind of machine, measured earlier."""


def encoder(texts: list[str]) -> tuple[list[Any], Callable[[Any], object]]:
    """The packaged encoder and what reads names, alone: words in, scores out, nothing before and nothing after."""
    from onrecord.reader.masking import masked
    from onrecord.reader.session import session
    from onrecord.reader.words import split

    model = session()
    own = [split(text, model.tokenizer) for text in texts]
    return [(words, masked(words, model.common)) for words in own], lambda both: model.heads(*both)


def float_encoder(texts: list[str]) -> tuple[list[Any], Callable[[Any], object]]:
    """The same encoder as plain PyTorch in float32 on one thread, over the same windows."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))
    import torch
    from network import Network

    from onrecord.reader.batches import batch
    from onrecord.reader.masking import masked
    from onrecord.reader.session import session
    from onrecord.reader.windows import windows
    from onrecord.reader.words import split

    torch.set_num_threads(1)
    model = Network().encoder.eval()
    work = []
    for text in texts:
        words = masked(split(text, session().tokenizer), session().common).words
        ranges = windows(words)
        work += [batch(words, ranges[at : at + 4]) for at in range(0, len(ranges), 4)]

    def run(made: Any) -> object:
        with torch.inference_mode():
            return model(torch.from_numpy(made.inputs), torch.from_numpy(made.mask).bool())

    return work, run


def tokenisation() -> Callable[[str], object]:
    """spaCy's English tokeniser and its rule for sentences, without any model."""
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline
