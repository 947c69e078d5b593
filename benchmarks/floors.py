"""The pinned figures of the eval gate: what must not get worse without somebody saying so."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpora import Corpus

__all__ = ["CEILINGS", "PATH", "failures", "load", "moves", "pin", "write"]

PATH = Path(__file__).resolve().parents[1] / "tests" / "gate" / "floors.json"

CEILINGS = frozenset(("speaker wrong",))
"""Figures of which less is better."""

MARGINS = {"role": 3.0, "organisation": 6.5, "quantities full F": 0.3, "times exact F": 0.3}
"""Points left below a measured figure where that is not its corpus's margin. int8 arithmetic differs a little
between processors: of the gold statements one item is 1.4 points, of their roles (some forty) 2.8, of their
organisations (sixteen) 6.3. Quantities and times are rules, without arithmetic that differs."""

Pins = dict[str, dict[str, Any]]


def load(path: Path = PATH) -> Pins:
    """The pins, by corpus name: ``file``, ``sha256``, ``model`` (null: rules alone) and ``figures``."""
    pins: Pins = json.loads(path.read_text(encoding="utf-8"))
    return pins


def pin(corpus: Corpus, sha256: str, model: str | None, measured: Mapping[str, float]) -> dict[str, Any]:
    """The pins of one corpus: each measured figure less the margin, or more it where less is better."""
    limits = {}
    for name, value in measured.items():
        margin = MARGINS.get(name, corpus.margin)
        limits[name] = round(value + margin if name in CEILINGS else value - margin, 1)
    return {"file": corpus.file, "sha256": sha256, "model": model, "figures": limits}


def failures(pins: Mapping[str, Any], measured: Mapping[str, float]) -> list[str]:
    """A line for each pinned figure that ``measured`` does not reach or lacks."""
    out = []
    for name, limit in pins["figures"].items():
        value = measured.get(name)
        if value is None or (value > limit if name in CEILINGS else value < limit):
            out.append(f"{name}: {value}, pinned {'at most' if name in CEILINGS else 'at least'} {limit}")
    return out


def moves(old: Pins, new: Pins) -> tuple[list[str], bool]:
    """A line for each pin, old and new, and whether any of them is eased or gone."""
    lines, eased = [], False
    for corpus in sorted(old.keys() | new.keys()):
        before, after = (pins.get(corpus, {}).get("figures", {}) for pins in (old, new))
        for name in [*after, *(name for name in before if name not in after)]:
            lines.append(f"{corpus}: {name}: {before.get(name, 'none')} → {after.get(name, 'none')}")
            if name in before:
                sign = -1 if name in CEILINGS else 1
                eased |= name not in after or sign * after[name] < sign * before[name]
    return lines, eased


def write(pins: Pins, path: Path = PATH) -> None:
    """Write the pins whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(pins, indent=2) + "\n")
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
