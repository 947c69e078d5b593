"""The figures of checking for the scoreboard: generated truths, properties of countries, a large pack."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpora

__all__ = ["LEAST", "measured"]

HERE = Path(__file__).parent

LEAST: dict[str, tuple[str, str]] = {
    "true claims called inconsistent": ("", "at most 1"),
    "claims answered": ("", "70"),
    "right of those answered": ("", "90"),
    "false claims found": ("", "85"),
    "no basis, yet called inconsistent": ("", "0"),
    "Vlachos and Riedel dev: precision": ("", "95"),
    "Vlachos and Riedel dev: recall": ("", "60"),
    "50 tables of 100,000 rows, one statement, warm": ("s", "at most 3"),
    "peak memory of both processes": ("MB", "below 1,000"),
}
"""The unit, and what the project set itself."""

_TRUTHS = {
    "true claims called inconsistent": "false_inconsistent",
    "claims answered": "answered",
    "right of those answered": "right",
    "false claims found": "found",
    "no basis, yet called inconsistent": "hard_inconsistent",
}


def measured() -> Iterator[tuple[str, float]]:
    """Each figure by name; each benchmark in a process of its own."""
    found = _json("truths.py", "--part", "both")
    for part in ("dev", "held"):
        for name, key in _TRUTHS.items():
            yield f"generated claims, {part} part: {name}", found[part]["all"][key]
    if (corpora.SHARED / "data" / "claims").exists():
        countries = _json("properties.py")["all"]
        yield "Vlachos and Riedel dev: precision", countries["precision"]
        yield "Vlachos and Riedel dev: recall", countries["recall"]
    large = _json("evidence.py")
    yield "50 tables of 100,000 rows, one statement, cold", large["cold"]
    yield "50 tables of 100,000 rows, one statement, warm", large["warm"]
    yield "peak memory of both processes", large["own_mb"] + large["tables_mb"]


def _json(script: str, *arguments: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.json"
        command = [sys.executable, str(HERE / script), *arguments, "--json", str(path)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found
