"""HTML: main text and metadata by trafilatura, on characters decoded here; all visible text where that fails.

The headline goes into the text as its first paragraph wherever it is a heading on the page, as in press
releases and news in plain text: headlines attribute ("Board: no delay") and the reader was trained on them.
A title that stands only in the page's head is metadata, not text.
"""

from __future__ import annotations

from typing import Any

from onrecord.documents import worker
from onrecord.documents.dateline import dates_in
from onrecord.documents.dates import is_day
from onrecord.documents.decode import declared_charset, decode
from onrecord.documents.flow import Flow
from onrecord.documents.page import scan
from onrecord.documents.parsed import Parsed

__all__ = ["extract", "parse", "whole_page"]

# The tags of trafilatura's tree that end a paragraph; a line of a list or table ends a line.
_BLOCKS = frozenset(("p", "head", "quote", "list", "table", "code", "ab", "div", "details", "summary", "body"))
_LINES = frozenset(("lb", "item", "row"))

# `max_date` is fixed since htmldate's own default is today, and the record must not depend on the day it is
# made; no extensive search, since that takes any date on the page, a footer's copyright year included.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}

# A headline within the first paragraphs of the main text is already in it (behind a kicker or a date line).
_HEADLINE_WITHIN = 3


def parse(data: bytes, place: str) -> Parsed:
    """The main text of the page; raises :class:`BinaryInput` or :class:`InputTooLarge`."""
    page, flags = decode(data, place, charset=declared_charset(data))
    parsed, more = worker.extract_or("html", __name__, whole_page, page)
    return Parsed(parsed.text, parsed.title, parsed.publisher, parsed.published, (*flags, *more))


def whole_page(page: str) -> Parsed:
    """All visible text of ``page``, menus and footers included, the first heading as title; linear time."""
    seen = scan(page)
    return Parsed("\n\n".join(seen.paragraphs), seen.headings[0] if seen.headings else None)


def extract(page: str) -> Parsed:
    """Main text and metadata; raises whatever trafilatura raises, and ValueError for no main text."""
    import trafilatura
    from trafilatura.metadata import extract_metadata

    tree = trafilatura.load_html(page)
    if tree is None:
        raise ValueError("not HTML")
    found: Any = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    if found is None:
        raise ValueError("no main text")
    about = extract_metadata(tree, date_config=dict(_DATES))
    title = _tidy(about.title)
    paragraphs = _paragraphs(found.body)
    if title and title in scan(page).headings and title not in paragraphs[:_HEADLINE_WITHIN]:
        paragraphs.insert(0, title)
    return Parsed("\n\n".join(paragraphs), title, _tidy(about.sitename), _certain(about.date, page))


def _tidy(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _paragraphs(body: Any) -> list[str]:
    from lxml.etree import iterwalk

    flow = Flow()
    for event, element in iterwalk(body, events=("start", "end")):
        tag = element.tag
        if event == "start":
            _begin(flow, tag)
            flow.write(element.text or "")
        else:
            if tag in _BLOCKS:
                flow.end()
            flow.write(element.tail or "")
    return flow.paragraphs()


def _begin(flow: Flow, tag: str) -> None:
    if tag in _BLOCKS:
        flow.end()
    elif tag in _LINES:
        flow.line()
    elif tag == "cell":
        flow.cell()


def _certain(date: str | None, page: str) -> str | None:
    """``date`` (YYYY-MM-DD, by trafilatura) unless it is one reading of an ambiguous 3/5/2024."""
    if not date or not is_day(date):
        return None
    year, month, day = date.split("-")
    year_first = any(sign.join((year, month, day)) in page for sign in ("-", "/", ".", ""))
    if year_first or int(day) > 12 or day == month or date in dates_in(page):
        return date
    return None
