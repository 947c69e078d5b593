from __future__ import annotations

import pytest

import claims


@pytest.mark.parametrize(
    ("score", "expected"), [(3.0, "asserted"), (1.5, "asserted"), (1.4, "open"), (-1.5, "negated")]
)
def test_a_rating_is_one_of_three_classes(score, expected):
    assert claims.label(score) == expected


def test_what_is_neither_asserted_nor_denied_is_open():
    assert [claims.coarse(each) for each in ("asserted", "negated", "possible", "conditional", "future")] == [
        *("asserted", "negated"),
        *["open"] * 3,
    ]


def test_figures_are_accuracy_and_the_mean_f_of_the_classes():
    found = claims.figures([("asserted", "asserted"), ("asserted", "open"), ("open", "open"), ("negated", "asserted")])
    assert found["accuracy"] == 50
    assert found["asserted F"] == 50
    assert found["open F"] == pytest.approx(66.67, abs=0.01)
    assert found["negated F"] == 0
    assert found["mean F"] == pytest.approx(38.89, abs=0.01)


def test_each_event_word_is_read_in_its_sentence():
    rows = [
        {"text": "They failed to come .", "targets": [{"span1": [3, 4], "label": -2.0, "span_text": "come"}]},
        {"text": "They came .", "targets": [{"span1": [1, 2], "label": 3.0, "span_text": "came"}]},
    ]
    assert [(gold, got, word) for gold, got, word, _ in claims.read(rows)] == [
        ("negated", "negated", "come"),
        ("asserted", "asserted", "came"),
    ]
