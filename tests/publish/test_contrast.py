"""The contrast of the report's colours, by WCAG 2.2's formula (1.4.3 text 4.5, 1.4.11 lines and marks 3)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

ASSETS = files("onrecord.publish").joinpath("assets")
CSS = ASSETS.joinpath("report.css").read_text(encoding="utf-8")
CHECKS = ASSETS.joinpath("checks.css").read_text(encoding="utf-8")


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))


def _theme(name: str) -> dict[str, str]:
    colours: dict[str, str] = {}
    for sheet in (CSS, CHECKS):
        colours |= _colours(sheet[: sheet.index("@media")])
        if name != "light":
            opening = {"dark": "@media (prefers-color-scheme: dark)", "print": "@media print"}[name]
            colours |= _colours(sheet[sheet.index(opening) :].split("}")[0])
    return colours


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula() -> None:
    assert ratio("#000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


themes = pytest.mark.parametrize("theme", ["light", "dark", "print"])


@themes
@pytest.mark.parametrize("ground", ["paper", "raised", "lit"])
@pytest.mark.parametrize(("colour", "least"), [("ink", 7), ("soft", 4.5), ("alarm", 4.5)])
def test_text_can_be_read(theme: str, ground: str, colour: str, least: float) -> None:
    colours = _theme(theme)
    assert ratio(colours[colour], colours[ground]) >= least


@themes
@pytest.mark.parametrize("ground", ["paper", "lit"])
@pytest.mark.parametrize("colour", ["source", "cue", "content", "other", "quantity", "time", "focus"])
def test_underlines_and_focus_can_be_seen(theme: str, ground: str, colour: str) -> None:
    colours = _theme(theme)
    assert ratio(colours[colour], colours[ground]) >= 3


def test_each_underline_has_a_pattern_of_its_own() -> None:
    styles = re.findall(r"^\.([sucon]) \{ text-decoration-style: (\w+);", CSS, re.MULTILINE)
    assert dict(styles).keys() == set("sucon")
    assert len({style for _, style in styles}) == 5
    times = CSS[CSS.index("\n.t {") :].split("}")[0]
    assert "text-decoration-line: none" in times  # drawn: no style of text-decoration is left
    assert "repeating-linear-gradient(90deg, var(--time)" in times


@themes
@pytest.mark.parametrize("ground", ["paper", "raised", "lit", "tint"])
@pytest.mark.parametrize("colour", ["same", "differs", "open"])
def test_results_can_be_read_on_every_ground(theme: str, ground: str, colour: str) -> None:
    colours = _theme(theme)
    assert ratio(colours[colour], colours[ground]) >= 4.5


@themes
@pytest.mark.parametrize("colour", ["source", "cue", "content", "other", "quantity", "time"])
def test_underlines_and_words_can_be_seen_in_the_tint_of_a_claim(theme: str, colour: str) -> None:
    colours = _theme(theme)
    assert ratio(colours[colour], colours["tint"]) >= 3
    assert ratio(colours["ink"], colours["tint"]) >= 7
    assert ratio(colours["soft"], colours["tint"]) >= 4.5


@themes
def test_rows_that_were_used_stand_out_and_the_claim_is_seen_over_them(theme: str) -> None:
    colours = _theme(theme)
    for ground in ("raised", "tint"):
        assert ratio(colours["same"], colours[ground]) >= 3
        assert ratio(colours["differs"], colours[ground]) >= 3
    assert ratio(colours["same"], colours["light"]) >= 2.5


def test_each_result_has_a_border_of_its_own() -> None:
    for selector in (".result", "mark.k"):
        for result, border in (("inconsistent", "4px|5px"), ("depends", "dashed")):
            rule = re.search(rf"^{re.escape(selector)}\.{result}[^{{]*{{([^}}]*)}}", CHECKS, re.MULTILINE)
            assert rule is not None
            assert re.search(border, rule[1])
