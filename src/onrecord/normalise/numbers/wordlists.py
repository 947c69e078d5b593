"""Word lists out of a package's `words.toml`: data beside the rules that use it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["wordlists"]


@cache
def _tables(package: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(files(package).joinpath("words.toml").read_text(encoding="utf-8"))


def wordlists(package: str, module: str) -> dict[str, frozenset[str]]:
    """The lists of one module of ``package``, by name."""
    return {name: frozenset(words.split()) for name, words in _tables(package)[module].items()}
