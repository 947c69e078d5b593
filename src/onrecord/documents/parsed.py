"""What a format's parser gives: the text of one document and what its file says about itself."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Parsed"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Canonical text with its metadata; ``published`` is EDTF, ``degraded`` holds keys of DEGRADED."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    degraded: tuple[str, ...] = ()
