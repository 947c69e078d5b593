"""Teach the packaged encoder which sentences are worth a check, without showing it a name.

    python training/worthiness.py --data ../shared/data --run runs/worthiness
    python training/worthiness.py --data ../shared/data --run runs/worthiness --export

The first trains and writes ``adapters.safetensors``, the second writes the package's files from them, sets the score
that parts the two classes and prints the figures of the int8 model. The encoder stays as it was released: what is
learned are changes of low rank to its matrices (LoRA, Hu et al. 2022) and a pooling layer, together half a megabyte.
Data: CheckThat! 2024 task 1, English; ``train`` to train, ``dev`` and ``devtest`` to set the score.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import time
from pathlib import Path

import numpy as np
import onnx
import restore
import torch
import torch.nn.functional as F
from network import LAYERS, WIDTH, Encoder
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from onrecord.claims import worthiness
from onrecord.reader.session import WEIGHTS

ADAPTED = ("qkv", "out", "up", "down")
RANK, BATCH, RATE, HEAD_RATE, BEST = 8, 32, 1e-3, 1e-3, 5
TASK = "claims/checkthat2024_t1_en"
Row = dict[str, object]


def rows(data: Path, part: str) -> list[Row]:
    with gzip.open(data / TASK / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def unseen(train: list[Row], held: list[Row]) -> list[Row]:
    """The rows of ``train`` whose words are not those of a row of ``held``."""
    taken = {key(row["text"]) for row in held}
    return [row for row in train if key(row["text"]) not in taken]


class Adapter(nn.Module):
    """A matrix that stays, and a change of low rank to it."""

    def __init__(self, kept: nn.Linear) -> None:
        super().__init__()
        self.kept = kept
        self.down = nn.Parameter(torch.randn(RANK, kept.in_features) / kept.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(kept.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        return self.kept(x) + (x @ self.down.T) @ self.up.T


class Scorer(nn.Module):
    """Encoder with adapters; the states' mean and their mean by attention to one logit a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        released = {k: torch.from_numpy(v) for k, v in restore.restored().items()}
        self.encoder.load_state_dict({k[8:]: v for k, v in released.items() if k.startswith("encoder.")})
        self.encoder.requires_grad_(False)
        for layer in self.encoder.layers:
            for name in ADAPTED:
                setattr(layer, name, Adapter(getattr(layer, name)))
        self.attention, self.head = nn.Linear(WIDTH, 1), nn.Linear(2 * WIDTH, 1)
        nn.init.zeros_(self.attention.weight)
        nn.init.zeros_(self.head.weight)

    def forward(self, inputs: Tensor, mask: Tensor) -> Tensor:
        states = self.encoder(inputs, mask)
        shares = self.attention(states).squeeze(-1).float().masked_fill(~mask, -1e4).softmax(-1)
        states = states.float()
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        pooled = torch.cat([(states * shares[..., None]).sum(1), mean], 1)
        return self.head(self.encoder.drop(pooled)).squeeze(-1)

    def learned(self) -> dict[str, Tensor]:
        return {name: p.detach() for name, p in self.named_parameters() if p.requires_grad}


def collate(inputs: list[Tensor]) -> tuple[Tensor, Tensor]:
    out = torch.zeros(len(inputs), max(map(len, inputs)), inputs[0].shape[1], dtype=torch.int64)
    mask = torch.zeros(out.shape[:2], dtype=torch.bool)
    for i, one in enumerate(inputs):
        out[i, : len(one)], mask[i, : len(one)] = one, True
    return out, mask


