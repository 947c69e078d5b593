"""Made-up training texts: every span points at what it should, and everything is as annotated."""

from __future__ import annotations

from typing import Any

import augment
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

SOURCE = "The harbour master said the pier is safe. Critics doubt it."
ROW = {
    "text": f"{SOURCE}\n\n“Boats sail again,” Ada Dorn announced.",
    "attributions": [
        {"source": [[0, 18]], "cue": [[19, 23]], "content": [[24, 40]]},
        {"source": [[81, 89]], "cue": [[90, 99]], "content": [[61, 80]]},
    ],
    "discard": [],
}


def texts(row: dict[str, Any], attribution: dict[str, Any], role: str) -> list[str]:
    return [row["text"][start:end] for start, end in attribution[role]]


def test_other_marks_move_nothing() -> None:
    for seed in range(20):
        changed = augment.other_marks(ROW, np.random.default_rng(seed))
        assert len(changed["text"]) == len(ROW["text"])
        assert changed["text"].replace("\n", " ").split()[:4] == ["The", "harbour", "master", "said"]
        assert texts(changed, ROW["attributions"][1], "cue") == ["announced"]
        assert texts(changed, ROW["attributions"][1], "content")[0][1:-1] == "Boats sail again,"


def test_wrapped_texts_say_who_says_what() -> None:
    outer, inner = [], []
    for seed in range(30):
        made = augment.wrapped([ROW], np.random.default_rng(seed))
        for attribution in made["attributions"]:
            spans = [span for role in ("source", "cue", "content") for span in attribution[role]]
            assert all(0 <= start < end <= len(made["text"]) for start, end in spans)
            assert len(attribution["cue"]) == 1
            outer.append(texts(made, attribution, "cue")[0])
        for nested in made["nested"]:
            for attribution in nested["attributions"]:
                start, end = attribution["cue"][0]
                assert any(low <= start < end <= high for low, high in nested["known"])
                inner.append(texts(made, attribution, "cue")[0])
    assert set(inner) == {"said", "announced"}
    assert {":", "–"} < set(outer)


NAMED = {
    "text": "Mara Venn met Odo Holt. Venn said he left. “Her coat,” said Venn’s aide.",
    "attributions": [{"source": [[24, 28]], "cue": [[29, 33]], "content": [[34, 41]]}],
    "discard": [],
    "names": [[0, 9, "person"], [14, 22, "person"], [24, 28, "person"], [60, 64, "person"]],
    "pronouns": [{"at": [34, 36], "means": [[14, 22]], "silver": True}],
    "gendered": [[34, 36, "she"], [44, 47, "His"]],
    "stand_ins": [[24, 28, "subject"], [60, 66, "possessive"]],
}


def test_other_names_keep_every_span() -> None:
    for seed in range(20):
        made = augment.renamed(NAMED, np.random.default_rng(seed))
        first, second, third, fourth = (made["text"][a:b] for a, b, _ in made["names"])
        assert "Venn" not in made["text"]
        assert first.endswith(third) and third == fourth
        assert texts(made, made["attributions"][0], "source") == [third]
        assert texts(made, made["attributions"][0], "content") == ["he left"]
        assert made["text"][slice(*made["pronouns"][0]["means"][0])] == second


def test_genders_are_exchanged() -> None:
    made = augment.exchanged(NAMED)
    assert "Venn said she left. “His coat,”" in made["text"]
    assert made["text"][slice(*made["pronouns"][0]["at"])] == "she"
    assert [made["text"][a:b] for a, b, _ in made["names"]] == ["Mara Venn", "Odo Holt", "Venn", "Venn"]


def test_pronouns_stand_where_names_stood() -> None:
    made = augment.pronouned(NAMED, np.random.default_rng(1), share=1.0)
    new = [pronoun for pronoun in made["pronouns"] if not pronoun.get("silver")]
    assert len(new) == 2
    words = [made["text"][slice(*pronoun["at"])] for pronoun in new]
    assert words in (["He", "his"], ["She", "her"], ["They", "their"])
    assert [made["text"][a:b] for a, b in new[0]["means"]] == ["Mara Venn"]
    assert "’s aide" not in made["text"]


@given(st.data())
def test_edits_move_every_span_with_its_words(data: st.DataObject) -> None:
    text = data.draw(st.text("ab c", min_size=1, max_size=40))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = {span: data.draw(st.text("XYZ", max_size=6)) for span in spans}
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if any(a < start < b or a < end < b for a, b in spans):
        return  # a span that cuts through a changed stretch has no words of its own there
    made = augment.edited({"text": text, "names": [[start, end, "person"]]}, edits)
    inside = [(a, b) for a, b in spans if start <= a and b <= end and start < end]
    wanted, at = "", start
    for a, b in inside:
        wanted += text[at:a] + edits[a, b]
        at = b
    wanted += text[at:end]
    if start < end:
        assert made["text"][slice(*made["names"][0][:2])] == wanted
