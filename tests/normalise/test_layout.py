from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.normalise.layout import Layout


def sentences(text: str) -> list[str]:
    starts = Layout(text).sentences
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_sentences_end_at_stops_marks_and_lines() -> None:
    assert sentences("It rained. “Go!” She went.\nThen sun") == [
        "It rained.",
        "“Go!”",
        "She went.",
        "Then sun",
    ]


def test_a_sentence_begins_with_a_capital_of_any_alphabet() -> None:
    for name in ("Ana", "Óla", "Đorđe", "Олена", "محمد", "美玲"):
        assert len(sentences(f"It rained. {name} stayed. “{name} went,” she said.")) == 3


def test_short_forms_end_no_sentence() -> None:
    assert sentences("Dr. Venn met Mr. J. Holt of the U.S. Coast Guard. They sailed.") == [
        "Dr. Venn met Mr. J. Holt of the U.S. Coast Guard.",
        "They sailed.",
    ]


def test_paragraphs_are_lines() -> None:
    layout = Layout("One. Two.\n\nThree.")
    assert [layout.paragraph(offset) for offset in (0, 8, 11, 17)] == [0, 0, 1, 1]
    assert [layout.sentence(offset) for offset in (0, 5, 11)] == [0, 1, 2]


@settings(deadline=None)
@given(st.text(alphabet="aA.!?”\n ", max_size=60))
def test_numbers_never_fall(text: str) -> None:
    layout = Layout(text)
    for numbers in (
        [layout.sentence(i) for i in range(len(text))],
        [layout.paragraph(i) for i in range(len(text))],
    ):
        assert numbers == sorted(numbers)
        assert all(number >= 0 for number in numbers)
