"""Markdown to plain text by markdown-it-py: marks go, words stay; simple front matter becomes metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.documents import worker
from onrecord.documents.dates import parse_published
from onrecord.documents.decode import decode, unify_line_ends
from onrecord.documents.flow import Flow
from onrecord.documents.page import scan
from onrecord.documents.parsed import Parsed
from onrecord.errors import InvalidDate

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["extract", "parse"]

_KEY = re.compile(r"([A-Za-z_]{1,30})[ \t]{0,9}:[ \t]{1,9}(.{1,500})")

# The keys that common site generators and note programs write.
_TITLE = ("title",)
_DATE = ("date", "published", "publish_date")
_PUBLISHER = ("publisher", "organisation", "organization", "source", "author")

# Blocks that end inside a paragraph: cells and rows of tables, items of tight lists.
_INSIDE = frozenset(("td_close", "th_close", "tr_close", "thead_close", "tbody_close", "list_item_close"))


def parse(data: bytes, place: str) -> Parsed:
    """The text of a Markdown file; raises :class:`BinaryInput` or :class:`InputTooLarge`."""
    text, flags = decode(data, place)
    parsed, more = worker.extract_or("markdown", __name__, Parsed, unify_line_ends(text))
    return Parsed(parsed.text, parsed.title, parsed.publisher, parsed.published, (*flags, *more))


def extract(text: str) -> Parsed:
    """``text`` without its marks; the title is the front matter's, else a first heading of level one."""
    from markdown_it import MarkdownIt

    about, body = _front_matter(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    flow = Flow()
    for token in tokens:
        _add(flow, token)
    plain = flow.text()
    title = _first(about, _TITLE) or _top_heading(tokens, plain)
    return Parsed(plain, title, _first(about, _PUBLISHER), _date(_first(about, _DATE)))


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Simple ``key: value`` lines between two lines of ``---`` at the very start, and the text after them."""
    if not text.startswith("---\n"):
        return {}, text
    end = text.find("\n---\n", 3)
    if end == -1:
        return {}, text
    matches = (_KEY.fullmatch(line.rstrip()) for line in text[4:end].split("\n"))
    found = {match[1].lower(): match[2].strip().strip("\"'") for match in matches if match}
    return (found, text[end + 5 :]) if found else ({}, text)


def _first(about: dict[str, str], keys: Sequence[str]) -> str | None:
    return next((about[key] for key in keys if about.get(key)), None)


def _date(value: str | None) -> str | None:
    try:
        return parse_published(value) if value else None
    except InvalidDate:
        return None


def _top_heading(tokens: Sequence[Token], plain: str) -> str | None:
    if len(tokens) > 1 and tokens[0].tag == "h1" and tokens[1].content:
        return plain.split("\n\n", 1)[0] or None
    return None


def _add(flow: Flow, token: Token) -> None:
    kind = token.type
    if kind == "inline":
        for child in token.children or ():
            _add_inline(flow, child)
    elif kind in ("fence", "code_block"):
        flow.end()
        flow.verbatim(token.content)
        flow.end()
    elif kind == "html_block":
        flow.verbatim("\n\n" + "\n\n".join(scan(token.content).paragraphs) + "\n\n")
    elif kind in ("td_open", "th_open"):
        flow.cell()
    elif kind == "tr_open" or (kind == "paragraph_close" and token.hidden):
        flow.line()
    elif token.block and token.nesting < 1 and kind not in _INSIDE:
        flow.end()


def _add_inline(flow: Flow, token: Token) -> None:
    if token.type == "softbreak":
        flow.write(" ")
    elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.lower().startswith("<br")):
        flow.line()
    elif token.type == "image":
        for child in token.children or ():
            _add_inline(flow, child)
    elif token.type in ("text", "code_inline", "text_special"):
        flow.write(token.content)
