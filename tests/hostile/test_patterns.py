"""Every regular expression of the package takes time that grows with its input, not with its square."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import onrecord

SIZES = (25, 1_000, 10_000, 20_000, 40_000, 80_000)
"""Code points. The small ones first: an exponential pattern would never come back from the large ones."""

MOST = 0.2
"""Seconds for the largest input; smaller ones have their share of it, and a little more for the clock."""

PROBE, FAST = 10_000, 0.001
"""A size and the seconds below which larger ones need not be tried: a pattern that takes the square
makes fifty million steps there."""

UNITS = (
    *(
        "a",
        "A",
        "é",
        " ",
        "\n",
        "\t",
        "0",
        ".",
        ",",
        "-",
        "—",
        "'",
        "’",
        '"',
        "“",
        "”",
        "“”",
        "(",
        "<",
        "&",
        "_",
        "/",
    ),
    *(
        "a ",
        "A ",
        "Aa ",
        "A. ",
        "a. ",
        "a, ",
        "a-",
        "A’s ",
        "1,",
        "1 ",
        "1.",
        "\n ",
        " \n",
        "\n\n",
        " ,",
        ", ",
        "–  ",
    ),
    *(
        "and ",
        "of the ",
        "the ",
        "on ",
        "May ",
        "1 May ",
        "2024 ",
        "Dr. ",
        "“a ",
        "a” ",
        "<a",
        "<a ",
        "</",
        "&#",
        "=a ",
    ),
    *("said ", "said that ", "\u0301", "港", "\ud800", "> ", "[", "](", "* ", "`", "| "),
)


def modules() -> Iterator[object]:
    for found in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern]:
    """The patterns in a value, its attributes and items."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, Mapping):
        yield from (p for part in (*value.keys(), *value.values()) for p in patterns_in(part, depth + 1))
    elif depth < 4 and isinstance(value, tuple | list | set | frozenset):
        yield from (p for part in value for p in patterns_in(part, depth + 1))
    elif depth < 4 and isinstance(value, type) and value.__module__.startswith("onrecord"):
        yield from (p for part in vars(value).values() for p in patterns_in(part, depth + 1))


def inline_patterns(source: str) -> Iterator[re.Pattern]:
    """The patterns written into calls such as ``re.sub("…", …)``."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and getattr(node.func.value, "id", "") == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield re.compile(node.args[0].value)


def all_patterns() -> list[re.Pattern]:
    """Every pattern of characters in the package, once each."""
    found: dict[tuple[object, int], re.Pattern] = {}
    for module in modules():
        for value in vars(module).values():
            for pattern in patterns_in(value):
                found[pattern.pattern, pattern.flags] = pattern
    for path in Path(onrecord.__file__).parent.rglob("*.py"):
        for pattern in inline_patterns(path.read_text(encoding="utf-8")):
            found.setdefault((pattern.pattern, pattern.flags), pattern)
    return sorted(found.values(), key=lambda pattern: (str(pattern.pattern), pattern.flags))


PATTERNS = all_patterns()


def seconds(pattern: re.Pattern, text: str | bytes) -> float:
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def takes(pattern: re.Pattern, unit: str, size: int) -> float:
    """Seconds to look for all matches, best of three where the first is over its share."""
    text: str | bytes = (unit * (size // len(unit) + 1))[:size] + "\x01"
    if isinstance(pattern.pattern, bytes):
        text = text.encode("utf-8", "surrogatepass")
    allowed = share(size)
    best = seconds(pattern, text)
    for _ in range(2):
        if best <= allowed:
            break
        best = min(best, seconds(pattern, text))
    return best


def share(size: int) -> float:
    return MOST * size / SIZES[-1] + 0.005


def slow(pattern: re.Pattern, units: Iterable[str]) -> list[str]:
    """Which repeated units make a pattern slow, or its time grow faster than threefold when they double."""
    out = []
    for unit in units:
        before = 0.0
        for size in SIZES:
            # A busy machine can make any one measurement long; a slow pattern is slow each time.
            for _ in range(4):
                now = takes(pattern, unit, size)
                grows = before > 0.005 and now > 3 * before and now > share(size) / 2
                if now <= share(size) and not grows:
                    break
            else:
                out.append(f"{unit!r}: {now:.3f} s for {size:,}")
                break
            if size == PROBE and now < FAST:
                break
            before = now if size >= PROBE else 0.0
    return out


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: str(pattern.pattern)[:40])
def test_a_pattern_is_linear(pattern):
    assert slow(pattern, UNITS) == []


def test_the_patterns_are_found():
    names = {str(pattern.pattern) for pattern in PATTERNS}
    assert len(PATTERNS) > 30
    assert "\\S{250,}" in names
    assert r"[^\w.-]" in names, "patterns inside calls are found too"


@pytest.mark.parametrize(("pattern", "unit"), [(r"\s+$", " "), (r"(a|a)*b", "a"), (r"(?:a+)+b", "a")])
def test_a_pattern_that_is_not_linear_is_seen(pattern, unit):
    assert slow(re.compile(pattern), [unit])
