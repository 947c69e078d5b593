"""All visible text of an HTML page, in time linear in its length: what is left when nothing better works.

An own scanner over ``str.find``: html.parser of Python 3.11 takes quadratic time on unclosed markup
(CVE-2025-6069), and pages that come here are the hostile ones.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.documents.flow import Flow

__all__ = ["Page", "scan"]

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
        *(
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
        ),
        *("h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "main", "menu", "nav", "ol", "p"),
        *("pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "ul"),
    )
)
_LINES = frozenset(("br", "li", "tr", "option"))
_CELLS = frozenset(("td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
_UNSEEN = frozenset(("iframe", "noembed", "noframes", "noscript", "script", "style", "svg", "template", "title"))
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in _UNSEEN}
_NAME = re.compile(r"/?[A-Za-z][A-Za-z0-9]{0,20}")


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs of a page in document order, and those that are headings (h1 to h3)."""

    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]


def scan(page: str) -> Page:
    """Read ``page`` (HTML, however broken) as paragraphs of visible text; never raises."""
    flow = Flow()
    headings: list[str] = []
    preformatted = False
    for text, tag in _pieces(page):
        (flow.verbatim if preformatted else flow.write)(_unescape(text))
        name = tag.lstrip("/")
        if tag in _CELLS:
            flow.cell()
        elif name in _LINES:
            flow.line()
        elif name in _BLOCKS:
            if tag.startswith("/") and name in _HEADINGS:
                headings += _last_paragraph(flow)
            flow.end()
        if name == "pre":
            preformatted = tag == "pre"
    return Page(tuple(flow.paragraphs()), tuple(headings))


def _last_paragraph(flow: Flow) -> list[str]:
    return flow.paragraphs()[-1:]


def _pieces(page: str) -> Iterator[tuple[str, str]]:
    """Text and the tag after it ("p", "/p", "" for none), each part of ``page`` visited once."""
    done = 0
    while (start := page.find("<", done)) != -1:
        match = _NAME.match(page, start + 1)
        if match:
            yield page[done:start], match[0].lower()
            done = _after_tag(page, match.end(), match[0].lower())
        elif page.startswith(("!", "?"), start + 1):
            yield page[done:start], ""
            mark = "-->" if page.startswith("<!--", start) else ">"
            done = _after(page, mark, start)
        else:
            yield page[done : start + 1], ""
            done = start + 1
    yield page[done:], ""


def _after(page: str, mark: str, start: int) -> int:
    """Just behind the next ``mark``; the end of the page where there is none: nothing is searched twice."""
    found = page.find(mark, start)
    return len(page) if found == -1 else found + len(mark)


def _after_tag(page: str, start: int, name: str) -> int:
    end = _after(page, ">", start)
    if name not in _UNSEEN:
        return end
    closing = _ENDS[name].search(page, end)
    return _after(page, ">", closing.end()) if closing else len(page)


def _unescape(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character reference of over 4,300 digits
        return text
