"""Foreign characters made fit to show, one for one, so that no offset moves.

What may not stand in HTML follows the WHATWG list of control and non-characters
(https://infra.spec.whatwg.org/#noncharacter); bidirectional controls are those of Unicode TR 9, section 2.
"""

from __future__ import annotations

import re

__all__ = ["folded", "inert", "plain", "shortened"]

REPLACEMENT = "\ufffd"

_NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_SPACES = re.compile("[\r\x0b\x0c\x1c-\x1f\x85]")
_FORBIDDEN = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}\u202d\u202e]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def inert(text: str) -> str:
    """``text``, as long as before, for an HTML element that isolates direction.

    Controls, lone surrogates, non-characters and the two overrides that show letters in another order
    than they stand become U+FFFD; odd white space becomes a space.
    """
    return _FORBIDDEN.sub(REPLACEMENT, _SPACES.sub(" ", text))


def plain(text: str) -> str:
    """As :func:`inert`, for places that do not isolate direction (a terminal, a window's title)."""
    return _BIDI.sub(REPLACEMENT, inert(text))


def folded(text: str) -> str:
    """``text`` with each run of white space as one space, none at the ends."""
    return " ".join(text.split())


def shortened(text: str, limit: int) -> str:
    """``text``, or where it has more than ``limit`` code points its start, cut at a near space, and "…"."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ", limit // 2)
    return (head[:space] if space > 0 else head).rstrip() + "…"
