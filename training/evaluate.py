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
import sources
import torch
from common import common
from corpus import IGNORE, load, names, syntax
from network import NAME_TAGS, Network
from safetensors.torch import load_file

from onrecord.reader import decode, inner
from onrecord.reader.attributions import Crf, Thresholds, attributions
from onrecord.reader.batches import batch
from onrecord.reader.findings import Finding
from onrecord.reader.labels import MENTION_TAGS
from onrecord.reader.masking import Masked, masked
from onrecord.reader.stands import stands
from onrecord.reader.windows import windows
from onrecord.reader.words import Words, split
from onrecord.spans import Span, overlap


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

    def __init__(self, weights: dict[str, torch.Tensor], common: frozenset[str]) -> None:
        self.common = common
        self.network = Network()
        self.network.load_state_dict(weights)
        self.network.eval()
        linker = self.network.linker
        self.crf = Crf(*(x.detach().numpy() for x in (linker.first, linker.last, linker.moves)))

    @torch.no_grad()
    def heads(self, words: Words) -> tuple[Masked, dict[str, np.ndarray]]:
        """The words as the encoder reads them, and what :class:`onrecord.reader.session.Heads` has of them."""
        made = masked(words, self.common)
        read = batch(made.words, windows(made.words))
        states = self.network.encoder(torch.from_numpy(read.inputs), torch.from_numpy(read.mask).bool())
        states = states.flatten(0, 1)[torch.from_numpy(read.places)]
        network = self.network
        outer = {name: network.heads[name](states).numpy() for name in ("cue", "nested", "mentions")}
        parts, relations = (network.heads[name](states).argmax(1).numpy() for name in ("parts", "relations"))
        left, right = network.arcs.left(states).numpy(), network.arcs.right(states).numpy()
        heads = np.concatenate([(left[a:b] @ right[a:b].T).argmax(1) + a for a, b in windows(made.words)])
        found = inner.names(words, made)
        tags, trees = self._names(found, states)
        tree = inner.unfolded(made, inner.Tree(parts, relations, heads), [(found, trees)])
        out = outer | {"mentions": inner.mentions(made, outer["mentions"], [(found, tags)])}
        out |= {"parts": tree.parts, "relations": tree.relations, "heads": tree.heads}
        out |= {"asked": network.stands.left(states).numpy(), "named": network.stands.right(states).numpy()}
        return made, out | {"projected": network.linker.project(states).numpy()}

    def _names(self, found: inner.Names, states: torch.Tensor) -> tuple[np.ndarray, inner.Tree]:
        namer = self.network.namer
        to = torch.from_numpy
        pieces = self.network.encoder.pieces(to(found.pieces))
        x = namer(pieces, to(found.case), to(found.mask).bool(), states[to(found.units)])
        scores = torch.cat([namer.heads[name](x) for name in NAME_TAGS], 2).numpy()
        return inner.read(found, scores, torch.cat([namer.left(x), namer.right(x)], 2).numpy())

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
    made, heads = model.heads(words)
    link = lambda around, distance: model.link(heads["projected"], around, distance)  # noqa: E731
    found = attributions(made.words, heads["cue"], heads["nested"], link, model.crf, thresholds)
    return [as_plain(finding) for finding in found]


def as_plain(finding: Finding) -> dict[str, Any]:
    """A finding as the scorer wants it."""
    return {role: [list(span) for span in getattr(finding, role)] for role in ("source", "cue", "content")}


def evaluate(
    weights: dict[str, torch.Tensor], data: Path, reader: Any, part: str, thresholds: Thresholds | None = None
) -> dict[str, Any]:
    """The scorer's figures on one part of PolNeAR."""
    model = Torch(weights, common(data))
    gold = {row["id"]: row for row in load(data / "attribution" / "polnear" / f"{part}.jsonl.gz")}
    made = {
        key: {"attributions": predict(model, row["text"], reader, thresholds or Thresholds())}
        for key, row in gold.items()
    }
    return scorer(data).score(gold, made)


