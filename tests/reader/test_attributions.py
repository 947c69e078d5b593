"""Cues and roles put together, with the linker's numbers written by hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from tokenizers import Tokenizer

from onrecord.reader.attributions import Crf, Thresholds, attributions, form
from onrecord.reader.findings import Finding
from onrecord.reader.labels import REACH, ROLE_TAGS
from onrecord.reader.words import Words, split
from onrecord.spans import Span

CRF = Crf(np.zeros(ROLE_TAGS, np.float32), np.zeros(ROLE_TAGS, np.float32), np.zeros((ROLE_TAGS,) * 2, np.float32))


@dataclass
class Said:
    """One attribution as a test writes it: the words of its cue, source and contents; how likely it is."""

    cue: str
    source: str
    contents: list[str]
    chance: float = 0.99
    nested: bool = False


def find(tokenizer: Tokenizer, text: str, *said: Said) -> tuple[Finding, ...]:
    """The findings where the heads give exactly ``said``."""
    words = split(text, tokenizer)
    scores = {name: np.tile(np.array([9, 0, 0], np.float32), (len(words), 1)) for name in ("cue", "nested")}
    roles: dict[int, np.ndarray] = {}
    for item in said:
        start, end = place(words, item.cue)
        logit = np.log(item.chance / (1 - item.chance))
        scores["nested" if item.nested else "cue"][start] = [0, logit, -9]
        scores["nested" if item.nested else "cue"][start + 1 : end] = [0, -9, 9]
        line = np.zeros((len(words), ROLE_TAGS), np.float32)
        for role, quote in [(0, item.source), *((1, content) for content in item.contents)]:
            if quote:
                low, high = place(words, quote)
                line[low:high, 2 + 2 * role] = 5
        roles[start] = line

    def link(around: np.ndarray, distance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        tags = np.stack([roles[int(row[REACH])][np.maximum(row, 0)] * (row >= 0)[:, None] for row in around])
        return tags, np.full(len(around), 9, np.float32)

    return attributions(words, scores["cue"], scores["nested"], link, CRF, Thresholds())


def place(words: Words, quote: str) -> tuple[int, int]:
    start = words.text.index(quote)
    low = int(np.searchsorted(words.starts, start))
    return low, int(np.searchsorted(words.starts, start + len(quote)))


def texts(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_one_attribution(tokenizer: Tokenizer) -> None:
    text = "Ada Dorn, the mayor, said that the pier is safe, and left."
    (found,) = find(tokenizer, text, Said("said", "Ada Dorn, the mayor,", ["that the pier is safe,"]))
    assert texts(text, found.source) == ["Ada Dorn, the mayor"]
    assert texts(text, found.cue) == ["said"]
    assert texts(text, found.content) == ["that the pier is safe"]
    assert (found.form, found.parent) == ("indirect", None)
    assert found.confidence == pytest.approx(0.99, abs=0.01)


def test_an_unlikely_one_is_left_out(tokenizer: Tokenizer) -> None:
    text = "Ada Dorn said that the pier is safe."
    assert find(tokenizer, text, Said("said", "Ada Dorn", ["that the pier is safe"], chance=0.1)) == ()


def test_an_unlikely_one_stays_where_it_alone_speaks_for_a_quotation(tokenizer: Tokenizer) -> None:
    text = "“The pier is as safe as ever,” Ada Dorn mused."
    item = Said("mused", "Ada Dorn", ["“The pier is as safe as ever,”"], chance=0.31)
    weak = Thresholds(outer=0.9)
    assert weak.quotation < 0.31 < weak.outer
    words = split(text, tokenizer)
    assert len(words)
    (found,) = find(tokenizer, text, item)
    assert found.form == "direct"


def test_no_content_no_attribution(tokenizer: Tokenizer) -> None:
    assert find(tokenizer, "Ada Dorn said nothing.", Said("said", "Ada Dorn", [])) == ()


def test_a_quotation_is_taken_whole(tokenizer: Tokenizer) -> None:
    text = "“The pier is safe and the boats will sail,” said Dorn."
    (found,) = find(tokenizer, text, Said("said", "Dorn", ["The pier is safe and the boats"]))
    assert texts(text, found.content) == ["“The pier is safe and the boats will sail,”"]


def test_an_unquoted_content_ends_with_the_paragraph_of_its_cue(tokenizer: Tokenizer) -> None:
    text = "Minister: fees will not rise\n\nThe harbour met today."
    (found,) = find(tokenizer, text, Said(":", "Minister", ["fees will not rise\n\nThe harbour met today"]))
    assert texts(text, found.content) == ["fees will not rise"]


def test_an_unquoted_content_ends_before_a_sentence_that_has_a_cue(tokenizer: Tokenizer) -> None:
    text = "Dorn said that fees will rise. She promised them relief."
    first, second = find(
        tokenizer,
        text,
        Said("said", "Dorn", ["that fees will rise. She promised"]),
        Said("promised", "She", ["them relief"]),
    )
    assert texts(text, first.content) == ["that fees will rise"]
    assert texts(text, second.content) == ["them relief"]


def test_a_content_after_a_cue_that_ends_its_paragraph(tokenizer: Tokenizer) -> None:
    text = "The minister said the following:\n\nFees will not rise."
    (found,) = find(tokenizer, text, Said("said", "The minister", ["Fees will not rise"]))
    assert texts(text, found.content) == ["Fees will not rise"]


def test_a_source_does_not_reach_over_a_paragraph(tokenizer: Tokenizer) -> None:
    text = "Release of today\n\nThe council said that fees rise."
    (found,) = find(tokenizer, text, Said("said", "today\n\nThe council", ["that fees rise"]))
    assert texts(text, found.source) == ["The council"]


def test_a_quotation_stays_with_the_cue_of_its_own_paragraph(tokenizer: Tokenizer) -> None:
    text = "What members say:\n\n“We have waited nine years for it,” said Ada Dorn."
    (found,) = find(
        tokenizer,
        text,
        Said("say", "members", ["What", "“We have waited nine years for it,”"]),
        Said("said", "Ada Dorn", ["“We have waited nine years for it,”"]),
    )
    assert texts(text, found.source) == ["Ada Dorn"]


def test_the_day_is_no_part_of_the_cue(tokenizer: Tokenizer) -> None:
    text = "Ada Dorn said Friday the pier is safe."
    (found,) = find(tokenizer, text, Said("said Friday", "Ada Dorn", ["the pier is safe"]))
    assert texts(text, found.cue) == ["said"]


def test_a_running_quotation_keeps_its_speaker(tokenizer: Tokenizer) -> None:
    text = "“The pier is old.\n\n“The boats are older,” said Dorn."
    (found,) = find(tokenizer, text, Said("said", "Dorn", ["“The boats are older,”"]))
    assert texts(text, found.content) == ["“The pier is old.\n\n“The boats are older,”"]


def test_a_source_in_pieces_is_made_one(tokenizer: Tokenizer) -> None:
    text = "The head of the port authority said it is safe."
    words = split(text, tokenizer)
    line = np.zeros((len(words), ROLE_TAGS), np.float32)
    line[[0, 1, 2, 4, 5], 2] = 5
    line[7:10, 4] = 5
    scores = np.tile(np.array([9, 0, 0], np.float32), (len(words), 1))
    scores[6] = [0, 9, 0]

    def link(around: np.ndarray, distance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return line[np.maximum(around, 0)] * (around >= 0)[..., None], np.full(len(around), 9, np.float32)

    none = np.tile(np.array([9, 0, 0], np.float32), (len(words), 1))
    (found,) = attributions(words, scores, none, link, CRF, Thresholds())
    assert texts(text, found.source) == ["The head of the port authority"]


def test_a_cue_inside_a_content_is_nested(tokenizer: Tokenizer) -> None:
    text = "Ada Dorn said that the crews promised to stay, officials noted today."
    outer, inner = find(
        tokenizer,
        text,
        Said("said", "Ada Dorn", ["that the crews promised to stay"]),
        Said("promised", "the crews", ["to stay, officials noted today"], nested=True),
    )
    assert (outer.parent, inner.parent) == (None, 0)
    assert texts(text, inner.content) == ["to stay"]


def test_a_nested_cue_without_a_holder_is_left_out(tokenizer: Tokenizer) -> None:
    text = "The crews promised to stay."
    assert find(tokenizer, text, Said("promised", "The crews", ["to stay"], nested=True)) == ()


def test_of_two_outermost_cues_one_in_the_others_content_gives_way(tokenizer: Tokenizer) -> None:
    text = "Ada Dorn said that the crews promised to stay."
    (found,) = find(
        tokenizer,
        text,
        Said("said", "Ada Dorn", ["that the crews promised to stay"]),
        Said("promised", "the crews", ["to stay"], chance=0.8),
    )
    assert texts(text, found.cue) == ["said"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [("“all of it”", "direct"), ("it was “all of it”", "mixed"), ("it was all", "indirect"), ("“it” was", "mixed")],
)
def test_form(tokenizer: Tokenizer, content: str, expected: str) -> None:
    words = split(content, tokenizer)
    assert form(words, [(0, len(words))]) == expected
