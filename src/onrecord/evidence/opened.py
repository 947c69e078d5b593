"""Packs that a process has opened: each set of folders once, with the child that answers for it."""

from __future__ import annotations

import atexit
import os.path
from collections import OrderedDict

from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.store import Store

__all__ = ["opened"]

_KEPT = 4  # sets of packs; each has a process of its own
_stores: OrderedDict[tuple[str, ...], Store] = OrderedDict()


def opened(folders: tuple[str, ...]) -> Store:
    """A store over the packs in ``folders``, kept for the next document: its tables stay loaded.

    Raises:
        EvidenceError: a descriptor cannot be used.
    """
    key = tuple(os.path.realpath(folder) for folder in folders)  # the working folder may change
    if key not in _stores:
        _stores[key] = Store(read_pack(folder) for folder in key)
        if len(_stores) > _KEPT:
            _stores.popitem(last=False)[1].close()
    _stores.move_to_end(key)
    return _stores[key]


@atexit.register
def _close() -> None:
    while _stores:
        _stores.popitem()[1].close()
