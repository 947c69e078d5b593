"""Nodes placed on the calendar: importing this module registers every placer."""

from __future__ import annotations

from onrecord.normalise.times import dates, parts, stretches
from onrecord.normalise.times.placing import place

__all__ = ["dates", "parts", "place", "stretches"]
