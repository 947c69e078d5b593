"""Plain text: decoded, line ends unified, otherwise unchanged."""

from __future__ import annotations

from onrecord.documents.decode import decode, unify_line_ends
from onrecord.documents.parsed import Parsed

__all__ = ["parse"]


def parse(data: bytes, place: str) -> Parsed:
    """The text of ``data``; raises :class:`BinaryInput` or :class:`InputTooLarge`."""
    text, degraded = decode(data, place)
    return Parsed(unify_line_ends(text), degraded=degraded)
