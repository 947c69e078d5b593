"""HTML pages to main text and metadata."""

from __future__ import annotations

import pytest

from onrecord.documents import html, worker
from onrecord.documents.html import extract, parse, whole_page

FILLER = "The board, which runs the harbour for the city, called the figures “invented” and asked for an inquiry."

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Board denies delay | Port News</title><meta property="og:site_name" content="Port News">
<meta property="article:published_time" content="2024-05-03T22:00:00-05:00"></head>
<body><nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<header><h1>Board denies delay</h1></header>
<article><p>The harbour board of Eastmere said on Tuesday that <b>no ship</b> had waited “more than two
days”.</p><blockquote><p>“We kept every promise,” said Ana Velde.</p></blockquote>
<ul><li>First point of the plan</li><li>Second point of the plan</li></ul>
<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2022</td><td>40</td></tr></table>
<p>Line one<br>Line two</p><h2>Background</h2><p>{FILLER}</p></article>
<footer>© 2021 Port News. All rights reserved.</footer></body></html>"""


def article(head: str = "", body: str = "") -> str:
    """A page long enough for its main text to be found, with ``head`` and ``body`` added."""
    main = f"<article>{body}<p>{FILLER}</p><p>{FILLER * 3}</p></article>"
    return f"<html><head>{head}</head><body>{main}</body></html>"


def test_main_text_by_paragraphs_with_the_headline_first() -> None:
    parsed = parse(PAGE.encode(), "page.html")
    assert parsed.text == (
        "Board denies delay\n\n"
        "The harbour board of Eastmere said on Tuesday that no ship had waited “more than two days”.\n\n"
        "“We kept every promise,” said Ana Velde.\n\n"
        "First point of the plan\nSecond point of the plan\n\n"
        "Year\tShips\n2022\t40\n\n"
        "Line one\nLine two\n\n"
        f"Background\n\n{FILLER}"
    )
    assert parsed.degraded == ()


def test_metadata() -> None:
    parsed = parse(PAGE.encode(), "page.html")
    assert (parsed.title, parsed.publisher, parsed.published) == (
        "Board denies delay",
        "Port News",
        "2024-05-03",
    )


def test_a_headline_in_the_main_text_is_not_put_there_twice() -> None:
    parsed = extract(article(body="<h1>Board denies delay</h1>"))
    assert parsed.text.count("Board denies delay") == 1
    assert parsed.title == "Board denies delay"


def test_a_title_of_the_head_alone_is_not_text() -> None:
    parsed = extract(article("<title>Statement of the harbour board</title>"))
    assert parsed.title == "Statement of the harbour board"
    assert parsed.text.startswith("The board, which")


def test_the_pages_own_charset_is_used() -> None:
    page = article('<meta charset="windows-1251">', "<p>Министр заявил.</p>")
    assert "Министр заявил." in parse(page.replace("“", '"').replace("”", '"').encode("cp1251"), "p").text


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2031-05-03">', "", "2031-05-03"),
        ("", '<time datetime="2024-05-03T10:00:00Z">Friday</time>', "2024-05-03"),
        (
            '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-03"}</script>',
            "",
            "2024-05-03",
        ),
        ("", '<span class="date">3 May 2024</span>', "2024-05-03"),
        ("", '<span class="date">3/5/2024</span>', None),
        ("", '<span class="date">yesterday</span>', None),
        ("", '<span class="date">3 May</span>', None),
        ("", "<p>© 2021 Port News</p>", None),
    ],
)
def test_a_date_is_taken_only_where_it_can_be_read_one_way(head: str, body: str, published: str | None) -> None:
    assert extract(article(head, body)).published == published


@pytest.mark.parametrize(
    "page", ["", " ", "<html>", "<p>Short. “No,” said Ana.</p>", "plain words", "<a href='/'>Home</a>"]
)
def test_a_page_without_a_main_text_gives_all_its_text_flagged(page: str) -> None:
    parsed = parse(page.encode(), "p.html")
    assert parsed.text == whole_page(page).text
    assert parsed.degraded == ("html_failed",)


def test_the_whole_page_has_its_first_heading_as_title() -> None:
    parsed = whole_page(PAGE)
    assert parsed.title == "Board denies delay"
    assert parsed.text.startswith("Home About us\n\nBoard denies delay\n\n")
    assert parsed.text.endswith("All rights reserved.")


def test_a_page_that_takes_too_long_is_stopped_and_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    run = worker.run
    monkeypatch.setattr(worker, "run", lambda module, text: run(module, text, seconds=0.05))
    page = "<p>A short paragraph here <b>x</b></p>" * 8000
    parsed = parse(page.encode(), "p.html")
    assert parsed.degraded == ("html_timeout",)
    assert parsed.text.count("paragraph") == 8000


def test_a_long_page_is_read_in_a_child_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    here = html.extract(PAGE)
    monkeypatch.setattr(worker, "ALONE_ABOVE", 10)
    parsed = parse(PAGE.encode(), "page.html")
    assert parsed == here
