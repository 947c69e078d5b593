"""Write the trained network into the package: ONNX graphs with int8 weights, and a manifest.

    python training/export.py runs/first/mean.safetensors runs/second/mean.safetensors

Refuses when the exported float graphs differ from the trained network by more than 1e-3 on PolNeAR dev, and prints the
scorer's figures for the trained and the quantised model side by side.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

import graph
import numpy as np
import torch
from common import common
from corpus import load
from evaluate import Torch, as_plain, evaluate, scorer
from safetensors.numpy import load_file
from train import pretrained, tokenizer

from onrecord.reader import attributions, masking, session, words

TOLERANCE = 1e-3


def write(
    weights: dict[str, np.ndarray], folder: Path, quantised: bool, thresholds: dict[str, float], known: Collection[str]
) -> None:
    """The model's files, ``known`` (the common words) among them, and their manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in (("encoder", graph.encoder), ("linker", graph.linker), ("namer", graph.namer)):
        (folder / f"{name}.onnx").write_bytes(build(weights, quantised).SerializeToString())
    reader = tokenizer()
    (folder / "tokenizer.json").write_text(reader.to_str(), encoding="utf-8")
    (folder / "common.txt").write_text("\n".join(sorted(known)) + "\n", encoding="utf-8")
    names = ("encoder.onnx", "linker.onnx", "namer.onnx", "tokenizer.json", "common.txt")
    manifest = {
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "pretrained": hashlib.sha256((pretrained() / "model.safetensors").read_bytes()).hexdigest(),
        "thresholds": thresholds,
        "crf": {k: weights[f"linker.{k}"].round(5).tolist() for k in ("first", "last", "moves")},
        "stands": {k: weights[k].round(5).tolist() for k in ("far", "nobody")},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def mean(paths: list[Path]) -> dict[str, np.ndarray]:
    """The mean of several trainings' weights, the later ones begun from the first (Wortsman et al. 2022)."""
    several = [load_file(path) for path in paths]
    return {name: np.mean([weights[name] for weights in several], axis=0) for name in several[0]}


def difference(trained: Torch, exported: session.Session, texts: list[str]) -> float:
    """The largest difference of any score of any word between the trained network and an exported one."""
    worst = 0.0
    for text in texts:
        split = words.split(text, exported.tokenizer)
        made, mine = trained.heads(split)
        theirs = exported.heads(split, made)
        for name in ("cue", "nested", "mentions", "projected"):
            worst = max(worst, float(np.abs(mine[name] - getattr(theirs, name)).max()))
        # Half precision keeps these, so they are compared as shares of the largest.
        for name in ("asked", "named"):
            worst = max(worst, float(np.abs(mine[name] - getattr(theirs, name)).max() / 16 / np.abs(mine[name]).max()))
        same = np.mean([np.mean(mine[name] == getattr(theirs.tree, name)) for name in ("parts", "relations", "heads")])
        worst = max(worst, 1.0 - float(same) if same < 0.999 else 0.0)
        cues = np.array([[i, i + 1] for i in range(0, len(made.words), 50)])
        around, distance = attributions.neighbourhood(cues, len(made.words)), attributions.distances(cues)
        for a, b in zip(
            trained.link(mine["projected"], around, distance),
            exported.link(theirs.projected, around, distance),
            strict=True,
        ):
            worst = max(worst, float(np.abs(a - b).max()))
    return worst


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+", help="of several, the mean is exported")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--to", type=Path, default=session.WEIGHTS)
    args = parser.parse_args()
    weights = mean(args.weights)
    thresholds = asdict(attributions.Thresholds())
    rows = load(args.data / "attribution" / "polnear" / "dev.jsonl.gz")
    tensors = {name: torch.from_numpy(value) for name, value in weights.items()}
    known = common(args.data)
    trained = Torch(tensors, known)
    with tempfile.TemporaryDirectory() as folder:
        write(weights, Path(folder), False, thresholds, known)
        worst = difference(trained, session.Session(Path(folder)), [row["text"] for row in rows[:8]])
        print(f"float export: largest difference {worst:.2e}")
        if worst > TOLERANCE:
            raise SystemExit(f"The exported graph is not the trained network: {worst:.2e} > {TOLERANCE}")
        write(weights, Path(folder), True, thresholds, known)
        exported = session.Session(Path(folder))
        gold = {row["id"]: row for row in rows}
        before = evaluate(tensors, args.data, tokenizer(), "dev", exported.thresholds)
        after = scorer(args.data).score(
            gold, {k: {"attributions": read(exported, row["text"])} for k, row in gold.items()}
        )
        for name in before:
            print(f"{name:18s} trained {before[name]}  int8 {after[name]}")
        args.to.mkdir(parents=True, exist_ok=True)
        for path in Path(folder).iterdir():
            shutil.copy(path, args.to / path.name)


def read(model: session.Session, text: str) -> list[dict[str, object]]:
    """Attributions of ``text`` by an exported model, as the scorer wants them."""
    split = words.split(text, model.tokenizer)
    made = masking.masked(split, model.common)
    heads = model.heads(split, made)
    link = lambda around, distance: model.link(heads.projected, around, distance)  # noqa: E731
    found = attributions.attributions(made.words, heads.cue, heads.nested, link, model.crf, model.thresholds)
    return [as_plain(finding) for finding in found]


if __name__ == "__main__":
    main()
