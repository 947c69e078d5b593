"""Packs that a process has opened: each set of folders once, with the child that answers for it."""

from __future__ import annotations

from functools import lru_cache

from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store

__all__ = ["opened"]


@lru_cache(maxsize=4)
def opened(folders: tuple[str, ...]) -> Store:
    """A store over the packs in ``folders``, kept for the next document: its tables stay loaded.

    Raises:
        EvidenceError: a descriptor cannot be used.
    """
    return Store(read_pack(folder) for folder in folders)
