"""The trained network as ONNX graphs, built node by node.

Building them by hand rather than exporting a trace gives exactly the fused operators that onnxruntime runs fastest on
a CPU (com.microsoft: DynamicQuantizeMatMul, MultiHeadAttention, SkipLayerNormalization); measured on one core, windows
of 256 pieces run about twice as fast as through unfused int8 operators.
"""

from __future__ import annotations

import numpy as np
import onnx
from network import (
    HEADS,
    LAYERS,
    LINK_HEADS,
    LINK_LAYERS,
    LINK_WIDTH,
    NAME_ARC,
    NAME_LAYERS,
    NAME_TAGS,
    TOKEN_HEADS,
    WIDTH,
)
from onnx import TensorProto, helper, numpy_helper

from onrecord.reader.batches import FEATURES
from onrecord.reader.labels import ARC, REACH

MICROSOFT = "com.microsoft"
EPSILON = 1e-12
JOINTS = {
    "scores": {f"heads.{name}": TOKEN_HEADS[name] for name in ("cue", "nested", "mentions", "parts", "relations")},
    "pairs": dict.fromkeys(("arcs.left", "arcs.right", "stands.left", "stands.right"), ARC),
    "names.scores": {f"namer.heads.{name}": size for name, size in NAME_TAGS.items()},
    "names.pairs": dict.fromkeys(("namer.left", "namer.right"), NAME_ARC),
}
"""Layers that read the same and are packaged as one, in order, with the numbers that each gives."""


def rows(sizes: dict[str, int]) -> dict[str, slice]:
    """The rows of each layer in their joint."""
    out, at = {}, 0
    for name, size in sizes.items():
        out[name] = slice(at, at + size)
        at += size
    return out


