"""The public face of the room."""

from __future__ import annotations

import subprocess
import sys

from onrecord import documents
from onrecord.documents import DEGRADED

HEAVY = ("trafilatura", "lxml", "numpy", "py3langid", "charset_normalizer", "markdown_it")


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = f"import sys, onrecord.documents; print([name for name in {HEAVY} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_public_names_are_there() -> None:
    assert all(hasattr(documents, name) for name in documents.__all__)


def test_every_flag_has_a_sentence_and_a_line_in_the_table() -> None:
    for flag, sentence in DEGRADED.items():
        assert f"\n{flag} " in (documents.__doc__ or "")
        assert sentence.endswith(".")
