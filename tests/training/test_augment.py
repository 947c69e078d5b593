"""Made-up training texts: every span points at what it should, and everything is as annotated."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import pytest

SOURCE = "The harbour master said the pier is safe. Critics doubt it."
ROW = {
    "text": f"{SOURCE}\n\n“Boats sail again,” Ada Dorn announced.",
    "attributions": [
        {"source": [[0, 18]], "cue": [[19, 23]], "content": [[24, 40]]},
        {"source": [[81, 89]], "cue": [[90, 99]], "content": [[61, 80]]},
    ],
    "discard": [],
}


@pytest.fixture(scope="module")
def augment() -> Any:
    path = Path(__file__).parents[2] / "training" / "augment.py"
    spec = importlib.util.spec_from_file_location("augment", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(row: dict[str, Any], attribution: dict[str, Any], role: str) -> list[str]:
    return [row["text"][start:end] for start, end in attribution[role]]


def test_other_marks_move_nothing(augment: Any) -> None:
    for seed in range(20):
        changed = augment.other_marks(ROW, np.random.default_rng(seed))
        assert len(changed["text"]) == len(ROW["text"])
        assert changed["text"].replace("\n", " ").split()[:4] == ["The", "harbour", "master", "said"]
        assert texts(changed, ROW["attributions"][1], "cue") == ["announced"]
        assert texts(changed, ROW["attributions"][1], "content")[0][1:-1] == "Boats sail again,"


def test_wrapped_texts_say_who_says_what(augment: Any) -> None:
    outer, inner = [], []
    for seed in range(30):
        made = augment.wrapped([ROW], np.random.default_rng(seed))
        for attribution in made["attributions"]:
            spans = [span for role in ("source", "cue", "content") for span in attribution[role]]
            assert all(0 <= start < end <= len(made["text"]) for start, end in spans)
            assert len(attribution["cue"]) == 1
            outer.append(texts(made, attribution, "cue")[0])
        for nested in made["nested"]:
            for attribution in nested["attributions"]:
                start, end = attribution["cue"][0]
                assert any(low <= start < end <= high for low, high in nested["known"])
                inner.append(texts(made, attribution, "cue")[0])
    assert set(inner) == {"said", "announced"}
    assert {":", "–"} < set(outer)
