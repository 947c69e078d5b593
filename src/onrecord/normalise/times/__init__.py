"""Time expressions of an English text: found, read, and placed on the calendar."""

from __future__ import annotations

from onrecord.normalise.times.find import resolve, times, within

__all__ = ["resolve", "times", "within"]