class Graph:
    """Nodes and weights under construction; ``quantised`` turns every large matrix into int8."""

    def __init__(self, weights: dict[str, np.ndarray], quantised: bool) -> None:
        self.weights, self.quantised = weights, quantised
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.tables: dict[str, list[str]] = {}
        self.count = 0

    def constant(self, value: np.ndarray) -> str:
        self.count += 1
        name = f"c{self.count}"
        self.constants.append(numpy_helper.from_array(value.copy(order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **options: object) -> list[str]:
        self.count += 1
        names = [f"n{self.count}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **options))
        return names

    def one(self, kind: str, inputs: list[str], domain: str = "", **options: object) -> str:
        return self.node(kind, inputs, 1, domain, **options)[0]

    def linear(self, x: str, name: str, *, exact: bool = False) -> str:
        """``x`` times the weights ``name`` plus bias; int8 with one scale an output column when quantised."""
        weight, bias = self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"]
        if exact or not self.quantised:
            return self.one("Add", [self.one("MatMul", [x, self.constant(weight)]), self.constant(bias)])
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / 127
        inputs = [
            self.constant(np.clip(np.round(weight / scale), -127, 127).astype(np.int8)),
            self.constant(scale.astype(np.float32)),
            self.constant(np.zeros(len(scale), np.int8)),
            self.constant(bias),
        ]
        return self.one("DynamicQuantizeMatMul", [x, *inputs], MICROSOFT)

    def look_up(self, index: str, name: str) -> str:
        """Rows of an embedding; int8 with one scale a row when quantised. An embedding is held once."""
        if name not in self.tables:
            table = self.weights[f"{name}.weight"]
            if not self.quantised or len(table) < 1000:
                self.tables[name] = [self.constant(table)]
            else:
                scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
                rows = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
                self.tables[name] = [self.constant(rows), self.constant(scale.astype(np.float32))]
        rows_, *scales = self.tables[name]
        picked = self.one("Gather", [rows_, index])
        for scale_ in scales:
            cast = self.one("Cast", [picked], to=TensorProto.FLOAT)
            picked = self.one("Mul", [cast, self.one("Gather", [scale_, index])])
        return picked

    def table(self, name: str) -> str:
        """The weights ``name`` as they are."""
        return self.constant(self.weights[name])

    def norm(self, x: str, name: str) -> str:
        parts = [self.constant(self.weights[f"{name}.{p}"]) for p in ("weight", "bias")]
        return self.one("LayerNormalization", [x, *parts], epsilon=EPSILON)

    def add_norm(self, x: str, y: str, name: str) -> str:
        parts = [self.constant(self.weights[f"{name}.{p}"]) for p in ("weight", "bias")]
        return self.one("SkipLayerNormalization", [x, y, *parts], MICROSOFT, epsilon=EPSILON)

    def layer(self, x: str, mask: str, name: str, width: int, heads: int) -> str:
        """One transformer layer, the mirror of :class:`network.Layer`."""
        split = self.constant(np.array([width] * 3, np.int64))
        q, k, v = self.node("Split", [self.linear(x, f"{name}.qkv"), split], 3, axis=2)
        mixed = self.one("MultiHeadAttention", [q, k, v, "", mask], MICROSOFT, num_heads=heads)
        x = self.add_norm(x, self.linear(mixed, f"{name}.out"), f"{name}.norm1")
        inner = self.one("Gelu", [self.linear(x, f"{name}.up")], MICROSOFT)
        return self.add_norm(x, self.linear(inner, f"{name}.down"), f"{name}.norm2")

    def model(
        self, name: str, inputs: list[onnx.ValueInfoProto], outputs: dict[str, tuple[str, list]]
    ) -> onnx.ModelProto:
        made = []
        for wanted, (found, shape) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [found], [wanted]))
            made.append(helper.make_tensor_value_info(wanted, TensorProto.FLOAT, shape))
        graph = helper.make_graph(self.nodes, name, inputs, made, self.constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="onrecord")


def joined(weights: dict[str, np.ndarray], *joints: str) -> dict[str, np.ndarray]:
    """``weights`` and the joints named (:data:`JOINTS`), the rows of each layer after those of the one before."""
    return weights | {
        f"{joint}.{part}": np.concatenate([weights[f"{name}.{part}"] for name in JOINTS[joint]])
        for joint in joints
        for part in ("weight", "bias")
    }


def encoder(weights: dict[str, np.ndarray], quantised: bool, graph: Graph | None = None) -> onnx.ModelProto:
    """``inputs (b, t, 4)``, windows of one length, to ``states (b, t, 384)``, the heads' ``scores (b, t, 78)``,
    ``projected (b, t, 128)`` and ``pairs (b, t, 512)``, what each word gives to pairs, by :data:`JOINTS`; and
    ``names (n, l)``, pieces of masked names, to their rows of the table of pieces, ``named (n, l, 384)``."""
    graph = graph or Graph(weights, quantised)
    features = graph.node("Split", ["inputs", graph.constant(np.ones(len(FEATURES), np.int64))], len(FEATURES), axis=2)
    last = graph.constant(np.array([2], np.int64))
    pieces, case, gap, state = (graph.one("Squeeze", [feature, last]) for feature in features)
    zero, one, two = (graph.constant(np.array([n], np.int64)) for n in (0, 1, 2))
    length = graph.one("Slice", [graph.one("Shape", ["inputs"]), one, two])
    position = graph.one("Slice", [graph.table("encoder.positions.weight"), zero, length, zero])
    x = graph.one("Add", [graph.look_up(pieces, "encoder.pieces"), position])
    for index, name in ((case, "case"), (gap, "gap"), (state, "state")):
        x = graph.one("Add", [x, graph.look_up(index, f"encoder.{name}")])
    x = graph.norm(x, "encoder.norm")
    for i in range(LAYERS):
        x = graph.layer(x, "", f"encoder.layers.{i}", WIDTH, HEADS)
    graph.weights = joined(weights, "scores", "pairs")
    outputs = {
        "named": (graph.look_up("names", "encoder.pieces"), ["n", "l", WIDTH]),
        "states": (x, ["b", "t", WIDTH]),
        "scores": (graph.linear(x, "scores", exact=True), ["b", "t", sum(JOINTS["scores"].values())]),
        "pairs": (graph.linear(x, "pairs"), ["b", "t", sum(JOINTS["pairs"].values())]),
        "projected": (graph.linear(x, "linker.project", exact=True), ["b", "t", LINK_WIDTH]),
    }
    inputs = [
        helper.make_tensor_value_info("inputs", TensorProto.INT64, ["b", "t", len(FEATURES)]),
        helper.make_tensor_value_info("names", TensorProto.INT64, ["n", "l"]),
    ]
    return graph.model("encoder", inputs, outputs)


def namer(weights: dict[str, np.ndarray], quantised: bool, graph: Graph | None = None) -> onnx.ModelProto:
    """``named (n, l, 384)``, ``case``, ``mask (n, l)`` of names and the encoder's ``states (n, 384)`` of their places
    to ``scores (n, l, 72)``, and what each piece gives as a dependent and as a head, ``pairs (n, l, 128)``; both by
    :data:`JOINTS`."""
    graph = graph or Graph(weights, quantised)
    zero, one, two = (graph.constant(np.array([n], np.int64)) for n in (0, 1, 2))
    length = graph.one("Slice", [graph.one("Shape", ["case"]), one, two])
    position = graph.one("Slice", [graph.table("namer.positions.weight"), zero, length, zero])
    x = graph.one("Add", [graph.one("Add", ["named", graph.look_up("case", "namer.case")]), position])
    x = graph.norm(x, "namer.norm")
    around = graph.one("Unsqueeze", [graph.linear("states", "namer.around", exact=True), one])
    x = graph.one("Add", [x, around])
    for i in range(NAME_LAYERS):
        x = graph.layer(x, "mask", f"namer.layers.{i}", WIDTH, HEADS)
    graph.weights = joined(weights, "names.scores", "names.pairs")
    outputs = {
        "scores": (graph.linear(x, "names.scores", exact=True), ["n", "l", sum(JOINTS["names.scores"].values())]),
        "pairs": (graph.linear(x, "names.pairs", exact=True), ["n", "l", sum(JOINTS["names.pairs"].values())]),
    }
    inputs = [
        helper.make_tensor_value_info("named", TensorProto.FLOAT, ["n", "l", WIDTH]),
        helper.make_tensor_value_info("case", TensorProto.INT64, ["n", "l"]),
        helper.make_tensor_value_info("mask", TensorProto.INT32, ["n", "l"]),
        helper.make_tensor_value_info("states", TensorProto.FLOAT, ["n", WIDTH]),
    ]
    return graph.model("namer", inputs, outputs)


def linker(weights: dict[str, np.ndarray], quantised: bool, graph: Graph | None = None) -> onnx.ModelProto:
    """``near (n, r, 128)``, ``distance`` and ``mask (n, r)`` to ``tags (n, r, 5)``, ``valid (n, 1)``; r is 2 REACH."""
    graph = graph or Graph(weights, quantised)
    x = graph.norm(graph.one("Add", ["near", graph.look_up("distance", "linker.distance")]), "linker.norm")
    for i in range(LINK_LAYERS):
        x = graph.layer(x, "mask", f"linker.layers.{i}", LINK_WIDTH, LINK_HEADS)
    cue = graph.one("Gather", [x, graph.constant(np.array(REACH, np.int64))], axis=1)
    outputs = {
        "tags": (graph.linear(x, "linker.tags", exact=True), ["n", 2 * REACH, 5]),
        "valid": (graph.linear(cue, "linker.valid", exact=True), ["n", 1]),
    }
    inputs = [
        helper.make_tensor_value_info("near", TensorProto.FLOAT, ["n", 2 * REACH, LINK_WIDTH]),
        helper.make_tensor_value_info("distance", TensorProto.INT64, ["n", 2 * REACH]),
        helper.make_tensor_value_info("mask", TensorProto.INT32, ["n", 2 * REACH]),
    ]
    return graph.model("linker", inputs, outputs)