def train(model: Scorer, inputs: list[Tensor], labels: np.ndarray, epochs: int, seed: int) -> None:
    rng, gold = np.random.default_rng(seed), torch.from_numpy(labels).float()
    parameters = {name: p for name, p in model.named_parameters() if p.requires_grad}
    groups = [
        {"params": [p for n, p in parameters.items() if n.startswith("encoder.") == inner], "lr": rate}
        for inner, rate in ((True, RATE), (False, HEAD_RATE))
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total, start = epochs * (len(inputs) // BATCH + 1), time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))
    )
    for epoch in range(epochs):
        order, batches, lost = rng.permutation(len(inputs)), [], 0.0
        for at in range(0, len(order), BATCH * 40):  # of like lengths, so that little is padded
            some = sorted(order[at : at + BATCH * 40], key=lambda i: len(inputs[i]))
            batches += [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
        for step, i in enumerate(rng.permutation(len(batches)).tolist()):
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(*collate([inputs[k] for k in batches[i]]))
            loss = F.binary_cross_entropy_with_logits(logits.float(), gold[batches[i]])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters.values(), 1.0)
            optimiser.step()
            schedule.step()
            lost += loss.item()
            if step % 100 == 99:
                at = f"epoch {epoch} step {step + 1}/{len(batches)}"
                print(f"{at} loss {lost / (step + 1):.4f} {time.time() - start:.0f} s", flush=True)


def export(run: Path, held: list[list[Row]]) -> None:
    """The package's files, with the score that parts the classes best on the parts held out, and their figures."""
    learned = {k: v.numpy() for k, v in load_file(run / "adapters.safetensors").items()}
    graph = onnx.load(WEIGHTS / "encoder.onnx").graph
    products = [node for node in graph.node if node.op_type == "DynamicQuantizeMatMul"]
    places = [(i, name) for i in range(LAYERS) for name in ADAPTED]
    adapts = {f"{i}.{name}": list(node.input[1:3]) for (i, name), node in zip(places, products, strict=False)}
    arrays = {
        f"{i}.{name}.{part}": learned[f"encoder.layers.{i}.{name}.{part}"].astype(np.float16)
        for i, name in places
        for part in ("down", "up")
    }
    arrays |= {"attention": learned["attention.weight"][0], "head": learned["head.weight"][0]}
    worthiness.WEIGHTS.mkdir(exist_ok=True)
    file = worthiness.WEIGHTS / "worthiness.npz"
    with file.open("wb") as out:
        np.savez_compressed(out, **arrays)
    manifest = {
        "files": {file.name: hashlib.sha256(file.read_bytes()).hexdigest()},
        "encoder": hashlib.sha256((WEIGHTS / "encoder.onnx").read_bytes()).hexdigest(),
        "states": [node for node in graph.node if node.op_type == "SkipLayerNormalization"][-1].output[0],
        "parting": -float(learned["head.bias"][0]),
        "adapts": adapts,
    }
    write(manifest)
    scorer = worthiness.Scorer()
    logits = [np.array([scorer.logit(worthiness.inputs(row["text"])) for row in part]) for part in held]
    labels = [np.array([row["label"] for row in part]) for part in held]
    cuts = np.arange(-3, 3, 0.02)
    parted = max(cuts, key=lambda cut: sum(f_score(z >= cut, gold)[0] for z, gold in zip(logits, labels, strict=True)))
    print(f"parting {parted:.2f}")
    for name, z, gold in zip(("dev", "devtest"), logits, labels, strict=True):
        print(f"{name:8s} F {{:.3f}} P {{:.3f}} R {{:.3f}}".format(*f_score(z >= parted, gold)))
    write(manifest | {"parting": round(manifest["parting"] + float(parted), 4)})


def write(manifest: dict[str, object]) -> None:
    (worthiness.WEIGHTS / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def f_score(picked: np.ndarray, gold: np.ndarray) -> tuple[float, float, float]:
    """F, precision and recall of the class 1."""
    right = (picked & (gold == 1)).sum()
    return (
        float(2 * right / max(picked.sum() + gold.sum(), 1)),
        float(right / max(picked.sum(), 1)),
        float(right / max(gold.sum(), 1)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--export", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    held = [rows(args.data, part) for part in ("dev", "devtest")]
    given = unseen(rows(args.data, "train"), [row for part in held for row in part])
    if args.export:
        export(args.run, held)
        return
    print(f"{len(given)} sentences", flush=True)
    inputs = [torch.from_numpy(worthiness.inputs(row["text"])[0].copy()) for row in given]
    model = Scorer()
    train(model, inputs, np.array([row["label"] for row in given]), args.epochs, args.seed)
    args.run.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in model.learned().items()}, args.run / "adapters.safetensors")


if __name__ == "__main__":
    main()
