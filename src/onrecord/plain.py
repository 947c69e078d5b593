"""Frozen dataclasses to plain data (dicts, lists, strings, numbers, None) and back, strictly.

Used for the record and for the descriptors of tables: a field that is unknown, missing or of another type is an error
that names its place (``$.claims[3].kind``).
"""

from __future__ import annotations

import dataclasses
import difflib
import types
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.spans import Span

__all__ = ["Fail", "build", "plain"]

Fail = Callable[[str, str], Exception]
"""Makes the error to raise, from a place and a problem."""


def plain(value: Any, *, defaults: bool = True) -> Any:
    """``value`` as plain data; without ``defaults``, fields that have their default are left out."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return [plain(item, defaults=defaults) for item in value]
    if isinstance(value, Mapping):
        return {name: plain(item, defaults=defaults) for name, item in value.items()}
    if dataclasses.is_dataclass(value):
        return {
            field.name: plain(getattr(value, field.name), defaults=defaults)
            for field in dataclasses.fields(value)
            if defaults or getattr(value, field.name) != _default(field)
        }
    return value


def build(kind: Any, value: Any, place: str, fail: Fail) -> Any:
    """``value`` as an instance of the annotation ``kind``: the mirror of :func:`plain`.

    Raises what ``fail(place, problem)`` makes where a field is missing, unknown or of the wrong type.
    """
    if kind is Span:
        numbers = isinstance(value, list) and len(value) == 2 and all(type(n) is int for n in value)
        if not numbers or not 0 <= value[0] <= value[1]:
            raise fail(place, _expected("[start, end]", value))
        return Span(*value)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, value, place, fail)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        if not isinstance(value, list):
            raise fail(place, _expected("a list", value))
        return tuple(build(arguments[0], item, f"{place}[{i}]", fail) for i, item in enumerate(value))
    if origin is Mapping:
        if not isinstance(value, dict):
            raise fail(place, _expected("an object", value))
        return {name: build(arguments[1], item, f"{place}.{name}", fail) for name, item in value.items()}
    if origin in (Union, types.UnionType):
        rest = [argument for argument in arguments if argument is not type(None)]
        return None if value is None else build(rest[0], value, place, fail)
    if origin is Literal:
        if value not in arguments:
            raise fail(place, _expected(f"one of {', '.join(arguments)}", value))
        return value
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise fail(place, _expected(f"a value of type {kind.__name__}", value))
    return value


def _dataclass(kind: Any, value: Any, place: str, fail: Fail) -> Any:
    if not isinstance(value, dict):
        raise fail(place, _expected("an object", value))
    fields = {field.name: field for field in dataclasses.fields(kind)}
    for name in value:
        if name not in fields:
            near = difflib.get_close_matches(str(name), fields, n=1)
            raise fail(f"{place}.{name}", "unknown field" + (f", did you mean {near[0]!r}?" if near else ""))
    for name, field in fields.items():
        if name not in value and _default(field) is dataclasses.MISSING:
            raise fail(f"{place}.{name}", "missing field")
    return kind(**{name: build(_hints(kind)[name], item, f"{place}.{name}", fail) for name, item in value.items()})


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _expected(expected: str, value: Any) -> str:
    return f"expected {expected} but got {str(value)[:40]!r}"
