"""``onrecord doctor``: what a bug report needs, and whether the packaged model is whole."""

from __future__ import annotations

import json
import platform
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

import click

from onrecord._version import __version__
from onrecord.errors import ModelError
from onrecord.record import SCHEMA

__all__ = ["PARTS", "doctor", "model_hash", "model_lines"]

# The dependencies that can change what is read.
PARTS = ("charset-normalizer", "numpy", "onnxruntime", "py3langid", "tokenizers", "trafilatura")


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Prints what a bug report needs: versions and the state of the model.

    Exits with 1 where the model is absent or damaged.

    \b
    Examples:
      onrecord doctor
      onrecord doctor > doctor.txt
    """
    whole, model = model_lines(files("onrecord") / "reader" / "weights")
    lines = [
        f"onrecord {__version__} ({SCHEMA})",
        f"{platform.python_implementation()} {platform.python_version()}",
        f"System {platform.system()} {platform.release()} {platform.machine()}",
        *(f"{part} {_version(part)}" for part in PARTS),
        f"model {model_hash() or 'absent'}",
        *model,
    ]
    click.echo("```text\n" + "\n".join(lines) + "\n```")
    ctx.exit(0 if whole else 1)


def model_hash() -> str | None:
    """The identity of the packaged model, or None where it is absent."""
    from onrecord.reader.session import session

    try:
        return session().hash
    except ModelError:
        return None


def model_lines(folder: Traversable) -> tuple[bool, list[str]]:
    """Whether the weights in ``folder`` are those its ``manifest.json`` names, and a line for each file.

    The manifest holds ``{"files": {"name": "SHA-256 in hex", …}}``.
    """
    try:
        named = json.loads((folder / "manifest.json").read_bytes())["files"]
    except FileNotFoundError:
        return False, ["model absent (E301): install onrecord again"]
    except (OSError, ValueError, KeyError, TypeError):
        return False, ["model manifest unreadable (E302): install onrecord again"]
    states = {name: _state(folder / name, digest) for name, digest in sorted(named.items())}
    lines = [f"model {name} {named[name][:16]} {state}" for name, state in states.items()]
    return all(state == "whole" for state in states.values()), lines


def _state(file: Traversable, digest: str) -> str:
    try:
        return "whole" if sha256(file.read_bytes()).hexdigest() == digest else "damaged (E302)"
    except OSError:
        return "absent (E301)"


def _version(part: str) -> str:
    try:
        return version(part)
    except PackageNotFoundError:
        return "absent"
