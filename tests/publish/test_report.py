from __future__ import annotations

import hashlib
import re
import time
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import __version__, quantities, times
from onrecord.api import PARTS
from onrecord.publish import to_html
from onrecord.publish.report import MOST_QUOTED
from onrecord.record import (
    Actor,
    Attribution,
    Document,
    Phrase,
    Published,
    Quantity,
    Record,
    Role,
    Said,
    Time,
    Timex,
    Warning,
)
from onrecord.spans import Span
from page import Page


@pytest.fixture(scope="module")
def page(example: Record) -> Page:
    return Page(to_html([example], model="5e" * 32))


@pytest.fixture(scope="module")
def several(example: Record, make_record: Callable[..., Record]) -> Page:
    return Page(
        to_html(
            [
                example,
                example,
                make_record("One line.", sha256="not a hash"),
                make_record("", sha256="ab" * 32),
            ]
        )
    )


def _figured(record: Record) -> Record:
    text = record.document.text
    return replace(record, quantities=quantities(text), times=times(text, published="2025-03-12"))


@pytest.fixture(scope="module")
def figured(example: Record) -> Page:
    return Page(to_html([_figured(example), _figured(example)]))


@pytest.fixture(scope="module")
def tables(example: Record) -> Page:
    return Page(to_html([_figured(example)], only=PARTS))


def test_the_same_record_gives_the_same_page(example: Record) -> None:
    assert to_html([example]) == to_html([Record.from_json(example.to_json())])


