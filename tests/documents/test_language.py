"""The language of a text."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents.language import detect_language

SHARED = Path(__file__).parents[3] / "shared" / "data"

SENTENCES = {
    "en": "The harbour board of Eastmere said on Tuesday that no ship had waited for more than two days.",
    "de": "Die Hafenbehörde von Ostmeer teilte am Dienstag mit, dass kein Schiff zwei Tage gewartet habe.",
    "fr": "L’autorité portuaire a déclaré mardi qu’aucun navire n’avait attendu plus de deux jours.",
    "es": "La autoridad portuaria dijo el martes que ningún barco había esperado más de dos días.",
    "ru": "Управление порта заявило во вторник, что ни одно судно не ждало дольше двух дней.",
    "ar": "قالت سلطة الميناء يوم الثلاثاء إن أي سفينة لم تنتظر أكثر من يومين.",
    "zh": "港口管理局周二表示，没有任何船只等待超过两天。居民正在等待决定。",
    "he": "רשות הנמל אמרה ביום שלישי שאף אונייה לא המתינה יותר מיומיים.",
    "fa": "سازمان بندر روز سه‌شنبه گفت که هیچ کشتی بیش از دو روز منتظر نمانده است.",
    "uk": "Управління порту заявило у вівторок, що жодне судно не чекало довше двох днів.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_tells_the_language(language: str) -> None:
    assert detect_language(SENTENCES[language]) == language


@pytest.mark.parametrize("change", [str.upper, str.title, str.lower])
def test_letter_case_does_not_matter(change: object) -> None:
    assert detect_language(change(SENTENCES["en"])) == "en"  # type: ignore[operator]


@pytest.mark.parametrize(
    "text", ["", "   ", "No.", "12,000 3.5% 2024-05-03 " * 9, "”“" * 50, "Ana Velde", "\ud800" * 90]
)
def test_too_little_to_tell(text: str) -> None:
    assert detect_language(text) is None


def test_short_english_is_not_taken_for_pidgin() -> None:
    assert detect_language("Dunlow Museum welcomed 760 visitors a day in July-September 2023.") == "en"
    assert detect_language("Di govment don tok say dem go build new road for Lagos before di end of dis year.") == "pcm"


def test_lone_surrogates_do_not_matter() -> None:
    assert detect_language(SENTENCES["en"].replace(" ", " \udfff")) == "en"


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(categories=("L", "N", "P", "S", "Z", "C", "Cs"))))
def test_any_text_gives_a_code_or_none(text: str) -> None:
    code = detect_language(text)
    assert code is None or (code.isascii() and code.islower() and len(code) in (2, 3))


def english_texts() -> list[str]:
    """The English press texts beside the repository: 84 for development, 11 gold statements."""
    with gzip.open(SHARED / "attribution" / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    with (SHARED / "gold" / "gold.jsonl").open(encoding="utf-8") as lines:
        return texts + [json.loads(line)["text"] for line in lines]


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the texts in ../shared/data, which are not redistributed")
@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_forty_words_of_english_press_text_are_english(change: type[str]) -> None:
    pieces = []
    for text in english_texts():
        words = text.split()
        pieces += [change(" ".join(words[i : i + 40])) for i in range(0, len(words) - 39, 40)]
    english = sum(detect_language(piece) == "en" for piece in pieces)
    assert len(pieces) > 1000
    assert english / len(pieces) >= 0.999
