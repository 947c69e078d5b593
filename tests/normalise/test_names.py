from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.normalise.names import initials, read_names
from onrecord.reader.findings import Mention
from onrecord.record import ActorKind
from onrecord.spans import Span, quote


def read(surface: str, kind: ActorKind, before: str = "", after: str = "") -> tuple[str, str, str]:
    text = before + surface + after
    (name,) = read_names(text, (Mention(Span(len(before), len(before) + len(surface)), kind),))
    return quote(text, name.span), name.key, name.gender


@pytest.mark.parametrize(
    ("surface", "bare", "key", "gender"),
    [
        ("Mara Venn", "Mara Venn", "mara venn", ""),
        ("Ms. Venn", "Venn", "venn", "f"),
        ("Sir Odo Venn", "Odo Venn", "odo venn", "m"),
        ("Dr. Mara Venn’s", "Mara Venn", "mara venn", ""),
        ("President Venn", "Venn", "venn", ""),
        ("Prime Minister Mara Venn", "Mara Venn", "mara venn", ""),
        ("Odo Venn Jr.", "Odo Venn Jr.", "odo venn", ""),
        ("@harbourmayor Venn", "Venn", "venn", ""),
        ("@MaraVenn", "@MaraVenn", "mara venn", ""),
        ("Dean Venn", "Dean Venn", "dean venn", ""),
    ],
)
def test_titles_are_no_part_of_a_persons_name(surface: str, bare: str, key: str, gender: str) -> None:
    assert read(surface, "person") == (bare, key, gender)


def test_an_honorific_before_the_mention_counts() -> None:
    assert read("Venn", "person", before="Then Mrs. ") == ("Venn", "venn", "f")


def test_a_bare_title_has_no_words() -> None:
    assert read("Vice President", "person")[1] == ""


@pytest.mark.parametrize(
    ("surface", "bare", "key"),
    [
        ("the Orlo Front", "Orlo Front", "orlo front"),
        ("“Orlo Front”,", "Orlo Front", "orlo front"),
        ("Oldport Council's", "Oldport Council", "oldport council"),
        ("O.R.A.", "O.R.A.", "ora"),
        ("Orlo Front\nand more", "Orlo Front", "orlo front"),
    ],
)
def test_articles_marks_and_possessives_are_taken_off(surface: str, bare: str, key: str) -> None:
    assert read(surface, "organisation")[:2] == (bare, key)


def test_a_place_belongs_to_the_body_before_it() -> None:
    text = "the Ministry of Health of Orlo said"
    names = read_names(text, (Mention(Span(4, 22), "organisation"), Mention(Span(26, 30), "place")))
    assert [quote(text, name.span) for name in names] == ["Ministry of Health of Orlo"]


def test_the_outermost_of_nested_mentions_stays() -> None:
    text = "Oldport Council met"
    names = read_names(text, (Mention(Span(0, 7), "place"), Mention(Span(0, 15), "organisation")))
    assert [quote(text, name.span) for name in names] == ["Oldport Council"]


def test_initials_skip_small_words() -> None:
    assert initials(("board", "of", "the", "northern", "ports")) == "bnp"


@settings(deadline=None)
@given(
    st.text(max_size=50),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from(["person", "place", "group"]))),
)
def test_names_are_in_order_and_apart(text: str, raw: list[tuple[int, int, ActorKind]]) -> None:
    mentions = tuple(Mention(Span(min(a, len(text)), min(b, len(text))), kind) for a, b, kind in raw if a <= b)
    names = read_names(text, mentions)
    for left, right in pairwise(names):
        assert left.span.end <= right.span.start
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in names)
