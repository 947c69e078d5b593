from __future__ import annotations

import json
from hashlib import sha256

import pytest

from onrecord._version import __version__
from onrecord.cli.doctor import PARTS, model_lines


@pytest.fixture
def weights(tmp_path):
    data = b"numbers"
    (tmp_path / "model.onnx").write_bytes(data)
    manifest = {"files": {"model.onnx": sha256(data).hexdigest()}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return tmp_path


def test_the_block_can_be_pasted_and_names_every_part(onrecord):
    lines = onrecord("doctor").out.splitlines()
    assert (lines[0], lines[-1]) == ("```text", "```")
    assert lines[1].startswith(f"onrecord {__version__}")
    assert {line.split()[0] for line in lines} >= {*PARTS, "model"}


def test_weights_that_are_those_released(weights):
    whole, lines = model_lines(weights)
    assert whole
    assert lines == [f"model model.onnx {sha256(b'numbers').hexdigest()[:16]} whole"]


def test_weights_that_were_changed(weights):
    (weights / "model.onnx").write_bytes(b"other")
    whole, lines = model_lines(weights)
    assert not whole
    assert "damaged (E302)" in lines[0]


def test_weights_that_are_named_and_absent(weights):
    (weights / "model.onnx").unlink()
    assert model_lines(weights)[0] is False


@pytest.mark.parametrize("manifest", ["", "[]", "{}"])
def test_a_manifest_that_is_none(weights, manifest):
    (weights / "manifest.json").write_text(manifest, encoding="utf-8")
    assert model_lines(weights) == (False, ["model manifest unreadable (E302): install onrecord again"])


def test_no_weights_at_all(tmp_path):
    assert model_lines(tmp_path) == (False, ["model absent (E301): install onrecord again"])
