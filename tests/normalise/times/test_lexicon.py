"""The lexicon, its data files and the language of rules."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from onrecord.normalise.times.lexicon import first_symbols, lexicon, pattern, symbol

ROOT = Path(__file__).parents[3]


def test_the_names_of_months_and_weekdays_are_those_of_cldr() -> None:
    pytest.importorskip("babel")
    path = ROOT / "scripts" / "calendar_names.py"
    spec = importlib.util.spec_from_file_location("calendar_names", path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    stored = ROOT / "src" / "onrecord" / "normalise" / "times" / "names.json"
    assert stored.read_text(encoding="utf-8") == script.text()


def test_words_have_symbols_and_values() -> None:
    table = lexicon()
    assert (table["sept"].symbol, table["sept"].value) == (symbol("MONTH"), 9)
    assert (table["weeks"].symbol, table["weeks"].value) == (symbol("UNITS"), "week")
    assert table["twelve"].value == 12


def test_a_rule_is_a_pattern_over_symbols() -> None:
    line = symbol("THE") + symbol("MONTH") + symbol("YEAR")
    assert pattern("THE? MONTH (?P<y>YEAR)").fullmatch(line)
    assert not pattern("MONTH YEAR").match(line)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("MONTH YEAR", {"MONTH"}),
        ("THE? MONTH", {"THE", "MONTH"}),
        ("(?:THE|THIS)? (?P<x>MONTH|SEASON)", {"THE", "THIS", "MONTH", "SEASON"}),
        ("(?<=IN) MONTH", {"MONTH"}),
        ("(?<=[ON IN]) (?P<span>THE ORD)", {"THE"}),
        ("(?P<a>THE){0,2} YEAR (?!UNIT)", {"THE", "YEAR"}),
        ("AGAIN UNIT", {"LAST", "PAST", "PREVIOUS"}),
    ],
)
def test_the_first_symbols_of_a_rule(source: str, names: set[str]) -> None:
    assert first_symbols(source) == set(map(symbol, names))
