"""Markdown to plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents.markdown import extract, parse

FILE = """---
title: "Board denies delay"
date: 2024-05-03T10:00:00Z
publisher: Port News
tags: [harbour]
---

# Board *denies* delay

EASTMERE – The [harbour board](https://example.org) said
that **no ship** had `waited`.

> “We kept every promise,” said Ana Velde.
>
> She left.

- First point
- Second point
  - Under it

1. One

2. Two

| Year | Ships |
|------|-------|
| 2022 | 40    |

```
code *stays*
```

![A ship](ship.jpg) Line one\\
Line two ~~gone~~ &amp; <br>three <i>x</i>

<div><p>Inside</p></div>

***

Subhead
-------

Last 2 * 3 * 4.
"""


def test_marks_go_and_words_stay() -> None:
    assert parse(FILE.encode(), "a.md").text == (
        "Board denies delay\n\n"
        "EASTMERE – The harbour board said that no ship had waited.\n\n"
        "“We kept every promise,” said Ana Velde.\n\nShe left.\n\n"
        "First point\nSecond point\nUnder it\n\n"
        "One\n\nTwo\n\n"
        "Year\tShips\n2022\t40\n\n"
        "code *stays*\n\n"
        "A ship Line one\nLine two gone &\nthree x\n\n"
        "Inside\n\n"
        "Subhead\n\n"
        "Last 2 * 3 * 4."
    )


def test_front_matter() -> None:
    parsed = parse(FILE.replace("\n", "\r\n").encode(), "a.md")
    assert (parsed.title, parsed.publisher, parsed.published) == (
        "Board denies delay",
        "Port News",
        "2024-05-03",
    )


@pytest.mark.parametrize(
    ("text", "title", "plain"),
    [
        ("# Head\n\ntext", "Head", "Head\n\ntext"),
        ("text\n\n# Head", None, "text\n\nHead"),
        ("## Under\n\ntext", None, "Under\n\ntext"),
        ("---\nno keys here\n---\ntext", None, None),
        ("---\ntitle: x\nnever closed", None, None),
        ("---\ntitle: 'It''s'\ndate: 3 May\n---\ntext", "It''s", "text"),
        ("#\n\ntext", None, "text"),
        ("", None, ""),
    ],
)
def test_titles(text: str, title: str | None, plain: str | None) -> None:
    parsed = extract(text)
    assert parsed.title == title
    assert parsed.published is None
    if plain is not None:
        assert parsed.text == plain


def test_quotation_marks_are_not_made_typographic() -> None:
    assert extract("\"No\" -- 'yes' ... (c)").text == "\"No\" -- 'yes' ... (c)"


@settings(deadline=None)
@given(st.text("#*_`[]()<>!|-=~>\\&;ab1. \n\t\"'"))
def test_any_marks_are_read(text: str) -> None:
    parsed = parse(("a" + text).encode(), "a.md")
    assert parsed.degraded == ()


@given(st.lists(st.from_regex(r"[A-Za-zé“”,]{1,9}", fullmatch=True), min_size=1))
def test_plain_words_come_back(words: list[str]) -> None:
    assert extract(" ".join(words)).text == " ".join(words)
