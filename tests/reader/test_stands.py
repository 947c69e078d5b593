from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader import find
from onrecord.reader.labels import ARC, FAR, far
from onrecord.reader.stands import Stands, stands
from onrecord.spans import Span

TEXT = "Mara Venn met Odo. She left."


def made(asked: dict[str, float], named: dict[str, float], nobody: float = 0.0) -> Stands:
    """Words that give one number each, so that a score is the product of two."""
    words = TEXT.replace(".", " .").split()
    starts, at = [], 0
    for word in words:
        starts.append(TEXT.index(word, at))
        at = starts[-1] + len(word)
    ends = np.array([s + len(w) for s, w in zip(starts, words, strict=True)], np.int32)
    column = lambda given: np.array([[given.get(w, 0.0)] + [0.0] * (ARC - 1) for w in words], np.float16)  # noqa: E731
    learned = np.zeros(FAR, np.float32), np.array([nobody] + [0.0] * (ARC - 1), np.float32)
    return stands(TEXT, (np.array(starts, np.int32), ends), column(asked), column(named), learned)


def test_only_pronouns_of_the_third_person_are_asked() -> None:
    assert [TEXT[a:b] for a, b in made({}, {}).pronouns] == ["She"]


def test_the_chance_of_a_name_is_that_of_its_words() -> None:
    found = made({"She": 1.0}, {"Mara": 3.0, "Venn": 4.0, "Odo": 2.0})
    mara, odo = found.chance(0, [Span(0, 9)]), found.chance(0, [Span(14, 17)])
    assert mara == pytest.approx(
        (np.e**3 + np.e**4) / (np.e**3 + np.e**4 + np.e**2 + 5), rel=1e-3
    )  # four others, nobody
    assert odo == pytest.approx(np.e**2 / (np.e**3 + np.e**4 + np.e**2 + 5), rel=1e-3)


def test_nobody_takes_its_share() -> None:
    certain = made({"She": 1.0}, {"Mara": 3.0}, nobody=9.0)
    assert certain.chance(0, [Span(0, len(TEXT))]) < 0.05


def test_a_pronoun_does_not_stand_for_itself() -> None:
    found = made({"She": 1.0}, {"She": 30.0, "Mara": 1.0})
    assert found.chance(0, [Span(19, 22)]) == 0.0


def test_words_out_of_sight_have_no_chance() -> None:
    text = "Mara Venn left. " + "It rained. " * 200 + "She is here."
    found = find(text).stands
    assert found is not None
    assert found.chance(len(found.pronouns) - 1, [Span(0, 9)]) == 0.0


def test_distances_are_classes() -> None:
    classes = far(np.array([5, 0, -1, -2, -4, -40, -300]))
    assert classes[0] == classes[1] == 0
    assert (np.diff(classes[2:]) >= 0).all()
    assert classes.max() < FAR


def test_a_text_without_pronouns_asks_nothing() -> None:
    found = find("Rain fell on Orsk.").stands
    assert found is not None
    assert found.pronouns == ()


def test_she_is_the_woman_who_spoke() -> None:
    text = "Mayor Ana Brill opened the bridge on Friday. The sun shone. She said the road was safe."
    found = find(text).stands
    assert found is not None
    brill = [Span(6, 15)]
    assert found.chance(0, brill) > 0.5