def others(model: Torch, data: Path, reader: Any) -> dict[str, Any]:
    """Figures of the heads that PolNeAR says nothing of: syntax, names, what pronouns stand for."""
    found: dict[str, Any] = {}
    for name in ("ewt", "gum"):
        rows = list(sources.treebank(data / "syntax" / name / "dev.conllu.gz"))
        found |= {f"{name} {key}": value for key, value in _syntax(model, rows, reader).items()}
        if name == "gum":
            found["gum names"] = _names(model, rows, reader)
    found["re3d names"] = _names(model, list(sources.re3d(data, "dev")), reader)
    found["GAP development"] = _gap(model, list(sources.gap(data / "actors" / "gap" / "gap-development.tsv")), reader)
    return found


def _syntax(model: Torch, rows: list[Any], reader: Any) -> dict[str, float]:
    """Share of tokens (by their first word) with the right part of speech, head, and head and relation."""
    right = np.zeros(4)
    for row in rows:
        own = split(row["text"], reader)
        parts_, relations, gold = syntax(own, row["tokens"])
        known = (gold != IGNORE) & (parts_ != IGNORE)
        _, heads = model.heads(own)
        attached = heads["heads"] == gold
        labelled = attached & (heads["relations"] == relations)
        parts = heads["parts"] == parts_
        right += [known.sum(), (parts & known).sum(), (attached & known).sum(), (labelled & known).sum()]
    return {
        name: round(100 * n / right[0], 1) for name, n in zip(("parts", "heads", "labelled"), right[1:], strict=True)
    }


def _names(model: Torch, rows: list[Any], reader: Any) -> list[float]:
    """Precision, recall and F of names with the right edges and kind; what nobody is sure of counts for nothing."""
    right = made = wanted = 0
    for row in rows:
        own = split(row["text"], reader)
        labels = names(own, row)
        scores = np.zeros((len(labels), MENTION_TAGS))
        scores[np.arange(len(labels)), np.maximum(labels, 0)] = 20  # after the softmax, as good as certain
        gold = set(decode.mentions(scores))
        found = {m for m in decode.mentions(model.heads(own)[1]["mentions"]) if (labels[m[0] : m[1]] != IGNORE).all()}
        right, made, wanted = right + len(gold & found), made + len(found), wanted + len(gold)
    p, r = right / max(made, 1), right / max(wanted, 1)
    return [round(100 * x, 1) for x in (p, r, 2 * p * r / max(p + r, 1e-9))]


def _gap(model: Torch, rows: list[Any], reader: Any) -> float:
    """How often the likeliest of the names around a pronoun is one that it stands for."""
    right = 0
    network = model.network
    for row in rows:
        own = split(row["text"], reader)
        made, heads = model.heads(own)
        offsets = made.words.starts, made.words.ends
        found = stands(
            row["text"],
            offsets,
            heads["asked"],
            heads["named"],
            (network.far.detach().numpy(), network.nobody.detach().numpy()),
        )
        pronoun = row["pronouns"][0]
        number = next((i for i, span in enumerate(found.pronouns) if span[0] == pronoun["at"][0]), None)
        found_names = decode.mentions(heads["mentions"])
        spans = [Span(int(own.starts[a]), int(own.ends[b - 1])) for a, b, kind in found_names if kind == "person"]
        texts: dict[str, list[Span]] = {}
        for span in spans:
            texts.setdefault(row["text"][span.start : span.end], []).append(span)
        best = (
            max(texts.values(), key=lambda found_: found.chance(number, found_), default=[])
            if number is not None
            else []
        )
        right += any(overlap(span, tuple(means)) for span in best for means in pronoun["means"])
    return round(100 * right / len(rows), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", default="dev", choices=["train", "dev"])
    parser.add_argument("--outer", type=float, default=Thresholds().outer)
    args = parser.parse_args()
    from train import tokenizer

    found = evaluate(torch_weights(args.weights), args.data, tokenizer(), args.part, Thresholds(outer=args.outer))
    model = Torch(torch_weights(args.weights), common(args.data))
    for name, value in (found | others(model, args.data, tokenizer())).items():
        print(f"{name:18s}", value, file=sys.stdout)


if __name__ == "__main__":
    main()
