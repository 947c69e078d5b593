from __future__ import annotations

import pytest

import floors
import pin
from accuracy import GOLD, POLNEAR
from times import GUM

OLD = {GOLD.name: floors.pin(GOLD, "1", "m", {"speaker right": 82.0, "speaker wrong": 6.0})}


def pins(right, wrong):
    return {GOLD.name: floors.pin(GOLD, "1", "m", {"speaker right": right, "speaker wrong": wrong})}


def test_a_pin_leaves_a_margin_on_the_side_that_is_worse():
    assert OLD[GOLD.name]["figures"] == {"speaker right": 80.0, "speaker wrong": 8.0}
    assert floors.pin(POLNEAR, "1", "m", {"linked exact F": 46.5})["figures"] == {"linked exact F": 46.0}


def test_rules_leave_a_small_margin_on_a_corpus_that_the_model_reads_too():
    assert floors.pin(GOLD, "1", "m", {"times exact F": 93.6})["figures"] == {"times exact F": 93.3}
    assert floors.pin(GUM, "1", None, {"exact interval": 79.5})["figures"] == {"exact interval": 79.2}


@pytest.mark.parametrize(
    ("right", "wrong", "failed"),
    [(80.0, 8.0, 0), (79.9, 8.0, 1), (80.0, 8.1, 1), (0.0, 99.0, 2)],
)
def test_a_figure_fails_on_the_side_that_is_worse(right, wrong, failed):
    found = floors.failures(OLD[GOLD.name], {"speaker right": right, "speaker wrong": wrong})
    assert len(found) == failed


def test_a_figure_that_is_gone_fails():
    assert floors.failures(OLD[GOLD.name], {"speaker right": 90.0}) == ["speaker wrong: None, pinned at most 8.0"]


@pytest.mark.parametrize(
    ("new", "eased"),
    [(pins(82, 6), False), (pins(90, 1), False), (pins(81, 6), True), (pins(90, 7), True), ({}, True)],
)
def test_easing_is_told_from_tightening(new, eased):
    lines, found = floors.moves(OLD, new)
    assert found is eased
    assert len(lines) == 2


def test_a_first_pin_eases_nothing():
    assert floors.moves({}, OLD)[1] is False


def test_an_eased_pin_is_refused_and_nothing_written(tmp_path, capsys):
    path = tmp_path / "floors.json"
    floors.write(OLD, path)
    assert pin.main([], path, lambda: pins(70, 6)) == 1
    assert floors.load(path) == OLD
    shown = capsys.readouterr()
    assert "speaker right: 80.0 → 68" in shown.out
    assert "--allow-regression" in shown.err


def test_an_eased_pin_is_written_where_that_is_allowed(tmp_path):
    path = tmp_path / "floors.json"
    floors.write(OLD, path)
    assert pin.main(["--allow-regression"], path, lambda: pins(70, 6)) == 0
    assert floors.load(path) == pins(70, 6)


def test_pins_are_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "floors.json"
    floors.write(OLD, path)
    with pytest.raises(TypeError):
        floors.write({"gold": {"figures": object()}}, path)
    assert floors.load(path) == OLD
    assert list(tmp_path.iterdir()) == [path]
