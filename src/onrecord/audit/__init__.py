"""Neutrality, measured: the same document with its actors in one another's place, and whether the record is the same.

``audit_swap`` compares the readings of one document, ``Report.of`` adds up those of many; ``load`` reads a list of
swaps, ``packaged`` is the one that comes with onrecord.
"""

from __future__ import annotations

from onrecord.audit.compare import KINDS, Compared, Count, Difference
from onrecord.audit.lists import SwapList, load, packaged
from onrecord.audit.names import Names, Swap
from onrecord.audit.report import Report
from onrecord.audit.run import Audited, audit_swap

__all__ = [
    "KINDS",
    "Audited",
    "Compared",
    "Count",
    "Difference",
    "Names",
    "Report",
    "Swap",
    "SwapList",
    "audit_swap",
    "load",
    "packaged",
]
