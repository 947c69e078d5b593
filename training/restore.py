"""The weights of packaged graphs as a network again, so that training can go on from a release.

    python training/restore.py runs/released.safetensors

int8 weights come back as the floats that they stand for. The head ``roles``, which is trained but not packaged,
starts anew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import graph
import numpy as np
import onnx
from network import Network
from onnx import numpy_helper
from safetensors.numpy import save_file

from onrecord.reader.session import WEIGHTS


class Released(graph.Graph):
    """Builds the same graph and, for each weight it asks for, notes the one that the packaged graph has there."""

    def __init__(self, weights: dict[str, np.ndarray], packaged: onnx.ModelProto) -> None:
        super().__init__(weights, quantised=True)
        self.packaged = [numpy_helper.to_array(item) for item in packaged.graph.initializer]
        self.found: dict[str, np.ndarray] = {}

    def _taken(self, before: int) -> list[np.ndarray]:
        return self.packaged[before : len(self.constants)]

    def linear(self, x: str, name: str, *, exact: bool = False) -> str:
        before = len(self.constants)
        out = super().linear(x, name, exact=exact)
        taken = self._taken(before)
        weight, bias = (taken[0], taken[1]) if exact else (taken[0].astype(np.float32) * taken[1], taken[3])
        self.found |= {f"{name}.weight": weight.T, f"{name}.bias": bias}
        return out

    def look_up(self, index: str, name: str) -> str:
        before = len(self.constants)
        out = super().look_up(index, name)
        taken = self._taken(before)
        if not taken:
            return out
        self.found[f"{name}.weight"] = taken[0] if len(taken) == 1 else taken[0].astype(np.float32) * taken[1]
        return out

    def norm(self, x: str, name: str) -> str:
        before = len(self.constants)
        out = super().norm(x, name)
        self._noted(before, name)
        return out

    def add_norm(self, x: str, y: str, name: str) -> str:
        before = len(self.constants)
        out = super().add_norm(x, y, name)
        self._noted(before, name)
        return out

    def table(self, name: str) -> str:
        before = len(self.constants)
        out = super().table(name)
        self.found[name] = self._taken(before)[0]
        return out

    def _noted(self, before: int, name: str) -> None:
        taken = self._taken(before)
        self.found |= {f"{name}.weight": taken[0], f"{name}.bias": taken[1]}


def restored(folder: Path = WEIGHTS) -> dict[str, np.ndarray]:
    """The network's weights by name, of a packaged model; for what it does not hold, a beginner's weights."""
    weights = {name: value.numpy() for name, value in Network().state_dict().items()}
    found: dict[str, np.ndarray] = {}
    for name, build in (("encoder", graph.encoder), ("linker", graph.linker), ("namer", graph.namer)):
        released = Released(weights, onnx.load(folder / f"{name}.onnx"))
        build(weights, True, released)
        found |= released.found
    for joint, sizes in graph.JOINTS.items():
        for name, rows in graph.rows(sizes).items():
            found |= {f"{name}.{part}": found[f"{joint}.{part}"][rows] for part in ("weight", "bias")}
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    found |= {f"linker.{name}": np.array(value, np.float32) for name, value in manifest["crf"].items()}
    found |= {name: np.array(value, np.float32) for name, value in manifest["stands"].items()}
    return {name: np.ascontiguousarray(found.get(name, value), dtype=np.float32) for name, value in weights.items()}


if __name__ == "__main__":
    save_file(restored(), sys.argv[1])
