"""What the store and its child say to each other: JSON, one message a line. No pickle: it could run code."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

__all__ = ["decode", "encode"]

_DATE = "$date"


def encode(message: Any) -> bytes:
    """A message as a line; dates are kept as dates."""
    return json.dumps(message, default=_default).encode("ascii") + b"\n"


def decode(line: bytes) -> Any:
    """The message of a line; raises ValueError."""
    return json.loads(line, object_hook=_hook)


def _default(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return {_DATE: value.isoformat()}
    return float(value) if isinstance(value, Decimal) else str(value)


def _hook(data: dict[str, Any]) -> Any:
    return date.fromisoformat(data[_DATE]) if data.keys() == {_DATE} else data
