"""Score a trained network on PolNeAR with the project's scorer.

python training/evaluate.py runs/first/mean.safetensors
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from corpus import load
from network import Network
from safetensors.torch import load_file

from onrecord.reader.attributions import Crf, Thresholds, attributions
from onrecord.reader.batches import batch
from onrecord.reader.findings import Finding
from onrecord.reader.windows import windows
from onrecord.reader.words import Words, split


def scorer(data: Path) -> Any:
    """The module ``score_attribution`` that stands beside the data."""
    spec = importlib.util.spec_from_file_location("score_attribution", data.parent / "eval" / "score_attribution.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def torch_weights(path: Path) -> dict[str, torch.Tensor]:
    """The tensors of a weights file."""
    found: dict[str, torch.Tensor] = load_file(path)
    return found


class Torch:
    """The trained network as the reader sees it: the same face as the exported one."""

    def __init__(self, weights: dict[str, torch.Tensor]) -> None:
        self.network = Network()
        self.network.load_state_dict(weights)
        self.network.eval()
        linker = self.network.linker
        self.crf = Crf(*(x.detach().numpy() for x in (linker.first, linker.last, linker.moves)))

    @torch.no_grad()
    def heads(self, words: Words) -> dict[str, np.ndarray]:
        """Scores a word for every head, and the linker's view of each word as ``projected``."""
        made = batch(words, windows(words))
        states = self.network.encoder(torch.from_numpy(made.inputs), torch.from_numpy(made.mask).bool())
        states = states.flatten(0, 1)[torch.from_numpy(made.places)]
        out = {name: head(states).numpy() for name, head in self.network.heads.items()}
        return out | {"projected": self.network.linker.project(states).numpy()}

    @torch.no_grad()
    def link(self, projected: np.ndarray, around: np.ndarray, distance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Tag scores and a logit a cue."""
        near = torch.from_numpy(projected)[torch.from_numpy(around).clamp(min=0)]
        scores, valid = self.network.linker(near, torch.from_numpy(distance), torch.from_numpy(around >= 0))
        return scores.numpy(), valid.numpy()


def predict(model: Torch, text: str, reader: Any, thresholds: Thresholds) -> list[dict[str, Any]]:
    """The attributions of ``text`` as the scorer wants them."""
    words = split(text, reader)
    if not len(words):
        return []
    heads = model.heads(words)
    link = lambda around, distance: model.link(heads["projected"], around, distance)  # noqa: E731
    found = attributions(words, heads["cue"], heads["nested"], link, model.crf, thresholds)
    return [as_plain(finding) for finding in found]


def as_plain(finding: Finding) -> dict[str, Any]:
    """A finding as the scorer wants it."""
    return {role: [list(span) for span in getattr(finding, role)] for role in ("source", "cue", "content")}


def evaluate(
    weights: dict[str, torch.Tensor], data: Path, reader: Any, part: str, thresholds: Thresholds | None = None
) -> dict[str, Any]:
    """The scorer's figures on one part of PolNeAR."""
    model = Torch(weights)
    gold = {row["id"]: row for row in load(data / "attribution" / "polnear" / f"{part}.jsonl.gz")}
    made = {
        key: {"attributions": predict(model, row["text"], reader, thresholds or Thresholds())}
        for key, row in gold.items()
    }
    return scorer(data).score(gold, made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", default="dev", choices=["train", "dev"])
    parser.add_argument("--outer", type=float, default=Thresholds().outer)
    args = parser.parse_args()
    from train import tokenizer

    found = evaluate(torch_weights(args.weights), args.data, tokenizer(), args.part, Thresholds(outer=args.outer))
    for name, value in found.items():
        print(f"{name:18s}", value, file=sys.stdout)


if __name__ == "__main__":
    main()
