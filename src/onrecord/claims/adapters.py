"""The packaged encoder with small changes to its matrices, so that it can learn one task more without a second copy.

The changes are of low rank (LoRA, Hu et al. 2022). They are added to the int8 matrices in the bytes of the ONNX file,
which is a Protocol Buffers message: only its outermost fields are walked, nothing is parsed that is not needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Change", "adapted", "tensors"]

# Field numbers of onnx.proto: ModelProto.graph; GraphProto.initializer and .output; TensorProto.name and .raw_data;
# ValueInfoProto.name.
_GRAPH, _INITIALIZER, _OUTPUT, _NAME, _RAW, _CALLED = 7, 5, 12, 8, 9, 1
_FIXED = {1: 8, 5: 4}
_BYTES = 2


@dataclass(frozen=True, slots=True)
class Change:
    """What is added to one matrix: ``down`` transposed times ``up`` transposed.

    ``matrix`` and ``scale`` name its int8 numbers ``(inputs, outputs)`` and their float32 scales ``(outputs,)`` in the
    graph; ``down`` is ``(rank, inputs)``, ``up`` is ``(outputs, rank)``.
    """

    matrix: str
    scale: str
    down: NDArray[np.float32]
    up: NDArray[np.float32]


def adapted(model: bytes, changes: list[Change], output: str) -> bytes:
    """``model`` with its matrices changed and the value ``output`` among its outputs.

    Raises:
        KeyError: the graph has no tensor of that name.
    """
    made = bytearray(model)
    places = tensors(model)
    for change in changes:
        at, scale_at = places[change.matrix], places[change.scale]
        scale = np.frombuffer(made, np.float32, len(change.up), scale_at.start)
        shape = (change.down.shape[1], len(change.up))
        whole = np.frombuffer(made, np.int8, shape[0] * shape[1], at.start).reshape(shape) * scale
        # einsum, not a product of matrices: that would take all processors.
        whole = whole + np.einsum("ri,or->io", change.down, change.up)
        scale = np.maximum(np.abs(whole).max(0), 1e-8) / np.float32(127)
        made[at.start : at.stop] = np.clip(np.round(whole / scale), -127, 127).astype(np.int8).tobytes()
        made[scale_at.start : scale_at.stop] = scale.astype(np.float32).tobytes()
    # Of two messages one after the other the fields are joined, so this is one more output of the graph.
    return bytes(made) + _field(_GRAPH, _field(_OUTPUT, _field(_CALLED, output.encode())))


def tensors(model: bytes) -> Mapping[str, slice]:
    """Where the raw numbers of each initial tensor of an ONNX model lie in its bytes."""
    found = {}
    for number, graph in _fields(model, slice(0, len(model))):
        if number == _GRAPH:
            for inner, tensor in _fields(model, graph):
                if inner == _INITIALIZER:
                    parts = dict(_fields(model, tensor))
                    if _NAME in parts and _RAW in parts:
                        found[model[parts[_NAME]].decode()] = parts[_RAW]
    return found


def _fields(data: bytes, within: slice) -> Iterator[tuple[int, slice]]:
    """The length-delimited fields of a message: number and where the value lies."""
    at = within.start
    while at < within.stop:
        key, at = _number(data, at)
        kind = key & 7
        if kind == _BYTES:
            length, at = _number(data, at)
            yield key >> 3, slice(at, at + length)
            at += length
        elif kind in _FIXED:
            at += _FIXED[kind]
        else:
            _, at = _number(data, at)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A base-128 number and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _field(number: int, value: bytes) -> bytes:
    """A length-delimited field of at most 127 bytes."""
    return bytes([number << 3 | _BYTES, len(value)]) + value