@pytest.mark.parametrize("which", ["page", "several", "figured", "tables"])
def test_the_policy_names_exactly_the_one_style_sheet_and_script(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (text,) = page.words[tag]
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("which", ["page", "several", "figured", "tables"])
def test_nothing_inline_and_nothing_from_outside(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in ("style", "src", "srcset", "action")}
    assert [href for href in page.values("href") if not href.startswith(("#", "data:,"))] == []
    assert "url(" not in page.words["style"][0]
    assert "@import" not in page.words["style"][0]


@pytest.mark.parametrize("which", ["page", "several", "figured", "tables"])
def test_ids_are_unique_and_every_link_and_description_arrives(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    wanted = {href[1:] for href in page.values("href") if href.startswith("#")}
    for attribute in ("aria-describedby", "aria-labelledby", "data-q"):
        wanted |= {id for value in page.values(attribute) for id in value.split()}
    assert wanted <= set(ids)


def test_every_span_has_an_id_and_a_link(page: Page, example: Record) -> None:
    hrefs = page.values("href")
    for attribution in example.attributions:
        for letter, spans in (("s", attribution.source), ("u", attribution.cue), ("c", attribution.content)):
            for i in range(len(spans)):
                assert f"#{attribution.id}-{letter}{i + 1}" in hrefs


@pytest.mark.parametrize("which", ["page", "several", "figured", "tables"])
def test_headings_do_not_skip_a_level(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_text_is_all_there(page: Page, example: Record) -> None:
    shown = [" ".join(p.split()) for p in page.words["p"]]
    for paragraph in example.document.text.strip().split("\n\n"):
        assert " ".join(paragraph.split()) in shown


def test_the_head_says_title_publisher_date_and_warnings(page: Page, example: Record) -> None:
    assert page.words["title"] == [f"{example.document.title} · onrecord"]
    text = page.words["header"][0]
    for words in (
        "Lindhaven Harbour Authority",
        "12 March 2025 (from the dateline)",
        "English",
        "10 statements by 4",
    ):
        assert words in text
    assert "machine reading, not reviewed" in text
    assert "Part of the text could not be read and is missing here. W120" in text
    assert "Something was lost on the way from file to text: encoding guessed." in text


def test_notes_say_who_act_and_form(page: Page) -> None:
    notes = [" ".join(text.split()) for text in page.words["li"]]
    assert (
        "3 Mara Velden, director of operations, Lindhaven Harbour Authority stated · direct quotation, part 2" in notes
    )
    assert "6 crews’ union promised · reported within no. 5. said in October." in notes
    assert "13 unclear who speaks stated · direct quotation An unsure reading." in notes


def test_the_table_has_every_attribution_statements_first(page: Page, example: Record) -> None:
    rows = [attributes["data-q"] for attributes in page.all("tr") if "data-q" in attributes]
    kinds = {attribution.id: attribution.kind for attribution in example.attributions}
    assert sorted(rows) == sorted(kinds)
    assert [kinds[id] == "statement" for id in rows] == [True] * 10 + [False] * 3
    assert "Not statements" in page.words["tbody"][1]


def test_long_contents_are_cut_in_the_table_only(
    make_record: Callable[..., Record], attribute: Callable[..., Attribution]
) -> None:
    text = "a word and " * 100
    page = Page(to_html([make_record(text, attribute("q1", content=(Span(0, len(text)),)))]))
    cell = page.words["td"][-1]
    assert len(cell) <= MOST_QUOTED
    assert cell.endswith("…")
    assert text.strip() in page.words["p"]


def test_the_cast_counts_and_gives_roles(page: Page) -> None:
    cast = [" ".join(text.split()) for text in page.words["li"]]
    assert "Mara Velden director of operations, Lindhaven Harbour Authority 3 statements" in cast
    assert "Tomas Irwell mayor of Osterholm 3 statements, 1 belief" in cast
    assert "Osterholm (place)" in page.words["details"][0]


def test_the_foot_says_what_made_it_and_what_it_does_not_claim(page: Page, example: Record) -> None:
    foot = page.words["footer"][0]
    assert f"onrecord {__version__}" in foot
    assert "5e" * 32 in foot
    assert "What this page does not claim" in foot
    assert example.document.sha256 in page.words["code"]


def test_several_records_have_a_list_of_contents(several: Page) -> None:
    assert several.words["h1"] == ["4 documents"]
    links = several.words["nav"][0]
    assert links.count("Ferry to Osterholm will sail again") == 2
    assert links.count("ferry.txt") == 2
    assert "No statements found" in links


def test_ids_last_from_one_page_of_several_to_another(example: Record, make_record: Callable[..., Record]) -> None:
    other = make_record("Another text.")
    for records in ([example, other], [other, example]):
        assert f'id="d{example.document.sha256[:6]}-q3-c2"' in to_html(records)


def test_no_records_and_empty_records_make_a_page(make_record: Callable[..., Record]) -> None:
    assert Page(to_html([])).words["h1"] == ["0 documents"]
    empty = Page(to_html([make_record("")]))
    assert "There is no text in this document." in empty.words["p"]
    assert "Nothing in this text was found to be said by anyone." in empty.words["p"]


def test_direction_is_taken_from_each_paragraph_and_names_are_isolated(
    make_record: Callable[..., Record],
) -> None:
    page = Page(to_html([make_record("שלום עולם\n\nhello", publisher="דובר", language="he")]))
    assert [p["dir"] for p in page.all("p") if "dir" in p] == ["auto", "auto"]
    assert "דובר" in page.words["bdi"]
    assert "he" in page.values("lang")


@pytest.mark.parametrize("language", ["en onclick=x", "", None, '"><script>', "e"])
def test_a_language_that_is_none_is_left_empty(language: str | None, make_record: Callable[..., Record]) -> None:
    page = Page(to_html([make_record("x", language=language)]))
    assert [a["lang"] for a in page.all("div") if "lang" in a] == [""]


HOSTILE = "</title><script>x</script>\"'><!--&#0;]]>\x00\x1b\ud800\u202e\u2066{{ 7 }}{% raw %}"


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.characters() | st.sampled_from("<>&\"'`=/\x00\ud800\u202e "), max_size=25) | st.just(HOSTILE))
def test_hostile_text_in_every_field_adds_no_element(text: str) -> None:
    def page(words: str) -> Page:
        document = Document(
            words, words, words, words, words, words, words, Published(words, "given"), text + "x", (words,)
        )
        ends = (Span(0, len(text) + 1), Span(len(text) // 2, len(text)))
        actors = (Actor(words, words, "person", (Role(words, words),)), Actor("b", words, "place"))
        timex = Timex("DATE", words)
        said = Attribution(words, ends, ends, ends, words, "mixed", "statement", "state", Said(ends[0], words))
        return Page(
            to_html(
                [
                    Record(
                        document,
                        actors,
                        (said, replace(said, id="q", parent=words)),
                        (Warning(words, words),),
                        (Quantity(words, ends[1], 1, None, unit=words, unit_name=words, of=Phrase(ends[0], words)),),
                        (Time(words, ends[0], "date", words, words, None, words, words, words, "point", (), timex),),
                    )
                ]
            )
        )

    found = page(text)
    assert [tag for tag, _ in found.elements if tag in ("script", "style")] == ["style", "script"]
    names = {name for _, attributes in found.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")}
    ids = found.values("id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("bad", ["\x00", "\ud800", "\ufdd0", "\x80", "\u202e"])
def test_what_may_not_stand_in_html_is_replaced_where_it_stood(bad: str, make_record: Callable[..., Record]) -> None:
    html = to_html([make_record(f"one{bad}two", title=f"t{bad}", publisher=f"p{bad}", source=f"s{bad}")])
    html.encode("utf-8")
    assert bad not in html
    assert "one\ufffdtwo" in html


def _many(count: int) -> Record:
    block = "Ada Quill said that " + "the boat had sailed at noon and " * 9 + "\n"
    attributions = tuple(
        Attribution(
            f"q{i}",
            (Span(b, b + 9),),
            (Span(b + 10, b + 14),),
            (Span(b + 15, b + 47),),
            "a1",
            "indirect",
            "statement",
            "state",
        )
        for i, b in enumerate(range(0, count * len(block), len(block)))
    )
    document = Document("d", "0" * 64, "x.txt", "text/plain", None, None, "en", Published(), block * count)
    return Record(document, (Actor("a1", "Ada Quill", "person"),), attributions)


def test_ten_thousand_spans_in_a_megabyte() -> None:
    record = _many(3334)
    assert len(record.document.text) > 1_000_000
    began = time.process_time()
    html = to_html([record])
    assert time.process_time() - began < 10  # measured 0.5 s; quadratic would be minutes
    assert len(html) - len(record.document.text) < 2_450_000  # of markup, names and what the table repeats


def test_the_page_grows_in_step_with_the_record() -> None:
    small, large = (len(to_html([_many(count)])) for count in (200, 800))
    assert large < 4.2 * small
