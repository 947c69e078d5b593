"""The packaged model loads, is what was released, and says the same of the same text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import WeightsDamaged, WeightsMissing
from onrecord.reader import find
from onrecord.reader.masking import Masked, masked
from onrecord.reader.session import WEIGHTS, Heads, Session, _best_heads, session
from onrecord.reader.words import split

TEXT = "TAVIRA BAY – The port authority will raise its fees, Marisol Venn said.\n\n“We waited six years,” she added."


def read(model: Session, text: str) -> tuple[Masked, Heads]:
    words = split(text, model.tokenizer)
    unnamed = masked(words, model.common)
    return unnamed, model.heads(words, unnamed)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))


def test_every_file_is_the_one_in_the_manifest() -> None:
    model = Session()
    assert {path.name for path in WEIGHTS.iterdir()} == {*model.manifest["files"], "manifest.json"}
    assert len(model.hash) == 64
    assert model.tokenizer.get_vocab_size() == 30522


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "encoder.onnx").unlink()
    model = Session(copy)
    with pytest.raises(WeightsMissing, match=r"encoder\.onnx"):
        read(model, TEXT)


def test_a_missing_manifest_is_named(copy: Path) -> None:
    (copy / "manifest.json").unlink()
    with pytest.raises(WeightsMissing, match=r"manifest\.json"):
        Session(copy)


def test_a_changed_file_is_refused(copy: Path) -> None:
    changed = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    changed["files"]["linker.onnx"] = "0" * 64
    (copy / "manifest.json").write_text(json.dumps(changed), encoding="utf-8")
    model = Session(copy)
    with pytest.raises(WeightsDamaged, match=r"linker\.onnx"):
        model.link(np.zeros((1, 128), np.float32), np.zeros((1, 160), np.int64), np.zeros((1, 160), np.int64))


def test_heads_speak_of_every_word() -> None:
    model = session()
    words = split(TEXT * 20, model.tokenizer)
    unnamed, heads = read(model, TEXT * 20)
    assert len(unnamed.words) < len(words)
    for scores in (heads.cue, heads.nested, heads.asked, heads.named, heads.projected):
        assert len(scores) == len(unnamed.words)
        assert np.isfinite(scores).all()
    for scores in (heads.mentions, heads.tree.parts, heads.tree.relations, heads.tree.heads):
        assert len(scores) == len(words)
        assert np.isfinite(scores).all()
    assert ((heads.tree.heads >= 0) & (heads.tree.heads < len(words))).all()


def test_what_is_read_of_a_sentence_does_not_hang_on_the_names_in_it() -> None:
    model = session()
    sides = [read(model, TEXT.replace("Marisol Venn", name)) for name in ("Marisol Venn", "Ó Daithí", "陳美玲")]
    for _, heads in sides[1:]:
        for name in ("cue", "nested", "asked", "named", "projected"):
            assert (getattr(heads, name) == getattr(sides[0][1], name)).all(), name


def test_the_same_text_gives_the_same_findings() -> None:
    assert find(TEXT) == find(TEXT)


def test_it_finds_who_said_what_and_the_names() -> None:
    found = find(TEXT)
    said = {TEXT[a.cue[0].start : a.cue[0].end]: TEXT[a.source[0].start : a.source[0].end] for a in found.attributions}
    assert said["said"] == "Marisol Venn"
    assert said["added"] == "she"
    assert "Marisol Venn" in {TEXT[m.span.start : m.span.end] for m in found.mentions}


def test_nothing_in_nothing() -> None:
    assert find("").attributions == find(" \n").mentions == ()


def test_the_best_heads_are_those_of_the_whole_product() -> None:
    rng = np.random.default_rng(3)
    for count in (1, 9, 254):
        left, right = rng.normal(size=(2, count, 128)).astype(np.float32)
        assert _best_heads(left, right).tolist() == (left @ right.T).argmax(1).tolist()
