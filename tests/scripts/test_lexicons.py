"""The packaged lexicons are what the script makes."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "lexicons.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    babel = pytest.importorskip("babel")
    if babel.__version__ != "2.18.0":
        pytest.skip("the lexicons were made with CLDR as of Babel 2.18.0")
    spec = importlib.util.spec_from_file_location("lexicons", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["lexicons"] = module
    spec.loader.exec_module(module)
    return module


def test_the_files_are_current(script: ModuleType) -> None:
    for name, text in script.lexicons().items():
        assert (script.DATA / name).read_text(encoding="utf-8") == text, "run python scripts/lexicons.py"


def test_no_form_is_longer_than_the_reader_looks(script: ModuleType) -> None:
    from onrecord.normalise.quantities.lexicon import MAX_TOKENS, money, units

    forms = [*units().words, *units().symbols, *money().symbols]
    assert max(form.count(" ") + 1 for form in forms) <= MAX_TOKENS
