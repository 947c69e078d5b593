"""Matrices changed inside an ONNX file, read back by the library that writes such files."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.claims.adapters import Change, adapted, tensors
from onrecord.reader.session import loaded

onnx = pytest.importorskip("onnx")


@pytest.fixture
def model() -> bytes:
    helper = onnx.helper
    rng = np.random.default_rng(0)
    matrix = rng.integers(-127, 128, (6, 5), np.int8)
    scale = rng.random(5).astype(np.float32)
    nodes = [
        helper.make_node("Cast", ["w"], ["f"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", ["f", "s"], ["inner"]),
        helper.make_node("MatMul", ["x", "inner"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, [1, 6])],
        [helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1, 5])],
        [onnx.numpy_helper.from_array(matrix, "w"), onnx.numpy_helper.from_array(scale, "s")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()


def change(size: float) -> Change:
    rng = np.random.default_rng(1)
    return Change("w", "s", *(size * rng.normal(size=shape).astype(np.float32) for shape in ((2, 6), (5, 2))))


def inner(model: bytes) -> np.ndarray:
    return loaded(model).run(["inner"], {"x": np.ones((1, 6), np.float32)})[0]


def test_tensors_are_found_where_the_library_finds_them(model):
    graph = onnx.load_from_string(model).graph
    assert {name: model[at] for name, at in tensors(model).items()} == {t.name: t.raw_data for t in graph.initializer}


def test_no_change_leaves_the_matrix_and_opens_the_output(model):
    w, s = (onnx.numpy_helper.to_array(t) for t in onnx.load_from_string(model).graph.initializer)
    np.testing.assert_allclose(inner(adapted(model, [], "inner")), w * s, rtol=1e-6)


def test_a_change_is_added_to_within_half_a_step(model):
    before, made = inner(adapted(model, [], "inner")), adapted(model, [change(3.0)], "inner")
    wanted = before + change(3.0).down.T @ change(3.0).up.T
    assert np.abs(wanted - before).max() > 1
    steps = np.abs(wanted).max(0) / 127
    assert (np.abs(inner(made) - wanted) <= 0.501 * steps).all()
    onnx.checker.check_model(onnx.load_from_string(model))


def test_a_tensor_that_is_not_there_is_an_error(model):
    with pytest.raises(KeyError):
        adapted(model, [Change("none", "s", change(1).down, change(1).up)], "inner")
